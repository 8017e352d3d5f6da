/* SPDX-License-Identifier: Apache-2.0 */
/* Cuts: the diagram is divided where only lines cross the cut, as far apart as a page allows. */
#include "render/svg.h"

enum { CLEAR = 3 }; /* least distance of a cut from what it must not touch */

/* Places along one direction where a cut would hit something: differences of counts, from `origin` on. */
typedef struct {
  bool down;
  int origin, length;
  int *counts;
  GArray *good; /* places that divide best: borders of lanes */
} Axis;

static void
block (Axis *axis, int from, int to)
{
  axis->counts[CLAMP (from - CLEAR - axis->origin, 0, axis->length)]++;
  axis->counts[CLAMP (to + CLEAR + 1 - axis->origin, 0, axis->length)]--;
}

static void
block_box (Axis *axis, const QmsBox *box)
{
  if (box->width > 0)
    axis->down ? block (axis, box->y, box->y + box->height) : block (axis, box->x, box->x + box->width);
}

/* Lines may be crossed, not followed, and not at their arrow. */
static void
block_line (Axis *axis, const GArray *points)
{
  const QmsPoint *end = points->len > 0 ? &g_array_index (points, QmsPoint, points->len - 1) : NULL;
  int tip = end ? (axis->down ? end->y : end->x) : 0;

  if (end)
    block (axis, tip - QMS_ARROW, tip + QMS_ARROW);
  for (guint i = 0; i + 1 < points->len; i++) {
    const QmsPoint *a = &g_array_index (points, QmsPoint, i), *b = a + 1;
    if (axis->down && a->y == b->y)
      block (axis, a->y, a->y);
    else if (!axis->down && a->x == b->x)
      block (axis, a->x, a->x);
  }
}

static void
block_all (Axis *axis, const QmsDiagram *diagram)
{
  for (guint i = 0; i < diagram->shapes->len; i++) {
    const QmsShape *shape = &g_array_index (diagram->shapes, QmsShape, i);
    block_box (axis, &shape->box);
    block_box (axis, &shape->label);
  }
  for (guint i = 0; i < diagram->flows->len; i++) {
    const QmsFlow *flow = &g_array_index (diagram->flows, QmsFlow, i);
    block_line (axis, flow->points);
    block_box (axis, &flow->label);
  }
  for (guint i = 0; i < diagram->messages->len; i++) {
    const QmsMessage *message = &g_array_index (diagram->messages, QmsMessage, i);
    block_line (axis, message->points);
    block_box (axis, &message->label);
  }
  for (guint i = 1; axis->down && i < diagram->pools->len; i++)
    block_box (axis, &g_array_index (diagram->pools, QmsPool, i).box);
}

static void
open_axis (Axis *axis, const QmsDiagram *diagram, const QmsBox *whole, bool down)
{
  *axis = (Axis){ down, down ? whole->y : whole->x, down ? whole->height : whole->width, NULL, NULL };
  axis->counts = g_new0 (int, axis->length + 1);
  axis->good = g_array_new (FALSE, FALSE, sizeof (int));
  block_all (axis, diagram);
  for (int i = 1; i <= axis->length; i++)
    axis->counts[i] += axis->counts[i - 1];
  for (guint i = 1; down && i < diagram->lanes->len; i++)
    g_array_append_val (axis->good, g_array_index (diagram->lanes, QmsLane, i).box.y);
}

/* The last border of a lane in the second half of the page where nothing is hit, else the last such place, else the end of
 * the page. */
static int
next_cut (const Axis *axis, int from, int capacity)
{
  int last = from + capacity;

  if (last >= axis->origin + axis->length)
    return axis->origin + axis->length;
  for (guint i = axis->good->len; i-- > 0;) {
    int place = g_array_index (axis->good, int, i);
    if (place <= last && place > from + capacity / 2 && axis->counts[place - axis->origin] == 0)
      return place;
  }
  for (int place = last; place > from + 1; place--)
    if (axis->counts[place - axis->origin] == 0)
      return place;
  return last;
}

GArray *
qms_svg_cuts (const QmsDiagram *diagram, const QmsBox *whole, bool down, int capacity)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (int));
  Axis axis;
  int place;

  open_axis (&axis, diagram, whole, down);
  place = axis.origin;
  g_array_append_val (cuts, place);
  while (place < axis.origin + axis.length) {
    place = next_cut (&axis, place, capacity);
    g_array_append_val (cuts, place);
  }
  g_free (axis.counts);
  g_array_unref (axis.good);
  return cuts;
}

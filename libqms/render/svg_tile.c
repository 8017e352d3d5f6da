/* SPDX-License-Identifier: Apache-2.0 */
/* Pages: the diagram is cut where only lines cross the cut, as far apart as a page allows. */
#include "render/svg.h"

enum {
  ACROSS = QMS_PAGE_WIDTH - 2 * QMS_PAGE_MARGIN - QMS_PAGE_STRIPS - 2 * QMS_PAGE_MARKS,
  DOWN = QMS_PAGE_HEIGHT - 2 * QMS_PAGE_MARGIN - QMS_PAGE_HEAD - QMS_PAGE_FOOT - 2 * QMS_PAGE_MARKS,
  CLEAR = 3, /* least distance of a cut from what it must not touch */
};

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

/* Lines may be crossed, not followed. */
static void
block_line (Axis *axis, const GArray *points)
{
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

/* The last border of a lane in the second half of the page, else the last place where nothing is hit, else the end of the page. */
static int
next_cut (const Axis *axis, int from, int capacity)
{
  int last = from + capacity;

  if (last >= axis->origin + axis->length)
    return axis->origin + axis->length;
  for (guint i = axis->good->len; i-- > 0;) {
    int place = g_array_index (axis->good, int, i);
    if (place <= last && place > from + capacity / 2)
      return place;
  }
  for (int place = last; place > from + 1; place--)
    if (axis->counts[place - axis->origin] == 0)
      return place;
  return last;
}

/* Where the pages of one direction begin and the last one ends. */
static GArray *
find_cuts (const QmsDiagram *diagram, const QmsBox *whole, bool down, int capacity)
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

QmsBox
qms_svg_whole (const QmsDiagram *diagram)
{
  const QmsBox *agency = &g_array_index (diagram->pools, QmsPool, 0).box;
  int top = agency->y, bottom = agency->y + agency->height, left = agency->x + QMS_PAGE_STRIPS;

  for (guint i = 1; i < diagram->pools->len; i++) {
    const QmsBox *box = &g_array_index (diagram->pools, QmsPool, i).box;
    top = MIN (top, box->y);
    bottom = MAX (bottom, box->y + box->height);
  }
  return (QmsBox){ left, top - 2, agency->x + agency->width + 2 - left, bottom - top + 4 };
}

/* Whether anything but lanes and pools is to be seen. */
static bool
is_used (const QmsDiagram *diagram, const QmsBox *window)
{
  QmsSvgWriter writer = { .diagram = diagram, .tile = &(QmsTile){ .window = *window } };

  for (guint i = 0; i < diagram->shapes->len; i++)
    if (qms_svg_is_seen (&writer, &g_array_index (diagram->shapes, QmsShape, i).box))
      return true;
  for (guint i = 0; i < diagram->flows->len; i++)
    if (qms_svg_passes (g_array_index (diagram->flows, QmsFlow, i).points, window))
      return true;
  for (guint i = 0; i < diagram->messages->len; i++)
    if (qms_svg_passes (g_array_index (diagram->messages, QmsMessage, i).points, window))
      return true;
  return false;
}

/* Windows row by row; the number of columns is `*columns`. */
static GArray *
divide (const QmsDiagram *diagram, double scale, guint *columns)
{
  QmsBox whole = qms_svg_whole (diagram);
  g_autoptr (GArray) across = find_cuts (diagram, &whole, false, (int)(ACROSS / scale));
  g_autoptr (GArray) down = find_cuts (diagram, &whole, true, (int)(DOWN / scale));
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (QmsBox));

  *columns = across->len - 1;
  for (guint i = 0; i < (down->len - 1) * *columns; i++) {
    const int *x = &g_array_index (across, int, i % *columns), *y = &g_array_index (down, int, i / *columns);
    QmsBox window = { x[0], y[0], x[1] - x[0], y[1] - y[0] };
    g_array_append_val (windows, window);
  }
  return windows;
}

/* Pages of the windows in which there is something, numbered from 1; 0 for the others. */
static guint *
number_pages (const QmsDiagram *diagram, const GArray *windows, guint *count)
{
  guint *numbers = g_new0 (guint, windows->len);

  *count = 0;
  for (guint i = 0; i < windows->len; i++)
    if (is_used (diagram, &g_array_index (windows, QmsBox, i)))
      numbers[i] = ++*count;
  return numbers;
}

/* The largest that needs no more pages than the smallest; what shrinks is still to be read. */
static double
choose_scale (const QmsDiagram *diagram)
{
  static const double scales[] = { 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1 };
  guint least = 0;
  double best = scales[0];

  for (size_t i = 0; i < G_N_ELEMENTS (scales); i++) {
    guint columns, count;
    g_autoptr (GArray) windows = divide (diagram, scales[i], &columns);
    g_autofree guint *numbers = number_pages (diagram, windows, &count);
    if (i == 0)
      least = count;
    if (count <= least)
      best = scales[i];
  }
  return best;
}

GArray *
qms_svg_tiles (const QmsDiagram *diagram, double *scale)
{
  GArray *tiles = g_array_new (FALSE, FALSE, sizeof (QmsTile));
  guint columns, count;

  *scale = choose_scale (diagram);
  g_autoptr (GArray) windows = divide (diagram, *scale, &columns);
  g_autofree guint *numbers = number_pages (diagram, windows, &count);
  for (guint i = 0; i < windows->len; i++) {
    guint column = i % columns;
    QmsTile tile = { .window = g_array_index (windows, QmsBox, i),
                     .left = column > 0 ? numbers[i - 1] : 0,
                     .right = column + 1 < columns ? numbers[i + 1] : 0,
                     .up = i >= columns ? numbers[i - columns] : 0,
                     .down = i + columns < windows->len ? numbers[i + columns] : 0 };
    if (numbers[i] > 0)
      g_array_append_val (tiles, tile);
  }
  return tiles;
}

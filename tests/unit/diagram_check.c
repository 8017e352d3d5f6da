/* SPDX-License-Identifier: Apache-2.0 */
/* Geometry of diagrams. Everything is compared with everything: diagrams in tests are small. */
#include "diagram_check.h"

#include <stdlib.h>

/* A line: a flow or a message. */
typedef struct {
  const char *id;
  const GArray *points;
  guint source, target; /* shapes, or QMS_DIAGRAM_NONE */
  QmsBox label;
} Line;

typedef struct {
  const char *id;
  QmsPoint from, to; /* from is not right of or below to */
  guint line;
} Segment;

typedef struct {
  const char *id;
  QmsBox box;
  guint line; /* whose label; QMS_DIAGRAM_NONE: of a shape */
} Label;

typedef struct {
  const QmsDiagram *diagram;
  GArray *lines, *segments, *labels;
} Check;

static const QmsShape *
shape_at (const Check *check, guint index)
{
  return &g_array_index (check->diagram->shapes, QmsShape, index);
}

static bool
overlap (const QmsBox *a, const QmsBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static bool
contains (const QmsBox *outer, const QmsBox *inner)
{
  return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

/* Whether a segment touches a box. */
static bool
touches (const Segment *segment, const QmsBox *box)
{
  return segment->from.x <= box->x + box->width && segment->to.x >= box->x && segment->from.y <= box->y + box->height
         && segment->to.y >= box->y;
}

static bool
is_vertical (const Segment *segment)
{
  return segment->from.x == segment->to.x;
}

/* ---- collecting */

static void
add_segments (Check *check, guint line)
{
  const Line *it = &g_array_index (check->lines, Line, line);
  for (guint i = 0; i + 1 < it->points->len; i++) {
    QmsPoint a = g_array_index (it->points, QmsPoint, i), b = g_array_index (it->points, QmsPoint, i + 1);
    bool forward = a.x < b.x || a.y < b.y;
    Segment segment = { it->id, forward ? a : b, forward ? b : a, line };
    g_array_append_val (check->segments, segment);
  }
}

static void
add_label (Check *check, const char *id, QmsBox box, guint line)
{
  Label label = { id, box, line };
  if (box.width > 0)
    g_array_append_val (check->labels, label);
}

static void
collect (Check *check, const QmsDiagram *diagram)
{
  check->diagram = diagram;
  check->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  check->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  check->labels = g_array_new (FALSE, FALSE, sizeof (Label));
  for (guint i = 0; i < diagram->flows->len; i++) {
    const QmsFlow *flow = &g_array_index (diagram->flows, QmsFlow, i);
    Line line = { flow->id, flow->points, flow->source, flow->target, flow->label };
    g_array_append_val (check->lines, line);
  }
  for (guint i = 0; i < diagram->messages->len; i++) {
    const QmsMessage *message = &g_array_index (diagram->messages, QmsMessage, i);
    Line line = { message->id, message->points, message->source, message->target, message->label };
    g_array_append_val (check->lines, line);
  }
  for (guint i = 0; i < check->lines->len; i++) {
    add_segments (check, i);
    add_label (check, g_array_index (check->lines, Line, i).id, g_array_index (check->lines, Line, i).label, i);
  }
  for (guint i = 0; i < diagram->shapes->len; i++)
    add_label (check, shape_at (check, i)->id, shape_at (check, i)->label, QMS_DIAGRAM_NONE);
}

static void
release (Check *check)
{
  g_array_unref (check->lines);
  g_array_unref (check->segments);
  g_array_unref (check->labels);
}

/* ---- lines */

static char *
check_points (const Line *line)
{
  if (line->points->len < 2)
    return g_strdup_printf ("%s has %u points", line->id, line->points->len);
  for (guint i = 0; i + 1 < line->points->len; i++) {
    const QmsPoint *a = &g_array_index (line->points, QmsPoint, i), *b = a + 1;
    if ((a->x == b->x) == (a->y == b->y))
      return g_strdup_printf ("%s is not orthogonal at %d,%d to %d,%d", line->id, a->x, a->y, b->x, b->y);
  }
  return NULL;
}

/* Whether a point lies on the border of a shape, give or take a pixel. */
static bool
is_on_border (const QmsShape *shape, const QmsPoint *point)
{
  int half = shape->box.width / 2, high = shape->box.height / 2;
  int x = abs (point->x - shape->box.x - half), y = abs (point->y - shape->box.y - high), square = x * x + y * y;

  switch (shape->kind) {
  case QMS_SHAPE_TASK:
  case QMS_SHAPE_RECEIVE:
    return x <= half && y <= high && (x == half || y == high);
  case QMS_SHAPE_XOR:
  case QMS_SHAPE_AND:
  case QMS_SHAPE_EVENT_GATEWAY:
    return x + y == half;
  default:
    return square >= (half - 1) * (half - 1) && square <= (half + 1) * (half + 1);
  }
}

static char *
check_end (const Check *check, const Line *line, guint shape, const QmsPoint *point)
{
  if (shape == QMS_DIAGRAM_NONE || is_on_border (shape_at (check, shape), point))
    return NULL;
  return g_strdup_printf ("%s ends at %d,%d, not on %s", line->id, point->x, point->y, shape_at (check, shape)->id);
}

/* The ends of messages at pools. */
static char *
check_pool_end (const Check *check, const QmsMessage *message)
{
  bool in = message->source == QMS_DIAGRAM_NONE;
  const QmsPool *pool =
      &g_array_index (check->diagram->pools, QmsPool, in ? message->source_pool : message->target_pool);
  const QmsPoint *end = &g_array_index (message->points, QmsPoint, in ? 0 : message->points->len - 1);

  if ((end->y == pool->box.y || end->y == pool->box.y + pool->box.height) && end->x > pool->box.x
      && end->x < pool->box.x + pool->box.width)
    return NULL;
  return g_strdup_printf ("%s ends at %d,%d, not on the pool %s", message->id, end->x, end->y, pool->id);
}

static char *
check_lines (const Check *check)
{
  for (guint i = 0; i < check->lines->len; i++) {
    const Line *line = &g_array_index (check->lines, Line, i);
    char *fault = check_points (line);
    if (!fault)
      fault = check_end (check, line, line->source, &g_array_index (line->points, QmsPoint, 0));
    if (!fault)
      fault = check_end (check, line, line->target, &g_array_index (line->points, QmsPoint, line->points->len - 1));
    if (fault)
      return fault;
  }
  for (guint i = 0; i < check->diagram->messages->len; i++) {
    char *fault = check_pool_end (check, &g_array_index (check->diagram->messages, QmsMessage, i));
    if (fault)
      return fault;
  }
  return NULL;
}

/* At the first and last segment a line may touch its own shape, only by its end. */
static bool
may_touch (const Check *check, const Segment *segment, guint shape)
{
  const Line *line = &g_array_index (check->lines, Line, segment->line);
  QmsBox inside = shape_at (check, shape)->box;

  inside.x += inside.width / 2 - 1;
  inside.y += inside.height / 2 - 1;
  inside.width = inside.height = 2;
  return (shape == line->source || shape == line->target) && !touches (segment, &inside);
}

static char *
check_crossed_shapes (const Check *check)
{
  for (guint i = 0; i < check->segments->len; i++) {
    const Segment *segment = &g_array_index (check->segments, Segment, i);
    for (guint k = 0; k < check->diagram->shapes->len; k++)
      if (touches (segment, &shape_at (check, k)->box) && !may_touch (check, segment, k))
        return g_strdup_printf ("%s meets %s", segment->id, shape_at (check, k)->id);
  }
  return NULL;
}

/* Two segments of one direction that share more than nothing. */
static bool
is_shared (const Segment *a, const Segment *b)
{
  QmsBox box = { b->from.x, b->from.y, b->to.x - b->from.x, b->to.y - b->from.y };
  return is_vertical (a) == is_vertical (b) && touches (a, &box);
}

static char *
check_shared_segments (const Check *check)
{
  for (guint i = 0; i < check->segments->len; i++) {
    const Segment *a = &g_array_index (check->segments, Segment, i);
    for (guint k = i + 1; k < check->segments->len; k++) {
      const Segment *b = &g_array_index (check->segments, Segment, k);
      if (a->line != b->line && is_shared (a, b))
        return g_strdup_printf ("%s runs on %s at %d,%d", a->id, b->id, b->from.x, b->from.y);
    }
  }
  return NULL;
}

/* ---- labels */

static char *
check_label (const Check *check, guint index)
{
  const Label *label = &g_array_index (check->labels, Label, index);
  for (guint i = index + 1; i < check->labels->len; i++) {
    const Label *other = &g_array_index (check->labels, Label, i);
    if (overlap (&label->box, &other->box))
      return g_strdup_printf ("labels of %s and %s overlap", label->id, other->id);
  }
  for (guint i = 0; i < check->diagram->shapes->len; i++)
    if (overlap (&label->box, &shape_at (check, i)->box))
      return g_strdup_printf ("label of %s lies on %s", label->id, shape_at (check, i)->id);
  for (guint i = 0; i < check->segments->len; i++) {
    const Segment *segment = &g_array_index (check->segments, Segment, i);
    if (touches (segment, &label->box))
      return g_strdup_printf ("label of %s lies on %s", label->id, segment->id);
  }
  return NULL;
}

static char *
check_labels (const Check *check)
{
  for (guint i = 0; i < check->labels->len; i++) {
    char *fault = check_label (check, i);
    if (fault)
      return fault;
  }
  return NULL;
}

/* ---- pools and lanes */

static char *
check_lanes (const Check *check)
{
  const QmsBox *pool = &g_array_index (check->diagram->pools, QmsPool, 0).box;
  const GArray *lanes = check->diagram->lanes;
  int y = pool->y;

  for (guint i = 0; i < lanes->len; i++) {
    const QmsBox *box = &g_array_index (lanes, QmsLane, i).box;
    if (box->y != y || !contains (pool, box) || box->x + box->width != pool->x + pool->width)
      return g_strdup_printf ("lane %s leaves a gap", g_array_index (lanes, QmsLane, i).id);
    y += box->height;
  }
  if (lanes->len > 0 && y != pool->y + pool->height)
    return g_strdup ("lanes do not fill the pool");
  return NULL;
}

static char *
check_shapes (const Check *check)
{
  const GArray *shapes = check->diagram->shapes;
  for (guint i = 0; i < shapes->len; i++) {
    const QmsShape *shape = shape_at (check, i);
    const QmsBox *lane = &g_array_index (check->diagram->lanes, QmsLane, shape->lane).box;
    if (!contains (lane, &shape->box) || (shape->label.width > 0 && !contains (lane, &shape->label)))
      return g_strdup_printf ("%s is not in its lane", shape->id);
    for (guint k = i + 1; k < shapes->len; k++)
      if (overlap (&shape->box, &shape_at (check, k)->box))
        return g_strdup_printf ("%s and %s overlap", shape->id, shape_at (check, k)->id);
  }
  return NULL;
}

static char *
check_pools (const Check *check)
{
  const GArray *pools = check->diagram->pools;
  for (guint i = 0; i < pools->len; i++)
    for (guint k = i + 1; k < pools->len; k++)
      if (overlap (&g_array_index (pools, QmsPool, i).box, &g_array_index (pools, QmsPool, k).box))
        return g_strdup_printf ("pools %u and %u overlap", i, k);
  return NULL;
}

char *
diagram_check (const QmsDiagram *diagram)
{
  char *(*const checks[]) (const Check *) = { check_lines,  check_crossed_shapes, check_shared_segments,
                                              check_labels, check_lanes,          check_shapes,
                                              check_pools };
  Check check;
  char *fault = NULL;

  collect (&check, diagram);
  for (size_t i = 0; i < G_N_ELEMENTS (checks) && !fault; i++)
    fault = checks[i](&check);
  release (&check);
  return fault;
}

guint
diagram_crossings (const QmsDiagram *diagram)
{
  Check check;
  guint crossings = 0;

  collect (&check, diagram);
  for (guint i = 0; i < check.segments->len; i++) {
    const Segment *a = &g_array_index (check.segments, Segment, i);
    for (guint k = i + 1; k < check.segments->len; k++) {
      const Segment *b = &g_array_index (check.segments, Segment, k);
      QmsBox box = { b->from.x, b->from.y, b->to.x - b->from.x, b->to.y - b->from.y };
      crossings += a->line != b->line && touches (a, &box);
    }
  }
  release (&check);
  return crossings;
}

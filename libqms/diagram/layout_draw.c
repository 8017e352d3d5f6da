/* SPDX-License-Identifier: Apache-2.0 */
/* Points of flows and messages, boxes of shapes and labels. */
#include "diagram/layout.h"

enum { LABEL_GAP = 8 };

/* Adds a point; of three on one line the middle one goes. */
static void
go (GArray *points, int x, int y)
{
  QmsPoint point = { x, y };

  if (points->len >= 2) {
    const QmsPoint *last = &g_array_index (points, QmsPoint, points->len - 1), *before = last - 1;
    if ((before->x == last->x && last->x == x) || (before->y == last->y && last->y == y))
      g_array_set_size (points, points->len - 1);
  }
  g_array_append_val (points, point);
}

static QmsBox
move (QmsBox box, const QmsSpot *place)
{
  return box.width > 0 ? (QmsBox){ box.x + place->x, box.y + place->y, box.width, box.height } : (QmsBox){ 0 };
}

static void
draw_shape (const QmsLayout *layout, guint index)
{
  QmsShape *shape = &g_array_index (layout->diagram->shapes, QmsShape, index);
  const QmsSpot *place = &layout->places[index];

  shape->box = (QmsBox){ place->x - place->half_width, place->y - place->half_height, 2 * place->half_width,
                         2 * place->half_height };
  shape->label = move (place->label, place);
}

static void
draw_departure (const QmsLayout *layout, guint shape, const QmsRoute *route, GArray *points)
{
  const QmsSpot *place = &layout->places[shape];

  if (!route->stub) {
    go (points, place->x + qms_layout_border (layout, shape, route->out), place->y + route->out);
    return;
  }
  int border = qms_layout_border (layout, shape, route->stub_x);
  go (points, place->x + route->stub_x, place->y + (route->out < 0 ? -border : border));
  go (points, place->x + route->stub_x, place->y + route->out);
}

static void
draw_flow (const QmsLayout *layout, guint index)
{
  QmsFlow *flow = &g_array_index (layout->diagram->flows, QmsFlow, index);
  const QmsRoute *route = &layout->routes[index];
  const QmsSpot *source = &layout->places[flow->source], *target = &layout->places[flow->target];
  int out_x = qms_layout_gap_track (layout, route->out_gap, route->out_track);
  int in_x = qms_layout_gap_track (layout, route->in_gap, route->in_track);

  draw_departure (layout, flow->source, route, flow->points);
  if (route->way == QMS_WAY_STEP) {
    go (flow->points, out_x, source->y + route->out);
    go (flow->points, out_x, target->y + route->in);
  } else if (route->way == QMS_WAY_AROUND) {
    int y = qms_layout_aisle_track (layout, route->aisle, route->aisle_track);
    go (flow->points, out_x, source->y + route->out);
    go (flow->points, out_x, y);
    go (flow->points, in_x, y);
    go (flow->points, in_x, target->y + route->in);
  }
  go (flow->points, target->x - qms_layout_border (layout, flow->target, route->in), target->y + route->in);
  flow->label = move (route->label, source);
}

static void
reverse (GArray *points)
{
  for (guint i = 0; i < points->len / 2; i++) {
    QmsPoint *one = &g_array_index (points, QmsPoint, i);
    QmsPoint *other = &g_array_index (points, QmsPoint, points->len - 1 - i), kept = *one;
    *one = *other;
    *other = kept;
  }
}

/* From the shape to the pool; turned round if the message goes the other way. */
static void
draw_message (const QmsLayout *layout, guint index)
{
  QmsMessage *message = &g_array_index (layout->diagram->messages, QmsMessage, index);
  const QmsMessageRoute *route = &layout->message_routes[index];
  const QmsSpot *place = &layout->places[route->shape];
  const QmsBand *band = &layout->bands[route->up];
  int border = qms_layout_is_round (layout, route->shape) ? qms_layout_border (layout, route->shape, route->dock)
                                                          : place->half_height;
  int jog = QMS_TRACK * (int)(route->jog + 1), sign = route->up ? -1 : 1;
  int near = route->up ? band->y + band->height : band->y, far = route->up ? band->y : band->y + band->height;

  go (message->points, place->x + route->dock, place->y + sign * border);
  if (route->around) {
    int y = qms_layout_aisle_track (layout, route->aisle, route->aisle_track);
    go (message->points, place->x + route->dock, y);
    go (message->points, route->x, y);
  }
  if (route->end != route->x) {
    go (message->points, route->x, near + sign * jog);
    go (message->points, route->end, near + sign * jog);
  }
  go (message->points, route->end, far);
  if (!route->out)
    reverse (message->points);
  if (route->label.width > 0)
    message->label =
        (QmsBox){ route->end + LABEL_GAP, route->up ? far + LABEL_GAP : far - LABEL_GAP - route->label.height,
                  route->label.width, route->label.height };
}

void
qms_layout_draw (QmsLayout *layout)
{
  for (guint i = 0; i < layout->shapes; i++)
    draw_shape (layout, i);
  for (guint i = 0; i < layout->flows; i++)
    draw_flow (layout, i);
  for (guint i = 0; i < layout->messages; i++)
    draw_message (layout, i);
}

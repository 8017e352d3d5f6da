/* SPDX-License-Identifier: Apache-2.0 */
/* Sizes of shapes, their labels and the room that both need. */
#include "diagram/layout.h"
#include "diagram/wrap.h"

enum { MARGIN = 8, TASK_WIDTH = 140, TASK_HEIGHT = 80, TASK_LINES = 4, SIGN = 25, GATEWAY = 50, EVENT = 36 };

static bool
is_gateway (const QmsLayout *layout, guint shape)
{
  QmsShapeKind kind = qms_layout_shape (layout, shape)->kind;
  return kind == QMS_SHAPE_XOR || kind == QMS_SHAPE_AND || kind == QMS_SHAPE_EVENT_GATEWAY;
}

/* Modellers draw a sign in the upper left corner and the name in the middle: more than two lines need more height to keep below
 * the sign. */
static int
task_height (const char *name)
{
  g_autoptr (QmsLines) lines = qms_wrap (name, QMS_NAME_SIZE, TASK_WIDTH - 2 * MARGIN, TASK_LINES);

  return MAX (TASK_HEIGHT, 2 * SIGN + qms_line_height (QMS_NAME_SIZE) * (int)lines->lines->len);
}

void
qms_layout_base_size (QmsLayout *layout, guint shape)
{
  QmsSpot *place = &layout->places[shape];
  bool round = qms_layout_is_round (layout, shape), gateway = is_gateway (layout, shape);

  place->half_width = (round ? gateway ? GATEWAY : EVENT : TASK_WIDTH) / 2;
  place->half_height = round ? place->half_width : task_height (qms_layout_shape (layout, shape)->name) / 2;
}

int
qms_layout_reach (const QmsLayout *layout, guint shape)
{
  return qms_layout_is_round (layout, shape) && !is_gateway (layout, shape) ? EVENT / 2 - 4 : G_MAXINT;
}

/* How high a circle is there, rounded down. */
static int
circle (int radius, int x)
{
  int y = radius;
  while (y > 0 && x * x + y * y > radius * radius)
    y--;
  return y;
}

int
qms_layout_border (const QmsLayout *layout, guint shape, int offset)
{
  const QmsSpot *place = &layout->places[shape];

  if (!qms_layout_is_round (layout, shape))
    return place->half_width;
  if (is_gateway (layout, shape))
    return place->half_width - ABS (offset);
  return circle (place->half_width, offset);
}

void
qms_layout_measure_label (const char *name, QmsBox *label)
{
  g_autoptr (QmsLines) lines = qms_wrap_label (name);

  label->width = lines->lines->len > 0 ? lines->width + 2 : 0;
  label->height = (int)lines->lines->len * qms_line_height (QMS_LABEL_SIZE);
}

/* Beside what leaves on that side, otherwise in the middle. */
static int
label_x (const QmsSpot *place, guint exits, guint messages)
{
  if (exits + messages == 0)
    return -place->label.width / 2;
  return -MARGIN - (messages > 0 ? (int)(messages - (exits == 0)) * MARGIN : 0) - place->label.width;
}

/* Questions stand above gateways, names of events below; `mid` is the height of the label of the flow that runs on. */
static void
place_name (QmsLayout *layout, guint shape, int mid)
{
  QmsSpot *place = &layout->places[shape];

  if (!qms_layout_is_round (layout, shape))
    return;
  qms_layout_measure_label (qms_layout_shape (layout, shape)->name, &place->label);
  if (is_gateway (layout, shape)) {
    place->label.x = label_x (place, place->exits_above, place->above);
    place->label.y = -MAX (place->half_height + 4, mid + MARGIN) - place->label.height;
  } else {
    place->label.x = label_x (place, place->exits_below, place->below);
    place->label.y = place->half_height + 4;
  }
}

static void
need (QmsSpot *place, const QmsBox *box)
{
  place->left = MAX (place->left, -box->x + MARGIN);
  place->right = MAX (place->right, box->x + box->width + MARGIN);
  place->up = MAX (place->up, -box->y + MARGIN);
  place->down = MAX (place->down, box->y + box->height + MARGIN);
}

/* A label stands on its flow, where it leaves the source. */
static void
place_flow_label (QmsLayout *layout, guint flow)
{
  QmsRoute *route = &layout->routes[flow];
  QmsSpot *place = &layout->places[qms_layout_flow (layout, flow)->source];

  route->label.x = place->half_width + 6;
  route->label.y = route->out - 3 - route->label.height;
  need (place, &route->label);
  need (place, &(QmsBox){ 0, route->out, 0, 0 });
}

void
qms_layout_place_labels (QmsLayout *layout)
{
  g_autofree int *mid = g_new0 (int, layout->shapes + 1);

  for (guint i = 0; i < layout->flows; i++) {
    if (layout->routes[i].out == 0)
      mid[qms_layout_flow (layout, i)->source] = layout->routes[i].label.height;
    place_flow_label (layout, i);
  }
  for (guint i = 0; i < layout->shapes; i++) {
    QmsSpot *place = &layout->places[i];
    place_name (layout, i, mid[i]);
    need (place, &(QmsBox){ -place->half_width, -place->half_height, 2 * place->half_width, 2 * place->half_height });
    if (place->label.width > 0)
      need (place, &place->label);
  }
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Ways: straight where nothing stands between, else by one gap, else around by an aisle; messages straight or around. */
#include "diagram/layout.h"

/* Whether the cells of a row from one column up to before another are free. */
static bool
is_clear (const QmsLayout *layout, guint row, guint from, guint to)
{
  for (guint column = from; column < to; column++)
    if (!qms_layout_is_free (layout, row, column))
      return false;
  return true;
}

/* Takes these cells if all are free. */
static bool
pass (QmsLayout *layout, guint row, guint from, guint to)
{
  if (!is_clear (layout, row, from, to))
    return false;
  for (guint column = from; column < to; column++)
    qms_layout_take (layout, row, column);
  return true;
}

static bool
try_straight (QmsLayout *layout, QmsRoute *route, const QmsSpot *source, const QmsSpot *target)
{
  if (route->back || source->row != target->row || !pass (layout, source->row, source->column + 1, target->column))
    return false;
  route->way = QMS_WAY_STRAIGHT;
  route->out_gap = source->column + 1;
  route->in_gap = target->column;
  return true;
}

/* What fans out turns early, what comes together turns late. */
static bool
try_step (QmsLayout *layout, QmsRoute *route, const QmsSpot *source, const QmsSpot *target, bool early)
{
  if (route->back || source->row == target->row
      || !pass (layout, early ? target->row : source->row, source->column + 1, target->column))
    return false;
  route->way = QMS_WAY_STEP;
  route->out_gap = route->in_gap = early ? source->column + 1 : target->column;
  return true;
}

/* Along the lane of the source, on the side of the target; what leads back in its row below, what leads on above it. */
static void
go_around (QmsLayout *layout, QmsRoute *route, const QmsSpot *source, const QmsSpot *target)
{
  bool up = target->row < source->row || (target->row == source->row && !route->back);

  route->way = QMS_WAY_AROUND;
  route->out_gap = source->column + 1;
  route->in_gap = target->column;
  route->aisle = up ? qms_layout_above (layout, source->row) : qms_layout_below (layout, source->row);
}

static void
plan_flows (QmsLayout *layout)
{
  g_autofree guint *leaving = g_new0 (guint, layout->shapes + 1);
  g_autofree bool *done = g_new0 (bool, layout->flows + 1);

  for (guint i = 0; i < layout->flows; i++) {
    const QmsFlow *flow = qms_layout_flow (layout, i);
    leaving[flow->source]++;
    done[i] = try_straight (layout, &layout->routes[i], &layout->places[flow->source], &layout->places[flow->target]);
  }
  for (guint i = 0; i < layout->flows; i++) {
    const QmsFlow *flow = qms_layout_flow (layout, i);
    const QmsSpot *source = &layout->places[flow->source], *target = &layout->places[flow->target];
    QmsRoute *route = &layout->routes[i];
    bool early = leaving[flow->source] > 1;
    if (!done[i] && !try_step (layout, route, source, target, early)
        && !try_step (layout, route, source, target, !early))
      go_around (layout, route, source, target);
  }
}

/* First and last row of each column that has a shape. */
static void
find_rims (const QmsLayout *layout, guint *first, guint *last)
{
  for (guint i = 0; i < layout->columns; i++)
    first[i] = G_MAXUINT;
  for (guint i = 0; i < layout->shapes; i++) {
    const QmsSpot *place = &layout->places[i];
    first[place->column] = MIN (first[place->column], place->row);
    last[place->column] = MAX (last[place->column], place->row);
  }
}

static void
plan_message (QmsLayout *layout, const QmsMessage *message, QmsMessageRoute *route)
{
  route->out = message->source != QMS_DIAGRAM_NONE;
  route->shape = route->out ? message->source : message->target;
  route->pool = route->out ? message->target_pool : message->source_pool;
  route->up = g_array_index (layout->diagram->pools, QmsPool, route->pool).above;
  QmsSpot *place = &layout->places[route->shape];
  route->up ? place->above++ : place->below++;
  route->gap = place->column + (route->out ? 1 : 0);
  route->aisle = route->up ? qms_layout_above (layout, place->row) : qms_layout_below (layout, place->row);
}

static void
plan_messages (QmsLayout *layout)
{
  g_autofree guint *first = g_new0 (guint, layout->columns), *last = g_new0 (guint, layout->columns);

  find_rims (layout, first, last);
  for (guint i = 0; i < layout->messages; i++) {
    QmsMessageRoute *route = &layout->message_routes[i];
    plan_message (layout, &g_array_index (layout->diagram->messages, QmsMessage, i), route);
    const QmsSpot *place = &layout->places[route->shape];
    route->around = place->row != (route->up ? first : last)[place->column];
  }
}

void
qms_layout_ways (QmsLayout *layout)
{
  plan_flows (layout);
  plan_messages (layout);
}

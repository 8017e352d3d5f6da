/* SPDX-License-Identifier: Apache-2.0 */
/* Where flows leave and arrive: sorted by where they come from and go to, so that they do not cross near the shape; never at
 * a height at which another runs on the other side of the same gap. */
#include "diagram/layout.h"

enum { STEP = 16, FEW = 4, NEAR = 4, SPAN = 1 << 20 };

/* Flows by shape: those of shape s are flows[first[s]] to flows[first[s + 1] - 1]. */
typedef struct {
  const QmsLayout *layout;
  bool in;
  guint *first, *flows;
} Sides;

static guint
end_of (const Sides *sides, guint flow)
{
  const QmsFlow *it = qms_layout_flow (sides->layout, flow);
  return sides->in ? it->target : it->source;
}

/* How high up a flow comes from or goes to. */
static guint
far_position (const Sides *sides, guint flow)
{
  const QmsRoute *route = &sides->layout->routes[flow];
  const QmsFlow *it = qms_layout_flow (sides->layout, flow);

  if (route->way == QMS_WAY_AROUND)
    return qms_layout_aisle_position (sides->layout, route->aisle);
  return qms_layout_row_position (sides->layout, sides->layout->places[sides->in ? it->source : it->target].row);
}

static int
compare_flows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sides *sides = data;
  guint one = *(const guint *)a, two = *(const guint *)b;
  guint keys[][2] = { { end_of (sides, one), end_of (sides, two) },
                      { far_position (sides, one), far_position (sides, two) },
                      { one, two } };
  for (size_t i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

static void
sort_side (Sides *sides, const QmsLayout *layout, bool in)
{
  *sides = (Sides){ layout, in, g_new0 (guint, layout->shapes + 1), g_new (guint, layout->flows + 1) };
  for (guint i = 0; i < layout->flows; i++) {
    sides->flows[i] = i;
    sides->first[end_of (sides, i) + 1]++;
  }
  for (guint i = 0; i < layout->shapes; i++)
    sides->first[i + 1] += sides->first[i];
  g_qsort_with_data (sides->flows, (int)layout->flows, sizeof (guint), compare_flows, sides);
}

/* ---- heights in use */

static gpointer
height_key (const QmsLayout *layout, guint row, guint gap, int offset)
{
  return GSIZE_TO_POINTER (((gsize)row * (layout->columns + 1) + gap) * SPAN + (gsize)(offset + SPAN / 2));
}

static void
use_height (QmsLayout *layout, guint row, guint gap, int offset)
{
  g_hash_table_add (layout->ends, height_key (layout, row, gap, offset));
}

static bool
is_used (const QmsLayout *layout, guint row, guint gap, int offset, int distance)
{
  for (int i = -distance; i <= distance; i++)
    if (g_hash_table_contains (layout->ends, height_key (layout, row, gap, offset + i)))
      return true;
  return false;
}

/* The height nearest to `wish`, in steps, that is free in the gap where the flow turns and before the shape. */
static bool
find_height (const QmsLayout *layout, const QmsSpot *place, guint gap, int wish, int reach, int step, int *height)
{
  int distance = MIN (NEAR, step - 1);
  for (int i = 0; i <= SPAN / 4; i += step) {
    int candidates[] = { wish - i, wish + i };
    if (ABS (wish) + i > reach && i - ABS (wish) > reach)
      return false;
    for (size_t k = 0; k < G_N_ELEMENTS (candidates); k++) {
      *height = candidates[k];
      if (ABS (*height) <= reach && !is_used (layout, place->row, gap, *height, distance)
          && !is_used (layout, place->row, place->column, *height, distance))
        return true;
    }
  }
  return false;
}

/* ---- arriving */

static guint
find_straight (const QmsLayout *layout, const guint *flows, guint count)
{
  for (guint i = 0; i < count; i++)
    if (layout->routes[flows[i]].way == QMS_WAY_STRAIGHT)
      return i;
  return QMS_DIAGRAM_NONE;
}

static void
arrive (QmsLayout *layout, guint shape, QmsRoute *route, int wish)
{
  const QmsSpot *place = &layout->places[shape];
  int reach = qms_layout_reach (layout, shape);

  wish = CLAMP (wish, -reach, reach);
  if (route->way == QMS_WAY_STRAIGHT)
    route->in = 0;
  else if (!find_height (layout, place, route->in_gap, wish, reach, NEAR * 2, &route->in)
           && !find_height (layout, place, route->in_gap, wish, reach, 1, &route->in))
    route->in = wish;
  use_height (layout, place->row, route->in_gap, route->in);
  use_height (layout, place->row, place->column, route->in);
}

/* A shape grows with the flows that arrive. */
static void
grow (QmsLayout *layout, guint shape, int offset)
{
  QmsSpot *place = &layout->places[shape];

  if (qms_layout_reach (layout, shape) < G_MAXINT)
    return;
  if (!qms_layout_is_round (layout, shape)) {
    place->half_height = MAX (place->half_height, ABS (offset) + QMS_TRACK);
    return;
  }
  place->half_height = MAX (place->half_height, ABS (offset) + NEAR);
  place->half_width = place->half_height;
}

static void
place_arrivals (QmsLayout *layout, guint shape, const guint *flows, guint count)
{
  guint straight = find_straight (layout, flows, count);
  int step = !qms_layout_is_round (layout, shape) ? STEP : count <= FEW ? STEP * 3 / 4 : STEP / 2;
  int middle = straight == QMS_DIAGRAM_NONE ? (int)(count - 1) * step / 2 : (int)straight * step;

  if (straight != QMS_DIAGRAM_NONE)
    arrive (layout, shape, &layout->routes[flows[straight]], 0);
  for (guint i = 0; i < count; i++) {
    QmsRoute *route = &layout->routes[flows[i]];
    if (i != straight)
      arrive (layout, shape, route, (int)i * step - middle);
    grow (layout, shape, route->in);
  }
}

/* ---- leaving */

static int
label_height (const QmsRoute *route)
{
  return route->label.height > 0 ? route->label.height + 6 : 0;
}

/* The flow that leaves in the middle: the straight one, otherwise the nearest that does not lead back. */
static guint
choose_middle (const QmsLayout *layout, guint shape, const Sides *sides, const guint *flows, guint count)
{
  guint straight = find_straight (layout, flows, count), rising = 0;
  guint position = qms_layout_row_position (layout, layout->places[shape].row);

  if (straight != QMS_DIAGRAM_NONE)
    return straight;
  while (rising < count && far_position (sides, flows[rising]) < position)
    rising++;
  if (rising < count && (rising == 0 || !layout->routes[flows[rising]].back))
    return rising;
  return rising - 1;
}

/* Gateways and events are left upward and downward too, the outermost flow at the corner. */
static void
place_stubs (QmsLayout *layout, guint shape, const guint *flows, guint count, guint middle)
{
  QmsSpot *place = &layout->places[shape];
  guint most = MAX (middle, count - 1 - middle);

  if (qms_layout_reach (layout, shape) == G_MAXINT)
    place->half_width = place->half_height = MAX (place->half_height, 4 * (int)most);
  int step = MIN (8, (place->half_width - NEAR) / (int)MAX (most, 1));
  for (guint i = 0; i < count; i++) {
    QmsRoute *route = &layout->routes[flows[i]];
    route->stub = i != middle;
    route->stub_x = step * (int)(i < middle ? i : count - 1 - i);
  }
  place->exits_above = middle;
  place->exits_below = count - 1 - middle;
}

static void
place_departures (QmsLayout *layout, guint shape, const Sides *sides, const guint *flows, guint count)
{
  guint middle = choose_middle (layout, shape, sides, flows, count);
  bool round = qms_layout_is_round (layout, shape);

  if (round)
    place_stubs (layout, shape, flows, count, middle);
  int least = round ? layout->places[shape].half_height + QMS_TRACK : QMS_TRACK;
  for (guint i = middle; i > 0; i--) {
    const QmsRoute *below = &layout->routes[flows[i]];
    layout->routes[flows[i - 1]].out = below->out - MAX (i == middle ? least : QMS_TRACK, label_height (below));
  }
  for (guint i = middle + 1; i < count; i++) {
    QmsRoute *route = &layout->routes[flows[i]];
    const QmsRoute *above = &layout->routes[flows[i - 1]];
    route->out = above->out + MAX (i == middle + 1 ? least : QMS_TRACK, label_height (route));
  }
  for (guint i = 0; i < count; i++) {
    const QmsRoute *route = &layout->routes[flows[i]];
    if (!round)
      grow (layout, shape, route->out);
    use_height (layout, layout->places[shape].row, route->out_gap, route->out);
  }
}

/* ---- in order of columns, since what arrives looks at what has left on its left */

static guint *
sort_by_column (const QmsLayout *layout)
{
  g_autofree guint *first = g_new0 (guint, layout->columns + 1);
  guint *order = g_new (guint, layout->shapes + 1);

  for (guint i = 0; i < layout->shapes; i++)
    first[layout->places[i].column + 1]++;
  for (guint i = 0; i < layout->columns; i++)
    first[i + 1] += first[i];
  for (guint i = 0; i < layout->shapes; i++)
    order[first[layout->places[i].column]++] = i;
  return order;
}

void
qms_layout_ports (QmsLayout *layout)
{
  g_autofree guint *order = sort_by_column (layout);
  Sides in, out;

  for (guint i = 0; i < layout->flows; i++)
    qms_layout_measure_label (qms_layout_flow (layout, i)->name, &layout->routes[i].label);
  sort_side (&in, layout, true);
  sort_side (&out, layout, false);
  for (guint i = 0; i < layout->shapes; i++) {
    guint shape = order[i], arriving = in.first[shape + 1] - in.first[shape];
    guint leaving = out.first[shape + 1] - out.first[shape];
    qms_layout_base_size (layout, shape);
    if (arriving > 0)
      place_arrivals (layout, shape, in.flows + in.first[shape], arriving);
    if (leaving > 0)
      place_departures (layout, shape, &out, out.flows + out.first[shape], leaving);
  }
  qms_layout_place_labels (layout);
  Sides *both[] = { &in, &out };
  for (size_t i = 0; i < G_N_ELEMENTS (both); i++) {
    g_free (both[i]->first);
    g_free (both[i]->flows);
  }
}

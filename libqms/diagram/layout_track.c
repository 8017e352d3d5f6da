/* SPDX-License-Identifier: Apache-2.0 */
/* Tracks: what shares a stretch of a gap or aisle gets a line of its own, in an order that avoids crossings. */
#include "diagram/layout.h"
#include "diagram/layout_levels.h"

enum { RETURN_BEFORE, RISE, FALL, RETURN_BEHIND };

/* A stretch of a gap or aisle that a flow or message takes. */
typedef struct {
  guint channel, from, to; /* positions along it, in either order */
  int group;
  gint64 key; /* order in the group */
  guint *track;
} Net;

static void
add (GArray *nets, guint channel, guint from, guint to, int group, gint64 key, guint *track)
{
  Net net = { channel, from, to, group, key, track };
  g_array_append_val (nets, net);
}

static gint64
span (guint from, guint to)
{
  return from > to ? from - to : to - from;
}

/* Rising lines that start higher stand further left, falling ones further right: then they pass beside each other. */
static void
add_through (GArray *nets, guint gap, guint from, int from_offset, guint to, guint *track)
{
  gint64 start = (gint64)from * (1 << 20) + from_offset;
  add (nets, gap, from, to, to < from ? RISE : FALL, to < from ? start : -start, track);
}

static void
add_flow (const QmsLayout *layout, guint flow, GArray *gaps, GArray *aisles)
{
  QmsRoute *route = &layout->routes[flow];
  guint source_row = layout->places[qms_layout_flow (layout, flow)->source].row;
  guint source = qms_layout_row_position (layout, source_row);
  guint target = qms_layout_row_position (layout, layout->places[qms_layout_flow (layout, flow)->target].row);

  if (route->way == QMS_WAY_STEP)
    add_through (gaps, route->out_gap, source, route->out, target, &route->out_track);
  if (route->way != QMS_WAY_AROUND)
    return;
  guint aisle = qms_layout_aisle_position (layout, route->aisle);
  if (route->back) {
    add (gaps, route->out_gap, source, aisle, RETURN_BEFORE, span (source, aisle), &route->out_track);
    add (gaps, route->in_gap, aisle, target, RETURN_BEHIND, -span (aisle, target), &route->in_track);
  } else {
    add_through (gaps, route->out_gap, source, route->out, aisle, &route->out_track);
    add_through (gaps, route->in_gap, aisle, 0, target, &route->in_track);
  }
  gint64 length = span (route->out_gap, route->in_gap);
  bool from_above = source < aisle, to_above = target < aisle;
  if (from_above && to_above)
    add (aisles, route->aisle, 2 * route->out_gap, 2 * route->in_gap, RETURN_BEFORE, length, &route->aisle_track);
  else if (from_above || to_above)
    add (aisles, route->aisle, 2 * route->out_gap, 2 * route->in_gap, RISE, route->out_gap, &route->aisle_track);
  else
    add (aisles, route->aisle, 2 * route->out_gap, 2 * route->in_gap, RETURN_BEHIND, -length, &route->aisle_track);
}

/* In an aisle, what comes down from the row above runs above what comes up from the row below: their docks may be in line. */
static void
add_message (const QmsLayout *layout, guint message, GArray *gaps, GArray *aisles)
{
  QmsMessageRoute *route = &layout->message_routes[message];
  guint column = layout->places[route->shape].column;
  guint aisle = qms_layout_aisle_position (layout, route->aisle);
  guint rim = route->up ? 0 : 2 * layout->rows + layout->lanes - 1;

  if (!route->around)
    return;
  add (gaps, route->gap, aisle, rim, route->out ? RETURN_BEFORE : RETURN_BEHIND, 0, &route->gap_track);
  add (aisles, route->aisle, 2 * column + 1, 2 * route->gap, route->up ? RETURN_BEHIND : RETURN_BEFORE, 0,
       &route->aisle_track);
}

static int
compare_nets (gconstpointer a, gconstpointer b)
{
  const Net *one = a, *two = b;

  if (one->channel != two->channel)
    return one->channel < two->channel ? -1 : 1;
  if (one->group != two->group)
    return one->group - two->group;
  return one->key < two->key ? -1 : one->key > two->key;
}

/* Track of each net: one more than the highest of those before it with which it shares a position. Channels share the levels: each
 * begins where the one before it ended. */
static guint *
assign (GArray *nets, guint channels, guint length)
{
  guint *tracks = g_new0 (guint, channels), ground = 0, top = 0;
  QmsLevels levels;

  qms_levels_init (&levels, length);
  g_array_sort (nets, compare_nets); /* stable, so that equal nets keep their order */
  for (guint i = 0; i < nets->len; i++) {
    const Net *net = &g_array_index (nets, Net, i);
    guint from = MIN (net->from, net->to), to = MAX (net->from, net->to);
    if (i > 0 && net[-1].channel != net->channel)
      ground = top;
    guint highest = qms_levels_highest (&levels, from, to), level = MAX (highest, ground);
    qms_levels_raise (&levels, from, to, level + 1);
    top = MAX (top, level + 1);
    *net->track = level - ground;
    tracks[net->channel] = MAX (tracks[net->channel], level - ground + 1);
  }
  qms_levels_clear (&levels);
  return tracks;
}

void
qms_layout_tracks (QmsLayout *layout)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (Net));
  g_autoptr (GArray) aisles = g_array_new (FALSE, FALSE, sizeof (Net));

  for (guint i = 0; i < layout->flows; i++)
    add_flow (layout, i, gaps, aisles);
  for (guint i = 0; i < layout->messages; i++)
    add_message (layout, i, gaps, aisles);
  layout->gap_tracks = assign (gaps, layout->columns + 1, 2 * layout->rows + layout->lanes);
  layout->aisle_tracks = assign (aisles, layout->aisles, 2 * layout->columns + 1);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Messages: where they leave shapes and where they meet the pools of others. Pools on one side stand beside each other, so that no
 * message crosses a pool; each message has room for its label, into which no other comes. */
#include "diagram/layout.h"

enum { SPREAD = 96, DOCK = 8, SLOT = 24, INSET = 12, BAND = 40, NARROWEST = 200, SPACE = 20 };

static QmsPool *
pool_of (const QmsLayout *layout, guint pool)
{
  return &g_array_index (layout->diagram->pools, QmsPool, pool);
}

/* ---- at the shape */

static int
dock (const QmsLayout *layout, const QmsMessageRoute *route, guint index)
{
  const QmsSpot *place = &layout->places[route->shape];
  guint count = route->up ? place->above : place->below, exits = route->up ? place->exits_above : place->exits_below;

  if (!qms_layout_is_round (layout, route->shape))
    return SPREAD * (int)(index + 1) / (int)(count + 1) - SPREAD / 2;
  return -MIN ((int)(index + (exits > 0)) * DOCK, place->half_width - 4);
}

void
qms_layout_docks (QmsLayout *layout)
{
  g_autofree guint *below = g_new0 (guint, layout->shapes + 1), *above = g_new0 (guint, layout->shapes + 1);
  guint *used[] = { below, above };

  for (guint i = 0; i < layout->messages; i++) {
    QmsMessageRoute *route = &layout->message_routes[i];
    route->dock = dock (layout, route, used[route->up][route->shape]++);
    qms_layout_measure_label (g_array_index (layout->diagram->messages, QmsMessage, i).name, &route->label);
  }
}

/* ---- bands */

static int
slot (const QmsMessageRoute *route)
{
  return route->label.width + SLOT;
}

/* Room of the widest pool for its messages. */
static int
widest_pool (const QmsLayout *layout, bool up)
{
  g_autofree int *widths = g_new0 (int, layout->diagram->pools->len);
  int widest = NARROWEST;

  for (guint i = 0; i < layout->messages; i++) {
    const QmsMessageRoute *route = &layout->message_routes[i];
    widths[route->pool] += slot (route);
    if (route->up == up)
      widest = MAX (widest, widths[route->pool] + 2 * INSET);
  }
  return widest;
}

void
qms_layout_measure_bands (QmsLayout *layout)
{
  for (guint i = 1; i < layout->diagram->pools->len; i++)
    layout->bands[pool_of (layout, i)->above].pools++;
  for (guint i = 0; i < layout->messages; i++) {
    QmsBand *band = &layout->bands[layout->message_routes[i].up];
    band->labels = MAX (band->labels, layout->message_routes[i].label.height);
  }
  for (guint up = 0; up < G_N_ELEMENTS (layout->bands); up++)
    layout->bands[up].width = (int)layout->bands[up].pools * (widest_pool (layout, up) + SPACE);
}

/* ---- at the pools */

static int
compare_messages (gconstpointer a, gconstpointer b)
{
  const QmsMessageRoute *one = *(const QmsMessageRoute *const *)a, *two = *(const QmsMessageRoute *const *)b;

  if (one->pool != two->pool)
    return one->pool < two->pool ? -1 : 1;
  return one->x < two->x ? -1 : one->x > two->x;
}

static GPtrArray *
sort_messages (QmsLayout *layout, bool up)
{
  GPtrArray *sorted = g_ptr_array_new ();
  for (guint i = 0; i < layout->messages; i++)
    if (layout->message_routes[i].up == up)
      g_ptr_array_add (sorted, &layout->message_routes[i]);
  g_ptr_array_sort (sorted, compare_messages);
  return sorted;
}

/* Whether another message crosses the border of the agency's pool there. */
static bool
is_crossed (GHashTable *crossings, const QmsMessageRoute *route)
{
  for (int x = route->end - 2; x <= route->end + 2; x++) {
    const QmsMessageRoute *other = g_hash_table_lookup (crossings, GINT_TO_POINTER (x));
    if (other && other != route)
      return true;
  }
  return false;
}

/* As far left as they can be, but not left of where they come from; then back from the right end of the pool. */
static void
place_ends (const QmsLayout *layout, GPtrArray *sorted, GHashTable *crossings)
{
  for (guint i = 0; i < sorted->len; i++) {
    QmsMessageRoute *route = sorted->pdata[i], *before = i > 0 ? sorted->pdata[i - 1] : NULL;
    int least = pool_of (layout, route->pool)->box.x + INSET;
    if (before && before->pool == route->pool)
      least = before->end + slot (before);
    route->end = MAX (route->x, least);
  }
  for (guint i = sorted->len; i-- > 0;) {
    QmsMessageRoute *route = sorted->pdata[i], *behind = i + 1 < sorted->len ? sorted->pdata[i + 1] : NULL;
    const QmsBox *box = &pool_of (layout, route->pool)->box;
    int most = box->x + box->width - SLOT - route->label.width;
    if (behind && behind->pool == route->pool)
      most = behind->end - slot (route);
    route->end = MIN (route->end, most);
  }
  for (guint i = 0; i < sorted->len; i++) {
    QmsMessageRoute *route = sorted->pdata[i];
    while (route->end != route->x && is_crossed (crossings, route))
      route->end++;
  }
}

/* First track whose last jog ends left of this one. */
static guint
find_jog (GArray *ends, int from, int to)
{
  guint jog = 0;
  while (jog < ends->len && g_array_index (ends, int, jog) + 4 > from)
    jog++;
  if (jog == ends->len)
    g_array_append_val (ends, to);
  g_array_index (ends, int, jog) = to;
  return jog;
}

static int
compare_jogs (gconstpointer a, gconstpointer b)
{
  const QmsMessageRoute *one = *(const QmsMessageRoute *const *)a, *two = *(const QmsMessageRoute *const *)b;
  int from = MIN (one->x, one->end), other = MIN (two->x, two->end);

  return from < other ? -1 : from > other;
}

static guint
place_jogs (GPtrArray *messages)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (int));

  g_ptr_array_sort (messages, compare_jogs);
  for (guint i = 0; i < messages->len; i++) {
    QmsMessageRoute *route = messages->pdata[i];
    if (route->end != route->x)
      route->jog = find_jog (ends, MIN (route->x, route->end), MAX (route->x, route->end));
  }
  return ends->len;
}

static void
spread_pools (QmsLayout *layout, bool up)
{
  guint count = layout->bands[up].pools, index = 0;

  for (guint i = 1; i < layout->diagram->pools->len; i++) {
    QmsPool *pool = pool_of (layout, i);
    if (pool->above != up)
      continue;
    int from = (layout->width + SPACE) * (int)index / (int)count;
    int to = (layout->width + SPACE) * (int)(index + 1) / (int)count - SPACE;
    pool->box = (QmsBox){ layout->x + from, 0, to - from, QMS_BLACK_BOX };
    index++;
  }
}

void
qms_layout_place_messages (QmsLayout *layout)
{
  for (guint up = 0; up < G_N_ELEMENTS (layout->bands); up++) {
    QmsBand *band = &layout->bands[up];
    g_autoptr (GPtrArray) sorted = sort_messages (layout, up);
    g_autoptr (GHashTable) crossings = g_hash_table_new (g_direct_hash, g_direct_equal);
    for (guint i = 0; i < sorted->len; i++)
      g_hash_table_insert (crossings, GINT_TO_POINTER (((QmsMessageRoute *)sorted->pdata[i])->x), sorted->pdata[i]);
    spread_pools (layout, up);
    place_ends (layout, sorted, crossings);
    band->jogs = place_jogs (sorted);
    band->height = band->pools > 0 ? BAND + (int)band->jogs * QMS_TRACK + band->labels : 0;
  }
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Columns: flows that lead back are found by a search in depth from the start, the rest is a graph without loops. */
#include "diagram/layout.h"

enum { NEW, OPEN, DONE };

/* Flows out of each shape, in their order: those of shape s are order[first[s]] to order[first[s + 1] - 1]. */
typedef struct {
  guint *first, *order;
  guint8 *state;
  guint *next;    /* flow of a shape to follow next */
  GArray *path;   /* shapes from the root of the search to where it is */
  GArray *sorted; /* shapes, those that come later first */
} Search;

static void
sort_flows (const QmsLayout *layout, Search *search)
{
  search->first = g_new0 (guint, layout->shapes + 2);
  search->order = g_new (guint, layout->flows + 1);
  for (guint i = 0; i < layout->flows; i++)
    search->first[qms_layout_flow (layout, i)->source + 2]++;
  for (guint i = 2; i < layout->shapes + 2; i++)
    search->first[i] += search->first[i - 1];
  for (guint i = 0; i < layout->flows; i++)
    search->order[search->first[qms_layout_flow (layout, i)->source + 1]++] = i;
}

static void
enter (Search *search, guint shape)
{
  search->state[shape] = OPEN;
  search->next[shape] = search->first[shape];
  g_array_append_val (search->path, shape);
}

static void
leave (Search *search, guint shape)
{
  search->state[shape] = DONE;
  g_array_append_val (search->sorted, shape);
  g_array_set_size (search->path, search->path->len - 1);
}

/* Marks the flows that lead back to a shape on the path to them. */
static void
search_from (QmsLayout *layout, Search *search, guint root)
{
  enter (search, root);
  while (search->path->len > 0) {
    guint shape = g_array_index (search->path, guint, search->path->len - 1);
    if (search->next[shape] == search->first[shape + 1]) {
      leave (search, shape);
      continue;
    }
    guint flow = search->order[search->next[shape]++], target = qms_layout_flow (layout, flow)->target;
    layout->routes[flow].back = search->state[target] == OPEN;
    if (search->state[target] == NEW)
      enter (search, target);
  }
}

/* Starts first: what is only reached from elsewhere must not make the way from the start a way back. */
static void
search_all (QmsLayout *layout, Search *search)
{
  for (guint i = 0; i < layout->shapes; i++)
    if (qms_layout_shape (layout, i)->kind == QMS_SHAPE_START && search->state[i] == NEW)
      search_from (layout, search, i);
  for (guint i = 0; i < layout->shapes; i++)
    if (search->state[i] == NEW)
      search_from (layout, search, i);
}

static void
number_columns (QmsLayout *layout, const Search *search)
{
  for (guint i = layout->shapes; i-- > 0;) {
    guint shape = g_array_index (search->sorted, guint, i), column = layout->places[shape].column;
    layout->columns = MAX (layout->columns, column + 1);
    for (guint k = search->first[shape]; k < search->first[shape + 1]; k++) {
      QmsSpot *target = &layout->places[qms_layout_flow (layout, search->order[k])->target];
      if (!layout->routes[search->order[k]].back)
        target->column = MAX (target->column, column + 1);
    }
  }
}

void
qms_layout_rank (QmsLayout *layout)
{
  Search search = { .state = g_new0 (guint8, layout->shapes + 1), .next = g_new0 (guint, layout->shapes + 1) };

  search.path = g_array_new (FALSE, FALSE, sizeof (guint));
  search.sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  sort_flows (layout, &search);
  search_all (layout, &search);
  number_columns (layout, &search);
  layout->columns = MAX (layout->columns, 1);
  g_array_unref (search.path);
  g_array_unref (search.sorted);
  g_free (search.first);
  g_free (search.order);
  g_free (search.state);
  g_free (search.next);
}

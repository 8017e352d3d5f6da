/* SPDX-License-Identifier: Apache-2.0 */
/* Rows: a shape stands in the row of the shape before it if it can, so that flows run straight. */
#include "diagram/layout.h"

static gpointer
cell (const QmsLayout *layout, guint row, guint column)
{
  return GSIZE_TO_POINTER ((gsize)row * layout->columns + column + 1);
}

bool
qms_layout_take (QmsLayout *layout, guint row, guint column)
{
  return g_hash_table_add (layout->cells, cell (layout, row, column));
}

bool
qms_layout_is_free (const QmsLayout *layout, guint row, guint column)
{
  return !g_hash_table_contains (layout->cells, cell (layout, row, column));
}

/* By column; in a column ends come last, since the work goes on with the others. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const QmsLayout *layout = data;
  guint first = *(const guint *)a, second = *(const guint *)b;
  const QmsSpot *one = &layout->places[first], *two = &layout->places[second];
  int one_ends = qms_layout_shape (layout, first)->kind == QMS_SHAPE_END;
  int two_ends = qms_layout_shape (layout, second)->kind == QMS_SHAPE_END;

  if (one->column != two->column)
    return one->column < two->column ? -1 : 1;
  if (one_ends != two_ends)
    return one_ends - two_ends;
  return first < second ? -1 : first > second;
}

static guint *
sort_shapes (const QmsLayout *layout)
{
  guint *order = g_new (guint, layout->shapes + 1);
  for (guint i = 0; i < layout->shapes; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)layout->shapes, sizeof (guint), compare_places, (gpointer)layout);
  return order;
}

/* Of each shape, the nearest of those before it in its lane; QMS_DIAGRAM_NONE if there is none. */
static guint *
find_neighbours (const QmsLayout *layout)
{
  guint *before = g_new (guint, layout->shapes + 1);
  for (guint i = 0; i < layout->shapes; i++)
    before[i] = QMS_DIAGRAM_NONE;
  for (guint i = 0; i < layout->flows; i++) {
    const QmsFlow *flow = qms_layout_flow (layout, i);
    guint *best = &before[flow->target];
    if (layout->routes[i].back
        || qms_layout_shape (layout, flow->source)->lane != qms_layout_shape (layout, flow->target)->lane)
      continue;
    if (*best == QMS_DIAGRAM_NONE || layout->places[flow->source].column > layout->places[*best].column)
      *best = flow->source;
  }
  return before;
}

/* Row of the lane nearest to `wish` whose cell in the column is free, below rather than above; the lane may grow by it. */
static guint
nearest_row (const QmsLayout *layout, GHashTable *taken, const QmsShape *shape, guint column, guint wish)
{
  for (guint distance = 0;; distance++) {
    guint candidates[] = { wish + distance, wish - MIN (wish, distance) };
    for (size_t i = 0; i < G_N_ELEMENTS (candidates); i++) {
      gsize key = ((gsize)candidates[i] * layout->columns + column) * layout->lanes + shape->lane + 1;
      if (g_hash_table_add (taken, GSIZE_TO_POINTER (key)))
        return candidates[i];
    }
  }
}

/* Rows within lanes, and how many each lane has. */
static void
stack (QmsLayout *layout, guint *heights)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autofree guint *order = sort_shapes (layout), *before = find_neighbours (layout);

  for (guint i = 0; i < layout->shapes; i++) {
    const QmsShape *shape = qms_layout_shape (layout, order[i]);
    QmsSpot *place = &layout->places[order[i]];
    guint wish = before[order[i]] == QMS_DIAGRAM_NONE ? 0 : layout->places[before[order[i]]].row;
    place->row = nearest_row (layout, taken, shape, place->column, wish);
    heights[shape->lane] = MAX (heights[shape->lane], place->row + 1);
  }
}

static void
number_rows (QmsLayout *layout, const guint *heights)
{
  layout->first_row = g_new0 (guint, layout->lanes + 1);
  for (guint lane = 0; lane < layout->lanes; lane++)
    layout->first_row[lane + 1] = layout->first_row[lane] + MAX (heights[lane], 1);
  layout->rows = layout->first_row[layout->lanes];
  layout->aisles = layout->rows + layout->lanes;
  layout->row_lane = g_new0 (guint, layout->rows);
  layout->aisle_lane = g_new0 (guint, layout->aisles);
  for (guint lane = 0; lane < layout->lanes; lane++) {
    for (guint row = layout->first_row[lane]; row < layout->first_row[lane + 1]; row++) {
      layout->row_lane[row] = lane;
      layout->aisle_lane[row + lane] = lane;
    }
    layout->aisle_lane[layout->first_row[lane + 1] + lane] = lane;
  }
}

void
qms_layout_grid (QmsLayout *layout)
{
  g_autofree guint *heights = g_new0 (guint, layout->lanes);

  stack (layout, heights);
  number_rows (layout, heights);
  for (guint i = 0; i < layout->shapes; i++) {
    QmsSpot *place = &layout->places[i];
    place->row += layout->first_row[qms_layout_shape (layout, i)->lane];
    qms_layout_take (layout, place->row, place->column);
  }
}

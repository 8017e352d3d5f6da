/* SPDX-License-Identifier: Apache-2.0 */
/* Pages: a grid of windows into the diagram, each with what is to be seen in it. */
#include "render/svg.h"

enum {
  ACROSS = QMS_PAGE_WIDTH - 2 * QMS_PAGE_MARGIN - QMS_PAGE_STRIPS - 2 * QMS_PAGE_MARKS,
  DOWN = QMS_PAGE_HEIGHT - 2 * QMS_PAGE_MARGIN - QMS_PAGE_HEAD - QMS_PAGE_FOOT - 2 * QMS_PAGE_MARKS,
};

typedef struct {
  GArray *across, *down; /* where windows begin, and the last one ends */
  guint columns;
  GPtrArray *tiles; /* row by row */
} Grid;

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

static void
free_tile (gpointer data)
{
  QmsTile *tile = data;

  if (!tile)
    return;
  g_array_unref (tile->shapes);
  g_array_unref (tile->flows);
  g_array_unref (tile->messages);
  g_free (tile);
}

static QmsTile *
new_tile (QmsBox window)
{
  QmsTile *tile = g_new0 (QmsTile, 1);

  tile->window = window;
  tile->shapes = g_array_new (FALSE, FALSE, sizeof (guint));
  tile->flows = g_array_new (FALSE, FALSE, sizeof (guint));
  tile->messages = g_array_new (FALSE, FALSE, sizeof (guint));
  return tile;
}

/* ---- what is where */

/* First window that ends at `place` or behind it. */
static guint
find_window (const GArray *cuts, int place)
{
  guint low = 0, high = cuts->len - 2;

  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_array_index (cuts, int, middle + 1) >= place)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

/* Adds an item to the list at `list` in the tiles that a box touches; all of an item's boxes are added before the next item. */
static void
add (const Grid *grid, const QmsBox *box, size_t list, guint item)
{
  for (guint row = find_window (grid->down, box->y);
       row + 1 < grid->down->len && g_array_index (grid->down, int, row) <= box->y + box->height; row++)
    for (guint column = find_window (grid->across, box->x);
         column < grid->columns && g_array_index (grid->across, int, column) <= box->x + box->width; column++) {
      GArray *items = G_STRUCT_MEMBER (GArray *, grid->tiles->pdata[row * grid->columns + column], list);
      if (items->len == 0 || g_array_index (items, guint, items->len - 1) != item)
        g_array_append_val (items, item);
    }
}

static void
add_line (const Grid *grid, const GArray *points, const QmsBox *label, size_t list, guint item)
{
  for (guint i = 0; i + 1 < points->len; i++) {
    const QmsPoint *a = &g_array_index (points, QmsPoint, i), *b = a + 1;
    QmsBox box = { MIN (a->x, b->x), MIN (a->y, b->y), ABS (a->x - b->x), ABS (a->y - b->y) };
    add (grid, &box, list, item);
  }
  if (label->width > 0)
    add (grid, label, list, item);
}

static void
fill (const Grid *grid, const QmsDiagram *diagram)
{
  for (guint i = 0; i < diagram->shapes->len; i++) {
    const QmsShape *shape = &g_array_index (diagram->shapes, QmsShape, i);
    add (grid, &shape->box, G_STRUCT_OFFSET (QmsTile, shapes), i);
    if (shape->label.width > 0)
      add (grid, &shape->label, G_STRUCT_OFFSET (QmsTile, shapes), i);
  }
  for (guint i = 0; i < diagram->flows->len; i++) {
    const QmsFlow *flow = &g_array_index (diagram->flows, QmsFlow, i);
    add_line (grid, flow->points, &flow->label, G_STRUCT_OFFSET (QmsTile, flows), i);
  }
  for (guint i = 0; i < diagram->messages->len; i++) {
    const QmsMessage *message = &g_array_index (diagram->messages, QmsMessage, i);
    add_line (grid, message->points, &message->label, G_STRUCT_OFFSET (QmsTile, messages), i);
  }
}

/* ---- the grid */

static void
divide (Grid *grid, const QmsDiagram *diagram, int across, int down)
{
  QmsBox whole = qms_svg_whole (diagram);

  grid->across = qms_svg_cuts (diagram, &whole, false, across);
  grid->down = qms_svg_cuts (diagram, &whole, true, down);
  grid->columns = grid->across->len - 1;
  grid->tiles = g_ptr_array_new_with_free_func (free_tile);
  for (guint i = 0; i < (grid->down->len - 1) * grid->columns; i++) {
    const int *x = &g_array_index (grid->across, int, i % grid->columns);
    const int *y = &g_array_index (grid->down, int, i / grid->columns);
    g_ptr_array_add (grid->tiles, new_tile ((QmsBox){ x[0], y[0], x[1] - x[0], y[1] - y[0] }));
  }
  fill (grid, diagram);
}

/* Pages are the tiles in which there is more than lanes and pools; returns how many. */
static guint
number_pages (const Grid *grid)
{
  guint count = 0;

  for (guint i = 0; i < grid->tiles->len; i++) {
    QmsTile *tile = grid->tiles->pdata[i];
    if (tile->shapes->len + tile->flows->len + tile->messages->len > 0)
      tile->page = ++count;
  }
  return count;
}

static void
clear_grid (Grid *grid)
{
  g_array_unref (grid->across);
  g_array_unref (grid->down);
  g_ptr_array_unref (grid->tiles);
}

/* The largest that needs no more pages than the smallest; what shrinks is still to be read. */
static double
choose_scale (const QmsDiagram *diagram)
{
  static const double scales[] = { 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1 };
  guint least = 0;
  double best = scales[0];

  for (size_t i = 0; i < G_N_ELEMENTS (scales); i++) {
    Grid grid;
    divide (&grid, diagram, (int)(ACROSS / scales[i]), (int)(DOWN / scales[i]));
    guint count = number_pages (&grid);
    clear_grid (&grid);
    if (i == 0)
      least = count;
    if (count <= least)
      best = scales[i];
  }
  return best;
}

static guint
page_of (const Grid *grid, guint index)
{
  return ((const QmsTile *)grid->tiles->pdata[index])->page;
}

static void
find_neighbours (const Grid *grid, guint index)
{
  QmsTile *tile = grid->tiles->pdata[index];
  guint column = index % grid->columns;

  tile->left = column > 0 ? page_of (grid, index - 1) : 0;
  tile->right = column + 1 < grid->columns ? page_of (grid, index + 1) : 0;
  tile->up = index >= grid->columns ? page_of (grid, index - grid->columns) : 0;
  tile->down = index + grid->columns < grid->tiles->len ? page_of (grid, index + grid->columns) : 0;
}

/* The pages of a grid; those that show nothing are dropped. */
static GPtrArray *
take_pages (Grid *grid)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (free_tile);

  for (guint i = 0; i < grid->tiles->len; i++)
    find_neighbours (grid, i);
  for (guint i = 0; i < grid->tiles->len; i++)
    if (page_of (grid, i) > 0)
      g_ptr_array_add (pages, g_steal_pointer (&grid->tiles->pdata[i]));
  clear_grid (grid);
  return pages;
}

GPtrArray *
qms_svg_tiles (const QmsDiagram *diagram, double *scale)
{
  Grid grid;

  *scale = choose_scale (diagram);
  divide (&grid, diagram, (int)(ACROSS / *scale), (int)(DOWN / *scale));
  number_pages (&grid);
  return take_pages (&grid);
}

GPtrArray *
qms_svg_one_tile (const QmsDiagram *diagram)
{
  Grid grid;

  divide (&grid, diagram, G_MAXINT / 2, G_MAXINT / 2);
  number_pages (&grid);
  return take_pages (&grid);
}

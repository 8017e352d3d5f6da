/* SPDX-License-Identifier: Apache-2.0 */
/* Tables: rows, cells and what they cover of the grid. */
#include "word/block_reader.h"

#include <string.h>

enum { MOST_COLUMNS = 63 }; /* that Word allows; cells beyond them are read into the last one */

typedef struct {
  QmsBlockReader *reader;
  QmsBlock *block;
  QmsWordCell *above[MOST_COLUMNS]; /* the cell that a continuation at this column continues; NULL if there is none */
} Table;

typedef struct {
  QmsWordRow *row;
  size_t column;                    /* where the next cell begins */
  QmsWordCell *below[MOST_COLUMNS]; /* `above` of the next row */
} Row;

/* Children of that name, also within content controls and the like. */
static void
each (const QmsXmlTreeNode *element, const char *name, void (*call) (void *user, const QmsXmlTreeNode *child),
      void *user)
{
  if (qms_block_is_alternatives (element))
    element = qms_block_branch (element);
  for (const QmsXmlTreeNode *at = element ? element->first : NULL; at; at = at->next)
    if (at->name && qms_word_is (at, name))
      call (user, at);
    else if (at->name
             && (qms_block_is_alternatives (at) || qms_word_is (at, "sdt") || qms_word_is (at, "sdtContent")
                 || qms_word_is (at, "customXml") || qms_word_is (at, "ins") || qms_word_is (at, "moveTo")))
      each (at, name, call, user);
}

static size_t
span (const QmsXmlTreeNode *properties, const char *name, int32_t otherwise)
{
  return (size_t)CLAMP (qms_word_number (properties, name, otherwise), otherwise, MOST_COLUMNS);
}

/* ---- cells */

static bool
is_full (const Row *row)
{
  return row->column >= MOST_COLUMNS;
}

/* "restart" or "continue" of a merge; NULL: the cell is in none. */
static const char *
merge (const QmsXmlTreeNode *properties, const char *name)
{
  const QmsXmlTreeNode *found = qms_word_child (properties, name);
  const char *value = qms_word_attribute (found, "val");

  return found && !value ? "continue" : value;
}

static bool
continues (const QmsXmlTreeNode *properties, const char *name)
{
  const char *value = merge (properties, name);

  return value && strcmp (value, "continue") == 0;
}

static QmsWordCell *
add_cell (Table *table, Row *row, const QmsXmlTreeNode *properties)
{
  QmsWordCell *cell = qms_arena_alloc0 (table->reader->arena, sizeof *cell);

  cell->column = row->column;
  cell->columns = MIN (span (properties, "gridSpan", 1), MOST_COLUMNS - row->column);
  cell->rows = 1;
  cell->blocks = qms_block_array (table->reader);
  row->column += cell->columns;
  g_ptr_array_add (row->row->cells, cell);
  return cell;
}

/* The cell above grows by one. False if there is nothing to continue. */
static bool
continue_above (const Table *table, Row *row, QmsWordCell *cell)
{
  QmsWordCell *above = table->above[cell->column];

  if (!above)
    return false;
  above->rows++;
  cell->continued = true;
  cell->cover = above;
  row->below[cell->column] = above;
  return true;
}

/* What the last cell says, to which is added what no column is left for. */
static GPtrArray *
last_blocks (const Row *row)
{
  const QmsWordCell *cell = row->row->cells->pdata[row->row->cells->len - 1];

  return cell->cover ? cell->cover->blocks : cell->blocks;
}

static void
read_cell (Table *table, Row *row, const QmsXmlTreeNode *element)
{
  const QmsXmlTreeNode *properties = qms_word_child (element, "tcPr");
  const GPtrArray *cells = row->row->cells;
  QmsWordCell *cell;

  if (qms_word_child (properties, "cellDel"))
    return;
  if (is_full (row)) {
    qms_block_read_all (table->reader, element, last_blocks (row));
    return;
  }
  if (continues (properties, "hMerge") && cells->len > 0) {
    ((QmsWordCell *)cells->pdata[cells->len - 1])->columns++;
    row->column++;
    return;
  }
  cell = add_cell (table, row, properties);
  if (continues (properties, "vMerge") && continue_above (table, row, cell))
    return;
  if (merge (properties, "vMerge"))
    row->below[cell->column] = cell;
  qms_block_read_all (table->reader, element, cell->blocks);
}

/* ---- rows */

typedef struct {
  Table *table;
  Row *row;
} Place;

static void
on_cell (void *user, const QmsXmlTreeNode *element)
{
  const Place *place = user;

  read_cell (place->table, place->row, element);
}

static void
on_row (void *user, const QmsXmlTreeNode *element)
{
  Table *table = user;
  const QmsXmlTreeNode *properties = qms_word_child (element, "trPr");
  Row row = { .row = qms_arena_alloc0 (table->reader->arena, sizeof (QmsWordRow)) };

  if (qms_word_child (properties, "del"))
    return;
  row.column = MIN (span (properties, "gridBefore", 0), MOST_COLUMNS - 1); /* a cell always fits behind it */
  row.row->cells = qms_block_array (table->reader);
  row.row->heading = qms_word_switch (properties, "tblHeader") == 1;
  each (element, "tc", on_cell, &(Place){ table, &row });
  g_ptr_array_add (table->block->rows, row.row);
  table->block->columns = MAX (table->block->columns, row.column);
  memcpy (table->above, row.below, sizeof table->above);
}

void
qms_block_read_table (QmsBlockReader *self, const QmsXmlTreeNode *table, GPtrArray *blocks)
{
  QmsBlock *block = qms_arena_alloc0 (self->arena, sizeof *block);
  Table whole = { .reader = self, .block = block };

  block->kind = QMS_BLOCK_TABLE;
  block->index = ++self->n_tables;
  block->text = "";
  block->boxed = self->boxes > 0;
  block->rows = qms_block_array (self);
  g_ptr_array_add (blocks, block);
  each (table, "tr", on_row, &whole);
}

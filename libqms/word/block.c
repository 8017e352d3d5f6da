/* SPDX-License-Identifier: Apache-2.0 */
/* Looking around in blocks. */
#include "word/block.h"

static void
append_blocks (GString *out, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const QmsBlock *block = blocks->pdata[i];
    if (*block->text)
      g_string_append_printf (out, "%s%s", out->len ? "\n" : "", block->text);
    for (guint row = 0; block->rows && row < block->rows->len; row++) {
      const GPtrArray *cells = ((const QmsWordRow *)block->rows->pdata[row])->cells;
      for (guint cell = 0; cell < cells->len; cell++)
        append_blocks (out, ((const QmsWordCell *)cells->pdata[cell])->blocks);
    }
  }
}

char *
qms_blocks_text (const GPtrArray *blocks)
{
  GString *out = g_string_new (NULL);

  append_blocks (out, blocks);
  return g_string_free (out, FALSE);
}

static const QmsWordCell *
cell_in_row (const QmsWordRow *row, size_t column)
{
  for (guint i = 0; i < row->cells->len; i++) {
    const QmsWordCell *cell = row->cells->pdata[i];
    if (column >= cell->column && column < cell->column + cell->columns)
      return cell;
  }
  return NULL;
}

const QmsWordCell *
qms_block_cell (const QmsBlock *table, size_t row, size_t column)
{
  const QmsWordCell *cell = row < table->rows->len ? cell_in_row (table->rows->pdata[row], column) : NULL;

  while (cell && cell->continued && row > 0)
    cell = cell_in_row (table->rows->pdata[--row], cell->column);
  return cell;
}

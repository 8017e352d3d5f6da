/* SPDX-License-Identifier: Apache-2.0 */
/* Looking around in blocks. */
#include "word/block.h"

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

  return cell && cell->continued ? cell->cover : cell;
}

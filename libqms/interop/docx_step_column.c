/* SPDX-License-Identifier: Apache-2.0 */
/* What the columns of a table of steps are for, also where two headings mean the same or one says nothing. */
#include "interop/docx_step.h"

#include "interop/docx_words.h"

#include <string.h>

bool
docx_step_same_column (const DocxTable *table, size_t a, size_t b)
{
  return qms_block_cell (table->block, table->body - 1, a) == qms_block_cell (table->block, table->body - 1, b);
}

/* Whether a column has a meaning and a heading of its own. */
static bool
begins_column (const DocxStepTable *steps, size_t i, DocxColumn meaning)
{
  return steps->columns[i] == meaning
         && (i == 0 || steps->columns[i - 1] != meaning || !docx_step_same_column (&steps->table, i - 1, i));
}

static size_t
count_of (const DocxStepTable *steps, DocxColumn meaning)
{
  size_t count = 0;

  for (size_t i = 0; i < steps->table.block->columns; i++)
    count += begins_column (steps, i, meaning);
  return count;
}

/* Gives a column and those below the same heading another meaning. */
static void
set_meaning (DocxStepTable *steps, size_t column, DocxColumn meaning)
{
  DocxColumn before = steps->columns[column];

  for (size_t i = column; i < steps->table.block->columns && steps->columns[i] == before
                          && docx_step_same_column (&steps->table, column, i);
       i++)
    steps->columns[i] = meaning;
}

static bool
heading_has (const DocxStepTable *steps, size_t column, const char *const *words)
{
  g_autofree char *heading = docx_table_heading (&steps->table, column), *plain = docx_plain (heading);

  while (*words && !docx_has (plain, *words))
    words++;
  return *words != NULL;
}

/* ---- numbers */

/* "1", "B2", "Bước 3", "2.1" */
static bool
is_number (const char *plain)
{
  const char *figures = docx_begins (plain, "buoc") ? plain + strlen ("buoc") : plain + (*plain == 'b');

  return *figures && strspn (figures, "0123456789 ") == strlen (figures);
}

/* Whether the cells of a column number the steps; the last row may be that of totals. */
static bool
holds_numbers (const DocxStepTable *steps, size_t column)
{
  bool found = false;

  for (size_t row = steps->table.body; row < steps->table.end; row++) {
    const QmsWordCell *cell = docx_table_cell (steps->table.block, row, column);
    g_autofree char *text = docx_cell_line (cell), *plain = docx_plain (text);
    if (!*plain || cell->columns > 1)
      continue;
    if (!is_number (plain))
      return found && row + 1 == steps->table.end;
    found = true;
  }
  return found;
}

/* Whether a column says more than numbers do. */
static bool
holds_words (const DocxStepTable *steps, size_t column)
{
  enum { LONGEST_NUMBER = 24 };

  for (size_t row = steps->table.body; row + 1 < steps->table.end; row++) {
    const QmsWordCell *cell = docx_table_cell (steps->table.block, row, column);
    g_autofree char *text = docx_cell_line (cell), *plain = docx_plain (text);
    if (cell && cell->columns == 1 && strlen (plain) > LONGEST_NUMBER)
      return true;
  }
  return false;
}

/* "Các bước | Nội dung": of two columns that tell what is done, one may just number it; and the other way round. */
static void
part_numbers_from_work (DocxStepTable *steps)
{
  for (size_t i = 0; i < steps->table.block->columns; i++)
    if (begins_column (steps, i, DOCX_COLUMN_WORK) && count_of (steps, DOCX_COLUMN_WORK) > 1
        && holds_numbers (steps, i))
      set_meaning (steps, i, DOCX_COLUMN_NUMBER);
  for (size_t i = 0; i < steps->table.block->columns; i++)
    if (begins_column (steps, i, DOCX_COLUMN_NUMBER) && holds_words (steps, i))
      set_meaning (steps, i, count_of (steps, DOCX_COLUMN_WORK) < 2 ? DOCX_COLUMN_WORK : DOCX_COLUMN_NONE);
}

/* A third column that tells what is done has no field. */
static void
leave_out_more_work (DocxStepTable *steps)
{
  size_t count = 0;

  for (size_t i = 0; i < steps->table.block->columns; i++)
    if (begins_column (steps, i, DOCX_COLUMN_WORK) && ++count > 2)
      set_meaning (steps, i, DOCX_COLUMN_NONE);
}

/* Without a heading that tells what is done, it is the column without meaning that has most to say, else the numbers'. */
static void
find_work (DocxStepTable *steps)
{
  size_t best = SIZE_MAX, longest = 0, numbers = SIZE_MAX;

  for (size_t i = 0; i < steps->table.block->columns; i++) {
    g_autofree char *text = steps->table.body < steps->table.end
                                ? docx_cell_line (docx_table_cell (steps->table.block, steps->table.body, i))
                                : NULL;
    if (steps->columns[i] == DOCX_COLUMN_WORK)
      return;
    if (steps->columns[i] == DOCX_COLUMN_NUMBER)
      numbers = i;
    if (steps->columns[i] != DOCX_COLUMN_NONE || !text || strlen (text) <= longest)
      continue;
    longest = strlen (text);
    best = i;
  }
  if (best == SIZE_MAX)
    best = numbers;
  if (best != SIZE_MAX)
    steps->columns[best] = DOCX_COLUMN_WORK;
}

/* ---- roles and times */

/* "Đơn vị thực hiện | Người thực hiện": the person is the role; the unit is noted, other columns are not understood. */
static void
choose_role (DocxStepTable *steps)
{
  static const char *const persons[] = { "nguoi", "can bo", "ca nhan", "cong chuc", "chuc danh", "vi tri", NULL };
  static const char *const units[] = { "don vi", "bo phan", "co quan", "phong", NULL };
  size_t role = SIZE_MAX;

  for (size_t i = 0; i < steps->table.block->columns; i++)
    if (begins_column (steps, i, DOCX_COLUMN_ROLE)
        && (role == SIZE_MAX || (!heading_has (steps, role, persons) && heading_has (steps, i, persons))))
      role = i;
  steps->unit = SIZE_MAX;
  for (size_t i = 0; i < steps->table.block->columns; i++) {
    bool unit = i != role && begins_column (steps, i, DOCX_COLUMN_ROLE) && heading_has (steps, i, units);
    if (unit)
      steps->unit = i;
    if (i != role && begins_column (steps, i, DOCX_COLUMN_ROLE))
      set_meaning (steps, i, unit ? DOCX_COLUMN_NOTE : DOCX_COLUMN_NONE);
  }
}

/* "Ngày" alone is how many of them, unless another column has the times. */
static void
find_days (DocxStepTable *steps)
{
  for (size_t i = 0; i < steps->table.block->columns && count_of (steps, DOCX_COLUMN_TIME) == 0; i++) {
    g_autofree char *heading = docx_table_heading (&steps->table, i), *plain = docx_plain (heading);
    if (steps->columns[i] == DOCX_COLUMN_DATE && (strcmp (plain, "ngay") == 0 || docx_begins (plain, "ngay lam viec")))
      set_meaning (steps, i, DOCX_COLUMN_TIME);
  }
}

void
docx_step_columns (DocxStepTable *steps)
{
  part_numbers_from_work (steps);
  leave_out_more_work (steps);
  choose_role (steps);
  find_days (steps);
  find_work (steps);
}

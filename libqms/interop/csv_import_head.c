/* SPDX-License-Identifier: Apache-2.0 */
/* The headings of a CSV file, and how an import complains. */
#include "interop/csv_import.h"

#include "core/text.h"
#include "gen/rules.h"
#include "report/table.h"

#include <string.h>

const CsvColumn csv_numbering = { .kind = CSV_NUMBER };

/* ---- problems */

QmsStatus
csv_import_fail (CsvImport *import, int message, const CsvCell *cell, const QmsValue *values, size_t n_values)
{
  QmsPlace place = { .file = import->reader.name, .line = cell->line, .column = cell->column };

  if (import->n_errors++ >= CSV_MOST_ERRORS)
    return QMS_ERROR_VALUE;
  return qms_error_add (import->error, &qms_gen_rules[message], &place, values, n_values);
}

QmsStatus
csv_import_fail_cell (CsvImport *import, int message, const CsvColumn *column, const CsvCell *cell, uint32_t line)
{
  g_autofree char *title_vi = csv_column_title (column, QMS_LANG_VI), *vi = csv_column_expected (column, QMS_LANG_VI);
  g_autofree char *title_en = csv_column_title (column, QMS_LANG_EN), *en = csv_column_expected (column, QMS_LANG_EN);
  g_autofree char *found = qms_message_quote (cell->text, strlen (cell->text)), *other = g_strdup_printf ("%u", line);

  return csv_import_fail (import, message, cell,
                          QMS_VALUES ({ "column", { title_vi, title_en } }, { "value", { found, NULL } },
                                      { "expected", { vi, en } }, { "line", { other, NULL } }));
}

/* ---- headings */

static bool
is_numbering (const char *bare)
{
  static const char *const names[] = { "stt", "tt", "sott", "no", NULL };

  return g_strv_contains (names, bare);
}

static QmsStatus
fail_heading (CsvImport *import, const CsvCell *cell)
{
  g_autofree char *vi = csv_table_nearest (import->table, cell->text, QMS_LANG_VI);
  g_autofree char *hint_vi = vi ? g_strdup_printf (" (có phải «%s»?)", vi) : NULL;
  g_autofree char *hint_en = vi ? g_strdup_printf (" (did you mean «%s»?)", vi) : NULL;
  g_autofree char *found = qms_message_quote (cell->text, strlen (cell->text));

  return csv_import_fail (import, QMS_MSG_CSV_COLUMN_UNKNOWN, cell,
                          QMS_VALUES ({ "column", { found, NULL } }, { "table", { import->table->name, NULL } },
                                      { "hint", { hint_vi ? hint_vi : "", hint_en ? hint_en : "" } }));
}

static void
take_heading (CsvImport *import, const CsvCell *cell)
{
  const CsvColumn *column = csv_table_column (import->table, qms_csv_unescape (cell->text));
  g_autofree char *beginning = qms_message_quote (cell->text, strlen (cell->text));
  g_autofree char *bare = qms_bare_name (beginning);

  if (!column && is_numbering (bare))
    column = &csv_numbering;
  else if (!column && *bare)
    fail_heading (import, cell);
  else if (column && g_ptr_array_find (import->columns, column, NULL))
    csv_import_fail_cell (import, QMS_MSG_CSV_COLUMN_TWICE, column, cell, 0);
  g_ptr_array_add (import->columns, (gpointer)column);
}

static void
need_column (CsvImport *import, uint32_t field)
{
  const CsvColumn *column = csv_table_value (import->table, field);

  if (column && !g_ptr_array_find (import->columns, column, NULL))
    csv_import_fail_cell (import, QMS_MSG_CSV_COLUMN_MISSING, column, &(CsvCell){ .text = "", .line = 1, .column = 1 },
                          0);
}

QmsStatus
csv_import_headings (CsvImport *import)
{
  QmsStatus status = csv_reader_next (&import->reader, import->error);
  const GArray *cells = import->reader.cells;

  if (status != QMS_OK)
    return status;
  for (guint i = 0; i < cells->len; i++)
    take_heading (import, &g_array_index (cells, CsvCell, i));
  if (import->n_errors == 0) {
    need_column (import, import->table->key);
    need_column (import, import->table->name_key);
  }
  return import->n_errors > 0 ? QMS_ERROR_VALUE : QMS_OK;
}

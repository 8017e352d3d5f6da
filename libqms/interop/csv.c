/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of a system as CSV, out. */
#include <qms/csv.h>

#include "core/document.h"
#include "gen/rules.h"
#include "interop/csv_rows.h"
#include "report/table.h"

#include <qms/model.h>

#define MARK "\xEF\xBB\xBF"
#define SEPARATOR ';' /* as spreadsheets have it where the comma is the decimal point */

static void
append_headings (const CsvTable *table, GString *out)
{
  for (size_t i = 0; i < table->n_columns; i++) {
    g_autofree char *title = csv_column_title (&table->columns[i], QMS_LANG_VI);
    qms_csv_append_cell (out, SEPARATOR, title);
  }
  qms_csv_end_line (out);
}

static void
append_row (const CsvTable *table, CsvSystem *system, const QmsNode *row, GString *out)
{
  for (size_t i = 0; i < table->n_columns; i++) {
    g_autofree char *text = csv_column_text (system, &table->columns[i], row);
    qms_csv_append_cell (out, SEPARATOR, text);
  }
  qms_csv_end_line (out);
}

QmsStatus
qms_csv_export (const QmsNode *system, const char *name, char **csv, size_t *size, QmsError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  const CsvTable *table;

  if (!system || !csv || system->type->id != QMS_TYPE_SYSTEM)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "system, csv", NULL);
  table = csv_table_find (name, error);
  if (!table)
    return QMS_ERROR_NOT_FOUND;
  g_auto (CsvSystem) names = csv_system ((QmsNode *)system);
  GString *out = g_string_new (NULL);
  rows = csv_rows (table, system);
  append_headings (table, out);
  for (guint i = 0; i < rows->len; i++)
    append_row (table, &names, rows->pdata[i], out);
  g_string_prepend (out, MARK);
  if (size)
    *size = out->len;
  *csv = g_string_free (out, FALSE);
  return QMS_OK;
}

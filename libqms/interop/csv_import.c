/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of a system as CSV, in: every row is tried out before the system is touched. */
#include <qms/csv.h>

#include "core/document.h"
#include "gen/rules.h"
#include "interop/csv_import.h"
#include "interop/tthc.h"
#include "report/table.h"

#include <qms/model.h>

#include <string.h>

enum { MOST_ZEROS = 5 /* of the six digits of a code */ };

/* A cell that says something else than the row that it is about. */
typedef struct {
  const CsvColumn *column;
  const char *cell;
} Change;

/* A row of the file. */
typedef struct {
  QmsNode *owner;
  QmsNode *known; /* NULL: a new one */
  QmsNode *tried; /* detached, made of the changes: what a new one becomes; NULL: nothing has changed */
  size_t n_changes;
} Row;

static void
import_clear (CsvImport *import)
{
  csv_reader_clear (&import->reader);
  csv_system_clear (&import->system);
  csv_rows_free (import->rows);
  g_clear_pointer (&import->columns, g_ptr_array_unref);
  g_clear_pointer (&import->plan, g_array_unref);
  g_clear_pointer (&import->changes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsvImport, import_clear)

/* ---- rows */

/* The cell of a column in the row that was read last; an empty one if the row ends before it. NULL if the file has no such
 * column. */
static const CsvCell *
cell_of (const CsvImport *import, const CsvColumn *column)
{
  static const CsvCell nothing = { .text = "" };
  guint index;

  if (!column || !g_ptr_array_find (import->columns, column, &index))
    return NULL;
  return index < import->reader.cells->len ? &g_array_index (import->reader.cells, CsvCell, index) : &nothing;
}

static const char *
key_text (const CsvImport *import, uint32_t field)
{
  const CsvCell *cell = cell_of (import, csv_table_value (import->table, field));

  return cell ? qms_csv_unescape (cell->text) : NULL;
}

/* The node that the row belongs to; NULL after a complaint. */
static QmsNode *
owner_of (CsvImport *import)
{
  const CsvColumn *column = &import->table->columns[0];
  const CsvCell *cell = column->kind == CSV_OWNER ? cell_of (import, column) : NULL;
  g_autofree char *name = cell ? g_strstrip (g_strdup (qms_csv_unescape (cell->text))) : NULL;
  QmsNode *owner;

  if (!name || *name == '\0')
    return import->document->root;
  owner = csv_names_find (csv_system_names (&import->system, qms_field_by_id (import->table->owner)->target), name);
  if (!owner)
    csv_import_fail_cell (import, QMS_MSG_CSV_VALUE, column, cell, 0);
  return owner;
}

/* Tries a cell out on the row, if it says something new. */
static void
try_cell (CsvImport *import, Row *row, const CsvColumn *column, const CsvCell *cell)
{
  const char *text = qms_csv_unescape (cell->text);
  bool is_key = column->kind == CSV_VALUE && column->field == import->table->key;
  g_autofree char *says = row->known ? csv_column_text (&import->system, column, row->known) : g_strdup ("");

  if (strcmp (says, text) == 0 || (is_key && row->known && *says))
    return;
  if (!row->tried)
    row->tried = qms_node_new (import->document, csv_table_type (import->table));
  if (!csv_column_set (&import->system, column, row->tried, text)) {
    csv_import_fail_cell (import, QMS_MSG_CSV_VALUE, column, cell, 0);
    return;
  }
  Change change = { column, text };
  g_array_append_val (import->changes, change);
  row->n_changes++;
}

static bool
is_blank (const char *text)
{
  return !text || text[strspn (text, " \t\n")] == '\0';
}

/* A cell below no heading must be empty: nobody can say what it means. */
static void
try_cells (CsvImport *import, Row *row)
{
  static const CsvCell nothing = { .text = "" };
  const GArray *cells = import->reader.cells;

  for (guint i = 0; i < MAX (import->columns->len, cells->len); i++) {
    const CsvColumn *column = i < import->columns->len ? import->columns->pdata[i] : NULL;
    const CsvCell *cell = i < cells->len ? &g_array_index (cells, CsvCell, i) : &nothing;

    if (column && column->kind != CSV_NUMBER && column->kind != CSV_OWNER)
      try_cell (import, row, column, cell);
    else if (!column && !is_blank (cell->text))
      csv_import_fail (import, QMS_MSG_CSV_CELL_WITHOUT_COLUMN, cell, NULL, 0);
  }
}

/* Whether a new row may have the identifier that it was given. */
static void
check_id (CsvImport *import, const Row *row, const CsvCell *cell)
{
  const char *id = row->known ? NULL : qms_node_id (row->tried);

  if (id && qms_document_find (import->document, id))
    csv_import_fail_cell (import, QMS_MSG_CSV_ID_TAKEN, csv_table_value (import->table, import->table->key), cell, 0);
}

/* Key of the row. A spreadsheet that took a code for a number has dropped the zeros at its end: it stands for the whole code if
 * the system has that. Free with g_free. */
static char *
whole_key (const CsvImport *import, const QmsNode *owner)
{
  const CsvColumn *column = csv_table_value (import->table, import->table->key);
  const char *text = key_text (import, import->table->key);
  g_autoptr (GString) key = g_string_new (text);

  if (strspn (text, "0123456789.") != key->len)
    return g_strdup (text);
  for (int zeros = 0; zeros < MOST_ZEROS && !csv_column_fits (import->table, column, key->str); zeros++)
    g_string_append_c (key, '0');
  return g_strdup (csv_rows_have (import->rows, owner, key->str) ? key->str : text);
}

static void
plan_row (CsvImport *import, QmsNode *owner, const CsvCell *cell)
{
  const CsvColumn *key = csv_table_value (import->table, import->table->key);
  g_autofree char *whole = whole_key (import, owner);
  CsvMatch match = csv_rows_match (import->rows, owner, whole, key_text (import, import->table->name_key), cell->line);
  Row row = { .owner = owner, .known = match.known };

  if (match.repeats) {
    csv_import_fail_cell (import, QMS_MSG_CSV_KEY_TWICE, key, cell, match.repeats);
    return;
  }
  try_cells (import, &row);
  check_id (import, &row, cell);
  g_array_append_val (import->plan, row);
}

/* The row is known by its key or else by its name, one of which it must have. */
static void
take_row (CsvImport *import)
{
  const CsvTable *table = import->table;
  const CsvColumn *key = csv_table_value (table, table->key), *name = csv_table_value (table, table->name_key);
  const CsvCell *by = cell_of (import, key), *first = &g_array_index (import->reader.cells, CsvCell, 0);
  QmsNode *owner = owner_of (import);

  if (is_blank (by->text) && name)
    by = cell_of (import, name);
  if (owner && is_blank (by->text))
    csv_import_fail_cell (import, QMS_MSG_CSV_KEY_MISSING, name ? name : key, by->line ? by : first, 0);
  else if (owner)
    plan_row (import, owner, by);
}

static QmsStatus
read_rows (CsvImport *import)
{
  size_t most = import->document->n_nodes + CSV_MOST_NODES;
  QmsStatus status = csv_reader_next (&import->reader, import->error);

  while (status == QMS_OK && import->reader.cells->len > 0 && import->n_errors < CSV_MOST_ERRORS) {
    take_row (import);
    if (import->document->n_nodes > most)
      return csv_reader_fail_limit (&import->reader, CSV_MOST_NODES, "phần tử", "nodes", import->error);
    status = csv_reader_next (&import->reader, import->error);
  }
  return status == QMS_OK && import->n_errors > 0 ? QMS_ERROR_VALUE : status;
}

/* ---- putting them into the system; nothing here can fail */

static void
change_row (CsvImport *import, const Row *row, size_t first)
{
  for (size_t i = first; i < first + row->n_changes; i++) {
    const Change *change = &g_array_index (import->changes, Change, i);
    csv_column_set (&import->system, change->column, row->known, change->cell);
  }
}

static void
add_row (CsvImport *import, const Row *row)
{
  if (row->tried->type->id == QMS_TYPE_ADMINISTRATIVE_PROCEDURE)
    qms_tthc_set_id (row->tried);
  qms_node_attach (row->owner, row->owner == import->document->root ? import->table->list : import->table->owned,
                   QMS_APPEND, row->tried, NULL);
}

static void
store (CsvImport *import, size_t *added, size_t *changed)
{
  size_t counts[2] = { 0, 0 }, next = 0;

  for (guint i = 0; i < import->plan->len; i++) {
    const Row *row = &g_array_index (import->plan, Row, i);
    if (!row->known)
      add_row (import, row);
    else
      change_row (import, row, next);
    counts[0] += !row->known;
    counts[1] += row->known && row->n_changes > 0;
    next += row->n_changes;
  }
  if (added)
    *added = counts[0];
  if (changed)
    *changed = counts[1];
}

/* ---- the call */

static QmsStatus
begin (CsvImport *import, QmsDocument *document, const void *csv, size_t size, const char *name)
{
  import->document = document;
  import->system = csv_system (document->root);
  import->rows = csv_rows_new (import->table, document->root);
  import->columns = g_ptr_array_new ();
  import->plan = g_array_new (FALSE, FALSE, sizeof (Row));
  import->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  return csv_reader_open (&import->reader, csv, size, name, import->error);
}

QmsStatus
qms_csv_import (QmsDocument *document, const char *table, const void *csv, size_t size, const char *name, size_t *added,
                size_t *changed, QmsError **error)
{
  g_auto (CsvImport) import = { .error = error };
  QmsStatus status;

  if (!document || (!csv && size > 0) || document->root->type->id != QMS_TYPE_SYSTEM)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "document, csv", NULL);
  import.table = csv_table_find (table, error);
  if (!import.table)
    return QMS_ERROR_NOT_FOUND;
  status = begin (&import, document, csv, size, name);
  if (status == QMS_OK)
    status = csv_import_headings (&import);
  if (status == QMS_OK)
    status = read_rows (&import);
  if (status == QMS_OK)
    store (&import, added, changed);
  return status;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of a system as CSV, in: every row is tried out before the system is touched. */
#include <qms/csv.h>

#include "core/document.h"
#include "core/text.h"
#include "gen/rules.h"
#include "interop/csv_rows.h"
#include "interop/csv_text.h"
#include "interop/tthc.h"
#include "report/table.h"

#include <qms/model.h>

#include <string.h>

enum { MOST_ERRORS = 100, MOST_ZEROS = 5 /* of the six digits of a code */ };

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

typedef struct {
  const CsvTable *table;
  QmsDocument *document;
  CsvReader reader;
  CsvSystem system;
  CsvRows *rows;
  GPtrArray *columns; /* of CsvColumn by place in the file; NULL: none of ours */
  GArray *plan;       /* of Row */
  GArray *changes;    /* of Change, row after row */
  size_t n_errors;
  QmsError **error;
} Import;

static void
import_clear (Import *import)
{
  csv_reader_clear (&import->reader);
  csv_system_clear (&import->system);
  csv_rows_free (import->rows);
  g_clear_pointer (&import->columns, g_ptr_array_unref);
  g_clear_pointer (&import->plan, g_array_unref);
  g_clear_pointer (&import->changes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* ---- problems */

static QmsStatus
fail (Import *import, int message, const CsvCell *cell, const QmsValue *values, size_t n_values)
{
  QmsPlace place = { .file = import->reader.name, .line = cell->line, .column = cell->column };

  import->n_errors++;
  return qms_error_add (import->error, &qms_gen_rules[message], &place, values, n_values);
}

/* A heading in both languages. */
typedef struct {
  char *text[2];
} Heading;

static void
heading_clear (Heading *heading)
{
  g_free (heading->text[QMS_LANG_VI]);
  g_free (heading->text[QMS_LANG_EN]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Heading, heading_clear)

static Heading
heading_of (const CsvColumn *column)
{
  return (Heading){ { csv_column_title (column, QMS_LANG_VI), csv_column_title (column, QMS_LANG_EN) } };
}

static QmsValue
heading_value (const Heading *heading)
{
  return (QmsValue){ "column", { heading->text[QMS_LANG_VI], heading->text[QMS_LANG_EN] } };
}

static QmsStatus
fail_cell (Import *import, int message, const CsvColumn *column, const CsvCell *cell)
{
  g_auto (Heading) heading = heading_of (column);
  g_autofree char *vi = csv_column_expected (column, QMS_LANG_VI), *en = csv_column_expected (column, QMS_LANG_EN);
  g_autofree char *found = qms_message_quote (cell->text, strlen (cell->text));

  return fail (import, message, cell,
               QMS_VALUES (heading_value (&heading), { "value", { found, NULL } }, { "expected", { vi, en } }));
}

/* ---- headings */

/* A column that only numbers the rows, or has no heading. */
static bool
says_nothing (const char *heading)
{
  static const char *const numbers[] = { "", "stt", "tt", "sott", "no", NULL };
  g_autofree char *beginning = qms_message_quote (heading, strlen (heading)), *bare = qms_bare_name (beginning);

  return g_strv_contains (numbers, bare);
}

static QmsStatus
fail_heading (Import *import, const CsvCell *cell)
{
  g_autofree char *vi = csv_table_nearest (import->table, cell->text, QMS_LANG_VI);
  g_autofree char *hint_vi = vi ? g_strdup_printf (" (có phải «%s»?)", vi) : NULL;
  g_autofree char *hint_en = vi ? g_strdup_printf (" (did you mean «%s»?)", vi) : NULL;
  g_autofree char *found = qms_message_quote (cell->text, strlen (cell->text));

  return fail (import, QMS_MSG_CSV_COLUMN_UNKNOWN, cell,
               QMS_VALUES ({ "column", { found, NULL } }, { "table", { import->table->name, NULL } },
                           { "hint", { hint_vi ? hint_vi : "", hint_en ? hint_en : "" } }));
}

static void
take_heading (Import *import, const CsvCell *cell)
{
  const CsvColumn *column = csv_table_column (import->table, qms_csv_unescape (cell->text));

  if (!column && !says_nothing (cell->text))
    fail_heading (import, cell);
  else if (column && g_ptr_array_find (import->columns, column, NULL))
    fail_cell (import, QMS_MSG_CSV_COLUMN_TWICE, column, cell);
  g_ptr_array_add (import->columns, (gpointer)column);
}

/* The column of a field; NULL if the table has none. */
static const CsvColumn *
column_of (const CsvTable *table, uint32_t field)
{
  for (size_t i = 0; i < table->n_columns; i++)
    if (table->columns[i].kind == CSV_VALUE && table->columns[i].field == field)
      return &table->columns[i];
  return NULL;
}

static void
need_column (Import *import, uint32_t field)
{
  const CsvColumn *column = column_of (import->table, field);

  if (column && !g_ptr_array_find (import->columns, column, NULL))
    fail_cell (import, QMS_MSG_CSV_COLUMN_MISSING, column, &(CsvCell){ .text = "", .line = 1, .column = 1 });
}

static QmsStatus
read_headings (Import *import)
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

/* ---- rows */

/* The cell of a column in the row that was read last; an empty one if the row ends before it. NULL if the file has no such
 * column. */
static const CsvCell *
cell_of (const Import *import, const CsvColumn *column)
{
  static const CsvCell nothing = { .text = "" };
  guint index;

  if (!column || !g_ptr_array_find (import->columns, column, &index))
    return NULL;
  return index < import->reader.cells->len ? &g_array_index (import->reader.cells, CsvCell, index) : &nothing;
}

static const char *
key_text (const Import *import, uint32_t field)
{
  const CsvCell *cell = cell_of (import, column_of (import->table, field));

  return cell ? qms_csv_unescape (cell->text) : NULL;
}

/* The node that the row belongs to; NULL after a complaint. */
static QmsNode *
owner_of (Import *import)
{
  const CsvColumn *column = &import->table->columns[0];
  const CsvCell *cell = column->kind == CSV_OWNER ? cell_of (import, column) : NULL;
  g_autofree char *name = cell ? g_strstrip (g_strdup (qms_csv_unescape (cell->text))) : NULL;
  QmsNode *owner;

  if (!name || *name == '\0')
    return import->document->root;
  owner = csv_names_find (csv_system_names (&import->system, qms_field_by_id (import->table->owner)->target), name);
  if (!owner)
    fail_cell (import, QMS_MSG_CSV_VALUE, column, cell);
  return owner;
}

/* Tries a cell out on the row, if it says something new. */
static void
try_cell (Import *import, Row *row, const CsvColumn *column, const CsvCell *cell)
{
  const char *text = qms_csv_unescape (cell->text);
  bool is_key = column->kind == CSV_VALUE && column->field == import->table->key;
  g_autofree char *says = row->known ? csv_column_text (&import->system, column, row->known) : g_strdup ("");

  if (strcmp (says, text) == 0 || column->kind == CSV_OWNER || (is_key && row->known && *says))
    return;
  if (!row->tried)
    row->tried = qms_node_new (import->document, csv_table_type (import->table));
  if (!csv_column_set (&import->system, column, row->tried, text)) {
    fail_cell (import, QMS_MSG_CSV_VALUE, column, cell);
    return;
  }
  Change change = { column, text };
  g_array_append_val (import->changes, change);
  row->n_changes++;
}

static void
try_cells (Import *import, Row *row)
{
  const GArray *cells = import->reader.cells;

  for (guint i = 0; i < import->columns->len; i++)
    if (import->columns->pdata[i])
      try_cell (import, row, import->columns->pdata[i],
                i < cells->len ? &g_array_index (cells, CsvCell, i) : &(CsvCell){ .text = "" });
  for (guint i = import->columns->len; i < cells->len; i++)
    if (*g_array_index (cells, CsvCell, i).text) {
      fail (import, QMS_MSG_CSV_CELL_WITHOUT_COLUMN, &g_array_index (cells, CsvCell, i), NULL, 0);
      return;
    }
}

static bool
is_blank (const char *text)
{
  return !text || text[strspn (text, " \t\n")] == '\0';
}

/* Whether a new row may have the identifier that it was given. */
static void
check_id (Import *import, const Row *row, const CsvCell *cell)
{
  const char *id = row->known ? NULL : qms_node_id (row->tried);

  if (id && qms_document_find (import->document, id))
    fail_cell (import, QMS_MSG_CSV_ID_TAKEN, column_of (import->table, import->table->key), cell);
}

/* Key of the row. A spreadsheet that took a code for a number has dropped the zeros at its end: it stands for the whole code if
 * the system has that. Free with g_free. */
static char *
whole_key (const Import *import, const QmsNode *owner)
{
  const CsvColumn *column = column_of (import->table, import->table->key);
  const char *text = key_text (import, import->table->key);
  g_autoptr (GString) key = g_string_new (text);

  if (strspn (text, "0123456789.") != key->len)
    return g_strdup (text);
  for (int zeros = 0; zeros < MOST_ZEROS && !csv_column_fits (import->table, column, key->str); zeros++)
    g_string_append_c (key, '0');
  return g_strdup (csv_rows_have (import->rows, owner, key->str) ? key->str : text);
}

static void
plan_row (Import *import, QmsNode *owner, const CsvCell *cell)
{
  const CsvColumn *key = column_of (import->table, import->table->key);
  g_autofree char *whole = whole_key (import, owner);
  CsvMatch match = csv_rows_match (import->rows, owner, whole, key_text (import, import->table->name_key), cell->line);
  Row row = { .owner = owner, .known = match.known };

  if (match.repeats) {
    g_auto (Heading) heading = heading_of (key);
    g_autofree char *line = g_strdup_printf ("%u", match.repeats);
    g_autofree char *found = qms_message_quote (cell->text, strlen (cell->text));
    fail (import, QMS_MSG_CSV_KEY_TWICE, cell,
          QMS_VALUES (heading_value (&heading), { "value", { found, NULL } }, { "line", { line, NULL } }));
    return;
  }
  try_cells (import, &row);
  check_id (import, &row, cell);
  g_array_append_val (import->plan, row);
}

/* The row is known by its key or else by its name, one of which it must have. */
static void
take_row (Import *import)
{
  const CsvTable *table = import->table;
  const CsvColumn *key = column_of (table, table->key), *name = column_of (table, table->name_key);
  const CsvCell *by = cell_of (import, key), *first = &g_array_index (import->reader.cells, CsvCell, 0);
  QmsNode *owner = owner_of (import);

  if (is_blank (by->text) && name)
    by = cell_of (import, name);
  if (owner && is_blank (by->text))
    fail_cell (import, QMS_MSG_CSV_KEY_MISSING, name ? name : key, by->line ? by : first);
  else if (owner)
    plan_row (import, owner, by);
}

static QmsStatus
read_rows (Import *import)
{
  size_t most = import->document->n_nodes + CSV_MOST_NODES;
  QmsStatus status = csv_reader_next (&import->reader, import->error);

  while (status == QMS_OK && import->reader.cells->len > 0 && import->n_errors < MOST_ERRORS) {
    take_row (import);
    if (import->document->n_nodes > most)
      return csv_reader_fail_limit (&import->reader, CSV_MOST_NODES, "phần tử", "nodes", import->error);
    status = csv_reader_next (&import->reader, import->error);
  }
  return status == QMS_OK && import->n_errors > 0 ? QMS_ERROR_VALUE : status;
}

/* ---- putting them into the system; nothing here can fail */

static void
change_row (Import *import, const Row *row, size_t first)
{
  for (size_t i = first; i < first + row->n_changes; i++) {
    const Change *change = &g_array_index (import->changes, Change, i);
    csv_column_set (&import->system, change->column, row->known, change->cell);
  }
}

static void
add_row (Import *import, const Row *row)
{
  if (row->tried->type->id == QMS_TYPE_ADMINISTRATIVE_PROCEDURE)
    qms_tthc_set_id (row->tried);
  qms_node_attach (row->owner, row->owner == import->document->root ? import->table->list : import->table->owned,
                   QMS_APPEND, row->tried, NULL);
}

static void
store (Import *import, size_t *added, size_t *changed)
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
begin (Import *import, QmsDocument *document, const void *csv, size_t size, const char *name)
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
  g_auto (Import) import = { .error = error };
  QmsStatus status;

  if (!document || (!csv && size > 0) || document->root->type->id != QMS_TYPE_SYSTEM)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "document, csv", NULL);
  import.table = csv_table_find (table, error);
  if (!import.table)
    return QMS_ERROR_NOT_FOUND;
  status = begin (&import, document, csv, size, name);
  if (status == QMS_OK)
    status = read_headings (&import);
  if (status == QMS_OK)
    status = read_rows (&import);
  if (status == QMS_OK)
    store (&import, added, changed);
  return status;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Forms and records, from their tables or, where there are none, from lines. */
#include "interop/docx_import.h"

#include "interop/docx_words.h"

#include <string.h>

/* ---- forms */

static const DocxPhrase form_kinds[] = {
  { QMS_FORM_KIND_RECEIPT, "giay tiep nhan ho so" },
  { QMS_FORM_KIND_RECEIPT, "giay tiep nhan" },
  { QMS_FORM_KIND_RECEIPT, "giay bien nhan" },
  { QMS_FORM_KIND_SUPPLEMENT, "bo sung hoan thien ho so" },
  { QMS_FORM_KIND_SUPPLEMENT, "phieu yeu cau bo sung" },
  { QMS_FORM_KIND_REFUSAL, "tu choi giai quyet" },
  { QMS_FORM_KIND_REFUSAL, "tu choi tiep nhan" },
  { QMS_FORM_KIND_APOLOGY, "xin loi" },
  { QMS_FORM_KIND_CONTROL, "phieu kiem soat" },
  { QMS_FORM_KIND_CONTROL, "phieu theo doi qua trinh" },
  { QMS_FORM_KIND_REGISTER, "so theo doi" },
  { QMS_FORM_KIND_APPLICATION, "to khai" },
  { QMS_FORM_KIND_APPLICATION, "don de nghi" },
  { QMS_FORM_KIND_APPLICATION, "don xin" },
  { QMS_FORM_KIND_APPLICATION, "mau don" },
  { 0, NULL },
};

/* Lines that name no form: "Xem mục 5 ở trên", "Không". */
static bool
is_no_form (const char *plain)
{
  static const DocxPhrase words[] = { { 1, "xem muc" },  { 1, "xem tai muc" }, { 1, "nhu muc" },
                                      { 1, "theo muc" }, { 1, "nhu tren" },    { 0, NULL } };

  return docx_is_nothing (plain) || docx_beginning (words, plain, NULL);
}

/* "BM-01: Sổ theo dõi" has a code before its name; where it ends, 0 if it has none. */
static size_t
code_length (const char *text)
{
  enum { LONGEST_CODE = 32 };
  const char *colon = strchr (text, ':'), *digits = strpbrk (text, "0123456789");

  if (!colon || !digits || digits > colon || colon - text > LONGEST_CODE || !g_ascii_isupper (*text))
    return 0;
  return (size_t)(colon - text);
}

static QmsNode *
add_form (DocxImport *import, const char *code, const char *name, const DocxLine *line)
{
  QmsNode *form = docx_add (import->procedure, QMS_PROCEDURE_FORMS);
  g_autofree char *id = docx_free_part_id (import, "BM"), *plain = docx_plain (name);
  int kind = docx_anywhere (form_kinds, plain);

  qms_node_set_string (form, QMS_FORM_ID, id, NULL);
  docx_set_under (import, form, QMS_FORM_CODE, code, line);
  docx_set_under (import, form, QMS_FORM_NAME, name, line);
  if (kind)
    docx_set_int (import, form, QMS_FORM_KIND, kind, &line->source,
                  DOCX_PLAIN_REASON (DOCX_LIKELY, QMS_MSG_DOCX_INFERRED));
  return form;
}

void
docx_add_form (DocxImport *import, const DocxLine *line, const char *text)
{
  size_t length = code_length (text);
  g_autofree char *code = length > 0 ? g_strndup (text, length) : NULL;
  g_autofree char *name = g_strdup (length > 0 ? text + length + 1 : text), *plain = docx_plain (text);
  size_t end;

  g_strstrip (name);
  for (end = strlen (name); end > 0 && strchr (";,.", name[end - 1]); end--)
    name[end - 1] = '\0';
  if (is_no_form (plain))
    docx_note (import, QMS_SEVERITY_INFO, &line->source, QMS_MSG_DOCX_NO_FORM, NULL, 0);
  else if (*name)
    add_form (import, code, name, line);
}

static void
read_form_table (DocxImport *import, DocxLine *line)
{
  g_autofree DocxColumn *columns = g_new0 (DocxColumn, line->table->block->columns);

  docx_table_read_columns (line->table, columns);
  for (size_t row = line->table->body; row < line->table->end; row++) {
    g_autofree char *record = docx_row_text (line->table, columns, row, DOCX_COLUMN_RECORD);
    g_autofree char *form = docx_row_text (line->table, columns, row, DOCX_COLUMN_FORM);
    g_autofree char *code = docx_row_text (line->table, columns, row, DOCX_COLUMN_CODE);
    char *name = *record ? record : form;
    g_autofree char *basis = docx_row_text (line->table, columns, row, DOCX_COLUMN_BASIS);
    DocxLine place = *line;
    QmsNode *added;
    g_autofree char *plain = docx_plain (name);
    g_strdelimit (name, "\n", ' ');
    place.source.text = name;
    place.source.place.row = row + 1;
    if (!*plain || is_no_form (plain))
      continue;
    added = add_form (import, *code ? code : NULL, name, &place);
    docx_set_under (import, added, QMS_FORM_BASIS, g_strdelimit (basis, "\n", ' '), &place);
  }
}

void
docx_read_forms (DocxImport *import)
{
  for (guint i = 0; i < import->lines->len; i++) {
    DocxLine *line = docx_line (import->lines, i);
    const char *text = line->heading ? line->rest : line->text;
    bool table = line->table && line->table->kind == DOCX_TABLE_FORMS && line->section != DOCX_SECTION_RECORDS;
    if (line->section == DOCX_SECTION_ANNEX || (line->section != DOCX_SECTION_FORMS && !table)
        || (line->table && !table))
      continue;
    if (table)
      read_form_table (import, line);
    else if (text)
      docx_add_form (import, line, text);
    line->taken = true;
  }
}

/* ---- records */

typedef struct {
  DocxImport *import;
  const DocxLine *line;
  QmsNode *node;
  DocxSource source; /* the row */
} Row;

static void
set_cell (Row *row, uint32_t field, const char *text, const char *heading)
{
  docx_set (row->import, row->node, field, text, &row->source,
            DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_COLUMN, { "heading", { heading } }));
}

static void
not_understood (Row *row, const char *heading, const char *text)
{
  g_string_append_printf (row->import->notes, "%s: %s\n", heading, text);
  docx_note (row->import, QMS_SEVERITY_WARNING, &row->source, QMS_MSG_DOCX_NOT_UNDERSTOOD,
             QMS_VALUES ({ "field", { qms_field_xml_name (qms_field_by_id (QMS_PROCEDURE_NOTES)) } }));
}

static void
set_retention (Row *row, const char *text, const char *heading)
{
  g_autofree char *plain = docx_plain (text);
  g_auto (DocxTime) time = { 0 };

  if (docx_begins (plain, "vinh vien") || docx_begins (plain, "lau dai")) {
    docx_set_int (row->import, row->node, QMS_RECORD_PERMANENT, 1, &row->source,
                  DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_COLUMN, { "heading", { heading } }));
    return;
  }
  docx_time_read (text, docx_time_unit (heading), &time);
  if (time.known)
    docx_set_duration (row->import, row->node, QMS_RECORD_RETENTION, time.value, &row->source,
                       DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_COLUMN, { "heading", { heading } }));
  if (*plain && (!time.known || time.note))
    not_understood (row, heading, text);
}

static void
set_medium (Row *row, const char *text)
{
  g_autofree char *plain = docx_plain (text);
  bool paper = docx_has (plain, "giay") || docx_has (plain, "ban cung"),
       electronic = docx_has (plain, "dien tu") || docx_has (plain, "ban mem");

  if (paper || electronic)
    docx_set_int (row->import, row->node, QMS_RECORD_MEDIUM,
                  paper && electronic ? QMS_MEDIUM_BOTH
                  : paper             ? QMS_MEDIUM_PAPER
                                      : QMS_MEDIUM_ELECTRONIC,
                  &row->source, DOCX_PLAIN_REASON (DOCX_FIRM, QMS_MSG_DOCX_INFERRED));
}

/* "Ủy ban nhân dân cấp xã/Công chức Tư pháp": who keeps it stands behind the place, where it is a role that is known. */
static void
set_keeper (Row *row, const char *text, bool alone)
{
  const char *slash = strrchr (text, '/');
  QmsNode *role = alone || slash ? docx_known_role (row->import, alone ? text : slash + 1) : NULL;
  int confidence = DOCX_FIRM;

  if (!role && alone)
    role = docx_role (row->import, text, &row->source, &confidence);
  if (role)
    docx_set (row->import, row->node, QMS_RECORD_KEEPER, qms_node_id (role), &row->source,
              DOCX_PLAIN_REASON (alone ? confidence : DOCX_LIKELY, QMS_MSG_DOCX_INFERRED));
}

static char *
heading_of (const DocxTable *table, const DocxColumn *columns, DocxColumn column)
{
  size_t count = table->block->columns;

  for (size_t i = 0; i < count; i++)
    if (columns[i] == column)
      return docx_table_heading (table, i);
  return g_strdup ("");
}

static void
read_record (DocxImport *import, const DocxLine *line, const DocxColumn *columns, DocxColumn names, size_t at)
{
  const DocxTable *table = line->table;
  g_autofree char *name = docx_row_text (table, columns, at, names), *plain = docx_plain (name);
  g_autofree char *place = docx_row_text (table, columns, at, DOCX_COLUMN_PLACE);
  g_autofree char *keeper = docx_row_text (table, columns, at, DOCX_COLUMN_KEEPER);
  g_autofree char *retention = docx_row_text (table, columns, at, DOCX_COLUMN_RETENTION);
  g_autofree char *code = docx_row_text (table, columns, at, DOCX_COLUMN_CODE);
  g_autofree char *medium = docx_row_text (table, columns, at, DOCX_COLUMN_MEDIUM);
  g_autofree char *name_heading = heading_of (table, columns, names);
  g_autofree char *place_heading = heading_of (table, columns, DOCX_COLUMN_PLACE);
  g_autofree char *retention_heading = heading_of (table, columns, DOCX_COLUMN_RETENTION);
  g_autofree char *code_heading = heading_of (table, columns, DOCX_COLUMN_CODE);
  Row row = { import, line, NULL, line->source };

  if (!*plain || docx_is_nothing (plain))
    return;
  g_strdelimit (name, "\n", ' ');
  g_strdelimit (place, "\n", ' ');
  g_strdelimit (keeper, "\n", ' ');
  row.node = docx_add (import->procedure, QMS_PROCEDURE_RECORDS);
  row.source.place.row = at + 1;
  row.source.text = name;
  set_cell (&row, QMS_RECORD_CODE, code, code_heading);
  set_cell (&row, QMS_RECORD_NAME, name, name_heading);
  row.source.text = place;
  set_cell (&row, QMS_RECORD_PLACE, place, place_heading);
  set_keeper (&row, *keeper ? keeper : place, *keeper != '\0');
  row.source.text = medium;
  set_medium (&row, medium);
  row.source.text = retention;
  set_retention (&row, retention, retention_heading);
}

/* The column that names the records: a heading of its own, else the one of forms or of contents. */
static DocxColumn
name_column (const DocxTable *table, const DocxColumn *columns)
{
  static const DocxColumn wanted[] = { DOCX_COLUMN_RECORD, DOCX_COLUMN_FORM, DOCX_COLUMN_WORK };
  size_t count = table->block->columns;

  for (size_t i = 0; i < G_N_ELEMENTS (wanted); i++)
    for (size_t k = 0; k < count; k++)
      if (columns[k] == wanted[i])
        return wanted[i];
  return DOCX_COLUMN_RECORD;
}

static void
read_record_table (DocxImport *import, DocxLine *line)
{
  g_autofree DocxColumn *columns = g_new0 (DocxColumn, line->table->block->columns);
  DocxColumn names;

  docx_table_read_columns (line->table, columns);
  names = name_column (line->table, columns);
  for (size_t row = line->table->body; row < line->table->end; row++)
    read_record (import, line, columns, names, row);
}

/* A table of names alone is one of records where records are spoken of. */
static bool
lists_records (const DocxLine *line)
{
  return line->table->kind == DOCX_TABLE_RECORDS
         || (line->table->kind == DOCX_TABLE_FORMS && line->section == DOCX_SECTION_RECORDS);
}

void
docx_read_records (DocxImport *import)
{
  bool table = false;

  for (guint i = 0; i < import->lines->len; i++) {
    DocxLine *line = docx_line (import->lines, i);
    if (table || !line->table || !lists_records (line))
      continue;
    read_record_table (import, line);
    line->taken = table = true;
  }
  for (guint i = 0; !table && i < import->lines->len; i++) {
    DocxLine *line = docx_line (import->lines, i);
    QmsNode *record;
    if (line->section != DOCX_SECTION_RECORDS || line->heading || line->table || !line->label)
      continue;
    record = docx_add (import->procedure, QMS_PROCEDURE_RECORDS);
    docx_set (import, record, QMS_RECORD_NAME, line->text, &line->source,
              DOCX_PLAIN_REASON (DOCX_GUESS, QMS_MSG_DOCX_INFERRED));
    line->taken = true;
  }
}

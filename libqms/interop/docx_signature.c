/* SPDX-License-Identifier: Apache-2.0 */
/* Who drafted, reviewed and approved, by position; the table of amendments. */
#include "interop/docx_import.h"

#include "interop/docx_words.h"

#include <stdlib.h>
#include <string.h>

typedef enum { KEY_NONE, KEY_WHO, KEY_NAME, KEY_SIGN, KEY_POSITION, KEY_DATE } Key;

static const DocxPhrase keys[] = {
  { KEY_NAME, "ho ten" },     { KEY_NAME, "ho va ten" },  { KEY_NAME, "ten" },         { KEY_SIGN, "chu ky" },
  { KEY_SIGN, "ky ten" },     { KEY_SIGN, "ky" },         { KEY_POSITION, "chuc vu" }, { KEY_POSITION, "chuc danh" },
  { KEY_POSITION, "vi tri" }, { KEY_DATE, "ngay" },       { KEY_DATE, "ngay ky" },     { KEY_DATE, "ngay thang" },
  { KEY_DATE, "thoi gian" },  { KEY_WHO, "trach nhiem" }, { KEY_WHO, "noi dung" },     { 0, NULL },
};

/* What positions begin with, with their marks: "Trương" is a surname. Other texts are names of persons. */
static const char *const positions[] = { "chuyên viên",
                                         "trưởng",
                                         "phó",
                                         "giám đốc",
                                         "chủ tịch",
                                         "công chức",
                                         "lãnh đạo",
                                         "cán bộ",
                                         "chánh",
                                         "bí thư",
                                         "thư ký",
                                         "đại diện",
                                         "tổ trưởng",
                                         "văn thư",
                                         "kế toán",
                                         "viên chức",
                                         "nhân viên",
                                         "bộ trưởng",
                                         "thứ trưởng",
                                         "cục trưởng",
                                         "vụ trưởng",
                                         "qmr",
                                         "ban iso",
                                         "thành viên",
                                         "ủy viên",
                                         "thẩm tra viên",
                                         "chi cục trưởng",
                                         "người đứng đầu",
                                         "uỷ viên",
                                         "thường trực",
                                         "tổ phó",
                                         "hiệu trưởng",
                                         "viện trưởng",
                                         NULL };

typedef struct {
  char *name, *position, *date;
  bool cut; /* a name stood beside the position */
} Signature;

static void
signature_clear (Signature *signature)
{
  g_free (signature->name);
  g_free (signature->position);
  g_free (signature->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Signature, signature_clear)

static bool
is_position (const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);

  for (size_t i = 0; positions[i]; i++)
    if (docx_begins (small, positions[i]))
      return true;
  return false;
}

static void
keep_text (char **place, const char *text)
{
  if (!*place && !docx_is_placeholder (text))
    *place = g_strdup (text);
}

/* A position, and the name of a person that some write beside it: "Trưởng phòng: Nguyễn Văn An". */
static void
keep_position (Signature *signature, const char *text)
{
  g_autofree char *person = NULL, *position = docx_without_person (text, &person);

  signature->cut = signature->cut || (person && *position && !signature->position);
  keep_text (&signature->position, position);
  if (person)
    keep_text (&signature->name, person);
}

/* A cell whose row or column does not say what is in it. */
static void
guess_cell (Signature *signature, const QmsWordCell *cell)
{
  g_autofree char *text = docx_cell_lines (cell);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++) {
    g_autofree char *person = NULL, *position = docx_without_person (lines[i], &person);
    if (is_position (position))
      keep_position (signature, lines[i]);
    else
      keep_text (&signature->name, lines[i]);
  }
}

static void
read_cell (Signature *signature, Key key, const QmsWordCell *cell)
{
  g_autofree char *text = docx_cell_line (cell);
  char day[11];

  if (key == KEY_POSITION)
    keep_position (signature, text);
  else if (key == KEY_NAME)
    keep_text (&signature->name, text);
  else if (key == KEY_DATE && docx_date_find (text, day, NULL))
    keep_text (&signature->date, day);
  else if (key == KEY_NONE)
    guess_cell (signature, cell);
}

static Key
key_of (const QmsWordCell *cell)
{
  g_autofree char *text = docx_cell_line (cell), *plain = docx_plain (text);

  return (Key)docx_beginning (keys, plain, NULL);
}

/* ---- into the system */

static QmsNode *
position_of (DocxImport *import, const char *name)
{
  g_autofree char *plain = docx_plain (name), *id = NULL;
  QmsNode *position;

  for (size_t i = 0; i < qms_node_count (import->agency, QMS_AGENCY_POSITIONS); i++) {
    QmsNode *known = qms_node_get_node_at (import->agency, QMS_AGENCY_POSITIONS, i);
    g_autofree char *other = docx_plain (qms_node_get_string (known, QMS_POSITION_NAME));
    if (strcmp (plain, other) == 0)
      return known;
  }
  position = docx_add (import->agency, QMS_AGENCY_POSITIONS);
  id = docx_free_id (import, "CV", name);
  qms_node_set_string (position, QMS_POSITION_ID, id, NULL);
  qms_node_set_string (position, QMS_POSITION_NAME, name, NULL);
  return position;
}

static void
keep_name (DocxImport *import, QmsNode *approval, const Signature *signature, const DocxSource *source)
{
  g_autofree char *title = NULL;

  if (!signature->name)
    return;
  if (!(import->options & QMS_DOCX_KEEP_NAMES)) {
    docx_note (import, QMS_SEVERITY_INFO, &(DocxSource){ source->place, NULL }, QMS_MSG_DOCX_NAME_LEFT_OUT, NULL, 0);
    return;
  }
  title = signature->position ? g_strdup_printf ("%s, %s", signature->name, signature->position)
                              : g_strdup (signature->name);
  docx_set (import, approval, QMS_APPROVAL_TITLE, title, source,
            DOCX_PLAIN_REASON (DOCX_LIKELY, QMS_MSG_DOCX_INFERRED));
}

static void
left_over (DocxImport *import, const Signature *signature, const DocxSource *source)
{
  if (signature->name && !(import->options & QMS_DOCX_KEEP_NAMES))
    docx_note (import, QMS_SEVERITY_INFO, &(DocxSource){ source->place, NULL }, QMS_MSG_DOCX_NAME_LEFT_OUT, NULL, 0);
  if (!signature->position)
    return;
  g_string_append_printf (import->notes, "%s\n", source->text);
  docx_note (import, QMS_SEVERITY_WARNING, source, QMS_MSG_DOCX_SIGNATURE_LEFT_OVER,
             QMS_VALUES ({ "field", { qms_field_xml_name (qms_field_by_id (QMS_PROCEDURE_NOTES)) } }));
}

static void
add_signature (DocxImport *import, DocxColumn who, const char *heading, const Signature *signature, DocxPlace place)
{
  static const uint32_t fields[] = { [DOCX_COLUMN_DRAFTED] = QMS_PROCEDURE_DRAFTED,
                                     [DOCX_COLUMN_REVIEWED] = QMS_PROCEDURE_REVIEWED,
                                     [DOCX_COLUMN_APPROVED] = QMS_PROCEDURE_APPROVED };
  g_autofree char *text = g_strdup_printf ("%s: %s", heading, signature->position ? signature->position : "");
  DocxSource source = { place, text };
  QmsNode *approval;

  if (!signature->position && !signature->date && !signature->name)
    return;
  if (qms_node_has (import->procedure, fields[who])) {
    left_over (import, signature, &source);
    return;
  }
  approval = qms_node_add (import->procedure, fields[who], 0, NULL);
  if (signature->position)
    docx_set (
        import, approval, QMS_APPROVAL_POSITION, qms_node_id (position_of (import, signature->position)), &source,
        DOCX_REASON (signature->cut ? DOCX_GUESS : DOCX_FIRM, QMS_MSG_DOCX_BY_COLUMN, { "heading", { heading } }));
  docx_set (import, approval, QMS_APPROVAL_DATE, signature->date, &source,
            DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_COLUMN, { "heading", { heading } }));
  keep_name (import, approval, signature, &source);
}

static bool
is_who (DocxColumn column)
{
  return column >= DOCX_COLUMN_DRAFTED && column <= DOCX_COLUMN_APPROVED;
}

/* Each column below the headings of `row`. */
static void
read_below (DocxImport *import, const QmsBlock *block, size_t row, DocxPlace place)
{
  const QmsWordRow *headings = block->rows->pdata[row];

  for (guint i = 0; i < headings->cells->len; i++) {
    const QmsWordCell *heading = headings->cells->pdata[i];
    g_autofree char *text = docx_cell_line (heading);
    g_auto (Signature) signature = { 0 };
    if (!is_who (docx_cell_column (heading)))
      continue;
    for (size_t r = row + 1; r < block->rows->len; r++) {
      const QmsWordCell *first = docx_table_cell (block, r, 0), *cell = docx_table_cell (block, r, heading->column);
      if (cell && first && is_who (docx_cell_column (first)))
        break;
      read_cell (&signature, first && first != cell ? key_of (first) : KEY_NONE, cell);
    }
    add_signature (import, docx_cell_column (heading), text, &signature, place);
  }
}

/* Each row that begins with who signs. */
static void
read_beside (DocxImport *import, const QmsBlock *block, DocxPlace place)
{
  for (guint r = 0; r < block->rows->len; r++) {
    const QmsWordRow *row = block->rows->pdata[r];
    const QmsWordCell *first = row->cells->len > 0 ? row->cells->pdata[0] : NULL;
    g_autofree char *text = docx_cell_line (first);
    g_auto (Signature) signature = { 0 };
    if (!first || !is_who (docx_cell_column (first)))
      continue;
    for (guint i = 1; i < row->cells->len; i++) {
      const QmsWordCell *cell = row->cells->pdata[i], *heading = docx_table_cell (block, 0, cell->column);
      read_cell (&signature, r > 0 && heading ? key_of (heading) : KEY_NONE, cell);
    }
    place.row = r + 1;
    add_signature (import, docx_cell_column (first), text, &signature, place);
  }
}

void
docx_read_signatures (DocxImport *import)
{
  for (guint i = 0; i < import->lines->len; i++) {
    DocxLine *line = docx_line (import->lines, i);
    if (!line->table || line->section == DOCX_SECTION_ANNEX)
      continue;
    if (line->table->kind != DOCX_TABLE_COVER && line->table->kind != DOCX_TABLE_SIGNATURES)
      continue;
    line->taken = true;
    if (docx_table_lists_signatures (line->table->block)) {
      read_beside (import, line->table->block, line->source.place);
      continue;
    }
    for (size_t row = line->table->first; row < line->table->end; row++) {
      DocxTable table;
      if (docx_table_find (line->table->block, row, &table) && table.kind == DOCX_TABLE_SIGNATURES)
        read_below (import, line->table->block, row, line->source.place);
    }
  }
}

/* ---- amendments */

static void
set_number (DocxImport *import, QmsNode *node, uint32_t field, const char *text, const DocxSource *source)
{
  g_autofree char *number = NULL;

  if (!text[strcspn (text, "0123456789")])
    return;
  number = g_strdup_printf ("%d", atoi (text + strcspn (text, "0123456789")) % 1000);
  docx_set (import, node, field, number, source,
            DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_HEADING, { "heading", { "sửa đổi", "amendments" } }));
}

static void
add_amendment (DocxImport *import, char *const texts[DOCX_N_COLUMNS], const DocxSource *source)
{
  static const struct {
    DocxColumn column;
    uint32_t field;
  } plain[] = {
    { DOCX_COLUMN_REASON, QMS_AMENDMENT_REQUEST },
    { DOCX_COLUMN_PAGE, QMS_AMENDMENT_PLACE },
    { DOCX_COLUMN_CHANGE, QMS_AMENDMENT_DESCRIPTION },
    { DOCX_COLUMN_WORK, QMS_AMENDMENT_DESCRIPTION },
  };
  QmsNode *node = docx_add (import->procedure, QMS_PROCEDURE_AMENDMENTS);
  char day[11];

  set_number (import, node, QMS_AMENDMENT_EDITION, texts[DOCX_COLUMN_EDITION], source);
  set_number (import, node, QMS_AMENDMENT_REVISION, texts[DOCX_COLUMN_REVISION], source);
  if (docx_date_find (texts[DOCX_COLUMN_DATE], day, NULL))
    docx_set (import, node, QMS_AMENDMENT_DATE, day, source,
              DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_HEADING, { "heading", { "sửa đổi", "amendments" } }));
  for (size_t i = 0; i < G_N_ELEMENTS (plain); i++)
    docx_set (import, node, plain[i].field, texts[plain[i].column], source,
              DOCX_REASON (DOCX_FIRM, QMS_MSG_DOCX_BY_HEADING, { "heading", { "sửa đổi", "amendments" } }));
}

/* Rows that hold a number at most are there to be filled in. */
static void
read_amendment (DocxImport *import, const DocxLine *line, const DocxColumn *columns, size_t row)
{
  char *texts[DOCX_N_COLUMNS];
  g_autofree char *all = NULL;
  DocxSource source = line->source;

  for (int column = 0; column < DOCX_N_COLUMNS; column++)
    texts[column] = docx_row_text (line->table, columns, row, (DocxColumn)column);
  all = g_strjoin (" ", texts[DOCX_COLUMN_CHANGE], texts[DOCX_COLUMN_WORK], texts[DOCX_COLUMN_REASON],
                   texts[DOCX_COLUMN_DATE], NULL);
  source.place.row = row + 1;
  source.text = all;
  g_strstrip (all);
  if (!docx_is_placeholder (all))
    add_amendment (import, texts, &source);
  for (int column = 0; column < DOCX_N_COLUMNS; column++)
    g_free (texts[column]);
}

void
docx_read_amendments (DocxImport *import)
{
  for (guint i = 0; i < import->lines->len; i++) {
    DocxLine *line = docx_line (import->lines, i);
    g_autofree DocxColumn *columns = NULL;
    if (!line->table || line->table->kind != DOCX_TABLE_AMENDMENTS || line->section == DOCX_SECTION_ANNEX)
      continue;
    columns = g_new0 (DocxColumn, line->table->block->columns);
    docx_table_read_columns (line->table, columns);
    for (size_t row = line->table->body; row < line->table->end; row++)
      read_amendment (import, line, columns, row);
    line->taken = true;
  }
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Takes a Word document apart into lines and known tables. Tables that only lay out text are read cell by cell. */
#include "interop/docx_line.h"

#include "interop/docx_words.h"

#include <string.h>

typedef struct {
  GPtrArray *lines;
  DocxPlace place;
  char *number; /* that stood in a cell of its own, for the line in the next one; NULL if there was none */
} Stream;

static void read_blocks (Stream *stream, const GPtrArray *blocks);

static void
line_free (gpointer data)
{
  DocxLine *line = data;

  g_free ((char *)line->source.text);
  g_free (line->label);
  g_free (line->plain);
  g_free ((DocxTable *)line->table);
  g_free (line);
}

static DocxLine *
add_line (Stream *stream)
{
  DocxLine *line = g_new0 (DocxLine, 1);

  line->source.place = stream->place;
  line->text = "";
  g_ptr_array_add (stream->lines, line);
  return line;
}

/* ---- paragraphs */

/* Labels that Word counts, without what closes them: "1.", "a)", "(2)". */
static char *
bare_label (const char *number)
{
  char *label = g_strdup (number);

  g_strdelimit (label, "()/", ' ');
  g_strstrip (label);
  while (g_str_has_suffix (label, "."))
    label[strlen (label) - 1] = '\0';
  return docx_is_bullet (label) || !g_utf8_validate (label, -1, NULL) || !*label
                 || !g_unichar_isalnum (g_utf8_get_char (label))
             ? (g_free (label), g_strdup ("-"))
             : label;
}

/* "5.1" in a cell of a table that lays out text. */
static bool
is_number_cell (const Stream *stream, const char *text)
{
  enum { LONGEST_NUMBER = 8 };

  return stream->place.table > 0 && g_ascii_isdigit (*text) && strlen (text) <= LONGEST_NUMBER
         && text[strspn (text, "0123456789.)")] == '\0';
}

static void
label_line (Stream *stream, DocxLine *line, const char *number)
{
  if (number || (stream->number && !line->label)) {
    g_free (line->label);
    line->label = bare_label (number ? number : stream->number);
  }
  g_clear_pointer (&stream->number, g_free);
}

static void
add_text (Stream *stream, const QmsBlock *block, char *text, bool first)
{
  DocxLine *line;

  if (!stream->number && is_number_cell (stream, text)) {
    stream->number = text;
    return;
  }
  line = add_line (stream);
  line->source.text = text;
  line->text = docx_unlabel (text, &line->label);
  label_line (stream, line, first ? block->number : NULL);
  line->plain = docx_plain (line->text);
  line->strong = block->bold || block->outline > 0 || docx_is_loud (line->text);
  line->contents = block->contents;
}

/* Whether a line that Word breaks goes on: it begins with a small letter or follows a comma. */
static bool
goes_on (const char *next)
{
  g_autofree char *label = NULL;
  const char *text = docx_unlabel (next, &label);

  return !label && *text && !g_unichar_isupper (g_utf8_get_char (text));
}

static void
read_paragraph (Stream *stream, const QmsBlock *block)
{
  g_auto (GStrv) parts = g_strsplit (block->text, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  bool first = true;

  for (guint i = 0; parts[i]; i++) {
    if (text->len > 0 && !goes_on (parts[i])) {
      add_text (stream, block, g_strdup (text->str), first);
      g_string_truncate (text, 0);
      first = false;
    }
    g_string_append_printf (text, "%s%s", text->len > 0 && *parts[i] ? " " : "", parts[i]);
  }
  if (text->len > 0)
    add_text (stream, block, g_strdup (text->str), first);
}

/* ---- tables */

static void
read_row (Stream *stream, const QmsBlock *block, size_t row)
{
  const QmsWordRow *cells = block->rows->pdata[row];

  if (stream->place.table == block->index) /* not one inside another */
    stream->place.row = row + 1;
  for (guint i = 0; i < cells->cells->len; i++)
    read_blocks (stream, ((const QmsWordCell *)cells->cells->pdata[i])->blocks);
  g_clear_pointer (&stream->number, g_free);
}

static void
add_table (Stream *stream, const DocxTable *table)
{
  DocxLine *line;

  if (stream->place.table == table->block->index)
    stream->place.row = table->first + 1;
  line = add_line (stream);
  line->table = g_memdup2 (table, sizeof *table);
  line->plain = g_strdup ("");
}

/* "5.3 | Số lượng hồ sơ": a row that begins another part of a section that is set in one table. */
static bool
begins_part (const QmsWordRow *row)
{
  g_autofree char *text = row->cells->len > 0 ? docx_cell_line (row->cells->pdata[0]) : NULL;
  size_t digits = text ? strspn (text, "0123456789") : 0;

  return digits > 0 && row->cells->len <= 2 && text[digits] == '.' && g_ascii_isdigit (text[digits + 1]);
}

/* Where the rows of a known table end that stands inside another. */
static size_t
end_of_table (const DocxTable *table)
{
  for (size_t row = table->body; row < table->end; row++) {
    DocxTable next;
    if (begins_part (table->block->rows->pdata[row]))
      return row;
    if (docx_table_find (table->block, row, &next)
        && (next.kind == DOCX_TABLE_RECORDS || (next.kind == DOCX_TABLE_STEPS && table->kind != DOCX_TABLE_STEPS)))
      return row;
  }
  return table->end;
}

static bool
may_stand_inside (DocxTableKind kind)
{
  return kind == DOCX_TABLE_STEPS || kind == DOCX_TABLE_DOSSIER || kind == DOCX_TABLE_CHANNELS
         || kind == DOCX_TABLE_LIMITS;
}

static void
read_rows (Stream *stream, const QmsBlock *block)
{
  for (size_t row = 0; row < block->rows->len;) {
    DocxTable table;
    if (!docx_table_find (block, row, &table)) {
      read_row (stream, block, row++);
      continue;
    }
    if (may_stand_inside (table.kind))
      table.end = end_of_table (&table);
    add_table (stream, &table);
    row = table.end;
  }
}

static void
read_table (Stream *stream, const QmsBlock *block)
{
  DocxPlace outside = stream->place;

  if (stream->place.table == 0)
    stream->place = (DocxPlace){ .part = outside.part, .table = block->index };
  if (docx_table_is_cover (block))
    add_table (stream, &(DocxTable){ DOCX_TABLE_COVER, block, 0, 0, block->rows->len });
  else if (docx_table_lists_signatures (block))
    add_table (stream, &(DocxTable){ DOCX_TABLE_SIGNATURES, block, 0, 0, block->rows->len });
  else
    read_rows (stream, block);
  stream->place = outside;
}

static void
read_blocks (Stream *stream, const GPtrArray *blocks)
{
  for (guint i = 0; blocks && i < blocks->len; i++) {
    const QmsBlock *block = blocks->pdata[i];
    if (block->kind == QMS_BLOCK_TABLE) {
      read_table (stream, block);
      continue;
    }
    if (stream->place.table == 0)
      stream->place.paragraph = block->index;
    read_paragraph (stream, block);
  }
}

GPtrArray *
docx_lines_new (const GPtrArray *blocks, DocxPart part)
{
  Stream stream = { .lines = g_ptr_array_new_with_free_func (line_free), .place = { .part = part } };

  read_blocks (&stream, blocks);
  return stream.lines;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Tables in the section on content: papers of a dossier, channels with times and fees, time limits of the procedure. */
#include "interop/docx_import.h"

#include "interop/docx_words.h"

#include <stdlib.h>
#include <string.h>

/* A row while it is read. */
typedef struct {
  DocxImport *import;
  const DocxTable *table;
  DocxColumn *columns;
  size_t row;
  DocxSource source;
} Row;

static char *
text_of (const Row *row, DocxColumn column)
{
  return docx_row_text (row->table, row->columns, row->row, column);
}

static bool
set_text (const Row *row, QmsNode *node, uint32_t field, const char *text)
{
  return docx_set (row->import, node, field, text, &(DocxSource){ row->source.place, text },
                   DOCX_PLAIN_REASON (DOCX_FIRM, QMS_MSG_DOCX_IN_TABLE));
}

static void
each_row (DocxImport *import, const DocxLine *line, void (*read) (const Row *row))
{
  Row row = { .import = import, .table = line->table, .source = line->source };

  row.columns = g_new0 (DocxColumn, line->table->block->columns);
  docx_table_read_columns (line->table, row.columns);
  for (row.row = line->table->body; row.row < line->table->end; row.row++) {
    row.source.place.row = row.row + 1;
    read (&row);
  }
  g_free (row.columns);
}

/* ---- papers */

static void
set_count (const Row *row, QmsNode *node, uint32_t field, DocxColumn column)
{
  g_autofree char *text = text_of (row, column), *number = NULL;
  const char *digits = text + strcspn (text, "0123456789");

  if (strcmp (text, "x") == 0 || strcmp (text, "X") == 0) {
    set_text (row, node, field, "1"); /* a mark */
    return;
  }
  if (!*digits || strspn (digits, "0123456789") > 3)
    return;
  number = g_strdup_printf ("%d", atoi (digits));
  set_text (row, node, field, number);
}

/* Names of forms stand below a paper: "Mẫu: …". */
static void
set_paper (const Row *row, QmsNode *item, const char *name)
{
  g_autofree char *label = NULL;
  g_auto (GStrv) lines = g_strsplit (docx_unlabel (name, &label), "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++) {
    const char *form = docx_after (lines[i], "mau");
    if (i > 0 && form && strchr (lines[i], ':') && *form)
      qms_node_insert_text (item, QMS_DOSSIER_ITEM_FORM_FILES, QMS_APPEND, form, NULL);
    else
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", lines[i]);
  }
  set_text (row, item, QMS_DOSSIER_ITEM_NAME, text->str);
}

static void
read_paper (const Row *row)
{
  g_autofree char *paper = text_of (row, DOCX_COLUMN_PAPER), *record = text_of (row, DOCX_COLUMN_RECORD);
  const char *name = *paper ? paper : record;
  QmsNode *dossier = docx_dossier (row->import), *item;

  if (!*name)
    return;
  item = docx_add (dossier, QMS_DOSSIER_ITEMS);
  set_paper (row, item, name);
  set_count (row, item, QMS_DOSSIER_ITEM_ORIGINALS, DOCX_COLUMN_ORIGINALS);
  set_count (row, item, QMS_DOSSIER_ITEM_DUPLICATES, DOCX_COLUMN_DUPLICATES);
}

void
docx_read_dossier_table (DocxImport *import, const DocxLine *line)
{
  each_row (import, line, read_paper);
}

/* ---- channels */

static const DocxPhrase channels[] = {
  { QMS_CHANNEL_KIND_IN_PERSON, "truc tiep" },
  { QMS_CHANNEL_KIND_ONLINE, "truc tuyen" },
  { QMS_CHANNEL_KIND_POST, "buu chinh" },
  { QMS_CHANNEL_KIND_POST, "buu dien" },
  { 0, NULL },
};

/* Rows of one channel belong together. */
static QmsNode *
channel_of (DocxImport *import, int kind)
{
  QmsNode *node = docx_administrative (import), *channel;
  size_t count = qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS);
  QmsNode *last = count > 0 ? qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS, count - 1) : NULL;

  if (last && qms_node_get_int (last, QMS_CHANNEL_KIND) == kind)
    return last;
  channel = docx_add (node, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS);
  if (kind)
    qms_node_set_int (channel, QMS_CHANNEL_KIND, kind, NULL);
  return channel;
}

/* "Lệ phí: 50.000 đồng; một lần" */
static void
add_fee (const Row *row, QmsNode *time, const char *text)
{
  QmsNode *fee = docx_add (time, QMS_CHANNEL_TIME_FEES);
  const char *charge = docx_after (text, "le phi"), *plain_fee = docx_after (text, "phi"),
             *semicolon = strchr (text, ';');
  const char *words = charge ? charge : plain_fee ? plain_fee : text;
  g_autofree char *first = semicolon ? g_strndup (text, (gsize)(semicolon - text)) : g_strdup (text);
  int64_t amount = docx_amount (first);
  bool headed = (charge || plain_fee) && amount >= 0;
  g_autofree char *plain = docx_plain (words);

  if (charge || plain_fee)
    qms_node_set_int (fee, QMS_FEE_KIND, charge ? QMS_FEE_KIND_CHARGE : QMS_FEE_KIND_FEE, NULL);
  if (amount < 0 && docx_is_nothing (plain))
    amount = 0;
  if (amount >= 0)
    docx_set_int (row->import, fee, QMS_FEE_AMOUNT, amount, &(DocxSource){ row->source.place, text },
                  DOCX_PLAIN_REASON (DOCX_FIRM, QMS_MSG_DOCX_IN_TABLE));
  if (!headed)
    set_text (row, fee, QMS_FEE_DESCRIPTION, text);
  else if (semicolon)
    set_text (row, fee, QMS_FEE_DESCRIPTION, semicolon + strspn (semicolon, "; "));
}

static void
read_channel (const Row *row)
{
  g_autofree char *name = text_of (row, DOCX_COLUMN_CHANNEL), *plain = docx_plain (name);
  g_autofree char *limit = text_of (row, DOCX_COLUMN_TIME), *fee = text_of (row, DOCX_COLUMN_FEE);
  g_autofree char *words = text_of (row, DOCX_COLUMN_NOTE);
  g_auto (GStrv) fees = g_strsplit (fee, "\n", -1);
  QmsNode *channel, *time;
  g_auto (DocxTime) value = { 0 };

  if (!*name && !*limit && !*fee)
    return;
  channel = channel_of (row->import, docx_anywhere (channels, plain));
  time = docx_add (channel, QMS_CHANNEL_TIMES);
  docx_time_read (limit, 0, &value);
  if (value.known)
    docx_set_duration (row->import, time, QMS_CHANNEL_TIME_VALUE, value.value,
                       &(DocxSource){ row->source.place, limit }, DOCX_PLAIN_REASON (DOCX_FIRM, QMS_MSG_DOCX_IN_TABLE));
  set_text (row, time, QMS_CHANNEL_TIME_STATEMENT, *words ? words : value.note);
  for (guint i = 0; fees[i]; i++)
    if (*fees[i])
      add_fee (row, time, fees[i]);
}

void
docx_read_channel_table (DocxImport *import, const DocxLine *line)
{
  each_row (import, line, read_channel);
}

int64_t
docx_amount (const char *text)
{
  int64_t amount = -1;

  for (const char *p = text; *p;) {
    size_t length = strspn (p, "0123456789.");
    g_autofree char *figures = length > 0 ? g_strndup (p, length) : NULL;
    const char *behind = p + length;
    if (!figures) {
      p++;
      continue;
    }
    while (*behind == ' ')
      behind++;
    p += length;
    if (!g_str_has_prefix (behind, "đồng") && !g_str_has_prefix (behind, "đ/") && !g_str_has_prefix (behind, "VNĐ"))
      continue;
    if (amount >= 0 || strlen (figures) > 15)
      return -1;
    amount = 0;
    for (const char *c = figures; *c; c++)
      amount = *c == '.' ? amount : amount * 10 + (*c - '0');
  }
  return amount;
}

/* ---- time limits */

static void
set_limit (const Row *row, QmsNode *node, uint32_t field, DocxColumn column)
{
  g_autofree char *text = text_of (row, column);
  g_auto (DocxTime) value = { 0 };

  docx_time_read (text, 0, &value);
  if (value.known)
    docx_set_duration (row->import, node, field, value.value, &(DocxSource){ row->source.place, text },
                       DOCX_PLAIN_REASON (DOCX_FIRM, QMS_MSG_DOCX_IN_TABLE));
  else if (value.note)
    set_text (row, node, QMS_TIME_LIMIT_NOTE, value.note);
}

static void
read_limit (const Row *row)
{
  g_autofree char *name = g_strdelimit (text_of (row, DOCX_COLUMN_CASE), "\n", ' '),
                  *channel = text_of (row, DOCX_COLUMN_CHANNEL);
  g_autofree char *words = text_of (row, DOCX_COLUMN_NOTE), *limit = text_of (row, DOCX_COLUMN_TIME),
                  *plain = docx_plain (channel);
  int kind = docx_anywhere (channels, plain);
  QmsNode *node;

  if (!*limit && !*words)
    return;
  node = docx_add (row->import->procedure, QMS_PROCEDURE_TIME_LIMITS);
  if (*name)
    qms_node_set_string (node, QMS_TIME_LIMIT_SCENARIO, docx_scenario (row->import, name, &row->source, DOCX_FIRM),
                         NULL);
  if (kind)
    qms_node_set_int (node, QMS_TIME_LIMIT_CHANNEL, kind, NULL);
  set_limit (row, node, QMS_TIME_LIMIT_VALUE, DOCX_COLUMN_TIME);
  set_limit (row, node, QMS_TIME_LIMIT_STATUTORY, DOCX_COLUMN_STATUTORY);
  set_text (row, node, QMS_TIME_LIMIT_NOTE, words);
}

void
docx_read_limit_table (DocxImport *import, const DocxLine *line)
{
  each_row (import, line, read_limit);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Fills a template: runs its pieces over the data of a system. */
#include "render/docx_template.h"

#include "core/kind.h"
#include "core/text.h"
#include "gen/ids.h"
#include "render/docx_value.h"

#include <qms/model.h>
#include <string.h>

enum { MOST_BYTES = QMS_PACKAGE_MAX_XML, MOST_STEPS = 10 * 1000 * 1000 };

/* The table that is being written; `counts` are into how many its columns are divided, in their order. */
typedef struct Table {
  const QmsPiece *piece;
  GArray *counts; /* of size_t */
  struct Table *outer;
} Table;

typedef struct {
  const QmsTemplate *template;
  const char *prefix;
  QmsTagLookup lookup;
  GString *out;
  size_t written; /* bytes of the parts before this one */
  bool *used;     /* pieces that have been written once */
  size_t fresh;   /* the last number given to a picture */
  Table *table;
  QmsStatus status;
  QmsError **error;
} Filler;

static void run (Filler *self, const QmsPieces *pieces, const QmsTagFrame *frame);

/* ---- text */

static void
append_piece_of_text (Filler *self, const char *text, size_t length)
{
  g_autofree char *part = g_strndup (text, length);

  if (length == 0)
    return;
  g_string_append_printf (self->out, "<%st xml:space=\"preserve\">", self->prefix);
  qms_text_escape (part, false, self->out);
  g_string_append_printf (self->out, "</%st>", self->prefix);
}

/* A run of text; tabs and line breaks are elements of their own. */
static void
append_run (Filler *self, const char *properties, const char *text)
{
  if (!*text)
    return;
  g_string_append_printf (self->out, "<%sr>%s", self->prefix, properties);
  while (*text) {
    size_t length = strcspn (text, "\t\r\n");
    append_piece_of_text (self, text, length);
    text += length;
    if (*text == '\t' || *text == '\n')
      g_string_append_printf (self->out, "<%s%s/>", self->prefix, *text == '\t' ? "tab" : "br");
    text += *text != '\0';
  }
  g_string_append_printf (self->out, "</%sr>", self->prefix);
}

static void
run_lines (Filler *self, const QmsPiece *piece, const QmsTagFrame *frame)
{
  g_autofree char *text = qms_tag_text (&self->lookup, piece->tag, frame);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; (*line || line == lines) && self->status == QMS_OK; line++) {
    run (self, &piece->body, frame);
    append_run (self, piece->text, *line ? *line : "");
    run (self, &piece->otherwise, frame);
    if (!*line)
      return;
  }
}

static void
run_value (Filler *self, const QmsPiece *piece, const QmsTagFrame *frame)
{
  g_autofree char *text = qms_tag_text (&self->lookup, piece->tag, frame);

  append_run (self, piece->text, text);
}

/* ---- sections */

static void
run_each (Filler *self, const QmsPiece *piece, const QmsTagFrame *frame)
{
  GArray *items = qms_tag_repeats (&self->lookup, piece->tag, frame);

  for (guint i = 0; i < items->len && self->status == QMS_OK; i++) {
    QmsTagFrame inner = { &g_array_index (items, QmsTagItem, i), i + 1, items->len, frame };
    run (self, &piece->body, &inner);
  }
  if (items->len == 0)
    run (self, &piece->otherwise, frame);
  qms_tag_items_free (items);
}

static void
run_section (Filler *self, const QmsPiece *piece, const QmsTagFrame *frame)
{
  bool holds;

  if (piece->tag->kind == QMS_TAG_EACH) {
    run_each (self, piece, frame);
    return;
  }
  holds = qms_tag_holds (&self->lookup, piece->tag->test, frame);
  run (self, holds == (piece->tag->kind == QMS_TAG_IF) ? &piece->body : &piece->otherwise, frame);
}

/* ---- what must not repeat */

static void
run_once (Filler *self, const QmsPiece *piece)
{
  if (!self->used[piece->number])
    g_string_append (self->out, piece->text);
  self->used[piece->number] = true;
}

static void
run_fresh (Filler *self, const QmsPiece *piece)
{
  if (self->used[piece->number])
    g_string_append_printf (self->out, "%zu", ++self->fresh);
  else
    g_string_append (self->out, piece->text);
  self->used[piece->number] = true;
}

/* ---- tables */

static void
count_columns (Filler *self, Table *table, const QmsTagFrame *frame)
{
  for (const QmsTableColumn *column = table->piece->columns; column; column = column->next) {
    GArray *items = qms_tag_repeats (&self->lookup, column->tag, frame);
    size_t count = MAX (items->len, 1);
    g_array_append_val (table->counts, count);
    qms_tag_items_free (items);
  }
}

/* Into how many a column is divided. */
static size_t
parts_of (const Table *table, size_t number)
{
  const QmsTableColumn *column = table ? table->piece->columns : NULL;

  for (guint i = 0; column; column = column->next, i++)
    if (column->number == number)
      return g_array_index (table->counts, size_t, i);
  return 1;
}

/* How many columns a cell reaches across. */
static size_t
reach_of (const Table *table, size_t from, size_t span)
{
  const QmsTableColumn *column = table ? table->piece->columns : NULL;
  size_t reach = span;

  for (guint i = 0; column; column = column->next, i++)
    if (column->number >= from && column->number < from + span)
      reach += g_array_index (table->counts, size_t, i) - 1;
  return reach;
}

static bool
has_row (const Filler *self, size_t from)
{
  g_autofree char *row = g_strdup_printf ("<%str", self->prefix);

  return strstr (self->out->str + from, row) != NULL;
}

/* Looks at the end only, unlike g_str_has_suffix, which measures the whole. */
static bool
ends_with_table (const Filler *self)
{
  static const char end[] = "tbl>";
  size_t length = sizeof end - 1;

  return self->out->len >= length && memcmp (self->out->str + self->out->len - length, end, length) == 0;
}

/* Word takes two tables for one if nothing is between them. */
static void
append_gap (Filler *self)
{
  const char *w = self->prefix;

  g_string_append_printf (self->out, "<%sp><%spPr><%sspacing %sbefore=\"0\" %safter=\"0\"/></%spPr></%sp>", w, w, w, w,
                          w, w, w);
}

static void
run_table (Filler *self, const QmsPiece *piece, const QmsTagFrame *frame)
{
  Table table = { piece, g_array_new (FALSE, FALSE, sizeof (size_t)), self->table };
  size_t start = self->out->len, rows;

  count_columns (self, &table, frame);
  self->table = &table;
  if (piece->size && ends_with_table (self))
    append_gap (self);
  run (self, &piece->body, frame);
  rows = self->out->len;
  run (self, &piece->otherwise, frame);
  if (has_row (self, rows))
    g_string_append (self->out, piece->text);
  else
    g_string_truncate (self->out, start);
  self->table = table.outer;
  g_array_unref (table.counts);
}

static void
run_blocks (Filler *self, const QmsPiece *piece, const QmsTagFrame *frame)
{
  size_t start = self->out->len;

  run (self, &piece->body, frame);
  if (self->out->len == start || ends_with_table (self))
    run (self, &piece->otherwise, frame);
}

static void
fail_cells (Filler *self, const QmsPiece *piece, size_t found, size_t expected)
{
  g_autofree char *vi = g_strdup_printf ("hàng này có %zu mục, hàng đầu có %zu", found, expected);
  g_autofree char *en = g_strdup_printf ("this row has %zu items, the first one %zu", found, expected);

  self->status = qms_tag_fail (piece->tag, QMS_MSG_TEMPLATE_CELLS, QMS_VALUES ({ "what", { vi, en } }), self->error);
}

static void
run_cells (Filler *self, const QmsPiece *piece, const QmsTagFrame *frame)
{
  GArray *items = qms_tag_repeats (&self->lookup, piece->tag, frame);
  size_t count = parts_of (self->table, piece->number);

  if (items->len > count)
    fail_cells (self, piece, items->len, count);
  for (guint i = 0; i < count && self->status == QMS_OK; i++) {
    QmsTagFrame inner = { &g_array_index (items, QmsTagItem, i), i + 1, items->len, frame };
    if (i < items->len)
      run (self, &piece->body, &inner);
    else
      run (self, &piece->otherwise, frame);
  }
  qms_tag_items_free (items);
}

static void
run_column (Filler *self, const QmsPiece *piece)
{
  size_t count = parts_of (self->table, piece->number);

  for (size_t i = 0; i < count; i++)
    g_string_append_printf (self->out, "<%sgridCol %sw=\"%zu\"/>", self->prefix, self->prefix, piece->size / count);
}

static void
run_span (Filler *self, const QmsPiece *piece)
{
  size_t reach = reach_of (self->table, piece->number, piece->size);

  if (reach > 1)
    g_string_append_printf (self->out, "<%sgridSpan %sval=\"%zu\"/>", self->prefix, self->prefix, reach);
}

/* ---- pieces */

static QmsStatus
check_limits (Filler *self)
{
  QmsPlace place = { self->template->file, 0, 0, NULL };

  if (self->written + self->out->len <= MOST_BYTES && ++self->lookup.steps <= MOST_STEPS)
    return QMS_OK;
  return qms_fail (self->error, QMS_MSG_TEMPLATE_REPEATS, &place, NULL);
}

static void
run_piece (Filler *self, const QmsPiece *piece, const QmsTagFrame *frame)
{
  switch (piece->kind) {
  case QMS_PIECE_RAW:
    g_string_append (self->out, piece->text);
    break;
  case QMS_PIECE_VALUE:
    run_value (self, piece, frame);
    break;
  case QMS_PIECE_LINES:
    run_lines (self, piece, frame);
    break;
  case QMS_PIECE_SECTION:
    run_section (self, piece, frame);
    break;
  case QMS_PIECE_ONCE:
    run_once (self, piece);
    break;
  case QMS_PIECE_FRESH:
    run_fresh (self, piece);
    break;
  case QMS_PIECE_TABLE:
    run_table (self, piece, frame);
    break;
  case QMS_PIECE_BLOCKS:
    run_blocks (self, piece, frame);
    break;
  case QMS_PIECE_CELLS:
    run_cells (self, piece, frame);
    break;
  case QMS_PIECE_COLUMN:
    run_column (self, piece);
    break;
  case QMS_PIECE_WIDTH:
    g_string_append_printf (self->out, "%zu", piece->size / parts_of (self->table, piece->number));
    break;
  case QMS_PIECE_SPAN:
    run_span (self, piece);
    break;
  }
}

static void
run (Filler *self, const QmsPieces *pieces, const QmsTagFrame *frame)
{
  for (const QmsPiece *piece = pieces->first; piece && self->status == QMS_OK; piece = piece->next) {
    self->status = check_limits (self);
    if (self->status == QMS_OK)
      run_piece (self, piece, frame);
  }
}

/* ---- the package */

static void
fill_part (Filler *self, const QmsTemplatePart *part, const QmsTagFrame *frame, QmsPackage *package)
{
  g_autoptr (GBytes) bytes = NULL;

  self->prefix = part->prefix;
  self->out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
  run (self, &part->pieces, frame);
  self->written += self->out->len;
  bytes = g_string_free_to_bytes (self->out);
  qms_package_put (package, part->name, bytes);
}

static QmsPackage *
copy_package (const QmsPackage *from)
{
  QmsPackage *package = qms_package_new (qms_package_file (from));

  for (size_t i = 0; i < qms_package_count (from); i++)
    qms_package_put (package, qms_package_name (from, i), qms_package_part (from, qms_package_name (from, i)));
  return package;
}

static QmsStatus
fill (Filler *self, const QmsNode *node, char **docx, size_t *size)
{
  g_autoptr (QmsPackage) package = copy_package (self->template->package);
  QmsTagItem item = { .node = node };
  QmsTagFrame frame = { &item, 1, 1, NULL };
  g_autoptr (GBytes) bytes = NULL;
  QmsError *why = NULL;
  gsize length;

  for (const QmsTemplatePart *part = self->template->parts; part && self->status == QMS_OK; part = part->next)
    fill_part (self, part, &frame, package);
  if (self->status == QMS_OK && !(bytes = qms_package_write (package, &why))) {
    self->status = qms_error_status (why);
    qms_error_join (self->error, why);
  }
  if (self->status != QMS_OK)
    return self->status;
  *docx = g_bytes_unref_to_data (g_steal_pointer (&bytes), &length);
  *size = length;
  return QMS_OK;
}

/* ---- public */

static QmsStatus
read_day (Filler *self, const char *as_of)
{
  const QmsField *field = qms_field_by_id (QMS_PROCEDURE_ISSUE_DATE);

  if (!as_of)
    return QMS_OK;
  if (qms_field_parse (field, as_of, strlen (as_of), self->lookup.arena, &self->lookup.date) != QMS_VALUE_OK)
    return qms_fail (self->error, QMS_MSG_TEMPLATE_DAY, NULL, "found", as_of, NULL);
  self->lookup.dated = true;
  return QMS_OK;
}

static QmsStatus
check_type (const QmsTemplate *self, const QmsNode *node, QmsError **error)
{
  QmsPlace place = { self->file, 0, 0, NULL };

  if (node->type == self->type && node->document->root->type == self->root)
    return QMS_OK;
  return qms_fail (error, QMS_MSG_TEMPLATE_TYPE, &place, "expected", self->path_text, "found", node->type->xml, NULL);
}

QmsStatus
qms_template_fill (const QmsTemplate *self, const QmsNode *node, const char *as_of, char **docx, size_t *size,
                   QmsError **error)
{
  Filler filler = { .template = self, .error = error };
  g_autofree bool *used = NULL;
  size_t ignored;

  if (!self || !node || !docx)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", !self ? "self" : node ? "docx" : "node", NULL);
  if (check_type (self, node, error) != QMS_OK)
    return QMS_ERROR_ARGUMENT;
  filler.used = used = g_new0 (bool, self->singles + 1);
  filler.fresh = self->greatest;
  filler.lookup.root = node->document->root;
  filler.lookup.arena = qms_arena_new ();
  filler.status = read_day (&filler, as_of);
  if (filler.status == QMS_OK)
    fill (&filler, node, docx, size ? size : &ignored);
  qms_tag_lookup_clear (&filler.lookup);
  return filler.status;
}

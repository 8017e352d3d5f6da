/* SPDX-License-Identifier: Apache-2.0 */
/* Compiles paragraphs: finds their tags, however Word has split them over runs. */
#include "render/docx_piece.h"

#include "core/text.h"
#include "gen/ids.h"

#include <string.h>

enum { MOST_TAGS = 10000 };

/* Stands for what is no text between texts; no XML holds it. */
#define BARRIER '\x01'

/* A text of a run, something else of it, or an element beside runs. */
typedef struct {
  const QmsXmlTreeNode *run;  /* NULL: beside runs */
  const QmsXmlTreeNode *node; /* NULL: text */
  size_t start, end;          /* in the text of all */
} Inline;

typedef struct {
  size_t start, end;
  QmsTag *tag;
} Range;

/* A paragraph or another element that holds runs. */
typedef struct {
  QmsDocxCompiler *compiler;
  GArray *inlines, *ranges;
  GString *text;
  QmsPieces pieces;          /* since the last tag */
  bool content;              /* among them */
  const QmsXmlTreeNode *run; /* that is open in them */
  GArray *atoms;
} Line;

/* ---- what a paragraph holds */

static bool
is_any (const QmsXmlTreeNode *node, const char *const *names)
{
  for (; *names; names++)
    if (qms_word_is (node, *names))
      return true;
  return false;
}

/* Wrapped around runs without any effect on how they look. */
static bool
is_transparent (const QmsXmlTreeNode *node)
{
  static const char *const names[] = { "smartTag", "customXml", "ins", "moveTo", NULL };

  return is_any (node, names);
}

/* Only says something of what Word did. */
static bool
is_noise (const QmsXmlTreeNode *node)
{
  static const char *const names[] = { "proofErr", "lastRenderedPageBreak", "smartTagPr", "customXmlPr", "pPr", "rPr",
                                       NULL };

  return is_any (node, names);
}

/* Marks a place, without being seen. */
static bool
is_anchor (const QmsXmlTreeNode *node)
{
  static const char *const names[] = { "bookmarkStart",    "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
                                       "commentReference", "permStart",   "permEnd",           "del",
                                       "moveFrom",         NULL };

  return is_any (node, names);
}

/* Whether runs stand in it: a link, a simple field, a content control within a paragraph. */
bool
qms_docx_is_inline (const QmsXmlTreeNode *node)
{
  for (const QmsXmlTreeNode *child = node->first; child; child = child->next)
    if (child->name && (qms_word_is (child, "r") || (is_transparent (child) && qms_docx_is_inline (child))))
      return true;
  return false;
}

static void
add_inline (Line *line, const QmsXmlTreeNode *run, const QmsXmlTreeNode *node, size_t start)
{
  Inline one = { run, node, start, line->text->len };

  g_array_append_val (line->inlines, one);
}

static void
add_text (Line *line, const QmsXmlTreeNode *run, const QmsXmlTreeNode *node)
{
  size_t start = line->text->len;

  for (const QmsXmlTreeNode *child = node->first; child; child = child->next)
    if (!child->name && !child->comment)
      g_string_append (line->text, child->text);
  add_inline (line, run, NULL, start);
}

static void
add_other (Line *line, const QmsXmlTreeNode *run, const QmsXmlTreeNode *node)
{
  size_t start = line->text->len;

  if (!is_anchor (node))
    g_string_append_c (line->text, BARRIER);
  add_inline (line, run, node, start);
}

static void
collect_run (Line *line, const QmsXmlTreeNode *run)
{
  for (const QmsXmlTreeNode *child = run->first; child; child = child->next) {
    if (!child->name || is_noise (child))
      continue;
    if (qms_word_is (child, "t"))
      add_text (line, run, child);
    else
      add_other (line, run, child);
  }
}

static void
collect (Line *line, const QmsXmlTreeNode *node)
{
  for (const QmsXmlTreeNode *child = node->first; child; child = child->next) {
    if (!child->name || is_noise (child))
      continue;
    if (qms_word_is (child, "r"))
      collect_run (line, child);
    else if (is_transparent (child))
      collect (line, child);
    else
      add_other (line, NULL, child);
  }
}

/* ---- tags */

/* The text of the paragraph as messages quote it. */
static const char *
quoted_text (const Line *line)
{
  g_autofree char *shown = g_strdup (line->text->str);
  g_autofree char *quoted = qms_message_quote (g_strdelimit (shown, "\x01\n\t", ' '), line->text->len);

  return qms_arena_strndup (line->compiler->arena, quoted, strlen (quoted));
}

static const QmsTagPlace *
make_place (const Line *line)
{
  const QmsDocxCompiler *self = line->compiler;
  QmsTagPlace *place = qms_arena_alloc0 (self->arena, sizeof *place);

  *place = (QmsTagPlace){ self->file, self->part, self->paragraphs, quoted_text (line) };
  return place;
}

/* Where the braces close that open before `text`; NULL if they do not. Quotes may hold braces. */
static const char *
find_end (const char *text)
{
  bool quoted = false;

  for (; *text && *text != BARRIER; text++) {
    if (*text == '"' || strncmp (text, "“", 3) == 0 || strncmp (text, "”", 3) == 0)
      quoted = !quoted;
    else if (!quoted && text[0] == '}' && text[1] == '}')
      return text;
  }
  return NULL;
}

static void
refuse_unclosed (Line *line, const char *begin, const QmsTagPlace *place)
{
  QmsTag tag = { .place = place };
  g_autofree char *source = g_strndup (begin, strcspn (begin, "\x01"));

  tag.source = source;
  if (strstr (source, "}}")) /* which only quotes hide */
    qms_docx_complain (line->compiler, &tag, QMS_MSG_TEMPLATE_SYNTAX,
                       QMS_VALUES ({ "expected", { "dấu ngoặc kép đóng", "a closing quote" } }));
  else
    qms_docx_complain (line->compiler, &tag, QMS_MSG_TEMPLATE_UNCLOSED, NULL, 0);
}

static void
refuse_number (Line *line, const QmsTag *tag)
{
  g_autofree char *most = g_strdup_printf ("%d", MOST_TAGS);

  qms_docx_complain (line->compiler, tag, QMS_MSG_TEMPLATE_TAGS, QMS_VALUES ({ "most", { most } }));
}

static void
read_tag (Line *line, const char *begin, const char *end, const QmsTagPlace *place)
{
  QmsDocxCompiler *self = line->compiler;
  Range range = { (size_t)(begin - line->text->str), (size_t)(end + 2 - line->text->str), NULL };

  range.tag = qms_tag_read (self->arena, begin + 2, (size_t)(end - begin - 2), place, self->error);
  if (!range.tag)
    self->status = QMS_ERROR_STRUCTURE;
  else if (++*self->tags > MOST_TAGS)
    refuse_number (line, range.tag);
  g_array_append_val (line->ranges, range);
}

static void
find_tags (Line *line)
{
  const char *at = strstr (line->text->str, "{{"), *end;
  const QmsTagPlace *place = at ? make_place (line) : NULL;

  for (; at && line->compiler->status == QMS_OK; at = strstr (end, "{{")) {
    end = find_end (at + 2);
    if (!end) {
      refuse_unclosed (line, at, place);
      return;
    }
    read_tag (line, at, end, place);
    end += 2;
  }
}

/* ---- atoms */

static void
close_run (Line *line)
{
  if (line->run)
    qms_docx_close (line->compiler, line->run, &line->pieces);
  line->run = NULL;
}

static void
open_run (Line *line, const QmsXmlTreeNode *run)
{
  if (line->run == run)
    return;
  close_run (line);
  if (!run)
    return;
  qms_docx_open (line->compiler, run, &line->pieces);
  qms_piece_add_raw (line->compiler, &line->pieces, qms_docx_text (line->compiler, qms_word_child (run, "rPr")));
  line->run = run;
}

/* Ends what was collected since the last tag. */
static void
close_pieces (Line *line)
{
  close_run (line);
  if (line->pieces.first)
    qms_atoms_add (line->atoms, line->pieces, line->content);
  line->pieces = (QmsPieces){ NULL, NULL };
  line->content = false;
}

static bool
is_blank (const char *text, size_t length)
{
  const char *end = text + length;

  while (text < end && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text >= end;
}

static void
put_text (Line *line, const QmsXmlTreeNode *run, size_t start, size_t end)
{
  g_autofree char *text = g_strndup (line->text->str + start, end - start);
  g_autoptr (GString) out = g_string_new (NULL);

  if (start == end)
    return;
  open_run (line, run);
  g_string_append_printf (out, "<%st xml:space=\"preserve\">", line->compiler->prefix);
  qms_text_escape (text, false, out);
  g_string_append_printf (out, "</%st>", line->compiler->prefix);
  qms_piece_add_raw (line->compiler, &line->pieces, out->str);
  line->content |= !is_blank (text, end - start);
}

/* A tag that belongs to the template or to its cell, and is no part of the text. */
static bool
put_aside (QmsDocxCompiler *self, QmsTag *tag)
{
  bool end = tag->kind == QMS_TAG_END && tag->closes == QMS_TAG_CELLS;

  if (tag->kind >= QMS_TAG_FOR) {
    g_ptr_array_add (self->declarations, tag);
    return true;
  }
  if (tag->kind != QMS_TAG_CELLS && !end)
    return false;
  if (!self->cells || self->cells[end] || (end && !self->cells[0]))
    qms_docx_complain (self, tag, QMS_MSG_TEMPLATE_CELLS,
                       QMS_VALUES ({ "what",
                                     { "mỗi ô của bảng chứa nhiều nhất một cặp {{#cells}} … {{/cells}}",
                                       "a cell of a table holds at most one pair of {{#cells}} … {{/cells}}" } }));
  else
    self->cells[end] = tag;
  return true;
}

static void
put_tag (Line *line, const QmsXmlTreeNode *run, QmsTag *tag)
{
  QmsPieces out = { NULL, NULL };
  QmsPiece *value;

  close_pieces (line);
  if (tag->kind != QMS_TAG_VALUE) {
    if (put_aside (line->compiler, tag))
      qms_atoms_add (line->atoms, out, false);
    else
      qms_atoms_add_mark (line->atoms, tag);
    return;
  }
  value = qms_piece_add (line->compiler, &out, QMS_PIECE_VALUE);
  value->tag = tag;
  value->text = qms_docx_text (line->compiler, qms_word_child (run, "rPr"));
  qms_atoms_add (line->atoms, out, true);
}

/* The text of a run, between and around the tags; those from `*next` on are still to come. */
static void
put_inline_text (Line *line, const Inline *one, guint *next)
{
  for (size_t at = one->start; at < one->end;) {
    const Range *range = *next < line->ranges->len ? &g_array_index (line->ranges, Range, *next) : NULL;
    size_t stop = range ? MIN (range->start, one->end) : one->end;
    if (at < stop) {
      put_text (line, one->run, at, stop);
      at = stop;
      continue;
    }
    if (at == range->start)
      put_tag (line, one->run, range->tag);
    at = MIN (range->end, one->end);
    if (at == range->end)
      (*next)++;
  }
}

static void
put_other (Line *line, const Inline *one)
{
  g_autoptr (GArray) inner = qms_atoms_new ();

  open_run (line, one->run);
  qms_docx_compile_element (line->compiler, one->node, inner);
  qms_pieces_join (&line->pieces, qms_atoms_close (line->compiler, inner));
  line->content |= !is_anchor (one->node);
}

void
qms_docx_compile_inline (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms)
{
  Line line = { .compiler = self, .atoms = atoms };
  guint next = 0;

  line.inlines = g_array_new (FALSE, FALSE, sizeof (Inline));
  line.ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  line.text = g_string_new (NULL);
  collect (&line, node);
  find_tags (&line);
  for (guint i = 0; i < line.inlines->len && self->status == QMS_OK; i++) {
    const Inline *one = &g_array_index (line.inlines, Inline, i);
    if (one->node)
      put_other (&line, one);
    else
      put_inline_text (&line, one, &next);
  }
  close_pieces (&line);
  g_array_unref (line.inlines);
  g_array_unref (line.ranges);
  g_string_free (line.text, TRUE);
}

/* ---- paragraphs */

/* The only value of a paragraph that shows nothing else; NULL if it is not like that. */
static QmsPiece *
lone_value (const GArray *atoms)
{
  QmsPiece *value = NULL;

  for (guint i = 0; i < atoms->len; i++) {
    const QmsAtom *atom = &g_array_index (atoms, QmsAtom, i);
    if (atom->mark || (atom->content && (value || atom->pieces.first->kind != QMS_PIECE_VALUE)))
      return NULL;
    if (atom->content)
      value = atom->pieces.first;
  }
  return value;
}

static QmsPieces
make_lines (QmsDocxCompiler *self, QmsPieces open, const QmsPiece *value, const GArray *atoms, QmsPieces close)
{
  QmsPieces out = { NULL, NULL }, *side;
  QmsPiece *lines = qms_piece_add (self, &out, QMS_PIECE_LINES);

  lines->tag = value->tag;
  lines->text = value->text;
  lines->body = open;
  side = &lines->body;
  for (guint i = 0; i < atoms->len; i++) {
    QmsPieces pieces = g_array_index (atoms, QmsAtom, i).pieces;
    if (pieces.first == value)
      side = &lines->otherwise;
    else
      qms_pieces_join (side, pieces);
  }
  qms_pieces_join (&lines->otherwise, close);
  return out;
}

static void
add_marks (GArray *atoms, const GPtrArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    qms_atoms_add_mark (atoms, marks->pdata[i]);
}

/* Whether it has tags other than values: they leave nothing behind, or marks. */
static bool
is_tagged (const GArray *atoms)
{
  for (guint i = 0; i < atoms->len; i++)
    if (!g_array_index (atoms, QmsAtom, i).pieces.first)
      return true;
  return false;
}

/* A paragraph with nothing but such tags goes, unless a section of pages ends with it. */
static void
add_paragraph (QmsDocxCompiler *self, QmsPieces open, GArray *inner, QmsPieces close, bool breaks, GArray *atoms)
{
  QmsUnit unit = qms_atoms_assemble (self, inner, true);

  add_marks (atoms, unit.before);
  if (unit.content || breaks || !is_tagged (inner)) {
    qms_pieces_join (&open, unit.pieces);
    qms_pieces_join (&open, close);
    qms_atoms_add (atoms, open, unit.content);
  }
  add_marks (atoms, unit.after);
  qms_unit_clear (&unit);
}

void
qms_docx_compile_paragraph (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms)
{
  g_autoptr (GArray) inner = qms_atoms_new ();
  const QmsXmlTreeNode *properties = qms_word_child (node, "pPr");
  bool breaks = properties && qms_word_child (properties, "sectPr");
  QmsPieces open = { NULL, NULL }, close = { NULL, NULL };
  QmsPiece *value;

  self->paragraphs++;
  qms_docx_open (self, node, &open);
  qms_piece_add_raw (self, &open, qms_docx_text (self, properties));
  qms_docx_close (self, node, &close);
  qms_docx_compile_inline (self, node, inner);
  value = breaks ? NULL : lone_value (inner);
  if (value)
    qms_atoms_add (atoms, make_lines (self, open, value, inner, close), true);
  else
    add_paragraph (self, open, inner, close, breaks, atoms);
}

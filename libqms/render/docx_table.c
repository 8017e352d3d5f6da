/* SPDX-License-Identifier: Apache-2.0 */
/* Compiles tables: rows that repeat, columns that are divided. */
#include "render/docx_piece.h"

#include "gen/ids.h"

#include <string.h>

/* Wider tables Word does not make. */
enum { MOST_COLUMNS = 1000, WIDEST = 1000 * 1000 };

/* A number of Word's; `otherwise` if it is none or absent. */
static size_t
number_of (const QmsXmlTreeNode *node, const char *name, size_t most, size_t otherwise)
{
  const char *text = qms_word_attribute (node, name);
  guint64 number;

  return text && g_ascii_string_to_unsigned (text, 10, 0, most, &number, NULL) ? (size_t)number : otherwise;
}

/* ---- cells */

typedef struct {
  size_t column, span;
  QmsPieces pieces;
} Cell;

static size_t
span_of (const QmsXmlTreeNode *cell)
{
  const QmsXmlTreeNode *properties = qms_word_child (cell, "tcPr");
  const QmsXmlTreeNode *span = qms_word_child (properties, "gridSpan");

  return MAX (number_of (span, "val", MOST_COLUMNS, 1), 1);
}

static void
add_width (QmsDocxCompiler *self, const QmsXmlTreeNode *width, size_t column, QmsPieces *out)
{
  size_t size = number_of (width, "w", WIDEST, 0);
  const char *type = qms_word_attribute (width, "type");
  g_autofree char *open = g_strdup_printf ("<%stcW %sw=\"", self->prefix, self->prefix);
  g_autofree char *close =
      g_strdup_printf ("\" %stype=\"%s\"/>", self->prefix, type && strcmp (type, "pct") == 0 ? "pct" : "dxa");
  QmsPiece *piece;

  if (size == 0) {
    qms_piece_add_raw (self, out, qms_docx_text (self, width));
    return;
  }
  qms_piece_add_raw (self, out, open);
  piece = qms_piece_add (self, out, QMS_PIECE_WIDTH);
  piece->number = column;
  piece->size = size;
  qms_piece_add_raw (self, out, close);
}

/* Properties of a cell; how far it reaches depends on the columns that are divided. Word wants them in their order. */
static QmsPieces
compile_properties (QmsDocxCompiler *self, const QmsXmlTreeNode *properties, const Cell *cell, bool divided)
{
  g_autofree char *open = g_strdup_printf ("<%stcPr>", self->prefix),
                  *close = g_strdup_printf ("</%stcPr>", self->prefix);
  const QmsXmlTreeNode *child = properties ? properties->first : NULL;
  QmsPieces out = { NULL, NULL };
  QmsPiece *span;

  qms_piece_add_raw (self, &out, open);
  for (; child && (!child->name || qms_word_is (child, "cnfStyle") || qms_word_is (child, "tcW")); child = child->next)
    if (divided && qms_word_is (child, "tcW"))
      add_width (self, child, cell->column, &out);
    else
      qms_piece_add_raw (self, &out, qms_docx_text (self, child));
  if (!divided) {
    span = qms_piece_add (self, &out, QMS_PIECE_SPAN);
    span->number = cell->column;
    span->size = cell->span;
  }
  for (; child; child = child->next)
    if (!qms_word_is (child, "gridSpan"))
      qms_piece_add_raw (self, &out, qms_docx_text (self, child));
  qms_piece_add_raw (self, &out, close);
  return out;
}

/* A paragraph without text, like the last one of a cell. */
static QmsPieces
empty_paragraph (QmsDocxCompiler *self, const QmsXmlTreeNode *cell)
{
  const QmsXmlTreeNode *last = NULL;

  for (const QmsXmlTreeNode *child = cell->first; child; child = child->next)
    if (qms_word_is (child, "p"))
      last = child;
  return qms_docx_empty_paragraph (self, last);
}

/* The content of a cell; the marks of its row that stand in it are added to `marks`. */
static bool
compile_content (QmsDocxCompiler *self, const QmsXmlTreeNode *node, QmsPieces *out, GPtrArray *marks)
{
  g_autoptr (GArray) atoms = qms_atoms_new ();
  QmsPiece *content = qms_piece_add (self, out, QMS_PIECE_BLOCKS);
  QmsUnit unit;
  bool seen;

  for (const QmsXmlTreeNode *child = node->first; child && self->status == QMS_OK; child = child->next)
    if (child->name && !qms_word_is (child, "tcPr"))
      qms_docx_compile_element (self, child, atoms);
  unit = qms_atoms_assemble (self, atoms, false);
  g_ptr_array_extend (marks, unit.before, NULL, NULL);
  g_ptr_array_extend (marks, unit.after, NULL, NULL);
  content->body = unit.pieces;
  content->otherwise = empty_paragraph (self, node);
  seen = unit.content;
  qms_unit_clear (&unit);
  return seen;
}

/* An element around pieces, which may stand in several places. */
static QmsPieces
wrap (QmsDocxCompiler *self, const QmsXmlTreeNode *node, QmsPieces properties, QmsPieces content)
{
  QmsPieces out = { NULL, NULL };

  qms_docx_open (self, node, &out);
  qms_pieces_join (&out, properties);
  qms_pieces_join (&out, content);
  qms_docx_close (self, node, &out);
  return out;
}

static void
divide (QmsDocxCompiler *self, const QmsXmlTreeNode *node, Cell *cell, QmsPieces content, QmsTag *const tags[2])
{
  const QmsXmlTreeNode *properties = qms_word_child (node, "tcPr");
  QmsPiece *cells = qms_piece_add (self, &cell->pieces, QMS_PIECE_CELLS);

  if (!tags[1])
    qms_docx_complain (self, tags[0], QMS_MSG_TEMPLATE_NO_END, NULL, 0);
  else if (cell->span != 1)
    qms_docx_complain (self, tags[0], QMS_MSG_TEMPLATE_CELLS,
                       QMS_VALUES ({ "what",
                                     { "ô này gộp nhiều cột; hãy tách ra thành một cột",
                                       "this cell is merged of several columns; split it into one column" } }));
  cells->tag = tags[0];
  cells->number = cell->column;
  cells->body = wrap (self, node, compile_properties (self, properties, cell, true), content);
  cells->otherwise = wrap (self, node, compile_properties (self, properties, cell, true), empty_paragraph (self, node));
}

static bool
compile_cell (QmsDocxCompiler *self, const QmsXmlTreeNode *node, Cell *cell, GPtrArray *marks)
{
  QmsTag *tags[2] = { NULL, NULL }, **outer = self->cells;
  QmsPieces content = { NULL, NULL };
  bool seen;

  self->cells = tags;
  seen = compile_content (self, node, &content, marks);
  self->cells = outer;
  if (tags[0])
    divide (self, node, cell, content, tags);
  else
    cell->pieces = wrap (self, node, compile_properties (self, qms_word_child (node, "tcPr"), cell, false), content);
  return seen;
}

/* ---- rows */

/* Tags that open stand before a row with content, tags that close behind it. */
static void
check_marks (QmsDocxCompiler *self, const GPtrArray *marks)
{
  bool closing = false;

  for (guint i = 0; i < marks->len; i++) {
    const QmsTag *mark = marks->pdata[i];
    if (mark->kind == QMS_TAG_ELSE || (closing && qms_tag_opens (mark)))
      qms_docx_complain (self, mark, QMS_MSG_TEMPLATE_ROW, NULL, 0);
    closing |= !qms_tag_opens (mark);
  }
}

static void
add_marks (GArray *atoms, const GPtrArray *marks, bool opening, bool closing)
{
  for (guint i = 0; i < marks->len; i++) {
    bool opens = qms_tag_opens (marks->pdata[i]);
    if ((opens && opening) || (!opens && closing))
      qms_atoms_add_mark (atoms, marks->pdata[i]);
  }
}

static void
add_row (QmsDocxCompiler *self, QmsPieces row, bool content, const GPtrArray *marks, GArray *atoms)
{
  if (!content && marks->len > 0) {
    add_marks (atoms, marks, true, true);
    return;
  }
  check_marks (self, marks);
  add_marks (atoms, marks, true, false);
  qms_atoms_add (atoms, row, true);
  add_marks (atoms, marks, false, true);
}

static void
compile_other (QmsDocxCompiler *self, const QmsXmlTreeNode *node, QmsPieces *out)
{
  g_autoptr (GArray) atoms = qms_atoms_new ();

  qms_docx_compile_element (self, node, atoms);
  qms_pieces_join (out, qms_atoms_close (self, atoms));
}

void
qms_docx_compile_row (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms)
{
  const QmsXmlTreeNode *skipped = qms_word_child (qms_word_child (node, "trPr"), "gridBefore");
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  size_t column = number_of (skipped, "val", MOST_COLUMNS, 0);
  QmsPieces row = { NULL, NULL };
  bool content = false;

  qms_docx_open (self, node, &row);
  for (const QmsXmlTreeNode *child = node->first; child && self->status == QMS_OK; child = child->next) {
    Cell cell = { .column = column };
    if (!child->name)
      continue;
    if (!qms_word_is (child, "tc")) {
      compile_other (self, child, &row);
      continue;
    }
    cell.span = span_of (child);
    content |= compile_cell (self, child, &cell, marks);
    qms_pieces_join (&row, cell.pieces);
    column += cell.span;
  }
  qms_docx_close (self, node, &row);
  add_row (self, row, content, marks, atoms);
}

/* ---- tables */

static QmsPieces
compile_grid (QmsDocxCompiler *self, const QmsXmlTreeNode *grid)
{
  QmsPieces out = { NULL, NULL };
  size_t column = 0;

  qms_docx_open (self, grid, &out);
  for (const QmsXmlTreeNode *child = grid->first; child; child = child->next) {
    if (!qms_word_is (child, "gridCol"))
      continue;
    QmsPiece *piece = qms_piece_add (self, &out, QMS_PIECE_COLUMN);
    piece->number = column++;
    piece->size = number_of (child, "w", WIDEST, 0);
  }
  qms_docx_close (self, grid, &out);
  return out;
}

void
qms_docx_compile_table (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms)
{
  g_autoptr (GArray) rows = qms_atoms_new ();
  QmsTag **outer = self->cells;
  QmsPieces out = { NULL, NULL }, close = { NULL, NULL };
  QmsPiece *table = qms_piece_add (self, &out, QMS_PIECE_TABLE);

  table->size = 1;
  self->cells = NULL;
  qms_docx_open (self, node, &table->body);
  for (const QmsXmlTreeNode *child = node->first; child && self->status == QMS_OK; child = child->next) {
    if (!child->name)
      continue;
    if (qms_word_is (child, "tblPr"))
      qms_piece_add_raw (self, &table->body, qms_docx_text (self, child));
    else if (qms_word_is (child, "tblGrid"))
      qms_pieces_join (&table->body, compile_grid (self, child));
    else
      qms_docx_compile_element (self, child, rows);
  }
  table->otherwise = qms_atoms_close (self, rows);
  self->cells = outer;
  qms_docx_close (self, node, &close);
  table->text = close.first ? close.first->text : "";
  qms_atoms_add (atoms, out, true);
}

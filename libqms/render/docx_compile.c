/* SPDX-License-Identifier: Apache-2.0 */
/* Compiles the elements of a template that hold paragraphs and tables. */
#include "render/docx_piece.h"

#include <string.h>

void
qms_docx_complain (QmsDocxCompiler *self, const QmsTag *tag, int message, const QmsValue *values, size_t n_values)
{
  if (self->status == QMS_OK)
    self->status = qms_tag_fail (tag, message, values, n_values, self->error);
}

/* ---- what must not stand there twice */

/* Names by which the start and the end of a range are known. */
static const struct {
  const char *name;
  const char *range; /* NULL: no range */
  bool end;
} singles[] = {
  { "bookmarkStart", "bookmark", false },
  { "bookmarkEnd", "bookmark", true },
  { "commentRangeStart", "comment", false },
  { "commentRangeEnd", "comment", true },
  { "permStart", "perm", false },
  { "permEnd", "perm", true },
  { "commentReference", NULL, false },
};

/* Index among those; -1 if an element may repeat. */
static int
single_of (const QmsXmlTreeNode *node)
{
  for (size_t i = 0; i < G_N_ELEMENTS (singles); i++)
    if (qms_word_is (node, singles[i].name))
      return (int)i;
  return -1;
}

static QmsPiece *
add_once (QmsDocxCompiler *self, const QmsXmlTreeNode *node, QmsPieces *out)
{
  QmsPiece *piece = qms_piece_add (self, out, QMS_PIECE_ONCE);

  piece->text = qms_docx_text (self, node);
  piece->number = (*self->singles)++;
  return piece;
}

static void
compile_single (QmsDocxCompiler *self, const QmsXmlTreeNode *node, int single, GArray *atoms)
{
  QmsPieces out = { NULL, NULL };
  QmsPiece *piece = add_once (self, node, &out);
  const char *id = qms_word_attribute (node, "id");

  if (singles[single].range) {
    g_autofree char *mark = g_strdup_printf ("%s %s", singles[single].range, id ? id : "");
    piece->mark = qms_arena_strndup (self->arena, mark, strlen (mark));
    piece->size = singles[single].end;
  }
  qms_atoms_add (atoms, out, false);
}

/* The identifier of a content control. */
static bool
is_control_id (const QmsXmlTreeNode *node)
{
  return qms_word_is (node, "id") && node->parent && qms_word_is (node->parent, "sdtPr");
}

/* ---- siblings */

QmsPieces
qms_docx_empty_paragraph (QmsDocxCompiler *self, const QmsXmlTreeNode *like)
{
  QmsPieces out = { NULL, NULL };
  g_autofree char *text =
      g_strdup_printf ("<%sp>%s</%sp>", self->prefix, qms_docx_text (self, qms_word_child (like, "pPr")), self->prefix);

  qms_piece_add_raw (self, &out, text);
  return out;
}

/* Whether Word wants a paragraph at the end of it, before what it says of its pages. */
static bool
is_page (const QmsXmlTreeNode *node)
{
  static const char *const names[] = { "body", "hdr", "ftr", "txbxContent", "footnote", "endnote" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    if (qms_word_is (node, names[i]))
      return true;
  return qms_word_is (node, "sdtContent") && (qms_word_child (node, "p") || qms_word_child (node, "tbl"));
}

static void
compile_page (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms)
{
  g_autoptr (GArray) inner = qms_atoms_new (), last = qms_atoms_new ();
  QmsPieces out = { NULL, NULL };
  QmsPiece *blocks;

  qms_docx_open (self, node, &out);
  blocks = qms_piece_add (self, &out, QMS_PIECE_BLOCKS);
  for (const QmsXmlTreeNode *child = node->first; child && self->status == QMS_OK; child = child->next)
    if (child->name)
      qms_docx_compile_element (self, child, qms_word_is (child, "sectPr") ? last : inner);
  blocks->body = qms_atoms_close (self, inner);
  blocks->otherwise = qms_docx_empty_paragraph (self, NULL);
  qms_pieces_join (&out, qms_atoms_close (self, last));
  qms_docx_close (self, node, &out);
  qms_atoms_add (atoms, out, true);
}

static void
compile_children (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms)
{
  for (const QmsXmlTreeNode *child = node->first; child && self->status == QMS_OK; child = child->next) {
    QmsPieces text = { NULL, NULL };
    if (child->name) {
      qms_docx_compile_element (self, child, atoms);
      continue;
    }
    qms_piece_add_raw (self, &text, qms_docx_text (self, child));
    qms_atoms_add (atoms, text, false);
  }
}

static void
compile_other (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms)
{
  g_autoptr (GArray) inner = qms_atoms_new ();
  QmsPieces out = { NULL, NULL };

  qms_docx_open (self, node, &out);
  if (qms_docx_is_inline (node))
    qms_docx_compile_inline (self, node, inner);
  else
    compile_children (self, node, inner);
  qms_pieces_join (&out, qms_atoms_close (self, inner));
  qms_docx_close (self, node, &out);
  qms_atoms_add (atoms, out, true);
}

void
qms_docx_compile_element (QmsDocxCompiler *self, const QmsXmlTreeNode *node, GArray *atoms)
{
  int single = single_of (node);
  QmsPieces out = { NULL, NULL };

  if (single >= 0)
    compile_single (self, node, single, atoms);
  else if (is_control_id (node)) {
    add_once (self, node, &out);
    qms_atoms_add (atoms, out, false);
  } else if (qms_word_is (node, "p"))
    qms_docx_compile_paragraph (self, node, atoms);
  else if (qms_word_is (node, "tbl"))
    qms_docx_compile_table (self, node, atoms);
  else if (qms_word_is (node, "tr"))
    qms_docx_compile_row (self, node, atoms);
  else if (is_page (node) && node->first && !qms_docx_is_inline (node))
    compile_page (self, node, atoms);
  else
    compile_other (self, node, atoms);
}

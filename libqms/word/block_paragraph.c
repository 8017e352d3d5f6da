/* SPDX-License-Identifier: Apache-2.0 */
/* Paragraphs: their text, number and format. */
#include "word/block_reader.h"
#include "word/clean.h"

#include <string.h>

enum { BODY_TEXT = 9 }; /* as outline level */

void
qms_word_paragraph_init (QmsWordParagraph *paragraph)
{
  *paragraph = (QmsWordParagraph){ .text = g_string_new (NULL), .boxes = g_ptr_array_new () };
}

void
qms_word_paragraph_clear (QmsWordParagraph *paragraph)
{
  g_string_free (paragraph->text, TRUE);
  g_ptr_array_unref (paragraph->boxes);
}

/* ---- number */

typedef struct {
  int32_t list, level;
} Numbering;

/* The paragraph's own words come first, then the style's. A list of the style may have a level for that style. */
static Numbering
numbering_of (const QmsBlockReader *self, const QmsXmlTreeNode *properties, const QmsWordStyle *style)
{
  const QmsXmlTreeNode *own = qms_word_child (properties, "numPr");
  int32_t list = qms_word_number (own, "numId", -1), level = qms_word_number (own, "ilvl", -1);

  if (level < 0)
    level = qms_word_numbering_level (self->numbering, list < 0 ? style->list : list,
                                      qms_word_value (properties, "pStyle"));
  if (level < 0 && list < 0)
    level = style->level;
  return (Numbering){ list < 0 ? style->list : list, MAX (level, 0) };
}

static void
set_number (QmsBlockReader *self, QmsBlock *block, Numbering numbering)
{
  g_autofree char *label = qms_word_numbering_next (self->numbering, numbering.list, numbering.level);
  const char *clean = label ? qms_word_clean (self->arena, label) : "";

  block->number = *clean ? clean : NULL;
  block->level = block->number ? numbering.level : 0;
}

/* ---- format */

static int32_t
outline_of (const QmsXmlTreeNode *properties, const QmsWordStyle *style)
{
  int32_t outline = qms_word_number (properties, "outlineLvl", style->outline);

  return outline >= 0 && outline < BODY_TEXT ? outline + 1 : 0;
}

static QmsBlock *
make_block (QmsBlockReader *self, const QmsWordParagraph *paragraph, const QmsXmlTreeNode *properties,
            const QmsWordStyle *style)
{
  QmsBlock *block = qms_arena_alloc0 (self->arena, sizeof *block);

  block->kind = QMS_BLOCK_PARAGRAPH;
  block->index = self->n_paragraphs;
  block->text = qms_word_clean (self->arena, paragraph->text->str);
  set_number (self, block, numbering_of (self, properties, style));
  block->outline = outline_of (properties, style);
  block->bold = paragraph->seen > 0 && paragraph->bold == paragraph->seen;
  block->contents =
      paragraph->contents || style->contents || (paragraph->seen > 0 && paragraph->linked == paragraph->seen);
  block->boxed = self->boxes > 0;
  return block;
}

/* ---- the whole */

static bool
is_mark_deleted (const QmsXmlTreeNode *properties)
{
  const QmsXmlTreeNode *mark = qms_word_child (properties, "rPr");

  return qms_word_child (mark, "del") || qms_word_child (mark, "moveFrom");
}

/* A text box has fields of its own. */
static void
read_boxes (QmsBlockReader *self, const GPtrArray *boxes, GPtrArray *blocks)
{
  GArray *outer = self->fields;

  for (guint i = 0; i < boxes->len; i++) {
    self->fields = g_array_new (FALSE, FALSE, sizeof (QmsWordField));
    self->boxes++;
    qms_block_read_all (self, boxes->pdata[i], blocks);
    self->boxes--;
    qms_block_end_fields (self);
    g_array_unref (self->fields);
  }
  self->fields = outer;
}

static void
reset (QmsWordParagraph *paragraph)
{
  qms_word_paragraph_clear (paragraph);
  qms_word_paragraph_init (paragraph);
}

void
qms_block_read_paragraph (QmsBlockReader *self, QmsWordParagraph *paragraph, const QmsXmlTreeNode *element,
                          GPtrArray *blocks)
{
  const QmsXmlTreeNode *properties = qms_word_child (element, "pPr");
  const QmsWordStyle *style = qms_word_style (self->styles, qms_word_value (properties, "pStyle"));
  g_autoptr (GPtrArray) boxes = NULL;
  QmsBlock *block;

  self->n_paragraphs++;
  paragraph->contents |= qms_block_in_contents (self);
  qms_block_read_inline (self, paragraph, element, style);
  qms_block_end_instructions (self);
  if (is_mark_deleted (properties))
    return;
  block = make_block (self, paragraph, properties, style);
  boxes = g_ptr_array_ref (paragraph->boxes);
  reset (paragraph);
  if (*block->text || block->number)
    g_ptr_array_add (blocks, block);
  read_boxes (self, boxes, blocks);
}

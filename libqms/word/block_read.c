/* SPDX-License-Identifier: Apache-2.0 */
/* Walks over paragraphs and tables, whatever they are wrapped in. */
#include "word/block_reader.h"

#include <string.h>

#define COMPATIBILITY_NAMESPACE "http://schemas.openxmlformats.org/markup-compatibility/2006"

GPtrArray *
qms_block_array (QmsBlockReader *self)
{
  GPtrArray *array = g_ptr_array_new ();

  g_ptr_array_add (self->arrays, array);
  return array;
}

/* ---- alternatives: the same content twice, for newer and for older programs */

bool
qms_block_is_alternatives (const QmsXmlTreeNode *element)
{
  return strcmp (element->name, "AlternateContent") == 0 && strcmp (element->uri, COMPATIBILITY_NAMESPACE) == 0;
}

static const QmsXmlTreeNode *
find (const QmsXmlTreeNode *from, const char *name)
{
  while (from && (!from->name || strcmp (from->name, name) != 0))
    from = from->next;
  return from;
}

const QmsXmlTreeNode *
qms_block_branch (const QmsXmlTreeNode *alternatives)
{
  const QmsXmlTreeNode *choice = find (alternatives->first, "Choice");

  return choice ? choice : find (alternatives->first, "Fallback");
}

/* ---- content controls */

static bool
is_gallery_of_contents (const QmsXmlTreeNode *control)
{
  const QmsXmlTreeNode *properties = qms_word_child (control, "sdtPr"),
                       *part = qms_word_child (properties, "docPartObj");
  const char *gallery = qms_word_value (part, "docPartGallery");

  return gallery && strcmp (gallery, "Table of Contents") == 0;
}

/* ---- the walk */

static void read_children (QmsBlockReader *self, QmsWordParagraph *paragraph, const QmsXmlTreeNode *element,
                           GPtrArray *blocks);

static void
read_control (QmsBlockReader *self, QmsWordParagraph *paragraph, const QmsXmlTreeNode *control, GPtrArray *blocks)
{
  unsigned contents = is_gallery_of_contents (control);
  const QmsXmlTreeNode *content = qms_word_child (control, "sdtContent");

  self->contents += contents;
  if (content)
    read_children (self, paragraph, content, blocks);
  self->contents -= contents;
}

static void
read_child (QmsBlockReader *self, QmsWordParagraph *paragraph, const QmsXmlTreeNode *child, GPtrArray *blocks)
{
  if (qms_word_is (child, "p"))
    qms_block_read_paragraph (self, paragraph, child, blocks);
  else if (qms_word_is (child, "tbl"))
    qms_block_read_table (self, child, blocks);
  else if (qms_word_is (child, "sdt"))
    read_control (self, paragraph, child, blocks);
  else if (!qms_word_is (child, "del") && !qms_word_is (child, "moveFrom"))
    read_children (self, paragraph, child, blocks);
}

static void
read_children (QmsBlockReader *self, QmsWordParagraph *paragraph, const QmsXmlTreeNode *element, GPtrArray *blocks)
{
  if (qms_block_is_alternatives (element))
    element = qms_block_branch (element);
  for (const QmsXmlTreeNode *at = element ? element->first : NULL; at; at = at->next)
    if (at->name)
      read_child (self, paragraph, at, blocks);
}

void
qms_block_read_all (QmsBlockReader *self, const QmsXmlTreeNode *element, GPtrArray *blocks)
{
  QmsWordParagraph paragraph;

  qms_word_paragraph_init (&paragraph);
  read_children (self, &paragraph, element, blocks);
  qms_word_paragraph_clear (&paragraph);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Builds a tree from what the parser calls back with. */
#include "codec/xml_tree.h"

#include <string.h>

typedef struct {
  QmsXmlTree *tree;
  QmsXmlTreeNode *top;
  const QmsReader *limits;
  const char *skipped; /* namespace; NULL: none */
  size_t skip;         /* open elements that are left out */
  size_t n_elements;
  const char *text;
  size_t size, offset;
  QmsStatus status;
  QmsError **error;
} Builder;

static const char *
or_empty (const char *text)
{
  return text ? text : "";
}

/* ---- building */

static void
append (QmsXmlTreeNode *parent, QmsXmlTreeNode *child)
{
  child->parent = parent;
  if (parent->last)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
}

static QmsXmlTreeAttribute *
keep_attributes (QmsArena *arena, const QmsXmlElement *element)
{
  QmsXmlTreeAttribute *kept = qms_arena_alloc (arena, element->n_attributes * sizeof *kept);

  for (size_t i = 0; i < element->n_attributes; i++) {
    const QmsXmlAttribute *from = &element->attributes[i];
    kept[i] = (QmsXmlTreeAttribute){ from->name, or_empty (from->prefix), or_empty (from->uri),
                                     qms_arena_strndup (arena, from->value, (size_t)(from->value_end - from->value)) };
  }
  return kept;
}

static QmsXmlTreeNode *
keep_element (Builder *self, const QmsXmlElement *element)
{
  QmsArena *arena = self->tree->arena;
  QmsXmlTreeNode *kept = qms_arena_alloc0 (arena, sizeof *kept);
  QmsXmlNamespace *namespaces = qms_arena_alloc (arena, element->n_namespaces * sizeof *namespaces);
  QmsPosition position = qms_xml_position (self->tree->parser);

  if (element->n_namespaces)
    memcpy (namespaces, element->namespaces, element->n_namespaces * sizeof *namespaces);
  kept->name = element->name;
  kept->prefix = or_empty (element->prefix);
  kept->uri = or_empty (element->uri);
  kept->attributes = keep_attributes (arena, element);
  kept->n_attributes = element->n_attributes;
  kept->namespaces = namespaces;
  kept->n_namespaces = element->n_namespaces;
  kept->line = position.line;
  kept->column = position.column;
  return kept;
}

static bool
has_room (Builder *self)
{
  QmsPosition position = qms_xml_here (self->tree->parser);
  QmsPlace place = { self->tree->file, position.line, position.column, NULL };

  if (++self->n_elements <= self->limits->limits[QMS_LIMIT_NODES])
    return true;
  self->status = qms_fail_limit (self->limits, QMS_LIMIT_NODES, &place, self->error);
  qms_xml_stop (self->tree->parser);
  return false;
}

static bool
is_skipped (const Builder *self, const QmsXmlElement *element)
{
  return self->skipped && element->uri && strcmp (element->uri, self->skipped) == 0;
}

static void
on_start (void *user, const QmsXmlElement *element)
{
  Builder *self = user;
  QmsXmlTreeNode *kept;

  if (self->skip || is_skipped (self, element)) {
    self->skip++;
    return;
  }
  if (!has_room (self))
    return;
  kept = keep_element (self, element);
  if (self->top)
    append (self->top, kept);
  else
    self->tree->root = kept;
  self->top = kept;
}

static void
on_end (void *user)
{
  Builder *self = user;

  if (self->skip)
    self->skip--;
  else
    self->top = self->top->parent;
}

static void
append_piece (Builder *self, const char *text, size_t length, bool comment)
{
  QmsXmlTreeNode *piece;

  if (self->skip || !self->top || !has_room (self))
    return;
  piece = qms_arena_alloc0 (self->tree->arena, sizeof *piece);
  piece->text = qms_arena_strndup (self->tree->arena, text, length);
  piece->comment = comment;
  append (self->top, piece);
}

static void
on_text (void *user, const char *text, size_t length)
{
  append_piece (user, text, length, false);
}

static void
on_comment (void *user, const char *text)
{
  append_piece (user, text, strlen (text), true);
}

static void
on_instruction (void *user G_GNUC_UNUSED, const char *target G_GNUC_UNUSED, const char *text G_GNUC_UNUSED)
{
}

static int
on_input (void *user, char *buffer, int room)
{
  Builder *self = user;
  size_t count = MIN (self->size - self->offset, (size_t)room);

  memcpy (buffer, self->text + self->offset, count);
  self->offset += count;
  return (int)count;
}

static const QmsXmlHandler handler = { on_start, on_end, on_text, on_comment, on_instruction };

/* ---- the whole */

void
qms_xml_tree_free (QmsXmlTree *tree)
{
  if (!tree)
    return;
  qms_arena_free (tree->arena);
  qms_xml_parser_free (tree->parser);
  g_free (tree);
}

QmsXmlTree *
qms_xml_tree_read (const QmsReader *limits, const char *skipped, const char *text, size_t size, const char *file,
                   QmsError **error)
{
  g_autoptr (QmsXmlTree) tree = g_new0 (QmsXmlTree, 1);
  Builder self = { .tree = tree, .limits = limits, .skipped = skipped, .text = text, .size = size, .error = error };

  tree->arena = qms_arena_new ();
  tree->file = file ? qms_arena_strndup (tree->arena, file, strlen (file)) : NULL;
  tree->parser = qms_xml_parser_new (&handler, &self);
  qms_xml_parse (tree->parser, on_input);
  if (self.status == QMS_OK)
    self.status = qms_xml_fail (tree->parser, file, error);
  return self.status == QMS_OK ? g_steal_pointer (&tree) : NULL;
}

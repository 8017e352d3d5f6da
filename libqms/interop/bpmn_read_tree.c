/* SPDX-License-Identifier: Apache-2.0 */
/* Reads BPMN into a tree. Diagrams (BPMNDI) are skipped: what a process means does not depend on how it is drawn. */
#include "codec/reader.h"
#include "core/text.h"
#include "interop/bpmn_tree.h"

#include "gen/ids.h"

#include <string.h>

#define DIAGRAM_NAMESPACE "http://www.omg.org/spec/BPMN/20100524/DI"

typedef struct {
  BpmnTree *tree;
  BpmnElement *top;
  size_t skip; /* open elements of a diagram */
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
append (BpmnElement *parent, BpmnElement *child)
{
  child->parent = parent;
  if (parent->last)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
}

static BpmnAttribute *
keep_attributes (QmsArena *arena, const QmsXmlElement *element)
{
  BpmnAttribute *kept = qms_arena_alloc (arena, element->n_attributes * sizeof *kept);

  for (size_t i = 0; i < element->n_attributes; i++) {
    const QmsXmlAttribute *from = &element->attributes[i];
    kept[i] = (BpmnAttribute){ from->name, or_empty (from->prefix), or_empty (from->uri),
                               qms_arena_strndup (arena, from->value, (size_t)(from->value_end - from->value)) };
  }
  return kept;
}

static BpmnElement *
keep_element (Builder *self, const QmsXmlElement *element)
{
  QmsArena *arena = self->tree->arena;
  BpmnElement *kept = qms_arena_alloc0 (arena, sizeof *kept);
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

  if (++self->n_elements <= bpmn_source_limits ()->limits[QMS_LIMIT_NODES])
    return true;
  self->status = qms_fail_limit (bpmn_source_limits (), QMS_LIMIT_NODES, &place, self->error);
  qms_xml_stop (self->tree->parser);
  return false;
}

static void
on_start (void *user, const QmsXmlElement *element)
{
  Builder *self = user;
  BpmnElement *kept;

  if (self->skip || (element->uri && strcmp (element->uri, DIAGRAM_NAMESPACE) == 0)) {
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
  BpmnElement *piece;

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
bpmn_tree_free (BpmnTree *tree)
{
  if (!tree)
    return;
  qms_arena_free (tree->arena);
  qms_xml_parser_free (tree->parser);
  g_free (tree);
}

static QmsStatus
check_root (const BpmnTree *tree, QmsError **error)
{
  const BpmnElement *root = tree->root;
  QmsPlace place = { tree->file, root ? root->line : 0, root ? root->column : 0, NULL };
  g_autofree char *found = root ? qms_message_quote (root->name, strlen (root->name)) : g_strdup ("");

  if (root && bpmn_is (root, "definitions"))
    return QMS_OK;
  return qms_error_add (error, &qms_gen_rules[QMS_RULE_BPMN_ROOT], &place, QMS_VALUES ({ "found", { found } }));
}

BpmnTree *
bpmn_tree_read (const char *text, size_t size, const char *file, QmsError **error)
{
  g_autoptr (BpmnTree) tree = g_new0 (BpmnTree, 1);
  Builder self = { .tree = tree, .text = text, .size = size, .error = error };

  tree->arena = qms_arena_new ();
  tree->file = file;
  tree->parser = qms_xml_parser_new (&handler, &self);
  qms_xml_parse (tree->parser, on_input);
  if (self.status == QMS_OK)
    self.status = qms_xml_fail (tree->parser, file, error);
  if (self.status == QMS_OK)
    self.status = check_root (tree, error);
  return self.status == QMS_OK ? g_steal_pointer (&tree) : NULL;
}

/* ---- looking around */

static bool
is_in (const BpmnElement *element, const char *uri, const char *name)
{
  return element->name && strcmp (element->name, name) == 0 && strcmp (element->uri, uri) == 0;
}

bool
bpmn_is (const BpmnElement *element, const char *name)
{
  return is_in (element, BPMN_NAMESPACE, name);
}

bool
bpmn_is_own (const BpmnElement *element, const char *name)
{
  return is_in (element, BPMN_OWN_NAMESPACE, name);
}

static const char *
value_or_null (const char *value)
{
  return *value ? value : NULL;
}

const char *
bpmn_value (const BpmnElement *element, const char *name)
{
  for (size_t i = 0; i < element->n_attributes; i++)
    if (!*element->attributes[i].uri && strcmp (element->attributes[i].name, name) == 0)
      return value_or_null (element->attributes[i].value);
  return NULL;
}

const char *
bpmn_foreign_value (const BpmnElement *element, const char *name)
{
  for (size_t i = 0; i < element->n_attributes; i++)
    if (*element->attributes[i].uri && strcmp (element->attributes[i].uri, BPMN_NAMESPACE) != 0
        && strcmp (element->attributes[i].name, name) == 0)
      return value_or_null (element->attributes[i].value);
  return NULL;
}

static BpmnElement *
find (BpmnElement *from, const char *uri, const char *name)
{
  while (from && !is_in (from, uri, name))
    from = from->next;
  return from;
}

BpmnElement *
bpmn_child (const BpmnElement *element, const char *name)
{
  return find (element->first, BPMN_NAMESPACE, name);
}

BpmnElement *
bpmn_next (const BpmnElement *element, const char *name)
{
  return find (element->next, BPMN_NAMESPACE, name);
}

BpmnElement *
bpmn_own (const BpmnElement *element, const char *name)
{
  const BpmnElement *extensions = bpmn_child (element, "extensionElements");

  return extensions ? find (extensions->first, BPMN_OWN_NAMESPACE, name) : NULL;
}

BpmnElement *
bpmn_next_own (const BpmnElement *element, const char *name)
{
  return find (element->next, BPMN_OWN_NAMESPACE, name);
}

/* ---- texts */

static void
append_text (const BpmnElement *element, GString *out)
{
  for (const BpmnElement *child = element->first; child; child = child->next)
    if (child->name)
      append_text (child, out);
    else if (!child->comment)
      g_string_append (out, child->text);
}

char *
bpmn_text_of (const BpmnElement *element)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!element)
    return NULL;
  append_text (element, out);
  g_strstrip (out->str);
  return *out->str ? qms_text_to_nfc (out->str) : NULL;
}

char *
bpmn_one_line (const char *text)
{
  g_autofree char *normal = text ? qms_text_to_nfc (text) : NULL;
  g_auto (GStrv) words = normal ? g_strsplit_set (normal, " \t\r\n", -1) : NULL;
  GString *out = g_string_new (NULL);

  for (char **word = words; word && *word; word++)
    if (**word)
      g_string_append_printf (out, "%s%s", out->len ? " " : "", *word);
  return g_string_free (out, out->len == 0);
}

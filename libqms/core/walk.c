/* SPDX-License-Identifier: Apache-2.0 */
/* Walks over whole trees, driven by the tables: copy and equality. */
#include "core/document.h"
#include "core/kind.h"

#include <string.h>

/* A place in a file means nothing in a document that was not read from it. */
static QmsSlot
copy_scalar (const QmsField *field, QmsSlot slot, QmsArena *arena, bool placed)
{
  size_t length;
  QmsPosition *room;

  if (!qms_kind_is_string (field->kind))
    return slot;
  length = strlen (slot.string);
  if (field->form == QMS_FORM_ATTRIBUTE)
    return (QmsSlot){ .string = qms_arena_strndup (arena, slot.string, length) };
  room = qms_arena_alloc (arena, sizeof *room + length + 1);
  memcpy (room, slot.string - sizeof *room, sizeof *room + length + 1);
  if (!placed)
    *room = (QmsPosition){ 0, 0 };
  return (QmsSlot){ .string = (const char *)(room + 1) };
}

static void
copy_field (const QmsNode *from, QmsNode *to, const QmsField *field)
{
  const QmsSlot *items;
  size_t count = qms_node_items (from, field, &items);
  QmsArena *arena = to->document->arena;
  bool placed = from->document == to->document;

  for (size_t i = 0; i < count; i++) {
    if (field->kind == QMS_KIND_NODE)
      qms_node_put_child (to, field, qms_node_copy (items[i].node, to->document));
    else if (qms_field_list (field))
      qms_node_append_slot (to, field, copy_scalar (field, items[i], arena, placed));
    else
      to->slots[field->slot] = copy_scalar (field, items[i], arena, placed);
  }
}

QmsNode *
qms_node_copy (const QmsNode *node, QmsDocument *document)
{
  QmsNode *copy;

  if (!node || !document)
    return NULL;
  copy = qms_node_new (document, node->type);
  if (node->document == document) {
    copy->line = node->line;
    copy->column = node->column;
  }
  for (size_t i = 0; i < node->type->n_fields; i++)
    copy_field (node, copy, &node->type->fields[i]);
  copy->present = node->present;
  qms_extra_copy (node, copy);
  return copy;
}

static bool
equal_items (const QmsField *field, QmsSlot a, QmsSlot b)
{
  return field->kind == QMS_KIND_NODE ? qms_node_equal (a.node, b.node) : qms_kinds[field->kind].equal (a, b);
}

int32_t
qms_node_equal (const QmsNode *a, const QmsNode *b)
{
  if (a == b)
    return 1;
  if (!a || !b || a->type != b->type || a->present != b->present || !qms_extra_equal (a, b))
    return 0;
  for (size_t i = 0; i < a->type->n_fields; i++) {
    const QmsField *field = &a->type->fields[i];
    const QmsSlot *left, *right;
    size_t count = qms_node_items (a, field, &left);
    if (qms_node_items (b, field, &right) != count)
      return 0;
    for (size_t j = 0; j < count; j++)
      if (!equal_items (field, left[j], right[j]))
        return 0;
  }
  return 1;
}

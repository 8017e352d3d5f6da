/* SPDX-License-Identifier: Apache-2.0 */
/* Slots and lists: storing items, and keeping parents, indexes and presence bits right. No checks here. */
#include "core/list.h"

#include "core/document.h"
#include "core/extra.h"

#include <string.h>

void
qms_node_mark (QmsNode *node, const QmsField *field)
{
  node->present |= G_GUINT64_CONSTANT (1) << field->slot;
}

void
qms_node_set_parent (QmsNode *child, QmsNode *parent, const QmsField *field, size_t index)
{
  child->parent = parent;
  child->slot = parent ? field->slot : QMS_NO_SLOT;
  child->index = (uint32_t)index;
}

static QmsList *
list_of (QmsNode *node, const QmsField *field)
{
  QmsList **list = &node->slots[field->slot].list;

  if (!*list)
    *list = qms_arena_alloc0 (node->document->arena, sizeof (QmsList));
  return *list;
}

static void
make_room (QmsNode *node, QmsList *list)
{
  QmsSlot *items;

  if (list->count < list->capacity)
    return;
  list->capacity = list->capacity ? list->capacity * 2 : 1;
  items = qms_arena_alloc (node->document->arena, list->capacity * sizeof (QmsSlot));
  if (list->count)
    memcpy (items, list->items, list->count * sizeof (QmsSlot));
  list->items = items;
}

void
qms_node_renumber (const QmsField *field, QmsList *list, size_t from)
{
  if (field->kind != QMS_KIND_NODE)
    return;
  for (size_t i = from; i < list->count; i++)
    list->items[i].node->index = (uint32_t)i;
}

void
qms_node_list_insert (QmsNode *node, const QmsField *field, size_t index, QmsSlot value)
{
  QmsList *list = list_of (node, field);

  make_room (node, list);
  memmove (list->items + index + 1, list->items + index, (list->count - index) * sizeof (QmsSlot));
  list->items[index] = value;
  list->count++;
  qms_node_renumber (field, list, index);
  qms_node_mark (node, field);
  qms_extra_shift (node, field, (uint32_t)index, 1);
}

void
qms_node_list_remove (QmsNode *node, const QmsField *field, size_t index)
{
  QmsList *list = node->slots[field->slot].list;

  list->count--;
  memmove (list->items + index, list->items + index + 1, (list->count - index) * sizeof (QmsSlot));
  qms_node_renumber (field, list, index);
  if (list->count == 0)
    node->present &= ~(G_GUINT64_CONSTANT (1) << field->slot);
  qms_extra_release (&node->extra, field, (uint32_t)index);
  qms_extra_shift (node, field, (uint32_t)index + 1, -1);
}

void
qms_node_append_slot (QmsNode *node, const QmsField *field, QmsSlot value)
{
  QmsList *list = list_of (node, field);

  make_room (node, list);
  list->items[list->count++] = value;
  qms_node_mark (node, field);
}

void
qms_node_put_child (QmsNode *node, const QmsField *field, QmsNode *child)
{
  if (qms_field_list (field)) {
    qms_node_append_slot (node, field, (QmsSlot){ .node = child });
    qms_node_set_parent (child, node, field, node->slots[field->slot].list->count - 1);
  } else {
    node->slots[field->slot].node = child;
    qms_node_set_parent (child, node, field, 0);
    qms_node_mark (node, field);
  }
}

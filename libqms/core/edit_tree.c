/* SPDX-License-Identifier: Apache-2.0 */
/* Adding, attaching, detaching, removing and moving: the shape of the tree. */
#include "core/document.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/list.h"

#include "gen/ids.h"

#include <string.h>

static QmsStatus
fail_attach (const char *what, QmsError **error)
{
  return qms_fail (error, QMS_MSG_ATTACH, NULL, "what", what, NULL);
}

static bool
is_above (const QmsNode *ancestor, const QmsNode *node)
{
  while (node && node != ancestor)
    node = node->parent;
  return node != NULL;
}

/* Takes the node out of its parent's slot or list. */
static void
take_out (QmsNode *child)
{
  QmsNode *parent = child->parent;
  const QmsField *field = &parent->type->fields[child->slot];

  qms_document_unindex (child);
  if (qms_field_list (field))
    qms_node_list_remove (parent, field, child->index);
  else
    parent->present &= ~(G_GUINT64_CONSTANT (1) << field->slot);
  qms_node_set_parent (child, NULL, NULL, 0);
}

static void
put (QmsNode *node, const QmsField *field, size_t index, QmsNode *child)
{
  if (qms_field_list (field)) {
    size_t count = qms_node_count (node, field->id);
    qms_node_set_parent (child, node, field, 0);
    qms_node_list_insert (node, field, MIN (index, count), (QmsSlot){ .node = child });
  } else {
    if (qms_node_present (node, field->slot))
      take_out (node->slots[field->slot].node);
    qms_node_put_child (node, field, child);
  }
  qms_document_index (child);
}

/* No identifier at or below `child` may be taken in the scope that it enters. */
static QmsStatus
check_ids (const QmsNode *child, const QmsNode *scope, QmsError **error)
{
  const char *id = qms_node_id (child);
  QmsStatus status = id ? qms_check_free_id (child, scope, id, error) : QMS_OK;

  for (size_t i = child->type->n_attributes; i < child->type->n_fields && status == QMS_OK; i++) {
    const QmsField *field = &child->type->fields[i];
    bool enters = field->kind == QMS_KIND_NODE && !(field->target->flags & QMS_TYPE_FLAG_SCOPE);
    const QmsSlot *items;
    size_t count = enters ? qms_node_items (child, field, &items) : 0;
    for (size_t j = 0; j < count && status == QMS_OK; j++)
      status = check_ids (items[j].node, scope, error);
  }
  return status;
}

/* A node field and an index that it allows. */
static const QmsField *
child_field (const QmsNode *node, uint32_t id, size_t index, QmsError **error)
{
  const QmsField *field = qms_editable_field (node, id, error);
  size_t count = qms_node_count (node, id);

  if (!field)
    return NULL;
  if (field->kind != QMS_KIND_NODE) {
    qms_fail_kind (field, error);
    return NULL;
  }
  if (index != QMS_APPEND && index > (qms_field_list (field) ? count : 0)) {
    qms_fail_index (index, count, error);
    return NULL;
  }
  return field;
}

QmsNode *
qms_node_add (QmsNode *node, uint32_t id, size_t index, QmsError **error)
{
  const QmsField *field = child_field (node, id, index, error);
  QmsNode *child;

  if (!field)
    return NULL;
  child = qms_node_new (node->document, field->target);
  put (node, field, index, child);
  return child;
}

QmsStatus
qms_node_attach (QmsNode *node, uint32_t id, size_t index, QmsNode *child, QmsError **error)
{
  const QmsField *field = child_field (node, id, index, error);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (!child || child->document != node->document)
    return fail_attach ("another document", error);
  if (child->type != field->target)
    return fail_attach ("another type", error);
  if (child->parent || child == child->document->root)
    return fail_attach ("not detached", error);
  if (is_above (child, node))
    return fail_attach ("a node cannot hold itself", error);
  if (check_ids (child, qms_node_scope (node), error) != QMS_OK)
    return QMS_ERROR_REFERENCE;
  put (node, field, index, child);
  return QMS_OK;
}

QmsStatus
qms_node_detach (QmsNode *node, QmsError **error)
{
  if (!node || !node->parent)
    return fail_attach ("no parent", error);
  take_out (node);
  return QMS_OK;
}

QmsStatus
qms_node_unset (QmsNode *node, uint32_t id)
{
  const QmsField *field = qms_editable_field (node, id, NULL);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  while (field->kind == QMS_KIND_NODE && qms_node_present (node, field->slot)) {
    const QmsSlot *items;
    size_t count = qms_node_items (node, field, &items);
    take_out (items[count - 1].node);
  }
  if (field->kind == QMS_KIND_ID)
    qms_document_unindex (node);
  node->present &= ~(G_GUINT64_CONSTANT (1) << field->slot);
  node->slots[field->slot] = (QmsSlot){ 0 };
  return QMS_OK;
}

/* A list field and an index inside it. */
static const QmsField *
item_field (const QmsNode *node, uint32_t id, size_t index, QmsError **error)
{
  const QmsField *field = qms_editable_field (node, id, error);
  size_t count = qms_node_count (node, id);

  if (!field)
    return NULL;
  if (!qms_field_list (field)) {
    qms_fail_kind (field, error);
    return NULL;
  }
  if (index >= count) {
    qms_fail_index (index, count, error);
    return NULL;
  }
  return field;
}

QmsStatus
qms_node_remove (QmsNode *node, uint32_t id, size_t index, QmsError **error)
{
  const QmsField *field = item_field (node, id, index, error);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (field->kind == QMS_KIND_NODE)
    take_out (node->slots[field->slot].list->items[index].node);
  else
    qms_node_list_remove (node, field, index);
  return QMS_OK;
}

QmsStatus
qms_node_move (QmsNode *node, uint32_t id, size_t from, size_t to, QmsError **error)
{
  const QmsField *field = item_field (node, id, from, error);
  QmsList *list;
  QmsSlot moved;

  if (!field || !item_field (node, id, to, error))
    return QMS_ERROR_ARGUMENT;
  list = node->slots[field->slot].list;
  moved = list->items[from];
  if (from < to)
    memmove (list->items + from, list->items + from + 1, (to - from) * sizeof (QmsSlot));
  else
    memmove (list->items + to + 1, list->items + to, (from - to) * sizeof (QmsSlot));
  list->items[to] = moved;
  qms_node_renumber (field, list, MIN (from, to));
  return QMS_OK;
}

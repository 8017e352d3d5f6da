/* SPDX-License-Identifier: Apache-2.0 */
/* Adding, attaching, detaching, removing and moving: the shape of the tree. */
#include "core/document.h"
#include "core/edit.h"
#include "core/error.h"
#include "core/extra.h"
#include "core/list.h"
#include "core/text.h"

#include "gen/ids.h"

#include <string.h>

static QmsStatus
fail_attach (const char *vi, const char *en, QmsError **error)
{
  const QmsValue what = { "what", { vi, en } };

  return qms_error_add (error, &qms_gen_rules[QMS_MSG_ATTACH], NULL, &what, 1);
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

/* Where a tree enters. */
typedef struct {
  const QmsNode *scope;
  const QmsNode *replaced; /* leaves at the same time, with all identifiers at and below it; NULL if none */
  GHashTable *seen;        /* identifiers of the tree so far */
  QmsError **error;
} Entry;

static QmsStatus check_ids (const QmsNode *node, const Entry *entry);

/* No identifier at or below `node` may be taken in the scope that it enters, or stand there twice. */
static QmsStatus
check_tree (const QmsNode *node, const QmsNode *scope, const QmsNode *replaced, QmsError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (qms_text_hash, g_str_equal);
  const Entry entry = { node->type->flags & QMS_TYPE_FLAG_SCOPE ? node : scope, replaced, seen, error };

  return check_ids (node, &entry);
}

static QmsStatus
check_own_id (const QmsNode *node, const Entry *entry)
{
  const char *id = qms_node_id (node);
  const QmsNode *holder = id ? qms_document_lookup (node->document, entry->scope, id) : NULL;

  if (id && !g_hash_table_insert (entry->seen, (gpointer)id, (gpointer)node))
    return qms_fail_id (node, entry->error);
  if (!holder || holder == node || (entry->replaced && is_above (entry->replaced, holder)))
    return QMS_OK;
  return qms_fail_id (holder, entry->error);
}

static QmsStatus
check_ids (const QmsNode *node, const Entry *entry)
{
  QmsStatus status = check_own_id (node, entry);

  for (size_t i = node->type->n_attributes; i < node->type->n_fields && status == QMS_OK; i++) {
    const QmsField *field = &node->type->fields[i];
    const QmsSlot *items;
    size_t count = field->kind == QMS_KIND_NODE ? qms_node_items (node, field, &items) : 0;
    for (size_t j = 0; j < count && status == QMS_OK; j++)
      status = field->target->flags & QMS_TYPE_FLAG_SCOPE ? check_tree (items[j].node, NULL, NULL, entry->error)
                                                          : check_ids (items[j].node, entry);
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
  const QmsNode *replaced = field && !qms_field_list (field) ? qms_node_get_node (node, id) : NULL;

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (!child || child->document != node->document)
    return fail_attach ("nút thuộc tài liệu khác", "it belongs to another document", error);
  if (child->type != field->target)
    return fail_attach ("nút thuộc kiểu khác", "it is of another type", error);
  if (child->parent || child == child->document->root)
    return fail_attach ("nút còn nằm ở chỗ khác, phải tháo ra trước", "it has a place already, detach it first", error);
  if (is_above (child, node))
    return fail_attach ("nút không thể chứa chính nó", "a node cannot hold itself", error);
  if (check_tree (child, qms_node_scope (node), replaced, error) != QMS_OK)
    return QMS_ERROR_REFERENCE;
  put (node, field, index, child);
  return QMS_OK;
}

QmsStatus
qms_node_detach (QmsNode *node, QmsError **error)
{
  if (!node || !node->parent)
    return fail_attach ("nút không nằm trong nút nào", "it has no parent", error);
  take_out (node);
  return QMS_OK;
}

static void
remove_last (QmsNode *node, const QmsField *field)
{
  const QmsSlot *items;
  size_t last = qms_node_items (node, field, &items) - 1;

  if (field->kind == QMS_KIND_NODE) {
    take_out (items[last].node);
  } else if (qms_field_list (field)) {
    qms_node_list_remove (node, field, last);
  } else {
    node->present &= ~(G_GUINT64_CONSTANT (1) << field->slot);
    qms_extra_release (&node->extra, field, 0);
  }
}

QmsStatus
qms_node_unset (QmsNode *node, uint32_t id)
{
  const QmsField *field = qms_editable_field (node, id, NULL);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (field->kind == QMS_KIND_ID)
    qms_document_unindex (node);
  while (qms_node_present (node, field->slot))
    remove_last (node, field);
  if (field->kind == QMS_KIND_ID)
    qms_document_index (node); /* what is below keeps its own */
  if (field->form == QMS_FORM_ATTRIBUTE)
    qms_extra_drop_attribute (node, field->xml);
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
  qms_extra_move (node, field, (uint32_t)from, (uint32_t)to);
  return QMS_OK;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Overlays: one node laid over another, field by field. */
#include "core/text.h"
#include "framework/framework.h"

struct QmsOverlay {
  QmsNode *ground;
  GHashTable *items; /* "field:key" → item of a list */
};

static char *
item_name (const QmsField *list, const char *key)
{
  return g_strdup_printf ("%u:%s", list->id, key);
}

/* Identifier of an item, or its code; NULL if it has neither. Titles and numbers do not tell items apart. */
static const char *
item_key (const QmsNode *item)
{
  const QmsType *type = item->type;

  if (type->id_slot != QMS_NO_SLOT && qms_node_present (item, type->id_slot))
    return item->slots[type->id_slot].string;
  if (type->key_slot == QMS_NO_SLOT || type->fields[type->key_slot].kind != QMS_KIND_CODE)
    return NULL;
  return qms_node_present (item, type->key_slot) ? item->slots[type->key_slot].string : NULL;
}

static void
remember (QmsOverlay *overlay, const QmsField *list, QmsNode *item)
{
  const char *key = item_key (item);

  if (key)
    g_hash_table_insert (overlay->items, item_name (list, key), item);
}

static void
remember_below (QmsOverlay *overlay, const QmsNode *node)
{
  for (unsigned slot = 0; slot < node->type->n_fields; slot++) {
    const QmsField *field = &node->type->fields[slot];
    const QmsSlot *items;
    size_t count = field->kind == QMS_KIND_NODE ? qms_node_items (node, field, &items) : 0;

    for (size_t i = 0; i < count; i++) {
      if (qms_field_list (field))
        remember (overlay, field, items[i].node);
      remember_below (overlay, items[i].node);
    }
  }
}

QmsOverlay *
qms_overlay_new (QmsNode *ground)
{
  QmsOverlay *overlay = g_new0 (QmsOverlay, 1);

  overlay->ground = ground;
  overlay->items = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  remember_below (overlay, ground);
  return overlay;
}

void
qms_overlay_free (QmsOverlay *overlay)
{
  g_hash_table_unref (overlay->items);
  g_free (overlay);
}

QmsNode *
qms_overlay_find (const QmsOverlay *overlay, const QmsField *list, const char *key)
{
  g_autofree char *name = item_name (list, key);

  return g_hash_table_lookup (overlay->items, name);
}

static QmsStatus
lay_scalars (QmsNode *onto, const QmsNode *node, const QmsField *field, QmsError **error)
{
  size_t count = qms_node_count (node, field->id);
  QmsStatus status = qms_node_unset (onto, field->id);

  for (size_t i = 0; !status && i < count; i++) {
    g_autofree char *text = qms_node_get_text (node, field->id, i);
    status = qms_field_list (field) ? qms_node_insert_text (onto, field->id, QMS_APPEND, text, error)
                                    : qms_node_set_text (onto, field->id, text, error);
  }
  return status;
}

static QmsStatus lay (QmsOverlay *overlay, QmsNode *onto, const QmsNode *node, QmsError **error);

/* The node below that `child` is laid over; a new one if there is none. */
static QmsNode *
node_below (QmsOverlay *overlay, QmsNode *onto, const QmsField *field, const QmsNode *child, QmsError **error)
{
  const char *key = item_key (child);
  QmsNode *below;

  if (qms_field_list (field))
    below = key ? qms_overlay_find (overlay, field, key) : NULL;
  else
    below = qms_node_get_node (onto, field->id);
  if (below && below->parent == onto)
    return below;
  return qms_node_add (onto, field->id, qms_field_list (field) ? QMS_APPEND : 0, error);
}

static QmsStatus
lay_nodes (QmsOverlay *overlay, QmsNode *onto, const QmsNode *node, const QmsField *field, QmsError **error)
{
  const QmsSlot *items;
  size_t count = qms_node_items (node, field, &items);
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < count; i++) {
    QmsNode *below = node_below (overlay, onto, field, items[i].node, error);

    status = below ? lay (overlay, below, items[i].node, error) : QMS_ERROR_INTERNAL;
    if (!status && qms_field_list (field))
      remember (overlay, field, below);
  }
  return status;
}

static QmsStatus
lay (QmsOverlay *overlay, QmsNode *onto, const QmsNode *node, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (unsigned slot = 0; !status && slot < node->type->n_fields; slot++) {
    const QmsField *field = &node->type->fields[slot];

    if (!qms_node_present (node, slot))
      continue;
    status = field->kind == QMS_KIND_NODE ? lay_nodes (overlay, onto, node, field, error)
                                          : lay_scalars (onto, node, field, error);
  }
  return status;
}

QmsStatus
qms_overlay_lay (QmsOverlay *overlay, const QmsNode *node, QmsError **error)
{
  return lay (overlay, overlay->ground, node, error);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Brings a procedure up to date with a record: field by field, and in lists only the items that differ. */
#include "core/text.h"
#include "interop/portal_record.h"

static void
update_scalar (QmsNode *node, const QmsNode *fresh, uint32_t field)
{
  g_autofree char *text = qms_node_get_text (fresh, field, 0), *old = qms_node_get_text (node, field, 0);

  if (g_strcmp0 (text, old) == 0)
    return;
  if (text)
    qms_node_set_text (node, field, text, NULL);
  else
    qms_node_unset (node, field);
}

/* An item as the portal would have it; what stands for it when items are compared. */
static char *
print (const PortalKey *key, const QmsNode *item)
{
  json_t *object = portal_write (key->items, item, NULL);
  char *text = object ? json_dumps (object, JSON_COMPACT) : NULL;

  json_decref (object);
  return text;
}

static GPtrArray *
take_items (QmsNode *node, uint32_t field)
{
  GPtrArray *items = g_ptr_array_new ();
  size_t count = qms_node_count (node, field);

  for (size_t i = 0; i < count; i++)
    g_ptr_array_add (items, qms_node_get_node_at (node, field, i));
  qms_node_unset (node, field);
  return items;
}

/* Items by what they print; of equal ones, the last. */
static GHashTable *
index_items (const PortalKey *key, const GPtrArray *items)
{
  GHashTable *index = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++) {
    char *text = print (key, items->pdata[i]);
    if (text)
      g_hash_table_insert (index, text, items->pdata[i]);
  }
  return index;
}

/* Items that the record still has stay the nodes that they were, with the comments and local fields that they hold. */
static void
update_list (const PortalKey *key, QmsNode *node, QmsNode *fresh)
{
  g_autoptr (GPtrArray) old = take_items (node, key->field), new = take_items (fresh, key->field);
  g_autoptr (GHashTable) index = index_items (key, old);

  for (guint i = 0; i < new->len; i++) {
    g_autofree char *text = print (key, new->pdata[i]);
    QmsNode *known = g_hash_table_lookup (index, text);
    qms_node_attach (node, key->field, QMS_APPEND, known ? known : new->pdata[i], NULL);
    g_hash_table_remove (index, text);
  }
}

void
portal_update (QmsNode *procedure, QmsNode *fresh, const json_t *object)
{
  for (size_t i = 0; i < portal_record.n_keys; i++) {
    const PortalKey *key = &portal_record.keys[i];
    if (!json_object_get (object, key->key))
      continue;
    if (key->items)
      update_list (key, procedure, fresh);
    else
      update_scalar (procedure, fresh, key->field);
  }
  portal_take_original (procedure, fresh);
}

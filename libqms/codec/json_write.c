/* SPDX-License-Identifier: Apache-2.0 */
/* A document as JSON: a loop over the tables, keys in the order of the schema. */
#include "codec/json.h"

#include "core/kind.h"

static json_t *
from_text (const QmsField *field, QmsSlot slot)
{
  g_autoptr (GString) text = g_string_new (NULL);

  qms_kinds[field->kind].format (field, slot, text);
  return json_stringn_nocheck (text->str, text->len);
}

static json_t *
from_value (const QmsField *field, QmsSlot slot)
{
  switch (field->kind) {
  case QMS_KIND_NODE:
    return qms_json_from_node (slot.node);
  case QMS_KIND_BOOL:
    return json_boolean (slot.integer);
  case QMS_KIND_INT:
  case QMS_KIND_MONEY:
    return json_integer (slot.integer);
  default:
    return from_text (field, slot);
  }
}

static json_t *
from_field (const QmsNode *node, const QmsField *field)
{
  const QmsSlot *items;
  size_t count = qms_node_items (node, field, &items);
  json_t *list;

  if (!qms_field_list (field))
    return from_value (field, items[0]);
  list = json_array ();
  for (size_t i = 0; i < count; i++)
    json_array_append_new (list, from_value (field, items[i]));
  return list;
}

static void
add_fields (json_t *object, const QmsNode *node)
{
  for (size_t i = 0; i < node->type->n_fields; i++) {
    const QmsField *field = &node->type->fields[i];
    if (qms_node_present (node, field->slot))
      json_object_set_new_nocheck (object, field->name, from_field (node, field));
  }
  json_object_set_new_nocheck (object, "$extra", qms_json_from_extras (node));
}

json_t *
qms_json_from_node (const QmsNode *node)
{
  json_t *object = json_object ();

  add_fields (object, node);
  return object;
}

static json_t *
from_prefixes (const QmsDocument *document)
{
  json_t *namespaces = document->prefixes && document->prefixes->len > 0 ? json_object () : NULL;

  for (guint i = 0; namespaces && i < document->prefixes->len; i++) {
    const QmsPrefix *prefix = &g_array_index (document->prefixes, QmsPrefix, i);
    json_object_set_new_nocheck (namespaces, prefix->prefix, json_string_nocheck (prefix->uri));
  }
  return namespaces;
}

QmsStatus
qms_json_write (QmsDocument *document, GString *out, QmsError **error)
{
  json_t *root = json_object ();
  QmsStatus status;

  json_object_set_new (root, "$type", json_string_nocheck (document->root->type->name));
  json_object_set_new (root, "$namespaces", from_prefixes (document));
  add_fields (root, document->root);
  status = qms_json_print (root, out, error);
  json_decref (root);
  return status;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Substitution: {{name}} in the strings of a sample becomes a value. */
#include "framework/framework.h"

#include <string.h>

#define OPENING "{{"
#define CLOSING "}}"

static char *
expand (const char *text, GHashTable *values)
{
  GString *out = g_string_new (NULL);
  const char *opening, *closing;

  while ((opening = strstr (text, OPENING)) && (closing = strstr (opening, CLOSING))) {
    const char *start = opening + strlen (OPENING);
    g_autofree char *name = g_strndup (start, closing - start);
    const char *value = g_hash_table_lookup (values, name);

    closing += strlen (CLOSING);
    g_string_append_len (out, text, opening - text);
    if (value)
      g_string_append (out, value);
    else
      g_string_append_len (out, opening, closing - opening);
    text = closing;
  }
  g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static bool
needs_expansion (const QmsSlot *items, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (strstr (items[i].string, OPENING))
      return true;
  return false;
}

static QmsStatus
expand_list (QmsNode *node, const QmsField *field, const QmsSlot *items, size_t count, GHashTable *values,
             QmsError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  QmsStatus status;

  for (size_t i = 0; i < count; i++)
    g_ptr_array_add (texts, expand (items[i].string, values));
  status = qms_node_unset (node, field->id);
  for (size_t i = 0; !status && i < count; i++)
    status = qms_node_insert_text (node, field->id, QMS_APPEND, texts->pdata[i], error);
  return status;
}

static QmsStatus
substitute_field (QmsNode *node, const QmsField *field, GHashTable *values, QmsError **error)
{
  const QmsSlot *items;
  size_t count = qms_node_items (node, field, &items);
  QmsStatus status = QMS_OK;

  if (field->kind == QMS_KIND_NODE)
    for (size_t i = 0; !status && i < count; i++)
      status = qms_substitute (items[i].node, values, error);
  if (!qms_kind_is_string (field->kind) || !needs_expansion (items, count))
    return status;
  if (!qms_field_list (field)) {
    g_autofree char *text = expand (items[0].string, values);
    return qms_node_set_text (node, field->id, text, error);
  }
  return expand_list (node, field, items, count, values, error);
}

QmsStatus
qms_substitute (QmsNode *node, GHashTable *values, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (unsigned slot = 0; !status && slot < node->type->n_fields; slot++)
    status = substitute_field (node, &node->type->fields[slot], values, error);
  return status;
}

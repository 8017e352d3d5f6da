/* SPDX-License-Identifier: Apache-2.0 */
/* Names in place of identifiers, where they tell the nodes of a system apart. */
#include "interop/csv_words.h"

#include "core/text.h"

#include <string.h>

struct CsvNames {
  QmsNode *system;
  const QmsType *type;
  GHashTable *by_id;   /* → node */
  GHashTable *by_name; /* folded code or name → node; `system` if several have it */
};

/* Fields that people know a node by, best first. */
static const char *const known_by[] = { "code", "title", "name" };

/* Value of one of these fields; NULL if absent. */
static const char *
name_at (const QmsNode *node, size_t index)
{
  const QmsField *field = qms_type_field_by_name (node->type, known_by[index]);

  return field && qms_kind_is_string (field->kind) ? qms_node_get_string (node, field->id) : NULL;
}

static void
add_name (CsvNames *names, QmsNode *node, const char *name)
{
  g_autofree char *folded = qms_fold_name (name);
  QmsNode *other = g_hash_table_lookup (names->by_name, folded);

  if (*folded)
    g_hash_table_insert (names->by_name, g_steal_pointer (&folded), other && other != node ? names->system : node);
}

static void
add_node (CsvNames *names, QmsNode *node)
{
  const char *id = qms_node_id (node);

  if (id && !g_hash_table_contains (names->by_id, id))
    g_hash_table_insert (names->by_id, (gpointer)id, node);
  for (size_t i = 0; i < G_N_ELEMENTS (known_by); i++)
    if (name_at (node, i))
      add_name (names, node, name_at (node, i));
}

/* What is in a scope of its own, such as a framework's sample, no reference of the system means. */
static void
collect (CsvNames *names, QmsNode *node)
{
  if (node->type == names->type)
    add_node (names, node);
  for (size_t i = 0; i < node->type->n_fields; i++) {
    const QmsField *field = &node->type->fields[i];
    const QmsSlot *items;
    size_t count = field->kind == QMS_KIND_NODE && !(field->target->flags & QMS_TYPE_FLAG_SCOPE)
                       ? qms_node_items (node, field, &items)
                       : 0;
    for (size_t j = 0; j < count; j++)
      collect (names, items[j].node);
  }
}

CsvNames *
csv_names_new (QmsNode *system, const QmsType *type)
{
  CsvNames *names = g_new0 (CsvNames, 1);

  names->system = system;
  names->type = type;
  names->by_id = g_hash_table_new (qms_text_hash, g_str_equal);
  names->by_name = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  collect (names, system);
  return names;
}

void
csv_names_free (CsvNames *names)
{
  if (!names)
    return;
  g_hash_table_unref (names->by_id);
  g_hash_table_unref (names->by_name);
  g_free (names);
}

const QmsType *
csv_names_type (const CsvNames *names)
{
  return names->type;
}

QmsNode *
csv_names_find (const CsvNames *names, const char *cell)
{
  QmsNode *node = g_hash_table_lookup (names->by_id, cell);

  if (!node && *cell == '/')
    node = qms_node_at (names->system, cell, NULL);
  if (!node) {
    g_autofree char *folded = qms_fold_name (cell);
    node = g_hash_table_lookup (names->by_name, folded);
  }
  return node && node->type == names->type ? node : NULL;
}

char *
csv_names_text (const CsvNames *names, const QmsNode *node)
{
  for (size_t i = 0; i < G_N_ELEMENTS (known_by); i++) {
    const char *name = name_at (node, i);
    if (name && csv_names_find (names, name) == node)
      return csv_one_break (name);
  }
  if (qms_node_id (node) && csv_names_find (names, qms_node_id (node)) == node)
    return g_strdup (qms_node_id (node));
  return qms_node_path (node);
}

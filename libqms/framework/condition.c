/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions of elements, made ready once per requirement so that an element costs no look-up of names. */
#include "core/kind.h"
#include "framework/select.h"

#include <string.h>

struct QmsCondition {
  GPtrArray *way;    /* of QmsField: from the element to the value */
  GPtrArray *values; /* of borrowed strings, one of which it must have; empty: any value */
  bool excludes;     /* they are what it must not have */
};

/* Type that a field leads to; NULL if it holds a value. */
static const QmsType *
type_behind (const QmsField *field)
{
  return field->kind == QMS_KIND_NODE || field->kind == QMS_KIND_REF ? field->target : NULL;
}

static GPtrArray *
find_way (const QmsType *type, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  g_autoptr (GPtrArray) way = g_ptr_array_new ();

  for (char **name = names; *name; name++) {
    const QmsField *field = type ? qms_type_field_by_name (type, *name) : NULL;

    if (!field)
      return NULL;
    g_ptr_array_add (way, (gpointer)field);
    type = type_behind (field);
  }
  return way->len > 0 ? g_steal_pointer (&way) : NULL;
}

QmsCondition *
qms_condition_new (const QmsType *type, const char *path, const char *value)
{
  GPtrArray *way = type && path ? find_way (type, path) : NULL;
  QmsCondition *condition;

  if (!way)
    return NULL;
  condition = g_new0 (QmsCondition, 1);
  condition->way = way;
  condition->values = g_ptr_array_new ();
  if (value)
    g_ptr_array_add (condition->values, (gpointer)value);
  return condition;
}

void
qms_condition_free (QmsCondition *condition)
{
  if (!condition)
    return;
  g_ptr_array_unref (condition->way);
  g_ptr_array_unref (condition->values);
  g_free (condition);
}

const QmsField *
qms_condition_field (const QmsCondition *condition)
{
  return condition->way->pdata[condition->way->len - 1];
}

static bool
is_one_of (const QmsCondition *condition, const char *text)
{
  for (guint i = 0; i < condition->values->len; i++)
    if (g_strcmp0 (condition->values->pdata[i], text) == 0)
      return true;
  return false;
}

static bool
value_fits (const QmsCondition *condition, const QmsField *field, QmsSlot slot)
{
  g_autoptr (GString) text = NULL;

  if (condition->values->len == 0)
    return !qms_kind_is_string (field->kind) || *slot.string != '\0';
  if (qms_kind_is_string (field->kind))
    return is_one_of (condition, slot.string);
  if (field->kind == QMS_KIND_ENUM)
    return is_one_of (condition, qms_enum_value_xml (field->enumeration, (int32_t)slot.integer));
  if (field->kind == QMS_KIND_NODE)
    return false;
  text = g_string_new (NULL);
  qms_kinds[field->kind].format (field, slot, text);
  return is_one_of (condition, text->str);
}

/* Element that a slot leads to: its own, or the one that it refers to. */
static const QmsNode *
node_behind (const QmsNode *node, const QmsField *field, QmsSlot slot)
{
  const QmsNode *found;

  if (field->kind == QMS_KIND_NODE)
    return slot.node;
  found = qms_document_lookup (node->document, qms_node_scope (node), slot.string);
  return found && found->type == field->target ? found : NULL;
}

static bool
holds_from (const QmsCondition *condition, const QmsNode *node, guint step)
{
  const QmsField *field = condition->way->pdata[step];
  const QmsSlot *items;
  size_t count = qms_node_items (node, field, &items);

  for (size_t i = 0; i < count; i++) {
    const QmsNode *next;

    if (step + 1 == condition->way->len) {
      if (value_fits (condition, field, items[i]))
        return true;
    } else if ((next = node_behind (node, field, items[i])) && holds_from (condition, next, step + 1)) {
      return true;
    }
  }
  return false;
}

static bool
holds (const QmsCondition *condition, const QmsNode *node)
{
  return holds_from (condition, node, 0) != condition->excludes;
}

/* ---- lists of conditions */

/* A condition of the values of a list; NULL if it leads nowhere. */
static QmsCondition *
read_condition (const QmsType *type, const QmsNode *node, uint32_t list)
{
  QmsCondition *condition = qms_condition_new (type, qms_requirement_condition_get_field (node), NULL);

  for (size_t i = 0; condition && i < qms_node_count (node, list); i++)
    g_ptr_array_add (condition->values, (gpointer)qms_node_get_string_at (node, list, i));
  if (condition)
    condition->excludes = list == QMS_REQUIREMENT_CONDITION_EXCLUDED;
  return condition;
}

/* What it must have, and what it must not have; with the second alone, the field may be absent. */
static void
add_condition (GPtrArray *conditions, const QmsType *type, const QmsNode *node)
{
  bool excludes = qms_requirement_condition_has_excluded (node);

  if (!excludes || qms_requirement_condition_has_values (node))
    g_ptr_array_add (conditions, read_condition (type, node, QMS_REQUIREMENT_CONDITION_VALUES));
  if (excludes)
    g_ptr_array_add (conditions, read_condition (type, node, QMS_REQUIREMENT_CONDITION_EXCLUDED));
}

GPtrArray *
qms_conditions_new (const QmsType *type, const QmsNode *owner, uint32_t list)
{
  GPtrArray *conditions = g_ptr_array_new_with_free_func ((GDestroyNotify)qms_condition_free);

  for (size_t i = 0; i < qms_node_count (owner, list); i++)
    add_condition (conditions, type, qms_node_get_node_at (owner, list, i));
  return conditions;
}

bool
qms_conditions_hold (const GPtrArray *conditions, const QmsNode *node)
{
  for (guint i = 0; i < conditions->len; i++)
    if (!conditions->pdata[i] || !holds (conditions->pdata[i], node))
      return false;
  return true;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Selectors: the elements of a system at a path that meet conditions. */
#include "framework/select.h"

/* Fields of a requirement or of a further place: both have the same ones under ids of their own. */
typedef struct {
  uint32_t path, field, equals, date_field, conditions;
} Fields;

static const Fields requirement_fields = { QMS_REQUIREMENT_PATH, QMS_REQUIREMENT_FIELD, QMS_REQUIREMENT_EQUALS,
                                           QMS_REQUIREMENT_DATE_FIELD, QMS_REQUIREMENT_CONDITIONS };
static const Fields place_fields = { QMS_REQUIREMENT_PLACE_PATH, QMS_REQUIREMENT_PLACE_FIELD,
                                     QMS_REQUIREMENT_PLACE_EQUALS, QMS_REQUIREMENT_PLACE_DATE_FIELD,
                                     QMS_REQUIREMENT_PLACE_CONDITIONS };

const QmsType *
qms_path_type (const char *path, GPtrArray *way)
{
  g_auto (GStrv) names = g_strsplit (path ? path : "", "/", -1);
  const QmsType *type = *names ? qms_type_by_id (QMS_TYPE_SYSTEM) : NULL;

  for (char **name = names; type && *name; name++) {
    const QmsField *field = qms_type_field_by_name (type, *name);

    type = field && field->kind == QMS_KIND_NODE ? field->target : NULL;
    if (type && way)
      g_ptr_array_add (way, (gpointer)field);
  }
  return type;
}

/* The condition of the attributes truong and bang. */
static void
add_short_condition (QmsSelector *selector, const QmsNode *place, const Fields *fields)
{
  const char *name = qms_node_get_string (place, fields->field), *value = qms_node_get_string (place, fields->equals);

  if (name)
    g_ptr_array_add (selector->conditions, qms_condition_new (selector->type, name, value));
}

/* ---- documents in force */

static const QmsField *
status_field (const QmsType *type)
{
  const QmsEnum *statuses = qms_field_enum (qms_field_by_id (QMS_PROCEDURE_STATUS));

  for (unsigned slot = 0; type && slot < type->n_fields; slot++)
    if (type->fields[slot].kind == QMS_KIND_ENUM && type->fields[slot].enumeration == statuses)
      return &type->fields[slot];
  return NULL;
}

static bool
asks_for (const GPtrArray *conditions, const QmsField *field)
{
  for (guint i = 0; i < conditions->len; i++)
    if (conditions->pdata[i] && qms_condition_field (conditions->pdata[i]) == field)
      return true;
  return false;
}

static int32_t
standing (const QmsNode *node, const QmsField *status)
{
  return status && qms_node_present (node, status->slot) ? (int32_t)node->slots[status->slot].integer
                                                         : QMS_DOCUMENT_STATUS_IN_FORCE;
}

int32_t
qms_node_standing (const QmsNode *node)
{
  return standing (node, status_field (node->type));
}

/* Where an element goes, by how it stands; NULL: nowhere. */
static GPtrArray *
place_for (const QmsSelector *selector, const QmsNode *element, GPtrArray *elements, GPtrArray *drafts)
{
  switch (standing (element, selector->status)) {
  case QMS_DOCUMENT_STATUS_IN_FORCE:
    return elements;
  case QMS_DOCUMENT_STATUS_DRAFT:
    return drafts;
  default:
    return NULL;
  }
}

/* ---- selecting */

QmsSelector *
qms_selector_new (const QmsNode *place)
{
  const Fields *fields = place->type->id == QMS_TYPE_REQUIREMENT ? &requirement_fields : &place_fields;
  QmsSelector *selector = g_new0 (QmsSelector, 1);

  selector->date_field = qms_node_get_string (place, fields->date_field);
  selector->way = g_ptr_array_new ();
  selector->type = qms_path_type (qms_node_get_string (place, fields->path), selector->way);
  selector->conditions = qms_conditions_new (selector->type, place, fields->conditions);
  add_short_condition (selector, place, fields);
  selector->status = status_field (selector->type);
  if (selector->status && asks_for (selector->conditions, selector->status))
    selector->status = NULL;
  return selector;
}

void
qms_selector_free (QmsSelector *selector)
{
  g_ptr_array_unref (selector->way);
  g_ptr_array_unref (selector->conditions);
  g_free (selector);
}

static void
collect_below (const QmsSelector *selector, const QmsNode *node, guint step, GPtrArray *elements, GPtrArray *drafts)
{
  const QmsField *field = selector->way->pdata[step];
  const QmsSlot *items;
  size_t count = qms_node_items (node, field, &items);

  for (size_t i = 0; i < count; i++) {
    GPtrArray *into = NULL;

    if (step + 1 < selector->way->len)
      collect_below (selector, items[i].node, step + 1, elements, drafts);
    else if (qms_conditions_hold (selector->conditions, items[i].node))
      into = place_for (selector, items[i].node, elements, drafts);
    if (into)
      g_ptr_array_add (into, items[i].node);
  }
}

void
qms_selector_collect (const QmsSelector *selector, const QmsNode *system, GPtrArray *elements, GPtrArray *drafts)
{
  if (selector->type)
    collect_below (selector, system, 0, elements, drafts);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about a framework's requirements: what they name must be in the model. */
#include "framework/framework.h"
#include "framework/outcome.h"
#include "gen/rules.h"
#include "rules/facts.h"

#include <string.h>

/* The fields that a requirement and a further place share, and the lists of conditions. */
typedef struct {
  uint32_t path, field, equals, date_field, conditions, wanted;
} Fields;

static Fields
fields_of (const QmsNode *place)
{
  if (place->type->id == QMS_TYPE_REQUIREMENT)
    return (Fields){ QMS_REQUIREMENT_PATH,       QMS_REQUIREMENT_FIELD,      QMS_REQUIREMENT_EQUALS,
                     QMS_REQUIREMENT_DATE_FIELD, QMS_REQUIREMENT_CONDITIONS, QMS_REQUIREMENT_WANTED };
  return (Fields){ QMS_REQUIREMENT_PLACE_PATH,       QMS_REQUIREMENT_PLACE_FIELD,      QMS_REQUIREMENT_PLACE_EQUALS,
                   QMS_REQUIREMENT_PLACE_DATE_FIELD, QMS_REQUIREMENT_PLACE_CONDITIONS, 0 };
}

void
qms_rule_requirement_path_unknown (QmsCheck *check, const QmsNode *place)
{
  Fields fields = fields_of (place);
  const char *path = qms_node_get_string (place, fields.path);

  if (path && !qms_path_type (path, NULL))
    qms_check_report (check, QMS_RULE_REQUIREMENT_PATH_UNKNOWN, place, fields.path, "path", path, NULL);
}

/* ---- names of fields */

static void
report_field (QmsCheck *check, const QmsNode *about, const QmsType *type, uint32_t field, const char *vi,
              const char *en, const char *name)
{
  QmsValue values[] = { qms_value ("element", type->xml), qms_value_both ("what", vi, en), qms_value ("name", name) };

  qms_check_report_values (check, QMS_RULE_REQUIREMENT_FIELD_UNKNOWN, about, field, values, G_N_ELEMENTS (values));
}

static void
check_name (QmsCheck *check, const QmsNode *about, const QmsType *type, uint32_t field, const char *name)
{
  g_autoptr (QmsCondition) condition = name ? qms_condition_new (type, name, NULL) : NULL;

  if (name && !condition)
    report_field (check, about, type, field, "trường", "field", name);
}

static void
check_date (QmsCheck *check, const QmsNode *about, const QmsNode *place, const QmsType *type, uint32_t field)
{
  const char *name = qms_node_get_string (place, field);
  const QmsField *date = name ? qms_type_field_by_name (type, name) : NULL;

  if (name && (!date || date->kind != QMS_KIND_DATE))
    report_field (check, about, type, field, "trường ngày", "date field", name);
}

static void
check_names (QmsCheck *check, const QmsNode *about, const QmsNode *place, const QmsType *type, uint32_t list)
{
  QmsItems conditions = qms_items (place, list);

  for (size_t i = 0; i < conditions.count; i++)
    check_name (check, about, type, list, qms_requirement_condition_get_field (conditions.slots[i].node));
}

void
qms_requirement_check_fields (QmsCheck *check, const QmsNode *about, const QmsNode *place, const QmsType *type)
{
  Fields fields = fields_of (place);
  QmsItems filled = qms_items (place, QMS_REQUIREMENT_FILLED);

  check_name (check, about, type, fields.field, qms_node_get_string (place, fields.field));
  check_date (check, about, place, type, fields.date_field);
  check_names (check, about, place, type, fields.conditions);
  check_names (check, about, place, type, fields.wanted);
  for (size_t i = 0; i < filled.count; i++)
    if (!qms_type_field_by_name (type, filled.slots[i].string))
      report_field (check, about, type, QMS_REQUIREMENT_FILLED, "trường", "field", filled.slots[i].string);
}

void
qms_rule_requirement_field_unknown (QmsCheck *check, const QmsNode *place)
{
  const QmsType *type = qms_path_type (qms_node_get_string (place, fields_of (place).path), NULL);

  if (type)
    qms_requirement_check_fields (check, place, place, type);
}

/* ---- values */

static bool
takes (const QmsField *field, const char *value)
{
  QmsArena *arena;
  QmsSlot slot;
  bool good;

  if (field->kind == QMS_KIND_NODE)
    return false;
  arena = qms_arena_new ();
  good = qms_field_parse (field, value, strlen (value), arena, &slot) == QMS_VALUE_OK;
  qms_arena_free (arena);
  return good;
}

static void
check_value (QmsCheck *check, const QmsNode *about, uint32_t where, const QmsField *field, const char *name,
             const char *value)
{
  g_autofree char *vi = NULL, *en = NULL;

  if (takes (field, value))
    return;
  vi = qms_field_expected (field, QMS_LANG_VI);
  en = qms_field_expected (field, QMS_LANG_EN);
  QmsValue values[] = { qms_value ("value", value), qms_value ("name", name), qms_value_both ("expected", vi, en) };
  qms_check_report_values (check, QMS_RULE_REQUIREMENT_VALUE_UNKNOWN, about, where, values, G_N_ELEMENTS (values));
}

static void
check_values (QmsCheck *check, const QmsNode *about, const QmsNode *place, const QmsType *type, uint32_t list)
{
  QmsItems conditions = qms_items (place, list);

  for (size_t i = 0; i < conditions.count; i++) {
    const QmsNode *node = conditions.slots[i].node;
    const char *name = qms_requirement_condition_get_field (node);
    g_autoptr (QmsCondition) condition = qms_condition_new (type, name, NULL);

    for (size_t j = 0; condition && j < qms_requirement_condition_count_values (node); j++)
      check_value (check, about, list, qms_condition_field (condition), name,
                   qms_requirement_condition_get_values (node, j));
    for (size_t j = 0; condition && j < qms_requirement_condition_count_excluded (node); j++)
      check_value (check, about, list, qms_condition_field (condition), name,
                   qms_requirement_condition_get_excluded (node, j));
  }
}

void
qms_requirement_check_values (QmsCheck *check, const QmsNode *about, const QmsNode *place, const QmsType *type)
{
  Fields fields = fields_of (place);
  const char *name = qms_node_get_string (place, fields.field), *value = qms_node_get_string (place, fields.equals);
  g_autoptr (QmsCondition) condition = qms_condition_new (type, name, NULL);

  if (condition && value)
    check_value (check, about, fields.equals, qms_condition_field (condition), name, value);
  check_values (check, about, place, type, fields.conditions);
  check_values (check, about, place, type, fields.wanted);
}

void
qms_rule_requirement_value_unknown (QmsCheck *check, const QmsNode *place)
{
  const QmsType *type = qms_path_type (qms_node_get_string (place, fields_of (place).path), NULL);

  if (type)
    qms_requirement_check_values (check, place, place, type);
}

/* ---- what a kind needs */

/* A name may be a parameter of the base: only a framework that stands alone is judged here. */
void
qms_rule_requirement_months_unknown (QmsCheck *check, const QmsNode *requirement)
{
  const char *months = qms_requirement_get_months (requirement);
  const QmsNode *framework = requirement->parent;
  int64_t number;

  if (!months || !framework || framework->type->id != QMS_TYPE_FRAMEWORK || qms_framework_has_based_on (framework))
    return;
  if (!qms_framework_months (framework, months, &number))
    qms_check_report (check, QMS_RULE_REQUIREMENT_MONTHS_UNKNOWN, requirement, QMS_REQUIREMENT_MONTHS, "months", months,
                      NULL);
}

/* Fields that a requirement of a kind cannot do without. */
static const struct {
  int32_t kind;
  uint32_t field;
} needs[] = {
  { QMS_REQUIREMENT_KIND_RECENCY, QMS_REQUIREMENT_DATE_FIELD },
  { QMS_REQUIREMENT_KIND_RECENCY, QMS_REQUIREMENT_MONTHS },
  { QMS_REQUIREMENT_KIND_COVERAGE, QMS_REQUIREMENT_WANTED },
  { QMS_REQUIREMENT_KIND_ORDER, QMS_REQUIREMENT_DATE_FIELD },
  { QMS_REQUIREMENT_KIND_ORDER, QMS_REQUIREMENT_AFTER },
};

void
qms_rule_requirement_kind_incomplete (QmsCheck *check, const QmsNode *requirement)
{
  int32_t kind = qms_requirement_get_kind (requirement);

  for (size_t i = 0; i < G_N_ELEMENTS (needs); i++) {
    QmsValue values[] = { qms_value_label ("kind", QMS_REQUIREMENT_KIND, kind),
                          qms_value ("needs", qms_field_by_id (needs[i].field)->xml) };

    if (needs[i].kind == kind && !qms_node_has (requirement, needs[i].field))
      qms_check_report_values (check, QMS_RULE_REQUIREMENT_KIND_INCOMPLETE, requirement, 0, values,
                               G_N_ELEMENTS (values));
  }
}

/* The least number is judged as it stands here: the one that a base gives is judged when the two are laid together. */
void
qms_rule_requirement_bounds_inverted (QmsCheck *check, const QmsNode *requirement)
{
  bool altered = !qms_requirement_has_path (requirement) && !qms_requirement_has_min (requirement);
  int64_t min = qms_requirement_has_min (requirement) ? qms_requirement_get_min (requirement) : 1;
  int64_t max = qms_requirement_get_max (requirement);

  if (altered || !qms_requirement_has_max (requirement) || min <= max)
    return;
  g_auto (QmsWords) least = qms_words_int (min), most = qms_words_int (max);
  QmsValue values[] = { qms_value_words ("min", least), qms_value_words ("max", most) };
  qms_check_report_values (check, QMS_RULE_REQUIREMENT_BOUNDS_INVERTED, requirement, QMS_REQUIREMENT_MAX, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_framework_period_inverted (QmsCheck *check, const QmsNode *node)
{
  bool whole = node->type->id == QMS_TYPE_FRAMEWORK;
  uint32_t last = whole ? QMS_FRAMEWORK_EXPIRY_DATE : QMS_REQUIREMENT_VALID_TO;
  int64_t from, to;

  if (!qms_day (node, whole ? QMS_FRAMEWORK_EFFECTIVE_DATE : QMS_REQUIREMENT_VALID_FROM, &from)
      || !qms_day (node, last, &to) || from <= to)
    return;
  g_auto (QmsWords) start = qms_words_day (from), end = qms_words_day (to);
  QmsValue values[] = { qms_value_words ("from", start), qms_value_words ("to", end) };
  qms_check_report_values (check, QMS_RULE_FRAMEWORK_PERIOD_INVERTED, node, last, values, G_N_ELEMENTS (values));
}

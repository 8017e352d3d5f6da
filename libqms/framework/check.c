/* SPDX-License-Identifier: Apache-2.0 */
/* The check of a system against a framework's requirements. Nothing about one framework stands here. */
#include "framework/framework.h"

#include <string.h>

typedef struct {
  QmsCheck *check;
  const QmsNode *requirement;
  const char *decision;   /* that the requirement rests on */
  const char *cite;       /* the same with the clause */
  int64_t count;          /* elements that match so far */
  const QmsNode *surplus; /* the first beyond the greatest number */
} Tally;

static int
severity_of (const QmsNode *requirement)
{
  switch (qms_requirement_get_severity (requirement)) {
  case QMS_REQUIREMENT_SEVERITY_EXPECTED:
    return QMS_SEVERITY_WARNING;
  case QMS_REQUIREMENT_SEVERITY_RECOMMENDED:
    return QMS_SEVERITY_INFO;
  default:
    return QMS_SEVERITY_ERROR;
  }
}

static bool
applies_to (const QmsNode *requirement, int32_t agency_type)
{
  size_t count = qms_requirement_count_agency_types (requirement);

  for (size_t i = 0; i < count; i++)
    if (qms_requirement_get_agency_types (requirement, i) == agency_type)
      return true;
  return count == 0;
}

/* The document that the requirement rests on; the framework itself if it names none. */
static const char *
decision_of (const QmsNode *framework, const QmsNode *requirement)
{
  const char *cites = qms_requirement_get_cites (requirement);

  return cites ? cites : qms_framework_get_title (framework);
}

/* That document with the clause of the standard that the requirement puts into practice. */
static char *
cite_of (const QmsNode *framework, const QmsNode *requirement)
{
  const QmsEnum *standards = qms_field_enum (qms_field_by_id (QMS_FRAMEWORK_STANDARD));
  const char *standard = qms_enum_value_label (standards, qms_framework_get_standard (framework), QMS_LANG_VI);
  const char *clause = qms_requirement_get_clause (requirement), *decision = decision_of (framework, requirement);

  return clause && standard ? g_strdup_printf ("%s (%s: %s)", decision, standard, clause) : g_strdup (decision);
}

static const char *
title_of (const QmsNode *requirement, int lang)
{
  const char *english = qms_requirement_get_title_en (requirement);

  return lang == QMS_LANG_EN && english ? english : qms_requirement_get_title (requirement);
}

/* Reports with up to two values besides those that every such message has; `other_name` may be NULL. */
static void
report (const Tally *tally, int rule, const QmsNode *node, uint32_t field, const char *name, const char *value,
        const char *other_name, const char *other_value)
{
  const QmsNode *requirement = tally->requirement;
  const char *id = qms_requirement_get_id (requirement), *decision = tally->decision;

  qms_check_report_cited (tally->check, rule, severity_of (requirement), node, field, tally->cite, "title",
                          title_of (requirement, QMS_LANG_VI), title_of (requirement, QMS_LANG_EN), "id", id, id,
                          "decision", decision, decision, name, value, value, other_name, other_value, other_value,
                          NULL);
}

/* Whether `node` meets the requirement's condition: the field has the value, or any value if none is named. */
static bool
matches (const QmsNode *requirement, const QmsNode *node)
{
  const char *name = qms_requirement_get_field (requirement), *wanted = qms_requirement_get_equals (requirement);
  const QmsField *field = name ? qms_type_field_by_name (node->type, name) : NULL;
  g_autofree char *text = NULL;

  if (!name)
    return true;
  if (!field || !qms_node_has (node, field->id))
    return false;
  if (!wanted)
    return true;
  if (field->kind == QMS_KIND_ENUM && !qms_field_list (field))
    return qms_enum_value_by_name (field->enumeration, wanted) == qms_node_get_int (node, field->id);
  text = qms_node_get_text (node, field->id, 0);
  return g_strcmp0 (text, wanted) == 0;
}

static void
check_filled (const Tally *tally, const QmsNode *node)
{
  for (size_t i = 0; i < qms_requirement_count_filled (tally->requirement); i++) {
    const char *name = qms_requirement_get_filled (tally->requirement, i);
    const QmsField *field = qms_type_field_by_name (node->type, name);

    if (!field || !qms_node_has (node, field->id))
      report (tally, QMS_RULE_FRAMEWORK_FIELD_MISSING, node, field ? field->id : 0, "field", name, NULL, NULL);
  }
}

static void
count_node (Tally *tally, const QmsNode *node)
{
  if (!matches (tally->requirement, node))
    return;
  if (qms_requirement_has_max (tally->requirement) && tally->count == qms_requirement_get_max (tally->requirement))
    tally->surplus = node;
  tally->count++;
  check_filled (tally, node);
}

static void
count_below (Tally *tally, const QmsNode *node, char **names)
{
  const QmsField *field = *names ? qms_type_field_by_name (node->type, *names) : NULL;
  const QmsSlot *items;
  size_t count = field && field->kind == QMS_KIND_NODE ? qms_node_items (node, field, &items) : 0;

  for (size_t i = 0; i < count; i++)
    if (names[1])
      count_below (tally, items[i].node, names + 1);
    else
      count_node (tally, items[i].node);
}

static void
check_requirement (QmsCheck *check, const QmsNode *framework, const QmsNode *requirement, const QmsNode *system)
{
  g_auto (GStrv) names = g_strsplit (qms_requirement_get_path (requirement), "/", -1);
  g_autofree char *cite = cite_of (framework, requirement);
  Tally tally = {
    .check = check, .requirement = requirement, .decision = decision_of (framework, requirement), .cite = cite
  };
  int64_t min = qms_requirement_has_min (requirement) ? qms_requirement_get_min (requirement) : 1;
  int64_t max = qms_requirement_has_max (requirement) ? qms_requirement_get_max (requirement) : INT64_MAX;
  g_autofree char *least = g_strdup_printf ("%" G_GINT64_FORMAT, min);
  g_autofree char *greatest = g_strdup_printf ("%" G_GINT64_FORMAT, max);
  g_autofree char *found = NULL;

  count_below (&tally, system, names);
  found = g_strdup_printf ("%" G_GINT64_FORMAT, tally.count);
  if (tally.count < min)
    report (&tally, QMS_RULE_FRAMEWORK_REQUIREMENT_MISSING, system, 0, "found", found, "min", least);
  else if (tally.count > max)
    report (&tally, QMS_RULE_FRAMEWORK_REQUIREMENT_TOO_MANY, tally.surplus, 0, "found", found, "max", greatest);
}

static void
check_standard (QmsCheck *check, const QmsNode *framework, const QmsNode *system)
{
  const QmsEnum *standards = qms_field_enum (qms_field_by_id (QMS_FRAMEWORK_STANDARD));
  int32_t expected = qms_framework_get_standard (framework), found = qms_system_get_standard (system);

  if (expected && found && expected != found)
    qms_check_report (check, QMS_RULE_FRAMEWORK_STANDARD_MISMATCH, system, QMS_SYSTEM_STANDARD, "framework",
                      qms_framework_get_code (framework), "expected",
                      qms_enum_value_label (standards, expected, QMS_LANG_VI), "found",
                      qms_enum_value_label (standards, found, QMS_LANG_VI), NULL);
}

void
qms_framework_check (QmsCheck *check, const QmsNode *framework, const QmsNode *system)
{
  const QmsNode *agency = qms_system_get_agency (system);
  int32_t agency_type = agency ? qms_agency_get_type (agency) : 0;

  check_standard (check, framework, system);
  for (size_t i = 0; i < qms_framework_count_requirements (framework); i++) {
    const QmsNode *requirement = qms_framework_get_requirements (framework, i);

    if (applies_to (requirement, agency_type))
      check_requirement (check, framework, requirement, system);
  }
}

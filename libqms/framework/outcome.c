/* SPDX-License-Identifier: Apache-2.0 */
/* Holding a requirement against a system. Nothing about one framework stands here. */
#include "framework/outcome.h"

#include "rules/facts.h"

enum { ALL = 100, LEAST_MONTHS = 1, MOST_MONTHS = 1200 };

bool
qms_requirement_lacks (const QmsNode *requirement, const QmsNode *element, size_t index)
{
  const char *name = qms_requirement_get_filled (requirement, index);
  const QmsField *field = qms_type_field_by_name (element->type, name);

  return !field || !qms_node_present (element, field->slot);
}

/* ---- whom and when it is for */

static bool
is_for (const QmsNode *requirement, int32_t agency_type)
{
  size_t count = qms_requirement_count_agency_types (requirement);

  for (size_t i = 0; i < count; i++)
    if (qms_requirement_get_agency_types (requirement, i) == agency_type)
      return true;
  return count == 0;
}

static const QmsSlot *
slot_of (const QmsNode *node, const QmsField *field)
{
  const QmsSlot *items;

  return field && qms_node_items (node, field, &items) > 0 ? items : NULL;
}

bool
qms_requirement_applies (const QmsNode *requirement, int32_t agency_type, int64_t today)
{
  const QmsSlot *from = slot_of (requirement, qms_type_field (requirement->type, QMS_REQUIREMENT_VALID_FROM));
  const QmsSlot *to = slot_of (requirement, qms_type_field (requirement->type, QMS_REQUIREMENT_VALID_TO));

  return is_for (requirement, agency_type) && (!from || from->integer <= today) && (!to || today <= to->integer);
}

/* ---- dates */

bool
qms_framework_months (const QmsNode *framework, const char *text, int64_t *months)
{
  for (size_t i = 0; i < qms_framework_count_parameters (framework); i++) {
    const QmsNode *parameter = qms_framework_get_parameters (framework, i);

    if (g_strcmp0 (qms_framework_parameter_get_name (parameter), text) == 0)
      text = qms_framework_parameter_get_value (parameter);
  }
  return text && g_ascii_string_to_signed (text, 10, LEAST_MONTHS, MOST_MONTHS, months, NULL);
}

static const QmsField *
date_field (const QmsSelector *selector, const char *otherwise)
{
  const char *name = selector->date_field ? selector->date_field : otherwise;
  const QmsField *field = name && selector->type ? qms_type_field_by_name (selector->type, name) : NULL;

  return field && field->kind == QMS_KIND_DATE ? field : NULL;
}

/* Takes note of an element if its date is the newest up to today, or the earliest after it. */
static void
look_at_date (QmsOutcome *outcome, const QmsNode *element, const QmsField *field, int64_t today)
{
  const QmsSlot *slot = slot_of (element, field);

  if (slot && slot->integer <= today && (!outcome->newest || slot->integer > outcome->newest_day)) {
    outcome->newest = element;
    outcome->newest_day = slot->integer;
  }
  if (slot && slot->integer > today && (!outcome->next || slot->integer < outcome->next_day)) {
    outcome->next = element;
    outcome->next_day = slot->integer;
  }
}

/* ---- selecting */

static void
select_from (QmsOutcome *outcome, const QmsNode *place, const char *otherwise, const QmsNode *system, int64_t today)
{
  g_autoptr (QmsSelector) selector = qms_selector_new (place);
  const QmsField *field = date_field (selector, otherwise);
  guint first = outcome->elements->len;

  qms_selector_collect (selector, system, outcome->elements, outcome->drafts);
  for (guint i = first; i < outcome->elements->len; i++)
    look_at_date (outcome, outcome->elements->pdata[i], field, today);
}

static void
select_elements (QmsOutcome *outcome, const QmsNode *requirement, const QmsNode *system, int64_t today)
{
  const char *date = qms_requirement_get_date_field (requirement);

  select_from (outcome, requirement, NULL, system, today);
  for (size_t i = 0; i < qms_requirement_count_alternatives (requirement); i++)
    select_from (outcome, qms_requirement_get_alternatives (requirement, i), date, system, today);
}

/* ---- one function for each kind */

static QmsOutcomeKind
count (const QmsOutcome *outcome)
{
  if (outcome->elements->len < outcome->min)
    return outcome->elements->len + outcome->drafts->len < outcome->min ? QMS_OUTCOME_TOO_FEW : QMS_OUTCOME_ONLY_DRAFT;
  return outcome->elements->len > outcome->max ? QMS_OUTCOME_TOO_MANY : QMS_OUTCOME_MET;
}

static QmsOutcomeKind
check_age (const QmsOutcome *outcome, int64_t today)
{
  QmsOutcomeKind number = count (outcome);

  if (number == QMS_OUTCOME_TOO_FEW || number == QMS_OUTCOME_ONLY_DRAFT)
    return number;
  if (!outcome->newest)
    return outcome->next ? QMS_OUTCOME_ONLY_FUTURE : QMS_OUTCOME_UNDATED;
  return outcome->newest_day < qms_months_before (today, (int)outcome->months) ? QMS_OUTCOME_TOO_OLD : QMS_OUTCOME_MET;
}

static QmsOutcomeKind
check_coverage (QmsOutcome *outcome, const QmsNode *requirement)
{
  const QmsType *type = qms_path_type (qms_requirement_get_path (requirement), NULL);
  g_autoptr (GPtrArray) wanted = qms_conditions_new (type, requirement, QMS_REQUIREMENT_WANTED);
  guint all = outcome->elements->len;

  for (guint i = 0; i < all; i++) {
    const QmsNode *element = outcome->elements->pdata[i];

    if (element->type != type || !qms_conditions_hold (wanted, element))
      g_ptr_array_add (outcome->lacking, (gpointer)element);
  }
  return (int64_t)(all - outcome->lacking->len) * ALL >= outcome->percent * all ? QMS_OUTCOME_MET
                                                                                : QMS_OUTCOME_NOT_COVERED;
}

/* Silent where one of the two has no date: that it exists is for another requirement to ask. */
static QmsOutcomeKind
check_order (QmsOutcome *outcome, const QmsNode *requirement, const QmsNode *system, int64_t today)
{
  const QmsNode *after = qms_requirement_get_after (requirement);
  g_auto (QmsOutcome) other = { .elements = g_ptr_array_new (), .drafts = g_ptr_array_new () };

  if (!after || !outcome->newest)
    return QMS_OUTCOME_MET;
  select_from (&other, after, qms_requirement_get_date_field (requirement), system, today);
  outcome->other_day = other.newest_day;
  return other.newest && outcome->newest_day < other.newest_day ? QMS_OUTCOME_OUT_OF_ORDER : QMS_OUTCOME_MET;
}

static int64_t
or_default (const QmsNode *node, uint32_t field, int64_t value)
{
  return qms_node_has (node, field) ? qms_node_get_int (node, field) : value;
}

void
qms_outcome_find (QmsOutcome *outcome, const QmsNode *framework, const QmsNode *requirement, const QmsNode *system,
                  int64_t today)
{
  *outcome = (QmsOutcome){ .elements = g_ptr_array_new (),
                           .drafts = g_ptr_array_new (),
                           .lacking = g_ptr_array_new (),
                           .min = or_default (requirement, QMS_REQUIREMENT_MIN, 1),
                           .max = or_default (requirement, QMS_REQUIREMENT_MAX, INT64_MAX),
                           .percent = or_default (requirement, QMS_REQUIREMENT_PERCENT, ALL) };
  qms_framework_months (framework, qms_requirement_get_months (requirement), &outcome->months);
  select_elements (outcome, requirement, system, today);
  switch (qms_requirement_get_kind (requirement)) {
  case QMS_REQUIREMENT_KIND_RECENCY:
    outcome->kind = check_age (outcome, today);
    break;
  case QMS_REQUIREMENT_KIND_COVERAGE:
    outcome->kind = check_coverage (outcome, requirement);
    break;
  case QMS_REQUIREMENT_KIND_ORDER:
    outcome->kind = check_order (outcome, requirement, system, today);
    break;
  default:
    outcome->kind = count (outcome);
  }
}

void
qms_outcome_clear (QmsOutcome *outcome)
{
  g_clear_pointer (&outcome->elements, g_ptr_array_unref);
  g_clear_pointer (&outcome->drafts, g_ptr_array_unref);
  g_clear_pointer (&outcome->lacking, g_ptr_array_unref);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about quality objectives: measurable, owned, dated, planned, evaluated. */
#include "rules/objective.h"

void
qms_rule_objective_not_measurable (QmsCheck *check, const QmsNode *objective)
{
  static const QmsPart parts[] = {
    { QMS_OBJECTIVE_TARGET, { "chỉ tiêu", "a target" } },
    { QMS_OBJECTIVE_COMPARATOR, { "phép so sánh", "a comparison" } },
    { QMS_OBJECTIVE_MEASURE_UNIT, { "đơn vị tính", "a unit" } },
  };

  qms_check_parts (check, QMS_RULE_OBJECTIVE_NOT_MEASURABLE, objective, parts, G_N_ELEMENTS (parts), "id",
                   qms_text (objective, QMS_OBJECTIVE_ID));
}

static void
expect_field (QmsCheck *check, const QmsNode *objective, int rule, uint32_t field)
{
  qms_check_expect (check, qms_filled (objective, field), rule, objective, field, "id",
                    qms_text (objective, QMS_OBJECTIVE_ID));
}

void
qms_rule_objective_without_owner (QmsCheck *check, const QmsNode *objective)
{
  expect_field (check, objective, QMS_RULE_OBJECTIVE_WITHOUT_OWNER, QMS_OBJECTIVE_OWNER);
}

void
qms_rule_objective_without_due (QmsCheck *check, const QmsNode *objective)
{
  if (!qms_objective_has_year (objective))
    expect_field (check, objective, QMS_RULE_OBJECTIVE_WITHOUT_DUE, QMS_OBJECTIVE_DUE);
}

void
qms_rule_objective_without_actions (QmsCheck *check, const QmsNode *objective)
{
  expect_field (check, objective, QMS_RULE_OBJECTIVE_WITHOUT_ACTIONS, QMS_OBJECTIVE_ACTIONS);
}

void
qms_rule_objective_without_resources (QmsCheck *check, const QmsNode *objective)
{
  expect_field (check, objective, QMS_RULE_OBJECTIVE_WITHOUT_RESOURCES, QMS_OBJECTIVE_RESOURCES);
}

void
qms_rule_objective_without_evaluation (QmsCheck *check, const QmsNode *objective)
{
  expect_field (check, objective, QMS_RULE_OBJECTIVE_WITHOUT_EVALUATION, QMS_OBJECTIVE_EVALUATION);
}

/* ---- the year */

/* Reports if there are objectives with a year, but none for `year`. */
static void
expect_year (QmsCheck *check, const QmsNode *system, int rule, int year)
{
  QmsItems objectives = qms_items (system, QMS_SYSTEM_OBJECTIVES);
  g_autofree char *text = g_strdup_printf ("%d", year);
  bool dated = false;

  for (size_t i = 0; i < objectives.count; i++) {
    if (qms_objective_get_year (objectives.slots[i].node) == year)
      return;
    dated = dated || qms_objective_has_year (objectives.slots[i].node);
  }
  if (dated)
    qms_check_report (check, rule, system, QMS_SYSTEM_OBJECTIVES, "year", text, NULL);
}

void
qms_rule_objective_none_for_policy_year (QmsCheck *check, const QmsNode *system)
{
  const QmsNode *policy = qms_system_get_policy (system);
  int64_t date;

  if (policy && qms_day (policy, QMS_POLICY_DATE, &date))
    expect_year (check, system, QMS_RULE_OBJECTIVE_NONE_FOR_POLICY_YEAR, qms_year_of (date));
}

void
qms_rule_objective_none_for_year (QmsCheck *check, const QmsNode *system)
{
  expect_year (check, system, QMS_RULE_OBJECTIVE_NONE_FOR_YEAR, qms_year_of (qms_check_today (check)));
}

void
qms_rule_objective_dates_order (QmsCheck *check, const QmsNode *objective)
{
  int64_t start, due;

  if (!qms_day (objective, QMS_OBJECTIVE_START, &start) || !qms_day (objective, QMS_OBJECTIVE_DUE, &due)
      || start <= due)
    return;
  g_auto (QmsWords) first = qms_words_day (start);
  g_auto (QmsWords) last = qms_words_day (due);
  QmsValue values[] = { qms_value ("id", qms_text (objective, QMS_OBJECTIVE_ID)), qms_value_words ("start", first),
                        qms_value_words ("due", last) };
  qms_check_report_values (check, QMS_RULE_OBJECTIVE_DATES_ORDER, objective, QMS_OBJECTIVE_DUE, values,
                           G_N_ELEMENTS (values));
}

/* ---- the result */

bool
qms_objective_is_met (const QmsNode *objective, QmsDecimal value)
{
  QmsDecimal target;
  int order = qms_decimal (objective, QMS_OBJECTIVE_TARGET, &target) ? qms_decimal_compare (value, target) : 0;

  switch (qms_objective_get_comparator (objective)) {
  case QMS_COMPARATOR_AT_LEAST:
    return order >= 0;
  case QMS_COMPARATOR_AT_MOST:
    return order <= 0;
  default:
    return order == 0;
  }
}

static void
report_result (QmsCheck *check, const QmsNode *objective, QmsDecimal actual, QmsDecimal target)
{
  g_auto (QmsWords) reached = qms_words_decimal (actual);
  g_auto (QmsWords) wanted = qms_words_decimal (target);
  QmsValue values[] = { qms_value ("id", qms_text (objective, QMS_OBJECTIVE_ID)),
                        qms_value_label ("result", QMS_OBJECTIVE_RESULT, qms_objective_get_result (objective)),
                        qms_value_words ("actual", reached), qms_value_words ("target", wanted) };

  qms_check_report_values (check, QMS_RULE_OBJECTIVE_RESULT_CONTRADICTS, objective, QMS_OBJECTIVE_RESULT, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_objective_result_contradicts (QmsCheck *check, const QmsNode *objective)
{
  int32_t result = qms_objective_get_result (objective), comparator = qms_objective_get_comparator (objective);
  QmsDecimal actual, target;

  if ((result != QMS_OBJECTIVE_RESULT_MET && result != QMS_OBJECTIVE_RESULT_NOT_MET) || comparator == 0
      || !qms_decimal (objective, QMS_OBJECTIVE_ACTUAL, &actual)
      || !qms_decimal (objective, QMS_OBJECTIVE_TARGET, &target))
    return;
  if (qms_objective_is_met (objective, actual) != (result == QMS_OBJECTIVE_RESULT_MET))
    report_result (check, objective, actual, target);
}

void
qms_rule_objective_result_missing (QmsCheck *check, const QmsNode *objective)
{
  bool known = qms_objective_has_actual (objective) || qms_objective_has_result (objective);
  int64_t due;

  if (known || !qms_day (objective, QMS_OBJECTIVE_DUE, &due) || due >= qms_check_today (check))
    return;
  g_auto (QmsWords) day = qms_words_day (due);
  QmsValue values[] = { qms_value ("id", qms_text (objective, QMS_OBJECTIVE_ID)), qms_value_words ("due", day) };
  qms_check_report_values (check, QMS_RULE_OBJECTIVE_RESULT_MISSING, objective, QMS_OBJECTIVE_RESULT, values,
                           G_N_ELEMENTS (values));
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about indicators and their measured values. */
#include "rules/objective.h"

static const char *
name_of (const QmsNode *indicator)
{
  return qms_text (indicator, QMS_INDICATOR_NAME);
}

/* A signed policy says that the system is in use; before, there is nothing to measure. */
static bool
is_in_use (const QmsCheck *check, const QmsNode *system)
{
  const QmsNode *policy = system ? qms_system_get_policy (system) : NULL;
  int64_t signed_on;

  return policy && qms_day (policy, QMS_POLICY_DATE, &signed_on) && signed_on <= qms_check_today (check);
}

void
qms_rule_indicator_without_values (QmsCheck *check, const QmsNode *indicator)
{
  if (!qms_indicator_has_values (indicator) && is_in_use (check, qms_system_of (indicator)))
    qms_check_report (check, QMS_RULE_INDICATOR_WITHOUT_VALUES, indicator, QMS_INDICATOR_VALUES, "name",
                      name_of (indicator), NULL);
}

void
qms_rule_indicator_unattached (QmsCheck *check, const QmsNode *indicator)
{
  bool attached = qms_filled (indicator, QMS_INDICATOR_OBJECTIVE) || qms_filled (indicator, QMS_INDICATOR_PROCESS);

  qms_check_expect (check, attached, QMS_RULE_INDICATOR_UNATTACHED, indicator, QMS_INDICATOR_OBJECTIVE, "name",
                    name_of (indicator));
}

/* ---- periods */

void
qms_rule_measurement_period_inverted (QmsCheck *check, const QmsNode *measurement)
{
  qms_check_days (check, QMS_RULE_MEASUREMENT_PERIOD_INVERTED, measurement, QMS_MEASUREMENT_FROM, "from",
                  QMS_MEASUREMENT_TO, "to", NULL, NULL);
}

static void
report_overlap (QmsCheck *check, const QmsNode *indicator, const QmsNode *value, int64_t start, int64_t end)
{
  g_auto (QmsWords) from = qms_words_day (start);
  g_auto (QmsWords) to = qms_words_day (end);
  QmsValue values[] = { qms_value ("name", name_of (indicator)), qms_value_words ("from", from),
                        qms_value_words ("to", to) };

  qms_check_report_values (check, QMS_RULE_MEASUREMENT_OVERLAP, value, QMS_MEASUREMENT_FROM, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_measurement_overlap (QmsCheck *check, const QmsNode *indicator)
{
  QmsItems values = qms_items (indicator, QMS_INDICATOR_VALUES);
  int64_t end = G_MININT64, start, last;

  for (size_t i = 0; i < values.count; i++) {
    const QmsNode *value = values.slots[i].node;
    if (!qms_day (value, QMS_MEASUREMENT_FROM, &start) || !qms_day (value, QMS_MEASUREMENT_TO, &last))
      continue;
    if (start <= end)
      report_overlap (check, indicator, value, start, end);
    end = MAX (end, last);
  }
}

static const QmsNode *
last_value (const QmsNode *indicator)
{
  QmsItems values = qms_items (indicator, QMS_INDICATOR_VALUES);

  return values.count > 0 ? values.slots[values.count - 1].node : NULL;
}

/* A period may take as long again until its value is known. */
void
qms_rule_indicator_stale (QmsCheck *check, const QmsNode *indicator)
{
  static const int months[] = { [QMS_FREQUENCY_MONTHLY] = 1,
                                [QMS_FREQUENCY_QUARTERLY] = 3,
                                [QMS_FREQUENCY_HALF_YEARLY] = 6,
                                [QMS_FREQUENCY_YEARLY] = 12 };
  int32_t frequency = qms_indicator_get_frequency (indicator);
  const QmsNode *last = last_value (indicator);
  int64_t end;

  if (!last || frequency <= 0 || (size_t)frequency >= G_N_ELEMENTS (months) || !qms_day (last, QMS_MEASUREMENT_TO, &end)
      || end >= qms_months_before (qms_check_today (check), 2 * months[frequency]))
    return;
  g_auto (QmsWords) to = qms_words_day (end);
  QmsValue values[] = { qms_value ("name", name_of (indicator)), qms_value_words ("to", to),
                        qms_value_label ("frequency", QMS_INDICATOR_FREQUENCY, frequency) };
  qms_check_report_values (check, QMS_RULE_INDICATOR_STALE, indicator, QMS_INDICATOR_VALUES, values,
                           G_N_ELEMENTS (values));
}

/* ---- against the objective */

static void
report_below (QmsCheck *check, const QmsNode *indicator, const QmsNode *objective, QmsDecimal measured)
{
  QmsDecimal target = { 0, 0 };
  qms_decimal (objective, QMS_OBJECTIVE_TARGET, &target);
  g_auto (QmsWords) value = qms_words_decimal (measured);
  g_auto (QmsWords) wanted = qms_words_decimal (target);
  QmsValue values[] = { qms_value ("objective", qms_text (objective, QMS_OBJECTIVE_ID)),
                        qms_value ("name", name_of (indicator)), qms_value_words ("value", value),
                        qms_value_words ("target", wanted) };

  qms_check_report_values (check, QMS_RULE_INDICATOR_BELOW_TARGET, indicator, QMS_INDICATOR_VALUES, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_indicator_below_target (QmsCheck *check, const QmsNode *indicator)
{
  const QmsNode *objective = qms_node_resolve (indicator, QMS_INDICATOR_OBJECTIVE), *last = last_value (indicator);
  QmsDecimal measured;

  if (!objective || !last || qms_objective_get_result (objective) != QMS_OBJECTIVE_RESULT_MET
      || qms_objective_get_comparator (objective) == 0 || !qms_decimal (last, QMS_MEASUREMENT_VALUE, &measured))
    return;
  if (!qms_objective_is_met (objective, measured))
    report_below (check, indicator, objective, measured);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about surveys of satisfaction and about complaints. */
#include "rules/index.h"
#include "rules/objective.h"

/* ---- surveys */

void
qms_rule_survey_incomplete (QmsCheck *check, const QmsNode *survey)
{
  static const QmsPart parts[] = {
    { QMS_SATISFACTION_TO, { "ngày cuối kỳ", "the end of its period" } },
    { QMS_SATISFACTION_ANSWERS, { "số phiếu", "the number of answers" } },
    { QMS_SATISFACTION_RATE, { "tỷ lệ hài lòng", "the rate" } },
  };

  qms_check_parts (check, QMS_RULE_SURVEY_INCOMPLETE, survey, parts, G_N_ELEMENTS (parts), NULL, NULL);
}

/* Between 0 and 100, and from at least one answer if their number is given. */
static bool
is_possible (const QmsNode *survey, QmsDecimal rate)
{
  bool unanswered = qms_satisfaction_has_answers (survey) && qms_satisfaction_get_answers (survey) == 0;

  return rate.mantissa >= 0 && qms_decimal_compare (rate, (QmsDecimal){ 100, 0 }) <= 0 && !unanswered;
}

void
qms_rule_survey_rate_impossible (QmsCheck *check, const QmsNode *survey)
{
  QmsDecimal rate;

  if (!qms_decimal (survey, QMS_SATISFACTION_RATE, &rate) || is_possible (survey, rate))
    return;
  g_auto (QmsWords) percent = qms_words_decimal (rate);
  g_auto (QmsWords) answers = qms_words_int (qms_satisfaction_get_answers (survey));
  QmsValue values[] = { qms_value_words ("rate", percent), qms_value_words ("answers", answers) };
  qms_check_report_values (check, QMS_RULE_SURVEY_RATE_IMPOSSIBLE, survey, QMS_SATISFACTION_RATE, values,
                           G_N_ELEMENTS (values));
}

static void
report_below (QmsCheck *check, const QmsNode *survey, QmsDecimal rate, const QmsNode *objective)
{
  QmsDecimal target = { 0, 0 };
  qms_decimal (objective, QMS_OBJECTIVE_TARGET, &target);
  g_auto (QmsWords) percent = qms_words_decimal (rate);
  g_auto (QmsWords) wanted = qms_words_decimal (target);
  QmsValue values[] = { qms_value_words ("rate", percent), qms_value_words ("target", wanted),
                        qms_value ("objective", qms_text (objective, QMS_OBJECTIVE_ID)) };

  qms_check_report_values (check, QMS_RULE_SURVEY_BELOW_OBJECTIVE, survey, QMS_SATISFACTION_RATE, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_survey_below_objective (QmsCheck *check, const QmsNode *survey)
{
  const QmsNode *objective;
  QmsDecimal rate;
  int64_t end;

  if (!qms_decimal (survey, QMS_SATISFACTION_RATE, &rate) || !qms_day (survey, QMS_SATISFACTION_TO, &end))
    return;
  objective = qms_check_rate_objective (check, QMS_RATE_SATISFACTION, qms_year_of (end));
  if (objective && !qms_objective_is_met (objective, rate))
    report_below (check, survey, rate, objective);
}

/* ---- complaints */

static bool
is_open (const QmsNode *complaint)
{
  return !qms_complaint_has_settled (complaint) && !qms_filled (complaint, QMS_COMPLAINT_RESULT);
}

void
qms_rule_complaint_open (QmsCheck *check, const QmsNode *complaint)
{
  int64_t received;

  if (!is_open (complaint) || !qms_day (complaint, QMS_COMPLAINT_RECEIVED, &received))
    return;
  g_auto (QmsWords) day = qms_words_day (received);
  QmsValue value = qms_value_words ("received", day);
  qms_check_report_values (check, QMS_RULE_COMPLAINT_OPEN, complaint, QMS_COMPLAINT_RESULT, &value, 1);
}

void
qms_rule_complaint_incomplete (QmsCheck *check, const QmsNode *complaint)
{
  static const QmsPart parts[] = {
    { QMS_COMPLAINT_RECEIVED, { "ngày tiếp nhận", "the day of receipt" } },
    { QMS_COMPLAINT_SETTLED, { "ngày giải quyết", "the day of settlement" } },
    { QMS_COMPLAINT_RESULT, { "kết quả", "its result" } },
  };

  qms_check_parts (check, QMS_RULE_COMPLAINT_INCOMPLETE, complaint, parts,
                   is_open (complaint) ? 1 : G_N_ELEMENTS (parts), NULL, NULL);
}

void
qms_rule_complaint_dates_order (QmsCheck *check, const QmsNode *complaint)
{
  qms_check_days (check, QMS_RULE_COMPLAINT_DATES_ORDER, complaint, QMS_COMPLAINT_RECEIVED, "received",
                  QMS_COMPLAINT_SETTLED, "settled", NULL, NULL);
}

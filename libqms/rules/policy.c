/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the quality policy. */
#include "rules/facts.h"

static void
expect_field (QmsCheck *check, const QmsNode *policy, int rule, uint32_t field)
{
  if (!qms_filled (policy, field))
    qms_check_report (check, rule, policy, field, NULL);
}

void
qms_rule_policy_without_text (QmsCheck *check, const QmsNode *policy)
{
  expect_field (check, policy, QMS_RULE_POLICY_WITHOUT_TEXT, QMS_POLICY_STATEMENT);
}

void
qms_rule_policy_without_signer (QmsCheck *check, const QmsNode *policy)
{
  expect_field (check, policy, QMS_RULE_POLICY_WITHOUT_SIGNER, QMS_POLICY_SIGNER);
}

void
qms_rule_policy_without_date (QmsCheck *check, const QmsNode *policy)
{
  expect_field (check, policy, QMS_RULE_POLICY_WITHOUT_DATE, QMS_POLICY_DATE);
}

void
qms_rule_policy_without_commitments (QmsCheck *check, const QmsNode *policy)
{
  expect_field (check, policy, QMS_RULE_POLICY_WITHOUT_COMMITMENTS, QMS_POLICY_COMMITMENTS);
}

void
qms_rule_policy_signer_not_head (QmsCheck *check, const QmsNode *policy)
{
  qms_check_signer_is_head (check, QMS_RULE_POLICY_SIGNER_NOT_HEAD, policy, QMS_POLICY_SIGNER);
}

void
qms_rule_policy_date_future (QmsCheck *check, const QmsNode *policy)
{
  int64_t date;

  if (!qms_day (policy, QMS_POLICY_DATE, &date) || date <= qms_check_today (check))
    return;
  g_auto (QmsWords) signing = qms_words_day (date);
  g_auto (QmsWords) today = qms_words_day (qms_check_today (check));
  QmsValue values[] = { qms_value_words ("date", signing), qms_value_words ("today", today) };
  qms_check_report_values (check, QMS_RULE_POLICY_DATE_FUTURE, policy, QMS_POLICY_DATE, values, G_N_ELEMENTS (values));
}

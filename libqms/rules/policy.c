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

static const QmsNode *
head_of (const QmsNode *agency)
{
  QmsItems positions = qms_items (agency, QMS_AGENCY_POSITIONS);

  for (size_t i = 0; i < positions.count; i++)
    if (qms_position_get_head (positions.slots[i].node))
      return positions.slots[i].node;
  return NULL;
}

void
qms_rule_policy_signer_not_head (QmsCheck *check, const QmsNode *policy)
{
  const QmsNode *signer = qms_node_resolve (policy, QMS_POLICY_SIGNER);
  const QmsNode *head = head_of (qms_system_get_agency (qms_system_of (policy)));

  if (signer && head && !qms_position_get_head (signer))
    qms_check_report (check, QMS_RULE_POLICY_SIGNER_NOT_HEAD, policy, QMS_POLICY_SIGNER, "signer",
                      qms_text (signer, QMS_POSITION_NAME), "head", qms_text (head, QMS_POSITION_NAME), NULL);
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

/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about legal data themselves: what an act cannot say of itself. */
#include "legal/number.h"
#include "rules/facts.h"

#include <string.h>

void
qms_rule_act_period_reversed (QmsCheck *check, const QmsNode *act)
{
  int64_t first, last;

  if (!qms_day (act, QMS_LEGAL_ACT_EFFECTIVE, &first) && !qms_day (act, QMS_LEGAL_ACT_ISSUED, &first))
    return;
  if ((!qms_day (act, QMS_LEGAL_ACT_EXPIRED, &last) && !qms_day (act, QMS_LEGAL_ACT_ENDED_BY, &last)) || last >= first)
    return;
  g_auto (QmsWords) from = qms_words_day (first);
  g_auto (QmsWords) to = qms_words_day (last);
  QmsValue values[] = { qms_value ("number", qms_text (act, QMS_LEGAL_ACT_NUMBER)), qms_value_words ("from", from),
                        qms_value_words ("to", to) };
  qms_check_report_values (check, QMS_RULE_ACT_PERIOD_REVERSED, act, QMS_LEGAL_ACT_EXPIRED, values,
                           G_N_ELEMENTS (values));
}

/* A number without a year may be given to the successor of another year. */
void
qms_rule_act_replaces_itself (QmsCheck *check, const QmsNode *act)
{
  const char *number = qms_text (act, QMS_LEGAL_ACT_NUMBER);
  char key[QMS_NUMBER_MAX], other[QMS_NUMBER_MAX];

  if (!qms_number_key (number, key) || !qms_number_has_year (key))
    return;
  for (size_t i = 0; i < qms_legal_act_count_replaced_by (act); i++)
    if (qms_number_key (qms_legal_act_get_replaced_by (act, i), other) && strcmp (key, other) == 0)
      qms_check_report (check, QMS_RULE_ACT_REPLACES_ITSELF, act, QMS_LEGAL_ACT_REPLACED_BY, "number", number, NULL);
}

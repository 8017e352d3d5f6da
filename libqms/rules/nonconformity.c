/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about nonconformities and corrective actions. */
#include "rules/facts.h"

static const char *
id_of (const QmsNode *nonconformity)
{
  return qms_text (nonconformity, QMS_NONCONFORMITY_ID);
}

void
qms_rule_nonconformity_incomplete (QmsCheck *check, const QmsNode *nonconformity)
{
  static const QmsPart parts[] = {
    { QMS_NONCONFORMITY_CAUSE, { "nguyên nhân", "its cause" } },
    { QMS_NONCONFORMITY_ACTION, { "hành động khắc phục", "a corrective action" } },
    { QMS_NONCONFORMITY_OWNER, { "người thực hiện", "an owner" } },
    { QMS_NONCONFORMITY_DUE, { "thời hạn", "a date" } },
  };

  qms_check_parts (check, QMS_RULE_NONCONFORMITY_INCOMPLETE, nonconformity, parts, G_N_ELEMENTS (parts), "id",
                   id_of (nonconformity));
}

void
qms_rule_nonconformity_overdue (QmsCheck *check, const QmsNode *nonconformity)
{
  qms_check_overdue (check, QMS_RULE_NONCONFORMITY_OVERDUE, nonconformity, QMS_NONCONFORMITY_DUE,
                     QMS_NONCONFORMITY_DONE, "id", id_of (nonconformity));
}

void
qms_rule_nonconformity_not_verified (QmsCheck *check, const QmsNode *nonconformity)
{
  bool verified = qms_nonconformity_has_verified (nonconformity), judged = qms_nonconformity_has_effective (nonconformity);
  int64_t done;

  if ((verified && judged) || !qms_day (nonconformity, QMS_NONCONFORMITY_DONE, &done))
    return;
  g_auto (QmsWords) day = qms_words_day (done);
  QmsValue values[] = { qms_value ("id", id_of (nonconformity)), qms_value_words ("done", day),
                        qms_value_both ("missing", verified ? "kết luận về hiệu lực" : "xác nhận hiệu lực",
                                        verified ? "a conclusion on its effect" : "a check of its effect") };
  qms_check_report_values (check, QMS_RULE_NONCONFORMITY_NOT_VERIFIED, nonconformity, QMS_NONCONFORMITY_VERIFIED,
                           values, G_N_ELEMENTS (values));
}

void
qms_rule_nonconformity_not_effective (QmsCheck *check, const QmsNode *nonconformity)
{
  bool ineffective = qms_nonconformity_has_effective (nonconformity) && !qms_nonconformity_get_effective (nonconformity);

  qms_check_expect (check, !ineffective, QMS_RULE_NONCONFORMITY_NOT_EFFECTIVE, nonconformity,
                    QMS_NONCONFORMITY_EFFECTIVE, "id", id_of (nonconformity));
}

void
qms_rule_nonconformity_dates_order (QmsCheck *check, const QmsNode *nonconformity)
{
  static const QmsPart dates[] = {
    { QMS_NONCONFORMITY_DATE, { "phát hiện", "the finding of" } },
    { QMS_NONCONFORMITY_DONE, { "hoàn thành", "the completion on" } },
    { QMS_NONCONFORMITY_VERIFIED, { "xác nhận hiệu lực", "the check of" } },
  };

  qms_check_dates_order (check, QMS_RULE_NONCONFORMITY_DATES_ORDER, nonconformity, dates, G_N_ELEMENTS (dates));
}

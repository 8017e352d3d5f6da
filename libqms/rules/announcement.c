/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the confirmation of effect and the announcement of conformity. */
#include "rules/announcement.h"

#include "rules/engine.h"

const QmsNode *
qms_last_announcement (const QmsCheck *check, const QmsNode *system)
{
  QmsItems announcements = qms_items (system, QMS_SYSTEM_ANNOUNCEMENTS);
  const QmsNode *last = NULL;
  int64_t newest = G_MININT64, day;

  for (size_t i = 0; i < announcements.count; i++) {
    const QmsNode *announcement = announcements.slots[i].node;
    if (!qms_day (announcement, QMS_ANNOUNCEMENT_DATE, &day) || day > qms_check_today (check) || day < newest)
      continue;
    last = announcement;
    newest = day;
  }
  return last;
}

/* ---- confirmation of effect */

void
qms_rule_confirmation_incomplete (QmsCheck *check, const QmsNode *confirmation)
{
  static const QmsPart parts[] = {
    { QMS_EFFECT_CONFIRMATION_NUMBER, { "số văn bản", "its number" } },
    { QMS_EFFECT_CONFIRMATION_DATE, { "ngày", "its date" } },
    { QMS_EFFECT_CONFIRMATION_SIGNER, { "người ký", "its signer" } },
  };

  qms_check_parts (check, QMS_RULE_CONFIRMATION_INCOMPLETE, confirmation, parts, G_N_ELEMENTS (parts), NULL, NULL);
}

void
qms_rule_confirmation_signer_not_head (QmsCheck *check, const QmsNode *confirmation)
{
  qms_check_signer_is_head (check, QMS_RULE_CONFIRMATION_SIGNER_NOT_HEAD, confirmation,
                            QMS_EFFECT_CONFIRMATION_SIGNER);
}

void
qms_rule_confirmation_before_issue (QmsCheck *check, const QmsNode *confirmation)
{
  qms_check_days (check, QMS_RULE_CONFIRMATION_BEFORE_ISSUE, confirmation, QMS_EFFECT_CONFIRMATION_DOCUMENTS_ISSUED,
                  "issued", QMS_EFFECT_CONFIRMATION_DATE, "date", NULL, NULL);
}

/* ---- announcement */

void
qms_rule_announcement_incomplete (QmsCheck *check, const QmsNode *announcement)
{
  static const QmsPart parts[] = {
    { QMS_ANNOUNCEMENT_NUMBER, { "số văn bản", "its number" } },
    { QMS_ANNOUNCEMENT_DATE, { "ngày công bố", "its date" } },
    { QMS_ANNOUNCEMENT_STANDARD, { "phiên bản tiêu chuẩn", "the edition of the standard" } },
    { QMS_ANNOUNCEMENT_SIGNER, { "người ký", "its signer" } },
  };

  qms_check_parts (check, QMS_RULE_ANNOUNCEMENT_INCOMPLETE, announcement, parts, G_N_ELEMENTS (parts), NULL, NULL);
}

void
qms_rule_announcement_signer_not_head (QmsCheck *check, const QmsNode *announcement)
{
  qms_check_signer_is_head (check, QMS_RULE_ANNOUNCEMENT_SIGNER_NOT_HEAD, announcement, QMS_ANNOUNCEMENT_SIGNER);
}

static bool
first_confirmation (const QmsNode *system, int64_t *first)
{
  QmsItems confirmations = qms_items (system, QMS_SYSTEM_EFFECT_CONFIRMATIONS);
  bool found = false;
  int64_t day;

  for (size_t i = 0; i < confirmations.count; i++)
    if (qms_day (confirmations.slots[i].node, QMS_EFFECT_CONFIRMATION_DATE, &day)) {
      *first = found ? MIN (*first, day) : day;
      found = true;
    }
  return found;
}

static void
report_unconfirmed (QmsCheck *check, const QmsNode *announcement, int64_t day, int64_t first)
{
  g_auto (QmsWords) date = qms_words_day (day);
  g_auto (QmsWords) confirmed = qms_words_day (first);
  QmsValue values[] = { qms_value_words ("date", date), qms_value_words ("confirmed", confirmed) };

  qms_check_report_values (check, QMS_RULE_ANNOUNCEMENT_BEFORE_CONFIRMATION, announcement, QMS_ANNOUNCEMENT_DATE,
                           values, G_N_ELEMENTS (values));
}

void
qms_rule_announcement_before_confirmation (QmsCheck *check, const QmsNode *system)
{
  QmsItems announcements = qms_items (system, QMS_SYSTEM_ANNOUNCEMENTS);
  int64_t first, day;

  if (!first_confirmation (system, &first))
    return;
  for (size_t i = 0; i < announcements.count; i++)
    if (qms_day (announcements.slots[i].node, QMS_ANNOUNCEMENT_DATE, &day) && day < first)
      report_unconfirmed (check, announcements.slots[i].node, day, first);
}

void
qms_rule_reannouncement_without_reason (QmsCheck *check, const QmsNode *announcement)
{
  qms_check_expect (check,
                    !qms_announcement_get_again (announcement) || qms_filled (announcement, QMS_ANNOUNCEMENT_REASON),
                    QMS_RULE_REANNOUNCEMENT_WITHOUT_REASON, announcement, QMS_ANNOUNCEMENT_REASON, "number",
                    qms_text (announcement, QMS_ANNOUNCEMENT_NUMBER));
}

/* ---- edition */

void
qms_rule_announcement_edition_differs (QmsCheck *check, const QmsNode *system)
{
  const QmsNode *last = qms_last_announcement (check, system);
  int32_t announced = qms_announcement_get_standard (last), standard = qms_system_get_standard (system);
  QmsValue values[] = { qms_value_label ("announced", QMS_ANNOUNCEMENT_STANDARD, announced),
                        qms_value_label ("standard", QMS_SYSTEM_STANDARD, standard) };

  if (announced && standard && announced != standard && announced != QMS_STANDARD_ISO9001_2008)
    qms_check_report_values (check, QMS_RULE_ANNOUNCEMENT_EDITION_DIFFERS, last, QMS_ANNOUNCEMENT_STANDARD, values,
                             G_N_ELEMENTS (values));
}

/* What the system says of itself does not count for less than what its framework asks. */
void
qms_rule_announcement_still_2008 (QmsCheck *check, const QmsNode *system)
{
  const QmsNode *last = qms_last_announcement (check, system);
  int32_t standard = MAX (qms_system_get_standard (system), qms_framework_get_standard (check->framework));
  QmsValue value = qms_value_label ("standard", QMS_SYSTEM_STANDARD, standard);

  if (qms_announcement_get_standard (last) == QMS_STANDARD_ISO9001_2008 && standard > QMS_STANDARD_ISO9001_2008)
    qms_check_report_values (check, QMS_RULE_ANNOUNCEMENT_STILL_2008, last, QMS_ANNOUNCEMENT_STANDARD, &value, 1);
}

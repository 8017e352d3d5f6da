/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about what follows an announcement: the notice to the lead unit and postings; and about consultants. */
#include "rules/announcement.h"

#include <string.h>

/* Whether a notice or posting is about `last`: it says so, or says nothing and is not older. */
static bool
is_about (const QmsNode *node, uint32_t announcement, uint32_t date, const QmsNode *last)
{
  int64_t announced, day;

  if (qms_filled (node, announcement))
    return qms_node_resolve (node, announcement) == last;
  return !qms_day (node, date, &day) || !qms_day (last, QMS_ANNOUNCEMENT_DATE, &announced) || day >= announced;
}

static void
report_last (QmsCheck *check, int rule, const QmsNode *system, uint32_t field, const QmsNode *last, int32_t place)
{
  int64_t announced = 0;
  qms_day (last, QMS_ANNOUNCEMENT_DATE, &announced);
  g_auto (QmsWords) date = qms_words_day (announced);
  QmsValue values[] = { qms_value_words ("date", date), qms_value_label ("place", QMS_POSTING_PLACE, place) };

  qms_check_report_values (check, rule, system, field, values, place ? 2 : 1);
}

/* Reports a notice or posting that is older than the announcement that it names. */
static void
check_after_announcement (QmsCheck *check, int rule, const QmsNode *node, uint32_t announcement, uint32_t date)
{
  const QmsNode *named = qms_node_resolve (node, announcement);
  int64_t announced, day;

  if (!named || !qms_day (named, QMS_ANNOUNCEMENT_DATE, &announced) || !qms_day (node, date, &day) || day >= announced)
    return;
  g_auto (QmsWords) late = qms_words_day (day);
  g_auto (QmsWords) early = qms_words_day (announced);
  QmsValue values[] = { qms_value_words ("date", late), qms_value_words ("announced", early) };
  qms_check_report_values (check, rule, node, date, values, G_N_ELEMENTS (values));
}

/* ---- notices */

/* Whether the agency notifies at all is the framework's question; here it must have done so for the last time too. */
void
qms_rule_notice_missing (QmsCheck *check, const QmsNode *system)
{
  const QmsNode *last = qms_last_announcement (check, system);
  QmsItems notices = qms_items (system, QMS_SYSTEM_NOTICES);

  for (size_t i = 0; last && i < notices.count; i++)
    if (is_about (notices.slots[i].node, QMS_NOTICE_ANNOUNCEMENT, QMS_NOTICE_DATE, last))
      return;
  if (last && notices.count > 0)
    report_last (check, QMS_RULE_NOTICE_MISSING, system, QMS_SYSTEM_NOTICES, last, 0);
}

void
qms_rule_notice_before_announcement (QmsCheck *check, const QmsNode *notice)
{
  check_after_announcement (check, QMS_RULE_NOTICE_BEFORE_ANNOUNCEMENT, notice, QMS_NOTICE_ANNOUNCEMENT,
                            QMS_NOTICE_DATE);
}

void
qms_rule_notice_incomplete (QmsCheck *check, const QmsNode *notice)
{
  static const QmsPart parts[] = {
    { QMS_NOTICE_NUMBER, { "số văn bản", "its number" } },
    { QMS_NOTICE_DATE, { "ngày", "its date" } },
    { QMS_NOTICE_RECEIVER, { "nơi nhận", "its receiver" } },
  };

  qms_check_parts (check, QMS_RULE_NOTICE_INCOMPLETE, notice, parts, G_N_ELEMENTS (parts), NULL, NULL);
}

/* ---- postings */

/* At `place`: whether there is any posting, and whether one is about the last announcement. */
typedef struct {
  bool any, current;
} Posted;

static Posted
posted_at (const QmsNode *system, int32_t place, const QmsNode *last)
{
  QmsItems postings = qms_items (system, QMS_SYSTEM_POSTINGS);
  Posted posted = { false, false };

  for (size_t i = 0; i < postings.count; i++) {
    const QmsNode *posting = postings.slots[i].node;
    if (qms_posting_get_place (posting) != place)
      continue;
    posted.any = true;
    posted.current = posted.current || is_about (posting, QMS_POSTING_ANNOUNCEMENT, QMS_POSTING_DATE, last);
  }
  return posted;
}

void
qms_rule_posting_not_renewed (QmsCheck *check, const QmsNode *system)
{
  const QmsNode *last = qms_last_announcement (check, system);

  for (int32_t place = QMS_POSTING_PLACE_HEAD_OFFICE; last && place <= QMS_POSTING_PLACE_ONE_STOP_OFFICE; place++) {
    Posted posted = posted_at (system, place, last);
    if (posted.any && !posted.current)
      report_last (check, QMS_RULE_POSTING_NOT_RENEWED, system, QMS_SYSTEM_POSTINGS, last, place);
  }
}

void
qms_rule_posting_web_missing (QmsCheck *check, const QmsNode *system)
{
  const QmsNode *last = qms_last_announcement (check, system), *agency = qms_system_get_agency (system);
  const char *website = agency ? qms_text (agency, QMS_AGENCY_WEBSITE) : "";

  if (last && *website && !strstr (website, "[[") && !posted_at (system, QMS_POSTING_PLACE_WEBSITE, last).any)
    report_last (check, QMS_RULE_POSTING_WEB_MISSING, system, QMS_SYSTEM_POSTINGS, last, 0);
}

void
qms_rule_posting_web_without_address (QmsCheck *check, const QmsNode *posting)
{
  if (qms_posting_get_place (posting) == QMS_POSTING_PLACE_WEBSITE && !qms_filled (posting, QMS_POSTING_URL))
    qms_check_report (check, QMS_RULE_POSTING_WEB_WITHOUT_ADDRESS, posting, QMS_POSTING_URL, NULL);
}

void
qms_rule_posting_before_announcement (QmsCheck *check, const QmsNode *posting)
{
  check_after_announcement (check, QMS_RULE_POSTING_BEFORE_ANNOUNCEMENT, posting, QMS_POSTING_ANNOUNCEMENT,
                            QMS_POSTING_DATE);
}

void
qms_rule_posting_incomplete (QmsCheck *check, const QmsNode *posting)
{
  static const QmsPart parts[] = {
    { QMS_POSTING_DATE, { "ngày", "its date" } },
    { QMS_POSTING_EVIDENCE, { "bằng chứng", "evidence" } },
  };
  size_t count = qms_filled (posting, QMS_POSTING_URL) ? 1 : 2; /* the address is evidence */

  qms_check_parts (check, QMS_RULE_POSTING_INCOMPLETE, posting, parts, count, NULL, NULL);
}

/* ---- consultants */

void
qms_rule_consultant_without_registration (QmsCheck *check, const QmsNode *consultant)
{
  qms_check_expect (check, qms_filled (consultant, QMS_CONSULTANT_REGISTRATION),
                    QMS_RULE_CONSULTANT_WITHOUT_REGISTRATION, consultant, QMS_CONSULTANT_REGISTRATION, "name",
                    qms_text (consultant, QMS_CONSULTANT_NAME));
}

/* Work without a last day lasts until the day of the check. */
void
qms_rule_consultant_registration_expired (QmsCheck *check, const QmsNode *consultant)
{
  int64_t valid, last = qms_check_today (check);

  qms_day (consultant, QMS_CONSULTANT_TO, &last);
  if (!qms_day (consultant, QMS_CONSULTANT_VALID_TO, &valid) || valid >= last)
    return;
  g_auto (QmsWords) end = qms_words_day (valid);
  g_auto (QmsWords) work = qms_words_day (last);
  QmsValue values[] = { qms_value ("name", qms_text (consultant, QMS_CONSULTANT_NAME)), qms_value_words ("valid", end),
                        qms_value_words ("to", work) };
  qms_check_report_values (check, QMS_RULE_CONSULTANT_REGISTRATION_EXPIRED, consultant, QMS_CONSULTANT_VALID_TO, values,
                           G_N_ELEMENTS (values));
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about improvements and the annual plan. */
#include "rules/facts.h"

enum { MONTHS = 12 }; /* without an improvement, unless the framework says otherwise */

/* ---- improvements */

void
qms_rule_improvement_incomplete (QmsCheck *check, const QmsNode *improvement)
{
  static const QmsPart parts[] = {
    { QMS_IMPROVEMENT_DATE, { "ngày", "its date" } },
    { QMS_IMPROVEMENT_OWNER, { "người chủ trì", "an owner" } },
  };

  qms_check_parts (check, QMS_RULE_IMPROVEMENT_INCOMPLETE, improvement, parts, G_N_ELEMENTS (parts), "title",
                   qms_text (improvement, QMS_IMPROVEMENT_TITLE));
}

/* The newest day of `field` in a list; G_MAXINT64 if an item has none, G_MININT64 if there are no items. */
static int64_t
newest_of (QmsItems items, uint32_t field)
{
  int64_t newest = G_MININT64, day;

  for (size_t i = 0; i < items.count; i++)
    newest = qms_day (items.slots[i].node, field, &day) ? MAX (newest, day) : G_MAXINT64;
  return newest;
}

static bool
decides_on_improvement (const QmsNode *review)
{
  QmsItems decisions = qms_items (review, QMS_MANAGEMENT_REVIEW_OUTPUTS);

  for (size_t i = 0; i < decisions.count; i++)
    if (qms_review_item_get_kind (decisions.slots[i].node) == QMS_REVIEW_ITEM_KIND_IMPROVEMENT)
      return true;
  return false;
}

static bool
is_decided_since (const QmsNode *system, int64_t since)
{
  QmsItems reviews = qms_items (system, QMS_SYSTEM_MANAGEMENT_REVIEWS);
  int64_t day;

  for (size_t i = 0; i < reviews.count; i++)
    if (qms_day (reviews.slots[i].node, QMS_MANAGEMENT_REVIEW_DATE, &day) && day >= since
        && decides_on_improvement (reviews.slots[i].node))
      return true;
  return false;
}

/* Whether there are improvements at all is the framework's question. */
void
qms_rule_improvement_not_recent (QmsCheck *check, const QmsNode *system)
{
  int64_t newest = newest_of (qms_items (system, QMS_SYSTEM_IMPROVEMENTS), QMS_IMPROVEMENT_DATE);
  int months = qms_check_parameter (check, "soThangXemXet", MONTHS);
  int64_t since = qms_months_before (qms_check_today (check), months);

  if (newest == G_MININT64 || newest >= since || is_decided_since (system, since))
    return;
  g_auto (QmsWords) last = qms_words_day (newest);
  g_auto (QmsWords) count = qms_words_int (months);
  QmsValue values[] = { qms_value_words ("last", last), qms_value_words ("months", count) };
  qms_check_report_values (check, QMS_RULE_IMPROVEMENT_NOT_RECENT, system, QMS_SYSTEM_IMPROVEMENTS, values,
                           G_N_ELEMENTS (values));
}

/* ---- the annual plan */

void
qms_rule_plan_none_for_year (QmsCheck *check, const QmsNode *system)
{
  QmsItems plans = qms_items (system, QMS_SYSTEM_ANNUAL_PLANS);
  int year = qms_year_of (qms_check_today (check));
  g_autofree char *text = NULL;

  for (size_t i = 0; i < plans.count; i++)
    if (qms_annual_plan_get_year (plans.slots[i].node) == year)
      return;
  text = g_strdup_printf ("%d", year);
  qms_check_expect (check, plans.count == 0, QMS_RULE_PLAN_NONE_FOR_YEAR, system, QMS_SYSTEM_ANNUAL_PLANS, "year",
                    text);
}

void
qms_rule_plan_incomplete (QmsCheck *check, const QmsNode *plan)
{
  static const QmsPart parts[] = {
    { QMS_ANNUAL_PLAN_NUMBER, { "số văn bản", "its number" } },
    { QMS_ANNUAL_PLAN_DATE, { "ngày ban hành", "its date" } },
    { QMS_ANNUAL_PLAN_SIGNER, { "người ký", "its signer" } },
    { QMS_ANNUAL_PLAN_ACTIVITIES, { "hoạt động", "activities" } },
  };
  g_auto (QmsWords) year = qms_words_int (qms_annual_plan_get_year (plan));

  qms_check_parts (check, QMS_RULE_PLAN_INCOMPLETE, plan, parts, G_N_ELEMENTS (parts), "year", year.text[QMS_LANG_VI]);
}

void
qms_rule_plan_late (QmsCheck *check, const QmsNode *plan)
{
  int64_t issued;

  if (!qms_day (plan, QMS_ANNUAL_PLAN_DATE, &issued) || qms_year_of (issued) <= qms_annual_plan_get_year (plan))
    return;
  g_auto (QmsWords) year = qms_words_int (qms_annual_plan_get_year (plan));
  g_auto (QmsWords) date = qms_words_day (issued);
  QmsValue values[] = { qms_value_words ("year", year), qms_value_words ("date", date) };
  qms_check_report_values (check, QMS_RULE_PLAN_LATE, plan, QMS_ANNUAL_PLAN_DATE, values, G_N_ELEMENTS (values));
}

void
qms_rule_activity_incomplete (QmsCheck *check, const QmsNode *activity)
{
  static const QmsPart parts[] = {
    { QMS_PLANNED_ACTIVITY_OWNER, { "người chủ trì", "an owner" } },
    { QMS_PLANNED_ACTIVITY_DUE, { "thời hạn", "a date" } },
  };

  qms_check_parts (check, QMS_RULE_ACTIVITY_INCOMPLETE, activity, parts, G_N_ELEMENTS (parts), "name",
                   qms_text (activity, QMS_PLANNED_ACTIVITY_NAME));
}

void
qms_rule_activity_overdue (QmsCheck *check, const QmsNode *activity)
{
  qms_check_overdue (check, QMS_RULE_ACTIVITY_OVERDUE, activity, QMS_PLANNED_ACTIVITY_DUE, QMS_PLANNED_ACTIVITY_DONE,
                     "name", qms_text (activity, QMS_PLANNED_ACTIVITY_NAME));
}

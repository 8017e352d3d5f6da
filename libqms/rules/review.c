/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about management reviews: inputs, outputs, order. */
#include "rules/facts.h"

enum { MONTHS = 12 }; /* between two audits, unless the framework says otherwise */

/* What the inputs of 9.3.2 are about, and the decisions of 9.3.3. */
static const int32_t inputs[] = {
  QMS_REVIEW_ITEM_KIND_EARLIER_ACTIONS, QMS_REVIEW_ITEM_KIND_CHANGES,         QMS_REVIEW_ITEM_KIND_SATISFACTION,
  QMS_REVIEW_ITEM_KIND_OBJECTIVES,      QMS_REVIEW_ITEM_KIND_PROCESS_RESULTS, QMS_REVIEW_ITEM_KIND_NONCONFORMITIES,
  QMS_REVIEW_ITEM_KIND_MEASUREMENTS,    QMS_REVIEW_ITEM_KIND_AUDITS,          QMS_REVIEW_ITEM_KIND_SUPPLIERS,
  QMS_REVIEW_ITEM_KIND_RESOURCES,       QMS_REVIEW_ITEM_KIND_RISK_ACTIONS,    QMS_REVIEW_ITEM_KIND_IMPROVEMENT,
};
static const int32_t outputs[] = {
  QMS_REVIEW_ITEM_KIND_IMPROVEMENT,
  QMS_REVIEW_ITEM_KIND_SYSTEM_CHANGES,
  QMS_REVIEW_ITEM_KIND_RESOURCE_NEEDS,
};

void
qms_rule_review_incomplete (QmsCheck *check, const QmsNode *review)
{
  static const QmsPart parts[] = {
    { QMS_MANAGEMENT_REVIEW_DATE, { "ngày", "its date" } },
    { QMS_MANAGEMENT_REVIEW_CHAIR, { "người chủ trì", "its chair" } },
    { QMS_MANAGEMENT_REVIEW_MINUTES, { "số biên bản, thông báo kết luận", "the number of its minutes" } },
  };

  qms_check_parts (check, QMS_RULE_REVIEW_INCOMPLETE, review, parts, G_N_ELEMENTS (parts), NULL, NULL);
}

/* The date in words; "?" if there is none. */
static QmsWords
date_of (const QmsNode *review)
{
  int64_t day;

  if (qms_day (review, QMS_MANAGEMENT_REVIEW_DATE, &day))
    return qms_words_day (day);
  return (QmsWords){ { g_strdup ("?"), g_strdup ("?") } };
}

static bool
is_held (const QmsCheck *check, const QmsNode *review)
{
  int64_t day;

  return !qms_day (review, QMS_MANAGEMENT_REVIEW_DATE, &day) || day <= qms_check_today (check);
}

/* ---- inputs and outputs */

static bool
has_kind (QmsItems items, int32_t kind)
{
  for (size_t i = 0; i < items.count; i++)
    if (qms_review_item_get_kind (items.slots[i].node) == kind)
      return true;
  return false;
}

static QmsWords
missing_kinds (QmsItems items, const int32_t *kinds, size_t n_kinds)
{
  GString *missing[2] = { g_string_new (NULL), g_string_new (NULL) };

  for (size_t i = 0; i < n_kinds; i++)
    for (int lang = QMS_LANG_VI; !has_kind (items, kinds[i]) && lang <= QMS_LANG_EN; lang++)
      g_string_append_printf (missing[lang], "%s%s", missing[lang]->len > 0 ? "; " : "",
                              qms_label (QMS_REVIEW_ITEM_KIND, kinds[i], lang));
  return (QmsWords){ { g_string_free (missing[QMS_LANG_VI], FALSE), g_string_free (missing[QMS_LANG_EN], FALSE) } };
}

static void
check_kinds (QmsCheck *check, int rule, const QmsNode *review, uint32_t field, const int32_t *kinds, size_t n_kinds)
{
  g_auto (QmsWords) missing = missing_kinds (qms_items (review, field), kinds, n_kinds);
  g_auto (QmsWords) date = date_of (review);
  QmsValue values[] = { qms_value_words ("date", date), qms_value_words ("missing", missing) };

  if (*missing.text[QMS_LANG_VI] && is_held (check, review))
    qms_check_report_values (check, rule, review, field, values, G_N_ELEMENTS (values));
}

void
qms_rule_review_inputs_missing (QmsCheck *check, const QmsNode *review)
{
  check_kinds (check, QMS_RULE_REVIEW_INPUTS_MISSING, review, QMS_MANAGEMENT_REVIEW_INPUTS, inputs,
               G_N_ELEMENTS (inputs));
}

void
qms_rule_review_outputs_missing (QmsCheck *check, const QmsNode *review)
{
  check_kinds (check, QMS_RULE_REVIEW_OUTPUTS_MISSING, review, QMS_MANAGEMENT_REVIEW_OUTPUTS, outputs,
               G_N_ELEMENTS (outputs));
}

void
qms_rule_review_decision_without_owner (QmsCheck *check, const QmsNode *review)
{
  QmsItems decisions = qms_items (review, QMS_MANAGEMENT_REVIEW_OUTPUTS);
  int64_t open = 0;

  for (size_t i = 0; i < decisions.count; i++)
    open += !qms_filled (decisions.slots[i].node, QMS_REVIEW_ITEM_OWNER)
            || !qms_review_item_has_due (decisions.slots[i].node);
  if (open == 0)
    return;
  g_auto (QmsWords) date = date_of (review);
  g_auto (QmsWords) count = qms_words_int (open);
  QmsValue values[] = { qms_value_words ("date", date), qms_value_words ("count", count) };
  qms_check_report_values (check, QMS_RULE_REVIEW_DECISION_WITHOUT_OWNER, review, QMS_MANAGEMENT_REVIEW_OUTPUTS, values,
                           G_N_ELEMENTS (values));
}

/* ---- after the audit */

static int
compare_days (gconstpointer a, gconstpointer b)
{
  int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

  return left < right ? -1 : left > right;
}

/* Last days of the audits, sorted. */
static GArray *
audit_days (const QmsNode *system)
{
  QmsItems audits = qms_items (system, QMS_SYSTEM_AUDITS);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int64_t));
  int64_t day;

  for (size_t i = 0; i < audits.count; i++)
    if (qms_day (audits.slots[i].node, QMS_AUDIT_TO, &day) || qms_day (audits.slots[i].node, QMS_AUDIT_FROM, &day))
      g_array_append_val (days, day);
  g_array_sort (days, compare_days);
  return days;
}

/* Whether one of the sorted days is in first…last. */
static bool
any_between (const GArray *days, int64_t first, int64_t last)
{
  guint low = 0, high = days->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (days, int64_t, middle) < first)
      low = middle + 1;
    else
      high = middle;
  }
  return low < days->len && g_array_index (days, int64_t, low) <= last;
}

static void
report_unaudited (QmsCheck *check, const QmsNode *review, int months)
{
  g_auto (QmsWords) date = date_of (review);
  g_auto (QmsWords) count = qms_words_int (months);
  QmsValue values[] = { qms_value_words ("date", date), qms_value_words ("months", count) };

  qms_check_report_values (check, QMS_RULE_REVIEW_WITHOUT_AUDIT, review, QMS_MANAGEMENT_REVIEW_DATE, values,
                           G_N_ELEMENTS (values));
}

/* Whether there are audits at all is the framework's question. */
void
qms_rule_review_without_audit (QmsCheck *check, const QmsNode *system)
{
  QmsItems reviews = qms_items (system, QMS_SYSTEM_MANAGEMENT_REVIEWS);
  g_autoptr (GArray) days = reviews.count > 0 ? audit_days (system) : NULL;
  int months = qms_check_parameter (check, "soThangDanhGia", MONTHS);
  int64_t day;

  for (size_t i = 0; days && days->len > 0 && i < reviews.count; i++)
    if (qms_day (reviews.slots[i].node, QMS_MANAGEMENT_REVIEW_DATE, &day)
        && !any_between (days, qms_months_before (day, months), day))
      report_unaudited (check, reviews.slots[i].node, months);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about figures of cases: they balance, are on time, and late cases are apologised for. */
#include "rules/index.h"
#include "rules/objective.h"

static int64_t
figure (const QmsNode *statistics, uint32_t field)
{
  return qms_node_get_int (statistics, field);
}

static int64_t
in_time (const QmsNode *statistics)
{
  return figure (statistics, QMS_CASE_STATISTICS_EARLY) + figure (statistics, QMS_CASE_STATISTICS_ON_TIME);
}

static int64_t
settled (const QmsNode *statistics)
{
  return in_time (statistics) + figure (statistics, QMS_CASE_STATISTICS_LATE);
}

static void
report_two (QmsCheck *check, int rule, const QmsNode *statistics, uint32_t field, const char *first, int64_t one,
            const char *second, int64_t other)
{
  g_auto (QmsWords) left = qms_words_int (one);
  g_auto (QmsWords) right = qms_words_int (other);
  QmsValue values[] = { qms_value_words (first, left), qms_value_words (second, right) };

  qms_check_report_values (check, rule, statistics, field, values, G_N_ELEMENTS (values));
}

/* ---- consistency */

void
qms_rule_statistics_period_inverted (QmsCheck *check, const QmsNode *statistics)
{
  qms_check_days (check, QMS_RULE_STATISTICS_PERIOD_INVERTED, statistics, QMS_CASE_STATISTICS_FROM, "from",
                  QMS_CASE_STATISTICS_TO, "to", NULL, NULL);
}

/* Judged only if both ends and what is pending are given: other counters are 0 when there is nothing to count. */
void
qms_rule_statistics_unbalanced (QmsCheck *check, const QmsNode *statistics)
{
  int64_t in = figure (statistics, QMS_CASE_STATISTICS_OPENING) + figure (statistics, QMS_CASE_STATISTICS_RECEIVED);
  int64_t out = settled (statistics) + figure (statistics, QMS_CASE_STATISTICS_PENDING)
                + figure (statistics, QMS_CASE_STATISTICS_WITHDRAWN);

  if (in != out && qms_case_statistics_has_opening (statistics) && qms_case_statistics_has_received (statistics)
      && qms_case_statistics_has_pending (statistics))
    report_two (check, QMS_RULE_STATISTICS_UNBALANCED, statistics, 0, "in", in, "out", out);
}

void
qms_rule_statistics_part_exceeds_whole (QmsCheck *check, const QmsNode *statistics)
{
  static const struct {
    uint32_t part, whole;
    const char *part_name[2], *whole_name[2];
  } pairs[] = {
    { QMS_CASE_STATISTICS_ONLINE,
      QMS_CASE_STATISTICS_RECEIVED,
      { "tiếp nhận trực tuyến", "received online" },
      { "tiếp nhận", "received" } },
    { QMS_CASE_STATISTICS_PENDING_LATE,
      QMS_CASE_STATISTICS_PENDING,
      { "đang giải quyết đã quá hạn", "pending and late" },
      { "đang giải quyết", "pending" } },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (pairs); i++) {
    int64_t part = figure (statistics, pairs[i].part), whole = figure (statistics, pairs[i].whole);
    if (part <= whole || !qms_filled (statistics, pairs[i].whole))
      continue;
    g_auto (QmsWords) n = qms_words_int (part);
    g_auto (QmsWords) total = qms_words_int (whole);
    QmsValue values[] = { qms_value_both ("part", pairs[i].part_name[0], pairs[i].part_name[1]),
                          qms_value_words ("n", n),
                          qms_value_both ("whole", pairs[i].whole_name[0], pairs[i].whole_name[1]),
                          qms_value_words ("total", total) };
    qms_check_report_values (check, QMS_RULE_STATISTICS_PART_EXCEEDS_WHOLE, statistics, pairs[i].part, values,
                             G_N_ELEMENTS (values));
  }
}

/* ---- performance */

static void
report_rate (QmsCheck *check, const QmsNode *statistics, QmsDecimal rate, int64_t end, const QmsNode *objective)
{
  QmsDecimal target = { 0, 0 };
  qms_decimal (objective, QMS_OBJECTIVE_TARGET, &target);
  g_auto (QmsWords) percent = qms_words_decimal (rate);
  g_auto (QmsWords) wanted = qms_words_decimal (target);
  g_auto (QmsWords) to = qms_words_day (end);
  QmsValue values[] = { qms_value_words ("rate", percent), qms_value_words ("to", to),
                        qms_value_words ("target", wanted),
                        qms_value ("objective", qms_text (objective, QMS_OBJECTIVE_ID)) };

  qms_check_report_values (check, QMS_RULE_ON_TIME_BELOW_OBJECTIVE, statistics, QMS_CASE_STATISTICS_ON_TIME, values,
                           G_N_ELEMENTS (values));
}

/* The objective is about all cases; where nothing was settled there is no rate. */
void
qms_rule_on_time_below_objective (QmsCheck *check, const QmsNode *statistics)
{
  int64_t all = settled (statistics), end;
  const QmsNode *objective;

  if (all == 0 || qms_case_statistics_has_administrative_procedure (statistics)
      || !qms_day (statistics, QMS_CASE_STATISTICS_TO, &end))
    return;
  objective = qms_check_rate_objective (check, QMS_RATE_ON_TIME, qms_year_of (end));
  QmsDecimal rate = { in_time (statistics) * 10000 / all, 2 };
  if (objective && !qms_objective_is_met (objective, rate))
    report_rate (check, statistics, rate, end, objective);
}

void
qms_rule_apologies_missing (QmsCheck *check, const QmsNode *statistics)
{
  int64_t late = figure (statistics, QMS_CASE_STATISTICS_LATE) + figure (statistics, QMS_CASE_STATISTICS_PENDING_LATE);
  int64_t apologies = figure (statistics, QMS_CASE_STATISTICS_APOLOGIES);

  if (late > apologies)
    report_two (check, QMS_RULE_APOLOGIES_MISSING, statistics, QMS_CASE_STATISTICS_APOLOGIES, "late", late, "apologies",
                apologies);
}

void
qms_rule_supplements_many (QmsCheck *check, const QmsNode *statistics)
{
  int64_t supplements = figure (statistics, QMS_CASE_STATISTICS_SUPPLEMENTS);
  int64_t received = figure (statistics, QMS_CASE_STATISTICS_RECEIVED);

  if (supplements > received && qms_case_statistics_has_received (statistics))
    report_two (check, QMS_RULE_SUPPLEMENTS_MANY, statistics, QMS_CASE_STATISTICS_SUPPLEMENTS, "supplements",
                supplements, "received", received);
}

/* ---- of the system */

static const char *
subject_of (const QmsNode *statistics)
{
  return qms_text (statistics, QMS_CASE_STATISTICS_ADMINISTRATIVE_PROCEDURE);
}

/* Figures of all procedures together do. */
static bool
are_all_per_procedure (QmsItems all)
{
  for (size_t i = 0; i < all.count; i++)
    if (*subject_of (all.slots[i].node) == '\0')
      return false;
  return all.count > 0;
}

static bool
is_carried_out (const QmsNode *tthc)
{
  bool out = qms_administrative_procedure_has_in_scope (tthc) && !qms_administrative_procedure_get_in_scope (tthc);

  return !out && qms_administrative_procedure_has_procedure (tthc);
}

void
qms_rule_tthc_without_figures (QmsCheck *check, const QmsNode *system)
{
  QmsItems all = qms_items (system, QMS_SYSTEM_CASE_STATISTICS);
  QmsItems procedures = qms_items (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES);
  g_autoptr (GHashTable) counted = NULL;

  if (!are_all_per_procedure (all))
    return;
  counted = g_hash_table_new (NULL, NULL);
  for (size_t i = 0; i < all.count; i++)
    g_hash_table_add (counted,
                      qms_node_resolve (all.slots[i].node, QMS_CASE_STATISTICS_ADMINISTRATIVE_PROCEDURE));
  for (size_t i = 0; i < procedures.count; i++) {
    const QmsNode *tthc = procedures.slots[i].node;
    qms_check_expect (check, !is_carried_out (tthc) || g_hash_table_contains (counted, tthc),
                      QMS_RULE_TTHC_WITHOUT_FIGURES, tthc, 0, "name",
                      qms_text (tthc, QMS_ADMINISTRATIVE_PROCEDURE_NAME));
  }
}

/* By subject, then by first day. */
static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const QmsNode *left = *(const QmsNode *const *)a, *right = *(const QmsNode *const *)b;
  int order = g_strcmp0 (subject_of (left), subject_of (right));
  int64_t from = 0, other = 0;

  qms_day (left, QMS_CASE_STATISTICS_FROM, &from);
  qms_day (right, QMS_CASE_STATISTICS_FROM, &other);
  return order != 0 ? order : from < other ? -1 : from > other;
}

static void
check_neighbours (QmsCheck *check, const QmsNode *before, const QmsNode *after)
{
  int64_t from, to;

  if (g_strcmp0 (subject_of (before), subject_of (after)) != 0 || !qms_day (before, QMS_CASE_STATISTICS_TO, &to)
      || !qms_day (after, QMS_CASE_STATISTICS_FROM, &from) || from > to)
    return;
  g_auto (QmsWords) start = qms_words_day (from);
  g_auto (QmsWords) end = qms_words_day (to);
  QmsValue values[] = { qms_value_words ("from", start), qms_value_words ("to", end) };
  qms_check_report_values (check, QMS_RULE_STATISTICS_OVERLAP, after, QMS_CASE_STATISTICS_FROM, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_statistics_overlap (QmsCheck *check, const QmsNode *system)
{
  QmsItems all = qms_items (system, QMS_SYSTEM_CASE_STATISTICS);
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new ((guint)all.count);

  for (size_t i = 0; i < all.count; i++)
    g_ptr_array_add (sorted, all.slots[i].node);
  g_ptr_array_sort (sorted, compare_periods);
  for (guint i = 1; i < sorted->len; i++)
    check_neighbours (check, sorted->pdata[i - 1], sorted->pdata[i]);
}

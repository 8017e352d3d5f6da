/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about working calendars. */
#include "rules/facts.h"
#include "workflow/calendar.h"

#include <string.h>

enum { LAST_OFFSET = 14 * 60 };
#define NO_DAY G_MININT64

/* ---- times of the day */

static void
expect_clock (QmsCheck *check, const QmsNode *node, uint32_t field, int32_t last)
{
  const char *text = qms_text (node, field);
  int32_t minutes = qms_clock_minutes (*text == '+' || *text == '-' ? text + 1 : text);

  if (qms_filled (node, field))
    qms_check_expect (check, minutes >= 0 && minutes <= last, QMS_RULE_CALENDAR_CLOCK, node, field, "value", text);
}

void
qms_rule_calendar_clock (QmsCheck *check, const QmsNode *node)
{
  if (qms_node_type (node) == qms_type_by_id (QMS_TYPE_WORKING_INTERVAL)) {
    expect_clock (check, node, QMS_WORKING_INTERVAL_FROM, QMS_DAY_MINUTES - 1);
    expect_clock (check, node, QMS_WORKING_INTERVAL_TO, QMS_DAY_MINUTES);
    return;
  }
  expect_clock (check, node, QMS_WORKING_CALENDAR_SAME_DAY_UNTIL, QMS_DAY_MINUTES - 1);
  expect_clock (check, node, QMS_WORKING_CALENDAR_UTC_OFFSET, LAST_OFFSET);
}

/* False if one of the times is none: another rule says so. */
static bool
span_of (const QmsNode *interval, QmsSpan *span)
{
  span->from = qms_clock_minutes (qms_working_interval_get_from (interval));
  span->to = qms_clock_minutes (qms_working_interval_get_to (interval));
  return span->from >= 0 && span->from < QMS_DAY_MINUTES && span->to >= 0;
}

void
qms_rule_interval_order (QmsCheck *check, const QmsNode *interval)
{
  QmsSpan span;

  if (span_of (interval, &span) && span.to <= span.from)
    qms_check_report (check, QMS_RULE_INTERVAL_ORDER, interval, QMS_WORKING_INTERVAL_TO, "from",
                      qms_working_interval_get_from (interval), "to", qms_working_interval_get_to (interval), NULL);
}

static int
compare_beginnings (const void *a, const void *b)
{
  const QmsNode *const *one = a, *const *other = b;

  return g_strcmp0 (qms_working_interval_get_from (*one), qms_working_interval_get_from (*other));
}

/* Texts of the form HH:MM compare as times do. */
void
qms_rule_intervals_overlap (QmsCheck *check, const QmsNode *node)
{
  bool pattern = qms_node_type (node) == qms_type_by_id (QMS_TYPE_WORKING_PATTERN);
  QmsItems items = qms_items (node, pattern ? QMS_WORKING_PATTERN_INTERVALS : QMS_DAY_WORKED_INTERVALS);
  g_autofree const QmsNode **sorted = g_new (const QmsNode *, items.count);
  const char *end = "";

  for (size_t i = 0; i < items.count; i++)
    sorted[i] = items.slots[i].node;
  if (items.count > 1)
    qsort (sorted, items.count, sizeof *sorted, compare_beginnings);
  for (size_t i = 0; i < items.count; i++) {
    const char *from = qms_text (sorted[i], QMS_WORKING_INTERVAL_FROM),
               *to = qms_text (sorted[i], QMS_WORKING_INTERVAL_TO);
    if (strcmp (from, end) < 0)
      qms_check_report (check, QMS_RULE_INTERVALS_OVERLAP, sorted[i], 0, "from", from, "to", end, NULL);
    if (strcmp (to, end) > 0)
      end = to;
  }
}

/* ---- the week */

static int32_t
last_weekday (const QmsNode *pattern)
{
  return qms_working_pattern_has_last (pattern) ? qms_working_pattern_get_last (pattern)
                                                : qms_working_pattern_get_first (pattern);
}

void
qms_rule_weekday_twice (QmsCheck *check, const QmsNode *calendar)
{
  QmsItems patterns = qms_items (calendar, QMS_WORKING_CALENDAR_PATTERNS);
  bool seen[QMS_WEEKDAY_SUNDAY + 1] = { false };

  for (size_t i = 0; i < patterns.count; i++) {
    const QmsNode *pattern = patterns.slots[i].node;
    for (int32_t day = qms_working_pattern_get_first (pattern); day && day <= last_weekday (pattern); day++) {
      QmsValue value = qms_value_label ("weekday", QMS_WORKING_PATTERN_FIRST, day);
      if (seen[day])
        qms_check_report_values (check, QMS_RULE_WEEKDAY_TWICE, pattern, 0, &value, 1);
      seen[day] = true;
    }
  }
}

static bool
is_worked (const QmsNode *pattern)
{
  bool counts = !qms_working_pattern_has_counts (pattern) || qms_working_pattern_get_counts (pattern);

  return counts && qms_working_pattern_has_intervals (pattern)
         && qms_working_pattern_get_first (pattern) <= last_weekday (pattern);
}

void
qms_rule_pattern_without_time (QmsCheck *check, const QmsNode *calendar)
{
  QmsItems patterns = qms_items (calendar, QMS_WORKING_CALENDAR_PATTERNS);
  bool worked = qms_working_calendar_has_based_on (calendar);

  for (size_t i = 0; i < patterns.count; i++)
    worked = worked || is_worked (patterns.slots[i].node);
  qms_check_expect (check, worked, QMS_RULE_PATTERN_WITHOUT_TIME, calendar, 0, "code",
                    qms_text (calendar, QMS_WORKING_CALENDAR_CODE));
}

/* ---- what it is based on, its years */

void
qms_rule_calendar_base_unknown (QmsCheck *check, const QmsNode *calendar)
{
  const char *name = qms_working_calendar_get_based_on (calendar);
  g_autoptr (QmsDocument) base = NULL;

  if (name)
    qms_check_expect (check, qms_calendar_shipped (name, &base, NULL) == QMS_OK, QMS_RULE_CALENDAR_BASE_UNKNOWN,
                      calendar, QMS_WORKING_CALENDAR_BASED_ON, "name", name);
}

static void
report_years (QmsCheck *check, int rule, const QmsNode *calendar, const QmsNode *node, const char *day_name,
              int64_t day)
{
  g_auto (QmsWords) first = qms_words_int (qms_working_calendar_get_first_year (calendar));
  g_auto (QmsWords) last = qms_words_int (qms_working_calendar_get_last_year (calendar));
  g_auto (QmsWords) words = qms_words_day (day);
  QmsValue values[] = { qms_value_words ("first", first), qms_value_words ("last", last),
                        qms_value_words (day_name, words) };

  qms_check_report_values (check, rule, node, 0, values, *day_name ? 3 : 2);
}

static bool
has_years (const QmsNode *calendar)
{
  return qms_working_calendar_has_first_year (calendar) && qms_working_calendar_has_last_year (calendar);
}

void
qms_rule_calendar_years_order (QmsCheck *check, const QmsNode *calendar)
{
  if (has_years (calendar)
      && qms_working_calendar_get_last_year (calendar) < qms_working_calendar_get_first_year (calendar))
    report_years (check, QMS_RULE_CALENDAR_YEARS_ORDER, calendar, calendar, "", 0);
}

static void
expect_inside (QmsCheck *check, const QmsNode *calendar, const QmsNode *node, uint32_t field)
{
  int64_t day;

  if (!qms_day (node, field, &day))
    return;
  if (qms_year_of (day) < qms_working_calendar_get_first_year (calendar)
      || qms_year_of (day) > qms_working_calendar_get_last_year (calendar))
    report_years (check, QMS_RULE_CALENDAR_DAY_OUTSIDE, calendar, node, "day", day);
}

void
qms_rule_calendar_day_outside (QmsCheck *check, const QmsNode *calendar)
{
  QmsItems off = qms_items (calendar, QMS_WORKING_CALENDAR_DAYS_OFF);
  QmsItems worked = qms_items (calendar, QMS_WORKING_CALENDAR_DAYS_WORKED);

  if (!has_years (calendar)
      || qms_working_calendar_get_last_year (calendar) < qms_working_calendar_get_first_year (calendar))
    return;
  for (size_t i = 0; i < off.count; i++)
    expect_inside (check, calendar, off.slots[i].node, QMS_DAY_OFF_DATE);
  for (size_t i = 0; i < worked.count; i++)
    expect_inside (check, calendar, worked.slots[i].node, QMS_DAY_WORKED_DATE);
}

/* ---- days */

/* First and last day of days off; false if another rule says that they are wrong. */
static bool
range_of (const QmsNode *off, int64_t *first, int64_t *last)
{
  if (!qms_day (off, QMS_DAY_OFF_DATE, first))
    return false;
  if (!qms_day (off, QMS_DAY_OFF_UNTIL, last))
    *last = *first;
  return *last >= *first && *last - *first <= QMS_LONGEST_BREAK;
}

void
qms_rule_day_off_range (QmsCheck *check, const QmsNode *off)
{
  int64_t first, last;

  if (range_of (off, &first, &last) || !qms_day_off_has_date (off))
    return;
  g_auto (QmsWords) from = qms_words_day (first);
  g_auto (QmsWords) to = qms_words_day (last);
  QmsValue values[] = { qms_value_words ("from", from), qms_value_words ("to", to) };
  qms_check_report_values (check, QMS_RULE_DAY_OFF_RANGE, off, QMS_DAY_OFF_UNTIL, values, G_N_ELEMENTS (values));
}

static void
report_day (QmsCheck *check, int rule, const QmsNode *node, int64_t day)
{
  g_auto (QmsWords) words = qms_words_day (day);
  QmsValue value = qms_value_words ("day", words);

  qms_check_report_values (check, rule, node, 0, &value, 1);
}

/* The days that `off` adds to the set; the first that was in it already, else NO_DAY. */
static int64_t
enter_days (GHashTable *days, int64_t first, int64_t last)
{
  int64_t repeated = NO_DAY;

  for (int64_t day = first; day <= last; day++)
    if (!g_hash_table_add (days, GINT_TO_POINTER ((int)day)) && repeated == NO_DAY)
      repeated = day;
  return repeated;
}

/* The days off of the calendar itself. */
static GHashTable *
days_off (const QmsNode *calendar)
{
  QmsItems off = qms_items (calendar, QMS_WORKING_CALENDAR_DAYS_OFF);
  GHashTable *days = g_hash_table_new (NULL, NULL);
  int64_t first, last;

  for (size_t i = 0; i < off.count; i++)
    if (range_of (off.slots[i].node, &first, &last))
      enter_days (days, first, last);
  return days;
}

void
qms_rule_day_off_twice (QmsCheck *check, const QmsNode *calendar)
{
  QmsItems off = qms_items (calendar, QMS_WORKING_CALENDAR_DAYS_OFF);
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  int64_t first, last, repeated;

  for (size_t i = 0; i < off.count; i++) {
    if (!range_of (off.slots[i].node, &first, &last))
      continue;
    repeated = enter_days (days, first, last);
    if (repeated != NO_DAY)
      report_day (check, QMS_RULE_DAY_OFF_TWICE, off.slots[i].node, repeated);
  }
}

void
qms_rule_day_off_and_worked (QmsCheck *check, const QmsNode *calendar)
{
  QmsItems worked = qms_items (calendar, QMS_WORKING_CALENDAR_DAYS_WORKED);
  g_autoptr (GHashTable) days = days_off (calendar);
  int64_t day;

  for (size_t i = 0; i < worked.count; i++)
    if (qms_day (worked.slots[i].node, QMS_DAY_WORKED_DATE, &day)
        && g_hash_table_contains (days, GINT_TO_POINTER ((int)day)))
      report_day (check, QMS_RULE_DAY_OFF_AND_WORKED, worked.slots[i].node, day);
}

static void
report_swap (QmsCheck *check, const QmsNode *worked, int64_t replaced)
{
  int64_t day = 0;
  qms_day (worked, QMS_DAY_WORKED_DATE, &day);
  g_auto (QmsWords) worked_words = qms_words_day (day);
  g_auto (QmsWords) replaced_words = qms_words_day (replaced);
  QmsValue values[] = { qms_value_words ("day", worked_words), qms_value_words ("replaced", replaced_words) };

  qms_check_report_values (check, QMS_RULE_SWAP_WITHOUT_DAY_OFF, worked, QMS_DAY_WORKED_REPLACES, values,
                           G_N_ELEMENTS (values));
}

/* A calendar that is based on another may leave the day off to that one. */
void
qms_rule_swap_without_day_off (QmsCheck *check, const QmsNode *calendar)
{
  QmsItems worked = qms_items (calendar, QMS_WORKING_CALENDAR_DAYS_WORKED);
  g_autoptr (GHashTable) days = days_off (calendar);
  int64_t replaced;

  if (qms_working_calendar_has_based_on (calendar))
    return;
  for (size_t i = 0; i < worked.count; i++)
    if (qms_day (worked.slots[i].node, QMS_DAY_WORKED_REPLACES, &replaced)
        && !g_hash_table_contains (days, GINT_TO_POINTER ((int)replaced)))
      report_swap (check, worked.slots[i].node, replaced);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Sums over days: in the known years by table, before and after them by the week alone. */
#include "core/number.h"
#include "workflow/calendar.h"

#include <qms/model.h>

/* The Monday before 1970-01-01. */
enum { FIRST_MONDAY = -3 };

int
qms_day_weekday (int64_t day)
{
  return (int)(day - FIRST_MONDAY - qms_divide_down (day - FIRST_MONDAY, QMS_WEEK) * QMS_WEEK);
}

static bool
is_known (const QmsCalendar *calendar, int64_t day)
{
  return day >= calendar->first && day < calendar->first + calendar->n_days;
}

const QmsHours *
qms_calendar_hours (const QmsCalendar *calendar, int64_t day)
{
  uint32_t hours =
      is_known (calendar, day) ? calendar->days[day - calendar->first].hours : calendar->week[qms_day_weekday (day)];

  return &g_array_index (calendar->hours, QmsHours, hours);
}

const QmsDayNote *
qms_calendar_note (const QmsCalendar *calendar, int64_t day)
{
  uint32_t note = is_known (calendar, day) ? calendar->days[day - calendar->first].note : 0;

  return note ? &g_array_index (calendar->notes, QmsDayNote, note - 1) : NULL;
}

/* ---- the week alone, from its first Monday on */

static int64_t
weekly_before (const QmsCalendar *calendar, QmsSum sum, int64_t day)
{
  const int64_t *before = calendar->week_before[sum];

  return qms_divide_down (day - FIRST_MONDAY, QMS_WEEK) * before[QMS_WEEK] + before[qms_day_weekday (day)];
}

static int64_t
weekly_find (const QmsCalendar *calendar, QmsSum sum, int64_t target)
{
  const int64_t *before = calendar->week_before[sum];
  int64_t weeks = qms_divide_down (target, before[QMS_WEEK]), rest = target - weeks * before[QMS_WEEK];
  int weekday = 0;

  while (before[weekday + 1] <= rest)
    weekday++;
  return weeks * QMS_WEEK + weekday + FIRST_MONDAY;
}

/* ---- all days */

int64_t
qms_calendar_before (const QmsCalendar *calendar, QmsSum sum, int64_t day)
{
  int64_t end = calendar->first + calendar->n_days;

  if (day < calendar->first)
    return weekly_before (calendar, sum, day) - weekly_before (calendar, sum, calendar->first);
  if (day <= end)
    return calendar->days[day - calendar->first].before[sum];
  return calendar->days[calendar->n_days].before[sum] + weekly_before (calendar, sum, day)
         - weekly_before (calendar, sum, end);
}

/* The last known day before which the sum is at most `target`. */
static int64_t
search (const QmsCalendar *calendar, QmsSum sum, int64_t target)
{
  int64_t low = 0, high = calendar->n_days;

  while (high - low > 1) {
    int64_t middle = low + (high - low) / 2;
    if (calendar->days[middle].before[sum] <= target)
      low = middle;
    else
      high = middle;
  }
  return calendar->first + low;
}

int64_t
qms_calendar_find (const QmsCalendar *calendar, QmsSum sum, int64_t target)
{
  int64_t end = calendar->first + calendar->n_days, total = calendar->days[calendar->n_days].before[sum];

  if (target < 0)
    return weekly_find (calendar, sum, target + weekly_before (calendar, sum, calendar->first));
  if (target >= total)
    return weekly_find (calendar, sum, target - total + weekly_before (calendar, sum, end));
  return search (calendar, sum, target);
}

int32_t
qms_calendar_certainty (const QmsCalendar *calendar, int64_t first, int64_t last)
{
  if (!is_known (calendar, first) || !is_known (calendar, last))
    return QMS_CALENDAR_OUTSIDE;
  return qms_calendar_before (calendar, QMS_SUM_DOUBTS, last + 1)
                 > qms_calendar_before (calendar, QMS_SUM_DOUBTS, first)
             ? QMS_CALENDAR_UNSURE
             : QMS_CALENDAR_SURE;
}

/* ---- filling in */

static void
sum_week (QmsCalendar *calendar)
{
  for (int weekday = 0; weekday < QMS_WEEK; weekday++) {
    const QmsHours *hours = &g_array_index (calendar->hours, QmsHours, calendar->week[weekday]);
    calendar->week_before[QMS_SUM_MINUTES][weekday + 1] =
        calendar->week_before[QMS_SUM_MINUTES][weekday] + hours->minutes;
    calendar->week_before[QMS_SUM_DAYS][weekday + 1] = calendar->week_before[QMS_SUM_DAYS][weekday] + hours->counts;
  }
}

/* Whether another source might make something else of the day: what is said of it is not confirmed and differs from
 * what the week says. */
static bool
is_doubtful (const QmsCalendar *calendar, const QmsDay *day, uint32_t usual)
{
  const QmsDayNote *note = day->note ? &g_array_index (calendar->notes, QmsDayNote, day->note - 1) : NULL;

  if (!note || note->certainty <= QMS_CERTAINTY_CONFIRMED)
    return false;
  return day->hours != usual || (note->kind == QMS_DAY_OFF_KIND_OPEN && usual != QMS_NO_HOURS);
}

bool
qms_calendar_sum_up (QmsCalendar *calendar)
{
  sum_week (calendar);
  for (int64_t i = 0; i < calendar->n_days; i++) {
    QmsDay *day = &calendar->days[i];
    const QmsHours *hours = &g_array_index (calendar->hours, QmsHours, day->hours);
    day[1].before[QMS_SUM_MINUTES] = day->before[QMS_SUM_MINUTES] + hours->minutes;
    day[1].before[QMS_SUM_DAYS] = day->before[QMS_SUM_DAYS] + hours->counts;
    day[1].before[QMS_SUM_DOUBTS] =
        day->before[QMS_SUM_DOUBTS]
        + is_doubtful (calendar, day, calendar->week[qms_day_weekday (calendar->first + i)]);
  }
  return calendar->week_before[QMS_SUM_DAYS][QMS_WEEK] > 0;
}

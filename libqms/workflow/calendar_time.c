/* SPDX-License-Identifier: Apache-2.0 */
/* Working time as a line: every moment has its place in working minutes, every place its moment. */
#include "core/error.h"
#include "core/kind.h"
#include "core/number.h"
#include "gen/rules.h"
#include "workflow/calendar_time.h"

enum { MAX_ADDED = 10 * 366 * QMS_DAY_MINUTES };

/* ---- moments */

bool
qms_calendar_holds (const QmsCalendar *calendar, int64_t seconds)
{
  return qms_datetime_valid (seconds, calendar->utc_offset);
}

QmsLocal
qms_calendar_local (const QmsCalendar *calendar, int64_t seconds)
{
  int64_t local = seconds + calendar->utc_offset * 60;
  int64_t day = qms_divide_down (local, QMS_DAY_SECONDS);

  return (QmsLocal){ day, (int32_t)((local - day * QMS_DAY_SECONDS) / 60) };
}

int64_t
qms_calendar_moment (const QmsCalendar *calendar, QmsLocal local)
{
  return local.day * QMS_DAY_SECONDS + (local.minute - calendar->utc_offset) * 60;
}

/* ---- hours of a day */

static const QmsSpan *
spans_of (const QmsCalendar *calendar, const QmsHours *hours)
{
  return &g_array_index (calendar->spans, QmsSpan, hours->first);
}

/* Working minutes of the day before `minute`. */
static int32_t
worked_before (const QmsCalendar *calendar, const QmsHours *hours, int32_t minute)
{
  const QmsSpan *spans = spans_of (calendar, hours);
  int32_t worked = 0;

  for (uint32_t i = 0; i < hours->count && spans[i].from < minute; i++)
    worked += MIN (minute, spans[i].to) - spans[i].from;
  return worked;
}

/* When the working minute that follows `worked` others begins; there is one. */
static int32_t
minute_after (const QmsCalendar *calendar, const QmsHours *hours, int32_t worked)
{
  const QmsSpan *span = spans_of (calendar, hours);

  for (; worked >= span->to - span->from; span++)
    worked -= span->to - span->from;
  return span->from + worked;
}

int32_t
qms_hours_end (const QmsCalendar *calendar, const QmsHours *hours)
{
  return hours->count ? spans_of (calendar, hours)[hours->count - 1].to : 0;
}

/* ---- the line */

static int64_t
place_of (const QmsCalendar *calendar, int64_t seconds)
{
  QmsLocal local = qms_calendar_local (calendar, seconds);

  return qms_calendar_before (calendar, QMS_SUM_MINUTES, local.day)
         + worked_before (calendar, qms_calendar_hours (calendar, local.day), local.minute);
}

/* When the working minute at `place` begins. */
static int64_t
moment_at (const QmsCalendar *calendar, int64_t place)
{
  int64_t day = qms_calendar_find (calendar, QMS_SUM_MINUTES, place);
  int32_t worked = (int32_t)(place - qms_calendar_before (calendar, QMS_SUM_MINUTES, day));

  return qms_calendar_moment (calendar,
                              (QmsLocal){ day, minute_after (calendar, qms_calendar_hours (calendar, day), worked) });
}

int64_t
qms_calendar_run (const QmsCalendar *calendar, int64_t start, int64_t minutes)
{
  int64_t place;

  if (minutes == 0)
    return start;
  place = place_of (calendar, start) + minutes;
  return minutes > 0 ? moment_at (calendar, place - 1) + 60 : moment_at (calendar, place);
}

QmsStatus
qms_calendar_add (const QmsCalendar *calendar, int64_t start, int64_t minutes, int64_t *end, int32_t *certainty,
                  QmsError **error)
{
  int64_t moment;

  if (!calendar || !end)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  if (!qms_calendar_holds (calendar, start))
    return qms_fail (error, QMS_MSG_MOMENT_OUTSIDE, NULL, NULL);
  if (minutes < -MAX_ADDED || minutes > MAX_ADDED)
    return qms_fail (error, QMS_MSG_LIMIT_RANGE, NULL, NULL);
  moment = qms_calendar_run (calendar, start, minutes);
  if (!qms_calendar_holds (calendar, moment))
    return qms_fail (error, QMS_MSG_MOMENT_OUTSIDE, NULL, NULL);
  *end = moment;
  if (certainty)
    *certainty = qms_calendar_certainty (calendar, qms_calendar_local (calendar, MIN (start, moment)).day,
                                         qms_calendar_local (calendar, MAX (start, moment)).day);
  return QMS_OK;
}

/* The nearest moment that the years 1 to 9999 hold. */
static int64_t
clamp_moment (const QmsCalendar *calendar, int64_t seconds)
{
  int64_t first = qms_date_pack (1, 1, 2).integer * QMS_DAY_SECONDS;
  int64_t last = qms_date_pack (9999, 12, 31).integer * QMS_DAY_SECONDS - 1;

  return qms_calendar_holds (calendar, seconds) ? seconds : CLAMP (seconds, first, last);
}

int64_t
qms_calendar_between (const QmsCalendar *calendar, int64_t from, int64_t to)
{
  if (!calendar)
    return 0;
  return place_of (calendar, clamp_moment (calendar, to)) - place_of (calendar, clamp_moment (calendar, from));
}

/* SPDX-License-Identifier: Apache-2.0 */
/* When time limits end. */
#include "core/error.h"
#include "core/kind.h"
#include "core/number.h"
#include "gen/rules.h"
#include "workflow/calendar_time.h"

#include <qms/model.h>

enum { MAX_SCALE = 18, EXACT_SCALE = 15, MAX_YEARS = 100, MAX_HOURS = 10 * 366 * 24 };

/* A time limit taken apart. */
typedef struct {
  int32_t unit;    /* of `whole`: QMS_DURATION_UNIT_…; years are months */
  int64_t whole;   /* units counted by days */
  int64_t minutes; /* of working time, after them */
  int64_t seconds; /* of any time */
} Limit;

/* ---- taking a limit apart */

/* `rest` / `power` of `whole`, a part of a minute or second taken for a whole one. */
static int64_t
part_of (int64_t rest, int64_t power, int64_t whole)
{
  return (rest * whole + power - 1) / power;
}

/* Greatest number of whole units. */
static int64_t
most_of (int32_t unit)
{
  switch (unit) {
  case QMS_DURATION_UNIT_WORKING_HOUR:
    return MAX_HOURS;
  case QMS_DURATION_UNIT_HOUR:
    return MAX_YEARS * 366 * 24;
  case QMS_DURATION_UNIT_MONTH:
    return MAX_YEARS * 12;
  case QMS_DURATION_UNIT_YEAR:
    return MAX_YEARS;
  default:
    return MAX_YEARS * 366;
  }
}

static bool
take_apart (const QmsCalendar *calendar, QmsDuration duration, Limit *limit)
{
  int64_t power = qms_power_of_ten (duration.amount.scale), rest = duration.amount.mantissa % power;
  int64_t whole = duration.amount.mantissa / power;

  *limit = (Limit){ .unit = duration.unit };
  if (whole > most_of (duration.unit))
    return false;
  switch (duration.unit) {
  case QMS_DURATION_UNIT_WORKING_HOUR:
    limit->minutes = whole * 60 + part_of (rest, power, 60);
    return true;
  case QMS_DURATION_UNIT_HOUR:
    limit->seconds = whole * 3600 + part_of (rest, power, 3600);
    return true;
  case QMS_DURATION_UNIT_YEAR:
    limit->unit = QMS_DURATION_UNIT_MONTH;
    limit->whole = whole * 12 + rest * 12 / power;
    return rest * 12 % power == 0;
  case QMS_DURATION_UNIT_MONTH:
    limit->whole = whole;
    return rest == 0;
  default:
    limit->whole = whole;
    limit->minutes = part_of (rest, power, calendar->day_minutes);
    return true;
  }
}

/* Without zeros at the end, so that 5.0 is 5. */
static QmsDuration
reduce (QmsDuration duration)
{
  while (duration.amount.scale > 0 && duration.amount.mantissa % 10 == 0) {
    duration.amount.mantissa /= 10;
    duration.amount.scale--;
  }
  return duration;
}

/* ---- whole units */

/* The first day from `day` on that counts as a working day. */
static int64_t
move_on (const QmsCalendar *calendar, int64_t day)
{
  return qms_calendar_find (calendar, QMS_SUM_DAYS, qms_calendar_before (calendar, QMS_SUM_DAYS, day));
}

/* The day of that number so many months later, or the last of that month. */
static int64_t
add_months (int64_t day, int64_t months)
{
  int year, month, date;

  qms_date_unpack ((QmsSlot){ .integer = day }, &year, &month, &date);
  months += year * 12 + month - 1;
  year = (int)(months / 12);
  month = (int)(months % 12) + 1;
  return MIN (qms_date_pack (year, month, date).integer, qms_date_pack (year, month + 1, 1).integer - 1);
}

static int64_t
last_day (const QmsCalendar *calendar, int64_t first, int32_t unit, int64_t count)
{
  switch (unit) {
  case QMS_DURATION_UNIT_WORKING_DAY:
    return qms_calendar_find (calendar, QMS_SUM_DAYS,
                              qms_calendar_before (calendar, QMS_SUM_DAYS, first + 1) + count - 1);
  case QMS_DURATION_UNIT_DAY:
    return move_on (calendar, first + count);
  default:
    return move_on (calendar, add_months (first, count));
  }
}

static int64_t
end_of_day (const QmsCalendar *calendar, int64_t day)
{
  return qms_calendar_moment (calendar,
                              (QmsLocal){ day, qms_hours_end (calendar, qms_calendar_hours (calendar, day)) });
}

static int64_t
end_of_whole (const QmsCalendar *calendar, int64_t start, int32_t unit, int64_t count)
{
  if (count == 0)
    return start;
  return end_of_day (calendar, last_day (calendar, qms_calendar_local (calendar, start).day, unit, count));
}

/* A part of a day follows the whole ones in working time, and never ends later than one more whole day would. */
static int64_t
end_of_limit (const QmsCalendar *calendar, int64_t start, const Limit *limit)
{
  int64_t whole = end_of_whole (calendar, start, limit->unit, limit->whole), end;

  if (limit->minutes == 0)
    return whole + limit->seconds;
  end = qms_calendar_run (calendar, whole, limit->minutes);
  if (limit->unit == QMS_DURATION_UNIT_WORKING_HOUR)
    return end;
  return MIN (end, end_of_whole (calendar, start, limit->unit, limit->whole + 1));
}

/* ---- public */

/* The days that decide: the day of the start does where working time runs in it. */
static int32_t
certainty_of (const QmsCalendar *calendar, int64_t start, int64_t end, const Limit *limit)
{
  int64_t first = qms_calendar_local (calendar, start).day, last = qms_calendar_local (calendar, end).day;

  return qms_calendar_certainty (calendar, first + (limit->whole > 0 && first < last), last);
}

QmsStatus
qms_calendar_due (const QmsCalendar *calendar, int64_t start, int64_t mantissa, int32_t scale, int32_t unit,
                  int64_t *due, int32_t *certainty, QmsError **error)
{
  QmsDuration duration = { { mantissa, scale }, unit };
  Limit limit;
  int64_t end;

  if (!calendar || !due || scale < 0 || scale > MAX_SCALE || unit < QMS_DURATION_UNIT_WORKING_HOUR
      || unit > QMS_DURATION_UNIT_YEAR)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "calendar, scale, unit, due", NULL);
  if (!qms_calendar_holds (calendar, start))
    return qms_fail (error, QMS_MSG_MOMENT_OUTSIDE, NULL, NULL);
  duration = reduce (duration);
  if (mantissa < 0 || duration.amount.scale > EXACT_SCALE || !take_apart (calendar, duration, &limit))
    return qms_fail (error, QMS_MSG_LIMIT_RANGE, NULL, NULL);
  end = end_of_limit (calendar, start, &limit);
  if (!qms_calendar_holds (calendar, end))
    return qms_fail (error, QMS_MSG_MOMENT_OUTSIDE, NULL, NULL);
  *due = end;
  if (certainty)
    *certainty = certainty_of (calendar, start, end, &limit);
  return QMS_OK;
}

/* Whether what is received then is still handled on that day: not after the hour, be it by seconds. */
static bool
is_in_time (const QmsCalendar *calendar, int64_t received)
{
  QmsLocal local = qms_calendar_local (calendar, received);
  const QmsHours *hours = qms_calendar_hours (calendar, local.day);
  QmsLocal last = { local.day, calendar->same_day_until };

  return hours->counts && local.minute < qms_hours_end (calendar, hours)
         && received <= qms_calendar_moment (calendar, last);
}

QmsStatus
qms_calendar_same_day_due (const QmsCalendar *calendar, int64_t received, int64_t *due, int32_t *certainty,
                           QmsError **error)
{
  QmsLocal local;
  int64_t day, end;

  if (!calendar || !due)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  if (!qms_calendar_holds (calendar, received))
    return qms_fail (error, QMS_MSG_MOMENT_OUTSIDE, NULL, NULL);
  local = qms_calendar_local (calendar, received);
  day = is_in_time (calendar, received) ? local.day : move_on (calendar, local.day + 1);
  end = end_of_day (calendar, day);
  if (!qms_calendar_holds (calendar, end))
    return qms_fail (error, QMS_MSG_MOMENT_OUTSIDE, NULL, NULL);
  *due = end;
  if (certainty)
    *certainty = qms_calendar_certainty (calendar, local.day, day);
  return QMS_OK;
}

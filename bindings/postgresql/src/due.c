/* SPDX-License-Identifier: Apache-2.0 */
/* qms_due_at and its kin: when a time limit ends, how sure the calendar is of that, working time between two times. */
#include "calendar.h"
#include "find.h"
#include "functions.h"
#include "moment.h"
#include "text.h"

#include "miscadmin.h"
#include "utils/timestamp.h"

/* One of the ways to compute an end from a start and the text or number that is the second argument. */
typedef QmsStatus (*Compute) (Guard *guard, FunctionCallInfo fcinfo, const QmsCalendar *calendar, int64_t start,
                              int64_t *end, int32_t *certainty);

static QmsStatus
by_limit (Guard *guard, FunctionCallInfo fcinfo, const QmsCalendar *calendar, int64_t start, int64_t *end,
          int32_t *certainty)
{
  int64_t mantissa;
  int32_t scale, unit;
  QmsStatus status = qms_limit_parse (pgqms_argument (fcinfo, 1), &mantissa, &scale, &unit, &guard->error);

  return status ? status : qms_calendar_due (calendar, start, mantissa, scale, unit, end, certainty, &guard->error);
}

static QmsStatus
by_minutes (Guard *guard, FunctionCallInfo fcinfo, const QmsCalendar *calendar, int64_t start, int64_t *end,
            int32_t *certainty)
{
  return qms_calendar_add (calendar, start, PG_GETARG_INT64 (1), end, certainty, &guard->error);
}

static QmsStatus
on_the_day (Guard *guard, FunctionCallInfo fcinfo pg_attribute_unused (), const QmsCalendar *calendar, int64_t start,
            int64_t *end, int32_t *certainty)
{
  return qms_calendar_same_day_due (calendar, start, end, certainty, &guard->error);
}

/* The first argument is the start, the last one the calendar. */
static int64
compute (FunctionCallInfo fcinfo, Compute way, int32_t *certainty)
{
  const QmsCalendar *calendar;
  Guard *guard;
  int64_t end;

  CHECK_FOR_INTERRUPTS ();
  calendar = pgqms_calendar (fcinfo, PG_NARGS () - 1);
  guard = pgqms_guard_new ();
  if (way (guard, fcinfo, calendar, pgqms_seconds (PG_GETARG_TIMESTAMPTZ (0)), &end, certainty))
    pgqms_fail (guard);
  pgqms_guard_free (guard);
  return end;
}

Datum
core_due_at (PG_FUNCTION_ARGS)
{
  return pgqms_time (compute (fcinfo, by_limit, NULL));
}

Datum
core_add_minutes (PG_FUNCTION_ARGS)
{
  return pgqms_time (compute (fcinfo, by_minutes, NULL));
}

Datum
core_same_day_due_at (PG_FUNCTION_ARGS)
{
  return pgqms_time (compute (fcinfo, on_the_day, NULL));
}

Datum
core_due_certainty (PG_FUNCTION_ARGS)
{
  static const char *const words[] = {
    [QMS_CALENDAR_SURE] = "sure",
    [QMS_CALENDAR_UNSURE] = "unsure",
    [QMS_CALENDAR_OUTSIDE] = "outside",
  };
  int32_t certainty;

  compute (fcinfo, by_limit, &certainty);
  return pgqms_text (words[certainty]);
}

Datum
core_working_minutes (PG_FUNCTION_ARGS)
{
  const QmsCalendar *calendar = pgqms_calendar (fcinfo, 2);

  PG_RETURN_INT64 (qms_calendar_between (calendar, pgqms_seconds (PG_GETARG_TIMESTAMPTZ (0)),
                                         pgqms_seconds (PG_GETARG_TIMESTAMPTZ (1))));
}

/* A time limit as people write it, as files have it. */
Datum
core_duration (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_guard_new ();
  int64_t mantissa;
  int32_t scale, unit;

  if (qms_limit_parse (pgqms_argument (fcinfo, 0), &mantissa, &scale, &unit, &guard->error))
    pgqms_fail (guard);
  pgqms_guard_free (guard);
  return pgqms_text (pgqms_duration (mantissa, scale, unit));
}

/* SPDX-License-Identifier: Apache-2.0 */
/* qms_is_working_day, qms_day_name, qms_day, qms_calendar_info: what a calendar says of a day, and of itself. */
#include "calendar.h"
#include "functions.h"
#include "moment.h"
#include "rows.h"
#include "text.h"

Datum
core_is_working_day (PG_FUNCTION_ARGS)
{
  int year, month, day;

  pgqms_split_day (PG_GETARG_DATEADT (0), &year, &month, &day);
  PG_RETURN_BOOL (qms_calendar_is_working_day (pgqms_calendar (fcinfo, 1), year, month, day) == 1);
}

Datum
core_day_name (PG_FUNCTION_ARGS)
{
  const char *name;
  int year, month, day;

  pgqms_split_day (PG_GETARG_DATEADT (0), &year, &month, &day);
  name = qms_calendar_day_name (pgqms_calendar (fcinfo, 1), year, month, day);
  if (!name)
    PG_RETURN_NULL ();
  return pgqms_text (name);
}

/* Arguments: day, calendar. */
Datum
core_day (PG_FUNCTION_ARGS)
{
  const QmsCalendar *calendar = pgqms_calendar (fcinfo, 1);
  Guard *guard = pgqms_guard_new ();
  int year, month, day;
  Rows rows;

  pgqms_split_day (PG_GETARG_DATEADT (0), &year, &month, &day);
  pgqms_rows_begin (&rows, fcinfo, guard);
  pgqms_put_bool (&rows, qms_calendar_is_working_day (calendar, year, month, day) == 1);
  pgqms_put_text (&rows, qms_calendar_day_name (calendar, year, month, day));
  pgqms_put_text (&rows, qms_enum_value_name (qms_enum_by_name ("day_off_kind"),
                                              qms_calendar_day_kind (calendar, year, month, day)));
  pgqms_put_text (&rows, qms_enum_value_name (qms_enum_by_name ("certainty"),
                                              qms_calendar_day_certainty (calendar, year, month, day)));
  pgqms_row_end (&rows);
  pgqms_guard_free (guard);
  return (Datum)0;
}

Datum
core_calendar_info (PG_FUNCTION_ARGS)
{
  const QmsCalendar *calendar = pgqms_calendar (fcinfo, 0);
  Guard *guard = pgqms_guard_new ();
  Rows rows;

  pgqms_rows_begin (&rows, fcinfo, guard);
  pgqms_put_text (&rows, qms_calendar_id (calendar));
  pgqms_put_int (&rows, qms_calendar_day_minutes (calendar), true);
  pgqms_put_int (&rows, qms_calendar_utc_offset (calendar), true);
  pgqms_row_end (&rows);
  pgqms_guard_free (guard);
  return (Datum)0;
}

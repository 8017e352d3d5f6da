/* SPDX-License-Identifier: Apache-2.0 */
/* What a calendar says of itself and of its days. */
#include "core/kind.h"
#include "workflow/calendar.h"

const char *
qms_calendar_id (const QmsCalendar *calendar)
{
  return calendar ? calendar->id : NULL;
}

int32_t
qms_calendar_day_minutes (const QmsCalendar *calendar)
{
  return calendar ? calendar->day_minutes : 0;
}

int32_t
qms_calendar_utc_offset (const QmsCalendar *calendar)
{
  return calendar ? calendar->utc_offset : 0;
}

int32_t
qms_calendar_is_working_day (const QmsCalendar *calendar, int32_t year, int32_t month, int32_t day)
{
  if (!calendar || !qms_date_valid (year, month, day))
    return -1;
  return qms_calendar_hours (calendar, qms_date_pack (year, month, day).integer)->count > 0;
}

static const QmsDayNote *
note_of (const QmsCalendar *calendar, int32_t year, int32_t month, int32_t day)
{
  if (!calendar || !qms_date_valid (year, month, day))
    return NULL;
  return qms_calendar_note (calendar, qms_date_pack (year, month, day).integer);
}

const char *
qms_calendar_day_name (const QmsCalendar *calendar, int32_t year, int32_t month, int32_t day)
{
  const QmsDayNote *note = note_of (calendar, year, month, day);

  return note ? note->name : NULL;
}

int32_t
qms_calendar_day_kind (const QmsCalendar *calendar, int32_t year, int32_t month, int32_t day)
{
  const QmsDayNote *note = note_of (calendar, year, month, day);

  return note ? note->kind : 0;
}

int32_t
qms_calendar_day_certainty (const QmsCalendar *calendar, int32_t year, int32_t month, int32_t day)
{
  const QmsDayNote *note = note_of (calendar, year, month, day);

  return note ? note->certainty : 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Working calendars: working time, days off, days worked instead, and when something is due. Times are seconds since
 * 1970-01-01T00:00:00Z; a calendar knows its own offset from UTC. A calendar is immutable and may be shared by
 * threads. */
#ifndef QMS_CALENDAR_H
#define QMS_CALENDAR_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct QmsCalendar QmsCalendar; /* a compiled calendar; counted, immutable */

/* How sure a calendar is of the days that an answer depends on. */
enum {
  QMS_CALENDAR_SURE = 0,   /* all days are announced and confirmed */
  QMS_CALENDAR_UNSURE = 1, /* a day that counts is not confirmed, or only second-hand */
  QMS_CALENDAR_OUTSIDE = 2 /* a day that counts lies outside the known years, where only the week is known */
};

/* Compiles a calendar document (root lich) with what it is based on. The document is not kept. The caller drops the
 * reference to `*calendar`. QMS_ERROR_ARGUMENT for another root, QMS_ERROR_NOT_FOUND if what it is based on is not
 * known, QMS_ERROR_VALUE for a week without working time, an interval or date that is none, years outside 1900 to
 * 2200. */
QMS_API QmsStatus qms_calendar_new (QmsDocument *document, QmsCalendar **calendar, QmsError **error);
/* Loads a shipped calendar by identifier ("vn") or a file by path. QMS_ERROR_NOT_FOUND if there is neither. */
QMS_API QmsStatus qms_calendar_load (const char *name, QmsCalendar **calendar, QmsError **error);
/* Takes another reference, returns `calendar`. Thread-safe. */
QMS_API QmsCalendar *qms_calendar_ref (QmsCalendar *calendar);
/* Drops a reference; NULL is allowed. Thread-safe. */
QMS_API void qms_calendar_unref (QmsCalendar *calendar);
/* Identifier; owned by the calendar. */
QMS_API const char *qms_calendar_id (const QmsCalendar *calendar);
/* Minutes of a working day, the measure for fractions of a day (480 for eight hours). */
QMS_API int32_t qms_calendar_day_minutes (const QmsCalendar *calendar);
/* Offset of its local time from UTC in minutes (420 for Vietnam). */
QMS_API int32_t qms_calendar_utc_offset (const QmsCalendar *calendar);
/* 1 if the day has working time, 0 if it is a day off, -1 if there is no such day. */
QMS_API int32_t qms_calendar_is_working_day (const QmsCalendar *calendar, int32_t year, int32_t month, int32_t day);
/* What the calendar names the day, such as "Tết Nguyên đán"; NULL if it says nothing of that day. Owned by the
 * calendar. */
QMS_API const char *qms_calendar_day_name (const QmsCalendar *calendar, int32_t year, int32_t month, int32_t day);
/* Why the calendar names the day off: QMS_DAY_OFF_KIND_…; 0 for other days, also those that the week leaves free. */
QMS_API int32_t qms_calendar_day_kind (const QmsCalendar *calendar, int32_t year, int32_t month, int32_t day);
/* How sure is what the calendar says of the day in particular: QMS_CERTAINTY_…; 0 if it says nothing. */
QMS_API int32_t qms_calendar_day_certainty (const QmsCalendar *calendar, int32_t year, int32_t month, int32_t day);

/* When a time limit of mantissa × 10^-scale units (QMS_DURATION_UNIT_…) that begins at `start` ends. Working hours
 * run in working minutes from `start`, hours in any minutes. Whole working days, days, months and years are counted
 * from the day after `start` and end with the working time of the last day, which moves on to the next working day
 * if it is a day off (Civil Code 2015 on time limits); a month ends on the day of the same number or the last of
 * that month. A part of a day, also of a calendar day, is that part of qms_calendar_day_minutes: it runs in working
 * minutes after the whole days, or from `start` if there are none, and does not end later than one more whole day
 * would. So a longer limit of the same unit never ends earlier. No time at all ends at `start`. Parts of a minute
 * are taken for a minute, seconds left out. QMS_ERROR_VALUE for a negative limit, for more than a hundred years
 * (ten, in working hours), for a part of a month, outside the years 1 to 9999; QMS_ERROR_ARGUMENT for a scale
 * outside 0 to 18 or no unit. `*certainty` (QMS_CALENDAR_…) may be NULL. */
QMS_API QmsStatus qms_calendar_due (const QmsCalendar *calendar, int64_t start, int64_t mantissa, int32_t scale,
                                    int32_t unit, int64_t *due, int32_t *certainty, QmsError **error);
/* Parses a time limit as files have it ("5 ngayLamViec") or as people write it ("02 (hai) ngày làm việc", "0,5 ngày",
 * "½ ngày", "4 working hours") into mantissa × 10^-scale units (QMS_DURATION_UNIT_…). Minutes become hours where
 * hundredths of an hour are exact ("30 phút"). QMS_ERROR_VALUE if it is none; then nothing is changed. */
QMS_API QmsStatus qms_limit_parse (const char *text, int64_t *mantissa, int32_t *scale, int32_t *unit,
                                   QmsError **error);
/* When the result of a same-day procedure is due: the end of the working day of receipt, or of the next one for what
 * is received after the calendar's hour (15:00), be it by a second, when the day's work has ended, or on a day off. */
QMS_API QmsStatus qms_calendar_same_day_due (const QmsCalendar *calendar, int64_t received, int64_t *due,
                                             int32_t *certainty, QmsError **error);
/* The moment `minutes` of working time after `start` (before it, if negative): the end of the last of these minutes,
 * or the beginning of the first. QMS_ERROR_VALUE beyond ten years. */
QMS_API QmsStatus qms_calendar_add (const QmsCalendar *calendar, int64_t start, int64_t minutes, int64_t *end,
                                    int32_t *certainty, QmsError **error);
/* Minutes of working time from `from` to `to`; negative if `to` is earlier. Seconds are left out. Moments outside
 * the years 1 to 9999 are taken for the nearest inside. */
QMS_API int64_t qms_calendar_between (const QmsCalendar *calendar, int64_t from, int64_t to);

#ifdef __cplusplus
}
#endif
#endif

/* SPDX-License-Identifier: Apache-2.0 */
/* Moments, days and minutes of a calendar, without checks. */
#pragma once

#include "workflow/calendar.h"

/* A moment in local time. */
typedef struct {
  int64_t day;
  int32_t minute;
} QmsLocal;

/* Whether the years 1 to 9999 hold the moment. */
bool qms_calendar_holds (const QmsCalendar *calendar, int64_t seconds);
QmsLocal qms_calendar_local (const QmsCalendar *calendar, int64_t seconds);
int64_t qms_calendar_moment (const QmsCalendar *calendar, QmsLocal local);
/* When the working time of a day ends; 0 if it has none. */
int32_t qms_hours_end (const QmsCalendar *calendar, const QmsHours *hours);
/* The moment `minutes` of working time after `start`, or before it. */
int64_t qms_calendar_run (const QmsCalendar *calendar, int64_t start, int64_t minutes);

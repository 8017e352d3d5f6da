/* SPDX-License-Identifier: Apache-2.0 */
/* Working calendars as arguments of SQL functions. */
#ifndef PGQMS_CALENDAR_H
#define PGQMS_CALENDAR_H

#include "guard.h"

/* The calendar of an argument: one of the library's own by name, or a document; NULL if it is null. It is kept for
 * the next row of the query. */
QmsCalendar *pgqms_calendar (FunctionCallInfo fcinfo, int argument);

#endif

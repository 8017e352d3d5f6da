/* SPDX-License-Identifier: Apache-2.0 */
/* Days and times between the server and the library. */
#ifndef PGQMS_MOMENT_H
#define PGQMS_MOMENT_H

#include "postgres.h"

#include "utils/date.h"

/* Whole seconds since 1970, downwards; infinity is an SQL error. */
int64 pgqms_seconds (TimestampTz time);
/* Seconds since 1970 as a time. */
Datum pgqms_time (int64 seconds);
/* Year, month and day; what is none of the years 1 to 9999 is an SQL error. */
void pgqms_split_day (DateADT day, int *year, int *month, int *date);
Datum pgqms_day (int year, int month, int date);

#endif

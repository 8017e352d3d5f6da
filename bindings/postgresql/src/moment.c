/* SPDX-License-Identifier: Apache-2.0 */
/* The server counts days and microseconds from 2000, the library seconds from 1970. */
#include "moment.h"

#include "utils/datetime.h"
#include "utils/timestamp.h"

#define EPOCH_SECONDS ((int64)(POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE) * SECS_PER_DAY)
#define FIRST_DAY (date2j (1, 1, 1) - POSTGRES_EPOCH_JDATE)
#define LAST_DAY (date2j (9999, 12, 31) - POSTGRES_EPOCH_JDATE)

int64
pgqms_seconds (TimestampTz time)
{
  if (TIMESTAMP_NOT_FINITE (time))
    ereport (ERROR, (errcode (ERRCODE_DATETIME_VALUE_OUT_OF_RANGE), errmsg ("infinity is no time that could count")));
  return time / USECS_PER_SEC - (time % USECS_PER_SEC < 0) + EPOCH_SECONDS;
}

Datum
pgqms_time (int64 seconds)
{
  return TimestampTzGetDatum ((seconds - EPOCH_SECONDS) * USECS_PER_SEC);
}

void
pgqms_split_day (DateADT day, int *year, int *month, int *date)
{
  if (day < FIRST_DAY || day > LAST_DAY)
    ereport (ERROR, (errcode (ERRCODE_DATETIME_VALUE_OUT_OF_RANGE), errmsg ("no day of the years 1 to 9999")));
  j2date (day + POSTGRES_EPOCH_JDATE, year, month, date);
}

Datum
pgqms_day (int year, int month, int date)
{
  return DateADTGetDatum (date2j (year, month, date) - POSTGRES_EPOCH_JDATE);
}

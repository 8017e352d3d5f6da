/* SPDX-License-Identifier: Apache-2.0 */
/* Works out due dates from random moments and prints how many a second: bench-due [COUNT]. */
#define _POSIX_C_SOURCE 200809L

#include <qms.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { FIRST = 1420045200, YEARS = 13 }; /* 2015-01-01 in Vietnam */

static double
seconds_now (void)
{
  struct timespec now;
  clock_gettime (CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A linear congruence: the same moments each time. */
static uint32_t
next_random (uint64_t *state)
{
  *state = *state * UINT64_C (6364136223846793005) + UINT64_C (1442695040888963407);
  return (uint32_t)(*state >> 33);
}

int
main (int argc, char **argv)
{
  long count = argc > 1 ? atol (argv[1]) : 5000000;
  uint64_t state = 1;
  int64_t sum = 0;
  QmsCalendar *calendar = NULL;

  if (qms_calendar_load ("vn", &calendar, NULL) != QMS_OK)
    return 2;
  double begin = seconds_now ();
  for (long i = 0; i < count; i++) {
    int64_t start = FIRST + (int64_t)(next_random (&state) % (YEARS * 365U * 1440U)) * 60, due = 0;
    int32_t unit = (int32_t)(next_random (&state) % 6) + QMS_DURATION_UNIT_WORKING_HOUR, certainty;
    int64_t amount = unit >= QMS_DURATION_UNIT_MONTH ? 1 : next_random (&state) % 300;
    if (qms_calendar_due (calendar, start, amount, unit >= QMS_DURATION_UNIT_MONTH ? 0 : 1, unit, &due, &certainty,
                          NULL)
        != QMS_OK)
      return 2;
    sum += due;
  }
  double seconds = seconds_now () - begin;
  printf ("%ld due dates in %.2f s: %.0f a second (check %lld)\n", count, seconds, (double)count / seconds,
          (long long)sum);
  qms_calendar_unref (calendar);
  return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Durations as exact integers, for sums and comparisons. Working time, calendar time and months are never converted
 * into each other: nobody knows how many working days a month or a holiday week has. */
#pragma once

#include "core/kind.h"
#include "core/words.h"

#include <stdbool.h>

typedef enum {
  QMS_TIME_WORKING,  /* working hours and days of eight hours */
  QMS_TIME_CALENDAR, /* hours and days of 24 hours */
  QMS_TIME_MONTHS,   /* months and years */
  QMS_TIME_CLASSES,
} QmsTimeClass;

typedef struct {
  QmsTimeClass time;
  int64_t amount; /* millionths of a minute, or of a month */
} QmsMeasure;

/* False if the duration is longer than a million units or finer than a millionth: no sane document says so, and sums
 * of the rest cannot overflow. */
bool qms_measure (QmsDuration duration, QmsMeasure *measure);
/* Sum that stops at the greatest number instead of running over. */
int64_t qms_time_add (int64_t a, int64_t b);
/* Measure of a duration field; false if absent or not measurable. */
bool qms_measure_field (const QmsNode *node, uint32_t field, QmsMeasure *measure);
/* The amount as a duration in `unit` (QMS_DURATION_UNIT_…) if that is exact to four places, else in a smaller unit; false if
 * that is not exact either. */
bool qms_measure_duration (QmsMeasure measure, int unit, QmsDuration *duration);
/* The amount in words, in `unit` (QMS_DURATION_UNIT_…) if that is exact to four places, else in a smaller one. */
QmsWords qms_measure_words (QmsMeasure measure, int unit);
/* "thời gian làm việc", "working time". */
const char *qms_time_class_name (QmsTimeClass time, int lang);

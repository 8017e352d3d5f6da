/* SPDX-License-Identifier: Apache-2.0 */
/* Durations as exact integers. */
#include "workflow/measure.h"

#include <qms/model.h>
#include <qms/node.h>
#include <qms/workflow.h>

G_STATIC_ASSERT ((int)QMS_TIME_WORKING == QMS_WORKFLOW_WORKING && (int)QMS_TIME_CALENDAR == QMS_WORKFLOW_CALENDAR
                 && (int)QMS_TIME_MONTHS == QMS_WORKFLOW_MONTHS);

enum { MILLION = 1000000, PLACES = 4, TEN_THOUSAND = 10000 };

/* A unit: its class and how many minutes (or months) it has. */
typedef struct {
  QmsTimeClass time;
  int64_t size;
} Unit;

static const Unit units[] = {
  [QMS_DURATION_UNIT_WORKING_HOUR] = { QMS_TIME_WORKING, 60 },
  [QMS_DURATION_UNIT_WORKING_DAY] = { QMS_TIME_WORKING, 8 * 60 },
  [QMS_DURATION_UNIT_HOUR] = { QMS_TIME_CALENDAR, 60 },
  [QMS_DURATION_UNIT_DAY] = { QMS_TIME_CALENDAR, 24 * 60 },
  [QMS_DURATION_UNIT_MONTH] = { QMS_TIME_MONTHS, 1 },
  [QMS_DURATION_UNIT_YEAR] = { QMS_TIME_MONTHS, 12 },
};

bool
qms_measure (QmsDuration duration, QmsMeasure *measure)
{
  int64_t millionths = duration.amount.mantissa;

  if (duration.unit <= 0 || (size_t)duration.unit >= G_N_ELEMENTS (units) || duration.amount.scale > 6
      || millionths < 0)
    return false;
  for (int scale = duration.amount.scale; scale < 6; scale++) {
    if (millionths > (int64_t)MILLION * MILLION)
      return false;
    millionths *= 10;
  }
  if (millionths > (int64_t)MILLION * MILLION)
    return false;
  measure->time = units[duration.unit].time;
  measure->amount = millionths * units[duration.unit].size;
  return true;
}

bool
qms_measure_field (const QmsNode *node, uint32_t field, QmsMeasure *measure)
{
  int64_t mantissa;
  int32_t scale, unit;

  return qms_node_get_duration (node, field, &mantissa, &scale, &unit) == QMS_OK
         && qms_measure ((QmsDuration){ { mantissa, scale }, unit }, measure);
}

int64_t
qms_time_add (int64_t a, int64_t b)
{
  int64_t sum;

  if (__builtin_add_overflow (a, b, &sum))
    return a < 0 ? INT64_MIN : INT64_MAX;
  return sum;
}

/* The amount in `unit`, with at most four places; false if that is not exact. */
static bool
express (int64_t amount, const Unit *unit, QmsDecimal *decimal)
{
  int64_t whole = unit->size * MILLION, rest = amount % whole * TEN_THOUSAND;

  decimal->mantissa = amount / whole * TEN_THOUSAND + rest / whole;
  decimal->scale = PLACES;
  return rest % whole == 0;
}

bool
qms_measure_duration (QmsMeasure measure, int unit, QmsDuration *duration)
{
  int smaller = measure.time == QMS_TIME_CALENDAR ? QMS_DURATION_UNIT_HOUR : QMS_DURATION_UNIT_WORKING_HOUR;

  duration->unit = unit;
  if (express (measure.amount, &units[unit], &duration->amount))
    return true;
  duration->unit = measure.time == QMS_TIME_MONTHS ? QMS_DURATION_UNIT_MONTH : smaller;
  return express (measure.amount, &units[duration->unit], &duration->amount);
}

QmsWords
qms_measure_words (QmsMeasure measure, int unit)
{
  bool months = measure.time == QMS_TIME_MONTHS;
  QmsDuration duration;

  if (qms_measure_duration (measure, unit, &duration))
    return qms_words_duration (duration);
  g_auto (QmsWords) small = qms_words_decimal ((QmsDecimal){ measure.amount, 6 });
  return (QmsWords){ { g_strdup_printf ("%s %s", small.text[QMS_LANG_VI], months ? "tháng" : "phút"),
                       g_strdup_printf ("%s %s", small.text[QMS_LANG_EN], months ? "months" : "minutes") } };
}

const char *
qms_time_class_name (QmsTimeClass time, int lang)
{
  static const char *const names[QMS_TIME_CLASSES][2] = {
    [QMS_TIME_WORKING] = { "thời gian làm việc", "working time" },
    [QMS_TIME_CALENDAR] = { "thời gian theo lịch", "calendar time" },
    [QMS_TIME_MONTHS] = { "tháng", "months" },
  };

  return names[time][lang];
}

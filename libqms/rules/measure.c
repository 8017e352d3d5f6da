/* SPDX-License-Identifier: Apache-2.0 */
/* Durations as exact integers. */
#include "rules/measure.h"

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
  QmsDuration duration;

  return qms_duration (node, field, &duration) && qms_measure (duration, measure);
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

QmsWords
qms_measure_words (QmsMeasure measure, int unit)
{
  QmsDuration duration = { .unit = unit };
  int smaller = measure.time == QMS_TIME_CALENDAR ? QMS_DURATION_UNIT_HOUR : QMS_DURATION_UNIT_WORKING_HOUR;

  if (express (measure.amount, &units[unit], &duration.amount))
    return qms_words_duration (duration);
  if (measure.time != QMS_TIME_MONTHS && express (measure.amount, &units[smaller], &duration.amount)) {
    duration.unit = smaller;
    return qms_words_duration (duration);
  }
  g_auto (QmsWords) small = qms_words_decimal ((QmsDecimal){ measure.amount, 6 });
  bool months = measure.time == QMS_TIME_MONTHS;
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

/* SPDX-License-Identifier: Apache-2.0 */
/* Dates as days since 1970-01-01; times as seconds above twelve bits of offset. */
#include "core/kind_parts.h"
#include "core/text.h"

#include <string.h>

enum { OFFSET_BITS = 12, OFFSET_BIAS = 1 << (OFFSET_BITS - 1), MAX_OFFSET = 14 * 60, SECONDS_PER_DAY = 86400 };

/* Days of the proleptic Gregorian calendar, by eras of 400 years that begin in March. */
static int64_t
days_from_civil (int year, int month, int day)
{
  int64_t y = month <= 2 ? year - 1 : year;
  int64_t era = (y >= 0 ? y : y - 399) / 400;
  int64_t year_of_era = y - era * 400;
  int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static void
civil_from_days (int64_t days, int *year, int *month, int *day)
{
  int64_t z = days + 719468;
  int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  int64_t day_of_era = z - era * 146097;
  int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t shifted = (5 * day_of_year + 2) / 153;

  *day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1);
  *month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
  *year = (int)(year_of_era + era * 400 + (*month <= 2));
}

bool
qms_date_valid (int year, int month, int day)
{
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1
         && day <= g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year);
}

QmsSlot
qms_date_pack (int year, int month, int day)
{
  return (QmsSlot){ .integer = days_from_civil (year, month, day) };
}

void
qms_date_unpack (QmsSlot slot, int *year, int *month, int *day)
{
  civil_from_days (slot.integer, year, month, day);
}

bool
qms_datetime_valid (int64_t seconds, int offset)
{
  int64_t first = days_from_civil (1, 1, 2) * SECONDS_PER_DAY, last = days_from_civil (9999, 12, 31) * SECONDS_PER_DAY;

  return seconds >= first && seconds < last && offset >= -MAX_OFFSET && offset <= MAX_OFFSET;
}

QmsSlot
qms_datetime_pack (int64_t seconds, int offset)
{
  return (QmsSlot){ .integer = (int64_t)((uint64_t)seconds << OFFSET_BITS | (unsigned)(offset + OFFSET_BIAS)) };
}

void
qms_datetime_unpack (QmsSlot slot, int64_t *seconds, int *offset)
{
  *seconds = slot.integer >> OFFSET_BITS;
  *offset = (int)(slot.integer & ((1 << OFFSET_BITS) - 1)) - OFFSET_BIAS;
}

int
qms_datetime_compare (QmsSlot a, QmsSlot b)
{
  int64_t left = a.integer >> OFFSET_BITS, right = b.integer >> OFFSET_BITS;

  return (left > right) - (left < right);
}

/* Matches `form`, in which 9 stands for a digit, against exactly its length of text. */
static bool
has_form (const char *text, size_t length, const char *form)
{
  if (length != strlen (form))
    return false;
  for (size_t i = 0; i < length; i++)
    if (form[i] == '9' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return false;
  return true;
}

static int
number_at (const char *text, size_t digits)
{
  int number = 0;

  for (size_t i = 0; i < digits; i++)
    number = number * 10 + (text[i] - '0');
  return number;
}

QmsValueStatus
qms_date_parse (const QmsField *field G_GNUC_UNUSED, const char *text, size_t length, QmsArena *arena G_GNUC_UNUSED,
                QmsSlot *slot)
{
  int year, month, day;

  qms_text_trim (&text, &length);
  if (!has_form (text, length, "9999-99-99"))
    return QMS_VALUE_MALFORMED;
  year = number_at (text, 4);
  month = number_at (text + 5, 2);
  day = number_at (text + 8, 2);
  if (!qms_date_valid (year, month, day))
    return QMS_VALUE_RANGE;
  *slot = qms_date_pack (year, month, day);
  return QMS_VALUE_OK;
}

void
qms_date_format (const QmsField *field G_GNUC_UNUSED, QmsSlot slot, GString *out)
{
  int year, month, day;

  qms_date_unpack (slot, &year, &month, &day);
  g_string_append_printf (out, "%04d-%02d-%02d", year, month, day);
}

/* "Z" or "+07:00" into minutes. */
static bool
parse_offset (const char *text, size_t length, int *offset)
{
  if (length == 1 && *text == 'Z') {
    *offset = 0;
    return true;
  }
  if (!has_form (text, length, "+99:99") && !has_form (text, length, "-99:99"))
    return false;
  *offset = number_at (text + 1, 2) * 60 + number_at (text + 4, 2);
  if (number_at (text + 4, 2) > 59 || *offset > MAX_OFFSET)
    return false;
  if (*text == '-')
    *offset = -*offset;
  return true;
}

QmsValueStatus
qms_datetime_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot)
{
  QmsSlot day;
  int hour, minute, second, offset;
  int64_t seconds;
  QmsValueStatus status;

  qms_text_trim (&text, &length);
  if (length < 20 || !has_form (text + 10, 9, "T99:99:99") || !parse_offset (text + 19, length - 19, &offset))
    return QMS_VALUE_MALFORMED;
  status = qms_date_parse (field, text, 10, arena, &day);
  hour = number_at (text + 11, 2);
  minute = number_at (text + 14, 2);
  second = number_at (text + 17, 2);
  if (status != QMS_VALUE_OK)
    return status;
  if (hour > 23 || minute > 59 || second > 59)
    return QMS_VALUE_RANGE;
  seconds = day.integer * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second - offset * 60;
  if (!qms_datetime_valid (seconds, offset))
    return QMS_VALUE_RANGE;
  *slot = qms_datetime_pack (seconds, offset);
  return QMS_VALUE_OK;
}

void
qms_datetime_format (const QmsField *field, QmsSlot slot, GString *out)
{
  int64_t seconds, local, days;
  int offset, rest;

  qms_datetime_unpack (slot, &seconds, &offset);
  local = seconds + offset * 60;
  days = local >= 0 ? local / SECONDS_PER_DAY : -((SECONDS_PER_DAY - 1 - local) / SECONDS_PER_DAY);
  rest = (int)(local - days * SECONDS_PER_DAY);
  qms_date_format (field, (QmsSlot){ .integer = days }, out);
  g_string_append_printf (out, "T%02d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60);
  if (offset == 0)
    g_string_append_c (out, 'Z');
  else
    g_string_append_printf (out, "%c%02d:%02d", offset < 0 ? '-' : '+', ABS (offset) / 60, ABS (offset) % 60);
}

int64_t
qms_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return qms_date_pack (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now))
      .integer;
}

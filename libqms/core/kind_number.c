/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers, enumerations and durations of the table of kinds. */
#include "core/kind_parts.h"
#include "core/text.h"

#include <string.h>

/* ---- whole numbers */

bool
qms_integer_equal (QmsSlot a, QmsSlot b)
{
  return a.integer == b.integer;
}

int
qms_integer_compare (QmsSlot a, QmsSlot b)
{
  return (a.integer > b.integer) - (a.integer < b.integer);
}

/* Digits into a number below 10^18; false if there is anything else or too many. */
static QmsValueStatus
parse_digits (const char *text, size_t length, int64_t *number)
{
  *number = 0;
  if (length == 0)
    return QMS_VALUE_MALFORMED;
  for (size_t i = 0; i < length; i++) {
    if (!g_ascii_isdigit (text[i]))
      return QMS_VALUE_MALFORMED;
    if (*number >= G_GINT64_CONSTANT (100000000000000000))
      return QMS_VALUE_RANGE;
    *number = *number * 10 + (text[i] - '0');
  }
  return QMS_VALUE_OK;
}

QmsValueStatus
qms_integer_parse (const QmsField *field G_GNUC_UNUSED, const char *text, size_t length, QmsArena *arena G_GNUC_UNUSED,
                   QmsSlot *slot)
{
  bool negative;
  QmsValueStatus status;

  qms_text_trim (&text, &length);
  negative = length && *text == '-';
  status = parse_digits (text + negative, length - negative, &slot->integer);
  if (negative)
    slot->integer = -slot->integer;
  return status;
}

enum { LONGEST_NUMBER = 24 };

/* Digits of a number, at least `width` of them, at the end of a buffer; returns where they begin. */
static char *
digits_of (uint64_t number, int width, char buffer[LONGEST_NUMBER])
{
  char *p = buffer + LONGEST_NUMBER;

  *--p = '\0';
  for (; number > 0 || width > 0; number /= 10, width--)
    *--p = (char)('0' + number % 10);
  return p;
}

void
qms_integer_format (const QmsField *field G_GNUC_UNUSED, QmsSlot slot, GString *out)
{
  char buffer[LONGEST_NUMBER];

  if (slot.integer < 0)
    g_string_append_c (out, '-');
  g_string_append (out, digits_of ((uint64_t)ABS (slot.integer), 1, buffer));
}

QmsValueStatus
qms_bool_parse (const QmsField *field G_GNUC_UNUSED, const char *text, size_t length, QmsArena *arena G_GNUC_UNUSED,
                QmsSlot *slot)
{
  qms_text_trim (&text, &length);
  slot->integer = length == 4 && memcmp (text, "true", 4) == 0;
  return slot->integer || (length == 5 && memcmp (text, "false", 5) == 0) ? QMS_VALUE_OK : QMS_VALUE_MALFORMED;
}

void
qms_bool_format (const QmsField *field G_GNUC_UNUSED, QmsSlot slot, GString *out)
{
  g_string_append (out, slot.integer ? "true" : "false");
}

QmsValueStatus
qms_enum_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena G_GNUC_UNUSED, QmsSlot *slot)
{
  const QmsEnum *enumeration = field->enumeration;

  qms_text_trim (&text, &length);
  for (size_t i = 0; i < enumeration->n_values; i++) {
    const char *xml = enumeration->values[i].xml;
    if (strncmp (xml, text, length) == 0 && xml[length] == '\0') {
      slot->integer = enumeration->values[i].value;
      return QMS_VALUE_OK;
    }
  }
  return QMS_VALUE_MALFORMED;
}

void
qms_enum_format (const QmsField *field, QmsSlot slot, GString *out)
{
  g_string_append (out, qms_enum_value_xml (field->enumeration, (int32_t)slot.integer));
}

/* ---- exact decimals: the mantissa above five bits of scale */

enum { DECIMAL_SCALE_BITS = 5, MAX_SCALE = 17, DURATION_UNIT_BITS = 3 };

static QmsDecimal
without_trailing_zeros (QmsDecimal decimal)
{
  while (decimal.scale > 0 && decimal.mantissa % 10 == 0) {
    decimal.mantissa /= 10;
    decimal.scale--;
  }
  return decimal;
}

static int64_t
pack (int64_t high, unsigned bits, unsigned low)
{
  return (int64_t)((uint64_t)high << bits | low);
}

QmsSlot
qms_decimal_pack (QmsDecimal decimal)
{
  decimal = without_trailing_zeros (decimal);
  return (QmsSlot){ .integer = pack (decimal.mantissa, DECIMAL_SCALE_BITS, (unsigned)decimal.scale) };
}

QmsDecimal
qms_decimal_unpack (QmsSlot slot)
{
  return (QmsDecimal){ slot.integer >> DECIMAL_SCALE_BITS, slot.integer & ((1 << DECIMAL_SCALE_BITS) - 1) };
}

int
qms_decimal_compare (QmsDecimal a, QmsDecimal b)
{
  __extension__ __int128 left = a.mantissa, right = b.mantissa;

  for (int i = a.scale; i < b.scale; i++)
    left *= 10;
  for (int i = b.scale; i < a.scale; i++)
    right *= 10;
  return (left > right) - (left < right);
}

QmsSlot
qms_duration_pack (QmsDuration duration)
{
  QmsSlot amount = qms_decimal_pack (duration.amount);

  return (QmsSlot){ .integer = pack (amount.integer, DURATION_UNIT_BITS, (unsigned)duration.unit) };
}

QmsDuration
qms_duration_unpack (QmsSlot slot)
{
  QmsSlot amount = { .integer = slot.integer >> DURATION_UNIT_BITS };

  return (QmsDuration){ qms_decimal_unpack (amount), (int)(slot.integer & ((1 << DURATION_UNIT_BITS) - 1)) };
}

/* "12", "-0.5"; both sides of the point need a digit. */
static QmsValueStatus
scan_decimal (const char *text, size_t length, size_t max_digits, QmsDecimal *decimal)
{
  bool negative = length && *text == '-';
  char digits[MAX_SCALE + 2];
  const char *point;
  size_t whole;
  QmsValueStatus status;

  text += negative;
  length -= negative;
  point = memchr (text, '.', length);
  whole = point ? (size_t)(point - text) : length;
  if (whole == 0 || (point && whole + 1 == length))
    return QMS_VALUE_MALFORMED;
  if (length - (point != NULL) > max_digits)
    return QMS_VALUE_RANGE;
  memcpy (digits, text, whole);
  if (point)
    memcpy (digits + whole, point + 1, length - whole - 1);
  status = parse_digits (digits, length - (point != NULL), &decimal->mantissa);
  if (negative)
    decimal->mantissa = -decimal->mantissa;
  decimal->scale = point ? (int)(length - whole - 1) : 0;
  return status;
}

QmsValueStatus
qms_decimal_parse (const QmsField *field G_GNUC_UNUSED, const char *text, size_t length, QmsArena *arena G_GNUC_UNUSED,
                   QmsSlot *slot)
{
  QmsDecimal decimal;
  QmsValueStatus status;

  qms_text_trim (&text, &length);
  status = scan_decimal (text, length, QMS_DECIMAL_DIGITS, &decimal);
  if (status == QMS_VALUE_OK)
    *slot = qms_decimal_pack (decimal);
  return status;
}

static void
append_decimal (QmsDecimal decimal, GString *out)
{
  char buffer[LONGEST_NUMBER];
  char *digits = digits_of ((uint64_t)ABS (decimal.mantissa), decimal.scale + 1, buffer);
  gssize whole = (gssize)strlen (digits) - decimal.scale;

  if (decimal.mantissa < 0)
    g_string_append_c (out, '-');
  g_string_append_len (out, digits, whole);
  if (decimal.scale > 0) {
    g_string_append_c (out, '.');
    g_string_append (out, digits + whole);
  }
}

void
qms_decimal_format (const QmsField *field G_GNUC_UNUSED, QmsSlot slot, GString *out)
{
  append_decimal (qms_decimal_unpack (slot), out);
}

int
qms_decimal_slot_compare (QmsSlot a, QmsSlot b)
{
  return qms_decimal_compare (qms_decimal_unpack (a), qms_decimal_unpack (b));
}

/* ---- durations: a decimal, white space, a unit */

static int
unit_of (const char *text, size_t length)
{
  const QmsEnum *units = qms_duration_units ();

  for (size_t i = 0; i < units->n_values; i++)
    if (strncmp (units->values[i].xml, text, length) == 0 && units->values[i].xml[length] == '\0')
      return units->values[i].value;
  return 0;
}

QmsValueStatus
qms_duration_parse (const QmsField *field G_GNUC_UNUSED, const char *text, size_t length, QmsArena *arena G_GNUC_UNUSED,
                    QmsSlot *slot)
{
  QmsDuration duration;
  size_t number = 0, unit;
  QmsValueStatus status;

  qms_text_trim (&text, &length);
  while (number < length && !qms_text_is_space (text[number]))
    number++;
  for (unit = number; unit < length && qms_text_is_space (text[unit]);)
    unit++;
  duration.unit = unit < length ? unit_of (text + unit, length - unit) : 0;
  if (duration.unit == 0 || *text == '-')
    return QMS_VALUE_MALFORMED;
  status = scan_decimal (text, number, QMS_DURATION_DIGITS, &duration.amount);
  if (status == QMS_VALUE_OK)
    *slot = qms_duration_pack (duration);
  return status;
}

void
qms_duration_format (const QmsField *field G_GNUC_UNUSED, QmsSlot slot, GString *out)
{
  QmsDuration duration = qms_duration_unpack (slot);

  append_decimal (duration.amount, out);
  g_string_append_c (out, ' ');
  g_string_append (out, qms_enum_value_xml (qms_duration_units (), duration.unit));
}

/* By unit, then by amount: units are never converted. */
int
qms_duration_compare (QmsSlot a, QmsSlot b)
{
  QmsDuration left = qms_duration_unpack (a), right = qms_duration_unpack (b);

  return left.unit != right.unit ? left.unit - right.unit : qms_decimal_compare (left.amount, right.amount);
}

const QmsEnum *
qms_duration_units (void)
{
  return qms_gen_duration_units;
}

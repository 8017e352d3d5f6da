/* SPDX-License-Identifier: Apache-2.0 */
/* The table of value kinds: strings, numbers, enumerations. Dates and times are in kind_time.c. */
#include "core/kind.h"

#include "core/kind_time.h"
#include "core/text.h"

#include <qms/model.h>

#include <string.h>

static bool
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static void
trim (const char **text, size_t *length)
{
  while (*length && is_space (**text)) {
    (*text)++;
    (*length)--;
  }
  while (*length && is_space ((*text)[*length - 1]))
    (*length)--;
}

/* ---- strings */

/* Room for a string; that of an element has its position in front. */
static char *
new_string (const QmsField *field, size_t length, QmsArena *arena)
{
  QmsPosition *position;

  if (field->form == QMS_FORM_ATTRIBUTE)
    return qms_arena_alloc (arena, length + 1);
  position = qms_arena_alloc (arena, sizeof (QmsPosition) + length + 1);
  *position = (QmsPosition){ 0, 0 };
  return (char *)(position + 1);
}

/* Whether white space is a single space everywhere. */
static bool
is_collapsed (const char *text, size_t length)
{
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] <= ' ' && (text[i] != ' ' || is_space (text[i + 1]))) /* the last one is no space */
      return false;
  return true;
}

static size_t
collapse (char *out, const char *text, size_t length)
{
  char *begin = out;
  bool gap = false;

  for (size_t i = 0; i < length; i++) {
    if (!is_space (text[i]))
      *out++ = text[i];
    else if (!gap)
      *out++ = ' ';
    gap = is_space (text[i]);
  }
  return (size_t)(out - begin);
}

/* White space collapsed, as xs:token. */
static QmsValueStatus
parse_string (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot)
{
  char *copy;

  trim (&text, &length);
  copy = new_string (field, length, arena);
  if (is_collapsed (text, length))
    memcpy (copy, text, length);
  else
    length = collapse (copy, text, length);
  copy[length] = '\0';
  slot->string = copy;
  return QMS_VALUE_OK;
}

static QmsValueStatus
parse_text (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot)
{
  char *copy;

  trim (&text, &length);
  copy = new_string (field, length, arena);
  memcpy (copy, text, length);
  copy[length] = '\0';
  slot->string = copy;
  return QMS_VALUE_OK;
}

/* XML allows few letters beyond the basic plane in a name, and older tools none. */
static bool
is_name_char (gunichar c, bool first)
{
  if (c == '_' || (c < 0x10000 && g_unichar_isalpha (c)))
    return true;
  return !first && (g_unichar_isdigit (c) || c == '-' || c == '.' || (c < 0x10000 && g_unichar_ismark (c)));
}

/* Identifiers and references: an NCName. */
static QmsValueStatus
parse_name (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot)
{
  trim (&text, &length);
  if (length == 0)
    return QMS_VALUE_MALFORMED;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (!is_name_char (g_utf8_get_char (p), p == text))
      return QMS_VALUE_MALFORMED;
  return parse_text (field, text, length, arena, slot);
}

static void
format_string (const QmsField *field G_GNUC_UNUSED, QmsSlot slot, GString *out)
{
  g_string_append (out, slot.string);
}

static bool
equal_string (QmsSlot a, QmsSlot b)
{
  return strcmp (a.string, b.string) == 0;
}

static int
compare_string (QmsSlot a, QmsSlot b)
{
  return strcmp (a.string, b.string);
}

/* ---- whole numbers */

static bool
equal_integer (QmsSlot a, QmsSlot b)
{
  return a.integer == b.integer;
}

static int
compare_integer (QmsSlot a, QmsSlot b)
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

static QmsValueStatus
parse_integer (const QmsField *field G_GNUC_UNUSED, const char *text, size_t length, QmsArena *arena G_GNUC_UNUSED,
               QmsSlot *slot)
{
  bool negative;
  QmsValueStatus status;

  trim (&text, &length);
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

static void
format_integer (const QmsField *field G_GNUC_UNUSED, QmsSlot slot, GString *out)
{
  char buffer[LONGEST_NUMBER];

  if (slot.integer < 0)
    g_string_append_c (out, '-');
  g_string_append (out, digits_of ((uint64_t)ABS (slot.integer), 1, buffer));
}

static QmsValueStatus
parse_bool (const QmsField *field G_GNUC_UNUSED, const char *text, size_t length, QmsArena *arena G_GNUC_UNUSED,
            QmsSlot *slot)
{
  trim (&text, &length);
  slot->integer = length == 4 && memcmp (text, "true", 4) == 0;
  return slot->integer || (length == 5 && memcmp (text, "false", 5) == 0) ? QMS_VALUE_OK : QMS_VALUE_MALFORMED;
}

static void
format_bool (const QmsField *field G_GNUC_UNUSED, QmsSlot slot, GString *out)
{
  g_string_append (out, slot.integer ? "true" : "false");
}

static QmsValueStatus
parse_enum (const QmsField *field, const char *text, size_t length, QmsArena *arena G_GNUC_UNUSED, QmsSlot *slot)
{
  const QmsEnum *enumeration = field->enumeration;

  trim (&text, &length);
  for (size_t i = 0; i < enumeration->n_values; i++) {
    const char *xml = enumeration->values[i].xml;
    if (strncmp (xml, text, length) == 0 && xml[length] == '\0') {
      slot->integer = enumeration->values[i].value;
      return QMS_VALUE_OK;
    }
  }
  return QMS_VALUE_MALFORMED;
}

static void
format_enum (const QmsField *field, QmsSlot slot, GString *out)
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

static QmsValueStatus
parse_decimal (const QmsField *field G_GNUC_UNUSED, const char *text, size_t length, QmsArena *arena G_GNUC_UNUSED,
               QmsSlot *slot)
{
  QmsDecimal decimal;
  QmsValueStatus status;

  trim (&text, &length);
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

static void
format_decimal (const QmsField *field G_GNUC_UNUSED, QmsSlot slot, GString *out)
{
  append_decimal (qms_decimal_unpack (slot), out);
}

static int
compare_decimal (QmsSlot a, QmsSlot b)
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

static QmsValueStatus
parse_duration (const QmsField *field G_GNUC_UNUSED, const char *text, size_t length, QmsArena *arena G_GNUC_UNUSED,
                QmsSlot *slot)
{
  QmsDuration duration;
  size_t number = 0, unit;
  QmsValueStatus status;

  trim (&text, &length);
  while (number < length && !is_space (text[number]))
    number++;
  for (unit = number; unit < length && is_space (text[unit]);)
    unit++;
  duration.unit = unit < length ? unit_of (text + unit, length - unit) : 0;
  if (duration.unit == 0 || *text == '-')
    return QMS_VALUE_MALFORMED;
  status = scan_decimal (text, number, QMS_DURATION_DIGITS, &duration.amount);
  if (status == QMS_VALUE_OK)
    *slot = qms_duration_pack (duration);
  return status;
}

static void
format_duration (const QmsField *field G_GNUC_UNUSED, QmsSlot slot, GString *out)
{
  QmsDuration duration = qms_duration_unpack (slot);

  append_decimal (duration.amount, out);
  g_string_append_c (out, ' ');
  g_string_append (out, qms_enum_value_xml (qms_duration_units (), duration.unit));
}

/* By unit, then by amount: units are never converted. */
static int
compare_duration (QmsSlot a, QmsSlot b)
{
  QmsDuration left = qms_duration_unpack (a), right = qms_duration_unpack (b);

  return left.unit != right.unit ? left.unit - right.unit : qms_decimal_compare (left.amount, right.amount);
}

const QmsEnum *
qms_duration_units (void)
{
  return qms_gen_duration_units;
}

/* ---- the table */

#define STRING_KIND(kind_name, parser, vi, en)                                                                         \
  {                                                                                                                    \
    .name = kind_name, .parse = parser, .format = format_string, .equal = equal_string, .compare = compare_string,     \
    .expected = { vi, en }                                                                                             \
  }

#define INTEGER_KIND(kind_name, vi, en)                                                                                \
  {                                                                                                                    \
    .name = kind_name, .parse = parse_integer, .format = format_integer, .equal = equal_integer,                       \
    .compare = compare_integer, .expected = { vi, en }                                                                 \
  }

const QmsKindInfo qms_kinds[] = {
  [QMS_KIND_ID] = STRING_KIND ("id", parse_name, "định danh: chữ cái, chữ số, «_», «-», «.», không bắt đầu bằng chữ số",
                               "an identifier: letters, digits, «_», «-», «.», not beginning with a digit"),
  [QMS_KIND_STRING] = STRING_KIND ("string", parse_string, "văn bản một dòng", "one line of text"),
  [QMS_KIND_TEXT] = STRING_KIND ("text", parse_text, "văn bản", "text"),
  [QMS_KIND_CODE] = STRING_KIND ("code", parse_string, "mã", "a code"),
  [QMS_KIND_REF] = STRING_KIND ("ref", parse_name, "định danh của một đối tượng trong hệ thống",
                                "the identifier of something in the system"),
  [QMS_KIND_BOOL] = { .name = "bool", .parse = parse_bool, .format = format_bool, .equal = equal_integer,
                      .compare = compare_integer, .expected = { "true hoặc false", "true or false" } },
  [QMS_KIND_INT] = INTEGER_KIND ("int", "số nguyên", "a whole number"),
  [QMS_KIND_MONEY] = INTEGER_KIND ("money", "số tiền nguyên đồng, không có dấu phân cách", "a whole number of đồng without separators"),
  [QMS_KIND_DECIMAL] = { .name = "decimal", .parse = parse_decimal, .format = format_decimal, .equal = equal_integer,
                         .compare = compare_decimal,
                         .expected = { "số thập phân với dấu chấm, ví dụ 98.5", "a decimal number with a point, such as 98.5" } },
  [QMS_KIND_DATE] = { .name = "date", .parse = qms_date_parse, .format = qms_date_format, .equal = equal_integer,
                      .compare = compare_integer,
                      .expected = { "ngày có thật dạng NNNN-TT-NN, ví dụ 2026-01-31", "an existing day as YYYY-MM-DD, such as 2026-01-31" } },
  [QMS_KIND_DATETIME] = { .name = "dateTime", .parse = qms_datetime_parse, .format = qms_datetime_format,
                          .equal = equal_integer, .compare = qms_datetime_compare,
                          .expected = { "thời điểm dạng 2026-01-31T08:00:00+07:00", "a time such as 2026-01-31T08:00:00+07:00" } },
  [QMS_KIND_DURATION] = { .name = "duration", .parse = parse_duration, .format = format_duration, .equal = equal_integer,
                          .compare = compare_duration,
                          .expected = { "số và đơn vị, ví dụ 0.5 ngayLamViec; đơn vị:", "a number and a unit, such as 0.5 ngayLamViec; units:" } },
  [QMS_KIND_ENUM] = { .name = "enum", .parse = parse_enum, .format = format_enum, .equal = equal_integer,
                      .compare = compare_integer, .expected = { "một trong:", "one of:" } },
  [QMS_KIND_NODE] = { .name = "node" },
};

char *
qms_field_expected (const QmsField *field, int lang)
{
  const QmsEnum *values = field->kind == QMS_KIND_DURATION ? qms_duration_units () : field->enumeration;
  GString *out = g_string_new (qms_kinds[field->kind].expected[lang]);

  for (size_t i = 0; values && i < values->n_values; i++)
    g_string_append_printf (out, "%s %s", i ? "," : "", values->values[i].xml);
  return g_string_free (out, FALSE);
}

QmsValueStatus
qms_field_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot)
{
  if (!qms_text_is_xml (text, length, NULL))
    return QMS_VALUE_CHARACTER;
  return qms_kinds[field->kind].parse (field, text, length, arena, slot);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* One value as official documents write it. */
#include "render/docx_value.h"

#include "core/kind.h"
#include "core/number.h"
#include "core/title.h"
#include "core/words.h"

/* ---- numbers */

/* Digits in groups of three, "1.250.000". */
static void
append_grouped (const char *digits, GString *out)
{
  size_t length = strspn (digits + (*digits == '-'), G_CSET_DIGITS);

  if (*digits == '-')
    g_string_append_c (out, *digits++);
  for (size_t i = 0; i < length; i++)
    g_string_append_printf (out, "%s%c", i > 0 && (length - i) % 3 == 0 ? "." : "", digits[i]);
  g_string_append (out, digits + length);
}

static QmsWords
number_words (const QmsTagItem *item)
{
  return item->field->kind == QMS_KIND_DECIMAL ? qms_words_decimal (qms_decimal_unpack (item->slot))
                                               : qms_words_int (item->slot.integer);
}

static void
print_decimal (const QmsTagItem *item, GString *out)
{
  g_auto (QmsWords) words = number_words (item);

  g_string_append (out, words.text[QMS_LANG_VI]);
}

static void
print_grouped (const QmsTagItem *item, GString *out)
{
  g_auto (QmsWords) words = number_words (item);

  append_grouped (words.text[QMS_LANG_VI], out);
}

static void
print_money (const QmsTagItem *item, GString *out)
{
  print_grouped (item, out);
  g_string_append (out, " đồng");
}

static void
print_two_digits (const QmsTagItem *item, GString *out)
{
  g_string_append_printf (out, "%02" G_GINT64_FORMAT, item->slot.integer);
}

static void
print_roman (const QmsTagItem *item, GString *out)
{
  static const struct {
    int value;
    const char *letters;
  } parts[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" },
                { 40, "XL" },  { 10, "X" },   { 9, "IX" },  { 5, "V" },    { 4, "IV" },  { 1, "I" } };
  int64_t number = item->slot.integer;

  if (number < 1 || number > 3999) {
    g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
    return;
  }
  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; number >= parts[i].value; number -= parts[i].value)
      g_string_append (out, parts[i].letters);
}

/* Points of official documents are lettered in the order of the Vietnamese alphabet, without marked vowels. */
static void
print_letter (const QmsTagItem *item, GString *out)
{
  static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                         "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };
  int64_t number = item->slot.integer;

  if (number >= 1 && number <= (int64_t)G_N_ELEMENTS (letters))
    g_string_append (out, letters[number - 1]);
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
}

/* ---- dates and durations */

enum { MINUTE = 60, DAY = 24 * 60 * 60 };

typedef struct {
  int year, month, day;
} Date;

static Date
date_of (const QmsTagItem *item)
{
  int64_t seconds;
  int offset;
  QmsSlot day = item->slot;
  Date date;

  if (item->field->kind == QMS_KIND_DATETIME) {
    qms_datetime_unpack (item->slot, &seconds, &offset);
    day.integer = qms_divide_down (seconds + (int64_t)offset * MINUTE, DAY);
  }
  qms_date_unpack (day, &date.year, &date.month, &date.day);
  return date;
}

static void
print_day (const QmsTagItem *item, GString *out)
{
  Date date = date_of (item);

  g_string_append_printf (out, "%02d/%02d/%d", date.day, date.month, date.year);
}

/* Days under 10 and the months 1 and 2 have two digits in official documents. */
static void
print_day_in_words (const QmsTagItem *item, GString *out)
{
  Date date = date_of (item);

  g_string_append_printf (out, "ngày %02d tháng %0*d năm %d", date.day, date.month <= 2 ? 2 : 1, date.month, date.year);
}

static void
print_month (const QmsTagItem *item, GString *out)
{
  Date date = date_of (item);

  g_string_append_printf (out, "%02d/%d", date.month, date.year);
}

static void
print_year (const QmsTagItem *item, GString *out)
{
  g_string_append_printf (out, "%d", date_of (item).year);
}

static void
print_moment (const QmsTagItem *item, GString *out)
{
  int64_t seconds, minutes;
  int offset;

  qms_datetime_unpack (item->slot, &seconds, &offset);
  minutes = qms_divide_down (seconds, MINUTE) + offset;
  minutes -= qms_divide_down (minutes, DAY / MINUTE) * (DAY / MINUTE);
  g_string_append_printf (out, "%02d:%02d ", (int)(minutes / 60), (int)(minutes % 60));
  print_day (item, out);
}

static void
print_duration (const QmsTagItem *item, GString *out)
{
  g_auto (QmsWords) words = qms_words_duration (qms_duration_unpack (item->slot));

  g_string_append (out, words.text[QMS_LANG_VI]);
}

static void
print_padded_duration (const QmsTagItem *item, GString *out)
{
  size_t start = out->len;

  print_duration (item, out);
  if (out->str[start] != '0' && out->str[start + 1] == ' ')
    g_string_insert_c (out, (gssize)start, '0');
}

/* ---- words */

static void
print_name (const QmsTagItem *item, GString *out)
{
  const char *name = item->node ? qms_node_name (item->node) : NULL;

  g_string_append (out, name ? name : "");
}

static void
print_reference (const QmsTagItem *item, GString *out)
{
  const QmsNode *scope = qms_node_scope (item->node);
  QmsTagItem target = { .node = qms_document_lookup (item->node->document, scope, item->slot.string) };

  if (target.node)
    print_name (&target, out);
  else
    g_string_append (out, item->slot.string);
}

static void
print_truth (const QmsTagItem *item, GString *out)
{
  g_string_append (out, item->slot.integer ? "có" : "không");
}

static void
print_enum (const QmsTagItem *item, GString *out)
{
  g_string_append (out, qms_enum_value_label (item->field->enumeration, (int32_t)item->slot.integer, QMS_LANG_VI));
}

void
qms_tag_append_code (const QmsTagItem *item, GString *out)
{
  const char *id;

  if (item->field) {
    qms_kinds[item->field->kind].format (item->field, item->slot, out);
    return;
  }
  id = item->node ? qms_node_id (item->node) : NULL;
  g_string_append (out, id ? id : "");
}

/* ---- which of them */

typedef void Printer (const QmsTagItem *item, GString *out);

static Printer *const by_format[] = {
  [QMS_FORMAT_DATE] = print_day,          [QMS_FORMAT_DATE_WORDS] = print_day_in_words,
  [QMS_FORMAT_MONTH] = print_month,       [QMS_FORMAT_YEAR] = print_year,
  [QMS_FORMAT_DURATION] = print_duration, [QMS_FORMAT_DURATION_PADDED] = print_padded_duration,
  [QMS_FORMAT_NUMBER] = print_grouped,    [QMS_FORMAT_TWO_DIGITS] = print_two_digits,
  [QMS_FORMAT_MONEY] = print_money,       [QMS_FORMAT_ROMAN] = print_roman,
  [QMS_FORMAT_LETTER] = print_letter,     [QMS_FORMAT_CODE] = qms_tag_append_code,
};

/* Kinds that are not here print as files have them. */
static Printer *const by_kind[QMS_KIND_NODE + 1] = {
  [QMS_KIND_REF] = print_reference,     [QMS_KIND_BOOL] = print_truth, [QMS_KIND_MONEY] = print_money,
  [QMS_KIND_DECIMAL] = print_decimal,   [QMS_KIND_DATE] = print_day,   [QMS_KIND_DATETIME] = print_moment,
  [QMS_KIND_DURATION] = print_duration, [QMS_KIND_ENUM] = print_enum,
};

void
qms_tag_print (const QmsTagItem *item, QmsTagFormatId format, GString *out)
{
  Printer *printer = item->field ? by_kind[item->field->kind] : print_name;

  if (format <= QMS_FORMAT_CODE)
    printer = by_format[format];
  (printer ? printer : qms_tag_append_code) (item, out);
}

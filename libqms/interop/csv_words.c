/* SPDX-License-Identifier: Apache-2.0 */
/* Values as a person writes them into a cell. */
#include "interop/csv_words.h"

#include "core/error.h"
#include "core/text.h"
#include "core/words.h"
#include "workflow/limit_text.h"

#include <stdio.h>
#include <string.h>

char *
csv_one_break (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text; text++)
    if (*text != '\r')
      g_string_append_c (out, *text);
    else if (text[1] != '\n')
      g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}

static char *
print (const QmsField *field, QmsSlot value)
{
  GString *out = g_string_new (NULL);

  qms_kinds[field->kind].format (field, value, out);
  return g_string_free (out, FALSE);
}

/* ---- yes and no */

static char *
read_bool (const char *bare)
{
  static const char *const yes[] = { "co", "true", "yes", "x", "1", "dung", NULL };
  static const char *const no[] = { "khong", "false", "no", "0", "sai", NULL };

  if (g_strv_contains (yes, bare))
    return g_strdup ("true");
  return g_strv_contains (no, bare) ? g_strdup ("false") : NULL;
}

/* ---- enumerations */

/* Whether a value is called so in either language, or in files. */
static bool
is_called (const QmsEnumValue *value, const char *bare)
{
  const char *const names[] = { value->label[QMS_LANG_VI], value->label[QMS_LANG_EN], value->xml, value->name };
  bool found = false;

  for (size_t i = 0; !found && i < G_N_ELEMENTS (names); i++) {
    g_autofree char *name = qms_bare_name (names[i]);
    found = strcmp (name, bare) == 0;
  }
  return found;
}

/* Text in files of the one value that is called so; NULL if none is, or several are. */
static const char *
find_value (const QmsEnum *enumeration, const char *bare)
{
  const char *found = NULL;

  for (size_t i = 0; i < enumeration->n_values; i++)
    if (is_called (&enumeration->values[i], bare)) {
      if (found)
        return NULL;
      found = enumeration->values[i].xml;
    }
  return found;
}

static char *
enum_text (const QmsField *field, QmsSlot value)
{
  g_autofree char *xml = print (field, value);
  const char *label = qms_enum_value_label (field->enumeration, (int32_t)value.integer, QMS_LANG_VI);
  g_autofree char *bare = qms_bare_name (label);

  return g_strdup (g_strcmp0 (find_value (field->enumeration, bare), xml) == 0 ? label : xml);
}

/* ---- dates */

/* "31/1/2026", also with points and dashes: the day before the month, as in Viet Nam. */
static char *
read_date (const char *cell)
{
  unsigned day, month, year;
  char first, second, rest;
  size_t digits = strspn (cell, "0123456789");

  if (digits == 0 || digits > 2 || sscanf (cell, "%2u%c%2u%c%4u%c", &day, &first, &month, &second, &year, &rest) != 5
      || first != second || !strchr ("/-.", first) || year < 1000)
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

static char *
date_text (const QmsField *field, QmsSlot value)
{
  g_auto (QmsWords) words = qms_words_day (value.integer);
  g_autofree char *text = read_date (words.text[QMS_LANG_VI]), *exact = print (field, value);

  return g_strdup (g_strcmp0 (text, exact) == 0 ? words.text[QMS_LANG_VI] : exact);
}

/* ---- durations */

static char *
read_duration (const QmsField *field, const char *cell)
{
  QmsDuration duration;

  return qms_limit_read (cell, &duration) ? print (field, qms_duration_pack (duration)) : NULL;
}

static char *
duration_text (const QmsField *field, QmsSlot value)
{
  g_auto (QmsWords) words = qms_words_duration (qms_duration_unpack (value));
  g_autofree char *text = read_duration (field, words.text[QMS_LANG_VI]), *exact = print (field, value);

  return g_strdup (g_strcmp0 (text, exact) == 0 ? words.text[QMS_LANG_VI] : exact);
}

/* ---- any value */

char *
csv_value_text (const QmsField *field, QmsSlot value)
{
  switch (field->kind) {
  case QMS_KIND_BOOL:
    return g_strdup (value.integer ? "có" : "không");
  case QMS_KIND_ENUM:
    return enum_text (field, value);
  case QMS_KIND_DATE:
    return date_text (field, value);
  case QMS_KIND_DURATION:
    return duration_text (field, value);
  default: {
    g_autofree char *text = print (field, value);
    return csv_one_break (text);
  }
  }
}

char *
csv_value_read (const QmsField *field, const char *cell)
{
  g_autofree char *bare = field->kind == QMS_KIND_BOOL || field->kind == QMS_KIND_ENUM ? qms_bare_name (cell) : NULL;
  char *text = NULL;

  if (field->kind == QMS_KIND_BOOL)
    text = read_bool (bare);
  else if (field->kind == QMS_KIND_ENUM)
    text = g_strdup (find_value (field->enumeration, bare));
  else if (field->kind == QMS_KIND_DATE)
    text = read_date (cell);
  else if (field->kind == QMS_KIND_DURATION)
    text = read_duration (field, cell);
  return text ? text : g_strdup (cell);
}

static char *
labels_of (const QmsEnum *enumeration, int lang)
{
  GString *labels = g_string_new (NULL);

  for (size_t i = 0; i < enumeration->n_values; i++)
    g_string_append_printf (labels, "%s«%s»", i > 0 ? ", " : "", enumeration->values[i].label[lang]);
  return g_string_free (labels, FALSE);
}

/* Spreadsheets take codes for numbers. */
static char *
code_expected (const QmsField *field, int lang)
{
  if (!field->pattern)
    return qms_field_expected (field, lang);
  return g_strdup (lang == QMS_LANG_EN
                       ? "the whole code; a spreadsheet drops zeros at its end unless the column is text"
                       : "mã đủ chữ số; bảng tính làm mất số 0 ở cuối nếu cột không đặt kiểu văn bản");
}

char *
csv_value_expected (const QmsField *field, int lang)
{
  bool english = lang == QMS_LANG_EN;

  switch (field->kind) {
  case QMS_KIND_BOOL:
    return g_strdup (english ? "«có» (yes) or «không» (no)" : "«có» hoặc «không»");
  case QMS_KIND_DATE:
    return g_strdup (english ? "a day such as 31/01/2026" : "ngày, ví dụ 31/01/2026");
  case QMS_KIND_DURATION:
    return g_strdup (english ? "a time such as «5 ngày làm việc»" : "thời gian, ví dụ «5 ngày làm việc»");
  case QMS_KIND_ENUM:
    return labels_of (field->enumeration, lang);
  case QMS_KIND_CODE:
    return code_expected (field, lang);
  default:
    return qms_field_expected (field, lang);
  }
}

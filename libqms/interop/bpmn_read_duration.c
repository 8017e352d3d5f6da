/* SPDX-License-Identifier: Apache-2.0 */
/* Durations as people write them: "4 giờ làm việc", "½ ngày", "1,5 ngày", "02 ngày làm việc", and as ISO 8601 does. */
#include "interop/bpmn_draft.h"
#include "core/kind.h"
#include "rules/facts.h"

#include <stdlib.h>
#include <string.h>

/* Longer ones before those that they begin with. */
static const struct {
  const char *words;
  int unit;
} units[] = {
  { "giờ làm việc", QMS_DURATION_UNIT_WORKING_HOUR },
  { "ngày làm việc", QMS_DURATION_UNIT_WORKING_DAY },
  { "giờ", QMS_DURATION_UNIT_HOUR },
  { "ngày", QMS_DURATION_UNIT_DAY },
  { "tháng", QMS_DURATION_UNIT_MONTH },
  { "năm", QMS_DURATION_UNIT_YEAR },
  { "working hours", QMS_DURATION_UNIT_WORKING_HOUR },
  { "working hour", QMS_DURATION_UNIT_WORKING_HOUR },
  { "working days", QMS_DURATION_UNIT_WORKING_DAY },
  { "working day", QMS_DURATION_UNIT_WORKING_DAY },
  { "hours", QMS_DURATION_UNIT_HOUR },
  { "hour", QMS_DURATION_UNIT_HOUR },
  { "days", QMS_DURATION_UNIT_DAY },
  { "day", QMS_DURATION_UNIT_DAY },
  { "months", QMS_DURATION_UNIT_MONTH },
  { "month", QMS_DURATION_UNIT_MONTH },
};

static const struct {
  const char *text;
  const char *decimal;
} fractions[] = {
  { "½", ".5" }, { "¼", ".25" }, { "¾", ".75" }, { "1/2", "0.5" }, { "1/4", "0.25" }, { "3/4", "0.75" }
};

static bool
is_letter_at (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

static bool
take_fraction (const char **p, GString *number)
{
  for (size_t i = 0; i < G_N_ELEMENTS (fractions); i++)
    if (g_str_has_prefix (*p, fractions[i].text)) {
      g_string_append (number, fractions[i].decimal);
      *p += strlen (fractions[i].text);
      return true;
    }
  return false;
}

/* Digits with one decimal sign, and vulgar fractions, as a decimal: "02" → "2", "1,5" → "1.5", "1½" → "1.5". */
static bool
take_number (const char **p, GString *number)
{
  size_t whole, part;

  if (take_fraction (p, number))
    return true;
  whole = strspn (*p, "0123456789");
  if (whole == 0)
    return false;
  g_string_append_len (number, *p, (gssize)whole);
  *p += whole;
  part = **p == ',' || **p == '.' ? strspn (*p + 1, "0123456789") : 0;
  if (part > 0) {
    g_string_append_c (number, '.');
    g_string_append_len (number, *p + 1, (gssize)part);
    *p += part + 1;
  } else if (!strncmp (*p, "½", strlen ("½")) || !strncmp (*p, "¼", strlen ("¼")) || !strncmp (*p, "¾", strlen ("¾"))) {
    take_fraction (p, number);
  }
  return true;
}

static int
take_unit (const char **p)
{
  while (**p == ' ' || **p == ')' || g_str_has_prefix (*p, "\xC2\xA0"))
    *p += **p == '\xC2' ? 2 : 1;
  for (size_t i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (*p, units[i].words) && !is_letter_at (*p + strlen (units[i].words))) {
      *p += strlen (units[i].words);
      return units[i].unit;
    }
  return 0;
}

/* As libqms writes it; NULL if the number is too long for it. */
static char *
print (const char *number, int unit)
{
  g_autofree char *text =
      g_strdup_printf ("%s%s %s", *number == '.' ? "0" : "", number, qms_enum_value_xml (qms_duration_units (), unit));
  const QmsField *field = qms_field_by_id (QMS_STEP_DURATION_VALUE);
  g_autoptr (GString) out = g_string_new (NULL);
  QmsSlot slot;

  if (qms_kinds[QMS_KIND_DURATION].parse (field, text, strlen (text), NULL, &slot) != QMS_VALUE_OK)
    return NULL;
  qms_kinds[QMS_KIND_DURATION].format (field, slot, out);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* A duration that begins at `*p`, which then stands behind it. */
static char *
take_duration (const char **p)
{
  g_autoptr (GString) number = g_string_new (NULL);
  const char *at = *p;
  int unit = take_number (&at, number) ? take_unit (&at) : 0;
  char *value = unit ? print (number->str, unit) : NULL;

  if (value)
    *p = at;
  return value;
}

char *
bpmn_parse_duration (const char *text)
{
  g_autofree char *folded = text ? qms_fold_name (text) : NULL, *value = NULL;
  const char *p = folded, *space = text ? strchr (text, ' ') : NULL;

  if (!folded)
    return NULL;
  value = take_duration (&p);
  if (value && *p == '\0')
    return g_steal_pointer (&value);
  g_clear_pointer (&value, g_free);
  if (space && qms_enum_value_by_name (qms_duration_units (), space + 1)) {
    g_autoptr (GString) number = g_string_new (NULL);
    p = text;
    if (take_number (&p, number) && p == space)
      value = print (number->str, qms_enum_value_by_name (qms_duration_units (), space + 1));
  }
  return g_steal_pointer (&value);
}

/* "ngày 15 tháng 3" is a date. */
static bool
is_in_date (const char *text, const char *number)
{
  static const char *const before[] = { "ngày ", "tháng ", "năm " };

  for (size_t i = 0; i < G_N_ELEMENTS (before); i++) {
    size_t length = strlen (before[i]);
    if ((size_t)(number - text) >= length && strncmp (number - length, before[i], length) == 0)
      return true;
  }
  return false;
}

/* The first duration at or behind `from`; `*count` becomes the number of them, up to 2. */
static char *
scan (const char *text, const char *from, unsigned *count)
{
  g_autofree char *first = NULL;
  bool inside = false; /* a word or number */

  *count = 0;
  for (const char *p = from; *p && *count < 2;) {
    g_autofree char *value = inside || is_in_date (text, p) ? NULL : take_duration (&p);
    if (value && ++*count == 1)
      first = g_steal_pointer (&value);
    if (*p) {
      inside = is_letter_at (p) || ((*p == ',' || *p == '.' || *p == '/') && g_ascii_isdigit (p[1]));
      p = g_utf8_next_char (p);
    }
  }
  return g_steal_pointer (&first);
}

char *
bpmn_find_duration (const char *text)
{
  static const char *const keywords[] = { "thời gian", "thời hạn" };
  g_autofree char *folded = text ? qms_fold_name (text) : NULL, *only = NULL;
  unsigned count;

  for (size_t i = 0; folded && i < G_N_ELEMENTS (keywords); i++) {
    const char *at = strstr (folded, keywords[i]);
    char *value = at ? scan (folded, at, &count) : NULL;
    if (value)
      return value;
  }
  only = folded ? scan (folded, folded, &count) : NULL;
  return only && count == 1 ? g_steal_pointer (&only) : NULL;
}

/* Minutes as hours, if they come out even in hundredths. */
static char *
minutes (unsigned long count)
{
  g_autofree char *number = g_strdup_printf ("%lu.%02lu", count / 60, count % 60 * 100 / 60);

  return count % 3 == 0 && count < 1000000 ? print (number, QMS_DURATION_UNIT_HOUR) : NULL;
}

char *
bpmn_parse_iso (const char *text)
{
  static const struct {
    const char *begin;
    char end;
    int unit, times;
  } forms[] = {
    { "PT", 'H', QMS_DURATION_UNIT_HOUR, 1 }, { "P", 'D', QMS_DURATION_UNIT_DAY, 1 },
    { "P", 'W', QMS_DURATION_UNIT_DAY, 7 },   { "P", 'M', QMS_DURATION_UNIT_MONTH, 1 },
    { "P", 'Y', QMS_DURATION_UNIT_YEAR, 1 },
  };
  const char *digits = text ? text + strcspn (text, "0123456789") : NULL;
  unsigned long count = digits ? strtoul (digits, NULL, 10) : 0;
  size_t length = digits ? strspn (digits, "0123456789") : 0;

  if (length == 0 || length > 6 || digits[length + 1] != '\0')
    return NULL;
  if (digits[length] == 'M' && digits - text == 2 && strncmp (text, "PT", 2) == 0)
    return minutes (count);
  for (size_t i = 0; i < G_N_ELEMENTS (forms); i++)
    if (digits[length] == forms[i].end && (size_t)(digits - text) == strlen (forms[i].begin)
        && strncmp (text, forms[i].begin, strlen (forms[i].begin)) == 0) {
      g_autofree char *number = g_strdup_printf ("%lu", count * (unsigned long)forms[i].times);
      return print (number, forms[i].unit);
    }
  return NULL;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Reads time limits as people write them: a number, a unit. */
#include "workflow/limit_text.h"

#include "core/error.h"
#include "core/text.h"
#include "gen/rules.h"

#include <qms/calendar.h>
#include <qms/model.h>

#include <string.h>

static const struct {
  const char *text, *decimal;
} fractions[] = {
  { "½", ".5" }, { "¼", ".25" }, { "¾", ".75" }, { "1/2", "0.5" }, { "1/4", "0.25" }, { "3/4", "0.75" }
};

/* Parts of a unit of the model. */
static const struct {
  const char *words;
  int unit;
} minutes[] = {
  { "phút", QMS_DURATION_UNIT_HOUR },
  { "phút làm việc", QMS_DURATION_UNIT_WORKING_HOUR },
  { "minute", QMS_DURATION_UNIT_HOUR },
  { "working minute", QMS_DURATION_UNIT_WORKING_HOUR },
};

/* ---- words */

/* White space, also that which does not break. */
static const char *
skip_space (const char *p)
{
  while (*p == ' ' || g_str_has_prefix (p, "\xC2\xA0"))
    p += *p == ' ' ? 1 : 2;
  return p;
}

static bool
ends_word (const char *p)
{
  return !g_unichar_isalnum (g_utf8_get_char (p));
}

/* What is behind the words, or behind an English plural of them; NULL if the folded text does not begin with them. */
static const char *
behind_words (const char *p, const char *words)
{
  for (; *words; words++)
    if (*words == ' ') {
      const char *next = skip_space (p);
      if (next == p)
        return NULL;
      p = next;
    } else if (*p++ != g_ascii_tolower (*words)) {
      return NULL;
    }
  if (ends_word (p))
    return p;
  return *p == 's' && ends_word (p + 1) ? p + 1 : NULL;
}

/* ---- numbers */

static bool
take_fraction (const char **p, GString *number)
{
  for (size_t i = 0; i < G_N_ELEMENTS (fractions); i++) {
    size_t length = strlen (fractions[i].text);
    if (!g_str_has_prefix (*p, fractions[i].text) || g_ascii_isdigit ((*p)[length]) || (*p)[length] == '/')
      continue;
    g_string_append (number, fractions[i].decimal);
    *p += length;
    return true;
  }
  return false;
}

/* A sign for a fraction behind a whole number: "1½", "1 ½". */
static void
take_sign (const char **p, GString *number)
{
  const char *at = skip_space (*p);

  if ((guchar)*at >= 0x80 && take_fraction (&at, number))
    *p = at;
}

/* "1.250": three digits behind a point are thousands as often as decimals, so that nobody can tell. */
static bool
groups_thousands (const char *p, size_t whole)
{
  bool zero = whole == 1 && *p == '0';

  return whole > 0 && whole <= 3 && !zero && p[whole] == '.' && strspn (p + whole + 1, "0123456789") == 3;
}

/* Digits with one decimal sign, and fractions, as a decimal: "1,5" → "1.5", "1½" → "1.5". */
static bool
take_number (const char **p, GString *number)
{
  size_t whole = strspn (*p, "0123456789"), part;

  if (take_fraction (p, number))
    return true;
  if (groups_thousands (*p, whole))
    return false;
  g_string_append_len (number, *p, (gssize)whole);
  *p += whole;
  part = whole > 0 && (**p == ',' || **p == '.') ? strspn (*p + 1, "0123456789") : 0;
  if (part > 0) {
    g_string_append_printf (number, ".%.*s", (int)part, *p + 1);
    *p += part + 1;
  } else if (whole > 0) {
    take_sign (p, number);
  }
  return whole > 0;
}

/* The number once more in words, "02 (hai) ngày", or the end of words around it, "hai (02) ngày". */
static const char *
skip_words (const char *p)
{
  enum { MOST = 64 };
  const char *at;

  p = skip_space (p);
  if (*p == ')')
    return skip_space (p + 1);
  if (*p != '(')
    return p;
  for (at = p + 1; at - p < MOST && (*at == ' ' || !ends_word (at)); at = g_utf8_next_char (at))
    if (g_ascii_isdigit (*at))
      return p;
  return *at == ')' ? skip_space (at + 1) : p;
}

/* ---- units */

static void
keep_longer (const char **end, int *unit, const char *behind, int found)
{
  if (behind && (!*end || behind > *end)) {
    *end = behind;
    *unit = found;
  }
}

static int
take_unit (const char **p)
{
  const QmsEnum *units = qms_duration_units ();
  const char *end = NULL;
  int unit = 0;

  for (size_t i = 0; i < qms_enum_value_count (units); i++) {
    int value = qms_enum_value_at (units, i);
    keep_longer (&end, &unit, behind_words (*p, qms_enum_value_label (units, value, QMS_LANG_VI)), value);
    keep_longer (&end, &unit, behind_words (*p, qms_enum_value_label (units, value, QMS_LANG_EN)), value);
    keep_longer (&end, &unit, behind_words (*p, qms_enum_value_xml (units, value)), value);
  }
  if (end)
    *p = end;
  return unit;
}

/* Whole minutes as hours in hundredths, where they come out even. */
static int
take_minutes (const char **p, GString *number)
{
  enum { MOST_DIGITS = 6 };
  const char *end = NULL;
  int unit = 0;
  guint64 count = g_ascii_strtoull (number->str, NULL, 10);

  for (size_t i = 0; i < G_N_ELEMENTS (minutes); i++)
    keep_longer (&end, &unit, behind_words (*p, minutes[i].words), minutes[i].unit);
  if (!end || number->len > MOST_DIGITS || strchr (number->str, '.') || count % 3 != 0)
    return 0;
  *p = end;
  g_string_printf (number, "%" G_GUINT64_FORMAT ".%02" G_GUINT64_FORMAT, count / 60, count % 60 * 100 / 60);
  return unit;
}

/* "03 ngày (làm việc)" */
static int
take_working (const char **p, int unit)
{
  static const char *const words[] = { "(làm việc)", "(working)" };
  const char *at = skip_space (*p);

  for (size_t i = 0; i < G_N_ELEMENTS (words); i++) {
    if (!g_str_has_prefix (at, words[i]) || (unit != QMS_DURATION_UNIT_DAY && unit != QMS_DURATION_UNIT_HOUR))
      continue;
    *p = at + strlen (words[i]);
    return unit == QMS_DURATION_UNIT_DAY ? QMS_DURATION_UNIT_WORKING_DAY : QMS_DURATION_UNIT_WORKING_HOUR;
  }
  return unit;
}

/* ---- limits */

static bool
make_limit (const char *number, int unit, QmsDuration *limit)
{
  const char *name = qms_enum_value_xml (qms_duration_units (), unit);
  g_autofree char *text = g_strdup_printf ("%s%s %s", *number == '.' ? "0" : "", number, name);
  QmsSlot slot;

  if (qms_kinds[QMS_KIND_DURATION].parse (NULL, text, strlen (text), NULL, &slot) != QMS_VALUE_OK)
    return false;
  *limit = qms_duration_unpack (slot);
  return true;
}

bool
qms_limit_take (const char *folded, const char **end, QmsDuration *limit)
{
  g_autoptr (GString) number = NULL;
  const char *p = folded;
  int unit;

  if (!g_ascii_isdigit (*p) && (guchar)*p != (guchar) "½"[0])
    return false;
  number = g_string_new (NULL);
  if (!take_number (&p, number))
    return false;
  p = skip_words (p);
  unit = take_unit (&p);
  if (unit == 0)
    unit = take_minutes (&p, number);
  unit = take_working (&p, unit);
  if (unit == 0 || !make_limit (number->str, unit, limit))
    return false;
  *end = p;
  return true;
}

bool
qms_limit_read (const char *text, QmsDuration *limit)
{
  g_autofree char *folded = g_utf8_validate (text, -1, NULL) ? qms_fold_name (text) : NULL;
  const char *end;

  return folded && qms_limit_take (folded, &end, limit) && *end == '\0';
}

QmsStatus
qms_limit_parse (const char *text, int64_t *mantissa, int32_t *scale, int32_t *unit, QmsError **error)
{
  QmsDuration limit;

  if (!text || !mantissa || !scale || !unit)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  if (!qms_limit_read (text, &limit)) {
    g_autofree char *quoted = qms_message_quote (text, strlen (text));
    return qms_fail (error, QMS_MSG_LIMIT_TEXT, NULL, "value", quoted, NULL);
  }
  *mantissa = limit.amount.mantissa;
  *scale = limit.amount.scale;
  *unit = limit.unit;
  return QMS_OK;
}

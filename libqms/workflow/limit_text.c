/* SPDX-License-Identifier: Apache-2.0 */
/* Time limits as people write them. */
#include "core/error.h"
#include "core/kind.h"
#include "core/text.h"
#include "gen/rules.h"

#include <qms/calendar.h>

#include <string.h>

/* Letters folded, runs of white space as one space. Free with g_free. */
static char *
fold_words (const char *text, size_t length)
{
  g_autofree char *copy = g_strndup (text, length), *normal = g_utf8_normalize (copy, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_auto (GStrv) words = normal ? g_strsplit_set (normal, " \t\n\r", -1) : NULL;
  GString *folded = g_string_new (NULL);

  for (char **word = words; word && *word; word++)
    if (**word) {
      g_autofree char *small = g_utf8_casefold (*word, -1);
      g_string_append_printf (folded, "%s%s", folded->len > 0 ? " " : "", small);
    }
  return g_string_free (folded, FALSE);
}

static bool
is_called (const char *words, const char *name)
{
  g_autofree char *folded = fold_words (name, strlen (name));
  size_t length = strlen (folded);

  return strncmp (words, folded, length) == 0 && (!words[length] || strcmp (words + length, "s") == 0);
}

/* Text in files of the unit that the words name; NULL if they name none. */
static const char *
find_unit (const char *words)
{
  const QmsEnum *units = qms_duration_units ();

  for (size_t i = 0; i < qms_enum_value_count (units); i++) {
    int32_t unit = qms_enum_value_at (units, i);
    const char *xml = qms_enum_value_xml (units, unit);
    if (is_called (words, xml) || is_called (words, qms_enum_value_label (units, unit, QMS_LANG_VI))
        || is_called (words, qms_enum_value_label (units, unit, QMS_LANG_EN)))
      return xml;
  }
  return NULL;
}

static bool
parse_limit (const char *text, QmsDuration *duration)
{
  size_t length = strlen (text), digits;
  QmsSlot slot;

  qms_text_trim (&text, &length);
  digits = strspn (text, "0123456789.,");
  g_autofree char *number = g_strndup (text, digits), *canonical = NULL;
  g_autofree char *words = fold_words (text + digits, length - MIN (digits, length));
  const char *unit = find_unit (words);

  if (!unit)
    return false;
  canonical = g_strdup_printf ("%s %s", g_strdelimit (number, ",", '.'), unit);
  if (qms_kinds[QMS_KIND_DURATION].parse (NULL, canonical, strlen (canonical), NULL, &slot) != QMS_VALUE_OK)
    return false;
  *duration = qms_duration_unpack (slot);
  return true;
}

QmsStatus
qms_limit_parse (const char *text, int64_t *mantissa, int32_t *scale, int32_t *unit, QmsError **error)
{
  QmsDuration duration;

  if (!text || !mantissa || !scale || !unit)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  if (!parse_limit (text, &duration)) {
    g_autofree char *quoted = qms_message_quote (text, strlen (text));
    return qms_fail (error, QMS_MSG_LIMIT_TEXT, NULL, "value", quoted, NULL);
  }
  *mantissa = duration.amount.mantissa;
  *scale = duration.amount.scale;
  *unit = duration.unit;
  return QMS_OK;
}

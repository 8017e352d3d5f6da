/* SPDX-License-Identifier: Apache-2.0 */
/* Values in words of both languages, as people read them. */
#include "core/words.h"

#include <qms/error.h>
#include <qms/schema.h>

#include <string.h>

void
qms_words_clear (QmsWords *words)
{
  g_clear_pointer (&words->text[QMS_LANG_VI], g_free);
  g_clear_pointer (&words->text[QMS_LANG_EN], g_free);
}

QmsWords
qms_words_day (int64_t day)
{
  int year, month, date;

  qms_date_unpack ((QmsSlot){ .integer = day }, &year, &month, &date);
  return (QmsWords){ { g_strdup_printf ("%02d/%02d/%04d", date, month, year),
                       g_strdup_printf ("%04d-%02d-%02d", year, month, date) } };
}

static char *
format_decimal (QmsDecimal decimal, char point)
{
  GString *digits = g_string_new (NULL);
  uint64_t magnitude = decimal.mantissa < 0 ? -(uint64_t)decimal.mantissa : (uint64_t)decimal.mantissa;

  for (; decimal.scale > 0 && magnitude % 10 == 0; decimal.scale--)
    magnitude /= 10;
  g_string_printf (digits, "%0*" G_GUINT64_FORMAT, decimal.scale + 1, magnitude);
  if (decimal.scale > 0)
    g_string_insert_c (digits, (gssize)digits->len - decimal.scale, point);
  if (decimal.mantissa < 0)
    g_string_prepend_c (digits, '-');
  return g_string_free (digits, FALSE);
}

QmsWords
qms_words_decimal (QmsDecimal decimal)
{
  return (QmsWords){ { format_decimal (decimal, ','), format_decimal (decimal, '.') } };
}

QmsWords
qms_words_int (int64_t number)
{
  return (QmsWords){ { g_strdup_printf ("%" G_GINT64_FORMAT, number), NULL } };
}

QmsWords
qms_words_duration (QmsDuration duration)
{
  const QmsEnum *units = qms_duration_units ();
  g_auto (QmsWords) amount = qms_words_decimal (duration.amount);
  bool one = strcmp (amount.text[QMS_LANG_EN], "1") == 0;

  return (QmsWords){ { g_strdup_printf ("%s %s", amount.text[QMS_LANG_VI],
                                        qms_enum_value_label (units, duration.unit, QMS_LANG_VI)),
                       g_strdup_printf ("%s %s%s", amount.text[QMS_LANG_EN],
                                        qms_enum_value_label (units, duration.unit, QMS_LANG_EN), one ? "" : "s") } };
}

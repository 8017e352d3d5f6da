/* SPDX-License-Identifier: Apache-2.0 */
/* The ways in which a list writes a number. */
#include "word/numbering.h"

#include <string.h>

enum { MOST_ROMAN = 3999, MOST_LETTERS = 26 * 30 };

static void
append_decimal (GString *out, int64_t number)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
}

/* a … z, aa, bb … */
static void
append_letters (GString *out, int64_t number, char first)
{
  if (number < 1 || number > MOST_LETTERS) {
    append_decimal (out, number);
    return;
  }
  for (int64_t i = 0; i <= (number - 1) / 26; i++)
    g_string_append_c (out, (char)(first + (number - 1) % 26));
}

static void
append_roman (GString *out, int64_t number, bool upper)
{
  static const struct {
    int value;
    const char *text[2];
  } parts[] = {
    { 1000, { "m", "M" } }, { 900, { "cm", "CM" } }, { 500, { "d", "D" } }, { 400, { "cd", "CD" } },
    { 100, { "c", "C" } },  { 90, { "xc", "XC" } },  { 50, { "l", "L" } },  { 40, { "xl", "XL" } },
    { 10, { "x", "X" } },   { 9, { "ix", "IX" } },   { 5, { "v", "V" } },   { 4, { "iv", "IV" } },
    { 1, { "i", "I" } },
  };

  if (number < 1 || number > MOST_ROMAN)
    append_decimal (out, number);
  for (size_t i = 0; i < G_N_ELEMENTS (parts) && number <= MOST_ROMAN; i++)
    for (; number >= parts[i].value; number -= parts[i].value)
      g_string_append (out, parts[i].text[upper]);
}

void
qms_word_numeral (GString *out, int64_t number, const char *format)
{
  if (strcmp (format, "lowerLetter") == 0)
    append_letters (out, number, 'a');
  else if (strcmp (format, "upperLetter") == 0)
    append_letters (out, number, 'A');
  else if (strcmp (format, "lowerRoman") == 0)
    append_roman (out, number, false);
  else if (strcmp (format, "upperRoman") == 0)
    append_roman (out, number, true);
  else if (strcmp (format, "decimalZero") == 0)
    g_string_append_printf (out, "%02" G_GINT64_FORMAT, number);
  else if (strcmp (format, "none") != 0)
    append_decimal (out, number);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Days as documents write them: "07/7/2025", "7-7-2025", "2025-07-07", "ngày 07 tháng 7 năm 2025". */
#include "interop/docx_import.h"

#include "interop/docx_words.h"

#include <stdio.h>

enum { CENTURY = 2000 };

static bool
take_figures (const char **text, int *value, int *digits)
{
  const char *p = *text;

  for (*value = 0; g_ascii_isdigit (*p) && p - *text < 4; p++)
    *value = *value * 10 + (*p - '0');
  *digits = (int)(p - *text);
  *text = p;
  return *digits > 0 && !g_ascii_isdigit (*p);
}

/* Past what stands between two figures of a day. */
static const char *
skip_joint (const char *p)
{
  static const char *const words[] = { "tháng", "năm", "Tháng", "Năm", "THÁNG", "NĂM" };
  const char *start = p;

  while (*p == ' ')
    p++;
  if (*p == '/' || *p == '-' || *p == '.') {
    p++;
  } else {
    size_t i = 0;
    while (i < G_N_ELEMENTS (words) && !g_str_has_prefix (p, words[i]))
      i++;
    if (i == G_N_ELEMENTS (words))
      return start;
    p += strlen (words[i]);
  }
  while (*p == ' ')
    p++;
  return p;
}

static bool
take_day (const char *p, char iso[11], const char **end)
{
  int part[3], digits[3];
  bool year_first;

  for (int i = 0; i < 3; i++) {
    const char *joint = i > 0 ? skip_joint (p) : p;
    if ((i > 0 && joint == p) || !take_figures (&joint, &part[i], &digits[i]))
      return false;
    p = joint;
  }
  year_first = digits[0] == 4;
  if (!year_first && digits[2] == 2)
    part[2] += CENTURY;
  else if (!year_first && digits[2] != 4)
    return false;
  if (!qms_date_valid (part[year_first ? 0 : 2], part[1], part[year_first ? 2 : 0]))
    return false;
  snprintf (iso, 11, "%04u-%02u-%02u", (unsigned)part[year_first ? 0 : 2] % 10000, (unsigned)part[1] % 100,
            (unsigned)part[year_first ? 2 : 0] % 100);
  if (end)
    *end = p;
  return true;
}

bool
docx_date_find (const char *text, char iso[11], const char **end)
{
  bool inside = false;

  for (const char *p = text; *p; p++) {
    if (g_ascii_isdigit (*p) && !inside && take_day (p, iso, end))
      return true;
    inside = g_ascii_isdigit (*p) || (*p == '/' && inside);
  }
  return false;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the time limit that a text in words tells. */
#include "workflow/limit_text.h"

#include "core/text.h"

#include <string.h>

/* "ngày 15 tháng 3", "15 tháng 3": dates. */
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

static bool
is_letter_at (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* The next limit at or behind `*place`, which then stands behind it. */
static bool
next_limit (const char *text, const char **place, QmsDuration *limit)
{
  bool inside = false; /* a word or number */

  for (const char *p = *place; *p; p = g_utf8_next_char (p)) {
    if (!inside && !is_in_date (text, p) && qms_limit_take (p, place, limit))
      return true;
    inside = is_letter_at (p) || (strchr (",./", *p) && g_ascii_isdigit (p[1]));
  }
  return false;
}

/* Whether another limit, or the rest of a date, follows at once: "2 ngày 4 giờ", "03 tháng 4". */
static bool
goes_on (const char *behind)
{
  while (*behind == ' ')
    behind++;
  if (g_str_has_prefix (behind, "và "))
    behind += strlen ("và ");
  return g_ascii_isdigit (*behind);
}

/* The first limit at or behind `from`, or none if it is part of a sum; `*behind` becomes what follows it. */
static bool
first_limit (const char *text, const char *from, const char **behind, QmsDuration *limit)
{
  *behind = from;
  return next_limit (text, behind, limit) && !goes_on (*behind);
}

bool
qms_limit_find (const char *text, QmsDuration *limit)
{
  static const char *const keywords[] = { "thời gian", "thời hạn" };
  g_autofree char *folded = qms_fold_name (text);
  const char *behind;
  QmsDuration other;

  for (size_t i = 0; i < G_N_ELEMENTS (keywords); i++) {
    const char *at = strstr (folded, keywords[i]);
    if (at && first_limit (folded, at, &behind, limit))
      return true;
  }
  return first_limit (folded, folded, &behind, limit) && !next_limit (folded, &behind, &other);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the time limit that a text in words tells. */
#include "workflow/limit_text.h"

#include "core/text.h"

#include <qms/model.h>

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

typedef struct {
  const char *clause, *number, *behind; /* where its clause begins, its number, what follows it */
  QmsDuration limit;
} Found;

/* The next limit at or behind `from`. */
static bool
next_limit (const char *text, const char *from, Found *found)
{
  bool inside = false; /* a word or number */

  found->clause = from;
  for (const char *p = from; *p; p = g_utf8_next_char (p)) {
    if (!inside && !is_in_date (text, p) && qms_limit_take (p, &found->behind, &found->limit)) {
      found->number = p;
      return true;
    }
    inside = is_letter_at (p) || (strchr (",./", *p) && g_ascii_isdigit (p[1]));
    if (!inside && strchr (".,;?!", *p))
      found->clause = p + 1;
  }
  return false;
}

/* ---- what makes a limit another thing than it seems */

static bool
has_any (const char *from, const char *to, const char *const *words)
{
  for (; *words; words++)
    if (g_strstr_len (from, to - from, *words))
      return true;
  return false;
}

/* Whether another limit, or the rest of a date, follows at once: "2 ngày 4 giờ", "2 ngày - 3 ngày", "03 tháng 4". */
static bool
goes_on (const char *behind)
{
  static const char *const joints[] = { "và ", "hoặc ", "đến ", "- ", "-", "– ", "–", ", " };

  while (*behind == ' ')
    behind++;
  for (size_t i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_has_prefix (behind, joints[i]) && g_ascii_isdigit (behind[strlen (joints[i])]))
      return true;
  return g_ascii_isdigit (*behind);
}

/* The end of a range: "2-3 ngày", "từ 2 đến 3 ngày". */
static bool
ends_range (const char *text, const char *number)
{
  static const char *const joints[] = { "-", "–", "đến", "tới", "hoặc", " to" };

  while (number > text && number[-1] == ' ')
    number--;
  for (size_t i = 0; i < G_N_ELEMENTS (joints); i++) {
    size_t length = strlen (joints[i]);
    const char *before = number - length;
    if ((size_t)(number - text) <= length || strncmp (before, joints[i], length) != 0)
      continue;
    while (before > text && before[-1] == ' ')
      before--;
    if (before > text && g_ascii_isdigit (before[-1]))
      return true;
  }
  return false;
}

/* "1.000 ngày": a thousand to the one, a day to the other. */
static bool
is_doubtful_number (const char *number)
{
  size_t whole = strspn (number, "0123456789");

  return whole > 0 && number[0] != '0' && (number[whole] == '.' || number[whole] == ',')
         && strspn (number + whole + 1, "0123456789") == 3;
}

static bool
is_sure (const char *text, const Found *found)
{
  return !goes_on (found->behind) && !ends_range (text, found->number) && !is_doubtful_number (found->number);
}

enum { AHEAD = 80 }; /* bytes behind a limit that are looked at, so that many limits in a row cost no more */

/* Times of papers and people rather than of work. */
static bool
tells_other_time (const Found *found)
{
  static const char *const words[] = { "lưu", "giá trị", "hiệu lực", "bảo quản", "cư trú", "tuổi",
                                       "chờ", "valid",   "retain",   "keep",     NULL };

  size_t rest = strcspn (found->behind, ".,;?!");

  return has_any (found->clause, found->behind + MIN (rest, AHEAD), words);
}

/* ---- the limit of a text */

static bool
is_of_work (const Found *found)
{
  return found->limit.unit != QMS_DURATION_UNIT_MONTH && found->limit.unit != QMS_DURATION_UNIT_YEAR
         && !tells_other_time (found);
}

/* Rank of the words that announce it, from 1; 0 if there are none. */
static int
rank_of (const Found *found)
{
  static const char *const keywords[][2] = { { "thời hạn", NULL }, { "time limit", NULL }, { "thời gian", NULL } };

  for (int i = G_N_ELEMENTS (keywords); i > 0; i--)
    if (has_any (found->clause, found->number, keywords[i - 1]) && !tells_other_time (found))
      return i;
  return 0;
}

bool
qms_limit_find (const char *text, QmsDuration *limit)
{
  g_autofree char *folded = qms_fold_name (text);
  Found found = { .behind = folded }, best = { 0 };
  int rank = 0, count = 0;

  for (const char *from = folded; next_limit (folded, from, &found); from = found.behind, count++) {
    int other = rank_of (&found);
    if (count > 0 && other <= rank)
      continue;
    best = found;
    rank = other;
  }
  if (count == 0 || !is_sure (folded, &best) || (rank == 0 && (count > 1 || !is_of_work (&best))))
    return false;
  *limit = best.limit;
  return true;
}

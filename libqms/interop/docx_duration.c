/* SPDX-License-Identifier: Apache-2.0 */
/* Times as cells have them: "½ ngày", "01", "05 ngày, kể từ ngày …"; what stands behind the number is kept as a note. */
#include "interop/docx_import.h"

#include "core/text.h"
#include "interop/docx_words.h"
#include "workflow/limit_text.h"

#include <string.h>

/* Short and other words for units. */
static const struct {
  const char *from, *to;
} units[] = {
  { "ngày lv", "ngày làm việc" },         { "giờ lv", "giờ làm việc" },         { "ngày l.v", "ngày làm việc" },
  { "ngày làm viêc", "ngày làm việc" },   { "giờ hành chính", "giờ làm việc" }, { "tiếng làm việc", "giờ làm việc" },
  { "ngày hành chính", "ngày làm việc" },
};

/* What may stand before a number. */
static const char *const lead[] = { "không quá ", "tối đa ",    "trong vòng ", "trong thời hạn ",
                                    "trong ",     "thời gian ", "thời hạn ",   "chậm nhất ",
                                    "khoảng ",    "≤ ",         "<= ",         "≤" };

/* Numbers in words, and what is half of something. */
static const struct {
  const char *words, *figures;
} numbers[] = {
  { "nửa ngày", "1/2 ngày" }, { "nửa giờ", "1/2 giờ" }, { "một buổi", "1/2 ngày" }, { "1 buổi", "1/2 ngày" },
  { "01 buổi", "1/2 ngày" },  { "một ", "1 " },         { "hai ", "2 " },           { "ba ", "3 " },
  { "bốn ", "4 " },           { "năm ", "5 " },         { "sáu ", "6 " },           { "bảy ", "7 " },
  { "tám ", "8 " },           { "chín ", "9 " },        { "mười ", "10 " },
};

static char *
normal_units (char *folded)
{
  for (size_t i = 0; i < G_N_ELEMENTS (units); i++) {
    g_autofree char *before = folded;
    g_auto (GStrv) pieces = g_strsplit (before, units[i].from, -1);
    folded = g_strjoinv (units[i].to, pieces);
  }
  return folded;
}

static const char *
skip_lead (const char *folded)
{
  for (size_t i = 0; i < G_N_ELEMENTS (lead); i++)
    if (g_str_has_prefix (folded, lead[i]))
      return folded + strlen (lead[i]);
  return folded;
}

/* "một ngày" and "8h" with a number and a unit; NULL if the text begins otherwise. Free with g_free. */
static char *
in_figures (const char *folded)
{
  size_t digits = strspn (folded, "0123456789,.");

  if (digits > 0 && strcmp (folded + digits, "h") == 0)
    return g_strdup_printf ("%.*s giờ", (int)digits, folded);
  for (size_t i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_has_prefix (folded, numbers[i].words))
      return g_strconcat (numbers[i].figures, folded + strlen (numbers[i].words), NULL);
  return NULL;
}

/* Nothing but a number: "01", "1/2", "1,5", "½". */
static bool
is_bare (const char *text)
{
  for (; *text; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);
    if (g_unichar_digit_value (c) < 0 && c != 0xBC && c != 0xBD && c != 0xBE && c != ',' && c != '.' && c != '/'
        && c != ' ')
      return false;
  }
  return true;
}

/* "01" with the unit that is meant, as a limit. */
static bool
take_bare (const char *text, int unit, DocxTime *time)
{
  g_autofree char *whole =
      unit && is_bare (text)
          ? g_strdup_printf ("%s %s", text, qms_enum_value_label (qms_duration_units (), unit, QMS_LANG_VI))
          : NULL;

  time->borrowed = whole && qms_limit_read (whole, &time->value);
  return time->borrowed;
}

/* Past what explains the time, as the same one in another unit: " (16 giờ)". */
static const char *
skip_brackets (const char *rest)
{
  const char *inner = rest + strspn (rest, " "), *close = *inner == '(' ? strchr (inner, ')') : NULL;

  return close ? close + 1 : rest;
}

static bool
begins_with_any (const char *text, const char *const *words)
{
  while (*words && !g_str_has_prefix (text, *words))
    words++;
  return *words != NULL;
}

/* Whether another time stands behind the first, which alone would be wrong; a part of the first one and the event that it counts
 * from are none. */
static bool
names_another (const char *rest)
{
  static const char *const parts[] = { "trong đó", "kể từ", "tính từ", "sau khi", "nếu ", NULL };
  static const char *const cases[] = { ";", "\n", "trường hợp", "đối với", NULL };
  bool inside = false, part = false;

  for (const char *p = skip_brackets (rest); *p; p = g_utf8_next_char (p)) {
    QmsDuration other;
    const char *end;
    if (begins_with_any (p, cases))
      part = false;
    else if (begins_with_any (p, parts))
      part = true;
    if (!inside && !part && qms_limit_take (p, &end, &other))
      return true;
    inside = g_ascii_isdigit (*p);
  }
  return false;
}

/* Whether the time goes on behind its unit: "1 ngày - 2", "2 ngày 4 giờ", "2 ngày rưỡi". */
static bool
goes_on (const char *behind)
{
  static const char *const joints[] = { "/", "-", "–", "và ", "hoặc ", "đến ", "tới ", "+", ", " };

  behind += strspn (behind, " ");
  for (size_t i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_has_prefix (behind, joints[i])) {
      const char *digit = behind + strlen (joints[i]);
      if (g_ascii_isdigit (digit[strspn (digit, " ")]))
        return true;
    }
  return g_ascii_isdigit (*behind) || g_str_has_prefix (behind, "rưỡi");
}

/* "5 ngày đối với cấp mới, 3 ngày đối với …", "5 ngày (cấp mới); 3 ngày (…)": the first time is no more usual than the others. */
static bool
is_of_one_case (const char *rest)
{
  static const char *const marks[] = { "đối với", "(", "cho ", "nếu ", NULL };

  return begins_with_any (rest + strspn (rest, " "), marks);
}

/* "-1 ngày" may be less than nothing, while "- 1 ngày" is an item of a list and "-1/2 ngày" one too. */
static bool
is_negative (const char *text)
{
  size_t digits = *text == '-' ? strspn (text + 1, "0123456789") : 0;

  return digits > 0 && text[1 + digits] != '/';
}

/* The note behind a time, without what joins them. */
static char *
note_of (const char *text)
{
  while (*text && strchr (" ,;:.\n-", *text))
    text++;
  return *text ? g_strdup (text) : NULL;
}

void
docx_time_read (const char *text, int unit, DocxTime *time)
{
  g_autofree char *label = NULL;
  const char *bare = docx_unlabel (text, &label);
  g_autofree char *spaced = g_strdelimit (g_strdup (bare), "\n", ' '), *lines = g_utf8_casefold (bare, -1);
  g_autofree char *folded = normal_units (g_steal_pointer (&lines));
  const char *start = skip_lead (folded), *end;
  g_autofree char *figures = in_figures (start);

  *time = (DocxTime){ 0 };
  g_strstrip (spaced);
  if (!*spaced)
    return;
  if (!is_negative (text) && take_bare (spaced, unit, time)) {
    time->known = true;
    return;
  }
  time->known = !is_negative (text) && qms_limit_take (figures ? figures : start, &end, &time->value) && !goes_on (end);
  if (time->known && names_another (end)) {
    time->known = false;
    time->general = !is_of_one_case (end);
  }
  if (!time->known)
    time->note = g_strdup (text);
  else if (start == folded && !figures && strlen (spaced) == strlen (folded))
    time->note = note_of (spaced + (end - folded));
  else
    time->note = *skip_lead (end) || start > folded ? g_strdup (spaced) : NULL;
}

void
docx_time_clear (DocxTime *time)
{
  g_free (time->note);
}

int
docx_time_unit (const char *text)
{
  g_autofree char *folded = normal_units (g_utf8_casefold (text, -1));
  const QmsEnum *enumeration = qms_duration_units ();
  const char *first = NULL;
  size_t longest = 0;
  int unit = 0;

  for (size_t i = 0; i < qms_enum_value_count (enumeration); i++) {
    int value = qms_enum_value_at (enumeration, i);
    const char *label = qms_enum_value_label (enumeration, value, QMS_LANG_VI), *at = strstr (folded, label);
    if (!at || (first && (at > first || (at == first && strlen (label) <= longest))))
      continue;
    first = at;
    longest = strlen (label);
    unit = value;
  }
  return unit;
}

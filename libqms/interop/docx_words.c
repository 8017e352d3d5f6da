/* SPDX-License-Identifier: Apache-2.0 */
/* Words of Word documents, compared as people read them. */
#include "interop/docx_words.h"

#include "core/text.h"

#include <string.h>

/* ---- letters */

/* The bare letter; 0 for a mark, ' ' for what is neither letter nor digit. Eth looks like "đ" and is typed for it. */
static gunichar
plain_letter (gunichar c)
{
  gunichar letter = c == 0xD0 || c == 0xF0 ? 'd' : qms_bare_letter (c);

  return letter || g_unichar_ismark (c) ? letter : ' ';
}

char *
docx_plain (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; text && *text; text = g_utf8_next_char (text)) {
    gunichar c = plain_letter (g_utf8_get_char (text));
    if (c == ' ' ? out->len > 0 && out->str[out->len - 1] != ' ' : c != 0)
      g_string_append_unichar (out, c);
  }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* Past characters that are no letters; `*moved` becomes whether there were any. */
static const char *
skip_gap (const char *text, bool *moved)
{
  const char *start = text;

  while (*text && plain_letter (g_utf8_get_char (text)) == ' ')
    text = g_utf8_next_char (text);
  *moved = text > start;
  return text;
}

static const char *
skip_colon (const char *text)
{
  while (*text == ' ')
    text++;
  if (*text == ':')
    text++;
  while (*text == ' ' || *text == '\n')
    text++;
  return text;
}

const char *
docx_after (const char *text, const char *phrase)
{
  bool gap;

  text = skip_gap (text, &gap);
  for (; *phrase; phrase++) {
    gunichar c;
    if (*phrase == ' ') {
      text = skip_gap (text, &gap);
      if (!gap)
        return NULL;
      continue;
    }
    do {
      c = plain_letter (g_utf8_get_char (text));
      text = *text ? g_utf8_next_char (text) : text;
    } while (c == 0 && *text);
    if (c != (gunichar)*phrase)
      return NULL;
  }
  while (*text && plain_letter (g_utf8_get_char (text)) == 0)
    text = g_utf8_next_char (text);
  return *text && plain_letter (g_utf8_get_char (text)) != ' ' ? NULL : skip_colon (text);
}

/* ---- phrases */

bool
docx_begins (const char *plain, const char *phrase)
{
  size_t length = strlen (phrase);

  return strncmp (plain, phrase, length) == 0 && (plain[length] == '\0' || plain[length] == ' ');
}

bool
docx_has (const char *plain, const char *phrase)
{
  for (const char *p = plain; p; p = strchr (p, ' ')) {
    p += *p == ' ';
    if (docx_begins (p, phrase))
      return true;
  }
  return false;
}

enum { LONGEST = 96 };

/* Edit distance of two texts of at most LONGEST bytes. */
static size_t
distance (const char *a, const char *b)
{
  size_t row[LONGEST + 1], length = strlen (b);

  for (size_t j = 0; j <= length; j++)
    row[j] = j;
  for (size_t i = 1; a[i - 1]; i++) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t j = 1; j <= length; j++) {
      size_t above = row[j];
      row[j] = MIN (corner + (a[i - 1] != b[j - 1]), MIN (above, row[j - 1]) + 1);
      corner = above;
    }
  }
  return row[length];
}

bool
docx_is_like (const char *plain, const char *phrase)
{
  enum { LETTERS_PER_SLIP = 8 };
  size_t a = strlen (plain), b = strlen (phrase), most = b / LETTERS_PER_SLIP;

  if (strcmp (plain, phrase) == 0)
    return true;
  if (a > LONGEST || b > LONGEST || a > b + most || b > a + most)
    return false;
  return distance (plain, phrase) <= most;
}

int
docx_beginning (const DocxPhrase *table, const char *plain, size_t *length)
{
  size_t longest = 0;
  int meaning = 0;

  for (; table->meaning; table++)
    if (*table->phrase == *plain && strlen (table->phrase) > longest && docx_begins (plain, table->phrase)) {
      longest = strlen (table->phrase);
      meaning = table->meaning;
    }
  if (length)
    *length = longest;
  return meaning;
}

int
docx_whole (const DocxPhrase *table, const char *plain, bool *exact)
{
  int like = 0;

  for (; table->meaning; table++) {
    if (strcmp (plain, table->phrase) == 0) {
      if (exact)
        *exact = true;
      return table->meaning;
    }
    if (!like && docx_is_like (plain, table->phrase))
      like = table->meaning;
  }
  if (exact)
    *exact = false;
  return like;
}

int
docx_anywhere (const DocxPhrase *table, const char *plain)
{
  size_t longest = 0;
  int meaning = 0;

  for (; table->meaning; table++)
    if (strlen (table->phrase) > longest && docx_has (plain, table->phrase)) {
      longest = strlen (table->phrase);
      meaning = table->meaning;
    }
  return meaning;
}

/* ---- labels */

static const char bullets[][4] = { "-", "–", "—", "+", "*", "•", "●", "·", "▪", "■", "○", "◦", "►", "✓", "−", "‐" };

static const char *
skip_bullet (const char *text)
{
  for (size_t i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i])) {
      text += strlen (bullets[i]);
      return *text == ')' ? text + 1 : text;
    }
  return NULL;
}

/* "5", "5.2", "IV", "a", "đ": how long; 0 if it is none. `*spaced` becomes whether a space may close it. */
static size_t
label_length (const char *text, bool *spaced)
{
  size_t digits = strspn (text, "0123456789"), roman = strspn (text, "IVXL");

  *spaced = false;
  if (digits > 0) {
    size_t part = 0;
    if (digits > 2)
      return 0;
    while (text[digits] == '.' && (part = strspn (text + digits + 1, "0123456789")) > 0 && part <= 2) {
      digits += 1 + part;
      *spaced = true;
    }
    return part > 2 ? 0 : digits;
  }
  if (roman > 0)
    return roman <= 5 ? roman : 0;
  *spaced = g_ascii_islower (*text) || g_str_has_prefix (text, "đ");
  return g_ascii_isalpha (*text) ? 1 : g_str_has_prefix (text, "đ") || g_str_has_prefix (text, "Đ") ? 2 : 0;
}

/* Past what closes a label: ".", ")" or "/" or, where it may, white space before a capital; NULL if nothing does. "1.500 đồng"
 * and "5 ngày" have no label. */
static const char *
skip_close (const char *text, bool spaced)
{
  const char *next = text + (*text == '.' || *text == ')' || *text == '/');

  if (g_ascii_isdigit (*next) || (next == text && !(spaced && *text == ' ')))
    return NULL;
  while (*next == ' ')
    next++;
  if (*text == ' ' && !g_unichar_isupper (g_utf8_get_char (next)))
    return NULL;
  return *next ? next : NULL;
}

const char *
docx_unlabel (const char *text, char **label)
{
  const char *next = skip_bullet (text);
  bool spaced = false;
  size_t length = next ? 0 : label_length (text, &spaced);

  *label = NULL;
  if (next) {
    *label = g_strdup ("-");
    while (*next == ' ')
      next++;
    return next;
  }
  next = length > 0 ? skip_close (text + length, spaced) : NULL;
  if (!next)
    return text;
  *label = g_strndup (text, length);
  return next;
}

bool
docx_is_bullet (const char *label)
{
  const char *end = label ? skip_bullet (label) : NULL;

  return end && *end == '\0';
}

bool
docx_is_loud (const char *text)
{
  size_t loud = 0, letters = 0;

  for (; *text; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);
    letters += g_unichar_isalpha (c);
    loud += g_unichar_isupper (c);
  }
  return letters > 1 && loud * 10 >= letters * 9;
}

bool
docx_is_placeholder (const char *text)
{
  g_autofree char *plain = docx_plain (text);

  return *plain == '\0' || g_str_has_prefix (text, "[[") || (*text == '(' && g_str_has_suffix (text, ")"))
         || (*text == '<' && g_str_has_suffix (text, ">"));
}

bool
docx_is_nothing (const char *plain)
{
  static const char *const words[] = { "khong",   "khong co", "khong quy dinh", "khong thu", "khong yeu cau",
                                       "chua co", NULL };
  size_t i = 0;

  while (words[i] && strcmp (plain, words[i]) != 0)
    i++;
  return words[i] != NULL;
}

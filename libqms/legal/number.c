/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers of legal acts, folded byte by byte: citations are many, so there is no allocation and no pattern here. */
#include "legal/number.h"

#include <glib.h>
#include <string.h>

static bool
is_joint (char c)
{
  return c == '/' || c == '-' || c == ':' || c == '.';
}

/* An ASCII character as part of a symbol: a capital, digit or joint; ' ' for white space; NUL for what ends a symbol. */
static char
fold_narrow (char c)
{
  if (c >= 'a' && c <= 'z')
    return (char)(c - 'a' + 'A');
  if (g_ascii_isalnum (c) || is_joint (c))
    return c;
  return c == ' ' || c == '\t' || c == '\n' ? ' ' : '\0';
}

/* Folds a character beyond ASCII at `p` and counts its bytes: 'D' for the letters Đ, đ and the Icelandic Ð, ð that stand
 * in for them, '-' for every dash, ' ' for the no-break space; otherwise the byte itself. */
static char
fold_wide (const unsigned char *p, size_t *length)
{
  *length = 2;
  if ((p[0] == 0xC4 || p[0] == 0xC3) && (p[1] == 0x90 || p[1] == (p[0] == 0xC4 ? 0x91 : 0xB0)))
    return 'D';
  if (p[0] == 0xC2 && p[1] == 0xA0)
    return ' ';
  *length = 3;
  if (p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x94)
    return '-';
  *length = 1;
  return (char)p[0];
}

/* Takes a character and folds it. */
static char
fold (const unsigned char **text)
{
  const unsigned char *p = *text;
  size_t length = 1;
  char c = *p < 0x80 ? fold_narrow ((char)*p) : fold_wide (p, &length);

  *text += length;
  return c;
}

/* The symbol that begins at a digit: spaces count only between two words, where they end it. Moves `text` to where it ends.
 * Length of the key; 0 if there is no room for it. */
static size_t
fold_symbol (const unsigned char **text, char *key)
{
  const unsigned char *p = *text;
  size_t length = 0;
  bool space = false;

  for (; *p; *text = p) {
    char c = fold (&p);
    if (c == ' ') {
      space = true;
      continue;
    }
    if (c == '\0' || (space && length > 0 && !is_joint (c) && !is_joint (key[length - 1])))
      break;
    if (length == QMS_NUMBER_MAX - 1)
      return 0;
    key[length++] = c;
    space = false;
  }
  while (length > 0 && is_joint (key[length - 1]))
    length--;
  key[length] = '\0';
  return length;
}

/* How much a symbol looks like the number of an act or a standard. */
typedef enum { RANK_NONE, RANK_SYMBOL, RANK_NUMBER } Rank;

static bool
has_letter (const char *key)
{
  while (*key && !(*key >= 'A' && *key <= 'Z'))
    key++;
  return *key != '\0';
}

/* Numbers are "61/2018/ND-CP", "101/QD-BKHCN", "80-NQ/TW", "9001:2015"; symbols at least "1/TP". Neither a date ("23/4/2018")
 * nor the number of an article or a form ("10"). */
static Rank
rank_of (const char *key)
{
  const char *slash = strchr (key, '/'), *hyphen = strchr (key, '-'), *joint = key;

  while (g_ascii_isdigit (*joint))
    joint++;
  if (*joint == ':')
    return qms_number_has_year (key) ? RANK_NUMBER : RANK_NONE;
  if ((!slash && !hyphen) || !has_letter (key))
    return RANK_NONE;
  if (joint != slash && joint != hyphen)
    return RANK_SYMBOL;
  if (qms_number_has_year (key))
    return is_joint (joint[5]) ? RANK_NUMBER : RANK_SYMBOL;
  return slash && hyphen ? RANK_NUMBER : RANK_SYMBOL;
}

/* The whole text, one space between words. Length of the key. */
static size_t
fold_words (const unsigned char *text, char *key)
{
  size_t length = 0;

  while (*text) {
    char other = (char)*text, c = fold (&text);
    if (c == '\0')
      c = other;
    if (c == ' ' && (length == 0 || key[length - 1] == ' '))
      continue;
    if (length == QMS_NUMBER_MAX - 1)
      return 0;
    key[length++] = c;
  }
  while (length > 0 && key[length - 1] == ' ')
    length--;
  return length;
}

static const unsigned char *
skip_to_digit (const unsigned char *text)
{
  while (*text && !g_ascii_isdigit (*text))
    text++;
  while (text[0] == '0' && g_ascii_isdigit (text[1]))
    text++;
  return text;
}

/* The first number in a text, else its first symbol: where it begins, and its key. What is left behind is left as a whole, so
 * the work is linear. */
static Rank
find_number (const char *text, char *key, const unsigned char **start)
{
  const unsigned char *p = skip_to_digit ((const unsigned char *)text);
  char found[QMS_NUMBER_MAX];
  Rank best = RANK_NONE;

  for (; *p && best != RANK_NUMBER; p = skip_to_digit (p)) {
    const unsigned char *begin = p;
    size_t length = fold_symbol (&p, found);
    Rank rank = length > 0 ? rank_of (found) : RANK_NONE;
    if (rank <= best)
      continue;
    best = rank;
    *start = begin;
    memcpy (key, found, length + 1);
  }
  return best;
}

bool
qms_number_key (const char *text, char key[QMS_NUMBER_MAX])
{
  const unsigned char *start;

  if (find_number (text, key, &start) != RANK_NONE)
    return true;
  key[fold_words ((const unsigned char *)text, key)] = '\0';
  return *key != '\0';
}

bool
qms_number_is_in (const char *text)
{
  const unsigned char *start;
  char key[QMS_NUMBER_MAX];

  return find_number (text, key, &start) == RANK_NUMBER;
}

bool
qms_number_key_of_whole (const char *text, char key[QMS_NUMBER_MAX])
{
  const unsigned char *start, *digit = skip_to_digit ((const unsigned char *)text);

  return find_number (text, key, &start) != RANK_NONE && digit == start;
}

bool
qms_number_has_year (const char *key)
{
  const char *joint = key;
  int digits = 0;

  while (*joint && *joint != '/' && *joint != ':')
    joint++;
  while (*joint && g_ascii_isdigit (joint[digits + 1]))
    digits++;
  return digits == 4;
}

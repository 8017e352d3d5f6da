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

/* The symbol that begins at a digit: spaces count only between two words, where they end it. Length of the key. */
static size_t
fold_symbol (const unsigned char *text, char *key, bool *joined)
{
  size_t length = 0;
  bool space = false;

  for (*joined = false; *text;) {
    char c = fold (&text);
    if (c == ' ') {
      space = true;
      continue;
    }
    if (c == '\0' || (space && length > 0 && !is_joint (c) && !is_joint (key[length - 1])))
      break;
    if (length == QMS_NUMBER_MAX - 1)
      return 0;
    *joined |= is_joint (c) && c != '.';
    key[length++] = c;
    space = false;
  }
  while (length > 0 && is_joint (key[length - 1]))
    length--;
  return length;
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

bool
qms_number_key (const char *text, char key[QMS_NUMBER_MAX])
{
  const unsigned char *digit = (const unsigned char *)text;
  bool joined = false;
  size_t length;

  while (*digit && !g_ascii_isdigit (*digit))
    digit++;
  while (digit[0] == '0' && g_ascii_isdigit (digit[1]))
    digit++;
  length = fold_symbol (digit, key, &joined);
  if (!joined)
    length = fold_words ((const unsigned char *)text, key);
  key[length] = '\0';
  return length > 0;
}

bool
qms_number_has_year (const char *key)
{
  const char *joint = strpbrk (key, "/:");

  return joint && strspn (joint + 1, "0123456789") == 4;
}

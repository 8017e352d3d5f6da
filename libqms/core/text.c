/* SPDX-License-Identifier: Apache-2.0 */
/* Text: UTF-8, NFC, white space, likeness. */
#include "core/text.h"

#include <glib.h>
#include <string.h>

static bool
is_forbidden_control (unsigned char c)
{
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* U+FFFE and U+FFFF, the only characters of valid UTF-8 beyond the controls that XML refuses. */
static bool
is_noncharacter (const char *text)
{
  return memcmp (text, "\xEF\xBF", 2) == 0 && ((unsigned char)text[2] == 0xBE || (unsigned char)text[2] == 0xBF);
}

bool
qms_text_is_xml (const char *text, size_t length, size_t *bad)
{
  const char *end = text + length, *valid_end;

  g_utf8_validate_len (text, length, &valid_end);
  for (const char *p = text; p < valid_end; p++)
    if (is_forbidden_control ((unsigned char)*p) || (*p == '\xEF' && is_noncharacter (p))) {
      valid_end = p;
      break;
    }
  if (bad)
    *bad = (size_t)(valid_end - text);
  return valid_end == end;
}

/* Whether a lead byte and its follower can begin a character that NFC may change or that may join the one before. All
 * characters that Vietnamese needs, and common punctuation, answer no. */
static bool
is_suspect (unsigned char lead, unsigned char next)
{
  if (lead < 0xCC)
    return false;
  if (lead == 0xE1)
    return next != 0xBA && next != 0xBB; /* U+1E80 to U+1EFF: precomposed Vietnamese */
  if (lead == 0xE2)
    return next == 0x83 || next == 0x84 || next == 0x8C || next == 0xAB /* marks for symbols, Å, Ω, angle brackets … */
           || next == 0xB3 || next == 0xB5 || next == 0xB7;             /* marks of Coptic, Tifinagh and Cyrillic */
  if (lead >= 0xE4 && lead <= 0xE9)
    return false; /* CJK unified ideographs */
  return true;
}

/* Offset of the first suspect character, or of the NUL. U+2000 and U+2001 hide in 0xE2 0x80 and are looked for apart. */
static const char *
first_suspect (const char *text)
{
  const unsigned char *p = (const unsigned char *)text;

  for (; *p; p++) {
    if (*p < 0xCC)
      continue;
    if (is_suspect (p[0], p[1]) || (p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0x80 || p[2] == 0x81)))
      break;
    p += p[0] >= 0xF0 ? 3 : p[0] >= 0xE0 ? 2 : 1;
  }
  return (const char *)p;
}

/* A letter, except those of Hangul that join the one before: what comes before it does not change it, nor the other way. */
static bool
begins_anew (const char *text)
{
  gunichar c = (guchar)*text < 0x80 ? (guchar)*text : g_utf8_get_char (text);

  return c < 0x80 || (g_unichar_isalpha (c) && !(c >= 0x1160 && c <= 0x11FF));
}

/* Where a piece ends that can be normalised by itself. */
static const char *
piece_end (const char *text)
{
  enum { PIECE = 1024 };
  const char *p = text;

  while (*p && (p - text < PIECE || !begins_anew (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Puts marks into their canonical order, which counts how often each class occurs. GLib compares them in pairs. */
static void
order_marks (gunichar *marks, size_t count)
{
  g_autofree gunichar *sorted = g_new (gunichar, count);
  size_t places[256] = { 0 }, sum = 0;

  for (size_t i = 0; i < count; i++)
    places[g_unichar_combining_class (marks[i])]++;
  for (size_t i = 0; i < G_N_ELEMENTS (places); i++) {
    size_t here = places[i];
    places[i] = sum;
    sum += here;
  }
  for (size_t i = 0; i < count; i++)
    sorted[places[g_unichar_combining_class (marks[i])]++] = marks[i];
  memcpy (marks, sorted, count * sizeof *marks);
}

/* The piece with its marks in order. Free with g_free. */
static char *
ordered (const char *piece, const char *end)
{
  glong length, from;
  g_autofree gunichar *all = g_utf8_to_ucs4_fast (piece, end - piece, &length);

  for (glong i = 0; i < length; i++) {
    for (from = i; i < length && g_unichar_combining_class (all[i]) != 0;)
      i++;
    if (i - from > 1)
      order_marks (all + from, (size_t)(i - from));
  }
  return g_ucs4_to_utf8 (all, length, NULL, NULL, NULL);
}

/* Longer than a piece should be: there is no letter far and wide. */
static char *
normalise_long (const char *piece, const char *end)
{
  g_autofree char *sorted = ordered (piece, end);

  return g_utf8_normalize (sorted, -1, G_NORMALIZE_NFC);
}

/* In pieces, since GLib takes time quadratic in the length. */
char *
qms_text_to_nfc (const char *text)
{
  enum { LONG = 4096 };
  g_autoptr (GString) out = g_string_new (NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  for (const char *end; *text; text = end) {
    end = piece_end (text);
    g_autofree char *piece =
      end - text > LONG ? normalise_long (text, end) : g_utf8_normalize (text, end - text, G_NORMALIZE_NFC);
    g_string_append (out, piece);
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

bool
qms_text_is_nfc (const char *text)
{
  g_autofree char *normal = NULL;

  if (!*first_suspect (text))
    return true;
  normal = qms_text_to_nfc (text);
  return normal && strcmp (normal, text) == 0;
}

char *
qms_fold_name (const char *name)
{
  g_autofree char *normal = qms_text_is_nfc (name) ? NULL : qms_text_to_nfc (name);
  char *folded = g_utf8_casefold (normal ? normal : name, -1), *out = folded;

  for (const char *p = folded; *p; p++)
    if (!qms_text_is_space (*p))
      *out++ = *p;
    else if (out > folded && out[-1] != ' ')
      *out++ = ' ';
  if (out > folded && out[-1] == ' ')
    out--;
  *out = '\0';
  return folded;
}

gunichar
qms_bare_letter (gunichar c)
{
  gunichar apart[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (c == 0x110 || c == 0x111)
    return 'd';
  g_unichar_fully_decompose (c, FALSE, apart, G_N_ELEMENTS (apart));
  return g_unichar_isalnum (apart[0]) ? g_unichar_tolower (apart[0]) : 0;
}

char *
qms_bare_name (const char *name)
{
  GString *bare = g_string_new (NULL);

  for (; *name; name = g_utf8_next_char (name)) {
    gunichar letter = qms_bare_letter (g_utf8_get_char (name));
    if (letter)
      g_string_append_unichar (bare, letter);
  }
  return g_string_free (bare, FALSE);
}

/* ---- escaping */

/* Which bytes need a reference: 1 in text, 2 in an attribute. The NUL ends both. */
static const unsigned char escapes[256] = {
  ['\0'] = 3, ['\t'] = 2, ['\n'] = 2, ['\r'] = 3, ['"'] = 2, ['&'] = 3, ['<'] = 3, ['>'] = 1,
};

static const char *
reference (unsigned char c)
{
  switch (c) {
  case '\t': return "&#9;";
  case '\n': return "&#10;";
  case '\r': return "&#13;";
  case '"': return "&quot;";
  case '&': return "&amp;";
  case '<': return "&lt;";
  default: return "&gt;";
  }
}

void
qms_text_escape (const char *text, bool attribute, GString *out)
{
  unsigned char mask = attribute ? 2 : 1;
  const unsigned char *p = (const unsigned char *)text, *run = p;

  for (;;) {
    while (!(escapes[*p] & mask))
      p++;
    g_string_append_len (out, (const char *)run, p - run);
    if (!*p)
      return;
    g_string_append (out, reference (*p++));
    run = p;
  }
}

void
qms_text_append_markup (GString *out, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (out, text);
}

/* ---- likeness */

enum { LONGEST_NAME = 63 };

/* Edit distance of two short ASCII names: insert, delete, replace, swap neighbours. */
static unsigned
distance (const char *a, const char *b)
{
  size_t length = strlen (b);
  unsigned rows[3][LONGEST_NAME + 1], *before = rows[0], *above = rows[1], *row = rows[2];

  if (strlen (a) > LONGEST_NAME || length > LONGEST_NAME)
    return G_MAXUINT;
  for (size_t j = 0; j <= length; j++)
    row[j] = (unsigned)j;
  for (size_t i = 1; a[i - 1]; i++) {
    unsigned *oldest = before;
    before = above;
    above = row;
    row = oldest;
    row[0] = (unsigned)i;
    for (size_t j = 1; j <= length; j++) {
      bool same = g_ascii_tolower (a[i - 1]) == g_ascii_tolower (b[j - 1]);
      row[j] = MIN (above[j - 1] + !same, MIN (above[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], before[j - 2] + 1);
    }
  }
  return row[length];
}

const char *
qms_text_nearest (const char *name, const char *const *names, size_t count)
{
  unsigned best = (unsigned)strlen (name) / 3 + 1;
  const char *nearest = NULL;

  for (size_t i = 0; i < count; i++) {
    unsigned d = distance (name, names[i]);
    if (d < best || (d == best && !nearest && d <= 1)) {
      best = d;
      nearest = names[i];
    }
  }
  return nearest;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* The guard scan: a small state machine over bytes. What is not well-formed is left for the parser to say. */
#include "codec/guard.h"

#include "gen/ids.h"

#include <string.h>

void
qms_guard_init (QmsGuard *guard, const QmsReader *reader)
{
  *guard = (QmsGuard){ .reader = reader, .line = 1, .column = 1 };
}

/* ---- what a step refuses: a limit, or one of these */

enum { REFUSE_NOTHING = 0, REFUSE_DOCTYPE = -1, REFUSE_NUL = -2 };

static bool
over (const QmsGuard *guard, int limit, size_t value)
{
  return value > guard->reader->limits[limit];
}

/* ---- tags */

static int
end_tag (QmsGuard *guard)
{
  guard->state = QMS_GUARD_TEXT;
  guard->length = 0;
  if (guard->closing)
    guard->depth -= guard->depth > 0;
  else if (!guard->slash)
    guard->depth++;
  return over (guard, QMS_LIMIT_DEPTH, guard->depth) ? QMS_LIMIT_DEPTH : REFUSE_NOTHING;
}

/* First quote or ">"; NULL if there is none. Four bytes at a time: most of the scan's work is here. */
static const char *
find_quote_or_end (const char *p, const char *end)
{
  static const bool wanted[256] = { ['>'] = true, ['"'] = true, ['\''] = true };

  for (; end - p >= 4; p += 4) {
    if (wanted[(unsigned char)p[0]])
      return p;
    if (wanted[(unsigned char)p[1]])
      return p + 1;
    if (wanted[(unsigned char)p[2]])
      return p + 2;
    if (wanted[(unsigned char)p[3]])
      return p + 3;
  }
  for (; p < end; p++)
    if (wanted[(unsigned char)*p])
      return p;
  return NULL;
}

/* A tag that ends in this chunk, which is nearly every one, from the byte after "<". NULL if it does not end here or if
 * anything may have to be refused: then the states below go through it with care. */
static const char *
whole_tag (QmsGuard *guard, const char *from, const char *end)
{
  const char *p = from;
  size_t values = 0;

  if (p == end || *p == '!' || *p == '?')
    return NULL;
  while ((p = find_quote_or_end (p, end)) && *p != '>') {
    p = memchr (p + 1, *p, (size_t)(end - p - 1));
    if (!p)
      return NULL;
    p++;
    values++;
  }
  if (!p || over (guard, QMS_LIMIT_ATTRIBUTES, values) || over (guard, QMS_LIMIT_TAG, (size_t)(p - from)))
    return NULL;
  if (*from == '/')
    guard->depth -= guard->depth > 0;
  else if (p[-1] != '/' && over (guard, QMS_LIMIT_DEPTH, ++guard->depth)) {
    guard->depth--;
    return NULL;
  }
  return p + 1;
}

/* ---- states; each consumes bytes from *p and may change the state */

static int
in_text (QmsGuard *guard, const char **p, const char *end)
{
  const char *from = *p, *open, *next;

  while ((open = memchr (from, '<', (size_t)(end - from)))) {
    if (over (guard, QMS_LIMIT_TEXT, guard->length + (size_t)(open - from)) || !(next = whole_tag (guard, open + 1, end)))
      break;
    guard->length = 0;
    from = next;
  }
  guard->length += (size_t)((open ? open : end) - from);
  *p = open ? open + 1 : end;
  if (over (guard, QMS_LIMIT_TEXT, guard->length))
    return QMS_LIMIT_TEXT;
  if (open) {
    guard->state = QMS_GUARD_OPEN;
    guard->length = 0;
  }
  return REFUSE_NOTHING;
}

static void
begin_section (QmsGuard *guard, char end_byte, unsigned end_count)
{
  guard->state = QMS_GUARD_SECTION;
  guard->end_byte = end_byte;
  guard->end_count = end_count;
  guard->seen = 0;
  guard->length = 0;
}

static void
begin_tag (QmsGuard *guard)
{
  guard->state = QMS_GUARD_TAG;
  guard->attributes = 0;
  guard->slash = false;
}

/* The byte after "<". */
static int
at_open (QmsGuard *guard, const char **p)
{
  if (**p == '!') {
    guard->state = QMS_GUARD_BANG;
    guard->word_length = 0;
    (*p)++;
  } else if (**p == '?') {
    begin_section (guard, '?', 1);
    (*p)++;
  } else {
    begin_tag (guard);
    guard->closing = **p == '/';
    if (guard->closing)
      (*p)++;
  }
  return REFUSE_NOTHING;
}

/* The bytes after "<!": "--", "[CDATA[" or a declaration. */
static int
at_bang (QmsGuard *guard, const char **p)
{
  guard->word[guard->word_length++] = *(*p)++;
  if (guard->word_length == 2 && memcmp (guard->word, "--", 2) == 0)
    begin_section (guard, '-', 2);
  else if (guard->word_length == 7 && memcmp (guard->word, "[CDATA[", 7) == 0)
    begin_section (guard, ']', 2);
  else if (strncmp ("--", guard->word, guard->word_length) != 0 && strncmp ("[CDATA[", guard->word, guard->word_length) != 0)
    return REFUSE_DOCTYPE;
  return REFUSE_NOTHING;
}

/* Comment, CDATA section or processing instruction, up to its end. */
static int
in_section (QmsGuard *guard, const char **p, const char *end)
{
  const char *from = *p;

  while (*p < end && guard->state == QMS_GUARD_SECTION) {
    char c = *(*p)++;
    if (c == guard->end_byte)
      guard->seen++;
    else if (c == '>' && guard->seen >= guard->end_count)
      guard->state = QMS_GUARD_TEXT;
    else
      guard->seen = 0;
  }
  guard->length += (size_t)(*p - from);
  if (over (guard, QMS_LIMIT_TEXT, guard->length))
    return QMS_LIMIT_TEXT;
  if (guard->state == QMS_GUARD_TEXT)
    guard->length = 0;
  return REFUSE_NOTHING;
}

static int
in_tag (QmsGuard *guard, const char **p, const char *end)
{
  const char *from = *p, *q = find_quote_or_end (from, end), *run_end = q ? q : end;

  if (run_end > from)
    guard->slash = run_end[-1] == '/';
  *p = q ? q + 1 : end;
  guard->length += (size_t)(*p - from);
  if (over (guard, QMS_LIMIT_TAG, guard->length))
    return QMS_LIMIT_TAG;
  if (!q)
    return REFUSE_NOTHING;
  if (*q == '>')
    return end_tag (guard);
  guard->slash = false;
  guard->state = QMS_GUARD_QUOTED;
  guard->quote = *q;
  return over (guard, QMS_LIMIT_ATTRIBUTES, ++guard->attributes) ? QMS_LIMIT_ATTRIBUTES : REFUSE_NOTHING;
}

static int
in_quotes (QmsGuard *guard, const char **p, const char *end)
{
  const char *close = memchr (*p, guard->quote, (size_t)(end - *p));
  size_t run = (size_t)((close ? close + 1 : end) - *p);

  guard->length += run;
  *p += run;
  if (over (guard, QMS_LIMIT_TAG, guard->length))
    return QMS_LIMIT_TAG;
  if (close) {
    guard->state = QMS_GUARD_TAG;
    guard->slash = false;
  }
  return REFUSE_NOTHING;
}

static int
step (QmsGuard *guard, const char **p, const char *end)
{
  switch (guard->state) {
  case QMS_GUARD_TEXT: return in_text (guard, p, end);
  case QMS_GUARD_OPEN: return at_open (guard, p);
  case QMS_GUARD_BANG: return at_bang (guard, p);
  case QMS_GUARD_TAG: return in_tag (guard, p, end);
  case QMS_GUARD_QUOTED: return in_quotes (guard, p, end);
  default: return in_section (guard, p, end);
  }
}

/* ---- places */

/* Moves a position over bytes that were scanned. */
static void
advance (QmsGuard *guard, const char *from, const char *to)
{
  const char *newline;

  while ((newline = memchr (from, '\n', (size_t)(to - from)))) {
    guard->line++;
    guard->column = 1;
    from = newline + 1;
  }
  for (; from < to; from++)
    guard->column += ((unsigned char)*from & 0xC0) != 0x80;
}

static QmsStatus
refuse (QmsGuard *guard, int refused, const char *file, QmsError **error)
{
  QmsPlace place = { file, guard->line, guard->column, NULL };

  if (refused == REFUSE_DOCTYPE)
    return qms_fail (error, QMS_RULE_DOCTYPE, &place, NULL);
  if (refused == REFUSE_NUL)
    return qms_fail (error, QMS_RULE_ENCODING, &place, "found", "U+0000", NULL);
  return qms_fail_limit (guard->reader, refused, &place, error);
}

QmsStatus
qms_guard_scan (QmsGuard *guard, const char *chunk, size_t size, const char *file, QmsError **error)
{
  const char *nul = memchr (chunk, '\0', size), *p = chunk, *end = nul ? nul : chunk + size;

  while (p < end) {
    int refused = step (guard, &p, end);
    if (refused == REFUSE_NOTHING)
      continue;
    p -= refused == REFUSE_DOCTYPE ? guard->word_length + 2 : 1; /* "<!" and what follows; else the last byte */
    advance (guard, chunk, MAX (p, chunk));
    return refuse (guard, refused, file, error);
  }
  advance (guard, chunk, end);
  return nul ? refuse (guard, REFUSE_NUL, file, error) : QMS_OK;
}

/* ---- the first bytes */

static QmsStatus
refuse_encoding (const char *found, const char *file, QmsError **error)
{
  QmsPlace place = { file, 1, 1, NULL };

  return qms_fail (error, QMS_RULE_ENCODING, &place, "found", found, NULL);
}

static QmsStatus
refuse_kind (const char *found, const char *file, QmsError **error)
{
  QmsPlace place = { file, 1, 1, NULL };

  return qms_fail (error, QMS_RULE_NOT_TEXT, &place, "found", found, NULL);
}

static bool
begins (const char *chunk, size_t size, const char *bytes, size_t length)
{
  return size >= length && memcmp (chunk, bytes, length) == 0;
}

/* What an input that does not begin with "<" begins with, or that it is empty. */
static QmsStatus
refuse_text (const char *chunk, size_t size, const char *file, QmsError **error)
{
  QmsPlace place = { file, 1, 1, NULL };
  g_autofree char *begin = g_strndup (chunk, MIN (size, 16)), *found = g_utf8_make_valid (begin, -1);

  return size == 0 ? qms_fail (error, QMS_RULE_EMPTY_FILE, &place, NULL) : refuse_kind (found, file, error);
}

char *
qms_xml_declared_encoding (const char *chunk, size_t size)
{
  const char *end = begins (chunk, size, "<?xml", 5) ? g_strstr_len (chunk, (gssize)size, "?>") : NULL;
  const char *name = end ? g_strstr_len (chunk, end - chunk, "encoding") : NULL, *open, *close;

  if (!name)
    return NULL;
  for (open = name; open < end && *open != '"' && *open != '\'';)
    open++;
  close = open < end ? memchr (open + 1, *open, (size_t)(end - open - 1)) : NULL;
  return close ? g_strndup (open + 1, (size_t)(close - open) - 1) : NULL;
}

QmsStatus
qms_guard_begin (const char *chunk, size_t size, const char *file, size_t *skip, QmsError **error)
{
  g_autofree char *encoding = NULL, *found = NULL;
  size_t blank;

  *skip = begins (chunk, size, "\xEF\xBB\xBF", 3) ? 3 : 0;
  if (begins (chunk, size, "\x1F\x8B", 2))
    return refuse_kind ("gzip", file, error);
  if (begins (chunk, size, "PK\x03\x04", 4))
    return refuse_kind ("zip, docx", file, error);
  if (begins (chunk, size, "\xFF\xFE", 2) || begins (chunk, size, "\xFE\xFF", 2) || begins (chunk, size, "<\0", 2)
      || begins (chunk, size, "\0<", 2))
    return refuse_encoding ("UTF-16", file, error);
  for (blank = *skip; blank < size && g_ascii_isspace (chunk[blank]);)
    blank++;
  if (blank == size || chunk[blank] != '<')
    return refuse_text (chunk + blank, size - blank, file, error);
  encoding = qms_xml_declared_encoding (chunk + *skip, size - *skip);
  if (!encoding || g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0)
    return QMS_OK;
  found = g_utf8_make_valid (encoding, -1);
  return refuse_encoding (found, file, error);
}

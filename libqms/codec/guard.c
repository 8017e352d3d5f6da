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

/* ---- states; each consumes bytes from *p and may change the state */

static int
in_text (QmsGuard *guard, const char **p, const char *end)
{
  const char *open = memchr (*p, '<', (size_t)(end - *p));
  size_t run = (size_t)((open ? open : end) - *p);

  guard->length += run;
  if (memchr (*p, '\0', run))
    return REFUSE_NUL;
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
  guard->attributes = guard->namespaces = 0;
  guard->slash = false;
  guard->word_length = 0;
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
  int refused = REFUSE_NOTHING;

  while (*p < end && guard->state == QMS_GUARD_SECTION) {
    char c = *(*p)++;
    if (c == guard->end_byte)
      guard->seen++;
    else if (c == '>' && guard->seen >= guard->end_count)
      guard->state = QMS_GUARD_TEXT;
    else if (c == '\0')
      refused = REFUSE_NUL;
    else
      guard->seen = 0;
  }
  guard->length += (size_t)(*p - from);
  if (over (guard, QMS_LIMIT_TEXT, guard->length))
    return QMS_LIMIT_TEXT;
  if (guard->state == QMS_GUARD_TEXT)
    guard->length = 0;
  return refused;
}

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

static int
count_attribute (QmsGuard *guard)
{
  guard->attributes++;
  if (guard->word_length >= 5 && memcmp (guard->word, "xmlns", 5) == 0)
    guard->namespaces++;
  if (over (guard, QMS_LIMIT_ATTRIBUTES, guard->attributes))
    return QMS_LIMIT_ATTRIBUTES;
  return over (guard, QMS_LIMIT_NAMESPACES, guard->namespaces) ? QMS_LIMIT_NAMESPACES : REFUSE_NOTHING;
}

/* One byte of a tag outside quotes. */
static int
tag_byte (QmsGuard *guard, char c)
{
  switch (c) {
  case '>': return end_tag (guard);
  case '"':
  case '\'':
    guard->quote = c;
    guard->state = QMS_GUARD_QUOTED;
    return REFUSE_NOTHING;
  case '=': return count_attribute (guard);
  case '\0': return REFUSE_NUL;
  case ' ':
  case '\t':
  case '\n':
  case '\r': guard->word_length = 0; break;
  default:
    if (guard->word_length < sizeof guard->word)
      guard->word[guard->word_length++] = c;
  }
  guard->slash = c == '/';
  return REFUSE_NOTHING;
}

static int
in_tag (QmsGuard *guard, const char **p, const char *end)
{
  const char *from = *p;
  int refused = REFUSE_NOTHING;

  while (*p < end && guard->state == QMS_GUARD_TAG && refused == REFUSE_NOTHING)
    refused = tag_byte (guard, *(*p)++);
  if (guard->state == QMS_GUARD_TEXT)
    return refused;
  guard->length += (size_t)(*p - from);
  return refused == REFUSE_NOTHING && over (guard, QMS_LIMIT_TAG, guard->length) ? QMS_LIMIT_TAG : refused;
}

static int
in_quotes (QmsGuard *guard, const char **p, const char *end)
{
  const char *close = memchr (*p, guard->quote, (size_t)(end - *p));
  size_t run = (size_t)((close ? close + 1 : end) - *p);

  if (memchr (*p, '\0', run))
    return REFUSE_NUL;
  guard->length += run;
  *p += run;
  if (over (guard, QMS_LIMIT_TAG, guard->length))
    return QMS_LIMIT_TAG;
  if (close) {
    guard->state = QMS_GUARD_TAG;
    guard->word_length = 0;
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
  const char *p = chunk, *end = chunk + size;

  while (p < end) {
    int refused = step (guard, &p, end);
    if (refused == REFUSE_NOTHING)
      continue;
    advance (guard, chunk, p - 1);
    return refuse (guard, refused, file, error);
  }
  advance (guard, chunk, end);
  return QMS_OK;
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

/* Value of encoding="…" in the XML declaration; NULL if there is none. */
static char *
declared_encoding (const char *chunk, size_t size)
{
  const char *end = begins (chunk, size, "<?xml", 5) ? g_strstr_len (chunk, (gssize)MIN (size, 256), "?>") : NULL;
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

  *skip = begins (chunk, size, "\xEF\xBB\xBF", 3) ? 3 : 0;
  if (begins (chunk, size, "\x1F\x8B", 2))
    return refuse_kind ("gzip", file, error);
  if (begins (chunk, size, "PK\x03\x04", 4))
    return refuse_kind ("zip, docx", file, error);
  if (begins (chunk, size, "\xFF\xFE", 2) || begins (chunk, size, "\xFE\xFF", 2) || begins (chunk, size, "<\0", 2)
      || begins (chunk, size, "\0<", 2))
    return refuse_encoding ("UTF-16", file, error);
  encoding = declared_encoding (chunk + *skip, size - *skip);
  if (!encoding || g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0)
    return QMS_OK;
  found = g_utf8_make_valid (encoding, -1);
  return refuse_encoding (found, file, error);
}

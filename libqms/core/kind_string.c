/* SPDX-License-Identifier: Apache-2.0 */
/* Strings, paragraphs and names of the table of kinds. */
#include "core/kind_parts.h"
#include "core/text.h"

#include <string.h>

/* Room for a string; that of an element has its position in front. */
static char *
new_string (const QmsField *field, size_t length, QmsArena *arena)
{
  const QmsPosition nowhere = { 0, 0 };
  char *room;

  if (field->form == QMS_FORM_ATTRIBUTE)
    return qms_arena_alloc_bytes (arena, length + 1);
  room = qms_arena_alloc_bytes (arena, sizeof nowhere + length + 1);
  memcpy (room, &nowhere, sizeof nowhere);
  return room + sizeof nowhere;
}

/* Whether white space is a single space everywhere. */
static bool
is_collapsed (const char *text, size_t length)
{
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] <= ' '
        && (text[i] != ' ' || qms_text_is_space (text[i + 1]))) /* the last one is no space */
      return false;
  return true;
}

static size_t
collapse (char *out, const char *text, size_t length)
{
  char *begin = out;
  bool gap = false;

  for (size_t i = 0; i < length; i++) {
    if (!qms_text_is_space (text[i]))
      *out++ = text[i];
    else if (!gap)
      *out++ = ' ';
    gap = qms_text_is_space (text[i]);
  }
  return (size_t)(out - begin);
}

/* White space collapsed, as xs:token. */
QmsValueStatus
qms_string_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot)
{
  char *copy;

  qms_text_trim (&text, &length);
  copy = new_string (field, length, arena);
  if (is_collapsed (text, length))
    memcpy (copy, text, length);
  else
    length = collapse (copy, text, length);
  copy[length] = '\0';
  slot->string = copy;
  return QMS_VALUE_OK;
}

QmsValueStatus
qms_paragraphs_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot)
{
  char *copy;

  qms_text_trim (&text, &length);
  copy = new_string (field, length, arena);
  memcpy (copy, text, length);
  copy[length] = '\0';
  slot->string = copy;
  return QMS_VALUE_OK;
}

/* Bytes that a name is made of, as far as ASCII goes: 1 anywhere, 2 not at the beginning. */
static const guint8 name_bytes[128] = {
  ['A'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  ['a'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  ['0'] = 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, ['_'] = 1, ['-'] = 2, ['.'] = 2,
};

/* XML allows few letters beyond the basic plane in a name, and older tools none. */
static bool
is_name_char (gunichar c, bool first)
{
  if (c < 128)
    return name_bytes[c] == 1 || (name_bytes[c] == 2 && !first);
  return c < 0x10000 && (g_unichar_isalpha (c) || (!first && (g_unichar_isdigit (c) || g_unichar_ismark (c))));
}

static bool
is_name (const char *text, size_t length)
{
  const char *end = text + length;

  if (length == 0)
    return false;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (!is_name_char ((guchar)*p < 128 ? (guchar)*p : g_utf8_get_char (p), p == text))
      return false;
  return true;
}

/* Identifiers and references: an NCName. */
QmsValueStatus
qms_name_parse (const QmsField *field, const char *text, size_t length, QmsArena *arena, QmsSlot *slot)
{
  qms_text_trim (&text, &length);
  return is_name (text, length) ? qms_paragraphs_parse (field, text, length, arena, slot) : QMS_VALUE_MALFORMED;
}

void
qms_string_format (const QmsField *field G_GNUC_UNUSED, QmsSlot slot, GString *out)
{
  g_string_append (out, slot.string);
}

bool
qms_string_equal (QmsSlot a, QmsSlot b)
{
  return strcmp (a.string, b.string) == 0;
}

int
qms_string_compare (QmsSlot a, QmsSlot b)
{
  return strcmp (a.string, b.string);
}

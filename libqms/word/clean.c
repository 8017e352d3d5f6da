/* SPDX-License-Identifier: Apache-2.0 */
/* Cleans text of what typists and converters leave in it. */
#include "word/clean.h"

#include "core/text.h"

#include <string.h>

/* What a character becomes; 0: nothing. */
static gunichar
seen_as (gunichar c)
{
  switch (c) {
  case '\n':
  case 0x2028:
  case 0x2029:
    return '\n';
  case '\t':
    return ' ';
  case 0x034F: /* joins graphemes */
  case 0xFFFC:
    return 0; /* stands for an object */
  case 0x2010:
  case 0x2011:
    return '-';
  default:
    break;
  }
  switch (g_unichar_type (c)) {
  case G_UNICODE_SPACE_SEPARATOR:
    return ' ';
  case G_UNICODE_CONTROL:
  case G_UNICODE_FORMAT:
  case G_UNICODE_PRIVATE_USE:
  case G_UNICODE_SURROGATE:
  case G_UNICODE_UNASSIGNED:
    return 0;
  default:
    return c;
  }
}

/* A blank is written when something follows it in its line, a line break when a line follows. */
static void
append (GString *out, gunichar c, gunichar *waiting)
{
  if (c == '\n' || (c == ' ' && *waiting != '\n')) {
    *waiting = c;
    return;
  }
  if (c == ' ')
    return;
  if (*waiting && out->len)
    g_string_append_c (out, (char)*waiting);
  *waiting = 0;
  g_string_append_unichar (out, c);
}

const char *
qms_word_clean (QmsArena *arena, const char *text)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text));
  g_autofree char *normal = NULL;
  gunichar waiting = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = seen_as (g_utf8_get_char (p));
    if (c)
      append (out, c, &waiting);
  }
  normal = qms_text_to_nfc (out->str); /* last: what was left out may have kept a letter and its mark apart */
  return qms_arena_strndup (arena, normal, strlen (normal));
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Text for people's eyes: nothing in it steers the terminal that shows it. */
#include <qms/error.h>

#include "core/text.h"

#include <glib.h>
#include <stdbool.h>

/* Characters that change the direction of what follows can make a line read as another. */
static bool
steers (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

char *
qms_display_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);
    g_string_append_unichar (line, steers (character) ? ' ' : character);
  }
  return g_string_free (line, FALSE);
}

const char *
qms_nearest_name (const char *name, const char *const *names, size_t count)
{
  return name && names ? qms_text_nearest (name, names, count) : NULL;
}

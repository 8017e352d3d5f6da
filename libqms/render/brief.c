/* SPDX-License-Identifier: Apache-2.0 */
/* Names where many places show them. */
#include "render/brief.h"

#include <glib.h>

enum { MOST_CHARACTERS = 300 };

char *
qms_brief (const char *name)
{
  const char *end = name;

  for (int i = 0; *end && i < MOST_CHARACTERS; i++)
    end = g_utf8_next_char (end);
  return g_strdup_printf ("%.*s%s", (int)(end - name), name, *end ? "…" : "");
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Names of files from codes that anybody may have written. */
#include "render/site.h"

#include "core/text.h"

#include <string.h>

enum { LONGEST = 80 };

/* The bare letter if English has it, or the digit; else 0. */
static char
plain_letter (gunichar character)
{
  gunichar letter = qms_bare_letter (character);

  return letter < 128 ? (char)letter : 0;
}

/* Letters, digits and single points; a "-" for any run of others. */
static void
append_plain (GString *name, const char *code)
{
  for (const char *p = code; *p && name->len < LONGEST; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);
    char letter = plain_letter (character), last = name->str[name->len - 1];

    if (letter)
      g_string_append_c (name, letter);
    else if (g_unichar_type (character) != G_UNICODE_NON_SPACING_MARK && last != '-' && last != '.')
      g_string_append_c (name, character == '.' ? '.' : '-');
  }
  while (name->str[name->len - 1] == '-' || name->str[name->len - 1] == '.')
    g_string_truncate (name, name->len - 1);
}

/* Codes that differ in what is dropped get numbers; each number is tried once, so many equal codes take no longer. */
char *
qms_site_name_from (GHashTable *taken, const char *prefix, const char *code)
{
  g_autoptr (GString) stem = g_string_new (prefix);
  char *name, *file;
  guint number;

  g_string_append_c (stem, '-');
  append_plain (stem, code ? code : "");
  number = GPOINTER_TO_UINT (g_hash_table_lookup (taken, stem->str));
  name = g_strdup (stem->str);
  while (g_hash_table_contains (taken, name)) {
    g_free (name);
    name = g_strdup_printf ("%s-%u", stem->str, ++number + 1);
  }
  if (number > 0)
    g_hash_table_insert (taken, g_strdup (stem->str), GUINT_TO_POINTER (number));
  file = g_strconcat (name, ".html", NULL);
  g_hash_table_insert (taken, name, NULL);
  return file;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Texts without the lines that an export adds to them: times, forms, notes of a step. */
#include "interop/bpmn_build.h"

#include "core/text.h"

#include <string.h>

static GHashTable *
index_lines (char **lines)
{
  GHashTable *index = g_hash_table_new (qms_text_hash, g_str_equal);

  for (char **line = lines; *line; line++)
    g_hash_table_add (index, *line);
  return index;
}

char *
bpmn_without_lines (const char *text, const char *added, const char *own)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  g_auto (GStrv) added_lines = g_strsplit (added ? added : "", "\n", -1);
  g_auto (GStrv) own_lines = g_strsplit (own ? own : "", "\n", -1);
  g_autoptr (GHashTable) left_out = index_lines (added_lines), kept = index_lines (own_lines);
  GString *out = g_string_new (NULL);

  for (char **line = lines; *line; line++)
    if (!g_hash_table_contains (left_out, *line) || g_hash_table_contains (kept, *line))
      g_string_append_printf (out, "%s%s", out->len ? "\n" : "", *line);
  return g_strstrip (g_string_free (out, FALSE));
}

char *
bpmn_take_note (char *text)
{
  static const char label[] = "Ghi chú: ";
  char *at = text;

  while (at && !g_str_has_prefix (at, label)) {
    at = strchr (at, '\n');
    at = at ? at + 1 : NULL;
  }
  if (!at)
    return NULL;
  char *note = g_strdup (at + strlen (label));
  *at = '\0';
  g_strstrip (text);
  return note;
}

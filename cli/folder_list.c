/* SPDX-License-Identifier: Apache-2.0 */
/* A list, in a folder, of the files there that a command has made. */
#include "folder_list.h"

#include <string.h>

GHashTable *
cli_folder_list_read (const char *file, const char *first_line)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL) || !g_str_has_prefix (text, first_line))
    return NULL;
  g_auto (GStrv) lines = g_strsplit (text + strlen (first_line), "\n", -1);
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (char **line = lines; *line; line++)
    if (**line)
      g_hash_table_add (names, g_strdup (*line));
  return names;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

CliExit
cli_folder_list_write (const char *file, const char *first_line, GHashTable *names)
{
  guint count = 0;
  g_autofree gpointer *sorted = g_hash_table_get_keys_as_array (names, &count);
  g_autoptr (GString) text = g_string_new (first_line);

  if (count > 1)
    qsort (sorted, count, sizeof *sorted, compare_names);
  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "%s\n", (const char *)sorted[i]);
  return cli_write (file, text->str, text->len);
}

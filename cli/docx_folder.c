/* SPDX-License-Identifier: Apache-2.0 */
/* A folder of Word documents. A list in it says which files qms wrote; what is newer than the list was changed by hand. */
#include "docx_folder.h"

#include <glib/gstdio.h>
#include <string.h>

static const char list_name[] = ".qms-docx";
static const char list_head[] = "# Documents by qms export docx; the next run replaces those that are not newer than this list.\n";

static bool
is_newer (const char *file, const GStatBuf *list)
{
  GStatBuf info;

  return g_stat (file, &info) == 0 && info.st_mtime > list->st_mtime;
}

GHashTable *
cli_docx_folder_read (const char *folder)
{
  GHashTable *own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *list = g_build_filename (folder, list_name, NULL), *text = NULL;
  GStatBuf info;

  if (g_stat (list, &info) != 0 || !g_file_get_contents (list, &text, NULL, NULL)
      || !g_str_has_prefix (text, list_head))
    return own;
  g_auto (GStrv) lines = g_strsplit (text + strlen (list_head), "\n", -1);
  for (char **line = lines; *line; line++) {
    g_autofree char *file = g_build_filename (folder, *line, NULL);
    if (**line && !is_newer (file, &info))
      g_hash_table_add (own, g_strdup (*line));
  }
  return own;
}

bool
cli_docx_folder_is_free (const char *folder, const char *name, GHashTable *own)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);
  GStatBuf info;

  if (g_hash_table_contains (own, name) || g_lstat (file, &info) != 0)
    return true;
  cli_complain (file, _ ("this file has been changed since qms wrote it, or is not by qms; move it away or choose "
                         "another directory"));
  return false;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

CliExit
cli_docx_folder_write (const char *folder, GHashTable *own, const GPtrArray *names)
{
  guint count = 0;
  g_autofree char *list = g_build_filename (folder, list_name, NULL);
  g_autoptr (GString) text = g_string_new (list_head);

  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (own, g_strdup (names->pdata[i]));
  g_autofree gpointer *sorted = g_hash_table_get_keys_as_array (own, &count);
  qsort (sorted, count, sizeof *sorted, compare_names);
  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "%s\n", (const char *)sorted[i]);
  return cli_write (list, text->str, text->len);
}

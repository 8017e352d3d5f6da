/* SPDX-License-Identifier: Apache-2.0 */
/* A folder of Word documents. A list in it says which files qms wrote; what is newer than the list was changed by hand. */
#include "docx_folder.h"
#include "folder_list.h"

#include <glib/gstdio.h>

static const char list_name[] = ".qms-docx";
static const char list_head[] =
    "# Documents by qms export docx; the next run replaces those that are not newer than this list.\n";

static bool
is_newer (const char *file, const GStatBuf *list)
{
  GStatBuf info;

  return g_stat (file, &info) == 0 && info.st_mtime > list->st_mtime;
}

GHashTable *
cli_docx_folder_read (const char *folder)
{
  g_autofree char *list = g_build_filename (folder, list_name, NULL);
  GStatBuf info;
  GHashTable *own = g_stat (list, &info) == 0 ? cli_folder_list_read (list, list_head) : NULL;
  GHashTableIter iterator;
  gpointer name;

  if (!own)
    return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iterator, own);
  while (g_hash_table_iter_next (&iterator, &name, NULL)) {
    g_autofree char *file = g_build_filename (folder, name, NULL);
    if (is_newer (file, &info))
      g_hash_table_iter_remove (&iterator);
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

CliExit
cli_docx_folder_write (const char *folder, GHashTable *own, const GPtrArray *names)
{
  g_autofree char *list = g_build_filename (folder, list_name, NULL);

  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (own, g_strdup (names->pdata[i]));
  return cli_folder_list_write (list, list_head, own);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* A folder of files that a command has made. A list in the folder says which they are. */
#include "folder_list.h"
#include "site_folder.h"

#include <glib/gstdio.h>
#include <string.h>

static const char list_name[] = ".qms-site";
static const char list_head[] = "# Files of a site by qms export html; the next run replaces or removes them.\n";

/* ---- the list */

/* Names in a list could lead anywhere if somebody has changed it: only such as qms itself gives are heeded. */
static bool
is_name_of_site (const char *name)
{
  static const char *const endings[] = { ".html", ".css", ".js", ".svg" };
  bool known = false;

  for (size_t i = 0; i < G_N_ELEMENTS (endings); i++)
    known |= g_str_has_suffix (name, endings[i]);
  return known && g_ascii_isalpha (*name) && name[strspn (name, G_CSET_a_2_z G_CSET_DIGITS ".-")] == '\0';
}

static gboolean
is_foreign_name (gpointer name, G_GNUC_UNUSED gpointer value, G_GNUC_UNUSED gpointer data)
{
  return !is_name_of_site (name);
}

/* Names that the last run has left in the folder; NULL if there was no run, or if the list is no list. */
static GHashTable *
read_list (const char *file)
{
  GHashTable *names = cli_folder_list_read (file, list_head);

  if (names)
    g_hash_table_foreach_remove (names, is_foreign_name, NULL);
  return names;
}

static void
add_all (GHashTable *names, GHashTable *others)
{
  GHashTableIter iterator;
  gpointer name;

  g_hash_table_iter_init (&iterator, others);
  while (g_hash_table_iter_next (&iterator, &name, NULL))
    g_hash_table_add (names, name);
}

/* ---- the folder */

static CliExit
make_folder (const char *folder)
{
  if (g_file_test (folder, G_FILE_TEST_IS_DIR) || g_mkdir_with_parents (folder, 0777) == 0)
    return CLI_OK;
  return cli_complain (folder, _ ("cannot be made a directory"));
}

static bool
exists (const char *file)
{
  GStatBuf info;

  return g_lstat (file, &info) == 0;
}

/* Whether nothing of others would be lost by writing a file, which may be an own one; complains otherwise. */
static bool
is_free (Cli *cli, const char *folder, const char *name, bool own, const char *input)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);

  if (cli_would_replace (cli, file, &input, 1))
    return false;
  if (own || !exists (file))
    return true;
  cli->exit = cli_complain (file, _ ("this file is not of a site that qms has written; choose another directory"));
  return false;
}

static bool
is_all_free (Cli *cli, const QmsSite *site, const char *folder, GHashTable *old, const char *input)
{
  for (size_t i = 0; i < qms_site_count (site); i++) {
    const char *name = qms_site_name (site, i);
    if (!is_free (cli, folder, name, old && g_hash_table_contains (old, name), input))
      return false;
  }
  return is_free (cli, folder, list_name, old != NULL, input);
}

static CliExit
write_files (const QmsSite *site, const char *folder)
{
  CliExit status = CLI_OK;

  for (size_t i = 0; i < qms_site_count (site) && status == CLI_OK; i++) {
    g_autofree char *file = g_build_filename (folder, qms_site_name (site, i), NULL);
    size_t size = 0;
    const char *text = qms_site_file (site, i, &size);
    status = cli_write (file, text, size);
  }
  return status;
}

/* Removes what only the last site had, but no input, whatever the list says. */
static void
remove_old (Cli *cli, const char *folder, GHashTable *old, GHashTable *now, const char *input)
{
  GHashTableIter iterator;
  gpointer name;

  g_hash_table_iter_init (&iterator, old);
  while (g_hash_table_iter_next (&iterator, &name, NULL)) {
    g_autofree char *file = g_build_filename (folder, name, NULL);
    if (!g_hash_table_contains (now, name) && !cli_would_replace (cli, file, &input, 1))
      g_unlink (file);
  }
}

/* Old and new names: while both may be there, the list has both, so that a run that is cut off leaves nothing unknown behind. */
static CliExit
replace_files (const QmsSite *site, const char *folder, const char *list, GHashTable *old, GHashTable *now)
{
  g_autoptr (GHashTable) both = g_hash_table_new (g_str_hash, g_str_equal);
  CliExit status;

  if (old)
    add_all (both, old);
  add_all (both, now);
  status = cli_folder_list_write (list, list_head, both);
  return status == CLI_OK ? write_files (site, folder) : status;
}

CliExit
cli_write_site (Cli *cli, const QmsSite *site, const char *folder, const char *input)
{
  g_autofree char *list = g_build_filename (folder, list_name, NULL);
  g_autoptr (GHashTable) old = read_list (list), now = g_hash_table_new (g_str_hash, g_str_equal);
  CliExit status = make_folder (folder);

  if (status != CLI_OK)
    return status;
  if (!is_all_free (cli, site, folder, old, input))
    return cli->exit;
  for (size_t i = 0; i < qms_site_count (site); i++)
    g_hash_table_add (now, (gpointer)qms_site_name (site, i));
  status = replace_files (site, folder, list, old, now);
  if (status != CLI_OK)
    return status;
  if (old)
    remove_old (cli, folder, old, now, input);
  return cli_folder_list_write (list, list_head, now);
}

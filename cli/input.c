/* SPDX-License-Identifier: Apache-2.0 */
/* Reading: documents, raw bytes, and the files that arguments name. */
#include "cli.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

QmsDocument *
cli_load (Cli *cli, const char *file, int format, bool lenient)
{
  g_autoptr (QmsReader) reader = qms_reader_new ();
  QmsDocument *document = NULL;
  QmsError *error = NULL;

  qms_reader_set_format (reader, format);
  qms_reader_set_lenient (reader, lenient);
  if (qms_reader_load (reader, file, &document, &error) != QMS_OK) {
    cli->exit = cli_error (error);
    return NULL;
  }
  cli_print_errors (qms_document_diagnostics (document));
  return document;
}

QmsDocument *
cli_load_system (Cli *cli, const char *file)
{
  g_autoptr (QmsDocument) document = cli_load (cli, file, QMS_FORMAT_AUTO, false);

  if (document && qms_type_id (qms_node_type (qms_document_root (document))) != QMS_TYPE_SYSTEM) {
    cli->exit = cli_complain (file, "%s", _ ("the root must be <heThong>"));
    return NULL;
  }
  return g_steal_pointer (&document);
}

/* Reads to the end, at most one byte more than a reader takes, so that the reader itself says that it is too much. */
static char *
read_stream (FILE *stream, size_t *size)
{
  g_autoptr (QmsReader) reader = qms_reader_new ();
  size_t limit = qms_reader_limit (reader, QMS_LIMIT_BYTES), count;
  char chunk[65536];
  GString *bytes = g_string_new (NULL);

  while (bytes->len <= limit && (count = fread (chunk, 1, sizeof chunk, stream)) > 0)
    g_string_append_len (bytes, chunk, (gssize)count);
  *size = bytes->len;
  return g_string_free (bytes, FALSE);
}

static char *
read_file (const char *file, size_t *size)
{
  bool standard = !strcmp (file, "-");
  FILE *stream = standard ? stdin : g_fopen (file, "rb");
  if (!stream)
    return NULL;
  char *bytes = read_stream (stream, size);
  if (ferror (stream))
    g_clear_pointer (&bytes, g_free);
  if (!standard)
    fclose (stream);
  return bytes;
}

/* Why a file cannot be read is asked of the library, which has the words and codes for it. */
char *
cli_read (const char *file, size_t *size, QmsError **error)
{
  char *bytes = read_file (file, size);
  if (!bytes) {
    g_autoptr (QmsReader) reader = qms_reader_new ();
    QmsDocument *document = NULL;
    qms_reader_load (reader, file, &document, error);
    qms_document_unref (document);
  }
  return bytes;
}

static bool
is_document (const char *name)
{
  return g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".json");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Entries of a directory with their paths, sorted; hidden ones are left out. */
static GPtrArray *
list_directory (const char *path)
{
  DIR *directory = opendir (path);
  if (!directory) {
    cli_complain (path, _ ("cannot open the directory: %s"), qms_errno_text (errno, cli_lang ()));
    return NULL;
  }
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  for (struct dirent *entry; (entry = readdir (directory));)
    if (entry->d_name[0] != '.')
      g_ptr_array_add (paths, g_build_filename (path, entry->d_name, NULL));
  closedir (directory);
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

/* Does not follow symbolic links to directories, so it ends. */
static bool
collect_below (const char *path, GPtrArray *files)
{
  g_autoptr (GPtrArray) entries = list_directory (path);
  bool good = entries != NULL;
  for (guint i = 0; entries && i < entries->len; i++) {
    const char *entry = entries->pdata[i];
    if (!g_file_test (entry, G_FILE_TEST_IS_DIR)) {
      if (is_document (entry))
        g_ptr_array_add (files, g_strdup (entry));
    } else if (!g_file_test (entry, G_FILE_TEST_IS_SYMLINK)) {
      good = collect_below (entry, files) && good;
    }
  }
  return good;
}

static bool
collect_argument (const char *path, GPtrArray *files)
{
  if (!g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_ptr_array_add (files, g_strdup (path));
    return true;
  }
  guint before = files->len;
  if (!collect_below (path, files))
    return false;
  if (files->len == before)
    cli_complain (path, _ ("no *.xml or *.json file is below this directory"));
  return files->len > before;
}

GPtrArray *
cli_collect (Cli *cli)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < cli->n_arguments; i++) {
    if (!collect_argument (cli->arguments[i], files)) {
      cli->exit = CLI_FAILED;
      return NULL;
    }
  }
  return g_steal_pointer (&files);
}

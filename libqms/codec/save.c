/* SPDX-License-Identifier: Apache-2.0 */
/* Saving texts: a file is replaced as a whole or left as it was. */
#include <qms/document.h>

#include "core/error.h"

#include "gen/ids.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
  const char *path, *text;
  size_t size;
} Save;

/* `kept`: there is an old file, and it is as it was. */
static QmsStatus
fail (const Save *save, int number, bool kept, QmsError **error)
{
  QmsPlace place = { save->path, 0, 0, NULL };
  QmsValue old = { "kept", { "", "" } };

  if (kept)
    old = (QmsValue){ "kept", { "; tệp cũ còn nguyên", "; the old file is untouched" } };
  return qms_error_add (error, &qms_gen_rules[QMS_MSG_WRITE], &place, QMS_VALUES (qms_errno_value (number), old));
}

/* To standard output or a device: nothing to replace. */
static QmsStatus
write_stream (const Save *save, FILE *file, QmsError **error)
{
  bool written = file && fwrite (save->text, 1, save->size, file) == save->size && fflush (file) == 0;

  return written ? QMS_OK : fail (save, errno, false, error);
}

static QmsStatus
write_device (const Save *save, QmsError **error)
{
  FILE *file = fopen (save->path, "wbe");
  QmsStatus status = write_stream (save, file, error);

  if (file)
    fclose (file);
  return status;
}

enum { MOST_LINKS = 40 };

/* What a path leads to once it is no link any more, whether there is such a file or not; NULL if links go round. Free with
 * g_free. */
static char *
follow_links (const char *path)
{
  g_autofree char *target = g_strdup (path);

  for (int i = 0; i < MOST_LINKS; i++) {
    g_autofree char *link = g_file_read_link (target, NULL), *folder = g_path_get_dirname (target);
    if (!link)
      return g_steal_pointer (&target);
    g_free (target);
    target = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
  }
  return NULL;
}

/* The number that GLib made its error of; its message names a temporary file, which nobody knows. */
static int
number_of (const GError *problem)
{
  static const int numbers[] = { ENOENT, EACCES, EPERM, EISDIR, ENOTDIR, ENOSPC, EROFS, ENAMETOOLONG, EMFILE, ELOOP };

  for (size_t i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (problem->domain == G_FILE_ERROR && problem->code == (int)g_file_error_from_errno (numbers[i]))
      return numbers[i];
  return g_str_has_suffix (problem->message, g_strerror (EFBIG)) ? EFBIG : EIO;
}

/* Replaces a file at once or not at all; the new one has the old one's mode, and nobody could read more of it meanwhile. A
 * link stays, its target is replaced. */
static QmsStatus
replace_file (const Save *save, QmsError **error)
{
  GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  g_autoptr (GError) problem = NULL;
  g_autofree char *target = NULL;
  struct stat info;
  bool exists = stat (save->path, &info) == 0;

  if (exists && S_ISDIR (info.st_mode))
    return fail (save, EISDIR, false, error);
  if (exists && !S_ISREG (info.st_mode))
    return write_device (save, error);
  target = follow_links (save->path);
  if (!target)
    return fail (save, ELOOP, false, error);
  if (!g_file_set_contents_full (target, save->text, (gssize)save->size, flags, exists ? info.st_mode & 0777 : 0666,
                                 &problem))
    return fail (save, number_of (problem), exists, error);
  if (exists && g_chmod (target, info.st_mode & 07777) != 0)
    return fail (save, errno, false, error);
  return QMS_OK;
}

QmsStatus
qms_save_text (const char *path, const char *text, size_t size, QmsError **error)
{
  Save save = { path, text, size };

  if (!path || !text)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  return strcmp (path, "-") == 0 ? write_stream (&save, stdout, error) : replace_file (&save, error);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Writing and saving documents. */
#include "codec/json.h"
#include "codec/xml_write.h"
#include "core/document.h"
#include "core/error.h"

#include "gen/ids.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static QmsStatus
write_text (QmsDocument *document, int32_t format, GString *out, QmsError **error)
{
  if (format == QMS_FORMAT_JSON)
    return qms_json_write (document, out, error);
  if (format != QMS_FORMAT_XML && format != QMS_FORMAT_AUTO)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "format", NULL);
  qms_xml_write (document, out);
  return QMS_OK;
}

QmsStatus
qms_document_write (QmsDocument *document, int32_t format, char **text, size_t *size, QmsError **error)
{
  GString *out;
  QmsStatus status;

  if (!document || !text)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  out = g_string_new (NULL);
  status = write_text (document, format, out, error);
  if (size)
    *size = status == QMS_OK ? out->len : 0;
  *text = g_string_free (out, status != QMS_OK);
  return status;
}

/* ---- saving */

static QmsStatus
fail_write (const char *path, const char *reason, QmsError **error)
{
  QmsPlace place = { path, 0, 0, NULL };

  return qms_fail (error, QMS_MSG_WRITE, &place, "reason", reason, NULL);
}

/* To standard output or a device: nothing to replace. */
static QmsStatus
write_stream (FILE *file, const char *path, const GString *text, QmsError **error)
{
  bool written = file && fwrite (text->str, 1, text->len, file) == text->len && fflush (file) == 0;

  return written ? QMS_OK : fail_write (path, g_strerror (errno), error);
}

static QmsStatus
write_device (const char *path, const GString *text, QmsError **error)
{
  FILE *file = fopen (path, "wbe");
  QmsStatus status = write_stream (file, path, text, error);

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

/* Replaces a file at once or not at all; the new one has the old one's mode, and nobody could read more of it meanwhile. A
 * link stays, its target is replaced. */
static QmsStatus
replace_file (const char *path, const GString *text, QmsError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *target = NULL;
  struct stat info;
  bool exists = stat (path, &info) == 0;

  if (exists && S_ISDIR (info.st_mode))
    return fail_write (path, g_strerror (EISDIR), error);
  if (exists && !S_ISREG (info.st_mode))
    return write_device (path, text, error);
  target = follow_links (path);
  if (!target)
    return fail_write (path, g_strerror (ELOOP), error);
  if (!g_file_set_contents_full (target, text->str, (gssize)text->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 exists ? info.st_mode & 0777 : 0666, &problem))
    return fail_write (path, problem->message, error);
  if (exists && g_chmod (target, info.st_mode & 07777) != 0)
    return fail_write (path, g_strerror (errno), error);
  return QMS_OK;
}

QmsStatus
qms_document_save (QmsDocument *document, const char *path, int32_t format, QmsError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  QmsStatus status;

  if (!document || !path)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);
  if (format == QMS_FORMAT_AUTO)
    format = g_str_has_suffix (path, ".json") ? QMS_FORMAT_JSON : QMS_FORMAT_XML;
  status = write_text (document, format, text, error);
  if (status != QMS_OK)
    return status;
  return strcmp (path, "-") == 0 ? write_stream (stdout, path, text, error) : replace_file (path, text, error);
}

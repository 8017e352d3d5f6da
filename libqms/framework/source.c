/* SPDX-License-Identifier: Apache-2.0 */
/* Sources: the frameworks and samples that ship with the library, and those on disk. */
#include "framework/framework.h"

#include "core/resource.h"
#include "qms_data.h"

#include <gio/gio.h>
#include <string.h>

#define SCHEME "resource:///qms/"
#define FOLDER "frameworks"
#define ENDING ".xml"

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* Identifiers of the shipped frameworks, sorted; NULL-terminated. */
static char **
list_frameworks (void)
{
  g_auto (GStrv) names = g_resource_enumerate_children (qms_data_get_resource (), "/qms/" FOLDER, 0, NULL);
  GPtrArray *ids = g_ptr_array_new ();

  for (char **name = names; name && *name; name++)
    if (g_str_has_suffix (*name, ENDING))
      g_ptr_array_add (ids, g_strndup (*name, strlen (*name) - strlen (ENDING)));
  g_ptr_array_sort (ids, compare_names);
  g_ptr_array_add (ids, NULL);
  return (char **)g_ptr_array_free (ids, FALSE);
}

static const char *const *
framework_ids (void)
{
  static gsize ready;
  static char **ids;

  if (g_once_init_enter (&ready)) {
    ids = list_frameworks ();
    g_once_init_leave (&ready, 1);
  }
  return (const char *const *)ids;
}

size_t
qms_framework_count (void)
{
  return g_strv_length ((char **)framework_ids ());
}

const char *
qms_framework_id (size_t index)
{
  return index < qms_framework_count () ? framework_ids ()[index] : NULL;
}

bool
qms_framework_is_shipped (const char *id)
{
  return id && g_strv_contains (framework_ids (), id);
}

static bool
is_file (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* `id`.xml in the folder, if there is such a file. */
static char *
sibling (const char *id, const char *beside)
{
  g_autofree char *name = beside ? g_strconcat (beside, G_DIR_SEPARATOR_S, id, ENDING, NULL) : NULL;

  return name && !g_str_has_prefix (name, SCHEME) && is_file (name) ? g_steal_pointer (&name) : NULL;
}

QmsStatus
qms_source_locate (const char *id, const char *beside, char **path, QmsError **error)
{
  g_autofree char *known = NULL;

  if (qms_framework_is_shipped (id))
    *path = g_strconcat (SCHEME FOLDER "/", id, ENDING, NULL);
  else
    *path = sibling (id, beside);
  if (!*path && !beside && is_file (id))
    *path = g_strdup (id);
  if (*path)
    return QMS_OK;
  known = g_strjoinv (", ", (char **)framework_ids ());
  return qms_fail (error, QMS_MSG_FRAMEWORK_NOT_FOUND, NULL, "name", id, "known", known, NULL);
}

static QmsStatus
read_resource (const char *path, QmsDocument **document, QmsError **error)
{
  QmsReader *reader;
  QmsStatus status;
  size_t size;
  const char *data = qms_resource_text (path + strlen (SCHEME), &size);

  if (!data)
    return qms_fail (error, QMS_MSG_NOT_FOUND, NULL, "what", "resource", "name", path, NULL);
  reader = qms_reader_new ();
  status = qms_reader_parse (reader, data, size, path, document, error);
  qms_reader_free (reader);
  return status;
}

QmsStatus
qms_source_read (const char *path, uint32_t root_type, QmsDocument **document, QmsError **error)
{
  g_autoptr (QmsDocument) read = NULL;
  QmsStatus status =
      g_str_has_prefix (path, SCHEME) ? read_resource (path, &read, error) : qms_document_load (path, &read, error);

  if (!status)
    status = qms_document_expect (read, root_type, error);
  if (!status)
    *document = g_steal_pointer (&read);
  return status;
}

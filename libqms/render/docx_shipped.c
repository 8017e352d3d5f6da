/* SPDX-License-Identifier: Apache-2.0 */
/* The templates that ship with the library. */
#include "core/resource.h"
#include "qms_data.h"

#include <gio/gio.h>
#include <qms/template.h>
#include <string.h>

#define FOLDER "templates"
#define ENDING ".docx"

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* Their names, sorted; NULL-terminated. */
static char **
list_templates (void)
{
  g_auto (GStrv) files = g_resource_enumerate_children (qms_data_get_resource (), "/qms/" FOLDER, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();

  for (char **file = files; file && *file; file++)
    if (g_str_has_suffix (*file, ENDING))
      g_ptr_array_add (names, g_strndup (*file, strlen (*file) - strlen (ENDING)));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_free (names, FALSE);
}

static char **
template_names (void)
{
  static gsize ready;
  static char **names;

  if (g_once_init_enter (&ready)) {
    names = list_templates ();
    g_once_init_leave (&ready, 1);
  }
  return names;
}

size_t
qms_template_count (void)
{
  return g_strv_length (template_names ());
}

const char *
qms_template_name (size_t index)
{
  return index < qms_template_count () ? template_names ()[index] : NULL;
}

const void *
qms_template_data (const char *name, size_t *size)
{
  size_t ignored;

  if (!name || !g_strv_contains ((const char *const *)template_names (), name))
    return NULL;
  g_autofree char *path = g_strconcat (FOLDER "/", name, ENDING, NULL);
  return qms_resource_text (path, size ? size : &ignored);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Data files, compiled into the library by glib-compile-resources. */
#include "core/resource.h"

#include "qms_data.h"

#include <gio/gio.h>

const char *
qms_resource_text (const char *path, size_t *size)
{
  g_autofree char *full = g_strconcat ("/qms/", path, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (qms_data_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes ? g_bytes_get_data (bytes, size) : NULL; /* the resource itself keeps the data */
}

/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of a package. */
#include "word/package_parts.h"

#include "core/text.h"

static void
free_part (gpointer data)
{
  QmsPackagePart *part = data;

  g_bytes_unref (part->bytes);
  g_free (part->name);
  g_free (part);
}

QmsPackage *
qms_package_new (const char *file)
{
  QmsPackage *package = g_new0 (QmsPackage, 1);

  package->file = g_strdup (file);
  package->parts = g_ptr_array_new_with_free_func (free_part);
  package->by_name = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  return package;
}

void
qms_package_free (QmsPackage *package)
{
  if (!package)
    return;
  g_hash_table_unref (package->by_name);
  g_ptr_array_unref (package->parts);
  g_free (package->file);
  g_free (package);
}

const char *
qms_package_file (const QmsPackage *package)
{
  return package->file;
}

size_t
qms_package_count (const QmsPackage *package)
{
  return package->parts->len;
}

const char *
qms_package_name (const QmsPackage *package, size_t index)
{
  const QmsPackagePart *part = index < package->parts->len ? package->parts->pdata[index] : NULL;

  return part ? part->name : NULL;
}

QmsPackagePart *
qms_package_find (const QmsPackage *package, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (package->by_name, key);
}

GBytes *
qms_package_part (const QmsPackage *package, const char *name)
{
  const QmsPackagePart *part = name ? qms_package_find (package, name) : NULL;

  return part ? part->bytes : NULL;
}

static void
append (QmsPackage *package, const char *name, GBytes *bytes)
{
  QmsPackagePart *part = g_new (QmsPackagePart, 1);

  *part = (QmsPackagePart){ g_strdup (name), g_bytes_ref (bytes) };
  g_ptr_array_add (package->parts, part);
  g_hash_table_insert (package->by_name, g_ascii_strdown (name, -1), part);
}

void
qms_package_put (QmsPackage *package, const char *name, GBytes *bytes)
{
  QmsPackagePart *part = qms_package_find (package, name);

  if (!part) {
    append (package, name, bytes);
    return;
  }
  g_bytes_ref (bytes);
  g_bytes_unref (part->bytes);
  part->bytes = bytes;
}

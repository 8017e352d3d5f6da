/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of a template in which tags may stand. */
#include "render/docx_template.h"

#include <string.h>

static bool
holds_text (const char *type)
{
  static const char *const endings[] = { ".header+xml", ".footer+xml", ".footnotes+xml", ".endnotes+xml" };

  for (size_t i = 0; type && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (type, endings[i]))
      return true;
  return false;
}

static void
add_name (const QmsPackage *package, const char *name, GHashTable *known, GPtrArray *names)
{
  while (name && *name == '/')
    name++;
  if (name && qms_package_part (package, name) && g_hash_table_add (known, g_ascii_strdown (name, -1)))
    g_ptr_array_add (names, g_strdup (name));
}

GPtrArray *
qms_docx_part_names (const QmsPackage *package, QmsError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (QmsXmlTree) tree = qms_word_tree (package, "[Content_Types].xml", error);

  if (!tree)
    return NULL;
  add_name (package, qms_package_main (package), known, names);
  for (const QmsXmlTreeNode *node = tree->root->first; node; node = node->next)
    if (node->name && holds_text (qms_word_attribute (node, "ContentType")))
      add_name (package, qms_word_attribute (node, "PartName"), known, names);
  return g_steal_pointer (&names);
}

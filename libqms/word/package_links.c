/* SPDX-License-Identifier: Apache-2.0 */
/* Relationships: how parts of a package name each other. */
#include "core/text.h"
#include "word/package_parts.h"
#include "word/part.h"

#include <string.h>

/* "word/_rels/document.xml.rels" for "word/document.xml". Free with g_free. */
static char *
links_name (const char *part)
{
  const char *slash = part ? strrchr (part, '/') : NULL;
  const char *base = slash ? slash + 1 : part;

  return part ? g_strdup_printf ("%.*s_rels/%s.rels", (int)(base - part), part, base) : g_strdup (QMS_PACKAGE_LINKS);
}

/* Follows "..", "." and the steps of `target` from the folder of `part`; NULL if that leads out. Free with g_free. */
static char *
resolve (const char *part, const char *target)
{
  g_autofree char *folder = part && *target != '/' ? g_path_get_dirname (part) : g_strdup ("");
  g_autofree char *whole = g_strdup_printf ("%s/%s", folder, target);
  g_auto (GStrv) steps = g_strsplit (whole, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (char **step = steps; *step; step++) {
    if (strcmp (*step, "..") == 0 && kept->len == 0)
      return NULL;
    if (strcmp (*step, "..") == 0)
      g_ptr_array_set_size (kept, (gint)kept->len - 1);
    else if (**step && strcmp (*step, ".") != 0)
      g_ptr_array_add (kept, *step);
  }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **)kept->pdata);
}

static char *
target_of (const QmsPackage *package, const char *part, const QmsXmlTreeNode *link)
{
  const char *target = qms_word_attribute (link, "Target"), *mode = qms_word_attribute (link, "TargetMode");
  g_autofree char *plain = target ? g_uri_unescape_string (target, "/") : NULL;
  g_autofree char *name = NULL;

  if (!plain || (mode && strcmp (mode, "External") == 0))
    return NULL;
  name = resolve (part, plain);
  return name && qms_package_part (package, name) ? g_steal_pointer (&name) : NULL;
}

/* The last word of the type's address: strict files have other addresses with the same words. */
static bool
is_of_type (const QmsXmlTreeNode *link, const char *type)
{
  const char *address = qms_word_attribute (link, "Type"), *slash = address ? strrchr (address, '/') : NULL;

  return slash && strcmp (slash + 1, type) == 0;
}

/* NULL if the part has none, or none that can be read. */
static QmsXmlTree *
read_links (const QmsPackage *package, const char *part)
{
  g_autofree char *name = links_name (part);

  return qms_package_part (package, name) ? qms_word_tree (package, name, NULL) : NULL;
}

GHashTable *
qms_package_links (const QmsPackage *package, const char *part)
{
  g_autoptr (QmsXmlTree) tree = read_links (package, part);
  GHashTable *links = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, g_free);

  for (const QmsXmlTreeNode *link = tree ? tree->root->first : NULL; link; link = link->next) {
    const char *id = link->name ? qms_word_attribute (link, "Id") : NULL;
    char *name = id ? target_of (package, part, link) : NULL;
    if (name)
      g_hash_table_insert (links, g_strdup (id), name);
  }
  return links;
}

char *
qms_package_link (const QmsPackage *package, const char *part, const char *type)
{
  g_autoptr (QmsXmlTree) tree = read_links (package, part);

  for (const QmsXmlTreeNode *link = tree ? tree->root->first : NULL; link; link = link->next)
    if (link->name && is_of_type (link, type))
      return target_of (package, part, link);
  return NULL;
}

const char *
qms_package_main (const QmsPackage *package)
{
  g_autofree char *name = qms_package_link (package, NULL, "officeDocument");
  const QmsPackagePart *part = name ? qms_package_find (package, name) : NULL;

  return part ? part->name : NULL;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Relationships: how parts of a package name each other. */
#include "core/text.h"
#include "word/package_parts.h"
#include "word/part.h"

#include <string.h>

struct QmsPackageLinks {
  GHashTable *by_id, *by_type; /* → name of a part */
};

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

/* NULL if it leads out or to no part. Free with g_free. */
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
static const char *
type_of (const QmsXmlTreeNode *link)
{
  const char *address = qms_word_attribute (link, "Type"), *slash = address ? strrchr (address, '/') : NULL;

  return slash ? slash + 1 : "";
}

/* The first of each name counts. */
static void
keep (GHashTable *table, const char *key, const char *name)
{
  if (key && !g_hash_table_contains (table, key))
    g_hash_table_insert (table, g_strdup (key), g_strdup (name));
}

static void
keep_link (QmsPackageLinks *links, const QmsPackage *package, const char *part, const QmsXmlTreeNode *link)
{
  g_autofree char *name = target_of (package, part, link);

  if (!name)
    return;
  keep (links->by_id, qms_word_attribute (link, "Id"), name);
  keep (links->by_type, type_of (link), name);
}

static QmsPackageLinks *
make_links (void)
{
  QmsPackageLinks *links = g_new (QmsPackageLinks, 1);

  links->by_id = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, g_free);
  links->by_type = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, g_free);
  return links;
}

QmsPackageLinks *
qms_package_links_read (const QmsPackage *package, const char *part, QmsError **error)
{
  g_autofree char *name = links_name (part);
  g_autoptr (QmsPackageLinks) links = make_links ();
  g_autoptr (QmsXmlTree) tree = NULL;

  if (!qms_package_part (package, name))
    return g_steal_pointer (&links);
  tree = qms_word_tree (package, name, error);
  if (!tree)
    return NULL;
  for (const QmsXmlTreeNode *link = tree->root->first; link; link = link->next)
    if (link->name)
      keep_link (links, package, part, link);
  return g_steal_pointer (&links);
}

void
qms_package_links_free (QmsPackageLinks *links)
{
  if (!links)
    return;
  g_hash_table_unref (links->by_id);
  g_hash_table_unref (links->by_type);
  g_free (links);
}

const char *
qms_package_link (const QmsPackageLinks *links, const char *id)
{
  return g_hash_table_lookup (links->by_id, id);
}

const char *
qms_package_link_of_type (const QmsPackageLinks *links, const char *type)
{
  return g_hash_table_lookup (links->by_type, type);
}

const char *
qms_package_main (const QmsPackage *package)
{
  g_autoptr (QmsPackageLinks) links = qms_package_links_read (package, NULL, NULL);
  const char *name = links ? qms_package_link_of_type (links, "officeDocument") : NULL;

  return name ? qms_package_find (package, name)->name : NULL;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Reads parts behind the guard, with limits that fit what Word writes. */
#include "word/part.h"

#include "codec/guard.h"
#include "gen/ids.h"

#include <stdlib.h>
#include <string.h>

#define MAIN_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT_NAMESPACE "http://purl.oclc.org/ooxml/wordprocessingml/main"

/* Word keeps drawings in attributes (o:gfxdata) and declares dozens of namespaces in one tag. */
static const QmsReader limits = {
  .limits = {
    [QMS_LIMIT_BYTES] = QMS_PACKAGE_MAX_XML, [QMS_LIMIT_DEPTH] = 64, [QMS_LIMIT_ATTRIBUTES] = 128,
    [QMS_LIMIT_NAMESPACES] = 128, [QMS_LIMIT_TAG] = (size_t)4 << 20, [QMS_LIMIT_TEXT] = 1 << 20,
    [QMS_LIMIT_NODES] = 500 * 1000, [QMS_LIMIT_ERRORS] = 100,
  },
};

static QmsXmlTree *
read_tree (const char *text, size_t size, const char *file, QmsError **error)
{
  size_t mark;
  QmsGuard guard;

  if (qms_guard_begin (text, size, file, &mark, error) != QMS_OK)
    return NULL;
  qms_guard_init (&guard, &limits);
  if (qms_guard_scan (&guard, text + mark, size - mark, file, error) != QMS_OK)
    return NULL;
  return qms_xml_tree_read (&limits, NULL, text + mark, size - mark, file, error);
}

QmsXmlTree *
qms_word_tree (const QmsPackage *package, const char *name, QmsError **error)
{
  const char *file = qms_package_file (package);
  g_autofree char *place = file ? g_strdup_printf ("%s/%s", file, name) : g_strdup (name);
  GBytes *bytes = qms_package_part (package, name);
  QmsPlace lack = { .file = file };
  gsize size;
  const char *text;

  if (!bytes) {
    qms_fail (error, QMS_MSG_PACKAGE_LACKS, &lack, "what", name, NULL);
    return NULL;
  }
  text = g_bytes_get_data (bytes, &size);
  return read_tree (text ? text : "", size, place, error);
}

/* ---- looking around */

bool
qms_word_is (const QmsXmlTreeNode *element, const char *name)
{
  return element->name && strcmp (element->name, name) == 0
         && (strcmp (element->uri, MAIN_NAMESPACE) == 0 || strcmp (element->uri, STRICT_NAMESPACE) == 0);
}

static const QmsXmlTreeNode *
find (const QmsXmlTreeNode *from, const char *name)
{
  while (from && !qms_word_is (from, name))
    from = from->next;
  return from;
}

const QmsXmlTreeNode *
qms_word_child (const QmsXmlTreeNode *element, const char *name)
{
  return element ? find (element->first, name) : NULL;
}

const QmsXmlTreeNode *
qms_word_next (const QmsXmlTreeNode *element, const char *name)
{
  return find (element->next, name);
}

const char *
qms_word_attribute (const QmsXmlTreeNode *element, const char *name)
{
  for (size_t i = 0; element && i < element->n_attributes; i++)
    if (strcmp (element->attributes[i].name, name) == 0)
      return element->attributes[i].value;
  return NULL;
}

const char *
qms_word_value (const QmsXmlTreeNode *element, const char *child)
{
  return qms_word_attribute (qms_word_child (element, child), "val");
}

int32_t
qms_word_number (const QmsXmlTreeNode *element, const char *child, int32_t otherwise)
{
  const char *text = qms_word_value (element, child);
  char *end;
  long value;

  if (!text)
    return otherwise;
  value = strtol (text, &end, 10);
  return end == text || *end || value < -G_MAXINT32 || value > G_MAXINT32 ? otherwise : (int32_t)value;
}

int
qms_word_switch (const QmsXmlTreeNode *element, const char *child)
{
  const QmsXmlTreeNode *found = qms_word_child (element, child);
  const char *value = qms_word_attribute (found, "val");

  if (!found)
    return -1;
  return !value || (strcmp (value, "0") != 0 && strcmp (value, "false") != 0 && strcmp (value, "off") != 0);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* XML as a tree of elements, for formats that are not read into the model as they stand. */
#pragma once

#include "codec/reader.h"
#include "codec/xml_sax.h"
#include "core/arena.h"

typedef struct {
  const char *name, *prefix, *uri; /* prefix and uri "" if there is none */
  const char *value;
} QmsXmlTreeAttribute;

/* An element, or a piece of text or a comment between elements. */
typedef struct QmsXmlTreeNode {
  const char *name;         /* NULL: text or a comment */
  const char *prefix, *uri; /* "" if there is none */
  const char *text;         /* of text or a comment */
  bool comment;
  const QmsXmlTreeAttribute *attributes;
  const QmsXmlNamespace *namespaces;
  size_t n_attributes, n_namespaces;
  struct QmsXmlTreeNode *parent, *first, *last, *next;
  uint32_t line, column;
} QmsXmlTreeNode;

typedef struct {
  QmsArena *arena;
  QmsXmlParser *parser; /* owns names and prefixes */
  QmsXmlTreeNode *root;
  const char *file;
} QmsXmlTree;

/* Reads text that has passed the guard; of `limits` that of nodes counts here. Elements of the namespace `skipped` are left out
 * with all that they hold; NULL: none. NULL and an error if it cannot be read. */
QmsXmlTree *qms_xml_tree_read (const QmsReader *limits, const char *skipped, const char *text, size_t size,
                               const char *file, QmsError **error);
void qms_xml_tree_free (QmsXmlTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsXmlTree, qms_xml_tree_free)

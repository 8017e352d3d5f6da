/* SPDX-License-Identifier: Apache-2.0 */
/* A document: the arena, the root, the prefixes of foreign namespaces. */
#pragma once

#include "core/arena.h"
#include "core/extra.h"
#include "core/node.h"

#include <glib.h>

typedef struct {
  const char *prefix, *uri;
} QmsPrefix;

struct QmsDocument {
  gint references; /* atomic */
  QmsArena *arena;
  QmsNode *root;
  const char *file;      /* as given; NULL if none */
  int32_t format;        /* QMS_FORMAT_… that it was read from */
  GArray *prefixes;      /* of QmsPrefix, in the order of declaration; NULL if none */
  GHashTable *ids;       /* scope and identifier → node, the first that holds it; NULL until first asked for */
  GHashTable *repeats;   /* node → its place among the holders of a repeated identifier; NULL if none is repeated */
  QmsError *diagnostics; /* what a lenient reader let pass */
  GHashTable *run;       /* set: procedures that one run has imported; NULL if there is none */
  size_t n_nodes;
};

/* Fails, with file and line, unless the root is of that type. */
QmsStatus qms_document_expect (const QmsDocument *document, uint32_t root_type, QmsError **error);
/* Document without a root, for readers. */
QmsDocument *qms_document_alloc (void);
/* Prefix for `uri`: the one bound in the document, or a new one made from `hint` and bound if there is room. */
const char *qms_document_prefix (QmsDocument *document, const char *uri, const char *hint);
/* Binds a prefix if it is free and there is room; returns whether it now stands for `uri`. Our own namespace is the default
 * one and has no prefix. */
bool qms_document_bind (QmsDocument *document, const char *prefix, const char *uri);
/* An empty index, for a reader that fills it as it goes. */
void qms_document_open_index (QmsDocument *document);
/* Enters a node that has an identifier; returns the node that holds the identifier, which is another if it was taken. */
QmsNode *qms_document_add_id (QmsDocument *document, QmsNode *node, const QmsNode *scope);
/* Adds the identifiers at and below `node` to the index, or takes them out: around each change of the tree or of an
 * identifier. Nothing happens while there is no index, or to nodes that are detached from the root. */
void qms_document_index (QmsNode *node);
void qms_document_unindex (QmsNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsDocument, qms_document_unref)

/* SPDX-License-Identifier: Apache-2.0 */
/* A node: a small header and one eight-byte slot per field of its type. */
#pragma once

#include "core/schema.h"

#include <qms/document.h>
#include <qms/node.h>

typedef struct QmsExtra QmsExtra;
typedef struct QmsList QmsList;

/* What a slot holds depends on the field's kind; see kind.h for the packed ones. A list field holds `list`. */
typedef union {
  const char *string; /* id, string, text, code, ref */
  int64_t integer;    /* bool, int, money, enum, and packed: decimal, date, dateTime, duration */
  QmsNode *node;
  QmsList *list;
} QmsSlot;

struct QmsList {
  uint32_t count, capacity;
  QmsSlot *items;
};

struct QmsNode {
  const QmsType *type;
  QmsDocument *document;
  QmsNode *parent;
  uint64_t present;   /* bit i: slot i has a value */
  QmsExtra *extra;    /* comments and foreign content, in order; see extra.h */
  uint32_t line, column;
  uint32_t index;     /* in the parent's list */
  uint8_t slot;       /* of the parent; QMS_NO_SLOT if there is none */
  QmsSlot slots[];
};

static inline bool
qms_node_present (const QmsNode *node, unsigned slot)
{
  return (node->present >> slot & 1) != 0;
}

/* New detached node. */
QmsNode *qms_node_new (QmsDocument *document, const QmsType *type);
/* Appends an item without checks; for readers. */
void qms_node_append_slot (QmsNode *node, const QmsField *field, QmsSlot value);
/* Stores a child (field of kind node) without checks; for readers. */
void qms_node_put_child (QmsNode *node, const QmsField *field, QmsNode *child);
/* Number of items of a field, whatever it is; the items themselves. */
static inline size_t
qms_node_items (const QmsNode *node, const QmsField *field, const QmsSlot **items)
{
  if (!qms_node_present (node, field->slot)) {
    *items = NULL;
    return 0;
  }
  if (qms_field_list (field)) {
    *items = node->slots[field->slot].list->items;
    return node->slots[field->slot].list->count;
  }
  *items = &node->slots[field->slot];
  return 1;
}

/* Node below which the identifiers of `node` must be unique. */
const QmsNode *qms_node_scope (const QmsNode *node);
/* Node with that identifier in that scope; NULL if none. The index is built at the first call. */
QmsNode *qms_document_lookup (QmsDocument *document, const QmsNode *scope, const char *id);

/* Strings in element form remember where they stand; 0 if they were not read from XML. */
typedef struct {
  uint32_t line, column;
} QmsPosition;
QmsPosition qms_node_position (const QmsNode *node, const QmsField *field, size_t index);

/* Whether a path, as qms_node_at takes it from a root of that type, could lead to a node or field of some document. */
bool qms_path_is_possible (const QmsType *root, const char *path);

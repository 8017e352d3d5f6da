/* SPDX-License-Identifier: Apache-2.0 */
/* What resolved tags stand for in a system. */
#pragma once

#include "render/docx_tag.h"

#include <qms/workflow.h>

/* A node, a value of a field, or a group of such. */
typedef struct {
  const QmsNode *node;   /* the node, or the one that holds the value; NULL: a place without anything */
  const QmsNode *owner;  /* of a place without a node: whose it is */
  const QmsField *field; /* of a value; NULL: a node */
  QmsSlot slot;          /* of a value */
  const GArray *items;   /* of a group: of QmsTagItem */
} QmsTagItem;

/* A repetition, from the inside out. */
typedef struct QmsTagFrame {
  const QmsTagItem *item;
  size_t number, count;
  const struct QmsTagFrame *outer;
} QmsTagFrame;

/* What looking up values keeps between tags. */
typedef struct {
  const QmsNode *root;
  bool dated;
  QmsSlot date;
  QmsArena *arena;          /* of texts that belong to no document */
  const QmsNode *procedure; /* that `workflow` is of */
  QmsWorkflow *workflow;
  GHashTable *settled; /* identifier of a procedure → GPtrArray of administrative procedures; NULL: not yet */
  size_t steps;        /* taken so far: bounds what a template may cost */
} QmsTagLookup;

void qms_tag_lookup_clear (QmsTagLookup *lookup);

/* Items that an "each" or "cells" repeats, groups if it makes such; free with qms_tag_items_free. */
GArray *qms_tag_repeats (QmsTagLookup *lookup, const QmsTag *tag, const QmsTagFrame *frame);
void qms_tag_items_free (GArray *items);
bool qms_tag_holds (QmsTagLookup *lookup, const QmsTagTest *test, const QmsTagFrame *frame);
/* Whether an item is there and is not "false". */
bool qms_tag_item_is_true (const QmsTagItem *item);
/* What a tag prints. Free with g_free. */
char *qms_tag_text (QmsTagLookup *lookup, const QmsTag *tag, const QmsTagFrame *frame);

/* docx_computed.c */
void qms_computed_items (QmsTagLookup *lookup, const QmsComputed *computed, const QmsTagItem *item, GArray *out);
/* docx_format.c: items in the formats of a tag. Free with g_free. */
char *qms_tag_format (const QmsTagFormat *formats, const GArray *items);
/* docx_print.c: one item in a format of values; QMS_FORMAT_DEFAULT: as usual for its kind. Appended to `out`. */
void qms_tag_print (const QmsTagItem *item, QmsTagFormatId format, GString *out);
/* The value as files have it; a node by its identifier. Appended to `out`. */
void qms_tag_append_code (const QmsTagItem *item, GString *out);

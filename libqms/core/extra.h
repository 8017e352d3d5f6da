/* SPDX-License-Identifier: Apache-2.0 */
/* Extras: comments, processing instructions and foreign-namespace content, kept with the node beside which they stand. */
#pragma once

#include "core/node.h"

#include <glib.h>

typedef enum {
  QMS_EXTRA_COMMENT = 1,
  QMS_EXTRA_PI,
  QMS_EXTRA_ELEMENT,   /* a foreign element with all below it */
  QMS_EXTRA_ATTRIBUTE, /* a foreign attribute */
} QmsExtraKind;

/* Where an extra stands, seen from the node that holds it. */
typedef enum {
  QMS_WHERE_BEFORE = 1,   /* before the node's own start tag */
  QMS_WHERE_TAG,          /* in the node's start tag (an attribute) */
  QMS_WHERE_FIELD_BEFORE, /* inside the node, before the element of a scalar field */
  QMS_WHERE_FIELD_TAG,    /* in the start tag of a scalar field's element (an attribute) */
  QMS_WHERE_FIELD_INSIDE, /* inside a scalar field's text, at a byte offset */
  QMS_WHERE_END,          /* inside the node, before its end tag */
  QMS_WHERE_AFTER,        /* after the root's end tag */
} QmsWhere;

/* A prefix that the extra uses without declaring it itself. */
typedef struct {
  const char *prefix; /* "" for the default namespace */
  const char *uri;
} QmsBinding;

struct QmsExtra {
  QmsExtra *next;
  uint8_t kind;        /* QmsExtraKind */
  uint8_t where;       /* QmsWhere */
  uint8_t slot;        /* QMS_WHERE_FIELD_…: the field */
  uint32_t item;       /* and the item of a list */
  uint32_t offset;     /* QMS_WHERE_FIELD_INSIDE: in bytes of the value */
  const char *uri;     /* element, attribute: namespace ("" if none) */
  const char *name;    /* element, attribute: qualified name as written; processing instruction: target */
  const char *text;    /* comment, processing instruction: text; attribute: value; element: everything from the "<" to the
                          last ">", without the declarations in `bindings` */
  const char *plain;   /* element: its characters without markup, once they have been asked for */
  const QmsBinding *bindings;
  uint32_t n_bindings;
};

/* New extra at the end of a list; fields beyond kind and where are cleared. */
QmsExtra *qms_extra_put (QmsExtra **end, QmsDocument *document, QmsExtraKind kind, QmsWhere where);
/* Copies the list of `from` to `to`, into the memory of `to`'s document. */
void qms_extra_copy (const QmsNode *from, QmsNode *to);
/* Equal as they are written: in which order extras of different places were added does not count. */
bool qms_extra_equal (const QmsNode *a, const QmsNode *b);
/* The extras of a node in the order in which they are written. NULL if there are none; otherwise free with
 * g_ptr_array_unref. */
GPtrArray *qms_extra_sort (const QmsNode *node);
/* Makes the prefixes that an extra uses those of a document, as far as they are free there. If not, an element declares them
 * itself and an attribute gets another. */
void qms_extra_settle (QmsExtra *extra, QmsDocument *document);

/* An extra beside a value never outlives it there: each change of a value is followed by one of these. */

/* The value is gone. What stood before or in it goes to the end of the node, its foreign attributes are dropped. `link` is
 * where the extras beside the value may begin; returns the end of the list. */
QmsExtra **qms_extra_release (QmsExtra **link, const QmsField *field, uint32_t item);
/* The items from `from` on are now `by` places further. */
void qms_extra_shift (QmsNode *node, const QmsField *field, uint32_t from, int by);
/* An item has moved in its list. */
void qms_extra_move (QmsNode *node, const QmsField *field, uint32_t from, uint32_t to);
/* The value, which is no list, is another: offsets in it must be those of characters, and what is behind content is at the node's end. */
void qms_extra_fit (QmsNode *node, const QmsField *field);
/* The attribute `name` has a value or none, and a bad one that a lenient reader kept is obsolete. */
void qms_extra_drop_attribute (QmsNode *node, const char *name);

/* SPDX-License-Identifier: Apache-2.0 */
/* Records of the national portal (LayThuTuc): one table says how each key stands to a field of the model. */
#pragma once

#include "codec/json.h"
#include "core/node.h"

typedef struct PortalKey PortalKey;
typedef struct PortalShape PortalShape;

/* How the value of a key becomes the value of a field, and back. Reading never fails: what the model cannot hold stays unset
 * and is kept as it was written (portal_original.c). */
typedef struct {
  json_type type; /* JSON_STRING (any scalar is accepted) or JSON_ARRAY */
  void (*read) (const PortalKey *key, const json_t *object, QmsNode *node);
  json_t *(*write) (const PortalKey *key, const QmsNode *node);
} PortalForm;

struct PortalKey {
  const char *key;
  const PortalForm *form;
  uint32_t field;
  const char *with;         /* another key that has part in the value; for a list of texts, the key of each item */
  const PortalShape *items; /* of a list of nodes */
  bool optional;            /* written only if there is a value */
};

/* The keys of an object, in the portal's order. */
struct PortalShape {
  const PortalKey *keys;
  size_t n_keys;
};

extern const PortalShape portal_record;

extern const PortalForm portal_plain, portal_date, portal_money, portal_amount, portal_unit, portal_level,
    portal_channel, portal_fee, portal_lines, portal_texts, portal_nodes;

/* A scalar as text: NULL if absent or null. Free with g_free. */
char *portal_text (const json_t *object, const char *key);

/* Checks that an object has the shape: types, and characters that XML can hold. */
QmsStatus portal_check (const QmsJsonText *text, const PortalShape *shape, json_t *object, const QmsJsonStep *step,
                        QmsError **error);
/* Fills a new node from a checked object. */
void portal_read (const PortalShape *shape, json_t *object, QmsNode *node);
/* The object that a node makes; a new reference, or NULL and an error if the originals kept with it are damaged. */
json_t *portal_write (const PortalShape *shape, const QmsNode *node, QmsError **error);

/* The object as the table makes it, with empty lists in place of lists of nodes. */
json_t *portal_generate (const PortalShape *shape, const QmsNode *node);
/* Keeps with the node what `object` says and the model cannot give back. */
void portal_keep_original (const PortalShape *shape, json_t *object, QmsNode *node);
/* Gives back what was kept, wherever the model still says what it said then. Lists of nodes are not filled yet. */
QmsStatus portal_restore_original (const QmsNode *node, json_t **object, QmsError **error);
/* Calls `func` for each value that is kept with `node` itself; `at` is its JSON Pointer, `model` and `record` may be NULL. */
typedef void (*PortalKeptFunc) (const QmsNode *node, const char *at, const json_t *model, const json_t *record, void *data);
void portal_each_kept (const QmsNode *node, PortalKeptFunc func, void *data);
/* Replaces what was kept with `node` by what was kept with `from`. */
void portal_take_original (QmsNode *node, const QmsNode *from);

/* Brings a procedure up to date with a fresh one read from `object`: fields that the record does not have stay. */
void portal_update (QmsNode *procedure, QmsNode *fresh, const json_t *object);

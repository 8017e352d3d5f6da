/* SPDX-License-Identifier: Apache-2.0 */
/* JSON in and out: text with limits and places for messages, and documents as JSON. */
#pragma once

#include "codec/reader.h"
#include "core/document.h"
#include "core/error.h"

#include <jansson.h>

/* JSON text that was read. */
typedef struct {
  const char *data, *end; /* without a byte order mark */
  const char *name;       /* of the file; NULL if none */
  const QmsReader *reader;
  GArray *objects; /* of QmsPosition: where each object begins, in order of the text */
  json_t *root;
} QmsJsonText;

/* Reads text within the limits of `reader`. The text keeps pointers to `data` and `name`. Duplicate keys are refused. */
QmsStatus qms_json_text_load (QmsJsonText *text, const char *data, size_t size, const char *name,
                              const QmsReader *reader, QmsError **error);
void qms_json_text_clear (QmsJsonText *text);
/* Checks the limits of depth, length and number of values, and fills `objects`. */
QmsStatus qms_json_guard (QmsJsonText *text, QmsError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmsJsonText, qms_json_text_clear)

/* The way to a value: a member (`key`) or, where `key` is NULL, an item of what `up` leads to; NULL is the whole text. */
typedef struct QmsJsonStep QmsJsonStep;
struct QmsJsonStep {
  const QmsJsonStep *up;
  const char *key;
  size_t index;
};

/* Appends "/" and a key, escaped. */
void qms_json_pointer_append (GString *pointer, const char *key);
/* Line and column of the value or, for a member, of its key. */
QmsPosition qms_json_position (const QmsJsonText *text, const QmsJsonStep *step);
/* Adds an error of the catalogue, placed at `step`. */
QmsStatus qms_json_fail (const QmsJsonText *text, const QmsJsonStep *step, QmsError **error, int message,
                         const QmsValue *values, size_t n_values);
/* The error that `step` is not of the JSON type it should be. */
QmsStatus qms_json_fail_type (const QmsJsonText *text, const QmsJsonStep *step, QmsError **error, json_type expected,
                              const json_t *found);

/* Reads a document. */
QmsStatus qms_json_read (const char *data, size_t size, const char *name, const QmsReader *reader,
                         QmsDocument **document, QmsError **error);
/* Appends the canonical text of a document, with a newline at its end. */
QmsStatus qms_json_write (QmsDocument *document, GString *out, QmsError **error);
/* A node and all below it, as in a document; a new reference. */
json_t *qms_json_from_node (const QmsNode *node);
/* Appends a value in the canonical form: indented by two, keys in their order, a newline at the end. */
QmsStatus qms_json_print (const json_t *value, GString *out, QmsError **error);

/* Comments and foreign content of a node as an array; NULL if there are none. */
json_t *qms_json_from_extras (const QmsNode *node);
/* The texts of the values of one node beside which extras stand, each made once. */
GHashTable *qms_json_value_texts_new (void);
/* Makes an extra of `node`, whose fields are complete; returns NULL, or what is wrong with it (by language). */
const char *const *qms_json_to_extra (json_t *value, const QmsNode *node, GHashTable *texts, QmsExtra **extra);
/* Proves that the extras of a document can be written as XML and read again. */
QmsStatus qms_json_prove_extras (const QmsJsonText *text, QmsDocument *document, QmsError **error);

/* SPDX-License-Identifier: Apache-2.0 */
/* Nodes: read and change the model through field ids.
 *
 * Every function takes a field id of model.h, such as QMS_PROCEDURE_TITLE. A getter never fails hard: for NULL, a field of
 * another type, an absent value or an index out of range it returns NULL, 0 or QMS_ERROR_ARGUMENT. Setters check the value and
 * leave the node unchanged on error. Strings are UTF-8; returned strings live as long as the document. `index` counts from 0
 * and is for lists; for a field that is no list it must be 0. One thread at a time per document. */
#ifndef QMS_NODE_H
#define QMS_NODE_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* As an index: at the end of the list. */
#define QMS_APPEND SIZE_MAX

/* Type of the node; NULL for NULL. */
QMS_API const QmsType *qms_node_type (const QmsNode *node);
/* Document of the node; adds no reference. */
QMS_API QmsDocument *qms_node_document (const QmsNode *node);
/* Parent; NULL for a root or a detached node. */
QMS_API QmsNode *qms_node_parent (const QmsNode *node);
/* Field of the parent that holds the node; NULL for a root or a detached node. */
QMS_API const QmsField *qms_node_parent_field (const QmsNode *node);
/* Position in the parent's list; 0 otherwise. */
QMS_API size_t qms_node_index (const QmsNode *node);
/* Line and column of the start tag, counted from 1; 0 if the node was not read from a file. */
QMS_API uint32_t qms_node_line (const QmsNode *node);
QMS_API uint32_t qms_node_column (const QmsNode *node);
/* Identifier of the node; NULL if it has none. */
QMS_API const char *qms_node_id (const QmsNode *node);
/* Model path from the root, such as "/heThong/quyTrinh[QT-1]/buoc[2]". The caller frees it with qms_free. NULL for NULL. */
QMS_API char *qms_node_path (const QmsNode *node);
/* Node at a path: absolute ("/heThong/quyTrinh[QT-1]") or relative ("buoc[2]"), names in XML or API spelling, items by
 * position from 1 or by identifier. NULL if there is none. If `field` is not NULL, a path may end in a scalar field: the node
 * that holds it is returned and the field stored there (NULL if the path names a node); an item of a list is chosen by a
 * position that it has. */
QMS_API QmsNode *qms_node_at (QmsNode *node, const char *path, const QmsField **field);

/* 1 if the field has a value (a list: at least one item). */
QMS_API int32_t qms_node_has (const QmsNode *node, uint32_t field);
/* Number of items of a list; of another field 1 if present, else 0. */
QMS_API size_t qms_node_count (const QmsNode *node, uint32_t field);
/* Removes the value; nodes that it held are detached. */
QMS_API QmsStatus qms_node_unset (QmsNode *node, uint32_t field);

/* Value of an id, string, text, code or ref field; NULL if absent. */
QMS_API const char *qms_node_get_string (const QmsNode *node, uint32_t field);
/* The same of an item of a list. */
QMS_API const char *qms_node_get_string_at (const QmsNode *node, uint32_t field, size_t index);
/* Value of a bool, int, money or enum field, also as an item of a list; 0 if absent. */
QMS_API int64_t qms_node_get_int (const QmsNode *node, uint32_t field);
QMS_API int64_t qms_node_get_int_at (const QmsNode *node, uint32_t field, size_t index);
/* Decimal: value = mantissa × 10^-scale, scale 0 to 17. Out-parameters may be NULL. QMS_ERROR_NOT_FOUND if absent. */
QMS_API QmsStatus qms_node_get_decimal (const QmsNode *node, uint32_t field, int64_t *mantissa, int32_t *scale);
/* Duration: as decimal, and the unit (QMS_DURATION_UNIT_…). */
QMS_API QmsStatus qms_node_get_duration (const QmsNode *node, uint32_t field, int64_t *mantissa, int32_t *scale, int32_t *unit);
/* Date: year, month, day. */
QMS_API QmsStatus qms_node_get_date (const QmsNode *node, uint32_t field, int32_t *year, int32_t *month, int32_t *day);
/* Date and time: seconds since 1970-01-01T00:00:00Z and the offset from UTC in minutes as written. */
QMS_API QmsStatus qms_node_get_datetime (const QmsNode *node, uint32_t field, int64_t *seconds, int32_t *offset);
/* Any scalar as the text that files have. The caller frees it with qms_free. NULL if absent. */
QMS_API char *qms_node_get_text (const QmsNode *node, uint32_t field, size_t index);

/* Sets an id, string, text, code or ref field; the value is copied. QMS_ERROR_VALUE if the kind does not allow it,
 * QMS_ERROR_REFERENCE for an identifier that is taken in the system. */
QMS_API QmsStatus qms_node_set_string (QmsNode *node, uint32_t field, const char *value, QmsError **error);
/* Sets a bool (0 or 1), int, money (đồng) or enum (QMS_…) field. */
QMS_API QmsStatus qms_node_set_int (QmsNode *node, uint32_t field, int64_t value, QmsError **error);
/* Sets a decimal field to mantissa × 10^-scale: at most 17 digits, scale 0 to 17. */
QMS_API QmsStatus qms_node_set_decimal (QmsNode *node, uint32_t field, int64_t mantissa, int32_t scale, QmsError **error);
/* Sets a duration field: at most 15 digits, not negative, and a unit (QMS_DURATION_UNIT_…). */
QMS_API QmsStatus qms_node_set_duration (QmsNode *node, uint32_t field, int64_t mantissa, int32_t scale, int32_t unit,
                                         QmsError **error);
/* Sets a date field to a day of the years 1 to 9999. */
QMS_API QmsStatus qms_node_set_date (QmsNode *node, uint32_t field, int32_t year, int32_t month, int32_t day, QmsError **error);
/* Sets a dateTime field: seconds since 1970-01-01T00:00:00Z, offset from UTC in minutes (-840 to 840). */
QMS_API QmsStatus qms_node_set_datetime (QmsNode *node, uint32_t field, int64_t seconds, int32_t offset, QmsError **error);
/* Sets any scalar from the text that files have. */
QMS_API QmsStatus qms_node_set_text (QmsNode *node, uint32_t field, const char *text, QmsError **error);
/* Inserts a scalar into a list before `index` (QMS_APPEND: at the end). */
QMS_API QmsStatus qms_node_insert_text (QmsNode *node, uint32_t field, size_t index, const char *text, QmsError **error);

/* Node that a node field holds, or item of a list; NULL if absent. */
QMS_API QmsNode *qms_node_get_node (const QmsNode *node, uint32_t field);
QMS_API QmsNode *qms_node_get_node_at (const QmsNode *node, uint32_t field, size_t index);
/* New empty child: the value of a node field (an existing one is detached) or a new item before `index`. NULL on error. */
QMS_API QmsNode *qms_node_add (QmsNode *node, uint32_t field, size_t index, QmsError **error);
/* Puts a detached node of the same document and the right type there. Its identifiers must be free; those of an existing
 * child that it replaces are. */
QMS_API QmsStatus qms_node_attach (QmsNode *node, uint32_t field, size_t index, QmsNode *child, QmsError **error);
/* Takes a node out of its parent. It stays valid and may be attached again. */
QMS_API QmsStatus qms_node_detach (QmsNode *node, QmsError **error);
/* Removes the item at `index`; a node is detached. */
QMS_API QmsStatus qms_node_remove (QmsNode *node, uint32_t field, size_t index, QmsError **error);
/* Moves an item of a list. */
QMS_API QmsStatus qms_node_move (QmsNode *node, uint32_t field, size_t from, size_t to, QmsError **error);

/* Node that a reference points to, in the same system and of the field's target type; NULL if there is none. */
QMS_API QmsNode *qms_node_resolve (const QmsNode *node, uint32_t field);
/* Deep copy as a detached node of `document`, with foreign content; with line and column if it is the same document. NULL
 * for NULL. */
QMS_API QmsNode *qms_node_copy (const QmsNode *node, QmsDocument *document);
/* 1 if both hold the same values in the same order, foreign content and comments included; positions do not count. */
QMS_API int32_t qms_node_equal (const QmsNode *a, const QmsNode *b);

/* The node and all below it as a JSON object, as it stands in a document (docs/json.md). `*text` is NUL-terminated, `*size`
 * (may be NULL) counts its bytes; free it with qms_free. */
QMS_API QmsStatus qms_node_write_json (const QmsNode *node, char **text, size_t *size, QmsError **error);

/* Foreign content: text of the child element `name` in namespace `uri` (not libqms' own); NULL if absent. */
QMS_API const char *qms_node_extension (const QmsNode *node, const char *uri, const char *name);
/* Sets that text, NULL removes the element. */
QMS_API QmsStatus qms_node_set_extension (QmsNode *node, const char *uri, const char *name, const char *text, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif

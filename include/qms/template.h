/* SPDX-License-Identifier: Apache-2.0 */
/* Word documents from templates: a .docx with tags such as {{ten}}, filled with the data of a system. docs/templates.md describes the
 * tags. One template, node and day give one sequence of bytes. */
#ifndef QMS_TEMPLATE_H
#define QMS_TEMPLATE_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct QmsTemplate QmsTemplate; /* a compiled template; immutable, may be shared by threads */

/* Number of templates that ship with the library. */
QMS_API size_t qms_template_count (void);
/* Name of a shipped template, such as "procedure", in the order of the alphabet; NULL if there is none at `index`. */
QMS_API const char *qms_template_name (size_t index);
/* The .docx of a shipped template, to edit it in Word; `*size` (may be NULL) counts its bytes. NULL if none has that name. Constant
 * data, not to be freed. */
QMS_API const void *qms_template_data (const char *name, size_t *size);

/* Reads a template. `name` stands for the file in messages; may be NULL. The caller frees `*result` with qms_template_free. Every tag
 * is checked: QMS_ERROR_STRUCTURE names the tag and the paragraph; QMS_ERROR_UNSUPPORTED if it is no .docx, QMS_ERROR_LIMIT if it is
 * beyond what docs/limits.md says. */
QMS_API QmsStatus qms_template_read (const void *docx, size_t size, const char *name, QmsTemplate **result, QmsError **error);
/* Frees a template; NULL is allowed. */
QMS_API void qms_template_free (QmsTemplate *self);

/* What its documents are, in words, as the template says; "" if it does not. Belongs to the template; NULL for NULL. */
QMS_API const char *qms_template_title (const QmsTemplate *self);
/* Path of the nodes that it is filled with, such as "/heThong/quyTrinh". Belongs to the template; NULL for NULL. */
QMS_API const char *qms_template_path (const QmsTemplate *self);
/* Type of these nodes; NULL for NULL. */
QMS_API const QmsType *qms_template_type (const QmsTemplate *self);
/* How many of them the document with that root has; 0 for a root of another type. One thread at a time per document. */
QMS_API size_t qms_template_target_count (const QmsTemplate *self, QmsNode *root);
/* One of them, from 0; NULL if there is none. */
QMS_API QmsNode *qms_template_target (const QmsTemplate *self, QmsNode *root, size_t index);
/* 1 if the node has what the template needs to make sense, 0 if its document would be empty. */
QMS_API int32_t qms_template_is_needed (const QmsTemplate *self, const QmsNode *node);

/* Fills the template with a node of its type. `as_of`: the day "2026-01-31" that documents show as today's; NULL: none. `*docx`
 * is a .docx of `*size` bytes; the caller frees it with qms_free. QMS_ERROR_ARGUMENT if the node is of another type,
 * QMS_ERROR_VALUE if `as_of` is no day, QMS_ERROR_LIMIT if the template repeats so much that the document would be over 32 MB or take
 * over 10 million steps. One thread at a time per document. */
QMS_API QmsStatus qms_template_fill (const QmsTemplate *self, const QmsNode *node, const char *as_of, char **docx, size_t *size,
                                     QmsError **error);

#ifdef __cplusplus
}
#endif
#endif

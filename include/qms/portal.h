/* SPDX-License-Identifier: Apache-2.0 */
/* Records of the national public-service portal (LayThuTuc) in and out. */
#ifndef QMS_PORTAL_H
#define QMS_PORTAL_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Reads a LayThuTuc record, an array of records, or {"result": […]} into the system of `document`: a procedure whose code is
 * already there is updated, never doubled. What the model has no place for is kept as foreign content. `*count` (may be NULL)
 * becomes the number of records. On error the document is unchanged. `name` stands for the file in messages; may be NULL. */
QMS_API QmsStatus qms_portal_import (QmsDocument *document, const void *json, size_t size, const char *name, size_t *count,
                                     QmsError **error);
/* What of the records in a system is kept as it was written because the model cannot say it that way: a chain of notes in
 * `*notes`, one for each key of the records, with how many values and the first of them. NULL if there are none; free it with
 * qms_error_free. The status is QMS_OK unless an argument is wrong. */
QMS_API QmsStatus qms_portal_notes (const QmsDocument *document, QmsError **notes);
/* The record of an administrative procedure as JSON. Free it with qms_free. */
QMS_API QmsStatus qms_portal_export (const QmsNode *administrative_procedure, char **json, size_t *size, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif

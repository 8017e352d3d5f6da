/* SPDX-License-Identifier: Apache-2.0 */
/* Differences between two documents, item by item; items of lists are matched by identifier or code, else by position. */
#ifndef QMS_DIFF_H
#define QMS_DIFF_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { QMS_DIFF_ADDED = 1, QMS_DIFF_REMOVED = 2, QMS_DIFF_CHANGED = 3, QMS_DIFF_MOVED = 4 };

/* Compares two documents of one root type; QMS_ERROR_ARGUMENT otherwise. The caller frees `*diff`. */
QMS_API QmsStatus qms_document_diff (QmsDocument *before, QmsDocument *after, QmsDiff **diff, QmsError **error);
/* Frees a diff. NULL is allowed. */
QMS_API void qms_diff_free (QmsDiff *diff);
/* Number of differences; 0 if the documents are equal. */
QMS_API size_t qms_diff_count (const QmsDiff *diff);
/* QMS_DIFF_… of the difference at `index`; 0 if there is none. */
QMS_API int32_t qms_diff_kind (const QmsDiff *diff, size_t index);
/* Model path; NULL if there is none. Owned by the diff. */
QMS_API const char *qms_diff_path (const QmsDiff *diff, size_t index);
/* Value before and after as text; NULL if absent or a node. Owned by the diff. */
QMS_API const char *qms_diff_before (const QmsDiff *diff, size_t index);
QMS_API const char *qms_diff_after (const QmsDiff *diff, size_t index);

#ifdef __cplusplus
}
#endif
#endif

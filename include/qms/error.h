/* SPDX-License-Identifier: Apache-2.0 */
/* Why a call failed: an error says where, what was found and what was expected, in Vietnamese and English.
 *
 * Functions that can fail take `QmsError **error`, which may be NULL. A function that fails adds its errors at the end of the
 * chain in `*error`, which is NULL or holds earlier ones, and which the caller owns; a function that succeeds leaves `*error`
 * alone. One call may find several problems. Errors are immutable and may be passed between threads. */
#ifndef QMS_ERROR_H
#define QMS_ERROR_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Frees an error and the chain behind it. NULL is allowed. */
QMS_API void qms_error_free (QmsError *error);

/* Status code of the error; QMS_OK if `error` is NULL. */
QMS_API QmsStatus qms_error_status (const QmsError *error);

/* Identifier of the message, such as "QMS-XM-004"; `qms explain` knows it. Never NULL. */
QMS_API const char *qms_error_id (const QmsError *error);

/* The message alone, without place, in `lang` (QMS_LANG_VI or QMS_LANG_EN). Never NULL; owned by the error. */
QMS_API const char *qms_error_message (const QmsError *error, int32_t lang);

/* How to mend it, in `lang`; "" if there is nothing to say. Owned by the error. */
QMS_API const char *qms_error_remedy (const QmsError *error, int32_t lang);

/* File as it was given to the reader; NULL if the error is not about a file. */
QMS_API const char *qms_error_file (const QmsError *error);

/* Line, counted from 1; 0 if unknown. */
QMS_API uint32_t qms_error_line (const QmsError *error);

/* Column in characters, counted from 1; 0 if unknown. */
QMS_API uint32_t qms_error_column (const QmsError *error);

/* Model path, such as "/heThong/quyTrinh[QT-1]/buoc[2]"; NULL if unknown. */
QMS_API const char *qms_error_path (const QmsError *error);

/* What a number of <errno.h> means, in `lang`, as in the message of a file that cannot be opened. Static or interned. */
QMS_API const char *qms_errno_text (int32_t number, int32_t lang);

/* `text` on one line that cannot steer a terminal: control characters, also those of writing direction, become spaces, what
 * is no UTF-8 becomes U+FFFD. Messages and names of files may hold such. Free it with qms_free. */
QMS_API char *qms_display_text (const char *text);

/* The one of `count` names that `name` was probably meant to be: the nearest by edit distance, if that is at most a third of
 * the name. NULL if none is near, or an argument is NULL. For «did you mean …?». */
QMS_API const char *qms_nearest_name (const char *name, const char *const *names, size_t count);

/* The next problem found by the same call; NULL at the end. Owned by `error`. */
QMS_API const QmsError *qms_error_next (const QmsError *error);

#ifdef __cplusplus
}
#endif
#endif

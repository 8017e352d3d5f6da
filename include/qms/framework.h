/* SPDX-License-Identifier: Apache-2.0 */
/* Framework models (mô hình khung) that ship with libqms, and new systems made from them. Thread-safe. */
#ifndef QMS_FRAMEWORK_H
#define QMS_FRAMEWORK_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Number of frameworks that ship with the library. */
QMS_API size_t qms_framework_count (void);
/* Identifier of a framework, such as "bkhcn-101-2019"; NULL if there is none. Do not free. */
QMS_API const char *qms_framework_id (size_t index);
/* The framework as a document with everything it is based on resolved; the caller drops the reference. `id` is an identifier
 * or the path of a file. */
QMS_API QmsStatus qms_framework_load (const char *id, QmsDocument **framework, QmsError **error);
/* Checks a framework file that someone writes: the file itself, what it is based on, and a new system for each agency type
 * that has a sample. What is wrong is a finding; the status fails only if the file cannot be read or is no framework. The
 * caller frees `*report` with qms_report_free. */
QMS_API QmsStatus qms_framework_check_file (const char *path, QmsReport **report, QmsError **error);
/* New system for an agency: the framework's samples for `agency_type` (QMS_AGENCY_TYPE_…), with `name` filled in and
 * everything that the agency must still decide marked [[…]]. */
QMS_API QmsStatus qms_framework_instantiate (const char *id, int32_t agency_type, const char *name, QmsDocument **system,
                                             QmsError **error);
/* A copy of `system` moved to the framework `to` as that framework says (mô hình khung, chuyenDoi); nothing that the system
 * holds is lost. With a day (year 0: none) forms of a set that has ended by then become those in force, by kind; `to` may then
 * be NULL. The caller drops the reference to `*migrated`. `*work` (may be NULL) becomes a chain of messages with paths: what
 * people have to do or look at; free it with qms_error_free. QMS_ERROR_NOT_FOUND if `to` does not say how. */
QMS_API QmsStatus qms_framework_migrate (QmsDocument *system, const char *to, int32_t year, int32_t month, int32_t day,
                                         QmsDocument **migrated, QmsError **work, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif

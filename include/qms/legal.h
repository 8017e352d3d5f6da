/* SPDX-License-Identifier: Apache-2.0 */
/* Legal acts that libqms knows: what became of an act on a day. Constant data: thread-safe, never freed, not to be changed. */
#ifndef QMS_LEGAL_H
#define QMS_LEGAL_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Where an act stands on a day. */
enum { QMS_ACT_UNKNOWN = 0, QMS_ACT_NOT_YET = 1, QMS_ACT_IN_FORCE = 2, QMS_ACT_EXPIRED = 3 };

/* The act of a number in any usual spelling, such as "61/2018/NĐ-CP" or "Nghị định số 61/2018/NĐ-CP", as a node of type
 * QMS_TYPE_LEGAL_ACT: title, dates, successors, amendments, how sure it is. NULL if the act is not known, which says
 * nothing about the act. */
QMS_API const QmsNode *qms_legal_find (const char *number);
/* Where the act stands on a day: QMS_ACT_…. QMS_ACT_UNKNOWN for NULL, a node of another type, a day that does not exist, or
 * an act whose dates are not known. */
QMS_API int32_t qms_legal_status (const QmsNode *act, int32_t year, int32_t month, int32_t day);

#ifdef __cplusplus
}
#endif
#endif

/* SPDX-License-Identifier: Apache-2.0 */
/* Procedures as BPMN 2.0, for modellers and engines. docs/bpmn.md says what becomes what. */
#ifndef QMS_BPMN_H
#define QMS_BPMN_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Namespace of the extension elements that carry what BPMN has no word for. */
#define QMS_BPMN_NAMESPACE "urn:libqms:bpmn:1"

/* For whom a file is written: any modeller, or an engine with attributes of its own. */
enum { QMS_BPMN_GENERIC = 0, QMS_BPMN_CAMUNDA7 = 1, QMS_BPMN_FLOWABLE = 2 };

/* The BPMN 2.0 collaboration of a procedure (type quyTrinh) with complete layout, valid against the schema of ISO/IEC 19510.
 * One procedure and profile give one sequence of bytes. `*xml` is NUL-terminated UTF-8, `*size` (may be NULL) counts its bytes;
 * free it with qms_free. QMS_ERROR_ARGUMENT if the procedure has no steps. One thread at a time per document. */
QMS_API QmsStatus qms_bpmn_export (const QmsNode *procedure, int32_t profile, char **xml, size_t *size, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif

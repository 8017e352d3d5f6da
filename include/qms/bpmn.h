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
 * free it with qms_free. QMS_ERROR_STRUCTURE if the procedure has no steps, QMS_ERROR_REFERENCE if an outcome leads to a step that
 * is not there. One thread at a time per document. */
QMS_API QmsStatus qms_bpmn_export (const QmsNode *procedure, int32_t profile, char **xml, size_t *size, QmsError **error);

/* Reads a process of a BPMN 2.0 file into the system of `document`: as the procedure that it was exported from, with what a person
 * has changed since, else as a new procedure with the roles and units that its lanes name. A procedure of the same identifier is
 * replaced. `*procedure` (may be NULL) becomes the procedure, which the document owns. `*report` (may be NULL) becomes what was
 * lost, guessed or changed; its findings have no nodes, their paths are those of the file; the caller frees it. On error the
 * document is unchanged and `*report` is left alone. `name` stands for the file in messages; may be NULL. One thread at a time per
 * document. */
QMS_API QmsStatus qms_bpmn_import (QmsDocument *document, const void *bpmn, size_t size, const char *name, QmsNode **procedure,
                                   QmsReport **report, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif

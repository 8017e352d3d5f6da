/* SPDX-License-Identifier: Apache-2.0 */
/* Word documents (.docx): procedures in, documents from templates out. docs/docx.md says what becomes what. */
#ifndef QMS_DOCX_H
#define QMS_DOCX_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Namespace of the extension elements that keep what a document has beyond the model, and the one with the text of its annexes. */
#define QMS_DOCX_NAMESPACE "urn:libqms:docx:1"
#define QMS_DOCX_ANNEX "phuLuc"

typedef struct QmsDocxReport QmsDocxReport; /* what was read from one document, field by field; immutable */

/* Options of qms_docx_import. KEEP_NAMES: names of persons that sign are kept; without it they are left out. ONE_RUN: the document
 * is one of a set; what was imported into the same QmsDocument with this option before is not replaced but kept beside, and the
 * report warns. */
enum { QMS_DOCX_KEEP_NAMES = 1, QMS_DOCX_ONE_RUN = 2 };

/* Reads a procedure from a Word document into the system of `document`, with the roles and positions that it names and, if it is
 * one of an administrative procedure, that as well (without its national code, which such documents do not print). One of the
 * same code and title that the system has is replaced. `options`: QMS_DOCX_… or 0. `*procedure` (may be NULL) becomes the
 * procedure, which the document owns. `*report` (may be NULL) becomes what was read from where, how sure it is and what was not
 * understood; the caller frees it. QMS_ERROR_UNSUPPORTED for an old .doc, QMS_ERROR_STRUCTURE if there is no procedure in it.
 * On error the document is unchanged and `*report` is left alone. `name` stands for the file in messages; may be NULL. One
 * thread at a time per document. */
QMS_API QmsStatus qms_docx_import (QmsDocument *document, const void *docx, size_t size, const char *name, int32_t options,
                                   QmsNode **procedure, QmsDocxReport **report, QmsError **error);

/* A report that says why nothing could be read; the caller frees it. NULL for NULL. */
QMS_API QmsDocxReport *qms_docx_report_from_error (const QmsError *error, const char *name);
/* Frees a report. NULL is allowed. */
QMS_API void qms_docx_report_free (QmsDocxReport *report);
/* Path of the procedure in the system that it was read into, such as "/heThong/quyTrinh[QT-01]"; NULL if nothing was read. */
QMS_API const char *qms_docx_report_procedure (const QmsDocxReport *report);

/* Number of fields that were filled. */
QMS_API size_t qms_docx_report_count (const QmsDocxReport *report);
/* Number of fields that a person should look at, because they are not sure. */
QMS_API size_t qms_docx_report_doubtful (const QmsDocxReport *report);
/* Of the field at `index`, from 0; NULL or 0 if there is none. Strings belong to the report. Path in the system, value as files
 * have it, the text of the document that it was read from, and where that stands ("đoạn 12", "bảng 3, dòng 2"). */
QMS_API const char *qms_docx_report_path (const QmsDocxReport *report, size_t index);
QMS_API const char *qms_docx_report_value (const QmsDocxReport *report, size_t index);
QMS_API const char *qms_docx_report_source (const QmsDocxReport *report, size_t index);
QMS_API const char *qms_docx_report_place (const QmsDocxReport *report, size_t index, int32_t lang);
/* How sure it is, from 0 to 100, and why. */
QMS_API int32_t qms_docx_report_confidence (const QmsDocxReport *report, size_t index);
QMS_API const char *qms_docx_report_reason (const QmsDocxReport *report, size_t index, int32_t lang);

/* Number of notes: what was not understood or is not as it should be. */
QMS_API size_t qms_docx_report_note_count (const QmsDocxReport *report);
/* Of the note at `index`, from 0; NULL or 0 if there is none. Identifier of the message ("QMS-DX-001"), severity
 * (QMS_SEVERITY_…), the message, the text that it is about, and where that stands (NULL: nowhere in particular). */
QMS_API const char *qms_docx_report_note_id (const QmsDocxReport *report, size_t index);
QMS_API int32_t qms_docx_report_note_severity (const QmsDocxReport *report, size_t index);
QMS_API const char *qms_docx_report_note (const QmsDocxReport *report, size_t index, int32_t lang);
QMS_API const char *qms_docx_report_note_source (const QmsDocxReport *report, size_t index);
QMS_API const char *qms_docx_report_note_place (const QmsDocxReport *report, size_t index, int32_t lang);

/* Writes several reports as one: `format` is "text" (notes and what is not sure), "json" (everything) or "html" (source beside
 * result, for checking; one file that needs no other). `*text` is NUL-terminated; `*size` (may be NULL) counts its bytes; free it
 * with qms_free. QMS_ERROR_ARGUMENT for another format. */
QMS_API QmsStatus qms_docx_report_write (const QmsDocxReport *const *reports, size_t count, const char *format, int32_t lang,
                                         char **text, size_t *size, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif

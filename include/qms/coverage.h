/* SPDX-License-Identifier: Apache-2.0 */
/* Coverage: for each clause of the standard and each requirement of the framework, what in a system answers to it; the
 * traceability matrix that an auditor asks for. A matrix keeps its document alive; it belongs to one thread at a time. */
#ifndef QMS_COVERAGE_H
#define QMS_COVERAGE_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct QmsCoverage QmsCoverage; /* the matrix of one system */

/* What a row is about. */
enum { QMS_COVERAGE_CLAUSE = 1, QMS_COVERAGE_REQUIREMENT = 2 };

/* How things stand with a row. */
enum {
  QMS_COVERAGE_MET = 1,      /* something in force answers to it */
  QMS_COVERAGE_PARTIAL = 2,  /* something does, and falls short of the requirement, is a draft or has yet to be filled in */
  QMS_COVERAGE_MISSING = 3,  /* nothing does */
  QMS_COVERAGE_EXCLUDED = 4  /* the scope says that the clause does not apply, and why */
};

/* The matrix of a system (another root than heThong is refused with its file and line), clauses first, in order. `framework` is an identifier or the path of a file; NULL:
 * the one that the system names, if it ships with the library; otherwise there are only clauses. Dates are judged on the day given; year 0: today. The caller frees `*coverage`. */
QMS_API QmsStatus qms_coverage_run (QmsDocument *system, const char *framework, int32_t year, int32_t month, int32_t day,
                                    QmsCoverage **coverage, QmsError **error);
/* Frees a matrix and drops its reference to the document. NULL is allowed. */
QMS_API void qms_coverage_free (QmsCoverage *coverage);
/* Number of rows. */
QMS_API size_t qms_coverage_count (const QmsCoverage *coverage);
/* Number of rows of a kind (0: any) in a state. */
QMS_API size_t qms_coverage_state_count (const QmsCoverage *coverage, int32_t kind, int32_t state);
/* Of the row at `index`; 0 or NULL if there is none. Strings are owned by the matrix: QMS_COVERAGE_CLAUSE or
 * QMS_COVERAGE_REQUIREMENT; QMS_COVERAGE_MET, …; number of the clause or identifier of the requirement; what it is about;
 * why it is excluded, or where something that answers is looked for. */
QMS_API int32_t qms_coverage_kind (const QmsCoverage *coverage, size_t index);
QMS_API int32_t qms_coverage_state (const QmsCoverage *coverage, size_t index);
QMS_API const char *qms_coverage_id (const QmsCoverage *coverage, size_t index);
QMS_API const char *qms_coverage_title (const QmsCoverage *coverage, size_t index, int32_t lang);
QMS_API const char *qms_coverage_note (const QmsCoverage *coverage, size_t index);
/* What a partial row lacks: how it falls short of the requirement, or that there are only drafts or texts to fill in. NULL if the
 * row is not partial. Owned by the matrix. */
QMS_API const char *qms_coverage_lack (const QmsCoverage *coverage, size_t index, int32_t lang);
/* What is wrong with the way the system treats a row, such as leaving out a clause that every system has to apply; NULL if
 * nothing is. Owned by the matrix. */
QMS_API const char *qms_coverage_warning (const QmsCoverage *coverage, size_t index, int32_t lang);
/* Number of elements that answer to a row. */
QMS_API size_t qms_coverage_evidence_count (const QmsCoverage *coverage, size_t index);
/* Element at `item`; it lives as long as the document. NULL if there is none. */
QMS_API QmsNode *qms_coverage_evidence (const QmsCoverage *coverage, size_t index, size_t item);
/* Code and title of that element on one line; free it with qms_free. NULL if there is none. */
QMS_API char *qms_coverage_evidence_title (const QmsCoverage *coverage, size_t index, size_t item, int32_t lang);
/* Writes the matrix: `format` is "text", "json", "html" (one file that needs no other) or "csv" (UTF-8, a line for each
 * element). `*text` is NUL-terminated; free it with qms_free. */
QMS_API QmsStatus qms_coverage_write (const QmsCoverage *coverage, const char *format, int32_t lang, char **text,
                                      size_t *size, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif

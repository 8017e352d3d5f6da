/* SPDX-License-Identifier: Apache-2.0 */
/* Inspections: the verdict on each agency and each item of the checklist, drawn from validation reports. */
#ifndef QMS_INSPECTION_H
#define QMS_INSPECTION_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An inspection document (root kiemTra) with an agency for each report, in order: its verdicts under the standard, the framework
 * and the law, and each item of the checklist. An item is not conforming if a finding that decides it, is not suppressed and is
 * at least of severity `least` (QMS_SEVERITY_…) is in the report. A finding that decides no item counts under the standard.
 * `framework` is the one that the reports were made with; NULL: the one that each system names. The caller drops the reference
 * to `*inspection`. */
QMS_API QmsStatus qms_inspection_draw (const QmsReport *const *reports, size_t count, const char *framework, int32_t least,
                                       QmsDocument **inspection, QmsError **error);
/* Number of agencies of an inspection whose verdict as a whole is conforming. */
QMS_API size_t qms_inspection_conforming (QmsDocument *inspection);
/* Writes the verdicts as a table: `format` is "text", "html" (one file that needs no other) or "csv". As JSON or XML an
 * inspection is written as any document is. `*text` is NUL-terminated; free it with qms_free. */
QMS_API QmsStatus qms_inspection_write (QmsDocument *inspection, const char *format, int32_t lang, char **text,
                                        size_t *size, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif

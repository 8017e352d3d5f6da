/* SPDX-License-Identifier: Apache-2.0 */
/* Inspections: the verdict on each agency and each item of the checklist, drawn from validation reports. */
#ifndef QMS_INSPECTION_H
#define QMS_INSPECTION_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An inspection document (root kiemTra) with an agency for each report that is about an agency's system or about a file that
 * could not be read, in order: its verdicts under the standard, the framework and the law, each item of the checklist, and a
 * last line, "khac", for findings that decide no item. An item is not conforming if a finding that decides it, is not
 * suppressed and is at least of severity `least` (QMS_SEVERITY_…) is in the report; message, rule and place of the first ones
 * are its evidence; what is suppressed is listed with who, until when and why. A placeholder that is left counts against the
 * items of the requirements that its element answers to. An item is not assessed if nothing was there to look at, or if nothing
 * speaks against it but the report left out findings that might (qms_report_left_out_count). The framework is not assessed if none is known, and
 * nothing at all is if the file cannot be read or is empty: the remarks say why. A finding that decides no item counts as its
 * category says. `framework` is the one that the reports were made with; NULL: the one that each system names. Words of the
 * document's own are in `lang` (QMS_LANG_…). `*skipped` (may be NULL) gets an error for each report about something else, such
 * as a file of suppressions; the caller frees it. The caller drops the reference to `*inspection`. */
QMS_API QmsStatus qms_inspection_draw (const QmsReport *const *reports, size_t count, const char *framework, int32_t least,
                                       int32_t lang, QmsDocument **inspection, QmsError **skipped, QmsError **error);
/* Number of agencies of an inspection with a verdict as a whole (QMS_VERDICT_…). 0 for NULL. */
QMS_API size_t qms_inspection_count (QmsDocument *inspection, int32_t verdict);
/* Writes the verdicts as a table, with headings in `lang`; evidence and remarks are in the language they were drawn in: `format` is "text", "html" (one file that needs no other) or "csv". As JSON or XML an
 * inspection is written as any document is. `*text` is NUL-terminated; free it with qms_free. */
QMS_API QmsStatus qms_inspection_write (QmsDocument *inspection, const char *format, int32_t lang, char **text,
                                        size_t *size, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif

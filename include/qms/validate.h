/* SPDX-License-Identifier: Apache-2.0 */
/* Validate a document and report the findings. A report keeps its document alive. A report and a
 * validator belong to one thread at a time. */
#ifndef QMS_VALIDATE_H
#define QMS_VALIDATE_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* New validator: the document's own framework, today's law, all rules. */
QMS_API QmsValidator *qms_validator_new (void);
/* Frees a validator. NULL is allowed. */
QMS_API void qms_validator_free (QmsValidator *validator);
/* Framework to validate against, by identifier; NULL: the one that the document names. */
QMS_API QmsStatus qms_validator_set_framework (QmsValidator *validator, const char *id, QmsError **error);
/* File of further legal acts (root vanBanPhapLuat); an act that it holds goes before the library's own. NULL: only the library's. */
QMS_API QmsStatus qms_validator_set_legal (QmsValidator *validator, const char *file, QmsError **error);
/* Suppressions (boQua) that stand beside the documents, in a system that holds nothing else (otherwise QMS_ERROR_STRUCTURE);
 * those of a document itself count as well and go first. The validator keeps a reference; NULL: none. */
QMS_API QmsStatus qms_validator_set_suppressions (QmsValidator *validator, QmsDocument *document, QmsError **error);
/* Day for which rules that need a date are asked. Year 0: the day of the call. */
QMS_API QmsStatus qms_validator_set_as_of (QmsValidator *validator, int32_t year, int32_t month, int32_t day, QmsError **error);
/* Greatest number of findings kept, severe ones before mild ones; further ones are counted only. Default 100,000. */
QMS_API void qms_validator_set_max_findings (QmsValidator *validator, size_t max);
/* Runs all rules; findings are data, so the status is QMS_OK however many there are. The caller frees `*report`. */
QMS_API QmsStatus qms_validator_run (QmsValidator *validator, QmsDocument *document, QmsReport **report, QmsError **error);
/* Report on the suppressions beside, after the runs of a batch whose `count` reports are given: those that are incomplete,
 * have ended, name a rule that is unknown or may not be suppressed, or that no finding of the reports needed. File and lines
 * are theirs. QMS_ERROR_ARGUMENT if the validator has none. The caller frees `*report`. */
QMS_API QmsStatus qms_validator_run_suppressions (QmsValidator *validator, const QmsReport *const *reports, size_t count,
                                                  QmsReport **report, QmsError **error);
/* qms_validator_run with a default validator. */
QMS_API QmsStatus qms_document_validate (QmsDocument *document, QmsReport **report, QmsError **error);

/* Report of a file that could not be read: a finding for each error of the chain. `file` names it; NULL: as the error does.
 * So a refused file stands in the same list as the others. The caller frees it. NULL if `error` is NULL. */
QMS_API QmsReport *qms_report_from_error (const QmsError *error, const char *file);

/* Frees a report and drops its reference to the document. NULL is allowed. */
QMS_API void qms_report_free (QmsReport *report);
/* File that was validated, as it was given to the reader; NULL if none. */
QMS_API const char *qms_report_file (const QmsReport *report);
/* Number of findings, sorted by position, then rule. */
QMS_API size_t qms_report_count (const QmsReport *report);
/* Number of findings of a severity that are not suppressed, those beyond the greatest number included. */
QMS_API size_t qms_report_severity_count (const QmsReport *report, int32_t severity);
/* Number of findings of a severity that were left out because there were more than the greatest number: mild ones give way to
 * severe ones. Nobody can say whether a suppression would have covered them. */
QMS_API size_t qms_report_left_out_count (const QmsReport *report, int32_t severity);
/* Number of suppressed findings: they are in the report, but no severity counts them. */
QMS_API size_t qms_report_suppressed_count (const QmsReport *report);
/* Of the finding at `index`: NULL or 0 if there is none. Strings are owned by the report. */
QMS_API const QmsRule *qms_report_rule (const QmsReport *report, size_t index);
QMS_API int32_t qms_report_severity (const QmsReport *report, size_t index);
QMS_API const char *qms_report_message (const QmsReport *report, size_t index, int32_t lang);
/* Source that the finding rests on: the framework's own where a framework asks, else the rule's first; NULL if none. */
QMS_API const char *qms_report_cite (const QmsReport *report, size_t index);
/* Identifier of the framework's requirement that the finding is about; NULL if it is about none. */
QMS_API const char *qms_report_requirement (const QmsReport *report, size_t index);
QMS_API uint32_t qms_report_line (const QmsReport *report, size_t index);
QMS_API uint32_t qms_report_column (const QmsReport *report, size_t index);
/* Model path of the finding, with the field if it is about one. */
QMS_API const char *qms_report_path (const QmsReport *report, size_t index);
/* Node that the finding is about; it lives as long as the document. */
QMS_API QmsNode *qms_report_node (const QmsReport *report, size_t index);
/* Whether somebody accepts the finding for a time. */
QMS_API int32_t qms_report_is_suppressed (const QmsReport *report, size_t index);
/* Whether the suppression stands in the document itself and not beside it; 0 if the finding is not suppressed. */
QMS_API int32_t qms_report_suppression_is_in_file (const QmsReport *report, size_t index);
/* Who decided, until which day (YYYY-MM-DD) and why; NULL if the finding is not suppressed. */
QMS_API const char *qms_report_suppression_who (const QmsReport *report, size_t index);
QMS_API const char *qms_report_suppression_until (const QmsReport *report, size_t index);
QMS_API const char *qms_report_suppression_reason (const QmsReport *report, size_t index);
/* 16 hexadecimal digits that stay the same when lines move. */
QMS_API const char *qms_report_fingerprint (const QmsReport *report, size_t index);

/* Writes several reports as one: `format` is "text", "json", "ndjson", "sarif" or "junit"; `color` 1 adds terminal colours to
 * text. `*text` is NUL-terminated; free it with qms_free. */
QMS_API QmsStatus qms_report_write (const QmsReport *const *reports, size_t count, const char *format, int32_t lang,
                                    int32_t color, char **text, size_t *size, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif

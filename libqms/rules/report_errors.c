/* SPDX-License-Identifier: Apache-2.0 */
/* Problems of reading as findings, so that one list holds everything that is wrong with a file. */
#include "rules/report.h"

static QmsFinding
finding_of (const QmsError *error)
{
  const QmsRule *rule = qms_rule_find (qms_error_id (error));
  QmsValue message = { "message", { g_strdup (qms_error_message (error, QMS_LANG_VI)), NULL } };

  return (QmsFinding){
    .rule = rule,
    .severity = rule->severity,
    .line = qms_error_line (error),
    .column = qms_error_column (error),
    .path = g_strdup (qms_error_path (error)),
    .values = g_memdup2 (&message, sizeof message), /* for the fingerprint: the message's own values are gone */
    .n_values = 1,
    .message = { g_strdup (qms_error_message (error, QMS_LANG_VI)), g_strdup (qms_error_message (error, QMS_LANG_EN)) },
  };
}

void
qms_report_add_errors (QmsReport *report, const QmsError *error)
{
  for (; error; error = qms_error_next (error)) {
    QmsFinding finding = finding_of (error);
    qms_report_add (report, &finding);
  }
}

QmsReport *
qms_report_from_error (const QmsError *error, const char *file)
{
  if (!error)
    return NULL;
  QmsReport *report = qms_report_new (NULL, SIZE_MAX);
  report->file = g_strdup (file ? file : qms_error_file (error));
  qms_report_add_errors (report, error);
  return report;
}

const char *
qms_report_file (const QmsReport *report)
{
  if (!report)
    return NULL;
  return report->file || !report->document ? report->file : qms_document_file (report->document);
}

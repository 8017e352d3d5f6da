/* SPDX-License-Identifier: Apache-2.0 */
/* Operations that validate and that read reports. */
#include "run.h"

#include <stdio.h>
#include <string.h>

static const char *const severities[] = { "", "info", "warning", "error" };

static QmsStatus
set_legal (Call *call, QmsValidator *validator, json_t *options)
{
  const char *name = json_string_value (json_object_get (options, "legal"));
  g_autofree char *path = name ? file_path (call, name) : NULL;

  return qms_validator_set_legal (validator, path, &call->error);
}

static QmsStatus
set_options (QmsValidator *validator, json_t *options, QmsDocument *suppressions, QmsError **error)
{
  const char *as_of = json_string_value (json_object_get (options, "as_of"));
  int year = 0, month = 0, day = 0;
  json_t *max = json_object_get (options, "max_findings");

  if (as_of && sscanf (as_of, "%d-%d-%d", &year, &month, &day) == 3)
    qms_validator_set_as_of (validator, year, month, day, NULL);
  if (max)
    qms_validator_set_max_findings (validator, (size_t)json_integer_value (max));
  if (suppressions && qms_validator_set_suppressions (validator, suppressions, error) != QMS_OK)
    return qms_error_status (*error);
  return qms_validator_set_framework (validator, json_string_value (json_object_get (options, "framework")), error);
}

/* With nothing else said, the library's own way is taken. */
static void
op_validate_simply (Call *call)
{
  QmsReport *report = NULL;

  call->status = qms_document_validate (self_handle (call, VALUE_DOCUMENT), &report, &call->error);
  give_handle (call, VALUE_REPORT, report);
}

static void
op_validate (Call *call)
{
  if (!arg_data (call, 0)) {
    op_validate_simply (call);
    return;
  }
  QmsValidator *validator = qms_validator_new ();
  QmsReport *report = NULL;

  call->status = set_options (validator, arg_data (call, 0), arg_handle (call, 1, VALUE_DOCUMENT), &call->error);
  if (call->status == QMS_OK)
    call->status = set_legal (call, validator, arg_data (call, 0));
  if (call->status == QMS_OK)
    call->status = qms_validator_run (validator, self_handle (call, VALUE_DOCUMENT), &report, &call->error);
  give_handle (call, VALUE_REPORT, report);
  qms_validator_free (validator);
}

static json_t *
describe_finding (const QmsReport *report, size_t i)
{
  const QmsRule *rule = qms_report_rule (report, i);
  char *node = qms_node_path (qms_report_node (report, i));
  json_t *finding = json_pack (
      "{s:s, s:s, s:s, s:s, s:s, s:s?, s:s?, s:i, s:i, s:s?, s:s?, s:b, s:s?, s:s?, s:s?, s:b, s:s}", "rule",
      qms_rule_id (rule), "slug", qms_rule_slug (rule), "severity", severities[qms_report_severity (report, i)],
      "message", qms_report_message (report, i, QMS_LANG_VI), "message_en", qms_report_message (report, i, QMS_LANG_EN),
      "cite", qms_report_cite (report, i), "requirement", qms_report_requirement (report, i), "line",
      (int)qms_report_line (report, i), "column", (int)qms_report_column (report, i), "path",
      qms_report_path (report, i), "node", node, "suppressed", qms_report_is_suppressed (report, i), "suppressed_by",
      qms_report_suppression_who (report, i), "suppressed_until", qms_report_suppression_until (report, i),
      "suppressed_reason", qms_report_suppression_reason (report, i), "suppressed_in_file",
      qms_report_suppression_is_in_file (report, i), "fingerprint", qms_report_fingerprint (report, i));

  qms_free (node);
  return finding;
}

/* The named members of each finding, or those of one rule. */
static void
op_findings (Call *call)
{
  const QmsReport *report = self_handle (call, VALUE_REPORT);
  const char *rule = arg_text (call, 1);
  json_t *findings = json_array (), *name;
  size_t n;

  for (size_t i = 0; i < qms_report_count (report); i++) {
    json_t *finding = describe_finding (report, i), *row = json_array ();
    json_array_foreach (arg_data (call, 0), n, name)
      json_array_append (row, json_object_get (finding, json_string_value (name)));
    if (!rule || g_strcmp0 (rule, json_string_value (json_object_get (finding, "rule"))) == 0)
      json_array_append (findings, row);
    json_decref (row);
    json_decref (finding);
  }
  give_data (call, findings);
}

static void
op_counts (Call *call)
{
  const QmsReport *report = self_handle (call, VALUE_REPORT);

  give_data (call, json_pack ("{s:I, s:I, s:I, s:I, s:I}", "findings", (json_int_t)qms_report_count (report), "error",
                              (json_int_t)qms_report_severity_count (report, QMS_SEVERITY_ERROR), "warning",
                              (json_int_t)qms_report_severity_count (report, QMS_SEVERITY_WARNING), "info",
                              (json_int_t)qms_report_severity_count (report, QMS_SEVERITY_INFO), "suppressed",
                              (json_int_t)qms_report_suppressed_count (report)));
}

static void
op_report_text (Call *call)
{
  const QmsReport *report = self_handle (call, VALUE_REPORT);
  char *text = NULL;

  call->status = qms_report_write (&report, 1, arg_text (call, 0),
                                   g_strcmp0 (arg_text (call, 1), "en") == 0 ? QMS_LANG_EN : QMS_LANG_VI, 0, &text,
                                   NULL, &call->error);
  give_taken_text (call, text);
}

/* The report on suppressions beside, after the run that the report is of. */
static void
op_check_suppressions (Call *call)
{
  QmsValidator *validator = qms_validator_new ();
  const QmsReport *report = arg_handle (call, 0, VALUE_REPORT);
  QmsReport *found = NULL;

  call->status = set_options (validator, arg_data (call, 1), self_handle (call, VALUE_DOCUMENT), &call->error);
  if (call->status == QMS_OK)
    call->status = qms_validator_run_suppressions (validator, &report, 1, &found, &call->error);
  give_handle (call, VALUE_REPORT, found);
  qms_validator_free (validator);
}

/* Findings of each severity that were left out. */
static void
op_left_out (Call *call)
{
  const QmsReport *report = self_handle (call, VALUE_REPORT);

  give_data (call,
             json_pack ("{s:I, s:I, s:I}", "error", (json_int_t)qms_report_left_out_count (report, QMS_SEVERITY_ERROR),
                        "warning", (json_int_t)qms_report_left_out_count (report, QMS_SEVERITY_WARNING), "info",
                        (json_int_t)qms_report_left_out_count (report, QMS_SEVERITY_INFO)));
}

/* The report on a text that cannot be read. */
static void
op_refused (Call *call)
{
  const char *text = arg_text (call, 0);
  QmsReader *reader = qms_reader_new ();
  QmsDocument *document = NULL;
  QmsError *error = NULL;

  qms_reader_parse (reader, text, strlen (text), arg_text (call, 1), &document, &error);
  give_handle (call, VALUE_REPORT, qms_report_from_error (error, NULL));
  qms_error_free (error);
  qms_document_unref (document);
  qms_reader_free (reader);
}

static void
op_report_file (Call *call)
{
  give_text (call, qms_report_file (self_handle (call, VALUE_REPORT)));
}

const Operation check_operations[] = {
  { "check_suppressions", op_check_suppressions },
  { "left_out", op_left_out },
  { "refused", op_refused },
  { "report_file", op_report_file },
  { "validate", op_validate },
  { "findings", op_findings },
  { "counts", op_counts },
  { "report", op_report_text },
  { NULL, NULL },
};

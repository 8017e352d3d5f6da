/* SPDX-License-Identifier: Apache-2.0 */
/* Operations that validate and that read reports. */
#include "run.h"

#include <stdio.h>

static const char *const severities[] = { "", "info", "warning", "error" };

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

static void
op_validate (Call *call)
{
  QmsValidator *validator = qms_validator_new ();
  QmsReport *report = NULL;

  call->status = set_options (validator, arg_data (call, 0), arg_handle (call, 1, VALUE_DOCUMENT), &call->error);
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
      "{s:s, s:s, s:s, s:s, s:s, s:s?, s:s?, s:i, s:i, s:s?, s:s?, s:b, s:s?, s:s}", "rule", qms_rule_id (rule), "slug",
      qms_rule_slug (rule), "severity", severities[qms_report_severity (report, i)], "message",
      qms_report_message (report, i, QMS_LANG_VI), "message_en", qms_report_message (report, i, QMS_LANG_EN), "cite",
      qms_report_cite (report, i), "requirement", qms_report_requirement (report, i), "line",
      (int)qms_report_line (report, i), "column", (int)qms_report_column (report, i), "path",
      qms_report_path (report, i), "node", node, "suppressed", qms_report_is_suppressed (report, i), "suppressed_by",
      qms_report_suppression_who (report, i), "fingerprint", qms_report_fingerprint (report, i));

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

const Operation check_operations[] = {
  { "validate", op_validate },
  { "findings", op_findings },
  { "counts", op_counts },
  { "report", op_report_text },
  { NULL, NULL },
};

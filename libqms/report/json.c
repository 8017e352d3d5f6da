/* SPDX-License-Identifier: Apache-2.0 */
/* Reports as JSON: one object for all files ("json"), or one finding a line ("ndjson"). */
#include "report/report.h"

#include <qms/rule.h>

static json_t *
make_suppression (const QmsReport *report, size_t index)
{
  json_t *suppression = json_object ();

  qms_report_put (suppression, "who", qms_report_suppression_who (report, index));
  qms_report_put (suppression, "until", qms_report_suppression_until (report, index));
  qms_report_put (suppression, "reason", qms_report_suppression_reason (report, index));
  return suppression;
}

/* Adds the members of a finding to an object. */
static void
put_finding (json_t *object, const QmsReport *report, size_t index, int lang)
{
  const QmsRule *rule = qms_report_rule (report, index);

  qms_report_put (object, "rule", qms_rule_id (rule));
  qms_report_put (object, "slug", qms_rule_slug (rule));
  qms_report_put (object, "severity", qms_report_severity_name (qms_report_severity (report, index)));
  qms_report_put (object, "category", qms_rule_category (rule));
  qms_report_put (object, "message", qms_report_message (report, index, lang));
  qms_report_put (object, "remedy", qms_rule_remedy (rule, lang));
  qms_report_put (object, "cite", qms_report_cite (report, index));
  json_object_set_new (object, "line", json_integer (qms_report_line (report, index)));
  json_object_set_new (object, "column", json_integer (qms_report_column (report, index)));
  qms_report_put (object, "path", qms_report_path (report, index));
  qms_report_put (object, "fingerprint", qms_report_fingerprint (report, index));
  if (qms_report_is_suppressed (report, index))
    json_object_set_new (object, "suppressed", make_suppression (report, index));
}

static json_t *
make_findings (const QmsReport *report, int lang)
{
  json_t *findings = json_array ();

  for (size_t i = 0; i < qms_report_count (report); i++) {
    json_t *finding = json_object ();
    put_finding (finding, report, i, lang);
    json_array_append_new (findings, finding);
  }
  return findings;
}

static json_t *
make_summary (const QmsReport *report)
{
  json_t *summary = json_object ();

  for (int severity = QMS_SEVERITY_ERROR; severity >= QMS_SEVERITY_INFO; severity--)
    json_object_set_new (summary, qms_report_severity_name (severity),
                         json_integer ((json_int_t)qms_report_severity_count (report, severity)));
  json_object_set_new (summary, "leftOut", json_integer ((json_int_t)qms_report_left_out_total (report)));
  json_object_set_new (summary, "suppressed", json_integer ((json_int_t)qms_report_suppressed_count (report)));
  return summary;
}

static json_t *
make_file (const QmsReport *report, int lang)
{
  g_autofree char *name = qms_report_display_file (report);
  json_t *file = json_object ();

  qms_report_put (file, "file", name);
  json_object_set_new (file, "summary", make_summary (report));
  json_object_set_new (file, "findings", make_findings (report, lang));
  return file;
}

void
qms_report_write_json (const QmsReportSet *set, GString *out)
{
  json_t *all = json_object (), *files = json_array ();

  for (size_t i = 0; i < set->count; i++)
    json_array_append_new (files, make_file (set->reports[i], set->lang));
  json_object_set_new (all, "version", json_integer (1));
  json_object_set_new (all, "files", files);
  qms_report_append_json (out, all, JSON_INDENT (2));
}

static void
append_lines (GString *out, const QmsReport *report, int lang)
{
  g_autofree char *file = qms_report_display_file (report);

  for (size_t i = 0; i < qms_report_count (report); i++) {
    json_t *line = json_object ();
    qms_report_put (line, "file", file);
    put_finding (line, report, i, lang);
    qms_report_append_json (out, line, JSON_COMPACT);
  }
}

void
qms_report_write_ndjson (const QmsReportSet *set, GString *out)
{
  for (size_t i = 0; i < set->count; i++)
    append_lines (out, set->reports[i], set->lang);
}

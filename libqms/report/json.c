/* SPDX-License-Identifier: Apache-2.0 */
/* Reports as JSON: one object for all files ("json"), or one finding a line ("ndjson"). */
#include "report/report.h"

#include <qms/rule.h>

static json_t *
make_finding (const QmsReport *report, size_t index, int lang)
{
  const QmsRule *rule = qms_report_rule (report, index);
  return json_pack ("{s:s, s:s, s:s, s:s, s:s, s:s, s:s*, s:I, s:I, s:s*, s:s}", /* in the order of a reader's questions */
                    "rule", qms_rule_id (rule), "slug", qms_rule_slug (rule),
                    "severity", qms_report_severity_name (qms_report_severity (report, index)),
                    "category", qms_rule_category (rule),
                    "message", qms_report_message (report, index, lang),
                    "remedy", qms_rule_remedy (rule, lang),
                    "cite", qms_report_cite (report, index),
                    "line", (json_int_t) qms_report_line (report, index),
                    "column", (json_int_t) qms_report_column (report, index),
                    "path", qms_report_path (report, index),
                    "fingerprint", qms_report_fingerprint (report, index));
}

static json_t *
make_findings (const QmsReport *report, int lang)
{
  json_t *findings = json_array ();
  size_t count = qms_report_count (report);
  for (size_t i = 0; i < count; i++)
    json_array_append_new (findings, make_finding (report, i, lang));
  return findings;
}

static json_t *
make_summary (const QmsReport *report)
{
  return json_pack ("{s:I, s:I, s:I}",
                    "error", (json_int_t) qms_report_severity_count (report, QMS_SEVERITY_ERROR),
                    "warning", (json_int_t) qms_report_severity_count (report, QMS_SEVERITY_WARNING),
                    "info", (json_int_t) qms_report_severity_count (report, QMS_SEVERITY_INFO));
}

void
qms_report_write_json (const QmsReportSet *set, GString *out)
{
  json_t *files = json_array ();
  for (size_t i = 0; i < set->count; i++) {
    g_autofree char *file = qms_report_display_file (set->reports[i]);
    json_array_append_new (files, json_pack ("{s:s, s:o, s:o}", "file", file, "summary", make_summary (set->reports[i]),
                                             "findings", make_findings (set->reports[i], set->lang)));
  }
  qms_report_append_json (out, json_pack ("{s:i, s:o}", "version", 1, "files", files), JSON_INDENT (2));
}

void
qms_report_write_ndjson (const QmsReportSet *set, GString *out)
{
  for (size_t i = 0; i < set->count; i++) {
    g_autofree char *file = qms_report_display_file (set->reports[i]);
    size_t count = qms_report_count (set->reports[i]);
    for (size_t j = 0; j < count; j++) {
      json_t *line = json_pack ("{s:s}", "file", file);
      json_object_update_new (line, make_finding (set->reports[i], j, set->lang));
      qms_report_append_json (out, line, JSON_COMPACT);
    }
  }
}

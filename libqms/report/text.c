/* SPDX-License-Identifier: Apache-2.0 */
/* Reports for people, in the manner of a compiler: place, severity, message, rule; then where, how to fix, why. */
#include "report/report.h"

#include <qms/rule.h>

#define RESET "\033[0m"
#define BOLD "\033[1m"
#define DIM "\033[2m"

static const struct {
  const char *label[2];
  const char *color;
} severities[] = {
  [QMS_SEVERITY_INFO] = { { "lưu ý", "info" }, "\033[1;36m" },
  [QMS_SEVERITY_WARNING] = { { "cảnh báo", "warning" }, "\033[1;33m" },
  [QMS_SEVERITY_ERROR] = { { "lỗi", "error" }, "\033[1;31m" },
};

static void
append_colored (GString *out, const QmsReportSet *set, const char *color, const char *text)
{
  if (set->color)
    g_string_append_printf (out, "%s%s" RESET, color, text);
  else
    g_string_append (out, text);
}

static void
append_place (GString *out, const QmsReportSet *set, const char *file, uint32_t line, uint32_t column)
{
  g_autoptr (GString) place = g_string_new (file);
  if (line > 0)
    g_string_append_printf (place, ":%u", line);
  if (line > 0 && column > 0)
    g_string_append_printf (place, ":%u", column);
  g_string_append_c (place, ':');
  append_colored (out, set, BOLD, place->str);
}

static void
append_detail (GString *out, const QmsReportSet *set, const char *label_vi, const char *label_en, const char *text)
{
  if (!text || !*text)
    return;
  g_autofree char *line = qms_display_text (text);
  g_string_append (out, "    ");
  append_colored (out, set, DIM, set->lang == QMS_LANG_EN ? label_en : label_vi);
  g_string_append_printf (out, " %s\n", line);
}

static void
append_suppression (GString *out, const QmsReportSet *set, const QmsReport *report, size_t index)
{
  const char *who = qms_report_suppression_who (report, index), *until = qms_report_suppression_until (report, index);
  const char *format = set->lang == QMS_LANG_EN ? "until %s by %s: %s" : "đến %s bởi %s: %s";
  g_autofree char *text = NULL;

  if (!qms_report_is_suppressed (report, index))
    return;
  text = g_strdup_printf (format, until, who, qms_report_suppression_reason (report, index));
  append_detail (out, set, "được chấp nhận", "accepted", text);
}

static void
append_finding (GString *out, const QmsReportSet *set, const QmsReport *report, const char *file, size_t index)
{
  int severity = qms_report_severity (report, index);
  const QmsRule *rule = qms_report_rule (report, index);
  g_autofree char *message = qms_display_text (qms_report_message (report, index, set->lang));
  g_autofree char *id = g_strdup_printf ("[%s]", qms_rule_id (rule));

  append_place (out, set, file, qms_report_line (report, index), qms_report_column (report, index));
  g_string_append_c (out, ' ');
  append_colored (out, set, severities[severity].color, severities[severity].label[set->lang]);
  g_string_append_printf (out, ": %s ", message);
  append_colored (out, set, DIM, id);
  g_string_append_c (out, '\n');
  append_detail (out, set, "tại:", "at:", qms_report_path (report, index));
  append_detail (out, set, "cách sửa:", "how to fix:", qms_rule_remedy (rule, set->lang));
  append_detail (out, set, "căn cứ:", "source:", qms_report_cite (report, index));
  append_suppression (out, set, report, index);
}

static void
append_report (GString *out, const QmsReportSet *set, const QmsReport *report)
{
  g_autofree char *file = qms_report_display_file (report);
  g_autofree char *left_out = qms_report_left_out_text (report, set->lang);

  for (size_t i = 0; i < qms_report_count (report); i++)
    append_finding (out, set, report, file, i);
  if (left_out)
    g_string_append_printf (out, "%s: %s\n", file, left_out);
}

static void
append_suppressed_count (GString *out, const QmsReportSet *set)
{
  size_t suppressed = 0;
  for (size_t i = 0; i < set->count; i++)
    suppressed += qms_report_suppressed_count (set->reports[i]);
  if (suppressed > 0)
    g_string_append_printf (out, set->lang == QMS_LANG_EN ? ", %zu accepted" : ", %zu được chấp nhận", suppressed);
}

static void
append_summary (GString *out, const QmsReportSet *set)
{
  size_t errors = qms_report_set_total (set, QMS_SEVERITY_ERROR);
  size_t warnings = qms_report_set_total (set, QMS_SEVERITY_WARNING);
  size_t infos = qms_report_set_total (set, QMS_SEVERITY_INFO);
  if (set->lang == QMS_LANG_EN)
    g_string_append_printf (out, "%zu file%s: %zu error%s, %zu warning%s, %zu info", set->count,
                            set->count == 1 ? "" : "s", errors, errors == 1 ? "" : "s", warnings,
                            warnings == 1 ? "" : "s", infos);
  else
    g_string_append_printf (out, "%zu tệp: %zu lỗi, %zu cảnh báo, %zu lưu ý", set->count, errors, warnings, infos);
  append_suppressed_count (out, set);
  g_string_append_c (out, '\n');
}

void
qms_report_write_text (const QmsReportSet *set, GString *out)
{
  for (size_t i = 0; i < set->count; i++)
    append_report (out, set, set->reports[i]);
  append_summary (out, set);
}

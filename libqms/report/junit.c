/* SPDX-License-Identifier: Apache-2.0 */
/* Reports as JUnit XML, which build servers show: a suite per file, a case per finding. */
#include "core/text.h"
#include "report/report.h"

#include <qms/rule.h>

/* What is accepted is skipped, and a note is no failure. */
static bool
is_failure (const QmsReport *report, size_t index)
{
  return qms_report_severity (report, index) >= QMS_SEVERITY_WARNING && !qms_report_is_suppressed (report, index);
}

static size_t
count_failures (const QmsReport *report)
{
  size_t failures = 0, count = qms_report_count (report);
  for (size_t i = 0; i < count; i++)
    failures += is_failure (report, i);
  return failures;
}

/* A file without findings is one passing case. */
static size_t
count_cases (const QmsReport *report)
{
  return MAX (qms_report_count (report), 1);
}

/* Place, path, remedy and source, a line each. */
static char *
describe (const QmsReport *report, size_t index, const char *file, int lang)
{
  const char *path = qms_report_path (report, index), *cite = qms_report_cite (report, index);
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "%s:%u:%u: %s\n", file, qms_report_line (report, index),
                          qms_report_column (report, index), qms_report_message (report, index, lang));
  if (path)
    g_string_append_printf (text, "%s\n", path);
  g_string_append_printf (text, "%s\n", qms_rule_remedy (qms_report_rule (report, index), lang));
  if (cite)
    g_string_append_printf (text, "%s\n", cite);
  return g_string_free (text, FALSE);
}

static void
append_case (GString *out, const QmsReport *report, size_t index, const char *file, int lang)
{
  const char *path = qms_report_path (report, index);
  const char *id = qms_rule_id (qms_report_rule (report, index));
  const char *message = qms_report_message (report, index, lang);
  g_autofree char *text = describe (report, index, file, lang);

  qms_text_append_markup (out, "    <testcase classname=\"%s\" name=\"%s %s\">\n", file, id, path ? path : message);
  if (is_failure (report, index))
    qms_text_append_markup (out, "      <failure type=\"%s\" message=\"%s\">%s</failure>\n", id, message, text);
  else if (qms_report_is_suppressed (report, index))
    qms_text_append_markup (out, "      <skipped message=\"%s (%s, %s)\"/>\n",
                            qms_report_suppression_reason (report, index), qms_report_suppression_who (report, index),
                            qms_report_suppression_until (report, index));
  else
    qms_text_append_markup (out, "      <system-out>%s</system-out>\n", text);
  g_string_append (out, "    </testcase>\n");
}

static void
append_suite (GString *out, const QmsReport *report, int lang)
{
  g_autofree char *file = qms_report_display_file (report);
  g_autofree char *left_out = qms_report_left_out_text (report, lang);
  size_t count = qms_report_count (report);
  qms_text_append_markup (out, "  <testsuite name=\"%s\" tests=\"%zu\" failures=\"%zu\"", file, count_cases (report),
                          count_failures (report));
  if (qms_report_suppressed_count (report) > 0)
    qms_text_append_markup (out, " skipped=\"%zu\"", qms_report_suppressed_count (report));
  g_string_append (out, ">\n");
  for (size_t i = 0; i < count; i++)
    append_case (out, report, i, file, lang);
  if (count == 0)
    qms_text_append_markup (out, "    <testcase classname=\"%s\" name=\"qms validate\"/>\n", file);
  if (left_out)
    qms_text_append_markup (out, "    <system-out>%s</system-out>\n", left_out);
  g_string_append (out, "  </testsuite>\n");
}

void
qms_report_write_junit (const QmsReportSet *set, GString *out)
{
  size_t cases = 0, failures = 0;
  for (size_t i = 0; i < set->count; i++) {
    cases += count_cases (set->reports[i]);
    failures += count_failures (set->reports[i]);
  }
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  qms_text_append_markup (out, "<testsuites name=\"qms\" tests=\"%zu\" failures=\"%zu\">\n", cases, failures);
  for (size_t i = 0; i < set->count; i++)
    append_suite (out, set->reports[i], set->lang);
  g_string_append (out, "</testsuites>\n");
}

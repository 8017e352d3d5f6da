/* SPDX-License-Identifier: Apache-2.0 */
/* Chooses the writer of a report format; what all writers share. */
#include "report/report.h"

#include "core/error.h"
#include "gen/rules.h"

#include <string.h>

static const struct {
  const char *name;
  void (*write) (const QmsReportSet *set, GString *out);
} formats[] = {
  { "text", qms_report_write_text },   { "json", qms_report_write_json },   { "ndjson", qms_report_write_ndjson },
  { "sarif", qms_report_write_sarif }, { "junit", qms_report_write_junit },
};

static int
find_format (const char *name)
{
  for (size_t i = 0; name && i < G_N_ELEMENTS (formats); i++)
    if (!strcmp (formats[i].name, name))
      return (int)i;
  return -1;
}

QmsStatus
qms_report_write (const QmsReport *const *reports, size_t count, const char *format, int32_t lang, int32_t color,
                  char **text, size_t *size, QmsError **error)
{
  int found = find_format (format);
  if (found < 0)
    return qms_fail (error, QMS_MSG_NOT_FOUND, NULL, "what", "format", "name", format ? format : "", NULL);
  if ((count > 0 && !reports) || !text)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "NULL", NULL);

  QmsReportSet set = { reports, count, lang == QMS_LANG_EN ? QMS_LANG_EN : QMS_LANG_VI, color != 0 };
  GString *out = g_string_new (NULL);
  formats[found].write (&set, out);
  if (size)
    *size = out->len;
  *text = g_string_free (out, FALSE);
  return QMS_OK;
}

size_t
qms_report_left_out_total (const QmsReport *report)
{
  size_t total = 0;
  for (int severity = QMS_SEVERITY_INFO; severity <= QMS_SEVERITY_ERROR; severity++)
    total += qms_report_left_out_count (report, severity);
  return total;
}

char *
qms_report_left_out_text (const QmsReport *report, int lang)
{
  const char *format = lang == QMS_LANG_EN ? "left out, because there are too many: %zu errors, %zu warnings, %zu info"
                                           : "không liệt kê hết vì quá nhiều, còn %zu lỗi, %zu cảnh báo, %zu lưu ý";

  if (qms_report_left_out_total (report) == 0)
    return NULL;
  return g_strdup_printf (format, qms_report_left_out_count (report, QMS_SEVERITY_ERROR),
                          qms_report_left_out_count (report, QMS_SEVERITY_WARNING),
                          qms_report_left_out_count (report, QMS_SEVERITY_INFO));
}

size_t
qms_report_set_total (const QmsReportSet *set, int severity)
{
  size_t total = 0;
  for (size_t i = 0; i < set->count; i++)
    total += qms_report_severity_count (set->reports[i], severity);
  return total;
}

char *
qms_report_display_file (const QmsReport *report)
{
  const char *file = qms_report_file (report);
  if (!file)
    return g_strdup ("-");
  return qms_display_text (file);
}

const char *
qms_report_severity_name (int severity)
{
  static const char *const names[] = { "info", "info", "warning", "error" };
  return names[CLAMP (severity, 0, QMS_SEVERITY_ERROR)];
}

void
qms_report_put (json_t *object, const char *member, const char *text)
{
  if (text)
    json_object_set_new (object, member, json_string (text));
}

static int
append_chunk (const char *bytes, size_t size, void *out)
{
  g_string_append_len (out, bytes, (gssize)size);
  return 0;
}

void
qms_report_append_json (GString *out, json_t *value, size_t flags)
{
  json_dump_callback (value, append_chunk, out, flags);
  g_string_append_c (out, '\n');
  json_decref (value);
}

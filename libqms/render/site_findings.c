/* SPDX-License-Identifier: Apache-2.0 */
/* The findings of a validation, for staff. */
#include "core/text.h"
#include "render/site.h"

#include <qms/model.h>
#include <qms/rule.h>
#include <qms/validate.h>

static const struct {
  int32_t severity;
  const char *name, *class_name;
} severities[] = {
  { QMS_SEVERITY_ERROR, "Lỗi", "bad" },
  { QMS_SEVERITY_WARNING, "Cảnh báo", "warn" },
  { QMS_SEVERITY_INFO, "Lưu ý", "note" },
};

static const char *const titles[] = { "Nội dung", "Mức độ", "Quy tắc", "Vị trí", "Cách khắc phục" };

/* The page of the nearest procedure around a node; NULL if there is none. */
static const char *
page_around (const QmsSiteWriter *writer, const QmsNode *node)
{
  for (; node; node = qms_node_parent (node)) {
    const char *page = g_hash_table_lookup (writer->pages, node);
    if (page)
      return page;
  }
  return NULL;
}

static void
append_place (QmsSiteWriter *writer, size_t index)
{
  const char *page = page_around (writer, qms_report_node (writer->findings, index));
  const char *path = qms_report_path (writer->findings, index);

  if (page)
    qms_text_append_markup (writer->out, "<a href=\"%s\"><code>%s</code></a>", page, path ? path : page);
  else
    qms_text_append_markup (writer->out, "<code>%s</code>", path ? path : "/");
}

static void
append_severity (QmsSiteWriter *writer, size_t index)
{
  for (size_t i = 0; i < G_N_ELEMENTS (severities); i++)
    if (severities[i].severity == qms_report_severity (writer->findings, index))
      qms_text_append_markup (writer->out, "<span class=\"%s\">%s</span>", severities[i].class_name,
                              severities[i].name);
  if (qms_report_is_suppressed (writer->findings, index)) {
    const char *reason = qms_report_suppression_reason (writer->findings, index);
    const char *until = qms_report_suppression_until (writer->findings, index);
    qms_text_append_markup (writer->out, "<br/>Được chấp nhận đến %s: %s", until ? until : "…", reason ? reason : "");
  }
}

/* Messages begin in small letters, for the place stands before them on a terminal. */
static void
append_message (QmsSiteWriter *writer, const char *message)
{
  char first[8] = { 0 };

  if (!message || !*message)
    return;
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (message)), first);
  qms_text_append_markup (writer->out, "%s%s", first, g_utf8_next_char (message));
}

static void
append_finding (QmsSiteWriter *writer, size_t index)
{
  const QmsRule *rule = qms_report_rule (writer->findings, index);
  const char *message = qms_report_message (writer->findings, index, QMS_LANG_VI);
  const char *remedy = qms_rule_remedy (rule, QMS_LANG_VI);

  g_string_append (writer->out, "<tr role=\"row\">");
  qms_site_open_cell (writer, titles[0], true);
  append_message (writer, message);
  qms_site_close_cell (writer, true);
  qms_site_open_cell (writer, titles[1], false);
  append_severity (writer, index);
  qms_site_close_cell (writer, false);
  qms_site_open_cell (writer, titles[2], false);
  qms_text_append_markup (writer->out, "<span class=\"code\">%s</span>", qms_rule_id (rule));
  qms_site_close_cell (writer, false);
  qms_site_open_cell (writer, titles[3], false);
  append_place (writer, index);
  qms_site_close_cell (writer, false);
  qms_site_open_cell (writer, titles[4], false);
  qms_text_append_markup (writer->out, "%s", remedy ? remedy : "");
  qms_site_close_cell (writer, false);
  g_string_append (writer->out, "</tr>\n");
}

void
qms_site_write_findings (QmsSiteWriter *writer)
{
  size_t count = qms_report_count (writer->findings);

  qms_site_open_page (writer, "kiem-tra.html", "Kết quả kiểm tra", NULL);
  g_string_append (writer->out, "<dl class=\"numbers\">\n");
  for (size_t i = 0; i < G_N_ELEMENTS (severities); i++)
    g_string_append_printf (writer->out, "<div><dt>%s</dt><dd>%zu</dd></div>\n", severities[i].name,
                            qms_report_severity_count (writer->findings, severities[i].severity));
  g_string_append (writer->out, "</dl>\n");
  if (count > 0) {
    qms_site_open_table (writer, "Các phát hiện", titles, G_N_ELEMENTS (titles));
    for (size_t i = 0; i < count; i++)
      append_finding (writer, i);
    qms_site_close_table (writer);
  } else {
    g_string_append (writer->out, "<p>Không có phát hiện nào.</p>\n");
  }
  qms_site_close_page (writer, "kiem-tra.html");
}

/* SPDX-License-Identifier: Apache-2.0 */
/* The home page: the search, what there is, the policy in brief, the announcement in force. */
#include "core/text.h"
#include "render/site.h"

#include <qms/model.h>

enum { MOST_COMMITMENTS = 6 };

/* ---- numbers */

static size_t
count_full_service (const QmsNode *system)
{
  size_t count = 0;

  for (size_t i = 0; i < qms_node_count (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES); i++) {
    const QmsNode *node = qms_node_get_node_at (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, i);
    if (qms_administrative_procedure_get_service_level (node) == QMS_SERVICE_LEVEL_FULL)
      count++;
  }
  return count;
}

static void
append_number (QmsSiteWriter *writer, size_t number, const char *of_what)
{
  if (number > 0)
    g_string_append_printf (writer->out, "<div><dt>%s</dt><dd>%zu</dd></div>\n", of_what, number);
}

static void
append_numbers (QmsSiteWriter *writer, const GPtrArray *fields)
{
  g_string_append (writer->out, "<dl class=\"numbers\">\n");
  append_number (writer, qms_node_count (writer->system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES), "thủ tục hành chính");
  append_number (writer, fields->len, "lĩnh vực");
  append_number (writer, count_full_service (writer->system), "dịch vụ công trực tuyến toàn trình");
  append_number (writer, qms_node_count (writer->system, QMS_SYSTEM_OBJECTIVES), "mục tiêu chất lượng");
  g_string_append (writer->out, "</dl>\n");
}

/* ---- fields */

static void
append_fields (QmsSiteWriter *writer, const GPtrArray *fields)
{
  g_string_append (writer->out, "<section aria-labelledby=\"linh-vuc\">\n"
                                "<h2 id=\"linh-vuc\">Thủ tục hành chính theo lĩnh vực</h2>\n");
  if (fields->len == 0)
    qms_site_nothing (writer);
  g_string_append (writer->out, fields->len > 0 ? "<ul class=\"cards\">\n" : "");
  for (guint i = 0; i < fields->len; i++) {
    const GPtrArray *field = fields->pdata[i];
    qms_text_append_markup (writer->out,
                            "<li><a href=\"thu-tuc.html#linh-vuc-%u\"><span class=\"what\">%s</span> "
                            "<span class=\"count\">%u thủ tục</span></a></li>\n",
                            i + 1, (const char *)field->pdata[0], field->len - 1);
  }
  g_string_append (writer->out, fields->len > 0 ? "</ul>\n</section>\n" : "</section>\n");
}

/* ---- policy and announcement */

static void
append_policy (QmsSiteWriter *writer)
{
  const QmsNode *policy = qms_system_get_policy (writer->system);
  size_t count = qms_node_count (policy, QMS_POLICY_COMMITMENTS);

  if (!policy)
    return;
  g_string_append (writer->out, "<section aria-labelledby=\"chinh-sach\" class=\"panel\">\n"
                                "<h2 id=\"chinh-sach\">Chính sách chất lượng</h2>\n");
  if (count == 0)
    qms_site_value (writer, policy, QMS_POLICY_STATEMENT);
  g_string_append (writer->out, count > 0 ? "<ul>\n" : "");
  for (size_t i = 0; i < MIN (count, MOST_COMMITMENTS); i++)
    qms_text_append_markup (writer->out, "<li>%s</li>\n", qms_node_get_string_at (policy, QMS_POLICY_COMMITMENTS, i));
  g_string_append (writer->out, count > 0 ? "</ul>\n" : "");
  g_string_append (writer->out, "<p><a href=\"chinh-sach.html\">Toàn văn chính sách chất lượng</a></p>\n</section>\n");
}

static int64_t
day_of (const QmsNode *announcement)
{
  int32_t year = 0, month = 0, day = 0;

  qms_node_get_date (announcement, QMS_ANNOUNCEMENT_DATE, &year, &month, &day);
  return ((int64_t)year * 100 + month) * 100 + day;
}

/* The announcement of the last day, of several the last one; NULL if there is none. */
static const QmsNode *
last_announcement (const QmsNode *system)
{
  const QmsNode *last = NULL;

  for (size_t i = 0; i < qms_node_count (system, QMS_SYSTEM_ANNOUNCEMENTS); i++) {
    const QmsNode *announcement = qms_node_get_node_at (system, QMS_SYSTEM_ANNOUNCEMENTS, i);
    if (!last || day_of (announcement) >= day_of (last))
      last = announcement;
  }
  return last;
}

static void
append_announcement (QmsSiteWriter *writer)
{
  const QmsNode *last = last_announcement (writer->system);

  if (!last)
    return;
  g_string_append (writer->out, "<section aria-labelledby=\"cong-bo\" class=\"panel\">\n<h2 id=\"cong-bo\">"
                                "Công bố phù hợp tiêu chuẩn</h2>\n<dl class=\"facts\">\n");
  qms_site_fact (writer, "Tiêu chuẩn", last, QMS_ANNOUNCEMENT_STANDARD);
  qms_site_fact (writer, "Số văn bản", last, QMS_ANNOUNCEMENT_NUMBER);
  qms_site_fact (writer, "Ngày công bố", last, QMS_ANNOUNCEMENT_DATE);
  qms_site_fact (writer, "Người ký", last, QMS_ANNOUNCEMENT_SIGNER);
  g_string_append (writer->out, "</dl>\n<p><a href=\"cong-bo.html\">Nội dung công bố và phạm vi áp dụng</a></p>\n"
                                "</section>\n");
}

void
qms_site_write_home (QmsSiteWriter *writer)
{
  g_autoptr (GPtrArray) fields = qms_site_fields (writer->system);

  qms_site_open_page (writer, "index.html", "Thủ tục hành chính và hệ thống quản lý chất lượng", NULL);
  qms_site_search_form (writer);
  append_numbers (writer, fields);
  append_fields (writer, fields);
  g_string_append (writer->out, "<div class=\"panels\">\n");
  append_policy (writer);
  append_announcement (writer);
  g_string_append (writer->out, "</div>\n");
  qms_site_close_page (writer, "index.html");
}

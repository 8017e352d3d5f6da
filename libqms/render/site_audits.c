/* SPDX-License-Identifier: Apache-2.0 */
/* Internal audits and management reviews, for staff. */
#include "core/text.h"
#include "render/site.h"

#include <qms/model.h>

/* ---- audits */

static const QmsSiteColumn team[] = {
  { "Chức vụ", QMS_COMMITTEE_MEMBER_POSITION, NULL },
  { "Vai trò", QMS_COMMITTEE_MEMBER_ROLE, NULL },
  { 0 },
};

static const QmsSiteColumn units[] = {
  { "Đơn vị", QMS_AUDITED_UNIT_UNIT, NULL },
  { "Người đánh giá", QMS_AUDITED_UNIT_AUDITOR, NULL },
  { "Ngày", QMS_AUDITED_UNIT_DATE, NULL },
  { 0 },
};

static const QmsSiteColumn checklist[] = {
  { "Nội dung hỏi", QMS_CHECKLIST_ITEM_QUESTION, NULL }, { "Mã", QMS_CHECKLIST_ITEM_CODE, NULL },
  { "Điều khoản", QMS_CHECKLIST_ITEM_CLAUSE, NULL },     { "Kết luận", QMS_CHECKLIST_ITEM_VERDICT, NULL },
  { "Bằng chứng", QMS_CHECKLIST_ITEM_EVIDENCE, NULL },   { 0 },
};

static const QmsSiteColumn findings[] = {
  { "Phát hiện", QMS_AUDIT_FINDING_DESCRIPTION, NULL },
  { "Loại", QMS_AUDIT_FINDING_KIND, NULL },
  { "Điều khoản", QMS_AUDIT_FINDING_CLAUSE, NULL },
  { "Đơn vị", QMS_AUDIT_FINDING_UNIT, NULL },
  { 0 },
};

static void
append_list (QmsSiteWriter *writer, const char *title, const QmsNode *node, uint32_t list, const QmsSiteColumn *columns)
{
  if (!qms_node_has (node, list))
    return;
  g_string_append_printf (writer->out, "<h3>%s</h3>\n", title);
  qms_site_list (writer, node, list, title, columns);
}

static void
append_text (QmsSiteWriter *writer, const char *title, const QmsNode *node, uint32_t field)
{
  if (!qms_node_has (node, field))
    return;
  g_string_append_printf (writer->out, "<h3>%s</h3>\n", title);
  qms_site_value (writer, node, field);
}

static void
append_audit (QmsSiteWriter *writer, const QmsNode *audit)
{
  const char *id = qms_audit_get_id (audit);

  qms_text_append_markup (writer->out, "<h2>Cuộc đánh giá %s</h2>\n<dl class=\"facts\">\n", id ? id : "");
  qms_site_fact (writer, "Năm", audit, QMS_AUDIT_YEAR);
  qms_site_fact (writer, "Số chương trình", audit, QMS_AUDIT_PROGRAMME_NUMBER);
  qms_site_fact (writer, "Ngày kế hoạch", audit, QMS_AUDIT_PLANNED);
  qms_site_fact (writer, "Từ ngày", audit, QMS_AUDIT_FROM);
  qms_site_fact (writer, "Đến ngày", audit, QMS_AUDIT_TO);
  qms_site_fact (writer, "Ngày báo cáo", audit, QMS_AUDIT_REPORTED);
  g_string_append (writer->out, "</dl>\n");
  append_text (writer, "Phạm vi, chuẩn mực", audit, QMS_AUDIT_SCOPE);
  append_list (writer, "Đoàn đánh giá", audit, QMS_AUDIT_TEAM, team);
  append_list (writer, "Đơn vị được đánh giá", audit, QMS_AUDIT_UNITS, units);
  append_list (writer, "Nội dung kiểm tra", audit, QMS_AUDIT_CHECKLIST, checklist);
  append_list (writer, "Phát hiện", audit, QMS_AUDIT_FINDINGS, findings);
  append_text (writer, "Kết luận", audit, QMS_AUDIT_CONCLUSION);
}

void
qms_site_write_audits (QmsSiteWriter *writer)
{
  size_t count = qms_node_count (writer->system, QMS_SYSTEM_AUDITS);

  qms_site_open_page (writer, "danh-gia.html", "Đánh giá nội bộ", NULL);
  if (count == 0)
    qms_site_nothing (writer);
  for (size_t i = 0; i < count; i++)
    append_audit (writer, qms_node_get_node_at (writer->system, QMS_SYSTEM_AUDITS, i));
  qms_site_close_page (writer, "danh-gia.html");
}

/* ---- management reviews */

static const QmsSiteColumn items[] = {
  { "Nội dung", QMS_REVIEW_ITEM_KIND, NULL },
  { "Diễn giải", QMS_REVIEW_ITEM_TEXT, NULL },
  { "Người thực hiện", QMS_REVIEW_ITEM_OWNER, NULL },
  { "Thời hạn", QMS_REVIEW_ITEM_DUE, NULL },
  { 0 },
};

static const QmsSiteColumn improvements[] = {
  { "Nội dung cải tiến", QMS_IMPROVEMENT_TITLE, NULL },
  { "Ngày", QMS_IMPROVEMENT_DATE, NULL },
  { "Người thực hiện", QMS_IMPROVEMENT_OWNER, NULL },
  { "Kết quả", QMS_IMPROVEMENT_RESULT, NULL },
  { 0 },
};

static void
append_review (QmsSiteWriter *writer, const QmsNode *review)
{
  g_autofree char *date = qms_site_date (review, QMS_MANAGEMENT_REVIEW_DATE);

  qms_text_append_markup (writer->out, "<h2>Cuộc xem xét%s%s</h2>\n<dl class=\"facts\">\n", date ? " ngày " : "",
                          date ? date : "");
  qms_site_fact (writer, "Chủ trì", review, QMS_MANAGEMENT_REVIEW_CHAIR);
  qms_site_fact (writer, "Số biên bản", review, QMS_MANAGEMENT_REVIEW_MINUTES);
  g_string_append (writer->out, "</dl>\n");
  append_list (writer, "Đầu vào", review, QMS_MANAGEMENT_REVIEW_INPUTS, items);
  append_list (writer, "Đầu ra", review, QMS_MANAGEMENT_REVIEW_OUTPUTS, items);
}

void
qms_site_write_reviews (QmsSiteWriter *writer)
{
  size_t count = qms_node_count (writer->system, QMS_SYSTEM_MANAGEMENT_REVIEWS);

  qms_site_open_page (writer, "xem-xet.html", "Xem xét của lãnh đạo", NULL);
  if (count == 0)
    qms_site_nothing (writer);
  for (size_t i = 0; i < count; i++)
    append_review (writer, qms_node_get_node_at (writer->system, QMS_SYSTEM_MANAGEMENT_REVIEWS, i));
  if (qms_node_has (writer->system, QMS_SYSTEM_IMPROVEMENTS)) {
    g_string_append (writer->out, "<h2>Hoạt động cải tiến</h2>\n");
    qms_site_list (writer, writer->system, QMS_SYSTEM_IMPROVEMENTS, "Hoạt động cải tiến", improvements);
  }
  qms_site_close_page (writer, "xem-xet.html");
}

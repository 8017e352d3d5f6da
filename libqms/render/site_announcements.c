/* SPDX-License-Identifier: Apache-2.0 */
/* What an agency has to make known of its system: scope, confirmation of effect, announcement, decisions. */
#include "render/site.h"

#include <qms/model.h>

static const QmsSiteColumn exclusions[] = {
  { "Điều khoản", QMS_EXCLUSION_CLAUSE, NULL },
  { "Lý do không áp dụng", QMS_EXCLUSION_REASON, NULL },
  { 0 },
};

static const QmsSiteColumn announcements[] = {
  { "Số văn bản", QMS_ANNOUNCEMENT_NUMBER, NULL },
  { "Ngày công bố", QMS_ANNOUNCEMENT_DATE, NULL },
  { "Tiêu chuẩn", QMS_ANNOUNCEMENT_STANDARD, NULL },
  { "Công bố lại", QMS_ANNOUNCEMENT_AGAIN, NULL },
  { "Lý do", QMS_ANNOUNCEMENT_REASON, NULL },
  { "Phạm vi", QMS_ANNOUNCEMENT_SCOPE, NULL },
  { "Lĩnh vực", QMS_ANNOUNCEMENT_FIELDS_COVERED, NULL },
  { "Chức vụ người ký", QMS_ANNOUNCEMENT_SIGNER, NULL },
  { 0 },
};

static const QmsSiteColumn confirmations[] = {
  { "Số văn bản", QMS_EFFECT_CONFIRMATION_NUMBER, NULL },
  { "Ngày", QMS_EFFECT_CONFIRMATION_DATE, NULL },
  { "Ngày ban hành hệ thống tài liệu", QMS_EFFECT_CONFIRMATION_DOCUMENTS_ISSUED, NULL },
  { "Chức vụ người ký", QMS_EFFECT_CONFIRMATION_SIGNER, NULL },
  { 0 },
};

static const QmsSiteColumn publications[] = {
  { "Số quyết định", QMS_PUBLICATION_NUMBER, NULL },    { "Ngày", QMS_PUBLICATION_DATE, NULL },
  { "Cơ quan ban hành", QMS_PUBLICATION_ISSUER, NULL }, { "Nội dung", QMS_PUBLICATION_KIND, NULL },
  { "Trích yếu", QMS_PUBLICATION_TITLE, NULL },         { 0 },
};

static void
append_scope (QmsSiteWriter *writer)
{
  const QmsNode *scope = qms_system_get_scope (writer->system);

  g_string_append (writer->out, "<h2>Phạm vi áp dụng</h2>\n");
  if (!scope) {
    qms_site_nothing (writer);
    return;
  }
  qms_site_value (writer, scope, QMS_SCOPE_STATEMENT);
  g_string_append (writer->out, "<dl class=\"facts\">\n");
  qms_site_fact (writer, "Ngày xác định", scope, QMS_SCOPE_DATE);
  qms_site_fact (writer, "Lĩnh vực", scope, QMS_SCOPE_FIELDS_COVERED);
  g_string_append (writer->out, "</dl>\n");
  if (qms_node_has (scope, QMS_SCOPE_EXCLUSIONS))
    qms_site_list (writer, scope, QMS_SCOPE_EXCLUSIONS, "Yêu cầu của tiêu chuẩn không áp dụng", exclusions);
}

static void
append_list (QmsSiteWriter *writer, const char *title, uint32_t list, const QmsSiteColumn *columns)
{
  g_string_append_printf (writer->out, "<h2>%s</h2>\n", title);
  qms_site_list (writer, writer->system, list, title, columns);
}

void
qms_site_write_announcements (QmsSiteWriter *writer)
{
  qms_site_open_page (writer, "cong-bo.html", "Công bố và phạm vi áp dụng", NULL);
  append_list (writer, "Công bố hệ thống phù hợp tiêu chuẩn", QMS_SYSTEM_ANNOUNCEMENTS, announcements);
  append_list (writer, "Xác nhận hiệu lực của người đứng đầu", QMS_SYSTEM_EFFECT_CONFIRMATIONS, confirmations);
  append_scope (writer);
  append_list (writer, "Quyết định công bố thủ tục hành chính, phê duyệt quy trình", QMS_SYSTEM_PUBLICATIONS,
               publications);
  qms_site_close_page (writer, "cong-bo.html");
}

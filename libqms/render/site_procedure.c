/* SPDX-License-Identifier: Apache-2.0 */
/* A procedure in full, for staff: its cover and its sections. */
#include "render/site.h"

#include <qms/model.h>

static const QmsSiteColumn amendments[] = {
  { "Yêu cầu sửa đổi, bổ sung", QMS_AMENDMENT_REQUEST, NULL },
  { "Trang, phần liên quan", QMS_AMENDMENT_PLACE, NULL },
  { "Mô tả nội dung sửa đổi", QMS_AMENDMENT_DESCRIPTION, NULL },
  { "Lần ban hành", QMS_AMENDMENT_EDITION, NULL },
  { "Lần sửa đổi", QMS_AMENDMENT_REVISION, NULL },
  { "Ngày", QMS_AMENDMENT_DATE, NULL },
  { 0 },
};

static const QmsSiteColumn definitions[] = {
  { "Thuật ngữ, chữ viết tắt", QMS_DEFINITION_TERM, NULL },
  { "Giải thích", QMS_DEFINITION_MEANING, NULL },
  { 0 },
};

/* "Chủ tịch UBND xã, 05/01/2026". */
static void
append_approval (QmsSiteWriter *writer, const char *title, const QmsNode *approval)
{
  const QmsNode *position = approval ? qms_node_resolve (approval, QMS_APPROVAL_POSITION) : NULL;
  g_autofree char *date = approval ? qms_site_date (approval, QMS_APPROVAL_DATE) : NULL;
  const char *who = position ? qms_position_get_name (position) : approval ? qms_approval_get_title (approval) : NULL;
  g_autofree char *said = g_strdup_printf ("%s%s%s", who ? who : "", who && date ? ", " : "", date ? date : "");

  qms_site_fact_text (writer, title, *said ? said : NULL);
}

static void
append_cover (QmsSiteWriter *writer, const QmsNode *procedure)
{
  g_string_append (writer->out, "<dl class=\"brief\">\n");
  qms_site_fact (writer, "Mã hiệu", procedure, QMS_PROCEDURE_CODE);
  qms_site_fact (writer, "Loại", procedure, QMS_PROCEDURE_KIND);
  qms_site_fact (writer, "Tình trạng", procedure, QMS_PROCEDURE_STATUS);
  qms_site_fact (writer, "Lần ban hành", procedure, QMS_PROCEDURE_EDITION);
  qms_site_fact (writer, "Ngày ban hành", procedure, QMS_PROCEDURE_ISSUE_DATE);
  qms_site_fact (writer, "Ngày rà soát", procedure, QMS_PROCEDURE_REVIEW_DATE);
  qms_site_fact (writer, "Đơn vị chủ trì", procedure, QMS_PROCEDURE_UNIT);
  append_approval (writer, "Soạn thảo", qms_procedure_get_drafted (procedure));
  append_approval (writer, "Xem xét", qms_procedure_get_reviewed (procedure));
  append_approval (writer, "Phê duyệt", qms_procedure_get_approved (procedure));
  g_string_append (writer->out, "</dl>\n");
}

static void
append_text (QmsSiteWriter *writer, const char *title, const QmsNode *procedure, uint32_t field)
{
  g_string_append_printf (writer->out, "<h2>%s</h2>\n", title);
  if (qms_node_has (procedure, field))
    qms_site_value (writer, procedure, field);
  else
    qms_site_nothing (writer);
}

static void
append_list (QmsSiteWriter *writer, const char *title, const QmsNode *procedure, uint32_t list,
             const QmsSiteColumn *columns)
{
  g_string_append_printf (writer->out, "<h2>%s</h2>\n", title);
  qms_site_list (writer, procedure, list, title, columns);
}

void
qms_site_write_procedure (QmsSiteWriter *writer, const QmsNode *procedure, const char *file)
{
  const char *title = qms_procedure_get_title (procedure);

  qms_site_open_page (writer, file, title ? title : "Quy trình chưa ghi tên", "tai-lieu.html");
  append_cover (writer, procedure);
  if (qms_node_has (procedure, QMS_PROCEDURE_AMENDMENTS))
    append_list (writer, "Sửa đổi tài liệu", procedure, QMS_PROCEDURE_AMENDMENTS, amendments);
  append_text (writer, "1. Mục đích", procedure, QMS_PROCEDURE_PURPOSE);
  append_text (writer, "2. Phạm vi", procedure, QMS_PROCEDURE_SCOPE);
  g_string_append (writer->out, "<h2>3. Tài liệu viện dẫn</h2>\n");
  qms_site_citations (writer, procedure, QMS_PROCEDURE_REFERENCES, "Tài liệu viện dẫn");
  append_list (writer, "4. Định nghĩa, viết tắt", procedure, QMS_PROCEDURE_DEFINITIONS, definitions);
  append_text (writer, "5. Nội dung quy trình", procedure, QMS_PROCEDURE_CONTENT);
  qms_site_steps (writer, procedure);
  g_string_append (writer->out, "<h2>6. Biểu mẫu</h2>\n");
  qms_site_forms (writer, procedure);
  append_list (writer, "7. Hồ sơ cần lưu", procedure, QMS_PROCEDURE_RECORDS, qms_site_record_columns);
  qms_site_close_page (writer, file);
}

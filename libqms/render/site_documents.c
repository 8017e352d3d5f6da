/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of documents. Everybody sees what is in force, staff see all. */
#include "render/site.h"

#include <qms/model.h>

static void
append_procedure_title (QmsSiteWriter *writer, const QmsNode *procedure)
{
  qms_site_reference (writer, procedure);
}

static const QmsSiteColumn internal_documents[] = {
  { "Mã hiệu", QMS_INTERNAL_DOCUMENT_CODE, NULL },
  { "Tên tài liệu", QMS_INTERNAL_DOCUMENT_TITLE, NULL },
  { "Loại", QMS_INTERNAL_DOCUMENT_KIND, NULL },
  { "Lần ban hành", QMS_INTERNAL_DOCUMENT_EDITION, NULL },
  { "Ngày ban hành", QMS_INTERNAL_DOCUMENT_ISSUE_DATE, NULL },
  { "Tình trạng", QMS_INTERNAL_DOCUMENT_STATUS, NULL },
  { 0 },
};

static const QmsSiteColumn procedures[] = {
  { "Mã hiệu", QMS_PROCEDURE_CODE, NULL },
  { "Tên quy trình", 0, append_procedure_title },
  { "Loại", QMS_PROCEDURE_KIND, NULL },
  { "Lần ban hành", QMS_PROCEDURE_EDITION, NULL },
  { "Ngày ban hành", QMS_PROCEDURE_ISSUE_DATE, NULL },
  { "Tình trạng", QMS_PROCEDURE_STATUS, NULL },
  { 0 },
};

static const QmsSiteColumn external_documents[] = {
  { "Số, ký hiệu", QMS_EXTERNAL_DOCUMENT_NUMBER, NULL },
  { "Tên văn bản", QMS_EXTERNAL_DOCUMENT_TITLE, NULL },
  { "Cơ quan ban hành", QMS_EXTERNAL_DOCUMENT_ISSUER, NULL },
  { "Ngày ban hành", QMS_EXTERNAL_DOCUMENT_DATE, NULL },
  { "Hiệu lực từ", QMS_EXTERNAL_DOCUMENT_EFFECTIVE_DATE, NULL },
  { "Hết hiệu lực", QMS_EXTERNAL_DOCUMENT_EXPIRY_DATE, NULL },
  { "Thay thế bởi", QMS_EXTERNAL_DOCUMENT_REPLACED_BY, NULL },
  { 0 },
};

const QmsSiteColumn qms_site_record_columns[] = {
  { "Mã hiệu", QMS_RECORD_CODE, NULL },
  { "Tên hồ sơ", QMS_RECORD_NAME, NULL },
  { "Nơi lưu", QMS_RECORD_PLACE, NULL },
  { "Người lưu", QMS_RECORD_KEEPER, NULL },
  { "Thời gian lưu", QMS_RECORD_RETENTION, NULL },
  { "Lưu vĩnh viễn", QMS_RECORD_PERMANENT, NULL },
  { "Hình thức", QMS_RECORD_MEDIUM, NULL },
  { 0 },
};

static void
append_in_force (QmsSiteWriter *writer, const char *title, uint32_t list, uint32_t status, const QmsSiteColumn *columns)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (size_t i = 0; i < qms_node_count (writer->system, list); i++) {
    QmsNode *node = qms_node_get_node_at (writer->system, list, i);
    if (writer->internal || qms_site_is_in_force (node, status))
      g_ptr_array_add (rows, node);
  }
  g_string_append_printf (writer->out, "<h2>%s</h2>\n", title);
  qms_site_table (writer, rows, title, columns);
}

void
qms_site_write_documents (QmsSiteWriter *writer)
{
  qms_site_open_page (writer, "tai-lieu.html", "Danh mục tài liệu", NULL);
  append_in_force (writer, "Tài liệu nội bộ", QMS_SYSTEM_DOCUMENTS, QMS_INTERNAL_DOCUMENT_STATUS, internal_documents);
  append_in_force (writer, "Quy trình", QMS_SYSTEM_PROCEDURES, QMS_PROCEDURE_STATUS, procedures);
  g_string_append (writer->out, "<h2>Tài liệu có nguồn gốc bên ngoài</h2>\n");
  qms_site_list (writer, writer->system, QMS_SYSTEM_EXTERNAL_DOCUMENTS, "Tài liệu có nguồn gốc bên ngoài",
                 external_documents);
  if (writer->internal) {
    g_string_append (writer->out, "<h2>Hồ sơ</h2>\n");
    qms_site_list (writer, writer->system, QMS_SYSTEM_RECORDS, "Danh mục hồ sơ", qms_site_record_columns);
  }
  qms_site_close_page (writer, "tai-lieu.html");
}

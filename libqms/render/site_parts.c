/* SPDX-License-Identifier: Apache-2.0 */
/* The constituent parts of an administrative procedure, in the order and by the names of NĐ 63/2010/NĐ-CP. */
#include "core/text.h"
#include "render/site.h"

#include <qms/model.h>

/* ---- order of execution */

static void
append_case (QmsSiteWriter *writer, const char *name)
{
  if (name)
    qms_text_append_markup (writer->out, "<h3>%s</h3>\n", name);
}

static void
write_sequences (QmsSiteWriter *writer, const QmsNode *node)
{
  size_t count = qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_SEQUENCES);

  if (count == 0)
    qms_site_nothing (writer);
  for (size_t i = 0; i < count; i++) {
    const QmsNode *sequence = qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_SEQUENCES, i);
    size_t steps = qms_node_count (sequence, QMS_SEQUENCE_STEPS);
    append_case (writer, qms_sequence_get_case (sequence));
    g_string_append (writer->out, steps > 0 ? "<ol class=\"steps\">\n" : "");
    for (size_t j = 0; j < steps; j++) {
      g_string_append (writer->out, "<li>");
      qms_site_paragraphs (writer->out, qms_node_get_string_at (sequence, QMS_SEQUENCE_STEPS, j));
      g_string_append (writer->out, "</li>\n");
    }
    g_string_append (writer->out, steps > 0 ? "</ol>\n" : "");
  }
}

/* ---- dossiers */

static void
append_paper (QmsSiteWriter *writer, const QmsNode *item)
{
  const char *replaced = qms_dossier_item_get_replaced_by_result (item);

  qms_site_value (writer, item, QMS_DOSSIER_ITEM_NAME);
  if (replaced)
    qms_text_append_markup (writer->out, "<p>Được thay bằng kết quả có mã %s.</p>\n", replaced);
}

static void
append_forms (QmsSiteWriter *writer, const QmsNode *item)
{
  const char *address = qms_dossier_item_get_url (item);

  qms_site_value (writer, item, QMS_DOSSIER_ITEM_FORM_FILES);
  if (address) {
    g_string_append (writer->out, qms_node_has (item, QMS_DOSSIER_ITEM_FORM_FILES) ? "<br/>" : "");
    qms_site_link_out (writer->out, address, "Tải mẫu");
  }
}

static const QmsSiteColumn papers[] = {
  { "Giấy tờ", 0, append_paper },
  { "Bản chính", QMS_DOSSIER_ITEM_ORIGINALS, NULL },
  { "Bản sao", QMS_DOSSIER_ITEM_DUPLICATES, NULL },
  { "Mẫu đơn, tờ khai", 0, append_forms },
  { 0 },
};

static void
write_dossiers (QmsSiteWriter *writer, const QmsNode *node)
{
  size_t count = qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_DOSSIERS);

  if (count == 0)
    qms_site_nothing (writer);
  for (size_t i = 0; i < count; i++) {
    const QmsNode *dossier = qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_DOSSIERS, i);
    const char *name = qms_dossier_get_case (dossier);
    append_case (writer, name);
    qms_site_list (writer, dossier, QMS_DOSSIER_ITEMS, name ? name : "Thành phần hồ sơ", papers);
  }
  if (qms_administrative_procedure_has_copies (node))
    qms_text_append_markup (writer->out, "<p>Số lượng hồ sơ: <strong>%" G_GINT64_FORMAT " bộ</strong>.</p>\n",
                            (gint64)qms_administrative_procedure_get_copies (node));
}

/* ---- forms to fill in */

/* Names of forms, each once. */
static void
add_forms (GHashTable *known, GPtrArray *forms, const QmsNode *dossier)
{
  for (size_t i = 0; i < qms_node_count (dossier, QMS_DOSSIER_ITEMS); i++) {
    const QmsNode *item = qms_node_get_node_at (dossier, QMS_DOSSIER_ITEMS, i);
    for (size_t j = 0; j < qms_node_count (item, QMS_DOSSIER_ITEM_FORM_FILES); j++) {
      const char *name = qms_node_get_string_at (item, QMS_DOSSIER_ITEM_FORM_FILES, j);
      if (g_hash_table_add (known, (gpointer)name))
        g_ptr_array_add (forms, (gpointer)name);
    }
  }
}

static void
write_forms (QmsSiteWriter *writer, const QmsNode *node)
{
  g_autoptr (GHashTable) known = g_hash_table_new (qms_text_hash, g_str_equal);
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();

  for (size_t i = 0; i < qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_DOSSIERS); i++)
    add_forms (known, forms, qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_DOSSIERS, i));
  if (forms->len == 0) {
    g_string_append (writer->out, "<p>Không có mẫu đơn, tờ khai.</p>\n");
    return;
  }
  g_string_append (writer->out, "<ul>\n");
  for (guint i = 0; i < forms->len; i++)
    qms_text_append_markup (writer->out, "<li>%s</li>\n", (const char *)forms->pdata[i]);
  g_string_append (writer->out, "</ul>\n");
}

/* ---- parts that are fields */

/* Values of fields, one below the other. */
static void
write_fields (QmsSiteWriter *writer, const QmsNode *node, const uint32_t *fields)
{
  bool any = false;

  for (; *fields; fields++)
    if (qms_node_has (node, *fields)) {
      g_string_append (writer->out, "<div class=\"value\">");
      qms_site_value (writer, node, *fields);
      g_string_append (writer->out, "</div>\n");
      any = true;
    }
  if (!any)
    qms_site_nothing (writer);
}

static void
write_name (QmsSiteWriter *writer, const QmsNode *node)
{
  static const uint32_t fields[] = { QMS_ADMINISTRATIVE_PROCEDURE_NAME, 0 };

  write_fields (writer, node, fields);
}

static void
write_applicants (QmsSiteWriter *writer, const QmsNode *node)
{
  static const uint32_t fields[] = { QMS_ADMINISTRATIVE_PROCEDURE_APPLICANTS,
                                     QMS_ADMINISTRATIVE_PROCEDURE_APPLICANTS_NOTE, 0 };

  write_fields (writer, node, fields);
}

static void
write_conditions (QmsSiteWriter *writer, const QmsNode *node)
{
  static const uint32_t fields[] = { QMS_ADMINISTRATIVE_PROCEDURE_CONDITIONS, 0 };

  write_fields (writer, node, fields);
}

static void
write_agencies (QmsSiteWriter *writer, const QmsNode *node)
{
  gsize before;

  g_string_append (writer->out, "<dl class=\"facts\">\n");
  before = writer->out->len;
  qms_site_fact (writer, "Cơ quan thực hiện", node, QMS_ADMINISTRATIVE_PROCEDURE_EXECUTING_AGENCIES);
  qms_site_fact (writer, "Về cơ quan thực hiện", node, QMS_ADMINISTRATIVE_PROCEDURE_EXECUTING_NOTE);
  qms_site_fact (writer, "Cơ quan có thẩm quyền", node, QMS_ADMINISTRATIVE_PROCEDURE_COMPETENT_AGENCIES);
  qms_site_fact (writer, "Về cơ quan có thẩm quyền", node, QMS_ADMINISTRATIVE_PROCEDURE_COMPETENT_NOTE);
  qms_site_fact (writer, "Cơ quan được ủy quyền", node, QMS_ADMINISTRATIVE_PROCEDURE_AUTHORISED_AGENCIES);
  qms_site_fact (writer, "Cơ quan phối hợp", node, QMS_ADMINISTRATIVE_PROCEDURE_COORDINATING_AGENCIES);
  bool any = writer->out->len > before;
  g_string_append (writer->out, "</dl>\n");
  if (!any)
    qms_site_nothing (writer);
}

static void
write_results (QmsSiteWriter *writer, const QmsNode *node)
{
  size_t count = qms_node_count (node, QMS_ADMINISTRATIVE_PROCEDURE_RESULTS);

  if (count == 0)
    qms_site_nothing (writer);
  g_string_append (writer->out, count > 0 ? "<ul>\n" : "");
  for (size_t i = 0; i < count; i++) {
    const QmsNode *result = qms_node_get_node_at (node, QMS_ADMINISTRATIVE_PROCEDURE_RESULTS, i);
    const char *name = qms_result_get_name (result), *file = qms_result_get_file (result);
    g_string_append (writer->out, "<li>");
    qms_site_link_out (writer->out, qms_result_get_url (result), name ? name : file ? file : "Kết quả chưa ghi tên");
    g_string_append (writer->out, "</li>\n");
  }
  g_string_append (writer->out, count > 0 ? "</ul>\n" : "");
}

static void
write_legal_bases (QmsSiteWriter *writer, const QmsNode *node)
{
  qms_site_citations (writer, node, QMS_ADMINISTRATIVE_PROCEDURE_LEGAL_BASES, "Căn cứ pháp lý");
}

/* ---- all */

static const struct {
  const char *id, *title;
  void (*write) (QmsSiteWriter *writer, const QmsNode *node);
} parts[] = {
  { "ten", "Tên thủ tục hành chính", write_name },
  { "trinh-tu", "Trình tự thực hiện", write_sequences },
  { "cach-thuc", "Cách thức thực hiện", qms_site_channels },
  { "ho-so", "Thành phần, số lượng hồ sơ", write_dossiers },
  { "thoi-han", "Thời hạn giải quyết", qms_site_times },
  { "doi-tuong", "Đối tượng thực hiện", write_applicants },
  { "co-quan", "Cơ quan giải quyết", write_agencies },
  { "mau-don", "Mẫu đơn, mẫu tờ khai", write_forms },
  { "ket-qua", "Kết quả thực hiện", write_results },
  { "dieu-kien", "Yêu cầu, điều kiện", write_conditions },
  { "phi", "Phí, lệ phí", qms_site_fees },
  { "can-cu", "Căn cứ pháp lý", write_legal_bases },
};

void
qms_site_part_links (QmsSiteWriter *writer)
{
  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (writer->out, "<li><a href=\"#%s\">%s</a></li>\n", parts[i].id, parts[i].title);
}

void
qms_site_parts (QmsSiteWriter *writer, const QmsNode *node)
{
  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_string_append_printf (writer->out, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%zu. %s</h2>\n", parts[i].id,
                            parts[i].id, i + 1, parts[i].title);
    parts[i].write (writer, node);
    g_string_append (writer->out, "</section>\n");
  }
}

/* SPDX-License-Identifier: Apache-2.0 */
/* The page of an administrative procedure: in brief, its constituent parts, how the agency settles it. */
#include "core/text.h"
#include "render/site.h"

#include <qms/model.h>

/* A procedure that is a draft or gone is nobody's business outside. */
static const QmsNode *
shown_procedure (const QmsSiteWriter *writer, const QmsNode *node)
{
  const QmsNode *procedure = qms_node_resolve (node, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE);

  return procedure && (writer->internal || qms_site_is_in_force (procedure, QMS_PROCEDURE_STATUS)) ? procedure : NULL;
}

static void
append_brief (QmsSiteWriter *writer, const QmsNode *node)
{
  g_autofree char *limit = qms_site_time_limit (node),
                  *date = qms_site_date (node, QMS_ADMINISTRATIVE_PROCEDURE_DECISION_DATE);
  const char *decision = qms_administrative_procedure_get_decision (node);
  g_autofree char *published =
      decision && date ? g_strdup_printf ("%s ngày %s", decision, date) : g_strdup (decision ? decision : date);

  g_string_append (writer->out, "<dl class=\"brief\">\n");
  qms_site_fact (writer, "Mã số", node, QMS_ADMINISTRATIVE_PROCEDURE_CODE);
  qms_site_fact (writer, "Lĩnh vực", node, QMS_ADMINISTRATIVE_PROCEDURE_FIELDS);
  qms_site_fact (writer, "Cấp thực hiện", node, QMS_ADMINISTRATIVE_PROCEDURE_LEVELS);
  qms_site_fact_text (writer, "Thời hạn", limit);
  qms_site_fact (writer, "Dịch vụ công trực tuyến", node, QMS_ADMINISTRATIVE_PROCEDURE_SERVICE_LEVEL);
  qms_site_fact_text (writer, "Quyết định công bố", published);
  g_string_append (writer->out, "</dl>\n");
}

static void
append_contents (QmsSiteWriter *writer, bool procedure)
{
  g_string_append (writer->out, "<nav class=\"contents\" aria-label=\"Các phần của thủ tục\">\n<ol>\n");
  qms_site_part_links (writer);
  if (procedure)
    g_string_append (writer->out, "<li><a href=\"#quy-trinh\">Quy trình giải quyết</a></li>\n");
  g_string_append (writer->out, "</ol>\n</nav>\n");
}

static void
append_procedure (QmsSiteWriter *writer, const QmsNode *procedure)
{
  g_string_append (writer->out, "<section aria-labelledby=\"quy-trinh\">\n<h2 id=\"quy-trinh\">13. Quy trình giải quyết"
                                "</h2>\n<dl class=\"facts\">\n<div><dt>Quy trình</dt><dd>");
  qms_site_reference (writer, procedure);
  g_string_append (writer->out, "</dd></div>\n");
  qms_site_fact (writer, "Mã hiệu", procedure, QMS_PROCEDURE_CODE);
  qms_site_fact (writer, "Lần ban hành", procedure, QMS_PROCEDURE_EDITION);
  qms_site_fact (writer, "Ngày ban hành", procedure, QMS_PROCEDURE_ISSUE_DATE);
  g_string_append (writer->out, "</dl>\n");
  qms_site_steps (writer, procedure);
  if (qms_node_has (procedure, QMS_PROCEDURE_FORMS)) {
    g_string_append (writer->out, "<h3>Biểu mẫu</h3>\n");
    qms_site_forms (writer, procedure);
  }
  g_string_append (writer->out, "</section>\n");
}

/* Code and name of a procedure elsewhere. */
static void
append_other (QmsSiteWriter *writer, const QmsNode *link)
{
  const char *code = qms_link_get_code (link), *name = qms_link_get_name (link);

  qms_text_append_markup (writer->out, "<li>%s%s%s</li>\n", code ? code : "", code && name ? " – " : "",
                          name ? name : "");
}

static void
append_others (QmsSiteWriter *writer, const char *title, const QmsNode *node, uint32_t list)
{
  size_t count = qms_node_count (node, list);

  if (count == 0)
    return;
  g_string_append_printf (writer->out, "<h2>%s</h2>\n<ul>\n", title);
  for (size_t i = 0; i < count; i++)
    append_other (writer, qms_node_get_node_at (node, list, i));
  g_string_append (writer->out, "</ul>\n");
}

/* What is said of the procedure beside its constituent parts. */
static void
append_description (QmsSiteWriter *writer, const QmsNode *node)
{
  if (!qms_administrative_procedure_get_description (node))
    return;
  g_string_append (writer->out, "<section aria-labelledby=\"mo-ta\">\n<h2 id=\"mo-ta\">Mô tả thêm</h2>\n");
  qms_site_paragraphs (writer->out, qms_administrative_procedure_get_description (node));
  g_string_append (writer->out, "</section>\n");
}

void
qms_site_write_administrative_procedure (QmsSiteWriter *writer, const QmsNode *node, const char *file)
{
  const char *name = qms_administrative_procedure_get_name (node);
  const QmsNode *procedure = shown_procedure (writer, node);

  qms_site_open_page (writer, file, name ? name : "Thủ tục chưa ghi tên", "thu-tuc.html");
  append_brief (writer, node);
  g_string_append (writer->out, "<div class=\"beside\">\n");
  append_contents (writer, procedure != NULL);
  g_string_append (writer->out, "<div class=\"parts\">\n");
  qms_site_parts (writer, node);
  g_string_append (writer->out, "</div>\n</div>\n");
  if (procedure)
    append_procedure (writer, procedure);
  append_description (writer, node);
  append_others (writer, "Thủ tục hành chính liên quan", node, QMS_ADMINISTRATIVE_PROCEDURE_RELATED);
  append_others (writer, "Thủ tục hành chính liên thông", node, QMS_ADMINISTRATIVE_PROCEDURE_LINKED);
  qms_site_close_page (writer, file);
}

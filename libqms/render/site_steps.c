/* SPDX-License-Identifier: Apache-2.0 */
/* How a procedure goes: its flow chart, its steps, its time limits and forms. */
#include "render/site.h"
#include "render/svg.h"

#include <qms/model.h>

enum { WIDEST_CHART = 1500 }; /* pixels */

/* ---- flow chart */

/* A chart that is a little too wide is made smaller; where that would make it too small to read, people move it. */
static void
append_chart (QmsSiteWriter *writer, const QmsNode *procedure)
{
  g_autoptr (GString) chart = g_string_new (NULL);
  int width = qms_svg_append_inline (chart, procedure);

  if (width == 0)
    return;
  g_string_append_printf (writer->out,
                          "<div class=\"drawing%s\">\n<h3>Lưu đồ</h3>\n"
                          "<div class=\"chart\" role=\"region\" aria-label=\"Lưu đồ\" tabindex=\"0\">\n",
                          width > WIDEST_CHART ? " wide" : "");
  g_string_append_len (writer->out, chart->str, (gssize)chart->len);
  g_string_append_printf (
      writer->out,
      "</div>\n<p class=\"hint\">%sNội dung lưu đồ được viết bằng lời trong bảng các bước dưới đây.</p>\n</div>\n",
      width > WIDEST_CHART ? "Cuộn ngang để xem hết lưu đồ. " : "");
}

/* ---- time limits and forms */

static const QmsSiteColumn time_limits[] = {
  { "Thời hạn", QMS_TIME_LIMIT_VALUE, NULL },
  { "Trường hợp", QMS_TIME_LIMIT_SCENARIO, NULL },
  { "Giai đoạn", QMS_TIME_LIMIT_PHASE, NULL },
  { "Cách thức nộp", QMS_TIME_LIMIT_CHANNEL, NULL },
  { "Theo quy định", QMS_TIME_LIMIT_STATUTORY, NULL },
  { "Diễn giải", QMS_TIME_LIMIT_NOTE, NULL },
  { 0 },
};

static const QmsSiteColumn forms[] = {
  { "Mã hiệu", QMS_FORM_CODE, NULL },
  { "Tên biểu mẫu", QMS_FORM_NAME, NULL },
  { "Văn bản ban hành", QMS_FORM_BASIS, NULL },
  { 0 },
};

void
qms_site_forms (QmsSiteWriter *writer, const QmsNode *procedure)
{
  qms_site_list (writer, procedure, QMS_PROCEDURE_FORMS, "Biểu mẫu của quy trình", forms);
}

void
qms_site_steps (QmsSiteWriter *writer, const QmsNode *procedure)
{
  append_chart (writer, procedure);
  g_string_append (writer->out, "<h3>Các bước thực hiện</h3>\n");
  qms_site_step_table (writer, procedure);
  if (!qms_node_has (procedure, QMS_PROCEDURE_TIME_LIMITS))
    return;
  g_string_append (writer->out, "<h3>Thời hạn của quy trình</h3>\n");
  qms_site_list (writer, procedure, QMS_PROCEDURE_TIME_LIMITS, "Thời hạn của quy trình", time_limits);
}

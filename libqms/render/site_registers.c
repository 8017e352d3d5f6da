/* SPDX-License-Identifier: Apache-2.0 */
/* Registers for staff: risks and opportunities, nonconformities, complaints. */
#include "core/text.h"
#include "render/site.h"

#include <qms/model.h>

enum { HIGHEST_LEVEL = 1000, MOST_BANDS = 100 };

/* ---- risks and opportunities */

/* Name of the band of the agency's scale that a score falls into; NULL if there is none among the first. */
static char *
band_of (const QmsNode *system, int64_t score)
{
  const QmsNode *scale = qms_system_get_risk_scale (system);

  for (size_t i = 0; i < MIN (qms_node_count (scale, QMS_RISK_SCALE_BANDS), MOST_BANDS); i++) {
    const QmsNode *band = qms_node_get_node_at (scale, QMS_RISK_SCALE_BANDS, i);
    if (score >= qms_risk_band_get_from (band) && score <= qms_risk_band_get_to (band))
      return qms_site_called (band);
  }
  return NULL;
}

/* Levels are small whole numbers; what is none gives no score. */
static bool
is_level (const QmsNode *node, uint32_t field)
{
  return qms_node_get_int (node, field) > 0 && qms_node_get_int (node, field) <= HIGHEST_LEVEL;
}

static void
append_score (QmsSiteWriter *writer, const QmsNode *node, uint32_t first, uint32_t second)
{
  int64_t a = qms_node_get_int (node, first), b = qms_node_get_int (node, second);

  if (!is_level (node, first) || !is_level (node, second))
    return;
  g_autofree char *band = band_of (writer->system, a * b);
  qms_text_append_markup (writer->out,
                          "%" G_GINT64_FORMAT " × %" G_GINT64_FORMAT " = <strong>%" G_GINT64_FORMAT "</strong>",
                          (gint64)a, (gint64)b, (gint64)(a * b));
  if (band)
    qms_text_append_markup (writer->out, "<br/>%s", band);
}

static void
append_risk_score (QmsSiteWriter *writer, const QmsNode *risk)
{
  append_score (writer, risk, QMS_RISK_LIKELIHOOD, QMS_RISK_SEVERITY);
}

static void
append_residual_score (QmsSiteWriter *writer, const QmsNode *risk)
{
  append_score (writer, risk, QMS_RISK_RESIDUAL_LIKELIHOOD, QMS_RISK_RESIDUAL_SEVERITY);
}

static void
append_opportunity_score (QmsSiteWriter *writer, const QmsNode *opportunity)
{
  append_score (writer, opportunity, QMS_OPPORTUNITY_BENEFIT, QMS_OPPORTUNITY_FEASIBILITY);
}

static const QmsSiteColumn risks[] = {
  { "Mã", QMS_RISK_ID, NULL },
  { "Rủi ro", QMS_RISK_DESCRIPTION, NULL },
  { "Nguyên nhân", QMS_RISK_CAUSE, NULL },
  { "Hậu quả", QMS_RISK_CONSEQUENCE, NULL },
  { "Quy trình", QMS_RISK_PROCEDURE, NULL },
  { "Nguồn", QMS_RISK_SOURCE, NULL },
  { "Điểm", QMS_RISK_LIKELIHOOD, append_risk_score },
  { "Cách xử lý", QMS_RISK_TREATMENT, NULL },
  { "Biện pháp", QMS_RISK_ACTION, NULL },
  { "Chịu trách nhiệm", QMS_RISK_OWNER, NULL },
  { "Thời hạn", QMS_RISK_DUE, NULL },
  { "Đánh giá lại", QMS_RISK_REASSESSED, NULL },
  { "Điểm sau xử lý", QMS_RISK_RESIDUAL_LIKELIHOOD, append_residual_score },
  { "Hiệu quả", QMS_RISK_EFFECTIVE, NULL },
  { 0 },
};

static const QmsSiteColumn opportunities[] = {
  { "Mã", QMS_OPPORTUNITY_ID, NULL },
  { "Cơ hội", QMS_OPPORTUNITY_DESCRIPTION, NULL },
  { "Quy trình", QMS_OPPORTUNITY_PROCEDURE, NULL },
  { "Nguồn", QMS_OPPORTUNITY_SOURCE, NULL },
  { "Điểm", QMS_OPPORTUNITY_BENEFIT, append_opportunity_score },
  { "Hành động", QMS_OPPORTUNITY_ACTION, NULL },
  { "Chịu trách nhiệm", QMS_OPPORTUNITY_OWNER, NULL },
  { "Thời hạn", QMS_OPPORTUNITY_DUE, NULL },
  { "Đánh giá lại", QMS_OPPORTUNITY_REASSESSED, NULL },
  { "Hiệu quả", QMS_OPPORTUNITY_EFFECTIVE, NULL },
  { 0 },
};

static void
append_records (QmsSiteWriter *writer, const char *title, uint32_t list, const QmsSiteColumn *columns)
{
  g_string_append_printf (writer->out, "<h2>%s</h2>\n", title);
  qms_site_records (writer, writer->system, list, columns);
}

void
qms_site_write_risks (QmsSiteWriter *writer)
{
  qms_site_open_page (writer, "rui-ro.html", "Rủi ro và cơ hội", NULL);
  append_records (writer, "Danh mục rủi ro", QMS_SYSTEM_RISKS, risks);
  append_records (writer, "Danh mục cơ hội", QMS_SYSTEM_OPPORTUNITIES, opportunities);
  qms_site_close_page (writer, "rui-ro.html");
}

/* ---- nonconformities and complaints */

static const QmsSiteColumn nonconformities[] = {
  { "Mã", QMS_NONCONFORMITY_ID, NULL },
  { "Nội dung", QMS_NONCONFORMITY_DESCRIPTION, NULL },
  { "Ngày phát hiện", QMS_NONCONFORMITY_DATE, NULL },
  { "Điều khoản", QMS_NONCONFORMITY_CLAUSE, NULL },
  { "Đơn vị", QMS_NONCONFORMITY_UNIT, NULL },
  { "Nguyên nhân", QMS_NONCONFORMITY_CAUSE, NULL },
  { "Xử lý ngay", QMS_NONCONFORMITY_CORRECTION, NULL },
  { "Hành động khắc phục", QMS_NONCONFORMITY_ACTION, NULL },
  { "Người thực hiện", QMS_NONCONFORMITY_OWNER, NULL },
  { "Thời hạn", QMS_NONCONFORMITY_DUE, NULL },
  { "Hoàn thành", QMS_NONCONFORMITY_DONE, NULL },
  { "Xác nhận", QMS_NONCONFORMITY_VERIFIED, NULL },
  { "Có hiệu lực", QMS_NONCONFORMITY_EFFECTIVE, NULL },
  { 0 },
};

static const QmsSiteColumn complaints[] = {
  { "Nội dung", QMS_COMPLAINT_SUBJECT, NULL },
  { "Ngày tiếp nhận", QMS_COMPLAINT_RECEIVED, NULL },
  { "Thủ tục", QMS_COMPLAINT_ADMINISTRATIVE_PROCEDURE, NULL },
  { "Kết quả", QMS_COMPLAINT_RESULT, NULL },
  { "Ngày giải quyết", QMS_COMPLAINT_SETTLED, NULL },
  { 0 },
};

void
qms_site_write_nonconformities (QmsSiteWriter *writer)
{
  qms_site_open_page (writer, "khong-phu-hop.html", "Sự không phù hợp và hành động khắc phục", NULL);
  append_records (writer, "Sự không phù hợp", QMS_SYSTEM_NONCONFORMITIES, nonconformities);
  g_string_append (writer->out, "<h2>Phản ánh, kiến nghị, khiếu nại</h2>\n");
  qms_site_list (writer, writer->system, QMS_SYSTEM_COMPLAINTS, "Phản ánh, kiến nghị, khiếu nại", complaints);
  qms_site_close_page (writer, "khong-phu-hop.html");
}

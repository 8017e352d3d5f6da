/* SPDX-License-Identifier: Apache-2.0 */
/* The quality policy, and the objectives with the plan to reach them. */
#include "core/kind.h"
#include "core/text.h"
#include "render/site.h"

#include <qms/model.h>

/* ---- policy */

static void
append_commitments (QmsSiteWriter *writer, const QmsNode *policy)
{
  if (!qms_node_has (policy, QMS_POLICY_COMMITMENTS))
    return;
  g_string_append (writer->out, "<h2>Cam kết</h2>\n<ol class=\"commitments\">\n");
  for (size_t i = 0; i < qms_node_count (policy, QMS_POLICY_COMMITMENTS); i++)
    qms_text_append_markup (writer->out, "<li>%s</li>\n", qms_node_get_string_at (policy, QMS_POLICY_COMMITMENTS, i));
  g_string_append (writer->out, "</ol>\n");
}

void
qms_site_write_policy (QmsSiteWriter *writer)
{
  const QmsNode *policy = qms_system_get_policy (writer->system);

  qms_site_open_page (writer, "chinh-sach.html", "Chính sách chất lượng", NULL);
  if (policy) {
    g_string_append (writer->out, "<div class=\"statement\">\n");
    qms_site_value (writer, policy, QMS_POLICY_STATEMENT);
    g_string_append (writer->out, "</div>\n");
    append_commitments (writer, policy);
    g_string_append (writer->out, "<dl class=\"facts\">\n");
    qms_site_fact (writer, "Số văn bản", policy, QMS_POLICY_NUMBER);
    qms_site_fact (writer, "Ngày ký", policy, QMS_POLICY_DATE);
    qms_site_fact (writer, "Chức vụ người ký", policy, QMS_POLICY_SIGNER);
    g_string_append (writer->out, "</dl>\n");
  } else {
    qms_site_nothing (writer);
  }
  qms_site_close_page (writer, "chinh-sach.html");
}

/* ---- objectives */

static void
append_target (QmsSiteWriter *writer, const QmsNode *objective)
{
  static const char *const signs[] = {
    [QMS_COMPARATOR_AT_LEAST] = "≥ ", [QMS_COMPARATOR_AT_MOST] = "≤ ", [QMS_COMPARATOR_EQUAL] = ""
  };
  const char *unit = qms_objective_get_measure_unit (objective);

  if (!qms_objective_has_target (objective))
    return;
  if (qms_objective_has_comparator (objective))
    g_string_append (writer->out, signs[qms_objective_get_comparator (objective)]);
  qms_site_value (writer, objective, QMS_OBJECTIVE_TARGET);
  if (unit)
    qms_text_append_markup (writer->out, " %s", unit);
}

static const QmsSiteColumn published[] = {
  { "Mục tiêu", QMS_OBJECTIVE_STATEMENT, NULL },
  { "Năm", QMS_OBJECTIVE_YEAR, NULL },
  { "Chỉ tiêu", QMS_OBJECTIVE_TARGET, append_target },
  { "Chủ trì", QMS_OBJECTIVE_OWNER, NULL },
  { "Thời hạn", QMS_OBJECTIVE_DUE, NULL },
  { "Theo dõi", QMS_OBJECTIVE_FREQUENCY, NULL },
  { "Biện pháp", QMS_OBJECTIVE_ACTIONS, NULL },
  { "Cách đánh giá", QMS_OBJECTIVE_EVALUATION, NULL },
  { 0 },
};

static const QmsSiteColumn results[] = {
  { "Mục tiêu", QMS_OBJECTIVE_STATEMENT, NULL },
  { "Năm", QMS_OBJECTIVE_YEAR, NULL },
  { "Đơn vị", QMS_OBJECTIVE_UNIT, NULL },
  { "Cách tính", QMS_OBJECTIVE_FORMULA, NULL },
  { "Nguồn lực", QMS_OBJECTIVE_RESOURCES, NULL },
  { "Hiện trạng", QMS_OBJECTIVE_BASELINE, NULL },
  { "Chỉ tiêu", QMS_OBJECTIVE_TARGET, append_target },
  { "Thực hiện", QMS_OBJECTIVE_ACTUAL, NULL },
  { "Kết quả", QMS_OBJECTIVE_RESULT, NULL },
  { 0 },
};

void
qms_site_write_objectives (QmsSiteWriter *writer)
{
  qms_site_open_page (writer, "muc-tieu.html", "Mục tiêu chất lượng", NULL);
  qms_site_list (writer, writer->system, QMS_SYSTEM_OBJECTIVES, "Mục tiêu và kế hoạch thực hiện", published);
  if (writer->internal) {
    g_string_append (writer->out, "<h2>Kết quả thực hiện</h2>\n");
    qms_site_list (writer, writer->system, QMS_SYSTEM_OBJECTIVES, "Kết quả thực hiện mục tiêu", results);
  }
  qms_site_close_page (writer, "muc-tieu.html");
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Verdicts as a table for people: text, CSV and one HTML file that needs no other. */
#include "core/text.h"
#include "core/document.h"
#include "core/error.h"
#include "gen/rules.h"
#include "inspection/checklist.h"
#include "report/table.h"

#include <qms/inspection.h>
#include <qms/model.h>

#include <stdarg.h>

static const char *
verdict_label (int32_t verdict, int lang)
{
  const char *label =
      qms_enum_value_label (qms_field_enum (qms_field_by_id (QMS_INSPECTED_AGENCY_VERDICT)), verdict, lang);

  return label ? label : "";
}

static const struct {
  const char *title, *accepted, *columns[6], *item_columns[5];
} words[2] = {
  { "Kết quả kiểm tra hệ thống quản lý chất lượng",
    "Số phát hiện được chấp nhận",
    { "Cơ quan", "Kết luận", "Theo tiêu chuẩn", "Theo mô hình khung", "Theo pháp luật", "Được chấp nhận" },
    { "Mục", "Nội dung", "Kết luận", "Bằng chứng", "Được chấp nhận" } },
  { "Inspection of quality management systems",
    "Findings accepted",
    { "Agency", "Verdict", "Under the standard", "Under the framework", "Under the law", "Accepted" },
    { "Item", "Subject", "Verdict", "Evidence", "Accepted" } },
};

/* Title of an item in the reader's language: the document holds the Vietnamese one. */
static const char *
item_title (const QmsNode *item, int lang)
{
  const QmsChecklistItem *known = qms_checklist_find (qms_checklist_item_get_code (item));

  return known ? known->title[lang] : qms_checklist_item_get_question (item);
}

static bool
is_bad (const QmsNode *item)
{
  return qms_checklist_item_get_verdict (item) == QMS_VERDICT_NOT_CONFORMING;
}

/* Codes of the items that could not be judged, "B9, C2"; "" if all could. Free with g_free. */
static char *
items_not_assessed (const QmsNode *agency)
{
  GString *codes = g_string_new (NULL);

  for (size_t i = 0; i < qms_inspected_agency_count_checklist (agency); i++) {
    const QmsNode *item = qms_inspected_agency_get_checklist (agency, i);

    if (qms_checklist_item_get_verdict (item) == QMS_VERDICT_NOT_ASSESSED)
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", qms_checklist_item_get_code (item));
  }
  return g_string_free (codes, FALSE);
}

static void
append_totals (GString *out, const QmsNode *inspection, int lang)
{
  static const char *const totals[] = { "%zu cơ quan: %zu phù hợp, %zu chưa phù hợp, %zu chưa đánh giá",
                                        "Agencies: %zu, conforming: %zu, not conforming: %zu, not assessed: %zu" };
  QmsDocument *document = inspection->document;

  g_string_append_printf (out, totals[lang], qms_inspection_count_agencies (inspection),
                          qms_inspection_count (document, QMS_VERDICT_CONFORMING),
                          qms_inspection_count (document, QMS_VERDICT_NOT_CONFORMING),
                          qms_inspection_count (document, QMS_VERDICT_NOT_ASSESSED));
}

static const char *
or_empty (const char *text)
{
  return text ? text : "";
}

/* File of an agency, which tells it from others of its name; NULL if it is called by its file. */
static const char *
file_beside_name (const QmsNode *agency)
{
  const char *file = qms_inspected_agency_get_file (agency);

  return g_strcmp0 (file, qms_inspected_agency_get_name (agency)) == 0 ? NULL : file;
}

/* "QMS-MH-001 (cuoc-danh-gia), /heThong, until 2026-12-31 by …: reason (1 finding)" */
static char *
acceptance_line (const QmsNode *acceptance, int lang)
{
  static const char *const formats[] = { "%s%s%s%s, %s: %s chấp nhận đến %02d/%02d/%d, %" G_GINT64_FORMAT
                                         " phát hiện: %s",
                                         "%s%s%s%s, %s: accepted by %s until %02d/%02d/%d, findings: %" G_GINT64_FORMAT
                                         ": %s" };
  const char *requirement = qms_acceptance_get_requirement (acceptance);
  int32_t year = 0, month = 0, day = 0;

  qms_acceptance_get_until (acceptance, &year, &month, &day);
  return g_strdup_printf (formats[lang], or_empty (qms_acceptance_get_rule (acceptance)), requirement ? " (" : "",
                          or_empty (requirement), requirement ? ")" : "",
                          or_empty (qms_acceptance_get_path (acceptance)),
                          or_empty (qms_acceptance_get_who (acceptance)), day, month, year,
                          qms_acceptance_get_count (acceptance), or_empty (qms_acceptance_get_reason (acceptance)));
}

/* What is accepted of an item, a line each; "" if nothing is. Free with g_free. */
static char *
acceptance_lines (const QmsNode *item, int lang)
{
  GString *lines = g_string_new (NULL);

  for (size_t i = 0; i < qms_checklist_item_count_accepted (item); i++) {
    g_autofree char *line = acceptance_line (qms_checklist_item_get_accepted (item, i), lang);
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
  }
  return g_string_free (lines, FALSE);
}

static bool
is_worth_showing (const QmsNode *item)
{
  return is_bad (item) || qms_checklist_item_has_accepted (item);
}

static bool
shows_items (const QmsNode *agency)
{
  for (size_t i = 0; i < qms_inspected_agency_count_checklist (agency); i++)
    if (is_worth_showing (qms_inspected_agency_get_checklist (agency, i)))
      return true;
  return false;
}

/* ---- text */

static void
append_verdicts (GString *out, const QmsNode *agency, int lang)
{
  static const char *const names[][2] = { { "theo tiêu chuẩn", "under the standard" },
                                          { "theo mô hình khung", "under the framework" },
                                          { "theo pháp luật", "under the law" } };
  const int32_t verdicts[] = { qms_inspected_agency_get_standard_verdict (agency),
                               qms_inspected_agency_get_framework_verdict (agency),
                               qms_inspected_agency_get_law_verdict (agency) };

  for (size_t i = 0; i < G_N_ELEMENTS (verdicts); i++)
    g_string_append_printf (out, "  %s: %s\n", names[i][lang], verdict_label (verdicts[i], lang));
}

static void
append_lines (GString *out, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line; line++) {
    g_autofree char *shown = qms_display_text (*line);
    g_string_append_printf (out, "      %s\n", shown);
  }
}

/* Items that do not conform, and those of which something is accepted. */
static void
append_item_texts (GString *out, const QmsNode *agency, int lang)
{
  for (size_t i = 0; i < qms_inspected_agency_count_checklist (agency); i++) {
    const QmsNode *item = qms_inspected_agency_get_checklist (agency, i);
    g_autofree char *accepted = acceptance_lines (item, lang);

    if (!is_worth_showing (item))
      continue;
    g_string_append_printf (out, "  %s  %s: %s\n", qms_checklist_item_get_code (item), item_title (item, lang),
                            verdict_label (qms_checklist_item_get_verdict (item), lang));
    if (is_bad (item))
      append_lines (out, or_empty (qms_checklist_item_get_evidence (item)));
    if (*accepted)
      append_lines (out, accepted);
  }
}

static void
append_agency (GString *out, const QmsNode *agency, int lang)
{
  g_autofree char *name = qms_display_text (qms_inspected_agency_get_name (agency));
  g_autofree char *remark = qms_display_text (qms_inspected_agency_get_conclusion (agency));
  g_autofree char *open = items_not_assessed (agency);
  g_autofree char *file = qms_display_text (file_beside_name (agency));

  g_string_append_printf (out, "%s%s%s%s: %s\n", name, *file ? " (" : "", file, *file ? ")" : "",
                          verdict_label (qms_inspected_agency_get_verdict (agency), lang));
  append_verdicts (out, agency, lang);
  if (*remark)
    g_string_append_printf (out, "  %s\n", remark);
  if (qms_inspected_agency_get_accepted (agency) > 0)
    g_string_append_printf (out, "  %s: %" G_GINT64_FORMAT "\n", words[lang].accepted,
                            qms_inspected_agency_get_accepted (agency));
  append_item_texts (out, agency, lang);
  if (*open)
    g_string_append_printf (out, "  %s: %s\n", verdict_label (QMS_VERDICT_NOT_ASSESSED, lang), open);
}

static void
write_text (const QmsNode *inspection, int lang, GString *out)
{
  for (size_t i = 0; i < qms_inspection_count_agencies (inspection); i++)
    append_agency (out, qms_inspection_get_agencies (inspection, i), lang);
  append_totals (out, inspection, lang);
  g_string_append_c (out, '\n');
}

/* ---- CSV */

static void
append_item_line (GString *out, const QmsNode *agency, const char *code, const char *title, int32_t verdict,
                  const char *evidence, const char *accepted, int lang)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, qms_inspected_agency_get_accepted (agency));

  qms_csv_append (out, qms_inspected_agency_get_code (agency));
  qms_csv_append (out, qms_inspected_agency_get_name (agency));
  qms_csv_append (out, qms_inspected_agency_get_file (agency));
  qms_csv_append (out, verdict_label (qms_inspected_agency_get_verdict (agency), lang));
  qms_csv_append (out, number);
  qms_csv_append (out, code);
  qms_csv_append (out, title);
  qms_csv_append (out, verdict_label (verdict, lang));
  qms_csv_append (out, evidence);
  qms_csv_append (out, accepted);
  qms_csv_end_line (out);
}

static void
write_csv (const QmsNode *inspection, int lang, GString *out)
{
  g_string_append (out, lang == QMS_LANG_EN ? "code,agency,file,verdict,findings accepted,item,subject,"
                                              "verdict of the item,evidence,accepted\r\n"
                                            : "mã,cơ quan,tệp,kết luận,số phát hiện được chấp nhận,mục,nội dung,"
                                              "kết luận mục,bằng chứng,được chấp nhận\r\n");
  for (size_t i = 0; i < qms_inspection_count_agencies (inspection); i++) {
    const QmsNode *agency = qms_inspection_get_agencies (inspection, i);

    for (size_t j = 0; j < qms_inspected_agency_count_checklist (agency); j++) {
      const QmsNode *item = qms_inspected_agency_get_checklist (agency, j);
      g_autofree char *accepted = acceptance_lines (item, lang);
      append_item_line (out, agency, qms_checklist_item_get_code (item), item_title (item, lang),
                        qms_checklist_item_get_verdict (item), qms_checklist_item_get_evidence (item), accepted, lang);
    }
    if (qms_inspected_agency_has_conclusion (agency))
      append_item_line (out, agency, "", "", QMS_VERDICT_NOT_ASSESSED, qms_inspected_agency_get_conclusion (agency), "",
                        lang);
  }
}

/* ---- HTML */

static const char style[] = "small { font-weight: normal; color: #555; overflow-wrap: anywhere; }\n"
                            ".wide { overflow-x: auto; }\n"
                            ".found { white-space: pre-line; overflow-wrap: anywhere; }\n"
                            "@media print { .wide { overflow: visible; } }\n";

static const char *
verdict_class (int32_t verdict)
{
  return verdict == QMS_VERDICT_CONFORMING ? "good" : verdict == QMS_VERDICT_NOT_CONFORMING ? "bad" : "open";
}

static void
append_name (GString *out, const QmsNode *agency)
{
  const char *file = file_beside_name (agency);

  qms_text_append_markup (out, "%s", qms_inspected_agency_get_name (agency));
  if (file)
    qms_text_append_markup (out, " <small>%s</small>", file);
}

static void
append_agency_row (GString *out, const QmsNode *agency, int lang)
{
  const int32_t verdicts[] = { qms_inspected_agency_get_verdict (agency),
                               qms_inspected_agency_get_standard_verdict (agency),
                               qms_inspected_agency_get_framework_verdict (agency),
                               qms_inspected_agency_get_law_verdict (agency) };

  g_string_append (out, "<tr><th scope=\"row\">");
  append_name (out, agency);
  g_string_append (out, "</th>");
  for (size_t i = 0; i < G_N_ELEMENTS (verdicts); i++)
    qms_text_append_markup (out, "<td class=\"%s\">%s</td>", verdict_class (verdicts[i]),
                            verdict_label (verdicts[i], lang));
  g_string_append_printf (out, "<td>%" G_GINT64_FORMAT "</td></tr>\n", qms_inspected_agency_get_accepted (agency));
}

static void
append_item_row (GString *out, const QmsNode *item, int lang)
{
  int32_t verdict = qms_checklist_item_get_verdict (item);
  g_autofree char *accepted = acceptance_lines (item, lang);

  qms_text_append_markup (out, "<tr><th scope=\"row\">%s</th><td>%s</td><td class=\"%s\">%s</td>",
                          qms_checklist_item_get_code (item), item_title (item, lang), verdict_class (verdict),
                          verdict_label (verdict, lang));
  qms_text_append_markup (out, "<td class=\"found\">%s</td><td class=\"found\">%s</td></tr>\n",
                          or_empty (qms_checklist_item_get_evidence (item)), accepted);
}

static void
append_items (GString *out, const QmsNode *agency, int lang)
{
  g_string_append (out, "<div class=\"wide\"><table>\n");
  qms_html_append_head (out, words[lang].item_columns, G_N_ELEMENTS (words[lang].item_columns));
  for (size_t i = 0; i < qms_inspected_agency_count_checklist (agency); i++)
    if (is_worth_showing (qms_inspected_agency_get_checklist (agency, i)))
      append_item_row (out, qms_inspected_agency_get_checklist (agency, i), lang);
  g_string_append (out, "</tbody>\n</table></div>\n");
}

/* What could not be judged and why, and the items that do not conform or of which something is accepted. */
static void
append_agency_section (GString *out, const QmsNode *agency, int lang)
{
  bool shows = shows_items (agency);
  const char *remark = or_empty (qms_inspected_agency_get_conclusion (agency));
  g_autofree char *open = items_not_assessed (agency);

  if (!shows && !*open && !*remark)
    return;
  g_string_append (out, "<h2>");
  append_name (out, agency);
  g_string_append (out, "</h2>\n");
  if (*remark)
    qms_text_append_markup (out, "<p>%s</p>\n", remark);
  if (shows)
    append_items (out, agency, lang);
  if (*open)
    qms_text_append_markup (out, "<p>%s: %s</p>\n", verdict_label (QMS_VERDICT_NOT_ASSESSED, lang), open);
}

static void
write_html (const QmsNode *inspection, int lang, GString *out)
{
  size_t count = qms_inspection_count_agencies (inspection);

  qms_html_open (out, lang, words[lang].title, style);
  qms_text_append_markup (out, "<h1>%s</h1>\n<p>", words[lang].title);
  append_totals (out, inspection, lang);
  g_string_append (out, "</p>\n<div class=\"wide\"><table>\n");
  qms_html_append_head (out, words[lang].columns, G_N_ELEMENTS (words[lang].columns));
  for (size_t i = 0; i < count; i++)
    append_agency_row (out, qms_inspection_get_agencies (inspection, i), lang);
  g_string_append (out, "</tbody>\n</table></div>\n");
  for (size_t i = 0; i < count; i++)
    append_agency_section (out, qms_inspection_get_agencies (inspection, i), lang);
  g_string_append (out, "</body>\n</html>\n");
}

/* ---- the choice */

static const struct {
  const char *name;
  void (*write) (const QmsNode *inspection, int lang, GString *out);
} formats[] = {
  { "text", write_text },
  { "html", write_html },
  { "csv", write_csv },
};

QmsStatus
qms_inspection_write (QmsDocument *inspection, const char *format, int32_t lang, char **text, size_t *size,
                      QmsError **error)
{
  if (!inspection || inspection->root->type->id != QMS_TYPE_INSPECTION || !text)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "inspection, text", NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++) {
    if (g_strcmp0 (formats[i].name, format) != 0)
      continue;
    GString *out = g_string_new (NULL);
    formats[i].write (inspection->root, lang == QMS_LANG_EN ? QMS_LANG_EN : QMS_LANG_VI, out);
    if (size)
      *size = out->len;
    *text = g_string_free (out, FALSE);
    return QMS_OK;
  }
  return qms_fail (error, QMS_MSG_NOT_FOUND, NULL, "what", "format", "name", format ? format : "", NULL);
}

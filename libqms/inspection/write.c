/* SPDX-License-Identifier: Apache-2.0 */
/* Verdicts as a table for people: text, CSV and one HTML file that needs no other. */
#include "core/text.h"
#include "core/document.h"
#include "core/error.h"
#include "gen/rules.h"
#include "inspection/checklist.h"

#include <qms/inspection.h>
#include <qms/model.h>

#include <stdarg.h>
#include <string.h>

static const char *
verdict_label (int32_t verdict, int lang)
{
  const char *label =
      qms_enum_value_label (qms_field_enum (qms_field_by_id (QMS_INSPECTED_AGENCY_VERDICT)), verdict, lang);

  return label ? label : "";
}

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
append_bad_items (GString *out, const QmsNode *agency, int lang)
{
  for (size_t i = 0; i < qms_inspected_agency_count_checklist (agency); i++) {
    const QmsNode *item = qms_inspected_agency_get_checklist (agency, i);
    g_auto (GStrv) lines = g_strsplit (or_empty (qms_checklist_item_get_evidence (item)), "\n", -1);

    if (!is_bad (item))
      continue;
    g_string_append_printf (out, "  %s  %s: %s\n", qms_checklist_item_get_code (item), item_title (item, lang),
                            verdict_label (qms_checklist_item_get_verdict (item), lang));
    for (char **line = lines; *line; line++) {
      g_autofree char *shown = qms_display_text (*line);
      g_string_append_printf (out, "      %s\n", shown);
    }
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
  append_bad_items (out, agency, lang);
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

/* Quoted; a text that a spreadsheet would take for a formula is led by an apostrophe. */
static void
append_cell (GString *out, const char *text)
{
  g_string_append (out, out->len > 0 && out->str[out->len - 1] != '\n' ? ",\"" : "\"");
  if (*text && strchr ("=+-@\t\r", *text))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p; p++) {
    if (*p == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

static void
append_item_line (GString *out, const QmsNode *agency, const char *code, const char *title, int32_t verdict,
                  const char *evidence, int lang)
{
  append_cell (out, or_empty (qms_inspected_agency_get_code (agency)));
  append_cell (out, or_empty (qms_inspected_agency_get_name (agency)));
  append_cell (out, or_empty (qms_inspected_agency_get_file (agency)));
  append_cell (out, verdict_label (qms_inspected_agency_get_verdict (agency), lang));
  append_cell (out, code);
  append_cell (out, title);
  append_cell (out, verdict_label (verdict, lang));
  append_cell (out, or_empty (evidence));
  g_string_append (out, "\r\n");
}

static void
write_csv (const QmsNode *inspection, int lang, GString *out)
{
  g_string_append (out, lang == QMS_LANG_EN ? "code,agency,file,verdict,item,subject,verdict of the item,evidence\r\n"
                                            : "mã,cơ quan,tệp,kết luận,mục,nội dung,kết luận mục,bằng chứng\r\n");
  for (size_t i = 0; i < qms_inspection_count_agencies (inspection); i++) {
    const QmsNode *agency = qms_inspection_get_agencies (inspection, i);

    for (size_t j = 0; j < qms_inspected_agency_count_checklist (agency); j++) {
      const QmsNode *item = qms_inspected_agency_get_checklist (agency, j);
      append_item_line (out, agency, qms_checklist_item_get_code (item), item_title (item, lang),
                        qms_checklist_item_get_verdict (item), qms_checklist_item_get_evidence (item), lang);
    }
    if (qms_inspected_agency_has_conclusion (agency))
      append_item_line (out, agency, "", "", QMS_VERDICT_NOT_ASSESSED, qms_inspected_agency_get_conclusion (agency),
                        lang);
  }
}

/* ---- HTML */

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n<style>\n"
    "body { font: 16px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 2rem auto; "
    "max-width: 90rem; padding: 0 1rem; }\n"
    "h1 { font-size: 1.6rem; }\nh2 { font-size: 1.15rem; margin-top: 2rem; }\n"
    "small { font-weight: normal; color: #555; overflow-wrap: anywhere; }\n"
    ".wide { overflow-x: auto; }\ntable { border-collapse: collapse; }\n"
    "th, td { border: 1px solid #b8b8b8; padding: .3rem .5rem; text-align: left; vertical-align: top; }\n"
    "thead th { background: #eef1f5; }\n"
    ".found { white-space: pre-line; overflow-wrap: anywhere; }\n"
    ".v1 { color: #14602c; } .v2 { color: #a1121f; font-weight: bold; } .v4 { color: #7a4d00; }\n"
    "@media print { body { margin: 0; max-width: none; font-size: 10px; } tr { break-inside: avoid; } "
    "thead { display: table-header-group; } .wide { overflow: visible; } }\n"
    "</style>\n</head>\n<body>\n";

static const struct {
  const char *title, *columns[5], *item_columns[3];
} words[2] = {
  { "Kết quả kiểm tra hệ thống quản lý chất lượng",
    { "Cơ quan", "Kết luận", "Theo tiêu chuẩn", "Theo mô hình khung", "Theo pháp luật" },
    { "Mục", "Nội dung", "Bằng chứng" } },
  { "Inspection of quality management systems",
    { "Agency", "Verdict", "Under the standard", "Under the framework", "Under the law" },
    { "Item", "Subject", "Evidence" } },
};

static void
append_head_row (GString *out, const char *const *columns, size_t count)
{
  g_string_append (out, "<thead><tr>");
  for (size_t i = 0; i < count; i++)
    qms_text_append_markup (out, "<th scope=\"col\">%s</th>", columns[i]);
  g_string_append (out, "</tr></thead>\n<tbody>\n");
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
    qms_text_append_markup (out, "<td class=\"v%d\">%s</td>", verdicts[i], verdict_label (verdicts[i], lang));
  g_string_append (out, "</tr>\n");
}

static void
append_items (GString *out, const QmsNode *agency, int lang)
{
  g_string_append (out, "<div class=\"wide\"><table>\n");
  append_head_row (out, words[lang].item_columns, G_N_ELEMENTS (words[lang].item_columns));
  for (size_t i = 0; i < qms_inspected_agency_count_checklist (agency); i++) {
    const QmsNode *item = qms_inspected_agency_get_checklist (agency, i);

    if (is_bad (item))
      qms_text_append_markup (out, "<tr><th scope=\"row\">%s</th><td>%s</td><td class=\"found\">%s</td></tr>\n",
                              qms_checklist_item_get_code (item), item_title (item, lang),
                              or_empty (qms_checklist_item_get_evidence (item)));
  }
  g_string_append (out, "</tbody>\n</table></div>\n");
}

/* What could not be judged and why, and the items that do not conform with what was found. */
static void
append_agency_section (GString *out, const QmsNode *agency, int lang)
{
  int32_t verdict = qms_inspected_agency_get_verdict (agency);
  const char *remark = or_empty (qms_inspected_agency_get_conclusion (agency));
  g_autofree char *open = items_not_assessed (agency);

  if (verdict == QMS_VERDICT_CONFORMING && !*open)
    return;
  g_string_append (out, "<h2>");
  append_name (out, agency);
  g_string_append (out, "</h2>\n");
  if (*remark)
    qms_text_append_markup (out, "<p>%s</p>\n", remark);
  if (verdict == QMS_VERDICT_NOT_CONFORMING)
    append_items (out, agency, lang);
  if (*open)
    qms_text_append_markup (out, "<p>%s: %s</p>\n", verdict_label (QMS_VERDICT_NOT_ASSESSED, lang), open);
}

static void
write_html (const QmsNode *inspection, int lang, GString *out)
{
  size_t count = qms_inspection_count_agencies (inspection);

  qms_text_append_markup (out, head, lang == QMS_LANG_EN ? "en" : "vi", words[lang].title);
  qms_text_append_markup (out, "<h1>%s</h1>\n<p>", words[lang].title);
  append_totals (out, inspection, lang);
  g_string_append (out, "</p>\n<div class=\"wide\"><table>\n");
  append_head_row (out, words[lang].columns, G_N_ELEMENTS (words[lang].columns));
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

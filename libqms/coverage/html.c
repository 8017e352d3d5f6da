/* SPDX-License-Identifier: Apache-2.0 */
/* The matrix as one HTML file that needs no other: readable on a screen, by a screen reader and on paper. */
#include "core/text.h"
#include "coverage/coverage.h"

#include "core/title.h"

#include <qms/model.h>

#include <stdarg.h>

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n<style>\n"
    "body { font: 16px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 2rem auto; "
    "max-width: 70rem; padding: 0 1rem; }\n"
    "h1 { font-size: 1.6rem; margin-bottom: .25rem; }\n"
    "h2 { font-size: 1.2rem; margin-top: 2rem; }\n"
    "table { border-collapse: collapse; width: 100%%; }\n"
    "th, td { border: 1px solid #b8b8b8; padding: .4rem .6rem; text-align: left; vertical-align: top; }\n"
    "thead th { background: #eef1f5; }\n"
    "ul { margin: 0; padding-left: 1.1rem; }\n"
    "code { font-size: .8em; color: #555; overflow-wrap: anywhere; }\n"
    ".s1 { color: #14602c; } .s2 { color: #7a4d00; } .s3 { color: #a1121f; font-weight: bold; } .s4 { color: #555; }\n"
    "@media print { body { margin: 0; max-width: none; font-size: 11px; } tr { break-inside: avoid; } "
    "thead { display: table-header-group; } }\n"
    "</style>\n</head>\n<body>\n";

static const struct {
  const char *title, *clauses, *requirements, *columns[4], *totals;
} words[2] = {
  { "Ma trận đáp ứng",
    "Điều khoản của tiêu chuẩn",
    "Yêu cầu của mô hình khung",
    { "Mã", "Nội dung", "Tình trạng", "Được đáp ứng bởi" },
    "%zu đáp ứng, %zu chưa đầy đủ, %zu còn thiếu, %zu không áp dụng" },
  { "Coverage matrix",
    "Clauses of the standard",
    "Requirements of the framework",
    { "Id", "Subject", "State", "Answered by" },
    "%zu met, %zu partial, %zu missing, %zu excluded" },
};

static void
append_elements (GString *out, const QmsCoverageRow *row, int lang)
{
  g_string_append (out, "<ul>");
  for (guint i = 0; i < row->evidence->len; i++) {
    g_autofree char *path = qms_node_path (row->evidence->pdata[i]);
    g_autofree char *title = qms_node_title (row->evidence->pdata[i], lang);

    qms_text_append_markup (out, "<li>%s <code>%s</code></li>", title, path);
  }
  g_string_append (out, "</ul>");
}

static void
append_row (GString *out, const QmsCoverageRow *row, int lang)
{
  qms_text_append_markup (out, "<tr><th scope=\"row\">%s</th><td>%s</td><td class=\"s%d\">%s</td><td>", row->id,
                          row->title[lang], row->state, qms_coverage_state_label (row->state, lang));
  if (row->evidence->len > 0 && row->state != QMS_COVERAGE_EXCLUDED)
    append_elements (out, row, lang);
  else
    qms_text_append_markup (out, "%s", row->note);
  if (row->warning[lang])
    qms_text_append_markup (out, "<p class=\"s3\">%s</p>", row->warning[lang]);
  g_string_append (out, "</td></tr>\n");
}

static void
append_table (GString *out, const QmsCoverage *coverage, int kind, const char *title, int lang)
{
  qms_text_append_markup (out, "<h2>%s</h2>\n<p>", title);
  g_string_append_printf (out, words[lang].totals, qms_coverage_state_count (coverage, kind, QMS_COVERAGE_MET),
                          qms_coverage_state_count (coverage, kind, QMS_COVERAGE_PARTIAL),
                          qms_coverage_state_count (coverage, kind, QMS_COVERAGE_MISSING),
                          qms_coverage_state_count (coverage, kind, QMS_COVERAGE_EXCLUDED));
  g_string_append (out, "</p>\n<table>\n<thead><tr>");
  for (size_t i = 0; i < G_N_ELEMENTS (words[lang].columns); i++)
    qms_text_append_markup (out, "<th scope=\"col\">%s</th>", words[lang].columns[i]);
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < coverage->rows->len; i++)
    if (qms_coverage_row (coverage, i)->kind == kind)
      append_row (out, qms_coverage_row (coverage, i), lang);
  g_string_append (out, "</tbody>\n</table>\n");
}

bool
qms_coverage_write_html (const QmsCoverage *coverage, int lang, GString *out)
{
  const QmsNode *agency = qms_system_get_agency (coverage->system->root);
  const char *name = agency ? qms_agency_get_name (agency) : NULL;

  qms_text_append_markup (out, head, lang == QMS_LANG_EN ? "en" : "vi", words[lang].title);
  qms_text_append_markup (out, "<h1>%s</h1>\n<p>%s</p>\n", words[lang].title, name ? name : "");
  append_table (out, coverage, QMS_COVERAGE_CLAUSE, words[lang].clauses, lang);
  if (coverage->framework)
    append_table (out, coverage, QMS_COVERAGE_REQUIREMENT, words[lang].requirements, lang);
  g_string_append (out, "</body>\n</html>\n");
  return true;
}

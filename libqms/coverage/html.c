/* SPDX-License-Identifier: Apache-2.0 */
/* The matrix as one HTML file that needs no other: readable on a screen, by a screen reader and on paper. */
#include "core/text.h"
#include "coverage/coverage.h"
#include "report/table.h"

#include "core/title.h"
#include "core/words.h"

#include <qms/model.h>

#include <stdarg.h>

static const char style[] = "table { width: 100%; }\nul { margin: 0; padding-left: 1.1rem; }\n"
                            "code { font-size: .8em; color: #555; overflow-wrap: anywhere; }\n"
                            ".excluded { color: #555; }\n";

static const char *const classes[] = { [QMS_COVERAGE_MET] = "good",
                                       [QMS_COVERAGE_PARTIAL] = "open",
                                       [QMS_COVERAGE_MISSING] = "bad",
                                       [QMS_COVERAGE_EXCLUDED] = "excluded" };

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
  qms_text_append_markup (out, "<tr><th scope=\"row\">%s</th><td>%s</td><td class=\"%s\">%s</td><td>", row->id,
                          row->title[lang], classes[row->state], qms_coverage_state_label (row->state, lang));
  if (row->evidence->len > 0 && row->state != QMS_COVERAGE_EXCLUDED)
    append_elements (out, row, lang);
  else
    qms_text_append_markup (out, "%s", row->note);
  if (row->state == QMS_COVERAGE_PARTIAL)
    qms_text_append_markup (out, "<p class=\"open\">%s</p>", row->lack[lang]);
  if (row->warning[lang])
    qms_text_append_markup (out, "<p class=\"bad\">%s</p>", row->warning[lang]);
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
  g_string_append (out, "</p>\n<table>\n");
  qms_html_append_head (out, words[lang].columns, G_N_ELEMENTS (words[lang].columns));
  for (size_t i = 0; i < coverage->rows->len; i++)
    if (qms_coverage_row (coverage, i)->kind == kind)
      append_row (out, qms_coverage_row (coverage, i), lang);
  g_string_append (out, "</tbody>\n</table>\n");
}

bool
qms_coverage_write_html (const QmsCoverage *coverage, int lang, GString *out)
{
  g_autofree char *complaint = qms_coverage_complaint (coverage, lang);
  g_auto (QmsWords) day = qms_words_day (coverage->today);

  qms_html_open (out, lang, words[lang].title, style);
  qms_text_append_markup (out, "<h1>%s</h1>\n<p>%s · %s · %s</p>\n", words[lang].title, qms_coverage_agency (coverage),
                          qms_coverage_framework (coverage), day.text[lang]);
  if (complaint)
    qms_text_append_markup (out, "<p class=\"open\">%s</p>\n", complaint);
  append_table (out, coverage, QMS_COVERAGE_CLAUSE, words[lang].clauses, lang);
  if (coverage->framework)
    append_table (out, coverage, QMS_COVERAGE_REQUIREMENT, words[lang].requirements, lang);
  g_string_append (out, "</body>\n</html>\n");
  return true;
}

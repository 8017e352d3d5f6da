/* SPDX-License-Identifier: Apache-2.0 */
/* The matrix as text, JSON and CSV. */
#include "coverage/coverage.h"

#include "core/error.h"
#include "core/kind.h"
#include "core/title.h"
#include "core/words.h"
#include "gen/rules.h"
#include "report/table.h"

#include <qms/model.h>

#include <jansson.h>

static const struct {
  const char *name, *label[2];
} states[] = {
  [QMS_COVERAGE_MET] = { "met", { "đáp ứng", "met" } },
  [QMS_COVERAGE_PARTIAL] = { "partial", { "chưa đầy đủ", "partial" } },
  [QMS_COVERAGE_MISSING] = { "missing", { "còn thiếu", "missing" } },
  [QMS_COVERAGE_EXCLUDED] = { "excluded", { "không áp dụng", "excluded" } },
};

static const struct {
  const char *name, *label[2];
} kinds[] = {
  [QMS_COVERAGE_CLAUSE] = { "clause", { "điều khoản", "clause" } },
  [QMS_COVERAGE_REQUIREMENT] = { "requirement", { "yêu cầu", "requirement" } },
};

const char *
qms_coverage_state_label (int state, int lang)
{
  return states[state].label[lang];
}

/* ---- text */

enum { SHOWN = 4, ID_WIDTH = 30, STATE_WIDTH = 14 };

static void
append_column (GString *out, const char *text, int width)
{
  g_string_append (out, text);
  for (glong length = g_utf8_strlen (text, -1); length < width; length++)
    g_string_append_c (out, ' ');
}

/* The first elements of a row; how many there are besides. */
static void
append_elements (const QmsCoverageRow *row, int lang, GString *out)
{
  for (guint i = 0; i < MIN (row->evidence->len, SHOWN); i++) {
    g_autofree char *path = qms_node_path (row->evidence->pdata[i]);
    g_autofree char *title = qms_node_title (row->evidence->pdata[i], lang);
    g_autofree char *shown = qms_display_text (title);

    g_string_append_printf (out, "    %s  %s\n", path, shown);
  }
  if (row->evidence->len > SHOWN)
    g_string_append_printf (out, lang == QMS_LANG_EN ? "    … and %u more\n" : "    … và %u nội dung khác\n",
                            row->evidence->len - SHOWN);
}

static void
append_note (const QmsCoverageRow *row, int lang, GString *out)
{
  static const char *const reason[] = { "lý do", "reason" }, *const wanted[] = { "cần có", "wanted" };
  g_autofree char *note = qms_display_text (row->note);

  if (row->state == QMS_COVERAGE_EXCLUDED)
    g_string_append_printf (out, "    %s: %s\n", reason[lang], note);
  else if (row->state == QMS_COVERAGE_MISSING)
    g_string_append_printf (out, "    %s: %s\n", wanted[lang], note);
}

static void
append_lack (const QmsCoverageRow *row, int lang, GString *out)
{
  static const char *const label[] = { "chưa đạt", "lacks" };
  g_autofree char *lack = qms_display_text (row->lack[lang]);

  if (row->state == QMS_COVERAGE_PARTIAL)
    g_string_append_printf (out, "    %s: %s\n", label[lang], lack);
}

static void
append_warning (const QmsCoverageRow *row, int lang, GString *out)
{
  static const char *const label[] = { "cảnh báo", "warning" };
  g_autofree char *warning = qms_display_text (row->warning[lang]);

  if (*warning)
    g_string_append_printf (out, "    %s: %s\n", label[lang], warning);
}

static void
append_text_head (const QmsCoverage *coverage, int lang, GString *out)
{
  g_autofree char *agency = qms_display_text (qms_coverage_agency (coverage));
  g_autofree char *framework = qms_display_text (qms_coverage_framework (coverage));
  g_autofree char *complaint = qms_coverage_complaint (coverage, lang), *shown = qms_display_text (complaint);
  g_auto (QmsWords) day = qms_words_day (coverage->today);

  g_string_append_printf (out, "%s%s%s%s%s\n", agency, *agency ? " · " : "", framework, *framework ? " · " : "",
                          day.text[lang]);
  if (complaint)
    g_string_append_printf (out, "%s\n", shown);
}

static void
append_text_totals (const QmsCoverage *coverage, int kind, int lang, GString *out)
{
  static const char *const names[][2] = {
    [QMS_COVERAGE_CLAUSE] = { "Điều khoản", "Clauses" }, [QMS_COVERAGE_REQUIREMENT] = { "Yêu cầu", "Requirements" }
  };

  g_string_append_printf (out, "%s:", names[kind][lang]);
  for (int state = QMS_COVERAGE_MET; state <= QMS_COVERAGE_EXCLUDED; state++)
    g_string_append_printf (out, "%s %zu %s", state > QMS_COVERAGE_MET ? "," : "",
                            qms_coverage_state_count (coverage, kind, state), qms_coverage_state_label (state, lang));
  g_string_append_c (out, '\n');
}

static bool
write_text (const QmsCoverage *coverage, int lang, GString *out)
{
  append_text_head (coverage, lang, out);
  for (size_t i = 0; i < coverage->rows->len; i++) {
    const QmsCoverageRow *row = qms_coverage_row (coverage, i);

    append_column (out, row->id, ID_WIDTH);
    append_column (out, qms_coverage_state_label (row->state, lang), STATE_WIDTH);
    g_string_append_printf (out, "%s\n", row->title[lang]);
    append_note (row, lang, out);
    append_lack (row, lang, out);
    append_warning (row, lang, out);
    append_elements (row, lang, out);
  }
  append_text_totals (coverage, QMS_COVERAGE_CLAUSE, lang, out);
  if (coverage->framework)
    append_text_totals (coverage, QMS_COVERAGE_REQUIREMENT, lang, out);
  return true;
}

/* ---- JSON */

static json_t *
element_json (const QmsNode *node, int lang)
{
  g_autofree char *path = qms_node_path (node), *title = qms_node_whole_title (node, lang);

  return json_pack ("{s:s, s:s}", "path", path, "title", title);
}

/* NULL: the row cannot be written. */
static json_t *
row_json (const QmsCoverageRow *row, int lang)
{
  json_t *evidence = json_array ();

  for (guint i = 0; i < row->evidence->len; i++)
    if (json_array_append_new (evidence, element_json (row->evidence->pdata[i], lang)) < 0) {
      json_decref (evidence);
      return NULL;
    }
  return json_pack ("{s:s, s:s, s:s, s:s, s:s, s:s*, s:s*, s:o}", "kind", kinds[row->kind].name, "id", row->id, "title",
                    row->title[lang], "state", states[row->state].name, "note", row->note, "lacks",
                    row->state == QMS_COVERAGE_PARTIAL ? row->lack[lang] : NULL, "warning", row->warning[lang],
                    "evidence", evidence);
}

static json_t *
totals_json (const QmsCoverage *coverage, int kind)
{
  json_t *totals = json_object ();

  for (int state = QMS_COVERAGE_MET; state <= QMS_COVERAGE_EXCLUDED; state++)
    json_object_set_new (totals, states[state].name,
                         json_integer ((json_int_t)qms_coverage_state_count (coverage, kind, state)));
  return totals;
}

/* Everything but the rows. */
static json_t *
head_json (const QmsCoverage *coverage, int lang)
{
  g_autofree char *complaint = qms_coverage_complaint (coverage, lang);
  const QmsNode *agency = qms_system_get_agency (coverage->system->root);
  g_autoptr (GString) day = g_string_new (NULL);
  int year, month, date;

  qms_date_unpack ((QmsSlot){ .integer = coverage->today }, &year, &month, &date);
  g_string_printf (day, "%04d-%02d-%02d", year, month, date);
  return json_pack ("{s:i, s:{s:s?, s:s}, s:s?, s:s*, s:s, s:{s:o, s:o}}", "version", 1, "agency", "code",
                    agency ? qms_agency_get_code (agency) : NULL, "name", qms_coverage_agency (coverage), "framework",
                    coverage->framework ? qms_coverage_framework (coverage) : NULL, "warning", complaint, "day",
                    day->str, "totals", "clause", totals_json (coverage, QMS_COVERAGE_CLAUSE), "requirement",
                    totals_json (coverage, QMS_COVERAGE_REQUIREMENT));
}

static bool
write_json (const QmsCoverage *coverage, int lang, GString *out)
{
  json_t *rows = json_array (), *whole = head_json (coverage, lang);
  bool written = json_object_set_new (whole, "rows", rows) == 0;

  for (size_t i = 0; written && i < coverage->rows->len; i++)
    written = json_array_append_new (rows, row_json (qms_coverage_row (coverage, i), lang)) == 0;
  if (written) {
    char *text = json_dumps (whole, JSON_INDENT (2));
    g_string_append_printf (out, "%s\n", text);
    free (text);
  }
  json_decref (whole);
  return written;
}

/* ---- CSV */

/* Why a row is as it is; a row that is met needs no note. */
static const char *
note_of (const QmsCoverageRow *row, int lang)
{
  if (row->warning[lang])
    return row->warning[lang];
  if (row->state == QMS_COVERAGE_PARTIAL)
    return row->lack[lang];
  return row->state == QMS_COVERAGE_MET ? "" : row->note;
}

static void
append_line (GString *out, const QmsCoverageRow *row, const QmsNode *node, int lang)
{
  g_autofree char *path = node ? qms_node_path (node) : NULL, *title = node ? qms_node_whole_title (node, lang) : NULL;

  qms_csv_append (out, kinds[row->kind].label[lang]);
  qms_csv_append (out, row->id);
  qms_csv_append (out, row->title[lang]);
  qms_csv_append (out, qms_coverage_state_label (row->state, lang));
  qms_csv_append (out, note_of (row, lang));
  qms_csv_append (out, path);
  qms_csv_append (out, title);
  qms_csv_end_line (out);
}

static bool
write_csv (const QmsCoverage *coverage, int lang, GString *out)
{
  g_string_append (out, lang == QMS_LANG_EN ? "kind,id,title,state,note,path,answered by\r\n"
                                            : "loại,mã,nội dung,tình trạng,ghi chú,đường dẫn,nội dung đáp ứng\r\n");
  for (size_t i = 0; i < coverage->rows->len; i++) {
    const QmsCoverageRow *row = qms_coverage_row (coverage, i);

    for (guint j = 0; j < row->evidence->len; j++)
      append_line (out, row, row->evidence->pdata[j], lang);
    if (row->evidence->len == 0)
      append_line (out, row, NULL, lang);
  }
  return true;
}

/* ---- the choice */

static const struct {
  const char *name;
  bool (*write) (const QmsCoverage *coverage, int lang, GString *out);
} formats[] = {
  { "text", write_text },
  { "json", write_json },
  { "html", qms_coverage_write_html },
  { "csv", write_csv },
};

QmsStatus
qms_coverage_write (const QmsCoverage *coverage, const char *format, int32_t lang, char **text, size_t *size,
                    QmsError **error)
{
  if (!coverage || !text)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", coverage ? "text" : "coverage", NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++) {
    if (g_strcmp0 (formats[i].name, format) != 0)
      continue;
    g_autoptr (GString) out = g_string_new (NULL);
    if (!formats[i].write (coverage, lang == QMS_LANG_EN ? QMS_LANG_EN : QMS_LANG_VI, out))
      return qms_fail (error, QMS_MSG_INTERNAL, NULL, "what", formats[i].name, NULL);
    if (size)
      *size = out->len;
    *text = g_string_free (g_steal_pointer (&out), FALSE);
    return QMS_OK;
  }
  return qms_fail (error, QMS_MSG_NOT_FOUND, NULL, "what", "format", "name", format ? format : "", NULL);
}

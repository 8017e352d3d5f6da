/* SPDX-License-Identifier: Apache-2.0 */
/* The matrix as text, JSON and CSV. */
#include "coverage/coverage.h"

#include "core/error.h"
#include "core/title.h"
#include "gen/rules.h"

#include <jansson.h>
#include <string.h>

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
append_warning (const QmsCoverageRow *row, int lang, GString *out)
{
  static const char *const label[] = { "cảnh báo", "warning" };
  g_autofree char *warning = qms_display_text (row->warning[lang]);

  if (*warning)
    g_string_append_printf (out, "    %s: %s\n", label[lang], warning);
}

bool
qms_coverage_write_text (const QmsCoverage *coverage, int lang, GString *out)
{
  for (size_t i = 0; i < coverage->rows->len; i++) {
    const QmsCoverageRow *row = qms_coverage_row (coverage, i);

    append_column (out, row->id, ID_WIDTH);
    append_column (out, qms_coverage_state_label (row->state, lang), STATE_WIDTH);
    g_string_append_printf (out, "%s\n", row->title[lang]);
    append_note (row, lang, out);
    append_warning (row, lang, out);
    append_elements (row, lang, out);
  }
  return true;
}

/* ---- JSON */

static json_t *
element_json (const QmsNode *node, int lang)
{
  g_autofree char *path = qms_node_path (node), *title = qms_node_title (node, lang);

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
  return json_pack ("{s:s, s:s, s:s, s:s, s:s, s:s*, s:o}", "kind", kinds[row->kind].name, "id", row->id, "title",
                    row->title[lang], "state", states[row->state].name, "note", row->note, "warning",
                    row->warning[lang], "evidence", evidence);
}

bool
qms_coverage_write_json (const QmsCoverage *coverage, int lang, GString *out)
{
  json_t *rows = json_array (), *whole = json_pack ("{s:o}", "rows", rows);
  bool written = true;

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

/* Quoted; a text that a spreadsheet would take for a formula is led by an apostrophe. */
static void
append_cell (GString *out, const char *text, char end)
{
  g_string_append_c (out, '"');
  if (*text && strchr ("=+-@\t\r", *text))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p; p++) {
    if (*p == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *p);
  }
  g_string_append_printf (out, "\"%s", end == ',' ? "," : "\r\n");
}

static void
append_line (GString *out, const QmsCoverageRow *row, const QmsNode *node, int lang)
{
  g_autofree char *path = node ? qms_node_path (node) : NULL, *title = node ? qms_node_title (node, lang) : NULL;

  append_cell (out, kinds[row->kind].label[lang], ',');
  append_cell (out, row->id, ',');
  append_cell (out, row->title[lang], ',');
  append_cell (out, qms_coverage_state_label (row->state, lang), ',');
  append_cell (out, row->warning[lang] ? row->warning[lang] : row->state == QMS_COVERAGE_MET ? "" : row->note, ',');
  append_cell (out, path ? path : "", ',');
  append_cell (out, title ? title : "", '\n');
}

bool
qms_coverage_write_csv (const QmsCoverage *coverage, int lang, GString *out)
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
  { "text", qms_coverage_write_text },
  { "json", qms_coverage_write_json },
  { "html", qms_coverage_write_html },
  { "csv", qms_coverage_write_csv },
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

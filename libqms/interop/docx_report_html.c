/* SPDX-License-Identifier: Apache-2.0 */
/* Reports on imported Word documents for a person who checks them: the document's words beside what became of them. */
#include "interop/docx_report.h"

#include "core/text.h"
#include "report/table.h"

#include <string.h>

static const char style[] =
    ":root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --rule: #c9ced6; --head: #eef1f5; --quiet: "
    "#595f69;\n"
    "  --doubt: #fff1c9; --doubt-ink: #5c3c00; --good: #14602c; --bad: #a1121f; }\n"
    "@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #16181c; --rule: #444a54; --head: "
    "#23272e;\n"
    "  --quiet: #a8afba; --doubt: #4a3a0c; --doubt-ink: #ffe6a3; --good: #7fd49a; --bad: #ff9aa2; } }\n"
    "body { color: var(--ink); background: var(--paper); max-width: 90rem; }\n"
    "table { width: 100%; table-layout: fixed; }\nth, td { border-color: var(--rule); overflow-wrap: anywhere; }\n"
    "thead th { background: var(--head); }\n"
    "col.field { width: 16%; } col.sure { width: 13%; }\n"
    "tr.doubt td, tr.doubt th { background: var(--doubt); color: var(--doubt-ink); }\n"
    "tbody th { font-weight: normal; } code, .quiet { color: var(--quiet); font-size: .85em; }\n"
    "tr.doubt code, tr.doubt .quiet { color: inherit; }\n"
    "details { border: 1px solid var(--rule); border-radius: .4rem; margin: 1rem 0; padding: .3rem .8rem; }\n"
    "summary { cursor: pointer; padding: .3rem 0; } summary h2 { display: inline; margin: 0; font-size: 1.05rem; }\n"
    ".badge { border: 1px solid currentColor; border-radius: 1rem; padding: 0 .5rem; font-size: .85em; margin-left: "
    ".4rem; }\n"
    ".good { color: var(--good); } .bad { color: var(--bad); } .open { color: inherit; background: var(--doubt); }\n"
    "table.steps { table-layout: auto; margin-bottom: .8rem; } table.steps thead th { overflow-wrap: normal; }\n"
    "ul.notes { padding-left: 1.2rem; } q { color: var(--quiet); }\n"
    ".text { white-space: pre-line; max-height: 9rem; overflow: auto; }\n";

/* Columns of the steps. */
enum { STEP_NUMBER, STEP_NAME, STEP_WHO, STEP_TIMES, STEP_CELLS };

typedef struct {
  const char *title, *hint, *all, *doubtful, *sure, *failed, *notes, *columns[4], *steps[STEP_CELLS], *empty;
} Words;

static const Words words[2] = {
  { "Đối chiếu tài liệu Word đã nhập",
    "Chỗ tô màu là chỗ cần người xem; chỗ khác đã có căn cứ rõ.",
    "Tất cả %u trường",
    "cần xem",
    "không có chỗ nghi ngờ",
    "không nhập được",
    "Ghi chú",
    { "Trường", "Trong tài liệu", "Kết quả", "Độ chắc chắn" },
    { "TT", "Bước", "Vai trò", "Thời gian" },
    "–" },
  { "Imported Word documents, for checking",
    "What is coloured needs a look; the rest rests on clear evidence.",
    "All %u fields",
    "to check",
    "nothing doubtful",
    "not imported",
    "Notes",
    { "Field", "In the document", "Result", "Confidence" },
    { "No.", "Step", "Role", "Time" },
    "–" },
};

/* The path below the procedure, which is the same for all its fields. */
static const char *
short_path (const QmsDocxReport *report, const char *path)
{
  size_t length = report->procedure ? strlen (report->procedure) : 0;

  return length > 0 && strncmp (path, report->procedure, length) == 0 && path[length] == '/' ? path + length + 1 : path;
}

static void
append_field (GString *out, const QmsDocxReport *report, const DocxItem *item, int lang)
{
  bool doubtful = item->confidence < DOCX_DOUBTFUL;

  g_string_append (out, doubtful ? "<tr class=\"doubt\">" : "<tr>");
  qms_text_append_markup (out, "<th scope=\"row\"><code>%s</code></th><td><div class=\"text\">%s</div>",
                          short_path (report, item->path), item->source ? item->source : words[lang].empty);
  qms_text_append_markup (out, "<span class=\"quiet\">%s</span></td><td><div class=\"text\">%s</div></td>",
                          item->place[lang] ? item->place[lang] : "", item->shown ? item->shown : item->value);
  qms_text_append_markup (out, "<td>%d %% <span class=\"quiet\">%s</span></td></tr>\n", item->confidence,
                          item->text[lang]);
}

/* Fields that are doubtful, or all of them. */
static void
append_table (GString *out, const QmsDocxReport *report, bool all, int lang)
{
  g_string_append (out, "<table>\n<colgroup><col class=\"field\"><col><col><col class=\"sure\"></colgroup>\n");
  qms_html_append_head (out, words[lang].columns, G_N_ELEMENTS (words[lang].columns));
  for (guint i = 0; i < report->fields->len; i++) {
    const DocxItem *item = report->fields->pdata[i];
    if (all || item->confidence < DOCX_DOUBTFUL)
      append_field (out, report, item, lang);
  }
  g_string_append (out, "</tbody>\n</table>\n");
}

/* ---- the steps at a glance */

typedef struct {
  GString *cells[STEP_CELLS];
  bool doubtful;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  for (int i = 0; i < STEP_CELLS; i++)
    g_string_free (step->cells[i], TRUE);
  g_free (step);
}

/* Which cell a field below a step goes to; -1 if none. */
static int
cell_of (const char *field)
{
  static const char *const names[] = { "so", "ten", "vaiTro" };

  for (int i = 0; i < (int)G_N_ELEMENTS (names); i++)
    if (strcmp (field, names[i]) == 0)
      return i;
  return g_str_has_prefix (field, "thoiGian") ? STEP_TIMES : -1;
}

/* The step of a path, "buoc[QT-01-B1]/…"; `*field` becomes what is below it. NULL if it is of none. */
static Step *
step_of (GPtrArray *steps, GHashTable *by_id, const char *path, const char **field)
{
  const char *close = g_str_has_prefix (path, "buoc[") ? strstr (path, "]/") : NULL;
  g_autofree char *id = close ? g_strndup (path, (gsize)(close - path)) : NULL;
  Step *step = id ? g_hash_table_lookup (by_id, id) : NULL;

  if (!id)
    return NULL;
  *field = close + strlen ("]/");
  if (step)
    return step;
  step = g_new0 (Step, 1);
  for (int i = 0; i < STEP_CELLS; i++)
    step->cells[i] = g_string_new (NULL);
  g_ptr_array_add (steps, step);
  g_hash_table_insert (by_id, g_steal_pointer (&id), step);
  return step;
}

static GPtrArray *
collect_steps (const QmsDocxReport *report)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < report->fields->len; i++) {
    const DocxItem *item = report->fields->pdata[i];
    const char *field = NULL, *value = item->shown ? item->shown : item->value;
    Step *step = step_of (steps, by_id, short_path (report, item->path), &field);
    int cell = step ? cell_of (field) : -1;
    if (cell < 0)
      continue;
    step->doubtful = step->doubtful || item->confidence < DOCX_DOUBTFUL;
    g_string_append_printf (step->cells[cell], "%s%s", step->cells[cell]->len > 0 ? " · " : "", value);
  }
  return steps;
}

static void
append_steps (GString *out, const QmsDocxReport *report, int lang)
{
  g_autoptr (GPtrArray) steps = collect_steps (report);

  if (steps->len == 0)
    return;
  g_string_append (out, "<table class=\"steps\">\n");
  qms_html_append_head (out, words[lang].steps, STEP_CELLS);
  for (guint i = 0; i < steps->len; i++) {
    const Step *step = steps->pdata[i];
    g_string_append (out, step->doubtful ? "<tr class=\"doubt\">" : "<tr>");
    for (int cell = 0; cell < STEP_CELLS; cell++)
      qms_text_append_markup (out, "<td>%s</td>", step->cells[cell]->str);
    g_string_append (out, "</tr>\n");
  }
  g_string_append (out, "</tbody>\n</table>\n");
}

/* The steps at a glance, then what needs a look; the whole is there for whoever wants to see it. */
static void
append_tables (GString *out, const QmsDocxReport *report, int lang)
{
  append_steps (out, report, lang);
  if (qms_docx_report_doubtful (report) > 0)
    append_table (out, report, false, lang);
  g_string_append (out, "<details><summary>");
  qms_text_append_markup (out, words[lang].all, report->fields->len);
  g_string_append (out, "</summary>\n");
  append_table (out, report, true, lang);
  g_string_append (out, "</details>\n");
}

static void
append_notes (GString *out, const QmsDocxReport *report, int lang)
{
  if (report->notes->len == 0)
    return;
  qms_text_append_markup (out, "<h3>%s</h3>\n<ul class=\"notes\">\n", words[lang].notes);
  for (guint i = 0; i < report->notes->len; i++) {
    const DocxItem *item = report->notes->pdata[i];
    qms_text_append_markup (out, "<li>%s <code>%s</code>", item->text[lang], item->id);
    if (item->place[lang])
      qms_text_append_markup (out, " <span class=\"quiet\">%s</span>", item->place[lang]);
    if (item->source)
      qms_text_append_markup (out, " <q>%s</q>", item->source);
    g_string_append (out, "</li>\n");
  }
  g_string_append (out, "</ul>\n");
}

static void
append_badge (GString *out, const QmsDocxReport *report, int lang)
{
  size_t doubtful = qms_docx_report_doubtful (report);

  if (!report->procedure)
    qms_text_append_markup (out, "<span class=\"badge bad\">%s</span>", words[lang].failed);
  else if (doubtful > 0)
    qms_text_append_markup (out, "<span class=\"badge open\">%zu %s</span>", doubtful, words[lang].doubtful);
  else
    qms_text_append_markup (out, "<span class=\"badge good\">%s</span>", words[lang].sure);
}

static void
append_report (GString *out, const QmsDocxReport *report, int lang)
{
  bool open = !report->procedure || qms_docx_report_doubtful (report) > 0;
  g_autofree char *file = qms_display_text (report->file ? report->file : "-");

  g_string_append (out, open ? "<details open><summary>" : "<details><summary>");
  qms_text_append_markup (out, "<h2>%s %s</h2> <span class=\"quiet\">%s</span>", report->code ? report->code : "",
                          report->title ? report->title : "", file);
  append_badge (out, report, lang);
  g_string_append (out, "</summary>\n");
  append_notes (out, report, lang);
  if (report->procedure)
    append_tables (out, report, lang);
  g_string_append (out, "</details>\n");
}

void
docx_report_write_html (const QmsDocxReport *const *reports, size_t count, int lang, GString *out)
{
  qms_html_open (out, lang, words[lang].title, style);
  qms_text_append_markup (out, "<h1>%s</h1>\n<p>%s</p>\n", words[lang].title, words[lang].hint);
  for (size_t i = 0; i < count; i++)
    append_report (out, reports[i], lang);
  g_string_append (out, "</body>\n</html>\n");
}

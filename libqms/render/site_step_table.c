/* SPDX-License-Identifier: Apache-2.0 */
/* The steps of a procedure as a table, with a column of times for each scenario. */
#include "core/text.h"
#include "render/brief.h"
#include "render/site.h"

#include <qms/model.h>

enum { MOST_SCENARIO_COLUMNS = 4 }; /* more become lines of one column */

/* ---- cells of a step */

static char *
step_number (const QmsNode *step)
{
  const char *number = qms_step_get_number (step);

  return number ? qms_brief (number) : g_strdup_printf ("%zu", qms_node_index (step) + 1);
}

static void
append_number (QmsSiteWriter *writer, const QmsNode *step)
{
  g_autofree char *number = step_number (step);

  qms_text_append_markup (writer->out, "%s", number);
}

static void
append_outcome (QmsSiteWriter *writer, const QmsNode *outcome)
{
  const QmsNode *target = qms_node_resolve (outcome, QMS_OUTCOME_TARGET);
  const char *name = qms_outcome_get_name (outcome), *kind = qms_site_label (outcome, QMS_OUTCOME_KIND);
  g_autofree char *number = target ? step_number (target) : NULL;

  if (!name)
    name = kind ? kind : qms_outcome_get_code (outcome);
  qms_text_append_markup (writer->out, "<li>%s", name ? name : "Xong bước này");
  if (number)
    qms_text_append_markup (writer->out, ": đến bước %s", number);
  g_string_append (writer->out, "</li>\n");
}

static void
append_work (QmsSiteWriter *writer, const QmsNode *step)
{
  const char *name = qms_step_get_name (step);
  size_t count = qms_node_count (step, QMS_STEP_OUTCOMES);

  if (name)
    qms_text_append_markup (writer->out, "<p class=\"strong\">%s</p>\n", name);
  qms_site_paragraphs (writer->out, qms_step_get_action (step));
  qms_site_paragraphs (writer->out, qms_step_get_note (step));
  g_string_append (writer->out, count > 0 ? "<ul class=\"outcomes\">\n" : "");
  for (size_t i = 0; i < count; i++)
    append_outcome (writer, qms_node_get_node_at (step, QMS_STEP_OUTCOMES, i));
  g_string_append (writer->out, count > 0 ? "</ul>\n" : "");
}

static void
append_role (QmsSiteWriter *writer, const QmsNode *step)
{
  qms_site_value (writer, step, QMS_STEP_ROLE);
  if (qms_node_has (step, QMS_STEP_ROLE) && qms_node_has (step, QMS_STEP_UNIT))
    g_string_append (writer->out, "<br/>");
  qms_site_value (writer, step, QMS_STEP_UNIT);
}

/* Forms and results, each once: what one step hands to the next often stands in both lists. */
static void
append_form_uses (QmsSiteWriter *writer, const QmsNode *step, uint32_t list, GHashTable *known)
{
  for (size_t i = 0; i < qms_node_count (step, list); i++) {
    const QmsNode *use = qms_node_get_node_at (step, list, i), *form = qms_node_resolve (use, QMS_FORM_USE_FORM);
    const char *said = qms_form_use_get_name (use), *kind = qms_site_label (use, QMS_FORM_USE_KIND);
    g_autofree char *name = form ? qms_site_called (form) : g_strdup (said ? said : kind);
    if (!name || g_hash_table_contains (known, name))
      continue;
    qms_text_append_markup (writer->out, "<li>%s</li>\n", name);
    g_hash_table_add (known, g_steal_pointer (&name));
  }
}

static void
append_forms (QmsSiteWriter *writer, const QmsNode *step)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  gsize before = writer->out->len, inside;

  g_string_append (writer->out, "<ul>\n");
  inside = writer->out->len;
  append_form_uses (writer, step, QMS_STEP_INPUTS, known);
  append_form_uses (writer, step, QMS_STEP_OUTPUTS, known);
  if (writer->out->len > inside)
    g_string_append (writer->out, "</ul>\n");
  else
    g_string_truncate (writer->out, before);
}

/* ---- times */

static void
append_time (QmsSiteWriter *writer, const QmsNode *duration, const char *scenario)
{
  g_autofree char *value = qms_site_duration (duration, QMS_STEP_DURATION_VALUE);
  const char *note = qms_step_duration_get_note (duration);

  g_string_append (writer->out, "<p>");
  if (scenario)
    qms_text_append_markup (writer->out, "%s: ", scenario);
  qms_text_append_markup (writer->out, "%s%s%s%s</p>\n", value ? value : "", value && note ? " (" : "",
                          note ? note : "", value && note ? ")" : "");
}

/* All times of a step, each with its scenario. */
static void
append_times (QmsSiteWriter *writer, const QmsNode *step)
{
  for (size_t i = 0; i < qms_node_count (step, QMS_STEP_DURATIONS); i++) {
    const QmsNode *duration = qms_node_get_node_at (step, QMS_STEP_DURATIONS, i);
    const QmsNode *scenario = qms_node_resolve (duration, QMS_STEP_DURATION_SCENARIO);
    g_autofree char *name = scenario ? qms_site_called (scenario) : NULL;
    append_time (writer, duration, name);
  }
}

/* Times of a step in one scenario: those of its own, else those of all. */
static void
append_times_in (QmsSiteWriter *writer, const QmsNode *step, const QmsNode *scenario)
{
  bool any = false;

  for (int general = 0; general < 2 && !any; general++)
    for (size_t i = 0; i < qms_node_count (step, QMS_STEP_DURATIONS); i++) {
      const QmsNode *duration = qms_node_get_node_at (step, QMS_STEP_DURATIONS, i);
      if (general ? qms_node_has (duration, QMS_STEP_DURATION_SCENARIO)
                  : qms_node_resolve (duration, QMS_STEP_DURATION_SCENARIO) != scenario)
        continue;
      append_time (writer, duration, NULL);
      any = true;
    }
  if (!any)
    g_string_append (writer->out, "–");
}

/* ---- the table of steps */

static const QmsSiteColumn columns[] = {
  { "TT", 0, append_number },
  { "Nội dung công việc", 0, append_work },
  { "Giai đoạn", QMS_STEP_PHASE, NULL },
  { "Trách nhiệm", 0, append_role },
  { "Thời gian", QMS_STEP_DURATIONS, append_times },
  { "Biểu mẫu, kết quả", 0, append_forms },
  { 0 },
};

static bool
has_phases (const QmsNode *procedure)
{
  for (size_t i = 0; i < qms_node_count (procedure, QMS_PROCEDURE_STEPS); i++)
    if (qms_node_has (qms_node_get_node_at (procedure, QMS_PROCEDURE_STEPS, i), QMS_STEP_PHASE))
      return true;
  return false;
}

static void
append_cell (QmsSiteWriter *writer, const char *title, const QmsNode *step, const QmsSiteColumn *column)
{
  bool first = column == columns;

  qms_site_open_cell (writer, title, first);
  if (column->cell)
    column->cell (writer, step);
  else
    qms_site_value (writer, step, column->field);
  qms_site_close_cell (writer, first);
}

static void
append_row (QmsSiteWriter *writer, const QmsNode *procedure, const QmsNode *step, const GPtrArray *titles, bool phases)
{
  guint next = 0;

  g_string_append (writer->out, "<tr role=\"row\">");
  for (const QmsSiteColumn *column = columns; column->title; column++)
    if (column->field == QMS_STEP_DURATIONS)
      for (size_t i = 0; i < qms_node_count (procedure, QMS_PROCEDURE_SCENARIOS); i++) {
        qms_site_open_cell (writer, titles->pdata[next++], false);
        append_times_in (writer, step, qms_node_get_node_at (procedure, QMS_PROCEDURE_SCENARIOS, i));
        qms_site_close_cell (writer, false);
      }
    else if (column->field != QMS_STEP_PHASE || phases)
      append_cell (writer, titles->pdata[next++], step, column);
  g_string_append (writer->out, "</tr>\n");
}

static void
add_titles (GPtrArray *titles, const QmsNode *procedure, bool phases)
{
  for (const QmsSiteColumn *column = columns; column->title; column++)
    if (column->field == QMS_STEP_DURATIONS)
      for (size_t i = 0; i < qms_node_count (procedure, QMS_PROCEDURE_SCENARIOS); i++) {
        g_autofree char *name = qms_site_called (qms_node_get_node_at (procedure, QMS_PROCEDURE_SCENARIOS, i));
        g_ptr_array_add (titles, g_strdup_printf ("Thời gian: %s", name));
      }
    else if (column->field != QMS_STEP_PHASE || phases)
      g_ptr_array_add (titles, g_strdup (column->title));
}

/* A column of times for each scenario. */
static void
append_wide_table (QmsSiteWriter *writer, const QmsNode *procedure)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  bool phases = has_phases (procedure);

  add_titles (titles, procedure, phases);
  qms_site_open_table (writer, "Các bước thực hiện", (const char *const *)titles->pdata, titles->len);
  for (size_t i = 0; i < qms_node_count (procedure, QMS_PROCEDURE_STEPS); i++)
    append_row (writer, procedure, qms_node_get_node_at (procedure, QMS_PROCEDURE_STEPS, i), titles, phases);
  qms_site_close_table (writer);
}

void
qms_site_step_table (QmsSiteWriter *writer, const QmsNode *procedure)
{
  size_t scenarios = qms_node_count (procedure, QMS_PROCEDURE_SCENARIOS);

  if (scenarios == 0 || scenarios > MOST_SCENARIO_COLUMNS || !qms_node_has (procedure, QMS_PROCEDURE_STEPS))
    qms_site_list (writer, procedure, QMS_PROCEDURE_STEPS, "Các bước thực hiện", columns);
  else
    append_wide_table (writer, procedure);
}

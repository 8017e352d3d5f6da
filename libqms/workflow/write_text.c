/* SPDX-License-Identifier: Apache-2.0 */
/* A workflow for people: its steps, its times against limits, its ways. */
#include "workflow/write.h"

#include "core/error.h"

static const char *
say (const QmsWorkflowView *view, const char *vi, const char *en)
{
  return view->lang == QMS_LANG_EN ? en : vi;
}

/* Appends text of the file so that it cannot steer a terminal. */
static void
append_shown (GString *out, const char *text)
{
  g_autofree char *shown = qms_display_text (text ? text : "");

  g_string_append (out, shown);
}

static void
append_named (GString *out, const char *label, const char *name)
{
  g_string_append_printf (out, "%s «", label);
  append_shown (out, name);
  g_string_append (out, "»");
}

/* ---- times */

static void
append_words (const QmsWorkflowView *view, QmsWords words, GString *out)
{
  g_string_append (out, words.text[view->lang] ? words.text[view->lang] : words.text[QMS_LANG_VI]);
}

static void
append_given (const QmsWorkflowView *view, const QmsGraphTime *time, GString *out)
{
  g_auto (QmsWords) words = qms_words_duration ((QmsDuration){ { time->mantissa, time->scale }, time->unit });

  append_words (view, words, out);
}

static void
append_amount (const QmsWorkflowView *view, QmsMeasure measure, int unit, GString *out)
{
  g_auto (QmsWords) words = qms_measure_words (measure, unit);

  append_words (view, words, out);
}

/* Amounts of the classes that occur, in the limit's unit where it is of their class. */
static void
append_times (const QmsWorkflowView *view, const int64_t time[QMS_TIME_CLASSES], const QmsGraphLimit *limit,
              GString *out)
{
  QmsMeasure measure = { QMS_TIME_WORKING, 0 };
  bool has_class = limit && qms_measure ((QmsDuration){ { 0, 0 }, limit->value.unit }, &measure), any = false;

  for (int i = 0; i < QMS_TIME_CLASSES; i++) {
    if (time[i] == 0)
      continue;
    g_string_append (out, any ? " + " : "");
    append_amount (view, (QmsMeasure){ (QmsTimeClass)i, time[i] },
                   has_class && i == (int)measure.time ? limit->value.unit : qms_time_unit (i), out);
    any = true;
  }
  if (!any)
    append_amount (view, measure, has_class ? limit->value.unit : qms_time_unit (QMS_TIME_WORKING), out);
}

/* ---- steps */

/* The number as printed in the procedure, else the place. */
static void
append_number (const QmsWorkflowView *view, size_t step, GString *out)
{
  if (step == QMS_WORKFLOW_NONE)
    g_string_append (out, say (view, "kết thúc", "end"));
  else if (view->workflow->steps[step].number)
    append_shown (out, view->workflow->steps[step].number);
  else
    g_string_append_printf (out, "%zu", step + 1);
}

static void
append_step_times (const QmsWorkflowView *view, size_t index, GString *out)
{
  const QmsGraphStep *step = &view->workflow->steps[index];

  if (step->n_times == 0)
    g_string_append (out, say (view, "chưa ghi thời gian", "no time given"));
  for (size_t i = 0; i < step->n_times; i++) {
    g_string_append (out, i > 0 ? "; " : "");
    append_given (view, &step->times[i], out);
    if (step->times[i].scenario != QMS_WORKFLOW_NONE)
      append_named (out, "", view->workflow->scenarios[step->times[i].scenario].name);
  }
  if (!qms_workflow_step_counts (view->workflow, index))
    g_string_append (out, say (view, " (không tính vào thời hạn)", " (does not count)"));
}

static void
append_lost (const QmsWorkflowView *view, const QmsGraphOutcome *outcome, GString *out)
{
  g_string_append (out, say (view, "KHÔNG CÓ BƯỚC «", "NO SUCH STEP «"));
  append_shown (out, outcome->lost);
  g_string_append (out, "»");
}

static void
append_target (const QmsWorkflowView *view, const QmsGraphOutcome *outcome, GString *out)
{
  for (size_t i = 0; i < outcome->n_branches; i++) {
    g_string_append (out, i > 0 ? " + " : "");
    append_number (view, outcome->branches[i], out);
  }
  if (outcome->n_branches > 0)
    g_string_append (out, say (view, ", rồi ", ", then "));
  if (outcome->lost)
    append_lost (view, outcome, out);
  else
    append_number (view, outcome->target, out);
}

static void
append_outcome (const QmsWorkflowView *view, const QmsGraphOutcome *outcome, GString *out)
{
  g_string_append (out, "      ");
  append_shown (out, outcome->code);
  if (outcome->name)
    append_named (out, "", outcome->name);
  if (outcome->scenario != QMS_WORKFLOW_NONE) {
    g_string_append (out, " (");
    append_named (out, say (view, "trường hợp", "scenario"), view->workflow->scenarios[outcome->scenario].name);
    g_string_append_c (out, ')');
  }
  g_string_append (out, outcome->back ? " ↩ " : " → ");
  append_target (view, outcome, out);
  g_string_append_c (out, '\n');
}

static void
append_step (const QmsWorkflowView *view, size_t index, GString *out)
{
  const QmsGraphStep *step = &view->workflow->steps[index];
  const char *who = step->role_name ? step->role_name : step->unit_name;

  g_string_append (out, "  ");
  append_number (view, index, out);
  g_string_append (out, ". ");
  append_shown (out, step->name);
  g_string_append (out, "\n      ");
  append_shown (out, who ? who : say (view, "chưa rõ ai làm", "nobody named"));
  if (step->agency && g_strcmp0 (step->agency, who) != 0) {
    g_string_append (out, " (");
    append_shown (out, step->agency);
    g_string_append_c (out, ')');
  }
  g_string_append (out, " · ");
  append_step_times (view, index, out);
  g_string_append_c (out, '\n');
  for (size_t i = 0; i < step->n_outcomes; i++)
    if (*step->outcomes[i].code)
      append_outcome (view, &step->outcomes[i], out);
}

/* ---- times against limits */

static void
append_subject (const QmsWorkflowView *view, const QmsTimingRow *row, GString *out)
{
  const char *channel =
      qms_enum_value_label (qms_field_enum (qms_field_by_id (QMS_TIME_LIMIT_CHANNEL)), row->channel, view->lang);

  g_string_append (out, "  ");
  if (row->scenario != QMS_WORKFLOW_NONE) {
    append_named (out, say (view, "trường hợp", "scenario"), view->workflow->scenarios[row->scenario].name);
    g_string_append (out, ", ");
  }
  if (row->phase != QMS_WORKFLOW_NONE)
    append_named (out, say (view, "giai đoạn", "phase"), view->workflow->phases[row->phase].name);
  else
    g_string_append (out, say (view, "toàn bộ", "the whole"));
  if (channel)
    g_string_append_printf (out, ", %s", channel);
  g_string_append (out, "\n      ");
}

static void
append_slack (const QmsWorkflowView *view, size_t index, const QmsTimingRow *row, GString *out)
{
  int64_t slack, hundredths;
  int32_t class;

  if (qms_timing_slack (view->timing, index, &slack, &class) == QMS_OK && slack != 0) {
    g_string_append (out, slack > 0 ? say (view, " · còn ", " · left ") : say (view, " · thiếu ", " · short of "));
    append_amount (view, (QmsMeasure){ (QmsTimeClass) class, ABS (slack) }, row->limit->value.unit, out);
  }
  if (qms_timing_reduction (view->timing, index, &hundredths) == QMS_OK) {
    g_auto (QmsWords) percent = qms_words_decimal ((QmsDecimal){ ABS (hundredths), 2 });
    g_string_append (out, hundredths < 0 ? say (view, " · tăng ", " · ") : say (view, " · giảm ", " · "));
    append_words (view, percent, out);
    g_string_append (out, hundredths < 0 ? say (view, "% so với quy định", "% more than the law allows")
                                         : say (view, "% so với quy định", "% less than the law allows"));
  }
}

static void
append_row (const QmsWorkflowView *view, size_t index, GString *out)
{
  const QmsTimingRow *row = qms_timing_row (view->timing, index);

  append_subject (view, row, out);
  if (row->way || view->workflow->n_steps == 0) {
    g_string_append (out, say (view, "dài nhất ", "longest "));
    append_times (view, row->time[QMS_WORKFLOW_LONGEST], row->limit, out);
    g_string_append (out, say (view, " · ngắn nhất ", " · shortest "));
    append_times (view, row->time[QMS_WORKFLOW_SHORTEST], row->limit, out);
    g_string_append (out, " · ");
  }
  if (row->limit) {
    g_string_append (out, say (view, "thời hạn ", "limit "));
    append_given (view, &row->limit->value, out);
    g_string_append (out, ": ");
  }
  g_string_append (out, qms_timing_verdict_label (row->verdict, view->lang));
  if (row->missing > 0)
    g_string_append_printf (out,
                            say (view, " (%zu bước chưa ghi thời gian)",
                                 row->missing == 1 ? " (%zu step without a time)" : " (%zu steps without a time)"),
                            row->missing);
  if (row->lost)
    g_string_append (out,
                     say (view, " (có kết cục dẫn đến bước không có)", " (an outcome leads to no step that there is)"));
  append_slack (view, index, row, out);
  g_string_append_c (out, '\n');
}

/* A phase that no step of any way takes time in, and that has no limit, has nothing to say. */
static bool
is_idle (const QmsTimingRow *row)
{
  static const int64_t nothing[QMS_TIME_CLASSES];

  return row->phase != QMS_WORKFLOW_NONE && !row->limit
         && qms_times_compare (row->time[QMS_WORKFLOW_LONGEST], nothing) == 0;
}

/* ---- ways */

static const char *
role_name (const QmsWorkflow *workflow, const QmsWay *way, const char *role)
{
  for (size_t i = 0; role && i < qms_way_steps (way); i++)
    if (g_strcmp0 (workflow->steps[qms_way_step (way, i)].role, role) == 0)
      return workflow->steps[qms_way_step (way, i)].role_name;
  return NULL;
}

static void
append_loads (const QmsWorkflowView *view, const QmsWay *way, GString *out)
{
  for (size_t i = 0; i < qms_way_roles (way); i++) {
    const char *name = role_name (view->workflow, way, qms_way_role (way, i));
    int64_t time[QMS_TIME_CLASSES];

    for (int j = 0; j < QMS_TIME_CLASSES; j++)
      time[j] = qms_way_role_time (way, i, j);
    g_string_append (out, "      ");
    append_shown (out, name ? name : say (view, "chưa rõ ai làm", "nobody named"));
    g_string_append (out, ": ");
    append_times (view, time, NULL, out);
    g_string_append_c (out, '\n');
  }
}

static void
append_way (const QmsWorkflowView *view, size_t scenario, GString *out)
{
  QmsWay *way = qms_way_new (view->workflow, scenario, QMS_WORKFLOW_NONE, QMS_WORKFLOW_LONGEST);

  if (!way)
    return;
  g_string_append (out, "  ");
  if (scenario != QMS_WORKFLOW_NONE) {
    append_named (out, say (view, "trường hợp", "scenario"), view->workflow->scenarios[scenario].name);
    g_string_append (out, ": ");
  }
  for (size_t i = 0; i < qms_way_steps (way); i++) {
    g_string_append (out, i > 0 ? " → " : "");
    append_number (view, qms_way_step (way, i), out);
  }
  g_string_append_printf (
      out,
      say (view, "; chuyển tay %zu lần\n",
           qms_way_hand_overs (way) == 1 ? "; changes hands %zu time\n" : "; changes hands %zu times\n"),
      qms_way_hand_overs (way));
  append_loads (view, way, out);
  qms_way_free (way);
}

static void
append_path (const QmsWorkflowView *view, const QmsPaths *paths, size_t path, GString *out)
{
  int64_t time[QMS_TIME_CLASSES];

  for (int i = 0; i < QMS_TIME_CLASSES; i++)
    time[i] = qms_paths_time (paths, path, i);
  g_string_append (out, "      ");
  append_times (view, time, NULL, out);
  g_string_append (out, ": ");
  for (size_t i = 0; i < qms_paths_steps (paths, path); i++) {
    size_t step = qms_paths_step (paths, path, i);
    const char *code = view->workflow->steps[step].outcomes[qms_paths_outcome (paths, path, i)].code;
    g_string_append (out, i > 0 ? " → " : "");
    append_number (view, step, out);
    g_string_append (out, *code ? " " : "");
    append_shown (out, code);
  }
  g_string_append_c (out, '\n');
}

static void
append_paths (const QmsWorkflowView *view, size_t scenario, GString *out)
{
  QmsPaths *paths = qms_paths_new (view->workflow, scenario, view->most_paths);

  if (scenario != QMS_WORKFLOW_NONE) {
    g_string_append (out, "  ");
    append_named (out, say (view, "trường hợp", "scenario"), view->workflow->scenarios[scenario].name);
    g_string_append (out, ":\n");
  }
  for (size_t i = 0; i < qms_paths_count (paths); i++)
    append_path (view, paths, i, out);
  if (!qms_paths_complete (paths))
    g_string_append_printf (out, "      %s\n", say (view, "… và các đường khác", "… and more"));
  qms_paths_free (paths);
}

/* ---- the whole */

static void
append_heading (const QmsWorkflowView *view, GString *out)
{
  const char *code = qms_procedure_get_code (view->procedure);

  append_shown (out, code ? code : qms_procedure_get_id (view->procedure));
  g_string_append (out, "  ");
  append_shown (out, qms_procedure_get_title (view->procedure));
  g_string_append_c (out, '\n');
}

void
qms_workflow_view_text (const QmsWorkflowView *view, GString *out)
{
  size_t scenarios = qms_workflow_view_scenarios (view);

  append_heading (view, out);
  g_string_append_printf (out, "%s\n", say (view, "Các bước", "Steps"));
  for (size_t i = 0; i < view->workflow->n_steps; i++)
    append_step (view, i, out);
  g_string_append_printf (out, "%s\n", say (view, "Thời gian", "Times"));
  for (size_t i = 0; i < qms_timing_rows (view->timing); i++)
    if (!is_idle (qms_timing_row (view->timing, i)))
      append_row (view, i, out);
  if (!view->timing->complete)
    g_string_append_printf (out, "  %s\n", say (view, "… và các trường hợp khác", "… and more"));
  g_string_append_printf (out, "%s\n", say (view, "Đường dài nhất", "Longest way"));
  for (size_t i = 0; i < scenarios; i++)
    append_way (view, qms_workflow_view_scenario (view->workflow, i), out);
  if (view->most_paths == 0)
    return;
  g_string_append_printf (out, "%s\n", say (view, "Các đường", "Ways"));
  for (size_t i = 0; i < scenarios; i++)
    append_paths (view, qms_workflow_view_scenario (view->workflow, i), out);
}

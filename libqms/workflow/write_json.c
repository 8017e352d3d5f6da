/* SPDX-License-Identifier: Apache-2.0 */
/* A workflow as JSON, as docs/workflow.md describes it. */
#include "workflow/write.h"

#include "core/error.h"

#include <inttypes.h>

/* Adds a member unless it is NULL, which stands for what is not given. */
static void
set (json_t *object, const char *key, json_t *value)
{
  if (value)
    json_object_set_new (object, key, value);
}

static json_t *
text_or_none (const char *text)
{
  return text ? json_string (text) : NULL;
}

static json_t *
enum_or_none (uint32_t field, int32_t value)
{
  return value ? text_or_none (qms_enum_value_xml (qms_field_enum (qms_field_by_id (field)), value)) : NULL;
}

/* ---- times */

/* "0.5 ngayLamViec", as files have it. */
static json_t *
duration_json (QmsDuration duration)
{
  g_auto (QmsWords) amount = qms_words_decimal (duration.amount);
  g_autofree char *text =
      g_strdup_printf ("%s %s", amount.text[QMS_LANG_EN], qms_enum_value_xml (qms_duration_units (), duration.unit));

  return json_string (text);
}

static json_t *
given_json (const QmsGraphTime *time)
{
  return duration_json ((QmsDuration){ { time->mantissa, time->scale }, time->unit });
}

/* An amount of one class: exact minutes or months, and the duration if that is exact. */
static json_t *
amount_json (QmsMeasure measure, int unit)
{
  static const char *const names[QMS_TIME_CLASSES] = { "working_minutes", "minutes", "months" };
  g_auto (QmsWords) small = qms_words_decimal ((QmsDecimal){ measure.amount, 6 });
  json_t *amount = json_pack ("{s:s}", names[measure.time], small.text[QMS_LANG_EN]);
  QmsDuration duration;

  if (qms_measure_duration (measure, unit, &duration))
    set (amount, "duration", duration_json (duration));
  return amount;
}

/* Amounts of the classes that occur; of working time if none does. The limit's unit is preferred. */
static json_t *
times_json (const int64_t time[QMS_TIME_CLASSES], const QmsGraphLimit *limit)
{
  json_t *amounts = json_array ();
  QmsMeasure measure = { QMS_TIME_WORKING, 0 };
  int limit_class = -1;

  if (limit && qms_measure ((QmsDuration){ { 0, 0 }, limit->value.unit }, &measure))
    limit_class = (int)measure.time;
  for (int i = 0; i < QMS_TIME_CLASSES; i++)
    if (time[i] != 0)
      json_array_append_new (amounts, amount_json ((QmsMeasure){ (QmsTimeClass)i, time[i] },
                                                   i == limit_class ? limit->value.unit : qms_time_unit (i)));
  if (json_array_size (amounts) == 0)
    json_array_append_new (amounts, amount_json ((QmsMeasure){ measure.time, 0 },
                                                 limit_class >= 0 ? limit->value.unit : qms_time_unit (0)));
  return amounts;
}

/* ---- steps */

static const char *
id_of (const QmsWorkflow *workflow, size_t step)
{
  return step == QMS_WORKFLOW_NONE ? NULL : workflow->steps[step].id;
}

static const char *
scenario_id (const QmsWorkflow *workflow, size_t scenario)
{
  return scenario == QMS_WORKFLOW_NONE ? NULL : workflow->scenarios[scenario].id;
}

static json_t *
step_times_json (const QmsWorkflow *workflow, const QmsGraphStep *step)
{
  json_t *times = json_array ();

  for (size_t i = 0; i < step->n_times; i++) {
    json_t *time = json_object ();
    set (time, "scenario", text_or_none (scenario_id (workflow, step->times[i].scenario)));
    set (time, "duration", given_json (&step->times[i]));
    json_array_append_new (times, time);
  }
  return times;
}

static json_t *
outcome_json (const QmsWorkflow *workflow, const QmsGraphOutcome *outcome)
{
  json_t *object = json_pack ("{s:s}", "code", outcome->code);

  set (object, "name", text_or_none (outcome->name));
  set (object, "kind", enum_or_none (QMS_OUTCOME_KIND, outcome->kind));
  set (object, "scenario", text_or_none (scenario_id (workflow, outcome->scenario)));
  if (outcome->n_branches > 0) {
    json_t *branches = json_array ();
    for (size_t i = 0; i < outcome->n_branches; i++)
      json_array_append_new (branches, json_string (id_of (workflow, outcome->branches[i])));
    set (object, "branches", branches);
  }
  set (object, "to", text_or_none (id_of (workflow, outcome->target)));
  set (object, "lost", text_or_none (outcome->lost));
  if (outcome->back)
    set (object, "back", json_true ());
  return object;
}

static json_t *
step_json (const QmsWorkflow *workflow, size_t index)
{
  const QmsGraphStep *step = &workflow->steps[index];
  json_t *object = json_pack ("{s:s}", "id", step->id), *outcomes = json_array ();

  set (object, "number", text_or_none (step->number));
  set (object, "name", text_or_none (step->name));
  set (object, "kind", enum_or_none (QMS_STEP_KIND, step->kind));
  set (object, "role", text_or_none (step->role));
  set (object, "unit", text_or_none (step->unit));
  set (object, "phase", text_or_none (step->phase));
  set (object, "agency", text_or_none (step->agency));
  set (object, "counts", json_boolean (qms_workflow_step_counts (workflow, index)));
  set (object, "times", step_times_json (workflow, step));
  for (size_t i = 0; i < step->n_outcomes; i++)
    json_array_append_new (outcomes, outcome_json (workflow, &step->outcomes[i]));
  set (object, "outcomes", outcomes);
  return object;
}

/* ---- times against limits */

static void
set_limit (json_t *object, const QmsWorkflowView *view, size_t index, const QmsTimingRow *row)
{
  int64_t slack, hundredths;
  int32_t class;

  if (row->limit)
    set (object, "limit", given_json (&row->limit->value));
  if (row->limit && row->limit->statutory.unit != 0)
    set (object, "statutory", given_json (&row->limit->statutory));
  set (object, "verdict", json_string (qms_timing_verdict_name (row->verdict)));
  if (qms_timing_slack (view->timing, index, &slack, &class) == QMS_OK)
    set (object, "slack", amount_json ((QmsMeasure){ (QmsTimeClass) class, slack }, row->limit->value.unit));
  if (qms_timing_reduction (view->timing, index, &hundredths) == QMS_OK) {
    g_auto (QmsWords) percent = qms_words_decimal ((QmsDecimal){ hundredths, 2 });
    set (object, "reduction_percent", json_string (percent.text[QMS_LANG_EN]));
  }
}

static json_t *
row_json (const QmsWorkflowView *view, size_t index)
{
  const QmsTimingRow *row = qms_timing_row (view->timing, index);
  json_t *object = json_object ();

  set (object, "scenario", text_or_none (scenario_id (view->workflow, row->scenario)));
  if (row->phase != QMS_WORKFLOW_NONE)
    set (object, "phase", json_string (view->workflow->phases[row->phase].id));
  set (object, "channel", enum_or_none (QMS_TIME_LIMIT_CHANNEL, row->channel));
  if (row->way || view->workflow->n_steps == 0) {
    set (object, "longest", times_json (row->time[QMS_WORKFLOW_LONGEST], row->limit));
    set (object, "shortest", times_json (row->time[QMS_WORKFLOW_SHORTEST], row->limit));
  }
  if (row->missing > 0)
    set (object, "steps_without_time", json_integer ((json_int_t)row->missing));
  set_limit (object, view, index, row);
  return object;
}

/* ---- ways */

static json_t *
loads_json (const QmsWay *way)
{
  json_t *loads = json_array ();

  for (size_t i = 0; i < qms_way_roles (way); i++) {
    int64_t time[QMS_TIME_CLASSES];
    json_t *load = json_object ();
    for (int j = 0; j < QMS_TIME_CLASSES; j++)
      time[j] = qms_way_role_time (way, i, j);
    set (load, "role", text_or_none (qms_way_role (way, i)));
    set (load, "time", times_json (time, NULL));
    json_array_append_new (loads, load);
  }
  return loads;
}

static json_t *
way_json (const QmsWorkflowView *view, size_t scenario)
{
  QmsWay *way = qms_way_new (view->workflow, scenario, QMS_WORKFLOW_NONE, QMS_WORKFLOW_LONGEST);
  json_t *object, *steps;

  if (!way)
    return NULL;
  object = json_object ();
  steps = json_array ();
  for (size_t i = 0; i < qms_way_steps (way); i++)
    json_array_append_new (steps, json_string (id_of (view->workflow, qms_way_step (way, i))));
  set (object, "steps", steps);
  set (object, "hand_overs", json_integer ((json_int_t)qms_way_hand_overs (way)));
  set (object, "roles", loads_json (way));
  qms_way_free (way);
  return object;
}

static json_t *
path_json (const QmsWorkflow *workflow, const QmsPaths *paths, size_t path)
{
  json_t *object = json_object (), *steps = json_array ();
  int64_t time[QMS_TIME_CLASSES];

  for (size_t i = 0; i < qms_paths_steps (paths, path); i++) {
    size_t step = qms_paths_step (paths, path, i), branch = qms_paths_branch (paths, path, i);
    const char *code = workflow->steps[step].outcomes[qms_paths_outcome (paths, path, i)].code;
    json_t *place = json_pack ("{s:s}", "step", id_of (workflow, step));
    if (*code)
      set (place, "outcome", json_string (code));
    if (branch > 0)
      set (place, "branch", json_integer ((json_int_t)branch));
    json_array_append_new (steps, place);
  }
  for (int i = 0; i < QMS_TIME_CLASSES; i++)
    time[i] = qms_paths_time (paths, path, i);
  set (object, "time", times_json (time, NULL));
  set (object, "steps", steps);
  return object;
}

static void
set_paths (json_t *object, const QmsWorkflowView *view, size_t scenario)
{
  QmsPaths *paths = qms_paths_new (view->workflow, scenario, view->most_paths);
  json_t *list = json_array ();

  for (size_t i = 0; i < qms_paths_count (paths); i++)
    json_array_append_new (list, path_json (view->workflow, paths, i));
  set (object, "paths", list);
  set (object, "paths_complete", json_boolean (qms_paths_complete (paths)));
  qms_paths_free (paths);
}

static json_t *
ways_json (const QmsWorkflowView *view)
{
  json_t *ways = json_array ();

  for (size_t i = 0; i < qms_workflow_view_scenarios (view); i++) {
    size_t scenario = qms_workflow_view_scenario (view->workflow, i);
    json_t *object = json_object ();
    set (object, "scenario", text_or_none (scenario_id (view->workflow, scenario)));
    set (object, "longest", way_json (view, scenario));
    if (view->most_paths > 0)
      set_paths (object, view, scenario);
    json_array_append_new (ways, object);
  }
  return ways;
}

/* ---- the whole */

json_t *
qms_workflow_view_json (const QmsWorkflowView *view)
{
  json_t *object = json_object (), *steps = json_array (), *rows = json_array ();

  set (object, "id", text_or_none (qms_procedure_get_id (view->procedure)));
  set (object, "code", text_or_none (qms_procedure_get_code (view->procedure)));
  set (object, "title", text_or_none (qms_procedure_get_title (view->procedure)));
  for (size_t i = 0; i < view->workflow->n_steps; i++)
    json_array_append_new (steps, step_json (view->workflow, i));
  set (object, "steps", steps);
  for (size_t i = 0; i < qms_timing_rows (view->timing); i++)
    json_array_append_new (rows, row_json (view, i));
  set (object, "timing", rows);
  set (object, "timing_complete", json_boolean (view->timing->complete));
  set (object, "ways", ways_json (view));
  return object;
}

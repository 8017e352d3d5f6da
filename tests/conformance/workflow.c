/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on workflows: steps, outcomes, ways, times against limits. */
#include "run.h"

static const char *
value_name (const char *enumeration, int32_t value)
{
  return qms_enum_value_name (qms_enum_by_name (enumeration), value);
}

static const QmsWorkflow *
self_workflow (Call *call)
{
  return self_handle (call, VALUE_WORKFLOW);
}

static void
op_workflow (Call *call)
{
  QmsWorkflow *workflow = NULL;

  call->status = qms_workflow_new (self_handle (call, VALUE_NODE), &workflow, &call->error);
  give_handle (call, VALUE_WORKFLOW, workflow);
}

static const char *
step_id (const QmsWorkflow *workflow, size_t step)
{
  return step == QMS_WORKFLOW_NONE ? NULL : qms_workflow_step_id (workflow, step);
}

/* Of each step: identifier, name, name of the role, whether its time counts. */
static void
op_steps (Call *call)
{
  const QmsWorkflow *workflow = self_workflow (call);
  json_t *steps = json_array ();

  for (size_t i = 0; i < qms_workflow_steps (workflow); i++)
    json_array_append_new (
        steps, json_pack ("[s, s?, s?, b]", step_id (workflow, i), qms_workflow_step_name (workflow, i),
                          qms_workflow_step_role_name (workflow, i), qms_workflow_step_counts (workflow, i)));
  give_data (call, steps);
}

static json_t *
branches_of (const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  json_t *ids = json_array ();

  for (size_t i = 0; i < qms_workflow_outcome_branches (workflow, step, outcome); i++)
    json_array_append_new (ids,
                           json_string (step_id (workflow, qms_workflow_outcome_branch (workflow, step, outcome, i))));
  return ids;
}

/* Of each outcome of a step: code, kind, identifier of the step that it leads to, those of the branches that it opens. */
static void
op_outcomes (Call *call)
{
  const QmsWorkflow *workflow = self_workflow (call);
  size_t step = qms_workflow_find (workflow, arg_text (call, 0));
  json_t *outcomes = json_array ();

  for (size_t i = 0; i < qms_workflow_outcomes (workflow, step); i++)
    json_array_append_new (outcomes,
                           json_pack ("[s, s?, s?, o]", qms_workflow_outcome_code (workflow, step, i),
                                      value_name ("outcome_kind", qms_workflow_outcome_kind (workflow, step, i)),
                                      step_id (workflow, qms_workflow_outcome_target (workflow, step, i)),
                                      branches_of (workflow, step, i)));
  give_data (call, outcomes);
}

/* Steps of the longest or shortest way, and its working time in minutes. */
static void
op_way (Call *call)
{
  const QmsWorkflow *workflow = self_workflow (call);
  int32_t extreme = g_strcmp0 (arg_text (call, 0), "shortest") == 0 ? QMS_WORKFLOW_SHORTEST : QMS_WORKFLOW_LONGEST;
  QmsWay *way = qms_way_new (workflow, QMS_WORKFLOW_NONE, QMS_WORKFLOW_NONE, extreme);
  json_t *steps = json_array ();

  for (size_t i = 0; i < qms_way_steps (way); i++)
    json_array_append_new (steps, json_string (step_id (workflow, qms_way_step (way, i))));
  give_data (call, json_pack ("[o, I]", steps, (json_int_t)(qms_way_time (way, QMS_WORKFLOW_WORKING) / 1000000)));
  qms_way_free (way);
}

static const char *const verdicts[] = { "no_limit", "equal", "under", "over", "incomparable", "incomplete", "no_way" };

/* Verdict on each row of times against limits. */
static void
op_verdicts (Call *call)
{
  QmsTiming *timing = qms_timing_new (self_workflow (call));
  json_t *rows = json_array ();

  for (size_t i = 0; i < qms_timing_rows (timing); i++)
    json_array_append_new (rows, json_string (verdicts[qms_timing_verdict (timing, i)]));
  qms_timing_free (timing);
  give_data (call, rows);
}

/* ---- steps in full */

static json_t *
forms_of (const QmsWorkflow *workflow, size_t step, int32_t out)
{
  json_t *forms = json_array ();

  for (size_t i = 0; i < qms_workflow_step_forms (workflow, step, out); i++)
    json_array_append_new (forms,
                           json_pack ("[s?, s?]", qms_workflow_step_form (workflow, step, out, i),
                                      value_name ("form_kind", qms_workflow_step_form_kind (workflow, step, out, i))));
  return forms;
}

static void
op_step (Call *call)
{
  const QmsWorkflow *workflow = self_workflow (call);
  size_t step = qms_workflow_find (workflow, arg_text (call, 0));

  if (step == QMS_WORKFLOW_NONE)
    give_text (call, NULL);
  else
    give_data (call,
               json_pack ("{s:s?, s:s?, s:s?, s:s?, s:s?, s:s?, s:s?, s:o, s:o}", "number",
                          qms_workflow_step_number (workflow, step), "kind",
                          value_name ("step_kind", qms_workflow_step_kind (workflow, step)), "role",
                          qms_workflow_step_role (workflow, step), "unit", qms_workflow_step_unit (workflow, step),
                          "unit_name", qms_workflow_step_unit_name (workflow, step), "phase",
                          qms_workflow_step_phase (workflow, step), "agency", qms_workflow_step_agency (workflow, step),
                          "forms_in", forms_of (workflow, step, 0), "forms_out", forms_of (workflow, step, 1)));
}

/* Index of what an argument names; QMS_WORKFLOW_NONE for null. To C an unknown name is no error: the caller has to look. */
static size_t
arg_known (Call *call, size_t index, size_t (*find) (const QmsWorkflow *workflow, const char *id))
{
  const char *id = arg_text (call, index);
  size_t found = id ? find (self_workflow (call), id) : QMS_WORKFLOW_NONE;

  if (id && found == QMS_WORKFLOW_NONE)
    call->status = QMS_ERROR_ARGUMENT;
  return found;
}

static size_t
arg_scenario (Call *call, size_t index)
{
  return arg_known (call, index, qms_workflow_find_scenario);
}

static void
op_duration (Call *call)
{
  const QmsWorkflow *workflow = self_workflow (call);
  int64_t mantissa = 0;
  int32_t scale = 0, unit = 0;
  QmsStatus status = qms_workflow_step_duration (workflow, qms_workflow_find (workflow, arg_text (call, 0)),
                                                 arg_scenario (call, 1), &mantissa, &scale, &unit);

  give_data (call, duration_data (status, mantissa, scale, unit));
}

static void
op_scenarios (Call *call)
{
  const QmsWorkflow *workflow = self_workflow (call);
  json_t *scenarios = json_array ();

  for (size_t i = 0; i < qms_workflow_scenarios (workflow); i++)
    json_array_append_new (scenarios, json_pack ("[s, s?]", qms_workflow_scenario_id (workflow, i),
                                                 qms_workflow_scenario_name (workflow, i)));
  give_data (call, scenarios);
}

static void
op_phases (Call *call)
{
  const QmsWorkflow *workflow = self_workflow (call);
  json_t *phases = json_array ();

  for (size_t i = 0; i < qms_workflow_phases (workflow); i++)
    json_array_append_new (
        phases, json_pack ("[s, s?, s?, b]", qms_workflow_phase_id (workflow, i), qms_workflow_phase_name (workflow, i),
                           qms_workflow_phase_agency (workflow, i), qms_workflow_phase_counts (workflow, i)));
  give_data (call, phases);
}

/* Name, scenario, what is lost, whether it leads back. */
static void
op_outcome (Call *call)
{
  const QmsWorkflow *workflow = self_workflow (call);
  size_t step = qms_workflow_find (workflow, arg_text (call, 0));
  size_t outcome = qms_workflow_find_outcome (workflow, step, arg_text (call, 1));
  size_t scenario = qms_workflow_outcome_scenario (workflow, step, outcome);

  if (outcome == QMS_WORKFLOW_NONE)
    give_text (call, NULL);
  else
    give_data (call, json_pack ("{s:s?, s:s?, s:s?, s:b}", "name", qms_workflow_outcome_name (workflow, step, outcome),
                                "scenario", qms_workflow_scenario_id (workflow, scenario), "lost",
                                qms_workflow_outcome_lost (workflow, step, outcome), "back",
                                qms_workflow_outcome_is_back (workflow, step, outcome)));
}

/* ---- ways in full: times are whole minutes, or months, in each unit */

#define MILLION 1000000

static json_t *
way_times (const QmsWay *way)
{
  return json_pack ("[I, I, I]", (json_int_t)(qms_way_time (way, QMS_WORKFLOW_WORKING) / MILLION),
                    (json_int_t)(qms_way_time (way, QMS_WORKFLOW_CALENDAR) / MILLION),
                    (json_int_t)(qms_way_time (way, QMS_WORKFLOW_MONTHS) / MILLION));
}

/* Identifier of each step, code of its outcome, whether the dossier changes hands there. */
static json_t *
way_places (const QmsWorkflow *workflow, const QmsWay *way)
{
  json_t *places = json_array ();

  for (size_t i = 0; i < qms_way_steps (way); i++) {
    size_t step = qms_way_step (way, i);
    json_array_append_new (places, json_pack ("[s, s, b]", step_id (workflow, step),
                                              qms_workflow_outcome_code (workflow, step, qms_way_outcome (way, i)),
                                              qms_way_is_hand_over (way, i)));
  }
  return places;
}

static json_t *
way_roles (const QmsWay *way)
{
  json_t *roles = json_array ();

  for (size_t i = 0; i < qms_way_roles (way); i++)
    json_array_append_new (roles, json_pack ("[s?, I]", qms_way_role (way, i),
                                             (json_int_t)(qms_way_role_time (way, i, QMS_WORKFLOW_WORKING) / MILLION)));
  return roles;
}

static void
op_way_details (Call *call)
{
  const QmsWorkflow *workflow = self_workflow (call);
  int32_t extreme = g_strcmp0 (arg_text (call, 0), "shortest") == 0 ? QMS_WORKFLOW_SHORTEST : QMS_WORKFLOW_LONGEST;
  QmsWay *way =
      qms_way_new (workflow, arg_scenario (call, 1), arg_known (call, 2, qms_workflow_find_phase), extreme);

  if (!way)
    give_text (call, NULL);
  else
    give_data (call,
               json_pack ("{s:o, s:I, s:o, s:o}", "places", way_places (workflow, way), "hand_overs",
                          (json_int_t)qms_way_hand_overs (way), "roles", way_roles (way), "times", way_times (way)));
  qms_way_free (way);
}

static json_t *
path_places (const QmsWorkflow *workflow, const QmsPaths *paths, size_t path)
{
  json_t *places = json_array ();

  for (size_t i = 0; i < qms_paths_steps (paths, path); i++) {
    size_t step = qms_paths_step (paths, path, i);
    json_array_append_new (places,
                           json_pack ("[s, s, I]", step_id (workflow, step),
                                      qms_workflow_outcome_code (workflow, step, qms_paths_outcome (paths, path, i)),
                                      (json_int_t)qms_paths_branch (paths, path, i)));
  }
  return places;
}

static void
op_paths (Call *call)
{
  const QmsWorkflow *workflow = self_workflow (call);
  QmsPaths *paths = qms_paths_new (workflow, arg_scenario (call, 0), (size_t)arg_int (call, 1, 100));
  json_t *found = json_array ();

  for (size_t i = 0; i < qms_paths_count (paths); i++)
    json_array_append_new (found, json_pack ("[o, I]", path_places (workflow, paths, i),
                                             (json_int_t)(qms_paths_time (paths, i, QMS_WORKFLOW_WORKING) / MILLION)));
  give_data (call, json_pack ("{s:b, s:o}", "complete", qms_paths_complete (paths), "paths", found));
  qms_paths_free (paths);
}

/* ---- times against limits in full */

static json_t *
row_times (const QmsTiming *timing, size_t row, int32_t extreme)
{
  return json_pack ("[I, I, I]", (json_int_t)(qms_timing_time (timing, row, extreme, QMS_WORKFLOW_WORKING) / MILLION),
                    (json_int_t)(qms_timing_time (timing, row, extreme, QMS_WORKFLOW_CALENDAR) / MILLION),
                    (json_int_t)(qms_timing_time (timing, row, extreme, QMS_WORKFLOW_MONTHS) / MILLION));
}

static json_t *
row_limit (const QmsTiming *timing, size_t row,
           QmsStatus (*limit) (const QmsTiming *, size_t, int64_t *, int32_t *, int32_t *))
{
  int64_t mantissa = 0;
  int32_t scale = 0, unit = 0;
  QmsStatus status = limit (timing, row, &mantissa, &scale, &unit);

  return duration_data (status, mantissa, scale, unit);
}

static json_t *
row_slack (const QmsTiming *timing, size_t row)
{
  static const char *const units[] = { "working", "calendar", "months" };
  int64_t slack = 0;
  int32_t unit = 0;

  if (qms_timing_slack (timing, row, &slack, &unit) != QMS_OK)
    return json_null ();
  return json_pack ("[I, s]", (json_int_t)(slack / MILLION), units[unit]);
}

static json_t *
row_reduction (const QmsTiming *timing, size_t row)
{
  int64_t hundredths = 0;

  return qms_timing_reduction (timing, row, &hundredths) == QMS_OK ? json_integer (hundredths) : json_null ();
}

static json_t *
row_of (const QmsWorkflow *workflow, const QmsTiming *timing, size_t row)
{
  return json_pack (
      "{s:s?, s:s?, s:s?, s:s, s:o, s:o, s:I, s:o, s:o, s:o, s:o}", "scenario",
      qms_workflow_scenario_id (workflow, qms_timing_scenario (timing, row)), "phase",
      qms_workflow_phase_id (workflow, qms_timing_phase (timing, row)), "channel",
      value_name ("channel_kind", qms_timing_channel (timing, row)), "verdict",
      verdicts[qms_timing_verdict (timing, row)], "shortest", row_times (timing, row, QMS_WORKFLOW_SHORTEST), "longest",
      row_times (timing, row, QMS_WORKFLOW_LONGEST), "missing", (json_int_t)qms_timing_missing (timing, row), "limit",
      row_limit (timing, row, qms_timing_limit), "statutory", row_limit (timing, row, qms_timing_statutory), "slack",
      row_slack (timing, row), "reduction", row_reduction (timing, row));
}

static void
op_timing (Call *call)
{
  const QmsWorkflow *workflow = self_workflow (call);
  QmsTiming *timing = qms_timing_new (workflow);
  json_t *rows = json_array ();

  for (size_t i = 0; i < qms_timing_rows (timing); i++)
    json_array_append_new (rows, row_of (workflow, timing, i));
  give_data (call, json_pack ("{s:b, s:o}", "complete", qms_timing_complete (timing), "rows", rows));
  qms_timing_free (timing);
}

static void
op_workflow_text (Call *call)
{
  const QmsNode *procedure = self_handle (call, VALUE_NODE);
  int32_t lang = g_strcmp0 (arg_text (call, 1), "en") == 0 ? QMS_LANG_EN : QMS_LANG_VI;
  char *text = NULL;

  call->status = qms_workflow_write (&procedure, 1, arg_text (call, 0), lang, (size_t)arg_int (call, 2, 0), &text, NULL,
                                     &call->error);
  give_taken_text (call, text);
}

const Operation workflow_operations[] = {
  { "workflow", op_workflow },
  { "steps", op_steps },
  { "outcomes", op_outcomes },
  { "way", op_way },
  { "verdicts", op_verdicts },
  { "step", op_step },
  { "duration", op_duration },
  { "scenarios", op_scenarios },
  { "phases", op_phases },
  { "outcome", op_outcome },
  { "way_details", op_way_details },
  { "paths", op_paths },
  { "timing", op_timing },
  { "workflow_text", op_workflow_text },
  { NULL, NULL },
};

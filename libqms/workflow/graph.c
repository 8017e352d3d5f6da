/* SPDX-License-Identifier: Apache-2.0 */
/* Compiles a procedure into a workflow: names become indexes, defaults are written out, nothing refers to the document. */
#include "workflow/graph.h"

#include "core/error.h"
#include "core/text.h"
#include "gen/ids.h"
#include "workflow/step.h"

#include <qms/model.h>
#include <qms/node.h>

#include <string.h>

static const char *
keep (QmsWorkflow *workflow, const char *text)
{
  return text ? qms_arena_strndup (workflow->arena, text, strlen (text)) : NULL;
}

static void *
allocate (QmsWorkflow *workflow, size_t count, size_t size)
{
  return count > 0 ? qms_arena_alloc0 (workflow->arena, count * size) : NULL;
}

static size_t
find (GHashTable *ids, const char *id)
{
  size_t found = id ? GPOINTER_TO_SIZE (g_hash_table_lookup (ids, id)) : 0;

  return found > 0 ? found - 1 : QMS_WORKFLOW_NONE;
}

/* Enters an identifier; the first that has it keeps it. */
static void
enter (GHashTable *ids, const char *id, size_t index)
{
  if (id && !g_hash_table_contains (ids, id))
    g_hash_table_insert (ids, (gpointer)id, GSIZE_TO_POINTER (index + 1));
}

/* ---- scenarios, phases, limits */

static void
add_scenarios (QmsWorkflow *workflow, const QmsNode *procedure)
{
  workflow->n_scenarios = qms_procedure_count_scenarios (procedure);
  workflow->scenarios = allocate (workflow, workflow->n_scenarios, sizeof *workflow->scenarios);
  for (size_t i = 0; i < workflow->n_scenarios; i++) {
    const QmsNode *node = qms_procedure_get_scenarios (procedure, i);
    QmsGraphScenario *scenario = &workflow->scenarios[i];

    scenario->id = keep (workflow, qms_scenario_get_id (node));
    scenario->name = keep (workflow, qms_scenario_get_name (node));
    enter (workflow->scenario_ids, scenario->id, i);
  }
}

static void
add_phases (QmsWorkflow *workflow, const QmsNode *procedure)
{
  workflow->n_phases = qms_procedure_count_phases (procedure);
  workflow->phases = allocate (workflow, workflow->n_phases, sizeof *workflow->phases);
  for (size_t i = 0; i < workflow->n_phases; i++) {
    const QmsNode *node = qms_procedure_get_phases (procedure, i);
    QmsGraphPhase *phase = &workflow->phases[i];

    phase->id = keep (workflow, qms_phase_get_id (node));
    phase->name = keep (workflow, qms_phase_get_name (node));
    phase->agency = keep (workflow, qms_phase_get_agency (node));
    phase->off_clock = qms_phase_get_off_clock (node) != 0;
    enter (workflow->phase_ids, phase->id, i);
  }
}

static QmsGraphTime
duration_of (const QmsNode *node, uint32_t field)
{
  QmsGraphTime time = { .scenario = QMS_WORKFLOW_NONE };

  qms_node_get_duration (node, field, &time.mantissa, &time.scale, &time.unit);
  return time;
}

/* Limits for a scenario or phase that does not exist are left out: they are limits of nothing. */
static void
add_limits (QmsWorkflow *workflow, const QmsNode *procedure)
{
  size_t count = qms_procedure_count_time_limits (procedure);

  workflow->limits = allocate (workflow, count, sizeof *workflow->limits);
  for (size_t i = 0; i < count; i++) {
    const QmsNode *node = qms_procedure_get_time_limits (procedure, i);
    QmsGraphLimit limit = { .index = i,
                            .scenario = find (workflow->scenario_ids, qms_time_limit_get_scenario (node)),
                            .phase = find (workflow->phase_ids, qms_time_limit_get_phase (node)),
                            .channel = qms_time_limit_get_channel (node),
                            .value = duration_of (node, QMS_TIME_LIMIT_VALUE),
                            .statutory = duration_of (node, QMS_TIME_LIMIT_STATUTORY) };

    if ((qms_time_limit_has_scenario (node) && limit.scenario == QMS_WORKFLOW_NONE)
        || (qms_time_limit_has_phase (node) && limit.phase == QMS_WORKFLOW_NONE))
      continue;
    workflow->limits[workflow->n_limits++] = limit;
  }
}

/* ---- steps */

static void
add_forms (QmsWorkflow *workflow, QmsGraphStep *step, const QmsNode *node, int out)
{
  uint32_t field = out ? QMS_STEP_OUTPUTS : QMS_STEP_INPUTS;

  step->n_forms[out] = qms_node_count (node, field);
  step->forms[out] = allocate (workflow, step->n_forms[out], sizeof *step->forms[out]);
  for (size_t i = 0; i < step->n_forms[out]; i++) {
    const QmsNode *use = qms_node_get_node_at (node, field, i);
    const QmsNode *form = qms_form_use_has_form (use) ? qms_node_resolve (use, QMS_FORM_USE_FORM) : NULL;
    const char *name = qms_form_use_get_name (use);
    int32_t kind = qms_form_use_get_kind (use);

    step->forms[out][i].name = keep (workflow, name ? name : qms_form_get_name (form));
    step->forms[out][i].kind = kind != 0 ? kind : qms_form_get_kind (form);
  }
}

/* Times without a value or for a scenario that does not exist are nobody's. */
static void
add_times (QmsWorkflow *workflow, QmsGraphStep *step, const QmsNode *node)
{
  size_t count = qms_step_count_durations (node);

  step->times = allocate (workflow, count, sizeof *step->times);
  for (size_t i = 0; i < count; i++) {
    const QmsNode *given = qms_step_get_durations (node, i);
    QmsGraphTime time = duration_of (given, QMS_STEP_DURATION_VALUE);

    time.scenario = find (workflow->scenario_ids, qms_step_duration_get_scenario (given));
    if (time.unit != 0 && (time.scenario != QMS_WORKFLOW_NONE || !qms_step_duration_has_scenario (given)))
      step->times[step->n_times++] = time;
  }
}

static void
add_place (QmsWorkflow *workflow, QmsGraphStep *step, const QmsNode *node)
{
  const QmsNode *role = qms_step_has_role (node) ? qms_node_resolve (node, QMS_STEP_ROLE) : NULL;
  const QmsNode *unit = qms_step_has_unit (node) ? qms_node_resolve (node, QMS_STEP_UNIT) : NULL;
  const QmsGraphPhase *phase;

  step->role = keep (workflow, qms_step_get_role (node));
  step->unit = keep (workflow, qms_step_get_unit (node));
  step->phase = keep (workflow, qms_step_get_phase (node));
  step->role_name = role ? keep (workflow, qms_role_get_name (role)) : step->role;
  step->unit_name = unit ? keep (workflow, qms_unit_get_name (unit)) : step->unit;
  step->phase_index = find (workflow->phase_ids, step->phase);
  phase = step->phase_index != QMS_WORKFLOW_NONE ? &workflow->phases[step->phase_index] : NULL;
  step->off_clock = phase && phase->off_clock;
  step->agency = phase && phase->agency ? phase->agency : NULL;
  if (!step->agency && qms_role_get_kind (role) == QMS_ROLE_KIND_OTHER_AGENCY)
    step->agency = step->role_name;
}

static void
add_step (QmsWorkflow *workflow, QmsGraphStep *step, const QmsNode *node)
{
  step->name = keep (workflow, qms_step_get_name (node));
  step->number = keep (workflow, qms_step_get_number (node));
  step->kind = qms_step_get_kind (node);
  step->stopped = qms_step_is_stopped (node);
  step->section = QMS_WORKFLOW_NONE;
  add_place (workflow, step, node);
  add_times (workflow, step, node);
  add_forms (workflow, step, node, 0);
  add_forms (workflow, step, node, 1);
}

/* "B3", or "B3-2" and so on where that is taken. */
static const char *
new_id (QmsWorkflow *workflow, size_t step)
{
  g_autofree char *id = g_strdup_printf ("B%zu", step + 1);

  for (size_t i = 2; g_hash_table_contains (workflow->ids, id); i++) {
    g_free (id);
    id = g_strdup_printf ("B%zu-%zu", step + 1, i);
  }
  return keep (workflow, id);
}

static void
add_steps (QmsWorkflow *workflow, const QmsNode *procedure)
{
  workflow->n_steps = qms_procedure_count_steps (procedure);
  workflow->steps = allocate (workflow, workflow->n_steps, sizeof *workflow->steps);
  for (size_t i = 0; i < workflow->n_steps; i++) {
    const char *id = qms_step_get_id (qms_procedure_get_steps (procedure, i));
    if (!id || g_hash_table_contains (workflow->ids, id))
      continue;
    workflow->steps[i].id = keep (workflow, id);
    enter (workflow->ids, workflow->steps[i].id, i);
  }
  for (size_t i = 0; i < workflow->n_steps; i++)
    add_step (workflow, &workflow->steps[i], qms_procedure_get_steps (procedure, i));
}

static void
name_steps (QmsWorkflow *workflow)
{
  for (size_t i = 0; i < workflow->n_steps; i++)
    if (!workflow->steps[i].id) {
      workflow->steps[i].id = new_id (workflow, i);
      enter (workflow->ids, workflow->steps[i].id, i);
    }
}

/* ---- outcomes */

static size_t
following (const QmsWorkflow *workflow, size_t step)
{
  return step + 1 < workflow->n_steps ? step + 1 : QMS_WORKFLOW_NONE;
}

static bool
ends_handling (int32_t kind)
{
  return kind == QMS_OUTCOME_KIND_REFUSE || kind == QMS_OUTCOME_KIND_STOP || kind == QMS_OUTCOME_KIND_WITHDRAW
         || kind == QMS_OUTCOME_KIND_FINISH;
}

static void
add_branches (QmsWorkflow *workflow, QmsGraphOutcome *outcome, const QmsNode *node)
{
  size_t count = qms_outcome_count_branches (node);

  outcome->branches = allocate (workflow, count, sizeof *outcome->branches);
  for (size_t i = 0; i < count; i++) {
    const char *id = qms_branch_get_target (qms_outcome_get_branches (node, i));
    size_t target = find (workflow->ids, id);
    if (target != QMS_WORKFLOW_NONE)
      outcome->branches[outcome->n_branches++] = target;
    else
      outcome->lost = keep (workflow, id ? id : "");
  }
}

static void
add_outcome (QmsWorkflow *workflow, size_t step, size_t index, const QmsNode *node)
{
  QmsGraphOutcome *outcome = &workflow->steps[step].outcomes[index];
  const char *code = qms_outcome_get_code (node);

  outcome->code = keep (workflow, code ? code : "");
  outcome->name = keep (workflow, qms_outcome_get_name (node));
  outcome->kind = qms_outcome_has_kind (node) ? qms_outcome_get_kind (node) : QMS_OUTCOME_KIND_PROCEED;
  outcome->scenario = find (workflow->scenario_ids, qms_outcome_get_scenario (node));
  outcome->target = find (workflow->ids, qms_outcome_get_target (node));
  outcome->split = QMS_WORKFLOW_NONE;
  add_branches (workflow, outcome, node);
  if (qms_outcome_has_target (node) && outcome->target == QMS_WORKFLOW_NONE)
    outcome->lost = keep (workflow, qms_outcome_get_target (node));
  workflow->n_lost += outcome->lost != NULL;
  if (outcome->n_branches > 0) {
    QmsGraphSplit split = { step, index, outcome->target, QMS_WORKFLOW_NONE, QMS_WORKFLOW_NONE };
    outcome->split = workflow->splits->len;
    g_array_append_val (workflow->splits, split);
  } else if (!outcome->lost && !qms_outcome_has_target (node) && !ends_handling (outcome->kind))
    outcome->target = following (workflow, step);
}

static void
add_outcomes (QmsWorkflow *workflow, size_t step, const QmsNode *node)
{
  QmsGraphStep *own = &workflow->steps[step];
  size_t count = qms_step_count_outcomes (node);

  own->n_outcomes = count > 0 ? count : 1;
  own->outcomes = allocate (workflow, own->n_outcomes, sizeof *own->outcomes);
  for (size_t i = 0; i < count; i++)
    add_outcome (workflow, step, i, qms_step_get_outcomes (node, i));
  if (count == 0)
    own->outcomes[0] = (QmsGraphOutcome){ .code = "",
                                          .kind = QMS_OUTCOME_KIND_PROCEED,
                                          .scenario = QMS_WORKFLOW_NONE,
                                          .target = following (workflow, step),
                                          .split = QMS_WORKFLOW_NONE };
}

/* ---- the workflow */

static void
compile (QmsWorkflow *workflow, const QmsNode *procedure)
{
  add_scenarios (workflow, procedure);
  add_phases (workflow, procedure);
  add_limits (workflow, procedure);
  add_steps (workflow, procedure);
  for (size_t i = 0; i < workflow->n_steps; i++)
    add_outcomes (workflow, i, qms_procedure_get_steps (procedure, i));
  name_steps (workflow);
  workflow->order = allocate (workflow, workflow->n_steps, sizeof *workflow->order);
  qms_graph_arrange (workflow);
}

QmsStatus
qms_workflow_new (const QmsNode *procedure, QmsWorkflow **workflow, QmsError **error)
{
  QmsWorkflow *made;

  if (!procedure || procedure->type->id != QMS_TYPE_PROCEDURE || !workflow)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", workflow ? "procedure" : "workflow", NULL);
  made = g_new0 (QmsWorkflow, 1);
  made->references = 1;
  made->arena = qms_arena_new ();
  made->ids = g_hash_table_new (qms_text_hash, g_str_equal);
  made->scenario_ids = g_hash_table_new (qms_text_hash, g_str_equal);
  made->phase_ids = g_hash_table_new (qms_text_hash, g_str_equal);
  made->splits = g_array_new (FALSE, FALSE, sizeof (QmsGraphSplit));
  compile (made, procedure);
  *workflow = made;
  return QMS_OK;
}

QmsWorkflow *
qms_workflow_ref (QmsWorkflow *workflow)
{
  if (workflow)
    g_atomic_int_inc (&workflow->references);
  return workflow;
}

void
qms_workflow_unref (QmsWorkflow *workflow)
{
  if (!workflow || !g_atomic_int_dec_and_test (&workflow->references))
    return;
  g_hash_table_unref (workflow->ids);
  g_hash_table_unref (workflow->scenario_ids);
  g_hash_table_unref (workflow->phase_ids);
  g_array_unref (workflow->splits);
  qms_arena_free (workflow->arena);
  g_free (workflow);
}

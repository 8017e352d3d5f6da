/* SPDX-License-Identifier: Apache-2.0 */
/* Questions to a compiled workflow. */
#include "workflow/graph.h"

#include "core/error.h"
#include "gen/rules.h"

#include <qms/model.h>

#include <string.h>

const QmsGraphStep *
qms_graph_step (const QmsWorkflow *workflow, size_t step)
{
  return workflow && step < workflow->n_steps ? &workflow->steps[step] : NULL;
}

const QmsGraphOutcome *
qms_graph_outcome (const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own && outcome < own->n_outcomes ? &own->outcomes[outcome] : NULL;
}

bool
qms_graph_has (const QmsWorkflow *workflow, size_t scenario, size_t phase)
{
  return workflow && (scenario == QMS_WORKFLOW_NONE || scenario < workflow->n_scenarios)
         && (phase == QMS_WORKFLOW_NONE || phase < workflow->n_phases);
}

const QmsGraphTime *
qms_graph_time (const QmsGraphStep *step, size_t scenario)
{
  const QmsGraphTime *common = NULL;

  for (size_t i = 0; i < step->n_times; i++) {
    if (scenario != QMS_WORKFLOW_NONE && step->times[i].scenario == scenario)
      return &step->times[i];
    if (!common && step->times[i].scenario == QMS_WORKFLOW_NONE)
      common = &step->times[i];
  }
  return common;
}

static size_t
find (GHashTable *ids, const char *id)
{
  size_t found = id ? GPOINTER_TO_SIZE (g_hash_table_lookup (ids, id)) : 0;

  return found > 0 ? found - 1 : QMS_WORKFLOW_NONE;
}

/* ---- steps */

size_t
qms_workflow_steps (const QmsWorkflow *workflow)
{
  return workflow ? workflow->n_steps : 0;
}

size_t
qms_workflow_find (const QmsWorkflow *workflow, const char *id)
{
  return workflow ? find (workflow->ids, id) : QMS_WORKFLOW_NONE;
}

const char *
qms_workflow_step_id (const QmsWorkflow *workflow, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own ? own->id : NULL;
}

const char *
qms_workflow_step_number (const QmsWorkflow *workflow, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own ? own->number : NULL;
}

const char *
qms_workflow_step_name (const QmsWorkflow *workflow, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own ? own->name : NULL;
}

const char *
qms_workflow_step_role (const QmsWorkflow *workflow, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own ? own->role : NULL;
}

const char *
qms_workflow_step_role_name (const QmsWorkflow *workflow, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own ? own->role_name : NULL;
}

const char *
qms_workflow_step_unit (const QmsWorkflow *workflow, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own ? own->unit : NULL;
}

const char *
qms_workflow_step_unit_name (const QmsWorkflow *workflow, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own ? own->unit_name : NULL;
}

const char *
qms_workflow_step_phase (const QmsWorkflow *workflow, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own ? own->phase : NULL;
}

const char *
qms_workflow_step_agency (const QmsWorkflow *workflow, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own ? own->agency : NULL;
}

int32_t
qms_workflow_step_kind (const QmsWorkflow *workflow, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own ? own->kind : 0;
}

int32_t
qms_workflow_step_counts (const QmsWorkflow *workflow, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own && !own->stopped && !own->off_clock;
}

QmsStatus
qms_workflow_step_duration (const QmsWorkflow *workflow, size_t step, size_t scenario, int64_t *mantissa,
                            int32_t *scale, int32_t *unit)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);
  const QmsGraphTime *time = own ? qms_graph_time (own, scenario) : NULL;

  if (!time)
    return QMS_ERROR_NOT_FOUND;
  if (mantissa)
    *mantissa = time->mantissa;
  if (scale)
    *scale = time->scale;
  if (unit)
    *unit = time->unit;
  return QMS_OK;
}

size_t
qms_workflow_step_forms (const QmsWorkflow *workflow, size_t step, int32_t out)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own ? own->n_forms[out != 0] : 0;
}

const char *
qms_workflow_step_form (const QmsWorkflow *workflow, size_t step, int32_t out, size_t form)
{
  return form < qms_workflow_step_forms (workflow, step, out) ? workflow->steps[step].forms[out != 0][form].name : NULL;
}

int32_t
qms_workflow_step_form_kind (const QmsWorkflow *workflow, size_t step, int32_t out, size_t form)
{
  return form < qms_workflow_step_forms (workflow, step, out) ? workflow->steps[step].forms[out != 0][form].kind : 0;
}

/* ---- scenarios and phases */

size_t
qms_workflow_scenarios (const QmsWorkflow *workflow)
{
  return workflow ? workflow->n_scenarios : 0;
}

const char *
qms_workflow_scenario_id (const QmsWorkflow *workflow, size_t scenario)
{
  return scenario < qms_workflow_scenarios (workflow) ? workflow->scenarios[scenario].id : NULL;
}

const char *
qms_workflow_scenario_name (const QmsWorkflow *workflow, size_t scenario)
{
  return scenario < qms_workflow_scenarios (workflow) ? workflow->scenarios[scenario].name : NULL;
}

size_t
qms_workflow_find_scenario (const QmsWorkflow *workflow, const char *id)
{
  return workflow ? find (workflow->scenario_ids, id) : QMS_WORKFLOW_NONE;
}

size_t
qms_workflow_phases (const QmsWorkflow *workflow)
{
  return workflow ? workflow->n_phases : 0;
}

const char *
qms_workflow_phase_id (const QmsWorkflow *workflow, size_t phase)
{
  return phase < qms_workflow_phases (workflow) ? workflow->phases[phase].id : NULL;
}

const char *
qms_workflow_phase_name (const QmsWorkflow *workflow, size_t phase)
{
  return phase < qms_workflow_phases (workflow) ? workflow->phases[phase].name : NULL;
}

const char *
qms_workflow_phase_agency (const QmsWorkflow *workflow, size_t phase)
{
  return phase < qms_workflow_phases (workflow) ? workflow->phases[phase].agency : NULL;
}

int32_t
qms_workflow_phase_counts (const QmsWorkflow *workflow, size_t phase)
{
  return phase < qms_workflow_phases (workflow) && !workflow->phases[phase].off_clock;
}

size_t
qms_workflow_find_phase (const QmsWorkflow *workflow, const char *id)
{
  return workflow ? find (workflow->phase_ids, id) : QMS_WORKFLOW_NONE;
}

/* ---- outcomes */

size_t
qms_workflow_outcomes (const QmsWorkflow *workflow, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (workflow, step);

  return own ? own->n_outcomes : 0;
}

size_t
qms_workflow_find_outcome (const QmsWorkflow *workflow, size_t step, const char *code)
{
  size_t count = qms_workflow_outcomes (workflow, step);

  for (size_t i = 0; i < count; i++)
    if (g_strcmp0 (workflow->steps[step].outcomes[i].code, code) == 0)
      return i;
  return QMS_WORKFLOW_NONE;
}

const char *
qms_workflow_outcome_code (const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  const QmsGraphOutcome *own = qms_graph_outcome (workflow, step, outcome);

  return own ? own->code : NULL;
}

const char *
qms_workflow_outcome_name (const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  const QmsGraphOutcome *own = qms_graph_outcome (workflow, step, outcome);

  return own ? own->name : NULL;
}

int32_t
qms_workflow_outcome_kind (const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  const QmsGraphOutcome *own = qms_graph_outcome (workflow, step, outcome);

  return own ? own->kind : 0;
}

size_t
qms_workflow_outcome_scenario (const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  const QmsGraphOutcome *own = qms_graph_outcome (workflow, step, outcome);

  return own ? own->scenario : QMS_WORKFLOW_NONE;
}

size_t
qms_workflow_outcome_target (const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  const QmsGraphOutcome *own = qms_graph_outcome (workflow, step, outcome);

  return own ? own->target : QMS_WORKFLOW_NONE;
}

size_t
qms_workflow_outcome_branches (const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  const QmsGraphOutcome *own = qms_graph_outcome (workflow, step, outcome);

  return own ? own->n_branches : 0;
}

size_t
qms_workflow_outcome_branch (const QmsWorkflow *workflow, size_t step, size_t outcome, size_t branch)
{
  const QmsGraphOutcome *own = qms_graph_outcome (workflow, step, outcome);

  return own && branch < own->n_branches ? own->branches[branch] : QMS_WORKFLOW_NONE;
}

int32_t
qms_workflow_outcome_is_back (const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  const QmsGraphOutcome *own = qms_graph_outcome (workflow, step, outcome);

  return own && own->back;
}

const char *
qms_workflow_outcome_lost (const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  const QmsGraphOutcome *own = qms_graph_outcome (workflow, step, outcome);

  return own ? own->lost : NULL;
}

QmsStatus
qms_graph_fail_lost (const QmsWorkflow *workflow, size_t step, size_t outcome, const QmsPlace *place, QmsError **error)
{
  const QmsGraphOutcome *own = qms_graph_outcome (workflow, step, outcome);
  g_autofree char *code = qms_message_quote (own->code, strlen (own->code));
  g_autofree char *target = qms_message_quote (own->lost, strlen (own->lost));

  return qms_fail (error, QMS_MSG_OUTCOME_LOST, place, "step", workflow->steps[step].id, "outcome", code, "target",
                   target, NULL);
}

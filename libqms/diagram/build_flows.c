/* SPDX-License-Identifier: Apache-2.0 */
/* What leads where: a question where a step has several outcomes, catch events where a wait has, splits, ends, the start. */
#include "diagram/build.h"

#include "workflow/graph.h"

#include <qms/model.h>

/* ---- outcomes */

static const char *
outcome_name (QmsBuild *build, const QmsGraphOutcome *outcome)
{
  return outcome->name && *outcome->name ? qms_build_text (build, outcome->name) : qms_word_outcome (outcome->kind);
}

/* How ordinary an outcome is. */
static int
usualness (const QmsGraphOutcome *outcome)
{
  if (outcome->kind != QMS_OUTCOME_KIND_PROCEED || outcome->back)
    return 0;
  return outcome->scenario == QMS_WORKFLOW_NONE ? 2 : 1;
}

/* The outcome that is taken if no condition holds: the first of the most ordinary. */
static size_t
default_outcome (const QmsGraphStep *step)
{
  size_t found = 0;

  for (size_t i = 1; i < step->n_outcomes; i++)
    if (usualness (&step->outcomes[i]) > usualness (&step->outcomes[found]))
      found = i;
  return found;
}

/* Whether ends here would leave other branches running. */
static bool
is_parallel (const QmsBuild *build, size_t step)
{
  return qms_graph_step (build->diagram->workflow, step)->section != QMS_WORKFLOW_NONE;
}

static void
add_end (QmsBuild *build, size_t step, size_t outcome, const QmsLoose *loose)
{
  const QmsGraphOutcome *own = qms_graph_outcome (build->diagram->workflow, step, outcome);
  const char *id =
      qms_build_id (build, "End", qms_workflow_step_id (build->diagram->workflow, step), *own->code ? own->code : NULL);
  guint end = qms_build_add_shape (build, QMS_SHAPE_END, id, qms_word_end (own->kind), build->lane_of[step]);

  qms_build_shape (build, end)->of_step = step;
  qms_build_shape (build, end)->of_outcome = outcome;
  qms_build_shape (build, end)->terminates = is_parallel (build, step);
  qms_build_add_flow (build, loose, end);
}

/* Which branches begin, each step once: only then are there as many ways out of the split as into the join. */
static GArray *
distinct_branches (const QmsGraphOutcome *outcome)
{
  GArray *branches = g_array_new (FALSE, FALSE, sizeof (size_t));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (size_t i = 0; i < outcome->n_branches; i++)
    if (g_hash_table_add (seen, GSIZE_TO_POINTER (outcome->branches[i])))
      g_array_append_val (branches, i);
  return branches;
}

/* A branch that begins where the branches meet leads to the join at once. */
static void
lead_branch (QmsBuild *build, const QmsLoose *loose, const QmsGraphOutcome *outcome, size_t branch)
{
  size_t target = outcome->branches[branch];
  bool at_once = target == outcome->target;

  qms_build_arrive (at_once ? &build->meeting[outcome->split] : &build->before[target], loose, at_once ? branch : 0);
}

static void
add_split (QmsBuild *build, size_t step, size_t outcome, const QmsLoose *loose)
{
  const QmsGraphOutcome *own = qms_graph_outcome (build->diagram->workflow, step, outcome);
  g_autoptr (GArray) branches = distinct_branches (own);
  QmsLoose from = *loose;

  if (branches->len > 1) {
    const char *id = qms_build_id (build, "Split", qms_workflow_step_id (build->diagram->workflow, step),
                                   *own->code ? own->code : NULL);
    from = qms_loose (qms_build_add_shape (build, QMS_SHAPE_AND, id, "", build->lane_of[step]));
    qms_build_add_flow (build, loose, from.source);
  }
  for (guint i = 0; i < branches->len; i++)
    lead_branch (build, &from, own, g_array_index (branches, size_t, i));
}

static void
lead_outcome (QmsBuild *build, size_t step, size_t outcome, const QmsLoose *loose)
{
  const QmsGraphOutcome *own = qms_graph_outcome (build->diagram->workflow, step, outcome);

  if (own->n_branches > 0)
    add_split (build, step, outcome, loose);
  else if (own->target == QMS_WORKFLOW_NONE)
    add_end (build, step, outcome, loose);
  else
    qms_build_lead (build, step, loose, own->target);
}

/* ---- steps */

/* One outcome: the flow out of the step is it, unnamed since there is no choice. */
static void
leave_simply (QmsBuild *build, size_t step)
{
  const QmsGraphOutcome *only = qms_graph_outcome (build->diagram->workflow, step, 0);
  QmsLoose loose = qms_loose (build->shapes[step]);

  if (*only->code) {
    loose.step = step;
    loose.outcome = 0;
  }
  lead_outcome (build, step, 0, &loose);
}

static void
leave_by_question (QmsBuild *build, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (build->diagram->workflow, step);
  size_t usual = default_outcome (own);
  guint question = qms_build_add_shape (build, QMS_SHAPE_XOR, qms_build_id (build, "Gw", own->id, NULL),
                                        qms_word_question (own->kind), build->lane_of[step]);
  QmsLoose loose = qms_loose (build->shapes[step]);

  qms_build_shape (build, question)->of_step = step;
  qms_build_add_flow (build, &loose, question);
  for (size_t i = 0; i < own->n_outcomes; i++) {
    QmsLoose answer = { question, step, i, outcome_name (build, &own->outcomes[i]), i != usual, i == usual };
    lead_outcome (build, step, i, &answer);
  }
}

/* A wait ends with what happens first: a message, or the time is over. */
static void
leave_by_event (QmsBuild *build, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (build->diagram->workflow, step);

  for (size_t i = 0; i < own->n_outcomes; i++) {
    const QmsGraphOutcome *outcome = &own->outcomes[i];
    QmsShapeKind kind = outcome->kind == QMS_OUTCOME_KIND_STOP ? QMS_SHAPE_TIMER : QMS_SHAPE_MESSAGE;
    guint event = qms_build_add_shape (build, kind, qms_build_id (build, "Event", own->id, outcome->code),
                                       outcome_name (build, outcome), build->lane_of[step]);
    QmsLoose into = { build->shapes[step], step, i, "", false, false };
    QmsLoose from = qms_loose (event);

    qms_build_shape (build, event)->of_step = step;
    qms_build_shape (build, event)->of_outcome = i;
    qms_build_add_flow (build, &into, event);
    lead_outcome (build, step, i, &from);
  }
}

static void
leave (QmsBuild *build, size_t step)
{
  if (qms_workflow_outcomes (build->diagram->workflow, step) == 1)
    leave_simply (build, step);
  else if (qms_build_shape (build, build->shapes[step])->kind == QMS_SHAPE_EVENT_GATEWAY)
    leave_by_event (build, step);
  else
    leave_by_question (build, step);
}

static void
add_start (QmsBuild *build)
{
  bool administrative = qms_procedure_get_kind (build->procedure) == QMS_PROCEDURE_KIND_ADMINISTRATIVE;
  guint start = qms_build_add_shape (build, QMS_SHAPE_START, qms_build_id (build, "Start", "HoSo", NULL),
                                     administrative ? "Hồ sơ được nộp" : "Bắt đầu", build->lane_of[0]);
  QmsLoose loose = qms_loose (start);

  qms_build_lead (build, QMS_WORKFLOW_NONE, &loose, 0);
}

void
qms_build_flows (QmsBuild *build)
{
  size_t n_steps = build->diagram->workflow->n_steps;

  if (n_steps == 0)
    return;
  qms_build_branches (build);
  add_start (build);
  for (size_t i = 0; i < n_steps; i++)
    leave (build, i);
  qms_build_joins (build);
}

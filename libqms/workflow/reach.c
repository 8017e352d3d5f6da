/* SPDX-License-Identifier: Apache-2.0 */
/* From which steps a goal can be reached, loops and all scenarios included: a walk against the direction of the outcomes.
 * An outcome that leads to a step that is not there may reach anything. */
#include "workflow/graph.h"

/* Edges turned round: for each step those that lead to it. */
typedef struct {
  const QmsWorkflow *workflow;
  GArray *from;  /* size_t: the step */
  GArray *next;  /* size_t: the edge after this one of the same target, from 1; 0: none */
  size_t *first; /* by target, as in `next` */
  GArray *open;  /* size_t: steps that reach the goal, whose sources are not looked at yet */
  guint8 *reaches;
} Walk;

static void
add_edge (Walk *walk, size_t from, size_t target)
{
  if (target == QMS_WORKFLOW_NONE)
    return;
  g_array_append_val (walk->from, from);
  g_array_append_val (walk->next, walk->first[target]);
  walk->first[target] = walk->from->len;
}

static void
add_goal (Walk *walk, size_t step)
{
  if (walk->reaches[step])
    return;
  walk->reaches[step] = 1;
  g_array_append_val (walk->open, step);
}

static void
survey_end (Walk *walk, size_t step, const QmsGraphOutcome *outcome)
{
  for (size_t i = 0; i < outcome->n_branches; i++)
    add_edge (walk, step, outcome->branches[i]);
  add_edge (walk, step, outcome->target);
  if (qms_graph_ends (outcome) || outcome->lost)
    add_goal (walk, step);
}

/* Branches within the section are taken to meet: whether they do is asked of them. */
static void
survey_meeting (Walk *walk, size_t step, const QmsGraphOutcome *outcome)
{
  size_t section = walk->workflow->steps[step].section;

  if (section == QMS_WORKFLOW_NONE || (outcome->target == QMS_WORKFLOW_NONE && !outcome->lost))
    return;
  if (outcome->lost || outcome->target == qms_graph_meeting (walk->workflow, section))
    add_goal (walk, step);
  else if (walk->workflow->steps[outcome->target].section == section)
    add_edge (walk, step, outcome->target);
}

static void
go_back (Walk *walk)
{
  for (guint i = 0; i < walk->open->len; i++) {
    size_t edge = walk->first[g_array_index (walk->open, size_t, i)];
    for (; edge > 0; edge = g_array_index (walk->next, size_t, edge - 1))
      add_goal (walk, g_array_index (walk->from, size_t, edge - 1));
  }
}

guint8 *
qms_graph_reaches (const QmsWorkflow *workflow, QmsGoal goal)
{
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (size_t));
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (size_t));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (size_t));
  g_autofree size_t *first = g_new0 (size_t, workflow->n_steps + 1);
  Walk walk = { workflow, from, next, first, open, g_malloc0 (workflow->n_steps + 1) };

  for (size_t i = 0; i < workflow->n_steps; i++)
    for (size_t j = 0; j < workflow->steps[i].n_outcomes; j++)
      (goal == QMS_GOAL_END ? survey_end : survey_meeting) (&walk, i, &workflow->steps[i].outcomes[j]);
  go_back (&walk);
  return walk.reaches;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Where ways come together: alternatives before a step in an exclusive join, parallel branches in a parallel one. */
#include "diagram/build.h"

#include "workflow/graph.h"

static const QmsGraphSplit *
split_at (const QmsBuild *build, size_t split)
{
  return &g_array_index (build->diagram->workflow->splits, QmsGraphSplit, split);
}

static size_t
section_of (const QmsBuild *build, size_t step)
{
  return step == QMS_WORKFLOW_NONE ? step : qms_graph_step (build->diagram->workflow, step)->section;
}

/* ---- which branch */

static void
hand_on (QmsBuild *build, bool *known, size_t step, size_t target)
{
  size_t inside = step, outside = section_of (build, target);

  if (known[target])
    return;
  while (section_of (build, inside) != QMS_WORKFLOW_NONE && section_of (build, inside) != outside)
    inside = split_at (build, section_of (build, inside))->step;
  if (section_of (build, inside) != outside)
    return;
  build->branch[target] = build->branch[inside];
  known[target] = true;
}

static void
hand_on_all (QmsBuild *build, bool *known, size_t step)
{
  const QmsGraphStep *own = qms_graph_step (build->diagram->workflow, step);

  for (size_t i = 0; i < own->n_outcomes; i++) {
    const QmsGraphOutcome *outcome = &own->outcomes[i];
    for (size_t j = 0; j < outcome->n_branches; j++) {
      size_t target = outcome->branches[j];
      if (!known[target] && section_of (build, target) == outcome->split) {
        build->branch[target] = j;
        known[target] = true;
      }
    }
    if (outcome->n_branches == 0 && outcome->target != QMS_WORKFLOW_NONE && !outcome->back)
      hand_on (build, known, step, outcome->target);
  }
}

void
qms_build_branches (QmsBuild *build)
{
  const QmsWorkflow *workflow = build->diagram->workflow;
  g_autofree bool *known = g_new0 (bool, workflow->n_steps + 1);

  for (size_t i = workflow->n_steps; i > 0; i--)
    hand_on_all (build, known, workflow->order[i - 1]);
}

/* ---- arrivals */

void
qms_build_arrive (GArray **arrivals, const QmsLoose *loose, size_t branch)
{
  QmsArrival arrival = { *loose, branch };

  if (!*arrivals)
    *arrivals = g_array_new (FALSE, FALSE, sizeof (QmsArrival));
  g_array_append_val (*arrivals, arrival);
}

void
qms_build_lead (QmsBuild *build, size_t step, const QmsLoose *loose, size_t target)
{
  size_t inside = step, section, outside = section_of (build, target);

  while ((section = section_of (build, inside)) != outside && section != QMS_WORKFLOW_NONE
         && split_at (build, section)->meeting != target)
    inside = split_at (build, section)->step;
  if (section == outside || section == QMS_WORKFLOW_NONE)
    qms_build_arrive (&build->before[target], loose, 0);
  else
    qms_build_arrive (&build->meeting[section], loose, build->branch[inside]);
}

/* An unnamed gateway into which arrivals `from` to `to` - 1 lead. */
static guint
add_join (QmsBuild *build, QmsShapeKind kind, const char *id, size_t step, const GArray *arrivals, guint from, guint to)
{
  guint join = qms_build_add_shape (build, kind, id, "", build->lane_of[step]);

  qms_build_shape (build, join)->of_step = step;
  for (guint i = from; i < to; i++)
    qms_build_add_flow (build, &g_array_index (arrivals, QmsArrival, i).loose, join);
  return join;
}

/* ---- the ends of parallel sections */

static gint
by_branch (gconstpointer a, gconstpointer b)
{
  size_t left = ((const QmsArrival *)a)->branch, right = ((const QmsArrival *)b)->branch;

  return left < right ? -1 : left > right;
}

/* A parallel join waits for each flow into it, so each branch has to come by one. Returns one arrival per branch. */
static GArray *
merge_branches (QmsBuild *build, size_t split, GArray *arrivals)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (QmsArrival));
  const char *name = qms_workflow_step_id (build->diagram->workflow, split_at (build, split)->step);

  g_array_sort (arrivals, by_branch);
  for (guint from = 0, to; from < arrivals->len; from = to) {
    QmsArrival arrival = g_array_index (arrivals, QmsArrival, from);
    for (to = from + 1; to < arrivals->len && by_branch (&arrival, &g_array_index (arrivals, QmsArrival, to)) == 0;)
      to++;
    if (to - from > 1)
      arrival.loose = qms_loose (add_join (build, QMS_SHAPE_XOR, qms_build_id (build, "Merge", name, NULL),
                                           split_at (build, split)->meeting, arrivals, from, to));
    g_array_append_val (merged, arrival);
  }
  return merged;
}

static void
close_section (QmsBuild *build, size_t split)
{
  const QmsGraphSplit *own = split_at (build, split);
  g_autoptr (GArray) merged = NULL;
  QmsLoose loose;

  if (!build->meeting[split])
    return;
  merged = merge_branches (build, split, build->meeting[split]);
  loose = g_array_index (merged, QmsArrival, 0).loose;
  if (merged->len > 1)
    loose = qms_loose (
        add_join (build, QMS_SHAPE_AND,
                  qms_build_id (build, "Meet", qms_workflow_step_id (build->diagram->workflow, own->step), NULL),
                  own->meeting, merged, 0, merged->len));
  qms_build_lead (build, own->step, &loose, own->meeting);
}

static void
join_step (QmsBuild *build, size_t step)
{
  const GArray *arrivals = build->before[step];
  const char *id;
  QmsLoose loose;

  if (!arrivals)
    return;
  loose = g_array_index (arrivals, QmsArrival, 0).loose;
  if (arrivals->len > 1) {
    id = qms_build_id (build, "Join", qms_workflow_step_id (build->diagram->workflow, step), NULL);
    loose = qms_loose (add_join (build, QMS_SHAPE_XOR, id, step, arrivals, 0, arrivals->len));
  }
  qms_build_add_flow (build, &loose, build->shapes[step]);
}

/* A section inside another comes first in the order of the workflow, where a step stands behind those that it leads to. */
void
qms_build_joins (QmsBuild *build)
{
  const QmsWorkflow *workflow = build->diagram->workflow;

  for (size_t i = 0; i < workflow->n_steps; i++) {
    const QmsGraphStep *step = &workflow->steps[workflow->order[i]];
    for (size_t j = 0; j < step->n_outcomes; j++)
      if (step->outcomes[j].split != QMS_WORKFLOW_NONE)
        close_section (build, step->outcomes[j].split);
  }
  for (size_t i = 0; i < workflow->n_steps; i++)
    join_step (build, i);
}

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
  size_t inside = step;

  while (section_of (build, inside) != QMS_WORKFLOW_NONE && section_of (build, inside) != section_of (build, target))
    inside = split_at (build, section_of (build, inside))->step;
  if (known[target] || section_of (build, inside) != section_of (build, target))
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
  size_t inside = step, section;

  while ((section = section_of (build, inside)) != QMS_WORKFLOW_NONE && split_at (build, section)->meeting != target)
    inside = split_at (build, section)->step;
  if (section == QMS_WORKFLOW_NONE)
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

static size_t
depth_of (const QmsBuild *build, size_t split)
{
  size_t depth = 0;

  for (; split_at (build, split)->section != QMS_WORKFLOW_NONE; split = split_at (build, split)->section)
    depth++;
  return depth;
}

/* Splits, those inside others first. */
static GArray *
innermost_first (const QmsBuild *build)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (size_t));
  g_autoptr (GPtrArray) by_depth = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (size_t i = 0; i < build->diagram->workflow->splits->len; i++) {
    size_t depth = depth_of (build, i);
    while (by_depth->len <= depth)
      g_ptr_array_add (by_depth, g_array_new (FALSE, FALSE, sizeof (size_t)));
    g_array_append_val ((GArray *)by_depth->pdata[depth], i);
  }
  for (guint i = by_depth->len; i > 0; i--) {
    const GArray *level = by_depth->pdata[i - 1];
    g_array_append_vals (order, level->data, level->len);
  }
  return order;
}

void
qms_build_joins (QmsBuild *build)
{
  g_autoptr (GArray) order = innermost_first (build);

  for (guint i = 0; i < order->len; i++)
    close_section (build, g_array_index (order, size_t, i));
  for (size_t i = 0; i < build->diagram->workflow->n_steps; i++) {
    const GArray *arrivals = build->before[i];
    if (!arrivals)
      continue;
    if (arrivals->len == 1)
      qms_build_add_flow (build, &g_array_index (arrivals, QmsArrival, 0).loose, build->shapes[i]);
    else {
      const char *id = qms_build_id (build, "Join", qms_workflow_step_id (build->diagram->workflow, i), NULL);
      QmsLoose loose = qms_loose (add_join (build, QMS_SHAPE_XOR, id, i, arrivals, 0, arrivals->len));
      qms_build_add_flow (build, &loose, build->shapes[i]);
    }
  }
}

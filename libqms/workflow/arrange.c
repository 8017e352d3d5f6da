/* SPDX-License-Identifier: Apache-2.0 */
/* One walk through a compiled workflow, depth first in the order of the procedure: it finds the outcomes that close a loop, the
 * parallel section of each step, and an order in which every step comes after those that it leads to. */
#include "workflow/graph.h"

typedef enum { UNSEEN, OPEN, DONE } State;

/* A step on the way from the start, and which of its edges comes next: an outcome has an edge to each of its branches, then one
 * to its target. */
typedef struct {
  size_t step, outcome, edge;
} Place;

typedef struct {
  QmsWorkflow *workflow;
  guint8 *states; /* State by step */
  GArray *stack;  /* Place; it, not recursion, because procedures may be long */
  size_t n_done;
  bool from_start;
} Walk;

size_t
qms_graph_section_at (const QmsWorkflow *workflow, size_t section, size_t target)
{
  const QmsGraphSplit *split;

  if (section == QMS_WORKFLOW_NONE)
    return section;
  split = &g_array_index (workflow->splits, QmsGraphSplit, section);
  return split->meeting == target ? split->outside : section;
}

/* The outcomes of a step open their branches inside the section of the step. */
static void
place_splits (const QmsWorkflow *workflow, const QmsGraphStep *step, size_t section)
{
  for (size_t i = 0; i < step->n_outcomes; i++) {
    if (step->outcomes[i].split == QMS_WORKFLOW_NONE)
      continue;
    QmsGraphSplit *split = &g_array_index (workflow->splits, QmsGraphSplit, step->outcomes[i].split);
    split->section = section;
    split->outside = qms_graph_section_at (workflow, section, split->meeting);
  }
}

static void
enter_step (Walk *walk, size_t step, size_t section)
{
  QmsGraphStep *entered = &walk->workflow->steps[step];
  Place place = { step, 0, 0 };

  walk->states[step] = OPEN;
  entered->section = section;
  entered->reachable = walk->from_start;
  place_splits (walk->workflow, entered, section);
  g_array_append_val (walk->stack, place);
}

static void
follow (Walk *walk, size_t step, QmsGraphOutcome *outcome, size_t edge)
{
  bool is_branch = edge < outcome->n_branches;
  size_t target = is_branch ? outcome->branches[edge] : outcome->target;
  size_t section = is_branch ? outcome->split : walk->workflow->steps[step].section;

  if (target == QMS_WORKFLOW_NONE)
    return;
  section = qms_graph_section_at (walk->workflow, section, target);
  if (walk->states[target] == UNSEEN)
    enter_step (walk, target, section);
  else if (walk->states[target] == OPEN)
    outcome->back = true;
  else if (walk->workflow->steps[target].section != section)
    walk->workflow->steps[target].crossed = true;
}

/* Takes the next edge of the place on top of the stack; leaves the step if there is none. */
static void
advance (Walk *walk)
{
  Place *place = &g_array_index (walk->stack, Place, walk->stack->len - 1);
  QmsGraphStep *step = &walk->workflow->steps[place->step];
  QmsGraphOutcome *outcome;

  if (place->outcome == step->n_outcomes) {
    walk->states[place->step] = DONE;
    walk->workflow->order[walk->n_done++] = place->step;
    g_array_set_size (walk->stack, walk->stack->len - 1);
    return;
  }
  outcome = &step->outcomes[place->outcome];
  if (place->edge > outcome->n_branches) {
    place->outcome++;
    place->edge = 0;
  } else
    follow (walk, place->step, outcome, place->edge++);
}

static void
walk_from (Walk *walk, size_t step)
{
  enter_step (walk, step, QMS_WORKFLOW_NONE);
  while (walk->stack->len > 0)
    advance (walk);
}

void
qms_graph_arrange (QmsWorkflow *workflow)
{
  g_autofree guint8 *states = g_malloc0 (workflow->n_steps + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Place));
  Walk walk = { .workflow = workflow, .states = states, .stack = stack, .from_start = true };

  for (size_t i = 0; i < workflow->n_steps; i++) {
    if (states[i] == UNSEEN)
      walk_from (&walk, i);
    walk.from_start = false;
  }
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Walks through a compiled workflow, depth first in the order of the procedure. One of the whole finds the outcomes that close a
 * loop, the parallel section of each step, and an order in which every step comes after those that it leads to. One of a
 * scenario finds that order for the scenario alone: what closes a loop in one may be the only way on in another. */
#include "workflow/graph.h"

typedef enum { UNSEEN, OPEN, DONE } State;

/* A step on the way from the start, and which of its edges comes next: an outcome has an edge to each of its branches, then one
 * to its target. */
typedef struct {
  size_t step, outcome, edge;
} Place;

typedef struct {
  const QmsWorkflow *workflow;
  QmsWorkflow *marked;    /* the same, where its steps and outcomes are to be told; else NULL */
  const size_t *scenario; /* NULL: all outcomes are taken */
  guint8 *states;         /* State by step */
  GArray *stack;          /* Place; it, not recursion, because procedures may be long */
  size_t *order;
  size_t n_done;
  bool from_start;
} Walk;

/* Section in which `target` lies if it is entered from a step in `section`: passing a meeting step leaves the section. */
static size_t
section_at (const QmsWorkflow *workflow, size_t section, size_t target)
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
    split->outside = section_at (workflow, section, split->meeting);
  }
}

static void
mark_step (const Walk *walk, size_t step, size_t section)
{
  QmsGraphStep *entered = &walk->marked->steps[step];

  entered->section = section;
  entered->reachable = walk->from_start;
  place_splits (walk->workflow, entered, section);
}

static void
enter_step (Walk *walk, size_t step, size_t section)
{
  Place place = { step, 0, 0 };

  walk->states[step] = OPEN;
  if (walk->marked)
    mark_step (walk, step, section);
  g_array_append_val (walk->stack, place);
}

/* An outcome that leads to a step where the walk has been before. */
static void
mark_return (const Walk *walk, size_t step, size_t outcome, size_t target, size_t section)
{
  QmsGraphStep *steps = walk->marked->steps;

  if (walk->states[target] == OPEN)
    steps[step].outcomes[outcome].back = true;
  else if (steps[target].section != section)
    steps[target].crossed = true;
}

static void
follow (Walk *walk, const Place *place, const QmsGraphOutcome *outcome)
{
  bool is_branch = place->edge < outcome->n_branches;
  size_t target = is_branch ? outcome->branches[place->edge] : outcome->target;
  size_t section = is_branch ? outcome->split : walk->workflow->steps[place->step].section;

  if (target == QMS_WORKFLOW_NONE)
    return;
  section = section_at (walk->workflow, section, target);
  if (walk->states[target] == UNSEEN)
    enter_step (walk, target, section);
  else if (walk->marked)
    mark_return (walk, place->step, place->outcome, target, section);
}

static bool
is_taken (const Walk *walk, const QmsGraphOutcome *outcome)
{
  return !walk->scenario || qms_graph_possible (outcome, *walk->scenario);
}

/* Takes the next edge of the place on top of the stack; leaves the step if there is none. */
static void
advance (Walk *walk)
{
  Place *top = &g_array_index (walk->stack, Place, walk->stack->len - 1), place = *top;
  const QmsGraphStep *step = &walk->workflow->steps[place.step];

  if (place.outcome == step->n_outcomes) {
    walk->states[place.step] = DONE;
    walk->order[walk->n_done++] = place.step;
    g_array_set_size (walk->stack, walk->stack->len - 1);
  } else if (place.edge > step->outcomes[place.outcome].n_branches
             || !is_taken (walk, &step->outcomes[place.outcome])) {
    *top = (Place){ place.step, place.outcome + 1, 0 };
  } else {
    top->edge++;
    follow (walk, &place, &step->outcomes[place.outcome]);
  }
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
  Walk walk = { .workflow = workflow,
                .marked = workflow,
                .states = states,
                .stack = stack,
                .order = workflow->order,
                .from_start = true };

  for (size_t i = 0; i < workflow->n_steps; i++) {
    if (states[i] == UNSEEN)
      walk_from (&walk, i);
    walk.from_start = false;
  }
}

/* ---- one scenario */

QmsGraphCourse *
qms_graph_course_new (const QmsWorkflow *workflow, size_t scenario)
{
  QmsGraphCourse *course = g_new0 (QmsGraphCourse, 1);
  g_autofree guint8 *states = g_malloc0 (workflow->n_steps + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Place));
  Walk walk = { .workflow = workflow, .scenario = &scenario, .states = states, .stack = stack };

  course->steps = walk.order = g_new (size_t, workflow->n_steps + 1);
  course->places = g_new0 (size_t, workflow->n_steps + 1);
  if (workflow->n_steps > 0)
    walk_from (&walk, 0);
  course->n_steps = walk.n_done;
  for (size_t i = 0; i < course->n_steps; i++)
    course->places[course->steps[i]] = i;
  return course;
}

void
qms_graph_course_free (QmsGraphCourse *course)
{
  if (!course)
    return;
  g_free (course->steps);
  g_free (course->places);
  g_free (course);
}

/* A step is left after all those that were first entered from it, and before those on the way to it. */
bool
qms_graph_course_returns (const QmsGraphCourse *course, size_t step, const QmsGraphOutcome *outcome)
{
  size_t own = course->places[step];

  for (size_t i = 0; i < outcome->n_branches; i++)
    if (course->places[outcome->branches[i]] >= own)
      return true;
  return outcome->target != QMS_WORKFLOW_NONE && course->places[outcome->target] >= own;
}

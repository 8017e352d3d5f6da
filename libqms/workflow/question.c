/* SPDX-License-Identifier: Apache-2.0 */
/* Longest and shortest times: each step is visited once, after the steps that it leads to.
 *
 * * Branches take as long as the longest of them. So a step in a branch has two numbers: the time until its branches meet,
 * and the time until handling ends if it ends before that. What comes after the meeting is added once, where the branches
 * were opened. Loops are left out. */
#include "workflow/way.h"

int
qms_times_compare (const int64_t a[QMS_TIME_CLASSES], const int64_t b[QMS_TIME_CLASSES])
{
  for (int i = 0; i < QMS_TIME_CLASSES; i++)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

void
qms_times_add (int64_t a[QMS_TIME_CLASSES], const int64_t b[QMS_TIME_CLASSES])
{
  for (int i = 0; i < QMS_TIME_CLASSES; i++)
    a[i] = qms_time_add (a[i], b[i]);
}

bool
qms_question_counts (const QmsQuestion *question, size_t step)
{
  const QmsGraphStep *own = &question->workflow->steps[step];

  if (own->stopped)
    return false;
  return question->phase != QMS_WORKFLOW_NONE ? own->phase_index == question->phase : !own->off_clock;
}

void
qms_question_time (const QmsQuestion *question, size_t step, int64_t time[QMS_TIME_CLASSES])
{
  const QmsGraphTime *given = qms_graph_time (&question->workflow->steps[step], question->scenario);
  QmsMeasure measure;

  for (int i = 0; i < QMS_TIME_CLASSES; i++)
    time[i] = 0;
  if (given && qms_question_counts (question, step)
      && qms_measure ((QmsDuration){ { given->mantissa, given->scale }, given->unit }, &measure))
    time[measure.time] = measure.amount;
}

static int
compare (const QmsQuestion *question, const QmsBest *a, const QmsBest *b)
{
  int64_t first = a->time[question->first], other = b->time[question->first];

  if (first != other)
    return first < other ? -1 : 1;
  return qms_times_compare (a->time, b->time);
}

/* Keeps the better of the two; of equals the one that was there. */
static void
take (const QmsQuestion *question, QmsBest *best, const QmsBest *other)
{
  int order = best->exists && other->exists ? compare (question, other, best) : 0;

  if (other->exists && (!best->exists || (question->longest ? order > 0 : order < 0)))
    *best = *other;
}

static QmsBest
then (const QmsBest *first, const QmsBest *second)
{
  QmsBest both = *first;

  both.exists = first->exists && second->exists;
  qms_times_add (both.time, second->time);
  return both;
}

/* Ways that begin at a target, seen from a parallel section. */
static QmsBests
from (const QmsQuestion *question, const QmsBests *bests, size_t section, size_t target)
{
  const GArray *splits = question->workflow->splits;
  QmsBests ways = { 0 };

  if (target == QMS_WORKFLOW_NONE)
    ways.ends.exists = true;
  else if (section != QMS_WORKFLOW_NONE && g_array_index (splits, QmsGraphSplit, section).meeting == target)
    ways.meets.exists = true;
  else {
    ways = bests[target];
    ways.meets.exists = ways.meets.exists && question->workflow->steps[target].section == section;
  }
  return ways;
}

/* All branches until they meet: as long as the longest. */
static void
meet (const QmsQuestion *question, QmsBest *all, const QmsBest *branch, size_t index)
{
  bool first = index == 0;

  if (first || (all->exists && (!branch->exists || compare (question, branch, all) > 0))) {
    *all = *branch;
    all->branch = index;
  }
}

static QmsBests
by_branches (const QmsQuestion *question, const QmsBests *bests, size_t step, const QmsGraphOutcome *outcome)
{
  QmsBests rest = from (question, bests, question->workflow->steps[step].section, outcome->target), ways = { 0 };
  QmsBest all = { 0 };

  for (size_t i = 0; i < outcome->n_branches; i++) {
    QmsBests branch = from (question, bests, outcome->split, outcome->branches[i]);
    branch.ends.breaks = true;
    branch.ends.branch = i;
    take (question, &ways.ends, &branch.ends);
    meet (question, &all, &branch.meets, i);
  }
  all.breaks = false;
  ways.meets = then (&all, &rest.meets);
  all = then (&all, &rest.ends);
  take (question, &ways.ends, &all);
  return ways;
}

QmsBests
qms_question_by (const QmsQuestion *question, const QmsBests *bests, size_t step, size_t outcome)
{
  const QmsGraphStep *own = &question->workflow->steps[step];
  const QmsGraphOutcome *taken = &own->outcomes[outcome];
  QmsBests ways = { 0 };

  if (taken->lost || !qms_graph_possible (taken, question->scenario)
      || qms_graph_course_returns (question->course, step, taken))
    return ways;
  if (taken->n_branches > 0)
    ways = by_branches (question, bests, step, taken);
  else {
    ways = from (question, bests, own->section, taken->target);
    ways.ends.breaks = ways.meets.breaks = false;
  }
  ways.ends.outcome = ways.meets.outcome = outcome;
  return ways;
}

static void
answer_step (const QmsQuestion *question, QmsBests *bests, size_t step)
{
  int64_t time[QMS_TIME_CLASSES];
  QmsBests best = { 0 };

  for (size_t i = 0; i < question->workflow->steps[step].n_outcomes; i++) {
    QmsBests ways = qms_question_by (question, bests, step, i);
    take (question, &best.ends, &ways.ends);
    take (question, &best.meets, &ways.meets);
  }
  qms_question_time (question, step, time);
  qms_times_add (best.ends.time, time);
  qms_times_add (best.meets.time, time);
  bests[step] = best;
}

QmsBests *
qms_question_answer (const QmsQuestion *question)
{
  QmsBests *bests = g_new0 (QmsBests, question->workflow->n_steps + 1);

  for (size_t i = 0; i < question->course->n_steps; i++)
    answer_step (question, bests, question->course->steps[i]);
  return bests;
}

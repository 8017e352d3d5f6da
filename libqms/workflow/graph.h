/* SPDX-License-Identifier: Apache-2.0 */
/* A compiled workflow: steps, outcomes and scenarios as arrays that refer to each other by index. */
#pragma once

#include "core/arena.h"
#include "core/error.h"

#include <qms/workflow.h>

#include <glib.h>
#include <stdbool.h>

typedef struct {
  const char *name;
  int32_t kind; /* QMS_FORM_KIND_…; 0 if not given */
} QmsGraphForm;

typedef struct {
  const char *code, *name;
  int32_t kind;
  bool back; /* closes a loop, all scenarios taken together */
  size_t scenario, target;
  size_t n_branches;
  size_t *branches;
  size_t split;     /* its place among the splits; QMS_WORKFLOW_NONE if it has no branches */
  const char *lost; /* identifier of a step that it leads to and that is not there; NULL: none */
} QmsGraphOutcome;

/* A duration as given, and the scenario it is for (QMS_WORKFLOW_NONE: all). */
typedef struct {
  size_t scenario;
  int64_t mantissa;
  int32_t scale, unit;
} QmsGraphTime;

typedef struct {
  const char *id, *name, *number, *role, *role_name, *unit, *unit_name, *phase, *agency;
  size_t phase_index; /* QMS_WORKFLOW_NONE if there is no such phase */
  int32_t kind;
  bool stopped;   /* the applicant's, or a wait for the applicant: nobody's time limit runs */
  bool off_clock; /* in a phase that does not count against the limits of the whole */
  bool reachable;
  bool crossed; /* entered from two parallel sections, or from inside one and from outside */
  size_t n_times, n_outcomes, n_forms[2];
  QmsGraphTime *times;
  QmsGraphOutcome *outcomes;
  QmsGraphForm *forms[2];
  size_t section; /* split whose branch the step is in; QMS_WORKFLOW_NONE outside of branches */
} QmsGraphStep;

/* Where an outcome opens branches: the parallel section between it and the step where they meet. */
typedef struct {
  size_t step, outcome;
  size_t meeting; /* QMS_WORKFLOW_NONE: they never meet */
  size_t section; /* that it lies in itself */
  size_t outside; /* section of the meeting: outside of all sections that meet there */
} QmsGraphSplit;

typedef struct {
  const char *id, *name, *agency;
  bool off_clock;
} QmsGraphPhase;

typedef struct {
  const char *id, *name;
} QmsGraphScenario;

/* A limit as declared; a duration without unit (0) is not given. */
typedef struct {
  size_t index;           /* among the limits of the procedure */
  size_t scenario, phase; /* QMS_WORKFLOW_NONE: any, the whole */
  int32_t channel;        /* 0: any */
  QmsGraphTime value, statutory;
} QmsGraphLimit;

struct QmsWorkflow {
  gint references; /* atomic */
  QmsArena *arena;
  GHashTable *ids, *scenario_ids, *phase_ids; /* identifier → index + 1 */
  size_t n_steps, n_scenarios, n_phases, n_limits;
  size_t n_lost; /* outcomes that lead to a step that is not there */
  QmsGraphStep *steps;
  QmsGraphScenario *scenarios;
  QmsGraphPhase *phases;
  QmsGraphLimit *limits;
  GArray *splits; /* QmsGraphSplit */
  size_t *order;  /* steps so that each comes after those that it leads to, loops left out */
};

/* Finds loops, parallel sections, the order and what can be reached. */
void qms_graph_arrange (QmsWorkflow *workflow);

/* The steps that a scenario can reach. */
typedef struct {
  size_t n_steps;
  size_t *steps;  /* each comes after those that it leads to, loops left out */
  size_t *places; /* among them, by step */
} QmsGraphCourse;

QmsGraphCourse *qms_graph_course_new (const QmsWorkflow *workflow, size_t scenario);
void qms_graph_course_free (QmsGraphCourse *course);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsGraphCourse, qms_graph_course_free)
/* Whether an outcome that the scenario can take at a step closes a loop in it. */
bool qms_graph_course_returns (const QmsGraphCourse *course, size_t step, const QmsGraphOutcome *outcome);

/* Step, outcome; NULL out of range. */
const QmsGraphStep *qms_graph_step (const QmsWorkflow *workflow, size_t step);
const QmsGraphOutcome *qms_graph_outcome (const QmsWorkflow *workflow, size_t step, size_t outcome);
/* Whether there is such a scenario and such a phase; QMS_WORKFLOW_NONE stands for none in particular. False for NULL. */
bool qms_graph_has (const QmsWorkflow *workflow, size_t scenario, size_t phase);
/* Time of a step in a scenario: its own, else the one for all; NULL if neither is given. */
const QmsGraphTime *qms_graph_time (const QmsGraphStep *step, size_t scenario);
/* Whether the outcome can happen in the scenario. */
static inline bool
qms_graph_possible (const QmsGraphOutcome *outcome, size_t scenario)
{
  return outcome->scenario == QMS_WORKFLOW_NONE || outcome->scenario == scenario;
}

/* Whether handling ends with the outcome. */
static inline bool
qms_graph_ends (const QmsGraphOutcome *outcome)
{
  return outcome->target == QMS_WORKFLOW_NONE && outcome->n_branches == 0 && !outcome->lost;
}

/* Error: the outcome leads to a step that is not there. */
QmsStatus qms_graph_fail_lost (const QmsWorkflow *workflow, size_t step, size_t outcome, const QmsPlace *place,
                               QmsError **error);

/* Step at which the branches of a section meet. */
static inline size_t
qms_graph_meeting (const QmsWorkflow *workflow, size_t section)
{
  return g_array_index (workflow->splits, QmsGraphSplit, section).meeting;
}

typedef enum {
  QMS_GOAL_END,     /* an end of the handling */
  QMS_GOAL_MEETING, /* the meeting of the step's own parallel section, without leaving it */
} QmsGoal;

/* By step: 1 if the goal can be reached from it in some scenario. Free with g_free. */
guint8 *qms_graph_reaches (const QmsWorkflow *workflow, QmsGoal goal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsWorkflow, qms_workflow_unref)

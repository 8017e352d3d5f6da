/* SPDX-License-Identifier: Apache-2.0 */
/* Longest and shortest times of the ways through a workflow, by dynamic programming over its steps. */
#pragma once

#include "workflow/graph.h"
#include "workflow/measure.h"

/* The extreme among ways to one kind of goal. */
typedef struct {
  bool exists;
  bool breaks;    /* the outcome opens branches, and in one of them handling ends before they meet */
  size_t outcome; /* that the way takes at the step */
  size_t branch;  /* of the outcome: the one that takes longest, or that ends the handling */
  int64_t time[QMS_TIME_CLASSES];
} QmsBest;

/* From a step on: to an end of the handling, and to where its parallel section meets. */
typedef struct {
  QmsBest ends, meets;
} QmsBests;

/* What is asked for. */
typedef struct {
  const QmsWorkflow *workflow;
  const QmsGraphCourse *course; /* of the scenario */
  size_t scenario, phase;       /* QMS_WORKFLOW_NONE: no particular one; the whole */
  bool longest;
  QmsTimeClass first; /* by which ways are compared; where they are equal in it, class by class */
} QmsQuestion;

/* Time of a step that counts in the question, in the classes of time. */
void qms_question_time (const QmsQuestion *question, size_t step, int64_t time[QMS_TIME_CLASSES]);
/* Whether the question is about the time of a step: whether it counts against the limits of the phase or of the whole. */
bool qms_question_counts (const QmsQuestion *question, size_t step);
/* Ways on from a step by one of its outcomes, given `bests` of all steps that it leads to; without the step's own time. */
QmsBests qms_question_by (const QmsQuestion *question, const QmsBests *bests, size_t step, size_t outcome);
/* Bests by step: of those that the scenario can reach, nothing of the others. Free with g_free. */
QmsBests *qms_question_answer (const QmsQuestion *question);

/* Times are compared class by class: working time, then calendar time, then months. */
int qms_times_compare (const int64_t a[QMS_TIME_CLASSES], const int64_t b[QMS_TIME_CLASSES]);
/* Adds `b` to `a`. */
void qms_times_add (int64_t a[QMS_TIME_CLASSES], const int64_t b[QMS_TIME_CLASSES]);

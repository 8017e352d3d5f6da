/* SPDX-License-Identifier: Apache-2.0 */
/* How the times of a procedure's steps compare with the limits that it declares. */
#pragma once

#include "workflow/measure.h"

#include <qms/workflow.h>

typedef struct {
  int32_t outcome;                /* QMS_TIMING_OVER, _UNDER or _INCOMPARABLE */
  const QmsNode *limit;           /* the time limit */
  const char *scenario;           /* identifier; NULL if the sum is not about one */
  const char *phase;              /* identifier; NULL for the whole */
  int64_t sum;                    /* OVER, UNDER: in the class of the limit */
  bool classes[QMS_TIME_CLASSES]; /* that occur in the steps */
} QmsVerdict;

/* Verdicts about the limits of `procedure` that its steps do not meet exactly, as a new GArray of QmsVerdict in order
 * of the limits' scenarios and phases. Where steps have outcomes, `workflow` is the compiled procedure and its longest
 * ways count; otherwise it is NULL and the steps are added up. */
GArray *qms_timing_verdicts (const QmsNode *procedure, const QmsWorkflow *workflow);

/* Time of `procedure` if there is exactly one: no scenarios, times of one class, none missing. */
bool qms_timing_sum (const QmsNode *procedure, const QmsWorkflow *workflow, QmsMeasure *sum);

/* The parts of both that are about workflows. */
GArray *qms_timing_judge_ways (const QmsNode *procedure, const QmsWorkflow *workflow);
bool qms_timing_longest_way (const QmsWorkflow *workflow, QmsMeasure *sum);

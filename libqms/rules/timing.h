/* SPDX-License-Identifier: Apache-2.0 */
/* How the times of a procedure's steps compare with the limits that it declares. */
#pragma once

#include "workflow/measure.h"

typedef enum { QMS_TIMING_OVER, QMS_TIMING_UNDER, QMS_TIMING_INCOMPARABLE } QmsTimingOutcome;

typedef struct {
  QmsTimingOutcome outcome;
  const QmsNode *limit;           /* the time limit */
  const char *scenario;           /* identifier; NULL if the sum is not about one */
  const char *phase;              /* identifier; NULL for the whole */
  int64_t sum;                    /* OVER, UNDER: in the class of the limit */
  bool classes[QMS_TIME_CLASSES]; /* that occur in the steps */
} QmsVerdict;

/* Verdicts about the limits of `procedure` that its steps do not meet exactly, as a new GArray of QmsVerdict in order
 * of the limits' scenarios and phases. */
GArray *qms_timing_verdicts (const QmsNode *procedure);

/* Sum of the steps of `procedure` if there is exactly one: no scenarios, times of one class, none missing. */
bool qms_timing_sum (const QmsNode *procedure, QmsMeasure *sum);

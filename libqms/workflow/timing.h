/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of a comparison of times with limits. */
#pragma once

#include "workflow/way.h"

#include <qms/model.h>

typedef struct {
  size_t scenario, phase;
  int32_t channel, verdict;
  int64_t time[QMS_WORKFLOW_LONGEST + 1][QMS_TIME_CLASSES];
  bool classes[QMS_TIME_CLASSES]; /* of the times of the steps that can be reached */
  bool way;                       /* there is one that leads to an end */
  bool unmeasurable;              /* one of them is too long or too fine */
  bool lost;                      /* one of the steps has an outcome that leads to a step that is not there */
  size_t missing;                 /* of those steps */
  const QmsGraphLimit *limit;     /* NULL: none */
} QmsTimingRow;

struct QmsTiming {
  QmsWorkflow *workflow;
  GArray *rows; /* QmsTimingRow */
  bool complete;
};

/* NULL out of range. */
const QmsTimingRow *qms_timing_row (const QmsTiming *timing, size_t row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsTiming, qms_timing_free)

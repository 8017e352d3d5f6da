/* SPDX-License-Identifier: Apache-2.0 */
/* Workflows as text and JSON. */
#pragma once

#include "workflow/timing.h"

#include <jansson.h>

/* What is written about one procedure. */
typedef struct {
  const QmsNode *procedure;
  const QmsWorkflow *workflow;
  const QmsTiming *timing;
  size_t most_paths; /* of a scenario */
  int lang;
} QmsWorkflowView;

void qms_workflow_view_text (const QmsWorkflowView *view, GString *out);
/* NULL if a text is no UTF-8. */
json_t *qms_workflow_view_json (const QmsWorkflowView *view);

/* "equal", as programs read it; "bằng thời hạn", as people do. */
const char *qms_timing_verdict_name (int32_t verdict);
const char *qms_timing_verdict_label (int32_t verdict, int lang);
/* Scenarios to be shown: those of the timing, or none in particular (QMS_WORKFLOW_NONE). */
size_t qms_workflow_view_scenarios (const QmsWorkflowView *view);
size_t qms_workflow_view_scenario (const QmsWorkflow *workflow, size_t index);
/* The unit in which an amount of time is given where no limit says another. */
int qms_time_unit (int time);

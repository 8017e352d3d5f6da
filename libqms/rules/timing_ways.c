/* SPDX-License-Identifier: Apache-2.0 */
/* The longest ways through a procedure against its limits, as rules report them. */
#include "rules/timing.h"
#include "workflow/timing.h"

#include <string.h>

static bool
is_reported (int32_t verdict)
{
  return verdict == QMS_TIMING_OVER || verdict == QMS_TIMING_UNDER || verdict == QMS_TIMING_INCOMPARABLE;
}

static QmsVerdict
verdict_of (const QmsNode *procedure, const QmsWorkflow *workflow, const QmsTimingRow *row)
{
  QmsVerdict verdict = { .outcome = row->verdict,
                         .limit = qms_procedure_get_time_limits (procedure, row->limit->index),
                         .scenario = qms_workflow_scenario_id (workflow, row->scenario),
                         .phase = qms_workflow_phase_id (workflow, row->phase) };
  QmsMeasure limit = { 0 };

  qms_measure_field (verdict.limit, QMS_TIME_LIMIT_VALUE, &limit);
  verdict.sum = row->time[QMS_WORKFLOW_LONGEST][limit.time];
  memcpy (verdict.classes, row->classes, sizeof verdict.classes);
  return verdict;
}

/* Whether two scenarios say the same of one limit. */
static bool
says_the_same (const QmsVerdict *a, const QmsVerdict *b)
{
  return a->outcome == b->outcome && (a->outcome == QMS_TIMING_INCOMPARABLE || a->sum == b->sum);
}

GArray *
qms_timing_judge_ways (const QmsNode *procedure, const QmsWorkflow *workflow)
{
  GArray *verdicts = g_array_new (FALSE, FALSE, sizeof (QmsVerdict));
  g_autoptr (QmsTiming) timing = qms_timing_new (workflow);
  g_autofree guint *said = g_new0 (guint, qms_procedure_count_time_limits (procedure)); /* of a limit last, from 1 */

  for (size_t i = 0; i < qms_timing_rows (timing); i++) {
    const QmsTimingRow *row = qms_timing_row (timing, i);
    if (!is_reported (row->verdict))
      continue;
    QmsVerdict verdict = verdict_of (procedure, workflow, row);
    guint *last = &said[row->limit->index];
    if (*last > 0 && says_the_same (&g_array_index (verdicts, QmsVerdict, *last - 1), &verdict))
      continue;
    g_array_append_val (verdicts, verdict);
    *last = verdicts->len;
  }
  return verdicts;
}

bool
qms_timing_longest_way (const QmsWorkflow *workflow, QmsMeasure *sum)
{
  g_autoptr (QmsTiming) timing = qms_timing_new (workflow);
  const QmsTimingRow *row = qms_timing_row (timing, 0);
  int classes = 0;

  for (int i = 0; row && i < QMS_TIME_CLASSES; i++)
    if (row->classes[i]) {
      *sum = (QmsMeasure){ (QmsTimeClass)i, row->time[QMS_WORKFLOW_LONGEST][i] };
      classes++;
    }
  return classes == 1 && row->missing == 0 && !row->unmeasurable;
}

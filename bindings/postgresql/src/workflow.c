/* SPDX-License-Identifier: Apache-2.0 */
/* qms_steps, qms_outcomes, qms_way, qms_limits, qms_workflow: the workflow of a procedure, as relations and as text. */
#include "find.h"
#include "functions.h"
#include "output.h"
#include "rows.h"
#include "text.h"
#include "words.h"

#include <string.h>

#define MILLIONTHS 1000000

/* The guard holds the document of the first argument and the workflow of the procedure that the second one names. */
static Guard *
open_workflow (FunctionCallInfo fcinfo)
{
  Guard *guard = pgqms_open (fcinfo);
  const QmsNode *procedure = pgqms_find_or_fail (guard->document, pgqms_argument (fcinfo, 1));

  if (qms_workflow_new (procedure, &guard->workflow, &guard->error))
    pgqms_fail (guard);
  return guard;
}

static const char *
step_id (const QmsWorkflow *workflow, size_t step)
{
  return step == QMS_WORKFLOW_NONE ? NULL : qms_workflow_step_id (workflow, step);
}

/* Time of a step in the scenario that the third argument names; null: in all. */
static void
put_duration (Rows *rows, const Guard *guard, size_t step, size_t scenario)
{
  int64_t mantissa;
  int32_t scale, unit;

  if (qms_workflow_step_duration (guard->workflow, step, scenario, &mantissa, &scale, &unit) != QMS_OK)
    pgqms_put_text (rows, NULL);
  else
    pgqms_put_text (rows, pgqms_duration (mantissa, scale, unit));
}

static void
put_step (Rows *rows, const Guard *guard, size_t step, size_t scenario)
{
  const QmsWorkflow *workflow = guard->workflow;

  pgqms_put_int (rows, (int32)step + 1, true);
  pgqms_put_text (rows, qms_workflow_step_id (workflow, step));
  pgqms_put_text (rows, qms_workflow_step_number (workflow, step));
  pgqms_put_text (rows, qms_workflow_step_name (workflow, step));
  pgqms_put_text (rows, qms_enum_value_name (qms_enum_by_name ("step_kind"), qms_workflow_step_kind (workflow, step)));
  pgqms_put_text (rows, qms_workflow_step_role (workflow, step));
  pgqms_put_text (rows, qms_workflow_step_role_name (workflow, step));
  pgqms_put_text (rows, qms_workflow_step_unit (workflow, step));
  pgqms_put_text (rows, qms_workflow_step_unit_name (workflow, step));
  pgqms_put_text (rows, qms_workflow_step_phase (workflow, step));
  pgqms_put_text (rows, qms_workflow_step_agency (workflow, step));
  put_duration (rows, guard, step, scenario);
  pgqms_put_bool (rows, qms_workflow_step_counts (workflow, step));
  pgqms_row_end (rows);
}

static size_t
scenario_named (const QmsWorkflow *workflow, const char *id)
{
  size_t scenario = id ? qms_workflow_find_scenario (workflow, id) : QMS_WORKFLOW_NONE;

  if (id && scenario == QMS_WORKFLOW_NONE)
    ereport (ERROR, (errcode (ERRCODE_UNDEFINED_OBJECT), errmsg ("no scenario \"%s\"", pgqms_string (id))));
  return scenario;
}

Datum
core_steps (PG_FUNCTION_ARGS)
{
  size_t scenario;
  Guard *guard;
  Rows rows;

  if (PG_ARGISNULL (0) || PG_ARGISNULL (1))
    return pgqms_no_rows (fcinfo);
  guard = open_workflow (fcinfo);
  scenario = scenario_named (guard->workflow, pgqms_argument (fcinfo, 2));
  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_workflow_steps (guard->workflow); i++)
    put_step (&rows, guard, i, scenario);
  pgqms_guard_free (guard);
  return (Datum)0;
}

static void
put_scenario (Rows *rows, const QmsWorkflow *workflow, size_t scenario)
{
  pgqms_put_text (rows, scenario == QMS_WORKFLOW_NONE ? NULL : qms_workflow_scenario_id (workflow, scenario));
}

static void
put_branches (Rows *rows, const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  size_t count = qms_workflow_outcome_branches (workflow, step, outcome);
  const char **ids = palloc (sizeof *ids * (count + 1));

  for (size_t i = 0; i < count; i++)
    ids[i] = step_id (workflow, qms_workflow_outcome_branch (workflow, step, outcome, i));
  pgqms_put_texts (rows, ids, (int)count);
  pfree (ids);
}

static void
put_outcome (Rows *rows, const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  const QmsEnum *kinds = qms_enum_by_name ("outcome_kind");

  pgqms_put_text (rows, qms_workflow_step_id (workflow, step));
  pgqms_put_text (rows, qms_workflow_outcome_code (workflow, step, outcome));
  pgqms_put_text (rows, qms_workflow_outcome_name (workflow, step, outcome));
  pgqms_put_text (rows, qms_enum_value_name (kinds, qms_workflow_outcome_kind (workflow, step, outcome)));
  pgqms_put_text (rows, step_id (workflow, qms_workflow_outcome_target (workflow, step, outcome)));
  put_branches (rows, workflow, step, outcome);
  put_scenario (rows, workflow, qms_workflow_outcome_scenario (workflow, step, outcome));
  pgqms_put_text (rows, qms_workflow_outcome_lost (workflow, step, outcome));
  pgqms_put_bool (rows, qms_workflow_outcome_is_back (workflow, step, outcome));
  pgqms_row_end (rows);
}

Datum
core_outcomes (PG_FUNCTION_ARGS)
{
  Guard *guard = open_workflow (fcinfo);
  Rows rows;

  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_workflow_steps (guard->workflow); i++)
    for (size_t j = 0; j < qms_workflow_outcomes (guard->workflow, i); j++)
      put_outcome (&rows, guard->workflow, i, j);
  pgqms_guard_free (guard);
  return (Datum)0;
}

static int32_t
extreme_named (const char *name)
{
  if (strcmp (name, "longest") == 0)
    return QMS_WORKFLOW_LONGEST;
  if (strcmp (name, "shortest") == 0)
    return QMS_WORKFLOW_SHORTEST;
  ereport (ERROR, (errcode (ERRCODE_INVALID_PARAMETER_VALUE), errmsg ("a way is the longest or the shortest")));
}

static void
put_way (Rows *rows, const QmsWorkflow *workflow, const QmsWay *way)
{
  size_t count = qms_way_steps (way);
  const char **ids = palloc (sizeof *ids * (count + 1));

  for (size_t i = 0; i < count; i++)
    ids[i] = step_id (workflow, qms_way_step (way, i));
  pgqms_put_texts (rows, ids, (int)count);
  pgqms_put_int64 (rows, qms_way_time (way, QMS_WORKFLOW_WORKING) / MILLIONTHS, true);
  pgqms_put_int64 (rows, qms_way_time (way, QMS_WORKFLOW_CALENDAR) / MILLIONTHS, true);
  pgqms_put_int (rows, (int32)qms_way_hand_overs (way), true);
  pgqms_row_end (rows);
  pfree (ids);
}

/* No row where no way leads to an end. */
Datum
core_way (PG_FUNCTION_ARGS)
{
  int32_t extreme = extreme_named (pgqms_argument (fcinfo, 2));
  Guard *guard = open_workflow (fcinfo);
  Rows rows;

  guard->way = qms_way_new (guard->workflow, QMS_WORKFLOW_NONE, QMS_WORKFLOW_NONE, extreme);
  pgqms_rows_begin (&rows, fcinfo, guard);
  if (guard->way)
    put_way (&rows, guard->workflow, guard->way);
  pgqms_guard_free (guard);
  return (Datum)0;
}

static void
put_phase (Rows *rows, const QmsWorkflow *workflow, size_t phase)
{
  pgqms_put_text (rows, phase == QMS_WORKFLOW_NONE ? NULL : qms_workflow_phase_id (workflow, phase));
}

static void
put_limit (Rows *rows, const QmsTiming *timing, size_t row)
{
  int64_t mantissa;
  int32_t scale, unit;

  if (qms_timing_limit (timing, row, &mantissa, &scale, &unit) != QMS_OK)
    pgqms_put_text (rows, NULL);
  else
    pgqms_put_text (rows, pgqms_duration (mantissa, scale, unit));
}

static void
put_timing (Rows *rows, const QmsWorkflow *workflow, const QmsTiming *timing, size_t row)
{
  static const char *const verdicts[] = {
    [QMS_TIMING_NO_LIMIT] = "no_limit",
    [QMS_TIMING_EQUAL] = "equal",
    [QMS_TIMING_UNDER] = "under",
    [QMS_TIMING_OVER] = "over",
    [QMS_TIMING_INCOMPARABLE] = "incomparable",
    [QMS_TIMING_INCOMPLETE] = "incomplete",
    [QMS_TIMING_NO_WAY] = "no_way",
  };

  put_scenario (rows, workflow, qms_timing_scenario (timing, row));
  put_phase (rows, workflow, qms_timing_phase (timing, row));
  pgqms_put_text (rows, qms_enum_value_name (qms_enum_by_name ("channel_kind"), qms_timing_channel (timing, row)));
  put_limit (rows, timing, row);
  pgqms_put_text (rows, verdicts[qms_timing_verdict (timing, row)]);
  pgqms_row_end (rows);
}

Datum
core_limits (PG_FUNCTION_ARGS)
{
  Guard *guard = open_workflow (fcinfo);
  Rows rows;

  guard->timing = qms_timing_new (guard->workflow);
  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_timing_rows (guard->timing); i++)
    put_timing (&rows, guard->workflow, guard->timing, i);
  pgqms_guard_free (guard);
  return (Datum)0;
}

/* Arguments: document, procedure, format, language, number of ways. */
Datum
core_workflow (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);
  const QmsNode *procedure = pgqms_find_or_fail (guard->document, pgqms_argument (fcinfo, 1));
  const char *format = pgqms_argument (fcinfo, 2);
  int32_t lang = pgqms_language (pgqms_argument (fcinfo, 3));
  int32 ways = PG_GETARG_INT32 (4);

  return pgqms_give_text (guard, qms_workflow_write (&procedure, 1, format, lang, ways > 0 ? (size_t)ways : 0,
                                                     &guard->text, NULL, &guard->error));
}

/* SPDX-License-Identifier: Apache-2.0 */
/* qms_case_state, qms_case_steps, qms_case_next, qms_case_form: what is asked of a case file. */
#include "calendar.h"
#include "find.h"
#include "functions.h"
#include "moment.h"
#include "opened.h"
#include "output.h"
#include "rows.h"
#include "text.h"

#include "utils/timestamp.h"

Guard *
pgqms_open_case (FunctionCallInfo fcinfo, int calendar)
{
  QmsCalendar *kept = pgqms_calendar (fcinfo, calendar);
  Guard *guard = pgqms_open (fcinfo);

  if (qms_case_open (guard->document, kept, &guard->opened, &guard->error))
    pgqms_fail (guard);
  return guard;
}

static void
put_time (Rows *rows, QmsStatus status, int64_t seconds)
{
  pgqms_put_datum (rows, status == QMS_OK ? pgqms_time (seconds) : (Datum)0, status == QMS_OK);
}

static void
put_minutes (Rows *rows, QmsStatus status, int64_t minutes)
{
  pgqms_put_int64 (rows, minutes, status == QMS_OK);
}

static void
put_timeliness (Rows *rows, int32_t timeliness)
{
  pgqms_put_text (rows, qms_enum_value_name (qms_enum_by_name ("timeliness"), timeliness));
}

static bool
lacks_argument (FunctionCallInfo fcinfo)
{
  return PG_ARGISNULL (0) || PG_ARGISNULL (1);
}

static void
put_state (Rows *rows, const QmsCase *opened, int64_t now)
{
  const QmsNode *root = qms_document_root (qms_case_document (opened));
  int64_t due = 0, minutes = 0;
  QmsStatus status = qms_case_due (opened, &due, NULL);

  pgqms_put_text (rows, qms_node_get_string (root, QMS_CASE_FILE_CODE));
  pgqms_put_text (rows, qms_enum_value_name (qms_enum_by_name ("case_status"), qms_case_status (opened)));
  pgqms_put_bool (rows, qms_case_is_ended (opened));
  pgqms_put_bool (rows, qms_case_is_running (opened));
  put_time (rows, status, due);
  put_timeliness (rows, qms_case_timeliness (opened, now, 0));
  status = qms_case_remaining (opened, now, &minutes);
  put_minutes (rows, status, minutes);
  pgqms_put_int64 (rows, qms_case_used (opened, now), true);
  pgqms_row_end (rows);
}

Datum
core_case_state (PG_FUNCTION_ARGS)
{
  Guard *guard;
  Rows rows;

  if (lacks_argument (fcinfo))
    return pgqms_no_rows (fcinfo);
  guard = pgqms_open_case (fcinfo, 2);
  pgqms_rows_begin (&rows, fcinfo, guard);
  put_state (&rows, guard->opened, pgqms_seconds (PG_GETARG_TIMESTAMPTZ (1)));
  pgqms_guard_free (guard);
  return (Datum)0;
}

static void
put_step (Rows *rows, const QmsCase *opened, size_t step, int64_t now, int64_t soon)
{
  const QmsWorkflow *workflow = qms_case_workflow (opened);
  int64_t entered = 0, due = 0, minutes = 0;
  QmsStatus status = qms_case_step_entered (opened, step, &entered);

  pgqms_put_text (rows, qms_workflow_step_id (workflow, step));
  pgqms_put_text (rows, qms_workflow_step_name (workflow, step));
  pgqms_put_text (rows, qms_workflow_step_role (workflow, step));
  pgqms_put_text (rows, qms_workflow_step_role_name (workflow, step));
  put_time (rows, status, entered);
  status = qms_case_step_due (opened, step, &due);
  put_time (rows, status, due);
  pgqms_put_bool (rows, qms_case_step_is_running (opened, step));
  put_timeliness (rows, qms_case_step_timeliness (opened, step, now, soon));
  status = qms_case_step_remaining (opened, step, now, &minutes);
  put_minutes (rows, status, minutes);
  pgqms_put_int64 (rows, qms_case_step_used (opened, step, now), true);
  pgqms_row_end (rows);
}

/* Arguments: case file, time, calendar, how many working minutes are soon. */
Datum
core_case_steps (PG_FUNCTION_ARGS)
{
  Guard *guard;
  Rows rows;
  int64 now, soon;

  if (lacks_argument (fcinfo))
    return pgqms_no_rows (fcinfo);
  guard = pgqms_open_case (fcinfo, 2);
  now = pgqms_seconds (PG_GETARG_TIMESTAMPTZ (1));
  soon = PG_ARGISNULL (3) ? 0 : PG_GETARG_INT64 (3);
  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_case_open_steps (guard->opened); i++)
    put_step (&rows, guard->opened, qms_case_open_step (guard->opened, i), now, soon);
  pgqms_guard_free (guard);
  return (Datum)0;
}

/* The step of the case's procedure; an SQL error if it has none of this identifier. */
static size_t
step_named (const QmsWorkflow *workflow, const char *id)
{
  size_t step = qms_workflow_find (workflow, id);

  if (step == QMS_WORKFLOW_NONE)
    ereport (ERROR, (errcode (ERRCODE_UNDEFINED_OBJECT), errmsg ("no step \"%s\"", pgqms_string (id))));
  return step;
}

static size_t
outcome_named (const QmsWorkflow *workflow, size_t step, const char *code)
{
  size_t outcome = qms_workflow_find_outcome (workflow, step, code);

  if (outcome == QMS_WORKFLOW_NONE)
    ereport (ERROR, (errcode (ERRCODE_UNDEFINED_OBJECT), errmsg ("no outcome \"%s\"", pgqms_string (code))));
  return outcome;
}

static void
put_next (Rows *rows, const QmsCase *opened, size_t step, size_t outcome)
{
  const QmsWorkflow *workflow = qms_case_workflow (opened);
  int32_t ends = 0;
  size_t count = qms_case_next_count (opened, step, outcome, &ends);
  const char **ids = palloc (sizeof *ids * (count + 1));

  for (size_t i = 0; i < count; i++)
    ids[i] = qms_workflow_step_id (workflow, qms_case_next (opened, step, outcome, i));
  pgqms_put_bool (rows, qms_case_is_possible (opened, step, outcome));
  pgqms_put_texts (rows, ids, (int)count);
  pgqms_put_bool (rows, ends);
  pgqms_row_end (rows);
  pfree (ids);
}

/* Arguments: case file, step, outcome, calendar. */
Datum
core_case_next (PG_FUNCTION_ARGS)
{
  const QmsWorkflow *workflow;
  Guard *guard;
  size_t step;
  Rows rows;

  if (lacks_argument (fcinfo) || PG_ARGISNULL (2))
    return pgqms_no_rows (fcinfo);
  guard = pgqms_open_case (fcinfo, 3);
  workflow = qms_case_workflow (guard->opened);
  step = step_named (workflow, pgqms_argument (fcinfo, 1));
  pgqms_rows_begin (&rows, fcinfo, guard);
  put_next (&rows, guard->opened, step, outcome_named (workflow, step, pgqms_argument (fcinfo, 2)));
  pgqms_guard_free (guard);
  return (Datum)0;
}

Datum
core_case_form (PG_FUNCTION_ARGS)
{
  Guard *guard;
  int32_t kind;

  if (lacks_argument (fcinfo))
    PG_RETURN_NULL ();
  kind = pgqms_value_or_fail ("form_kind", pgqms_argument (fcinfo, 1));
  guard = pgqms_open_case (fcinfo, 2);
  return pgqms_give_text (guard,
                          qms_case_form (guard->opened, kind, "json", QMS_LANG_VI, &guard->text, NULL, &guard->error));
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on workflows, calendars and cases. Times are texts in ISO 8601. */
#include "run.h"

#include <stdio.h>
#include <string.h>

/* ---- calendars */

static const char *const certainties[] = { "sure", "unsure", "outside" };

static void
op_calendar (Call *call)
{
  QmsCalendar *calendar = NULL;

  call->status = qms_calendar_load (arg_text (call, 0), &calendar, &call->error);
  give_handle (call, VALUE_CALENDAR, calendar);
}

static void
op_calendar_from (Call *call)
{
  QmsCalendar *calendar = NULL;

  call->status = qms_calendar_new (self_handle (call, VALUE_DOCUMENT), &calendar, &call->error);
  give_handle (call, VALUE_CALENDAR, calendar);
}

static void
give_due (Call *call, int64_t due, int32_t certainty)
{
  g_autofree char *text = time_format (due, qms_calendar_utc_offset (self_handle (call, VALUE_CALENDAR)));

  give_data (call, json_pack ("[s, s]", text, certainties[certainty]));
}

/* Takes "0.5 ngayLamViec" apart; 0 if it is no duration. */
static int
read_duration (const char *text, int64_t *mantissa, int32_t *scale, int32_t *unit)
{
  const char *space = strchr (text, ' '), *dot = strchr (text, '.');
  g_autofree char *digits = g_strndup (text, space ? (gsize)(space - text) : 0);

  if (!space)
    return 0;
  *scale = dot ? (int32_t)(space - dot - 1) : 0;
  if (dot)
    memmove (digits + (dot - text), digits + (dot - text) + 1, strlen (digits + (dot - text)));
  *mantissa = g_ascii_strtoll (digits, NULL, 10);
  *unit = qms_enum_value_by_name (qms_enum_by_name ("duration_unit"), space + 1);
  return *unit != 0;
}

static void
op_due (Call *call)
{
  int64_t mantissa = 0, due = 0;
  int32_t scale = 0, unit = 0, certainty = 0;

  if (!read_duration (arg_text (call, 1), &mantissa, &scale, &unit))
    call->status = QMS_ERROR_VALUE;
  else
    call->status = qms_calendar_due (self_handle (call, VALUE_CALENDAR), time_parse (arg_text (call, 0)), mantissa,
                                     scale, unit, &due, &certainty, &call->error);
  give_due (call, due, certainty);
}

static void
op_same_day_due (Call *call)
{
  int64_t due = 0;
  int32_t certainty = 0;

  call->status = qms_calendar_same_day_due (self_handle (call, VALUE_CALENDAR), time_parse (arg_text (call, 0)), &due,
                                            &certainty, &call->error);
  give_due (call, due, certainty);
}

static void
op_add_minutes (Call *call)
{
  int64_t end = 0;
  int32_t certainty = 0;

  call->status = qms_calendar_add (self_handle (call, VALUE_CALENDAR), time_parse (arg_text (call, 0)),
                                   arg_int (call, 1, 0), &end, &certainty, &call->error);
  give_due (call, end, certainty);
}

static void
op_working_minutes (Call *call)
{
  give_int (call, qms_calendar_between (self_handle (call, VALUE_CALENDAR), time_parse (arg_text (call, 0)),
                                        time_parse (arg_text (call, 1))));
}

/* Whether the day is worked, and what the calendar names it. */
static void
op_day (Call *call)
{
  const QmsCalendar *calendar = self_handle (call, VALUE_CALENDAR);
  int year = 0, month = 0, day = 0;

  sscanf (arg_text (call, 0), "%d-%d-%d", &year, &month, &day);
  give_data (call, json_pack ("[b, s?]", qms_calendar_is_working_day (calendar, year, month, day),
                              qms_calendar_day_name (calendar, year, month, day)));
}

/* ---- workflows */

static void
op_workflow (Call *call)
{
  QmsWorkflow *workflow = NULL;

  call->status = qms_workflow_new (self_handle (call, VALUE_NODE), &workflow, &call->error);
  give_handle (call, VALUE_WORKFLOW, workflow);
}

static const char *
step_id (const QmsWorkflow *workflow, size_t step)
{
  return step == QMS_WORKFLOW_NONE ? NULL : qms_workflow_step_id (workflow, step);
}

/* Of each step: identifier, name, name of the role, whether its time counts. */
static void
op_steps (Call *call)
{
  const QmsWorkflow *workflow = self_handle (call, VALUE_WORKFLOW);
  json_t *steps = json_array ();

  for (size_t i = 0; i < qms_workflow_steps (workflow); i++)
    json_array_append_new (
        steps, json_pack ("[s, s?, s?, b]", step_id (workflow, i), qms_workflow_step_name (workflow, i),
                          qms_workflow_step_role_name (workflow, i), qms_workflow_step_counts (workflow, i)));
  give_data (call, steps);
}

static json_t *
branches_of (const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  json_t *ids = json_array ();

  for (size_t i = 0; i < qms_workflow_outcome_branches (workflow, step, outcome); i++)
    json_array_append_new (ids,
                           json_string (step_id (workflow, qms_workflow_outcome_branch (workflow, step, outcome, i))));
  return ids;
}

/* Of each outcome of a step: code, kind, identifier of the step that it leads to, those of the branches that it opens. */
static void
op_outcomes (Call *call)
{
  const QmsWorkflow *workflow = self_handle (call, VALUE_WORKFLOW);
  const QmsEnum *kinds = qms_enum_by_name ("outcome_kind");
  size_t step = qms_workflow_find (workflow, arg_text (call, 0));
  json_t *outcomes = json_array ();

  for (size_t i = 0; i < qms_workflow_outcomes (workflow, step); i++)
    json_array_append_new (outcomes,
                           json_pack ("[s, s?, s?, o]", qms_workflow_outcome_code (workflow, step, i),
                                      qms_enum_value_name (kinds, qms_workflow_outcome_kind (workflow, step, i)),
                                      step_id (workflow, qms_workflow_outcome_target (workflow, step, i)),
                                      branches_of (workflow, step, i)));
  give_data (call, outcomes);
}

/* Steps of the longest or shortest way, and its working time in minutes. */
static void
op_way (Call *call)
{
  const QmsWorkflow *workflow = self_handle (call, VALUE_WORKFLOW);
  int32_t extreme = g_strcmp0 (arg_text (call, 0), "shortest") == 0 ? QMS_WORKFLOW_SHORTEST : QMS_WORKFLOW_LONGEST;
  QmsWay *way = qms_way_new (workflow, QMS_WORKFLOW_NONE, QMS_WORKFLOW_NONE, extreme);
  json_t *steps = json_array ();

  for (size_t i = 0; i < qms_way_steps (way); i++)
    json_array_append_new (steps, json_string (step_id (workflow, qms_way_step (way, i))));
  give_data (call, json_pack ("[o, I]", steps, (json_int_t)(qms_way_time (way, QMS_WORKFLOW_WORKING) / 1000000)));
  qms_way_free (way);
}

/* Verdict on each row of times against limits. */
static void
op_verdicts (Call *call)
{
  static const char *const names[] = { "no_limit", "equal", "under", "over", "incomparable", "incomplete", "no_way" };
  QmsTiming *timing = qms_timing_new (self_handle (call, VALUE_WORKFLOW));
  json_t *verdicts = json_array ();

  for (size_t i = 0; i < qms_timing_rows (timing); i++)
    json_array_append_new (verdicts, json_string (names[qms_timing_verdict (timing, i)]));
  qms_timing_free (timing);
  give_data (call, verdicts);
}

/* ---- cases */

static void
op_start_case (Call *call)
{
  QmsCase *opened = NULL;

  call->status = qms_case_start (self_handle (call, VALUE_DOCUMENT), arg_handle (call, 0, VALUE_NODE),
                                 arg_handle (call, 1, VALUE_CALENDAR), &opened, &call->error);
  give_handle (call, VALUE_CASE, opened);
}

static void
op_open_case (Call *call)
{
  QmsCase *opened = NULL;

  call->status =
      qms_case_open (self_handle (call, VALUE_DOCUMENT), arg_handle (call, 0, VALUE_CALENDAR), &opened, &call->error);
  give_handle (call, VALUE_CASE, opened);
}

static void
op_complete (Call *call)
{
  call->status =
      qms_case_complete (self_handle (call, VALUE_CASE), arg_text (call, 0), arg_text (call, 1),
                         time_parse (arg_text (call, 2)), arg_text (call, 3), arg_text (call, 4), &call->error);
}

/* Something that happens to a case: its name, when, who, a note. */
static void
op_happen (Call *call)
{
  static const struct {
    const char *name;
    QmsStatus (*act) (QmsCase *, int64_t, const char *, const char *, QmsError **);
  } acts[] = {
    { "request_supplement", qms_case_request_supplement },
    { "receive_supplement", qms_case_receive_supplement },
    { "request_payment", qms_case_request_payment },
    { "receive_payment", qms_case_receive_payment },
    { "stop", qms_case_stop },
    { "withdraw", qms_case_withdraw },
    { "refuse", qms_case_refuse },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_strcmp0 (acts[i].name, arg_text (call, 0)) == 0)
      call->status = acts[i].act (self_handle (call, VALUE_CASE), time_parse (arg_text (call, 1)), arg_text (call, 2),
                                  arg_text (call, 3), &call->error);
}

static void
op_hand_over (Call *call)
{
  call->status =
      qms_case_hand_over (self_handle (call, VALUE_CASE), arg_text (call, 1), arg_text (call, 0),
                          time_parse (arg_text (call, 2)), arg_text (call, 3), arg_text (call, 4), &call->error);
}

static void
op_extend (Call *call)
{
  call->status =
      qms_case_extend (self_handle (call, VALUE_CASE), time_parse (arg_text (call, 0)), time_parse (arg_text (call, 1)),
                       arg_text (call, 2), arg_text (call, 3), &call->error);
}

static json_t *
time_or_null (const QmsCase *opened, QmsStatus status, int64_t time)
{
  g_autofree char *text = time_format (time, qms_calendar_utc_offset (qms_case_calendar (opened)));

  return status == QMS_OK ? json_string (text) : json_null ();
}

static json_t *
open_steps (const QmsCase *opened)
{
  json_t *steps = json_array ();

  for (size_t i = 0; i < qms_case_open_steps (opened); i++) {
    size_t step = qms_case_open_step (opened, i);
    int64_t due = 0;
    QmsStatus status = qms_case_step_due (opened, step, &due);
    json_array_append_new (
        steps, json_pack ("[s, o]", step_id (qms_case_workflow (opened), step), time_or_null (opened, status, due)));
  }
  return steps;
}

/* How a case stands at a time: see docs/conformance.md. */
static void
op_state (Call *call)
{
  const QmsCase *opened = self_handle (call, VALUE_CASE);
  const char *timeliness = qms_enum_value_name (qms_enum_by_name ("timeliness"),
                                                qms_case_timeliness (opened, time_parse (arg_text (call, 0)), 0));
  int64_t due = 0;
  QmsStatus status = qms_case_due (opened, &due, NULL);

  give_data (call,
             json_pack ("{s:s?, s:b, s:b, s:o, s:s?, s:o}", "status",
                        qms_enum_value_name (qms_enum_by_name ("case_status"), qms_case_status (opened)), "ended",
                        qms_case_is_ended (opened), "running", qms_case_is_running (opened), "due",
                        time_or_null (opened, status, due), "timeliness", timeliness, "open", open_steps (opened)));
}

static void
op_case_document (Call *call)
{
  give_handle (call, VALUE_DOCUMENT, qms_document_ref (qms_case_document (self_handle (call, VALUE_CASE))));
}

static void
op_remaining (Call *call)
{
  int64_t minutes = 0;

  call->status = qms_case_remaining (self_handle (call, VALUE_CASE), time_parse (arg_text (call, 0)), &minutes);
  give_int (call, minutes);
}

static void
op_form (Call *call)
{
  int32_t kind = qms_enum_value_by_name (qms_enum_by_name ("form_kind"), arg_text (call, 0));
  char *text = NULL;

  call->status = qms_case_form (self_handle (call, VALUE_CASE), kind, "json", QMS_LANG_VI, &text, NULL, &call->error);
  give_parsed (call, text);
}

static void
op_case_code (Call *call)
{
  char *code = NULL;
  int year = 0, month = 0, day = 0;

  sscanf (arg_text (call, 1), "%d-%d-%d", &year, &month, &day);
  call->status = qms_case_code_build (arg_text (call, 0), year, month, day, arg_int (call, 2, 0), &code, &call->error);
  give_taken_text (call, code);
}

const Operation work_operations[] = {
  { "calendar", op_calendar },
  { "calendar_from", op_calendar_from },
  { "due", op_due },
  { "same_day_due", op_same_day_due },
  { "add_minutes", op_add_minutes },
  { "working_minutes", op_working_minutes },
  { "day", op_day },
  { "workflow", op_workflow },
  { "steps", op_steps },
  { "outcomes", op_outcomes },
  { "way", op_way },
  { "verdicts", op_verdicts },
  { "start_case", op_start_case },
  { "open_case", op_open_case },
  { "complete", op_complete },
  { "happen", op_happen },
  { "hand_over", op_hand_over },
  { "extend", op_extend },
  { "state", op_state },
  { "case_document", op_case_document },
  { "remaining", op_remaining },
  { "form", op_form },
  { "case_code", op_case_code },
  { NULL, NULL },
};

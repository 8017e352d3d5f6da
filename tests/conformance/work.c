/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on calendars and cases. Times are texts in ISO 8601. */
#include "run.h"

#include <stdio.h>

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

static void
op_due (Call *call)
{
  int64_t mantissa = 0, due = 0;
  int32_t scale = 0, unit = 0, certainty = 0;

  if (!duration_parse (arg_text (call, 1), &mantissa, &scale, &unit))
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

/* Identifier, minutes of a working day, offset from UTC in minutes. */
static void
op_calendar_info (Call *call)
{
  const QmsCalendar *calendar = self_handle (call, VALUE_CALENDAR);

  give_data (call, json_pack ("[s, i, i]", qms_calendar_id (calendar), (int)qms_calendar_day_minutes (calendar),
                              (int)qms_calendar_utc_offset (calendar)));
}

static const char *
value_name (const char *enumeration, int32_t value)
{
  return qms_enum_value_name (qms_enum_by_name (enumeration), value);
}

/* Why the calendar names the day off, and how sure that is. */
static void
op_day_off (Call *call)
{
  const QmsCalendar *calendar = self_handle (call, VALUE_CALENDAR);
  int year = 0, month = 0, day = 0;

  sscanf (arg_text (call, 0), "%d-%d-%d", &year, &month, &day);
  give_data (call,
             json_pack ("[s?, s?]", value_name ("day_off_kind", qms_calendar_day_kind (calendar, year, month, day)),
                        value_name ("certainty", qms_calendar_day_certainty (calendar, year, month, day))));
}

static void
op_parse_limit (Call *call)
{
  int64_t mantissa = 0;
  int32_t scale = 0, unit = 0;

  call->status = qms_limit_parse (arg_text (call, 0), &mantissa, &scale, &unit, &call->error);
  give_data (call, duration_data (call->status, mantissa, scale, unit));
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
    json_array_append_new (steps, json_pack ("[s, o]", qms_workflow_step_id (qms_case_workflow (opened), step),
                                             time_or_null (opened, status, due)));
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

/* An open step at a time: see docs/conformance.md. */
static void
op_open_step (Call *call)
{
  const QmsCase *opened = self_handle (call, VALUE_CASE);
  size_t step = qms_workflow_find (qms_case_workflow (opened), arg_text (call, 0));
  int64_t now = time_parse (arg_text (call, 1)), entered = 0, due = 0, remaining = 0;

  if (qms_case_step_entered (opened, step, &entered) != QMS_OK) {
    give_text (call, NULL);
    return;
  }
  QmsStatus has_due = qms_case_step_due (opened, step, &due);
  QmsStatus has_rest = qms_case_step_remaining (opened, step, now, &remaining);
  give_data (call,
             json_pack ("{s:o, s:o, s:b, s:s?, s:o, s:I}", "entered", time_or_null (opened, QMS_OK, entered), "due",
                        time_or_null (opened, has_due, due), "running", qms_case_step_is_running (opened, step),
                        "timeliness",
                        value_name ("timeliness", qms_case_step_timeliness (opened, step, now, arg_int (call, 2, 0))),
                        "remaining", has_rest == QMS_OK ? json_integer (remaining) : json_null (), "used",
                        (json_int_t)qms_case_step_used (opened, step, now)));
}

static void
op_used (Call *call)
{
  give_int (call, qms_case_used (self_handle (call, VALUE_CASE), time_parse (arg_text (call, 0))));
}

/* What opens if a step is completed with an outcome. */
static void
op_next (Call *call)
{
  const QmsCase *opened = self_handle (call, VALUE_CASE);
  const QmsWorkflow *workflow = qms_case_workflow (opened);
  size_t step = qms_workflow_find (workflow, arg_text (call, 0));
  size_t outcome = qms_workflow_find_outcome (workflow, step, arg_text (call, 1));
  json_t *steps = json_array ();
  int32_t ends = 0;
  size_t count = qms_case_next_count (opened, step, outcome, &ends);

  for (size_t i = 0; i < count; i++)
    json_array_append_new (steps,
                           json_string (qms_workflow_step_id (workflow, qms_case_next (opened, step, outcome, i))));
  give_data (call, json_pack ("{s:b, s:o, s:b}", "possible", qms_case_is_possible (opened, step, outcome), "steps",
                              steps, "ends", ends));
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

static void
op_parse_case_code (Call *call)
{
  char *agency = NULL;
  int32_t year = 0, month = 0, day = 0;
  int64_t serial = 0;

  call->status = qms_case_code_parse (arg_text (call, 0), &agency, &year, &month, &day, &serial, &call->error);
  if (call->status == QMS_OK)
    give_data (call,
               json_pack ("[s, o, I]", agency, json_sprintf ("%04d-%02d-%02d", year, month, day), (json_int_t)serial));
  qms_free (agency);
}

const Operation work_operations[] = {
  { "calendar", op_calendar },
  { "calendar_from", op_calendar_from },
  { "due", op_due },
  { "same_day_due", op_same_day_due },
  { "add_minutes", op_add_minutes },
  { "working_minutes", op_working_minutes },
  { "day", op_day },
  { "day_off", op_day_off },
  { "calendar_info", op_calendar_info },
  { "parse_limit", op_parse_limit },
  { "start_case", op_start_case },
  { "open_case", op_open_case },
  { "complete", op_complete },
  { "happen", op_happen },
  { "hand_over", op_hand_over },
  { "extend", op_extend },
  { "state", op_state },
  { "case_document", op_case_document },
  { "remaining", op_remaining },
  { "used", op_used },
  { "open_step", op_open_step },
  { "next", op_next },
  { "form", op_form },
  { "case_code", op_case_code },
  { "parse_case_code", op_parse_case_code },
  { NULL, NULL },
};

/* SPDX-License-Identifier: Apache-2.0 */
/* Where a case stands, what comes next and what happened, as JSON. */
#include "case.h"

static void
put (json_t *object, const char *key, const char *text)
{
  if (text)
    json_object_set_new (object, key, json_string (text));
}

static void
put_number (json_t *object, const char *key, int64_t number)
{
  json_object_set_new (object, key, json_integer ((json_int_t)number));
}

static void
put_time (json_t *object, const char *key, const QmsCase *opened, QmsStatus status, int64_t time)
{
  g_autofree char *text = status == QMS_OK ? cli_moment_text (qms_case_calendar (opened), time) : NULL;
  put (object, key, text);
}

static void
put_name (json_t *object, const char *key, uint32_t field, int32_t value)
{
  if (value != 0)
    put (object, key, cli_case_name (field, value));
}

/* ---- status */

static json_t *
step_json (const QmsCase *opened, size_t step, int64_t now, int64_t soon)
{
  const QmsWorkflow *workflow = qms_case_workflow (opened);
  g_autofree char *party = cli_case_party (opened, step);
  json_t *json = json_object ();
  int64_t time = 0, left = 0;
  int32_t clock = qms_case_step_is_running (opened, step) ? QMS_CLOCK_RUNNING : QMS_CLOCK_STOPPED;

  put (json, "step", qms_workflow_step_id (workflow, step));
  put (json, "name", qms_workflow_step_name (workflow, step));
  put (json, "role", qms_workflow_step_role (workflow, step));
  put (json, "unit", qms_workflow_step_unit (workflow, step));
  put (json, "party", party);
  put_time (json, "entered", opened, qms_case_step_entered (opened, step, &time), time);
  put_time (json, "due", opened, qms_case_step_due (opened, step, &time), time);
  if (qms_case_step_remaining (opened, step, now, &left) == QMS_OK)
    put_number (json, "remaining", left);
  put_number (json, "used", qms_case_step_used (opened, step, now));
  put_name (json, "timeliness", QMS_CASE_EVENT_RESULT, qms_case_step_timeliness (opened, step, now, soon));
  put_name (json, "clock", QMS_OPEN_STEP_CLOCK, clock);
  return json;
}

static void
put_whole (json_t *json, const QmsCase *opened, int64_t now, int64_t soon)
{
  int64_t time = 0, left = 0;
  int32_t unsure = 0;

  put_time (json, "due", opened, qms_case_due (opened, &time, &unsure), time);
  json_object_set_new (json, "due_unsure", json_boolean (unsure));
  if (qms_case_remaining (opened, now, &left) == QMS_OK)
    put_number (json, "remaining", left);
  put_number (json, "used", qms_case_used (opened, now));
  put_name (json, "timeliness", QMS_CASE_EVENT_RESULT, qms_case_timeliness (opened, now, soon));
  put_name (json, "clock", QMS_OPEN_STEP_CLOCK, qms_case_is_running (opened) ? QMS_CLOCK_RUNNING : QMS_CLOCK_STOPPED);
  json_object_set_new (json, "ended", json_boolean (qms_case_is_ended (opened)));
}

json_t *
cli_case_status_json (const QmsCase *opened, int64_t now, int64_t soon)
{
  const QmsNode *file = qms_document_root (qms_case_document (opened));
  json_t *json = json_object (), *steps = json_array ();
  char *received = qms_node_get_text (file, QMS_CASE_FILE_RECEIVED, 0);

  put_number (json, "version", 1);
  put (json, "code", qms_case_file_get_code (file));
  put (json, "procedure_code", qms_case_file_get_procedure_code (file));
  put (json, "procedure", qms_case_file_get_procedure_name (file));
  put_number (json, "status", qms_case_status (opened));
  put_name (json, "status_name", QMS_CASE_FILE_STATUS, qms_case_status (opened));
  put (json, "received", received);
  put_whole (json, opened, now, soon);
  for (size_t i = 0; i < qms_case_open_steps (opened); i++)
    json_array_append_new (steps, step_json (opened, qms_case_open_step (opened, i), now, soon));
  json_object_set_new (json, "steps", steps);
  qms_free (received);
  return json;
}

/* ---- next */

static json_t *
outcome_json (const QmsCase *opened, size_t step, size_t outcome)
{
  const QmsWorkflow *workflow = qms_case_workflow (opened);
  json_t *json = json_object (), *next = json_array ();
  int32_t ends = 0;
  size_t count = qms_case_next_count (opened, step, outcome, &ends);

  put (json, "outcome", qms_workflow_outcome_code (workflow, step, outcome));
  put (json, "name", qms_workflow_outcome_name (workflow, step, outcome));
  put_name (json, "kind", QMS_OUTCOME_KIND, qms_workflow_outcome_kind (workflow, step, outcome));
  for (size_t i = 0; i < count; i++)
    json_array_append_new (next,
                           json_string (qms_workflow_step_id (workflow, qms_case_next (opened, step, outcome, i))));
  json_object_set_new (json, "next", next);
  json_object_set_new (json, "ends", json_boolean (ends));
  put (json, "lost", qms_workflow_outcome_lost (workflow, step, outcome));
  return json;
}

static json_t *
outcomes_json (const QmsCase *opened, size_t step)
{
  json_t *outcomes = json_array ();

  for (size_t i = 0; i < qms_workflow_outcomes (qms_case_workflow (opened), step); i++)
    if (qms_case_is_possible (opened, step, i))
      json_array_append_new (outcomes, outcome_json (opened, step, i));
  return outcomes;
}

json_t *
cli_case_next_json (const QmsCase *opened)
{
  json_t *steps = json_array ();

  for (size_t i = 0; i < qms_case_open_steps (opened); i++) {
    size_t step = qms_case_open_step (opened, i);
    g_autofree char *party = cli_case_party (opened, step);
    json_t *json = json_object ();
    put (json, "step", qms_workflow_step_id (qms_case_workflow (opened), step));
    put (json, "name", qms_workflow_step_name (qms_case_workflow (opened), step));
    put (json, "party", party);
    json_object_set_new (json, "outcomes", outcomes_json (opened, step));
    json_array_append_new (steps, json);
  }
  return json_pack ("{s:i, s:o}", "version", 1, "steps", steps);
}

/* ---- log */

/* The scalar fields of a node that have values, by API name. */
static json_t *
fields_json (const QmsNode *node)
{
  const QmsType *type = qms_node_type (node);
  json_t *json = json_object ();

  for (size_t i = 0; i < qms_type_field_count (type); i++) {
    const QmsField *field = qms_type_field_at (type, i);
    char *text = qms_field_kind (field) == QMS_KIND_NODE ? NULL : qms_node_get_text (node, qms_field_id (field), 0);
    if (qms_field_kind (field) == QMS_KIND_INT && text)
      put_number (json, qms_field_name (field), qms_node_get_int (node, qms_field_id (field)));
    else
      put (json, qms_field_name (field), text);
    qms_free (text);
  }
  return json;
}

static json_t *
event_json (const QmsNode *event)
{
  json_t *json = fields_json (event), *next = json_array ();

  for (size_t i = 0; i < qms_case_event_count_next (event); i++)
    json_array_append_new (next, fields_json (qms_case_event_get_next (event, i)));
  json_object_set_new (json, "next", next);
  if (qms_case_event_has_agency (event))
    json_object_set_new (json, "agency", fields_json (qms_case_event_get_agency (event)));
  return json;
}

json_t *
cli_case_log_json (const QmsCase *opened)
{
  const QmsNode *file = qms_document_root (qms_case_document (opened));
  json_t *events = json_array ();

  for (size_t i = 0; i < qms_case_file_count_log (file); i++)
    json_array_append_new (events, event_json (qms_case_file_get_log (file, i)));
  return json_pack ("{s:i, s:o}", "version", 1, "events", events);
}

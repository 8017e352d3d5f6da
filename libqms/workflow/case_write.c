/* SPDX-License-Identifier: Apache-2.0 */
/* Writes the state of a case and its events into the case file. */
#include "workflow/case_handle.h"

#include <qms/error.h>
#include <qms/model.h>

static void
put_time (QmsNode *node, uint32_t field, int64_t time, int32_t offset, QmsError **error)
{
  if (time == QMS_NO_TIME)
    qms_node_unset (node, field);
  else
    qms_node_set_datetime (node, field, time, offset, error);
}

/* 0 stands for absent. */
static void
put_number (QmsNode *node, uint32_t field, int64_t number, QmsError **error)
{
  if (number == 0)
    qms_node_unset (node, field);
  else
    qms_node_set_int (node, field, number, error);
}

/* NULL and "" stand for absent. */
static void
put_text (QmsNode *node, uint32_t field, const char *text, QmsError **error)
{
  if (text && *text != '\0')
    qms_node_set_string (node, field, text, error);
}

/* ---- the log */

static void
write_next (QmsNode *node, const QmsCaseState *state, QmsError **error)
{
  for (guint i = 0; i < state->fresh->len; i++) {
    size_t step = g_array_index (state->fresh, size_t, i);
    QmsNode *next = qms_case_event_add_next (node, error);
    qms_case_next_set_step (next, qms_workflow_step_id (state->workflow, step), error);
    put_time (next, QMS_CASE_NEXT_DUE, state->steps[step].due, state->offset, error);
  }
}

static void
write_completion (QmsNode *node, const QmsCaseState *state, const QmsCaseEvent *event, QmsError **error)
{
  if (event->kind != QMS_CASE_EVENT_KIND_COMPLETE)
    return;
  qms_case_event_set_step (node, qms_workflow_step_id (state->workflow, event->step), error);
  put_text (node, QMS_CASE_EVENT_OUTCOME, qms_workflow_outcome_code (state->workflow, event->step, event->outcome),
            error);
  put_number (node, QMS_CASE_EVENT_RESULT, event->result, error);
  qms_case_event_set_used (node, event->used, error);
}

static void
write_agency (QmsNode *node, uint32_t field, const QmsCaseWords *words, QmsError **error)
{
  QmsNode *agency;

  if (!words->agency_code && !words->agency)
    return;
  agency = qms_node_add (node, field, 0, error);
  put_text (agency, QMS_CASE_AGENCY_CODE, words->agency_code, error);
  put_text (agency, QMS_CASE_AGENCY_NAME, words->agency, error);
}

static void
fill_event (QmsNode *node, const QmsCaseState *state, const QmsCaseEvent *event, const QmsCaseWords *words,
            QmsError **error)
{
  qms_case_event_set_time (node, event->time, state->offset, error);
  qms_case_event_set_kind (node, event->kind, error);
  write_completion (node, state, event, error);
  put_text (node, QMS_CASE_EVENT_ACTOR, words->actor, error);
  put_text (node, QMS_CASE_EVENT_NOTE, words->note, error);
  put_time (node, QMS_CASE_EVENT_DUE, event->due, state->offset, error);
  put_number (node, QMS_CASE_EVENT_DUE_UNSURE, event->due_unsure, error);
  if (event->stopped >= 0)
    qms_case_event_set_stopped (node, event->stopped, error);
  write_agency (node, QMS_CASE_EVENT_AGENCY, words, error);
  write_next (node, state, error);
}

QmsStatus
qms_case_write_event (const QmsCase *opened, const QmsCaseState *state, const QmsCaseEvent *event,
                      const QmsCaseWords *words, QmsError **error)
{
  QmsError *problems = NULL;
  QmsNode *node = qms_case_file_add_log (opened->file, &problems);
  QmsStatus status;

  fill_event (node, state, event, words, &problems);
  if (words->agency && !problems)
    write_agency (opened->file, QMS_CASE_FILE_DECIDING_AGENCY, words, &problems);
  if (!problems)
    return QMS_OK;
  status = qms_error_status (problems);
  if (node)
    qms_node_detach (node, NULL);
  if (error)
    *error = problems;
  else
    qms_error_free (problems);
  return status;
}

/* ---- the state */

static void
write_step (QmsNode *node, const QmsCaseState *state, size_t index)
{
  const QmsCaseStep *step = &state->steps[index];

  put_time (node, QMS_OPEN_STEP_ENTERED, step->entered, state->offset, NULL);
  put_time (node, QMS_OPEN_STEP_DUE, step->due, state->offset, NULL);
  qms_open_step_set_clock (node, qms_case_state_step_runs (state, index) ? QMS_CLOCK_RUNNING : QMS_CLOCK_STOPPED, NULL);
  put_number (node, QMS_OPEN_STEP_STOPPED, step->stopped, NULL);
}

/* Step of the workflow that a node of the file stands for, if it is open. */
static size_t
open_step_of (const QmsNode *node, const QmsCaseState *state)
{
  size_t index = qms_workflow_find (state->workflow, qms_open_step_get_step (node));

  return index != QMS_WORKFLOW_NONE && state->steps[index].open ? index : QMS_WORKFLOW_NONE;
}

/* Takes away the steps that are closed. */
static void
drop_closed (QmsNode *file, const QmsCaseState *state)
{
  for (size_t i = qms_case_file_count_open_steps (file); i-- > 0;)
    if (open_step_of (qms_case_file_get_open_steps (file, i), state) == QMS_WORKFLOW_NONE)
      qms_node_remove (file, QMS_CASE_FILE_OPEN_STEPS, i, NULL);
}

/* In the order of the procedure; nodes of steps that stay open are kept, with what else they hold. */
static void
write_steps (QmsNode *file, const QmsCaseState *state)
{
  drop_closed (file, state);
  for (size_t i = 0, seen = 0; seen < state->n_open; i++) {
    QmsNode *node = qms_case_file_get_open_steps (file, seen);
    if (!state->steps[i].open)
      continue;
    if (!node || open_step_of (node, state) != i) {
      node = qms_node_add (file, QMS_CASE_FILE_OPEN_STEPS, seen, NULL);
      qms_open_step_set_step (node, qms_workflow_step_id (state->workflow, i), NULL);
    }
    write_step (node, state, i);
    seen++;
  }
}

void
qms_case_write_state (const QmsCase *opened)
{
  const QmsCaseState *state = opened->state;
  QmsNode *file = opened->file;

  qms_case_file_set_status (file, qms_case_state_status (state), NULL);
  put_time (file, QMS_CASE_FILE_DUE, state->due, state->offset, NULL);
  put_number (file, QMS_CASE_FILE_DUE_UNSURE, state->due_unsure, NULL);
  put_time (file, QMS_CASE_FILE_STOPPED_SINCE, state->stopped_since, state->offset, NULL);
  put_number (file, QMS_CASE_FILE_STOPPED, state->stopped, NULL);
  put_time (file, QMS_CASE_FILE_ENDED, state->ended_at, state->offset, NULL);
  put_number (file, QMS_CASE_FILE_RESULT, qms_case_state_result (state), NULL);
  write_steps (file, state);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Compares a case file, field by field, with the state that its log gives. */
#include "workflow/case_compare.h"

#include "core/kind.h"

#include <qms/model.h>

/* Takes `expected` over. */
static bool
differs (QmsReplay *replay, const QmsNode *node, uint32_t field, char *expected)
{
  char *found = qms_node_get_text (node, field, 0);

  replay->result = QMS_REPLAY_DIFFERS;
  replay->node = node;
  replay->field = field;
  replay->found = g_strdup (found ? found : "–");
  replay->expected = expected;
  qms_free (found);
  return false;
}

static bool
same_time (QmsReplay *replay, const QmsNode *node, uint32_t field, int64_t time, int32_t offset)
{
  if (qms_case_get_time (node, field) == time)
    return true;
  return differs (replay, node, field, time == QMS_NO_TIME ? g_strdup ("–") : qms_case_time_text (time, offset));
}

static bool
same_number (QmsReplay *replay, const QmsNode *node, uint32_t field, int64_t number)
{
  if (qms_node_get_int (node, field) == number)
    return true;
  return differs (replay, node, field, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

static bool
same_flag (QmsReplay *replay, const QmsNode *node, uint32_t field, bool flag)
{
  if ((qms_node_get_int (node, field) != 0) == flag)
    return true;
  return differs (replay, node, field, g_strdup (flag ? "true" : "false"));
}

static bool
same_value (QmsReplay *replay, const QmsNode *node, uint32_t field, int32_t value)
{
  const char *name = qms_enum_value_xml (qms_field_enum (qms_field_by_id (field)), value);

  if (qms_node_get_int (node, field) == value)
    return true;
  return differs (replay, node, field, g_strdup (name ? name : "–"));
}

/* ---- open steps */

static bool
same_step (QmsReplay *replay, const QmsNode *node, const QmsCaseState *state, size_t index)
{
  const QmsCaseStep *step = &state->steps[index];
  const char *id = qms_workflow_step_id (state->workflow, index);
  int32_t clock = qms_case_state_step_runs (state, index) ? QMS_CLOCK_RUNNING : QMS_CLOCK_STOPPED;

  if (g_strcmp0 (qms_open_step_get_step (node), id) != 0)
    return differs (replay, node, QMS_OPEN_STEP_STEP, g_strdup (id));
  return same_time (replay, node, QMS_OPEN_STEP_ENTERED, step->entered, state->offset)
         && same_time (replay, node, QMS_OPEN_STEP_DUE, step->due, state->offset)
         && same_value (replay, node, QMS_OPEN_STEP_CLOCK, clock)
         && same_number (replay, node, QMS_OPEN_STEP_STOPPED, step->stopped);
}

static bool
same_count (QmsReplay *replay, const QmsNode *file, const QmsCaseState *state)
{
  size_t count = qms_case_file_count_open_steps (file);

  if (count == state->n_open)
    return true;
  replay->result = QMS_REPLAY_DIFFERS;
  replay->node = file;
  replay->field = QMS_CASE_FILE_OPEN_STEPS;
  replay->found = g_strdup_printf ("%zu", count);
  replay->expected = g_strdup_printf ("%zu", state->n_open);
  return false;
}

static bool
same_steps (QmsReplay *replay, const QmsNode *file, const QmsCaseState *state)
{
  if (!same_count (replay, file, state))
    return false;
  for (size_t i = 0, seen = 0; seen < state->n_open; i++)
    if (state->steps[i].open && !same_step (replay, qms_case_file_get_open_steps (file, seen++), state, i))
      return false;
  return true;
}

/* ---- the whole */

static bool
same_whole (QmsReplay *replay, const QmsNode *file, const QmsCaseState *state)
{
  int32_t offset = state->offset;

  return same_value (replay, file, QMS_CASE_FILE_STATUS, qms_case_state_status (state))
         && same_time (replay, file, QMS_CASE_FILE_DUE, state->due, offset)
         && same_flag (replay, file, QMS_CASE_FILE_DUE_UNSURE, state->due_unsure)
         && same_time (replay, file, QMS_CASE_FILE_STOPPED_SINCE, state->stopped_since, offset)
         && same_number (replay, file, QMS_CASE_FILE_STOPPED, state->stopped)
         && same_time (replay, file, QMS_CASE_FILE_ENDED, state->ended_at, offset)
         && same_value (replay, file, QMS_CASE_FILE_RESULT, qms_case_state_result (state));
}

static bool
same_receipt (QmsReplay *replay, const QmsNode *file, const QmsCaseState *state)
{
  int64_t time = qms_case_get_time (qms_case_file_get_log (file, 0), QMS_CASE_EVENT_TIME);

  return !state->started || same_time (replay, file, QMS_CASE_FILE_RECEIVED, time, state->offset);
}

void
qms_case_compare (const QmsNode *file, const QmsCaseState *state, QmsReplay *replay)
{
  if (same_receipt (replay, file, state) && same_whole (replay, file, state))
    same_steps (replay, file, state);
}

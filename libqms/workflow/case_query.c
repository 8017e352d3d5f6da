/* SPDX-License-Identifier: Apache-2.0 */
/* What can be asked of a case: where it is, what comes next, when it is due, whether it is late. */
#include "workflow/case_compare.h"
#include "workflow/case_handle.h"

#include <qms/model.h>

int32_t
qms_case_status (const QmsCase *opened)
{
  return opened ? qms_case_state_status (opened->state) : 0;
}

int32_t
qms_case_is_ended (const QmsCase *opened)
{
  return opened && opened->state->ended;
}

int32_t
qms_case_is_running (const QmsCase *opened)
{
  return opened && qms_case_state_runs (opened->state);
}

/* ---- steps */

static const QmsCaseStep *
step_of (const QmsCase *opened, size_t step)
{
  if (!opened || step >= qms_workflow_steps (opened->workflow) || !opened->state->steps[step].open)
    return NULL;
  return &opened->state->steps[step];
}

size_t
qms_case_open_steps (const QmsCase *opened)
{
  return opened ? opened->state->n_open : 0;
}

size_t
qms_case_open_step (const QmsCase *opened, size_t index)
{
  if (index >= qms_case_open_steps (opened))
    return QMS_WORKFLOW_NONE;
  for (size_t i = 0;; i++)
    if (opened->state->steps[i].open && index-- == 0)
      return i;
}

QmsStatus
qms_case_step_entered (const QmsCase *opened, size_t step, int64_t *entered)
{
  const QmsCaseStep *found = step_of (opened, step);

  if (!found)
    return QMS_ERROR_NOT_FOUND;
  if (entered)
    *entered = found->entered;
  return QMS_OK;
}

QmsStatus
qms_case_step_due (const QmsCase *opened, size_t step, int64_t *due)
{
  const QmsCaseStep *found = step_of (opened, step);

  if (!found || found->due == QMS_NO_TIME)
    return QMS_ERROR_NOT_FOUND;
  if (due)
    *due = found->due;
  return QMS_OK;
}

int32_t
qms_case_step_is_running (const QmsCase *opened, size_t step)
{
  return step_of (opened, step) && qms_case_state_step_runs (opened->state, step);
}

int32_t
qms_case_is_possible (const QmsCase *opened, size_t step, size_t outcome)
{
  return opened && outcome < qms_workflow_outcomes (opened->workflow, step)
         && qms_case_outcome_possible (opened->state, step, outcome);
}

/* ---- what comes next */

/* The state after a completion; NULL if it cannot happen. */
static QmsCaseState *
look_ahead (const QmsCase *opened, size_t step, size_t outcome)
{
  QmsCaseEvent event = qms_case_event (QMS_CASE_EVENT_KIND_COMPLETE, opened ? opened->state->last : 0);
  QmsCaseState *state;

  if (!step_of (opened, step) || !qms_case_is_possible (opened, step, outcome))
    return NULL;
  event.step = step;
  event.outcome = outcome;
  if (qms_case_state_allows (opened->state, &event, NULL) != QMS_OK)
    return NULL;
  state = qms_case_state_copy (opened->state);
  qms_case_state_move (state, &event);
  return state;
}

size_t
qms_case_next_count (const QmsCase *opened, size_t step, size_t outcome, int32_t *ends)
{
  g_autoptr (QmsCaseState) state = look_ahead (opened, step, outcome);

  if (ends)
    *ends = state && state->ended;
  return state ? state->fresh->len : 0;
}

size_t
qms_case_next (const QmsCase *opened, size_t step, size_t outcome, size_t index)
{
  g_autoptr (QmsCaseState) state = look_ahead (opened, step, outcome);

  return state && index < state->fresh->len ? g_array_index (state->fresh, size_t, index) : QMS_WORKFLOW_NONE;
}

/* ---- time */

QmsStatus
qms_case_due (const QmsCase *opened, int64_t *due, int32_t *unsure)
{
  if (!opened || opened->state->due == QMS_NO_TIME)
    return QMS_ERROR_NOT_FOUND;
  if (due)
    *due = opened->state->due;
  if (unsure)
    *unsure = opened->state->due_unsure;
  return QMS_OK;
}

/* The moment by which something is told at `now`: when its clock stopped, if that is earlier. */
static int64_t
clock_at (const QmsCase *opened, int64_t now)
{
  const QmsCaseState *state = opened->state;

  if (state->ended)
    return state->clock_end;
  return state->stopped_since != QMS_NO_TIME ? MIN (now, state->stopped_since) : now;
}

/* The same for an open step: that of the applicant has no clock of its own, its time is over when it is over. */
static int64_t
step_clock (const QmsCase *opened, size_t step, int64_t now)
{
  return qms_workflow_step_counts (opened->workflow, step) ? clock_at (opened, now) : now;
}

QmsStatus
qms_case_remaining (const QmsCase *opened, int64_t now, int64_t *minutes)
{
  int64_t due;

  if (qms_case_due (opened, &due, NULL) != QMS_OK)
    return QMS_ERROR_NOT_FOUND;
  if (minutes)
    *minutes = qms_calendar_between (opened->calendar, clock_at (opened, now), due);
  return QMS_OK;
}

QmsStatus
qms_case_step_remaining (const QmsCase *opened, size_t step, int64_t now, int64_t *minutes)
{
  int64_t due;

  if (qms_case_step_due (opened, step, &due) != QMS_OK)
    return QMS_ERROR_NOT_FOUND;
  if (minutes)
    *minutes = qms_calendar_between (opened->calendar, step_clock (opened, step, now), due);
  return QMS_OK;
}

int64_t
qms_case_used (const QmsCase *opened, int64_t now)
{
  int64_t end;

  if (!opened)
    return 0;
  end = opened->state->ended ? opened->state->ended_at : clock_at (opened, now);
  return MAX (qms_calendar_between (opened->calendar, qms_case_get_time (opened->file, QMS_CASE_FILE_RECEIVED), end)
                  - opened->state->stopped,
              0);
}

int64_t
qms_case_step_used (const QmsCase *opened, size_t step, int64_t now)
{
  const QmsCaseStep *found = step_of (opened, step);

  if (!found || !qms_workflow_step_counts (opened->workflow, step))
    return 0;
  return MAX (qms_calendar_between (opened->calendar, found->entered, clock_at (opened, now)) - found->stopped, 0);
}

/* ---- early or late */

/* Of something open: `remaining` working minutes are left at `now`. */
static int32_t
timeliness_of (int64_t due, int64_t now, int64_t remaining, int64_t soon)
{
  if (qms_case_step_result (due, now) == QMS_TIMELINESS_OVERDUE)
    return QMS_TIMELINESS_OVERDUE;
  return remaining <= soon ? QMS_TIMELINESS_DUE_SOON : QMS_TIMELINESS_IN_TIME;
}

int32_t
qms_case_timeliness (const QmsCase *opened, int64_t now, int64_t soon)
{
  int64_t remaining;

  if (!opened || qms_case_remaining (opened, now, &remaining) != QMS_OK)
    return 0;
  if (opened->state->ended)
    return qms_case_state_result (opened->state);
  return timeliness_of (opened->state->due, clock_at (opened, now), remaining, soon);
}

int32_t
qms_case_step_timeliness (const QmsCase *opened, size_t step, int64_t now, int64_t soon)
{
  int64_t remaining;

  if (qms_case_step_remaining (opened, step, now, &remaining) != QMS_OK)
    return 0;
  return timeliness_of (opened->state->steps[step].due, step_clock (opened, step, now), remaining, soon);
}

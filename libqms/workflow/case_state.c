/* SPDX-License-Identifier: Apache-2.0 */
/* Events move a case: which steps open and close, when the clock stands still, what the status is. */
#include "workflow/case_state.h"

#include "core/number.h"

#include <qms/model.h>

#include <string.h>

enum { SECONDS = 60, DAY_SECONDS = 24 * 60 * 60 };

QmsCaseEvent
qms_case_event (int32_t kind, int64_t time)
{
  return (QmsCaseEvent){
    .kind = kind,
    .time = time,
    .step = QMS_WORKFLOW_NONE,
    .outcome = QMS_WORKFLOW_NONE,
    .due = QMS_NO_TIME,
    .stopped = -1,
    .used = -1,
  };
}

QmsCaseState *
qms_case_state_new (const QmsWorkflow *workflow, size_t scenario, int32_t offset)
{
  QmsCaseState *state = g_new0 (QmsCaseState, 1);

  state->workflow = workflow;
  state->scenario = scenario;
  state->offset = offset;
  state->steps = g_new0 (QmsCaseStep, qms_workflow_steps (workflow));
  state->joins = g_array_new (FALSE, TRUE, sizeof (QmsCaseJoin));
  g_array_set_size (state->joins, 1);
  state->fresh = g_array_new (FALSE, FALSE, sizeof (size_t));
  state->last = state->due = state->ended_at = state->clock_end = state->stopped_since = QMS_NO_TIME;
  return state;
}

QmsCaseState *
qms_case_state_copy (const QmsCaseState *state)
{
  QmsCaseState *copy = g_new (QmsCaseState, 1);

  *copy = *state;
  copy->steps = g_memdup2 (state->steps, qms_workflow_steps (state->workflow) * sizeof *state->steps);
  copy->joins = g_array_copy (state->joins);
  copy->fresh = g_array_copy (state->fresh);
  return copy;
}

void
qms_case_state_free (QmsCaseState *state)
{
  if (!state)
    return;
  g_free (state->steps);
  g_array_unref (state->joins);
  g_array_unref (state->fresh);
  g_free (state);
}

/* ---- what a step is */

/* A step of no stated kind is taken for the receipt if it is the first, for the return of the result if it is the
 * last. */
static int32_t
kind_of (const QmsCaseState *state, size_t step)
{
  int32_t kind = qms_workflow_step_kind (state->workflow, step);

  if (kind != 0)
    return kind;
  if (step == 0)
    return QMS_STEP_KIND_RECEIPT;
  return step + 1 == qms_workflow_steps (state->workflow) ? QMS_STEP_KIND_RETURN : QMS_STEP_KIND_OTHER;
}

/* Adds `by`, 1 or -1, to the numbers of open steps. */
static void
count (QmsCaseState *state, size_t step, int by)
{
  int32_t kind = kind_of (state, step);
  size_t more = (size_t)by;

  state->n_open += more;
  state->n_counting += qms_workflow_step_counts (state->workflow, step) ? more : 0;
  state->n_receipts += kind == QMS_STEP_KIND_RECEIPT ? more : 0;
  state->n_returns += kind == QMS_STEP_KIND_RETURN ? more : 0;
  state->n_supplements += kind == QMS_STEP_KIND_AWAIT_SUPPLEMENT ? more : 0;
  state->n_payments += kind == QMS_STEP_KIND_AWAIT_PAYMENT ? more : 0;
}

bool
qms_case_state_runs (const QmsCaseState *state)
{
  return state->started && !state->ended && state->waits == 0 && state->n_counting > 0;
}

bool
qms_case_state_step_runs (const QmsCaseState *state, size_t step)
{
  return state->steps[step].open && state->waits == 0 && qms_workflow_step_counts (state->workflow, step);
}

bool
qms_case_outcome_possible (const QmsCaseState *state, size_t step, size_t outcome)
{
  size_t scenario = qms_workflow_outcome_scenario (state->workflow, step, outcome);

  return scenario == QMS_WORKFLOW_NONE || scenario == state->scenario;
}

/* ---- steps open and close */

static void
open_step (QmsCaseState *state, size_t step, guint join, int64_t time)
{
  state->steps[step] = (QmsCaseStep){ .open = true, .join = join, .entered = time, .due = QMS_NO_TIME };
  g_array_append_val (state->fresh, step);
  count (state, step, 1);
}

static void
close_step (QmsCaseState *state, size_t step)
{
  state->steps[step].open = false;
  count (state, step, -1);
}

/* The status in which a case ends. */
static int32_t
status_of_end (const QmsCaseState *state, int32_t end_kind, bool receiving)
{
  switch (end_kind) {
  case QMS_OUTCOME_KIND_REFUSE:
    return receiving ? QMS_CASE_STATUS_NOT_RECEIVED : QMS_CASE_STATUS_STOPPED;
  case QMS_OUTCOME_KIND_STOP:
    return QMS_CASE_STATUS_STOPPED;
  case QMS_OUTCOME_KIND_WITHDRAW:
    return QMS_CASE_STATUS_WITHDRAWN;
  default:
    return state->returned ? QMS_CASE_STATUS_RETURNED : QMS_CASE_STATUS_DONE;
  }
}

/* `receiving`: nothing but the receipt was open. */
static void
end (QmsCaseState *state, int32_t end_kind, bool receiving, int64_t time)
{
  for (size_t i = 0; state->n_open > 0; i++)
    if (state->steps[i].open)
      close_step (state, i);
  g_array_set_size (state->fresh, 0);
  state->ended = true;
  state->waits = 0;
  state->end_kind = end_kind;
  state->status = status_of_end (state, end_kind, receiving);
  state->ended_at = time;
}

/* A way reaches `step`, QMS_WORKFLOW_NONE being the end. Returns whether handling ends. Ways that come together in a
 * step that is open already are one from then on. */
static bool
arrive (QmsCaseState *state, size_t step, guint join, int64_t time)
{
  for (;;) {
    QmsCaseJoin *at = join != 0 ? &g_array_index (state->joins, QmsCaseJoin, join) : NULL;

    if (at && at->meeting == step) {
      at->arrived++;
    } else if (step == QMS_WORKFLOW_NONE) {
      return true;
    } else if (!state->steps[step].open) {
      open_step (state, step, join, time);
      return false;
    } else if (at) {
      at->awaited--;
    } else {
      return false;
    }
    if (at->arrived < at->awaited)
      return false;
    if (at->arrived > 0)
      step = at->meeting;
    join = at->outer;
  }
}

/* Opens the branches of an outcome. Returns whether handling ends. */
static bool
branch (QmsCaseState *state, const QmsCaseEvent *event, guint outer)
{
  size_t n_branches = qms_workflow_outcome_branches (state->workflow, event->step, event->outcome);
  QmsCaseJoin join = { .meeting = qms_workflow_outcome_target (state->workflow, event->step, event->outcome),
                       .outer = outer,
                       .awaited = n_branches };
  guint number = state->joins->len;
  bool ends = false;

  g_array_append_val (state->joins, join);
  for (size_t i = 0; i < n_branches && !ends; i++)
    ends = arrive (state, qms_workflow_outcome_branch (state->workflow, event->step, event->outcome, i), number,
                   event->time);
  return ends;
}

/* Kinds whose outcome ends the whole, whatever else is going on. */
static bool
is_final (int32_t outcome_kind)
{
  return outcome_kind == QMS_OUTCOME_KIND_REFUSE || outcome_kind == QMS_OUTCOME_KIND_STOP
         || outcome_kind == QMS_OUTCOME_KIND_WITHDRAW;
}

static void
complete (QmsCaseState *state, const QmsCaseEvent *event)
{
  const QmsWorkflow *workflow = state->workflow;
  int32_t kind = qms_workflow_outcome_kind (workflow, event->step, event->outcome);
  size_t target = qms_workflow_outcome_target (workflow, event->step, event->outcome);
  bool receiving = state->n_receipts == state->n_open, ends;
  guint join = state->steps[event->step].join;

  close_step (state, event->step);
  if (kind_of (state, event->step) == QMS_STEP_KIND_RETURN)
    state->returned = true;
  if (qms_workflow_outcome_branches (workflow, event->step, event->outcome) > 0)
    ends = branch (state, event, join);
  else
    ends = (target == QMS_WORKFLOW_NONE && is_final (kind)) || arrive (state, target, join, event->time);
  if (ends)
    end (state, kind, receiving, event->time);
}

/* The clocks of the steps that count go on, later. */
static void
resume (QmsCaseState *state)
{
  state->waits = 0;
  for (size_t i = 0, seen = 0; seen < state->n_open; i++) {
    seen += state->steps[i].open;
    if (qms_case_state_step_runs (state, i))
      g_array_append_val (state->fresh, i);
  }
}

static void
act (QmsCaseState *state, const QmsCaseEvent *event)
{
  bool receiving = state->n_receipts == state->n_open;

  switch (event->kind) {
  case QMS_CASE_EVENT_KIND_START:
    state->started = true;
    open_step (state, 0, 0, event->time);
    break;
  case QMS_CASE_EVENT_KIND_COMPLETE:
    complete (state, event);
    break;
  case QMS_CASE_EVENT_KIND_REQUEST_SUPPLEMENT:
  case QMS_CASE_EVENT_KIND_REQUEST_PAYMENT:
    state->waits = event->kind;
    break;
  case QMS_CASE_EVENT_KIND_RECEIVE_SUPPLEMENT:
  case QMS_CASE_EVENT_KIND_RECEIVE_PAYMENT:
    resume (state);
    break;
  case QMS_CASE_EVENT_KIND_STOP:
    end (state, QMS_OUTCOME_KIND_STOP, receiving, event->time);
    break;
  case QMS_CASE_EVENT_KIND_WITHDRAW:
    end (state, QMS_OUTCOME_KIND_WITHDRAW, receiving, event->time);
    break;
  case QMS_CASE_EVENT_KIND_REFUSE:
    end (state, QMS_OUTCOME_KIND_REFUSE, receiving, event->time);
    break;
  default: /* handed over, extended: nothing opens or closes */
    break;
  }
}

void
qms_case_state_move (QmsCaseState *state, const QmsCaseEvent *event)
{
  g_array_set_size (state->fresh, 0);
  act (state, event);
  state->resumed = state->stopped_since != QMS_NO_TIME && (state->ended || qms_case_state_runs (state));
}

/* Whether the agency waits for a supplement. */
static bool
wants_supplement (const QmsCaseState *state)
{
  return state->waits == QMS_CASE_EVENT_KIND_REQUEST_SUPPLEMENT || state->n_supplements > 0;
}

static bool
is_resumption (int32_t kind)
{
  return kind == QMS_CASE_EVENT_KIND_RECEIVE_SUPPLEMENT || kind == QMS_CASE_EVENT_KIND_RECEIVE_PAYMENT;
}

/* Steps that went on with the event were stopped as long as the whole was. */
static void
settle_steps (QmsCaseState *state, const QmsCaseEvent *event)
{
  for (guint i = 0; is_resumption (event->kind) && i < state->fresh->len; i++)
    state->steps[g_array_index (state->fresh, size_t, i)].stopped += event->stopped;
}

void
qms_case_state_settle (QmsCaseState *state, const QmsCaseEvent *event)
{
  if (state->ended)
    state->clock_end = state->stopped_since != QMS_NO_TIME ? state->stopped_since : event->time;
  if (state->resumed) {
    state->stopped += event->stopped;
    settle_steps (state, event);
    state->stopped_since = QMS_NO_TIME;
    state->anew = false;
  }
  if (!state->ended && !qms_case_state_runs (state)) {
    if (state->stopped_since == QMS_NO_TIME)
      state->stopped_since = event->time;
    state->anew = state->anew || wants_supplement (state);
  }
  if (event->due != QMS_NO_TIME) {
    state->due = event->due;
    state->due_unsure = event->due_unsure;
  }
  state->last = event->time;
}

/* ---- what follows from it */

int32_t
qms_case_state_status (const QmsCaseState *state)
{
  if (!state->started)
    return QMS_CASE_STATUS_REGISTERED;
  if (state->ended)
    return state->status;
  if (wants_supplement (state))
    return QMS_CASE_STATUS_AWAITING_SUPPLEMENT;
  if (state->waits == QMS_CASE_EVENT_KIND_REQUEST_PAYMENT || state->n_payments > 0)
    return QMS_CASE_STATUS_AWAITING_PAYMENT;
  if (state->n_open == state->n_receipts)
    return QMS_CASE_STATUS_RECEIVED;
  if (state->n_open == state->n_returns)
    return QMS_CASE_STATUS_DONE;
  return state->returned ? QMS_CASE_STATUS_RETURNED : QMS_CASE_STATUS_IN_PROGRESS;
}

static int32_t
compare_times (int64_t due, int64_t time)
{
  if (time > due)
    return QMS_TIMELINESS_OVERDUE;
  return time < due ? QMS_TIMELINESS_EARLY : QMS_TIMELINESS_ON_TIME;
}

int32_t
qms_case_step_result (int64_t due, int64_t time)
{
  return due == QMS_NO_TIME ? 0 : compare_times (qms_divide_down (due, SECONDS), qms_divide_down (time, SECONDS));
}

/* Done on the day that it is due on is on time, unless the moment is over. */
int32_t
qms_case_state_result (const QmsCaseState *state)
{
  int64_t shift = (int64_t)state->offset * SECONDS;
  int32_t result;

  if (!state->ended || state->due == QMS_NO_TIME || state->end_kind == QMS_OUTCOME_KIND_WITHDRAW
      || state->end_kind == QMS_OUTCOME_KIND_STOP)
    return 0;
  result = qms_case_step_result (state->due, state->clock_end);
  if (result == QMS_TIMELINESS_EARLY
      && qms_divide_down (state->clock_end + shift, DAY_SECONDS) == qms_divide_down (state->due + shift, DAY_SECONDS))
    return QMS_TIMELINESS_ON_TIME;
  return result;
}

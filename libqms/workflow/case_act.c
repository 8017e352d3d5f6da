/* SPDX-License-Identifier: Apache-2.0 */
/* What can be done with a case: each call is one event of the log. */
#include "core/error.h"
#include "gen/rules.h"
#include "workflow/case_handle.h"

#include <qms/model.h>

static const QmsCaseWords no_words;

QmsStatus
qms_case_happen (QmsCase *opened, QmsCaseEvent event, const QmsCaseWords *words, QmsError **error)
{
  QmsStatus status = qms_case_state_allows (opened->state, &event, error);

  if (status != QMS_OK)
    return status;
  g_autoptr (QmsCaseState) next = qms_case_state_copy (opened->state);
  qms_case_state_move (next, &event);
  status = qms_case_ask_calendar (opened, opened->state, next, &event, error);
  if (status != QMS_OK)
    return status;
  qms_case_state_settle (next, &event);
  status = qms_case_write_event (opened, next, &event, words ? words : &no_words, error);
  if (status != QMS_OK)
    return status;
  qms_case_state_free (opened->state);
  opened->state = g_steal_pointer (&next);
  qms_case_write_state (opened);
  return QMS_OK;
}

static QmsStatus
fail_null (QmsError **error)
{
  return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "opened", NULL);
}

/* ---- steps */

/* The only open step; an error if there are several, or none. */
static QmsStatus
find_only_step (const QmsCase *opened, size_t *step, QmsError **error)
{
  *step = qms_case_open_step (opened, 0);
  if (opened->state->ended)
    return qms_fail (error, QMS_MSG_CASE_ENDED, NULL, NULL);
  return opened->state->n_open == 1 ? QMS_OK : qms_case_fail_step_needed (opened->state, error);
}

QmsStatus
qms_case_complete (QmsCase *opened, const char *step, const char *outcome, int64_t time, const char *actor,
                   const char *note, QmsError **error)
{
  QmsCaseEvent event = qms_case_event (QMS_CASE_EVENT_KIND_COMPLETE, time);
  QmsCaseWords words = { .actor = actor, .note = note };
  QmsStatus status;

  if (!opened)
    return fail_null (error);
  status =
      step ? qms_case_find_step (opened->state, step, &event.step, error) : find_only_step (opened, &event.step, error);
  if (status == QMS_OK)
    status = qms_case_find_outcome (opened->state, event.step, outcome, &event.outcome, error);
  return status == QMS_OK ? qms_case_happen (opened, event, &words, error) : status;
}

/* ---- what the procedure may have an outcome for */

/* Makes `event` the completion of an open step with an outcome of that kind, if there is one and nothing else is
 * awaited. */
static void
by_outcome (const QmsCase *opened, int32_t outcome_kind, QmsCaseEvent *event)
{
  const QmsCaseState *state = opened->state;

  for (size_t i = 0, seen = 0; state->waits == 0 && seen < state->n_open; i++) {
    seen += state->steps[i].open;
    for (size_t j = 0; state->steps[i].open && j < qms_workflow_outcomes (opened->workflow, i); j++)
      if (qms_workflow_outcome_kind (opened->workflow, i, j) == outcome_kind && qms_case_outcome_possible (state, i, j)
          && !qms_workflow_outcome_lost (opened->workflow, i, j)) {
        event->kind = QMS_CASE_EVENT_KIND_COMPLETE;
        event->step = i;
        event->outcome = j;
        return;
      }
  }
}

static QmsStatus
happen_by_outcome (QmsCase *opened, int32_t kind, int32_t outcome_kind, int64_t time, const char *actor,
                   const char *note, QmsError **error)
{
  QmsCaseEvent event = qms_case_event (kind, time);
  QmsCaseWords words = { .actor = actor, .note = note };

  if (!opened)
    return fail_null (error);
  by_outcome (opened, outcome_kind, &event);
  return qms_case_happen (opened, event, &words, error);
}

QmsStatus
qms_case_request_supplement (QmsCase *opened, int64_t time, const char *actor, const char *note, QmsError **error)
{
  return happen_by_outcome (opened, QMS_CASE_EVENT_KIND_REQUEST_SUPPLEMENT, QMS_OUTCOME_KIND_SUPPLEMENT, time, actor,
                            note, error);
}

QmsStatus
qms_case_request_payment (QmsCase *opened, int64_t time, const char *actor, const char *note, QmsError **error)
{
  return happen_by_outcome (opened, QMS_CASE_EVENT_KIND_REQUEST_PAYMENT, QMS_OUTCOME_KIND_PAYMENT, time, actor, note,
                            error);
}

QmsStatus
qms_case_stop (QmsCase *opened, int64_t time, const char *actor, const char *note, QmsError **error)
{
  return happen_by_outcome (opened, QMS_CASE_EVENT_KIND_STOP, QMS_OUTCOME_KIND_STOP, time, actor, note, error);
}

QmsStatus
qms_case_withdraw (QmsCase *opened, int64_t time, const char *actor, const char *note, QmsError **error)
{
  return happen_by_outcome (opened, QMS_CASE_EVENT_KIND_WITHDRAW, QMS_OUTCOME_KIND_WITHDRAW, time, actor, note, error);
}

QmsStatus
qms_case_refuse (QmsCase *opened, int64_t time, const char *actor, const char *note, QmsError **error)
{
  return happen_by_outcome (opened, QMS_CASE_EVENT_KIND_REFUSE, QMS_OUTCOME_KIND_REFUSE, time, actor, note, error);
}

/* ---- answers of the applicant */

/* The outcome with which a wait ends well: the first that goes on, else the only one. */
static QmsStatus
find_answer (const QmsCase *opened, size_t step, size_t *outcome, QmsError **error)
{
  for (size_t i = 0; i < qms_workflow_outcomes (opened->workflow, step); i++)
    if (qms_workflow_outcome_kind (opened->workflow, step, i) == QMS_OUTCOME_KIND_PROCEED
        && qms_case_outcome_possible (opened->state, step, i)) {
      *outcome = i;
      return QMS_OK;
    }
  return qms_case_find_outcome (opened->state, step, NULL, outcome, error);
}

/* The first open step of a kind; QMS_WORKFLOW_NONE if there is none. */
static size_t
find_wait (const QmsCase *opened, int32_t step_kind)
{
  for (size_t i = 0; i < qms_workflow_steps (opened->workflow); i++)
    if (opened->state->steps[i].open && qms_workflow_step_kind (opened->workflow, i) == step_kind)
      return i;
  return QMS_WORKFLOW_NONE;
}

static QmsStatus
receive (QmsCase *opened, int32_t kind, int32_t step_kind, int64_t time, const char *actor, const char *note,
         QmsError **error)
{
  QmsCaseEvent event = qms_case_event (kind, time);
  QmsCaseWords words = { .actor = actor, .note = note };
  QmsStatus status = QMS_OK;

  if (!opened)
    return fail_null (error);
  if (opened->state->waits == 0)
    event.step = find_wait (opened, step_kind);
  if (event.step != QMS_WORKFLOW_NONE) {
    event.kind = QMS_CASE_EVENT_KIND_COMPLETE;
    status = find_answer (opened, event.step, &event.outcome, error);
  }
  return status == QMS_OK ? qms_case_happen (opened, event, &words, error) : status;
}

QmsStatus
qms_case_receive_supplement (QmsCase *opened, int64_t time, const char *actor, const char *note, QmsError **error)
{
  return receive (opened, QMS_CASE_EVENT_KIND_RECEIVE_SUPPLEMENT, QMS_STEP_KIND_AWAIT_SUPPLEMENT, time, actor, note,
                  error);
}

QmsStatus
qms_case_receive_payment (QmsCase *opened, int64_t time, const char *actor, const char *note, QmsError **error)
{
  return receive (opened, QMS_CASE_EVENT_KIND_RECEIVE_PAYMENT, QMS_STEP_KIND_AWAIT_PAYMENT, time, actor, note, error);
}

/* ---- what moves no step */

QmsStatus
qms_case_hand_over (QmsCase *opened, const char *agency_code, const char *agency, int64_t time, const char *actor,
                    const char *note, QmsError **error)
{
  QmsCaseWords words = { actor, note, agency_code, agency };

  if (!opened)
    return fail_null (error);
  if (!agency || *agency == '\0')
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "agency", NULL);
  return qms_case_happen (opened, qms_case_event (QMS_CASE_EVENT_KIND_HAND_OVER, time), &words, error);
}

QmsStatus
qms_case_extend (QmsCase *opened, int64_t due, int64_t time, const char *actor, const char *note, QmsError **error)
{
  QmsCaseEvent event = qms_case_event (QMS_CASE_EVENT_KIND_EXTEND, time);
  QmsCaseWords words = { .actor = actor, .note = note };

  if (!opened)
    return fail_null (error);
  event.due = due;
  return qms_case_happen (opened, event, &words, error);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Plays the log of a case file event by event; refuses what cannot have happened. */
#include "workflow/case_replay.h"

#include "core/error.h"
#include "gen/rules.h"
#include "workflow/case_compare.h"

#include <qms/model.h>

enum { SECONDS = 60 };

void
qms_replay_clear (QmsReplay *replay)
{
  g_free (replay->found);
  g_free (replay->expected);
  qms_error_free (replay->reason);
}

int64_t
qms_case_get_time (const QmsNode *node, uint32_t field)
{
  int64_t seconds = QMS_NO_TIME;

  return qms_node_get_datetime (node, field, &seconds, NULL) == QMS_OK ? seconds : QMS_NO_TIME;
}

QmsCaseState *
qms_case_begin (const QmsNode *file, const QmsWorkflow *workflow)
{
  size_t scenario = qms_workflow_find_scenario (workflow, qms_case_file_get_scenario (file));
  int32_t offset = 0;

  qms_node_get_datetime (file, QMS_CASE_FILE_RECEIVED, NULL, &offset);
  return qms_case_state_new (workflow, scenario, offset);
}

/* ---- one event */

/* An event of the log that is being played. */
typedef struct {
  const QmsNode *node;
  QmsCaseState *state;
  QmsCaseEvent event;
  int64_t step_entered, step_due; /* of the step that it completes */
} Play;

static QmsStatus
fail_fact (uint32_t field, QmsError **error)
{
  return qms_fail (error, QMS_MSG_CASE_EVENT_FACT, NULL, "field", qms_field_by_id (field)->xml, NULL);
}

/* Reads what happened; the names in it must be known. */
static QmsStatus
read_event (Play *play, QmsError **error)
{
  const char *outcome = qms_case_event_get_outcome (play->node);
  QmsStatus status;

  play->event =
      qms_case_event (qms_case_event_get_kind (play->node), qms_case_get_time (play->node, QMS_CASE_EVENT_TIME));
  if (play->event.kind == QMS_CASE_EVENT_KIND_EXTEND)
    play->event.due = qms_case_get_time (play->node, QMS_CASE_EVENT_DUE);
  if (play->event.kind != QMS_CASE_EVENT_KIND_COMPLETE)
    return QMS_OK;
  status = qms_case_find_step (play->state, qms_case_event_get_step (play->node), &play->event.step, error);
  if (status == QMS_OK)
    status = qms_case_find_outcome (play->state, play->event.step, outcome ? outcome : "", &play->event.outcome, error);
  if (status == QMS_OK) {
    play->step_entered = play->state->steps[play->event.step].entered;
    play->step_due = play->state->steps[play->event.step].due;
  }
  return status;
}

static char *
fresh_names (const QmsCaseState *state)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < state->fresh->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            qms_workflow_step_id (state->workflow, g_array_index (state->fresh, size_t, i)));
  return g_string_free (names, FALSE);
}

static bool
same_steps (const Play *play)
{
  GArray *fresh = play->state->fresh;

  if (qms_case_event_count_next (play->node) != fresh->len)
    return false;
  for (guint i = 0; i < fresh->len; i++)
    if (qms_workflow_find (play->state->workflow, qms_case_next_get_step (qms_case_event_get_next (play->node, i)))
        != g_array_index (fresh, size_t, i))
      return false;
  return true;
}

/* Due times of the steps that are next: not before the event, and never earlier than they were. */
static QmsStatus
take_next (Play *play, QmsError **error)
{
  if (!same_steps (play)) {
    g_autofree char *expected = fresh_names (play->state);
    return qms_fail (error, QMS_MSG_CASE_NEXT_DIFFERS, NULL, "expected", expected, NULL);
  }
  for (guint i = 0; i < play->state->fresh->len; i++) {
    QmsCaseStep *step = &play->state->steps[g_array_index (play->state->fresh, size_t, i)];
    int64_t due = qms_case_get_time (qms_case_event_get_next (play->node, i), QMS_CASE_NEXT_DUE);
    bool begins = step->due == QMS_NO_TIME;
    if (begins ? due != QMS_NO_TIME && due < step->entered : due < step->due)
      return fail_fact (QMS_CASE_NEXT_DUE, error);
    step->due = due;
  }
  return QMS_OK;
}

/* Whole minutes from one time to another, a begun one for a whole. */
static int64_t
minutes_between (int64_t from, int64_t to)
{
  return (to - from) / SECONDS + 1;
}

static QmsStatus
take_stopped (Play *play, QmsError **error)
{
  const QmsCaseState *state = play->state;
  int64_t stopped = qms_case_event_get_stopped (play->node);

  if (qms_case_event_has_stopped (play->node) != state->resumed
      || (state->resumed && (stopped < 0 || stopped > minutes_between (state->stopped_since, play->event.time))))
    return fail_fact (QMS_CASE_EVENT_STOPPED, error);
  play->event.stopped = state->resumed ? stopped : -1;
  return QMS_OK;
}

static QmsStatus
take_due (Play *play, QmsError **error)
{
  const QmsCaseState *state = play->state;
  bool has = qms_case_event_has_due (play->node), goes_on = state->resumed && !state->ended;
  bool may = play->event.kind == QMS_CASE_EVENT_KIND_START || play->event.kind == QMS_CASE_EVENT_KIND_EXTEND
             || (goes_on && state->due != QMS_NO_TIME);
  int64_t due = qms_case_get_time (play->node, QMS_CASE_EVENT_DUE);

  if (has != may && play->event.kind != QMS_CASE_EVENT_KIND_START)
    return fail_fact (QMS_CASE_EVENT_DUE, error);
  if (has && due < MAX (state->due, play->event.kind == QMS_CASE_EVENT_KIND_START ? play->event.time : QMS_NO_TIME))
    return fail_fact (QMS_CASE_EVENT_DUE, error);
  if (!has && qms_case_event_get_due_unsure (play->node))
    return fail_fact (QMS_CASE_EVENT_DUE_UNSURE, error);
  play->event.due = due;
  play->event.due_unsure = qms_case_event_get_due_unsure (play->node) != 0;
  return QMS_OK;
}

/* What is said of a step that was completed; of other events, nothing is. */
static QmsStatus
take_work (Play *play, QmsError **error)
{
  bool completes = play->event.kind == QMS_CASE_EVENT_KIND_COMPLETE;
  int64_t used = qms_case_event_get_used (play->node), most = 0;
  int32_t result = completes ? qms_case_step_result (play->step_due, play->event.time) : 0;

  if (completes && qms_workflow_step_counts (play->state->workflow, play->event.step))
    most = minutes_between (play->step_entered, play->event.time);
  if (qms_case_event_has_used (play->node) != completes || used < 0 || used > most)
    return fail_fact (QMS_CASE_EVENT_USED, error);
  if (qms_case_event_get_result (play->node) != result)
    return fail_fact (QMS_CASE_EVENT_RESULT, error);
  return QMS_OK;
}

static QmsStatus
play_event (Play *play, QmsError **error)
{
  QmsStatus status = read_event (play, error);

  if (status == QMS_OK)
    status = qms_case_state_allows (play->state, &play->event, error);
  if (status != QMS_OK)
    return status;
  qms_case_state_move (play->state, &play->event);
  status = take_next (play, error);
  if (status == QMS_OK)
    status = take_stopped (play, error);
  if (status == QMS_OK)
    status = take_due (play, error);
  if (status == QMS_OK)
    status = take_work (play, error);
  if (status == QMS_OK)
    qms_case_state_settle (play->state, &play->event);
  return status;
}

/* ---- the log */

static bool
is_out_of_order (const QmsCaseState *state, const QmsNode *node, QmsReplay *replay)
{
  int64_t time = qms_case_get_time (node, QMS_CASE_EVENT_TIME);

  if (!state->started || time >= state->last)
    return false;
  replay->result = QMS_REPLAY_ORDER;
  replay->field = QMS_CASE_EVENT_TIME;
  replay->found = qms_case_time_text (time, state->offset);
  replay->expected = qms_case_time_text (state->last, state->offset);
  return true;
}

/* Plays the log; nothing is compared at its end. */
static QmsReplay
play_log (const QmsNode *file, QmsCaseState *state)
{
  size_t n_events = qms_case_file_count_log (file);
  QmsReplay replay = { .result = QMS_REPLAY_GOOD };

  for (size_t i = 0; i < n_events; i++) {
    Play play = { .node = qms_case_file_get_log (file, i), .state = state };
    replay.node = play.node;
    replay.number = i + 1;
    if (is_out_of_order (state, play.node, &replay))
      return replay;
    if (play_event (&play, &replay.reason) != QMS_OK) {
      replay.result = QMS_REPLAY_IMPOSSIBLE;
      return replay;
    }
  }
  return replay;
}

QmsReplay
qms_case_replay (const QmsNode *file, QmsCaseState *state)
{
  QmsReplay replay = play_log (file, state);

  if (replay.result == QMS_REPLAY_GOOD)
    qms_case_compare (file, state, &replay);
  return replay;
}

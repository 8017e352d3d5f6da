/* SPDX-License-Identifier: Apache-2.0 */
/* What the calendar says of an event of a case: due times, minutes used, minutes stopped. */
#include "workflow/case_handle.h"

#include <qms/model.h>

/* ---- due times */

static QmsStatus
due_of_limit (const QmsCase *opened, int64_t from, int64_t *due, int32_t *certainty, QmsError **error)
{
  int64_t mantissa;
  int32_t scale, unit;

  if (qms_case_file_get_same_day (opened->file))
    return qms_calendar_same_day_due (opened->calendar, from, due, certainty, error);
  if (qms_case_file_get_limit (opened->file, &mantissa, &scale, &unit) != QMS_OK)
    return QMS_OK;
  return qms_calendar_due (opened->calendar, from, mantissa, scale, unit, due, certainty, error);
}

static bool
has_limit (const QmsNode *file)
{
  return qms_case_file_get_same_day (file) || qms_case_file_has_limit (file);
}

/* Due when the whole limit begins at `from`; never before `least`. Nothing happens to `event` if there is no limit. */
static QmsStatus
begin_limit (const QmsCase *opened, int64_t from, int64_t least, QmsCaseEvent *event, QmsError **error)
{
  int32_t certainty = QMS_CALENDAR_SURE;
  int64_t due = QMS_NO_TIME;
  QmsStatus status = due_of_limit (opened, from, &due, &certainty, error);

  if (status == QMS_OK && due != QMS_NO_TIME) {
    event->due = MAX (due, least);
    event->due_unsure = certainty != QMS_CALENDAR_SURE;
  }
  return status;
}

/* `*due` later by so many working minutes. */
static QmsStatus
move (const QmsCase *opened, int64_t minutes, int64_t *due, int32_t *certainty, QmsError **error)
{
  int64_t moved;
  QmsStatus status = qms_calendar_add (opened->calendar, *due, minutes, &moved, certainty, error);

  if (status == QMS_OK)
    *due = MAX (*due, moved);
  return status;
}

static QmsStatus
move_limit (const QmsCase *opened, const QmsCaseState *before, QmsCaseEvent *event, QmsError **error)
{
  int32_t certainty = QMS_CALENDAR_SURE;
  int64_t due = before->due;
  QmsStatus status = move (opened, event->stopped, &due, &certainty, error);

  event->due = due;
  event->due_unsure = before->due_unsure || certainty != QMS_CALENDAR_SURE;
  return status;
}

/* The due time of the whole from the event on. */
static QmsStatus
ask_due (const QmsCase *opened, const QmsCaseState *before, const QmsCaseState *after, QmsCaseEvent *event,
         QmsError **error)
{
  bool moved = qms_case_file_get_deadline_rule (opened->file) == QMS_DEADLINE_RULE_MOVED;

  if (event->kind == QMS_CASE_EVENT_KIND_START)
    return begin_limit (opened, event->time, event->time, event, error);
  if (!after->resumed || after->ended || before->due == QMS_NO_TIME)
    return QMS_OK;
  if (before->anew && !moved && has_limit (opened->file))
    return begin_limit (opened, event->time, before->due, event, error);
  return move_limit (opened, before, event, error);
}

/* ---- steps */

static QmsStatus
due_of_step (const QmsCase *opened, size_t index, QmsCaseStep *step, QmsError **error)
{
  int64_t mantissa, due;
  int32_t scale, unit;
  QmsStatus status;

  if (qms_workflow_step_duration (opened->workflow, index, opened->state->scenario, &mantissa, &scale, &unit) != QMS_OK)
    return QMS_OK;
  status = qms_calendar_due (opened->calendar, step->entered, mantissa, scale, unit, &due, NULL, error);
  if (status == QMS_OK)
    step->due = MAX (due, step->entered);
  return status;
}

/* Steps that begin get their time, steps that go on a later one. */
static QmsStatus
ask_steps (const QmsCase *opened, QmsCaseState *after, const QmsCaseEvent *event, QmsError **error)
{
  bool begins = event->kind == QMS_CASE_EVENT_KIND_START || event->kind == QMS_CASE_EVENT_KIND_COMPLETE;
  QmsStatus status = QMS_OK;

  for (guint i = 0; i < after->fresh->len && status == QMS_OK; i++) {
    size_t index = g_array_index (after->fresh, size_t, i);
    QmsCaseStep *step = &after->steps[index];
    if (begins)
      status = due_of_step (opened, index, step, error);
    else if (step->due != QMS_NO_TIME)
      status = move (opened, event->stopped, &step->due, NULL, error);
  }
  return status;
}

/* What the step took that the event completes. */
static void
ask_work (const QmsCase *opened, const QmsCaseState *before, QmsCaseEvent *event)
{
  const QmsCaseStep *step;

  if (event->kind != QMS_CASE_EVENT_KIND_COMPLETE)
    return;
  step = &before->steps[event->step];
  event->result = qms_case_step_result (step->due, event->time);
  event->used = 0;
  if (qms_workflow_step_counts (opened->workflow, event->step))
    event->used = MAX (qms_calendar_between (opened->calendar, step->entered, event->time) - step->stopped, 0);
}

QmsStatus
qms_case_ask_calendar (const QmsCase *opened, const QmsCaseState *before, QmsCaseState *after, QmsCaseEvent *event,
                       QmsError **error)
{
  QmsStatus status;

  if (after->resumed)
    event->stopped = MAX (qms_calendar_between (opened->calendar, before->stopped_since, event->time), 0);
  ask_work (opened, before, event);
  status = ask_due (opened, before, after, event, error);
  return status == QMS_OK ? ask_steps (opened, after, event, error) : status;
}

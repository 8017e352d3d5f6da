/* SPDX-License-Identifier: Apache-2.0 */
/* What can happen to a case now, and why something else cannot. */
#include "core/error.h"
#include "core/kind.h"
#include "gen/rules.h"
#include "workflow/case_state.h"
#include "workflow/graph.h"

#include <qms/model.h>

#include <string.h>

enum { SHOWN = 8 /* names that a message lists */ };

/* A list of names in a message. */
typedef struct {
  GString *text;
  guint count;
} Names;

static void
add_name (Names *names, const char *name)
{
  if (!names->text)
    names->text = g_string_new (NULL);
  if (names->count < SHOWN) {
    g_autofree char *quoted = qms_message_quote (name, strlen (name));
    g_string_append_printf (names->text, "%s%s", names->count > 0 ? ", " : "", quoted);
  } else if (names->count == SHOWN) {
    g_string_append (names->text, ", …");
  }
  names->count++;
}

static char *
take_names (Names *names)
{
  return names->text ? g_string_free (names->text, FALSE) : g_strdup ("–");
}

static char *
open_names (const QmsCaseState *state)
{
  Names names = { 0 };

  for (size_t i = 0; i < qms_workflow_steps (state->workflow) && names.count <= SHOWN; i++)
    if (state->steps[i].open)
      add_name (&names, qms_workflow_step_id (state->workflow, i));
  return take_names (&names);
}

static char *
outcome_names (const QmsCaseState *state, size_t step)
{
  Names names = { 0 };

  for (size_t i = 0; i < qms_workflow_outcomes (state->workflow, step) && names.count <= SHOWN; i++)
    if (qms_case_outcome_possible (state, step, i))
      add_name (&names, qms_workflow_outcome_code (state->workflow, step, i));
  return take_names (&names);
}

char *
qms_case_time_text (int64_t time, int32_t offset)
{
  GString *text = g_string_new (NULL);

  if (qms_datetime_valid (time, offset))
    qms_kinds[QMS_KIND_DATETIME].format (NULL, qms_datetime_pack (time, offset), text);
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, time);
  return g_string_free (text, FALSE);
}

/* ---- names of steps and outcomes */

QmsStatus
qms_case_find_step (const QmsCaseState *state, const char *id, size_t *step, QmsError **error)
{
  size_t found = id ? qms_workflow_find (state->workflow, id) : QMS_WORKFLOW_NONE;
  g_autofree char *quoted = qms_message_quote (id ? id : "", id ? strlen (id) : 0);

  if (found == QMS_WORKFLOW_NONE)
    return qms_fail (error, QMS_MSG_CASE_STEP_UNKNOWN, NULL, "step", quoted, NULL);
  *step = found;
  return QMS_OK;
}

QmsStatus
qms_case_fail_step_needed (const QmsCaseState *state, QmsError **error)
{
  g_autofree char *open = open_names (state);

  return qms_fail (error, QMS_MSG_CASE_STEP_NEEDED, NULL, "open", open, NULL);
}

/* The only outcome that is possible; QMS_WORKFLOW_NONE if there are none or several. */
static size_t
only_outcome (const QmsCaseState *state, size_t step)
{
  size_t found = QMS_WORKFLOW_NONE;

  for (size_t i = 0; i < qms_workflow_outcomes (state->workflow, step); i++) {
    if (!qms_case_outcome_possible (state, step, i))
      continue;
    if (found != QMS_WORKFLOW_NONE)
      return QMS_WORKFLOW_NONE;
    found = i;
  }
  return found;
}

QmsStatus
qms_case_find_outcome (const QmsCaseState *state, size_t step, const char *code, size_t *outcome, QmsError **error)
{
  const char *id = qms_workflow_step_id (state->workflow, step);
  size_t found = code ? qms_workflow_find_outcome (state->workflow, step, code) : only_outcome (state, step);

  if (found != QMS_WORKFLOW_NONE && qms_case_outcome_possible (state, step, found)) {
    *outcome = found;
    return QMS_OK;
  }
  g_autofree char *known = outcome_names (state, step);
  g_autofree char *quoted = qms_message_quote (code ? code : "", code ? strlen (code) : 0);
  if (!code)
    return qms_fail (error, QMS_MSG_CASE_OUTCOME_NEEDED, NULL, "step", id, "known", known, NULL);
  return qms_fail (error, QMS_MSG_CASE_OUTCOME_UNKNOWN, NULL, "step", id, "outcome", quoted, "known", known, NULL);
}

/* ---- events */

/* The request that the applicant has not answered, in a step or outside of them; 0: none. */
static int32_t
awaited (const QmsCaseState *state)
{
  if (state->waits != 0)
    return state->waits;
  if (state->n_supplements > 0)
    return QMS_CASE_EVENT_KIND_REQUEST_SUPPLEMENT;
  return state->n_payments > 0 ? QMS_CASE_EVENT_KIND_REQUEST_PAYMENT : 0;
}

static QmsStatus
fail_waits (const QmsCaseState *state, QmsError **error)
{
  const QmsEnum *kinds = qms_field_enum (qms_field_by_id (QMS_CASE_EVENT_KIND));

  return qms_error_add (error, &qms_gen_rules[QMS_MSG_CASE_WAITS], NULL,
                        QMS_VALUES ({ "request",
                                      { qms_enum_value_label (kinds, awaited (state), QMS_LANG_VI),
                                        qms_enum_value_label (kinds, awaited (state), QMS_LANG_EN) } }));
}

static QmsStatus
allows_completion (const QmsCaseState *state, const QmsCaseEvent *event, QmsError **error)
{
  if (state->waits != 0)
    return fail_waits (state, error);
  if (state->steps[event->step].open && qms_workflow_outcome_lost (state->workflow, event->step, event->outcome))
    return qms_graph_fail_lost (state->workflow, event->step, event->outcome, NULL, error);
  if (state->steps[event->step].open)
    return QMS_OK;
  g_autofree char *open = open_names (state);
  return qms_fail (error, QMS_MSG_CASE_STEP_CLOSED, NULL, "step", qms_workflow_step_id (state->workflow, event->step),
                   "open", open, NULL);
}

static QmsStatus
allows_extension (const QmsCaseState *state, const QmsCaseEvent *event, QmsError **error)
{
  int64_t least = state->due != QMS_NO_TIME ? MAX (state->due, event->time) : event->time;

  if (event->due > least)
    return QMS_OK;
  g_autofree char *due = event->due != QMS_NO_TIME ? qms_case_time_text (event->due, state->offset) : g_strdup ("–");
  g_autofree char *before = qms_case_time_text (least, state->offset);
  return qms_fail (error, QMS_MSG_CASE_DUE_EARLIER, NULL, "due", due, "least", before, NULL);
}

static QmsStatus
allows_kind (const QmsCaseState *state, const QmsCaseEvent *event, QmsError **error)
{
  switch (event->kind) {
  case QMS_CASE_EVENT_KIND_COMPLETE:
    return allows_completion (state, event, error);
  case QMS_CASE_EVENT_KIND_REQUEST_SUPPLEMENT:
  case QMS_CASE_EVENT_KIND_REQUEST_PAYMENT:
    return awaited (state) != 0 ? fail_waits (state, error) : QMS_OK;
  case QMS_CASE_EVENT_KIND_RECEIVE_SUPPLEMENT:
  case QMS_CASE_EVENT_KIND_RECEIVE_PAYMENT:
    return state->waits + 1 == event->kind ? QMS_OK : qms_fail (error, QMS_MSG_CASE_WAITS_NOT, NULL, NULL);
  case QMS_CASE_EVENT_KIND_EXTEND:
    return allows_extension (state, event, error);
  case QMS_CASE_EVENT_KIND_START:
    return qms_fail (error, QMS_MSG_CASE_STARTED, NULL, NULL);
  case QMS_CASE_EVENT_KIND_STOP:
  case QMS_CASE_EVENT_KIND_WITHDRAW:
  case QMS_CASE_EVENT_KIND_REFUSE:
  case QMS_CASE_EVENT_KIND_HAND_OVER:
    return QMS_OK;
  default:
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "kind", NULL);
  }
}

static QmsStatus
fail_order (const QmsCaseState *state, const QmsCaseEvent *event, QmsError **error)
{
  g_autofree char *time = qms_case_time_text (event->time, state->offset);
  g_autofree char *last = qms_case_time_text (state->last, state->offset);

  return qms_fail (error, QMS_MSG_CASE_TIME_ORDER, NULL, "time", time, "last", last, NULL);
}

QmsStatus
qms_case_state_allows (const QmsCaseState *state, const QmsCaseEvent *event, QmsError **error)
{
  if (!state->started && event->kind != QMS_CASE_EVENT_KIND_START)
    return qms_fail (error, QMS_MSG_CASE_NOT_STARTED, NULL, NULL);
  if (!state->started)
    return qms_workflow_steps (state->workflow) > 0 ? QMS_OK : qms_fail (error, QMS_MSG_CASE_NO_STEPS, NULL, NULL);
  if (state->ended)
    return qms_fail (error, QMS_MSG_CASE_ENDED, NULL, NULL);
  if (event->time < state->last)
    return fail_order (state, event, error);
  return allows_kind (state, event, error);
}

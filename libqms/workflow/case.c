/* SPDX-License-Identifier: Apache-2.0 */
/* Opens case files: the procedure is compiled, the log is played. */
#include "core/document.h"
#include "core/error.h"
#include "gen/rules.h"
#include "workflow/calendar.h"
#include "workflow/case_handle.h"
#include "workflow/case_replay.h"

#include <qms/model.h>

#include <string.h>

#define DEFAULT_CALENDAR "vn"

/* Times by one calendar and times by another make no sense in one log. */
static QmsStatus
fail_other_calendar (const char *own, const char *given, QmsError **error)
{
  g_autofree char *quoted = qms_message_quote (own, strlen (own));

  return qms_fail (error, QMS_MSG_CASE_CALENDAR_OTHER, NULL, "own", quoted, "given", given, NULL);
}

/* A case file names a calendar that comes with the library: it does not make anyone read files. */
static QmsStatus
fail_own_calendar (const char *own, QmsError **error)
{
  g_autofree char *quoted = qms_message_quote (own, strlen (own));

  return qms_fail (error, QMS_MSG_CASE_CALENDAR_NEEDED, NULL, "calendar", quoted, NULL);
}

static QmsStatus
take_calendar (QmsCase *opened, QmsCalendar *calendar, QmsError **error)
{
  const char *name = qms_case_file_get_calendar (opened->file);
  g_autoptr (QmsDocument) document = NULL;

  if (calendar && name && g_strcmp0 (name, qms_calendar_id (calendar)) != 0)
    return fail_other_calendar (name, qms_calendar_id (calendar), error);
  if (calendar) {
    opened->calendar = qms_calendar_ref (calendar);
    return QMS_OK;
  }
  if (qms_calendar_shipped (name ? name : DEFAULT_CALENDAR, &document, NULL) != QMS_OK)
    return fail_own_calendar (name, error);
  return qms_calendar_new (document, &opened->calendar, error);
}

static QmsStatus
check_scenario (const QmsCase *opened, QmsError **error)
{
  const char *scenario = qms_case_file_get_scenario (opened->file);

  if (!scenario || qms_workflow_find_scenario (opened->workflow, scenario) != QMS_WORKFLOW_NONE)
    return QMS_OK;
  g_autofree char *quoted = qms_message_quote (scenario, strlen (scenario));
  QmsPlace place = { opened->document->file, opened->file->line, opened->file->column, NULL };
  return qms_fail (error, QMS_MSG_CASE_SCENARIO_UNKNOWN, &place, "scenario", quoted, NULL);
}

QmsStatus
qms_case_attach (QmsDocument *document, QmsCalendar *calendar, QmsCase **opened, QmsError **error)
{
  g_autoptr (QmsCase) made = g_new0 (QmsCase, 1);
  const QmsNode *procedure;
  QmsStatus status;

  made->document = qms_document_ref (document);
  made->file = qms_document_root (document);
  procedure = qms_case_file_get_procedure (made->file);
  if (!procedure)
    return qms_fail (error, QMS_MSG_CASE_NO_STEPS, &(QmsPlace){ .file = document->file, .line = made->file->line },
                     NULL);
  status = qms_workflow_new (procedure, &made->workflow, error);
  if (status == QMS_OK)
    status = check_scenario (made, error);
  if (status == QMS_OK)
    status = take_calendar (made, calendar, error);
  if (status == QMS_OK)
    *opened = g_steal_pointer (&made);
  return status;
}

static void
place_of (const QmsCase *opened, const QmsNode *node, QmsPlace *place)
{
  place->file = opened->document->file;
  place->line = node->line;
  place->column = node->column;
  place->path = qms_node_path (node);
}

static QmsStatus
fail_replay (const QmsReplay *replay, const QmsPlace *place, QmsError **error)
{
  g_autofree char *number = g_strdup_printf ("%zu", replay->number);

  switch (replay->result) {
  case QMS_REPLAY_ORDER:
    return qms_fail (error, QMS_MSG_CASE_TIME_ORDER, place, "time", replay->found, "last", replay->expected, NULL);
  case QMS_REPLAY_IMPOSSIBLE:
    return qms_error_add (
        error, &qms_gen_rules[QMS_MSG_CASE_BROKEN], place,
        QMS_VALUES ({ "number", { number, NULL } }, { "reason",
                                                      { qms_error_message (replay->reason, QMS_LANG_VI),
                                                        qms_error_message (replay->reason, QMS_LANG_EN) } }));
  default:
    return qms_fail (error, QMS_MSG_CASE_DIFFERS, place, "field", qms_field_by_id (replay->field)->xml, "found",
                     replay->found, "expected", replay->expected, NULL);
  }
}

static QmsStatus
play (QmsCase *opened, QmsError **error)
{
  QmsPlace place = { 0 };
  QmsStatus status;

  opened->state = qms_case_begin (opened->file, opened->workflow);
  g_auto (QmsReplay) replay = qms_case_replay (opened->file, opened->state);
  if (replay.result == QMS_REPLAY_GOOD)
    return opened->state->started ? QMS_OK : qms_fail (error, QMS_MSG_CASE_NOT_STARTED, NULL, NULL);
  place_of (opened, replay.node, &place);
  status = fail_replay (&replay, &place, error);
  qms_free ((char *)place.path);
  return status;
}

QmsStatus
qms_case_open (QmsDocument *document, QmsCalendar *calendar, QmsCase **opened, QmsError **error)
{
  g_autoptr (QmsCase) made = NULL;
  QmsStatus status;

  if (!document || !opened || document->root->type->id != QMS_TYPE_CASE_FILE)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "document", NULL);
  status = qms_case_attach (document, calendar, &made, error);
  if (status == QMS_OK)
    status = play (made, error);
  if (status == QMS_OK)
    *opened = g_steal_pointer (&made);
  return status;
}

void
qms_case_free (QmsCase *opened)
{
  if (!opened)
    return;
  qms_case_state_free (opened->state);
  qms_workflow_unref (opened->workflow);
  qms_calendar_unref (opened->calendar);
  qms_document_unref (opened->document);
  g_free (opened);
}

QmsDocument *
qms_case_document (const QmsCase *opened)
{
  return opened ? opened->document : NULL;
}

const QmsWorkflow *
qms_case_workflow (const QmsCase *opened)
{
  return opened ? opened->workflow : NULL;
}

const QmsCalendar *
qms_case_calendar (const QmsCase *opened)
{
  return opened ? opened->calendar : NULL;
}

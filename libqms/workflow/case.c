/* SPDX-License-Identifier: Apache-2.0 */
/* Opens case files: the procedure is compiled, the log is played. */
#include "core/document.h"
#include "core/error.h"
#include "gen/rules.h"
#include "workflow/calendar.h"
#include "workflow/case_handle.h"
#include "workflow/case_replay.h"

#include <qms/model.h>

#define DEFAULT_CALENDAR "vn"

/* A case file names a calendar that comes with the library: it does not make anyone read files. */
static QmsStatus
take_calendar (QmsCase *opened, QmsCalendar *calendar, QmsError **error)
{
  const char *name = qms_case_file_get_calendar (opened->file);
  g_autoptr (QmsDocument) document = NULL;
  QmsStatus status;

  if (calendar) {
    opened->calendar = qms_calendar_ref (calendar);
    return QMS_OK;
  }
  status = qms_calendar_shipped (name ? name : DEFAULT_CALENDAR, &document, error);
  return status == QMS_OK ? qms_calendar_new (document, &opened->calendar, error) : status;
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

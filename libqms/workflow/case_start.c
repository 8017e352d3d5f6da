/* SPDX-License-Identifier: Apache-2.0 */
/* Starts cases: copies the procedure with what it refers to, finds the limit, enters the receipt. */
#include "core/error.h"
#include "core/schema.h"
#include "gen/rules.h"
#include "workflow/case_compare.h"
#include "workflow/case_handle.h"
#include "workflow/graph.h"

#include <qms/model.h>

#include <string.h>

/* What a case is started from. */
typedef struct {
  const QmsNode *procedure;
  const QmsNode *tthc;   /* the administrative procedure; NULL if none is given */
  const QmsNode *agency; /* whose system it is; NULL if unknown */
} Source;

/* ---- the procedure and what it refers to */

/* Nodes outside of the procedure that have been copied, or are to be. */
typedef struct {
  GPtrArray *queue;
  GHashTable *known;
} Outside;

/* Field of the case file that keeps nodes of a type; 0 for what is part of the procedure. */
static uint32_t
place_of (const QmsNode *node)
{
  switch (node->type->id) {
  case QMS_TYPE_ROLE:
    return QMS_CASE_FILE_ROLES;
  case QMS_TYPE_UNIT:
    return QMS_CASE_FILE_UNITS;
  case QMS_TYPE_POSITION:
    return QMS_CASE_FILE_POSITIONS;
  default:
    return 0;
  }
}

static void
collect (const QmsNode *node, Outside *outside)
{
  for (unsigned i = 0; i < node->type->n_fields; i++) {
    const QmsField *field = &node->type->fields[i];
    const QmsNode *target = field->kind == QMS_KIND_REF ? qms_node_resolve (node, field->id) : NULL;
    const QmsSlot *items;
    size_t count = field->kind == QMS_KIND_NODE ? qms_node_items (node, field, &items) : 0;

    if (target && place_of (target) != 0 && g_hash_table_add (outside->known, (gpointer)target))
      g_ptr_array_add (outside->queue, (gpointer)target);
    for (size_t j = 0; j < count; j++)
      collect (items[j].node, outside);
  }
}

static QmsStatus
keep (QmsNode *file, uint32_t field, const QmsNode *node, QmsError **error)
{
  return qms_node_attach (file, field, field == QMS_CASE_FILE_PROCEDURE ? 0 : QMS_APPEND,
                          qms_node_copy (node, file->document), error);
}

/* Copies what the procedure refers to, and what that refers to. */
static QmsStatus
keep_outside (QmsNode *file, const QmsNode *procedure, QmsError **error)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  Outside outside = { queue, known };
  QmsStatus status = QMS_OK;

  collect (procedure, &outside);
  for (guint i = 0; i < queue->len && status == QMS_OK; i++) {
    const QmsNode *node = queue->pdata[i];
    status = keep (file, place_of (node), node, error);
    collect (node, &outside);
  }
  return status;
}

/* ---- the limit */

/* How well a value fits a wish: 2 the same, 1 it is for all, 0 it is for another. */
static int
fit (bool given, bool same)
{
  return !given ? 1 : same ? 2 : 0;
}

static int
fit_limit (const QmsNode *limit, const QmsNode *file)
{
  int scenario = fit (qms_time_limit_has_scenario (limit),
                      g_strcmp0 (qms_time_limit_get_scenario (limit), qms_case_file_get_scenario (file)) == 0);
  int channel =
      fit (qms_time_limit_has_channel (limit), qms_time_limit_get_channel (limit) == qms_case_file_get_channel (file));

  if (qms_time_limit_has_phase (limit) || !qms_time_limit_has_value (limit) || scenario == 0 || channel == 0)
    return 0;
  return scenario * 3 + channel;
}

/* The declared limit for scenario and channel; NULL if there is none. */
static const QmsNode *
find_limit (const QmsNode *procedure, const QmsNode *file)
{
  const QmsNode *best = NULL;
  int best_fit = 0;

  for (size_t i = 0; i < qms_procedure_count_time_limits (procedure); i++) {
    const QmsNode *limit = qms_procedure_get_time_limits (procedure, i);
    if (fit_limit (limit, file) > best_fit) {
      best = limit;
      best_fit = fit_limit (limit, file);
    }
  }
  return best;
}

/* The limit of the administrative procedure for the channel of the case; NULL if there is none. */
static const QmsNode *
find_channel_time (const QmsNode *tthc, const QmsNode *file)
{
  int32_t wanted = qms_case_file_get_channel (file);

  for (size_t i = 0; i < qms_administrative_procedure_count_channels (tthc); i++) {
    const QmsNode *channel = qms_administrative_procedure_get_channels (tthc, i);
    const QmsNode *time = qms_channel_get_times (channel, 0);
    if (time && qms_channel_time_has_value (time) && (wanted == 0 || qms_channel_get_kind (channel) == wanted))
      return time;
  }
  return NULL;
}

static QmsStatus
copy_limit (QmsNode *file, const QmsNode *from, uint32_t field, QmsError **error)
{
  int64_t mantissa;
  int32_t scale, unit;

  if (qms_node_get_duration (from, field, &mantissa, &scale, &unit) != QMS_OK)
    return QMS_OK;
  return qms_case_file_set_limit (file, mantissa, scale, unit, error);
}

static QmsStatus
fill_limit (QmsNode *file, const Source *source, QmsError **error)
{
  const QmsNode *limit;

  if (qms_case_file_has_limit (file) || qms_case_file_has_same_day (file))
    return QMS_OK;
  if (qms_administrative_procedure_get_same_day (source->tthc))
    return qms_case_file_set_same_day (file, 1, error);
  limit = find_limit (source->procedure, file);
  if (limit)
    return copy_limit (file, limit, QMS_TIME_LIMIT_VALUE, error);
  return copy_limit (file, find_channel_time (source->tthc, file), QMS_CHANNEL_TIME_VALUE, error);
}

/* ---- the header */

static QmsStatus
fill_text (QmsNode *file, uint32_t field, const char *text, QmsError **error)
{
  return text && !qms_node_has (file, field) ? qms_node_set_string (file, field, text, error) : QMS_OK;
}

static QmsStatus
fill_agency (QmsNode *file, const QmsNode *agency, QmsError **error)
{
  QmsNode *node;
  QmsStatus status;

  if (!agency || qms_case_file_has_deciding_agency (file))
    return QMS_OK;
  node = qms_case_file_add_deciding_agency (file, error);
  status = fill_text (node, QMS_CASE_AGENCY_CODE, qms_agency_get_code (agency), error);
  return status == QMS_OK ? fill_text (node, QMS_CASE_AGENCY_NAME, qms_agency_get_name (agency), error) : status;
}

static QmsStatus
fill_header (QmsNode *file, const Source *source, const char *calendar, QmsError **error)
{
  const char *title = qms_procedure_get_title (source->procedure);
  const char *name = qms_administrative_procedure_get_name (source->tthc);
  QmsStatus status =
      fill_text (file, QMS_CASE_FILE_PROCEDURE_CODE, qms_administrative_procedure_get_code (source->tthc), error);

  if (status == QMS_OK)
    status = fill_text (file, QMS_CASE_FILE_PROCEDURE_NAME, name ? name : title, error);
  if (status == QMS_OK)
    status = fill_text (file, QMS_CASE_FILE_CALENDAR, calendar, error);
  if (status == QMS_OK)
    status = fill_agency (file, source->agency, error);
  if (status == QMS_OK)
    status = qms_case_fill_papers (file, source->tthc, error);
  return status == QMS_OK ? fill_limit (file, source, error) : status;
}

/* ---- starting */

/* The procedure of an administrative procedure, or the procedure itself. */
static QmsStatus
find_source (const QmsNode *given, Source *source, QmsError **error)
{
  const QmsNode *root = given ? qms_document_root (given->document) : NULL;

  if (!given || (given->type->id != QMS_TYPE_PROCEDURE && given->type->id != QMS_TYPE_ADMINISTRATIVE_PROCEDURE))
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "procedure", NULL);
  source->tthc = given->type->id == QMS_TYPE_ADMINISTRATIVE_PROCEDURE ? given : NULL;
  source->procedure = source->tthc ? qms_node_resolve (given, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE) : given;
  source->agency = root->type->id == QMS_TYPE_SYSTEM ? qms_system_get_agency (root) : NULL;
  return source->procedure ? QMS_OK : qms_fail (error, QMS_MSG_CASE_PROCEDURE_UNKNOWN, NULL, NULL);
}

/* A document that can become a case: one that says when the dossier was received, and nothing of what happened to
 * it. */
static QmsStatus
check_document (QmsDocument *document, QmsError **error)
{
  const QmsNode *file = document ? qms_document_root (document) : NULL;

  if (!file || file->type->id != QMS_TYPE_CASE_FILE || qms_case_file_has_procedure (file))
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "document", NULL);
  if (qms_case_file_has_log (file))
    return qms_fail (error, QMS_MSG_CASE_STARTED, NULL, NULL);
  return qms_case_file_has_received (file) ? QMS_OK : qms_fail (error, QMS_MSG_CASE_RECEIVED_NEEDED, NULL, NULL);
}

static bool
has_scenario_times (const QmsGraphStep *step)
{
  for (size_t i = 0; i < step->n_times; i++)
    if (step->times[i].scenario != QMS_WORKFLOW_NONE)
      return true;
  for (size_t i = 0; i < step->n_outcomes; i++)
    if (step->outcomes[i].scenario != QMS_WORKFLOW_NONE)
      return true;
  return false;
}

/* Whether limits, times or ways differ between scenarios. */
static bool
depends_on_scenario (const QmsWorkflow *workflow)
{
  for (size_t i = 0; i < workflow->n_limits; i++)
    if (workflow->limits[i].scenario != QMS_WORKFLOW_NONE)
      return true;
  for (size_t i = 0; i < workflow->n_steps; i++)
    if (has_scenario_times (&workflow->steps[i]))
      return true;
  return false;
}

static char *
scenario_names (const QmsWorkflow *workflow)
{
  enum { SHOWN = 8 };
  GString *names = g_string_new (NULL);

  for (size_t i = 0; i < workflow->n_scenarios && i < SHOWN; i++) {
    const char *id = workflow->scenarios[i].id ? workflow->scenarios[i].id : "–";
    g_autofree char *quoted = qms_message_quote (id, strlen (id));
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", quoted);
  }
  return g_string_free (g_string_append (names, workflow->n_scenarios > SHOWN ? ", …" : ""), FALSE);
}

/* Of several scenarios that differ, nobody but the caller knows which one it is. */
static QmsStatus
need_scenario (const QmsCase *opened, QmsError **error)
{
  if (qms_case_file_has_scenario (opened->file) || opened->workflow->n_scenarios < 2
      || !depends_on_scenario (opened->workflow))
    return QMS_OK;
  g_autofree char *known = scenario_names (opened->workflow);
  return qms_fail (error, QMS_MSG_CASE_SCENARIO_NEEDED, NULL, "known", known, NULL);
}

/* Enters the receipt: times are written as the calendar tells them. */
static QmsStatus
receive (QmsCase *opened, QmsError **error)
{
  int64_t received = qms_case_get_time (opened->file, QMS_CASE_FILE_RECEIVED);
  int32_t offset = qms_calendar_utc_offset (opened->calendar);
  size_t scenario = qms_workflow_find_scenario (opened->workflow, qms_case_file_get_scenario (opened->file));

  opened->state = qms_case_state_new (opened->workflow, scenario, offset);
  qms_case_file_set_received (opened->file, received, offset, error);
  return qms_case_happen (opened, qms_case_event (QMS_CASE_EVENT_KIND_START, received), NULL, error);
}

static QmsStatus
begin (QmsCase *opened, const Source *source, QmsError **error)
{
  QmsStatus status = need_scenario (opened, error);

  if (status == QMS_OK)
    status = fill_header (opened->file, source, qms_calendar_id (opened->calendar), error);
  return status == QMS_OK ? receive (opened, error) : status;
}

QmsStatus
qms_case_start (QmsDocument *document, const QmsNode *procedure, QmsCalendar *calendar, QmsCase **opened,
                QmsError **error)
{
  g_autoptr (QmsCase) made = NULL;
  Source source = { 0 };
  QmsStatus status =
      opened ? check_document (document, error) : qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "opened", NULL);

  if (status == QMS_OK)
    status = find_source (procedure, &source, error);
  if (status == QMS_OK)
    status = keep (qms_document_root (document), QMS_CASE_FILE_PROCEDURE, source.procedure, error);
  if (status == QMS_OK)
    status = keep_outside (qms_document_root (document), source.procedure, error);
  if (status == QMS_OK)
    status = qms_case_attach (document, calendar, &made, error);
  if (status == QMS_OK)
    status = begin (made, &source, error);
  if (status == QMS_OK)
    *opened = g_steal_pointer (&made);
  return status;
}

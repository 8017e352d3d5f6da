/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on frameworks, law, the portal, BPMN and pictures. */
#include "run.h"

#include <string.h>

static void
op_frameworks (Call *call)
{
  json_t *ids = json_array ();

  for (size_t i = 0; i < qms_framework_count (); i++)
    json_array_append_new (ids, json_string (qms_framework_id (i)));
  give_data (call, ids);
}

static void
op_framework (Call *call)
{
  QmsDocument *framework = NULL;

  call->status = qms_framework_load (arg_text (call, 0), &framework, &call->error);
  give_handle (call, VALUE_DOCUMENT, framework);
}

static void
op_check_framework (Call *call)
{
  g_autofree char *path = file_path (call, arg_text (call, 0));
  QmsReport *report = NULL;

  call->status = qms_framework_check_file (path, &report, &call->error);
  give_handle (call, VALUE_REPORT, report);
}

static void
op_new_system (Call *call)
{
  int32_t type = qms_enum_value_by_name (qms_enum_by_name ("agency_type"), arg_text (call, 1));
  QmsDocument *system = NULL;

  call->status = qms_framework_instantiate (arg_text (call, 0), type, arg_text (call, 2), &system, &call->error);
  give_handle (call, VALUE_DOCUMENT, system);
}

/* To a framework (null: none), and to the forms in force on a day (null: none). */
static QmsDocument *
migrate (Call *call, QmsError **work)
{
  QmsDocument *migrated = NULL;
  int32_t year, month, day;

  date_parse (arg_text (call, 1), &year, &month, &day);
  call->status = qms_framework_migrate (self_handle (call, VALUE_DOCUMENT), arg_text (call, 0), year, month, day,
                                        &migrated, work, &call->error);
  return migrated;
}

static void
op_migrate (Call *call)
{
  give_handle (call, VALUE_DOCUMENT, migrate (call, NULL));
}

/* What is left to do: identifier and path of each message. */
static void
op_migration_work (Call *call)
{
  QmsError *work = NULL;
  json_t *rows = json_array ();

  qms_document_unref (migrate (call, &work));
  for (const QmsError *item = work; item; item = qms_error_next (item))
    json_array_append_new (rows, json_pack ("[s, s?]", qms_error_id (item), qms_error_path (item)));
  give_data (call, rows);
  qms_error_free (work);
}

static void
op_legal_act (Call *call)
{
  give_node (call, qms_legal_find (arg_text (call, 0)));
}

static void
op_legal_status (Call *call)
{
  static const char *const names[] = { "unknown", "not_yet", "in_force", "expired" };
  int32_t year, month, day;

  date_parse (arg_text (call, 1), &year, &month, &day);
  give_text (call, names[qms_legal_status (qms_legal_find (arg_text (call, 0)), year, month, day)]);
}

static void
op_portal_import (Call *call)
{
  const char *json = arg_text (call, 0);
  size_t count = 0;

  call->status =
      qms_portal_import (self_handle (call, VALUE_DOCUMENT), json, strlen (json), NULL, &count, &call->error);
  give_int (call, (int64_t)count);
}

static void
op_portal_export (Call *call)
{
  char *json = NULL;

  call->status = qms_portal_export (self_handle (call, VALUE_NODE), &json, NULL, &call->error);
  give_parsed (call, json);
}

/* What records hold that the model cannot say: identifiers of the notes. */
static void
op_portal_notes (Call *call)
{
  QmsError *notes = NULL;
  json_t *rows = json_array ();

  call->status = qms_portal_notes (self_handle (call, VALUE_DOCUMENT), &notes);
  for (const QmsError *note = notes; note; note = qms_error_next (note))
    json_array_append_new (rows, json_string (qms_error_id (note)));
  give_data (call, rows);
  qms_error_free (notes);
}

static void
op_bpmn (Call *call)
{
  static const char *const profiles[] = { "generic", "camunda7", "flowable" };
  const char *name = arg_text (call, 0);
  int32_t profile = QMS_BPMN_GENERIC;
  char *xml = NULL;

  while (name && g_strcmp0 (profiles[profile], name) != 0)
    profile++;
  call->status = qms_bpmn_export (self_handle (call, VALUE_NODE), profile, &xml, NULL, &call->error);
  give_taken_text (call, xml);
}

static void
op_import_bpmn (Call *call)
{
  const char *xml = arg_text (call, 0);
  QmsNode *procedure = NULL;

  call->status =
      qms_bpmn_import (self_handle (call, VALUE_DOCUMENT), xml, strlen (xml), NULL, &procedure, NULL, &call->error);
  give_node (call, procedure);
}

static void
op_bpmn_report (Call *call)
{
  const char *xml = arg_text (call, 0);
  QmsReport *report = NULL;

  call->status =
      qms_bpmn_import (self_handle (call, VALUE_DOCUMENT), xml, strlen (xml), NULL, NULL, &report, &call->error);
  give_handle (call, VALUE_REPORT, report);
}

/* Number of pages, each of which begins as SVG does. */
static void
op_svg_pages (Call *call)
{
  QmsSvg *svg = NULL;
  int64_t pages = 0;

  int32_t division = json_is_true (arg_data (call, 0)) ? QMS_SVG_WHOLE : QMS_SVG_PAGES;

  call->status = qms_svg_new (self_handle (call, VALUE_NODE), division, &svg, &call->error);
  for (size_t i = 0; i < qms_svg_pages (svg); i++)
    pages += strstr (qms_svg_page (svg, i, NULL), "<svg") != NULL;
  give_int (call, pages);
  qms_svg_free (svg);
}

const Operation exchange_operations[] = {
  { "frameworks", op_frameworks },
  { "framework", op_framework },
  { "check_framework", op_check_framework },
  { "new_system", op_new_system },
  { "migrate", op_migrate },
  { "migration_work", op_migration_work },
  { "legal_act", op_legal_act },
  { "legal_status", op_legal_status },
  { "portal_import", op_portal_import },
  { "portal_export", op_portal_export },
  { "portal_notes", op_portal_notes },
  { "bpmn", op_bpmn },
  { "import_bpmn", op_import_bpmn },
  { "bpmn_report", op_bpmn_report },
  { "svg_pages", op_svg_pages },
  { NULL, NULL },
};

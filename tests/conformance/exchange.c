/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on frameworks, law, inspections, the portal, BPMN and pictures. */
#include "run.h"

#include <stdio.h>
#include <string.h>

static void
read_date (const char *text, int32_t *year, int32_t *month, int32_t *day)
{
  *year = *month = *day = 0;
  if (text)
    sscanf (text, "%d-%d-%d", year, month, day);
}

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

static void
op_migrate (Call *call)
{
  QmsDocument *migrated = NULL;
  QmsError *work = NULL;

  call->status = qms_framework_migrate (self_handle (call, VALUE_DOCUMENT), arg_text (call, 0), 0, 0, 0, &migrated,
                                        &work, &call->error);
  give_handle (call, VALUE_DOCUMENT, migrated);
  qms_error_free (work);
}

/* Number of clauses and requirements in each state. */
static void
op_coverage (Call *call)
{
  QmsCoverage *coverage = NULL;
  int32_t year, month, day;

  read_date (arg_text (call, 0), &year, &month, &day);
  call->status = qms_coverage_run (self_handle (call, VALUE_DOCUMENT), NULL, year, month, day, &coverage, &call->error);
  give_data (call, json_pack ("{s:I, s:I, s:I, s:I}", "met",
                              (json_int_t)qms_coverage_state_count (coverage, 0, QMS_COVERAGE_MET), "partial",
                              (json_int_t)qms_coverage_state_count (coverage, 0, QMS_COVERAGE_PARTIAL), "missing",
                              (json_int_t)qms_coverage_state_count (coverage, 0, QMS_COVERAGE_MISSING), "excluded",
                              (json_int_t)qms_coverage_state_count (coverage, 0, QMS_COVERAGE_EXCLUDED)));
  qms_coverage_free (coverage);
}

/* The inspection document that follows from a report. */
static void
op_inspect (Call *call)
{
  const QmsReport *report = self_handle (call, VALUE_REPORT);
  QmsDocument *inspection = NULL;

  call->status =
      qms_inspection_draw (&report, 1, NULL, QMS_SEVERITY_ERROR, QMS_LANG_VI, &inspection, NULL, &call->error);
  give_handle (call, VALUE_DOCUMENT, inspection);
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

  read_date (arg_text (call, 1), &year, &month, &day);
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

static void
op_bpmn (Call *call)
{
  char *xml = NULL;

  call->status = qms_bpmn_export (self_handle (call, VALUE_NODE), QMS_BPMN_GENERIC, &xml, NULL, &call->error);
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

/* Number of pages, each of which begins as SVG does. */
static void
op_svg_pages (Call *call)
{
  QmsSvg *svg = NULL;
  int64_t pages = 0;

  call->status = qms_svg_new (self_handle (call, VALUE_NODE), QMS_SVG_PAGES, &svg, &call->error);
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
  { "coverage", op_coverage },
  { "inspect", op_inspect },
  { "legal_act", op_legal_act },
  { "legal_status", op_legal_status },
  { "portal_import", op_portal_import },
  { "portal_export", op_portal_export },
  { "bpmn", op_bpmn },
  { "import_bpmn", op_import_bpmn },
  { "svg_pages", op_svg_pages },
  { NULL, NULL },
};

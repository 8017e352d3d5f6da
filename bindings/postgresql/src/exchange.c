/* SPDX-License-Identifier: Apache-2.0 */
/* Procedures as BPMN and pictures, records of the portal, systems moved to another framework. */
#include "find.h"
#include "findings.h"
#include "functions.h"
#include "moment.h"
#include "output.h"
#include "rows.h"
#include "text.h"
#include "words.h"

#include <string.h>

/* The guard holds the document of the first argument; `*node` is what the second one names. */
static Guard *
open_node (FunctionCallInfo fcinfo, const QmsNode **node)
{
  Guard *guard = pgqms_open (fcinfo);

  *node = pgqms_find_or_fail (guard->document, pgqms_argument (fcinfo, 1));
  return guard;
}

Datum
core_bpmn (PG_FUNCTION_ARGS)
{
  int32_t profile = pgqms_bpmn_profile (pgqms_argument (fcinfo, 2));
  const QmsNode *procedure;
  Guard *guard = open_node (fcinfo, &procedure);

  return pgqms_give_text (guard, qms_bpmn_export (procedure, profile, &guard->text, NULL, &guard->error));
}

Datum
core_portal_export (PG_FUNCTION_ARGS)
{
  const QmsNode *procedure;
  Guard *guard = open_node (fcinfo, &procedure);

  return pgqms_give_text (guard, qms_portal_export (procedure, &guard->text, NULL, &guard->error));
}

Datum
core_svg (PG_FUNCTION_ARGS)
{
  int32_t division = PG_GETARG_BOOL (2) ? QMS_SVG_WHOLE : QMS_SVG_PAGES;
  const QmsNode *procedure;
  Guard *guard = open_node (fcinfo, &procedure);
  Rows rows;

  if (qms_svg_new (procedure, division, &guard->svg, &guard->error))
    pgqms_fail (guard);
  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_svg_pages (guard->svg); i++) {
    pgqms_put_int (&rows, (int32)i + 1, true);
    pgqms_put_text (&rows, qms_svg_page (guard->svg, i, NULL));
    pgqms_row_end (&rows);
  }
  pgqms_guard_free (guard);
  return (Datum)0;
}

Datum
core_bpmn_import (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);
  const char *bpmn = pgqms_argument (fcinfo, 1);

  return pgqms_give_document (
      guard, qms_bpmn_import (guard->document, bpmn, strlen (bpmn), NULL, NULL, &guard->report, &guard->error), fcinfo);
}

Datum
core_portal_import (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);
  const char *json = pgqms_argument (fcinfo, 1);

  return pgqms_give_document (
      guard, qms_portal_import (guard->document, json, strlen (json), NULL, NULL, &guard->error), fcinfo);
}

Datum
core_bpmn_findings (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);
  const char *bpmn = pgqms_argument (fcinfo, 1);

  if (qms_bpmn_import (guard->document, bpmn, strlen (bpmn), NULL, NULL, &guard->report, &guard->error))
    pgqms_fail (guard);
  return pgqms_give_findings (guard, fcinfo);
}

/* The messages that the guard holds as rows; they are no errors. */
static Datum
give_notes (Guard *guard, FunctionCallInfo fcinfo)
{
  Rows rows;

  pgqms_rows_begin (&rows, fcinfo, guard);
  for (const QmsError *note = guard->notes; note; note = qms_error_next (note)) {
    pgqms_put_text (&rows, qms_error_id (note));
    pgqms_put_text (&rows, qms_error_path (note));
    pgqms_put_text (&rows, qms_error_message (note, QMS_LANG_VI));
    pgqms_put_text (&rows, qms_error_message (note, QMS_LANG_EN));
    pgqms_row_end (&rows);
  }
  pgqms_guard_free (guard);
  return (Datum)0;
}

Datum
core_portal_notes (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);

  qms_portal_notes (guard->document, &guard->notes);
  return give_notes (guard, fcinfo);
}

/* Arguments: document, framework, day; one of the last two may be null. The guard's other document is the new one. */
static Guard *
migrate (FunctionCallInfo fcinfo)
{
  const char *to = pgqms_framework_or_fail (pgqms_argument (fcinfo, 1));
  int year = 0, month = 0, day = 0;
  Guard *guard = pgqms_open (fcinfo);

  if (!PG_ARGISNULL (2))
    pgqms_split_day (PG_GETARG_DATEADT (2), &year, &month, &day);
  if (qms_framework_migrate (guard->document, to, year, month, day, &guard->other, &guard->notes, &guard->error))
    pgqms_fail (guard);
  return guard;
}

Datum
core_migrate (PG_FUNCTION_ARGS)
{
  Guard *guard;

  if (PG_ARGISNULL (0))
    PG_RETURN_NULL ();
  guard = migrate (fcinfo);
  qms_document_unref (guard->document);
  guard->document = qms_document_ref (guard->other);
  return pgqms_give_document (guard, QMS_OK, fcinfo);
}

Datum
core_migration_work (PG_FUNCTION_ARGS)
{
  return PG_ARGISNULL (0) ? pgqms_no_rows (fcinfo) : give_notes (migrate (fcinfo), fcinfo);
}

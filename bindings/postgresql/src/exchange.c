/* SPDX-License-Identifier: Apache-2.0 */
/* Procedures as BPMN and pictures, records of the portal, systems moved to another framework. */
#include "find.h"
#include "functions.h"
#include "output.h"
#include "rows.h"
#include "text.h"

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
  const QmsNode *procedure;
  Guard *guard = open_node (fcinfo, &procedure);

  return pgqms_give_text (guard, qms_bpmn_export (procedure, QMS_BPMN_GENERIC, &guard->text, NULL, &guard->error));
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
  const QmsNode *procedure;
  Guard *guard = open_node (fcinfo, &procedure);
  Rows rows;

  if (qms_svg_new (procedure, QMS_SVG_PAGES, &guard->svg, &guard->error))
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

/* Arguments: document, framework. What people have to do then is told by qms_validate. */
Datum
core_migrate (PG_FUNCTION_ARGS)
{
  const char *to = pgqms_framework_or_fail (pgqms_argument (fcinfo, 1));
  Guard *guard = pgqms_open (fcinfo);
  QmsStatus status = qms_framework_migrate (guard->document, to, 0, 0, 0, &guard->other, NULL, &guard->error);

  if (status)
    pgqms_fail (guard);
  qms_document_unref (guard->document);
  guard->document = qms_document_ref (guard->other);
  return pgqms_give_document (guard, QMS_OK, fcinfo);
}

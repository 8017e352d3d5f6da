/* SPDX-License-Identifier: Apache-2.0 */
/* qms_to_json, qms_format: a document, or a node of it, as text. */
#include "functions.h"
#include "input.h"
#include "output.h"
#include "text.h"

#include <string.h>

Datum
core_to_json (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);

  return pgqms_give_text (guard,
                          qms_document_write (guard->document, QMS_FORMAT_JSON, &guard->text, NULL, &guard->error));
}

Datum
core_node_to_json (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);
  const QmsNode *node = qms_node_at (qms_document_root (guard->document), pgqms_argument (fcinfo, 1), NULL);

  if (node)
    return pgqms_give_text (guard, qms_node_write_json (node, &guard->text, NULL, &guard->error));
  pgqms_guard_free (guard);
  PG_RETURN_NULL ();
}

static int32_t
format_named (const char *name)
{
  if (strcmp (name, "xml") == 0)
    return QMS_FORMAT_XML;
  if (strcmp (name, "json") == 0)
    return QMS_FORMAT_JSON;
  ereport (ERROR, (errcode (ERRCODE_INVALID_PARAMETER_VALUE), errmsg ("the format is xml or json")));
}

Datum
core_format (PG_FUNCTION_ARGS)
{
  int32_t format = format_named (pgqms_argument (fcinfo, 1));
  Guard *guard = pgqms_open (fcinfo);

  return pgqms_give_text (guard, qms_document_write (guard->document, format, &guard->text, NULL, &guard->error));
}

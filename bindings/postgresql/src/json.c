/* SPDX-License-Identifier: Apache-2.0 */
/* qms_to_json: a document as JSON. */
#include "functions.h"
#include "input.h"
#include "text.h"

static Datum
to_json (FunctionCallInfo fcinfo, Form form)
{
  Guard *guard = pgqms_open (fcinfo, form);
  Datum json;

  if (qms_document_write (guard->document, QMS_FORMAT_JSON, &guard->text, NULL, &guard->error))
    pgqms_fail (guard);
  json = pgqms_text (guard->text);
  pgqms_guard_free (guard);
  return json;
}

Datum
core_pgqms_to_json (PG_FUNCTION_ARGS)
{
  return to_json (fcinfo, CHARACTERS);
}

Datum
core_pgqms_to_json_bytes (PG_FUNCTION_ARGS)
{
  return to_json (fcinfo, BYTES);
}

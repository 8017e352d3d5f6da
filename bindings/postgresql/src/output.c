/* SPDX-License-Identifier: Apache-2.0 */
/* Texts and documents as values of the server. */
#include "output.h"
#include "input.h"
#include "text.h"

#include <string.h>

Datum
pgqms_give_text (Guard *guard, QmsStatus status)
{
  Datum text;

  if (status)
    pgqms_fail (guard);
  text = pgqms_text (guard->text);
  pgqms_guard_free (guard);
  return text;
}

static Datum
bytes_of (const char *data, size_t size)
{
  bytea *bytes = palloc (VARHDRSZ + size);

  SET_VARSIZE (bytes, VARHDRSZ + size);
  memcpy (VARDATA (bytes), data, size);
  return PointerGetDatum (bytes);
}

Datum
pgqms_give_document (Guard *guard, QmsStatus status, FunctionCallInfo fcinfo)
{
  int32_t format = qms_document_format (guard->document);
  Datum bytes;
  size_t size;

  if (status || qms_document_write (guard->document, format, &guard->text, &size, &guard->error))
    pgqms_fail (guard);
  if (!pgqms_is_bytes (fcinfo, 0))
    return pgqms_give_text (guard, QMS_OK);
  bytes = bytes_of (guard->text, size);
  pgqms_guard_free (guard);
  return bytes;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Documents from values of text, xml and bytea. */
#include "input.h"

#include "catalog/pg_type_d.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include <string.h>

int pgqms_max_document_size;

/* The name of the encoding with its quotes, in the XML declaration that `text` may begin with. */
static char *
declared_encoding (char *text, char **end)
{
  char *close, *begin;

  if (strncmp (text, "<?xml", 5) != 0 || !(close = strstr (text, "?>")) || !(begin = strstr (text, "encoding")))
    return NULL;
  begin = begin < close ? begin + strcspn (begin, "\"'>") : close;
  if (begin >= close || !(*end = strchr (begin + 1, *begin)) || *end > close)
    return NULL;
  return begin;
}

/* Characters have the encoding of the database, whatever the file said before it was stored: what an XML declaration
 * says of it is overwritten with blanks, so that lines and columns stay. */
static void
forget_encoding (char *text)
{
  char *end, *begin = declared_encoding (text, &end);

  if (!begin || (end - begin == 6 && pg_strncasecmp (begin + 1, "UTF-8", 5) == 0))
    return;
  while (strncmp (begin, "encoding", 8) != 0)
    begin--;
  memset (begin, ' ', end + 1 - begin);
}

/* The characters as UTF-8, in memory of the guard, NUL-terminated. */
static char *
characters (const char *data, int size)
{
  char *text = pg_server_to_any (data, size, PG_UTF8);

  text = text == data ? pnstrdup (data, size) : text;
  forget_encoding (text);
  return text;
}

bool
pgqms_is_bytes (FunctionCallInfo fcinfo, int argument)
{
  return get_fn_expr_argtype (fcinfo->flinfo, argument) == BYTEAOID;
}

QmsStatus
pgqms_read (Guard *guard, FunctionCallInfo fcinfo, int argument, const char *name, QmsDocument **document)
{
  MemoryContext caller = MemoryContextSwitchTo (guard->context);
  struct varlena *value = PG_GETARG_VARLENA_PP (argument);
  const char *data = VARDATA_ANY (value);
  size_t size = VARSIZE_ANY_EXHDR (value);

  if (!pgqms_is_bytes (fcinfo, argument)) {
    data = characters (data, (int)size);
    size = strlen (data);
  }
  MemoryContextSwitchTo (caller);
  CHECK_FOR_INTERRUPTS ();

  if (!guard->reader)
    guard->reader = qms_reader_new ();
  qms_reader_set_limit (guard->reader, QMS_LIMIT_BYTES, (size_t)pgqms_max_document_size * 1024);
  return qms_reader_parse (guard->reader, data, size, name, document, &guard->error);
}

Guard *
pgqms_open (FunctionCallInfo fcinfo)
{
  Guard *guard = pgqms_guard_new ();

  if (pgqms_read (guard, fcinfo, 0, NULL, &guard->document))
    pgqms_fail (guard);
  return guard;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Texts between the server and the library. */
#include "text.h"

#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include <string.h>

char *
pgqms_string (const char *utf8)
{
  return pg_any_to_server (utf8, strlen (utf8), PG_UTF8);
}

Datum
pgqms_text (const char *utf8)
{
  return PointerGetDatum (cstring_to_text (pgqms_string (utf8)));
}

char *
pgqms_utf8 (Datum value)
{
  char *string = TextDatumGetCString (value);

  return pg_server_to_any (string, strlen (string), PG_UTF8);
}

char *
pgqms_argument (FunctionCallInfo fcinfo, int argument)
{
  return PG_ARGISNULL (argument) ? NULL : pgqms_utf8 (PG_GETARG_DATUM (argument));
}

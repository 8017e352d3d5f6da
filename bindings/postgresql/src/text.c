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

void
pgqms_put_text (Datum *values, bool *nulls, int column, const char *utf8)
{
  nulls[column] = !utf8;
  values[column] = utf8 ? pgqms_text (utf8) : (Datum)0;
}

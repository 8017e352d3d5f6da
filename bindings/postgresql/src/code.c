/* SPDX-License-Identifier: Apache-2.0 */
/* qms_case_code, qms_case_code_parse: codes of cases, put together and taken apart. */
#include "functions.h"
#include "moment.h"
#include "output.h"
#include "rows.h"
#include "text.h"

Datum
core_case_code (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_guard_new ();
  int year, month, day;

  pgqms_split_day (PG_GETARG_DATEADT (1), &year, &month, &day);
  return pgqms_give_text (guard, qms_case_code_build (pgqms_argument (fcinfo, 0), year, month, day, PG_GETARG_INT64 (2),
                                                      &guard->text, &guard->error));
}

Datum
core_case_code_parse (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_guard_new ();
  int32_t year, month, day;
  int64_t serial;
  Rows rows;

  if (qms_case_code_parse (pgqms_argument (fcinfo, 0), &guard->text, &year, &month, &day, &serial, &guard->error))
    pgqms_fail (guard);
  pgqms_rows_begin (&rows, fcinfo, guard);
  pgqms_put_text (&rows, guard->text);
  pgqms_put_datum (&rows, pgqms_day (year, month, day), true);
  pgqms_put_int64 (&rows, serial, true);
  pgqms_row_end (&rows);
  pgqms_guard_free (guard);
  return (Datum)0;
}

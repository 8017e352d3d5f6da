/* SPDX-License-Identifier: Apache-2.0 */
/* Rows go into the tuple store that the server keeps for the function; memory of one is given back with the next. */
#include "rows.h"
#include "text.h"

#include "catalog/pg_type_d.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/memutils.h"

void
pgqms_rows_begin (Rows *rows, FunctionCallInfo fcinfo, const Guard *guard)
{
  InitMaterializedSRF (fcinfo, 0);
  rows->result = (ReturnSetInfo *)fcinfo->resultinfo;
  rows->context = AllocSetContextCreate (guard->context, "qms row", ALLOCSET_DEFAULT_SIZES);
  rows->columns = 0;
}

Datum
pgqms_no_rows (FunctionCallInfo fcinfo)
{
  InitMaterializedSRF (fcinfo, 0);
  return (Datum)0;
}

void
pgqms_put_datum (Rows *rows, Datum value, bool is_there)
{
  Assert (rows->columns < PGQMS_MOST_COLUMNS);
  rows->nulls[rows->columns] = !is_there;
  rows->values[rows->columns++] = value;
}

void
pgqms_put_text (Rows *rows, const char *utf8)
{
  MemoryContext caller = MemoryContextSwitchTo (rows->context);

  pgqms_put_datum (rows, utf8 ? pgqms_text (utf8) : (Datum)0, utf8 != NULL);
  MemoryContextSwitchTo (caller);
}

void
pgqms_put_texts (Rows *rows, const char *const *utf8, int count)
{
  MemoryContext caller = MemoryContextSwitchTo (rows->context);
  Datum *items = palloc0 (sizeof *items * (Size)(count + 1));
  bool *nulls = palloc0 (sizeof *nulls * (Size)(count + 1));
  int first = 1;

  for (int i = 0; i < count; i++) {
    nulls[i] = !utf8[i];
    items[i] = utf8[i] ? pgqms_text (utf8[i]) : (Datum)0;
  }
  pgqms_put_datum (
      rows,
      PointerGetDatum (construct_md_array (items, nulls, count > 0, &count, &first, TEXTOID, -1, false, TYPALIGN_INT)),
      true);
  MemoryContextSwitchTo (caller);
}

void
pgqms_put_bool (Rows *rows, bool value)
{
  pgqms_put_datum (rows, BoolGetDatum (value), true);
}

void
pgqms_put_int (Rows *rows, int32 value, bool is_there)
{
  pgqms_put_datum (rows, Int32GetDatum (value), is_there);
}

void
pgqms_put_int64 (Rows *rows, int64 value, bool is_there)
{
  pgqms_put_datum (rows, Int64GetDatum (value), is_there);
}

void
pgqms_row_end (Rows *rows)
{
  CHECK_FOR_INTERRUPTS ();
  Assert (rows->columns == rows->result->setDesc->natts);
  tuplestore_putvalues (rows->result->setResult, rows->result->setDesc, rows->values, rows->nulls);
  rows->columns = 0;
  MemoryContextReset (rows->context);
}

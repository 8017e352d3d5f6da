/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of a set-returning function, value after value. */
#ifndef PGQMS_ROWS_H
#define PGQMS_ROWS_H

#include "guard.h"

#include "funcapi.h"

#define PGQMS_MOST_COLUMNS 16

typedef struct {
  ReturnSetInfo *result;
  MemoryContext context; /* of the row that is being put together */
  Datum values[PGQMS_MOST_COLUMNS];
  bool nulls[PGQMS_MOST_COLUMNS];
  int columns; /* that the row has so far */
} Rows;

/* Begins the result of the function; what rows need in between belongs to the guard. */
void pgqms_rows_begin (Rows *rows, FunctionCallInfo fcinfo, const Guard *guard);
/* The result without a row, of a function that is called on null. */
Datum pgqms_no_rows (FunctionCallInfo fcinfo);
/* The next value of the row; SQL null for NULL or where `is_there` is not. */
void pgqms_put_text (Rows *rows, const char *utf8);
void pgqms_put_texts (Rows *rows, const char *const *utf8, int count);
void pgqms_put_bool (Rows *rows, bool value);
void pgqms_put_int (Rows *rows, int32 value, bool is_there);
void pgqms_put_int64 (Rows *rows, int64 value, bool is_there);
void pgqms_put_datum (Rows *rows, Datum value, bool is_there);
/* The row is complete. */
void pgqms_row_end (Rows *rows);

#endif

/* SPDX-License-Identifier: Apache-2.0 */
/* The rows that a system has, found again by what they are known by. */
#pragma once

#include "interop/csv_table.h"

/* All rows in the order of the table: those of the system, then those of its procedures. Free with g_ptr_array_unref. */
GPtrArray *csv_rows (const CsvTable *table, const QmsNode *system);

typedef struct CsvRows CsvRows;

CsvRows *csv_rows_new (const CsvTable *table, const QmsNode *system);
void csv_rows_free (CsvRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CsvRows, csv_rows_free)

/* What a row of the file turns out to be. */
typedef struct {
  QmsNode *known; /* NULL: it is new */
  uint32_t
      repeats; /* line of the row before it that has the same key where the system has no further such row; 0: none */
} CsvMatch;

/* Whether the system has a row below `owner` with that key. */
bool csv_rows_have (CsvRows *rows, const QmsNode *owner, const char *key);
/* Matches a row below `owner` on `line` that is known by `key` or, where that is empty, by `name` (may be NULL). Rows that
 * have the same key are matched in their order. */
CsvMatch csv_rows_match (CsvRows *rows, const QmsNode *owner, const char *key, const char *name, uint32_t line);

/* SPDX-License-Identifier: Apache-2.0 */
/* Inside an import of CSV: what it knows, how it complains, its headings. */
#pragma once

#include "interop/csv_rows.h"
#include "interop/csv_text.h"

enum { CSV_MOST_ERRORS = 100 };

typedef struct {
  const CsvTable *table;
  QmsDocument *document;
  CsvReader reader;
  CsvSystem system;
  CsvRows *rows;
  GPtrArray *columns; /* of CsvColumn by place in the file; NULL: without heading */
  GArray *plan;       /* of Row */
  GArray *changes;    /* of Change, row after row */
  size_t n_errors;
  QmsError **error;
} CsvImport;

/* A column that numbers the rows, whose cells say nothing. */
extern const CsvColumn csv_numbering;

/* Tells a problem at a cell, unless enough have been told. */
QmsStatus csv_import_fail (CsvImport *import, int message, const CsvCell *cell, const QmsValue *values,
                           size_t n_values);
/* The same of a column: its heading, the cell, what was expected, and the line of another row (0: none). */
QmsStatus csv_import_fail_cell (CsvImport *import, int message, const CsvColumn *column, const CsvCell *cell,
                                uint32_t line);
/* Reads the first row as headings. */
QmsStatus csv_import_headings (CsvImport *import);

/* SPDX-License-Identifier: Apache-2.0 */
/* CSV as spreadsheets save it: bytes into rows of cells. */
#pragma once

#include "core/error.h"

#include <stdbool.h>

enum {
  CSV_MOST_BYTES = 32 << 20,
  CSV_MOST_ROWS = 100000,
  CSV_MOST_COLUMNS = 256,
  CSV_LONGEST_CELL = 1 << 20,
  CSV_MOST_NODES = 1000000, /* that a file may make */
};

typedef struct {
  const char *text; /* a line break in it is "\n"; lives as long as the reader */
  uint32_t line, column;
} CsvCell;

typedef struct {
  const char *name; /* for messages; NULL if none */
  char *bytes;      /* the file in UTF-8; cells are cut out of it in place */
  char *at, *end;
  char separator;
  uint32_t line, column; /* of `at` */
  size_t n_rows;
  GArray *cells; /* of CsvCell: the row that was read last */
} CsvReader;

/* Opens a file in memory: finds its encoding and its separator. */
QmsStatus csv_reader_open (CsvReader *reader, const void *data, size_t size, const char *name, QmsError **error);
/* Reads the next row that is not blank into `cells`; none at the end. */
QmsStatus csv_reader_next (CsvReader *reader, QmsError **error);
/* Says, where the reader is, that there is more than `limit` of something. */
QmsStatus csv_reader_fail_limit (const CsvReader *reader, size_t limit, const char *vi, const char *en,
                                 QmsError **error);
void csv_reader_clear (CsvReader *reader);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsvReader, csv_reader_clear)

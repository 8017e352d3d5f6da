/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of a procedure, known by the words of their columns. */
#pragma once

#include "word/block.h"

/* What a column is for. */
typedef enum {
  DOCX_COLUMN_NONE,
  DOCX_COLUMN_NUMBER,
  DOCX_COLUMN_WORK, /* what a step does */
  DOCX_COLUMN_ROLE,
  DOCX_COLUMN_TIME,
  DOCX_COLUMN_FORM,
  DOCX_COLUMN_NOTE,
  DOCX_COLUMN_RECORD,
  DOCX_COLUMN_CODE,
  DOCX_COLUMN_PLACE,
  DOCX_COLUMN_KEEPER,
  DOCX_COLUMN_RETENTION,
  DOCX_COLUMN_MEDIUM,
  DOCX_COLUMN_EDITION,
  DOCX_COLUMN_REVISION,
  DOCX_COLUMN_DATE,
  DOCX_COLUMN_CHANGE, /* what was changed */
  DOCX_COLUMN_REASON, /* why */
  DOCX_COLUMN_PAGE,   /* where */
  DOCX_COLUMN_DRAFTED,
  DOCX_COLUMN_REVIEWED,
  DOCX_COLUMN_APPROVED,
  DOCX_COLUMN_TERM,
  DOCX_COLUMN_MEANING,
  DOCX_COLUMN_BASIS,     /* act that prescribes a form */
  DOCX_COLUMN_PAPER,     /* of a dossier */
  DOCX_COLUMN_ORIGINALS, /* how many */
  DOCX_COLUMN_DUPLICATES,
  DOCX_COLUMN_CHANNEL, /* of submission */
  DOCX_COLUMN_FEE,
  DOCX_COLUMN_CASE,
  DOCX_COLUMN_STATUTORY, /* time limit by law */
  DOCX_COLUMN_NEXT,      /* step that follows */
  DOCX_N_COLUMNS
} DocxColumn;

typedef enum {
  DOCX_TABLE_OTHER,
  DOCX_TABLE_COVER,
  DOCX_TABLE_SIGNATURES,
  DOCX_TABLE_AMENDMENTS,
  DOCX_TABLE_STEPS,
  DOCX_TABLE_RECORDS,
  DOCX_TABLE_FORMS,
  DOCX_TABLE_DEFINITIONS,
  DOCX_TABLE_DOSSIER,
  DOCX_TABLE_CHANNELS,
  DOCX_TABLE_LIMITS,
  DOCX_TABLE_PHASES, /* docx_flow.h */
  DOCX_TABLE_OUTCOMES,
} DocxTableKind;

/* A table, or rows of one. */
typedef struct {
  DocxTableKind kind;
  const QmsBlock *block;
  size_t first; /* row that holds the headings */
  size_t body;  /* first row below them */
  size_t end;   /* row behind the last one */
} DocxTable;

/* Text of a cell: paragraphs a line each, or all on one line. "" for NULL. Free with g_free. */
char *docx_cell_lines (const QmsWordCell *cell);
char *docx_cell_line (const QmsWordCell *cell);
/* What the heading in a cell says that its column is for. */
DocxColumn docx_cell_column (const QmsWordCell *cell);
/* The cell in a place of the grid, NULL if there is none; a continuation is given as such. */
const QmsWordCell *docx_table_cell (const QmsBlock *block, size_t row, size_t column);
/* The table that begins with the headings of `row`; false if there are none. */
bool docx_table_find (const QmsBlock *block, size_t row, DocxTable *table);
/* Whether a table is that of a cover: code and edition or date, behind their labels. */
bool docx_table_is_cover (const QmsBlock *block);
/* Whether who drafted, reviewed and approved stand below each other in the first column. */
bool docx_table_lists_signatures (const QmsBlock *block);
/* What the columns of a table are for, by place in the grid; `columns` has room for the columns of its block. */
void docx_table_read_columns (const DocxTable *table, DocxColumn *columns);
/* Words of all headings above a column, those of lower rows behind " - ". Free with g_free. */
char *docx_table_heading (const DocxTable *table, size_t column);
/* Text of the first column of a meaning in a row, one paragraph a line; of a merged cell that of the whole. "" if there is none.
 * Free with g_free. */
char *docx_row_text (const DocxTable *table, const DocxColumn *columns, size_t row, DocxColumn column);

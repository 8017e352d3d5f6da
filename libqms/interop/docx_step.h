/* SPDX-License-Identifier: Apache-2.0 */
/* A table of steps while it is read. */
#pragma once

#include "interop/docx_import.h"

/* A column of times, for one case or for all. */
typedef struct {
  size_t column; /* in the grid */
  DocxTimeHeading heading;
  char *scenario; /* identifier; NULL where there is one column only */
} DocxTimeColumn;

typedef struct {
  DocxImport *import;
  DocxLine *line;
  DocxTable table;
  DocxColumn *columns; /* by place in the grid */
  GArray *times;       /* of DocxTimeColumn */
  GPtrArray *nodes;    /* the step of each row from the first one below the headings on; NULL if it is none */
  QmsNode *phase;      /* to which the next step belongs; NULL if the table has none */
  char *work, *who;    /* headings */
  size_t unit;         /* column of the unit beside that of the person; SIZE_MAX if there is none */
  size_t total;        /* row of totals; 0 if there is none */
} DocxStepTable;

/* docx_step_column.c */
/* Tells columns apart whose headings mean the same, once the headings are read. */
void docx_step_columns (DocxStepTable *steps);
/* Whether two places of the grid have one heading: one that reaches over several has one each below, where those are not one. */
bool docx_step_same_column (const DocxTable *table, size_t a, size_t b);

/* docx_time.c */
/* Scenarios and declared limits, from the headings. */
void docx_times_begin (DocxStepTable *steps);
/* Times of all steps. */
void docx_times_read (DocxStepTable *steps);
/* The totals in a row below them. */
void docx_times_end (DocxStepTable *steps, size_t row);

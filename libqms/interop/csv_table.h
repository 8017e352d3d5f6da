/* SPDX-License-Identifier: Apache-2.0 */
/* The tables: which list of a system has the rows, and which column stands for which field. */
#pragma once

#include "core/error.h"
#include "interop/csv_words.h"

typedef enum {
  CSV_VALUE,  /* a value of the row */
  CSV_ITEMS,  /* a list of the row: a line for each item that has a name */
  CSV_TIMES,  /* time limits of a channel of an administrative procedure: a line for each */
  CSV_OWNER,  /* the procedure that the row belongs to; empty: the system */
  CSV_NUMBER, /* no more than the number of the row; in files only */
} CsvColumnKind;

typedef struct {
  CsvColumnKind kind;
  uint32_t field;  /* the value, the list; of an owner: what it is called by */
  uint32_t name;   /* CSV_ITEMS: the items' */
  int32_t channel; /* CSV_TIMES: QMS_CHANNEL_KIND_… */
} CsvColumn;

typedef struct {
  const char *name;       /* as options and calls have it */
  uint32_t list;          /* of the system; its items are the rows */
  uint32_t owner, owned;  /* list of the system and of its items where there are more rows; 0 if there are none */
  uint32_t key, name_key; /* field that a row is known by, and the one where that is empty (0: none) */
  const CsvColumn *columns;
  size_t n_columns;
} CsvTable;

/* Table of a name; NULL and an error if there is none. */
const CsvTable *csv_table_find (const char *name, QmsError **error);
/* Type of the rows. */
const QmsType *csv_table_type (const CsvTable *table);
/* Heading of a column. Free with g_free. */
char *csv_column_title (const CsvColumn *column, int lang);
/* Column that a heading means: its title in either language or its name in XML or JSON, whatever capitals, marks and spaces; NULL if
 * there is none. */
const CsvColumn *csv_table_column (const CsvTable *table, const char *heading);
/* The column of a value of the rows; NULL if the table has none. */
const CsvColumn *csv_table_value (const CsvTable *table, uint32_t field);
/* Title most like a heading; NULL if none is. Free with g_free. */
char *csv_table_nearest (const CsvTable *table, const char *heading, int lang);

/* Names of what references of a system's rows lead to, by type, made when first asked for. */
typedef struct {
  QmsNode *system;
  GPtrArray *names; /* of CsvNames */
} CsvSystem;

CsvSystem csv_system (QmsNode *system);
void csv_system_clear (CsvSystem *system);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CsvSystem, csv_system_clear)
const CsvNames *csv_system_names (CsvSystem *system, const QmsType *type);

/* What a cell says of a row; "" if nothing. Free with g_free. */
char *csv_column_text (CsvSystem *system, const CsvColumn *column, const QmsNode *row);
/* Makes a row say what a cell says. False, with the row as it was, if the cell cannot be understood. */
bool csv_column_set (CsvSystem *system, const CsvColumn *column, QmsNode *row, const char *cell);
/* Whether a text has the form that the model gives for a code; true of fields that have none. */
bool csv_column_fits (const CsvTable *table, const CsvColumn *column, const char *text);
/* What a cell should look like. Free with g_free. */
char *csv_column_expected (const CsvColumn *column, int lang);

/* SPDX-License-Identifier: Apache-2.0 */
/* Values as a person writes them into a cell, and names in place of identifiers. */
#pragma once

#include "core/kind.h"

/* Line breaks as cells have them. Free with g_free. */
char *csv_one_break (const char *text);

/* A scalar in Vietnamese words: "có", "31/01/2026", "1,5 ngày làm việc", the label of an enumeration's value. What cannot be
 * read back from words is as files have it. Free with g_free. */
char *csv_value_text (const QmsField *field, QmsSlot value);
/* What a cell means, as files have it; any text that cannot be understood is given as it is, for the field to refuse. Free
 * with g_free. */
char *csv_value_read (const QmsField *field, const char *cell);
/* What a cell of the field should look like. Free with g_free. */
char *csv_value_expected (const QmsField *field, int lang);

/* What the nodes of one type in a system are called. */
typedef struct CsvNames CsvNames;

CsvNames *csv_names_new (QmsNode *system, const QmsType *type);
void csv_names_free (CsvNames *names);
/* The type that they are of. */
const QmsType *csv_names_type (const CsvNames *names);
/* Code or name of a node if no other has the same, else its identifier, else its path. Free with g_free. */
char *csv_names_text (const CsvNames *names, const QmsNode *node);
/* Node that a cell means by identifier, code, name or path; NULL if there is none, or more than one. */
QmsNode *csv_names_find (const CsvNames *names, const char *cell);

/* SPDX-License-Identifier: Apache-2.0 */
/* What tables for people share: cells of CSV, and the head of an HTML file that needs no other. */
#pragma once

#include <glib.h>

/* Appends a cell, after a comma unless it is the first of its line: quoted, and led by an apostrophe where a spreadsheet would
 * take the text for a formula. NULL is an empty cell. */
void qms_csv_append (GString *out, const char *text);
/* The same with another separator. */
void qms_csv_append_cell (GString *out, char separator, const char *text);
/* The text of a cell without the apostrophe that qms_csv_append gave it. */
const char *qms_csv_unescape (const char *cell);
/* Ends the line. */
void qms_csv_end_line (GString *out);

/* Opens an HTML file up to <body>; `style` is what its tables need besides the common rules. */
void qms_html_open (GString *out, int lang, const char *title, const char *style);
/* The head of a table, up to <tbody>. */
void qms_html_append_head (GString *out, const char *const *columns, size_t count);

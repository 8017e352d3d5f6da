/* SPDX-License-Identifier: Apache-2.0 */
/* What the formats of qms import share. */
#pragma once

#include "cli.h"

/* What is to be imported, as the options say. */
typedef struct {
  Cli *cli;
  QmsDocument *system; /* to add to */
  const char *const *files;
  int n_files;
  const char *report; /* text, json or html */
  bool keep_names;    /* of persons, of Word documents */
  const char *table;  /* of CSV; NULL: none was named */
  const char *output; /* NULL: standard output */
} CliImport;

/* Whether the system goes to standard output, so that what is said about it goes to standard error. */
bool cli_import_takes_output (const CliImport *import);
/* Says what is told about the files there. */
void cli_import_print (const CliImport *import, const char *text);
/* One per format: adds what the files hold and writes the system. */
CliExit cli_import_portal (const CliImport *import);
CliExit cli_import_bpmn (const CliImport *import);
CliExit cli_import_docx (const CliImport *import);
CliExit cli_import_csv (const CliImport *import);

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

/* One per format: adds what the files hold and writes the system. */
CliExit cli_import_portal (const CliImport *import);
CliExit cli_import_bpmn (const CliImport *import);
CliExit cli_import_docx (const CliImport *import);
CliExit cli_import_csv (const CliImport *import);

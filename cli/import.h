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

/* A format that has a report on each file, of a type of its own. */
typedef struct {
  QmsStatus (*take) (const CliImport *import, const char *bytes, size_t size, const char *file, void **report,
                     QmsError **error);
  void *(*refuse) (const QmsError *error, const char *file);               /* report on a file that cannot be taken */
  char *(*write) (const GPtrArray *reports, const char *form, bool color); /* free with qms_free */
  GDestroyNotify free;
  const char *done; /* how many of how many files were taken, to be translated */
} CliImporter;

/* Imports each file, writes the system, and says what is to be said of the files. */
CliExit cli_import_each (const CliImport *import, const CliImporter *importer);
/* One per format: adds what the files hold and writes the system. */
CliExit cli_import_portal (const CliImport *import);
CliExit cli_import_bpmn (const CliImport *import);
CliExit cli_import_docx (const CliImport *import);
CliExit cli_import_csv (const CliImport *import);

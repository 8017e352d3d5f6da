/* SPDX-License-Identifier: Apache-2.0 */
/* What the formats of qms export share. */
#pragma once

#include "cli.h"

/* For whom a BPMN file can be written. */
#define CLI_BPMN_PROFILES "generic|camunda7|flowable"

/* What is to be exported, as the options say. */
typedef struct {
  Cli *cli;
  QmsNode *system;
  const char *file;    /* that the system was read from */
  const char *code;    /* of the one procedure; NULL: all */
  const char *profile; /* of a BPMN file; NULL: none in particular */
  bool whole;          /* a chart on one page as large as it needs */
  bool internal;       /* a site for the agency's own staff */
  CliBasis basis;      /* of the findings there */
  const char *table;   /* of CSV; NULL: none was named */
  const char *template; /* of Word documents: name of a shipped one, or a file; NULL: what goes with the rest */
  const char *node;    /* path of the only node that a document is wanted of; NULL: all */
  bool all, list;      /* all Word documents; only a list of templates */
  const char *index;   /* form of the list of all documents; NULL: the usual one */
  const char *saved;   /* name of a shipped template to write as it is */
  const char *output;  /* file or directory; NULL: standard output */
} CliExport;

/* A text to write, and the name, without ending, of its file in a directory; NULL if it has none. */
typedef struct {
  char *name, *text;
} CliExported;

/* New array that owns its CliExported. */
GPtrArray *cli_exported_new (void);
/* Takes over `text`, copies `name`. */
void cli_exported_add (GPtrArray *exported, const char *name, char *text);
/* Whether the output is a directory that exists. */
bool cli_export_into_directory (const CliExport *export);
/* Writes a file NAME and ending for each; none if a name is missing, is no plain file name or stands twice. */
CliExit cli_export_each (const CliExport *export, const GPtrArray *exported, const char *ending);
/* Procedures of the system with that code, that identifier, or that settle the administrative procedure of that code; all for
 * NULL. NULL after a complaint. */
GPtrArray *cli_export_procedures (const CliExport *export);

/* One per format. */
CliExit cli_export_portal (const CliExport *export);
CliExit cli_export_bpmn (const CliExport *export);
CliExit cli_export_svg (const CliExport *export);
CliExit cli_export_csv (const CliExport *export);
CliExit cli_export_html (const CliExport *export);
CliExit cli_export_docx (const CliExport *export);

/* export_docx.c: prints the names of the shipped templates; writes one of them. */
CliExit cli_list_templates (void);
CliExit cli_save_template (const CliExport *export);

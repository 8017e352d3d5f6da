/* SPDX-License-Identifier: Apache-2.0 */
/* qms import csv: rows of a table that a spreadsheet saved, all of them or none. */
#include "import.h"

static CliExit
import_file (const CliImport *import, const char *file, size_t *added, size_t *changed)
{
  size_t size = 0, new = 0, other = 0;
  QmsError *error = NULL;
  g_autofree char *bytes = cli_read (file, &size, &error);

  if (!bytes)
    return cli_error (error);
  if (qms_csv_import (import->system, import->table, bytes, size, file, &new, &other, &error) != QMS_OK)
    return cli_error (error);
  *added += new;
  *changed += other;
  return CLI_OK;
}

/* Goes through all files, so that every bad one is named at once. */
CliExit
cli_import_csv (const CliImport *import)
{
  CliExit status = CLI_OK;
  size_t added = 0, changed = 0;

  if (!import->table)
    return cli_usage (import->cli, _ ("which table? --table %s"), CLI_CSV_TABLES);
  for (int i = 0; i < import->n_files; i++)
    status = cli_worse (status, import_file (import, import->files[i], &added, &changed));
  if (status != CLI_OK) {
    cli_note (_ ("nothing was written"));
    return status;
  }
  cli_note (_ ("rows: %zu new, %zu changed"), added, changed);
  return cli_save (import->system, import->output, QMS_FORMAT_AUTO);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Importing file by file: one that is refused does not hold up the others, and each has its report. */
#include "import.h"

#include <stdio.h>
#include <string.h>

/* Adds what is to be said of the file to `reports`. */
static CliExit
import_file (const CliImport *import, const CliImporter *importer, const char *file, GPtrArray *reports, int *taken)
{
  size_t size = 0;
  QmsError *error = NULL;
  void *report = NULL;
  g_autofree char *bytes = cli_read (file, &size, &error);
  if (bytes && importer->take (import, bytes, size, file, &report, &error) == QMS_OK)
    *taken += 1;
  else
    report = importer->refuse (error, file);
  if (report)
    g_ptr_array_add (reports, report);
  CliExit status = bytes ? cli_exit_of (qms_error_status (error)) : CLI_FAILED;
  qms_error_free (error);
  return status;
}

/* Where the system goes to standard output, the reports go to standard error. */
static void
print_reports (const CliImport *import, const CliImporter *importer, const GPtrArray *reports)
{
  bool taken = !import->output || strcmp (import->output, "-") == 0;
  char *text = importer->write (reports, import->report, !taken && cli_color ());
  fputs (text, taken ? stderr : stdout);
  qms_free (text);
}

CliExit
cli_import_each (const CliImport *import, const CliImporter *importer)
{
  CliExit status = CLI_OK;
  int taken = 0;
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (importer->free);
  for (int i = 0; i < import->n_files; i++)
    status = cli_worse (status, import_file (import, importer, import->files[i], reports, &taken));
  CliExit saved = taken > 0 ? cli_save (import->system, import->output, QMS_FORMAT_AUTO) : CLI_FAILED;
  print_reports (import, importer, reports);
  if (saved == CLI_OK)
    cli_note (_ (importer->done), taken, import->n_files);
  else
    cli_note (_ ("nothing was written"));
  return cli_worse (status, saved);
}

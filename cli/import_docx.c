/* SPDX-License-Identifier: Apache-2.0 */
/* qms import docx: procedures from Word documents, and what is said about them. */
#include "import.h"

#include <qms/docx.h>

/* Adds what is to be said of the file to `reports`. */
static CliExit
import_file (const CliImport *import, const char *file, GPtrArray *reports, int *taken)
{
  size_t size = 0;
  QmsError *error = NULL;
  QmsDocxReport *report = NULL;
  int32_t options = QMS_DOCX_ONE_RUN | (import->keep_names ? QMS_DOCX_KEEP_NAMES : 0);
  g_autofree char *bytes = cli_read (file, &size, &error);
  if (bytes && qms_docx_import (import->system, bytes, size, file, options, NULL, &report, &error) == QMS_OK)
    *taken += 1;
  else
    report = qms_docx_report_from_error (error, file);
  if (report)
    g_ptr_array_add (reports, report);
  CliExit status = bytes ? cli_exit_of (qms_error_status (error)) : CLI_FAILED;
  qms_error_free (error);
  return status;
}

static void
print_reports (const CliImport *import, const GPtrArray *reports)
{
  char *text = NULL;
  qms_docx_report_write ((const QmsDocxReport *const *)reports->pdata, reports->len, import->report, cli_lang (), &text,
                         NULL, NULL);
  cli_import_print (import, text);
  qms_free (text);
}

CliExit
cli_import_docx (const CliImport *import)
{
  CliExit status = CLI_OK;
  int taken = 0;
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify)qms_docx_report_free);
  for (int i = 0; i < import->n_files; i++)
    status = cli_worse (status, import_file (import, import->files[i], reports, &taken));
  CliExit saved = taken > 0 ? cli_save (import->system, import->output, QMS_FORMAT_AUTO) : CLI_FAILED;
  print_reports (import, reports);
  if (saved == CLI_OK)
    cli_note (_ ("took over a procedure from %d of %d files"), taken, import->n_files);
  else
    cli_note (_ ("nothing was written"));
  return cli_worse (status, saved);
}

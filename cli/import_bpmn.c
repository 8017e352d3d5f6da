/* SPDX-License-Identifier: Apache-2.0 */
/* qms import bpmn: a process of each file. */
#include "import.h"

static QmsStatus
take (const CliImport *import, const char *bytes, size_t size, const char *file, void **report, QmsError **error)
{
  QmsReport *own = NULL;
  QmsStatus status = qms_bpmn_import (import->system, bytes, size, file, NULL, &own, error);

  *report = own;
  return status;
}

static void *
refuse (const QmsError *error, const char *file)
{
  return qms_report_from_error (error, file);
}

static char *
write_reports (const GPtrArray *reports, const char *form, bool color)
{
  char *text = NULL;

  qms_report_write ((const QmsReport *const *)reports->pdata, reports->len, form, cli_lang (), color, &text, NULL,
                    NULL);
  return text;
}

CliExit
cli_import_bpmn (const CliImport *import)
{
  static const CliImporter importer = { take, refuse, write_reports, (GDestroyNotify)qms_report_free,
                                        N_ ("took over a process from %d of %d files") };

  return cli_import_each (import, &importer);
}

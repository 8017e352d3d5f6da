/* SPDX-License-Identifier: Apache-2.0 */
/* qms import docx: procedures from Word documents, and what is said about them. */
#include "import.h"

#include <qms/docx.h>

static QmsStatus
take (const CliImport *import, const char *bytes, size_t size, const char *file, void **report, QmsError **error)
{
  int32_t options = QMS_DOCX_ONE_RUN | (import->keep_names ? QMS_DOCX_KEEP_NAMES : 0);
  QmsDocxReport *own = NULL;
  QmsStatus status = qms_docx_import (import->system, bytes, size, file, options, NULL, &own, error);

  *report = own;
  return status;
}

static void *
refuse (const QmsError *error, const char *file)
{
  return qms_docx_report_from_error (error, file);
}

static char *
write_reports (const GPtrArray *reports, const char *form, G_GNUC_UNUSED bool color)
{
  char *text = NULL;

  qms_docx_report_write ((const QmsDocxReport *const *)reports->pdata, reports->len, form, cli_lang (), &text, NULL,
                         NULL);
  return text;
}

CliExit
cli_import_docx (const CliImport *import)
{
  static const CliImporter importer = { take, refuse, write_reports, (GDestroyNotify)qms_docx_report_free,
                                        N_ ("took over a procedure from %d of %d files") };

  return cli_import_each (import, &importer);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* qms export csv: a table of a system for a spreadsheet. */
#include "export.h"

CliExit
cli_export_csv (const CliExport *export)
{
  QmsError *error = NULL;
  char *csv = NULL;
  size_t size = 0;

  if (!export->table)
    return cli_usage (export->cli, _ ("which table? --table %s"), CLI_CSV_TABLES);
  if (qms_csv_export (export->system, export->table, &csv, &size, &error) != QMS_OK)
    return cli_error (error);
  CliExit status = cli_write (export->output, csv, size);
  qms_free (csv);
  return status;
}

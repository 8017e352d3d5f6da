/* SPDX-License-Identifier: Apache-2.0 */
/* qms export html: a web site in a folder. */
#include "export.h"
#include "site_folder.h"

#include <string.h>

/* Findings for the internal edition; NULL after a complaint, or if nobody asks for them. */
static QmsReport *
find (const CliExport *export)
{
  g_autoptr (QmsValidator) validator = NULL;
  QmsReport *report = NULL;
  QmsError *error = NULL;

  if (!export->internal)
    return NULL;
  validator = cli_check_basis (export->cli, &export->basis);
  if (validator && qms_validator_run (validator, qms_node_document (export->system), &report, &error) != QMS_OK)
    export->cli->exit = cli_error (error);
  return report;
}

CliExit
cli_export_html (const CliExport *export)
{
  g_autoptr (QmsReport) findings = NULL;
  g_autoptr (QmsSite) site = NULL;
  QmsError *error = NULL;

  if (!export->output || !strcmp (export->output, "-"))
    return cli_complain (export->file, _ ("a site needs a directory: name it with -o"));
  findings = find (export);
  if (export->cli->exit != CLI_OK)
    return export->cli->exit;
  if (qms_site_new (export->system, export->internal ? QMS_SITE_INTERNAL : QMS_SITE_PUBLIC, findings, &site, &error)
      != QMS_OK)
    return cli_error (error);
  return cli_write_site (export->cli, site, export->output, export->file);
}

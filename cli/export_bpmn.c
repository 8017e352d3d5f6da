/* SPDX-License-Identifier: Apache-2.0 */
/* qms export bpmn: procedures as BPMN 2.0, one in a file. */
#include "export.h"

#include <string.h>

static int
profile_of (const CliExport *export)
{
  static const int profiles[] = { QMS_BPMN_GENERIC, QMS_BPMN_CAMUNDA7, QMS_BPMN_FLOWABLE };

  return export->profile ? profiles[cli_choice (CLI_BPMN_PROFILES, export->profile)] : QMS_BPMN_GENERIC;
}

/* All is exported or nothing; but where nobody has asked for this procedure, one without steps is no failure. */
static CliExit
add_procedure (const CliExport *export, const QmsNode *procedure, GPtrArray *exported)
{
  QmsError *error = NULL;
  char *xml = NULL;

  if (!export->code && qms_procedure_count_steps (procedure) == 0) {
    cli_note (_ ("%s: procedure «%s» has no steps and is left out"), export->file, qms_procedure_get_id (procedure));
    return CLI_OK;
  }
  if (qms_bpmn_export (procedure, profile_of (export), &xml, NULL, &error) != QMS_OK)
    return cli_error (error);
  cli_exported_add (exported, qms_procedure_get_id (procedure), xml);
  return CLI_OK;
}

CliExit
cli_export_bpmn (const CliExport *export)
{
  g_autoptr (GPtrArray) procedures = cli_export_procedures (export);
  g_autoptr (GPtrArray) exported = cli_exported_new ();
  CliExit status = CLI_OK;

  if (!procedures)
    return export->cli->exit;
  for (guint i = 0; i < procedures->len && status == CLI_OK; i++)
    status = add_procedure (export, procedures->pdata[i], exported);
  if (status != CLI_OK)
    return status;
  if (cli_export_into_directory (export))
    return cli_export_each (export, exported, ".bpmn");
  if (exported->len == 0)
    return cli_complain (export->file, _ ("no procedure has steps"));
  if (exported->len > 1)
    return cli_complain (export->file,
                         _ ("a BPMN file holds one procedure, here are %u: name one with --procedure, or "
                            "a directory that exists with -o"),
                         exported->len);
  const char *text = ((const CliExported *)exported->pdata[0])->text;
  return cli_write (export->output, text, strlen (text));
}

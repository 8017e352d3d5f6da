/* SPDX-License-Identifier: Apache-2.0 */
/* qms workflow: the steps of procedures as ways, how long they take, and whether that keeps the limits. */
#include "cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PATHS = 10000 };

static bool
is_named (const QmsNode *procedure, const char *name)
{
  const char *code = qms_procedure_get_code (procedure), *id = qms_procedure_get_id (procedure);

  return !name || (code && strcmp (code, name) == 0) || (id && strcmp (id, name) == 0);
}

/* Procedures with steps that `name` (NULL: any) is the code or identifier of. */
static GPtrArray *
choose (QmsDocument *document, const char *name)
{
  const QmsNode *root = qms_document_root (document);
  GPtrArray *chosen = g_ptr_array_new ();

  for (size_t i = 0; i < qms_system_count_procedures (root); i++) {
    QmsNode *procedure = qms_system_get_procedures (root, i);
    if (is_named (procedure, name) && (name || qms_procedure_has_steps (procedure)))
      g_ptr_array_add (chosen, procedure);
  }
  return chosen;
}

static bool
has_lost (const QmsWorkflow *workflow)
{
  for (size_t i = 0; i < qms_workflow_steps (workflow); i++)
    for (size_t j = 0; j < qms_workflow_outcomes (workflow, i); j++)
      if (qms_workflow_outcome_lost (workflow, i, j))
        return true;
  return false;
}

/* Whether working by the book breaks a limit, never comes to an end, or leads nobody knows where. */
static bool
is_broken (const QmsNode *procedure)
{
  QmsWorkflow *workflow = NULL;
  bool broken = false;

  if (qms_workflow_new (procedure, &workflow, NULL) != QMS_OK)
    return true;
  QmsTiming *timing = qms_timing_new (workflow);
  broken = has_lost (workflow);
  for (size_t i = 0; i < qms_timing_rows (timing); i++) {
    int32_t verdict = qms_timing_verdict (timing, i);
    broken = broken || verdict == QMS_TIMING_OVER || verdict == QMS_TIMING_NO_WAY;
  }
  qms_timing_free (timing);
  qms_workflow_unref (workflow);
  return broken;
}

static CliExit
write_workflows (const GPtrArray *procedures, const char *format, size_t paths, const char *output)
{
  QmsError *error = NULL;
  char *text = NULL;
  size_t size = 0;

  if (qms_workflow_write ((const QmsNode *const *)procedures->pdata, procedures->len, format, cli_lang (), paths, &text,
                          &size, &error)
      != QMS_OK)
    return cli_error (error);
  CliExit status = cli_write (output, text, size);
  qms_free (text);
  for (guint i = 0; i < procedures->len; i++)
    if (is_broken (procedures->pdata[i]))
      status = cli_worse (status, CLI_FINDINGS);
  return status;
}

static CliExit
run (Cli *cli)
{
  const char *procedure = NULL, *format = "text", *paths = "0", *output = NULL;
  const CliOption options[] = {
    { "procedure", 'p', CLI_VALUE, &procedure, "CODE", N_ ("only the procedure of this code or identifier") },
    { "paths", 'n', CLI_VALUE, &paths, "N", N_ ("list the ways of each scenario, at most so many (0)") },
    { "format", 'f', CLI_CHOICE, &format, "text|json", N_ ("form of the report (text)") },
    cli_option_output (&output),
    { 0 },
  };
  char *end = NULL;

  if (!cli_parse (cli, options, 1, 1))
    return cli->exit;
  guint64 most = g_ascii_strtoull (paths, &end, 10);
  if (!g_ascii_isdigit (*paths) || *end || most > MOST_PATHS)
    return cli_usage (cli, _ ("--%s takes %s, not «%s»"), "paths", "0…10000", paths);
  if (cli_would_replace (cli, output, (const char *const *)cli->arguments, 1))
    return cli->exit;
  g_autoptr (QmsDocument) document = cli_load_system (cli, cli->arguments[0]);
  if (!document)
    return cli->exit;
  g_autoptr (GPtrArray) chosen = choose (document, procedure);
  if (procedure && chosen->len == 0)
    return cli_complain (cli->arguments[0], _ ("there is no procedure «%s»"), procedure);
  return write_workflows (chosen, format, (size_t)most, output);
}

const CliCommand cli_command_workflow = {
  "workflow", "FILE", N_ ("Shows the ways through procedures and their times against the limits"), run, NULL,
};

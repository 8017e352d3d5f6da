/* SPDX-License-Identifier: Apache-2.0 */
/* qms inspect: the verdict on each agency and each item of the checklist. */
#include "batch.h"

#include <stdio.h>
#include <string.h>

#define LEAST "error|warning|info"

typedef struct {
  const char *format, *least;
} Options;

static CliExit
write_inspection (QmsDocument *inspection, const char *format, const char *output)
{
  QmsError *error = NULL;
  char *text = NULL;
  size_t size = 0;
  QmsStatus status = !strcmp (format, "json") || !strcmp (format, "xml")
                         ? qms_document_write (inspection, cli_document_format (format), &text, &size, &error)
                         : qms_inspection_write (inspection, format, cli_lang (), &text, &size, &error);

  if (status != QMS_OK)
    return cli_error (error);
  CliExit result = cli_write (output, text, size);
  qms_free (text);
  return result;
}

/* Says which files could not be read or are no systems. */
static CliExit
complain (const CliBatch *batch, QmsError *skipped)
{
  CliExit status = CLI_OK;

  for (guint i = 0; i < batch->files->len; i++) {
    status = cli_worse (status, cli_exit_of (qms_error_status (batch->errors[i])));
    cli_print_errors (batch->errors[i]);
  }
  return cli_worse (status, cli_error (skipped));
}

/* The file of suppressions is no agency's: what is wrong with it is told beside the verdicts. */
static void
warn_of_suppressions (const QmsReport *beside)
{
  char *text = NULL;

  if (beside && qms_report_write (&beside, 1, "text", cli_lang (), 0, &text, NULL, NULL) == QMS_OK)
    fputs (text, stderr);
  qms_free (text);
}

static CliExit
conclude (const CliBatch *batch, const Options *options)
{
  static const int least[] = { QMS_SEVERITY_ERROR, QMS_SEVERITY_WARNING, QMS_SEVERITY_INFO };
  g_autoptr (QmsDocument) inspection = NULL;
  QmsError *error = NULL, *skipped = NULL;

  if (qms_inspection_draw ((const QmsReport *const *)batch->reports, batch->files->len, batch->basis.framework,
                           least[cli_choice (LEAST, options->least)], cli_lang (), &inspection, &skipped, &error)
      != QMS_OK)
    return cli_error (error);
  CliExit status = cli_worse (complain (batch, skipped), write_inspection (inspection, options->format, batch->output));
  warn_of_suppressions (batch->beside);
  size_t all = qms_node_count (qms_document_root (inspection), QMS_INSPECTION_AGENCIES);
  return cli_worse (status, qms_inspection_count (inspection, QMS_VERDICT_CONFORMING) == all ? CLI_OK : CLI_FINDINGS);
}

static CliExit
run (Cli *cli)
{
  g_auto (CliBatch) batch = { 0 };
  Options set = { .format = "text", .least = "warning" };
  const CliOption options[] = {
    cli_option_framework (&batch.basis),
    cli_option_suppressions (&batch.basis),
    cli_option_legal (&batch.basis),
    cli_option_as_of (&batch.basis),
    { "format", 'f', CLI_CHOICE, &set.format, "text|html|csv|json|xml", N_ ("form of the verdicts (text)") },
    { "fail-on", 0, CLI_CHOICE, &set.least, LEAST, N_ ("least severity that makes an item not conforming (warning)") },
    cli_option_jobs (&batch),
    cli_option_output (&batch.output),
    { 0 },
  };

  return cli_parse (cli, options, 1, -1) && cli_batch_run (cli, &batch) ? conclude (&batch, &set) : cli->exit;
}

const CliCommand cli_command_inspect = {
  "inspect", "FILE|DIR…", N_ ("Gives the verdict on each agency and each item of the checklist"), run, NULL,
};

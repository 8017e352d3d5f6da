/* SPDX-License-Identifier: Apache-2.0 */
/* qms validate: reads files, several at a time, checks them and reports what is wrong. */
#include "batch.h"

#include <string.h>

#define FORMATS "text|json|ndjson|sarif|junit"
#define FAIL_ON "error|warning|info|never"

typedef struct {
  const char *format, *fail_on;
} Options;

static bool
counts (const QmsReport *report, const char *fail_on)
{
  static const int least[] = { QMS_SEVERITY_ERROR, QMS_SEVERITY_WARNING, QMS_SEVERITY_INFO, QMS_SEVERITY_ERROR + 1 };
  for (int severity = least[cli_choice (FAIL_ON, fail_on)]; severity <= QMS_SEVERITY_ERROR; severity++)
    if (qms_report_severity_count (report, severity) > 0)
      return true;
  return false;
}

static CliExit
write_reports (const char *format, const char *output, const QmsReport *const *reports, size_t count)
{
  bool color = cli_color () && !output && !strcmp (format, "text");
  QmsError *error = NULL;
  char *text = NULL;
  size_t size = 0;

  if (qms_report_write (reports, count, format, cli_lang (), color, &text, &size, &error) != QMS_OK)
    return cli_error (error);
  CliExit status = cli_write (output, text, size);
  qms_free (text);
  return status;
}

static CliExit
conclude (const CliBatch *batch, const Options *options)
{
  g_autofree const QmsReport **reports = g_new (const QmsReport *, batch->files->len + 1);
  size_t n_reports = 0;
  CliExit status = CLI_OK;
  bool for_people = !strcmp (options->format, "text"); /* who will read of refused files in the report */

  for (guint i = 0; i < batch->files->len; i++) {
    reports[n_reports++] = batch->reports[i];
    status = cli_worse (status, cli_exit_of (qms_error_status (batch->errors[i])));
    if (!for_people)
      cli_print_errors (batch->errors[i]);
  }
  if (batch->beside)
    reports[n_reports++] = batch->beside;
  for (size_t i = 0; i < n_reports; i++)
    if (counts (reports[i], options->fail_on))
      status = cli_worse (status, CLI_FINDINGS);
  return cli_worse (status, write_reports (options->format, batch->output, reports, n_reports));
}

static CliExit
run (Cli *cli)
{
  g_auto (CliBatch) batch = { 0 };
  Options set = { .format = "text", .fail_on = "error" };
  const CliOption options[] = {
    cli_option_framework (&batch.basis),
    cli_option_suppressions (&batch.basis),
    cli_option_legal (&batch.basis),
    cli_option_as_of (&batch.basis),
    { "format", 'f', CLI_CHOICE, &set.format, FORMATS, N_ ("form of the report (text)") },
    { "fail-on", 0, CLI_CHOICE, &set.fail_on, FAIL_ON, N_ ("least severity that makes the exit code 1 (error)") },
    cli_option_lenient (&batch.lenient),
    cli_option_jobs (&batch),
    { "progress", 0, CLI_FLAG, &batch.progress, NULL, N_ ("say on standard error which files are done") },
    cli_option_output (&batch.output),
    { 0 },
  };

  return cli_parse (cli, options, 1, -1) && cli_batch_run (cli, &batch) ? conclude (&batch, &set) : cli->exit;
}

const CliCommand cli_command_validate = {
  "validate", "FILE|DIR…", N_ ("Checks systems against the model, the framework and the law"), run, NULL,
};

/* SPDX-License-Identifier: Apache-2.0 */
/* qms inspect: the verdict on each agency and each item of the checklist. */
#include "cli.h"

#include <stdio.h>
#include <string.h>

#define LEAST "error|warning|info"

typedef struct {
  CliBasis basis;
  const char *format, *least, *threads, *output;
} Options;

typedef struct {
  const Options *options;
  GPtrArray *files;
  QmsReport **reports; /* one per file; NULL until done */
  QmsError **errors;   /* one per file: why it could not be read; NULL if it was */
} Batch;

static QmsStatus
check_file (const Options *options, const char *file, QmsReport **report, QmsError **error)
{
  g_autoptr (QmsDocument) document = NULL;
  QmsStatus status = qms_document_load (file, &document, error);

  if (status != QMS_OK)
    return status;
  g_autoptr (QmsValidator) validator = cli_validator (&options->basis, error);
  return validator ? qms_validator_run (validator, document, report, error) : qms_error_status (*error);
}

/* A file that cannot be read stands among the others, with the reason. */
static void
run_job (guint index, gpointer data)
{
  Batch *batch = data;
  const char *file = batch->files->pdata[index];

  if (check_file (batch->options, file, &batch->reports[index], &batch->errors[index]) != QMS_OK)
    batch->reports[index] = qms_report_from_error (batch->errors[index], file);
}

static CliExit
write_inspection (QmsDocument *inspection, const Options *options)
{
  QmsError *error = NULL;
  char *text = NULL;
  size_t size = 0;
  QmsStatus status = !strcmp (options->format, "json") || !strcmp (options->format, "xml")
                         ? qms_document_write (inspection, cli_document_format (options->format), &text, &size, &error)
                         : qms_inspection_write (inspection, options->format, cli_lang (), &text, &size, &error);

  if (status != QMS_OK)
    return cli_error (error);
  CliExit result = cli_write (options->output, text, size);
  qms_free (text);
  return result;
}

/* Says which files could not be read or are no systems. */
static CliExit
complain (const Batch *batch, QmsError *skipped)
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
warn_of_suppressions (const Batch *batch)
{
  const QmsReport *const *reports = (const QmsReport *const *)batch->reports;
  g_autoptr (QmsReport) beside = cli_report_suppressions (&batch->options->basis, reports, batch->files->len);
  const QmsReport *const all[] = { beside };
  char *text = NULL;

  if (beside && qms_report_write (all, 1, "text", cli_lang (), 0, &text, NULL, NULL) == QMS_OK)
    fputs (text, stderr);
  qms_free (text);
}

static CliExit
conclude (const Batch *batch)
{
  static const int least[] = { QMS_SEVERITY_ERROR, QMS_SEVERITY_WARNING, QMS_SEVERITY_INFO };
  const Options *options = batch->options;
  g_autoptr (QmsDocument) inspection = NULL;
  QmsError *error = NULL, *skipped = NULL;

  if (qms_inspection_draw ((const QmsReport *const *)batch->reports, batch->files->len, options->basis.framework,
                           least[cli_choice (LEAST, options->least)], cli_lang (), &inspection, &skipped, &error)
      != QMS_OK)
    return cli_error (error);
  CliExit status = cli_worse (complain (batch, skipped), write_inspection (inspection, options));
  warn_of_suppressions (batch);
  size_t all = qms_node_count (qms_document_root (inspection), QMS_INSPECTION_AGENCIES);
  return cli_worse (status, qms_inspection_count (inspection, QMS_VERDICT_CONFORMING) == all ? CLI_OK : CLI_FINDINGS);
}

static CliExit
inspect (Cli *cli, const Options *options, guint threads)
{
  g_autoptr (GPtrArray) files = cli_collect (cli);
  if (!files || cli_would_replace (cli, options->output, (const char *const *)files->pdata, files->len)
      || cli_would_replace_basis (cli, options->output, &options->basis))
    return cli->exit;
  g_autofree QmsReport **reports = g_new0 (QmsReport *, files->len);
  g_autofree QmsError **errors = g_new0 (QmsError *, files->len);
  Batch batch = { options, files, reports, errors };

  cli_parallel (files->len, threads, run_job, &batch);
  CliExit status = conclude (&batch);
  for (guint i = 0; i < files->len; i++) {
    qms_report_free (reports[i]);
    qms_error_free (errors[i]);
  }
  return status;
}

static CliExit
run (Cli *cli)
{
  Options set = { .format = "text", .least = "warning" };
  const CliOption options[] = {
    cli_option_framework (&set.basis),
    cli_option_suppressions (&set.basis),
    cli_option_legal (&set.basis),
    cli_option_as_of (&set.basis),
    { "format", 'f', CLI_CHOICE, &set.format, "text|html|csv|json|xml", N_ ("form of the verdicts (text)") },
    { "fail-on", 0, CLI_CHOICE, &set.least, LEAST, N_ ("least severity that makes an item not conforming (warning)") },
    { "jobs", 'j', CLI_VALUE, &set.threads, "N", N_ ("files checked at the same time (one per processor)") },
    cli_option_output (&set.output),
    { 0 },
  };
  if (!cli_parse (cli, options, 1, -1))
    return cli->exit;
  guint threads = cli_parse_threads (set.threads);
  if (threads == 0)
    return cli_usage (cli, _ ("--%s takes %s, not «%s»"), "jobs", "1…256", set.threads);
  CliExit status = cli_check_basis (cli, &set.basis);
  return status == CLI_OK ? inspect (cli, &set, threads) : status;
}

const CliCommand cli_command_inspect = {
  "inspect", "FILE|DIR…", N_ ("Gives the verdict on each agency and each item of the checklist"), run, NULL,
};

/* SPDX-License-Identifier: Apache-2.0 */
/* qms inspect: the verdict on each agency and each item of the checklist. */
#include "cli.h"

#include <string.h>

#define LEAST "error|warning|info"

typedef struct {
  const char *framework, *as_of, *format, *least, *threads, *output;
} Options;

typedef struct {
  const Options *options;
  GPtrArray *files;
  QmsReport **reports; /* one per file; NULL until done */
} Batch;

static QmsStatus
set_validator (QmsValidator *validator, const Options *options, QmsError **error)
{
  int year, month, day;
  QmsStatus status = qms_validator_set_framework (validator, options->framework, error);

  if (status == QMS_OK && options->as_of && cli_parse_date (options->as_of, &year, &month, &day))
    status = qms_validator_set_as_of (validator, year, month, day, error);
  return status;
}

static QmsStatus
check_file (const Options *options, const char *file, QmsReport **report, QmsError **error)
{
  g_autoptr (QmsDocument) document = NULL;
  g_autoptr (QmsValidator) validator = qms_validator_new ();
  QmsStatus status = qms_document_load (file, &document, error);

  if (status == QMS_OK)
    status = set_validator (validator, options, error);
  return status == QMS_OK ? qms_validator_run (validator, document, report, error) : status;
}

/* A file that cannot be read stands among the others, with the reason. */
static void
run_job (guint index, gpointer data)
{
  Batch *batch = data;
  const char *file = batch->files->pdata[index];
  QmsError *error = NULL;

  if (check_file (batch->options, file, &batch->reports[index], &error) != QMS_OK)
    batch->reports[index] = qms_report_from_error (error, file);
  qms_error_free (error);
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

static CliExit
conclude (const Batch *batch)
{
  static const int least[] = { QMS_SEVERITY_ERROR, QMS_SEVERITY_WARNING, QMS_SEVERITY_INFO };
  const Options *options = batch->options;
  g_autoptr (QmsDocument) inspection = NULL;
  QmsError *error = NULL;

  if (qms_inspection_draw ((const QmsReport *const *)batch->reports, batch->files->len, options->framework,
                           least[cli_choice (LEAST, options->least)], &inspection, &error)
      != QMS_OK)
    return cli_error (error);
  CliExit status = write_inspection (inspection, options);
  bool all = qms_inspection_conforming (inspection) == batch->files->len;
  return cli_worse (status, all ? CLI_OK : CLI_FINDINGS);
}

static CliExit
inspect (Cli *cli, const Options *options)
{
  g_autoptr (GPtrArray) files = cli_collect (cli);
  if (!files)
    return cli->exit;
  g_autofree QmsReport **reports = g_new0 (QmsReport *, files->len);
  Batch batch = { options, files, reports };

  cli_parallel (files->len, cli_parse_threads (options->threads), run_job, &batch);
  CliExit status = conclude (&batch);
  for (guint i = 0; i < files->len; i++)
    qms_report_free (reports[i]);
  return status;
}

static CliExit
check_options (const Cli *cli, const Options *options)
{
  g_autoptr (QmsValidator) validator = qms_validator_new ();
  int year, month, day;
  QmsError *error = NULL;

  if (cli_parse_threads (options->threads) == 0)
    return cli_usage (cli, _ ("--%s takes %s, not «%s»"), "jobs", "1…256", options->threads);
  if (options->as_of && !cli_parse_date (options->as_of, &year, &month, &day))
    return cli_usage (cli, _ ("--%s takes %s, not «%s»"), "as-of", "YYYY-MM-DD", options->as_of);
  return set_validator (validator, options, &error) == QMS_OK ? CLI_OK : cli_error (error);
}

static CliExit
run (Cli *cli)
{
  Options set = { .format = "text", .least = "warning" };
  const CliOption options[] = {
    { "framework", 0, CLI_FILE, &set.framework, "ID",
      N_ ("framework model to check against (the one the file names)") },
    { "as-of", 0, CLI_VALUE, &set.as_of, "DATE", N_ ("day whose law applies, such as 2026-01-31 (today)") },
    { "format", 'f', CLI_CHOICE, &set.format, "text|html|csv|json|xml", N_ ("form of the verdicts (text)") },
    { "fail-on", 0, CLI_CHOICE, &set.least, LEAST, N_ ("least severity that makes an item not conforming (warning)") },
    { "jobs", 'j', CLI_VALUE, &set.threads, "N", N_ ("files checked at the same time (one per processor)") },
    cli_option_output (&set.output),
    { 0 },
  };
  if (!cli_parse (cli, options, 1, -1))
    return cli->exit;
  CliExit status = check_options (cli, &set);
  return status == CLI_OK ? inspect (cli, &set) : status;
}

const CliCommand cli_command_inspect = {
  "inspect", "FILE|DIR…", N_ ("Gives the verdict on each agency and each item of the checklist"), run, NULL,
};

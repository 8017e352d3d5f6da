/* SPDX-License-Identifier: Apache-2.0 */
/* qms validate: reads files, several at a time, checks them and reports what is wrong. */
#include "cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FORMATS "text|json|ndjson|sarif|junit"
#define FAIL_ON "error|warning|info|never"

typedef struct {
  CliBasis basis;
  const char *format, *fail_on, *threads, *output;
  bool lenient, progress;
} Options;

typedef struct {
  const char *file;
  QmsReport *report; /* NULL until done */
  QmsError *error;   /* why the file was refused; NULL if it was read */
} Job;

typedef struct {
  const Options *options;
  Job *jobs;
  guint n_jobs;
  GMutex lock; /* guards `n_done` and standard error */
  guint n_done;
} Batch;

static QmsStatus
check_file (const Options *options, const char *file, QmsReport **report, QmsError **error)
{
  g_autoptr (QmsReader) reader = qms_reader_new ();
  g_autoptr (QmsDocument) document = NULL;

  qms_reader_set_lenient (reader, options->lenient);
  QmsStatus status = qms_reader_load (reader, file, &document, error);
  if (status != QMS_OK)
    return status;
  g_autoptr (QmsValidator) validator = cli_validator (&options->basis, error);
  return validator ? qms_validator_run (validator, document, report, error) : qms_error_status (*error);
}

static void
show_progress (Batch *batch, const char *file)
{
  char *name = qms_display_text (file);
  g_mutex_lock (&batch->lock);
  batch->n_done++;
  fprintf (stderr, "[%u/%u] %s\n", batch->n_done, batch->n_jobs, name);
  g_mutex_unlock (&batch->lock);
  qms_free (name);
}

static void
run_job (guint index, gpointer data)
{
  Batch *batch = data;
  Job *job = &batch->jobs[index];
  if (check_file (batch->options, job->file, &job->report, &job->error) != QMS_OK)
    job->report = qms_report_from_error (job->error, job->file);
  if (batch->options->progress)
    show_progress (batch, job->file);
}

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
write_reports (const Options *options, const QmsReport *const *reports, size_t count)
{
  bool color = cli_color () && !options->output && !strcmp (options->format, "text");
  QmsError *error = NULL;
  char *text = NULL;
  size_t size = 0;

  if (qms_report_write (reports, count, options->format, cli_lang (), color, &text, &size, &error) != QMS_OK)
    return cli_error (error);
  CliExit status = cli_write (options->output, text, size);
  qms_free (text);
  return status;
}

static CliExit
conclude (const Options *options, const Batch *batch)
{
  g_autofree const QmsReport **reports = g_new (const QmsReport *, batch->n_jobs + 1);
  size_t n_reports = batch->n_jobs;
  CliExit status = CLI_OK;
  bool for_people = !strcmp (options->format, "text"); /* who will read of refused files in the report */

  for (guint i = 0; i < batch->n_jobs; i++) {
    const Job *job = &batch->jobs[i];
    reports[i] = job->report;
    status = cli_worse (status, cli_exit_of (qms_error_status (job->error)));
    if (counts (job->report, options->fail_on))
      status = cli_worse (status, CLI_FINDINGS);
    if (!for_people)
      cli_print_errors (job->error);
  }
  g_autoptr (QmsReport) beside = cli_report_suppressions (&options->basis, reports, batch->n_jobs);
  if (beside)
    reports[n_reports++] = beside;
  if (beside && counts (beside, options->fail_on))
    status = cli_worse (status, CLI_FINDINGS);
  return cli_worse (status, write_reports (options, reports, n_reports));
}

static CliExit
validate (Cli *cli, const Options *options, guint threads)
{
  g_autoptr (GPtrArray) files = cli_collect (cli);
  if (!files || cli_would_replace (cli, options->output, (const char *const *)files->pdata, files->len)
      || cli_would_replace_basis (cli, options->output, &options->basis))
    return cli->exit;
  g_autofree Job *jobs = g_new0 (Job, files->len);
  Batch batch = { .options = options, .jobs = jobs, .n_jobs = files->len };

  for (guint i = 0; i < files->len; i++)
    jobs[i].file = files->pdata[i];
  g_mutex_init (&batch.lock);
  cli_parallel (batch.n_jobs, threads, run_job, &batch);
  g_mutex_clear (&batch.lock);
  CliExit status = conclude (options, &batch);
  for (guint i = 0; i < files->len; i++) {
    qms_report_free (jobs[i].report);
    qms_error_free (jobs[i].error);
  }
  return status;
}

static CliExit
run (Cli *cli)
{
  Options set = { .format = "text", .fail_on = "error" };
  const CliOption options[] = {
    cli_option_framework (&set.basis),
    cli_option_suppressions (&set.basis),
    cli_option_legal (&set.basis),
    cli_option_as_of (&set.basis),
    { "format", 'f', CLI_CHOICE, &set.format, FORMATS, N_ ("form of the report (text)") },
    { "fail-on", 0, CLI_CHOICE, &set.fail_on, FAIL_ON, N_ ("least severity that makes the exit code 1 (error)") },
    cli_option_lenient (&set.lenient),
    { "jobs", 'j', CLI_VALUE, &set.threads, "N", N_ ("files checked at the same time (one per processor)") },
    { "progress", 0, CLI_FLAG, &set.progress, NULL, N_ ("say on standard error which files are done") },
    cli_option_output (&set.output),
    { 0 },
  };
  if (!cli_parse (cli, options, 1, -1))
    return cli->exit;
  guint threads = cli_parse_threads (set.threads);
  if (threads == 0)
    return cli_usage (cli, _ ("--%s takes %s, not «%s»"), "jobs", "1…256", set.threads);
  CliExit status = cli_check_basis (cli, &set.basis);
  return status == CLI_OK ? validate (cli, &set, threads) : status;
}

const CliCommand cli_command_validate = {
  "validate", "FILE|DIR…", N_ ("Checks systems against the model, the framework and the law"), run, NULL,
};

/* SPDX-License-Identifier: Apache-2.0 */
/* Files that are read and checked, several at the same time. */
#include "batch.h"

#include <stdio.h>

/* A batch at work. A validator belongs to one thread at a time, so each worker has its own, made when first needed. */
typedef struct {
  CliBatch *batch;
  QmsValidator **validators;
  GMutex lock; /* guards `n_done` and standard error */
  guint n_done;
} Work;

CliOption
cli_option_jobs (CliBatch *batch)
{
  return (CliOption){ "jobs",          'j', CLI_VALUE,
                      &batch->threads, "N", N_ ("files checked at the same time (one per processor)") };
}

static QmsStatus
check_file (const CliBatch *batch, const char *file, QmsValidator **validator, QmsReport **report, QmsError **error)
{
  g_autoptr (QmsReader) reader = qms_reader_new ();
  g_autoptr (QmsDocument) document = NULL;

  qms_reader_set_lenient (reader, batch->lenient);
  QmsStatus status = qms_reader_load (reader, file, &document, error);
  if (status != QMS_OK)
    return status;
  if (!*validator)
    *validator = cli_validator (&batch->basis, error);
  return *validator ? qms_validator_run (*validator, document, report, error) : qms_error_status (*error);
}

static void
show_progress (Work *work, const char *file)
{
  char *name = qms_display_text (file);
  g_mutex_lock (&work->lock);
  work->n_done++;
  fprintf (stderr, "[%u/%u] %s\n", work->n_done, work->batch->files->len, name);
  g_mutex_unlock (&work->lock);
  qms_free (name);
}

/* A file that cannot be read stands among the others, with the reason. */
static void
run_job (guint index, guint worker, gpointer data)
{
  Work *work = data;
  CliBatch *batch = work->batch;
  const char *file = batch->files->pdata[index];

  if (check_file (batch, file, &work->validators[worker], &batch->reports[index], &batch->errors[index]) != QMS_OK)
    batch->reports[index] = qms_report_from_error (batch->errors[index], file);
  if (batch->progress)
    show_progress (work, file);
}

/* What is wrong with the file of suppressions after all runs. */
static QmsReport *
judge_suppressions (const CliBatch *batch, QmsValidator *validator)
{
  g_autoptr (QmsReport) report = NULL;

  if (batch->basis.suppressions)
    qms_validator_run_suppressions (validator, (const QmsReport *const *)batch->reports, batch->files->len, &report,
                                    NULL);
  return qms_report_count (report) > 0 ? g_steal_pointer (&report) : NULL;
}

/* Takes over `first`, the validator of one worker. */
static void
check_files (CliBatch *batch, guint threads, QmsValidator *first)
{
  g_autofree QmsValidator **validators = g_new0 (QmsValidator *, threads);
  Work work = { .batch = batch, .validators = validators };

  validators[0] = first;
  batch->reports = g_new0 (QmsReport *, batch->files->len);
  batch->errors = g_new0 (QmsError *, batch->files->len);
  g_mutex_init (&work.lock);
  cli_parallel (batch->files->len, threads, run_job, &work);
  g_mutex_clear (&work.lock);
  batch->beside = judge_suppressions (batch, first);
  for (guint i = 0; i < threads; i++)
    qms_validator_free (validators[i]);
}

static bool
would_replace (Cli *cli, const CliBatch *batch)
{
  return cli_would_replace (cli, batch->output, (const char *const *)batch->files->pdata, batch->files->len)
         || cli_would_replace_basis (cli, batch->output, &batch->basis);
}

bool
cli_batch_run (Cli *cli, CliBatch *batch)
{
  guint threads = cli_parse_threads (batch->threads);

  if (threads == 0) {
    cli->exit = cli_usage (cli, _ ("--%s takes %s, not «%s»"), "jobs", "1…256", batch->threads);
    return false;
  }
  g_autoptr (QmsValidator) validator = cli_check_basis (cli, &batch->basis);
  if (!validator)
    return false;
  batch->files = cli_collect (cli);
  if (!batch->files || would_replace (cli, batch))
    return false;
  check_files (batch, threads, g_steal_pointer (&validator));
  return true;
}

void
cli_batch_clear (CliBatch *batch)
{
  for (guint i = 0; batch->reports && i < batch->files->len; i++) {
    qms_report_free (batch->reports[i]);
    qms_error_free (batch->errors[i]);
  }
  qms_report_free (batch->beside);
  g_clear_pointer (&batch->files, g_ptr_array_unref);
  g_free (batch->reports);
  g_free (batch->errors);
}

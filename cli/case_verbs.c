/* SPDX-License-Identifier: Apache-2.0 */
/* qms case start, complete, supplement, …: what happens to a case. */
#include "case.h"

#include <string.h>

/* ---- start */

static bool
is_named (const char *name, const char *wanted)
{
  return name && !strcmp (name, wanted);
}

/* The administrative procedure of that code or identifier; NULL if there is none. */
static const QmsNode *
find_tthc (const QmsNode *system, const char *wanted)
{
  for (size_t i = 0; i < qms_system_count_administrative_procedures (system); i++) {
    const QmsNode *tthc = qms_system_get_administrative_procedures (system, i);
    if (is_named (qms_administrative_procedure_get_code (tthc), wanted)
        || is_named (qms_administrative_procedure_get_id (tthc), wanted))
      return tthc;
  }
  return NULL;
}

/* The procedure of that code or identifier; NULL if there is none. */
static const QmsNode *
find_procedure (const QmsNode *system, const char *wanted)
{
  for (size_t i = 0; i < qms_system_count_procedures (system); i++) {
    const QmsNode *procedure = qms_system_get_procedures (system, i);
    if (is_named (qms_procedure_get_code (procedure), wanted) || is_named (qms_procedure_get_id (procedure), wanted))
      return procedure;
  }
  return NULL;
}

/* The administrative procedures that are handled by a procedure. */
static GPtrArray *
handled_by (const QmsNode *system, const QmsNode *procedure)
{
  GPtrArray *found = g_ptr_array_new ();

  for (size_t i = 0; i < qms_system_count_administrative_procedures (system); i++) {
    const QmsNode *tthc = qms_system_get_administrative_procedures (system, i);
    if (qms_node_resolve (tthc, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE) == procedure)
      g_ptr_array_add (found, (gpointer)tthc);
  }
  return found;
}

static const QmsNode *
refuse_several (const CliCase *run, const GPtrArray *several)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < several->len; i++) {
    const char *code = qms_administrative_procedure_get_code (several->pdata[i]);
    g_autofree char *shown = qms_display_text (code ? code : qms_administrative_procedure_get_id (several->pdata[i]));
    g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "", shown);
  }
  run->cli->exit = cli_complain (run->file, _ ("several administrative procedures are handled by «%s»; name one: %s"),
                                 run->options.procedure, codes->str);
  return NULL;
}

/* What a case is started from: an administrative procedure, which has the limits and papers; a procedure only where none
 * refers to it. NULL after a complaint, with cli->exit. */
static const QmsNode *
choose_source (const CliCase *run, const QmsNode *system)
{
  const QmsNode *tthc = find_tthc (system, run->options.procedure), *procedure;

  if (tthc)
    return tthc;
  procedure = find_procedure (system, run->options.procedure);
  if (!procedure) {
    run->cli->exit = cli_complain (run->file, _ ("there is no procedure «%s»"), run->options.procedure);
    return NULL;
  }
  g_autoptr (GPtrArray) handled = handled_by (system, procedure);
  if (handled->len > 1)
    return refuse_several (run, handled);
  return handled->len == 1 ? handled->pdata[0] : procedure;
}

/* A case that has begun is history: another one does not take its place. */
static bool
would_replace_case (const CliCase *run)
{
  g_autoptr (QmsDocument) old = NULL;
  const char *output = run->options.output;

  if (!output || !strcmp (output, "-") || !g_file_test (output, G_FILE_TEST_IS_REGULAR)
      || qms_document_load (output, &old, NULL) != QMS_OK || !qms_case_file_has_log (qms_document_root (old)))
    return false;
  run->cli->exit =
      cli_complain (output, _ ("this file is a case that has begun and would be replaced; choose another output"));
  return true;
}

static void
put (QmsNode *file, uint32_t field, const char *text, QmsError **error)
{
  if (text)
    qms_node_set_text (file, field, text, error);
}

static void
put_agency (QmsNode *file, uint32_t field, const char *name, QmsError **error)
{
  QmsNode *agency = name && !*error ? qms_node_add (file, field, 0, error) : NULL;

  if (agency)
    qms_case_agency_set_name (agency, name, error);
}

/* What the options say of the new case. */
static QmsError *
fill (QmsNode *file, const CliCaseOptions *options, int64_t received, int32_t offset)
{
  QmsError *error = NULL;

  qms_case_file_set_received (file, received, offset, &error);
  put (file, QMS_CASE_FILE_CODE, options->code, &error);
  put (file, QMS_CASE_FILE_CHANNEL, options->channel, &error);
  put (file, QMS_CASE_FILE_SCENARIO, options->scenario, &error);
  put (file, QMS_CASE_FILE_SAME_DAY, options->same_day ? "true" : NULL, &error);
  put (file, QMS_CASE_FILE_DEADLINE_RULE, options->rule, &error);
  put (file, QMS_CASE_FILE_APPLICANT, options->applicant, &error);
  put (file, QMS_CASE_FILE_SUBJECT, options->subject, &error);
  put_agency (file, QMS_CASE_FILE_HELPED_AT, options->helped_at, &error);
  put_agency (file, QMS_CASE_FILE_RECEIVED_AT, options->received_at, &error);
  put_agency (file, QMS_CASE_FILE_DECIDING_AGENCY, options->decided_by, &error);
  return error;
}

/* False after a complaint. */
static bool
put_limit (const CliCase *run, QmsNode *file)
{
  int64_t mantissa;
  int32_t scale, unit;

  if (!run->options.limit)
    return true;
  return cli_limit (run->cli, run->options.limit, &mantissa, &scale, &unit)
         && qms_case_file_set_limit (file, mantissa, scale, unit, NULL) == QMS_OK;
}

static CliExit
start_on (const CliCase *run, const QmsNode *procedure, QmsCalendar *calendar)
{
  g_autoptr (QmsDocument) document = qms_document_new (QMS_TYPE_CASE_FILE);
  g_autoptr (QmsCase) opened = NULL;
  QmsError *error = NULL;
  int64_t received;

  if (!cli_moment (run->cli, calendar, run->options.at, &received) || !put_limit (run, qms_document_root (document)))
    return run->cli->exit;
  if (run->options.code && qms_case_code_parse (run->options.code, NULL, NULL, NULL, NULL, NULL, &error) != QMS_OK)
    return cli_error (error);
  error = fill (qms_document_root (document), &run->options, received, qms_calendar_utc_offset (calendar));
  if (error || qms_case_start (document, procedure, calendar, &opened, &error) != QMS_OK)
    return cli_error (error);
  return cli_case_save (run, opened);
}

CliExit
cli_case_start (const CliCase *run)
{
  g_autoptr (QmsDocument) system = NULL;
  g_autoptr (QmsCalendar) calendar = NULL;
  QmsError *error = NULL;

  if (!run->options.procedure)
    return cli_missing (run->cli, "--procedure=CODE");
  if (run->options.limit && run->options.same_day)
    return cli_usage (run->cli, _ ("--%s and --%s exclude each other"), "limit", "same-day");
  if (cli_would_replace (run->cli, run->options.output, &run->file, 1) || would_replace_case (run))
    return run->cli->exit;
  system = cli_load (run->cli, run->file, QMS_FORMAT_AUTO, false);
  if (!system)
    return run->cli->exit;
  const QmsNode *procedure = choose_source (run, qms_document_root (system));
  if (!procedure)
    return run->cli->exit;
  if (qms_calendar_load (run->options.calendar ? run->options.calendar : "vn", &calendar, &error) != QMS_OK)
    return cli_error (error);
  return start_on (run, procedure, calendar);
}

/* ---- what can happen */

typedef QmsStatus (*Act) (QmsCase *opened, int64_t time, const char *actor, const char *note, QmsError **error);

/* The answer to whatever the applicant was asked for. */
static QmsStatus
resume (QmsCase *opened, int64_t time, const char *actor, const char *note, QmsError **error)
{
  if (qms_case_status (opened) == QMS_CASE_STATUS_AWAITING_PAYMENT)
    return qms_case_receive_payment (opened, time, actor, note, error);
  return qms_case_receive_supplement (opened, time, actor, note, error);
}

static const struct {
  const char *verb;
  Act act;
} acts[] = {
  { "supplement", qms_case_request_supplement },
  { "pay", qms_case_request_payment },
  { "resume", resume },
  { "stop", qms_case_stop },
  { "withdraw", qms_case_withdraw },
  { "refuse", qms_case_refuse },
};

static Act
find_act (const char *verb)
{
  for (size_t i = 0; i < G_N_ELEMENTS (acts); i++)
    if (!strcmp (acts[i].verb, verb))
      return acts[i].act;
  return NULL;
}

static QmsStatus
extend (const CliCase *run, QmsCase *opened, int64_t time, QmsError **error)
{
  int64_t due;

  if (!cli_moment (run->cli, qms_case_calendar (opened), run->options.due, &due))
    return QMS_ERROR_ARGUMENT;
  return qms_case_extend (opened, due, time, run->options.actor, run->options.note, error);
}

static QmsStatus
act_on (const CliCase *run, QmsCase *opened, int64_t time, QmsError **error)
{
  const CliCaseOptions *options = &run->options;

  if (!strcmp (run->verb, "complete"))
    return qms_case_complete (opened, options->step, options->outcome, time, options->actor, options->note, error);
  if (!strcmp (run->verb, "extend"))
    return extend (run, opened, time, error);
  if (!strcmp (run->verb, "hand-over"))
    return qms_case_hand_over (opened, options->agency_code, options->agency, time, options->actor, options->note,
                               error);
  return find_act (run->verb) (opened, time, options->actor, options->note, error);
}

CliExit
cli_case_act (const CliCase *run, QmsCase *opened)
{
  QmsError *error = NULL;
  int64_t time;

  if (!strcmp (run->verb, "extend") && !run->options.due)
    return cli_missing (run->cli, "--due=TIME");
  if (!strcmp (run->verb, "hand-over") && !run->options.agency)
    return cli_missing (run->cli, "--agency=NAME");
  if (!cli_moment (run->cli, qms_case_calendar (opened), run->options.at, &time))
    return run->cli->exit;
  if (act_on (run, opened, time, &error) != QMS_OK)
    return error ? cli_error (error) : run->cli->exit;
  return cli_case_save (run, opened);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* qms case: a dossier on its way through a procedure, kept in a file. */
#include "case.h"

#include <stdio.h>
#include <string.h>

/* ---- the file */

/* The file opened; NULL after a complaint, with cli->exit. */
static QmsCase *
open_case (const CliCase *run)
{
  g_autoptr (QmsDocument) document = cli_load (run->cli, run->file, QMS_FORMAT_AUTO, false);
  g_autoptr (QmsCalendar) calendar = NULL;
  QmsCase *opened = NULL;
  QmsError *error = NULL;

  if (!document)
    return NULL;
  if (qms_type_id (qms_node_type (qms_document_root (document))) != QMS_TYPE_CASE_FILE) {
    run->cli->exit = cli_complain (run->file, _ ("this is no case; qms case start makes one"));
    return NULL;
  }
  if (run->options.calendar && qms_calendar_load (run->options.calendar, &calendar, &error) != QMS_OK)
    run->cli->exit = cli_error (error);
  else if (qms_case_open (document, calendar, &opened, &error) != QMS_OK)
    run->cli->exit = cli_error (error);
  return opened;
}

static void
say_where (const char *file, const QmsCase *opened)
{
  g_autoptr (GString) steps = g_string_new (NULL);
  for (size_t i = 0; i < qms_case_open_steps (opened); i++)
    g_string_append_printf (steps, "%s%s", i > 0 ? ", " : ": ",
                            qms_workflow_step_id (qms_case_workflow (opened), qms_case_open_step (opened, i)));
  cli_note ("%s: %s%s", file, cli_case_label (QMS_CASE_FILE_STATUS, qms_case_status (opened)), steps->str);
}

CliExit
cli_case_save (const CliCase *run, const QmsCase *opened)
{
  QmsDocument *document = qms_case_document (opened);
  bool new_file = !strcmp (run->verb, "start");
  const char *output = run->options.output ? run->options.output : new_file ? "-" : run->file;
  int format = !run->options.output && !new_file ? qms_document_format (document)
               : strcmp (output, "-") == 0       ? QMS_FORMAT_JSON
                                                 : QMS_FORMAT_AUTO;
  CliExit status = cli_save (document, output, format);

  if (status == CLI_OK)
    say_where (output, opened);
  return status;
}

/* ---- verbs */

/* Options that verbs take, as a set. */
enum {
  TAKES_TIME = 1 << 0,
  TAKES_OUTPUT = 1 << 1,
  TAKES_START = 1 << 2,
  TAKES_CALENDAR = 1 << 3,
  TAKES_STEP = 1 << 4,
  TAKES_WORDS = 1 << 5,
  TAKES_DUE = 1 << 6,
  TAKES_AGENCY = 1 << 7,
  TAKES_FORMAT = 1 << 8,
  TAKES_KIND = 1 << 9,
  TAKES_SOON = 1 << 10,
  ACTS = TAKES_TIME | TAKES_OUTPUT | TAKES_CALENDAR | TAKES_WORDS,
};

typedef CliExit (*Work) (const CliCase *run, QmsCase *opened);

static const struct Verb {
  const char *name;
  const char *arguments;
  const char *summary;
  unsigned takes;
  Work work; /* NULL: start */
} verbs[] = {
  { "start", "SYSTEM", N_ ("Starts a case: receives a dossier for a procedure of a system"),
    TAKES_TIME | TAKES_OUTPUT | TAKES_START | TAKES_CALENDAR, NULL },
  { "status", "FILE", N_ ("Shows where a case stands, who has it, when it is due and whether it is late"),
    TAKES_TIME | TAKES_CALENDAR | TAKES_FORMAT | TAKES_SOON, cli_case_status },
  { "next", "FILE", N_ ("Shows the outcomes of the open steps and where they lead"), TAKES_CALENDAR | TAKES_FORMAT,
    cli_case_next },
  { "complete", "FILE", N_ ("Completes an open step with an outcome; what follows opens"), ACTS | TAKES_STEP,
    cli_case_act },
  { "supplement", "FILE", N_ ("Asks the applicant for a supplement; the clock stops"), ACTS, cli_case_act },
  { "pay", "FILE", N_ ("Asks the applicant for a financial duty; the clock stops"), ACTS, cli_case_act },
  { "resume", "FILE", N_ ("The applicant has answered; the clock runs again"), ACTS, cli_case_act },
  { "extend", "FILE", N_ ("Apologizes and sets a new due time"), ACTS | TAKES_DUE, cli_case_act },
  { "hand-over", "FILE", N_ ("Hands the case over to another agency, which decides from then on"), ACTS | TAKES_AGENCY,
    cli_case_act },
  { "stop", "FILE", N_ ("Stops handling"), ACTS, cli_case_act },
  { "withdraw", "FILE", N_ ("The applicant withdraws"), ACTS, cli_case_act },
  { "refuse", "FILE", N_ ("Refuses"), ACTS, cli_case_act },
  { "log", "FILE", N_ ("Shows what happened"), TAKES_CALENDAR | TAKES_FORMAT, cli_case_log },
  { "slip", "FILE", N_ ("Fills a one-stop form of the case (control slip)"), TAKES_CALENDAR | TAKES_FORMAT | TAKES_KIND,
    cli_case_slip },
};

enum { N_OPTIONS = 25 };

/* The options that a set names, ended by an empty one. */
static void
make_options (CliCaseOptions *o, unsigned takes, CliOption options[N_OPTIONS + 1])
{
  const struct {
    unsigned taken;
    CliOption option;
  } all[] = {
    { TAKES_START,
      { "procedure", 'p', CLI_VALUE, &o->procedure, "CODE",
        N_ ("administrative procedure, or procedure of the system, by code or identifier") } },
    { TAKES_TIME,
      { "at", 0, CLI_VALUE, &o->at, "TIME", N_ ("when it happens or is asked, such as 2026-03-02T09:00 (now)") } },
    { TAKES_OUTPUT,
      { "output", 'o', CLI_FILE, &o->output, "FILE",
        N_ ("where to write the case (the file itself; a new one to standard output)") } },
    { TAKES_START, { "code", 0, CLI_VALUE, &o->code, "CODE", N_ ("code of the case, such as H99.45-260302-0001") } },
    { TAKES_START,
      { "channel", 0, CLI_CHOICE, &o->channel, "trucTiep|trucTuyen|buuChinh",
        N_ ("channel through which the dossier came") } },
    { TAKES_START, { "scenario", 0, CLI_VALUE, &o->scenario, "ID", N_ ("scenario of the procedure") } },
    { TAKES_START,
      { "limit", 0, CLI_VALUE, &o->limit, "DURATION",
        N_ ("time limit, such as “5 ngayLamViec” (that of the procedure)") } },
    { TAKES_START, { "same-day", 0, CLI_FLAG, &o->same_day, NULL, N_ ("the result is due on the day of receipt") } },
    { TAKES_START,
      { "rule", 0, CLI_CHOICE, &o->rule, "tinhLai|congThem",
        N_ ("after a supplement the limit begins anew, or moves (tinhLai)") } },
    { TAKES_START, { "applicant", 0, CLI_VALUE, &o->applicant, "NAME", N_ ("applicant; a code will do") } },
    { TAKES_START, { "subject", 0, CLI_VALUE, &o->subject, "TEXT", N_ ("what is asked for") } },
    { TAKES_START, { "helped-at", 0, CLI_VALUE, &o->helped_at, "NAME", N_ ("agency where the applicant was helped") } },
    { TAKES_START,
      { "received-at", 0, CLI_VALUE, &o->received_at, "NAME", N_ ("agency where the dossier was received") } },
    { TAKES_START,
      { "decided-by", 0, CLI_VALUE, &o->decided_by, "NAME", N_ ("agency that decides (that of the system)") } },
    { TAKES_CALENDAR,
      { "calendar", 0, CLI_FILE, &o->calendar, "ID", N_ ("working calendar, or a file that holds one (vn)") } },
    { TAKES_STEP, { "step", 's', CLI_VALUE, &o->step, "ID", N_ ("step that is done (the one that is open)") } },
    { TAKES_STEP, { "outcome", 0, CLI_VALUE, &o->outcome, "CODE", N_ ("its outcome (the only one)") } },
    { TAKES_WORDS, { "actor", 0, CLI_VALUE, &o->actor, "NAME", N_ ("who did it: a position or an account") } },
    { TAKES_WORDS, { "note", 0, CLI_VALUE, &o->note, "TEXT", N_ ("reason or note") } },
    { TAKES_DUE, { "due", 0, CLI_VALUE, &o->due, "TIME", N_ ("the new due time") } },
    { TAKES_AGENCY, { "agency", 0, CLI_VALUE, &o->agency, "NAME", N_ ("agency that takes over") } },
    { TAKES_AGENCY, { "agency-code", 0, CLI_VALUE, &o->agency_code, "CODE", N_ ("its code") } },
    { TAKES_KIND,
      { "kind", 'k', CLI_CHOICE, &o->kind, "tiepNhan|boSung|tuChoi|xinLoi|dungGiaiQuyet|kiemSoat|soTheoDoi",
        N_ ("which form (kiemSoat)") } },
    { TAKES_FORMAT, { "format", 'f', CLI_CHOICE, &o->format, "text|json", N_ ("form of what is shown (text)") } },
    { TAKES_SOON,
      { "soon", 0, CLI_VALUE, &o->soon, "N", N_ ("working minutes left at which it is due soon (a working day)") } },
  };
  size_t count = 0;

  G_STATIC_ASSERT (G_N_ELEMENTS (all) == N_OPTIONS);
  for (size_t i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].taken & takes)
      options[count++] = all[i].option;
  options[count] = (CliOption){ 0 };
}

static void
print_verbs (void)
{
  printf ("\n%s\n", _ ("Verbs:"));
  for (size_t i = 0; i < G_N_ELEMENTS (verbs); i++)
    printf ("  %-11s %s\n", verbs[i].name, _ (verbs[i].summary));
  printf ("\n%s\n", _ ("“qms case VERB --help” shows the options that a verb takes."));
}

static const struct Verb *
find_verb (const char *name)
{
  for (size_t i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (!strcmp (verbs[i].name, name))
      return &verbs[i];
  return NULL;
}

static CliExit
refuse_verb (const Cli *cli, const char *name)
{
  const char *names[G_N_ELEMENTS (verbs)];
  for (size_t i = 0; i < G_N_ELEMENTS (verbs); i++)
    names[i] = verbs[i].name;
  const char *nearest = qms_nearest_name (name, names, G_N_ELEMENTS (names));
  if (nearest)
    return cli_usage (cli, _ ("there is no verb «%s»; did you mean «%s»?"), name, nearest);
  return cli_usage (cli, _ ("there is no verb «%s»; “qms case --help” lists them"), name);
}

/* The verb has the options that it takes, and a help of its own. */
static CliExit
run_verb (Cli *cli, const struct Verb *verb)
{
  g_autofree char *name = g_strconcat ("case ", verb->name, NULL);
  const CliCommand command = { name, verb->arguments, verb->summary, NULL, NULL };
  CliCase run = { .cli = cli, .verb = verb->name };
  CliOption options[N_OPTIONS + 1];

  cli->command = &command;
  cli->arguments++;
  cli->n_arguments--;
  make_options (&run.options, verb->takes, options);
  CliExit status = CLI_OK;
  if (cli_parse (cli, options, 1, 1)) {
    run.file = cli->arguments[0];
    g_autoptr (QmsCase) opened = verb->work ? open_case (&run) : NULL;
    status = !verb->work ? cli_case_start (&run) : opened ? verb->work (&run, opened) : cli->exit;
  } else {
    status = cli->exit;
  }
  cli->command = &cli_command_case;
  return status;
}

static CliExit
run (Cli *cli)
{
  const struct Verb *verb = cli->n_arguments > 1 ? find_verb (cli->arguments[1]) : NULL;
  CliCaseOptions unused = { 0 };
  CliOption options[N_OPTIONS + 1];

  if (verb)
    return run_verb (cli, verb);
  make_options (&unused, ~0u, options);
  if (!cli_parse (cli, options, 1, -1))
    return cli->exit;
  return refuse_verb (cli, cli->arguments[0]);
}

const CliCommand cli_command_case = {
  "case", "VERB FILE", N_ ("Follows a dossier through its procedure: who is next, when is it due, is it late"),
  run,    print_verbs,
};

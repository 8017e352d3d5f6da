/* SPDX-License-Identifier: Apache-2.0 */
/* qms migrate: moves a system to another framework model, and forms to the set in force; lists what people have to do. */
#include "cli.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  const char *to, *as_of, *output, *report;
  bool lenient;
} Options;

static void
print_text (FILE *stream, const QmsError *work)
{
  fprintf (stream, "%s\n", work ? _ ("What people have to do:") : _ ("Nothing is left to do."));
  for (; work; work = qms_error_next (work)) {
    const char *path = qms_error_path (work);
    fprintf (stream, "- %s%s%s\n", path ? path : "", path ? ": " : "", qms_error_message (work, cli_lang ()));
  }
}

static void
print_json (FILE *stream, const QmsError *work)
{
  json_t *items = json_array (), *root = json_object ();
  g_autofree char *text = NULL;

  for (; work; work = qms_error_next (work)) {
    json_t *item = json_object ();
    json_object_set_new (item, "id", json_string (qms_error_id (work)));
    if (qms_error_path (work))
      json_object_set_new (item, "path", json_string (qms_error_path (work)));
    json_object_set_new (item, "vi", json_string (qms_error_message (work, QMS_LANG_VI)));
    json_object_set_new (item, "en", json_string (qms_error_message (work, QMS_LANG_EN)));
    json_array_append_new (items, item);
  }
  json_object_set_new (root, "work", items);
  text = json_dumps (root, JSON_INDENT (2));
  fprintf (stream, "%s\n", text);
  json_decref (root);
}

/* Where the system goes to standard output, the list goes to standard error. */
static void
print_work (const Options *options, const QmsError *work)
{
  bool taken = !options->output || strcmp (options->output, "-") == 0;
  FILE *stream = taken ? stderr : stdout;

  if (strcmp (options->report, "json") == 0)
    print_json (stream, work);
  else
    print_text (stream, work);
}

static CliExit
migrate (Cli *cli, const Options *options, int year, int month, int day)
{
  g_autoptr (QmsDocument) system = cli_load (cli, cli->arguments[0], QMS_FORMAT_AUTO, options->lenient);
  g_autoptr (QmsDocument) migrated = NULL;
  QmsError *error = NULL, *work = NULL;
  CliExit status;

  if (!system)
    return cli->exit;
  if (qms_framework_migrate (system, options->to, year, month, day, &migrated, &work, &error) != QMS_OK)
    return cli_error (error);
  status = cli_save (migrated, options->output, QMS_FORMAT_AUTO);
  if (status == CLI_OK)
    print_work (options, work);
  qms_error_free (work);
  return status;
}

static CliExit
run (Cli *cli)
{
  Options set = { .report = "text" };
  int year = 0, month = 0, day = 0;
  const CliOption options[] = {
    { "to", 0, CLI_FILE, &set.to, "ID", N_ ("framework model to move to, or a file that holds one") },
    { "as-of", 0, CLI_VALUE, &set.as_of, "DATE",
      N_ ("move forms to the set in force on that day, such as 2026-01-31") },
    { "report", 0, CLI_CHOICE, &set.report, "text|json", N_ ("form of the list of what people have to do (text)") },
    cli_option_lenient (&set.lenient),
    cli_option_output (&set.output),
    { 0 },
  };

  if (!cli_parse (cli, options, 1, 1))
    return cli->exit;
  if (!set.to && !set.as_of)
    return cli_usage (cli, _ ("something is missing: %s"), "--to, --as-of");
  if (set.as_of && !cli_parse_date (set.as_of, &year, &month, &day))
    return cli_refuse_date (cli, "as-of", set.as_of);
  if (cli_would_replace (cli, set.output, &set.to, 1))
    return cli->exit;
  return migrate (cli, &set, year, month, day);
}

const CliCommand cli_command_migrate = {
  "migrate", "FILE", N_ ("Moves a system to another framework model, and forms to those in force"), run, NULL,
};

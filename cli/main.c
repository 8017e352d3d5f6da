/* SPDX-License-Identifier: Apache-2.0 */
/* The command `qms`: finds the command that is asked for and runs it. */
#include "cli.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const CliCommand *const commands[] = {
  &cli_command_new,    &cli_command_validate, &cli_command_rules,  &cli_command_explain,
  &cli_command_show,   &cli_command_format,   &cli_command_diff,   &cli_command_convert,
  &cli_command_import, &cli_command_export,   &cli_command_schema, &cli_command_framework, &cli_command_coverage, &cli_command_inspect,
  &cli_command_migrate, &cli_command_workflow, &cli_command_due, &cli_command_case,
};

static void
print_commands (void)
{
  printf ("\n%s\n", _ ("Commands:"));
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-10s  %s\n", commands[i]->name, _ (commands[i]->summary));
  printf (
      "\n%s\n%s\n", _ ("“qms COMMAND --help” explains a command."),
      _ ("Exit codes: 0 nothing found that counts, 1 findings, 2 wrong usage or unreadable input, 3 a defect of qms."));
}

static const CliCommand *
find_command (const char *name)
{
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++)
    if (!strcmp (commands[i]->name, name))
      return commands[i];
  return NULL;
}

static CliExit
refuse_command (const Cli *cli, const char *name)
{
  const char *names[G_N_ELEMENTS (commands)];
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++)
    names[i] = commands[i]->name;
  const char *nearest = qms_nearest_name (name, names, G_N_ELEMENTS (names));
  if (nearest)
    return cli_usage (cli, _ ("there is no command «%s»; did you mean «%s»?"), name, nearest);
  return cli_usage (cli, _ ("there is no command «%s»"), name);
}

static CliExit
run (Cli *cli)
{
  bool version = false;
  const CliOption options[] = {
    { "version", 'V', CLI_FLAG, &version, NULL, N_ ("show the version") },
    { 0 },
  };
  if (!cli_parse (cli, options, 0, -1))
    return cli->exit;
  if (version) {
    printf ("qms %s\n", qms_version ());
    return CLI_OK;
  }
  if (cli->n_arguments == 0)
    return cli_missing (cli, cli->command->arguments);

  const CliCommand *command = find_command (cli->arguments[0]);
  if (!command)
    return refuse_command (cli, cli->arguments[0]);
  cli->command = command;
  return command->run (cli);
}

static const CliCommand program = {
  "",  "COMMAND …",    N_ ("Keeps and checks ISO 9001 quality systems and administrative procedures of agencies"),
  run, print_commands,
};

int
main (int argc, char **argv)
{
  Cli cli = { &program, argc, argv, CLI_OK };
  setlocale (LC_CTYPE, "");
  setlocale (LC_MESSAGES, "");
  cli_find_lang (argc, argv);
  CliExit status = run (&cli);
  bool lost = fflush (stdout) != 0 || ferror (stdout);
  if (lost && status < CLI_FAILED)
    status = cli_complain (_ ("standard output"), _ ("cannot write: %s"), qms_errno_text (errno, cli_lang ()));
  return status;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* qms convert: the same document in another file format. */
#include "cli.h"

static CliExit
run (Cli *cli)
{
  const char *from = NULL, *to = NULL, *output = NULL;
  bool lenient = false;
  const CliOption options[] = {
    { "from", 0, CLI_CHOICE, &from, "xml|json", N_ ("format of the input (by its first character)") },
    { "to", 0, CLI_CHOICE, &to, "xml|json", N_ ("format of the output (by the file's ending)") },
    cli_option_lenient (&lenient),
    cli_option_output (&output),
    { 0 },
  };
  if (!cli_parse (cli, options, 1, 2))
    return cli->exit;
  if (!output && cli->n_arguments < 2)
    return cli_missing (cli, "OUT");
  if (output && cli->n_arguments > 1)
    return cli_usage (cli, _ ("too many arguments: «%s»"), cli->arguments[1]);
  g_autoptr (QmsDocument) document = cli_load (cli, cli->arguments[0], cli_document_format (from), lenient);
  return document ? cli_save (document, output ? output : cli->arguments[1], cli_document_format (to)) : cli->exit;
}

const CliCommand cli_command_convert = { "convert", "IN OUT", N_ ("Converts between XML and JSON"), run, NULL };

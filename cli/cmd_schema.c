/* SPDX-License-Identifier: Apache-2.0 */
/* qms schema: the model as XML Schema or JSON Schema. */
#include "cli.h"

#include <string.h>

static CliExit
run (Cli *cli)
{
  const char *output = NULL;
  const CliOption options[] = {
    cli_option_output (&output),
    { 0 },
  };
  if (!cli_parse (cli, options, 1, 1))
    return cli->exit;
  const char *text = qms_schema_text (cli->arguments[0]);
  if (!text)
    return cli_usage (cli, _ ("there is no schema «%s»; known are: xsd, json"), cli->arguments[0]);
  return cli_write (output, text, strlen (text));
}

const CliCommand cli_command_schema = { "schema", "xsd|json", N_ ("Prints the schema of the files"), run, NULL };

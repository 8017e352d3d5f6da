/* SPDX-License-Identifier: Apache-2.0 */
/* qms coverage: for each clause of the standard and each requirement of the framework, what in a system answers to it. */
#include "cli.h"

#include <stdio.h>

static CliExit
write_matrix (const QmsCoverage *coverage, const char *format, const char *output)
{
  QmsError *error = NULL;
  char *text = NULL;
  size_t size = 0;

  if (qms_coverage_write (coverage, format, cli_lang (), &text, &size, &error) != QMS_OK)
    return cli_error (error);
  CliExit status = cli_write (output, text, size);
  qms_free (text);
  return status;
}

static CliExit
run (Cli *cli)
{
  CliBasis basis = { 0 };
  const char *format = "text", *output = NULL;
  const CliOption options[] = {
    cli_option_framework (&basis),
    cli_option_as_of (&basis),
    { "format", 'f', CLI_CHOICE, &format, "text|json|html|csv", N_ ("form of the report (text)") },
    cli_option_output (&output),
    { 0 },
  };
  int year = 0, month = 0, day = 0;
  QmsCoverage *coverage = NULL;
  QmsError *error = NULL;

  if (!cli_parse (cli, options, 1, 1))
    return cli->exit;
  g_autoptr (QmsValidator) validator = cli_check_basis (cli, &basis);
  if (!validator)
    return cli->exit;
  if (cli_would_replace (cli, output, (const char *const *)cli->arguments, 1)
      || cli_would_replace_basis (cli, output, &basis))
    return cli->exit;
  if (basis.as_of)
    cli_parse_date (basis.as_of, &year, &month, &day);
  g_autoptr (QmsDocument) system = cli_load (cli, cli->arguments[0], QMS_FORMAT_AUTO, false);
  if (!system)
    return cli->exit;
  if (qms_coverage_run (system, basis.framework, year, month, day, &coverage, &error) != QMS_OK)
    return cli_error (error);
  CliExit status = write_matrix (coverage, format, output);
  if (qms_coverage_state_count (coverage, 0, QMS_COVERAGE_MISSING) > 0)
    status = cli_worse (status, CLI_FINDINGS);
  qms_coverage_free (coverage);
  return status;
}

const CliCommand cli_command_coverage = {
  "coverage", "FILE", N_ ("Shows what answers to each clause and requirement"), run, NULL,
};

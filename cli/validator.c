/* SPDX-License-Identifier: Apache-2.0 */
/* What systems are checked against: the options that say it, and the validator that they make. */
#include "cli.h"

static CliOption
file_option (const char *name, const char **value, const char *argument, const char *help)
{
  return (CliOption){ name, 0, CLI_FILE, value, argument, help };
}

CliOption
cli_option_framework (CliBasis *basis)
{
  return file_option ("framework", &basis->framework, "ID",
                      N_ ("framework model to check against (the one the file names)"));
}

CliOption
cli_option_suppressions (CliBasis *basis)
{
  return file_option ("suppressions", &basis->suppressions, "FILE",
                      N_ ("file with accepted findings (boQua) beside those that the systems hold"));
}

CliOption
cli_option_legal (CliBasis *basis)
{
  return file_option ("legal", &basis->legal, "FILE", N_ ("further legal acts, which go before those that qms knows"));
}

CliOption
cli_option_as_of (CliBasis *basis)
{
  const char *help = N_ ("day whose law applies, such as 2026-01-31 (today)");

  return (CliOption){ "as-of", 0, CLI_VALUE, &basis->as_of, "DATE", help };
}

static QmsStatus
load_suppressions (const char *file, QmsValidator *validator, QmsError **error)
{
  g_autoptr (QmsDocument) suppressions = NULL;
  QmsStatus status = qms_document_load (file, &suppressions, error);

  return status == QMS_OK ? qms_validator_set_suppressions (validator, suppressions, error) : status;
}

QmsValidator *
cli_validator (const CliBasis *basis, QmsError **error)
{
  g_autoptr (QmsValidator) validator = qms_validator_new ();
  int year = 0, month = 0, day = 0;

  if (basis->framework && qms_validator_set_framework (validator, basis->framework, error) != QMS_OK)
    return NULL;
  if (basis->legal && qms_validator_set_legal (validator, basis->legal, error) != QMS_OK)
    return NULL;
  if (basis->suppressions && load_suppressions (basis->suppressions, validator, error) != QMS_OK)
    return NULL;
  if (basis->as_of && cli_parse_date (basis->as_of, &year, &month, &day)
      && qms_validator_set_as_of (validator, year, month, day, error) != QMS_OK)
    return NULL;
  return g_steal_pointer (&validator);
}

QmsValidator *
cli_check_basis (Cli *cli, const CliBasis *basis)
{
  int year, month, day;
  QmsError *error = NULL;

  if (basis->as_of && !cli_parse_date (basis->as_of, &year, &month, &day)) {
    cli->exit = cli_refuse_date (cli, "as-of", basis->as_of);
    return NULL;
  }
  QmsValidator *validator = cli_validator (basis, &error);
  if (!validator)
    cli->exit = cli_error (error);
  return validator;
}

bool
cli_would_replace_basis (Cli *cli, const char *output, const CliBasis *basis)
{
  const char *const files[] = { basis->framework, basis->legal, basis->suppressions };

  return cli_would_replace (cli, output, files, G_N_ELEMENTS (files));
}

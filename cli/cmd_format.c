/* SPDX-License-Identifier: Apache-2.0 */
/* qms format: rewrites files in canonical form, or says which are not. */
#include "cli.h"

#include <stdio.h>
#include <string.h>

typedef struct {
  bool in_place, check, lenient;
} Options;

/* Whether the file holds the document's canonical text already. */
static CliExit
compare (QmsDocument *document, const char *file, int format, bool *same)
{
  char *text = NULL;
  size_t size = 0;
  QmsError *error = NULL;
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (file, FALSE, NULL);
  if (qms_document_write (document, format, &text, &size, &error) != QMS_OK)
    return cli_error (error);
  *same = mapped && g_mapped_file_get_length (mapped) == size
          && (size == 0 || !memcmp (g_mapped_file_get_contents (mapped), text, size));
  qms_free (text);
  return CLI_OK;
}

static CliExit
format_file (Cli *cli, const Options *options, const char *file)
{
  bool same = false;
  g_autoptr (QmsDocument) document = cli_load (cli, file, QMS_FORMAT_AUTO, options->lenient);
  if (!document)
    return cli->exit;
  int format = qms_document_format (document);
  if (!options->check && !options->in_place)
    return cli_save (document, NULL, format);
  CliExit status = compare (document, file, format, &same);
  if (status != CLI_OK || same)
    return status;
  if (options->in_place)
    return cli_save (document, file, format);
  printf ("%s\n", file);
  return CLI_FINDINGS;
}

static bool
names_standard_input (const Cli *cli)
{
  return g_strv_contains ((const char *const *)cli->arguments, "-");
}

static CliExit
run (Cli *cli)
{
  Options set = { false };
  const CliOption options[] = {
    { "in-place", 'i', CLI_FLAG, &set.in_place, NULL, N_ ("rewrite the files instead of printing") },
    { "check", 0, CLI_FLAG, &set.check, NULL, N_ ("only name the files that are not in canonical form") },
    cli_option_lenient (&set.lenient),
    { 0 },
  };
  if (!cli_parse (cli, options, 1, -1))
    return cli->exit;
  if (set.in_place && set.check)
    return cli_usage (cli, _ ("--%s and --%s exclude each other"), "in-place", "check");
  if (!set.in_place && !set.check && cli->n_arguments > 1)
    return cli_usage (cli, _ ("several files need --in-place or --check"));
  if ((set.in_place || set.check) && names_standard_input (cli))
    return cli_usage (cli, _ ("--%s needs a file, not standard input"), set.check ? "check" : "in-place");
  CliExit status = CLI_OK;
  for (int i = 0; i < cli->n_arguments; i++)
    status = cli_worse (status, format_file (cli, &set, cli->arguments[i]));
  return status;
}

const CliCommand cli_command_format = { "format", "FILE…", N_ ("Rewrites files in canonical form"), run, NULL };

/* SPDX-License-Identifier: Apache-2.0 */
/* qms import: takes over what other software has, all of it or nothing. */
#include "cli.h"

#include <string.h>

static bool
looks_like_xml (const char *bytes)
{
  const char *mark = "\xEF\xBB\xBF";
  const char *text = g_str_has_prefix (bytes, mark) ? bytes + strlen (mark) : bytes;
  return text[strspn (text, " \t\r\n")] == '<';
}

static CliExit
import_file (Cli *cli, QmsDocument *system, const char *file, size_t *total)
{
  size_t size = 0, count = 0;
  QmsError *error = NULL;
  g_autofree char *bytes = cli_read (cli, file, &size);
  if (!bytes)
    return cli->exit;
  if (looks_like_xml (bytes))
    return cli_complain (file, _ ("this is XML; records of the portal are JSON"));
  if (qms_portal_import (system, bytes, size, file, &count, &error) != QMS_OK)
    return cli_error (error);
  *total += count;
  return CLI_OK;
}

/* Goes through all files, so that every bad one is named at once. */
static CliExit
import_all (Cli *cli, QmsDocument *system)
{
  CliExit status = CLI_OK;
  size_t total = 0;
  int n_files = cli->n_arguments - 1;
  for (int i = 1; i <= n_files; i++)
    status = cli_worse (status, import_file (cli, system, cli->arguments[i], &total));
  if (status == CLI_OK)
    cli_note (_ ("took over %zu administrative %s from %d %s"), total, total == 1 ? _ ("procedure") : _ ("procedures"),
              n_files, n_files == 1 ? _ ("file") : _ ("files"));
  else
    cli_note (_ ("nothing was written"));
  return status;
}

/* What was not taken over as it stands in the records. */
static void
print_notes (const QmsDocument *system)
{
  QmsError *notes = NULL;
  qms_portal_notes (system, &notes);
  for (const QmsError *note = notes; note; note = qms_error_next (note))
    cli_note ("%s (%s)", qms_error_message (note, cli_lang ()), qms_error_path (note));
  qms_error_free (notes);
}

static CliExit
run (Cli *cli)
{
  const char *into = NULL, *output = NULL;
  const CliOption options[] = {
    { "into", 0, CLI_FILE, &into, "SYSTEM",
      N_ ("system to add to; procedures with a known code are updated (a new one)") },
    cli_option_output (&output),
    { 0 },
  };
  if (!cli_parse (cli, options, 2, -1))
    return cli->exit;
  if (strcmp (cli->arguments[0], "portal"))
    return cli_usage (cli, _ ("cannot import «%s»; known is: portal"), cli->arguments[0]);
  if (cli_would_replace (cli, output, (const char *const *)cli->arguments + 1, (size_t)cli->n_arguments - 1))
    return cli->exit;
  g_autoptr (QmsDocument) system =
      into ? cli_load (cli, into, QMS_FORMAT_AUTO, false) : qms_document_new (QMS_TYPE_SYSTEM);
  if (!system)
    return cli->exit;
  CliExit status = import_all (cli, system);
  if (status == CLI_OK)
    print_notes (system);
  return status == CLI_OK ? cli_save (system, output, QMS_FORMAT_AUTO) : status;
}

const CliCommand cli_command_import = {
  "import", "portal FILE…", N_ ("Takes over records of the national public-service portal"), run, NULL,
};

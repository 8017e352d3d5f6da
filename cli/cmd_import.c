/* SPDX-License-Identifier: Apache-2.0 */
/* qms import: takes over what other software has. */
#include "import.h"

#include <string.h>

static const struct {
  const char *name;
  CliExit (*run) (const CliImport *import);
} formats[] = {
  { "portal", cli_import_portal },
  { "bpmn", cli_import_bpmn },
  { "docx", cli_import_docx },
  { "csv", cli_import_csv },
};

static CliExit
run (Cli *cli)
{
  const char *into = NULL;
  size_t format = 0;
  CliImport import = { .cli = cli, .report = "text" };
  const CliOption options[] = {
    { "into", 0, CLI_FILE, &into, "SYSTEM", N_ ("system to add to; procedures that it has are updated (a new one)") },
    { "report", 0, CLI_CHOICE, &import.report, "text|json|html",
      N_ ("form of what is said about BPMN files and Word documents (text); html: of Word documents only") },
    { "keep-names", 0, CLI_FLAG, &import.keep_names, NULL, N_ ("keep names of persons who signed Word documents") },
    { "table", 0, CLI_CHOICE, &import.table, CLI_CSV_TABLES, N_ ("table that CSV files hold") },
    cli_option_output (&import.output),
    { 0 },
  };
  if (!cli_parse (cli, options, 2, -1))
    return cli->exit;
  while (format < G_N_ELEMENTS (formats) && g_strcmp0 (formats[format].name, cli->arguments[0]))
    format++;
  if (format == G_N_ELEMENTS (formats))
    return cli_usage (cli, _ ("cannot import «%s»; known are: portal, bpmn, docx, csv"), cli->arguments[0]);
  if (strcmp (import.report, "html") == 0 && formats[format].run != cli_import_docx)
    return cli_usage (cli, _ ("--report html is for Word documents"));
  import.files = (const char *const *)cli->arguments + 1;
  import.n_files = cli->n_arguments - 1;
  if (cli_would_replace (cli, import.output, import.files, (size_t)import.n_files))
    return cli->exit;
  g_autoptr (QmsDocument) system = into ? cli_load_system (cli, into) : qms_document_new (QMS_TYPE_SYSTEM);
  if (!system)
    return cli->exit;
  import.system = system;
  return formats[format].run (&import);
}

const CliCommand cli_command_import = {
  "import",
  "portal|bpmn|docx|csv FILE…",
  N_ ("Takes over records of the national portal, processes drawn in BPMN, Word procedures, or tables in CSV"),
  run,
  NULL,
};

/* SPDX-License-Identifier: Apache-2.0 */
/* qms export: procedures in the form that other software reads, and a system as a web site. */
#include "docx_file.h"
#include "export.h"

typedef struct {
  const char *name;
  CliExit (*run) (const CliExport *export);
  bool of_any; /* of other files than systems as well: a template says what it is for */
} Format;

static const Format formats[] = {
  { "portal", cli_export_portal, false }, { "bpmn", cli_export_bpmn, false }, { "svg", cli_export_svg, false },
  { "html", cli_export_html, false },     { "docx", cli_export_docx, true },  { "csv", cli_export_csv, false },
};

static const Format *
format_of (const char *name)
{
  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++)
    if (!g_strcmp0 (formats[i].name, name))
      return &formats[i];
  return NULL;
}

static CliExit
run_format (Cli *cli, const Format *format, CliExport *export)
{
  export->cli = cli;
  export->file = cli->arguments[1];
  if (cli_would_replace (cli, export->output, &export->file, 1))
    return cli->exit;
  g_autoptr (QmsDocument) system =
      format->of_any ? cli_load (cli, export->file, QMS_FORMAT_AUTO, false) : cli_load_system (cli, export->file);
  if (!system)
    return cli->exit;
  export->system = qms_document_root (system);
  return format->run (export);
}

static CliExit
run (Cli *cli)
{
  CliExport export = { 0 };
  const CliOption options[] = {
    { "procedure", 'p', CLI_VALUE, &export.code, "CODE", N_ ("only the procedure of this code") },
    { "profile", 0, CLI_CHOICE, &export.profile, CLI_BPMN_PROFILES,
      N_ ("for whom a BPMN file is written (generic: any modeller)") },
    { "whole", 0, CLI_FLAG, &export.whole, NULL, N_ ("a flow chart on one page, as large as it needs (pages of A4)") },
    { "internal", 0, CLI_FLAG, &export.internal, NULL,
      N_ ("a site for the agency's own staff: risks, audits, findings as well") },
    { "table", 0, CLI_CHOICE, &export.table, CLI_CSV_TABLES, N_ ("table that is written as CSV") },
    { "template", 't', CLI_FILE, &export.template, "NAME|FILE",
      N_ ("template of Word documents, a shipped one or a .docx") },
    { "node", 'n', CLI_VALUE, &export.node, "PATH",
      N_ ("only the Word document of what is there, such as danhGia[DG-1]") },
    { "all", 'a', CLI_FLAG, &export.all, NULL,
      N_ ("all Word documents of a system, and their list, into a directory") },
    { "index", 0, CLI_CHOICE, &export.index, CLI_DOCX_INDEX, N_ ("form of that list (html)") },
    { "list-templates", 0, CLI_FLAG, &export.list, NULL, N_ ("shows the templates that there are") },
    { "save-template", 0, CLI_VALUE, &export.saved, "NAME", N_ ("writes a template as a .docx, to edit it in Word") },
    cli_option_as_of (&export.basis),
    { "output", 'o', CLI_FILE, &export.output, "FILE|DIR",
      N_ ("where to write; into a directory: a file for each (standard output)") },
    { 0 },
  };
  if (!cli_parse (cli, options, 1, 2))
    return cli->exit;
  const Format *format = format_of (cli->arguments[0]);
  if (!format)
    return cli_usage (cli, _ ("cannot export «%s»; known are: portal, bpmn, svg, html, docx, csv"), cli->arguments[0]);
  if (format->run == cli_export_docx && (export.list || export.saved))
    return export.list ? cli_list_templates () : cli_save_template (&export);
  return cli->n_arguments > 1 ? run_format (cli, format, &export) : cli_missing (cli, "FILE");
}

const CliCommand cli_command_export = {
  "export",
  "portal|bpmn|svg|html|docx|csv FILE",
  N_ ("Writes procedures for the national portal, as BPMN, as flow charts, all as a web site or as Word documents, or "
      "tables as CSV"),
  run,
  NULL,
};

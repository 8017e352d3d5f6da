/* SPDX-License-Identifier: Apache-2.0 */
/* qms export: administrative procedures in the form that other software reads. */
#include "cli.h"

#include <string.h>

/* Administrative procedures to export: all, or the one of `code`; NULL after a complaint. */
static GPtrArray *
choose (Cli *cli, const QmsNode *root, const char *file, const char *code)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  for (size_t i = 0; i < qms_node_count (root, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES); i++) {
    QmsNode *procedure = qms_node_get_node_at (root, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, i);
    if (!code || !g_strcmp0 (code, qms_administrative_procedure_get_code (procedure)))
      g_ptr_array_add (chosen, procedure);
  }
  if (code && chosen->len == 0) {
    cli->exit = cli_complain (file, _ ("there is no administrative procedure with the code «%s»"), code);
    return NULL;
  }
  return g_steal_pointer (&chosen);
}

/* Records as JSON texts in the order of `procedures`; NULL after a complaint. */
static GPtrArray *
make_records (Cli *cli, const GPtrArray *procedures)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (qms_free);
  for (guint i = 0; i < procedures->len; i++) {
    QmsError *error = NULL;
    char *json = NULL;
    if (qms_portal_export (procedures->pdata[i], &json, NULL, &error) != QMS_OK) {
      cli->exit = cli_error (error);
      return NULL;
    }
    g_ptr_array_add (records, json);
  }
  return g_steal_pointer (&records);
}

/* Codes come from files of others and must not lead out of the directory. */
static bool
is_file_name (const char *code)
{
  return *code && *code != '.' && code[strspn (code, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS ".-_")] == '\0';
}

/* Whether each procedure has a file name of its own; complains of the first that has none. */
static CliExit
check_names (const GPtrArray *procedures, const char *file)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < procedures->len; i++) {
    const char *code = qms_administrative_procedure_get_code (procedures->pdata[i]);
    if (!code)
      return cli_complain (file, _ ("an administrative procedure without a code has no file name"));
    if (!is_file_name (code))
      return cli_complain (file, _ ("the code «%s» cannot be a file name: only letters, digits, “.”, “-” and “_” can"),
                           code);
    if (!g_hash_table_add (codes, (gpointer)code))
      return cli_complain (file, _ ("two administrative procedures have the code «%s»"), code);
  }
  return CLI_OK;
}

/* A file CODE.json for each record; none of them is the system itself. */
static CliExit
write_each (Cli *cli, const GPtrArray *procedures, const GPtrArray *records, const char *directory)
{
  CliExit status = CLI_OK;
  for (guint i = 0; i < records->len; i++) {
    g_autofree char *name = g_strconcat (qms_administrative_procedure_get_code (procedures->pdata[i]), ".json", NULL);
    g_autofree char *file = g_build_filename (directory, name, NULL);
    if (cli_would_replace (cli, file, (const char *const *)cli->arguments + 1, 1))
      return cli->exit;
    status = cli_worse (status, cli_write (file, records->pdata[i], strlen (records->pdata[i])));
  }
  return status;
}

static CliExit
write_array (const GPtrArray *records, const char *file)
{
  g_autoptr (GString) text = g_string_new ("[\n");
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ",\n" : "", (const char *)records->pdata[i]);
  g_string_append (text, "]\n");
  return cli_write (file, text->str, text->len);
}

static CliExit export(Cli *cli, QmsDocument *system, const char *code, const char *output)
{
  g_autoptr (GPtrArray) procedures = choose (cli, qms_document_root (system), cli->arguments[1], code);
  g_autoptr (GPtrArray) records = procedures ? make_records (cli, procedures) : NULL;
  if (!records)
    return cli->exit;
  if (output && g_file_test (output, G_FILE_TEST_IS_DIR)) {
    CliExit status = check_names (procedures, cli->arguments[1]);
    return status == CLI_OK ? write_each (cli, procedures, records, output) : status;
  }
  if (code)
    return cli_write (output, records->pdata[0], strlen (records->pdata[0]));
  return write_array (records, output);
}

static CliExit
run (Cli *cli)
{
  const char *code = NULL, *output = NULL;
  const CliOption options[] = {
    { "procedure", 0, CLI_VALUE, &code, "CODE", N_ ("only the administrative procedure of this code") },
    { "output", 'o', CLI_FILE, &output, "FILE|DIR",
      N_ ("where to write; into a directory: a file for each (standard output)") },
    { 0 },
  };
  if (!cli_parse (cli, options, 2, 2))
    return cli->exit;
  if (strcmp (cli->arguments[0], "portal"))
    return cli_usage (cli, _ ("cannot export «%s»; known is: portal"), cli->arguments[0]);
  if (cli_would_replace (cli, output, (const char *const *)cli->arguments + 1, 1))
    return cli->exit;
  g_autoptr (QmsDocument) system = cli_load (cli, cli->arguments[1], QMS_FORMAT_AUTO, false);
  return system ? export(cli, system, code, output) : cli->exit;
}

const CliCommand cli_command_export = {
  "export", "portal FILE", N_ ("Gives records of the national public-service portal back"), run, NULL,
};

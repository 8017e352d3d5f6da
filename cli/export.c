/* SPDX-License-Identifier: Apache-2.0 */
/* Exporting into a directory: a file for each procedure. */
#include "export.h"

#include <string.h>

static void
free_exported (gpointer data)
{
  CliExported *exported = data;

  g_free (exported->name);
  qms_free (exported->text);
  g_free (exported);
}

GPtrArray *
cli_exported_new (void)
{
  return g_ptr_array_new_with_free_func (free_exported);
}

void
cli_exported_add (GPtrArray *exported, const char *name, char *text)
{
  CliExported *one = g_new (CliExported, 1);

  one->name = g_strdup (name);
  one->text = text;
  g_ptr_array_add (exported, one);
}

bool
cli_export_into_directory (const CliExport *export)
{
  return export->output && g_file_test (export->output, G_FILE_TEST_IS_DIR);
}

/* Names come from files of others and must not lead out of the directory. */
static bool
is_file_name (const char *name)
{
  return *name && *name != '.' && name[strspn (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS ".-_")] == '\0';
}

/* Whether each has a file name of its own; complains of the first that has none. */
static CliExit
check_names (const CliExport *export, const GPtrArray *exported)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < exported->len; i++) {
    const char *name = ((const CliExported *)exported->pdata[i])->name;
    if (!name)
      return cli_complain (export->file, _ ("a procedure without a code has no file name"));
    if (!is_file_name (name))
      return cli_complain (export->file,
                           _ ("the code «%s» cannot be a file name: only letters, digits, “.”, “-” and “_” can"), name);
    if (!g_hash_table_add (names, (gpointer)name))
      return cli_complain (export->file, _ ("two procedures have the code «%s»"), name);
  }
  return CLI_OK;
}

CliExit
cli_export_each (const CliExport *export, const GPtrArray *exported, const char *ending)
{
  CliExit status = check_names (export, exported);

  if (status != CLI_OK)
    return status;
  for (guint i = 0; i < exported->len; i++) {
    const CliExported *one = exported->pdata[i];
    g_autofree char *name = g_strconcat (one->name, ending, NULL);
    g_autofree char *file = g_build_filename (export->output, name, NULL);
    if (cli_would_replace (export->cli, file, &export->file, 1))
      return export->cli->exit;
    status = cli_worse (status, cli_write (file, one->text, strlen (one->text)));
  }
  return status;
}

/* ---- procedures */

/* Identifier of the procedure that settles the administrative procedure of a code; NULL if there is none. */
static const char *
settled_by (const QmsNode *system, const char *code)
{
  for (size_t i = 0; i < qms_node_count (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES); i++) {
    const QmsNode *node = qms_node_get_node_at (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, i);
    if (!g_strcmp0 (code, qms_administrative_procedure_get_code (node)))
      return qms_administrative_procedure_get_procedure (node);
  }
  return NULL;
}

GPtrArray *
cli_export_procedures (const CliExport *export)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  const char *settled = export->code ? settled_by (export->system, export->code) : NULL;

  for (size_t i = 0; i < qms_node_count (export->system, QMS_SYSTEM_PROCEDURES); i++) {
    QmsNode *procedure = qms_node_get_node_at (export->system, QMS_SYSTEM_PROCEDURES, i);
    const char *id = qms_procedure_get_id (procedure);
    if (!export->code || !g_strcmp0 (export->code, qms_procedure_get_code (procedure)) || !g_strcmp0 (export->code, id)
        || (settled && !g_strcmp0 (settled, id)))
      g_ptr_array_add (chosen, procedure);
  }
  if (chosen->len > 0)
    return g_steal_pointer (&chosen);
  export->cli->exit = export->code
                          ? cli_complain (export->file, _ ("there is no procedure with the code «%s»"), export->code)
                          : cli_complain (export->file, _ ("the system has no procedures"));
  return NULL;
}

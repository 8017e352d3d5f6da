/* SPDX-License-Identifier: Apache-2.0 */
/* qms export portal: records of the national public-service portal. */
#include "export.h"

#include <string.h>

/* The record of one administrative procedure; false after a complaint. */
static bool
add_record (const CliExport *export, const QmsNode *procedure, GPtrArray *records)
{
  QmsError *error = NULL;
  char *json = NULL;

  if (qms_portal_export (procedure, &json, NULL, &error) != QMS_OK) {
    export->cli->exit = cli_error (error);
    return false;
  }
  cli_exported_add (records, qms_administrative_procedure_get_code (procedure), json);
  return true;
}

/* Records of all administrative procedures, or of the one that is asked for; NULL after a complaint. */
static GPtrArray *
make_records (const CliExport *export)
{
  g_autoptr (GPtrArray) records = cli_exported_new ();

  for (size_t i = 0; i < qms_node_count (export->system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES); i++) {
    QmsNode *procedure = qms_node_get_node_at (export->system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, i);
    bool asked = !export->code || !g_strcmp0 (export->code, qms_administrative_procedure_get_code (procedure));
    if (asked && !add_record (export, procedure, records))
      return NULL;
  }
  if (!export->code || records->len > 0)
    return g_steal_pointer (&records);
  export->cli->exit =
      cli_complain (export->file, _ ("there is no administrative procedure with the code «%s»"), export->code);
  return NULL;
}

static CliExit
write_array (const GPtrArray *records, const char *file)
{
  g_autoptr (GString) text = g_string_new ("[\n");

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ",\n" : "", ((const CliExported *)records->pdata[i])->text);
  g_string_append (text, "]\n");
  return cli_write (file, text->str, text->len);
}

CliExit
cli_export_portal (const CliExport *export)
{
  g_autoptr (GPtrArray) records = make_records (export);

  if (!records)
    return export->cli->exit;
  if (cli_export_into_directory (export))
    return cli_export_each (export, records, ".json");
  if (export->code) {
    const char *text = ((const CliExported *)records->pdata[0])->text;
    return cli_write (export->output, text, strlen (text));
  }
  return write_array (records, export->output);
}

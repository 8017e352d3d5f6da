/* SPDX-License-Identifier: Apache-2.0 */
/* qms export svg: flow charts, a file for each page. */
#include "export.h"

#include <string.h>

/* A page of several has its number in its name. */
static char *
page_name (const char *name, size_t page, size_t pages)
{
  return pages > 1 ? g_strdup_printf ("%s-%zu", name, page + 1) : g_strdup (name);
}

/* Where nobody has asked for this procedure, one without steps is no failure. */
static CliExit
add_procedure (const CliExport *export, const QmsNode *procedure, GPtrArray *exported)
{
  const char *id = qms_procedure_get_id (procedure);
  QmsError *error = NULL;
  QmsSvg *svg = NULL;

  if (!export->code && qms_procedure_count_steps (procedure) == 0) {
    cli_note (_ ("%s: procedure «%s» has no steps and is left out"), export->file, id);
    return CLI_OK;
  }
  if (qms_svg_new (procedure, export->whole ? QMS_SVG_WHOLE : QMS_SVG_PAGES, &svg, &error) != QMS_OK)
    return cli_error (error);
  for (size_t i = 0; i < qms_svg_pages (svg); i++) {
    g_autofree char *name = id ? page_name (id, i, qms_svg_pages (svg)) : NULL;
    cli_exported_add (exported, name, g_strdup (qms_svg_page (svg, i, NULL)));
  }
  qms_svg_free (svg);
  return CLI_OK;
}

/* OUT.svg, or OUT-1.svg and so on; none of them is the system itself. */
static CliExit
write_pages (const CliExport *export, const GPtrArray *exported)
{
  CliExit status = CLI_OK;
  size_t length = strlen (export->output) - (g_str_has_suffix (export->output, ".svg") ? strlen (".svg") : 0);
  g_autofree char *base = g_strndup (export->output, length);

  for (guint i = 0; i < exported->len; i++) {
    const char *text = ((const CliExported *)exported->pdata[i])->text;
    g_autofree char *name = page_name (base, i, exported->len), *file = g_strconcat (name, ".svg", NULL);
    if (cli_would_replace (export->cli, file, &export->file, 1))
      return export->cli->exit;
    status = cli_worse (status, cli_write (file, text, strlen (text)));
  }
  cli_note (_ ("%s: %u pages, %s-1.svg to %s-%u.svg"), export->output, exported->len, base, base, exported->len);
  return status;
}

static CliExit
write_one (const CliExport *export, const GPtrArray *exported)
{
  const char *text = ((const CliExported *)exported->pdata[0])->text;

  if (exported->len == 1)
    return cli_write (export->output, text, strlen (text));
  if (!export->output || !strcmp (export->output, "-"))
    return cli_complain (export->file,
                         _ ("the chart has %u pages: name a file with -o, or ask for one large page with --whole"),
                         exported->len);
  return write_pages (export, exported);
}

CliExit
cli_export_svg (const CliExport *export)
{
  g_autoptr (GPtrArray) procedures = cli_export_procedures (export);
  g_autoptr (GPtrArray) exported = cli_exported_new ();
  CliExit status = CLI_OK;

  if (!procedures)
    return export->cli->exit;
  if (procedures->len > 1 && !cli_export_into_directory (export))
    return cli_complain (export->file,
                         _ ("a chart shows one procedure, here are %u: name one with --procedure, or a directory that "
                            "exists with -o"),
                         procedures->len);
  for (guint i = 0; i < procedures->len && status == CLI_OK; i++)
    status = add_procedure (export, procedures->pdata[i], exported);
  if (status != CLI_OK)
    return status;
  if (cli_export_into_directory (export))
    return cli_export_each (export, exported, ".svg");
  return exported->len > 0 ? write_one (export, exported) : cli_complain (export->file, _ ("no procedure has steps"));
}

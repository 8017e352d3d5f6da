/* SPDX-License-Identifier: Apache-2.0 */
/* qms export docx: Word documents from templates. */
#include "docx_file.h"
#include "docx_folder.h"
#include "export.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* A template and the name that it was asked for by. */
typedef struct {
  char *name;
  QmsTemplate *template;
} Pattern;

static void
free_pattern (gpointer data)
{
  Pattern *pattern = data;

  g_free (pattern->name);
  qms_template_free (pattern->template);
  g_free (pattern);
}

/* ---- templates */

static char *
known_templates (void)
{
  GString *names = g_string_new (NULL);

  for (size_t i = 0; i < qms_template_count (); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", qms_template_name (i));
  return g_string_free (names, FALSE);
}

static CliExit
refuse_template (const char *name)
{
  g_autofree char *known = known_templates ();

  return cli_complain (NULL, _ ("there is no template «%s»; there are: %s; or name a file that ends with .docx"), name,
                       known);
}

static bool
is_file_name (const char *name)
{
  return strchr (name, G_DIR_SEPARATOR) || g_str_has_suffix (name, ".docx");
}

static char *
base_name (const char *name)
{
  char *base = g_path_get_basename (name);

  if (g_str_has_suffix (base, ".docx"))
    base[strlen (base) - strlen (".docx")] = '\0';
  return base;
}

/* Reads a template, a shipped one or a file, and adds it to those of the export. */
static CliExit
add_pattern (GPtrArray *patterns, const char *name)
{
  g_autofree char *read = NULL;
  QmsError *error = NULL;
  QmsTemplate *template = NULL;
  size_t size = 0;
  const void *data = qms_template_data (name, &size);

  if (!data && !is_file_name (name))
    return refuse_template (name);
  if (!data && !(data = read = cli_read (name, &size, &error)))
    return cli_error (error);
  if (qms_template_read (data, size, name, &template, &error) != QMS_OK)
    return cli_error (error);
  Pattern *pattern = g_new (Pattern, 1);
  *pattern = (Pattern){ base_name (name), template };
  g_ptr_array_add (patterns, pattern);
  return CLI_OK;
}

static CliExit
add_shipped (GPtrArray *patterns)
{
  CliExit status = CLI_OK;

  for (size_t i = 0; i < qms_template_count () && status == CLI_OK; i++)
    status = add_pattern (patterns, qms_template_name (i));
  return status;
}

/* The template that was named, or that goes with what is asked for. */
static CliExit
choose_patterns (const CliExport *export, GPtrArray *patterns)
{
  if (export->template)
    return add_pattern (patterns, export->template);
  if (export->all)
    return add_shipped (patterns);
  if (export->code)
    return add_pattern (patterns, "procedure");
  g_autofree char *known = known_templates ();
  return cli_complain (export->file, _ ("name a template with --template (%s), a procedure with --procedure, or --all"),
                       known);
}

CliExit
cli_list_templates (void)
{
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func (free_pattern);
  CliExit status = add_shipped (patterns);

  for (guint i = 0; i < patterns->len; i++) {
    const Pattern *pattern = patterns->pdata[i];
    cli_print_column (pattern->name, 22);
    cli_print_column (qms_template_path (pattern->template), 22);
    printf ("%s\n", qms_template_title (pattern->template));
  }
  return status;
}

CliExit
cli_save_template (const CliExport *export)
{
  size_t size;
  const void *data = qms_template_data (export->saved, &size);
  g_autofree char *file = g_strconcat (export->saved, ".docx", NULL);

  if (!data)
    return refuse_template (export->saved);
  if (!export->output && g_file_test (file, G_FILE_TEST_EXISTS))
    return cli_complain (file, _ ("this file is there already; name another one with -o"));
  return cli_write (export->output ? export->output : file, data, size);
}

/* ---- documents */

/* What is asked for, of all that a template can be filled with. */
typedef struct {
  const CliExport *export;
  GHashTable *procedures; /* NULL: any */
  const QmsNode *node;    /* NULL: any */
  GHashTable *names;      /* of files so far */
  GPtrArray *documents;
} Choice;

static bool
is_chosen (const Choice *choice, const Pattern *pattern, const QmsNode *node)
{
  if (choice->node && node != choice->node)
    return false;
  if (choice->procedures && !g_hash_table_contains (choice->procedures, node))
    return false;
  return !choice->export->all || qms_template_is_needed (pattern->template, node);
}

static void
add_documents (const Choice *choice, const Pattern *pattern)
{
  QmsNode *root = choice->export->system;
  size_t count = qms_template_target_count (pattern->template, root);

  for (size_t i = 0; i < count; i++) {
    const QmsNode *node = qms_template_target (pattern->template, root, i);
    if (is_chosen (choice, pattern, node))
      cli_docx_add (choice->documents, choice->names, pattern->template, pattern->name, node);
  }
}

/* The procedures that were asked for, as a set; NULL after a complaint. */
static GHashTable *
choose_procedures (const CliExport *export)
{
  g_autoptr (GPtrArray) chosen = cli_export_procedures (export);
  GHashTable *set = chosen ? g_hash_table_new (NULL, NULL) : NULL;

  for (guint i = 0; chosen && i < chosen->len; i++)
    g_hash_table_add (set, chosen->pdata[i]);
  return set;
}

static CliExit
choose_documents (const CliExport *export, const GPtrArray *patterns, GPtrArray *documents)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), procedures = NULL;
  Choice choice = { export, NULL, NULL, names, documents };
  const Pattern *first = patterns->pdata[0];

  if (export->code && !export->all && qms_type_id (qms_template_type (first->template)) != QMS_TYPE_PROCEDURE)
    return cli_complain (first->name, _ ("this template is for %s; choose with --node"),
                         qms_template_path (first->template));
  if (export->code && !(choice.procedures = procedures = choose_procedures (export)))
    return export->cli->exit;
  if (export->node && !(choice.node = qms_node_at (export->system, export->node, NULL)))
    return cli_complain (export->file, _ ("there is nothing at «%s»"), export->node);
  for (guint i = 0; i < patterns->len; i++)
    add_documents (&choice, patterns->pdata[i]);
  if (documents->len == 0)
    return cli_complain (export->file, _ ("there is nothing here for the template: it is for %s"),
                         qms_template_path (first->template));
  return CLI_OK;
}

/* ---- writing */

static CliExit
write_document (const CliExport *export, const CliDocx *docx, const char *file)
{
  const char *inputs[] = { export->file, export->template };
  QmsError *error = NULL;
  char *data = NULL;
  size_t size = 0;
  CliExit status;

  if (cli_would_replace (export->cli, file, inputs, G_N_ELEMENTS (inputs)))
    return export->cli->exit;
  if (qms_template_fill (docx->pattern, docx->node, export->basis.as_of, &data, &size, &error) != QMS_OK)
    return cli_error (error);
  status = cli_write (file, data, size);
  qms_free (data);
  return status;
}

static CliExit
write_index (const CliExport *export, const GPtrArray *documents)
{
  const char *form = export->index ? export->index : "html";
  g_autofree char *file = g_build_filename (export->output, cli_docx_index_name (form), NULL);
  g_autofree char *text = cli_docx_index (documents, form);

  if (cli_would_replace (export->cli, file, &export->file, 1))
    return export->cli->exit;
  cli_note (documents->len == 1 ? _ ("%s: %u document, listed in %s") : _ ("%s: %u documents, listed in %s"),
            export->output, documents->len, cli_docx_index_name (form));
  return cli_write (file, text, strlen (text));
}

/* Names of the files that the export writes, the list of documents last. */
static GPtrArray *
names_of_files (const CliExport *export, const GPtrArray *documents)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (names, ((const CliDocx *)documents->pdata[i])->file);
  if (export->all)
    g_ptr_array_add (names, (gpointer)cli_docx_index_name (export->index ? export->index : "html"));
  return names;
}

static bool
is_all_free (const CliExport *export, const GPtrArray *names, GHashTable *own)
{
  bool all = true;

  for (guint i = 0; i < names->len; i++)
    all &= cli_docx_folder_is_free (export->output, names->pdata[i], own);
  return all;
}

static CliExit
write_all (const CliExport *export, const GPtrArray *documents)
{
  g_autoptr (GPtrArray) names = names_of_files (export, documents);
  g_autoptr (GHashTable) own = cli_docx_folder_read (export->output);
  CliExit status = is_all_free (export, names, own) ? CLI_OK : CLI_FAILED;

  for (guint i = 0; i < documents->len && status == CLI_OK; i++) {
    const CliDocx *docx = documents->pdata[i];
    g_autofree char *file = g_build_filename (export->output, docx->file, NULL);
    status = write_document (export, docx, file);
  }
  if (status == CLI_OK && export->all)
    status = write_index (export, documents);
  return status == CLI_OK ? cli_docx_folder_write (export->output, own, names) : status;
}

static CliExit
make_directory (const char *directory)
{
  if (g_file_test (directory, G_FILE_TEST_IS_DIR) || g_mkdir_with_parents (directory, 0777) == 0)
    return CLI_OK;
  if (g_file_test (directory, G_FILE_TEST_EXISTS))
    return cli_complain (directory, _ ("this is a file, where a directory is to be made; choose another one"));
  return cli_complain (directory, _ ("cannot make the directory"));
}

static CliExit
write_documents (const CliExport *export, const GPtrArray *documents)
{
  CliExit status = export->all ? make_directory (export->output) : CLI_OK;

  if (status != CLI_OK)
    return status;
  if (cli_export_into_directory (export))
    return write_all (export, documents);
  if (documents->len > 1)
    return cli_complain (
        export->file,
        _ ("here are %u documents: choose one with --procedure or --node, or name a directory that exists "
           "with -o"),
        documents->len);
  return write_document (export, documents->pdata[0], export->output);
}

CliExit
cli_export_docx (const CliExport *export)
{
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func (free_pattern);
  g_autoptr (GPtrArray) documents = cli_docx_new ();
  CliExit status;

  if (!export->output || (export->all && !strcmp (export->output, "-")))
    return cli_complain (export->file, _ ("Word documents need a file or a directory: name it with -o"));
  status = choose_patterns (export, patterns);
  if (status == CLI_OK)
    status = choose_documents (export, patterns, documents);
  return status == CLI_OK ? write_documents (export, documents) : status;
}

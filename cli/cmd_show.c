/* SPDX-License-Identifier: Apache-2.0 */
/* qms show: an outline of a file or of the part at a path; a single value as it is. */
#include "cli.h"

#include <stdio.h>
#include <string.h>

static void
print_indent (int indent)
{
  printf ("%*s", indent * 2, "");
}

/* Text of several paragraphs goes below its name, further in. */
static void
print_text (const char *text, int indent)
{
  if (!strchr (text, '\n')) {
    printf (" %s\n", text);
    return;
  }
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  putchar ('\n');
  for (char **line = lines; *line; line++) {
    print_indent (indent + 1);
    printf ("%s\n", *line);
  }
}

static void
print_values (const QmsNode *node, const QmsField *field, int indent)
{
  uint32_t id = qms_field_id (field);
  for (size_t i = 0; i < qms_node_count (node, id); i++) {
    char *text = qms_node_get_text (node, id, i);
    const char *label = NULL;
    if (qms_field_enum (field))
      label = qms_enum_value_label (qms_field_enum (field), qms_enum_value_by_name (qms_field_enum (field), text),
                                    cli_lang ());
    print_indent (indent);
    printf ("%s:", qms_field_xml_name (field));
    if (label)
      printf (" %s (%s)\n", text, label);
    else
      print_text (text, indent);
    qms_free (text);
  }
}

/* The name or title that people know a node by; NULL if it has none. */
static const char *
title_of (const QmsNode *node)
{
  static const char *const names[] = { "name", "title" };
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++) {
    const QmsField *field = qms_type_field_by_name (qms_node_type (node), names[i]);
    if (field && !strcmp (qms_field_name (field), names[i]) && !qms_field_is_list (field))
      return qms_node_get_string (node, qms_field_id (field));
  }
  return NULL;
}

/* The last step of the node's path, such as "quyTrinh[QT-1]", and its title. */
static void
print_heading (const QmsNode *node, int indent)
{
  const char *title = title_of (node);
  char *above = qms_node_path (qms_node_parent (node)), *path = qms_node_path (node);
  print_indent (indent);
  printf ("%s%s%s\n", path + (above ? strlen (above) : 0) + 1, title ? "  " : "", title ? title : "");
  qms_free (above);
  qms_free (path);
}

static void
print_node (const QmsNode *node, int indent, int depth)
{
  const QmsType *type = qms_node_type (node);
  print_heading (node, indent);
  for (size_t i = 0; depth > 0 && i < qms_type_field_count (type); i++) {
    const QmsField *field = qms_type_field_at (type, i);
    uint32_t id = qms_field_id (field);
    if (qms_field_kind (field) != QMS_KIND_NODE)
      print_values (node, field, indent + 1);
    for (size_t j = 0; qms_field_kind (field) == QMS_KIND_NODE && j < qms_node_count (node, id); j++)
      print_node (qms_node_get_node_at (node, id, j), indent + 1, depth - 1);
  }
}

/* One value, alone on its line, for scripts. */
static CliExit
print_raw (const QmsNode *node, const QmsField *field)
{
  for (size_t i = 0; i < qms_node_count (node, qms_field_id (field)); i++) {
    char *text = qms_node_get_text (node, qms_field_id (field), i);
    printf ("%s\n", text);
    qms_free (text);
  }
  return CLI_OK;
}

/* The name of a child or value of `node` that is most like the beginning of `step`; NULL if none is near. */
static const char *
nearest_field (const QmsNode *node, const char *step)
{
  const QmsType *type = qms_node_type (node);
  size_t count = qms_type_field_count (type);
  g_autofree const char **names = g_new (const char *, count);
  g_autofree char *name = g_strndup (step, strcspn (step, "["));
  for (size_t i = 0; i < count; i++)
    names[i] = qms_field_xml_name (qms_type_field_at (type, i));
  return qms_nearest_name (name, names, count);
}

/* Complains of the first step of `path` that leads nowhere. */
static CliExit
refuse_path (QmsNode *root, const char *file, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  g_autoptr (GString) way = g_string_new (NULL);
  QmsNode *node = root;
  for (char **step = steps; *step; step++) {
    const QmsField *field = NULL;
    g_string_append_printf (way, "%s%s", step > steps ? "/" : "", *step);
    QmsNode *next = way->len > 0 ? qms_node_at (root, way->str, &field) : root;
    if (next && !field) {
      node = next;
      continue;
    }
    if (!next && *path == '/' && step == steps + 1)
      return cli_complain (file, _ ("nothing is at the path «%s»: the root is «%s»"), path,
                           qms_type_xml_name (qms_node_type (root)));
    const char *nearest = next ? NULL : nearest_field (node, *step);
    const char *failed = next && step[1] ? step[1] : *step;
    if (nearest && strncmp (nearest, failed, strlen (nearest)))
      return cli_complain (file, _ ("nothing is at the path «%s»: no «%s»; did you mean «%s»?"), path, failed, nearest);
    return cli_complain (file, _ ("nothing is at the path «%s»: no «%s»"), path, failed);
  }
  return cli_complain (file, _ ("nothing is at the path «%s»"), path);
}

static CliExit
run (Cli *cli)
{
  const char *depth_text = "1";
  bool lenient = false;
  const CliOption options[] = {
    { "depth", 'd', CLI_VALUE, &depth_text, "N", N_ ("how many levels to show (1)") },
    cli_option_lenient (&lenient),
    { 0 },
  };
  enum { DEEPEST = 1000 };
  guint64 depth = 0;
  const QmsField *field = NULL;

  if (!cli_parse (cli, options, 1, 2))
    return cli->exit;
  if (!g_ascii_string_to_unsigned (depth_text, 10, 0, DEEPEST, &depth, NULL))
    return cli_usage (cli, _ ("--%s takes %s, not «%s»"), "depth", "0…1000", depth_text);
  g_autoptr (QmsDocument) document = cli_load (cli, cli->arguments[0], QMS_FORMAT_AUTO, lenient);
  if (!document)
    return cli->exit;
  const char *path = cli->n_arguments > 1 ? cli->arguments[1] : NULL;
  QmsNode *node = qms_document_root (document);
  if (path)
    node = qms_node_at (node, path, &field);
  if (!node)
    return refuse_path (qms_document_root (document), cli->arguments[0], path);
  if (field)
    return print_raw (node, field);
  print_node (node, 0, (int)depth);
  return CLI_OK;
}

const CliCommand cli_command_show = { "show", "FILE [PATH]", N_ ("Shows a file or the part at a path"), run, NULL };

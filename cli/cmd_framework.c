/* SPDX-License-Identifier: Apache-2.0 */
/* qms framework: the framework models (mô hình khung) that qms knows, what one asks for, and a check of one's own. */
#include "cli.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static const char *
title_of (const QmsNode *framework)
{
  const char *english = cli_lang () == QMS_LANG_EN ? qms_framework_get_title_en (framework) : NULL;
  return english ? english : qms_framework_get_title (framework);
}

/* Calls `tell` for each framework that ships. */
static CliExit
for_each (void (*tell) (const char *id, const QmsNode *framework, json_t *all), json_t *all)
{
  for (size_t i = 0; i < qms_framework_count (); i++) {
    g_autoptr (QmsDocument) framework = NULL;
    QmsError *error = NULL;
    if (qms_framework_load (qms_framework_id (i), &framework, &error) != QMS_OK)
      return cli_error (error);
    tell (qms_framework_id (i), qms_document_root (framework), all);
  }
  return CLI_OK;
}

static void
print_title (const char *id, const QmsNode *framework, json_t *all)
{
  (void)all;
  printf ("%-18s %s\n", id, title_of (framework));
}

static void
add_title (const char *id, const QmsNode *framework, json_t *all)
{
  const char *english = qms_framework_get_title_en (framework), *vietnamese = qms_framework_get_title (framework);
  json_array_append_new (all, json_pack ("{s:s, s:{s:s?, s:s?}}", "id", id, "title", "vi", vietnamese, "en", english));
}

static CliExit
list_json (void)
{
  json_t *all = json_array (), *root = json_pack ("{s:i, s:o}", "version", 1, "frameworks", all);
  CliExit status = for_each (add_title, all);
  if (status == CLI_OK) {
    json_dumpf (root, stdout, JSON_INDENT (2));
    putchar ('\n');
  }
  json_decref (root);
  return status;
}

static CliExit
list (Cli *cli, const char *format)
{
  if (cli->n_arguments > 1)
    return cli_usage (cli, _ ("too many arguments: «%s»"), cli->arguments[1]);
  if (!strcmp (format, "xml"))
    return cli_usage (cli, _ ("--%s takes %s, not «%s»"), "format", "text|json", format);
  return strcmp (format, "json") ? for_each (print_title, NULL) : list_json ();
}

/* Words for an enum field's value; "" if it is absent. */
static const char *
label_of (const QmsNode *node, uint32_t field)
{
  const char *label = qms_enum_value_label (qms_field_enum (qms_field_by_id (field)),
                                            (int32_t)qms_node_get_int (node, field), cli_lang ());
  return label ? label : "";
}

static void
print_line (const char *name, const char *value)
{
  if (value && *value)
    printf ("  %s %s\n", name, value);
}

/* The framework that brought it, then those that altered it. */
static void
print_origins (const QmsNode *requirement)
{
  size_t count = qms_requirement_count_origins (requirement);
  for (size_t i = 0; i < count; i++)
    printf ("%s%s", i == 0 ? " [" : " → ", qms_requirement_get_origins (requirement, i));
  if (count > 0)
    putchar (']');
}

static void
print_requirement (const QmsNode *requirement)
{
  const char *english = cli_lang () == QMS_LANG_EN ? qms_requirement_get_title_en (requirement) : NULL;
  const char *clause = qms_requirement_get_clause (requirement);
  printf ("  %-30s %s", qms_requirement_get_id (requirement),
          english ? english : qms_requirement_get_title (requirement));
  if (clause)
    printf (" (%s)", clause);
  if (qms_requirement_has_severity (requirement))
    printf (" · %s", label_of (requirement, QMS_REQUIREMENT_SEVERITY));
  print_origins (requirement);
  putchar ('\n');
}

static void
print_framework (const QmsNode *framework)
{
  const QmsNode *decision = qms_framework_get_decision (framework);
  printf ("%s  %s\n", qms_framework_get_code (framework), title_of (framework));
  print_line (_ ("standard:"), label_of (framework, QMS_FRAMEWORK_STANDARD));
  print_line (_ ("decision:"), decision ? qms_citation_get_number (decision) : NULL);
  print_line (_ ("based on:"), qms_framework_get_based_on (framework));
  printf ("\n%s\n", _ ("Requirements:"));
  for (size_t i = 0; i < qms_node_count (framework, QMS_FRAMEWORK_REQUIREMENTS); i++)
    print_requirement (qms_node_get_node_at (framework, QMS_FRAMEWORK_REQUIREMENTS, i));
}

static CliExit
show (Cli *cli, const char *format)
{
  g_autoptr (QmsDocument) framework = NULL;
  QmsError *error = NULL;
  if (cli->n_arguments != 2)
    return cli_missing (cli, "show ID");
  if (qms_framework_load (cli->arguments[1], &framework, &error) != QMS_OK)
    return cli_error (error);
  if (strcmp (format, "text"))
    return cli_save (framework, NULL, cli_document_format (format));
  print_framework (qms_document_root (framework));
  return CLI_OK;
}

static CliExit
check (Cli *cli, const char *format)
{
  QmsReport *report = NULL;
  QmsError *error = NULL;
  char *text = NULL;
  size_t size = 0;

  if (cli->n_arguments != 2)
    return cli_missing (cli, "check FILE");
  if (strcmp (format, "text") && strcmp (format, "json"))
    return cli_usage (cli, _ ("--%s takes %s, not «%s»"), "format", "text|json", format);
  if (qms_framework_check_file (cli->arguments[1], &report, &error) != QMS_OK)
    return cli_error (error);
  CliExit status = qms_report_severity_count (report, QMS_SEVERITY_ERROR) > 0 ? CLI_FINDINGS : CLI_OK;
  const QmsReport *reports[] = { report };
  if (qms_report_write (reports, 1, format, cli_lang (), cli_color (), &text, &size, &error) == QMS_OK)
    status = cli_worse (status, cli_write (NULL, text, size));
  else
    status = cli_error (error);
  qms_free (text);
  qms_report_free (report);
  return status;
}

static CliExit
run (Cli *cli)
{
  const char *format = "text";
  const CliOption options[] = {
    { "format", 'f', CLI_CHOICE, &format, "text|xml|json", N_ ("form of what is printed; xml is for show (text)") },
    { 0 },
  };
  if (!cli_parse (cli, options, 1, 2))
    return cli->exit;
  if (!strcmp (cli->arguments[0], "list"))
    return list (cli, format);
  if (!strcmp (cli->arguments[0], "show"))
    return show (cli, format);
  if (!strcmp (cli->arguments[0], "check"))
    return check (cli, format);
  return cli_usage (cli, _ ("there is no «%s»; known are: list, show, check"), cli->arguments[0]);
}

const CliCommand cli_command_framework = {
  "framework", "list | show ID | check FILE", N_ ("Lists, shows and checks framework models"), run, NULL,
};

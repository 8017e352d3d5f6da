/* SPDX-License-Identifier: Apache-2.0 */
/* qms new: a new system for an agency, made from a framework model. */
#include "cli.h"

#include <stdio.h>
#include <string.h>

static bool
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* Number of an agency type; 0 after a complaint that lists the types. */
static int
parse_agency_type (const Cli *cli, const char *name)
{
  const QmsEnum *types = qms_field_enum (qms_field_by_id (QMS_AGENCY_TYPE));
  int type = qms_enum_value_by_name (types, name);
  if (type)
    return type;
  g_autoptr (GString) known = g_string_new (NULL);
  for (size_t i = 0; i < qms_enum_value_count (types); i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", qms_enum_value_xml (types, qms_enum_value_at (types, i)));
  cli_usage (cli, _ ("there is no agency type «%s»; known are: %s"), name, known->str);
  return 0;
}

static void
print_agency_types (void)
{
  const QmsEnum *types = qms_field_enum (qms_field_by_id (QMS_AGENCY_TYPE));
  printf ("\n%s\n", _ ("Agency types:"));
  for (size_t i = 0; i < qms_enum_value_count (types); i++) {
    int value = qms_enum_value_at (types, i);
    printf ("  %-16s  %s\n", qms_enum_value_xml (types, value), qms_enum_value_label (types, value, cli_lang ()));
  }
}

/* The system is made all the same: types of agencies are not always told apart as the framework does. */
static void
warn_if_for_others (const char *id, int type)
{
  g_autoptr (QmsDocument) framework = NULL;
  size_t count = qms_framework_load (id, &framework, NULL) == QMS_OK
                     ? qms_framework_count_agency_types (qms_document_root (framework))
                     : 0;
  for (size_t i = 0; i < count; i++)
    if (qms_framework_get_agency_types (qms_document_root (framework), i) == type)
      return;
  if (count > 0)
    cli_note (_ ("the framework «%s» is not for agencies of this type"), id);
}

static CliExit
run (Cli *cli)
{
  const char *framework = "bkhcn-101-2019", *type_name = NULL, *name = NULL, *output = NULL;
  const CliOption options[] = {
    { "framework", 0, CLI_FILE, &framework, "ID", N_ ("framework model (bkhcn-101-2019), or a file that holds one") },
    { "agency-type", 0, CLI_VALUE, &type_name, "TYPE", N_ ("type of the agency, such as ubndCapXa") },
    { "name", 0, CLI_VALUE, &name, "NAME", N_ ("name of the agency") },
    cli_option_output (&output),
    { 0 },
  };
  g_autoptr (QmsDocument) system = NULL;
  QmsError *error = NULL;

  if (!cli_parse (cli, options, 0, 0))
    return cli->exit;
  if (!type_name || !name)
    return cli_usage (cli, _ ("something is missing: %s"), type_name ? "--name" : "--agency-type");
  if (is_blank (name))
    return cli_usage (cli, _ ("--%s takes %s, not «%s»"), "name", _ ("the name of an agency"), name);
  int type = parse_agency_type (cli, type_name);
  if (!type)
    return CLI_FAILED;
  if (cli_would_replace (cli, output, &framework, 1))
    return cli->exit;
  if (qms_framework_instantiate (framework, type, name, &system, &error) != QMS_OK)
    return cli_error (error);
  warn_if_for_others (framework, type);
  return cli_save (system, output, QMS_FORMAT_AUTO);
}

const CliCommand cli_command_new = {
  "new",
  "--agency-type=TYPE --name=NAME",
  N_ ("Starts an agency's system from a framework model"),
  run,
  print_agency_types,
};

/* SPDX-License-Identifier: Apache-2.0 */
/* qms rules: the catalogue of rules. */
#include "cli.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
print_text (const QmsRule *rule)
{
  printf ("%s  ", qms_rule_id (rule));
  cli_print_column (cli_severity (qms_rule_severity (rule)), 9);
  printf (" %s\n", qms_rule_title (rule, cli_lang ()));
}

static void
print_markdown (void)
{
  printf ("| %s | %s | %s | %s |\n|---|---|---|---|\n", _ ("Rule"), _ ("Severity"), _ ("Title"), _ ("Source"));
  for (size_t i = 0; i < qms_rule_count (); i++) {
    const QmsRule *rule = qms_rule_at (i);
    const char *cite = qms_rule_cite (rule, 0);
    printf ("| %s | %s | %s | %s |\n", qms_rule_id (rule), cli_severity (qms_rule_severity (rule)),
            qms_rule_title (rule, cli_lang ()), cite ? cite : "");
  }
}

static void
put (json_t *object, const char *member, const char *text)
{
  json_object_set_new (object, member, json_string (text));
}

static void
put_both (json_t *object, const char *member, const char *(*text) (const QmsRule *rule, int32_t lang),
          const QmsRule *rule)
{
  json_t *both = json_object ();
  put (both, "vi", text (rule, QMS_LANG_VI));
  put (both, "en", text (rule, QMS_LANG_EN));
  json_object_set_new (object, member, both);
}

static json_t *
make_rule (const QmsRule *rule)
{
  json_t *object = json_object (), *cites = json_array ();
  put (object, "id", qms_rule_id (rule));
  put (object, "slug", qms_rule_slug (rule));
  put (object, "severity", cli_severity_name (qms_rule_severity (rule)));
  put (object, "category", qms_rule_category (rule));
  put (object, "since", qms_rule_since (rule));
  put_both (object, "title", qms_rule_title, rule);
  put_both (object, "why", qms_rule_why, rule);
  put_both (object, "remedy", qms_rule_remedy, rule);
  for (size_t i = 0; i < qms_rule_cite_count (rule); i++)
    json_array_append_new (cites, json_string (qms_rule_cite (rule, i)));
  json_object_set_new (object, "cites", cites);
  return object;
}

static void
print_json (void)
{
  json_t *all = json_object (), *rules = json_array ();
  for (size_t i = 0; i < qms_rule_count (); i++)
    json_array_append_new (rules, make_rule (qms_rule_at (i)));
  json_object_set_new (all, "version", json_integer (1));
  json_object_set_new (all, "rules", rules);
  json_dumpf (all, stdout, JSON_INDENT (2));
  putchar ('\n');
  json_decref (all);
}

static CliExit
run (Cli *cli)
{
  const char *format = "text";
  const CliOption options[] = {
    { "format", 'f', CLI_CHOICE, &format, "text|json|md", N_ ("form of the list (text)") },
    { 0 },
  };
  if (!cli_parse (cli, options, 0, 0))
    return cli->exit;
  if (!strcmp (format, "json"))
    print_json ();
  else if (!strcmp (format, "md"))
    print_markdown ();
  else
    for (size_t i = 0; i < qms_rule_count (); i++)
      print_text (qms_rule_at (i));
  return CLI_OK;
}

const CliCommand cli_command_rules = { "rules", "", N_ ("Lists the rules of qms validate"), run, NULL };

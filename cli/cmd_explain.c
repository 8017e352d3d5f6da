/* SPDX-License-Identifier: Apache-2.0 */
/* qms explain: what a rule asks for, why, and how to fix what it finds. */
#include "cli.h"

#include <stdio.h>
#include <string.h>

static void
print_part (const char *title, const char *text)
{
  if (text && *text)
    printf ("\n%s\n  %s\n", title, text);
}

static void
explain (const QmsRule *rule)
{
  printf ("%s  %s\n", qms_rule_id (rule), qms_rule_title (rule, cli_lang ()));
  printf ("%s · %s · %s\n", cli_severity (qms_rule_severity (rule)), qms_rule_category (rule), qms_rule_slug (rule));
  print_part (_ ("Why"), qms_rule_why (rule, cli_lang ()));
  print_part (_ ("How to fix it"), qms_rule_remedy (rule, cli_lang ()));
  if (qms_rule_cite_count (rule) > 0)
    printf ("\n%s\n", _ ("Sources"));
  for (size_t i = 0; i < qms_rule_cite_count (rule); i++)
    printf ("  %s\n", qms_rule_cite (rule, i));
}

/* All ids look alike, so only a slip is worth a hint: one character wrong, missing or too many, in any case of letters. */
static bool
differs_little (const char *name, const char *id)
{
  size_t length = strlen (name), same = 0;
  while (same < length && g_ascii_toupper (name[same]) == id[same])
    same++;
  size_t end = 0, shorter = MIN (length, strlen (id));
  while (end < shorter - MIN (same, shorter)
         && g_ascii_toupper (name[length - 1 - end]) == id[strlen (id) - 1 - end])
    end++;
  return same + end + 1 >= MAX (length, strlen (id));
}

static CliExit
refuse (const char *name)
{
  size_t count = qms_rule_count ();
  g_autofree const char **ids = g_new (const char *, count);
  for (size_t i = 0; i < count; i++)
    ids[i] = qms_rule_id (qms_rule_at (i));
  const char *nearest = qms_nearest_name (name, ids, count);
  if (nearest && differs_little (name, nearest))
    return cli_complain (NULL, _ ("there is no rule «%s»; did you mean «%s»?"), name, nearest);
  return cli_complain (NULL, _ ("there is no rule «%s»; “qms rules” lists them"), name);
}

static CliExit
explain_name (const char *name)
{
  g_autofree char *id = g_ascii_strup (name, -1);
  const QmsRule *rule = qms_rule_find (id);
  if (!rule)
    rule = qms_rule_find (name);
  if (!rule)
    return refuse (name);
  explain (rule);
  return CLI_OK;
}

static CliExit
run (Cli *cli)
{
  const CliOption options[] = { { 0 } };
  CliExit status = CLI_OK;
  if (!cli_parse (cli, options, 1, -1))
    return cli->exit;
  for (int i = 0; i < cli->n_arguments; i++) {
    if (i > 0)
      putchar ('\n');
    status = cli_worse (status, explain_name (cli->arguments[i]));
  }
  return status;
}

const CliCommand cli_command_explain = {
  "explain", "RULE…", N_ ("Explains a rule or the message of an error"), run, NULL,
};

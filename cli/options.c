/* SPDX-License-Identifier: Apache-2.0 */
/* Options: a table per command drives parsing, checking and help. */
#include "cli.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_OPTIONS = 32, FIRST_LONG = 256 /* above every letter */, HELP_COLUMN = 28 };

typedef struct {
  CliOption options[MAX_OPTIONS];
  size_t count;
} Table;

static void
add_options (Table *table, const CliOption *options)
{
  for (; options->name && table->count < MAX_OPTIONS; options++)
    table->options[table->count++] = *options;
}

static bool
takes_value (const CliOption *option)
{
  return option->kind != CLI_FLAG;
}

/* Index in "a|b|c"; -1 if it is not there. */
int
cli_choice (const char *choices, const char *name)
{
  g_auto (GStrv) names = g_strsplit (choices, "|", -1);
  for (int i = 0; name && names[i]; i++)
    if (!strcmp (names[i], name))
      return i;
  return -1;
}

/* "-o, --output=FILE" */
static char *
option_label (const CliOption *option)
{
  g_autofree char *letter = option->letter ? g_strdup_printf ("-%c, ", option->letter) : g_strdup ("    ");
  g_autofree char *argument = takes_value (option) ? cli_placeholders (option->argument) : g_strdup ("");
  return g_strconcat (letter, "--", option->name, takes_value (option) ? "=" : "", argument, NULL);
}

static void
print_option (const CliOption *option)
{
  g_autofree char *label = option_label (option);
  bool fits = g_utf8_strlen (label, -1) < HELP_COLUMN;
  printf ("  ");
  cli_print_column (label, HELP_COLUMN);
  printf ("%s%*s%s\n", fits ? "" : "\n", fits ? 0 : HELP_COLUMN + 2, "", _ (option->help));
}

static void
print_help (const Cli *cli, const Table *table)
{
  const char *name = cli->command->name;
  g_autofree char *arguments = cli_placeholders (cli->command->arguments);
  printf ("%s qms%s%s%s%s%s\n\n%s.\n\n%s\n", _ ("Usage:"), *name ? " " : "", name, _ (" [OPTION]…"),
          *arguments ? " " : "", arguments, _ (cli->command->summary), _ ("Options:"));
  for (size_t i = 0; i < table->count; i++)
    print_option (&table->options[i]);
  if (cli->command->more)
    cli->command->more ();
}

static const CliOption *
option_of (const Table *table, int code)
{
  if (code >= FIRST_LONG)
    return &table->options[code - FIRST_LONG];
  for (size_t i = 0; i < table->count; i++)
    if (table->options[i].letter == code)
      return &table->options[i];
  return NULL;
}

static CliExit
store (const Cli *cli, const CliOption *option, const char *value)
{
  if (option->kind == CLI_FLAG) {
    *(bool *)option->value = true;
    return CLI_OK;
  }
  if (option->kind == CLI_CHOICE && cli_choice (option->argument, value) < 0)
    return cli_usage (cli, _ ("--%s takes %s, not «%s»"), option->name, option->argument, value);
  if (option->kind == CLI_VALUE && !g_utf8_validate (value, -1, NULL))
    return cli_usage (cli, _ ("the value of --%s is not in UTF-8"), option->name);
  *(const char **)option->value = value;
  return CLI_OK;
}

static CliExit
refuse_unknown (const Cli *cli, const Table *table, const char *given)
{
  const char *names[MAX_OPTIONS];
  for (size_t i = 0; i < table->count; i++)
    names[i] = table->options[i].name;
  g_autofree char *name = g_strndup (given + 2, strcspn (given + 2, "="));
  const char *nearest = qms_nearest_name (name, names, table->count);
  if (nearest)
    return cli_usage (cli, _ ("unknown option «--%s»; did you mean «--%s»?"), name, nearest);
  return cli_usage (cli, _ ("unknown option «--%s»"), name);
}

/* What getopt_long did not like: `code` is its answer, `given` the argument in question. */
static CliExit
refuse (const Cli *cli, const Table *table, int code, const char *given)
{
  const CliOption *option = optopt ? option_of (table, optopt) : NULL;
  if (option && code == ':')
    return cli_usage (cli, _ ("option --%s needs a value"), option->name);
  if (option)
    return cli_usage (cli, _ ("option --%s takes no value"), option->name);
  if (optopt)
    return cli_usage (cli, _ ("unknown option «-%c»"), optopt);
  return refuse_unknown (cli, table, given);
}

/* getopt_long takes any beginning of a name; ours are whole, so that new options change no old command line. */
static CliExit
take_option (const Cli *cli, const Table *table, int code)
{
  const CliOption *option = option_of (table, code);
  bool apart = optarg && optarg == cli->arguments[optind - 1];
  const char *given = cli->arguments[optind - 1 - apart];
  if (code < FIRST_LONG || strcspn (given + 2, "=") == strlen (option->name))
    return store (cli, option, optarg);
  g_autofree char *name = g_strndup (given + 2, strcspn (given + 2, "="));
  return cli_usage (cli, _ ("unknown option «--%s»; did you mean «--%s»?"), name, option->name);
}

static void
describe (const Table *table, struct option *longs, GString *shorts)
{
  for (size_t i = 0; i < table->count; i++) {
    const CliOption *option = &table->options[i];
    int has = takes_value (option) ? required_argument : no_argument;
    longs[i] = (struct option){ option->name, has, NULL, FIRST_LONG + (int)i };
    if (option->letter)
      g_string_append_printf (shorts, "%c%s", option->letter, takes_value (option) ? ":" : "");
  }
}

static CliExit
take_options (Cli *cli, const Table *table)
{
  struct option longs[MAX_OPTIONS + 1] = { 0 };
  /* Options of `qms` itself end where the command's name stands. */
  g_autoptr (GString) shorts = g_string_new (*cli->command->name ? ":" : "+:");
  int code;

  describe (table, longs, shorts);
  opterr = 0;
  optind = 0;
  while ((code = getopt_long (cli->n_arguments, cli->arguments, shorts->str, longs, NULL)) != -1) {
    CliExit status = code == '?' || code == ':' ? refuse (cli, table, code, cli->arguments[optind - 1])
                                                : take_option (cli, table, code);
    if (status != CLI_OK)
      return status;
  }
  cli->n_arguments -= optind;
  cli->arguments += optind;
  return CLI_OK;
}

static CliExit
check_count (const Cli *cli, int min, int max)
{
  if (cli->n_arguments < min)
    return cli_missing (cli, cli->command->arguments);
  if (max >= 0 && cli->n_arguments > max)
    return cli_usage (cli, _ ("too many arguments: «%s»"), cli->arguments[max]);
  return CLI_OK;
}

bool
cli_parse (Cli *cli, const CliOption *options, int min, int max)
{
  bool help = false;
  const char *lang = NULL; /* cli_find_lang has taken it already */
  const CliOption common[] = {
    { "lang", 0, CLI_CHOICE, &lang, "vi|en", N_ ("language of messages") },
    { "help", 'h', CLI_FLAG, &help, NULL, N_ ("show this help") },
    { 0 },
  };
  Table table = { .count = 0 };

  add_options (&table, options);
  add_options (&table, common);
  cli->exit = take_options (cli, &table);
  if (cli->exit == CLI_OK && help) {
    print_help (cli, &table);
    return false;
  }
  if (cli->exit == CLI_OK)
    cli->exit = check_count (cli, min, max);
  return cli->exit == CLI_OK;
}

CliOption
cli_option_output (const char **value)
{
  return (CliOption){ "output", 'o', CLI_FILE, value, "FILE", N_ ("where to write (standard output)") };
}

CliOption
cli_option_lenient (bool *value)
{
  return (CliOption){ "lenient", 0, CLI_FLAG, value, NULL, N_ ("keep and report what the model does not know") };
}

void
cli_find_lang (int argc, char **argv)
{
  const char *name = NULL;
  for (int i = 1; i < argc && strcmp (argv[i], "--"); i++) {
    if (g_str_has_prefix (argv[i], "--lang="))
      name = argv[i] + strlen ("--lang=");
    else if (!strcmp (argv[i], "--lang") && i + 1 < argc)
      name = argv[i + 1];
  }
  cli_set_lang (name);
}

bool
cli_parse_date (const char *text, int *year, int *month, int *day)
{
  if (strlen (text) != strlen ("YYYY-MM-DD") || text[4] != '-' || text[7] != '-' || strspn (text, "0123456789") != 4
      || strspn (text + 5, "0123456789") != 2 || strspn (text + 8, "0123456789") != 2)
    return false;
  *year = atoi (text);
  *month = atoi (text + 5);
  *day = atoi (text + 8);
  return *year > 0 && *month > 0 && *day > 0 && g_date_valid_dmy ((GDateDay)*day, (GDateMonth)*month, (GDateYear)*year);
}

CliExit
cli_refuse_date (const Cli *cli, const char *option, const char *text)
{
  return cli_usage (cli, _ ("--%s takes %s, not «%s»"), option, _ ("a day of the calendar as YYYY-MM-DD"), text);
}

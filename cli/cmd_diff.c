/* SPDX-License-Identifier: Apache-2.0 */
/* qms diff: what differs between two files, item by item. */
#include "cli.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static const struct {
  char mark; /* of the text form */
  const char *name;
} kinds[] = {
  [QMS_DIFF_ADDED] = { '+', "added" },
  [QMS_DIFF_REMOVED] = { '-', "removed" },
  [QMS_DIFF_CHANGED] = { '~', "changed" },
  [QMS_DIFF_MOVED] = { '>', "moved" },
};

/* Short enough to stand behind the path. */
static bool
is_short (const char *value)
{
  enum { LONGEST = 60 };
  return !value || (g_utf8_strlen (value, -1) <= LONGEST && !strchr (value, '\n'));
}

static void
print_lines (char mark, const char *value)
{
  g_auto (GStrv) lines = value ? g_strsplit (value, "\n", -1) : NULL;
  for (char **line = lines; line && *line; line++)
    printf ("    %c %s\n", mark, *line);
}

static void
print_difference (int kind, const char *path, const char *before, const char *after)
{
  printf ("%c %s", kinds[kind].mark, path);
  if (!is_short (before) || !is_short (after)) {
    putchar ('\n');
    print_lines ('-', before);
    print_lines ('+', after);
    return;
  }
  if (before)
    printf (": «%s»", before);
  if (after)
    printf ("%s «%s»", before ? " →" : ":", after);
  putchar ('\n');
}

static void
print_text (const QmsDiff *diff)
{
  for (size_t i = 0; i < qms_diff_count (diff); i++)
    print_difference (qms_diff_kind (diff, i), qms_diff_path (diff, i), qms_diff_before (diff, i),
                      qms_diff_after (diff, i));
}

static void
print_json (const QmsDiff *diff, char **files)
{
  json_t *differences = json_array ();
  for (size_t i = 0; i < qms_diff_count (diff); i++)
    json_array_append_new (differences,
                           json_pack ("{s:s, s:s, s:s*, s:s*}", "kind", kinds[qms_diff_kind (diff, i)].name, "path",
                                      qms_diff_path (diff, i), "before", qms_diff_before (diff, i), "after",
                                      qms_diff_after (diff, i)));
  g_autofree char *before = g_utf8_make_valid (files[0], -1), *after = g_utf8_make_valid (files[1], -1);
  json_t *all =
      json_pack ("{s:i, s:s, s:s, s:o}", "version", 1, "before", before, "after", after, "differences", differences);
  json_dumpf (all, stdout, JSON_INDENT (2));
  putchar ('\n');
  json_decref (all);
}

static CliExit
run (Cli *cli)
{
  const char *format = "text";
  bool lenient = false;
  const CliOption options[] = {
    { "format", 'f', CLI_CHOICE, &format, "text|json", N_ ("form of the differences (text)") },
    cli_option_lenient (&lenient),
    { 0 },
  };
  g_autoptr (QmsDiff) diff = NULL;
  QmsError *error = NULL;

  if (!cli_parse (cli, options, 2, 2))
    return cli->exit;
  g_autoptr (QmsDocument) before = cli_load (cli, cli->arguments[0], QMS_FORMAT_AUTO, lenient);
  g_autoptr (QmsDocument) after = before ? cli_load (cli, cli->arguments[1], QMS_FORMAT_AUTO, lenient) : NULL;
  if (!after)
    return cli->exit;
  if (qms_document_diff (before, after, &diff, &error) != QMS_OK)
    return cli_error (error);
  if (!strcmp (format, "json"))
    print_json (diff, cli->arguments);
  else
    print_text (diff);
  return qms_diff_count (diff) > 0 ? CLI_FINDINGS : CLI_OK;
}

const CliCommand cli_command_diff = { "diff", "BEFORE AFTER", N_ ("Compares two files item by item"), run, NULL };

/* SPDX-License-Identifier: Apache-2.0 */
/* What goes to standard error: wrong usage, failures, errors of the library; and which exit code follows. */
#include "cli.h"

#include <stdio.h>
#include <string.h>

/* Names and values quoted from files may hold control characters; a terminal must not obey them. */
static void
print_text (const char *text)
{
  char *line = qms_display_text (text);
  fputs (line, stderr);
  qms_free (line);
}

static void
print_format (const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  print_text (text);
  fputc ('\n', stderr);
}

CliExit
cli_usage (const Cli *cli, const char *format, ...)
{
  const char *space = *cli->command->name ? " " : "";
  va_list arguments;
  va_start (arguments, format);
  fprintf (stderr, "qms%s%s: ", space, cli->command->name);
  print_format (format, arguments);
  fprintf (stderr, _ ("See “qms%s%s --help”.\n"), space, cli->command->name);
  va_end (arguments);
  return CLI_FAILED;
}

CliExit
cli_missing (const Cli *cli, const char *arguments)
{
  g_autofree char *text = cli_placeholders (arguments);
  return cli_usage (cli, _ ("something is missing: %s"), text);
}

CliExit
cli_complain (const char *file, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  print_text (file ? file : "qms");
  fprintf (stderr, ": %s", file ? _ ("error: ") : "");
  print_format (format, arguments);
  va_end (arguments);
  return CLI_FAILED;
}

void
cli_note (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  fputs ("qms: ", stderr);
  print_format (format, arguments);
  va_end (arguments);
}

/* As compilers do, so that editors find the place. */
static void
print_place (const QmsError *error)
{
  const char *file = qms_error_file (error);
  print_text (file ? file : "qms");
  fputc (':', stderr);
  if (qms_error_line (error) > 0)
    fprintf (stderr, "%u:", qms_error_line (error));
  if (qms_error_line (error) > 0 && qms_error_column (error) > 0)
    fprintf (stderr, "%u:", qms_error_column (error));
  fprintf (stderr, " %s", file ? _ ("error: ") : "");
}

static void
print_detail (const char *label, const char *text)
{
  if (!text || !*text)
    return;
  fprintf (stderr, "    %s ", label);
  print_text (text);
  fputc ('\n', stderr);
}

static void
print_error (const QmsError *error)
{
  print_place (error);
  print_text (qms_error_message (error, cli_lang ()));
  fprintf (stderr, " [%s]\n", qms_error_id (error));
  print_detail (_ ("at:"), qms_error_path (error));
  print_detail (_ ("how to fix:"), qms_error_remedy (error, cli_lang ()));
}

void
cli_print_errors (const QmsError *error)
{
  for (; error; error = qms_error_next (error))
    print_error (error);
}

CliExit
cli_error (QmsError *error)
{
  CliExit status = cli_exit_of (qms_error_status (error));
  cli_print_errors (error);
  qms_error_free (error);
  return status;
}

CliExit
cli_exit_of (QmsStatus status)
{
  if (status == QMS_OK)
    return CLI_OK;
  return status == QMS_ERROR_INTERNAL ? CLI_INTERNAL : CLI_FAILED;
}

CliExit
cli_worse (CliExit a, CliExit b)
{
  return MAX (a, b);
}

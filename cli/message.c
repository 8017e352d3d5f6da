/* SPDX-License-Identifier: Apache-2.0 */
/* What goes to standard error: wrong usage, failures, errors of the library; and which exit code follows. */
#include "cli.h"

#include <stdio.h>
#include <string.h>

CliExit
cli_usage (const Cli *cli, const char *format, ...)
{
  const char *space = *cli->command->name ? " " : "";
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "qms%s%s: %s\n", space, cli->command->name, text);
  fprintf (stderr, _ ("See “qms%s%s --help”.\n"), space, cli->command->name);
  return CLI_FAILED;
}

CliExit
cli_complain (const char *file, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "%s: %s%s\n", file ? file : "qms", file ? _ ("error: ") : "", text);
  return CLI_FAILED;
}

void
cli_note (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "qms: %s\n", text);
}

/* As compilers do, so that editors find the place. */
static void
print_place (const QmsError *error)
{
  const char *file = qms_error_file (error);
  fprintf (stderr, "%s:", file ? file : "qms");
  if (qms_error_line (error) > 0)
    fprintf (stderr, "%u:", qms_error_line (error));
  if (qms_error_line (error) > 0 && qms_error_column (error) > 0)
    fprintf (stderr, "%u:", qms_error_column (error));
  fprintf (stderr, " %s", file ? _ ("error: ") : "");
}

/* Values quoted from a file may hold control characters; a terminal must not obey them. */
static void
print_line (const char *text)
{
  g_autofree char *line = g_strdup (text);
  fputs (g_strdelimit (line, "\a\b\t\n\v\f\r\033", ' '), stderr);
}

static void
print_detail (const char *label, const char *text)
{
  if (!text || !*text)
    return;
  fprintf (stderr, "    %s ", label);
  print_line (text);
  fputc ('\n', stderr);
}

static void
print_error (const QmsError *error)
{
  print_place (error);
  print_line (qms_error_message (error, cli_lang ()));
  fprintf (stderr, " [%s]", qms_error_id (error));
  fputc ('\n', stderr);
  print_detail (_ ("at:"), qms_error_path (error));
  print_detail (_ ("to mend:"), qms_error_remedy (error, cli_lang ()));
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

/* Edit distance of two short names. */
static size_t
distance (const char *a, const char *b)
{
  size_t length = strlen (b);
  g_autofree size_t *row = g_new (size_t, length + 1);
  for (size_t j = 0; j <= length; j++)
    row[j] = j;
  for (size_t i = 1; a[i - 1]; i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= length; j++) {
      size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = MIN (replaced, MIN (row[j], row[j - 1]) + 1);
    }
  }
  return row[length];
}

const char *
cli_nearest (const char *name, const char *const *names, size_t count)
{
  enum { LONGEST = 64 };
  const char *nearest = NULL;
  size_t least = strlen (name) / 3 + 1;
  if (strlen (name) > LONGEST)
    return NULL;
  for (size_t i = 0; i < count; i++) {
    size_t far = distance (name, names[i]);
    if (far <= least && (!nearest || far < least)) {
      nearest = names[i];
      least = far;
    }
  }
  return nearest;
}

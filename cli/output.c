/* SPDX-License-Identifier: Apache-2.0 */
/* Writing: a file is replaced as a whole or left as it was. */
#include "cli.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* By what the names lead to: links and different spellings of a path are the same file. */
static bool
is_same_file (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && S_ISREG (first.st_mode) && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

bool
cli_would_replace (Cli *cli, const char *output, const char *const *inputs, size_t count)
{
  for (size_t i = 0; output && strcmp (output, "-") && i < count; i++)
    if (inputs[i] && is_same_file (output, inputs[i])) {
      cli->exit = cli_complain (output, _ ("this file is an input and would be replaced; choose another output"));
      return true;
    }
  return false;
}

CliExit
cli_write (const char *file, const char *text, size_t size)
{
  QmsError *error = NULL;
  qms_save_text (file ? file : "-", text, size, &error);
  return error ? cli_error (error) : CLI_OK;
}

int
cli_document_format (const char *name)
{
  return name ? 1 + cli_choice ("xml|json", name) : QMS_FORMAT_AUTO;
}

CliExit
cli_save (QmsDocument *document, const char *file, int format)
{
  QmsError *error = NULL;
  qms_document_save (document, file ? file : "-", format, &error);
  return error ? cli_error (error) : CLI_OK;
}

void
cli_print_column (const char *text, int width)
{
  int length = (int)g_utf8_strlen (text, -1);
  printf ("%s%*s", text, MAX (width - length, 0), "");
}

bool
cli_color (void)
{
  return isatty (STDOUT_FILENO) && !g_getenv ("NO_COLOR");
}

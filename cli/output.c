/* SPDX-License-Identifier: Apache-2.0 */
/* Writing: a file is replaced as a whole or left as it was. */
#include "cli.h"

#include <stdio.h>
#include <unistd.h>

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

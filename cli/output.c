/* SPDX-License-Identifier: Apache-2.0 */
/* Writing: a file is replaced as a whole or left as it was. */
#include "cli.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A device or pipe cannot be replaced: write into it. */
static CliExit
write_stream (FILE *stream, const char *name, const char *text, size_t size)
{
  bool good = fwrite (text, 1, size, stream) == size && fflush (stream) == 0;
  return good ? CLI_OK : cli_complain (name, _ ("cannot write: %s"), g_strerror (errno));
}

static CliExit
write_special (const char *file, const char *text, size_t size)
{
  FILE *stream = g_fopen (file, "wb");
  if (!stream)
    return cli_complain (file, _ ("cannot write: %s"), g_strerror (errno));
  CliExit status = write_stream (stream, file, text, size);
  fclose (stream);
  return status;
}

static CliExit
replace (const char *file, const char *text, size_t size, int mode)
{
  g_autoptr (GError) error = NULL;
  GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  if (!g_file_set_contents_full (file, text, (gssize)size, flags, mode, &error))
    return cli_complain (file, _ ("cannot write: %s; the old file is untouched"), error->message);
  return CLI_OK;
}

CliExit
cli_write (const char *file, const char *text, size_t size)
{
  GStatBuf old;
  if (!file || !strcmp (file, "-"))
    return write_stream (stdout, _ ("standard output"), text, size);
  if (g_stat (file, &old) != 0)
    return replace (file, text, size, 0666);
  if (!S_ISREG (old.st_mode))
    return write_special (file, text, size);

  /* Behind a symbolic link the file is replaced, not the link. */
  char *real = realpath (file, NULL);
  CliExit status = replace (real ? real : file, text, size, 0600);
  if (status == CLI_OK)
    g_chmod (real ? real : file, old.st_mode & 07777);
  free (real);
  return status;
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

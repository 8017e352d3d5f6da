/* SPDX-License-Identifier: Apache-2.0 */
/* qms import portal: records of the national portal, all of them or none. */
#include "import.h"

#include <string.h>

static bool
looks_like_xml (const char *bytes)
{
  const char *mark = "\xEF\xBB\xBF";
  const char *text = g_str_has_prefix (bytes, mark) ? bytes + strlen (mark) : bytes;
  return text[strspn (text, " \t\r\n")] == '<';
}

static CliExit
import_file (QmsDocument *system, const char *file, size_t *total)
{
  size_t size = 0, count = 0;
  QmsError *error = NULL;
  g_autofree char *bytes = cli_read (file, &size, &error);
  if (!bytes)
    return cli_error (error);
  if (looks_like_xml (bytes))
    return cli_complain (file, _ ("this is XML; records of the portal are JSON"));
  if (qms_portal_import (system, bytes, size, file, &count, &error) != QMS_OK)
    return cli_error (error);
  *total += count;
  return CLI_OK;
}

/* Goes through all files, so that every bad one is named at once. */
static CliExit
import_all (const CliImport *import)
{
  CliExit status = CLI_OK;
  size_t total = 0;
  for (int i = 0; i < import->n_files; i++)
    status = cli_worse (status, import_file (import->system, import->files[i], &total));
  if (status == CLI_OK)
    cli_note (_ ("took over %zu administrative %s from %d %s"), total, total == 1 ? _ ("procedure") : _ ("procedures"),
              import->n_files, import->n_files == 1 ? _ ("file") : _ ("files"));
  else
    cli_note (_ ("nothing was written"));
  return status;
}

/* What was not taken over as it stands in the records. */
static void
print_notes (const QmsDocument *system)
{
  QmsError *notes = NULL;
  qms_portal_notes (system, &notes);
  for (const QmsError *note = notes; note; note = qms_error_next (note))
    cli_note ("%s (%s)", qms_error_message (note, cli_lang ()), qms_error_path (note));
  qms_error_free (notes);
}

CliExit
cli_import_portal (const CliImport *import)
{
  CliExit status = import_all (import);
  if (status == CLI_OK)
    print_notes (import->system);
  return status == CLI_OK ? cli_save (import->system, import->output, QMS_FORMAT_AUTO) : status;
}

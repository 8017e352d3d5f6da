/* SPDX-License-Identifier: Apache-2.0 */
/* Exports random procedures as BPMN, for the judges of run.sh: write_random FIRST COUNT PROFILE DIRECTORY. */
#include "random_workflow.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
export_one (guint32 seed, int profile, const char *directory)
{
  QmsDocument *system = random_workflow (seed);
  QmsNode *procedure = qms_document_find (system, RANDOM_WORKFLOW_PROCEDURE);
  g_autofree char *name = g_strdup_printf ("random-%05u.bpmn", seed);
  g_autofree char *path = g_build_filename (directory, name, NULL);
  QmsError *error = NULL;
  char *xml = NULL;
  size_t size;

  if (qms_bpmn_export (procedure, profile, &xml, &size, &error) == QMS_OK)
    g_file_set_contents (path, xml, (gssize)size, NULL);
  else
    fprintf (stderr, "seed %u: %s\n", seed, qms_error_message (error, QMS_LANG_EN));
  qms_free (xml);
  qms_document_unref (system);
  return error ? 1 : 0;
}

int
main (int argc, char **argv)
{
  static const char *const profiles[] = { "generic", "camunda7", "flowable" };
  int profile = 0, failed = 0;

  if (argc != 5) {
    fputs ("usage: write_random FIRST COUNT PROFILE DIRECTORY\n", stderr);
    return 2;
  }
  while (profile < QMS_BPMN_FLOWABLE && strcmp (argv[3], profiles[profile]) != 0)
    profile++;
  for (guint32 i = 0; i < strtoul (argv[2], NULL, 10); i++)
    failed |= export_one ((guint32)strtoul (argv[1], NULL, 10) + i, profile, argv[4]);
  return failed;
}

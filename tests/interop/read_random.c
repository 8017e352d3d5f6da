/* SPDX-License-Identifier: Apache-2.0 */
/* Imports what became of random procedures and compares: read_random FIRST COUNT DIRECTORY. */
#include "random_workflow.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

/* Whether the file of the seed gives back the procedure, with nothing to be said. */
static bool
comes_back (guint32 seed, const char *directory)
{
  QmsDocument *system = random_workflow (seed), *target = qms_document_new (QMS_TYPE_SYSTEM);
  QmsNode *procedure = qms_document_find (system, RANDOM_WORKFLOW_PROCEDURE), *back = NULL;
  g_autofree char *name = g_strdup_printf ("random-%05u.bpmn", seed);
  g_autofree char *path = g_build_filename (directory, name, NULL), *bytes = NULL;
  QmsReport *report = NULL;
  gsize size = 0;
  bool same;

  g_file_get_contents (path, &bytes, &size, NULL);
  qms_bpmn_import (target, bytes, size, path, &back, &report, NULL);
  same = back && qms_node_equal (procedure, back) && qms_report_count (report) == 0;
  if (!same)
    printf ("%s: %s\n", path, report ? qms_report_message (report, 0, QMS_LANG_EN) : "refused");
  qms_report_free (report);
  qms_document_unref (target);
  qms_document_unref (system);
  return same;
}

int
main (int argc, char **argv)
{
  guint32 first = argc == 4 ? (guint32)atoi (argv[1]) : 0, count = argc == 4 ? (guint32)atoi (argv[2]) : 0, changed = 0;

  if (count == 0)
    return 2;
  for (guint32 seed = first; seed < first + count; seed++)
    changed += !comes_back (seed, argv[3]);
  printf ("bpmn-moddle saved, imported: %u files, %u changed\n", count, changed);
  return changed > 0;
}

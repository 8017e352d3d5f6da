/* SPDX-License-Identifier: Apache-2.0 */
/* The clauses of the standard. Nothing about one edition stands here but the names of its file. */
#include "framework/standard.h"

#include "framework/framework.h"

#include <string.h>

#define FOLDER "resource:///qms/standards/"

static QmsDocument *
read_shipped (const char *path)
{
  QmsDocument *document = NULL;

  qms_source_read (path, QMS_TYPE_STANDARD_CLAUSES, &document, NULL);
  return document;
}

const QmsNode *
qms_clauses_of (const QmsNode *system)
{
  static const char *const paths[] = { FOLDER "iso9001-2015.xml", FOLDER "iso9001-2008.xml" };
  static QmsDocument *editions[G_N_ELEMENTS (paths)]; /* read once per process and never edited */
  size_t edition = qms_system_get_standard (system) == QMS_STANDARD_ISO9001_2008;

  if (g_once_init_enter (&editions[edition]))
    g_once_init_leave (&editions[edition], read_shipped (paths[edition]));
  return editions[edition]->root;
}

bool
qms_clause_is_below (const char *clause, const char *number)
{
  size_t length = strlen (number);

  return strncmp (clause, number, length) == 0 && (clause[length] == '\0' || clause[length] == '.');
}

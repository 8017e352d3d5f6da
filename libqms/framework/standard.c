/* SPDX-License-Identifier: Apache-2.0 */
/* The clauses of the standard. Nothing about one edition stands here but the names of its file. */
#include "framework/standard.h"

#include "framework/framework.h"

#include <string.h>

#define FOLDER "resource:///qms/standards/"

QmsStatus
qms_clauses_read (const QmsNode *system, QmsDocument **clauses, QmsError **error)
{
  bool old = qms_system_get_standard (system) == QMS_STANDARD_ISO9001_2008;

  return qms_source_read (old ? FOLDER "iso9001-2008.xml" : FOLDER "iso9001-2015.xml", QMS_TYPE_STANDARD_CLAUSES,
                          clauses, error);
}

bool
qms_clause_is_below (const char *clause, const char *number)
{
  size_t length = strlen (number);

  return strncmp (clause, number, length) == 0 && (clause[length] == '\0' || clause[length] == '.');
}

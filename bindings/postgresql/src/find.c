/* SPDX-License-Identifier: Apache-2.0 */
/* What is named and is not there is an error with the name in it. */
#include "find.h"
#include "text.h"

#include <string.h>

QmsNode *
pgqms_find_or_fail (QmsDocument *document, const char *name)
{
  QmsNode *node =
      *name == '/' ? qms_node_at (qms_document_root (document), name, NULL) : qms_document_find (document, name);

  if (!node)
    ereport (ERROR, (errcode (ERRCODE_UNDEFINED_OBJECT), errmsg ("the document has no \"%s\"", pgqms_string (name))));
  return node;
}

int32_t
pgqms_value_or_fail (const char *enumeration, const char *name)
{
  int32_t value = qms_enum_value_by_name (qms_enum_by_name (enumeration), name);

  if (!value)
    ereport (ERROR, (errcode (ERRCODE_INVALID_PARAMETER_VALUE),
                     errmsg ("%s has no value \"%s\"", enumeration, pgqms_string (name)),
                     errhint ("SELECT value FROM qms_enum_values() WHERE enumeration = '%s'", enumeration)));
  return value;
}

const char *
pgqms_framework_or_fail (const char *id)
{
  for (size_t i = 0; id && i < qms_framework_count (); i++)
    if (strcmp (qms_framework_id (i), id) == 0)
      return id;
  if (id)
    ereport (ERROR, (errcode (ERRCODE_UNDEFINED_OBJECT), errmsg ("there is no framework \"%s\"", pgqms_string (id)),
                     errhint ("SELECT id FROM qms_frameworks()")));
  return NULL;
}

char *
pgqms_duration (int64_t mantissa, int32_t scale, int32_t unit)
{
  const char *word = qms_enum_value_xml (qms_enum_by_name ("duration_unit"), unit);
  char *digits = psprintf ("%0*lld", scale + 1, (long long)mantissa);
  int whole = (int)strlen (digits) - scale;

  return psprintf ("%.*s%s%s %s", whole, digits, scale > 0 ? "." : "", digits + whole, word);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* The XML Schema and JSON Schema, from the library's resources. */
#include "core/resource.h"

#include <qms/schema.h>

#include <string.h>

const char *
qms_schema_text (const char *format)
{
  if (format && strcmp (format, "xsd") == 0)
    return qms_resource_text ("schema/libqms-1.xsd", NULL);
  if (format && strcmp (format, "json") == 0)
    return qms_resource_text ("schema/libqms-1.schema.json", NULL);
  return NULL;
}

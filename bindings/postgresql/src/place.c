/* SPDX-License-Identifier: Apache-2.0 */
/* A place need not have a value: the node above it is what has to be there. */
#include "place.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

static const QmsField *
field_of (const QmsNode *node, const char *name)
{
  const QmsType *type = qms_node_type (node);
  const QmsField *field = qms_type_field_by_name (type, name);

  if (!field)
    ereport (ERROR, (errcode (ERRCODE_INVALID_PARAMETER_VALUE),
                     errmsg ("%s has no field \"%s\"", qms_type_name (type), pgqms_string (name))));
  return field;
}

/* Index of an item chosen by position or, if it is a node, by identifier. */
static bool
choose (QmsNode *root, const char *path, const char *selector, Place *place)
{
  const QmsNode *item = qms_node_at (root, path, NULL);
  char *end;
  unsigned long position = strtoul (selector, &end, 10);

  place->index = item ? qms_node_index (item) : position - 1;
  return item || (position > 0 && strcmp (end, "]") == 0);
}

bool
pgqms_place (QmsNode *root, const char *path, Place *place)
{
  char *parent = pstrdup (path), *slash = strrchr (parent, '/');
  char *name = slash ? slash + 1 : parent, *selector = strchr (name, '[');

  if (slash == parent)
    return false;
  if (slash)
    *slash = '\0';
  if (selector)
    *selector++ = '\0';
  place->node = slash ? qms_node_at (root, parent, NULL) : root;
  if (!place->node)
    return false;
  place->field = field_of (place->node, name);
  place->index = QMS_APPEND;
  return !selector || choose (root, path, selector, place);
}

void
pgqms_place_or_fail (QmsNode *root, const char *path, Place *place)
{
  if (!pgqms_place (root, path, place))
    ereport (ERROR, (errcode (ERRCODE_UNDEFINED_OBJECT), errmsg ("the document has no place %s", pgqms_string (path))));
}

/* SPDX-License-Identifier: Apache-2.0 */
/* What every change of a node checks first: that there is such a field, that an identifier is free. */
#include "core/edit.h"

#include "core/document.h"
#include "core/error.h"
#include "core/title.h"

#include "gen/ids.h"

QmsStatus
qms_fail_index (size_t index, size_t count, QmsError **error)
{
  g_autofree char *at = g_strdup_printf ("%" G_GSIZE_FORMAT, index),
                  *size = g_strdup_printf ("%" G_GSIZE_FORMAT, count);

  return qms_fail (error, QMS_MSG_INDEX, NULL, "index", at, "count", size, NULL);
}

QmsStatus
qms_fail_kind (const QmsField *field, QmsError **error)
{
  return qms_fail (error, QMS_MSG_WRONG_KIND, NULL, "field", field->name, NULL);
}

/* Field of the node; NULL and an error if the node is NULL or has none. */
const QmsField *
qms_editable_field (const QmsNode *node, uint32_t id, QmsError **error)
{
  const QmsField *field = node ? qms_type_field (node->type, id) : NULL;

  if (!node)
    qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "node == NULL", NULL);
  else if (!field)
    qms_fail (error, QMS_MSG_WRONG_FIELD, NULL, "type", node->type->name, NULL);
  return field;
}

QmsStatus
qms_fail_id (const QmsNode *holder, QmsError **error)
{
  g_autofree char *vi = qms_node_whereabouts (holder, QMS_LANG_VI), *en = qms_node_whereabouts (holder, QMS_LANG_EN);

  return qms_error_add (error, &qms_gen_rules[QMS_RULE_DUPLICATE_ID], NULL,
                        QMS_VALUES ({ "id", { qms_node_id (holder) } }, { "where", { vi, en } }));
}

QmsStatus
qms_check_free_id (const QmsNode *node, const QmsNode *scope, const char *id, QmsError **error)
{
  const QmsNode *holder = qms_document_lookup (node->document, scope, id);

  return !holder || holder == node ? QMS_OK : qms_fail_id (holder, error);
}

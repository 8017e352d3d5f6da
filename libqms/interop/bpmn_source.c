/* SPDX-License-Identifier: Apache-2.0 */
/* The whole truth of a procedure for a BPMN file: a small libqms system with the procedure and what it refers to. */
#include "core/document.h"
#include "interop/bpmn_text.h"

#include <qms/model.h>

#include <string.h>

/* Units, positions and roles refer to each other in chains of any length, so they wait in a queue and not on the stack. */
typedef struct {
  GHashTable *wanted;
  GPtrArray *queue;
} Search;

static void
find_target (Search *search, const QmsNode *node, const QmsField *field)
{
  const QmsNode *target = qms_node_resolve (node, qms_field_id (field));

  if (target && target->parent && target->parent->type->id == QMS_TYPE_AGENCY
      && g_hash_table_add (search->wanted, (gpointer)target))
    g_ptr_array_add (search->queue, (gpointer)target);
}

static void
find_targets (Search *search, const QmsNode *node)
{
  for (size_t i = 0; i < node->type->n_fields; i++) {
    const QmsField *field = &node->type->fields[i];
    const QmsSlot *items;
    size_t count = qms_node_items (node, field, &items);
    if (count > 0 && field->kind == QMS_KIND_REF)
      find_target (search, node, field);
    for (size_t j = 0; field->kind == QMS_KIND_NODE && j < count; j++)
      find_targets (search, items[j].node);
  }
}

/* Units, positions and roles that the procedure refers to, and those that these refer to. */
static GHashTable *
find_wanted (const QmsNode *procedure)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  Search search = { g_hash_table_new (NULL, NULL), queue };

  find_targets (&search, procedure);
  for (guint i = 0; i < queue->len; i++)
    find_targets (&search, queue->pdata[i]);
  return search.wanted;
}

static QmsStatus
attach_copy (QmsNode *parent, uint32_t field, const QmsNode *node, QmsError **error)
{
  return qms_node_attach (parent, field, QMS_APPEND, qms_node_copy (node, parent->document), error);
}

static QmsStatus
copy_wanted (const QmsNode *agency, QmsNode *copy, GHashTable *wanted, QmsError **error)
{
  static const uint32_t lists[] = { QMS_AGENCY_UNITS, QMS_AGENCY_POSITIONS, QMS_AGENCY_ROLES };
  QmsStatus status = QMS_OK;

  for (size_t i = 0; i < G_N_ELEMENTS (lists); i++)
    for (size_t j = 0; j < qms_node_count (agency, lists[i]) && status == QMS_OK; j++) {
      const QmsNode *node = qms_node_get_node_at (agency, lists[i], j);
      if (g_hash_table_contains (wanted, node))
        status = attach_copy (copy, lists[i], node, error);
    }
  return status;
}

static QmsStatus
copy_agency (const QmsNode *procedure, QmsNode *system, QmsError **error)
{
  g_autoptr (GHashTable) wanted = find_wanted (procedure);
  const QmsNode *scope = qms_node_scope (procedure);
  const QmsNode *agency = scope->type->id == QMS_TYPE_SYSTEM ? qms_node_get_node (scope, QMS_SYSTEM_AGENCY) : NULL;
  QmsNode *copy = agency ? qms_node_add (system, QMS_SYSTEM_AGENCY, 0, error) : NULL;

  if (!copy)
    return QMS_OK;
  if (qms_agency_has_name (agency) && qms_agency_set_name (copy, qms_agency_get_name (agency), error) != QMS_OK)
    return QMS_ERROR_VALUE;
  return copy_wanted (agency, copy, wanted, error);
}

QmsStatus
bpmn_source_write (const QmsNode *procedure, char **text, QmsError **error)
{
  g_autoptr (QmsDocument) document = qms_document_new (QMS_TYPE_SYSTEM);
  QmsNode *system = qms_document_root (document);
  QmsStatus status = copy_agency (procedure, system, error);
  g_autofree char *xml = NULL;
  const char *body;

  if (status == QMS_OK)
    status = attach_copy (system, QMS_SYSTEM_PROCEDURES, procedure, error);
  if (status == QMS_OK)
    status = qms_document_write (document, QMS_FORMAT_XML, &xml, NULL, error);
  if (status != QMS_OK)
    return status;
  body = strstr (xml, "?>\n");
  *text = g_strdup (body ? body + strlen ("?>\n") : xml);
  return QMS_OK;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* What a migration takes from the target's samples: parts that the new framework has and the system has not. */
#include "core/text.h"
#include "framework/migrate.h"

#include <string.h>

typedef struct {
  QmsMigration *migration;
  QmsDocument *sample; /* a new system of the target for this agency */
} Adding;

/* ---- identifiers */

/* An identifier that nobody in the system has: `id`, or `id` with a number. Free with g_free. */
static char *
free_id (const QmsNode *system, const char *id)
{
  char *made = g_strdup (id);

  for (unsigned n = 2; qms_document_find (system->document, made); n++) {
    g_free (made);
    made = g_strdup_printf ("%s-%u", id, n);
  }
  return made;
}

/* Gives new identifiers to those nodes of a detached tree whose identifiers are taken; remembers them in `ids`. */
static QmsStatus
rename_taken (const QmsNode *system, QmsNode *node, GHashTable *ids, QmsError **error)
{
  const char *id = qms_node_id (node);
  QmsStatus status = QMS_OK;

  if (id && qms_document_find (system->document, id)) {
    char *made = free_id (system, id);
    g_hash_table_insert (ids, g_strdup (id), made);
    status = qms_node_set_string (node, node->type->fields[node->type->id_slot].id, made, error);
  }
  for (unsigned slot = 0; !status && slot < node->type->n_fields; slot++) {
    const QmsField *field = &node->type->fields[slot];
    const QmsSlot *items;
    size_t count = field->kind == QMS_KIND_NODE ? qms_node_items (node, field, &items) : 0;

    for (size_t i = 0; !status && i < count; i++)
      status = rename_taken (system, items[i].node, ids, error);
  }
  return status;
}

static QmsStatus
free_ids (const QmsNode *system, QmsNode *node, QmsError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, g_free);
  QmsStatus status = rename_taken (system, node, ids, error);

  return status ? status : qms_redirect (node, ids, error);
}

/* ---- taking over */

static QmsStatus adopt (Adding *adding, const QmsNode *item, QmsError **error);

/* The node of the system that stands where `node` of the sample stands; made if it is missing. Only the root and what
 * hangs on it directly have counterparts. NULL otherwise. */
static QmsNode *
counterpart (Adding *adding, const QmsNode *node, QmsError **error)
{
  QmsNode *system = adding->migration->system;
  const QmsField *field = qms_node_parent_field (node);
  QmsNode *found;

  if (!node->parent)
    return system;
  if (node->parent->parent || qms_field_list (field))
    return NULL;
  found = qms_node_get_node (system, field->id);
  return found ? found : qms_node_add (system, field->id, 0, error);
}

/* Takes over what a reference points to, if the system does not have it. */
static QmsStatus
adopt_target (Adding *adding, const char *id, QmsError **error)
{
  const QmsNode *wanted = qms_document_find (adding->sample, id);

  if (!wanted || qms_document_find (adding->migration->system->document, id))
    return QMS_OK;
  return adopt (adding, wanted, error);
}

static QmsStatus
adopt_targets (Adding *adding, const QmsNode *node, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (unsigned slot = 0; !status && slot < node->type->n_fields; slot++) {
    const QmsField *field = &node->type->fields[slot];
    const QmsSlot *items;
    size_t count = qms_node_items (node, field, &items);

    for (size_t i = 0; !status && i < count; i++)
      if (field->kind == QMS_KIND_NODE)
        status = adopt_targets (adding, items[i].node, error);
      else if (field->kind == QMS_KIND_REF)
        status = adopt_target (adding, items[i].string, error);
  }
  return status;
}

/* What people call the item: what it says of itself, else what its type is. Free with g_free. */
static char *
name_of (const QmsNode *node)
{
  static const char *const names[] = { "title", "name", "description", "statement" };
  const char *type = node->type->doc[QMS_LANG_VI];

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++) {
    const QmsField *field = qms_type_field_by_name (node->type, names[i]);
    if (field && qms_kind_is_string (field->kind) && qms_node_get_string (node, field->id))
      return g_strdup (qms_node_get_string (node, field->id));
  }
  return g_strndup (type, strcspn (type, ".,:;"));
}

/* Copies an item of the sample, and what it refers to, to the same place of the system. */
static QmsStatus
adopt (Adding *adding, const QmsNode *item, QmsError **error)
{
  QmsMigration *migration = adding->migration;
  const QmsField *field = qms_node_parent_field (item);
  QmsNode *place = field ? counterpart (adding, item->parent, error) : NULL, *copy;
  g_autofree char *name = name_of (item);
  QmsStatus status;

  if (!place)
    return QMS_OK;
  copy = qms_node_copy (item, migration->system->document);
  status = free_ids (migration->system, copy, error);
  if (!status)
    status = qms_node_attach (place, field->id, qms_field_list (field) ? QMS_APPEND : 0, copy, error);
  if (!status)
    qms_migration_note (migration, QMS_MSG_MIGRATION_ADDED, copy, "what", name, "framework",
                        qms_framework_get_code (migration->target->root), NULL);
  return status ? status : adopt_targets (adding, copy, error);
}

/* ---- what is missing */

/* Field that tells the kinds of a list's items; NULL if there is none. */
static const QmsField *
kind_field (const QmsField *list)
{
  const QmsField *kind = qms_type_field_by_name (list->target, "kind");

  return kind && kind->kind == QMS_KIND_ENUM && !qms_field_list (kind) ? kind : NULL;
}

static bool
has_kind (const QmsNode *system, const QmsField *list, const QmsField *kind, int64_t value)
{
  const QmsSlot *items;
  size_t count = qms_node_items (system, list, &items);

  for (size_t i = 0; i < count; i++)
    if (qms_node_get_int (items[i].node, kind->id) == value)
      return true;
  return false;
}

static QmsStatus
add_missing (Adding *adding, const QmsField *field, QmsError **error)
{
  const QmsNode *system = adding->migration->system;
  const QmsField *kind = qms_field_list (field) ? kind_field (field) : NULL;
  bool empty = !qms_node_present (system, field->slot);
  const QmsSlot *items;
  size_t count = qms_node_items (adding->sample->root, field, &items);
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < count; i++) {
    const QmsNode *item = items[i].node;
    if (kind ? !has_kind (system, field, kind, qms_node_get_int (item, kind->id)) : empty)
      status = adopt (adding, item, error);
  }
  return status;
}

/* The samples depend on the type of the agency; nothing can be added for one that does not say what it is. */
QmsStatus
qms_migrate_additions (QmsMigration *migration, QmsError **error)
{
  const QmsNode *agency = qms_system_get_agency (migration->system);
  const char *name = agency ? qms_agency_get_name (agency) : NULL;
  g_autoptr (QmsDocument) sample = NULL;
  Adding adding = { migration, NULL };
  QmsStatus status;

  if (!name || !qms_agency_has_type (agency))
    return QMS_OK;
  status = qms_framework_instantiate (migration->to, qms_agency_get_type (agency), name, &sample, error);
  adding.sample = sample;
  for (size_t i = 0; !status && i < qms_migration_count_additions (migration->plan); i++) {
    const char *element = qms_migration_get_additions (migration->plan, i);
    const QmsField *field = qms_type_field_by_name (migration->system->type, element);

    if (field && field->kind == QMS_KIND_NODE)
      status = add_missing (&adding, field, error);
  }
  return status;
}

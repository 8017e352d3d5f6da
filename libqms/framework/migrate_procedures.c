/* SPDX-License-Identifier: Apache-2.0 */
/* Migration of procedures: several become one, and all that they hold is kept. Lists are appended, texts stand under
 * headings, what a procedure can have only once goes into the notes (migrate_absorb.c). */
#include "core/text.h"
#include "framework/migrate.h"

#include <string.h>

/* ---- finding */

/* Whether the procedure lives: in force or a draft. One that is no longer in force stays beside. */
static bool
is_alive (const QmsNode *procedure)
{
  int32_t status = qms_procedure_get_status (procedure);

  return !qms_procedure_has_status (procedure) || status == QMS_DOCUMENT_STATUS_DRAFT
         || status == QMS_DOCUMENT_STATUS_IN_FORCE;
}

/* The procedures of one kind, in the order of the document. */
static void
collect_kind (const QmsNode *system, int32_t kind, GPtrArray *procedures)
{
  for (size_t i = 0; i < qms_system_count_procedures (system); i++) {
    QmsNode *procedure = qms_system_get_procedures (system, i);
    if (qms_procedure_get_kind (procedure) == kind)
      g_ptr_array_add (procedures, procedure);
  }
}

static GPtrArray *
collect (const QmsNode *system, const QmsNode *mapping)
{
  GPtrArray *procedures = g_ptr_array_new ();

  for (size_t i = 0; i < qms_procedure_mapping_count_from (mapping); i++)
    collect_kind (system, qms_procedure_mapping_get_from (mapping, i), procedures);
  return procedures;
}

/* ---- notes */

static const char *
title_of (const QmsNode *procedure)
{
  const char *title = qms_procedure_get_title (procedure);

  return title ? title : "";
}

static void
add_paragraph (GString *notes, const char *text)
{
  g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "", text);
}

/* ---- texts */

/* Texts of one field under the titles of their procedures; a text that several have is written once. */
static QmsStatus
join_text (const GPtrArray *sources, const QmsField *field, QmsError **error)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (qms_text_hash, g_str_equal);
  const char *first = NULL;

  for (guint i = 0; i < sources->len; i++) {
    const char *text = qms_node_get_string (sources->pdata[i], field->id);
    if (!text || !g_hash_table_add (seen, (gpointer)text))
      continue;
    first = first ? first : text;
    g_string_append_printf (joined, "%s%s:\n%s", joined->len > 0 ? "\n" : "", title_of (sources->pdata[i]), text);
  }
  if (!first)
    return QMS_OK;
  return qms_node_set_string (sources->pdata[0], field->id, g_hash_table_size (seen) > 1 ? joined->str : first, error);
}

static QmsStatus
join_texts (const GPtrArray *sources, QmsError **error)
{
  const QmsType *type = ((const QmsNode *)sources->pdata[0])->type;
  QmsStatus status = QMS_OK;

  for (unsigned slot = 0; !status && slot < type->n_fields; slot++)
    if (type->fields[slot].kind == QMS_KIND_TEXT)
      status = join_text (sources, &type->fields[slot], error);
  return status;
}

/* ---- lists */

/* Lists in which a repeated item says nothing: what is cited, what words mean, which records are kept. */
static bool
is_set (const QmsField *field)
{
  return field->id == QMS_PROCEDURE_REFERENCES || field->id == QMS_PROCEDURE_DEFINITIONS
         || field->id == QMS_PROCEDURE_RECORDS;
}

/* Whether an item has nothing but single values. */
static bool
is_plain (const QmsNode *item)
{
  bool plain = !item->extra;

  for (unsigned slot = 0; plain && slot < item->type->n_fields; slot++) {
    const QmsField *field = &item->type->fields[slot];
    plain = !qms_node_present (item, slot) || (field->kind != QMS_KIND_NODE && !qms_field_list (field));
  }
  return plain;
}

/* All that an item of such a list says; NULL if there is something beside its values. Free with g_free. */
static char *
content_of (const QmsNode *item)
{
  GString *content = is_plain (item) ? g_string_new (NULL) : NULL;

  for (unsigned slot = 0; content && slot < item->type->n_fields; slot++) {
    g_autofree char *text = qms_node_get_text (item, item->type->fields[slot].id, 0);
    g_string_append_printf (content, "%s\n%zu\n", text ? text : "", text ? strlen (text) : 0);
  }
  return content ? g_string_free (content, FALSE) : NULL;
}

/* What the items of a list say; NULL for a list that keeps every item. */
static GHashTable *
contents_of (const QmsNode *node, const QmsField *field)
{
  GHashTable *contents = is_set (field) ? g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL) : NULL;
  const QmsSlot *items;
  size_t count = contents ? qms_node_items (node, field, &items) : 0;

  for (size_t i = 0; i < count; i++) {
    char *content = content_of (items[i].node);
    if (content)
      g_hash_table_add (contents, content);
  }
  return contents;
}

/* Whether an item says what another has said; remembers what it says. */
static bool
is_repeated (GHashTable *contents, const QmsNode *item)
{
  char *content = contents ? content_of (item) : NULL;

  return content && !g_hash_table_add (contents, content);
}

/* The items of all sources go to the first, in order. */
static QmsStatus
move_list (const GPtrArray *sources, const QmsField *field, QmsError **error)
{
  QmsNode *target = sources->pdata[0];
  g_autoptr (GHashTable) contents = contents_of (target, field);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  QmsStatus status = QMS_OK;

  for (guint i = 1; i < sources->len; i++) {
    const QmsSlot *items;
    size_t count = qms_node_items (sources->pdata[i], field, &items);
    for (size_t j = 0; j < count; j++)
      g_ptr_array_add (moved, items[j].node);
  }
  for (guint i = moved->len; !status && i > 0; i--)
    status = qms_node_detach (moved->pdata[i - 1], error);
  for (guint i = 0; !status && i < moved->len; i++)
    if (!is_repeated (contents, moved->pdata[i]))
      status = qms_node_attach (target, field->id, QMS_APPEND, moved->pdata[i], error);
  return status;
}

static QmsStatus
move_lists (const GPtrArray *sources, QmsError **error)
{
  const QmsType *type = ((const QmsNode *)sources->pdata[0])->type;
  QmsStatus status = QMS_OK;

  for (unsigned slot = 0; !status && slot < type->n_fields; slot++)
    if (qms_field_list (&type->fields[slot]) && type->fields[slot].kind == QMS_KIND_NODE)
      status = move_list (sources, &type->fields[slot], error);
  return status;
}

/* "2.3" for the third step of the second procedure, so that numbers stay unlike. */
static QmsStatus
number_steps (QmsNode *procedure, guint part, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < qms_procedure_count_steps (procedure); i++) {
    QmsNode *step = qms_procedure_get_steps (procedure, i);
    const char *old = qms_step_get_number (step);
    g_autofree char *place = g_strdup_printf ("%zu", i + 1),
                    *number = g_strdup_printf ("%u.%s", part, old ? old : place);

    status = qms_step_set_number (step, number, error);
  }
  return status;
}

/* ---- merging */

/* What other parts of the system call a procedure that goes. */
typedef struct {
  GHashTable *ids;   /* identifier → that of the procedure which took it up */
  GHashTable *codes; /* code → that procedure */
} Moved;

/* The references to a procedure that goes lead to the target, under the identifier that it has or will have. */
static void
redirect_to (const char *new_id, const QmsNode *source, GHashTable *ids)
{
  const char *id = qms_procedure_get_id (source);

  if (id && strcmp (id, new_id) != 0)
    g_hash_table_insert (ids, g_strdup (id), g_strdup (new_id));
}

/* The first of the sources goes on; without an identifier of its own it takes that of the first that has one. */
static QmsStatus
pass_identifier (const GPtrArray *sources, GHashTable *ids, QmsError **error)
{
  QmsNode *target = sources->pdata[0];
  const char *id = NULL;

  for (guint i = 0; !id && i < sources->len; i++)
    id = qms_procedure_get_id (sources->pdata[i]);
  for (guint i = 0; id && i < sources->len; i++)
    redirect_to (id, sources->pdata[i], ids);
  return id && !qms_procedure_has_id (target) ? qms_procedure_set_id (target, id, error) : QMS_OK;
}

/* Tells of each distribution of a procedure that goes: it says what was handed out, so it is not changed. */
static void
note_distributions (QmsMigration *migration, GHashTable *codes)
{
  for (size_t i = 0; g_hash_table_size (codes) > 0 && i < qms_system_count_distributions (migration->system); i++) {
    const QmsNode *distribution = qms_system_get_distributions (migration->system, i);
    const char *code = qms_distribution_get_document (distribution);
    const QmsNode *target = code ? g_hash_table_lookup (codes, code) : NULL;
    if (target)
      qms_migration_note (migration, QMS_MSG_MIGRATION_DISTRIBUTION, distribution, "document", code, "title",
                          title_of (target), NULL);
  }
}

/* The codes that go with their procedures, and where these went. */
static void
collect_codes (const GPtrArray *sources, GHashTable *codes)
{
  const char *kept = qms_procedure_get_code (sources->pdata[0]);

  for (guint i = 1; i < sources->len; i++) {
    const char *code = qms_procedure_get_code (sources->pdata[i]);
    if (code && g_strcmp0 (code, kept) != 0)
      g_hash_table_insert (codes, g_strdup (code), sources->pdata[0]);
  }
}

/* What a procedure had only once goes into the notes of the target. */
static void
absorb (QmsNode *target, const QmsNode *source, GString *notes)
{
  g_autofree char *heading = g_strdup_printf ("Gộp từ «%s»:", title_of (source));
  g_autofree char *remains = qms_absorb_procedure (target, source);

  add_paragraph (notes, heading);
  add_paragraph (notes, remains);
}

static QmsStatus
rename_procedure (QmsNode *procedure, const QmsNode *mapping, GString *notes, QmsError **error)
{
  const char *title = qms_procedure_mapping_get_title (mapping), *old = title_of (procedure);
  g_autofree char *note = g_strdup_printf ("Tên trước khi chuyển đổi: %s", old);

  if (!title || strcmp (title, old) == 0)
    return QMS_OK;
  if (*old)
    add_paragraph (notes, note);
  return qms_procedure_set_title (procedure, title, error);
}

/* Titles of the sources, for the list of what to do. */
static char *
list_titles (const GPtrArray *sources)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    g_string_append_printf (titles, "%s«%s»", i > 0 ? ", " : "", title_of (sources->pdata[i]));
  return g_string_free (titles, FALSE);
}

/* Brings the parts of several procedures together in the first. */
static QmsStatus
gather (const GPtrArray *sources, QmsError **error)
{
  QmsStatus status = join_texts (sources, error);

  for (guint i = 0; !status && i < sources->len; i++)
    status = number_steps (sources->pdata[i], i + 1, error);
  return status ? status : move_lists (sources, error);
}

static QmsStatus
merge (QmsMigration *migration, const GPtrArray *sources, const QmsNode *mapping, Moved *moved, QmsError **error)
{
  QmsNode *target = sources->pdata[0];
  g_autofree char *titles = list_titles (sources);
  g_autoptr (GString) notes = NULL;
  QmsStatus status = sources->len > 1 ? gather (sources, error) : QMS_OK;

  collect_codes (sources, moved->codes);
  notes = g_string_new (qms_procedure_get_notes (target));
  for (guint i = 1; !status && i < sources->len; i++)
    absorb (target, sources->pdata[i], notes);
  for (guint i = sources->len; !status && i > 1; i--)
    status = qms_node_detach (sources->pdata[i - 1], error);
  if (!status)
    status = pass_identifier (sources, moved->ids, error);
  if (!status)
    status = rename_procedure (target, mapping, notes, error);
  if (!status && notes->len > 0)
    status = qms_procedure_set_notes (target, notes->str, error);
  if (!status)
    qms_migration_note (migration, QMS_MSG_MIGRATION_MERGED, target, "title", title_of (target), "sources", titles,
                        NULL);
  return status;
}

static QmsStatus
map_procedures (QmsMigration *migration, const QmsNode *mapping, Moved *moved, QmsError **error)
{
  g_autoptr (GPtrArray) all = collect (migration->system, mapping);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  QmsStatus status = QMS_OK;

  for (guint i = 0; !status && i < all->len; i++) {
    if (is_alive (all->pdata[i]))
      g_ptr_array_add (sources, all->pdata[i]);
    status = qms_procedure_set_kind (all->pdata[i], qms_procedure_mapping_get_to (mapping), error);
  }
  return !status && sources->len > 0 ? merge (migration, sources, mapping, moved, error) : status;
}

QmsStatus
qms_migrate_procedures (QmsMigration *migration, QmsError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  Moved moved = { ids, codes };
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < qms_migration_count_mappings (migration->plan); i++)
    status = map_procedures (migration, qms_migration_get_mappings (migration->plan, i), &moved, error);
  if (!status)
    note_distributions (migration, codes);
  return status ? status : qms_redirect (migration->system, ids, error);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Documents: lifetime, identifiers, prefixes. */
#include "core/document.h"

#include "core/error.h"
#include "core/text.h"
#include "gen/rules.h"

#include <string.h>

void
qms_free (void *memory)
{
  g_free (memory);
}

const char *
qms_version (void)
{
  return QMS_VERSION;
}

QmsStatus
qms_document_expect (const QmsDocument *document, uint32_t root_type, QmsError **error)
{
  const QmsNode *root = document->root;
  const QmsPlace place = { .file = document->file, .line = root->line, .column = root->column };

  if (root->type->id == root_type)
    return QMS_OK;
  return qms_fail (error, QMS_MSG_FRAMEWORK_ROOT, &place, "expected", qms_type_by_id (root_type)->xml, "found",
                   root->type->xml, NULL);
}

QmsDocument *
qms_document_alloc (void)
{
  QmsDocument *document = g_new0 (QmsDocument, 1);

  document->references = 1;
  document->arena = qms_arena_new ();
  return document;
}

QmsDocument *
qms_document_new (uint32_t root_type)
{
  const QmsType *type = qms_type_by_id (root_type);
  QmsDocument *document;

  if (!type || !(type->flags & QMS_TYPE_FLAG_ROOT))
    return NULL;
  document = qms_document_alloc ();
  document->root = qms_node_new (document, type);
  return document;
}

QmsDocument *
qms_document_ref (QmsDocument *document)
{
  if (document)
    g_atomic_int_inc (&document->references);
  return document;
}

void
qms_document_unref (QmsDocument *document)
{
  if (!document || !g_atomic_int_dec_and_test (&document->references))
    return;
  g_clear_pointer (&document->ids, g_hash_table_unref);
  g_clear_pointer (&document->repeats, g_hash_table_unref);
  g_clear_pointer (&document->run, g_hash_table_unref);
  g_clear_pointer (&document->prefixes, g_array_unref);
  qms_error_free (document->diagnostics);
  qms_arena_free (document->arena);
  g_free (document);
}

QmsNode *
qms_document_root (QmsDocument *document)
{
  return document ? document->root : NULL;
}

const char *
qms_document_file (const QmsDocument *document)
{
  return document ? document->file : NULL;
}

const QmsError *
qms_document_diagnostics (const QmsDocument *document)
{
  return document ? document->diagnostics : NULL;
}

/* ---- identifiers */

typedef struct {
  const QmsNode *scope;
  const char *id;
  guint hash; /* made once, however often the table asks */
} Key;

static Key
make_key (const QmsNode *scope, const char *id)
{
  return (Key){ scope, id, qms_text_hash (id) ^ g_direct_hash (scope) };
}

static guint
hash_key (gconstpointer key)
{
  return ((const Key *)key)->hash;
}

static gboolean
equal_key (gconstpointer a, gconstpointer b)
{
  const Key *left = a, *right = b;

  return left->scope == right->scope && strcmp (left->id, right->id) == 0;
}

static bool
opens_scope (const QmsNode *node)
{
  return !node->parent || (node->type->flags & QMS_TYPE_FLAG_SCOPE);
}

const QmsNode *
qms_node_scope (const QmsNode *node)
{
  while (!opens_scope (node))
    node = node->parent;
  return node;
}

const char *
qms_node_id (const QmsNode *node)
{
  uint8_t slot = node ? node->type->id_slot : QMS_NO_SLOT;

  return slot != QMS_NO_SLOT && qms_node_present (node, slot) ? node->slots[slot].string : NULL;
}

/* Only a lenient reader lets an identifier be repeated. Its holders form a ring in the order in which they came; the index
 * knows the first of them, and the next takes over from it. */
typedef struct Holder Holder;
struct Holder {
  QmsNode *node;
  Holder *previous, *next;
};

static Holder *
holder_of (QmsDocument *document, QmsNode *node)
{
  Holder *holder = g_hash_table_lookup (document->repeats, node);

  if (!holder) {
    holder = g_new (Holder, 1);
    *holder = (Holder){ node, holder, holder };
    g_hash_table_insert (document->repeats, node, holder);
  }
  return holder;
}

static void
add_repeat (QmsDocument *document, QmsNode *first, QmsNode *node)
{
  Holder *head, *added;

  if (!document->repeats)
    document->repeats = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  head = holder_of (document, first);
  added = holder_of (document, node);
  added->next = head;
  added->previous = head->previous;
  head->previous->next = added;
  head->previous = added;
}

/* Takes the node out of its ring; returns who is next, NULL if nobody is. */
static QmsNode *
remove_repeat (QmsDocument *document, QmsNode *node)
{
  Holder *holder = document->repeats ? g_hash_table_lookup (document->repeats, node) : NULL;
  QmsNode *next;

  if (!holder)
    return NULL;
  next = holder->next->node;
  holder->next->previous = holder->previous;
  holder->previous->next = holder->next;
  g_hash_table_remove (document->repeats, node);
  return next != node ? next : NULL;
}

void
qms_document_open_index (QmsDocument *document)
{
  document->ids = g_hash_table_new (hash_key, equal_key);
}

QmsNode *
qms_document_add_id (QmsDocument *document, QmsNode *node, const QmsNode *scope)
{
  Key probe = make_key (scope, qms_node_id (node)), *key;
  QmsNode *first = g_hash_table_lookup (document->ids, &probe);

  if (first) {
    add_repeat (document, first, node);
    return first;
  }
  key = qms_arena_alloc (document->arena, sizeof *key);
  *key = probe;
  g_hash_table_insert (document->ids, key, node);
  return node;
}

static void
add_id (QmsNode *node, const QmsNode *scope)
{
  qms_document_add_id (node->document, node, scope);
}

static void
remove_id (QmsNode *node, const QmsNode *scope)
{
  Key key = make_key (scope, qms_node_id (node));
  QmsNode *first = g_hash_table_lookup (node->document->ids, &key), *next = remove_repeat (node->document, node);

  if (first != node)
    return;
  if (next)
    g_hash_table_insert (node->document->ids, &key, next); /* changes the value, keeps the key that is there */
  else
    g_hash_table_remove (node->document->ids, &key);
}

typedef void (*VisitId) (QmsNode *node, const QmsNode *scope);

/* Visits every node at and below `node` that has an identifier. */
static void
each_id (QmsNode *node, const QmsNode *scope, VisitId visit)
{
  if (opens_scope (node))
    scope = node;
  if (qms_node_id (node))
    visit (node, scope);
  for (size_t i = node->type->n_attributes; i < node->type->n_fields; i++) {
    const QmsField *field = &node->type->fields[i];
    const QmsSlot *items;
    size_t count = field->kind == QMS_KIND_NODE ? qms_node_items (node, field, &items) : 0;
    for (size_t j = 0; j < count; j++)
      each_id (items[j].node, scope, visit);
  }
}

static bool
is_attached (const QmsNode *node)
{
  while (node->parent)
    node = node->parent;
  return node == node->document->root;
}

void
qms_document_index (QmsNode *node)
{
  if (node->document->ids && is_attached (node))
    each_id (node, qms_node_scope (node), add_id);
}

void
qms_document_unindex (QmsNode *node)
{
  if (node->document->ids && is_attached (node))
    each_id (node, qms_node_scope (node), remove_id);
}

QmsNode *
qms_document_lookup (QmsDocument *document, const QmsNode *scope, const char *id)
{
  Key key = make_key (scope, id);

  if (!document->ids) {
    qms_document_open_index (document);
    each_id (document->root, document->root, add_id);
  }
  return g_hash_table_lookup (document->ids, &key);
}

QmsNode *
qms_document_find (QmsDocument *document, const char *id)
{
  return document && id ? qms_document_lookup (document, document->root, id) : NULL;
}

/* ---- prefixes of foreign namespaces */

static const QmsPrefix *
find_prefix (const QmsDocument *document, const char *prefix, const char *uri)
{
  for (size_t i = 0; document->prefixes && i < document->prefixes->len; i++) {
    const QmsPrefix *known = &g_array_index (document->prefixes, QmsPrefix, i);
    if ((!prefix || strcmp (known->prefix, prefix) == 0) && (!uri || strcmp (known->uri, uri) == 0))
      return known;
  }
  return NULL;
}

enum { MOST_PREFIXES = 7 }; /* with the default namespace, what a reader accepts in one tag unless told otherwise */

bool
qms_document_bind (QmsDocument *document, const char *prefix, const char *uri)
{
  const QmsPrefix *known = find_prefix (document, prefix, NULL);
  QmsPrefix added;

  if (known)
    return strcmp (known->uri, uri) == 0;
  if (strcmp (uri, QMS_NAMESPACE) == 0)
    return false;
  if (!document->prefixes)
    document->prefixes = g_array_new (FALSE, FALSE, sizeof (QmsPrefix));
  if (document->prefixes->len == MOST_PREFIXES)
    return false;
  added.prefix = qms_arena_strndup (document->arena, prefix, strlen (prefix));
  added.uri = qms_arena_strndup (document->arena, uri, strlen (uri));
  g_array_append_val (document->prefixes, added);
  return true;
}

const char *
qms_document_prefix (QmsDocument *document, const char *uri, const char *hint)
{
  const QmsPrefix *known = find_prefix (document, NULL, uri);
  g_autofree char *prefix = g_strdup (hint);

  if (known)
    return known->prefix;
  for (int i = 2; find_prefix (document, prefix, NULL); i++) {
    g_free (prefix);
    prefix = g_strdup_printf ("%s%d", hint, i);
  }
  qms_document_bind (document, prefix, uri);
  return qms_arena_strndup (document->arena, prefix, strlen (prefix));
}

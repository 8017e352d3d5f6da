/* SPDX-License-Identifier: Apache-2.0 */
/* Tells what of the portal's records is kept as it was written: a note for each key, since one habit of a record's author
 * comes back in hundreds of them. */
#include <qms/portal.h>

#include "core/document.h"
#include "core/text.h"
#include "interop/portal_record.h"

#include "gen/ids.h"

#include <qms/model.h>

#include <string.h>

/* Values of one key that are kept for one reason. */
typedef struct {
  int message;
  char *key;
  char *value; /* the first of them, and where it is */
  char *path;
  unsigned count;
} Kept;

typedef struct {
  GPtrArray *all;    /* of Kept, in the order in which they were met */
  GHashTable *known; /* message and key → Kept */
} Notes;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->key);
  g_free (kept->value);
  g_free (kept->path);
  g_free (kept);
}

/* The last name of a JSON Pointer: what follows are places in lists. Free with g_free. */
static char *
key_of (const char *at)
{
  g_auto (GStrv) tokens = g_strsplit (at, "/", -1);
  guint last = g_strv_length (tokens);

  while (last > 1 && tokens[last - 1][strspn (tokens[last - 1], "0123456789")] == '\0')
    last--;
  return g_strdup (last > 0 ? tokens[last - 1] : "");
}

/* Whether there is nothing to read in a value. */
static bool
is_empty (const json_t *value)
{
  return !value || json_is_null (value) || (json_is_string (value) && json_string_length (value) == 0)
         || (json_is_array (value) && json_array_size (value) == 0)
         || (json_is_object (value) && json_object_size (value) == 0);
}

static char *
words_of (const json_t *value)
{
  g_autofree char *text = json_is_string (value) ? g_strdup (json_string_value (value))
                                                 : json_dumps (value, JSON_COMPACT | JSON_ENCODE_ANY);

  return qms_message_quote (text, strlen (text));
}

static void
note_value (const QmsNode *node, const char *at, const json_t *model, const json_t *record, void *data)
{
  Notes *notes = data;
  int message = is_empty (model) ? QMS_MSG_PORTAL_UNREAD : QMS_MSG_PORTAL_SPELLING;
  g_autofree char *key = key_of (at), *name = g_strdup_printf ("%d %s", message, key);
  Kept *kept = g_hash_table_lookup (notes->known, name);

  if (is_empty (record))
    return;
  if (!kept) {
    kept = g_new0 (Kept, 1);
    *kept = (Kept){ message, g_strdup (key), words_of (record), qms_node_path (node), 0 };
    g_ptr_array_add (notes->all, kept);
    g_hash_table_insert (notes->known, g_steal_pointer (&name), kept);
  }
  kept->count++;
}

static void
visit (const QmsNode *node, Notes *notes)
{
  portal_each_kept (node, note_value, notes);
  for (unsigned slot = 0; slot < node->type->n_fields; slot++) {
    const QmsField *field = &node->type->fields[slot];
    const QmsSlot *items;
    size_t count = field->kind == QMS_KIND_NODE ? qms_node_items (node, field, &items) : 0;

    for (size_t i = 0; i < count; i++)
      visit (items[i].node, notes);
  }
}

static void
add_note (const QmsDocument *document, const Kept *kept, QmsError **notes)
{
  g_autofree char *count = g_strdup_printf ("%u", kept->count);
  QmsPlace place = { .file = document->file, .path = kept->path };

  qms_error_add (notes, &qms_gen_rules[kept->message], &place,
                 QMS_VALUES ({ "key", { kept->key } }, { "count", { count } }, { "value", { kept->value } }));
}

QmsStatus
qms_portal_notes (const QmsDocument *document, QmsError **notes)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (kept_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  Notes found = { all, known };

  if (!document || !notes || document->root->type->id != QMS_TYPE_SYSTEM)
    return qms_fail (notes, QMS_MSG_ARGUMENT, NULL, "what", "document, notes", NULL);
  for (size_t i = 0; i < qms_system_count_administrative_procedures (document->root); i++)
    visit (qms_system_get_administrative_procedures (document->root, i), &found);
  for (guint i = 0; i < all->len; i++)
    add_note (document, all->pdata[i], notes);
  return QMS_OK;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Differences between two trees of one type. */
#include "core/document.h"
#include "core/error.h"
#include "core/kind.h"
#include "core/text.h"

#include "gen/ids.h"

#include <qms/diff.h>

#include <string.h>

typedef struct {
  int kind;
  char *path, *before, *after;
} Difference;

struct QmsDiff {
  GArray *items; /* of Difference */
};

static void
clear_difference (gpointer data)
{
  Difference *difference = data;

  g_free (difference->path);
  g_free (difference->before);
  g_free (difference->after);
}

/* Takes ownership of the three strings. */
static void
add (QmsDiff *diff, int kind, char *path, char *before, char *after)
{
  Difference difference = { kind, path, before, after };

  g_array_append_val (diff->items, difference);
}

static char *
field_path (const QmsNode *node, const QmsField *field, size_t index)
{
  g_autofree char *path = qms_node_path (node);

  if (qms_field_list (field))
    return g_strdup_printf ("%s/%s[%" G_GSIZE_FORMAT "]", path, field->xml, index + 1);
  return g_strdup_printf ("%s/%s", path, field->xml);
}

static void
add_node (QmsDiff *diff, int kind, const QmsNode *node)
{
  add (diff, kind, qms_node_path (node), NULL, NULL);
}

static void compare_nodes (QmsDiff *diff, const QmsNode *a, const QmsNode *b);

static void
compare_scalars (QmsDiff *diff, const QmsNode *a, const QmsNode *b, const QmsField *field)
{
  const QmsSlot *left, *right;
  size_t n_left = qms_node_items (a, field, &left), n_right = qms_node_items (b, field, &right);

  for (size_t i = 0; i < MAX (n_left, n_right); i++) {
    int kind = i >= n_left ? QMS_DIFF_ADDED : i >= n_right ? QMS_DIFF_REMOVED : QMS_DIFF_CHANGED;
    if (kind == QMS_DIFF_CHANGED && qms_kinds[field->kind].equal (left[i], right[i]))
      continue;
    add (diff, kind, field_path (kind == QMS_DIFF_REMOVED ? a : b, field, i), qms_node_get_text (a, field->id, i),
         qms_node_get_text (b, field->id, i));
  }
}

/* ---- lists of nodes: matched by a key that is unique on both sides, else by position */

static const char *
key_of (const QmsNode *node)
{
  uint8_t slot = node->type->key_slot;
  const char *id = qms_node_id (node);

  if (id)
    return id;
  return slot != QMS_NO_SLOT && qms_node_present (node, slot) ? node->slots[slot].string : NULL;
}

/* Key → item; NULL if an item has no key or two have the same. */
static GHashTable *
index_items (const QmsSlot *items, size_t count)
{
  GHashTable *index = g_hash_table_new (qms_text_hash, g_str_equal);

  for (size_t i = 0; i < count; i++) {
    const char *key = key_of (items[i].node);
    if (!key || !g_hash_table_insert (index, (gpointer)key, items[i].node)) {
      g_hash_table_unref (index);
      return NULL;
    }
  }
  return index;
}

static void
compare_by_position (QmsDiff *diff, const QmsSlot *left, size_t n_left, const QmsSlot *right, size_t n_right)
{
  for (size_t i = 0; i < MAX (n_left, n_right); i++) {
    if (i >= n_left)
      add_node (diff, QMS_DIFF_ADDED, right[i].node);
    else if (i >= n_right)
      add_node (diff, QMS_DIFF_REMOVED, left[i].node);
    else
      compare_nodes (diff, left[i].node, right[i].node);
  }
}

static void
compare_by_key (QmsDiff *diff, const QmsSlot *left, size_t n_left, const QmsSlot *right, size_t n_right,
                GHashTable *in_left, GHashTable *in_right)
{
  uint32_t furthest = 0;

  for (size_t i = 0; i < n_left; i++)
    if (!g_hash_table_contains (in_right, key_of (left[i].node)))
      add_node (diff, QMS_DIFF_REMOVED, left[i].node);
  for (size_t i = 0; i < n_right; i++) {
    const QmsNode *twin = g_hash_table_lookup (in_left, key_of (right[i].node));
    if (!twin) {
      add_node (diff, QMS_DIFF_ADDED, right[i].node);
      continue;
    }
    if (twin->index < furthest)
      add_node (diff, QMS_DIFF_MOVED, right[i].node);
    furthest = MAX (furthest, twin->index);
    compare_nodes (diff, twin, right[i].node);
  }
}

static void
compare_children (QmsDiff *diff, const QmsNode *a, const QmsNode *b, const QmsField *field)
{
  const QmsSlot *left, *right;
  size_t n_left = qms_node_items (a, field, &left), n_right = qms_node_items (b, field, &right);
  g_autoptr (GHashTable) in_left = NULL, in_right = NULL;

  if (qms_field_list (field)) {
    in_left = index_items (left, n_left);
    in_right = index_items (right, n_right);
  }
  if (in_left && in_right)
    compare_by_key (diff, left, n_left, right, n_right, in_left, in_right);
  else
    compare_by_position (diff, left, n_left, right, n_right);
}

static void
compare_nodes (QmsDiff *diff, const QmsNode *a, const QmsNode *b)
{
  for (size_t i = 0; i < a->type->n_fields; i++) {
    const QmsField *field = &a->type->fields[i];
    if (field->kind == QMS_KIND_NODE)
      compare_children (diff, a, b, field);
    else
      compare_scalars (diff, a, b, field);
  }
  if (!qms_extra_equal (a, b)) {
    g_autofree char *path = qms_node_path (b);
    add (diff, QMS_DIFF_CHANGED, g_strdup_printf ("%s/$extra", path), NULL, NULL);
  }
}

QmsStatus
qms_document_diff (QmsDocument *before, QmsDocument *after, QmsDiff **diff, QmsError **error)
{
  if (!before || !after || !diff || before->root->type != after->root->type)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "documents of one root type are needed", NULL);
  *diff = g_new0 (QmsDiff, 1);
  (*diff)->items = g_array_new (FALSE, FALSE, sizeof (Difference));
  g_array_set_clear_func ((*diff)->items, clear_difference);
  compare_nodes (*diff, before->root, after->root);
  return QMS_OK;
}

void
qms_diff_free (QmsDiff *diff)
{
  if (!diff)
    return;
  g_array_unref (diff->items);
  g_free (diff);
}

size_t
qms_diff_count (const QmsDiff *diff)
{
  return diff ? diff->items->len : 0;
}

static const Difference *
difference_at (const QmsDiff *diff, size_t index)
{
  return diff && index < diff->items->len ? &g_array_index (diff->items, Difference, index) : NULL;
}

int32_t
qms_diff_kind (const QmsDiff *diff, size_t index)
{
  const Difference *difference = difference_at (diff, index);

  return difference ? difference->kind : 0;
}

const char *
qms_diff_path (const QmsDiff *diff, size_t index)
{
  const Difference *difference = difference_at (diff, index);

  return difference ? difference->path : NULL;
}

const char *
qms_diff_before (const QmsDiff *diff, size_t index)
{
  const Difference *difference = difference_at (diff, index);

  return difference ? difference->before : NULL;
}

const char *
qms_diff_after (const QmsDiff *diff, size_t index)
{
  const Difference *difference = difference_at (diff, index);

  return difference ? difference->after : NULL;
}

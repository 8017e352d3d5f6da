/* SPDX-License-Identifier: Apache-2.0 */
/* Follows the paths of tags through a system. */
#include "render/docx_value.h"

#include "core/kind.h"

#include <qms/model.h>
#include <string.h>

void
qms_tag_lookup_clear (QmsTagLookup *lookup)
{
  qms_workflow_unref (lookup->workflow);
  g_clear_pointer (&lookup->settled, g_hash_table_unref);
  qms_arena_free (lookup->arena);
}

static GArray *
new_items (void)
{
  return g_array_new (FALSE, FALSE, sizeof (QmsTagItem));
}

static const QmsTagItem *
item_at (const GArray *items, guint index)
{
  return &g_array_index (items, QmsTagItem, index);
}

void
qms_tag_items_free (GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (item_at (items, i)->items)
      g_array_unref ((GArray *)item_at (items, i)->items);
  g_array_unref (items);
}

/* ---- paths */

static const QmsNode *
node_of (const QmsTagItem *item)
{
  if (!item->field || !item->node)
    return item->node;
  return item->field->kind == QMS_KIND_REF
             ? qms_document_lookup (item->node->document, qms_node_scope (item->node), item->slot.string)
             : NULL;
}

static bool
is_selected (const char *selector, const QmsTagItem *item, size_t index)
{
  guint64 position;

  if (!selector)
    return true;
  if (g_ascii_isdigit (*selector))
    return g_ascii_string_to_unsigned (selector, 10, 1, G_MAXUINT32, &position, NULL) && position == index + 1;
  return !item->field && g_strcmp0 (qms_node_id (item->node), selector) == 0;
}

static void
append_field (const QmsNode *node, const QmsTagStep *step, GArray *out)
{
  const QmsField *field = step->field;
  const QmsSlot *slots;
  size_t count =
      node && node->type == qms_type_by_id (QMS_FIELD_TYPE_ID (field->id)) ? qms_node_items (node, field, &slots) : 0;

  for (size_t i = 0; i < count; i++) {
    bool is_node = field->kind == QMS_KIND_NODE;
    QmsTagItem item = { .node = is_node ? slots[i].node : node, .field = is_node ? NULL : field, .slot = slots[i] };
    if (is_selected (step->selector, &item, i))
      g_array_append_val (out, item);
  }
}

static GArray *
take_step (QmsTagLookup *lookup, const QmsTagStep *step, const GArray *from)
{
  GArray *to = new_items ();

  for (guint i = 0; i < from->len; i++) {
    const QmsTagItem *item = item_at (from, i);
    if (step->computed)
      qms_computed_items (lookup, step->computed, item, to);
    else
      append_field (node_of (item), step, to);
  }
  lookup->steps += from->len + to->len;
  return to;
}

static QmsTagItem
frame_value (const QmsTagLookup *lookup, const QmsTagPath *path, const QmsTagFrame *frame)
{
  QmsTagItem value = { .node = lookup->root, .field = path->shape.field };

  switch (path->frame) {
  case QMS_FRAME_NUMBER:
    value.slot.integer = (int64_t)frame->number;
    break;
  case QMS_FRAME_COUNT:
    value.slot.integer = (int64_t)frame->count;
    break;
  case QMS_FRAME_FIRST:
    value.slot.integer = frame->number == 1;
    break;
  case QMS_FRAME_LAST:
    value.slot.integer = frame->number == frame->count;
    break;
  case QMS_FRAME_KEY:
    value.slot = frame->item->slot;
    break;
  default:
    value.slot = lookup->date;
  }
  return value;
}

/* What the first step, or nothing, of a path stands for. */
static void
append_beginning (const QmsTagLookup *lookup, const QmsTagPath *path, const QmsTagFrame *frame, GArray *out)
{
  QmsTagItem item = { .node = lookup->root };

  for (size_t i = 0; i < path->up; i++)
    frame = frame->outer;
  if (path->frame == QMS_FRAME_ITEMS) {
    g_array_append_vals (out, frame->item->items->data, frame->item->items->len);
    return;
  }
  if (path->frame == QMS_FRAME_DATE && !lookup->dated)
    return;
  if (path->frame != QMS_FRAME_NONE)
    item = frame_value (lookup, path, frame);
  else if (!path->root)
    item = *frame->item;
  g_array_append_val (out, item);
}

/* Appends what a path leads to. */
static void
append_items (QmsTagLookup *lookup, const QmsTagPath *path, const QmsTagFrame *frame, GArray *out)
{
  GArray *items = new_items ();

  append_beginning (lookup, path, frame, items);
  lookup->steps++;
  for (const QmsTagStep *step = path->steps; step; step = step->next) {
    GArray *next = take_step (lookup, step, items);
    g_array_unref (items);
    items = next;
  }
  g_array_append_vals (out, items->data, items->len);
  g_array_unref (items);
}

/* ---- conditions */

bool
qms_tag_item_is_true (const QmsTagItem *item)
{
  if (!item->field)
    return item->node != NULL || item->items != NULL;
  if (qms_kind_is_string (item->field->kind))
    return *item->slot.string != '\0';
  return item->field->kind != QMS_KIND_BOOL || item->slot.integer != 0;
}

static bool
any_is_true (const GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (qms_tag_item_is_true (item_at (items, i)))
      return true;
  return false;
}

static bool
any_equals (const GArray *items, const char *text)
{
  g_autoptr (GString) code = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++) {
    g_string_truncate (code, 0);
    qms_tag_append_code (item_at (items, i), code);
    if (strcmp (code->str, text) == 0)
      return true;
  }
  return false;
}

static bool
any_equals_any (const GArray *left, const GArray *right)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) code = g_string_new (NULL);

  for (guint i = 0; i < right->len; i++) {
    g_string_truncate (code, 0);
    qms_tag_append_code (item_at (right, i), code);
    g_hash_table_add (codes, g_strdup (code->str));
  }
  for (guint i = 0; i < left->len; i++) {
    g_string_truncate (code, 0);
    qms_tag_append_code (item_at (left, i), code);
    if (g_hash_table_contains (codes, code->str))
      return true;
  }
  return false;
}

bool
qms_tag_holds (QmsTagLookup *lookup, const QmsTagTest *test, const QmsTagFrame *frame)
{
  g_autoptr (GArray) left = new_items (), right = new_items ();

  append_items (lookup, test->left, frame, left);
  if (test->text)
    return any_equals (left, test->text) != test->differs;
  if (!test->right)
    return any_is_true (left);
  append_items (lookup, test->right, frame, right);
  return any_equals_any (left, right) != test->differs;
}

/* ---- repetitions */

static GArray *
matching (QmsTagLookup *lookup, const QmsTag *tag, const GArray *items, const QmsTagFrame *frame)
{
  GArray *chosen = new_items ();

  for (guint i = 0; i < items->len; i++) {
    QmsTagFrame inner = { item_at (items, i), i + 1, items->len, frame };
    if (qms_tag_holds (lookup, tag->test, &inner))
      g_array_append_vals (chosen, inner.item, 1);
  }
  return chosen;
}

static char *
key_of (QmsTagLookup *lookup, const QmsTag *tag, const QmsTagFrame *frame)
{
  g_autoptr (GArray) values = new_items ();

  append_items (lookup, tag->by, frame, values);
  return qms_tag_format (NULL, values);
}

static GArray *
grouped (QmsTagLookup *lookup, const QmsTag *tag, const GArray *items, const QmsTagFrame *frame)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *groups = new_items ();

  for (guint i = 0; i < items->len; i++) {
    QmsTagFrame inner = { item_at (items, i), i + 1, items->len, frame };
    g_autofree char *key = key_of (lookup, tag, &inner);
    gpointer place;
    if (!g_hash_table_lookup_extended (places, key, NULL, &place)) {
      QmsTagItem group = { .items = new_items () };
      group.slot.string = qms_arena_strndup (lookup->arena, key, strlen (key));
      place = GUINT_TO_POINTER (groups->len);
      g_hash_table_insert (places, (gpointer)group.slot.string, place);
      g_array_append_val (groups, group);
    }
    g_array_append_vals ((GArray *)item_at (groups, GPOINTER_TO_UINT (place))->items, inner.item, 1);
  }
  return groups;
}

GArray *
qms_tag_repeats (QmsTagLookup *lookup, const QmsTag *tag, const QmsTagFrame *frame)
{
  GArray *items = new_items (), *chosen;

  append_items (lookup, tag->path, frame, items);
  if (tag->test) {
    chosen = matching (lookup, tag, items, frame);
    g_array_unref (items);
    items = chosen;
  }
  if (tag->by) {
    chosen = grouped (lookup, tag, items, frame);
    g_array_unref (items);
    items = chosen;
  }
  return items;
}

char *
qms_tag_text (QmsTagLookup *lookup, const QmsTag *tag, const QmsTagFrame *frame)
{
  g_autoptr (GArray) items = new_items ();

  if (tag->literal)
    return g_strdup (tag->literal);
  append_items (lookup, tag->path, frame, items);
  return qms_tag_format (tag->formats, items);
}

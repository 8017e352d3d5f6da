/* SPDX-License-Identifier: Apache-2.0 */
/* Changing nodes: values, children, lists. Each change is checked first; a node is left as it was on error. */
#include "core/document.h"
#include "core/error.h"
#include "core/kind.h"

#include "gen/ids.h"

#include <string.h>

/* ---- failures */

static QmsStatus
fail_index (size_t index, size_t count, QmsError **error)
{
  g_autofree char *at = g_strdup_printf ("%" G_GSIZE_FORMAT, index), *size = g_strdup_printf ("%" G_GSIZE_FORMAT, count);

  return qms_fail (error, QMS_MSG_INDEX, NULL, "index", at, "count", size, NULL);
}

static QmsStatus
fail_kind (const QmsField *field, QmsError **error)
{
  return qms_fail (error, QMS_MSG_WRONG_KIND, NULL, "field", field->name, NULL);
}

/* Field of the node; NULL and an error if the node is NULL or has none. */
static const QmsField *
field_of (const QmsNode *node, uint32_t id, QmsError **error)
{
  const QmsField *field = node ? qms_type_field (node->type, id) : NULL;

  if (!node)
    qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "node == NULL", NULL);
  else if (!field)
    qms_fail (error, QMS_MSG_WRONG_FIELD, NULL, "type", node->type->name, NULL);
  return field;
}

static QmsStatus
fail_value (const QmsNode *node, const QmsField *field, const char *text, QmsError **error)
{
  g_autofree char *path = qms_node_path (node);
  g_autofree char *vi = qms_field_expected (field, QMS_LANG_VI), *en = qms_field_expected (field, QMS_LANG_EN);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  QmsPlace place = { node->document->file, node->line, node->column, path };

  return qms_error_add (error, &qms_gen_rules[QMS_RULE_BAD_VALUE], &place,
                        QMS_VALUES ({ "field", { field->xml, NULL } }, { "value", { valid, NULL } },
                                    { "expected", { vi, en } }));
}

/* ---- slots and lists */

static void
mark_present (QmsNode *node, const QmsField *field)
{
  node->present |= G_GUINT64_CONSTANT (1) << field->slot;
}

static void
set_parent (QmsNode *child, QmsNode *parent, const QmsField *field, size_t index)
{
  child->parent = parent;
  child->slot = parent ? field->slot : QMS_NO_SLOT;
  child->index = (uint32_t)index;
}

static QmsList *
list_of (QmsNode *node, const QmsField *field)
{
  QmsList **list = &node->slots[field->slot].list;

  if (!*list)
    *list = qms_arena_alloc0 (node->document->arena, sizeof (QmsList));
  return *list;
}

static void
make_room (QmsNode *node, QmsList *list)
{
  QmsSlot *items;

  if (list->count < list->capacity)
    return;
  list->capacity = list->capacity ? list->capacity * 2 : 2;
  items = qms_arena_alloc (node->document->arena, list->capacity * sizeof (QmsSlot));
  if (list->count)
    memcpy (items, list->items, list->count * sizeof (QmsSlot));
  list->items = items;
}

static void
renumber (const QmsField *field, QmsList *list, size_t from)
{
  if (field->kind != QMS_KIND_NODE)
    return;
  for (size_t i = from; i < list->count; i++)
    list->items[i].node->index = (uint32_t)i;
}

static void
list_insert (QmsNode *node, const QmsField *field, size_t index, QmsSlot value)
{
  QmsList *list = list_of (node, field);

  make_room (node, list);
  memmove (list->items + index + 1, list->items + index, (list->count - index) * sizeof (QmsSlot));
  list->items[index] = value;
  list->count++;
  renumber (field, list, index);
  mark_present (node, field);
}

static void
list_remove (QmsNode *node, const QmsField *field, size_t index)
{
  QmsList *list = node->slots[field->slot].list;

  list->count--;
  memmove (list->items + index, list->items + index + 1, (list->count - index) * sizeof (QmsSlot));
  renumber (field, list, index);
  if (list->count == 0)
    node->present &= ~(G_GUINT64_CONSTANT (1) << field->slot);
}

void
qms_node_append_slot (QmsNode *node, const QmsField *field, QmsSlot value)
{
  QmsList *list = list_of (node, field);

  make_room (node, list);
  list->items[list->count++] = value;
  mark_present (node, field);
}

void
qms_node_put_child (QmsNode *node, const QmsField *field, QmsNode *child)
{
  if (qms_field_list (field)) {
    qms_node_append_slot (node, field, (QmsSlot){ .node = child });
    set_parent (child, node, field, node->slots[field->slot].list->count - 1);
  } else {
    node->slots[field->slot].node = child;
    set_parent (child, node, field, 0);
    mark_present (node, field);
  }
}

/* ---- scalars */

/* Content without a character is no content: XML cannot tell the two apart. */
static bool
is_no_content (const QmsField *field, QmsSlot value)
{
  return field->form == QMS_FORM_CONTENT && qms_kind_is_string (field->kind) && *value.string == '\0';
}

static QmsStatus
set_slot (QmsNode *node, const QmsField *field, QmsSlot value)
{
  if (is_no_content (field, value))
    return qms_node_unset (node, field->id);
  if (field->kind == QMS_KIND_ID)
    qms_document_unindex (node);
  node->slots[field->slot] = value;
  mark_present (node, field);
  if (field->kind == QMS_KIND_ID)
    qms_document_index (node);
  return QMS_OK;
}

/* The identifier must be free in the scope, or be the node's own already. */
static QmsStatus
check_id (const QmsNode *node, const QmsNode *scope, const char *id, QmsError **error)
{
  QmsNode *holder = qms_document_lookup (node->document, scope, id);
  g_autofree char *line = NULL;

  if (!holder || holder == node)
    return QMS_OK;
  line = g_strdup_printf ("%u", holder->line);
  return qms_fail (error, QMS_RULE_DUPLICATE_ID, NULL, "id", id, "line", line, NULL);
}

/* Parses text for a field; the error names the place. */
static QmsStatus
parse (QmsNode *node, const QmsField *field, const char *text, QmsSlot *slot, QmsError **error)
{
  if (!text)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "text == NULL", NULL);
  if (field->kind == QMS_KIND_NODE)
    return fail_kind (field, error);
  if (qms_field_parse (field, text, strlen (text), node->document->arena, slot) != QMS_VALUE_OK)
    return fail_value (node, field, text, error);
  return field->kind == QMS_KIND_ID ? check_id (node, qms_node_scope (node), slot->string, error) : QMS_OK;
}

QmsStatus
qms_node_set_text (QmsNode *node, uint32_t id, const char *text, QmsError **error)
{
  const QmsField *field = field_of (node, id, error);
  QmsSlot slot;
  QmsStatus status;

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (qms_field_list (field))
    return fail_kind (field, error);
  status = parse (node, field, text, &slot, error);
  return status == QMS_OK ? set_slot (node, field, slot) : status;
}

QmsStatus
qms_node_insert_text (QmsNode *node, uint32_t id, size_t index, const char *text, QmsError **error)
{
  const QmsField *field = field_of (node, id, error);
  size_t count = qms_node_count (node, id);
  QmsSlot slot;
  QmsStatus status;

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (!qms_field_list (field))
    return fail_kind (field, error);
  if (index != QMS_APPEND && index > count)
    return fail_index (index, count, error);
  status = parse (node, field, text, &slot, error);
  if (status == QMS_OK)
    list_insert (node, field, MIN (index, count), slot);
  return status;
}

QmsStatus
qms_node_set_string (QmsNode *node, uint32_t id, const char *value, QmsError **error)
{
  const QmsField *field = field_of (node, id, error);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  return qms_kind_is_string (field->kind) ? qms_node_set_text (node, id, value, error) : fail_kind (field, error);
}

/* A single field of exactly this kind, for the setters of packed values. */
static const QmsField *
single_field (const QmsNode *node, uint32_t id, int kind, QmsError **error)
{
  const QmsField *field = field_of (node, id, error);

  if (field && (qms_field_list (field) || field->kind != kind)) {
    fail_kind (field, error);
    return NULL;
  }
  return field;
}

static bool
integer_allowed (const QmsField *field, int64_t value)
{
  if (field->kind == QMS_KIND_BOOL)
    return value == 0 || value == 1;
  if (field->kind == QMS_KIND_ENUM)
    return qms_enum_value_xml (field->enumeration, (int32_t)value) && value == (int32_t)value;
  return (field->kind == QMS_KIND_INT || field->kind == QMS_KIND_MONEY) && ABS (value) < G_GINT64_CONSTANT (1000000000000000000);
}

QmsStatus
qms_node_set_int (QmsNode *node, uint32_t id, int64_t value, QmsError **error)
{
  const QmsField *field = field_of (node, id, error);
  g_autofree char *text = NULL;

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (qms_field_list (field) || qms_kind_is_string (field->kind) || field->kind >= QMS_KIND_NODE)
    return fail_kind (field, error);
  if (field->kind != QMS_KIND_BOOL && field->kind != QMS_KIND_ENUM && field->kind != QMS_KIND_INT
      && field->kind != QMS_KIND_MONEY)
    return fail_kind (field, error);
  if (integer_allowed (field, value))
    return set_slot (node, field, (QmsSlot){ .integer = value });
  text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  return fail_value (node, field, text, error);
}

static int64_t
power_of_ten (int exponent)
{
  int64_t power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

static bool
decimal_allowed (int64_t mantissa, int32_t scale, int digits)
{
  return scale >= 0 && scale <= digits && mantissa < power_of_ten (digits) && mantissa > -power_of_ten (digits);
}

QmsStatus
qms_node_set_decimal (QmsNode *node, uint32_t id, int64_t mantissa, int32_t scale, QmsError **error)
{
  const QmsField *field = single_field (node, id, QMS_KIND_DECIMAL, error);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (!decimal_allowed (mantissa, scale, QMS_DECIMAL_DIGITS))
    return fail_value (node, field, "…", error);
  return set_slot (node, field, qms_decimal_pack ((QmsDecimal){ mantissa, scale }));
}

QmsStatus
qms_node_set_duration (QmsNode *node, uint32_t id, int64_t mantissa, int32_t scale, int32_t unit, QmsError **error)
{
  const QmsField *field = single_field (node, id, QMS_KIND_DURATION, error);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (mantissa < 0 || !decimal_allowed (mantissa, scale, QMS_DURATION_DIGITS)
      || !qms_enum_value_xml (qms_duration_units (), unit))
    return fail_value (node, field, "…", error);
  return set_slot (node, field, qms_duration_pack ((QmsDuration){ { mantissa, scale }, unit }));
}

QmsStatus
qms_node_set_date (QmsNode *node, uint32_t id, int32_t year, int32_t month, int32_t day, QmsError **error)
{
  const QmsField *field = single_field (node, id, QMS_KIND_DATE, error);
  g_autofree char *text = NULL;

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (qms_date_valid (year, month, day))
    return set_slot (node, field, qms_date_pack (year, month, day));
  text = g_strdup_printf ("%d-%d-%d", year, month, day);
  return fail_value (node, field, text, error);
}

QmsStatus
qms_node_set_datetime (QmsNode *node, uint32_t id, int64_t seconds, int32_t offset, QmsError **error)
{
  const QmsField *field = single_field (node, id, QMS_KIND_DATETIME, error);
  g_autofree char *text = NULL;

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (qms_datetime_valid (seconds, offset))
    return set_slot (node, field, qms_datetime_pack (seconds, offset));
  text = g_strdup_printf ("%" G_GINT64_FORMAT " %d", seconds, offset);
  return fail_value (node, field, text, error);
}

/* ---- children */

static QmsStatus
fail_attach (const char *what, QmsError **error)
{
  return qms_fail (error, QMS_MSG_ATTACH, NULL, "what", what, NULL);
}

static bool
is_above (const QmsNode *ancestor, const QmsNode *node)
{
  while (node && node != ancestor)
    node = node->parent;
  return node != NULL;
}

/* Takes the node out of its parent's slot or list. */
static void
take_out (QmsNode *child)
{
  QmsNode *parent = child->parent;
  const QmsField *field = &parent->type->fields[child->slot];

  qms_document_unindex (child);
  if (qms_field_list (field))
    list_remove (parent, field, child->index);
  else
    parent->present &= ~(G_GUINT64_CONSTANT (1) << field->slot);
  set_parent (child, NULL, NULL, 0);
}

static void
put (QmsNode *node, const QmsField *field, size_t index, QmsNode *child)
{
  if (qms_field_list (field)) {
    size_t count = qms_node_count (node, field->id);
    set_parent (child, node, field, 0);
    list_insert (node, field, MIN (index, count), (QmsSlot){ .node = child });
  } else {
    if (qms_node_present (node, field->slot))
      take_out (node->slots[field->slot].node);
    qms_node_put_child (node, field, child);
  }
  qms_document_index (child);
}

/* No identifier at or below `child` may be taken in the scope that it enters. */
static QmsStatus
check_ids (const QmsNode *child, const QmsNode *scope, QmsError **error)
{
  const char *id = qms_node_id (child);
  QmsStatus status = id ? check_id (child, scope, id, error) : QMS_OK;

  for (size_t i = child->type->n_attributes; i < child->type->n_fields && status == QMS_OK; i++) {
    const QmsField *field = &child->type->fields[i];
    bool enters = field->kind == QMS_KIND_NODE && !(field->target->flags & QMS_TYPE_FLAG_SCOPE);
    const QmsSlot *items;
    size_t count = enters ? qms_node_items (child, field, &items) : 0;
    for (size_t j = 0; j < count && status == QMS_OK; j++)
      status = check_ids (items[j].node, scope, error);
  }
  return status;
}

/* A node field and an index that it allows. */
static const QmsField *
child_field (const QmsNode *node, uint32_t id, size_t index, QmsError **error)
{
  const QmsField *field = field_of (node, id, error);
  size_t count = qms_node_count (node, id);

  if (!field)
    return NULL;
  if (field->kind != QMS_KIND_NODE) {
    fail_kind (field, error);
    return NULL;
  }
  if (index != QMS_APPEND && index > (qms_field_list (field) ? count : 0)) {
    fail_index (index, count, error);
    return NULL;
  }
  return field;
}

QmsNode *
qms_node_add (QmsNode *node, uint32_t id, size_t index, QmsError **error)
{
  const QmsField *field = child_field (node, id, index, error);
  QmsNode *child;

  if (!field)
    return NULL;
  child = qms_node_new (node->document, field->target);
  put (node, field, index, child);
  return child;
}

QmsStatus
qms_node_attach (QmsNode *node, uint32_t id, size_t index, QmsNode *child, QmsError **error)
{
  const QmsField *field = child_field (node, id, index, error);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (!child || child->document != node->document)
    return fail_attach ("another document", error);
  if (child->type != field->target)
    return fail_attach ("another type", error);
  if (child->parent || child == child->document->root)
    return fail_attach ("not detached", error);
  if (is_above (child, node))
    return fail_attach ("a node cannot hold itself", error);
  if (check_ids (child, qms_node_scope (node), error) != QMS_OK)
    return QMS_ERROR_REFERENCE;
  put (node, field, index, child);
  return QMS_OK;
}

QmsStatus
qms_node_detach (QmsNode *node, QmsError **error)
{
  if (!node || !node->parent)
    return fail_attach ("no parent", error);
  take_out (node);
  return QMS_OK;
}

QmsStatus
qms_node_unset (QmsNode *node, uint32_t id)
{
  const QmsField *field = field_of (node, id, NULL);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  while (field->kind == QMS_KIND_NODE && qms_node_present (node, field->slot)) {
    const QmsSlot *items;
    size_t count = qms_node_items (node, field, &items);
    take_out (items[count - 1].node);
  }
  if (field->kind == QMS_KIND_ID)
    qms_document_unindex (node);
  node->present &= ~(G_GUINT64_CONSTANT (1) << field->slot);
  node->slots[field->slot] = (QmsSlot){ 0 };
  return QMS_OK;
}

/* A list field and an index inside it. */
static const QmsField *
item_field (const QmsNode *node, uint32_t id, size_t index, QmsError **error)
{
  const QmsField *field = field_of (node, id, error);
  size_t count = qms_node_count (node, id);

  if (!field)
    return NULL;
  if (!qms_field_list (field)) {
    fail_kind (field, error);
    return NULL;
  }
  if (index >= count) {
    fail_index (index, count, error);
    return NULL;
  }
  return field;
}

QmsStatus
qms_node_remove (QmsNode *node, uint32_t id, size_t index, QmsError **error)
{
  const QmsField *field = item_field (node, id, index, error);

  if (!field)
    return QMS_ERROR_ARGUMENT;
  if (field->kind == QMS_KIND_NODE)
    take_out (node->slots[field->slot].list->items[index].node);
  else
    list_remove (node, field, index);
  return QMS_OK;
}

QmsStatus
qms_node_move (QmsNode *node, uint32_t id, size_t from, size_t to, QmsError **error)
{
  const QmsField *field = item_field (node, id, from, error);
  QmsList *list;
  QmsSlot moved;

  if (!field || !item_field (node, id, to, error))
    return QMS_ERROR_ARGUMENT;
  list = node->slots[field->slot].list;
  moved = list->items[from];
  if (from < to)
    memmove (list->items + from, list->items + from + 1, (to - from) * sizeof (QmsSlot));
  else
    memmove (list->items + to + 1, list->items + to, (from - to) * sizeof (QmsSlot));
  list->items[to] = moved;
  renumber (field, list, MIN (from, to));
  return QMS_OK;
}

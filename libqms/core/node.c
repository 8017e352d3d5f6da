/* SPDX-License-Identifier: Apache-2.0 */
/* Nodes: the tree, and reading values. Changing them is in edit.c. */
#include "core/node.h"

#include "core/document.h"
#include "core/kind.h"

#include <string.h>

QmsNode *
qms_node_new (QmsDocument *document, const QmsType *type)
{
  QmsNode *node = qms_arena_alloc0 (document->arena, sizeof (QmsNode) + type->n_fields * sizeof (QmsSlot));

  node->type = type;
  node->document = document;
  node->slot = QMS_NO_SLOT;
  document->n_nodes++;
  return node;
}

const QmsType *
qms_node_type (const QmsNode *node)
{
  return node ? node->type : NULL;
}

QmsDocument *
qms_node_document (const QmsNode *node)
{
  return node ? node->document : NULL;
}

QmsNode *
qms_node_parent (const QmsNode *node)
{
  return node ? node->parent : NULL;
}

const QmsField *
qms_node_parent_field (const QmsNode *node)
{
  return node && node->parent ? &node->parent->type->fields[node->slot] : NULL;
}

size_t
qms_node_index (const QmsNode *node)
{
  return node ? node->index : 0;
}

uint32_t
qms_node_line (const QmsNode *node)
{
  return node ? node->line : 0;
}

uint32_t
qms_node_column (const QmsNode *node)
{
  return node ? node->column : 0;
}

QmsPosition
qms_node_position (const QmsNode *node, const QmsField *field, size_t index)
{
  QmsPosition own = { node->line, node->column }, position;
  const QmsSlot *items;
  size_t count = qms_node_items (node, field, &items);

  if (!qms_kind_is_string (field->kind) || field->form == QMS_FORM_ATTRIBUTE || index >= count)
    return own;
  memcpy (&position, items[index].string - sizeof position, sizeof position);
  return position.line ? position : own;
}

/* ---- values */

/* Slot of the item at `index` if the field is there and of a kind that `wanted` accepts. */
static const QmsSlot *
get (const QmsNode *node, uint32_t field_id, size_t index, bool (*wanted) (int kind), const QmsField **field_out)
{
  const QmsField *field = node ? qms_type_field (node->type, field_id) : NULL;
  const QmsSlot *items;

  if (!field || !wanted (field->kind) || index >= qms_node_items (node, field, &items))
    return NULL;
  if (field_out)
    *field_out = field;
  return &items[index];
}

static bool
is_integer (int kind)
{
  return kind == QMS_KIND_BOOL || kind == QMS_KIND_INT || kind == QMS_KIND_MONEY || kind == QMS_KIND_ENUM;
}

static bool
is_string (int kind)
{
  return qms_kind_is_string (kind);
}

static bool
is_decimal (int kind)
{
  return kind == QMS_KIND_DECIMAL;
}

static bool
is_duration (int kind)
{
  return kind == QMS_KIND_DURATION;
}

static bool
is_date (int kind)
{
  return kind == QMS_KIND_DATE;
}

static bool
is_datetime (int kind)
{
  return kind == QMS_KIND_DATETIME;
}

static bool
is_node (int kind)
{
  return kind == QMS_KIND_NODE;
}

static bool
is_scalar (int kind)
{
  return kind != QMS_KIND_NODE;
}

size_t
qms_node_count (const QmsNode *node, uint32_t field_id)
{
  const QmsField *field = node ? qms_type_field (node->type, field_id) : NULL;
  const QmsSlot *items;

  return field ? qms_node_items (node, field, &items) : 0;
}

int32_t
qms_node_has (const QmsNode *node, uint32_t field)
{
  return qms_node_count (node, field) > 0;
}

const char *
qms_node_get_string_at (const QmsNode *node, uint32_t field, size_t index)
{
  const QmsSlot *slot = get (node, field, index, is_string, NULL);

  return slot ? slot->string : NULL;
}

const char *
qms_node_get_string (const QmsNode *node, uint32_t field)
{
  return qms_node_get_string_at (node, field, 0);
}

int64_t
qms_node_get_int_at (const QmsNode *node, uint32_t field, size_t index)
{
  const QmsSlot *slot = get (node, field, index, is_integer, NULL);

  return slot ? slot->integer : 0;
}

int64_t
qms_node_get_int (const QmsNode *node, uint32_t field)
{
  return qms_node_get_int_at (node, field, 0);
}

static void
store_decimal (QmsDecimal decimal, int64_t *mantissa, int32_t *scale)
{
  if (mantissa)
    *mantissa = decimal.mantissa;
  if (scale)
    *scale = decimal.scale;
}

QmsStatus
qms_node_get_decimal (const QmsNode *node, uint32_t field, int64_t *mantissa, int32_t *scale)
{
  const QmsSlot *slot = get (node, field, 0, is_decimal, NULL);

  if (!slot)
    return QMS_ERROR_NOT_FOUND;
  store_decimal (qms_decimal_unpack (*slot), mantissa, scale);
  return QMS_OK;
}

QmsStatus
qms_node_get_duration (const QmsNode *node, uint32_t field, int64_t *mantissa, int32_t *scale, int32_t *unit)
{
  const QmsSlot *slot = get (node, field, 0, is_duration, NULL);
  QmsDuration duration;

  if (!slot)
    return QMS_ERROR_NOT_FOUND;
  duration = qms_duration_unpack (*slot);
  store_decimal (duration.amount, mantissa, scale);
  if (unit)
    *unit = duration.unit;
  return QMS_OK;
}

QmsStatus
qms_node_get_date (const QmsNode *node, uint32_t field, int32_t *year, int32_t *month, int32_t *day)
{
  const QmsSlot *slot = get (node, field, 0, is_date, NULL);
  int y, m, d;

  if (!slot)
    return QMS_ERROR_NOT_FOUND;
  qms_date_unpack (*slot, &y, &m, &d);
  if (year)
    *year = y;
  if (month)
    *month = m;
  if (day)
    *day = d;
  return QMS_OK;
}

QmsStatus
qms_node_get_datetime (const QmsNode *node, uint32_t field, int64_t *seconds, int32_t *offset)
{
  const QmsSlot *slot = get (node, field, 0, is_datetime, NULL);
  int64_t s;
  int o;

  if (!slot)
    return QMS_ERROR_NOT_FOUND;
  qms_datetime_unpack (*slot, &s, &o);
  if (seconds)
    *seconds = s;
  if (offset)
    *offset = o;
  return QMS_OK;
}

char *
qms_node_get_text (const QmsNode *node, uint32_t field_id, size_t index)
{
  const QmsField *field;
  const QmsSlot *slot = get (node, field_id, index, is_scalar, &field);
  GString *out;

  if (!slot)
    return NULL;
  out = g_string_new (NULL);
  qms_kinds[field->kind].format (field, *slot, out);
  return g_string_free (out, FALSE);
}

QmsNode *
qms_node_get_node_at (const QmsNode *node, uint32_t field, size_t index)
{
  const QmsSlot *slot = get (node, field, index, is_node, NULL);

  return slot ? slot->node : NULL;
}

QmsNode *
qms_node_get_node (const QmsNode *node, uint32_t field)
{
  return qms_node_get_node_at (node, field, 0);
}

QmsNode *
qms_node_resolve (const QmsNode *node, uint32_t field_id)
{
  const QmsField *field;
  const QmsSlot *slot = get (node, field_id, 0, is_string, &field);
  QmsNode *found;

  if (!slot || field->kind != QMS_KIND_REF)
    return NULL;
  found = qms_document_lookup (node->document, qms_node_scope (node), slot->string);
  return found && found->type == field->target ? found : NULL;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on nodes: where they are, what they hold, how they change. */
#include "run.h"

#include <stdio.h>

static QmsNode *
self_node (Call *call)
{
  return self_handle (call, VALUE_NODE);
}

/* Field that the first argument names; one that the type does not have is an error. */
static const QmsField *
arg_field (Call *call)
{
  const QmsField *field = qms_type_field_by_name (qms_node_type (self_node (call)), arg_text (call, 0));

  if (!field)
    call->status = QMS_ERROR_ARGUMENT;
  return field;
}

static size_t
arg_index (Call *call, size_t index)
{
  return (size_t)arg_int (call, index, -1); /* absent: QMS_APPEND */
}

/* ---- where a node is */

static void
op_type (Call *call)
{
  give_text (call, qms_type_name (qms_node_type (self_node (call))));
}

static void
op_id (Call *call)
{
  give_text (call, qms_node_id (self_node (call)));
}

static void
op_path (Call *call)
{
  give_taken_text (call, qms_node_path (self_node (call)));
}

static void
op_line (Call *call)
{
  give_int (call, qms_node_line (self_node (call)));
}

static void
op_column (Call *call)
{
  give_int (call, qms_node_column (self_node (call)));
}

static void
op_parent (Call *call)
{
  give_node (call, qms_node_parent (self_node (call)));
}

static void
op_parent_field (Call *call)
{
  give_text (call, qms_field_name (qms_node_parent_field (self_node (call))));
}

static void
op_index (Call *call)
{
  give_int (call, (int64_t)qms_node_index (self_node (call)));
}

static void
op_document (Call *call)
{
  give_handle (call, VALUE_DOCUMENT, qms_document_ref (qms_node_document (self_node (call))));
}

static void
op_at (Call *call)
{
  give_node (call, qms_node_at (self_node (call), arg_text (call, 0), NULL));
}

/* ---- values */

static json_t *
get_decimal (const QmsNode *node, uint32_t id)
{
  int64_t mantissa = 0;
  int32_t scale = 0;

  if (qms_node_get_decimal (node, id, &mantissa, &scale) != QMS_OK)
    return json_null ();
  g_autofree char *text = decimal_text (mantissa, scale);
  return json_string (text);
}

static json_t *
get_duration (const QmsNode *node, uint32_t id)
{
  int64_t mantissa = 0;
  int32_t scale = 0, unit = 0;
  QmsStatus status = qms_node_get_duration (node, id, &mantissa, &scale, &unit);

  return duration_data (status, mantissa, scale, unit);
}

static json_t *
get_date (const QmsNode *node, uint32_t id)
{
  int32_t year = 0, month = 0, day = 0;

  if (qms_node_get_date (node, id, &year, &month, &day) != QMS_OK)
    return json_null ();
  return json_sprintf ("%04d-%02d-%02d", year, month, day);
}

static json_t *
get_datetime (const QmsNode *node, uint32_t id)
{
  int64_t seconds = 0;
  int32_t offset = 0;

  if (qms_node_get_datetime (node, id, &seconds, &offset) != QMS_OK)
    return json_null ();
  g_autofree char *text = time_format (seconds, offset);
  return json_string (text);
}

static json_t *
get_text (const QmsNode *node, uint32_t id, size_t index)
{
  char *text = qms_node_get_text (node, id, index);
  json_t *data = json_string (text);

  qms_free (text);
  return data;
}

/* A value that is there, or an item of a list, as data: texts as they are, an enumeration's API name. */
static json_t *
get_item (const QmsNode *node, const QmsField *field, size_t index)
{
  uint32_t id = qms_field_id (field);
  int32_t kind = qms_field_kind (field);
  int64_t number = qms_field_is_list (field) ? qms_node_get_int_at (node, id, index) : qms_node_get_int (node, id);

  if (kind <= QMS_KIND_REF)
    return json_string (qms_node_get_string_at (node, id, index));
  if (kind == QMS_KIND_BOOL)
    return json_boolean (number);
  if (kind == QMS_KIND_INT || kind == QMS_KIND_MONEY)
    return json_integer (number);
  if (qms_field_is_list (field) && kind != QMS_KIND_ENUM)
    return get_text (node, id, index);
  if (kind == QMS_KIND_ENUM)
    return json_string (qms_enum_value_name (qms_field_enum (field), (int32_t)number));
  if (kind == QMS_KIND_DECIMAL)
    return get_decimal (node, id);
  if (kind == QMS_KIND_DATE)
    return get_date (node, id);
  return kind == QMS_KIND_DURATION ? get_duration (node, id) : get_datetime (node, id);
}

static void
op_item (Call *call)
{
  const QmsField *field = arg_field (call);
  size_t index = (size_t)arg_int (call, 1, 0);

  if (qms_field_kind (field) == QMS_KIND_NODE)
    give_node (call, qms_node_get_node_at (self_node (call), qms_field_id (field), index));
  else if (index < qms_node_count (self_node (call), qms_field_id (field)))
    give_data (call, get_item (self_node (call), field, index));
  else
    give_text (call, NULL);
}

static void
op_get (Call *call)
{
  const QmsField *field = arg_field (call);

  if (field && qms_field_kind (field) == QMS_KIND_NODE)
    give_node (call, qms_node_get_node (self_node (call), qms_field_id (field)));
  else if (field && qms_node_has (self_node (call), qms_field_id (field)))
    give_data (call, get_item (self_node (call), field, 0));
  else
    give_text (call, NULL);
}

static void
op_items (Call *call)
{
  const QmsField *field = arg_field (call);
  json_t *items = json_array ();

  for (size_t i = 0; i < qms_node_count (self_node (call), qms_field_id (field)); i++)
    json_array_append_new (items, get_item (self_node (call), field, i));
  give_data (call, items);
}

static void
op_text (Call *call)
{
  const QmsField *field = arg_field (call);

  give_taken_text (call, qms_node_get_text (self_node (call), qms_field_id (field), (size_t)arg_int (call, 1, 0)));
}

static void
op_has (Call *call)
{
  const QmsField *field = arg_field (call);

  give_bool (call, qms_node_has (self_node (call), qms_field_id (field)));
}

static void
op_count (Call *call)
{
  const QmsField *field = arg_field (call);

  give_int (call, (int64_t)qms_node_count (self_node (call), qms_field_id (field)));
}

/* API names of the fields that have a value, in canonical order. */
static void
op_present (Call *call)
{
  const QmsType *type = qms_node_type (self_node (call));
  json_t *names = json_array ();

  for (size_t i = 0; i < qms_type_field_count (type); i++)
    if (qms_node_has (self_node (call), qms_field_id (qms_type_field_at (type, i))))
      json_array_append_new (names, json_string (qms_field_name (qms_type_field_at (type, i))));
  give_data (call, names);
}

static QmsStatus
set_duration (QmsNode *node, uint32_t id, const char *text, QmsError **error)
{
  int64_t mantissa = 0;
  int32_t scale = 0, unit = 0;

  if (!duration_parse (text, &mantissa, &scale, &unit))
    return qms_node_set_text (node, id, text, error); /* no duration, as the library says */
  return qms_node_set_duration (node, id, mantissa, scale, unit, error);
}

static QmsStatus
set_date (QmsNode *node, uint32_t id, const char *text, QmsError **error)
{
  int year = 0, month = 0, day = 0;

  if (sscanf (text, "%d-%d-%d", &year, &month, &day) != 3)
    return qms_node_set_text (node, id, text, error);
  return qms_node_set_date (node, id, year, month, day, error);
}

/* Values that are texts here and numbers in C. */
static QmsStatus
set_packed (QmsNode *node, const QmsField *field, const char *text, QmsError **error)
{
  uint32_t id = qms_field_id (field);
  int64_t mantissa = 0;
  int32_t scale = 0;

  if (qms_field_kind (field) == QMS_KIND_DATE)
    return set_date (node, id, text, error);
  if (qms_field_kind (field) == QMS_KIND_DURATION)
    return set_duration (node, id, text, error);
  if (qms_field_kind (field) == QMS_KIND_DATETIME && time_offset (text) != 0)
    return qms_node_set_datetime (node, id, time_parse (text), time_offset (text), error);
  if (qms_field_kind (field) == QMS_KIND_DECIMAL && decimal_parse (text, &mantissa, &scale))
    return qms_node_set_decimal (node, id, mantissa, scale, error);
  return qms_node_set_text (node, id, text, error);
}

static QmsStatus
set_value (QmsNode *node, const QmsField *field, json_t *value, QmsError **error)
{
  uint32_t id = qms_field_id (field);
  const char *text = json_string_value (value);

  if (!value)
    return qms_node_unset (node, id);
  if (json_is_boolean (value))
    return qms_node_set_int (node, id, json_is_true (value), error);
  if (json_is_integer (value))
    return qms_node_set_int (node, id, json_integer_value (value), error);
  if (qms_field_kind (field) == QMS_KIND_ENUM)
    return qms_node_set_int (node, id, qms_enum_value_by_name (qms_field_enum (field), text), error);
  if (qms_field_kind (field) <= QMS_KIND_REF)
    return qms_node_set_string (node, id, text, error);
  return set_packed (node, field, text, error);
}

static void
op_set (Call *call)
{
  const QmsField *field = arg_field (call);

  if (field)
    call->status = set_value (self_node (call), field, arg_data (call, 1), &call->error);
}

static void
op_set_text (Call *call)
{
  const QmsField *field = arg_field (call);

  if (field)
    call->status = qms_node_set_text (self_node (call), qms_field_id (field), arg_text (call, 1), &call->error);
}

static void
op_unset (Call *call)
{
  const QmsField *field = arg_field (call);

  if (field)
    call->status = qms_node_unset (self_node (call), qms_field_id (field));
}

/* ---- lists and children */

static void
op_insert (Call *call)
{
  const QmsField *field = arg_field (call);

  call->status = qms_node_insert_text (self_node (call), qms_field_id (field), arg_index (call, 1), arg_text (call, 2),
                                       &call->error);
}

static void
op_add (Call *call)
{
  const QmsField *field = arg_field (call);
  size_t index = qms_field_is_list (field) ? arg_index (call, 1) : 0;
  QmsNode *child = qms_node_add (self_node (call), qms_field_id (field), index, &call->error);

  if (!child)
    call->status = QMS_ERROR_ARGUMENT;
  give_node (call, child);
}

static void
op_remove (Call *call)
{
  const QmsField *field = arg_field (call);

  call->status = qms_node_remove (self_node (call), qms_field_id (field), arg_index (call, 1), &call->error);
}

static void
op_move (Call *call)
{
  const QmsField *field = arg_field (call);

  call->status =
      qms_node_move (self_node (call), qms_field_id (field), arg_index (call, 1), arg_index (call, 2), &call->error);
}

static void
op_attach (Call *call)
{
  const QmsField *field = arg_field (call);

  call->status = qms_node_attach (self_node (call), qms_field_id (field), arg_index (call, 1),
                                  arg_handle (call, 2, VALUE_NODE), &call->error);
}

static void
op_detach (Call *call)
{
  call->status = qms_node_detach (self_node (call), &call->error);
}

static void
op_copy (Call *call)
{
  QmsDocument *document = arg_handle (call, 0, VALUE_DOCUMENT);

  give_node (call, qms_node_copy (self_node (call), document ? document : qms_node_document (self_node (call))));
}

static void
op_equal (Call *call)
{
  give_bool (call, qms_node_equal (self_node (call), arg_handle (call, 0, VALUE_NODE)));
}

static void
op_resolve (Call *call)
{
  const QmsField *field = arg_field (call);

  give_node (call, qms_node_resolve (self_node (call), qms_field_id (field)));
}

static void
op_extension (Call *call)
{
  give_text (call, qms_node_extension (self_node (call), arg_text (call, 0), arg_text (call, 1)));
}

static void
op_set_extension (Call *call)
{
  call->status = qms_node_set_extension (self_node (call), arg_text (call, 0), arg_text (call, 1), arg_text (call, 2),
                                         &call->error);
}

static void
op_node_data (Call *call)
{
  char *text = NULL;

  call->status = qms_node_write_json (self_node (call), &text, NULL, &call->error);
  give_parsed (call, text);
}

const Operation node_operations[] = {
  { "type", op_type },
  { "id", op_id },
  { "path", op_path },
  { "line", op_line },
  { "column", op_column },
  { "parent", op_parent },
  { "parent_field", op_parent_field },
  { "index", op_index },
  { "document", op_document },
  { "at", op_at },
  { "item", op_item },
  { "get", op_get },
  { "items", op_items },
  { "text", op_text },
  { "has", op_has },
  { "count", op_count },
  { "present", op_present },
  { "set", op_set },
  { "set_text", op_set_text },
  { "unset", op_unset },
  { "insert", op_insert },
  { "add", op_add },
  { "remove", op_remove },
  { "move", op_move },
  { "attach", op_attach },
  { "detach", op_detach },
  { "copy", op_copy },
  { "equal", op_equal },
  { "resolve", op_resolve },
  { "extension", op_extension },
  { "set_extension", op_set_extension },
  { "node_data", op_node_data },
  { NULL, NULL },
};

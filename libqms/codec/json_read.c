/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a document from JSON: a loop over the tables. All problems are collected, up to the reader's limit. */
#include "codec/json.h"

#include "core/kind.h"
#include "core/text.h"
#include "core/title.h"

#include "gen/ids.h"

#include <string.h>

typedef struct {
  QmsJsonText text;
  QmsDocument *document;
  QmsError *errors;
  size_t n_errors, max_errors;
  guint n_objects; /* seen so far: the next one's position is text.objects[n_objects] */
  bool extras;     /* there are extras or prefixes to prove */
} Reading;

static void read_members (Reading *reading, json_t *object, QmsNode *node, const QmsJsonStep *up);

/* ---- problems */

static bool
has_room (Reading *reading)
{
  return reading->n_errors++ < reading->max_errors;
}

static void
fail (Reading *reading, const QmsJsonStep *step, int message, const QmsValue *values, size_t n_values)
{
  if (has_room (reading))
    qms_json_fail (&reading->text, step, &reading->errors, message, values, n_values);
}

static void
fail_type (Reading *reading, const QmsJsonStep *step, json_type expected, const json_t *found)
{
  if (has_room (reading))
    qms_json_fail_type (&reading->text, step, &reading->errors, expected, found);
}

static void
fail_value (Reading *reading, const QmsJsonStep *step, const QmsField *field, const char *value)
{
  g_autofree char *vi = qms_field_expected (field, QMS_LANG_VI), *en = qms_field_expected (field, QMS_LANG_EN);

  fail (reading, step, QMS_RULE_BAD_VALUE,
        QMS_VALUES ({ "field", { field->name } }, { "value", { value } }, { "expected", { vi, en } }));
}

/* Where a problem goes that a lenient reader lets pass. */
static QmsError **
passable (Reading *reading)
{
  return reading->text.reader->lenient ? &reading->document->diagnostics : &reading->errors;
}

static const char *
nearest_key (const QmsType *type, const char *key)
{
  const char *names[QMS_MAX_SLOTS];

  for (size_t i = 0; i < type->n_fields; i++)
    names[i] = type->fields[i].name;
  return qms_text_nearest (key, names, type->n_fields);
}

/* A lenient reader drops the key, since XML has no place for it, and says so. */
static void
unknown_key (Reading *reading, const QmsType *type, const QmsJsonStep *step)
{
  const char *nearest = has_room (reading) ? nearest_key (type, step->key) : NULL;
  g_autofree char *vi = nearest ? g_strdup_printf ("; có phải «%s»?", nearest) : g_strdup ("");
  g_autofree char *en = nearest ? g_strdup_printf ("; did you mean «%s»?", nearest) : g_strdup ("");
  g_autofree char *key = qms_message_quote (step->key, strlen (step->key));

  if (reading->n_errors <= reading->max_errors)
    qms_json_fail (&reading->text, step, passable (reading), QMS_RULE_JSON_UNKNOWN_KEY,
                   QMS_VALUES ({ "type", { type->name } }, { "key", { key } }, { "hint", { vi, en } }));
}

/* ---- values */

static bool
is_whole_number (const QmsField *field)
{
  return field->kind == QMS_KIND_INT || field->kind == QMS_KIND_MONEY;
}

static json_type
json_type_of (const QmsField *field)
{
  if (field->kind == QMS_KIND_NODE)
    return JSON_OBJECT;
  if (field->kind == QMS_KIND_BOOL)
    return JSON_TRUE;
  return is_whole_number (field) ? JSON_INTEGER : JSON_STRING;
}

static bool
has_type (const json_t *value, json_type type)
{
  return type == JSON_TRUE ? json_is_boolean (value) : json_typeof (value) == type;
}

static bool
read_scalar (Reading *reading, const QmsField *field, const json_t *value, const QmsJsonStep *step, QmsSlot *slot)
{
  QmsValueStatus status;

  if (json_is_boolean (value)) {
    slot->integer = json_is_true (value);
    return true;
  }
  if (json_is_integer (value)) {
    g_autofree char *digits = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
    status = qms_field_parse (field, digits, strlen (digits), reading->document->arena, slot);
    if (status != QMS_VALUE_OK)
      fail_value (reading, step, field, digits);
    return status == QMS_VALUE_OK;
  }
  status =
      qms_field_parse (field, json_string_value (value), json_string_length (value), reading->document->arena, slot);
  if (status != QMS_VALUE_OK)
    fail_value (reading, step, field, json_string_value (value));
  return status == QMS_VALUE_OK;
}

static void
store (QmsNode *node, const QmsField *field, QmsSlot slot)
{
  if (qms_field_list (field)) {
    qms_node_append_slot (node, field, slot);
  } else {
    node->slots[field->slot] = slot;
    node->present |= G_GUINT64_CONSTANT (1) << field->slot;
  }
}

static void
read_node (Reading *reading, QmsNode *parent, const QmsField *field, json_t *value, const QmsJsonStep *step)
{
  QmsNode *node = qms_node_new (reading->document, field->target);

  qms_node_put_child (parent, field, node);
  read_members (reading, value, node, step);
}

static void
read_value (Reading *reading, QmsNode *node, const QmsField *field, json_t *value, const QmsJsonStep *step)
{
  QmsSlot slot;

  if (!has_type (value, json_type_of (field)))
    fail_type (reading, step, json_type_of (field), value);
  else if (field->kind == QMS_KIND_NODE)
    read_node (reading, node, field, value, step);
  else if (read_scalar (reading, field, value, step, &slot))
    store (node, field, slot);
}

/* An empty list says nothing. */
static void
read_list (Reading *reading, QmsNode *node, const QmsField *field, json_t *list, const QmsJsonStep *up)
{
  size_t index;
  json_t *value;

  if (!json_is_array (list)) {
    fail_type (reading, up, JSON_ARRAY, list);
    return;
  }
  json_array_foreach (list, index, value) {
    QmsJsonStep step = { up, NULL, index };
    read_value (reading, node, field, value, &step);
  }
}

/* ---- members */

/* Field of that API name; looked for first behind the last one found, because keys usually stand in the schema's order. */
static const QmsField *
find_field (const QmsType *type, const char *key, unsigned *next)
{
  for (unsigned i = 0; i < type->n_fields; i++) {
    const QmsField *field = &type->fields[(*next + i) % type->n_fields];
    if (strcmp (field->name, key) == 0) {
      *next = field->slot + 1u;
      return field;
    }
  }
  return NULL;
}

/* Objects in a value that no node is made of. */
static guint
count_objects (const json_t *value)
{
  guint count = json_is_object (value);
  const char *key;
  json_t *member;
  size_t index;

  json_object_foreach ((json_t *)value, key, member)
    count += count_objects (member);
  json_array_foreach ((json_t *)value, index, member)
    count += count_objects (member);
  return count;
}

static void
read_extras (Reading *reading, json_t *list, QmsNode *node, const QmsJsonStep *up)
{
  QmsJsonStep list_step = { up, "$extra", 0 };
  QmsExtra **end = &node->extra;
  g_autoptr (GHashTable) texts = list ? qms_json_value_texts_new () : NULL;
  size_t index;
  json_t *value;

  if (list && !json_is_array (list))
    fail_type (reading, &list_step, JSON_ARRAY, list);
  json_array_foreach (list, index, value) {
    QmsJsonStep step = { &list_step, NULL, index };
    const char *const *problem = qms_json_to_extra (value, node, texts, end);
    reading->extras = true;
    if (!problem)
      end = &(*end)->next;
    else
      fail (reading, &step, QMS_RULE_JSON_EXTRA, QMS_VALUES ({ "detail", { problem[0], problem[1] } }));
  }
}

static void
read_member (Reading *reading, QmsNode *node, json_t *value, const QmsJsonStep *step, unsigned *next)
{
  const QmsField *field = find_field (node->type, step->key, next);

  if (!field) {
    unknown_key (reading, node->type, step);
    reading->n_objects += count_objects (value);
  } else if (qms_field_list (field)) {
    read_list (reading, node, field, value, step);
  } else {
    read_value (reading, node, field, value, step);
  }
}

/* `$type` and `$namespaces` belong to the root and are read by read_root. */
static bool
is_reserved (const QmsNode *node, const char *key)
{
  bool is_root = node == node->document->root;

  return strcmp (key, "$extra") == 0 || (is_root && (strcmp (key, "$type") == 0 || strcmp (key, "$namespaces") == 0));
}

static void
read_members (Reading *reading, json_t *object, QmsNode *node, const QmsJsonStep *up)
{
  const QmsPosition *start = &g_array_index (reading->text.objects, QmsPosition, reading->n_objects++);
  unsigned next = 0;
  const char *key;
  json_t *value;

  node->line = start->line;
  node->column = start->column;
  json_object_foreach (object, key, value) {
    QmsJsonStep step = { up, key, 0 };
    if (is_reserved (node, key))
      reading->n_objects += count_objects (value);
    else
      read_member (reading, node, value, &step, &next);
  }
  read_extras (reading, json_object_get (object, "$extra"), node, up);
}

/* ---- the whole */

static void
wrong_root (Reading *reading, const json_t *name)
{
  g_autoptr (GString) known = g_string_new (NULL);
  const char *value = json_string_value (name);
  g_autofree char *quoted = qms_message_quote (value ? value : "", value ? strlen (value) : 0);
  g_autofree char *vi = !name    ? g_strdup ("đối tượng gốc chưa ghi «$type»")
                        : !value ? g_strdup ("«$type» của đối tượng gốc không phải là chuỗi ký tự")
                                 : g_strdup_printf ("«$type» của đối tượng gốc là «%s»", quoted);
  g_autofree char *en = !name    ? g_strdup ("the root object has no «$type»")
                        : !value ? g_strdup ("the «$type» of the root object is no string")
                                 : g_strdup_printf ("the «$type» of the root object is «%s»", quoted);

  for (size_t i = 0; i < qms_gen_n_types; i++)
    if (qms_gen_types[i]->flags & QMS_TYPE_FLAG_ROOT)
      g_string_append_printf (known, "%s«%s»", known->len ? ", " : "", qms_gen_types[i]->name);
  fail (reading, NULL, QMS_RULE_JSON_ROOT, QMS_VALUES ({ "found", { vi, en } }, { "expected", { known->str } }));
}

static const QmsType *
root_type (Reading *reading)
{
  const json_t *name = json_object_get (reading->text.root, "$type");
  const QmsType *type = qms_type_by_name (json_string_value (name));
  bool named = type && (type->flags & QMS_TYPE_FLAG_ROOT) && strcmp (type->name, json_string_value (name)) == 0;

  if (!named)
    wrong_root (reading, name);
  return named ? type : NULL;
}

static void
read_prefixes (Reading *reading)
{
  QmsJsonStep up = { NULL, "$namespaces", 0 };
  json_t *namespaces = json_object_get (reading->text.root, "$namespaces"), *uri;
  size_t limit = qms_reader_limit (reading->text.reader, QMS_LIMIT_NAMESPACES);
  const char *prefix;

  if (namespaces && !json_is_object (namespaces)) {
    fail_type (reading, &up, JSON_OBJECT, namespaces);
    return;
  }
  if (json_object_size (namespaces) > limit) {
    QmsPosition position = qms_json_position (&reading->text, &up);
    QmsPlace place = { reading->text.name, position.line, position.column, "/$namespaces" };
    qms_fail_limit (reading->text.reader, QMS_LIMIT_NAMESPACES, &place, &reading->errors);
    return;
  }
  json_object_foreach (namespaces, prefix, uri) {
    QmsJsonStep step = { &up, prefix, 0 };
    reading->extras = true;
    if (!json_is_string (uri))
      fail_type (reading, &step, JSON_STRING, uri);
    else
      qms_document_bind (reading->document, prefix, json_string_value (uri));
  }
}

static void
read_root (Reading *reading)
{
  const QmsType *type;

  if (!json_is_object (reading->text.root)) {
    fail_type (reading, NULL, JSON_OBJECT, reading->text.root);
    return;
  }
  type = root_type (reading);
  if (!type)
    return;
  reading->document->root = qms_node_new (reading->document, type);
  read_prefixes (reading);
  read_members (reading, reading->text.root, reading->document->root, NULL);
}

/* Reports each identifier that a node above or before holds already. */
static void
check_ids (Reading *reading, QmsNode *node)
{
  const char *id = qms_node_id (node);
  QmsNode *holder = id ? qms_document_lookup (reading->document, qms_node_scope (node), id) : node;

  if (holder != node && has_room (reading)) {
    g_autofree char *path = qms_node_path (node);
    g_autofree char *vi = qms_node_whereabouts (holder, QMS_LANG_VI), *en = qms_node_whereabouts (holder, QMS_LANG_EN);
    QmsPlace place = { reading->text.name, node->line, node->column, path };
    qms_error_add (passable (reading), &qms_gen_rules[QMS_RULE_DUPLICATE_ID], &place,
                   QMS_VALUES ({ "id", { id } }, { "where", { vi, en } }));
  }
  for (size_t i = node->type->n_attributes; i < node->type->n_fields; i++) {
    const QmsField *field = &node->type->fields[i];
    const QmsSlot *items;
    size_t count = field->kind == QMS_KIND_NODE ? qms_node_items (node, field, &items) : 0;
    for (size_t j = 0; j < count; j++)
      check_ids (reading, items[j].node);
  }
}

/* Hands the problems over, or checks what can only be checked of the whole. */
static QmsStatus
finish (Reading *reading, QmsError **error)
{
  QmsStatus status;

  if (!reading->errors)
    check_ids (reading, reading->document->root);
  if (!reading->errors && reading->extras)
    qms_json_prove_extras (&reading->text, reading->document, &reading->errors);
  status = qms_error_status (reading->errors);
  qms_error_join (error, reading->errors);
  return status;
}

QmsStatus
qms_json_read (const char *data, size_t size, const char *name, const QmsReader *reader, QmsDocument **document,
               QmsError **error)
{
  g_auto (QmsJsonText) text = { 0 };
  Reading reading = { .max_errors = qms_reader_limit (reader, QMS_LIMIT_ERRORS) };
  g_autoptr (QmsDocument) read = qms_document_alloc ();
  QmsStatus status = qms_json_text_load (&text, data, size, name, reader, error);

  if (status != QMS_OK)
    return status;
  if (name)
    read->file = qms_arena_strndup (read->arena, name, strlen (name));
  reading.text = text;
  reading.document = read;
  read_root (&reading);
  status = finish (&reading, error);
  if (status == QMS_OK)
    *document = g_steal_pointer (&read);
  return status;
}

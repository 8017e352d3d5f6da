/* SPDX-License-Identifier: Apache-2.0 */
/* Comments, processing instructions and foreign content in JSON: the `$extra` of a node, member for member. */
#include "codec/json.h"

#include "core/extra.h"
#include "core/kind.h"

#include <string.h>

static const char *const kind_names[] = {
  [QMS_EXTRA_COMMENT] = "comment",
  [QMS_EXTRA_PI] = "instruction",
  [QMS_EXTRA_ELEMENT] = "element",
  [QMS_EXTRA_ATTRIBUTE] = "attribute",
};

static const char *const where_names[] = {
  [QMS_WHERE_BEFORE] = "before",
  [QMS_WHERE_TAG] = "tag",
  [QMS_WHERE_FIELD_BEFORE] = "field-before",
  [QMS_WHERE_FIELD_TAG] = "field-tag",
  [QMS_WHERE_FIELD_INSIDE] = "field-inside",
  [QMS_WHERE_END] = "end",
  [QMS_WHERE_AFTER] = "after",
};

static bool
is_in_field (int where)
{
  return where == QMS_WHERE_FIELD_BEFORE || where == QMS_WHERE_FIELD_TAG || where == QMS_WHERE_FIELD_INSIDE;
}

static void
set_string (json_t *object, const char *key, const char *value)
{
  if (value)
    json_object_set_new_nocheck (object, key, json_string_nocheck (value));
}

static void
set_number (json_t *object, const char *key, uint32_t value)
{
  if (value)
    json_object_set_new_nocheck (object, key, json_integer (value));
}

static json_t *
from_bindings (const QmsExtra *extra)
{
  json_t *bindings = extra->n_bindings > 0 ? json_object () : NULL;

  for (uint32_t i = 0; i < extra->n_bindings; i++)
    set_string (bindings, extra->bindings[i].prefix, extra->bindings[i].uri);
  return bindings;
}

static json_t *
from_extra (const QmsNode *node, const QmsExtra *extra)
{
  json_t *object = json_object ();

  set_string (object, "kind", kind_names[extra->kind]);
  set_string (object, "where", where_names[extra->where]);
  if (is_in_field (extra->where)) {
    set_string (object, "field", node->type->fields[extra->slot].name);
    set_number (object, "item", extra->item);
    set_number (object, "offset", extra->offset);
  }
  set_string (object, "uri", extra->uri);
  set_string (object, "name", extra->name);
  set_string (object, "text", extra->text);
  json_object_set_new_nocheck (object, "namespaces", from_bindings (extra));
  return object;
}

json_t *
qms_json_from_extras (const QmsNode *node)
{
  json_t *list = node->extra ? json_array () : NULL;

  for (const QmsExtra *extra = node->extra; extra; extra = extra->next)
    json_array_append_new (list, from_extra (node, extra));
  return list;
}

/* ---- reading */

static const char *const not_object[] = { "mỗi mục phải là một đối tượng", "each item must be an object" };
static const char *const bad_key[] = { "có khóa lạ hoặc giá trị không phải chuỗi",
                                       "an unknown key or a value that is not a string" };
static const char *const bad_kind[] = { "«kind» phải là comment, instruction, element hoặc attribute",
                                        "«kind» must be comment, instruction, element or attribute" };
static const char *const bad_where[] = { "«where» không hợp với «kind»", "«where» does not fit «kind»" };
static const char *const bad_field[] = { "«field», «item», «offset» không chỉ vào một giá trị đang có",
                                         "«field», «item», «offset» do not point to a value that is there" };
static const char *const no_text[] = { "thiếu «text», «name» hoặc «uri»", "«text», «name» or «uri» is missing" };
static const char *const bad_text[] = { "«text» phải là phần tử «name»", "«text» must be the element «name»" };

static unsigned
find_name (const json_t *name, const char *const *names, unsigned count)
{
  for (unsigned i = 1; json_is_string (name) && i < count; i++)
    if (strcmp (json_string_value (name), names[i]) == 0)
      return i;
  return 0;
}

static bool
is_string_key (const char *key)
{
  static const char *const keys[] = { "kind", "where", "field", "uri", "name", "text", NULL };

  return g_strv_contains (keys, key);
}

static bool
is_number_key (const char *key)
{
  return strcmp (key, "item") == 0 || strcmp (key, "offset") == 0;
}

static bool
is_number (const json_t *value)
{
  return json_is_integer (value) && json_integer_value (value) >= 0 && json_integer_value (value) <= UINT32_MAX;
}

static bool
are_bindings (json_t *value)
{
  const char *prefix;
  json_t *uri;

  if (!json_is_object (value))
    return false;
  json_object_foreach (value, prefix, uri)
    if (!json_is_string (uri))
      return false;
  return true;
}

static bool
are_keys_known (json_t *value)
{
  const char *key;
  json_t *member;

  json_object_foreach (value, key, member)
    if (!(is_string_key (key) && json_is_string (member)) && !(is_number_key (key) && is_number (member))
        && !(strcmp (key, "namespaces") == 0 && are_bindings (member)))
      return false;
  return true;
}

static const char *
copy_string (const QmsNode *node, const json_t *object, const char *key)
{
  const json_t *value = json_object_get (object, key);

  return value ? qms_arena_strndup (node->document->arena, json_string_value (value), json_string_length (value))
               : NULL;
}

static void
copy_bindings (const QmsNode *node, json_t *value, QmsExtra *extra)
{
  QmsArena *arena = node->document->arena;
  json_t *bindings = json_object_get (value, "namespaces"), *uri;
  QmsBinding *copy;
  const char *prefix;

  if (!bindings)
    return;
  extra->bindings = copy = qms_arena_alloc (arena, json_object_size (bindings) * sizeof (QmsBinding));
  json_object_foreach (bindings, prefix, uri) {
    copy[extra->n_bindings++] =
        (QmsBinding){ qms_arena_strndup (arena, prefix, strlen (prefix)),
                      qms_arena_strndup (arena, json_string_value (uri), json_string_length (uri)) };
  }
}

static bool
fits (unsigned kind, unsigned where)
{
  bool in_tag = where == QMS_WHERE_TAG || where == QMS_WHERE_FIELD_TAG;

  return in_tag == (kind == QMS_EXTRA_ATTRIBUTE);
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

GHashTable *
qms_json_value_texts_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, free_text);
}

static const GString *
text_of (GHashTable *texts, const QmsField *field, const QmsSlot *value)
{
  GString *text = g_hash_table_lookup (texts, value);

  if (!text) {
    text = g_string_new (NULL);
    qms_kinds[field->kind].format (field, *value, text);
    g_hash_table_insert (texts, (gpointer)value, text);
  }
  return text;
}

/* Whether an offset lies in a text, and between two characters. */
static bool
is_offset (const GString *text, uint32_t offset)
{
  return offset <= text->len && ((unsigned char)text->str[offset] & 0xC0) != 0x80;
}

/* Finds the value beside which the extra stands. */
static bool
set_place (const QmsNode *node, const json_t *value, GHashTable *texts, QmsExtra *extra)
{
  const QmsField *field = qms_type_field_by_name (node->type, json_string_value (json_object_get (value, "field")));
  const QmsSlot *items;

  extra->item = (uint32_t)json_integer_value (json_object_get (value, "item"));
  extra->offset = (uint32_t)json_integer_value (json_object_get (value, "offset"));
  if (!is_in_field (extra->where))
    return json_object_get (value, "field") == NULL && extra->item == 0 && extra->offset == 0;
  if (!field || field->kind == QMS_KIND_NODE || extra->item >= qms_node_items (node, field, &items))
    return false;
  extra->slot = field->slot;
  return is_offset (text_of (texts, field, &items[extra->item]), extra->offset);
}

static bool
is_complete (const QmsExtra *extra)
{
  bool has_uri = extra->kind == QMS_EXTRA_ELEMENT || extra->kind == QMS_EXTRA_ATTRIBUTE;

  return extra->text && (extra->name || extra->kind == QMS_EXTRA_COMMENT) && (extra->uri || !has_uri);
}

/* Whether an element's text begins with its own start tag; the writer puts declarations behind the name. */
static bool
begins_with_tag (const QmsExtra *extra)
{
  size_t length = extra->name ? strlen (extra->name) : 0;

  return extra->kind != QMS_EXTRA_ELEMENT
         || (extra->text[0] == '<' && strncmp (extra->text + 1, extra->name, length) == 0 && extra->text[length + 1]
             && strchr (" />", extra->text[length + 1]));
}

static void
fill (const QmsNode *node, json_t *value, QmsExtra *extra)
{
  extra->uri = copy_string (node, value, "uri");
  extra->name = copy_string (node, value, "name");
  extra->text = copy_string (node, value, "text");
  copy_bindings (node, value, extra);
}

const char *const *
qms_json_to_extra (json_t *value, const QmsNode *node, GHashTable *texts, QmsExtra **extra)
{
  unsigned kind = find_name (json_object_get (value, "kind"), kind_names, G_N_ELEMENTS (kind_names));
  unsigned where = find_name (json_object_get (value, "where"), where_names, G_N_ELEMENTS (where_names));
  QmsExtra *made;

  if (!json_is_object (value))
    return not_object;
  if (!are_keys_known (value))
    return bad_key;
  if (kind == 0)
    return bad_kind;
  if (where == 0 || !fits (kind, where))
    return bad_where;
  made = qms_arena_alloc0 (node->document->arena, sizeof *made);
  made->kind = (uint8_t)kind;
  made->where = (uint8_t)where;
  if (!set_place (node, value, texts, made))
    return bad_field;
  fill (node, value, made);
  if (!is_complete (made))
    return no_text;
  if (!begins_with_tag (made))
    return bad_text;
  *extra = made;
  return NULL;
}

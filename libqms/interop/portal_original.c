/* SPDX-License-Identifier: Apache-2.0 */
/* What a record says and the model cannot give back: kept with the node that it belongs to, as a foreign element
 *
 *   <nguyenBan xmlns="urn:libqms:portal:1">{"values":[{"at":"/SOTIEN","model":"2.000.000","record":"2,000,000"}],"keys":[…]}
 *
 * `at` points below the node's object; a missing `model` or `record` means that the key is absent there. `keys` is the order
 * of keys where it is not the table's. A value of the record is given back only while the model still yields `model`. */
#include "core/document.h"
#include "interop/portal_record.h"

#include "gen/ids.h"

#include <string.h>

#define NAMESPACE "urn:libqms:portal:1"
#define PREFIX "cong"
#define ELEMENT "nguyenBan"

/* ---- finding the differences */

static void
add_difference (json_t *values, const char *at, json_t *model, json_t *record)
{
  json_t *entry = json_object ();

  json_object_set_new_nocheck (entry, "at", json_string_nocheck (at));
  json_object_set_nocheck (entry, "model", model);
  json_object_set_nocheck (entry, "record", record);
  json_array_append_new (values, entry);
}

static void compare (json_t *values, const char *at, json_t *model, json_t *record);

static void
compare_member (json_t *values, const char *at, const char *key, json_t *model, json_t *record)
{
  g_autoptr (GString) below = g_string_new (at);

  qms_json_pointer_append (below, key);
  compare (values, below->str, json_object_get (model, key), json_object_get (record, key));
}

static void
compare_objects (json_t *values, const char *at, json_t *model, json_t *record)
{
  const char *key;
  json_t *value;

  json_object_foreach (model, key, value)
    compare_member (values, at, key, model, record);
  json_object_foreach (record, key, value)
    if (!json_object_get (model, key))
      compare_member (values, at, key, model, record);
}

static void
compare_arrays (json_t *values, const char *at, json_t *model, json_t *record)
{
  size_t index;
  json_t *item;

  json_array_foreach (model, index, item) {
    g_autofree char *below = g_strdup_printf ("%s/%zu", at, index);
    compare (values, below, item, json_array_get (record, index));
  }
}

static void
compare (json_t *values, const char *at, json_t *model, json_t *record)
{
  if (model == record)
    return;
  if (json_is_object (model) && json_is_object (record))
    compare_objects (values, at, model, record);
  else if (json_is_array (model) && json_is_array (record) && json_array_size (model) == json_array_size (record))
    compare_arrays (values, at, model, record);
  else if (!json_equal (model, record))
    add_difference (values, at, model, record);
}

/* ---- giving back */

static char *
unescaped (const char *token)
{
  g_auto (GStrv) slashes = g_strsplit (token, "~1", -1);
  g_autofree char *joined = g_strjoinv ("/", slashes);
  g_auto (GStrv) tildes = g_strsplit (joined, "~0", -1);

  return g_strjoinv ("~", tildes);
}

static json_t *
child (json_t *value, const char *token)
{
  return json_is_array (value) ? json_array_get (value, (size_t)g_ascii_strtoull (token, NULL, 10))
                               : json_object_get (value, token);
}

static void
set_child (json_t *value, const char *token, json_t *record)
{
  if (json_is_array (value))
    json_array_set (value, (size_t)g_ascii_strtoull (token, NULL, 10), record);
  else if (record)
    json_object_set_nocheck (value, token, record);
  else
    json_object_del (value, token);
}

/* Puts the value of the record where the model still yields what it did. */
static void
give_back (json_t *object, const json_t *entry)
{
  json_t *model = json_object_get (entry, "model"), *record = json_object_get (entry, "record"), *found;
  g_auto (GStrv) tokens = g_strsplit (json_string_value (json_object_get (entry, "at")), "/", -1);

  for (guint i = 1; tokens[0] && tokens[i]; i++) {
    g_autofree char *token = unescaped (tokens[i]);
    found = child (object, token);
    if (tokens[i + 1])
      object = found;
    else if (found == model || json_equal (found, model))
      set_child (object, token, record);
  }
}

static void
give_back_all (json_t *object, json_t *values)
{
  size_t index;
  json_t *entry;

  json_array_foreach (values, index, entry)
    give_back (object, entry);
}

/* A copy with `keys` first, in that order. */
static json_t *
ordered (json_t *object, json_t *keys)
{
  json_t *copy = json_object (), *key;
  size_t index;

  json_array_foreach (keys, index, key)
    json_object_set (copy, json_string_value (key), json_object_get (object, json_string_value (key)));
  json_object_update_missing (copy, object);
  return copy;
}

/* ---- keeping */

static json_t *
keys_of (json_t *object)
{
  json_t *keys = json_array (), *value;
  const char *key;

  json_object_foreach (object, key, value)
    json_array_append_new (keys, json_string_nocheck (key));
  return keys;
}

/* What to keep; NULL if the table gives the record back as it is. Lists of nodes keep their own. */
static json_t *
find_original (const PortalShape *shape, json_t *record, const QmsNode *node)
{
  json_t *model = portal_generate (shape, node), *values = json_array (), *keys = keys_of (record), *now, *original;

  for (size_t i = 0; i < shape->n_keys; i++) {
    json_t *list = json_object_get (record, shape->keys[i].key);
    if (shape->keys[i].items && json_is_array (list))
      json_object_set (model, shape->keys[i].key, list);
  }
  compare (values, "", model, record);
  give_back_all (model, values);
  now = keys_of (model);
  original = json_object ();
  if (json_array_size (values) > 0)
    json_object_set (original, "values", values);
  if (!json_equal (keys, now))
    json_object_set (original, "keys", keys);
  json_decref (model);
  json_decref (values);
  json_decref (keys);
  json_decref (now);
  return original;
}

void
portal_keep_original (const PortalShape *shape, json_t *record, QmsNode *node)
{
  json_t *original = find_original (shape, record, node);

  if (json_object_size (original) > 0) {
    g_autofree char *text = json_dumps (original, JSON_COMPACT);
    qms_document_prefix (node->document, NAMESPACE, PREFIX);
    qms_node_set_extension (node, NAMESPACE, ELEMENT, text, NULL);
  }
  json_decref (original);
}

void
portal_take_original (QmsNode *node, const QmsNode *from)
{
  const char *text = qms_node_extension (from, NAMESPACE, ELEMENT);

  if (g_strcmp0 (text, qms_node_extension (node, NAMESPACE, ELEMENT)) != 0)
    qms_node_set_extension (node, NAMESPACE, ELEMENT, text, NULL);
}

/* ---- reading what was kept */

static bool
are_strings (json_t *list)
{
  size_t index;
  json_t *item;

  json_array_foreach (list, index, item)
    if (!json_is_string (item))
      return false;
  return !list || json_is_array (list);
}

static bool
are_entries (json_t *list)
{
  size_t index;
  json_t *entry;

  json_array_foreach (list, index, entry)
    if (!json_is_string (json_object_get (entry, "at")))
      return false;
  return !list || json_is_array (list);
}

void
portal_each_kept (const QmsNode *node, PortalKeptFunc func, void *data)
{
  const char *text = qms_node_extension (node, NAMESPACE, ELEMENT);
  json_t *original = text ? json_loads (text, JSON_REJECT_DUPLICATES, NULL) : NULL;
  json_t *values = json_object_get (original, "values"), *entry;
  size_t index;

  if (are_entries (values))
    json_array_foreach (values, index, entry)
      func (node, json_string_value (json_object_get (entry, "at")), json_object_get (entry, "model"),
            json_object_get (entry, "record"), data);
  json_decref (original);
}

static QmsStatus
fail_damaged (const QmsNode *node, QmsError **error)
{
  g_autofree char *path = qms_node_path (node);
  QmsPlace place = { node->document->file, node->line, node->column, path };

  return qms_fail (error, QMS_MSG_PORTAL_ORIGINAL, &place, "name", ELEMENT, NULL);
}

QmsStatus
portal_restore_original (const QmsNode *node, json_t **object, QmsError **error)
{
  const char *text = qms_node_extension (node, NAMESPACE, ELEMENT);
  json_t *original = text ? json_loads (text, JSON_REJECT_DUPLICATES, NULL) : NULL;
  json_t *values = json_object_get (original, "values"), *keys = json_object_get (original, "keys"), *copy;
  bool sound = json_is_object (original) && are_entries (values) && are_strings (keys);

  if (text && sound) {
    give_back_all (*object, values);
    copy = keys ? ordered (*object, keys) : json_incref (*object);
    json_decref (*object);
    *object = copy;
  }
  json_decref (original);
  return !text || sound ? QMS_OK : fail_damaged (node, error);
}

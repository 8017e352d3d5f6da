/* SPDX-License-Identifier: Apache-2.0 */
/* Checks records and moves them between JSON and nodes, by the table. */
#include "core/text.h"
#include "interop/portal_record.h"

#include "gen/ids.h"

#include <string.h>

/* ---- checking */

static QmsStatus
check_characters (const QmsJsonText *text, const char *string, size_t length, const QmsJsonStep *step, QmsError **error)
{
  g_autofree char *name = NULL;
  size_t bad;

  if (qms_text_is_xml (string, length, &bad))
    return QMS_OK;
  name = g_strdup_printf ("U+%04X", (unsigned)g_utf8_get_char (string + bad));
  return qms_json_fail (text, step, error, QMS_MSG_PORTAL_CHARACTER, QMS_VALUES ({ "character", { name } }));
}

/* Characters of every key and string at and below a value. */
static QmsStatus
check_strings (const QmsJsonText *text, json_t *value, const QmsJsonStep *step, QmsError **error)
{
  QmsStatus status = QMS_OK;
  const char *key;
  json_t *member;
  size_t index;

  if (json_is_string (value))
    return check_characters (text, json_string_value (value), json_string_length (value), step, error);
  json_object_foreach (value, key, member) {
    QmsJsonStep below = { step, key, 0 };
    status = check_characters (text, key, strlen (key), &below, error);
    if (status == QMS_OK)
      status = check_strings (text, member, &below, error);
    if (status != QMS_OK)
      return status;
  }
  json_array_foreach (value, index, member) {
    QmsJsonStep below = { step, NULL, index };
    status = check_strings (text, member, &below, error);
    if (status != QMS_OK)
      return status;
  }
  return status;
}

static QmsStatus check_types (const QmsJsonText *text, const PortalShape *shape, json_t *object,
                              const QmsJsonStep *step, QmsError **error);

/* An item of a list of texts: an object with a scalar under the key `with`. */
static QmsStatus
check_text_item (const QmsJsonText *text, const PortalKey *key, json_t *item, const QmsJsonStep *step, QmsError **error)
{
  const PortalKey only = { .key = key->with, .form = &portal_plain };
  const PortalShape shape = { &only, 1 };

  return check_types (text, &shape, item, step, error);
}

static QmsStatus
check_list (const QmsJsonText *text, const PortalKey *key, json_t *list, const QmsJsonStep *step, QmsError **error)
{
  QmsStatus status = QMS_OK;
  size_t index;
  json_t *item;

  if (!json_is_array (list))
    return qms_json_fail_type (text, step, error, JSON_ARRAY, list);
  json_array_foreach (list, index, item) {
    QmsJsonStep below = { step, NULL, index };
    if (key->items)
      status = check_types (text, key->items, item, &below, error);
    else
      status = check_text_item (text, key, item, &below, error);
    if (status != QMS_OK)
      return status;
  }
  return status;
}

static QmsStatus
check_types (const QmsJsonText *text, const PortalShape *shape, json_t *object, const QmsJsonStep *step,
             QmsError **error)
{
  QmsStatus status = QMS_OK;

  if (!json_is_object (object))
    return qms_json_fail_type (text, step, error, JSON_OBJECT, object);
  for (size_t i = 0; i < shape->n_keys && status == QMS_OK; i++) {
    const PortalKey *key = &shape->keys[i];
    QmsJsonStep below = { step, key->key, 0 };
    json_t *value = json_object_get (object, key->key);
    if (!value || json_is_null (value))
      continue;
    if (key->form->type == JSON_ARRAY)
      status = check_list (text, key, value, &below, error);
    else if (json_is_object (value) || json_is_array (value))
      status = qms_json_fail_type (text, &below, error, JSON_STRING, value);
  }
  return status;
}

QmsStatus
portal_check (const QmsJsonText *text, const PortalShape *shape, json_t *object, const QmsJsonStep *step,
              QmsError **error)
{
  QmsStatus status = check_types (text, shape, object, step, error);

  return status == QMS_OK ? check_strings (text, object, step, error) : status;
}

/* ---- moving */

void
portal_read (const PortalShape *shape, json_t *object, QmsNode *node)
{
  for (size_t i = 0; i < shape->n_keys; i++)
    shape->keys[i].form->read (&shape->keys[i], object, node);
  portal_keep_original (shape, object, node);
}

static bool
is_empty (const json_t *value)
{
  return json_array_size (value) == 0 && json_string_length (value) == 0;
}

json_t *
portal_generate (const PortalShape *shape, const QmsNode *node)
{
  json_t *object = json_object ();

  for (size_t i = 0; i < shape->n_keys; i++) {
    const PortalKey *key = &shape->keys[i];
    json_t *value = key->form->write (key, node);
    if (key->optional && is_empty (value))
      json_decref (value);
    else
      json_object_set_new_nocheck (object, key->key, value);
  }
  return object;
}

static QmsStatus
fill_list (const PortalKey *key, const QmsNode *node, json_t *list, QmsError **error)
{
  size_t count = qms_node_count (node, key->field);
  QmsStatus status = QMS_OK;

  for (size_t i = 0; i < count && status == QMS_OK; i++) {
    json_t *item = portal_write (key->items, qms_node_get_node_at (node, key->field, i), error);
    status = item ? QMS_OK : QMS_ERROR_VALUE;
    json_array_append_new (list, item);
  }
  return status;
}

json_t *
portal_write (const PortalShape *shape, const QmsNode *node, QmsError **error)
{
  json_t *object = portal_generate (shape, node);
  QmsStatus status = QMS_OK;

  for (size_t i = 0; i < shape->n_keys && status == QMS_OK; i++)
    if (shape->keys[i].items)
      status = fill_list (&shape->keys[i], node, json_object_get (object, shape->keys[i].key), error);
  if (status == QMS_OK)
    status = portal_restore_original (node, &object, error);
  if (status == QMS_OK)
    return object;
  json_decref (object);
  return NULL;
}

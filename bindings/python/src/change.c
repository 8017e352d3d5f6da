/* SPDX-License-Identifier: Apache-2.0 */
/* Putting values into lists and node fields. Python code runs first, to make items (nodes that stand nowhere, texts) of the values;
 * then the document is entered and changed at once, or left as it was. */
#include "binding.h"

/* ---- items from values */

/* A new node that stands nowhere: made where it belongs, for the library knows no other way, and taken out again. */
static QmsNode *
new_node (QmsNode *node, const Binding *binding, QmsError **error)
{
  QmsNode *old = binding->list ? NULL : qms_node_get_node (node, binding->id);
  QmsNode *child = qms_node_add (node, binding->id, binding->list ? QMS_APPEND : 0, error);

  if (child)
    qms_node_detach (child, NULL);
  if (child && old)
    qms_node_attach (node, binding->id, 0, old, NULL);
  return child;
}

/* Sets the fields of a node from a dict of values, or of its copy, as Python code may change the caller's meanwhile. */
static int
fill (PyObject *wrapper, PyObject *values)
{
  PyObject *copy = PyDict_Copy (values), *key, *value;
  Py_ssize_t position = 0;
  int good = copy != NULL;

  while (good && PyDict_Next (copy, &position, &key, &value))
    good = PyObject_SetItem (wrapper, key, value) == 0;
  Py_XDECREF (copy);
  return good ? 0 : -1;
}

static PyObject *
node_from_dict (Document *owner, QmsNode *node, const Binding *binding, PyObject *values)
{
  QmsError *error = NULL;
  QmsNode *child;

  if (document_enter (owner, 1) < 0)
    return NULL;
  if (!(child = new_node (node, binding, &error))) {
    error_raise (qms_error_status (error), error);
    return NULL;
  }
  PyObject *wrapper = node_wrap (owner, child);
  if (wrapper && fill (wrapper, values) < 0)
    Py_CLEAR (wrapper);
  return wrapper;
}

/* The text of a scalar as files have it, in bytes; for an enumeration the API name will do. */
static PyObject *
text_from_value (const Binding *binding, PyObject *value)
{
  PyObject *text = value_text (binding, value);
  const QmsEnum *enumeration = qms_field_enum (binding->field);
  int32_t number = text && enumeration ? qms_enum_value_by_name (enumeration, PyBytes_AsString (text)) : 0;

  if (!number)
    return text;
  Py_DECREF (text);
  return PyBytes_FromString (qms_enum_value_xml (enumeration, number));
}

/* What can be put into the document: a node or a text; NULL with an exception. */
static PyObject *
item_from_value (Document *owner, QmsNode *node, const Binding *binding, PyObject *value)
{
  if (binding->kind != QMS_KIND_NODE)
    return text_from_value (binding, value);
  if (PyDict_Check (value))
    return node_from_dict (owner, node, binding, value);
  if (!PyObject_TypeCheck (value, qms_python.node))
    return PyErr_Format (PyExc_TypeError, "%s takes a node or a dict, not %R", qms_field_name (binding->field),
                         (PyObject *)Py_TYPE (value));
  Py_INCREF (value);
  return value;
}

/* A list of the items of an iterable's values. */
static PyObject *
items_from_values (Document *owner, QmsNode *node, const Binding *binding, PyObject *values)
{
  PyObject *items = PySequence_List (values);

  for (Py_ssize_t i = 0; items && i < PyList_Size (items); i++) {
    PyObject *item = item_from_value (owner, node, binding, PyList_GetItem (items, i));
    if (!item || PyList_SetItem (items, i, item) < 0)
      Py_CLEAR (items);
  }
  return items;
}

/* ---- items into the document, which has been entered */

static QmsStatus
put (QmsNode *node, const Binding *binding, size_t index, PyObject *item, QmsError **error)
{
  if (binding->kind == QMS_KIND_NODE)
    return qms_node_attach (node, binding->id, index, ((Node *)item)->node, error);
  return qms_node_insert_text (node, binding->id, index, PyBytes_AsString (item), error);
}

static QmsStatus
put_all (QmsNode *node, const Binding *binding, PyObject *items, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (Py_ssize_t i = 0; i < PyList_Size (items) && status == QMS_OK; i++)
    status = put (node, binding, QMS_APPEND, PyList_GetItem (items, i), error);
  return status;
}

/* The old texts go when the new ones are in. */
static QmsStatus
replace_texts (QmsNode *node, const Binding *binding, PyObject *items, QmsError **error)
{
  size_t before = qms_node_count (node, binding->id);
  QmsStatus status = put_all (node, binding, items, error);

  while (status != QMS_OK && qms_node_count (node, binding->id) > before)
    qms_node_remove (node, binding->id, qms_node_count (node, binding->id) - 1, NULL);
  while (status == QMS_OK && before-- > 0)
    qms_node_remove (node, binding->id, 0, NULL);
  return status;
}

/* The old nodes go first, as they may be among the new ones or have their identifiers; they come back if those do not fit. */
static QmsStatus
replace_nodes (QmsNode *node, const Binding *binding, PyObject *items, QmsError **error)
{
  size_t count = qms_node_count (node, binding->id);
  QmsNode **old = PyMem_Calloc (count + 1, sizeof *old);

  if (!old)
    return QMS_ERROR_INTERNAL;
  for (size_t i = 0; i < count; i++)
    old[i] = qms_node_get_node_at (node, binding->id, i);
  qms_node_unset (node, binding->id);
  QmsStatus status = put_all (node, binding, items, error);
  if (status != QMS_OK)
    qms_node_unset (node, binding->id);
  for (size_t i = 0; i < count && status != QMS_OK; i++)
    qms_node_attach (node, binding->id, QMS_APPEND, old[i], NULL);
  PyMem_Free (old);
  return status;
}

static QmsStatus
replace_text (QmsNode *node, const Binding *binding, size_t index, PyObject *item, QmsError **error)
{
  QmsStatus status = put (node, binding, index + 1, item, error);

  return status == QMS_OK ? qms_node_remove (node, binding->id, index, error) : status;
}

static QmsStatus
replace_node (QmsNode *node, const Binding *binding, size_t index, PyObject *item, QmsError **error)
{
  QmsNode *old = qms_node_get_node_at (node, binding->id, index);

  if (old == ((Node *)item)->node)
    return QMS_OK;
  qms_node_remove (node, binding->id, index, NULL);
  QmsStatus status = put (node, binding, index, item, error);
  if (status != QMS_OK)
    qms_node_attach (node, binding->id, index, old, NULL);
  return status;
}

/* ---- what the other files call */

int
list_check_values (PyObject *values)
{
  if (!PyUnicode_Check (values) && !PyBytes_Check (values) && !PyDict_Check (values))
    return 0;
  PyErr_Format (PyExc_TypeError, "expected a list of values, not %R", (PyObject *)Py_TYPE (values));
  return -1;
}

PyObject *
list_insert (Document *owner, QmsNode *node, const Binding *binding, size_t index, PyObject *value)
{
  PyObject *item = item_from_value (owner, node, binding, value);
  QmsError *error = NULL;
  QmsStatus status;

  if (!item || document_enter (owner, 1) < 0) {
    Py_XDECREF (item);
    return NULL;
  }
  status = put (node, binding, index, item, &error);
  if (status == QMS_OK && binding->kind == QMS_KIND_NODE)
    return item;
  Py_DECREF (item);
  if (status == QMS_OK)
    Py_RETURN_NONE;
  error_raise (status, error);
  return NULL;
}

int
list_replace (Document *owner, QmsNode *node, const Binding *binding, size_t index, PyObject *value)
{
  PyObject *item = item_from_value (owner, node, binding, value);
  QmsError *error = NULL;
  QmsStatus status;

  if (!item || document_enter (owner, 1) < 0) {
    Py_XDECREF (item);
    return -1;
  }
  if (index >= qms_node_count (node, binding->id)) {
    PyErr_SetString (PyExc_IndexError, "list index out of range");
    Py_DECREF (item);
    return -1;
  }
  status = (binding->kind == QMS_KIND_NODE ? replace_node : replace_text) (node, binding, index, item, &error);
  Py_DECREF (item);
  return status == QMS_OK ? 0 : error_raise (status, error);
}

int
list_assign (Document *owner, QmsNode *node, const Binding *binding, PyObject *values)
{
  PyObject *items = list_check_values (values) == 0 ? items_from_values (owner, node, binding, values) : NULL;
  QmsError *error = NULL;
  QmsStatus status;

  if (!items || document_enter (owner, 1) < 0) {
    Py_XDECREF (items);
    return -1;
  }
  status = (binding->kind == QMS_KIND_NODE ? replace_nodes : replace_texts) (node, binding, items, &error);
  Py_DECREF (items);
  return status == QMS_OK ? 0 : error_raise (status, error);
}

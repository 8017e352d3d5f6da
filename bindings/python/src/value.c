/* SPDX-License-Identifier: Apache-2.0 */
/* Values: from the library to Python and back, by kind. */
#include "binding.h"

PyObject *
text_or_none (const char *text)
{
  if (!text)
    Py_RETURN_NONE;
  return PyUnicode_FromString (text);
}

PyObject *
text_taken (char *text)
{
  PyObject *result = text_or_none (text);

  qms_free (text);
  return result;
}

PyObject *
value_utf8 (PyObject *text)
{
  PyObject *bytes;
  char *data;

  if (!PyUnicode_Check (text)) {
    PyErr_Format (PyExc_TypeError, "expected str, not %R", (PyObject *)Py_TYPE (text));
    return NULL;
  }
  bytes = PyUnicode_AsUTF8String (text);
  if (bytes && PyBytes_AsStringAndSize (bytes, &data, NULL) < 0) /* refuses U+0000 */
    Py_CLEAR (bytes);
  return bytes;
}

/* ---- from the library */

static PyObject *
get_number (const Binding *binding, int64_t number)
{
  if (binding->kind == QMS_KIND_BOOL)
    return PyBool_FromLong (number != 0);
  if (binding->kind != QMS_KIND_ENUM)
    return PyLong_FromLongLong (number);
  PyObject *name = PyTuple_GetItem (binding->names, (Py_ssize_t)number);
  Py_XINCREF (name);
  return name;
}

static PyObject *
get_converted (const QmsNode *node, const Binding *binding, size_t index)
{
  char *text = qms_node_get_text (node, binding->id, index);
  PyObject *value = text ? PyObject_CallFunction (qms_python.from_text, "is", (int)binding->kind, text) : NULL;

  if (!text && !PyErr_Occurred ())
    PyErr_SetString (PyExc_IndexError, "there is no such item");
  qms_free (text);
  return value;
}

static PyObject *
get_date (const QmsNode *node, const Binding *binding)
{
  int32_t year = 0, month = 0, day = 0;

  qms_node_get_date (node, binding->id, &year, &month, &day);
  return PyObject_CallFunction (qms_python.date, "iii", (int)year, (int)month, (int)day);
}

static int
is_number (int32_t kind)
{
  return kind == QMS_KIND_BOOL || kind == QMS_KIND_INT || kind == QMS_KIND_MONEY || kind == QMS_KIND_ENUM;
}

static PyObject *
get_single (Document *owner, const QmsNode *node, const Binding *binding)
{
  if (binding->kind == QMS_KIND_NODE)
    return node_wrap (owner, qms_node_get_node (node, binding->id));
  if (is_number (binding->kind)) {
    int64_t number = qms_node_get_int (node, binding->id);
    if (number != 0 || qms_node_has (node, binding->id))
      return get_number (binding, number);
  } else if (qms_node_has (node, binding->id)) {
    return binding->kind == QMS_KIND_DATE ? get_date (node, binding) : get_converted (node, binding, 0);
  }
  Py_RETURN_NONE;
}

PyObject *
value_get (Document *owner, const QmsNode *node, const Binding *binding)
{
  if (document_enter (owner, 0) < 0)
    return NULL;
  if (binding->list)
    return list_wrap (owner, node, binding);
  if (binding->kind <= QMS_KIND_REF)
    return text_or_none (qms_node_get_string (node, binding->id));
  return get_single (owner, node, binding);
}

PyObject *
value_item (Document *owner, const QmsNode *node, const Binding *binding, size_t index)
{
  if (binding->kind == QMS_KIND_NODE)
    return node_wrap (owner, qms_node_get_node_at (node, binding->id, index));
  if (binding->kind <= QMS_KIND_REF)
    return text_or_none (qms_node_get_string_at (node, binding->id, index));
  if (is_number (binding->kind))
    return get_number (binding, qms_node_get_int_at (node, binding->id, index));
  return get_converted (node, binding, index);
}

/* ---- to the library */

PyObject *
value_text (const Binding *binding, PyObject *value)
{
  PyObject *text = PyObject_CallFunction (qms_python.to_text, "iO", (int)binding->kind, value);
  PyObject *bytes = text ? value_utf8 (text) : NULL;

  Py_XDECREF (text);
  return bytes;
}

/* Sets from the text that files have; for an enumeration the API name will do. The document is entered after the Python code that
 * makes the text, which may let other threads run. */
static int
set_text (Document *owner, QmsNode *node, const Binding *binding, PyObject *value)
{
  PyObject *text = value_text (binding, value);
  QmsError *error = NULL;
  QmsStatus status;

  if (!text || document_enter (owner, 1) < 0) {
    Py_XDECREF (text);
    return -1;
  }
  if (binding->kind == QMS_KIND_ENUM)
    status = qms_node_set_int (
        node, binding->id, qms_enum_value_by_name (qms_field_enum (binding->field), PyBytes_AsString (text)), &error);
  else if (binding->kind <= QMS_KIND_REF)
    status = qms_node_set_string (node, binding->id, PyBytes_AsString (text), &error);
  else
    status = qms_node_set_text (node, binding->id, PyBytes_AsString (text), &error);
  Py_DECREF (text);
  return status == QMS_OK ? 0 : error_raise (status, error);
}

static int
set_node (Document *owner, QmsNode *node, const Binding *binding, PyObject *value)
{
  if (PyObject_TypeCheck (value, qms_python.node) && ((Node *)value)->node == qms_node_get_node (node, binding->id))
    return 0;
  PyObject *added = list_insert (owner, node, binding, 0, value);
  Py_XDECREF (added);
  return added ? 0 : -1;
}

static int
unset (Document *owner, QmsNode *node, const Binding *binding)
{
  if (document_enter (owner, 1) < 0)
    return -1;
  QmsStatus status = qms_node_unset (node, binding->id);
  return status == QMS_OK ? 0 : error_raise (status, NULL);
}

int
value_set (Document *owner, QmsNode *node, const Binding *binding, PyObject *value)
{
  if (!value || value == Py_None)
    return unset (owner, node, binding);
  if (document_enter (owner, 1) < 0)
    return -1;
  if (binding->list)
    return list_assign (owner, node, binding, value);
  return binding->kind == QMS_KIND_NODE ? set_node (owner, node, binding, value)
                                        : set_text (owner, node, binding, value);
}

PyObject *
tuple_of (size_t count, PyObject *(*item) (const void *from, size_t index), const void *from)
{
  PyObject *tuple = PyTuple_New ((Py_ssize_t)count);

  for (size_t i = 0; tuple && i < count; i++) {
    PyObject *member = item (from, i);
    if (!member || PyTuple_SetItem (tuple, (Py_ssize_t)i, member) < 0)
      Py_CLEAR (tuple);
  }
  return tuple;
}

PyObject *
text_or_error (QmsStatus status, char *text, QmsError *error)
{
  if (status == QMS_OK)
    return text_taken (text);
  error_raise (status, error);
  return NULL;
}

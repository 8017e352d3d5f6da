/* SPDX-License-Identifier: Apache-2.0 */
/* The classes of the model, made from the type tables when the module is loaded: a class for each type, an attribute for each
 * field. Nothing here knows any type by name. They live as long as the process. */
#include "binding.h"

#include <string.h>

/* What the extension knows of a type. */
typedef struct {
  PyTypeObject *class;
  PyObject *by_name; /* dict: name in either spelling → address of the binding */
} Model;

static Model *models; /* by id of the type */
static uint32_t n_models;

static PyObject *
get_attribute (PyObject *self, void *closure)
{
  return value_get (((Node *)self)->owner, ((Node *)self)->node, closure);
}

static int
set_attribute (PyObject *self, PyObject *value, void *closure)
{
  return value_set (((Node *)self)->owner, ((Node *)self)->node, closure, value);
}

/* The node that a reference points to. */
static PyObject *
get_target (PyObject *self, void *closure)
{
  Node *node = (Node *)self;

  if (document_enter (node->owner, 0) < 0)
    return NULL;
  return node_wrap (node->owner, qms_node_resolve (node->node, ((const Binding *)closure)->id));
}

/* ---- names and texts */

/* Calls a function of qms._names with texts; a copy of the text that it gives, kept for ever. NULL with an exception. */
static const char *
name_of (PyObject *names, const char *function, const char *a, const char *b)
{
  PyObject *text = PyObject_CallMethod (names, function, "zz", a, b);
  PyObject *bytes = text ? PyUnicode_AsUTF8String (text) : NULL;
  size_t size = bytes ? (size_t)PyBytes_Size (bytes) + 1 : 0;
  char *kept = bytes ? PyMem_Malloc (size) : NULL;

  if (kept)
    memcpy (kept, PyBytes_AsString (bytes), size);
  else if (bytes)
    PyErr_NoMemory ();
  Py_XDECREF (bytes);
  Py_XDECREF (text);
  return kept;
}

/* API names of an enumeration, by value. */
static PyObject *
enum_names (const QmsEnum *enumeration)
{
  int32_t greatest = 0;
  PyObject *names;

  for (size_t i = 0; i < qms_enum_value_count (enumeration); i++)
    if (qms_enum_value_at (enumeration, i) > greatest)
      greatest = qms_enum_value_at (enumeration, i);
  names = PyTuple_New (greatest + 1);
  for (int32_t value = 0; names && value <= greatest; value++) {
    const char *name = qms_enum_value_name (enumeration, value);
    PyObject *item = name ? PyUnicode_InternFromString (name) : PyUnicode_FromString ("");
    if (!item || PyTuple_SetItem (names, value, item) < 0)
      Py_CLEAR (names);
  }
  return names;
}

/* ---- classes */

static int
bind (Binding *binding, const QmsField *field, PyObject *by_name)
{
  PyObject *address = PyLong_FromVoidPtr (binding);
  int good;

  *binding = (Binding){ field, qms_field_id (field), qms_field_kind (field), qms_field_is_list (field), NULL };
  if (binding->kind == QMS_KIND_ENUM && !(binding->names = enum_names (qms_field_enum (field))))
    return -1;
  good = address
         && (PyDict_GetItemString (by_name, qms_field_xml_name (field))
             || PyDict_SetItemString (by_name, qms_field_xml_name (field), address) == 0);
  good = good && PyDict_SetItemString (by_name, qms_field_name (field), address) == 0; /* API names go first */
  Py_XDECREF (address);
  return good ? 0 : -1;
}

/* Attributes of a type; ends with an empty one. NULL with an exception. */
static PyGetSetDef *
make_attributes (const QmsType *type, PyObject *names, PyObject *by_name)
{
  size_t count = qms_type_field_count (type), n = 0;
  Binding *bindings = PyMem_Calloc (count + 1, sizeof *bindings);
  PyGetSetDef *attributes = PyMem_Calloc (2 * count + 1, sizeof *attributes);

  for (size_t i = 0; bindings && attributes && i < count; i++) {
    const QmsField *field = qms_type_field_at (type, i);
    const char *name = name_of (names, "attribute_name", qms_field_name (field), NULL);
    const char *doc =
        name_of (names, "describe", qms_field_doc (field, QMS_LANG_EN), qms_field_doc (field, QMS_LANG_VI));
    if (!name || !doc || bind (&bindings[i], field, by_name) < 0)
      return NULL;
    attributes[n++] = (PyGetSetDef){ name, get_attribute, set_attribute, doc, &bindings[i] };
    if (bindings[i].kind == QMS_KIND_REF)
      attributes[n++] = (PyGetSetDef){ name_of (names, "target_name", name, NULL), get_target, NULL,
                                       "The node that the reference points to, or None.", &bindings[i] };
  }
  return attributes;
}

static int
make_class (Model *model, const QmsType *type, PyObject *names, PyObject *classes)
{
  const char *name = name_of (names, "class_name", qms_type_name (type), NULL);
  const char *doc = name_of (names, "describe", qms_type_doc (type, QMS_LANG_EN), qms_type_doc (type, QMS_LANG_VI));
  PyObject *bases = PyTuple_Pack (1, (PyObject *)qms_python.node);

  model->by_name = PyDict_New ();
  if (!name || !doc || !bases || !model->by_name)
    return -1;
  PyGetSetDef *attributes = make_attributes (type, names, model->by_name);
  PyType_Slot slots[] = { { Py_tp_getset, attributes }, { Py_tp_doc, (void *)doc }, { 0, NULL } };
  PyType_Spec spec = { name, sizeof (Node), 0, Py_TPFLAGS_DEFAULT, slots };
  model->class = attributes ? (PyTypeObject *)PyType_FromSpecWithBases (&spec, bases) : NULL;
  Py_DECREF (bases);
  return model->class ? PyDict_SetItemString (classes, strrchr (name, '.') + 1, (PyObject *)model->class) : -1;
}

int
model_init (PyObject *classes)
{
  PyObject *names = PyImport_ImportModule ("qms._names");
  int good = names != NULL;

  for (size_t i = 0; i < qms_type_count (); i++)
    if (qms_type_id (qms_type_at (i)) >= n_models)
      n_models = qms_type_id (qms_type_at (i)) + 1;
  models = PyMem_Calloc (n_models, sizeof *models);
  for (size_t i = 0; good && models && i < qms_type_count (); i++)
    good = make_class (&models[qms_type_id (qms_type_at (i))], qms_type_at (i), names, classes) == 0;
  Py_XDECREF (names);
  return good && models ? 0 : -1;
}

PyTypeObject *
model_class (const QmsNode *node)
{
  return models[qms_type_id (qms_node_type (node))].class;
}

const Binding *
model_binding (const QmsNode *node, PyObject *name)
{
  const Model *model = &models[qms_type_id (qms_node_type (node))];
  PyObject *address = PyUnicode_Check (name) ? PyDict_GetItemWithError (model->by_name, name) : NULL;

  if (address)
    return PyLong_AsVoidPtr (address);
  if (!PyErr_Occurred ())
    PyErr_SetObject (PyExc_KeyError, name);
  return NULL;
}

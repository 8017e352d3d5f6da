/* SPDX-License-Identifier: Apache-2.0 */
/* Nodes: what each can do whatever its type is. Fields are attributes of the classes in model.c; everything here begins with
 * node_, so that no field can ever take its name. */
#include "binding.h"

PyObject *
node_wrap (Document *owner, const QmsNode *node)
{
  if (!node)
    Py_RETURN_NONE;
  Node *self = PyObject_New (Node, model_class (node));
  if (!self)
    return NULL;
  Py_INCREF (owner);
  self->owner = owner;
  self->node = (QmsNode *)node;
  return (PyObject *)self;
}

static void
node_dealloc (PyObject *self)
{
  PyTypeObject *type = Py_TYPE (self);

  Py_DECREF (((Node *)self)->owner);
  PyObject_Free (self);
  Py_DECREF (type);
}

/* Wrappers are made as needed: two are equal if they stand for the same node. */
static PyObject *
node_compare (PyObject *self, PyObject *other, int operation)
{
  int same;

  if (!PyObject_TypeCheck (other, qms_python.node) || (operation != Py_EQ && operation != Py_NE))
    Py_RETURN_NOTIMPLEMENTED;
  same = ((Node *)self)->node == ((Node *)other)->node;
  return PyBool_FromLong (operation == Py_EQ ? same : !same);
}

static Py_hash_t
node_hash (PyObject *self)
{
  return (Py_hash_t)((uintptr_t)((Node *)self)->node >> 4);
}

static PyObject *
node_repr (PyObject *self)
{
  char *path;

  if (document_enter (((Node *)self)->owner, 0) < 0)
    return NULL;
  path = qms_node_path (((Node *)self)->node);
  PyObject *text = PyUnicode_FromFormat ("<qms %s %s>", qms_type_name (qms_node_type (((Node *)self)->node)), path);
  qms_free (path);
  return text;
}

/* ---- where it is */

static PyObject *
node_type (PyObject *self, void *closure)
{
  (void)closure;
  return PyUnicode_InternFromString (qms_type_name (qms_node_type (((Node *)self)->node)));
}

static PyObject *
node_document (PyObject *self, void *closure)
{
  PyObject *owner = (PyObject *)((Node *)self)->owner;

  (void)closure;
  Py_INCREF (owner);
  return owner;
}

static PyObject *
node_id (PyObject *self, void *closure)
{
  (void)closure;
  return document_enter (((Node *)self)->owner, 0) < 0 ? NULL : text_or_none (qms_node_id (((Node *)self)->node));
}

static PyObject *
node_parent (PyObject *self, void *closure)
{
  Node *node = (Node *)self;

  (void)closure;
  return document_enter (node->owner, 0) < 0 ? NULL : node_wrap (node->owner, qms_node_parent (node->node));
}

static PyObject *
node_field (PyObject *self, void *closure)
{
  (void)closure;
  if (document_enter (((Node *)self)->owner, 0) < 0)
    return NULL;
  return text_or_none (qms_field_name (qms_node_parent_field (((Node *)self)->node)));
}

static PyObject *
node_path (PyObject *self, void *closure)
{
  (void)closure;
  return document_enter (((Node *)self)->owner, 0) < 0 ? NULL : text_taken (qms_node_path (((Node *)self)->node));
}

static PyObject *
node_index (PyObject *self, void *closure)
{
  (void)closure;
  return document_enter (((Node *)self)->owner, 0) < 0 ? NULL
                                                       : PyLong_FromSize_t (qms_node_index (((Node *)self)->node));
}

static PyObject *
node_line (PyObject *self, void *closure)
{
  (void)closure;
  return PyLong_FromUnsignedLong (qms_node_line (((Node *)self)->node));
}

static PyObject *
node_column (PyObject *self, void *closure)
{
  (void)closure;
  return PyLong_FromUnsignedLong (qms_node_column (((Node *)self)->node));
}

static PyObject *
node_at (PyObject *self, PyObject *path)
{
  Node *node = (Node *)self;
  PyObject *text = value_utf8 (path), *found = NULL;

  if (text && document_enter (node->owner, 0) == 0)
    found = node_wrap (node->owner, qms_node_at (node->node, PyBytes_AsString (text), NULL));
  Py_XDECREF (text);
  return found;
}

/* ---- fields by name */

static PyObject *
node_get_item (PyObject *self, PyObject *name)
{
  const Binding *binding = model_binding (((Node *)self)->node, name);

  return binding ? value_get (((Node *)self)->owner, ((Node *)self)->node, binding) : NULL;
}

static int
node_set_item (PyObject *self, PyObject *name, PyObject *value)
{
  const Binding *binding = model_binding (((Node *)self)->node, name);

  return binding ? value_set (((Node *)self)->owner, ((Node *)self)->node, binding, value) : -1;
}

static int
node_contains (PyObject *self, PyObject *name)
{
  const Binding *binding = model_binding (((Node *)self)->node, name);

  if (!binding && PyErr_ExceptionMatches (PyExc_KeyError)) {
    PyErr_Clear ();
    return 0;
  }
  if (!binding || document_enter (((Node *)self)->owner, 0) < 0)
    return -1;
  return qms_node_has (((Node *)self)->node, binding->id);
}

/* Names of the fields that have a value. */
static PyObject *
node_fields (PyObject *self, PyObject *unused)
{
  const QmsNode *node = ((Node *)self)->node;
  const QmsType *type = qms_node_type (node);
  PyObject *names = PyList_New (0);

  (void)unused;
  for (size_t i = 0; names && i < qms_type_field_count (type); i++) {
    const QmsField *field = qms_type_field_at (type, i);
    PyObject *name =
        qms_node_has (node, qms_field_id (field)) ? PyUnicode_InternFromString (qms_field_name (field)) : NULL;
    if (name && PyList_Append (names, name) < 0)
      Py_CLEAR (names);
    Py_XDECREF (name);
  }
  return names;
}

/* node_text (field, index=0) */
static PyObject *
node_text (PyObject *self, PyObject *args)
{
  Node *node = (Node *)self;
  const Binding *binding;
  Py_ssize_t index = 0;
  PyObject *name;

  if (!PyArg_ParseTuple (args, "O|n", &name, &index) || !(binding = model_binding (node->node, name))
      || document_enter (node->owner, 0) < 0)
    return NULL;
  return text_taken (qms_node_get_text (node->node, binding->id, (size_t)index));
}

static PyObject *
node_set_text (PyObject *self, PyObject *args)
{
  Node *node = (Node *)self;
  const Binding *binding;
  const char *text;
  PyObject *name;
  QmsError *error = NULL;

  if (!PyArg_ParseTuple (args, "Os", &name, &text) || !(binding = model_binding (node->node, name))
      || document_enter (node->owner, 1) < 0)
    return NULL;
  QmsStatus status = qms_node_set_text (node->node, binding->id, text, &error);
  if (status != QMS_OK) {
    error_raise (status, error);
    return NULL;
  }
  Py_RETURN_NONE;
}

static PyObject *
node_resolve (PyObject *self, PyObject *name)
{
  Node *node = (Node *)self;
  const Binding *binding = model_binding (node->node, name);

  if (!binding || document_enter (node->owner, 0) < 0)
    return NULL;
  return node_wrap (node->owner, qms_node_resolve (node->node, binding->id));
}

/* ---- change */

static PyObject *
node_detach (PyObject *self, PyObject *unused)
{
  QmsError *error = NULL;
  QmsStatus status;

  (void)unused;
  if (document_enter (((Node *)self)->owner, 1) < 0)
    return NULL;
  status = qms_node_detach (((Node *)self)->node, &error);
  if (status != QMS_OK) {
    error_raise (status, error);
    return NULL;
  }
  Py_RETURN_NONE;
}

/* node_copy (document=None) */
static PyObject *
node_copy (PyObject *self, PyObject *args)
{
  Document *owner = ((Node *)self)->owner;
  PyObject *document = Py_None;

  if (!PyArg_ParseTuple (args, "|O", &document) || document_enter (owner, 0) < 0)
    return NULL;
  if (document != Py_None && !PyObject_TypeCheck (document, qms_python.document))
    return PyErr_Format (PyExc_TypeError, "expected a qms.Document");
  if (document != Py_None)
    owner = (Document *)document;
  if (document_enter (owner, 1) < 0)
    return NULL;
  return node_wrap (owner, qms_node_copy (((Node *)self)->node, owner->document));
}

static PyObject *
node_equal (PyObject *self, PyObject *other)
{
  if (!PyObject_TypeCheck (other, qms_python.node))
    Py_RETURN_FALSE;
  if (document_enter (((Node *)self)->owner, 0) < 0 || document_enter (((Node *)other)->owner, 0) < 0)
    return NULL;
  return PyBool_FromLong (qms_node_equal (((Node *)self)->node, ((Node *)other)->node));
}

static PyObject *
node_extension (PyObject *self, PyObject *args)
{
  const char *uri, *name;

  if (!PyArg_ParseTuple (args, "ss", &uri, &name) || document_enter (((Node *)self)->owner, 0) < 0)
    return NULL;
  return text_or_none (qms_node_extension (((Node *)self)->node, uri, name));
}

static PyObject *
node_set_extension (PyObject *self, PyObject *args)
{
  const char *uri, *name, *text;
  QmsError *error = NULL;
  QmsStatus status;

  if (!PyArg_ParseTuple (args, "ssz", &uri, &name, &text) || document_enter (((Node *)self)->owner, 1) < 0)
    return NULL;
  status = qms_node_set_extension (((Node *)self)->node, uri, name, text, &error);
  if (status != QMS_OK) {
    error_raise (status, error);
    return NULL;
  }
  Py_RETURN_NONE;
}

/* The node as JSON, in a str. */
static PyObject *
node_json (PyObject *self, PyObject *unused)
{
  QmsError *error = NULL;
  char *text = NULL;
  QmsStatus status;

  (void)unused;
  if (document_enter (((Node *)self)->owner, 0) < 0)
    return NULL;
  status = qms_node_write_json (((Node *)self)->node, &text, NULL, &error);
  if (status == QMS_OK)
    return text_taken (text);
  error_raise (status, error);
  return NULL;
}

static PyMethodDef methods[] = {
  { "node_at", node_at, METH_O, "Node at a path such as \"/heThong/quyTrinh[QT-1]\" or \"steps[2]\", or None." },
  { "node_fields", node_fields, METH_NOARGS, "API names of the fields that have a value." },
  { "node_text", node_text, METH_VARARGS, "node_text(field, index=0): a value as files have it, or None." },
  { "node_set_text", node_set_text, METH_VARARGS, "node_set_text(field, text): set a value as files have it." },
  { "node_resolve", node_resolve, METH_O, "Node that the reference in a field points to, or None." },
  { "node_detach", node_detach, METH_NOARGS, "Take the node out of its parent; it may be put back." },
  { "node_copy", node_copy, METH_VARARGS, "node_copy(document=None): a copy that belongs to no parent yet." },
  { "node_equal", node_equal, METH_O, "Whether another node holds the same values." },
  { "node_extension", node_extension, METH_VARARGS, "node_extension(uri, name): text of a foreign element, or None." },
  { "node_set_extension", node_set_extension, METH_VARARGS,
    "node_set_extension(uri, name, text): set the text of a foreign element; None removes it." },
  { "node_json", node_json, METH_NOARGS, "The node and all below it as JSON, in a str." },
  { NULL, NULL, 0, NULL },
};

static PyGetSetDef attributes[] = {
  { "node_type", node_type, NULL, "API name of its type.", NULL },
  { "node_document", node_document, NULL, "Its document.", NULL },
  { "node_id", node_id, NULL, "Its identifier, or None.", NULL },
  { "node_parent", node_parent, NULL, "Its parent; None for a root or a detached node.", NULL },
  { "node_field", node_field, NULL, "Name of the parent's field that holds it, or None.", NULL },
  { "node_path", node_path, NULL, "Its path from the root.", NULL },
  { "node_index", node_index, NULL, "Its place in the parent's list, from 0.", NULL },
  { "node_line", node_line, NULL, "Line of its start tag, from 1; 0 if it was not read from a file.", NULL },
  { "node_column", node_column, NULL, "Column of its start tag, from 1; 0 if it was not read from a file.", NULL },
  { NULL, NULL, NULL, NULL, NULL },
};

static PyType_Slot slots[] = {
  { Py_tp_dealloc, node_dealloc },
  { Py_tp_new, object_refuse },
  { Py_tp_repr, node_repr },
  { Py_tp_richcompare, node_compare },
  { Py_tp_hash, node_hash },
  { Py_mp_subscript, node_get_item },
  { Py_mp_ass_subscript, node_set_item },
  { Py_sq_contains, node_contains },
  { Py_tp_methods, methods },
  { Py_tp_getset, attributes },
  { Py_tp_doc, "A node of a document. Its fields are attributes, or items by name." },
  { 0, NULL },
};

PyType_Spec node_spec = { "qms._qms.Node", sizeof (Node), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots };

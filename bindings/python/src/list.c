/* SPDX-License-Identifier: Apache-2.0 */
/* Lists: views of a list field, alive as long as somebody holds them, with the manners of Python's own lists. */
#include "binding.h"

PyObject *
list_wrap (Document *owner, const QmsNode *node, const Binding *binding)
{
  List *self = (List *)object_new (qms_python.list);

  if (!self)
    return NULL;
  Py_INCREF (owner);
  self->owner = owner;
  self->node = (QmsNode *)node;
  self->binding = binding;
  return (PyObject *)self;
}

static void
list_dealloc (PyObject *self)
{
  Py_DECREF (((List *)self)->owner);
  object_free (self);
}

static size_t
length (const List *list)
{
  return qms_node_count (list->node, list->binding->id);
}

static Py_ssize_t
list_length (PyObject *self)
{
  return document_enter (((List *)self)->owner, 0) < 0 ? -1 : (Py_ssize_t)length ((List *)self);
}

/* 0 if the list has such an item, else -1 and IndexError. */
static int
check_index (const List *list, size_t index)
{
  if (index < length (list))
    return 0;
  PyErr_SetString (PyExc_IndexError, "list index out of range");
  return -1;
}

static PyObject *
list_item (PyObject *self, Py_ssize_t index)
{
  List *list = (List *)self;

  if (document_enter (list->owner, 0) < 0 || check_index (list, (size_t)index) < 0)
    return NULL;
  return value_item (list->owner, list->node, list->binding, (size_t)index);
}

/* ---- iteration */

typedef struct {
  PyObject_HEAD List *list;
  size_t index;
} ListIterator;

static PyObject *
list_iterate (PyObject *self)
{
  ListIterator *iterator = (ListIterator *)object_new (qms_python.list_iterator);

  if (!iterator)
    return NULL;
  Py_INCREF (self);
  iterator->list = (List *)self;
  return (PyObject *)iterator;
}

static void
iterator_dealloc (PyObject *self)
{
  Py_DECREF (((ListIterator *)self)->list);
  object_free (self);
}

static PyObject *
iterator_self (PyObject *self)
{
  Py_INCREF (self);
  return self;
}

static PyObject *
iterator_next (PyObject *self)
{
  ListIterator *iterator = (ListIterator *)self;
  List *list = iterator->list;

  if (document_enter (list->owner, 0) < 0 || iterator->index >= length (list))
    return NULL;
  return value_item (list->owner, list->node, list->binding, iterator->index++);
}

static PyType_Slot iterator_slots[] = {
  { Py_tp_dealloc, iterator_dealloc },
  { Py_tp_new, object_refuse },
  { Py_tp_iter, iterator_self },
  { Py_tp_iternext, iterator_next },
  { 0, NULL },
};

PyType_Spec list_iterator_spec = { "qms._qms.ListIterator", sizeof (ListIterator), 0, Py_TPFLAGS_DEFAULT,
                                   iterator_slots };

/* ---- change */

/* As Python's lists: places beyond the ends are the ends. */
static size_t
insertion_point (const List *list, Py_ssize_t index)
{
  Py_ssize_t count = (Py_ssize_t)length (list);

  if (index < 0)
    index = index + count < 0 ? 0 : index + count;
  return (size_t)(index > count ? count : index);
}

static PyObject *
list_insert_method (PyObject *self, PyObject *args)
{
  List *list = (List *)self;
  Py_ssize_t index;
  PyObject *value;

  if (!PyArg_ParseTuple (args, "nO", &index, &value) || document_enter (list->owner, 1) < 0)
    return NULL;
  return list_insert (list->owner, list->node, list->binding, insertion_point (list, index), value);
}

static PyObject *
list_append (PyObject *self, PyObject *value)
{
  List *list = (List *)self;

  if (document_enter (list->owner, 1) < 0)
    return NULL;
  return list_insert (list->owner, list->node, list->binding, QMS_APPEND, value);
}

/* add (**values): a new node at the end. */
static PyObject *
list_add (PyObject *self, PyObject *args, PyObject *values)
{
  List *list = (List *)self;
  PyObject *none = values ? NULL : PyDict_New (), *node = NULL;

  if (!values && !none)
    return NULL;
  if (PyTuple_Size (args) > 0)
    PyErr_SetString (PyExc_TypeError, "add () takes values by name");
  else if (document_enter (list->owner, 1) == 0)
    node = list_insert (list->owner, list->node, list->binding, QMS_APPEND, values ? values : none);
  Py_XDECREF (none);
  return node;
}

static int
remove_at (List *list, size_t index)
{
  QmsError *error = NULL;
  QmsStatus status;

  if (check_index (list, index) < 0)
    return -1;
  status = qms_node_remove (list->node, list->binding->id, index, &error);
  return status == QMS_OK ? 0 : error_raise (status, error);
}

/* pop (index=-1): the item, taken out. */
static PyObject *
list_pop (PyObject *self, PyObject *args)
{
  List *list = (List *)self;
  Py_ssize_t index = -1;

  if (!PyArg_ParseTuple (args, "|n", &index) || document_enter (list->owner, 1) < 0)
    return NULL;
  index += index < 0 ? (Py_ssize_t)length (list) : 0;
  PyObject *item = list_item (self, index);
  if (item && remove_at (list, (size_t)index) < 0)
    Py_CLEAR (item);
  return item;
}

static PyObject *
list_move (PyObject *self, PyObject *args)
{
  List *list = (List *)self;
  Py_ssize_t from, to, count = (Py_ssize_t)length (list);
  QmsError *error = NULL;

  if (!PyArg_ParseTuple (args, "nn", &from, &to) || document_enter (list->owner, 1) < 0)
    return NULL;
  from += from < 0 ? count : 0;
  to += to < 0 ? count : 0;
  if (from < 0 || to < 0 || from >= count || to >= count) {
    PyErr_SetString (PyExc_IndexError, "list index out of range");
    return NULL;
  }
  if (qms_node_move (list->node, list->binding->id, (size_t)from, (size_t)to, &error) != QMS_OK) {
    error_raise (qms_error_status (error), error);
    return NULL;
  }
  Py_RETURN_NONE;
}

static PyObject *
list_clear (PyObject *self, PyObject *unused)
{
  List *list = (List *)self;

  (void)unused;
  if (document_enter (list->owner, 1) < 0)
    return NULL;
  qms_node_unset (list->node, list->binding->id);
  Py_RETURN_NONE;
}

/* ---- items and slices */

/* Everything as a list of Python's, which knows slices, comparison and representation. */
static PyObject *
as_list (PyObject *self)
{
  return PySequence_List (self);
}

static PyObject *
list_subscript (PyObject *self, PyObject *key)
{
  if (PySlice_Check (key)) {
    PyObject *all = as_list (self), *part = all ? PyObject_GetItem (all, key) : NULL;
    Py_XDECREF (all);
    return part;
  }
  Py_ssize_t index = PyNumber_AsSsize_t (key, PyExc_IndexError);
  if (index == -1 && PyErr_Occurred ())
    return NULL;
  if (document_enter (((List *)self)->owner, 0) < 0)
    return NULL;
  return list_item (self, index < 0 ? index + (Py_ssize_t)length ((List *)self) : index);
}

/* Removes the items of a slice, from the last to the first. */
static int
remove_slice (List *list, PyObject *slice)
{
  Py_ssize_t start, stop, step, count;

  if (PySlice_Unpack (slice, &start, &stop, &step) < 0 || document_enter (list->owner, 1) < 0)
    return -1;
  count = PySlice_AdjustIndices ((Py_ssize_t)length (list), &start, &stop, step);
  for (Py_ssize_t i = 0; i < count; i++) {
    Py_ssize_t index = step > 0 ? start + (count - 1 - i) * step : start + i * step;
    if (remove_at (list, (size_t)index) < 0)
      return -1;
  }
  return 0;
}

/* Puts values in the place of a slice: all items change as Python's own list would, and are assigned. */
static int
assign_slice (List *list, PyObject *slice, PyObject *values)
{
  PyObject *all = list_check_values (values) == 0 ? as_list ((PyObject *)list) : NULL;
  int good = all && PyObject_SetItem (all, slice, values) == 0
             && list_assign (list->owner, list->node, list->binding, all) == 0;

  Py_XDECREF (all);
  return good ? 0 : -1;
}

static int
list_assign_subscript (PyObject *self, PyObject *key, PyObject *value)
{
  List *list = (List *)self;
  Py_ssize_t index;

  if (PySlice_Check (key))
    return value ? assign_slice (list, key, value) : remove_slice (list, key);
  index = PyNumber_AsSsize_t (key, PyExc_IndexError);
  if ((index == -1 && PyErr_Occurred ()) || document_enter (list->owner, 1) < 0)
    return -1;
  index += index < 0 ? (Py_ssize_t)length (list) : 0;
  return value ? list_replace (list->owner, list->node, list->binding, (size_t)index, value)
               : remove_at (list, (size_t)index);
}

static PyObject *
list_compare (PyObject *self, PyObject *other, int operation)
{
  PyObject *mine, *theirs, *result;

  if ((operation != Py_EQ && operation != Py_NE) || !PySequence_Check (other) || PyUnicode_Check (other))
    Py_RETURN_NOTIMPLEMENTED;
  mine = as_list (self);
  theirs = mine ? PySequence_List (other) : NULL;
  result = theirs ? PyObject_RichCompare (mine, theirs, operation) : NULL;
  Py_XDECREF (mine);
  Py_XDECREF (theirs);
  return result;
}

static PyObject *
list_repr (PyObject *self)
{
  PyObject *all = as_list (self), *text = all ? PyObject_Repr (all) : NULL;

  Py_XDECREF (all);
  return text;
}

static PyMethodDef methods[] = {
  { "append", list_append, METH_O, "append(value): put a value, a detached node or a dict of values at the end." },
  { "add", (PyCFunction)(void (*) (void))list_add, METH_VARARGS | METH_KEYWORDS,
    "add(**values): a new node at the end." },
  { "insert", list_insert_method, METH_VARARGS,
    "insert(index, value): put a value, a detached node or a dict before an item." },
  { "pop", list_pop, METH_VARARGS, "pop(index=-1): take an item out; a node may be put back." },
  { "move", list_move, METH_VARARGS, "move(from, to): move an item." },
  { "clear", list_clear, METH_NOARGS, "Remove all items." },
  { NULL, NULL, 0, NULL },
};

static PyType_Slot slots[] = {
  { Py_tp_dealloc, list_dealloc },
  { Py_tp_new, object_refuse },
  { Py_tp_iter, list_iterate },
  { Py_tp_repr, list_repr },
  { Py_tp_richcompare, list_compare },
  { Py_tp_hash, PyObject_HashNotImplemented },
  { Py_sq_length, list_length },
  { Py_sq_item, list_item },
  { Py_mp_length, list_length },
  { Py_mp_subscript, list_subscript },
  { Py_mp_ass_subscript, list_assign_subscript },
  { Py_tp_methods, methods },
  { Py_tp_doc, "The items of a list field: a view, not a copy." },
  { 0, NULL },
};

PyType_Spec list_spec = { "qms._qms.List", sizeof (List), 0, Py_TPFLAGS_DEFAULT, slots };

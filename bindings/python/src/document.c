/* SPDX-License-Identifier: Apache-2.0 */
/* Documents: read, write, find, validate. Work that takes long lets other threads run; the document is theirs again afterwards. */
#include "binding.h"

PyObject *
object_new (PyTypeObject *type)
{
  allocfunc allocate = (allocfunc)PyType_GetSlot (type, Py_tp_alloc);

  return allocate (type, 0);
}

void
object_free (PyObject *self)
{
  PyTypeObject *type = Py_TYPE (self);
  freefunc release = (freefunc)PyType_GetSlot (type, Py_tp_free);

  release (self);
  Py_DECREF (type);
}

PyObject *
object_refuse (PyTypeObject *type, PyObject *args, PyObject *keywords)
{
  (void)args;
  (void)keywords;
  PyErr_Format (PyExc_TypeError, "%R cannot be made like this", (PyObject *)type);
  return NULL;
}

PyObject *
document_wrap (QmsDocument *document)
{
  Document *self = (Document *)object_new (qms_python.document);

  if (!self) {
    qms_document_unref (document);
    return NULL;
  }
  self->document = document;
  return (PyObject *)self;
}

int
document_enter (const Document *document, int change)
{
  if (document->busy)
    PyErr_SetString (PyExc_RuntimeError, "another thread is at work in the document");
  else if (change && document->constant)
    PyErr_SetString (PyExc_TypeError, "this is the library's own and cannot be changed");
  else
    return 0;
  return -1;
}

static void
document_dealloc (PyObject *self)
{
  qms_document_unref (((Document *)self)->document);
  object_free (self);
}

static PyObject *
document_root (PyObject *self, void *closure)
{
  Document *document = (Document *)self;

  (void)closure;
  return document_enter (document, 0) < 0 ? NULL : node_wrap (document, qms_document_root (document->document));
}

static PyObject *
document_file (PyObject *self, void *closure)
{
  (void)closure;
  return text_or_none (qms_document_file (((Document *)self)->document));
}

static PyObject *
document_format (PyObject *self, void *closure)
{
  static const char *const names[] = { NULL, "xml", "json" };

  (void)closure;
  return text_or_none (names[qms_document_format (((Document *)self)->document)]);
}

static PyObject *
document_problems (PyObject *self, PyObject *unused)
{
  (void)unused;
  return error_list (qms_document_diagnostics (((Document *)self)->document));
}

static PyObject *
document_find (PyObject *self, PyObject *id)
{
  Document *document = (Document *)self;
  PyObject *text = value_utf8 (id), *node = NULL;

  if (text && document_enter (document, 0) == 0)
    node = node_wrap (document, qms_document_find (document->document, PyBytes_AsString (text)));
  Py_XDECREF (text);
  return node;
}

/* write (format): the text as bytes. */
static PyObject *
document_write (PyObject *self, PyObject *args)
{
  Document *document = (Document *)self;
  QmsError *error = NULL;
  QmsStatus status;
  char *text = NULL;
  size_t size = 0;
  int format;

  if (!PyArg_ParseTuple (args, "i", &format) || document_enter (document, 0) < 0)
    return NULL;
  document->busy = 1;
  Py_BEGIN_ALLOW_THREADS status = qms_document_write (document->document, format, &text, &size, &error);
  Py_END_ALLOW_THREADS document->busy = 0;
  if (status != QMS_OK) {
    error_raise (status, error);
    return NULL;
  }
  PyObject *bytes = PyBytes_FromStringAndSize (text, (Py_ssize_t)size);
  qms_free (text);
  return bytes;
}

/* save (path as bytes, format) */
static PyObject *
document_save (PyObject *self, PyObject *args)
{
  Document *document = (Document *)self;
  QmsError *error = NULL;
  QmsStatus status;
  const char *path;
  int format;

  if (!PyArg_ParseTuple (args, "yi", &path, &format) || document_enter (document, 0) < 0)
    return NULL;
  document->busy = 1;
  Py_BEGIN_ALLOW_THREADS status = qms_document_save (document->document, path, format, &error);
  Py_END_ALLOW_THREADS document->busy = 0;
  if (status != QMS_OK) {
    error_raise (status, error);
    return NULL;
  }
  Py_RETURN_NONE;
}

static QmsStatus
configure (QmsValidator *validator, const char *framework, const char *legal, Document *suppressions, QmsError **error)
{
  QmsStatus status = framework ? qms_validator_set_framework (validator, framework, error) : QMS_OK;

  if (status == QMS_OK && legal)
    status = qms_validator_set_legal (validator, legal, error);
  if (status == QMS_OK && suppressions)
    status = qms_validator_set_suppressions (validator, suppressions->document, error);
  return status;
}

/* Runs the validator without the interpreter's lock; the suppressions are read meanwhile too. */
static QmsStatus
run (QmsValidator *validator, Document *document, Document *suppressions, QmsReport **report, QmsError **error)
{
  QmsStatus status;

  document->busy = 1;
  if (suppressions)
    suppressions->busy = 1;
  Py_BEGIN_ALLOW_THREADS status = qms_validator_run (validator, document->document, report, error);
  Py_END_ALLOW_THREADS document->busy = 0;
  if (suppressions)
    suppressions->busy = 0;
  return status;
}

/* Documents of the library are shared by all threads, so nobody may work in them without the lock.
 * validate (framework, legal, suppressions, year, month, day, max_findings) */
static PyObject *
document_validate (PyObject *self, PyObject *args)
{
  Document *document = (Document *)self, *beside = NULL;
  const char *framework, *legal;
  QmsReport *report = NULL;
  QmsError *error = NULL;
  PyObject *suppressions;
  int year, month, day;
  Py_ssize_t max;

  if (!PyArg_ParseTuple (args, "zzOiiin", &framework, &legal, &suppressions, &year, &month, &day, &max)
      || document_enter (document, 1) < 0)
    return NULL;
  if (suppressions != Py_None && !PyObject_TypeCheck (suppressions, qms_python.document))
    return PyErr_Format (PyExc_TypeError, "expected a qms.Document, not %R", (PyObject *)Py_TYPE (suppressions));
  if (suppressions != Py_None)
    beside = (Document *)suppressions;
  if (beside && document_enter (beside, 0) < 0)
    return NULL;
  QmsValidator *validator = qms_validator_new ();
  QmsStatus status = qms_validator_set_as_of (validator, year, month, day, &error);
  if (max >= 0)
    qms_validator_set_max_findings (validator, (size_t)max);
  if (status == QMS_OK)
    status = configure (validator, framework, legal, beside, &error);
  if (status == QMS_OK)
    status = run (validator, document, beside, &report, &error);
  qms_validator_free (validator);
  if (status == QMS_OK)
    return report_wrap (document, report);
  error_raise (status, error);
  return NULL;
}

/* A diff as a list of (kind, path, before, after). */
static PyObject *
document_diff (PyObject *self, PyObject *other)
{
  Document *document = (Document *)self;
  QmsDiff *diff = NULL;
  QmsError *error = NULL;
  QmsStatus status;

  if (!PyObject_TypeCheck (other, qms_python.document))
    return PyErr_Format (PyExc_TypeError, "expected a qms.Document");
  if (document_enter (document, 0) < 0 || document_enter ((Document *)other, 0) < 0)
    return NULL;
  status = qms_document_diff (document->document, ((Document *)other)->document, &diff, &error);
  if (status != QMS_OK) {
    error_raise (status, error);
    return NULL;
  }
  PyObject *list = PyList_New (0);
  for (size_t i = 0; list && i < qms_diff_count (diff); i++) {
    PyObject *item = Py_BuildValue ("(izzz)", (int)qms_diff_kind (diff, i), qms_diff_path (diff, i),
                                    qms_diff_before (diff, i), qms_diff_after (diff, i));
    if (!item || PyList_Append (list, item) < 0)
      Py_CLEAR (list);
    Py_XDECREF (item);
  }
  qms_diff_free (diff);
  return list;
}

static PyMethodDef methods[] = {
  { "find", document_find, METH_O, "Node with an identifier, or None." },
  { "_problems", document_problems, METH_NOARGS, NULL },
  { "_write", document_write, METH_VARARGS, NULL },
  { "_save", document_save, METH_VARARGS, NULL },
  { "_validate", document_validate, METH_VARARGS, NULL },
  { "_diff", document_diff, METH_O, NULL },
  { NULL, NULL, 0, NULL },
};

static PyGetSetDef attributes[] = {
  { "root", document_root, NULL, "The root node.", NULL },
  { "file", document_file, NULL, "Name of the file that it was read from, or None.", NULL },
  { "format", document_format, NULL, "\"xml\" or \"json\" as it was read, or None.", NULL },
  { NULL, NULL, NULL, NULL, NULL },
};

static PyType_Slot slots[] = {
  { Py_tp_dealloc, document_dealloc },
  { Py_tp_new, object_refuse },
  { Py_tp_methods, methods },
  { Py_tp_getset, attributes },
  { 0, NULL },
};

PyType_Spec document_spec = { "qms._qms.Document", sizeof (Document), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
                              slots };

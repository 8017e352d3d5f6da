/* SPDX-License-Identifier: Apache-2.0 */
/* The extension module qms._qms: the core under the Python package, which gives it its manners. */
#include "binding.h"

Globals qms_python;

/* An attribute of a module that is imported; NULL with an exception. */
static PyObject *
import_from (const char *module, const char *name)
{
  PyObject *imported = PyImport_ImportModule (module);
  PyObject *object = imported ? PyObject_GetAttrString (imported, name) : NULL;

  Py_XDECREF (imported);
  return object;
}

/* The package derives classes from those made here; objects are then of its own. */
static PyObject *
set_classes (PyObject *self, PyObject *args)
{
  PyObject *document, *report, *calendar, *workflow, *case_, *error;

  (void)self;
  if (!PyArg_ParseTuple (args, "OOOOOO", &document, &report, &calendar, &workflow, &case_, &error))
    return NULL;
  Py_INCREF (args); /* they live as long as the process */
  qms_python.document = (PyTypeObject *)document;
  qms_python.report = (PyTypeObject *)report;
  qms_python.calendar = (PyTypeObject *)calendar;
  qms_python.workflow = (PyTypeObject *)workflow;
  qms_python.case_ = (PyTypeObject *)case_;
  qms_python.error = error;
  Py_RETURN_NONE;
}

static PyMethodDef module_methods[] = {
  { "_set_classes", set_classes, METH_VARARGS, NULL },
  { NULL, NULL, 0, NULL },
};

static struct PyModuleDef definition = {
  PyModuleDef_HEAD_INIT, "qms._qms", "The core of qms.", -1, library_methods, NULL, NULL, NULL, NULL,
};

static int
add_class (PyObject *module, const char *name, PyType_Spec *spec, PyTypeObject **class)
{
  *class = (PyTypeObject *)PyType_FromSpec (spec);
  return *class ? PyObject_SetAttrString (module, name, (PyObject *)*class) : -1;
}

static int
add_classes (PyObject *module)
{
  const struct {
    const char *name;
    PyType_Spec *spec;
    PyTypeObject **class;
  } classes[] = {
    { "Document", &document_spec, &qms_python.document },
    { "Node", &node_spec, &qms_python.node },
    { "List", &list_spec, &qms_python.list },
    { "ListIterator", &list_iterator_spec, &qms_python.list_iterator },
    { "Report", &report_spec, &qms_python.report },
    { "Calendar", &calendar_spec, &qms_python.calendar },
    { "Workflow", &workflow_spec, &qms_python.workflow },
    { "Case", &case_spec, &qms_python.case_ },
  };

  for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
    if (add_class (module, classes[i].name, classes[i].spec, classes[i].class) < 0)
      return -1;
  return 0;
}

static int
import_helpers (void)
{
  qms_python.date = import_from ("datetime", "date");
  qms_python.from_text = import_from ("qms._values", "from_text");
  qms_python.to_text = import_from ("qms._values", "to_text");
  return qms_python.date && qms_python.from_text && qms_python.to_text ? 0 : -1;
}

PyMODINIT_FUNC PyInit__qms (void); /* PyMODINIT_FUNC declares nothing */

PyMODINIT_FUNC
PyInit__qms (void)
{
  PyObject *module = PyModule_Create (&definition), *classes = PyDict_New ();
  int good = module && classes && import_helpers () == 0 && add_classes (module) == 0 && model_init (classes) == 0
             && PyModule_AddFunctions (module, module_methods) == 0
             && PyModule_AddFunctions (module, coverage_functions) == 0
             && PyModule_AddFunctions (module, office_functions) == 0
             && PyModule_AddFunctions (module, docx_functions) == 0
             && PyObject_SetAttrString (module, "classes", classes) == 0;

  Py_XDECREF (classes);
  if (!good)
    Py_CLEAR (module);
  return module;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Errors of the library as exceptions. */
#include "binding.h"

#define CAPSULE "qms.error"

static PyObject *
describe (const QmsError *error)
{
  return Py_BuildValue ("{s:i,s:s,s:s,s:s,s:s,s:s,s:z,s:z,s:I,s:I}", "status", qms_error_status (error), "id",
                        qms_error_id (error), "message", qms_error_message (error, QMS_LANG_VI), "message_en",
                        qms_error_message (error, QMS_LANG_EN), "remedy", qms_error_remedy (error, QMS_LANG_VI),
                        "remedy_en", qms_error_remedy (error, QMS_LANG_EN), "file", qms_error_file (error), "path",
                        qms_error_path (error), "line", qms_error_line (error), "column", qms_error_column (error));
}

PyObject *
error_list (const QmsError *error)
{
  PyObject *list = PyList_New (0);

  for (; list && error; error = qms_error_next (error)) {
    PyObject *item = describe (error);
    if (!item || PyList_Append (list, item) < 0)
      Py_CLEAR (list);
    Py_XDECREF (item);
  }
  return list;
}

static void
free_chain (PyObject *capsule)
{
  qms_error_free (PyCapsule_GetPointer (capsule, CAPSULE));
}

int
error_raise (QmsStatus status, QmsError *error)
{
  PyObject *list = error_list (error), *chain = NULL, *exception;

  if (error && !(chain = PyCapsule_New (error, CAPSULE, free_chain)))
    qms_error_free (error);
  exception = list ? PyObject_CallFunction (qms_python.error, "iOO", (int)status, list, chain ? chain : Py_None) : NULL;
  if (exception)
    PyErr_SetObject (qms_python.error, exception);
  Py_XDECREF (exception);
  Py_XDECREF (chain);
  Py_XDECREF (list);
  return -1;
}

const QmsError *
error_chain (PyObject *capsule)
{
  return PyCapsule_GetPointer (capsule, CAPSULE);
}

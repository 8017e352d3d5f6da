/* SPDX-License-Identifier: Apache-2.0 */
/* Functions of the module on procedures that come from Word. */
#include "binding.h"

#define CAPSULE "qms._qms.docx_report"

static void
free_report (PyObject *capsule)
{
  qms_docx_report_free (PyCapsule_GetPointer (capsule, CAPSULE));
}

/* The members of a field in the order of qms.DocxField. */
static PyObject *
field_at (const void *report, size_t i)
{
  return Py_BuildValue ("(zzzzzizz)", qms_docx_report_path (report, i), qms_docx_report_value (report, i),
                        qms_docx_report_source (report, i), qms_docx_report_place (report, i, QMS_LANG_VI),
                        qms_docx_report_place (report, i, QMS_LANG_EN), (int)qms_docx_report_confidence (report, i),
                        qms_docx_report_reason (report, i, QMS_LANG_VI),
                        qms_docx_report_reason (report, i, QMS_LANG_EN));
}

/* The members of a note in the order of qms.DocxNote. */
static PyObject *
note_at (const void *report, size_t i)
{
  return Py_BuildValue ("(zizzzzz)", qms_docx_report_note_id (report, i),
                        (int)qms_docx_report_note_severity (report, i), qms_docx_report_note (report, i, QMS_LANG_VI),
                        qms_docx_report_note (report, i, QMS_LANG_EN), qms_docx_report_note_source (report, i),
                        qms_docx_report_note_place (report, i, QMS_LANG_VI),
                        qms_docx_report_note_place (report, i, QMS_LANG_EN));
}

/* What qms.DocxImport is made of: (report, path of the procedure, number of doubtful fields, fields, notes). Takes the report. */
static PyObject *
describe (QmsDocxReport *report)
{
  PyObject *capsule = PyCapsule_New (report, CAPSULE, free_report);

  if (!capsule) {
    qms_docx_report_free (report);
    return NULL;
  }
  return Py_BuildValue ("(NznNN)", capsule, qms_docx_report_procedure (report),
                        (Py_ssize_t)qms_docx_report_doubtful (report),
                        tuple_of (qms_docx_report_count (report), field_at, report),
                        tuple_of (qms_docx_report_note_count (report), note_at, report));
}

/* _import_docx (document, data, name, options): (procedure, what describe gives) */
static PyObject *
docx_import (PyObject *self, PyObject *args)
{
  QmsDocxReport *report = NULL;
  QmsNode *procedure = NULL;
  const char *docx, *name;
  QmsError *error = NULL;
  PyObject *document;
  Py_ssize_t size;
  int options;

  (void)self;
  if (!PyArg_ParseTuple (args, "O!y#zi", qms_python.document, &document, &docx, &size, &name, &options)
      || document_enter ((Document *)document, 1) < 0)
    return NULL;
  QmsStatus status = qms_docx_import (((Document *)document)->document, docx, (size_t)size, name, options, &procedure,
                                      &report, &error);
  if (status == QMS_OK)
    return Py_BuildValue ("(NN)", node_wrap ((Document *)document, procedure), describe (report));
  error_raise (status, error);
  return NULL;
}

/* _docx_report_of_error (chain, name): what describe gives of a document that could not be read. */
static PyObject *
docx_report_of_error (PyObject *self, PyObject *args)
{
  const QmsError *error;
  PyObject *chain;
  const char *name;

  (void)self;
  if (!PyArg_ParseTuple (args, "Oz", &chain, &name) || !(error = error_chain (chain)))
    return NULL;
  return describe (qms_docx_report_from_error (error, name));
}

/* _docx_report_write (report, format, lang) */
static PyObject *
docx_report_write (PyObject *self, PyObject *args)
{
  const QmsDocxReport *report;
  QmsError *error = NULL;
  PyObject *capsule;
  const char *format;
  char *text = NULL;
  int lang;

  (void)self;
  if (!PyArg_ParseTuple (args, "Osi", &capsule, &format, &lang) || !(report = PyCapsule_GetPointer (capsule, CAPSULE)))
    return NULL;
  QmsStatus status = qms_docx_report_write (&report, 1, format, lang, &text, NULL, &error);
  return text_or_error (status, text, error);
}

PyMethodDef docx_functions[] = {
  { "_import_docx", docx_import, METH_VARARGS, NULL },
  { "_docx_report_of_error", docx_report_of_error, METH_VARARGS, NULL },
  { "_docx_report_write", docx_report_write, METH_VARARGS, NULL },
  { NULL, NULL, 0, NULL },
};

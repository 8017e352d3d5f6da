/* SPDX-License-Identifier: Apache-2.0 */
/* Functions of the module on coverage and inspections. */
#include "binding.h"

typedef struct {
  const QmsCoverage *coverage;
  Document *owner;
  size_t row;
} RowView;

/* (node, code and title) of an element that answers to a row. */
static PyObject *
evidence_at (const void *from, size_t i)
{
  const RowView *view = from;

  return Py_BuildValue ("(NN)", node_wrap (view->owner, qms_coverage_evidence (view->coverage, view->row, i)),
                        text_taken (qms_coverage_evidence_title (view->coverage, view->row, i, QMS_LANG_VI)));
}

/* Members in the order of qms.CoverageRow. */
static PyObject *
row_at (const void *from, size_t i)
{
  RowView view = *(const RowView *)from;
  const QmsCoverage *coverage = view.coverage;

  view.row = i;
  return Py_BuildValue ("(isizzzzzzzN)", (int)qms_coverage_kind (coverage, i), qms_coverage_id (coverage, i),
                        (int)qms_coverage_state (coverage, i), qms_coverage_title (coverage, i, QMS_LANG_VI),
                        qms_coverage_title (coverage, i, QMS_LANG_EN), qms_coverage_note (coverage, i),
                        qms_coverage_lack (coverage, i, QMS_LANG_VI), qms_coverage_lack (coverage, i, QMS_LANG_EN),
                        qms_coverage_warning (coverage, i, QMS_LANG_VI),
                        qms_coverage_warning (coverage, i, QMS_LANG_EN),
                        tuple_of (qms_coverage_evidence_count (coverage, i), evidence_at, &view));
}

/* The matrix of (document, framework, year, month, day, …); NULL with an exception. */
static QmsCoverage *
run (PyObject *document, const char *framework, int year, int month, int day)
{
  QmsCoverage *coverage = NULL;
  QmsError *error = NULL;

  if (document_enter ((Document *)document, 0) < 0)
    return NULL;
  QmsStatus status =
      qms_coverage_run (((Document *)document)->document, framework, year, month, day, &coverage, &error);
  if (status != QMS_OK)
    error_raise (status, error);
  return coverage;
}

/* _coverage (document, framework, year, month, day): numbers of rows by state. */
static PyObject *
coverage_counts (PyObject *self, PyObject *args)
{
  const char *framework;
  PyObject *document;
  int year, month, day;

  (void)self;
  if (!PyArg_ParseTuple (args, "O!ziii", qms_python.document, &document, &framework, &year, &month, &day))
    return NULL;
  QmsCoverage *coverage = run (document, framework, year, month, day);
  if (!coverage)
    return NULL;
  PyObject *counts = Py_BuildValue ("(nnnn)", (Py_ssize_t)qms_coverage_state_count (coverage, 0, QMS_COVERAGE_MET),
                                    (Py_ssize_t)qms_coverage_state_count (coverage, 0, QMS_COVERAGE_PARTIAL),
                                    (Py_ssize_t)qms_coverage_state_count (coverage, 0, QMS_COVERAGE_MISSING),
                                    (Py_ssize_t)qms_coverage_state_count (coverage, 0, QMS_COVERAGE_EXCLUDED));
  qms_coverage_free (coverage);
  return counts;
}

/* _coverage_rows (document, framework, year, month, day) */
static PyObject *
coverage_rows (PyObject *self, PyObject *args)
{
  const char *framework;
  PyObject *document;
  int year, month, day;

  (void)self;
  if (!PyArg_ParseTuple (args, "O!ziii", qms_python.document, &document, &framework, &year, &month, &day))
    return NULL;
  QmsCoverage *coverage = run (document, framework, year, month, day);
  if (!coverage)
    return NULL;
  RowView view = { .coverage = coverage, .owner = (Document *)document };
  PyObject *rows = tuple_of (qms_coverage_count (coverage), row_at, &view);
  qms_coverage_free (coverage);
  return rows;
}

/* _coverage_text (document, framework, year, month, day, format, lang) */
static PyObject *
coverage_text (PyObject *self, PyObject *args)
{
  const char *framework, *format;
  QmsError *error = NULL;
  PyObject *document;
  char *text = NULL;
  int year, month, day, lang;

  (void)self;
  if (!PyArg_ParseTuple (args, "O!ziiisi", qms_python.document, &document, &framework, &year, &month, &day, &format,
                         &lang))
    return NULL;
  QmsCoverage *coverage = run (document, framework, year, month, day);
  if (!coverage)
    return NULL;
  QmsStatus status = qms_coverage_write (coverage, format, lang, &text, NULL, &error);
  qms_coverage_free (coverage);
  return text_or_error (status, text, error);
}

/* _inspection_counts (document): a dict from verdicts to numbers of agencies. */
static PyObject *
inspection_counts (PyObject *self, PyObject *document)
{
  const QmsEnum *verdicts = qms_enum_by_name ("verdict");
  PyObject *counts;

  (void)self;
  if (!PyObject_TypeCheck (document, qms_python.document))
    return PyErr_Format (PyExc_TypeError, "expected a qms.Document");
  if (document_enter ((Document *)document, 0) < 0)
    return NULL;
  counts = PyDict_New ();
  for (size_t i = 0; counts && i < qms_enum_value_count (verdicts); i++) {
    int32_t verdict = qms_enum_value_at (verdicts, i);
    PyObject *count = PyLong_FromSize_t (qms_inspection_count (((Document *)document)->document, verdict));
    if (!count || PyDict_SetItemString (counts, qms_enum_value_name (verdicts, verdict), count) < 0)
      Py_CLEAR (counts);
    Py_XDECREF (count);
  }
  return counts;
}

/* _inspection_table (document, format, lang) */
static PyObject *
inspection_table (PyObject *self, PyObject *args)
{
  QmsError *error = NULL;
  PyObject *document;
  const char *format;
  char *text = NULL;
  int lang;

  (void)self;
  if (!PyArg_ParseTuple (args, "O!si", qms_python.document, &document, &format, &lang)
      || document_enter ((Document *)document, 0) < 0)
    return NULL;
  QmsStatus status = qms_inspection_write (((Document *)document)->document, format, lang, &text, NULL, &error);
  return text_or_error (status, text, error);
}

PyMethodDef coverage_functions[] = {
  { "_coverage", coverage_counts, METH_VARARGS, NULL },
  { "_coverage_rows", coverage_rows, METH_VARARGS, NULL },
  { "_coverage_text", coverage_text, METH_VARARGS, NULL },
  { "_inspection_counts", inspection_counts, METH_O, NULL },
  { "_inspection_table", inspection_table, METH_VARARGS, NULL },
  { NULL, NULL, 0, NULL },
};

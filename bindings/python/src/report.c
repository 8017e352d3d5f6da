/* SPDX-License-Identifier: Apache-2.0 */
/* Reports: the findings of one validation as a sequence. */
#include "binding.h"

typedef struct {
  PyObject_HEAD Document *owner; /* NULL if the report is about a file that could not be read */
  QmsReport *report;
} Report;

PyObject *
report_wrap (Document *owner, QmsReport *report)
{
  Report *self = (Report *)object_new (qms_python.report);

  if (!self) {
    qms_report_free (report);
    return NULL;
  }
  Py_XINCREF (owner);
  self->owner = owner;
  self->report = report;
  return (PyObject *)self;
}

static void
report_dealloc (PyObject *self)
{
  qms_report_free (((Report *)self)->report);
  Py_XDECREF (((Report *)self)->owner);
  object_free (self);
}

/* The report, if nobody else is at work in its document. */
static const QmsReport *
enter (PyObject *self)
{
  const Report *report = (const Report *)self;

  return report->owner && document_enter (report->owner, 0) < 0 ? NULL : report->report;
}

const QmsReport *
report_of (PyObject *object)
{
  if (PyObject_TypeCheck (object, qms_python.report))
    return enter (object);
  PyErr_Format (PyExc_TypeError, "expected a qms.Report, not %R", (PyObject *)Py_TYPE (object));
  return NULL;
}

static Py_ssize_t
report_length (PyObject *self)
{
  return (Py_ssize_t)qms_report_count (((Report *)self)->report);
}

static PyObject *
report_node (const Report *self, size_t i)
{
  QmsNode *node = qms_report_node (self->report, i);

  if (!node || !self->owner)
    Py_RETURN_NONE;
  return node_wrap (self->owner, node);
}

static PyObject *
suppression (const QmsReport *report, size_t i)
{
  if (!qms_report_is_suppressed (report, i))
    Py_RETURN_NONE;
  return Py_BuildValue ("(zzzN)", qms_report_suppression_who (report, i), qms_report_suppression_until (report, i),
                        qms_report_suppression_reason (report, i),
                        PyBool_FromLong (qms_report_suppression_is_in_file (report, i)));
}

/* _finding (index): the members of a finding in the order of qms.Finding. */
static PyObject *
report_finding (PyObject *self, PyObject *index)
{
  size_t i = PyLong_AsSize_t (index);
  const QmsReport *report = PyErr_Occurred () ? NULL : enter (self);
  const QmsRule *rule = qms_report_rule (report, i);

  if (PyErr_Occurred ())
    return NULL;
  if (!rule)
    return PyErr_Format (PyExc_IndexError, "there is no such finding");
  return Py_BuildValue ("(sszizzzzIIzNNz)", qms_rule_id (rule), qms_rule_slug (rule), qms_rule_category (rule),
                        (int)qms_report_severity (report, i), qms_report_message (report, i, QMS_LANG_VI),
                        qms_report_message (report, i, QMS_LANG_EN), qms_report_cite (report, i),
                        qms_report_requirement (report, i), qms_report_line (report, i), qms_report_column (report, i),
                        qms_report_path (report, i), report_node ((Report *)self, i), suppression (report, i),
                        qms_report_fingerprint (report, i));
}

static PyObject *
report_counts (PyObject *self, PyObject *unused)
{
  const QmsReport *report = ((Report *)self)->report;

  (void)unused;
  return Py_BuildValue ("(nnnn)", (Py_ssize_t)qms_report_severity_count (report, QMS_SEVERITY_ERROR),
                        (Py_ssize_t)qms_report_severity_count (report, QMS_SEVERITY_WARNING),
                        (Py_ssize_t)qms_report_severity_count (report, QMS_SEVERITY_INFO),
                        (Py_ssize_t)qms_report_suppressed_count (report));
}

static PyObject *
report_left_out (PyObject *self, PyObject *unused)
{
  const QmsReport *report = ((Report *)self)->report;

  (void)unused;
  return Py_BuildValue ("(nnn)", (Py_ssize_t)qms_report_left_out_count (report, QMS_SEVERITY_ERROR),
                        (Py_ssize_t)qms_report_left_out_count (report, QMS_SEVERITY_WARNING),
                        (Py_ssize_t)qms_report_left_out_count (report, QMS_SEVERITY_INFO));
}

/* _check_suppressions (document of suppressions, year, month, day): the report on them, after the run that this is of. */
static PyObject *
report_check_suppressions (PyObject *self, PyObject *args)
{
  const QmsReport *report;
  QmsValidator *validator;
  QmsReport *found = NULL;
  QmsError *error = NULL;
  PyObject *beside;
  int year, month, day;

  if (!PyArg_ParseTuple (args, "O!iii", qms_python.document, &beside, &year, &month, &day) || !(report = enter (self))
      || document_enter ((Document *)beside, 0) < 0)
    return NULL;
  validator = qms_validator_new ();
  QmsStatus status = qms_validator_set_as_of (validator, year, month, day, &error);
  if (status == QMS_OK)
    status = qms_validator_set_suppressions (validator, ((Document *)beside)->document, &error);
  if (status == QMS_OK)
    status = qms_validator_run_suppressions (validator, &report, 1, &found, &error);
  qms_validator_free (validator);
  if (status == QMS_OK)
    return report_wrap (NULL, found);
  error_raise (status, error);
  return NULL;
}

/* _write (format, lang) */
static PyObject *
report_write (PyObject *self, PyObject *args)
{
  const QmsReport *report;
  const char *format;
  QmsError *error = NULL;
  char *text = NULL;
  int lang;

  if (!PyArg_ParseTuple (args, "si", &format, &lang) || !(report = enter (self)))
    return NULL;
  QmsStatus status = qms_report_write (&report, 1, format, lang, 0, &text, NULL, &error);
  if (status == QMS_OK)
    return text_taken (text);
  error_raise (status, error);
  return NULL;
}

/* _inspect (framework, least, lang): the document of an inspection. */
static PyObject *
report_inspect (PyObject *self, PyObject *args)
{
  const QmsReport *report;
  QmsDocument *inspection = NULL;
  QmsError *error = NULL;
  const char *framework;
  int least, lang;

  if (!PyArg_ParseTuple (args, "zii", &framework, &least, &lang) || !(report = enter (self)))
    return NULL;
  QmsStatus status = qms_inspection_draw (&report, 1, framework, least, lang, &inspection, NULL, &error);
  if (status == QMS_OK)
    return document_wrap (inspection);
  error_raise (status, error);
  return NULL;
}

static PyObject *
report_file (PyObject *self, void *closure)
{
  (void)closure;
  return text_or_none (qms_report_file (((Report *)self)->report));
}

static PyMethodDef methods[] = {
  { "_finding", report_finding, METH_O, NULL },
  { "_counts", report_counts, METH_NOARGS, NULL },
  { "_left_out", report_left_out, METH_NOARGS, NULL },
  { "_check_suppressions", report_check_suppressions, METH_VARARGS, NULL },
  { "_write", report_write, METH_VARARGS, NULL },
  { "_inspect", report_inspect, METH_VARARGS, NULL },
  { NULL, NULL, 0, NULL },
};

static PyGetSetDef attributes[] = {
  { "file", report_file, NULL, "File that was validated, or None.", NULL },
  { NULL, NULL, NULL, NULL, NULL },
};

static PyType_Slot slots[] = {
  { Py_tp_dealloc, report_dealloc }, { Py_tp_new, object_refuse }, { Py_sq_length, report_length },
  { Py_tp_methods, methods },        { Py_tp_getset, attributes }, { 0, NULL },
};

PyType_Spec report_spec = { "qms._qms.Report", sizeof (Report), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots };

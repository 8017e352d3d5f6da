/* SPDX-License-Identifier: Apache-2.0 */
/* Cases. Times are seconds here; qms/work.py makes datetimes of them. */
#include "work.h"

typedef struct {
  PyObject_HEAD Document *owner;
  QmsCase *opened;
} Case;

PyObject *
case_wrap (Document *owner, QmsCase *opened)
{
  Case *self = (Case *)object_new (qms_python.case_);

  if (!self) {
    qms_case_free (opened);
    return NULL;
  }
  Py_INCREF (owner);
  self->owner = owner;
  self->opened = opened;
  return (PyObject *)self;
}

static void
case_dealloc (PyObject *self)
{
  qms_case_free (((Case *)self)->opened);
  Py_DECREF (((Case *)self)->owner);
  object_free (self);
}

/* The case, if nobody else is at work in its document. */
static QmsCase *
enter (PyObject *self)
{
  return document_enter (((Case *)self)->owner, 1) < 0 ? NULL : ((Case *)self)->opened;
}

static PyObject *
none_or_error (QmsStatus status, QmsError *error)
{
  if (status == QMS_OK)
    Py_RETURN_NONE;
  error_raise (status, error);
  return NULL;
}

/* ---- what happens */

static PyObject *
case_complete (PyObject *self, PyObject *args)
{
  const char *step, *outcome, *actor, *note;
  QmsCase *opened;
  QmsError *error = NULL;
  long long time;

  if (!PyArg_ParseTuple (args, "zzLzz", &step, &outcome, &time, &actor, &note) || !(opened = enter (self)))
    return NULL;
  return none_or_error (qms_case_complete (opened, step, outcome, time, actor, note, &error), error);
}

/* What needs only a time, an actor and a note. */
typedef QmsStatus (*Happening) (QmsCase *, int64_t, const char *, const char *, QmsError **);

static const Happening happenings[] = {
  qms_case_request_supplement,
  qms_case_receive_supplement,
  qms_case_request_payment,
  qms_case_receive_payment,
  qms_case_stop,
  qms_case_withdraw,
  qms_case_refuse,
};

/* _happen (number, time, actor, note) */
static PyObject *
case_happen (PyObject *self, PyObject *args)
{
  const char *actor, *note;
  QmsCase *opened;
  QmsError *error = NULL;
  unsigned int number;
  long long time;

  if (!PyArg_ParseTuple (args, "ILzz", &number, &time, &actor, &note) || !(opened = enter (self)))
    return NULL;
  if (number >= sizeof happenings / sizeof happenings[0])
    return PyErr_Format (PyExc_IndexError, "nothing of the kind can happen");
  return none_or_error (happenings[number](opened, time, actor, note, &error), error);
}

static PyObject *
case_hand_over (PyObject *self, PyObject *args)
{
  const char *code, *agency, *actor, *note;
  QmsCase *opened;
  QmsError *error = NULL;
  long long time;

  if (!PyArg_ParseTuple (args, "zzLzz", &code, &agency, &time, &actor, &note) || !(opened = enter (self)))
    return NULL;
  return none_or_error (qms_case_hand_over (opened, code, agency, time, actor, note, &error), error);
}

static PyObject *
case_extend (PyObject *self, PyObject *args)
{
  const char *actor, *note;
  QmsCase *opened;
  QmsError *error = NULL;
  long long due, time;

  if (!PyArg_ParseTuple (args, "LLzz", &due, &time, &actor, &note) || !(opened = enter (self)))
    return NULL;
  return none_or_error (qms_case_extend (opened, due, time, actor, note, &error), error);
}

/* ---- how it stands */

static PyObject *
time_or_none (QmsStatus status, int64_t time)
{
  if (status != QMS_OK)
    Py_RETURN_NONE;
  return PyLong_FromLongLong (time);
}

/* _state (): (status, ended, running, due, unsure) */
static PyObject *
case_state (PyObject *self, PyObject *unused)
{
  QmsCase *opened;
  int32_t unsure = 0;
  int64_t due = 0;

  (void)unused;
  if (!(opened = enter (self)))
    return NULL;
  QmsStatus status = qms_case_due (opened, &due, &unsure);
  return Py_BuildValue ("(zNNNN)", qms_enum_value_name (qms_enum_by_name ("case_status"), qms_case_status (opened)),
                        PyBool_FromLong (qms_case_is_ended (opened)), PyBool_FromLong (qms_case_is_running (opened)),
                        time_or_none (status, due), PyBool_FromLong (unsure));
}

/* _open (now, soon): list of (place of the step, entered, due, running, timeliness, minutes left, minutes used). */
static PyObject *
case_open (PyObject *self, PyObject *args)
{
  const QmsEnum *words = qms_enum_by_name ("timeliness");
  QmsCase *opened;
  long long now, soon;

  if (!PyArg_ParseTuple (args, "LL", &now, &soon) || !(opened = enter (self)))
    return NULL;
  PyObject *list = PyList_New ((Py_ssize_t)qms_case_open_steps (opened));
  for (size_t i = 0; list && i < qms_case_open_steps (opened); i++) {
    size_t step = qms_case_open_step (opened, i);
    int64_t entered = 0, due = 0, left = 0;
    QmsStatus has_left = qms_case_step_remaining (opened, step, now, &left);
    QmsStatus has_entered = qms_case_step_entered (opened, step, &entered),
              has_due = qms_case_step_due (opened, step, &due);
    PyList_SetItem (list, (Py_ssize_t)i,
                    Py_BuildValue ("(nNNNzNL)", (Py_ssize_t)step, time_or_none (has_entered, entered),
                                   time_or_none (has_due, due),
                                   PyBool_FromLong (qms_case_step_is_running (opened, step)),
                                   qms_enum_value_name (words, qms_case_step_timeliness (opened, step, now, soon)),
                                   time_or_none (has_left, left), (long long)qms_case_step_used (opened, step, now)));
  }
  return list;
}

/* _next (place of the step, code): (whether it is possible, places of steps, whether handling ends) */
static PyObject *
case_next (PyObject *self, PyObject *args)
{
  QmsCase *opened;
  const char *code;
  Py_ssize_t step;
  int32_t ends = 0;

  if (!PyArg_ParseTuple (args, "ns", &step, &code) || !(opened = enter (self)))
    return NULL;
  size_t outcome = qms_workflow_find_outcome (qms_case_workflow (opened), (size_t)step, code);
  size_t count = qms_case_next_count (opened, (size_t)step, outcome, &ends);
  PyObject *steps = PyTuple_New ((Py_ssize_t)count);
  for (size_t i = 0; steps && i < count; i++)
    PyTuple_SetItem (steps, (Py_ssize_t)i, PyLong_FromSize_t (qms_case_next (opened, (size_t)step, outcome, i)));
  return Py_BuildValue ("(NNN)", PyBool_FromLong (qms_case_is_possible (opened, (size_t)step, outcome)), steps,
                        PyBool_FromLong (ends));
}

/* _times (now, soon): (timeliness, minutes left or None, minutes used) */
static PyObject *
case_times (PyObject *self, PyObject *args)
{
  QmsCase *opened;
  int64_t left = 0;
  long long now, soon;

  if (!PyArg_ParseTuple (args, "LL", &now, &soon) || !(opened = enter (self)))
    return NULL;
  QmsStatus status = qms_case_remaining (opened, now, &left);
  return Py_BuildValue ("(zNL)",
                        qms_enum_value_name (qms_enum_by_name ("timeliness"), qms_case_timeliness (opened, now, soon)),
                        time_or_none (status, left), (long long)qms_case_used (opened, now));
}

/* _form (kind, format, lang) */
static PyObject *
case_form (PyObject *self, PyObject *args)
{
  QmsCase *opened;
  const char *kind, *format;
  QmsError *error = NULL;
  char *text = NULL;
  int lang;

  if (!PyArg_ParseTuple (args, "ssi", &kind, &format, &lang) || !(opened = enter (self)))
    return NULL;
  QmsStatus status = qms_case_form (opened, qms_enum_value_by_name (qms_enum_by_name ("form_kind"), kind), format, lang,
                                    &text, NULL, &error);
  if (status == QMS_OK)
    return text_taken (text);
  error_raise (status, error);
  return NULL;
}

static PyObject *
case_workflow (PyObject *self, void *closure)
{
  (void)closure;
  return workflow_wrap (qms_workflow_ref ((QmsWorkflow *)qms_case_workflow (((Case *)self)->opened)));
}

static PyObject *
case_calendar (PyObject *self, void *closure)
{
  (void)closure;
  return calendar_wrap (qms_calendar_ref ((QmsCalendar *)qms_case_calendar (((Case *)self)->opened)));
}

static PyObject *
case_document (PyObject *self, void *closure)
{
  PyObject *owner = (PyObject *)((Case *)self)->owner;

  (void)closure;
  Py_INCREF (owner);
  return owner;
}

static PyMethodDef methods[] = {
  { "_complete", case_complete, METH_VARARGS, NULL },   { "_happen", case_happen, METH_VARARGS, NULL },
  { "_hand_over", case_hand_over, METH_VARARGS, NULL }, { "_extend", case_extend, METH_VARARGS, NULL },
  { "_state", case_state, METH_NOARGS, NULL },          { "_open", case_open, METH_VARARGS, NULL },
  { "_next", case_next, METH_VARARGS, NULL },           { "_times", case_times, METH_VARARGS, NULL },
  { "_form", case_form, METH_VARARGS, NULL },           { NULL, NULL, 0, NULL },
};

static PyGetSetDef attributes[] = {
  { "workflow", case_workflow, NULL, "Its procedure, compiled.", NULL },
  { "calendar", case_calendar, NULL, "Its calendar.", NULL },
  { "document", case_document, NULL, "The document of the case.", NULL },
  { NULL, NULL, NULL, NULL, NULL },
};

static PyType_Slot slots[] = {
  { Py_tp_dealloc, case_dealloc },
  { Py_tp_new, object_refuse },
  { Py_tp_methods, methods },
  { Py_tp_getset, attributes },
  { 0, NULL },
};

PyType_Spec case_spec = { "qms._qms.Case", sizeof (Case), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots };

/* SPDX-License-Identifier: Apache-2.0 */
/* Calendars and workflows. Times are seconds here; qms/work.py makes datetimes of them. */
#include "work.h"

const char *
enum_name (const char *enumeration, int32_t value)
{
  return qms_enum_value_name (qms_enum_by_name (enumeration), value);
}

PyObject *
duration_or_none (QmsStatus status, int64_t mantissa, int32_t scale, int32_t unit)
{
  if (status != QMS_OK)
    Py_RETURN_NONE;
  return Py_BuildValue ("(Liz)", (long long)mantissa, (int)scale,
                        qms_enum_value_xml (qms_enum_by_name ("duration_unit"), unit));
}

/* ---- calendars */

static void
calendar_dealloc (PyObject *self)
{
  qms_calendar_unref (((Calendar *)self)->calendar);
  object_free (self);
}

PyObject *
calendar_wrap (QmsCalendar *calendar)
{
  Calendar *self = (Calendar *)object_new (qms_python.calendar);

  if (self)
    self->calendar = calendar;
  else
    qms_calendar_unref (calendar);
  return (PyObject *)self;
}

static PyObject *
due_or_error (QmsStatus status, QmsError *error, int64_t due, int32_t certainty)
{
  if (status == QMS_OK)
    return Py_BuildValue ("(Li)", (long long)due, (int)certainty);
  error_raise (status, error);
  return NULL;
}

/* _due (start, mantissa, scale, unit) */
static PyObject *
calendar_due (PyObject *self, PyObject *args)
{
  long long start, mantissa;
  int scale;
  const char *unit;
  int64_t due = 0;
  int32_t certainty = 0;
  QmsError *error = NULL;

  if (!PyArg_ParseTuple (args, "LLis", &start, &mantissa, &scale, &unit))
    return NULL;
  QmsStatus status =
      qms_calendar_due (((Calendar *)self)->calendar, start, mantissa, scale,
                        qms_enum_value_by_name (qms_enum_by_name ("duration_unit"), unit), &due, &certainty, &error);
  return due_or_error (status, error, due, certainty);
}

static PyObject *
calendar_same_day_due (PyObject *self, PyObject *args)
{
  long long received;
  int64_t due = 0;
  int32_t certainty = 0;
  QmsError *error = NULL;

  if (!PyArg_ParseTuple (args, "L", &received))
    return NULL;
  QmsStatus status = qms_calendar_same_day_due (((Calendar *)self)->calendar, received, &due, &certainty, &error);
  return due_or_error (status, error, due, certainty);
}

static PyObject *
calendar_add (PyObject *self, PyObject *args)
{
  long long start, minutes;
  int64_t end = 0;
  int32_t certainty = 0;
  QmsError *error = NULL;

  if (!PyArg_ParseTuple (args, "LL", &start, &minutes))
    return NULL;
  QmsStatus status = qms_calendar_add (((Calendar *)self)->calendar, start, minutes, &end, &certainty, &error);
  return due_or_error (status, error, end, certainty);
}

static PyObject *
calendar_between (PyObject *self, PyObject *args)
{
  long long from, to;

  if (!PyArg_ParseTuple (args, "LL", &from, &to))
    return NULL;
  return PyLong_FromLongLong (qms_calendar_between (((Calendar *)self)->calendar, from, to));
}

/* _day (year, month, day): members in the order of qms.work.Day */
static PyObject *
calendar_day (PyObject *self, PyObject *args)
{
  const QmsCalendar *calendar = ((Calendar *)self)->calendar;
  int year, month, day;

  if (!PyArg_ParseTuple (args, "iii", &year, &month, &day))
    return NULL;
  return Py_BuildValue ("(Nzzz)", PyBool_FromLong (qms_calendar_is_working_day (calendar, year, month, day) == 1),
                        qms_calendar_day_name (calendar, year, month, day),
                        enum_name ("day_off_kind", qms_calendar_day_kind (calendar, year, month, day)),
                        enum_name ("certainty", qms_calendar_day_certainty (calendar, year, month, day)));
}

static PyObject *
calendar_id (PyObject *self, void *closure)
{
  (void)closure;
  return text_or_none (qms_calendar_id (((Calendar *)self)->calendar));
}

static PyObject *
calendar_offset (PyObject *self, void *closure)
{
  (void)closure;
  return PyLong_FromLong (qms_calendar_utc_offset (((Calendar *)self)->calendar));
}

static PyObject *
calendar_day_minutes (PyObject *self, void *closure)
{
  (void)closure;
  return PyLong_FromLong (qms_calendar_day_minutes (((Calendar *)self)->calendar));
}

static PyMethodDef calendar_methods[] = {
  { "_due", calendar_due, METH_VARARGS, NULL }, { "_same_day_due", calendar_same_day_due, METH_VARARGS, NULL },
  { "_add", calendar_add, METH_VARARGS, NULL }, { "_between", calendar_between, METH_VARARGS, NULL },
  { "_day", calendar_day, METH_VARARGS, NULL }, { NULL, NULL, 0, NULL },
};

static PyGetSetDef calendar_attributes[] = {
  { "id", calendar_id, NULL, "Identifier.", NULL },
  { "utc_offset", calendar_offset, NULL, "Offset of its local time from UTC, in minutes.", NULL },
  { "day_minutes", calendar_day_minutes, NULL, "Minutes of a working day.", NULL },
  { NULL, NULL, NULL, NULL, NULL },
};

static PyType_Slot calendar_slots[] = {
  { Py_tp_dealloc, calendar_dealloc },
  { Py_tp_new, object_refuse },
  { Py_tp_methods, calendar_methods },
  { Py_tp_getset, calendar_attributes },
  { 0, NULL },
};

PyType_Spec calendar_spec = { "qms._qms.Calendar", sizeof (Calendar), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
                              calendar_slots };

/* ---- workflows */

static void
workflow_dealloc (PyObject *self)
{
  qms_workflow_unref (((Workflow *)self)->workflow);
  object_free (self);
}

PyObject *
workflow_wrap (QmsWorkflow *workflow)
{
  Workflow *self = (Workflow *)object_new (qms_python.workflow);

  if (self)
    self->workflow = workflow;
  else
    qms_workflow_unref (workflow);
  return (PyObject *)self;
}

/* The forms of a step that come in (`out` 0) or go out: a tuple of (name, kind). */
static PyObject *
step_forms (const QmsWorkflow *workflow, size_t step, int32_t out)
{
  PyObject *forms = PyTuple_New ((Py_ssize_t)qms_workflow_step_forms (workflow, step, out));

  for (size_t i = 0; forms && i < qms_workflow_step_forms (workflow, step, out); i++)
    PyTuple_SetItem (forms, (Py_ssize_t)i,
                     Py_BuildValue ("(zz)", qms_workflow_step_form (workflow, step, out, i),
                                    enum_name ("form_kind", qms_workflow_step_form_kind (workflow, step, out, i))));
  return forms;
}

/* _step (index): members in the order of qms.Step; None beyond the end. */
static PyObject *
workflow_step (PyObject *self, PyObject *index)
{
  const QmsWorkflow *workflow = ((Workflow *)self)->workflow;
  size_t i = PyLong_AsSize_t (index);

  if (PyErr_Occurred ())
    return NULL;
  if (i >= qms_workflow_steps (workflow))
    Py_RETURN_NONE;
  return Py_BuildValue ("(szzzzzzzzzNNN)", qms_workflow_step_id (workflow, i), qms_workflow_step_number (workflow, i),
                        qms_workflow_step_name (workflow, i),
                        enum_name ("step_kind", qms_workflow_step_kind (workflow, i)),
                        qms_workflow_step_role (workflow, i), qms_workflow_step_role_name (workflow, i),
                        qms_workflow_step_unit (workflow, i), qms_workflow_step_unit_name (workflow, i),
                        qms_workflow_step_phase (workflow, i), qms_workflow_step_agency (workflow, i),
                        PyBool_FromLong (qms_workflow_step_counts (workflow, i)), step_forms (workflow, i, 0),
                        step_forms (workflow, i, 1));
}

PyObject *
place_or_none (size_t place)
{
  if (place == QMS_WORKFLOW_NONE)
    Py_RETURN_NONE;
  return PyLong_FromSize_t (place);
}

static PyObject *
branches (const QmsWorkflow *workflow, size_t step, size_t outcome)
{
  size_t count = qms_workflow_outcome_branches (workflow, step, outcome);
  PyObject *steps = PyTuple_New ((Py_ssize_t)count);

  for (size_t i = 0; steps && i < count; i++)
    PyTuple_SetItem (steps, (Py_ssize_t)i, place_or_none (qms_workflow_outcome_branch (workflow, step, outcome, i)));
  return steps;
}

/* _outcome (step, index): members in the order of qms.Outcome; None beyond the end. */
static PyObject *
workflow_outcome (PyObject *self, PyObject *args)
{
  const QmsWorkflow *workflow = ((Workflow *)self)->workflow;
  Py_ssize_t step, i;

  if (!PyArg_ParseTuple (args, "nn", &step, &i))
    return NULL;
  if (i < 0 || (size_t)i >= qms_workflow_outcomes (workflow, (size_t)step))
    Py_RETURN_NONE;
  return Py_BuildValue ("(szzNNNzN)", qms_workflow_outcome_code (workflow, (size_t)step, (size_t)i),
                        qms_workflow_outcome_name (workflow, (size_t)step, (size_t)i),
                        enum_name ("outcome_kind", qms_workflow_outcome_kind (workflow, (size_t)step, (size_t)i)),
                        place_or_none (qms_workflow_outcome_scenario (workflow, (size_t)step, (size_t)i)),
                        place_or_none (qms_workflow_outcome_target (workflow, (size_t)step, (size_t)i)),
                        branches (workflow, (size_t)step, (size_t)i),
                        qms_workflow_outcome_lost (workflow, (size_t)step, (size_t)i),
                        PyBool_FromLong (qms_workflow_outcome_is_back (workflow, (size_t)step, (size_t)i)));
}

/* _scenarios (): list of (id, name) */
static PyObject *
workflow_scenarios (PyObject *self, PyObject *unused)
{
  const QmsWorkflow *workflow = ((Workflow *)self)->workflow;
  PyObject *list = PyList_New ((Py_ssize_t)qms_workflow_scenarios (workflow));

  (void)unused;
  for (size_t i = 0; list && i < qms_workflow_scenarios (workflow); i++)
    PyList_SetItem (
        list, (Py_ssize_t)i,
        Py_BuildValue ("(zz)", qms_workflow_scenario_id (workflow, i), qms_workflow_scenario_name (workflow, i)));
  return list;
}

static PyObject *
phase_at (const void *workflow, size_t i)
{
  return Py_BuildValue ("(zzzN)", qms_workflow_phase_id (workflow, i), qms_workflow_phase_name (workflow, i),
                        qms_workflow_phase_agency (workflow, i),
                        PyBool_FromLong (qms_workflow_phase_counts (workflow, i)));
}

/* _phases (): members in the order of qms.work.Phase */
static PyObject *
workflow_phases (PyObject *self, PyObject *unused)
{
  const QmsWorkflow *workflow = ((Workflow *)self)->workflow;

  (void)unused;
  return tuple_of (qms_workflow_phases (workflow), phase_at, workflow);
}

/* _duration (step, scenario or -1) */
static PyObject *
workflow_duration (PyObject *self, PyObject *args)
{
  Py_ssize_t step, scenario;
  int64_t mantissa = 0;
  int32_t scale = 0, unit = 0;

  if (!PyArg_ParseTuple (args, "nn", &step, &scenario))
    return NULL;
  QmsStatus status = qms_workflow_step_duration (((Workflow *)self)->workflow, (size_t)step, (size_t)scenario,
                                                 &mantissa, &scale, &unit);
  return duration_or_none (status, mantissa, scale, unit);
}

static PyMethodDef workflow_methods[] = {
  { "_step", workflow_step, METH_O, NULL },
  { "_outcome", workflow_outcome, METH_VARARGS, NULL },
  { "_scenarios", workflow_scenarios, METH_NOARGS, NULL },
  { "_phases", workflow_phases, METH_NOARGS, NULL },
  { "_duration", workflow_duration, METH_VARARGS, NULL },
  { "_way", workflow_way, METH_VARARGS, NULL },
  { "_paths", workflow_paths, METH_VARARGS, NULL },
  { "_timing", workflow_timing, METH_NOARGS, NULL },
  { NULL, NULL, 0, NULL },
};

static PyType_Slot workflow_slots[] = {
  { Py_tp_dealloc, workflow_dealloc },
  { Py_tp_new, object_refuse },
  { Py_tp_methods, workflow_methods },
  { 0, NULL },
};

PyType_Spec workflow_spec = { "qms._qms.Workflow", sizeof (Workflow), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
                              workflow_slots };

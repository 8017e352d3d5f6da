/* SPDX-License-Identifier: Apache-2.0 */
/* Ways through workflows and their times. Times are in millionths of a minute or month here; qms/work.py divides. */
#include "work.h"

/* Times in the three units, by a function that tells that of one. */
static PyObject *
times (int64_t (*time) (const void *from, int32_t unit), const void *from)
{
  return Py_BuildValue ("(LLL)", (long long)time (from, QMS_WORKFLOW_WORKING),
                        (long long)time (from, QMS_WORKFLOW_CALENDAR), (long long)time (from, QMS_WORKFLOW_MONTHS));
}

/* ---- the longest or shortest way */

typedef struct {
  const QmsWorkflow *workflow;
  const QmsWay *way;
  size_t role;
} WayView;

static int64_t
way_time (const void *from, int32_t unit)
{
  return qms_way_time (((const WayView *)from)->way, unit);
}

static int64_t
role_time (const void *from, int32_t unit)
{
  const WayView *view = from;

  return qms_way_role_time (view->way, view->role, unit);
}

/* (place of the step, code of the outcome, whether it changes hands) */
static PyObject *
way_place (const void *from, size_t i)
{
  const WayView *view = from;
  size_t step = qms_way_step (view->way, i);

  return Py_BuildValue ("(nsN)", (Py_ssize_t)step,
                        qms_workflow_outcome_code (view->workflow, step, qms_way_outcome (view->way, i)),
                        PyBool_FromLong (qms_way_is_hand_over (view->way, i)));
}

/* (role, times) */
static PyObject *
way_role (const void *from, size_t i)
{
  WayView view = *(const WayView *)from;

  view.role = i;
  return Py_BuildValue ("(zN)", qms_way_role (view.way, i), times (role_time, &view));
}

/* _way (scenario or -1, phase or -1, extreme): (places, times, hand-overs, roles); None if there is none. */
PyObject *
workflow_way (PyObject *self, PyObject *args)
{
  Py_ssize_t scenario, phase;
  int extreme;

  if (!PyArg_ParseTuple (args, "nni", &scenario, &phase, &extreme))
    return NULL;
  WayView view = { .workflow = ((Workflow *)self)->workflow };
  QmsWay *way = qms_way_new (view.workflow, (size_t)scenario, (size_t)phase, extreme);
  if (!way)
    Py_RETURN_NONE;
  view.way = way;
  PyObject *result =
      Py_BuildValue ("(NNnN)", tuple_of (qms_way_steps (way), way_place, &view), times (way_time, &view),
                     (Py_ssize_t)qms_way_hand_overs (way), tuple_of (qms_way_roles (way), way_role, &view));
  qms_way_free (way);
  return result;
}

/* ---- all ways */

typedef struct {
  const QmsWorkflow *workflow;
  const QmsPaths *paths;
  size_t path;
} PathView;

static int64_t
path_time (const void *from, int32_t unit)
{
  const PathView *view = from;

  return qms_paths_time (view->paths, view->path, unit);
}

/* (place of the step, code of the outcome, branch) */
static PyObject *
path_place (const void *from, size_t i)
{
  const PathView *view = from;
  size_t step = qms_paths_step (view->paths, view->path, i), outcome = qms_paths_outcome (view->paths, view->path, i);

  return Py_BuildValue ("(nsn)", (Py_ssize_t)step, qms_workflow_outcome_code (view->workflow, step, outcome),
                        (Py_ssize_t)qms_paths_branch (view->paths, view->path, i));
}

static PyObject *
path_at (const void *from, size_t i)
{
  PathView view = *(const PathView *)from;

  view.path = i;
  return Py_BuildValue ("(NN)", tuple_of (qms_paths_steps (view.paths, i), path_place, &view),
                        times (path_time, &view));
}

/* _paths (scenario or -1, limit): (whether there are no others, paths) */
PyObject *
workflow_paths (PyObject *self, PyObject *args)
{
  Py_ssize_t scenario, limit;

  if (!PyArg_ParseTuple (args, "nn", &scenario, &limit))
    return NULL;
  PathView view = { .workflow = ((Workflow *)self)->workflow };
  QmsPaths *paths = qms_paths_new (view.workflow, (size_t)scenario, (size_t)limit);
  if (!paths)
    return PyErr_Format (PyExc_ValueError, "the limit is none");
  view.paths = paths;
  PyObject *result = Py_BuildValue ("(NN)", PyBool_FromLong (qms_paths_complete (paths)),
                                    tuple_of (qms_paths_count (paths), path_at, &view));
  qms_paths_free (paths);
  return result;
}

/* ---- times against limits */

typedef struct {
  const QmsTiming *timing;
  size_t row;
  int32_t extreme;
} RowView;

static int64_t
row_time (const void *from, int32_t unit)
{
  const RowView *view = from;

  return qms_timing_time (view->timing, view->row, view->extreme, unit);
}

static PyObject *
row_times (const QmsTiming *timing, size_t row, int32_t extreme)
{
  RowView view = { .timing = timing, .row = row, .extreme = extreme };

  return times (row_time, &view);
}

static PyObject *
row_limit (const QmsTiming *timing, size_t row,
           QmsStatus (*limit) (const QmsTiming *, size_t, int64_t *, int32_t *, int32_t *))
{
  int64_t mantissa = 0;
  int32_t scale = 0, unit = 0;
  QmsStatus status = limit (timing, row, &mantissa, &scale, &unit);

  return duration_or_none (status, mantissa, scale, unit);
}

/* (millionths, number of the unit), or None */
static PyObject *
row_slack (const QmsTiming *timing, size_t row)
{
  int64_t slack = 0;
  int32_t unit = 0;

  if (qms_timing_slack (timing, row, &slack, &unit) != QMS_OK)
    Py_RETURN_NONE;
  return Py_BuildValue ("(Li)", (long long)slack, (int)unit);
}

static PyObject *
row_reduction (const QmsTiming *timing, size_t row)
{
  int64_t hundredths = 0;

  if (qms_timing_reduction (timing, row, &hundredths) != QMS_OK)
    Py_RETURN_NONE;
  return PyLong_FromLongLong (hundredths);
}

/* Members in the order of qms.work.Verdict, as numbers. */
static PyObject *
row_at (const void *timing, size_t i)
{
  return Py_BuildValue ("(NNziNNnNNNN)", place_or_none (qms_timing_scenario (timing, i)),
                        place_or_none (qms_timing_phase (timing, i)),
                        enum_name ("channel_kind", qms_timing_channel (timing, i)), (int)qms_timing_verdict (timing, i),
                        row_times (timing, i, QMS_WORKFLOW_SHORTEST), row_times (timing, i, QMS_WORKFLOW_LONGEST),
                        (Py_ssize_t)qms_timing_missing (timing, i), row_limit (timing, i, qms_timing_limit),
                        row_limit (timing, i, qms_timing_statutory), row_slack (timing, i), row_reduction (timing, i));
}

/* _timing (): (whether all rows are there, rows) */
PyObject *
workflow_timing (PyObject *self, PyObject *unused)
{
  QmsTiming *timing = qms_timing_new (((Workflow *)self)->workflow);

  (void)unused;
  PyObject *result = Py_BuildValue ("(NN)", PyBool_FromLong (qms_timing_complete (timing)),
                                    tuple_of (qms_timing_rows (timing), row_at, timing));
  qms_timing_free (timing);
  return result;
}

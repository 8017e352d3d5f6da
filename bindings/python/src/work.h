/* SPDX-License-Identifier: Apache-2.0 */
/* Calendars, workflows and cases as objects. */
#pragma once

#include "binding.h"

typedef struct {
  PyObject_HEAD QmsCalendar *calendar;
} Calendar;

typedef struct {
  PyObject_HEAD QmsWorkflow *workflow;
} Workflow;

/* Each takes the reference that it is given. */
PyObject *calendar_wrap (QmsCalendar *calendar);
PyObject *workflow_wrap (QmsWorkflow *workflow);
/* Wraps a case, whose document it keeps. */
PyObject *case_wrap (Document *owner, QmsCase *opened);
/* A number, or None for QMS_WORKFLOW_NONE. */
PyObject *place_or_none (size_t place);
/* API name of a value of an enumeration; NULL if it has none. */
const char *enum_name (const char *enumeration, int32_t value);
/* (mantissa, scale, unit in files), or None unless `status` is QMS_OK. */
PyObject *duration_or_none (QmsStatus status, int64_t mantissa, int32_t scale, int32_t unit);

/* Methods of a workflow on its ways and times (ways.c). */
PyObject *workflow_way (PyObject *self, PyObject *args);
PyObject *workflow_paths (PyObject *self, PyObject *args);
PyObject *workflow_timing (PyObject *self, PyObject *unused);

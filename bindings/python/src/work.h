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

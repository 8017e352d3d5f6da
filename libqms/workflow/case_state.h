/* SPDX-License-Identifier: Apache-2.0 */
/* The state of a case as a small machine: events move it, nothing else does. It knows no calendar: what a calendar
 * says (due times, minutes) comes with the event, so that a log gives the same state whatever becomes of the
 * calendar. Times are seconds since 1970-01-01T00:00:00Z. */
#pragma once

#include <qms/base.h>
#include <qms/workflow.h>

#include <glib.h>
#include <stdbool.h>

#define QMS_NO_TIME G_MININT64

/* A step of the workflow in a case. */
typedef struct {
  bool open;
  guint join;           /* that its way is to reach; 0: none */
  int64_t entered, due; /* due: QMS_NO_TIME if nothing says */
  int64_t stopped;      /* working minutes during which its clock was stopped */
} QmsCaseStep;

/* Where branches that run at the same time meet. A way that never gets there is no longer awaited. */
typedef struct {
  size_t meeting;
  guint outer; /* join that the way goes on in; 0: none */
  size_t awaited, arrived;
} QmsCaseJoin;

typedef struct {
  const QmsWorkflow *workflow; /* not counted */
  size_t scenario;             /* QMS_WORKFLOW_NONE: none */
  QmsCaseStep *steps;          /* of the workflow, by index */
  GArray *joins;               /* QmsCaseJoin; the first stands for none */
  GArray *fresh;               /* size_t: steps that the last event opened, or whose clock it started again */
  size_t n_open, n_counting;   /* steps that are open; those among them whose time counts */
  size_t n_receipts, n_returns, n_supplements, n_payments; /* open steps by what they are */
  bool started, ended, returned;
  bool resumed;             /* the last event ended a time in which the clock was stopped */
  bool anew;                /* the clock is stopped for a supplement, not only for something else */
  int32_t status, end_kind; /* how it ended: QMS_CASE_STATUS_…, QMS_OUTCOME_KIND_… */
  int32_t waits;            /* event kind of the request that is open, outside the steps; 0: none */
  int64_t last;             /* time of the last event */
  int64_t due, ended_at, clock_end, stopped_since; /* QMS_NO_TIME: none */
  int64_t stopped;                                 /* working minutes */
  bool due_unsure;
  int32_t offset; /* from UTC in minutes, by which days are told */
} QmsCaseState;

/* What happens, and what the calendar says of it. */
typedef struct {
  int32_t kind; /* QMS_CASE_EVENT_KIND_… */
  int64_t time;
  size_t step, outcome; /* of a completion */
  int64_t due;          /* of the whole from now on; QMS_NO_TIME: as before */
  bool due_unsure;
  int64_t stopped, used; /* working minutes; -1: does not apply */
  int32_t result;        /* of the step; 0: nothing says */
} QmsCaseEvent;

/* An event that nothing is known about but when and what it is. */
QmsCaseEvent qms_case_event (int32_t kind, int64_t time);

QmsCaseState *qms_case_state_new (const QmsWorkflow *workflow, size_t scenario, int32_t offset);
QmsCaseState *qms_case_state_copy (const QmsCaseState *state);
/* NULL is allowed. */
void qms_case_state_free (QmsCaseState *state);

/* case_allow.c */
/* Step by identifier; outcome of a step by code, which may be NULL if only one is possible. An error names those
 * there are. */
QmsStatus qms_case_find_step (const QmsCaseState *state, const char *id, size_t *step, QmsError **error);
QmsStatus qms_case_find_outcome (const QmsCaseState *state, size_t step, const char *code, size_t *outcome,
                                 QmsError **error);
/* Error: several steps are open, and none was named. */
QmsStatus qms_case_fail_step_needed (const QmsCaseState *state, QmsError **error);
/* A time as files have it. Free with g_free. */
char *qms_case_time_text (int64_t time, int32_t offset);
/* Whether the event can happen now; an error says why not. */
QmsStatus qms_case_state_allows (const QmsCaseState *state, const QmsCaseEvent *event, QmsError **error);

/* case_state.c */
/* Opens and closes steps. Must be allowed. Afterwards `fresh` and `resumed` say what the calendar is to be asked;
 * set `due` of the fresh steps and the rest of the event, then settle. */
void qms_case_state_move (QmsCaseState *state, const QmsCaseEvent *event);
/* Takes over what the calendar says. */
void qms_case_state_settle (QmsCaseState *state, const QmsCaseEvent *event);

/* QMS_CASE_STATUS_…. */
int32_t qms_case_state_status (const QmsCaseState *state);
/* Whether the clock of the whole runs. */
bool qms_case_state_runs (const QmsCaseState *state);
/* Whether the clock of an open step runs. */
bool qms_case_state_step_runs (const QmsCaseState *state, size_t step);
/* QMS_TIMELINESS_… of a step that was done at `time`; to the minute. 0 without a due time. */
int32_t qms_case_step_result (int64_t due, int64_t time);
/* The same of the whole, by days; 0 while it is open, and for what the applicant withdrew or the agency stopped. */
int32_t qms_case_state_result (const QmsCaseState *state);
/* Whether an outcome can happen in the scenario of the case. */
bool qms_case_outcome_possible (const QmsCaseState *state, size_t step, size_t outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsCaseState, qms_case_state_free)

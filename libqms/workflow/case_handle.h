/* SPDX-License-Identifier: Apache-2.0 */
/* A case file that is opened for work, and the parts that work on it. */
#pragma once

#include "core/node.h"
#include "workflow/case_state.h"

#include <qms/case.h>

struct QmsCase {
  QmsDocument *document;
  QmsNode *file; /* its root */
  QmsWorkflow *workflow;
  QmsCalendar *calendar;
  QmsCaseState *state; /* always what the log gives */
};

/* What people say of an event; all may be NULL. */
typedef struct {
  const char *actor, *note;
  const char *agency_code, *agency; /* that takes over */
} QmsCaseWords;

/* case.c: a handle with nothing but document, workflow and calendar (NULL: that of the file, else "vn"). */
QmsStatus qms_case_attach (QmsDocument *document, QmsCalendar *calendar, QmsCase **opened, QmsError **error);
/* case_papers.c: papers that are not set are those that the administrative procedure (NULL: none) asks for. */
QmsStatus qms_case_fill_papers (QmsNode *file, const QmsNode *tthc, QmsError **error);
/* case_act.c: makes the event happen: state, log and file. */
QmsStatus qms_case_happen (QmsCase *opened, QmsCaseEvent event, const QmsCaseWords *words, QmsError **error);
/* case_calendar.c: what the calendar says of an event that moved the state from `before` to `after`; stored in both. */
QmsStatus qms_case_ask_calendar (const QmsCase *opened, const QmsCaseState *before, QmsCaseState *after,
                                 QmsCaseEvent *event, QmsError **error);
/* case_write.c: adds the event to the log; leaves the log as it was on error. */
QmsStatus qms_case_write_event (const QmsCase *opened, const QmsCaseState *state, const QmsCaseEvent *event,
                                const QmsCaseWords *words, QmsError **error);
/* Brings header and open steps of the file up to the state. */
void qms_case_write_state (const QmsCase *opened);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsCase, qms_case_free)

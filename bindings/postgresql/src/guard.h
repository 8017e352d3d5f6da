/* SPDX-License-Identifier: Apache-2.0 */
/* Holds what the library allocated while PostgreSQL may leave a function at any call: a memory context. */
#ifndef PGQMS_GUARD_H
#define PGQMS_GUARD_H

#include "postgres.h"

#include "fmgr.h"

#include <qms.h>

/* All of it belongs to the guard and is freed with it, also when an error or a rollback ends the call. */
typedef struct {
  MemoryContext context;
  MemoryContextCallback callback;
  QmsDocument *document;
  QmsDocument *other; /* a second document that a function takes */
  QmsReader *reader;
  QmsValidator *validator;
  QmsReport *report;
  QmsCalendar *calendar;
  QmsWorkflow *workflow;
  QmsWay *way;
  QmsTiming *timing;
  QmsCase *opened;
  QmsCoverage *coverage;
  QmsDiff *diff;
  QmsSvg *svg;
  QmsError *error;
  QmsError *notes; /* messages that are no errors */
  char *text;
} Guard;

/* New guard below the current memory context. */
Guard *pgqms_guard_new (void);
/* Frees the guard and what it holds. */
void pgqms_guard_free (Guard *guard);
/* Frees the guard's text, so that it can hold another one. */
void pgqms_guard_drop_text (Guard *guard);

/* Raises the guard's error as an SQL error. */
void pgqms_fail (const Guard *guard) pg_attribute_noreturn ();

#endif

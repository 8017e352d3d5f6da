/* SPDX-License-Identifier: Apache-2.0 */
/* qms_case_start and the functions that let something happen to a case: they give the case file as it is then. */
#include "calendar.h"
#include "find.h"
#include "functions.h"
#include "moment.h"
#include "opened.h"
#include "output.h"
#include "text.h"

#include "utils/timestamp.h"

#include <string.h>

static bool
lacks_argument (FunctionCallInfo fcinfo, int first, int second)
{
  return PG_ARGISNULL (0) || PG_ARGISNULL (first) || PG_ARGISNULL (second);
}

/* Arguments: case file, system, identifier of a procedure or administrative procedure, calendar. */
Datum
core_case_start (PG_FUNCTION_ARGS)
{
  QmsCalendar *calendar;
  const QmsNode *procedure;
  Guard *guard;

  if (lacks_argument (fcinfo, 1, 2))
    PG_RETURN_NULL ();
  calendar = pgqms_calendar (fcinfo, 3);
  guard = pgqms_open (fcinfo);
  if (pgqms_read (guard, fcinfo, 1, NULL, &guard->other))
    pgqms_fail (guard);
  procedure = pgqms_find_or_fail (guard->other, pgqms_argument (fcinfo, 2));
  return pgqms_give_document (
      guard, qms_case_start (guard->document, procedure, calendar, &guard->opened, &guard->error), fcinfo);
}

/* Arguments: case file, step, outcome, time, actor, note, calendar. */
Datum
core_case_complete (PG_FUNCTION_ARGS)
{
  Guard *guard;

  if (lacks_argument (fcinfo, 3, 3))
    PG_RETURN_NULL ();
  guard = pgqms_open_case (fcinfo, 6);
  return pgqms_give_document (guard,
                              qms_case_complete (guard->opened, pgqms_argument (fcinfo, 1), pgqms_argument (fcinfo, 2),
                                                 pgqms_seconds (PG_GETARG_TIMESTAMPTZ (3)), pgqms_argument (fcinfo, 4),
                                                 pgqms_argument (fcinfo, 5), &guard->error),
                              fcinfo);
}

typedef QmsStatus (*Event) (QmsCase *opened, int64_t time, const char *actor, const char *note, QmsError **error);

static Event
event_named (const char *name)
{
  static const struct {
    const char *name;
    Event event;
  } events[] = {
    { "request_supplement", qms_case_request_supplement },
    { "receive_supplement", qms_case_receive_supplement },
    { "request_payment", qms_case_request_payment },
    { "receive_payment", qms_case_receive_payment },
    { "stop", qms_case_stop },
    { "withdraw", qms_case_withdraw },
    { "refuse", qms_case_refuse },
  };

  for (size_t i = 0; i < lengthof (events); i++)
    if (strcmp (events[i].name, name) == 0)
      return events[i].event;
  ereport (
      ERROR,
      (errcode (ERRCODE_INVALID_PARAMETER_VALUE), errmsg ("no event of a case: \"%s\"", pgqms_string (name)),
       errhint ("request_supplement, receive_supplement, request_payment, receive_payment, stop, withdraw, refuse")));
}

/* Arguments: case file, event, time, actor, note, calendar. */
Datum
core_case_event (PG_FUNCTION_ARGS)
{
  Event event;
  Guard *guard;

  if (lacks_argument (fcinfo, 1, 2))
    PG_RETURN_NULL ();
  event = event_named (pgqms_argument (fcinfo, 1));
  guard = pgqms_open_case (fcinfo, 5);
  return pgqms_give_document (guard,
                              event (guard->opened, pgqms_seconds (PG_GETARG_TIMESTAMPTZ (2)),
                                     pgqms_argument (fcinfo, 3), pgqms_argument (fcinfo, 4), &guard->error),
                              fcinfo);
}

/* Arguments: case file, agency, its code, time, actor, note, calendar. */
Datum
core_case_hand_over (PG_FUNCTION_ARGS)
{
  Guard *guard;

  if (lacks_argument (fcinfo, 1, 3))
    PG_RETURN_NULL ();
  guard = pgqms_open_case (fcinfo, 6);
  return pgqms_give_document (guard,
                              qms_case_hand_over (guard->opened, pgqms_argument (fcinfo, 2), pgqms_argument (fcinfo, 1),
                                                  pgqms_seconds (PG_GETARG_TIMESTAMPTZ (3)), pgqms_argument (fcinfo, 4),
                                                  pgqms_argument (fcinfo, 5), &guard->error),
                              fcinfo);
}

/* Arguments: case file, new due time, time, actor, note, calendar. */
Datum
core_case_extend (PG_FUNCTION_ARGS)
{
  Guard *guard;

  if (lacks_argument (fcinfo, 1, 2))
    PG_RETURN_NULL ();
  guard = pgqms_open_case (fcinfo, 5);
  return pgqms_give_document (guard,
                              qms_case_extend (guard->opened, pgqms_seconds (PG_GETARG_TIMESTAMPTZ (1)),
                                               pgqms_seconds (PG_GETARG_TIMESTAMPTZ (2)), pgqms_argument (fcinfo, 3),
                                               pgqms_argument (fcinfo, 4), &guard->error),
                              fcinfo);
}

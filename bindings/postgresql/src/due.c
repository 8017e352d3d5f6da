/* SPDX-License-Identifier: Apache-2.0 */
/* qms_due_at, qms_due_certainty: when a time limit ends, and how sure the calendar is of that. */
#include "functions.h"
#include "input.h"
#include "text.h"

#include "miscadmin.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include <string.h>

#define EPOCH_SECONDS ((int64)(POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE) * SECS_PER_DAY)

/* The calendar of the last call: a query asks the same one for each row. */
typedef struct {
  Guard *guard;
  char *name;
} Kept;

/* One of the library's own calendars: one that adds nothing to it. Files are not looked for, unlike in
 * qms_calendar_load: who may call a function may not therefore read what the server's user may. */
static QmsStatus
name_shipped (Guard *guard, const char *id)
{
  guard->document = qms_document_new (QMS_TYPE_WORKING_CALENDAR);
  return qms_node_set_string (qms_document_root (guard->document), QMS_WORKING_CALENDAR_BASED_ON, id, &guard->error);
}

static Guard *
compile (Datum argument, const char *name)
{
  Guard *guard = pgqms_guard_new ();
  bool is_document = *name == '<' || *name == '{';

  if (is_document ? pgqms_read (guard, argument, CHARACTERS, NULL) : name_shipped (guard, name))
    pgqms_fail (guard);
  if (qms_calendar_new (guard->document, &guard->calendar, &guard->error))
    pgqms_fail (guard);
  return guard;
}

static const QmsCalendar *
calendar (FunctionCallInfo fcinfo)
{
  char *name = pgqms_utf8 (PG_GETARG_DATUM (2));
  MemoryContext caller = MemoryContextSwitchTo (fcinfo->flinfo->fn_mcxt);
  Kept *kept = fcinfo->flinfo->fn_extra;

  if (!kept)
    kept = fcinfo->flinfo->fn_extra = palloc0 (sizeof *kept);
  if (!kept->name || strcmp (kept->name, name) != 0) {
    Guard *guard = compile (PG_GETARG_DATUM (2), name);
    char *copy = pstrdup (name);

    if (kept->guard) {
      pgqms_guard_free (kept->guard);
      pfree (kept->name);
    }
    kept->guard = guard;
    kept->name = copy;
  }
  MemoryContextSwitchTo (caller);
  return kept->guard->calendar;
}

/* Whole seconds since 1970, downwards. */
static int64
seconds (TimestampTz time)
{
  if (TIMESTAMP_NOT_FINITE (time))
    ereport (ERROR,
             (errcode (ERRCODE_DATETIME_VALUE_OUT_OF_RANGE), errmsg ("a time limit does not begin at infinity")));
  return time / USECS_PER_SEC - (time % USECS_PER_SEC < 0) + EPOCH_SECONDS;
}

static int64
due (FunctionCallInfo fcinfo, int32_t *certainty)
{
  const QmsCalendar *kept;
  Guard *guard;
  int64_t mantissa, end;
  int32_t scale, unit;

  CHECK_FOR_INTERRUPTS ();
  kept = calendar (fcinfo);
  guard = pgqms_guard_new ();
  if (qms_limit_parse (pgqms_utf8 (PG_GETARG_DATUM (1)), &mantissa, &scale, &unit, &guard->error)
      || qms_calendar_due (kept, seconds (PG_GETARG_TIMESTAMPTZ (0)), mantissa, scale, unit, &end, certainty,
                           &guard->error))
    pgqms_fail (guard);
  pgqms_guard_free (guard);
  return end;
}

Datum
core_pgqms_due_at (PG_FUNCTION_ARGS)
{
  PG_RETURN_TIMESTAMPTZ ((due (fcinfo, NULL) - EPOCH_SECONDS) * USECS_PER_SEC);
}

Datum
core_pgqms_due_certainty (PG_FUNCTION_ARGS)
{
  static const char *const words[] = {
    [QMS_CALENDAR_SURE] = "sure",
    [QMS_CALENDAR_UNSURE] = "unsure",
    [QMS_CALENDAR_OUTSIDE] = "outside",
  };
  int32_t certainty;

  due (fcinfo, &certainty);
  return pgqms_text (words[certainty]);
}

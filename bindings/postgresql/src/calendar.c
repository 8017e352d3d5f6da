/* SPDX-License-Identifier: Apache-2.0 */
/* A query asks the same calendar for each row: the last one is kept. */
#include "calendar.h"
#include "input.h"
#include "text.h"

#include "utils/memutils.h"

#include <string.h>

/* The calendar of the last call. */
typedef struct {
  Guard *guard;
  char *name;
} Kept;

/* One of the library's own calendars: one of the same name that adds nothing to it. Files are not looked for, unlike in
 * qms_calendar_load: who may call a function may not therefore read what the server's user may. */
static QmsStatus
name_shipped (Guard *guard, const char *id)
{
  QmsNode *root;
  QmsStatus status;

  guard->document = qms_document_new (QMS_TYPE_WORKING_CALENDAR);
  root = qms_document_root (guard->document);
  status = qms_node_set_string (root, QMS_WORKING_CALENDAR_CODE, id, &guard->error);
  return status ? status : qms_node_set_string (root, QMS_WORKING_CALENDAR_BASED_ON, id, &guard->error);
}

static Guard *
compile (FunctionCallInfo fcinfo, int argument, const char *name)
{
  Guard *guard = pgqms_guard_new ();
  bool is_document = *name == '<' || *name == '{';

  if (is_document ? pgqms_read (guard, fcinfo, argument, NULL, &guard->document) : name_shipped (guard, name))
    pgqms_fail (guard);
  if (qms_calendar_new (guard->document, &guard->calendar, &guard->error))
    pgqms_fail (guard);
  return guard;
}

/* What fails belongs to the caller's context, what succeeds to the function's. */
static void
keep (Kept *kept, FunctionCallInfo fcinfo, int argument, const char *name)
{
  MemoryContext context = fcinfo->flinfo->fn_mcxt;
  Guard *guard = compile (fcinfo, argument, name);
  char *copy = MemoryContextStrdup (context, name);

  MemoryContextSetParent (guard->context, context);
  if (kept->guard) {
    pgqms_guard_free (kept->guard);
    pfree (kept->name);
  }
  kept->guard = guard;
  kept->name = copy;
}

QmsCalendar *
pgqms_calendar (FunctionCallInfo fcinfo, int argument)
{
  const char *name = pgqms_argument (fcinfo, argument);
  Kept *kept = fcinfo->flinfo->fn_extra;

  if (!name)
    return NULL;
  if (!kept)
    kept = fcinfo->flinfo->fn_extra = MemoryContextAllocZero (fcinfo->flinfo->fn_mcxt, sizeof *kept);
  if (!kept->name || strcmp (kept->name, name) != 0)
    keep (kept, fcinfo, argument, name);
  return kept->guard->calendar;
}

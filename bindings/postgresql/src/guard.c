/* SPDX-License-Identifier: Apache-2.0 */
/* The library's memory, tied to a memory context of the server. */
#include "guard.h"

#include "utils/memutils.h"

static void
release (void *data)
{
  Guard *guard = data;

  qms_free (guard->text);
  qms_error_free (guard->error);
  qms_error_free (guard->notes);
  qms_svg_free (guard->svg);
  qms_diff_free (guard->diff);
  qms_coverage_free (guard->coverage);
  qms_case_free (guard->opened);
  qms_timing_free (guard->timing);
  qms_way_free (guard->way);
  qms_workflow_unref (guard->workflow);
  qms_calendar_unref (guard->calendar);
  qms_report_free (guard->report);
  qms_validator_free (guard->validator);
  qms_reader_free (guard->reader);
  qms_document_unref (guard->other);
  qms_document_unref (guard->document);
}

Guard *
pgqms_guard_new (void)
{
  MemoryContext context = AllocSetContextCreate (CurrentMemoryContext, "qms", ALLOCSET_DEFAULT_SIZES);
  Guard *guard = MemoryContextAllocZero (context, sizeof *guard);

  guard->context = context;
  guard->callback.func = release;
  guard->callback.arg = guard;
  MemoryContextRegisterResetCallback (context, &guard->callback);
  return guard;
}

void
pgqms_guard_free (Guard *guard)
{
  MemoryContextDelete (guard->context);
}

void
pgqms_guard_drop_text (Guard *guard)
{
  qms_free (guard->text);
  guard->text = NULL;
}

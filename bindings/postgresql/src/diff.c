/* SPDX-License-Identifier: Apache-2.0 */
/* qms_diff: what changed from one document to another, a row each. */
#include "functions.h"
#include "input.h"
#include "rows.h"

static const char *const kinds[] = {
  [QMS_DIFF_ADDED] = "added",
  [QMS_DIFF_REMOVED] = "removed",
  [QMS_DIFF_CHANGED] = "changed",
  [QMS_DIFF_MOVED] = "moved",
};

Datum
core_diff (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);
  Rows rows;

  if (pgqms_read (guard, fcinfo, 1, NULL, &guard->other)
      || qms_document_diff (guard->document, guard->other, &guard->diff, &guard->error))
    pgqms_fail (guard);
  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_diff_count (guard->diff); i++) {
    pgqms_put_text (&rows, kinds[qms_diff_kind (guard->diff, i)]);
    pgqms_put_text (&rows, qms_diff_path (guard->diff, i));
    pgqms_put_text (&rows, qms_diff_before (guard->diff, i));
    pgqms_put_text (&rows, qms_diff_after (guard->diff, i));
    pgqms_row_end (&rows);
  }
  pgqms_guard_free (guard);
  return (Datum)0;
}

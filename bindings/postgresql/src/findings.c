/* SPDX-License-Identifier: Apache-2.0 */
/* A report as rows of the type qms_finding. */
#include "findings.h"
#include "moment.h"
#include "rows.h"
#include "words.h"

#include <stdio.h>

/* A day as the library writes it, YYYY-MM-DD. */
static void
put_day (Rows *rows, const char *text)
{
  int year = 1, month = 1, day = 1;
  bool is_there = text && sscanf (text, "%d-%d-%d", &year, &month, &day) == 3;

  pgqms_put_datum (rows, pgqms_day (year, month, day), is_there);
}

static void
put_finding (Rows *rows, const QmsReport *report, size_t index)
{
  const QmsRule *rule = qms_report_rule (report, index);

  pgqms_put_text (rows, qms_rule_id (rule));
  pgqms_put_text (rows, qms_rule_slug (rule));
  pgqms_put_text (rows, pgqms_severity (qms_report_severity (report, index)));
  pgqms_put_text (rows, qms_report_message (report, index, QMS_LANG_VI));
  pgqms_put_text (rows, qms_report_message (report, index, QMS_LANG_EN));
  pgqms_put_text (rows, qms_report_cite (report, index));
  pgqms_put_text (rows, qms_report_requirement (report, index));
  pgqms_put_int (rows, (int32)qms_report_line (report, index), true);
  pgqms_put_int (rows, (int32)qms_report_column (report, index), true);
  pgqms_put_text (rows, qms_report_path (report, index));
  pgqms_put_bool (rows, qms_report_is_suppressed (report, index));
  pgqms_put_text (rows, qms_report_suppression_who (report, index));
  put_day (rows, qms_report_suppression_until (report, index));
  pgqms_put_text (rows, qms_report_suppression_reason (report, index));
  pgqms_put_bool (rows, qms_report_suppression_is_in_file (report, index));
  pgqms_put_text (rows, qms_report_fingerprint (report, index));
  pgqms_row_end (rows);
}

Datum
pgqms_give_findings (Guard *guard, FunctionCallInfo fcinfo)
{
  Rows rows;

  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_report_count (guard->report); i++)
    put_finding (&rows, guard->report, i);
  pgqms_guard_free (guard);
  return (Datum)0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* qms_validate, qms_is_conforming, qms_report: what the rules find in a document. */
#include "find.h"
#include "functions.h"
#include "moment.h"
#include "output.h"
#include "rows.h"
#include "text.h"
#include "words.h"

#include <string.h>

/* Validates the guard's document as of a day; a framework or suppressions beside the document may have been set
 * before. */
static void
validate (Guard *guard, DateADT day)
{
  int year, month, date;

  pgqms_split_day (day, &year, &month, &date);
  if (!guard->validator)
    guard->validator = qms_validator_new ();
  if (qms_validator_set_as_of (guard->validator, year, month, date, &guard->error)
      || qms_validator_run (guard->validator, guard->document, &guard->report, &guard->error))
    pgqms_fail (guard);
}

/* The second argument; without one the day of the transaction, as current_date has it. */
static DateADT
as_of (FunctionCallInfo fcinfo)
{
  return PG_NARGS () > 1 ? PG_GETARG_DATEADT (1) : GetSQLCurrentDate ();
}

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

static Datum
findings (Guard *guard, FunctionCallInfo fcinfo)
{
  Rows rows;

  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_report_count (guard->report); i++)
    put_finding (&rows, guard->report, i);
  pgqms_guard_free (guard);
  return (Datum)0;
}

Datum
core_validate (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);

  validate (guard, as_of (fcinfo));
  return findings (guard, fcinfo);
}

/* Arguments: document, day, framework, suppressions beside the document. */
Datum
core_validate_with (PG_FUNCTION_ARGS)
{
  const char *framework;
  Guard *guard;

  if (PG_ARGISNULL (0) || PG_ARGISNULL (1))
    return pgqms_no_rows (fcinfo);
  framework = pgqms_framework_or_fail (pgqms_argument (fcinfo, 2));
  guard = pgqms_open (fcinfo);
  guard->validator = qms_validator_new ();
  if (qms_validator_set_framework (guard->validator, framework, &guard->error))
    pgqms_fail (guard);
  if (!PG_ARGISNULL (3)
      && (pgqms_read (guard, fcinfo, 3, NULL, &guard->other)
          || qms_validator_set_suppressions (guard->validator, guard->other, &guard->error)))
    pgqms_fail (guard);
  validate (guard, PG_GETARG_DATEADT (1));
  return findings (guard, fcinfo);
}

Datum
core_is_conforming (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);
  bool conforming;

  validate (guard, as_of (fcinfo));
  conforming = qms_report_severity_count (guard->report, QMS_SEVERITY_ERROR) == 0;
  pgqms_guard_free (guard);
  PG_RETURN_BOOL (conforming);
}

/* Arguments: document, day, name, language, format. A document that is refused has a report as well. */
static Datum
report (FunctionCallInfo fcinfo)
{
  Guard *guard = pgqms_guard_new ();
  const char *name = pgqms_argument (fcinfo, 2);
  bool is_english = strcmp (pgqms_argument (fcinfo, 3), "en") == 0;
  const char *format = pgqms_argument (fcinfo, 4);
  const QmsReport *reports[1];

  if (pgqms_read (guard, fcinfo, 0, name, &guard->document)) {
    guard->report = qms_report_from_error (guard->error, name);
    qms_error_free (guard->error);
    guard->error = NULL;
  } else
    validate (guard, PG_GETARG_DATEADT (1));
  reports[0] = guard->report;
  return pgqms_give_text (guard, qms_report_write (reports, 1, format, is_english ? QMS_LANG_EN : QMS_LANG_VI, 0,
                                                   &guard->text, NULL, &guard->error));
}

Datum
core_report (PG_FUNCTION_ARGS)
{
  if (PG_ARGISNULL (0) || PG_ARGISNULL (1) || PG_ARGISNULL (3) || PG_ARGISNULL (4))
    PG_RETURN_NULL ();
  return report (fcinfo);
}

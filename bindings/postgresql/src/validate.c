/* SPDX-License-Identifier: Apache-2.0 */
/* qms_validate, qms_is_conforming, qms_report: what the rules find in a document. */
#include "find.h"
#include "findings.h"
#include "functions.h"
#include "moment.h"
#include "output.h"
#include "rows.h"
#include "text.h"
#include "words.h"

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

Datum
core_validate (PG_FUNCTION_ARGS)
{
  Guard *guard = pgqms_open (fcinfo);

  validate (guard, as_of (fcinfo));
  return pgqms_give_findings (guard, fcinfo);
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
  return pgqms_give_findings (guard, fcinfo);
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
  int32_t lang = pgqms_language (pgqms_argument (fcinfo, 3));
  const char *format = pgqms_argument (fcinfo, 4);
  const QmsReport *reports[1];

  if (pgqms_read (guard, fcinfo, 0, name, &guard->document)) {
    guard->report = qms_report_from_error (guard->error, name);
    qms_error_free (guard->error);
    guard->error = NULL;
  } else
    validate (guard, PG_GETARG_DATEADT (1));
  reports[0] = guard->report;
  return pgqms_give_text (guard, qms_report_write (reports, 1, format, lang, 0, &guard->text, NULL, &guard->error));
}

Datum
core_report (PG_FUNCTION_ARGS)
{
  if (PG_ARGISNULL (0) || PG_ARGISNULL (1) || PG_ARGISNULL (3) || PG_ARGISNULL (4))
    PG_RETURN_NULL ();
  return report (fcinfo);
}

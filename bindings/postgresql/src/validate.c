/* SPDX-License-Identifier: Apache-2.0 */
/* qms_validate, qms_is_conforming, qms_report: what the rules find in a document. */
#include "functions.h"
#include "input.h"
#include "text.h"

#include "funcapi.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/memutils.h"

#include <string.h>

enum {
  RULE,
  SLUG,
  SEVERITY,
  MESSAGE,
  MESSAGE_EN,
  CITE,
  REQUIREMENT,
  LINE,
  COLUMN,
  PATH,
  SUPPRESSED,
  SUPPRESSED_BY,
  FINGERPRINT,
  COLUMNS
};

#define FIRST_DAY (date2j (1, 1, 1) - POSTGRES_EPOCH_JDATE)
#define LAST_DAY (date2j (9999, 12, 31) - POSTGRES_EPOCH_JDATE)

static const char *const severities[] = {
  [QMS_SEVERITY_INFO] = "info",
  [QMS_SEVERITY_WARNING] = "warning",
  [QMS_SEVERITY_ERROR] = "error",
};

/* Validates the guard's document as of a day. */
static void
validate (Guard *guard, DateADT day)
{
  int year, month, date;

  if (day < FIRST_DAY || day > LAST_DAY)
    ereport (ERROR, (errcode (ERRCODE_DATETIME_VALUE_OUT_OF_RANGE), errmsg ("no day of the years 1 to 9999")));
  j2date (day + POSTGRES_EPOCH_JDATE, &year, &month, &date);
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

static void
fill_row (const QmsReport *report, size_t index, Datum *values, bool *nulls)
{
  const QmsRule *rule = qms_report_rule (report, index);

  pgqms_put_text (values, nulls, RULE, qms_rule_id (rule));
  pgqms_put_text (values, nulls, SLUG, qms_rule_slug (rule));
  pgqms_put_text (values, nulls, SEVERITY, severities[qms_report_severity (report, index)]);
  pgqms_put_text (values, nulls, MESSAGE, qms_report_message (report, index, QMS_LANG_VI));
  pgqms_put_text (values, nulls, MESSAGE_EN, qms_report_message (report, index, QMS_LANG_EN));
  pgqms_put_text (values, nulls, CITE, qms_report_cite (report, index));
  pgqms_put_text (values, nulls, REQUIREMENT, qms_report_requirement (report, index));
  values[LINE] = Int32GetDatum ((int32)qms_report_line (report, index));
  values[COLUMN] = Int32GetDatum ((int32)qms_report_column (report, index));
  pgqms_put_text (values, nulls, PATH, qms_report_path (report, index));
  values[SUPPRESSED] = BoolGetDatum (qms_report_is_suppressed (report, index));
  pgqms_put_text (values, nulls, SUPPRESSED_BY, qms_report_suppression_who (report, index));
  pgqms_put_text (values, nulls, FINGERPRINT, qms_report_fingerprint (report, index));
}

static Datum
findings (FunctionCallInfo fcinfo, Form form)
{
  ReturnSetInfo *result = (ReturnSetInfo *)fcinfo->resultinfo;
  Guard *guard = pgqms_open (fcinfo, form);
  MemoryContext caller = CurrentMemoryContext, row;

  validate (guard, as_of (fcinfo));
  InitMaterializedSRF (fcinfo, 0);
  row = AllocSetContextCreate (guard->context, "qms row", ALLOCSET_DEFAULT_SIZES);
  for (size_t i = 0; i < qms_report_count (guard->report); i++) {
    Datum values[COLUMNS];
    bool nulls[COLUMNS] = { false };

    MemoryContextSwitchTo (row);
    fill_row (guard->report, i, values, nulls);
    tuplestore_putvalues (result->setResult, result->setDesc, values, nulls);
    MemoryContextSwitchTo (caller);
    MemoryContextReset (row);
  }
  pgqms_guard_free (guard);
  return (Datum)0;
}

static bool
is_conforming (FunctionCallInfo fcinfo, Form form)
{
  Guard *guard = pgqms_open (fcinfo, form);
  bool conforming;

  validate (guard, as_of (fcinfo));
  conforming = qms_report_severity_count (guard->report, QMS_SEVERITY_ERROR) == 0;
  pgqms_guard_free (guard);
  return conforming;
}

/* Arguments: document, day, name, language, format. A document that is refused has a report as well. */
static Datum
report (FunctionCallInfo fcinfo, Form form)
{
  Guard *guard = pgqms_guard_new ();
  const char *name = PG_ARGISNULL (2) ? NULL : pgqms_utf8 (PG_GETARG_DATUM (2));
  bool is_english = strcmp (pgqms_utf8 (PG_GETARG_DATUM (3)), "en") == 0;
  const char *format = pgqms_utf8 (PG_GETARG_DATUM (4));
  const QmsReport *reports[1];
  Datum text;

  if (pgqms_read (guard, PG_GETARG_DATUM (0), form, name)) {
    guard->report = qms_report_from_error (guard->error, name);
    qms_error_free (guard->error);
    guard->error = NULL;
  } else
    validate (guard, PG_GETARG_DATEADT (1));
  reports[0] = guard->report;
  if (qms_report_write (reports, 1, format, is_english ? QMS_LANG_EN : QMS_LANG_VI, 0, &guard->text, NULL,
                        &guard->error))
    pgqms_fail (guard);
  text = pgqms_text (guard->text);
  pgqms_guard_free (guard);
  return text;
}

static bool
lacks_argument (FunctionCallInfo fcinfo)
{
  return PG_ARGISNULL (0) || PG_ARGISNULL (1) || PG_ARGISNULL (3) || PG_ARGISNULL (4);
}

Datum
core_pgqms_validate (PG_FUNCTION_ARGS)
{
  return findings (fcinfo, CHARACTERS);
}

Datum
core_pgqms_validate_bytes (PG_FUNCTION_ARGS)
{
  return findings (fcinfo, BYTES);
}

Datum
core_pgqms_is_conforming (PG_FUNCTION_ARGS)
{
  PG_RETURN_BOOL (is_conforming (fcinfo, CHARACTERS));
}

Datum
core_pgqms_is_conforming_bytes (PG_FUNCTION_ARGS)
{
  PG_RETURN_BOOL (is_conforming (fcinfo, BYTES));
}

Datum
core_pgqms_report (PG_FUNCTION_ARGS)
{
  if (lacks_argument (fcinfo))
    PG_RETURN_NULL ();
  return report (fcinfo, CHARACTERS);
}

Datum
core_pgqms_report_bytes (PG_FUNCTION_ARGS)
{
  if (lacks_argument (fcinfo))
    PG_RETURN_NULL ();
  return report (fcinfo, BYTES);
}

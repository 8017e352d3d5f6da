/* SPDX-License-Identifier: Apache-2.0 */
/* qms_coverage, qms_coverage_report: what in a system answers to each clause and requirement. */
#include "functions.h"
#include "input.h"
#include "moment.h"
#include "output.h"
#include "rows.h"
#include "text.h"
#include "words.h"

#include "utils/memutils.h"

/* The guard holds the document of the first argument and its matrix as of the second one. No other framework than the
 * one that the document names: the library would take the path of a file for one. */
static Guard *
open_coverage (FunctionCallInfo fcinfo)
{
  Guard *guard = pgqms_open (fcinfo);
  int year, month, day;

  pgqms_split_day (PG_GETARG_DATEADT (1), &year, &month, &day);
  if (qms_coverage_run (guard->document, NULL, year, month, day, &guard->coverage, &guard->error))
    pgqms_fail (guard);
  return guard;
}

/* What the library allocated, as memory of the row. */
static const char *
take (Guard *guard, char *text)
{
  const char *copy;

  guard->text = text;
  copy = text ? pstrdup (text) : NULL;
  pgqms_guard_drop_text (guard);
  return copy;
}

/* Paths of the elements that answer to a row, then their titles. */
static void
put_evidence (Rows *rows, Guard *guard, size_t row)
{
  size_t count = qms_coverage_evidence_count (guard->coverage, row);
  MemoryContext caller = MemoryContextSwitchTo (rows->context);
  const char **paths = palloc (sizeof *paths * (count + 1)), **titles = palloc (sizeof *titles * (count + 1));

  for (size_t i = 0; i < count; i++) {
    paths[i] = take (guard, qms_node_path (qms_coverage_evidence (guard->coverage, row, i)));
    titles[i] = take (guard, qms_coverage_evidence_title (guard->coverage, row, i, QMS_LANG_VI));
  }
  MemoryContextSwitchTo (caller);
  pgqms_put_texts (rows, paths, (int)count);
  pgqms_put_texts (rows, titles, (int)count);
}

static void
put_row (Rows *rows, Guard *guard, size_t row)
{
  static const char *const kinds[] = { [QMS_COVERAGE_CLAUSE] = "clause", [QMS_COVERAGE_REQUIREMENT] = "requirement" };
  static const char *const states[] = {
    [QMS_COVERAGE_MET] = "met",
    [QMS_COVERAGE_PARTIAL] = "partial",
    [QMS_COVERAGE_MISSING] = "missing",
    [QMS_COVERAGE_EXCLUDED] = "excluded",
  };
  const QmsCoverage *coverage = guard->coverage;

  pgqms_put_text (rows, kinds[qms_coverage_kind (coverage, row)]);
  pgqms_put_text (rows, qms_coverage_id (coverage, row));
  pgqms_put_text (rows, states[qms_coverage_state (coverage, row)]);
  pgqms_put_text (rows, qms_coverage_title (coverage, row, QMS_LANG_VI));
  pgqms_put_text (rows, qms_coverage_title (coverage, row, QMS_LANG_EN));
  pgqms_put_text (rows, qms_coverage_note (coverage, row));
  pgqms_put_text (rows, qms_coverage_lack (coverage, row, QMS_LANG_VI));
  pgqms_put_text (rows, qms_coverage_lack (coverage, row, QMS_LANG_EN));
  pgqms_put_text (rows, qms_coverage_warning (coverage, row, QMS_LANG_VI));
  pgqms_put_text (rows, qms_coverage_warning (coverage, row, QMS_LANG_EN));
  put_evidence (rows, guard, row);
  pgqms_row_end (rows);
}

Datum
core_coverage (PG_FUNCTION_ARGS)
{
  Guard *guard = open_coverage (fcinfo);
  Rows rows;

  pgqms_rows_begin (&rows, fcinfo, guard);
  for (size_t i = 0; i < qms_coverage_count (guard->coverage); i++)
    put_row (&rows, guard, i);
  pgqms_guard_free (guard);
  return (Datum)0;
}

/* Arguments: document, day, format, language. */
Datum
core_coverage_report (PG_FUNCTION_ARGS)
{
  int32_t lang = pgqms_language (pgqms_argument (fcinfo, 3));
  Guard *guard = open_coverage (fcinfo);

  return pgqms_give_text (
      guard, qms_coverage_write (guard->coverage, pgqms_argument (fcinfo, 2), lang, &guard->text, NULL, &guard->error));
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Operations on coverage and inspections. */
#include "run.h"

/* The matrix of the document that the operation is called on; the first argument is the day. */
static QmsCoverage *
run_coverage (Call *call)
{
  QmsCoverage *coverage = NULL;
  int32_t year, month, day;

  date_parse (arg_text (call, 0), &year, &month, &day);
  call->status = qms_coverage_run (self_handle (call, VALUE_DOCUMENT), NULL, year, month, day, &coverage, &call->error);
  return coverage;
}

static const char *const states[] = { "", "met", "partial", "missing", "excluded" };

/* Number of clauses and requirements in each state. */
static void
op_coverage (Call *call)
{
  QmsCoverage *coverage = run_coverage (call);
  json_t *counts = json_object ();

  for (int32_t state = QMS_COVERAGE_MET; state <= QMS_COVERAGE_EXCLUDED; state++)
    json_object_set_new (counts, states[state],
                         json_integer ((json_int_t)qms_coverage_state_count (coverage, 0, state)));
  give_data (call, counts);
  qms_coverage_free (coverage);
}

static json_t *
evidence_of (const QmsCoverage *coverage, size_t row)
{
  json_t *evidence = json_array ();

  for (size_t i = 0; i < qms_coverage_evidence_count (coverage, row); i++) {
    char *path = qms_node_path (qms_coverage_evidence (coverage, row, i));
    char *title = qms_coverage_evidence_title (coverage, row, i, QMS_LANG_VI);
    json_array_append_new (evidence, json_pack ("[s, s]", path, title));
    qms_free (title);
    qms_free (path);
  }
  return evidence;
}

static json_t *
describe_row (const QmsCoverage *coverage, size_t i)
{
  static const char *const kinds[] = { "", "clause", "requirement" };

  return json_pack (
      "{s:s, s:s, s:s, s:s?, s:s?, s:s?, s:s?, s:s?, s:s?, s:s?, s:o}", "kind", kinds[qms_coverage_kind (coverage, i)],
      "id", qms_coverage_id (coverage, i), "state", states[qms_coverage_state (coverage, i)], "title",
      qms_coverage_title (coverage, i, QMS_LANG_VI), "title_en", qms_coverage_title (coverage, i, QMS_LANG_EN), "note",
      qms_coverage_note (coverage, i), "lack", qms_coverage_lack (coverage, i, QMS_LANG_VI), "lack_en",
      qms_coverage_lack (coverage, i, QMS_LANG_EN), "warning", qms_coverage_warning (coverage, i, QMS_LANG_VI),
      "warning_en", qms_coverage_warning (coverage, i, QMS_LANG_EN), "evidence", evidence_of (coverage, i));
}

/* The rows with the identifier that the second argument names. */
static void
op_coverage_rows (Call *call)
{
  QmsCoverage *coverage = run_coverage (call);
  json_t *rows = json_array ();

  for (size_t i = 0; i < qms_coverage_count (coverage); i++)
    if (g_strcmp0 (qms_coverage_id (coverage, i), arg_text (call, 1)) == 0)
      json_array_append_new (rows, describe_row (coverage, i));
  give_data (call, rows);
  qms_coverage_free (coverage);
}

static int32_t
arg_lang (Call *call, size_t index)
{
  return g_strcmp0 (arg_text (call, index), "en") == 0 ? QMS_LANG_EN : QMS_LANG_VI;
}

static void
op_coverage_table (Call *call)
{
  QmsCoverage *coverage = run_coverage (call);
  char *text = NULL;

  if (call->status == QMS_OK)
    call->status = qms_coverage_write (coverage, arg_text (call, 1), arg_lang (call, 2), &text, NULL, &call->error);
  give_taken_text (call, text);
  qms_coverage_free (coverage);
}

/* The inspection document that follows from a report; findings count from a severity on (null: error). */
static void
op_inspect (Call *call)
{
  const QmsReport *report = self_handle (call, VALUE_REPORT);
  QmsDocument *inspection = NULL;
  int32_t least = g_strcmp0 (arg_text (call, 0), "warning") == 0 ? QMS_SEVERITY_WARNING : QMS_SEVERITY_ERROR;

  call->status = qms_inspection_draw (&report, 1, NULL, least, QMS_LANG_VI, &inspection, NULL, &call->error);
  give_handle (call, VALUE_DOCUMENT, inspection);
}

/* Number of agencies with each verdict. */
static void
op_inspection_counts (Call *call)
{
  QmsDocument *inspection = self_handle (call, VALUE_DOCUMENT);
  const QmsEnum *verdicts = qms_enum_by_name ("verdict");
  json_t *counts = json_object ();

  for (size_t i = 0; i < qms_enum_value_count (verdicts); i++) {
    int32_t verdict = qms_enum_value_at (verdicts, i);
    json_object_set_new (counts, qms_enum_value_name (verdicts, verdict),
                         json_integer ((json_int_t)qms_inspection_count (inspection, verdict)));
  }
  give_data (call, counts);
}

static void
op_inspection_table (Call *call)
{
  char *text = NULL;

  call->status = qms_inspection_write (self_handle (call, VALUE_DOCUMENT), arg_text (call, 0), arg_lang (call, 1),
                                       &text, NULL, &call->error);
  give_taken_text (call, text);
}

const Operation coverage_operations[] = {
  { "coverage", op_coverage },
  { "coverage_rows", op_coverage_rows },
  { "coverage_table", op_coverage_table },
  { "inspect", op_inspect },
  { "inspection_counts", op_inspection_counts },
  { "inspection_table", op_inspection_table },
  { NULL, NULL },
};

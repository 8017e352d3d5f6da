/* SPDX-License-Identifier: Apache-2.0 */
/* The coverage matrix: clauses of the standard, then requirements of the framework. */
#include "coverage/clauses.h"

#include "core/kind.h"
#include "core/title.h"
#include "framework/framework.h"
#include "framework/outcome.h"

#include <string.h>

static void
clear_row (gpointer data)
{
  QmsCoverageRow *row = data;

  g_free (row->note);
  g_free (row->warning[QMS_LANG_VI]);
  g_free (row->warning[QMS_LANG_EN]);
  g_ptr_array_unref (row->evidence);
}

void
qms_coverage_free (QmsCoverage *coverage)
{
  if (!coverage)
    return;
  g_array_unref (coverage->rows);
  qms_document_unref (coverage->framework);
  qms_document_unref (coverage->clauses);
  qms_document_unref (coverage->system);
  g_free (coverage);
}

/* ---- requirements */

static bool
lacks_a_field (const QmsNode *requirement, const GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    for (size_t j = 0; j < qms_requirement_count_filled (requirement); j++)
      if (qms_requirement_lacks (requirement, elements->pdata[i], j))
        return true;
  return false;
}

static int
state_of (const QmsNode *requirement, const QmsOutcome *outcome)
{
  if (outcome->kind == QMS_OUTCOME_MET)
    return lacks_a_field (requirement, outcome->elements) ? QMS_COVERAGE_PARTIAL : QMS_COVERAGE_MET;
  return outcome->elements->len > 0 ? QMS_COVERAGE_PARTIAL : QMS_COVERAGE_MISSING;
}

/* Where elements are looked for: the path and those of the alternatives. */
static char *
places_of (const QmsNode *requirement)
{
  GString *names = g_string_new (qms_requirement_get_path (requirement));

  for (size_t i = 0; i < qms_requirement_count_alternatives (requirement); i++)
    g_string_append_printf (names, ", %s",
                            qms_requirement_place_get_path (qms_requirement_get_alternatives (requirement, i)));
  return g_string_free (names, FALSE);
}

static void
add_requirement (QmsCoverage *coverage, const QmsNode *requirement, int64_t today)
{
  const char *vi = qms_requirement_get_title (requirement), *en = qms_requirement_get_title_en (requirement);
  g_auto (QmsOutcome) outcome;
  QmsCoverageRow row = { .kind = QMS_COVERAGE_REQUIREMENT,
                         .id = qms_requirement_get_id (requirement),
                         .title = { vi, en ? en : vi },
                         .note = places_of (requirement) };

  qms_outcome_find (&outcome, coverage->framework->root, requirement, coverage->system->root, today);
  row.state = state_of (requirement, &outcome);
  row.evidence = g_ptr_array_ref (outcome.elements);
  g_array_append_val (coverage->rows, row);
}

static void
add_requirements (QmsCoverage *coverage, int64_t today)
{
  const QmsNode *framework = coverage->framework->root;
  const QmsNode *agency = qms_system_get_agency (coverage->system->root);
  int32_t agency_type = agency ? qms_agency_get_type (agency) : 0;

  for (size_t i = 0; i < qms_framework_count_requirements (framework); i++) {
    const QmsNode *requirement = qms_framework_get_requirements (framework, i);

    if (qms_requirement_applies (requirement, agency_type, today))
      add_requirement (coverage, requirement, today);
  }
}

/* ---- the run */

static int64_t
day_of_check (int32_t year, int32_t month, int32_t day)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (year != 0)
    return qms_date_pack (year, month, day).integer;
  return qms_date_pack (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now))
      .integer;
}

/* A system that names no framework still has its clauses. */
static QmsStatus
read_sources (QmsCoverage *coverage, const char *framework, QmsError **error)
{
  const char *id = framework ? framework : qms_system_get_framework (coverage->system->root);
  QmsStatus status = qms_clauses_read (coverage->system->root, &coverage->clauses, error);

  if (!status && id)
    status = qms_framework_load (id, &coverage->framework, error);
  return status;
}

/* Name of the first argument that is unfit; NULL if all are fit. */
static const char *
unfit_argument (const QmsDocument *system, int32_t year, int32_t month, int32_t day, QmsCoverage **coverage)
{
  if (!system)
    return "system";
  if (year != 0 && !qms_date_valid (year, month, day))
    return "day";
  return coverage ? NULL : "coverage";
}

QmsStatus
qms_coverage_run (QmsDocument *system, const char *framework, int32_t year, int32_t month, int32_t day,
                  QmsCoverage **coverage, QmsError **error)
{
  const char *unfit = unfit_argument (system, year, month, day, coverage);
  g_autoptr (QmsCoverage) made = NULL;
  QmsStatus status;

  if (unfit)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", unfit, NULL);
  status = qms_document_expect (system, QMS_TYPE_SYSTEM, error);
  if (status)
    return status;
  made = g_new0 (QmsCoverage, 1);
  made->system = qms_document_ref (system);
  made->rows = g_array_new (FALSE, FALSE, sizeof (QmsCoverageRow));
  g_array_set_clear_func (made->rows, clear_row);
  status = read_sources (made, framework, error);
  if (status)
    return status;
  qms_clauses_add_rows (made);
  if (made->framework)
    add_requirements (made, day_of_check (year, month, day));
  *coverage = g_steal_pointer (&made);
  return QMS_OK;
}

/* ---- reading */

size_t
qms_coverage_count (const QmsCoverage *coverage)
{
  return coverage ? coverage->rows->len : 0;
}

size_t
qms_coverage_state_count (const QmsCoverage *coverage, int32_t kind, int32_t state)
{
  size_t count = 0;

  for (size_t i = 0; i < qms_coverage_count (coverage); i++) {
    const QmsCoverageRow *row = qms_coverage_row (coverage, i);
    count += row->state == state && (kind == 0 || row->kind == kind);
  }
  return count;
}

int32_t
qms_coverage_kind (const QmsCoverage *coverage, size_t index)
{
  const QmsCoverageRow *row = qms_coverage_row (coverage, index);

  return row ? row->kind : 0;
}

int32_t
qms_coverage_state (const QmsCoverage *coverage, size_t index)
{
  const QmsCoverageRow *row = qms_coverage_row (coverage, index);

  return row ? row->state : 0;
}

const char *
qms_coverage_id (const QmsCoverage *coverage, size_t index)
{
  const QmsCoverageRow *row = qms_coverage_row (coverage, index);

  return row ? row->id : NULL;
}

const char *
qms_coverage_title (const QmsCoverage *coverage, size_t index, int32_t lang)
{
  const QmsCoverageRow *row = qms_coverage_row (coverage, index);

  return row ? row->title[lang == QMS_LANG_EN] : NULL;
}

const char *
qms_coverage_note (const QmsCoverage *coverage, size_t index)
{
  const QmsCoverageRow *row = qms_coverage_row (coverage, index);

  return row ? row->note : NULL;
}

const char *
qms_coverage_warning (const QmsCoverage *coverage, size_t index, int32_t lang)
{
  const QmsCoverageRow *row = qms_coverage_row (coverage, index);

  return row ? row->warning[lang == QMS_LANG_EN] : NULL;
}

size_t
qms_coverage_evidence_count (const QmsCoverage *coverage, size_t index)
{
  const QmsCoverageRow *row = qms_coverage_row (coverage, index);

  return row ? row->evidence->len : 0;
}

QmsNode *
qms_coverage_evidence (const QmsCoverage *coverage, size_t index, size_t item)
{
  return item < qms_coverage_evidence_count (coverage, index)
             ? qms_coverage_row (coverage, index)->evidence->pdata[item]
             : NULL;
}

char *
qms_coverage_evidence_title (const QmsCoverage *coverage, size_t index, size_t item, int32_t lang)
{
  const QmsNode *node = qms_coverage_evidence (coverage, index, item);

  return node ? qms_node_title (node, lang == QMS_LANG_EN) : NULL;
}

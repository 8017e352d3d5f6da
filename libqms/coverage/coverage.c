/* SPDX-License-Identifier: Apache-2.0 */
/* The coverage matrix: clauses of the standard, then requirements of the framework. */
#include "coverage/clauses.h"

#include "core/kind.h"
#include "core/title.h"
#include "framework/framework.h"
#include "framework/outcome.h"
#include "framework/standard.h"
#include "rules/engine.h"

#include <string.h>

static void
clear_row (gpointer data)
{
  QmsCoverageRow *row = data;

  g_free (row->note);
  for (int lang = QMS_LANG_VI; lang <= QMS_LANG_EN; lang++) {
    g_free (row->lack[lang]);
    g_free (row->warning[lang]);
  }
  g_ptr_array_unref (row->evidence);
}

void
qms_coverage_free (QmsCoverage *coverage)
{
  if (!coverage)
    return;
  g_array_unref (coverage->rows);
  g_hash_table_unref (coverage->open);
  qms_document_unref (coverage->framework);
  qms_document_unref (coverage->system);
  g_free (coverage);
}

/* ---- what is open */

static bool
has_mark (const QmsNode *node, const QmsField *field)
{
  const QmsSlot *items;
  size_t count = qms_node_items (node, field, &items);

  for (size_t i = 0; i < count; i++)
    if (strstr (items[i].string, "[["))
      return true;
  return false;
}

static bool is_unfilled (QmsCoverage *coverage, const QmsNode *node);

static bool
holds_unfilled (QmsCoverage *coverage, const QmsNode *node, const QmsField *field)
{
  const QmsSlot *items;
  size_t count = qms_node_items (node, field, &items);

  for (size_t i = 0; i < count; i++)
    if (is_unfilled (coverage, items[i].node))
      return true;
  return false;
}

/* Each node is looked at once, however many rows it answers to. */
static bool
is_unfilled (QmsCoverage *coverage, const QmsNode *node)
{
  gpointer known;
  bool unfilled = false;

  if (g_hash_table_lookup_extended (coverage->open, node, NULL, &known))
    return GPOINTER_TO_INT (known);
  for (unsigned slot = 0; !unfilled && slot < node->type->n_fields; slot++) {
    const QmsField *field = &node->type->fields[slot];

    if (field->kind == QMS_KIND_NODE)
      unfilled = holds_unfilled (coverage, node, field);
    else if (qms_kind_is_string (field->kind))
      unfilled = has_mark (node, field);
  }
  g_hash_table_insert (coverage->open, (gpointer)node, GINT_TO_POINTER (unfilled));
  return unfilled;
}

bool
qms_coverage_is_open (QmsCoverage *coverage, const QmsNode *element)
{
  return qms_node_standing (element) == QMS_DOCUMENT_STATUS_DRAFT || is_unfilled (coverage, element);
}

void
qms_coverage_note_open (QmsCoverageRow *row)
{
  for (int lang = QMS_LANG_VI; lang <= QMS_LANG_EN; lang++)
    row->lack[lang] = g_strdup (qms_gen_rules[QMS_MSG_COVERAGE_OPEN].message[lang]);
}

/* ---- requirements */

static void
append_condition (GString *names, const char *field, const char *value)
{
  g_string_append_printf (names, "[%s%s%s]", field, value && *value ? "=" : "", value ? value : "");
}

static void
append_listed_condition (GString *names, const QmsNode *condition)
{
  bool excludes =
      !qms_requirement_condition_has_values (condition) && qms_requirement_condition_has_excluded (condition);
  uint32_t list = excludes ? QMS_REQUIREMENT_CONDITION_EXCLUDED : QMS_REQUIREMENT_CONDITION_VALUES;
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *field = NULL;

  for (size_t i = 0; i < qms_node_count (condition, list); i++)
    g_string_append_printf (values, "%s%s", i > 0 ? "|" : "", qms_node_get_string_at (condition, list, i));
  field = g_strconcat (qms_requirement_condition_get_field (condition), excludes ? "!" : "", NULL);
  append_condition (names, field, values->str);
}

void
qms_coverage_name_place (GString *names, const QmsNode *place)
{
  bool whole = place->type->id == QMS_TYPE_REQUIREMENT;
  uint32_t list = whole ? QMS_REQUIREMENT_CONDITIONS : QMS_REQUIREMENT_PLACE_CONDITIONS;
  const char *field = qms_node_get_string (place, whole ? QMS_REQUIREMENT_FIELD : QMS_REQUIREMENT_PLACE_FIELD);
  const char *value = qms_node_get_string (place, whole ? QMS_REQUIREMENT_EQUALS : QMS_REQUIREMENT_PLACE_EQUALS);

  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                          qms_node_get_string (place, whole ? QMS_REQUIREMENT_PATH : QMS_REQUIREMENT_PLACE_PATH));
  if (field)
    append_condition (names, field, value);
  for (size_t i = 0; i < qms_node_count (place, list); i++)
    append_listed_condition (names, qms_node_get_node_at (place, list, i));
}

/* Where elements are looked for: the place and the alternatives. */
static char *
places_of (const QmsNode *requirement)
{
  GString *names = g_string_new (NULL);

  qms_coverage_name_place (names, requirement);
  for (size_t i = 0; i < qms_requirement_count_alternatives (requirement); i++)
    qms_coverage_name_place (names, qms_requirement_get_alternatives (requirement, i));
  return g_string_free (names, FALSE);
}

enum { SHOWN = 3 };

static char *
join_messages (const QmsReport *report, int lang)
{
  size_t count = qms_report_count (report);
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i < MIN (count, SHOWN); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", qms_report_message (report, i, lang));
  if (count > SHOWN)
    g_string_append_printf (text, lang == QMS_LANG_EN ? "; … and %zu more" : "; … và %zu nội dung khác", count - SHOWN);
  return g_string_free (text, FALSE);
}

/* What the check of the requirement says. */
static void
note_lack (QmsCoverage *coverage, QmsCoverageRow *row, const QmsNode *requirement, const QmsOutcome *outcome)
{
  g_autoptr (QmsReport) report = qms_report_new (NULL, SIZE_MAX);
  QmsCheck check = { .document = coverage->system, .report = report };

  qms_outcome_report (&check, coverage->framework->root, requirement, outcome, coverage->system->root);
  for (int lang = QMS_LANG_VI; qms_report_count (report) > 0 && lang <= QMS_LANG_EN; lang++)
    row->lack[lang] = join_messages (report, lang);
}

/* Whether fewer elements than the requirement wants are more than an opening. */
static bool
is_open (QmsCoverage *coverage, const QmsOutcome *outcome)
{
  int64_t closed = 0, wanted = MIN (MAX (outcome->min, 1), outcome->elements->len);

  for (guint i = 0; closed < wanted && i < outcome->elements->len; i++)
    closed += !qms_coverage_is_open (coverage, outcome->elements->pdata[i]);
  return closed < wanted;
}

static void
judge (QmsCoverage *coverage, QmsCoverageRow *row, const QmsNode *requirement, const QmsOutcome *outcome)
{
  note_lack (coverage, row, requirement, outcome);
  if (row->evidence->len == 0 && outcome->kind != QMS_OUTCOME_MET) {
    row->state = QMS_COVERAGE_MISSING;
    return;
  }
  if (!row->lack[QMS_LANG_VI] && is_open (coverage, outcome))
    qms_coverage_note_open (row);
  row->state = row->lack[QMS_LANG_VI] ? QMS_COVERAGE_PARTIAL : QMS_COVERAGE_MET;
}

static void
add_requirement (QmsCoverage *coverage, const QmsNode *requirement)
{
  const char *vi = qms_requirement_get_title (requirement), *en = qms_requirement_get_title_en (requirement);
  g_auto (QmsOutcome) outcome;
  QmsCoverageRow row = { .kind = QMS_COVERAGE_REQUIREMENT,
                         .id = qms_requirement_get_id (requirement),
                         .title = { vi, en ? en : vi },
                         .note = places_of (requirement) };

  qms_outcome_find (&outcome, coverage->framework->root, requirement, coverage->system->root, coverage->today);
  row.evidence = g_ptr_array_ref (outcome.kind == QMS_OUTCOME_ONLY_DRAFT ? outcome.drafts : outcome.elements);
  judge (coverage, &row, requirement, &outcome);
  g_array_append_val (coverage->rows, row);
}

static void
add_requirements (QmsCoverage *coverage)
{
  const QmsNode *framework = coverage->framework->root;
  const QmsNode *agency = qms_system_get_agency (coverage->system->root);
  int32_t agency_type = agency ? qms_agency_get_type (agency) : 0;

  for (size_t i = 0; i < qms_framework_count_requirements (framework); i++) {
    const QmsNode *requirement = qms_framework_get_requirements (framework, i);

    if (qms_requirement_applies (requirement, agency_type, coverage->today))
      add_requirement (coverage, requirement);
  }
}

/* ---- the run */

/* A system that names no framework still has its clauses; so has one that names a framework which does not ship: what is
 * judged does not choose which files are opened. */
static QmsStatus
read_sources (QmsCoverage *coverage, const char *framework, QmsError **error)
{
  const char *id = framework ? framework : coverage->named;

  coverage->clauses = qms_clauses_of (coverage->system->root);
  if (framework || qms_framework_is_shipped (id))
    return qms_framework_load (id, &coverage->framework, error);
  return QMS_OK;
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
  made->open = g_hash_table_new (NULL, NULL);
  made->named = qms_system_get_framework (system->root);
  made->today = year != 0 ? qms_date_pack (year, month, day).integer : qms_date_today ();
  status = read_sources (made, framework, error);
  if (status)
    return status;
  qms_clauses_add_rows (made);
  if (made->framework)
    add_requirements (made);
  *coverage = g_steal_pointer (&made);
  return QMS_OK;
}

/* ---- the head of a matrix */

const char *
qms_coverage_agency (const QmsCoverage *coverage)
{
  const QmsNode *agency = qms_system_get_agency (coverage->system->root);
  const char *name = agency ? qms_agency_get_name (agency) : NULL;

  return name ? name : "";
}

const char *
qms_coverage_framework (const QmsCoverage *coverage)
{
  const char *code = coverage->framework ? qms_framework_get_code (coverage->framework->root) : NULL;

  return code ? code : "";
}

char *
qms_coverage_complaint (const QmsCoverage *coverage, int lang)
{
  QmsValue name = { "name", { coverage->named, NULL } };

  return coverage->framework || !coverage->named
             ? NULL
             : qms_message_format (qms_gen_rules[QMS_MSG_COVERAGE_FRAMEWORK_UNKNOWN].message[lang], &name, 1, lang);
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
qms_coverage_lack (const QmsCoverage *coverage, size_t index, int32_t lang)
{
  const QmsCoverageRow *row = qms_coverage_row (coverage, index);

  return row && row->state == QMS_COVERAGE_PARTIAL ? row->lack[lang == QMS_LANG_EN] : NULL;
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

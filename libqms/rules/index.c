/* SPDX-License-Identifier: Apache-2.0 */
/* Indexes over the system that is checked, built when first asked for. */
#include "core/text.h"
#include "legal/number.h"
#include "rules/engine.h"
#include "rules/facts.h"
#include "rules/timing.h"
#include "workflow/graph.h"

#include <string.h>

struct QmsIndex {
  const QmsNode *head; /* of `headed` */
  const QmsNode *headed;
  GHashTable *settled; /* procedure → GPtrArray of administrative procedures */
  GHashTable *ended;   /* keys of the numbers of external documents that are not in force */
  GHashTable *covered; /* names of the scope's fields */
  GHashTable *rates;   /* year × QMS_RATES + rate → objective */
  GArray *verdicts;    /* on the times of `timed` */
  const QmsNode *timed;
  QmsWorkflow *workflow; /* of `compiled`; NULL if its steps have no outcomes */
  const QmsNode *compiled;
  guint8 *meets;         /* of `workflow`; NULL until asked for */
  QmsWorkflow *followed; /* by `file`; NULL: none */
  const QmsNode *file;   /* a case's */
  QmsReplay replay;      /* of the log of `played` */
  const QmsNode *played;
};

QmsIndex *
qms_index_new (void)
{
  return g_new0 (QmsIndex, 1);
}

void
qms_index_free (QmsIndex *index)
{
  g_clear_pointer (&index->settled, g_hash_table_unref);
  g_clear_pointer (&index->ended, g_hash_table_unref);
  g_clear_pointer (&index->covered, g_hash_table_unref);
  g_clear_pointer (&index->rates, g_hash_table_unref);
  g_clear_pointer (&index->verdicts, g_array_unref);
  qms_workflow_unref (index->workflow);
  g_free (index->meets);
  qms_workflow_unref (index->followed);
  qms_replay_clear (&index->replay);
  g_free (index);
}

static const QmsNode *
find_head (const QmsNode *agency)
{
  QmsItems positions = qms_items (agency, QMS_AGENCY_POSITIONS);

  for (size_t i = 0; i < positions.count; i++)
    if (qms_position_get_head (positions.slots[i].node))
      return positions.slots[i].node;
  return NULL;
}

const QmsNode *
qms_check_head (QmsCheck *check)
{
  const QmsNode *agency = qms_system_get_agency (check->scope);

  if (check->index->headed != agency) {
    check->index->head = find_head (agency);
    check->index->headed = agency;
  }
  return check->index->head;
}

static void
add_settled (GHashTable *settled, const QmsNode *tthc)
{
  QmsNode *procedure = qms_node_resolve (tthc, QMS_ADMINISTRATIVE_PROCEDURE_PROCEDURE);
  GPtrArray *list = procedure ? g_hash_table_lookup (settled, procedure) : NULL;

  if (!procedure)
    return;
  if (!list) {
    list = g_ptr_array_new ();
    g_hash_table_insert (settled, procedure, list);
  }
  g_ptr_array_add (list, (gpointer)tthc);
}

const GPtrArray *
qms_check_settled_by (QmsCheck *check, const QmsNode *procedure)
{
  if (!check->index->settled) {
    QmsItems all = qms_items (check->scope, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES);
    check->index->settled = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (size_t i = 0; i < all.count; i++)
      add_settled (check->index->settled, all.slots[i].node);
  }
  return g_hash_table_lookup (check->index->settled, procedure);
}

bool
qms_check_has_expired (const QmsCheck *check, const QmsNode *external)
{
  int64_t expiry;

  return qms_day (external, QMS_EXTERNAL_DOCUMENT_EXPIRY_DATE, &expiry) && expiry <= check->today;
}

bool
qms_check_is_replaced (const QmsCheck *check, const QmsNode *external)
{
  bool pending = qms_external_document_has_expiry_date (external) && !qms_check_has_expired (check, external);

  return qms_filled (external, QMS_EXTERNAL_DOCUMENT_REPLACED_BY) && !pending;
}

bool
qms_check_has_ended (const QmsCheck *check, const QmsNode *external)
{
  return qms_check_has_expired (check, external) || qms_check_is_replaced (check, external);
}

static GHashTable *
collect_ended (const QmsCheck *check)
{
  GHashTable *ended = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  QmsItems all = qms_items (check->scope, QMS_SYSTEM_EXTERNAL_DOCUMENTS);
  char key[QMS_NUMBER_MAX];

  for (size_t i = 0; i < all.count; i++) {
    const QmsNode *external = all.slots[i].node;
    if (qms_check_has_ended (check, external)
        && qms_number_key (qms_text (external, QMS_EXTERNAL_DOCUMENT_NUMBER), key))
      g_hash_table_add (ended, g_strdup (key));
  }
  return ended;
}

bool
qms_check_is_ended (QmsCheck *check, const char *number)
{
  char key[QMS_NUMBER_MAX];

  if (!check->index->ended)
    check->index->ended = collect_ended (check);
  return g_hash_table_size (check->index->ended) > 0 && qms_number_key (number, key)
         && g_hash_table_contains (check->index->ended, key);
}

/* Names as they are written and folded, so that the usual case needs no folding. A placeholder is still to be decided. */
static GHashTable *
collect_covered (const QmsCheck *check)
{
  GHashTable *covered = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  QmsItems fields = qms_items (qms_system_get_scope (check->scope), QMS_SCOPE_FIELDS_COVERED);

  for (size_t i = 0; i < fields.count; i++)
    if (!strstr (fields.slots[i].string, "[[")) {
      g_hash_table_add (covered, g_strdup (fields.slots[i].string));
      g_hash_table_add (covered, qms_fold_name (fields.slots[i].string));
    }
  return covered;
}

bool
qms_check_covers (QmsCheck *check, const char *field_name)
{
  g_autofree char *folded = NULL;

  if (!check->index->covered)
    check->index->covered = collect_covered (check);
  if (g_hash_table_size (check->index->covered) == 0 || g_hash_table_contains (check->index->covered, field_name))
    return true;
  folded = qms_fold_name (field_name);
  return g_hash_table_contains (check->index->covered, folded);
}

static bool
has_outcomes (const QmsNode *procedure)
{
  QmsItems steps = qms_items (procedure, QMS_PROCEDURE_STEPS);

  for (size_t i = 0; i < steps.count; i++)
    if (qms_step_has_outcomes (steps.slots[i].node))
      return true;
  return false;
}

const QmsWorkflow *
qms_check_workflow (QmsCheck *check, const QmsNode *procedure)
{
  if (check->index->compiled != procedure) {
    g_clear_pointer (&check->index->workflow, qms_workflow_unref);
    g_clear_pointer (&check->index->meets, g_free);
    if (has_outcomes (procedure))
      qms_workflow_new (procedure, &check->index->workflow, NULL);
    check->index->compiled = procedure;
  }
  return check->index->workflow;
}

const guint8 *
qms_check_meets (QmsCheck *check, const QmsNode *procedure)
{
  const QmsWorkflow *workflow = qms_check_workflow (check, procedure);

  if (workflow && !check->index->meets)
    check->index->meets = qms_graph_reaches (workflow, QMS_GOAL_MEETING);
  return check->index->meets;
}

const GArray *
qms_check_verdicts (QmsCheck *check, const QmsNode *procedure)
{
  if (check->index->timed != procedure) {
    g_clear_pointer (&check->index->verdicts, g_array_unref);
    check->index->verdicts = qms_timing_verdicts (procedure, qms_check_workflow (check, procedure));
    check->index->timed = procedure;
  }
  return check->index->verdicts;
}

/* ---- cases */

const QmsWorkflow *
qms_check_case_workflow (QmsCheck *check, const QmsNode *file)
{
  if (check->index->file != file) {
    g_clear_pointer (&check->index->followed, qms_workflow_unref);
    qms_workflow_new (qms_case_file_get_procedure (file), &check->index->followed, NULL);
    check->index->file = file;
  }
  return check->index->followed;
}

static QmsReplay
replay (const QmsNode *file, const QmsWorkflow *workflow)
{
  QmsReplay result = { .result = QMS_REPLAY_GOOD };

  if (!workflow)
    return result;
  QmsCaseState *state = qms_case_begin (file, workflow);
  result = qms_case_replay (file, state);
  qms_case_state_free (state);
  return result;
}

const QmsReplay *
qms_check_replay (QmsCheck *check, const QmsNode *file)
{
  if (check->index->played != file) {
    qms_replay_clear (&check->index->replay);
    check->index->replay = replay (file, qms_check_case_workflow (check, file));
    check->index->played = file;
  }
  return &check->index->replay;
}

/* ---- objectives */

static bool
speaks_of (const QmsNode *objective, const char *words)
{
  g_autofree char *statement = qms_fold_name (qms_text (objective, QMS_OBJECTIVE_STATEMENT));
  g_autofree char *formula = qms_fold_name (qms_text (objective, QMS_OBJECTIVE_FORMULA));

  return strstr (statement, words) || strstr (formula, words);
}

/* A unit's objective is not the agency's. */
static bool
is_rate (const QmsNode *objective)
{
  return qms_objective_has_target (objective) && strcmp (qms_text (objective, QMS_OBJECTIVE_MEASURE_UNIT), "%") == 0
         && !qms_objective_has_unit (objective);
}

/* An objective that does not say its kind is known by its words; that it is about a least rate makes the guess safer. */
static bool
is_about (const QmsNode *objective, int rate)
{
  static const int32_t kinds[QMS_RATES] = {
    [QMS_RATE_ON_TIME] = QMS_OBJECTIVE_KIND_ON_TIME, [QMS_RATE_SATISFACTION] = QMS_OBJECTIVE_KIND_SATISFACTION
  };
  static const char *const words[QMS_RATES] = { [QMS_RATE_ON_TIME] = "đúng hạn", [QMS_RATE_SATISFACTION] = "hài lòng" };

  if (qms_objective_has_kind (objective))
    return qms_objective_get_kind (objective) == kinds[rate];
  return qms_objective_get_comparator (objective) == QMS_COMPARATOR_AT_LEAST && speaks_of (objective, words[rate]);
}

/* A guess does not take the place of what is known. */
static void
add_rate (GHashTable *rates, const QmsNode *objective, int rate)
{
  gpointer key = GINT_TO_POINTER ((int)qms_objective_get_year (objective) * QMS_RATES + rate);
  const QmsNode *other = g_hash_table_lookup (rates, key);

  if (!other || !qms_objective_has_kind (other) || qms_objective_has_kind (objective))
    g_hash_table_insert (rates, key, (gpointer)objective);
}

static void
add_rates (GHashTable *rates, const QmsNode *objective)
{
  for (int rate = 0; is_rate (objective) && rate < QMS_RATES; rate++)
    if (is_about (objective, rate))
      add_rate (rates, objective, rate);
}

const QmsNode *
qms_check_rate_objective (QmsCheck *check, QmsRate rate, int year)
{
  if (!check->index->rates) {
    QmsItems objectives = qms_items (check->scope, QMS_SYSTEM_OBJECTIVES);
    check->index->rates = g_hash_table_new (NULL, NULL);
    for (size_t i = 0; i < objectives.count; i++)
      add_rates (check->index->rates, objectives.slots[i].node);
  }
  return g_hash_table_lookup (check->index->rates, GINT_TO_POINTER (year * QMS_RATES + (int)rate));
}

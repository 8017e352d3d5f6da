/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of clauses of the standard. */
#include "coverage/clauses.h"

#include "framework/select.h"
#include "framework/standard.h"
#include "gen/rules.h"

#include <string.h>

/* ---- fields of the model */

/* Whether the clauses of a field ("4.4, 8.1") name this one; one above it counts where the clause has no place of its own. */
static bool
field_answers (const QmsField *field, const char *clause, bool own_places)
{
  g_auto (GStrv) numbers = g_strsplit (field->clauses ? field->clauses : "", ", ", -1);

  for (char **number = numbers; *number; number++)
    if (strcmp (*number, clause) == 0 || (!own_places && qms_clause_is_below (clause, *number)))
      return true;
  return false;
}

static void
add_once (GPtrArray *elements, GHashTable *seen, gpointer element)
{
  if (g_hash_table_add (seen, element))
    g_ptr_array_add (elements, element);
}

static void
add_field (const QmsNode *system, const QmsField *field, GPtrArray *elements, GHashTable *seen)
{
  const QmsSlot *items;
  size_t count = qms_node_items (system, field, &items);

  for (size_t i = 0; i < count; i++)
    if (qms_node_standing (items[i].node) <= QMS_DOCUMENT_STATUS_IN_FORCE)
      add_once (elements, seen, items[i].node);
}

/* ---- one clause */

static void
select_by_model (const QmsNode *system, const QmsNode *clause, GPtrArray *elements, GHashTable *seen, GString *names)
{
  const char *number = qms_standard_clause_get_number (clause);
  bool own_places = qms_standard_clause_has_places (clause);

  for (unsigned slot = 0; slot < system->type->n_fields; slot++) {
    const QmsField *field = &system->type->fields[slot];

    if (field->kind != QMS_KIND_NODE || !field_answers (field, number, own_places))
      continue;
    add_field (system, field, elements, seen);
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", field->xml);
  }
}

static void
select_by_places (const QmsNode *system, const QmsNode *clause, GPtrArray *elements, GHashTable *seen, GString *names)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (size_t i = 0; i < qms_standard_clause_count_places (clause); i++) {
    const QmsNode *place = qms_standard_clause_get_places (clause, i);
    g_autoptr (QmsSelector) selector = qms_selector_new (place);

    qms_selector_collect (selector, system, found, found);
    qms_coverage_name_place (names, place);
  }
  for (guint i = 0; i < found->len; i++)
    add_once (elements, seen, found->pdata[i]);
}

/* Why the scope leaves the clause out; NULL if it does not: without a reason a clause is not left out. */
static const char *
exclusion_of (const QmsNode *system, const char *clause)
{
  const QmsNode *scope = qms_system_get_scope (system);

  for (size_t i = 0; scope && i < qms_scope_count_exclusions (scope); i++) {
    const QmsNode *exclusion = qms_scope_get_exclusions (scope, i);
    const char *number = qms_exclusion_get_clause (exclusion);

    if (number && qms_clause_is_below (clause, number) && qms_exclusion_has_reason (exclusion))
      return qms_exclusion_get_reason (exclusion);
  }
  return NULL;
}

static void
warn_of_exclusion (QmsCoverageRow *row, const char *reason)
{
  const QmsRule *message = &qms_gen_rules[QMS_MSG_EXCLUSION_REFUSED];
  const QmsValue value = { "reason", { reason, NULL } };

  for (int lang = QMS_LANG_VI; lang <= QMS_LANG_EN; lang++)
    row->warning[lang] = qms_message_format (message->message[lang], &value, 1, lang);
}

/* Where nothing in the model answers to a clause, the scope can only leave it out. */
static char *
wanted (const GString *names, const char *clause)
{
  return names->len > 0 ? g_strdup (names->str) : g_strdup_printf ("phamVi/ngoaiLe[dieuKhoan=%s]", clause);
}

static int
state_of (QmsCoverage *coverage, const GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    if (!qms_coverage_is_open (coverage, evidence->pdata[i]))
      return QMS_COVERAGE_MET;
  return evidence->len > 0 ? QMS_COVERAGE_PARTIAL : QMS_COVERAGE_MISSING;
}

static void
add_row (QmsCoverage *coverage, const QmsNode *system, const QmsNode *clause, bool by_model)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  const char *number = qms_standard_clause_get_number (clause), *reason = exclusion_of (system, number);
  bool excluded = reason && qms_standard_clause_get_excludable (clause);
  QmsCoverageRow row = { .kind = QMS_COVERAGE_CLAUSE,
                         .id = number,
                         .title = { qms_standard_clause_get_title (clause), qms_standard_clause_get_title_en (clause) },
                         .evidence = g_ptr_array_new () };

  if (by_model)
    select_by_model (system, clause, row.evidence, seen, names);
  select_by_places (system, clause, row.evidence, seen, names);
  row.state = excluded ? QMS_COVERAGE_EXCLUDED : state_of (coverage, row.evidence);
  if (row.state == QMS_COVERAGE_PARTIAL)
    qms_coverage_note_open (&row);
  row.note = excluded ? g_strdup (reason) : wanted (names, number);
  if (reason && !excluded)
    warn_of_exclusion (&row, reason);
  g_array_append_val (coverage->rows, row);
}

void
qms_clauses_add_rows (QmsCoverage *coverage)
{
  const QmsNode *clauses = coverage->clauses;
  bool by_model = qms_standard_clauses_get_by_model (clauses);

  for (size_t i = 0; i < qms_standard_clauses_count_clauses (clauses); i++)
    add_row (coverage, coverage->system->root, qms_standard_clauses_get_clauses (clauses, i), by_model);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of clauses. Nothing about one edition of the standard stands here but the names of its file. */
#include "coverage/clauses.h"

#include "framework/framework.h"
#include "framework/select.h"
#include "gen/rules.h"

#include <string.h>

#define FOLDER "resource:///qms/standards/"

QmsStatus
qms_clauses_read (const QmsNode *system, QmsDocument **clauses, QmsError **error)
{
  bool old = qms_system_get_standard (system) == QMS_STANDARD_ISO9001_2008;

  return qms_source_read (old ? FOLDER "iso9001-2008.xml" : FOLDER "iso9001-2015.xml", QMS_TYPE_STANDARD_CLAUSES,
                          clauses, error);
}

/* Whether `clause` is `number` or, with a further part, below it. */
static bool
is_below (const char *clause, const char *number)
{
  size_t length = strlen (number);

  return strncmp (clause, number, length) == 0 && (clause[length] == '\0' || clause[length] == '.');
}

/* ---- fields of the model */

/* Whether the clauses of a field ("4.4, 8.1") name this one; one above it counts where the clause has no place of its own. */
static bool
field_answers (const QmsField *field, const char *clause, bool own_places)
{
  g_auto (GStrv) numbers = g_strsplit (field->clauses ? field->clauses : "", ", ", -1);

  for (char **number = numbers; *number; number++)
    if (strcmp (*number, clause) == 0 || (!own_places && is_below (clause, *number)))
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
    add_once (elements, seen, items[i].node);
}

static void
name_place (GString *names, const char *path, const char *field, const char *value)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", path);
  if (field)
    g_string_append_printf (names, "[%s%s%s]", field, value ? "=" : "", value ? value : "");
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
    name_place (names, field->xml, NULL, NULL);
  }
}

static void
select_by_places (const QmsNode *system, const QmsNode *clause, GPtrArray *elements, GHashTable *seen, GString *names)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (size_t i = 0; i < qms_standard_clause_count_places (clause); i++) {
    const QmsNode *place = qms_standard_clause_get_places (clause, i);
    g_autoptr (QmsSelector) selector = qms_selector_new (place);

    qms_selector_collect (selector, system, found, NULL);
    name_place (names, qms_requirement_place_get_path (place), qms_requirement_place_get_field (place),
                qms_requirement_place_get_equals (place));
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

    if (number && is_below (clause, number) && qms_exclusion_has_reason (exclusion))
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
  row.state = excluded ? QMS_COVERAGE_EXCLUDED : row.evidence->len > 0 ? QMS_COVERAGE_MET : QMS_COVERAGE_MISSING;
  row.note = excluded ? g_strdup (reason) : wanted (names, number);
  if (reason && !excluded)
    warn_of_exclusion (&row, reason);
  g_array_append_val (coverage->rows, row);
}

void
qms_clauses_add_rows (QmsCoverage *coverage)
{
  const QmsNode *clauses = coverage->clauses->root;
  bool by_model = qms_standard_clauses_get_by_model (clauses);

  for (size_t i = 0; i < qms_standard_clauses_count_clauses (clauses); i++)
    add_row (coverage, coverage->system->root, qms_standard_clauses_get_clauses (clauses, i), by_model);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about versions: publication decisions, what is posted, paper and electronic copies. */
#include "core/text.h"
#include "rules/facts.h"
#include "rules/procedure.h"

/* ---- publication decisions */

static GHashTable *
collect_decisions (const QmsNode *system)
{
  QmsItems decisions = qms_items (system, QMS_SYSTEM_PUBLICATIONS);
  GHashTable *known = decisions.count > 0 ? g_hash_table_new (qms_text_hash, g_str_equal) : NULL;

  for (size_t i = 0; i < decisions.count; i++)
    g_hash_table_insert (known, (gpointer)qms_text (decisions.slots[i].node, QMS_PUBLICATION_NUMBER),
                         decisions.slots[i].node);
  return known;
}

void
qms_rule_publication_not_listed (QmsCheck *check, const QmsNode *system)
{
  QmsItems all = qms_items (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES);
  g_autoptr (GHashTable) known = collect_decisions (system);

  for (size_t i = 0; known && i < all.count; i++) {
    const QmsNode *tthc = all.slots[i].node;
    const char *number = qms_text (tthc, QMS_ADMINISTRATIVE_PROCEDURE_DECISION);
    if (*number && !g_hash_table_contains (known, number))
      qms_check_report (check, QMS_RULE_PUBLICATION_NOT_LISTED, tthc, QMS_ADMINISTRATIVE_PROCEDURE_DECISION, "name",
                        qms_text (tthc, QMS_ADMINISTRATIVE_PROCEDURE_NAME), "number", number, NULL);
  }
}

static void
compare_with_decision (QmsCheck *check, const QmsNode *tthc, const QmsNode *decision)
{
  int64_t published, decided;

  if (!decision || !qms_day (tthc, QMS_ADMINISTRATIVE_PROCEDURE_DECISION_DATE, &published)
      || !qms_day (decision, QMS_PUBLICATION_DATE, &decided) || published == decided)
    return;
  g_auto (QmsWords) date = qms_words_day (published);
  g_auto (QmsWords) right = qms_words_day (decided);
  QmsValue values[] = { qms_value ("name", qms_text (tthc, QMS_ADMINISTRATIVE_PROCEDURE_NAME)),
                        qms_value_words ("date", date),
                        qms_value ("number", qms_text (decision, QMS_PUBLICATION_NUMBER)),
                        qms_value_words ("decided", right) };
  qms_check_report_values (check, QMS_RULE_PUBLICATION_DATE_DIFFERS, tthc, QMS_ADMINISTRATIVE_PROCEDURE_DECISION_DATE,
                           values, G_N_ELEMENTS (values));
}

void
qms_rule_publication_date_differs (QmsCheck *check, const QmsNode *system)
{
  QmsItems all = qms_items (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES);
  g_autoptr (GHashTable) known = collect_decisions (system);

  for (size_t i = 0; known && i < all.count; i++)
    compare_with_decision (
        check, all.slots[i].node,
        g_hash_table_lookup (known, qms_text (all.slots[i].node, QMS_ADMINISTRATIVE_PROCEDURE_DECISION)));
}

/* ---- posted version */

/* The last day on which something was put where citizens read: on the web or in the one-stop software. */
static bool
last_web_posting (const QmsNode *system, int64_t *last)
{
  QmsItems postings = qms_items (system, QMS_SYSTEM_POSTINGS);
  bool found = false;
  int64_t day;

  for (size_t i = 0; i < postings.count; i++) {
    int32_t place = qms_posting_get_place (postings.slots[i].node);
    bool read = place == QMS_POSTING_PLACE_WEBSITE || place == QMS_POSTING_PLACE_ONE_STOP_SOFTWARE;
    if (!read || !qms_day (postings.slots[i].node, QMS_POSTING_DATE, &day))
      continue;
    *last = found ? MAX (*last, day) : day;
    found = true;
  }
  return found;
}

static const QmsNode *
newest_procedure (const QmsCheck *check, const QmsNode *system, int64_t *newest)
{
  QmsItems procedures = qms_items (system, QMS_SYSTEM_PROCEDURES);
  const QmsNode *found = NULL;
  int64_t day;

  for (size_t i = 0; i < procedures.count; i++) {
    const QmsNode *procedure = procedures.slots[i].node;
    if (!qms_procedure_is_tthc (procedure) || !qms_procedure_is_in_force (procedure)
        || !qms_day (procedure, QMS_PROCEDURE_ISSUE_DATE, &day) || day > qms_check_today (check)
        || (found && day <= *newest))
      continue;
    found = procedure;
    *newest = day;
  }
  return found;
}

void
qms_rule_posting_outdated (QmsCheck *check, const QmsNode *system)
{
  int64_t posted = 0, issue = 0;
  const QmsNode *newest;

  if (!last_web_posting (system, &posted) || !(newest = newest_procedure (check, system, &issue)) || issue <= posted)
    return;
  g_auto (QmsWords) date = qms_words_day (posted);
  g_auto (QmsWords) issued = qms_words_day (issue);
  QmsValue values[] = { qms_value_words ("date", date), qms_value ("title", qms_text (newest, QMS_PROCEDURE_TITLE)),
                        qms_value_words ("issued", issued) };
  qms_check_report_values (check, QMS_RULE_POSTING_OUTDATED, system, QMS_SYSTEM_POSTINGS, values,
                           G_N_ELEMENTS (values));
}

/* ---- copies */

static void
compare_with_list (QmsCheck *check, const QmsNode *document, const QmsNode *procedure)
{
  int64_t listed = qms_internal_document_get_edition (document);
  int64_t edition = procedure ? qms_procedure_get_edition (procedure) : 0;

  if (!listed || !edition || listed == edition)
    return;
  g_auto (QmsWords) left = qms_words_int (listed);
  g_auto (QmsWords) right = qms_words_int (edition);
  QmsValue values[] = { qms_value ("code", qms_text (document, QMS_INTERNAL_DOCUMENT_CODE)),
                        qms_value_words ("listed", left), qms_value_words ("edition", right) };
  qms_check_report_values (check, QMS_RULE_LISTED_EDITION_DIFFERS, document, QMS_INTERNAL_DOCUMENT_EDITION, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_listed_edition_differs (QmsCheck *check, const QmsNode *system)
{
  QmsItems documents = qms_items (system, QMS_SYSTEM_DOCUMENTS), procedures = qms_items (system, QMS_SYSTEM_PROCEDURES);
  g_autoptr (GHashTable) by_code = documents.count > 0 ? g_hash_table_new (qms_text_hash, g_str_equal) : NULL;

  for (size_t i = 0; by_code && i < procedures.count; i++)
    g_hash_table_insert (by_code, (gpointer)qms_text (procedures.slots[i].node, QMS_PROCEDURE_CODE),
                         procedures.slots[i].node);
  for (size_t i = 0; i < documents.count; i++) {
    const char *code = qms_text (documents.slots[i].node, QMS_INTERNAL_DOCUMENT_CODE);
    compare_with_list (check, documents.slots[i].node, *code ? g_hash_table_lookup (by_code, code) : NULL);
  }
}

/* Systems of the 2008 edition are kept as they were. */
void
qms_rule_procedure_paper_only (QmsCheck *check, const QmsNode *procedure)
{
  const QmsNode *system = qms_system_of (procedure);
  bool old = system && qms_system_get_standard (system) == QMS_STANDARD_ISO9001_2008;

  qms_check_expect (check, old || qms_procedure_get_medium (procedure) != QMS_MEDIUM_PAPER,
                    QMS_RULE_PROCEDURE_PAPER_ONLY, procedure, QMS_PROCEDURE_MEDIUM, "title",
                    qms_text (procedure, QMS_PROCEDURE_TITLE));
}

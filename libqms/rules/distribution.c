/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the distribution of documents: who received which edition, in which form. */
#include "core/text.h"
#include "rules/facts.h"

static const char *
document_of (const QmsNode *distribution)
{
  return qms_text (distribution, QMS_DISTRIBUTION_DOCUMENT);
}

void
qms_rule_distribution_incomplete (QmsCheck *check, const QmsNode *distribution)
{
  static const QmsPart parts[] = {
    { QMS_DISTRIBUTION_RECEIVER, { "nơi nhận", "a receiver" } },
    { QMS_DISTRIBUTION_DATE, { "ngày phân phối", "a date" } },
  };

  qms_check_parts (check, QMS_RULE_DISTRIBUTION_INCOMPLETE, distribution, parts, G_N_ELEMENTS (parts), "document",
                   document_of (distribution));
}

void
qms_rule_distribution_unconfirmed (QmsCheck *check, const QmsNode *distribution)
{
  int64_t sent;

  if (qms_distribution_has_received (distribution) || !qms_day (distribution, QMS_DISTRIBUTION_DATE, &sent)
      || sent > qms_check_today (check))
    return;
  g_auto (QmsWords) date = qms_words_day (sent);
  QmsValue values[] = { qms_value ("document", document_of (distribution)), qms_value_words ("date", date) };
  qms_check_report_values (check, QMS_RULE_DISTRIBUTION_UNCONFIRMED, distribution, QMS_DISTRIBUTION_RECEIVED, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_distribution_dates_order (QmsCheck *check, const QmsNode *distribution)
{
  qms_check_days (check, QMS_RULE_DISTRIBUTION_DATES_ORDER, distribution, QMS_DISTRIBUTION_DATE, "date",
                  QMS_DISTRIBUTION_RECEIVED, "received", "document", document_of (distribution));
}

/* ---- against the documents of the system */

static void
add_by_code (GHashTable *documents, QmsItems items, uint32_t code)
{
  for (size_t i = 0; i < items.count; i++) {
    const char *text = qms_text (items.slots[i].node, code);
    if (*text && !g_hash_table_contains (documents, text))
      g_hash_table_insert (documents, (gpointer)text, items.slots[i].node);
  }
}

/* Code → procedure, else document of the list, else form of a procedure. */
static GHashTable *
collect_documents (const QmsNode *system)
{
  GHashTable *documents = g_hash_table_new (qms_text_hash, g_str_equal);
  QmsItems procedures = qms_items (system, QMS_SYSTEM_PROCEDURES);

  add_by_code (documents, procedures, QMS_PROCEDURE_CODE);
  add_by_code (documents, qms_items (system, QMS_SYSTEM_DOCUMENTS), QMS_INTERNAL_DOCUMENT_CODE);
  for (size_t i = 0; i < procedures.count; i++)
    add_by_code (documents, qms_items (procedures.slots[i].node, QMS_PROCEDURE_FORMS), QMS_FORM_CODE);
  return documents;
}

void
qms_rule_distribution_document_unknown (QmsCheck *check, const QmsNode *system)
{
  QmsItems distributions = qms_items (system, QMS_SYSTEM_DISTRIBUTIONS);
  g_autoptr (GHashTable) documents = distributions.count > 0 ? collect_documents (system) : NULL;

  for (size_t i = 0; i < distributions.count; i++) {
    const QmsNode *distribution = distributions.slots[i].node;
    qms_check_expect (check, g_hash_table_contains (documents, document_of (distribution)),
                      QMS_RULE_DISTRIBUTION_DOCUMENT_UNKNOWN, distribution, QMS_DISTRIBUTION_DOCUMENT, "document",
                      document_of (distribution));
  }
}

/* ---- editions */

/* The newest distributions of a document: of all, on paper, electronically. NULL if there is none with an edition. */
typedef struct {
  const QmsNode *any, *paper, *electronic;
} Newest;

static void
keep_newer (const QmsNode **kept, const QmsNode *distribution)
{
  if (!*kept || qms_distribution_get_edition (distribution) > qms_distribution_get_edition (*kept))
    *kept = distribution;
}

static void
add_distribution (GHashTable *newest, const QmsNode *distribution)
{
  const char *document = document_of (distribution);
  Newest *found = g_hash_table_lookup (newest, document);
  int32_t medium = qms_distribution_get_medium (distribution);

  if (!found) {
    found = g_new0 (Newest, 1);
    g_hash_table_insert (newest, (gpointer)document, found);
  }
  keep_newer (&found->any, distribution);
  if (medium == QMS_MEDIUM_PAPER || medium == QMS_MEDIUM_BOTH)
    keep_newer (&found->paper, distribution);
  if (medium == QMS_MEDIUM_ELECTRONIC || medium == QMS_MEDIUM_BOTH)
    keep_newer (&found->electronic, distribution);
}

/* Code of a document → Newest; NULL if nothing was distributed. */
static GHashTable *
collect_newest (const QmsNode *system)
{
  QmsItems distributions = qms_items (system, QMS_SYSTEM_DISTRIBUTIONS);
  GHashTable *newest = distributions.count > 0 ? g_hash_table_new_full (qms_text_hash, g_str_equal, NULL, g_free) : NULL;

  for (size_t i = 0; i < distributions.count; i++)
    if (qms_distribution_has_edition (distributions.slots[i].node))
      add_distribution (newest, distributions.slots[i].node);
  return newest;
}

static void
report_editions (QmsCheck *check, int rule, const QmsNode *distribution, const char *first, int64_t one,
                 const char *second, int64_t other)
{
  g_auto (QmsWords) left = qms_words_int (one);
  g_auto (QmsWords) right = qms_words_int (other);
  QmsValue values[] = { qms_value ("document", document_of (distribution)), qms_value_words (first, left),
                        qms_value_words (second, right) };

  qms_check_report_values (check, rule, distribution, QMS_DISTRIBUTION_EDITION, values, G_N_ELEMENTS (values));
}

void
qms_rule_distribution_edition_old (QmsCheck *check, const QmsNode *system)
{
  QmsItems procedures = qms_items (system, QMS_SYSTEM_PROCEDURES);
  g_autoptr (GHashTable) newest = collect_newest (system);

  for (size_t i = 0; newest && i < procedures.count; i++) {
    const QmsNode *procedure = procedures.slots[i].node;
    const Newest *found = g_hash_table_lookup (newest, qms_text (procedure, QMS_PROCEDURE_CODE));
    int64_t edition = qms_procedure_get_edition (procedure);
    if (found && edition > qms_distribution_get_edition (found->any))
      report_editions (check, QMS_RULE_DISTRIBUTION_EDITION_OLD, found->any, "edition", edition, "sent",
                       qms_distribution_get_edition (found->any));
  }
}

void
qms_rule_media_editions_differ (QmsCheck *check, const QmsNode *system)
{
  QmsItems distributions = qms_items (system, QMS_SYSTEM_DISTRIBUTIONS);
  g_autoptr (GHashTable) newest = collect_newest (system);

  for (size_t i = 0; i < distributions.count; i++) {
    const Newest *found = g_hash_table_lookup (newest, document_of (distributions.slots[i].node));
    if (!found || found->any != distributions.slots[i].node || !found->paper || !found->electronic)
      continue;
    int64_t paper = qms_distribution_get_edition (found->paper);
    int64_t electronic = qms_distribution_get_edition (found->electronic);
    if (paper != electronic)
      report_editions (check, QMS_RULE_MEDIA_EDITIONS_DIFFER, found->any, "paper", paper, "electronic", electronic);
  }
}

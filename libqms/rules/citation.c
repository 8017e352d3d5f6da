/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about cited acts and standards: named, once, in force. */
#include "core/text.h"
#include "rules/facts.h"
#include "rules/index.h"

void
qms_rule_citation_without_number (QmsCheck *check, const QmsNode *citation)
{
  if (!qms_filled (citation, QMS_CITATION_NUMBER) && !qms_filled (citation, QMS_CITATION_TITLE))
    qms_check_report (check, QMS_RULE_CITATION_WITHOUT_NUMBER, citation, QMS_CITATION_NUMBER, NULL);
}

void
qms_rule_citation_not_in_force (QmsCheck *check, const QmsNode *citation)
{
  const char *number = qms_citation_get_number (citation);

  if (number && qms_check_is_ended (check, number))
    qms_check_report (check, QMS_RULE_CITATION_NOT_IN_FORCE, citation, QMS_CITATION_NUMBER, "number", number, NULL);
}

static guint
hash_citation (gconstpointer citation)
{
  return qms_text_hash (qms_text (citation, QMS_CITATION_NUMBER)) * 31
         + qms_text_hash (qms_text (citation, QMS_CITATION_CLAUSE));
}

/* Two articles of one act are two citations. */
static gboolean
same_citation (gconstpointer a, gconstpointer b)
{
  return g_str_equal (qms_text (a, QMS_CITATION_NUMBER), qms_text (b, QMS_CITATION_NUMBER))
         && g_str_equal (qms_text (a, QMS_CITATION_CLAUSE), qms_text (b, QMS_CITATION_CLAUSE));
}

static void
check_repeated (QmsCheck *check, QmsItems citations)
{
  g_autoptr (GHashTable) seen = citations.count > 1 ? g_hash_table_new (hash_citation, same_citation) : NULL;

  for (size_t i = 0; seen && i < citations.count; i++) {
    const QmsNode *citation = citations.slots[i].node;
    if (qms_filled (citation, QMS_CITATION_NUMBER) && !g_hash_table_add (seen, (gpointer)citation))
      qms_check_report (check, QMS_RULE_CITATION_REPEATED, citation, QMS_CITATION_NUMBER, "number",
                        qms_text (citation, QMS_CITATION_NUMBER), NULL);
  }
}

void
qms_rule_citation_repeated (QmsCheck *check, const QmsNode *node)
{
  check_repeated (check, qms_items (node, QMS_PROCEDURE_REFERENCES));
  check_repeated (check, qms_items (node, QMS_ADMINISTRATIVE_PROCEDURE_LEGAL_BASES));
}

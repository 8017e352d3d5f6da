/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about cited acts and standards: named, once, in force. */
#include "core/text.h"
#include "rules/index.h"
#include "rules/legal.h"

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

/* Two articles of one act are two citations. */
static char *
identity_of (const QmsNode *citation)
{
  g_autofree char *act = qms_act_identity (citation);

  return g_strconcat (act, "\n", qms_text (citation, QMS_CITATION_CLAUSE), NULL);
}

static void
check_repeated (QmsCheck *check, QmsItems citations)
{
  g_autoptr (GHashTable) seen =
      citations.count > 1 ? g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL) : NULL;

  for (size_t i = 0; seen && i < citations.count; i++) {
    const QmsNode *citation = citations.slots[i].node;
    if (qms_filled (citation, QMS_CITATION_NUMBER) && !g_hash_table_add (seen, identity_of (citation)))
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

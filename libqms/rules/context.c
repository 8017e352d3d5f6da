/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the context of the agency: issues, interested parties, processes, planned changes. */
#include "rules/facts.h"

enum { MONTHS = 12 }; /* between two reviews of the context, unless the framework says otherwise */

/* ---- issues and parties */

void
qms_rule_context_one_sided (QmsCheck *check, const QmsNode *system)
{
  QmsItems issues = qms_items (system, QMS_SYSTEM_ISSUES);
  bool known[QMS_RISK_SOURCE_EXTERNAL + 1] = { false };

  for (size_t i = 0; i < issues.count; i++)
    known[qms_issue_get_source (issues.slots[i].node)] = true;
  for (int source = QMS_RISK_SOURCE_INTERNAL; issues.count > 0 && source <= QMS_RISK_SOURCE_EXTERNAL; source++) {
    QmsValue value = qms_value_label ("source", QMS_ISSUE_SOURCE, source);
    if (!known[source])
      qms_check_report_values (check, QMS_RULE_CONTEXT_ONE_SIDED, system, QMS_SYSTEM_ISSUES, &value, 1);
  }
}

void
qms_rule_party_without_needs (QmsCheck *check, const QmsNode *party)
{
  qms_check_expect (check, qms_interested_party_has_needs (party), QMS_RULE_PARTY_WITHOUT_NEEDS, party,
                    QMS_INTERESTED_PARTY_NEEDS, "name", qms_text (party, QMS_INTERESTED_PARTY_NAME));
}

void
qms_rule_context_review_stale (QmsCheck *check, const QmsNode *node)
{
  uint32_t field = node->type->id == QMS_TYPE_ISSUE ? QMS_ISSUE_REVIEWED : QMS_INTERESTED_PARTY_REVIEWED;
  int months = qms_check_parameter (check, "soThangXemXet", MONTHS);
  int64_t reviewed;

  if (!qms_day (node, field, &reviewed) || reviewed >= qms_months_before (qms_check_today (check), months))
    return;
  g_auto (QmsWords) day = qms_words_day (reviewed);
  g_auto (QmsWords) count = qms_words_int (months);
  QmsValue values[] = { qms_value_words ("date", day), qms_value_words ("months", count) };
  qms_check_report_values (check, QMS_RULE_CONTEXT_REVIEW_STALE, node, field, values, G_N_ELEMENTS (values));
}

/* ---- processes */

void
qms_rule_process_incomplete (QmsCheck *check, const QmsNode *process)
{
  static const QmsPart parts[] = {
    { QMS_PROCESS_OWNER, { "người chịu trách nhiệm", "an owner" } },
    { QMS_PROCESS_INPUTS, { "đầu vào", "inputs" } },
    { QMS_PROCESS_OUTPUTS, { "đầu ra", "outputs" } },
  };

  qms_check_parts (check, QMS_RULE_PROCESS_INCOMPLETE, process, parts, G_N_ELEMENTS (parts), "name",
                   qms_text (process, QMS_PROCESS_NAME));
}

void
qms_rule_process_link_to_itself (QmsCheck *check, const QmsNode *link)
{
  qms_check_expect (check, qms_node_resolve (link, QMS_PROCESS_LINK_TO) != link->parent,
                    QMS_RULE_PROCESS_LINK_TO_ITSELF, link, QMS_PROCESS_LINK_TO, "name",
                    qms_text (link->parent, QMS_PROCESS_NAME));
}

static void
add_linked (GHashTable *linked, const QmsNode *process)
{
  QmsItems links = qms_items (process, QMS_PROCESS_LINKS);

  if (links.count > 0)
    g_hash_table_add (linked, (gpointer)process);
  for (size_t i = 0; i < links.count; i++)
    g_hash_table_add (linked, qms_node_resolve (links.slots[i].node, QMS_PROCESS_LINK_TO));
}

void
qms_rule_process_isolated (QmsCheck *check, const QmsNode *system)
{
  QmsItems processes = qms_items (system, QMS_SYSTEM_PROCESSES);
  g_autoptr (GHashTable) linked = processes.count > 1 ? g_hash_table_new (NULL, NULL) : NULL;

  for (size_t i = 0; linked && i < processes.count; i++)
    add_linked (linked, processes.slots[i].node);
  for (size_t i = 0; linked && i < processes.count; i++)
    qms_check_expect (check, g_hash_table_contains (linked, processes.slots[i].node), QMS_RULE_PROCESS_ISOLATED,
                      processes.slots[i].node, 0, "name", qms_text (processes.slots[i].node, QMS_PROCESS_NAME));
}

void
qms_rule_process_without_procedure (QmsCheck *check, const QmsNode *process)
{
  qms_check_expect (check, qms_process_has_procedures (process), QMS_RULE_PROCESS_WITHOUT_PROCEDURE, process,
                    QMS_PROCESS_PROCEDURES, "name", qms_text (process, QMS_PROCESS_NAME));
}

/* ---- planned changes */

void
qms_rule_change_incomplete (QmsCheck *check, const QmsNode *change)
{
  static const QmsPart parts[] = {
    { QMS_CHANGE_PURPOSE, { "mục đích", "a purpose" } },
    { QMS_CHANGE_OWNER, { "người chịu trách nhiệm", "an owner" } },
    { QMS_CHANGE_DUE, { "thời hạn", "a date" } },
  };

  qms_check_parts (check, QMS_RULE_CHANGE_INCOMPLETE, change, parts, G_N_ELEMENTS (parts), "title",
                   qms_text (change, QMS_CHANGE_TITLE));
}

void
qms_rule_change_overdue (QmsCheck *check, const QmsNode *change)
{
  qms_check_overdue (check, QMS_RULE_CHANGE_OVERDUE, change, QMS_CHANGE_DUE, QMS_CHANGE_DONE, "title",
                     qms_text (change, QMS_CHANGE_TITLE));
}

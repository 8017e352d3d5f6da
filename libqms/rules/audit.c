/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about internal audits: programme, team, who audits whom, findings, report. */
#include "rules/facts.h"

static const char *
id_of (const QmsNode *audit)
{
  return qms_text (audit, QMS_AUDIT_ID);
}

void
qms_rule_audit_plan_incomplete (QmsCheck *check, const QmsNode *audit)
{
  static const QmsPart parts[] = {
    { QMS_AUDIT_PROGRAMME_NUMBER, { "số chương trình, kế hoạch", "the number of its programme" } },
    { QMS_AUDIT_FROM, { "ngày đánh giá", "its date" } },
    { QMS_AUDIT_SCOPE, { "phạm vi, chuẩn mực", "scope and criteria" } },
    { QMS_AUDIT_TEAM, { "đoàn đánh giá", "a team" } },
    { QMS_AUDIT_UNITS, { "đơn vị được đánh giá", "the units audited" } },
  };

  qms_check_parts (check, QMS_RULE_AUDIT_PLAN_INCOMPLETE, audit, parts, G_N_ELEMENTS (parts), "id", id_of (audit));
}

/* Last day of the audit, as far as is known. */
static bool
end_of (const QmsNode *audit, int64_t *end)
{
  return qms_day (audit, QMS_AUDIT_TO, end) || qms_day (audit, QMS_AUDIT_FROM, end);
}

static void
report_missing_report (QmsCheck *check, const QmsNode *audit, int64_t end)
{
  bool dated = qms_audit_has_reported (audit), concluded = qms_filled (audit, QMS_AUDIT_CONCLUSION);
  const char *vi = dated ? "kết luận" : concluded ? "ngày báo cáo" : "báo cáo";
  const char *en = dated ? "a conclusion" : concluded ? "the date of the report" : "a report";
  g_auto (QmsWords) date = qms_words_day (end);
  QmsValue values[] = { qms_value ("id", id_of (audit)), qms_value_words ("date", date),
                        qms_value_both ("missing", vi, en) };

  if (!dated || !concluded)
    qms_check_report_values (check, QMS_RULE_AUDIT_REPORT_MISSING, audit, QMS_AUDIT_REPORTED, values,
                             G_N_ELEMENTS (values));
}

void
qms_rule_audit_report_missing (QmsCheck *check, const QmsNode *audit)
{
  int64_t end;

  if (end_of (audit, &end) && end < qms_check_today (check))
    report_missing_report (check, audit, end);
}

void
qms_rule_audit_dates_order (QmsCheck *check, const QmsNode *audit)
{
  static const QmsPart dates[] = {
    { QMS_AUDIT_PLANNED, { "kế hoạch", "the plan of" } },
    { QMS_AUDIT_FROM, { "bắt đầu", "the start" } },
    { QMS_AUDIT_TO, { "kết thúc", "the end" } },
    { QMS_AUDIT_REPORTED, { "báo cáo", "the report" } },
  };

  qms_check_dates_order (check, QMS_RULE_AUDIT_DATES_ORDER, audit, dates, G_N_ELEMENTS (dates));
}

void
qms_rule_audit_without_checklist (QmsCheck *check, const QmsNode *audit)
{
  qms_check_expect (check, qms_audit_has_checklist (audit), QMS_RULE_AUDIT_WITHOUT_CHECKLIST, audit,
                    QMS_AUDIT_CHECKLIST, "id", id_of (audit));
}

/* ---- the team */

void
qms_rule_audit_team_without_head (QmsCheck *check, const QmsNode *audit)
{
  QmsItems team = qms_items (audit, QMS_AUDIT_TEAM);
  bool headed = team.count == 0;

  for (size_t i = 0; i < team.count; i++)
    headed = headed || qms_committee_member_get_role (team.slots[i].node) == QMS_COMMITTEE_ROLE_HEAD;
  qms_check_expect (check, headed, QMS_RULE_AUDIT_TEAM_WITHOUT_HEAD, audit, QMS_AUDIT_TEAM, "id", id_of (audit));
}

static const char *
unit_name (const QmsNode *audited)
{
  return qms_text (qms_node_resolve (audited, QMS_AUDITED_UNIT_UNIT), QMS_UNIT_NAME);
}

static void
report_auditor (QmsCheck *check, int rule, const QmsNode *audited, const QmsNode *auditor)
{
  qms_check_report (check, rule, audited, QMS_AUDITED_UNIT_AUDITOR, "auditor", qms_text (auditor, QMS_POSITION_NAME),
                    "unit", unit_name (audited), NULL);
}

void
qms_rule_auditor_audits_own_unit (QmsCheck *check, const QmsNode *audit)
{
  QmsItems units = qms_items (audit, QMS_AUDIT_UNITS);

  for (size_t i = 0; i < units.count; i++) {
    const QmsNode *auditor = qms_node_resolve (units.slots[i].node, QMS_AUDITED_UNIT_AUDITOR);
    const QmsNode *own = auditor ? qms_node_resolve (auditor, QMS_POSITION_UNIT) : NULL;
    if (own && own == qms_node_resolve (units.slots[i].node, QMS_AUDITED_UNIT_UNIT))
      report_auditor (check, QMS_RULE_AUDITOR_AUDITS_OWN_UNIT, units.slots[i].node, auditor);
  }
}

void
qms_rule_auditor_outside_team (QmsCheck *check, const QmsNode *audit)
{
  QmsItems team = qms_items (audit, QMS_AUDIT_TEAM), units = qms_items (audit, QMS_AUDIT_UNITS);
  g_autoptr (GHashTable) members = g_hash_table_new (NULL, NULL);

  for (size_t i = 0; i < team.count; i++)
    g_hash_table_add (members, qms_node_resolve (team.slots[i].node, QMS_COMMITTEE_MEMBER_POSITION));
  for (size_t i = 0; team.count > 0 && i < units.count; i++) {
    const QmsNode *auditor = qms_node_resolve (units.slots[i].node, QMS_AUDITED_UNIT_AUDITOR);
    if (auditor && !g_hash_table_contains (members, auditor))
      report_auditor (check, QMS_RULE_AUDITOR_OUTSIDE_TEAM, units.slots[i].node, auditor);
  }
}

void
qms_rule_audited_unit_without_auditor (QmsCheck *check, const QmsNode *audit)
{
  QmsItems units = qms_items (audit, QMS_AUDIT_UNITS);

  for (size_t i = 0; i < units.count; i++)
    if (!qms_filled (units.slots[i].node, QMS_AUDITED_UNIT_AUDITOR))
      qms_check_report (check, QMS_RULE_AUDITED_UNIT_WITHOUT_AUDITOR, units.slots[i].node, QMS_AUDITED_UNIT_AUDITOR,
                        "id", id_of (audit), "unit", unit_name (units.slots[i].node), NULL);
}

/* ---- findings */

void
qms_rule_audit_finding_without_nonconformity (QmsCheck *check, const QmsNode *audit)
{
  QmsItems findings = qms_items (audit, QMS_AUDIT_FINDINGS);

  for (size_t i = 0; i < findings.count; i++) {
    const QmsNode *finding = findings.slots[i].node;
    int32_t kind = qms_audit_finding_get_kind (finding);
    QmsValue values[] = { qms_value ("id", id_of (audit)), qms_value_label ("kind", QMS_AUDIT_FINDING_KIND, kind) };
    if ((kind == QMS_FINDING_KIND_MAJOR || kind == QMS_FINDING_KIND_MINOR)
        && !qms_filled (finding, QMS_AUDIT_FINDING_NONCONFORMITY))
      qms_check_report_values (check, QMS_RULE_AUDIT_FINDING_WITHOUT_NONCONFORMITY, finding,
                               QMS_AUDIT_FINDING_NONCONFORMITY, values, G_N_ELEMENTS (values));
  }
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about a procedure as a document: identity, life, sections, records. */
#include "rules/facts.h"
#include "rules/index.h"
#include "rules/procedure.h"

bool
qms_procedure_is_tthc (const QmsNode *procedure)
{
  return qms_procedure_get_kind (procedure) == QMS_PROCEDURE_KIND_ADMINISTRATIVE;
}

bool
qms_procedure_is_in_force (const QmsNode *procedure)
{
  return !qms_procedure_has_status (procedure) || qms_procedure_get_status (procedure) == QMS_DOCUMENT_STATUS_IN_FORCE;
}

static const char *
title_of (const QmsNode *procedure)
{
  return qms_text (procedure, QMS_PROCEDURE_TITLE);
}

/* Reports `rule`, whose only value is the title, if `holds` is false. */
static void
expect (QmsCheck *check, bool holds, int rule, const QmsNode *procedure, uint32_t field)
{
  qms_check_expect (check, holds, rule, procedure, field, "title", title_of (procedure));
}

/* ---- identity */

void
qms_rule_procedure_code_repeated (QmsCheck *check, const QmsNode *system)
{
  qms_check_unique (check, QMS_RULE_PROCEDURE_CODE_REPEATED, qms_items (system, QMS_SYSTEM_PROCEDURES),
                    QMS_PROCEDURE_CODE, QMS_PROCEDURE_TITLE, "code");
}

void
qms_rule_procedure_without_code (QmsCheck *check, const QmsNode *procedure)
{
  expect (check, qms_filled (procedure, QMS_PROCEDURE_CODE), QMS_RULE_PROCEDURE_WITHOUT_CODE, procedure,
          QMS_PROCEDURE_CODE);
}

void
qms_rule_procedure_without_kind (QmsCheck *check, const QmsNode *procedure)
{
  expect (check, qms_procedure_has_kind (procedure), QMS_RULE_PROCEDURE_WITHOUT_KIND, procedure, QMS_PROCEDURE_KIND);
}

void
qms_rule_procedure_without_edition (QmsCheck *check, const QmsNode *procedure)
{
  expect (check, qms_procedure_has_edition (procedure), QMS_RULE_PROCEDURE_WITHOUT_EDITION, procedure,
          QMS_PROCEDURE_EDITION);
}

void
qms_rule_procedure_without_issue_date (QmsCheck *check, const QmsNode *procedure)
{
  bool draft = qms_procedure_get_status (procedure) == QMS_DOCUMENT_STATUS_DRAFT;

  expect (check, draft || qms_procedure_has_issue_date (procedure), QMS_RULE_PROCEDURE_WITHOUT_ISSUE_DATE, procedure,
          QMS_PROCEDURE_ISSUE_DATE);
}

void
qms_rule_footer_edition_differs (QmsCheck *check, const QmsNode *procedure)
{
  int64_t cover = qms_procedure_get_edition (procedure), footer = qms_procedure_get_footer_edition (procedure);

  if (!cover || !footer || cover == footer)
    return;
  g_auto (QmsWords) first = qms_words_int (cover);
  g_auto (QmsWords) other = qms_words_int (footer);
  QmsValue values[] = { qms_value ("title", title_of (procedure)), qms_value_words ("cover", first),
                        qms_value_words ("footer", other) };
  qms_check_report_values (check, QMS_RULE_FOOTER_EDITION_DIFFERS, procedure, QMS_PROCEDURE_FOOTER_EDITION, values,
                           G_N_ELEMENTS (values));
}

/* ---- life */

void
qms_rule_procedure_not_in_force (QmsCheck *check, const QmsNode *procedure)
{
  int32_t status = qms_procedure_get_status (procedure);
  QmsValue values[] = { qms_value ("title", title_of (procedure)),
                        qms_value_label ("status", QMS_PROCEDURE_STATUS, status) };

  if (!qms_procedure_is_in_force (procedure) && !qms_check_framework_says_draft (check, procedure))
    qms_check_report_values (check, QMS_RULE_PROCEDURE_NOT_IN_FORCE, procedure, QMS_PROCEDURE_STATUS, values,
                             G_N_ELEMENTS (values));
}

void
qms_rule_procedure_review_overdue (QmsCheck *check, const QmsNode *procedure)
{
  int64_t review;

  if (!qms_day (procedure, QMS_PROCEDURE_REVIEW_DATE, &review) || review >= qms_check_today (check))
    return;
  g_auto (QmsWords) date = qms_words_day (review);
  QmsValue values[] = { qms_value ("title", title_of (procedure)), qms_value_words ("date", date) };
  qms_check_report_values (check, QMS_RULE_PROCEDURE_REVIEW_OVERDUE, procedure, QMS_PROCEDURE_REVIEW_DATE, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_procedure_effective_before_issue (QmsCheck *check, const QmsNode *procedure)
{
  int64_t issue, effect;

  if (!qms_day (procedure, QMS_PROCEDURE_ISSUE_DATE, &issue)
      || !qms_day (procedure, QMS_PROCEDURE_EFFECTIVE_DATE, &effect) || issue <= effect)
    return;
  g_auto (QmsWords) issued = qms_words_day (issue);
  g_auto (QmsWords) effective = qms_words_day (effect);
  QmsValue values[] = { qms_value_words ("effective", effective), qms_value_words ("issued", issued) };
  qms_check_report_values (check, QMS_RULE_PROCEDURE_EFFECTIVE_BEFORE_ISSUE, procedure, QMS_PROCEDURE_EFFECTIVE_DATE,
                           values, G_N_ELEMENTS (values));
}

/* ---- sections */

void
qms_rule_procedure_section_missing (QmsCheck *check, const QmsNode *procedure)
{
  static const struct {
    uint32_t field;
    const char *number, *name[2];
  } sections[] = {
    { QMS_PROCEDURE_PURPOSE, "1", { "mục đích", "purpose" } },
    { QMS_PROCEDURE_SCOPE, "2", { "phạm vi", "scope" } },
    { QMS_PROCEDURE_REFERENCES, "3", { "tài liệu viện dẫn", "reference documents" } },
    { QMS_PROCEDURE_DEFINITIONS, "4", { "định nghĩa, viết tắt", "definitions and abbreviations" } },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (sections); i++) {
    QmsValue values[] = { qms_value ("title", title_of (procedure)), qms_value ("number", sections[i].number),
                          qms_value_both ("section", sections[i].name[0], sections[i].name[1]) };
    if (!qms_filled (procedure, sections[i].field))
      qms_check_report_values (check, QMS_RULE_PROCEDURE_SECTION_MISSING, procedure, sections[i].field, values,
                               G_N_ELEMENTS (values));
  }
}

void
qms_rule_procedure_without_steps (QmsCheck *check, const QmsNode *procedure)
{
  expect (check, qms_procedure_has_steps (procedure), QMS_RULE_PROCEDURE_WITHOUT_STEPS, procedure, QMS_PROCEDURE_STEPS);
}

void
qms_rule_procedure_without_records (QmsCheck *check, const QmsNode *procedure)
{
  expect (check, qms_procedure_has_records (procedure), QMS_RULE_PROCEDURE_WITHOUT_RECORDS, procedure,
          QMS_PROCEDURE_RECORDS);
}

void
qms_rule_procedure_without_tthc (QmsCheck *check, const QmsNode *procedure)
{
  if (qms_procedure_is_tthc (procedure))
    expect (check, qms_check_settled_by (check, procedure) != NULL, QMS_RULE_PROCEDURE_WITHOUT_TTHC, procedure, 0);
}

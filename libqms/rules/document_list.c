/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the lists of internal documents, external documents and records. */
#include "core/text.h"
#include "rules/index.h"
#include "rules/legal.h"

enum { MONTHS = 12 }; /* between two looks at an external document, unless the framework says otherwise */

/* ---- internal documents */

void
qms_rule_document_code_repeated (QmsCheck *check, const QmsNode *system)
{
  qms_check_unique (check, QMS_RULE_DOCUMENT_CODE_REPEATED, qms_items (system, QMS_SYSTEM_DOCUMENTS),
                    QMS_INTERNAL_DOCUMENT_CODE, QMS_INTERNAL_DOCUMENT_TITLE, "code");
}

void
qms_rule_document_without_code (QmsCheck *check, const QmsNode *document)
{
  qms_check_expect (check, qms_filled (document, QMS_INTERNAL_DOCUMENT_CODE), QMS_RULE_DOCUMENT_WITHOUT_CODE, document,
                    QMS_INTERNAL_DOCUMENT_CODE, "title", qms_text (document, QMS_INTERNAL_DOCUMENT_TITLE));
}

void
qms_rule_document_without_date (QmsCheck *check, const QmsNode *document)
{
  bool draft = qms_internal_document_get_status (document) == QMS_DOCUMENT_STATUS_DRAFT;

  qms_check_expect (check, draft || qms_internal_document_has_issue_date (document), QMS_RULE_DOCUMENT_WITHOUT_DATE,
                    document, QMS_INTERNAL_DOCUMENT_ISSUE_DATE, "title",
                    qms_text (document, QMS_INTERNAL_DOCUMENT_TITLE));
}

/* ---- external documents */

void
qms_rule_external_list_empty (QmsCheck *check, const QmsNode *system)
{
  if (!qms_system_has_external_documents (system)
      && !qms_check_framework_says (check, QMS_SYSTEM_EXTERNAL_DOCUMENTS, 0))
    qms_check_report (check, QMS_RULE_EXTERNAL_LIST_EMPTY, system, QMS_SYSTEM_EXTERNAL_DOCUMENTS, NULL);
}

void
qms_rule_external_number_repeated (QmsCheck *check, const QmsNode *system)
{
  QmsItems all = qms_items (system, QMS_SYSTEM_EXTERNAL_DOCUMENTS);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);

  for (size_t i = 0; i < all.count; i++) {
    const QmsNode *external = all.slots[i].node;
    if (qms_filled (external, QMS_EXTERNAL_DOCUMENT_NUMBER) && !g_hash_table_add (seen, qms_act_identity (external)))
      qms_check_report (check, QMS_RULE_EXTERNAL_NUMBER_REPEATED, external, QMS_EXTERNAL_DOCUMENT_NUMBER, "number",
                        qms_text (external, QMS_EXTERNAL_DOCUMENT_NUMBER), NULL);
  }
}

void
qms_rule_external_expired (QmsCheck *check, const QmsNode *external)
{
  int64_t expiry;

  if (!qms_check_has_expired (check, external) || !qms_day (external, QMS_EXTERNAL_DOCUMENT_EXPIRY_DATE, &expiry))
    return;
  g_auto (QmsWords) date = qms_words_day (expiry);
  QmsValue values[] = { qms_value ("number", qms_text (external, QMS_EXTERNAL_DOCUMENT_NUMBER)),
                        qms_value_words ("date", date) };
  qms_check_report_values (check, QMS_RULE_EXTERNAL_EXPIRED, external, QMS_EXTERNAL_DOCUMENT_EXPIRY_DATE, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_external_replaced (QmsCheck *check, const QmsNode *external)
{
  if (qms_check_is_replaced (check, external))
    qms_check_report (check, QMS_RULE_EXTERNAL_REPLACED, external, QMS_EXTERNAL_DOCUMENT_REPLACED_BY, "number",
                      qms_text (external, QMS_EXTERNAL_DOCUMENT_NUMBER), "successor",
                      qms_text (external, QMS_EXTERNAL_DOCUMENT_REPLACED_BY), NULL);
}

void
qms_rule_external_without_number (QmsCheck *check, const QmsNode *external)
{
  qms_check_expect (check, qms_filled (external, QMS_EXTERNAL_DOCUMENT_NUMBER), QMS_RULE_EXTERNAL_WITHOUT_NUMBER,
                    external, QMS_EXTERNAL_DOCUMENT_NUMBER, "title", qms_text (external, QMS_EXTERNAL_DOCUMENT_TITLE));
}

void
qms_rule_external_check_stale (QmsCheck *check, const QmsNode *external)
{
  int months = qms_check_parameter (check, "soThangDanhGia", MONTHS);
  int64_t checked;

  if (!qms_day (external, QMS_EXTERNAL_DOCUMENT_CHECKED, &checked)
      || checked >= qms_months_before (qms_check_today (check), months))
    return;
  g_auto (QmsWords) date = qms_words_day (checked);
  g_auto (QmsWords) count = qms_words_int (months);
  QmsValue values[] = { qms_value ("number", qms_text (external, QMS_EXTERNAL_DOCUMENT_NUMBER)),
                        qms_value_words ("date", date), qms_value_words ("months", count) };
  qms_check_report_values (check, QMS_RULE_EXTERNAL_CHECK_STALE, external, QMS_EXTERNAL_DOCUMENT_CHECKED, values,
                           G_N_ELEMENTS (values));
}

/* ---- records */

void
qms_rule_record_list_empty (QmsCheck *check, const QmsNode *system)
{
  if (!qms_system_has_records (system) && !qms_check_framework_says (check, QMS_SYSTEM_RECORDS, 0))
    qms_check_report (check, QMS_RULE_RECORD_LIST_EMPTY, system, QMS_SYSTEM_RECORDS, NULL);
}

void
qms_rule_record_without_place (QmsCheck *check, const QmsNode *record)
{
  qms_check_expect (check, qms_filled (record, QMS_RECORD_PLACE), QMS_RULE_RECORD_WITHOUT_PLACE, record,
                    QMS_RECORD_PLACE, "name", qms_text (record, QMS_RECORD_NAME));
}

void
qms_rule_record_without_retention (QmsCheck *check, const QmsNode *record)
{
  qms_check_expect (check, qms_record_has_retention (record) || qms_record_get_permanent (record),
                    QMS_RULE_RECORD_WITHOUT_RETENTION, record, QMS_RECORD_RETENTION, "name",
                    qms_text (record, QMS_RECORD_NAME));
}

void
qms_rule_record_retention_conflict (QmsCheck *check, const QmsNode *record)
{
  qms_check_expect (check, !(qms_record_has_retention (record) && qms_record_get_permanent (record)),
                    QMS_RULE_RECORD_RETENTION_CONFLICT, record, QMS_RECORD_RETENTION, "name",
                    qms_text (record, QMS_RECORD_NAME));
}

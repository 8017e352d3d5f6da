/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the signatures on a procedure's cover and its amendments. */
#include "rules/facts.h"

typedef struct {
  uint32_t field;
  const char *done[2]; /* "soạn thảo", "drafted" */
} Signature;

static const Signature signatures[] = {
  { QMS_PROCEDURE_DRAFTED, { "soạn thảo", "drafted" } },
  { QMS_PROCEDURE_REVIEWED, { "soát xét", "reviewed" } },
  { QMS_PROCEDURE_APPROVED, { "phê duyệt", "approved" } },
};

static const Signature issue = { QMS_PROCEDURE_ISSUE_DATE, { "ban hành", "issued" } };

void
qms_rule_approval_missing (QmsCheck *check, const QmsNode *procedure)
{
  for (size_t i = 0; i < G_N_ELEMENTS (signatures); i++) {
    QmsValue values[] = { qms_value ("title", qms_text (procedure, QMS_PROCEDURE_TITLE)),
                          qms_value_both ("what", signatures[i].done[0], signatures[i].done[1]) };
    if (!qms_node_has (procedure, signatures[i].field))
      qms_check_report_values (check, QMS_RULE_APPROVAL_MISSING, procedure, signatures[i].field, values,
                               G_N_ELEMENTS (values));
  }
}

/* ---- dates */

static void
report_order (QmsCheck *check, const QmsNode *procedure, const Signature *earlier, int64_t earlier_day,
              const Signature *later, int64_t later_day)
{
  g_auto (QmsWords) before = qms_words_day (earlier_day);
  g_auto (QmsWords) after = qms_words_day (later_day);
  QmsValue values[] = { qms_value_both ("earlier", earlier->done[0], earlier->done[1]),
                        qms_value_words ("earlier_date", before),
                        qms_value_both ("later", later->done[0], later->done[1]),
                        qms_value_words ("later_date", after) };

  qms_check_report_values (check, QMS_RULE_APPROVAL_DATES_ORDER, procedure, later->field, values,
                           G_N_ELEMENTS (values));
}

static bool
signing_day (const QmsNode *procedure, const Signature *signature, int64_t *day)
{
  const QmsNode *approval = qms_node_get_node (procedure, signature->field);

  return approval && qms_day (approval, QMS_APPROVAL_DATE, day);
}

/* Each date is compared with the last one given before it; a missing one is passed over. */
void
qms_rule_approval_dates_order (QmsCheck *check, const QmsNode *procedure)
{
  const Signature *last = NULL;
  int64_t last_day = 0, day;

  for (size_t i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (signing_day (procedure, &signatures[i], &day)) {
      if (last && day < last_day)
        report_order (check, procedure, last, last_day, &signatures[i], day);
      last = &signatures[i];
      last_day = day;
    }
  if (last && qms_day (procedure, issue.field, &day) && day < last_day)
    report_order (check, procedure, last, last_day, &issue, day);
}

/* ---- positions */

static const QmsNode *
signer (const QmsNode *procedure, const Signature *signature)
{
  return qms_node_resolve (qms_node_get_node (procedure, signature->field), QMS_APPROVAL_POSITION);
}

static void
report_same (QmsCheck *check, const QmsNode *procedure, const QmsNode *position, const Signature *first,
             const Signature *second)
{
  QmsValue values[] = { qms_value ("position", qms_text (position, QMS_POSITION_NAME)),
                        qms_value_both ("first", first->done[0], first->done[1]),
                        qms_value_both ("second", second->done[0], second->done[1]) };

  qms_check_report_values (check, QMS_RULE_APPROVAL_SAME_POSITION, procedure, second->field, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_approval_same_position (QmsCheck *check, const QmsNode *procedure)
{
  for (size_t i = 0; i < G_N_ELEMENTS (signatures); i++)
    for (size_t j = i + 1; j < G_N_ELEMENTS (signatures); j++) {
      const QmsNode *position = signer (procedure, &signatures[i]);
      if (position && position == signer (procedure, &signatures[j]))
        report_same (check, procedure, position, &signatures[i], &signatures[j]);
    }
}

/* ---- amendments */

static char *
edition_words (int64_t edition, int64_t revision)
{
  return revision > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, edition, revision)
                      : g_strdup_printf ("%" G_GINT64_FORMAT, edition);
}

static bool
is_newer (const QmsNode *amendment, int64_t edition, int64_t revision)
{
  int64_t own = qms_amendment_has_edition (amendment) ? qms_amendment_get_edition (amendment) : edition;

  return own > edition || (own == edition && qms_amendment_get_revision (amendment) > revision);
}

static void
report_amendment (QmsCheck *check, const QmsNode *amendment, int64_t edition, int64_t revision)
{
  int64_t own = qms_amendment_has_edition (amendment) ? qms_amendment_get_edition (amendment) : edition;
  g_autofree char *found = edition_words (own, qms_amendment_get_revision (amendment));
  g_autofree char *cover = edition_words (edition, revision);

  qms_check_report (check, QMS_RULE_AMENDMENT_NEWER_THAN_COVER, amendment, QMS_AMENDMENT_EDITION, "found", found,
                    "cover", cover, NULL);
}

void
qms_rule_amendment_newer_than_cover (QmsCheck *check, const QmsNode *procedure)
{
  QmsItems amendments = qms_items (procedure, QMS_PROCEDURE_AMENDMENTS);
  int64_t edition = qms_procedure_get_edition (procedure), revision = qms_procedure_get_revision (procedure);

  if (!qms_procedure_has_edition (procedure))
    return;
  for (size_t i = 0; i < amendments.count; i++)
    if (is_newer (amendments.slots[i].node, edition, revision))
      report_amendment (check, amendments.slots[i].node, edition, revision);
}

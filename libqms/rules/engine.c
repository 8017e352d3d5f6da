/* SPDX-License-Identifier: Apache-2.0 */
/* The engine: one pass over the tree in document order; on each node structure, references, meaning, advice. */
#include "rules/engine.h"
#include "rules/suppression.h"

#include "framework/framework.h"
#include "gen/rules.h"

struct QmsValidator {
  QmsDocument *framework;    /* NULL: the one that the document names */
  QmsActs *acts;             /* NULL: those that ship with the library */
  QmsDocument *suppressions; /* beside the document; NULL: none */
  bool has_day;
  int64_t day; /* days since 1970-01-01; today unless has_day */
  size_t max_findings;
};

enum { DEFAULT_MAX_FINDINGS = 100000 };

/* ---- the framework */

static void
report_unknown (QmsCheck *check, const QmsNode *system, const char *name)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (size_t i = 0; i < qms_framework_count (); i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", qms_framework_id (i));
  qms_check_report (check, QMS_RULE_FRAMEWORK_UNKNOWN, system, QMS_SYSTEM_FRAMEWORK, "name", name ? name : "", "known",
                    known->str, NULL);
}

/* Holds a system against its framework. */
static void
check_framework (QmsCheck *check, const QmsNode *system)
{
  const char *name = qms_system_get_framework (system);

  if (!check->framework && qms_framework_is_shipped (name)
      && qms_framework_load (name, &check->own_framework, NULL) == QMS_OK)
    check->framework = qms_document_root (check->own_framework);
  check->report->held = check->framework != NULL;
  if (check->framework)
    qms_framework_check (check, check->framework, system);
  else
    report_unknown (check, system, name);
}

/* ---- the pass */

static void
run_checks (QmsCheck *check, const QmsPlan *plan, const QmsNode *node)
{
  for (unsigned i = 0; i < plan->n_meaning; i++)
    plan->checks[i]->check (check, node);
  for (unsigned i = plan->n_meaning; i < plan->n_checks && !check->failed; i++)
    plan->checks[i]->check (check, node);
}

/* Each floor is entered only if the node passed the one below. */
static void
check_node (QmsCheck *check, const QmsPlan *plan, const QmsNode *node)
{
  check->node = node;
  check->failed = false;
  qms_check_structure (check, plan, node);
  if (!check->failed)
    qms_check_references (check, plan, node);
  if (check->failed || check->copied)
    return;
  if (node->type->id == QMS_TYPE_SYSTEM)
    check_framework (check, node);
  qms_check_texts (check, plan, node);
  run_checks (check, plan, node);
}

/* Whether a field holds what a case keeps of its system: that is judged in the system. */
static bool
is_copied (const QmsField *field)
{
  return field->id == QMS_CASE_FILE_PROCEDURE || field->id == QMS_CASE_FILE_ROLES || field->id == QMS_CASE_FILE_UNITS
         || field->id == QMS_CASE_FILE_POSITIONS;
}

/* The sample systems of a framework are patterns, not the document's own: they are left out. */
static void
visit (QmsCheck *check, const QmsPlan *plans, const QmsNode *node)
{
  const QmsPlan *plan = &plans[node->type->index];

  check_node (check, plan, node);
  for (uint64_t slots = plan->children & node->present; slots;) {
    const QmsField *field = &node->type->fields[qms_slots_next (&slots)];
    const QmsSlot *items;
    size_t count = qms_node_items (node, field, &items);

    if (field->target->flags & QMS_TYPE_FLAG_SCOPE)
      continue;
    bool copied = check->copied;
    check->copied = copied || is_copied (field);
    for (size_t i = 0; i < count; i++)
      visit (check, plans, items[i].node);
    check->copied = copied;
  }
}

/* ---- the validator */

QmsValidator *
qms_validator_new (void)
{
  QmsValidator *validator = g_new0 (QmsValidator, 1);

  validator->max_findings = DEFAULT_MAX_FINDINGS;
  return validator;
}

void
qms_validator_free (QmsValidator *validator)
{
  if (!validator)
    return;
  qms_document_unref (validator->framework);
  qms_document_unref (validator->suppressions);
  qms_acts_free (validator->acts);
  g_free (validator);
}

void
qms_validator_use_framework (QmsValidator *validator, QmsDocument *framework)
{
  qms_document_unref (validator->framework);
  validator->framework = qms_document_ref (framework);
}

QmsStatus
qms_validator_set_framework (QmsValidator *validator, const char *id, QmsError **error)
{
  QmsDocument *framework = NULL;
  QmsStatus status;

  if (!validator)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "validator", NULL);
  if (id && (status = qms_framework_load (id, &framework, error)) != QMS_OK)
    return status;
  qms_document_unref (validator->framework);
  validator->framework = framework;
  return QMS_OK;
}

static QmsStatus
fail_acts (const QmsReport *report, size_t index, const char *file, QmsError **error)
{
  QmsPlace place = { .file = file,
                     .line = qms_report_line (report, index),
                     .column = qms_report_column (report, index),
                     .path = qms_report_path (report, index) };

  return qms_error_add (error, &qms_gen_rules[QMS_MSG_LEGAL_UNSOUND], &place,
                        QMS_VALUES ({ "rule", { qms_rule_id (qms_report_rule (report, index)), NULL } },
                                    { "text",
                                      { qms_report_message (report, index, QMS_LANG_VI),
                                        qms_report_message (report, index, QMS_LANG_EN) } }));
}

/* What is judged by acts with an error would be judged wrongly. */
static QmsStatus
check_acts (QmsDocument *document, QmsError **error)
{
  g_autoptr (QmsReport) report = NULL;
  QmsStatus status = qms_document_validate (document, &report, error);

  for (size_t i = 0; !status && i < qms_report_count (report); i++)
    if (qms_report_severity (report, i) == QMS_SEVERITY_ERROR)
      status = fail_acts (report, i, qms_document_file (document), error);
  return status;
}

QmsStatus
qms_validator_set_legal (QmsValidator *validator, const char *file, QmsError **error)
{
  g_autoptr (QmsActs) acts = NULL;
  QmsStatus status = QMS_OK;

  if (!validator)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "validator", NULL);
  if (file)
    status = qms_acts_load (file, &acts, error);
  if (acts)
    status = check_acts (qms_acts_document (acts), error);
  if (status)
    return status;
  qms_acts_free (validator->acts);
  validator->acts = g_steal_pointer (&acts);
  return QMS_OK;
}

/* Something that a file of suppressions should not hold. */
static QmsStatus
fail_content (const QmsDocument *document, const QmsField *field, QmsError **error)
{
  const QmsNode *root = document->root;
  const QmsSlot *items;
  size_t count = field->kind == QMS_KIND_NODE ? qms_node_items (root, field, &items) : 0;
  const QmsNode *about = count > 0 ? items[0].node : root;

  return qms_fail (error, QMS_MSG_SUPPRESSIONS_ONLY,
                   &(QmsPlace){ .file = document->file, .line = about->line, .column = about->column }, "expected",
                   qms_field_by_id (QMS_SYSTEM_SUPPRESSIONS)->xml, "found", field->xml, NULL);
}

/* The one form that is accepted: a system that holds suppressions and nothing else. */
static QmsStatus
check_suppressions (const QmsDocument *document, QmsError **error)
{
  const QmsNode *root = document->root;

  QmsStatus status = root ? qms_document_expect (document, QMS_TYPE_SYSTEM, error)
                          : qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "suppressions", NULL);

  if (status)
    return status;
  for (unsigned slot = 0; slot < root->type->n_fields; slot++)
    if (qms_node_present (root, slot) && root->type->fields[slot].id != QMS_SYSTEM_SUPPRESSIONS)
      return fail_content (document, &root->type->fields[slot], error);
  return QMS_OK;
}

QmsStatus
qms_validator_set_suppressions (QmsValidator *validator, QmsDocument *document, QmsError **error)
{
  QmsStatus status;

  if (!validator)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "validator", NULL);
  if (document && (status = check_suppressions (document, error)) != QMS_OK)
    return status;
  qms_document_unref (validator->suppressions);
  validator->suppressions = document ? qms_document_ref (document) : NULL;
  return QMS_OK;
}

QmsStatus
qms_validator_set_as_of (QmsValidator *validator, int32_t year, int32_t month, int32_t day, QmsError **error)
{
  if (!validator)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "validator", NULL);
  if (year != 0 && !qms_date_valid (year, month, day)) {
    g_autofree char *what = g_strdup_printf ("%d-%02d-%02d", year, month, day);
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", what, NULL);
  }
  validator->has_day = year != 0;
  validator->day = validator->has_day ? qms_date_pack (year, month, day).integer : 0;
  return QMS_OK;
}

void
qms_validator_set_max_findings (QmsValidator *validator, size_t max)
{
  if (validator)
    validator->max_findings = max;
}

/* ---- a run */

static QmsCheck
begin (const QmsValidator *validator, QmsDocument *document)
{
  return (QmsCheck){
    .document = document,
    .report = qms_report_new (document, validator->max_findings),
    .scope = qms_document_root (document),
    .framework = validator->framework ? qms_document_root (validator->framework) : NULL,
    .index = qms_index_new (),
    .acts = validator->acts,
    .today = validator->has_day ? validator->day : qms_date_today (),
  };
}

static void
end_pass (QmsCheck *check)
{
  qms_index_free (check->index);
  g_clear_pointer (&check->listed, g_hash_table_unref);
  g_clear_pointer (&check->miscounted, g_ptr_array_unref);
  g_clear_pointer (&check->drafts, g_hash_table_unref);
  qms_document_unref (check->own_framework);
}

static QmsReport *
finish (QmsCheck *check)
{
  check->report->today = check->today;
  qms_report_add_errors (check->report, qms_document_diagnostics (check->document));
  qms_report_sort (check->report);
  return check->report;
}

QmsStatus
qms_validator_run (QmsValidator *validator, QmsDocument *document, QmsReport **report, QmsError **error)
{
  QmsCheck check;

  if (!validator || !document || !report)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "validator, document, report", NULL);
  check = begin (validator, document);
  visit (&check, qms_plans (), check.scope);
  end_pass (&check);
  qms_check_suppressions (&check, check.scope, validator->suppressions);
  *report = finish (&check);
  return QMS_OK;
}

QmsStatus
qms_validator_run_suppressions (QmsValidator *validator, const QmsReport *const *reports, size_t count,
                                QmsReport **report, QmsError **error)
{
  QmsDocument *beside = validator ? validator->suppressions : NULL;
  const QmsSlot *items;
  QmsCheck check;

  if (!beside || (!reports && count > 0) || !report)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", beside ? "reports, report" : "suppressions", NULL);
  check = begin (validator, beside);
  size_t n_items = qms_node_items (check.scope, qms_field_by_id (QMS_SYSTEM_SUPPRESSIONS), &items);
  for (size_t i = 0; i < n_items; i++)
    visit (&check, qms_plans (), items[i].node);
  end_pass (&check);
  qms_check_suppressions_beside (&check, reports, count);
  *report = finish (&check);
  return QMS_OK;
}

QmsStatus
qms_document_validate (QmsDocument *document, QmsReport **report, QmsError **error)
{
  QmsValidator *validator = qms_validator_new ();
  QmsStatus status = qms_validator_run (validator, document, report, error);

  qms_validator_free (validator);
  return status;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* The inspection document: an agency for each report, its verdicts and the items of the checklist. */
#include "core/document.h"
#include "gen/rules.h"
#include "inspection/assessed.h"
#include "inspection/checklist.h"
#include "inspection/verdicts.h"

#include <qms/inspection.h>
#include <qms/model.h>

/* ---- one agency */

static char *
join_reasons (const QmsReasons *reasons, int lang)
{
  GString *text = g_string_new (NULL);
  guint shown = reasons->shown->len;

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *)reasons->shown->pdata[i]);
  if (reasons->count > shown)
    g_string_append_printf (text, lang == QMS_LANG_EN ? "\n… and %zu more findings" : "\n… và %zu phát hiện khác",
                            reasons->count - shown);
  return g_string_free (text, FALSE);
}

static QmsStatus
add_acceptance (QmsNode *item, const QmsAccepted *accepted, QmsError **error)
{
  const QmsSuppression *suppression = accepted->suppression;
  QmsNode *node = qms_checklist_item_add_accepted (item, error);
  QmsStatus status = node ? qms_acceptance_set_rule (node, qms_rule_id (accepted->rule), error) : QMS_ERROR_INTERNAL;

  if (!status && suppression->requirement)
    status = qms_acceptance_set_requirement (node, suppression->requirement, error);
  if (!status)
    status = qms_acceptance_set_path (node, suppression->path, error);
  if (!status)
    status = qms_acceptance_set_count (node, (int64_t)accepted->count, error);
  if (!status)
    status = qms_acceptance_set_who (node, suppression->who, error);
  if (!status)
    status = qms_node_set_text (node, QMS_ACCEPTANCE_UNTIL, suppression->until, error);
  return status ? status : qms_acceptance_set_reason (node, suppression->reason, error);
}

static QmsStatus
add_acceptances (QmsNode *item, const GArray *accepted, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (guint i = 0; accepted && !status && i < accepted->len; i++)
    status = add_acceptance (item, &g_array_index (accepted, QmsAccepted, i), error);
  return status;
}

static QmsStatus
add_item (QmsNode *agency, const QmsChecklistItem *item, const QmsVerdicts *verdicts, int lang, QmsError **error)
{
  const QmsReasons *reasons = g_hash_table_lookup (verdicts->reasons, item->id);
  QmsNode *node = qms_inspected_agency_add_checklist (agency, error);
  g_autofree char *evidence = reasons ? join_reasons (reasons, lang) : NULL;
  QmsStatus status = node ? qms_checklist_item_set_code (node, item->id, error) : QMS_ERROR_INTERNAL;

  if (!status)
    status = qms_checklist_item_set_verdict (node, qms_verdicts_item (verdicts, item->id), error);
  if (!status)
    status = qms_checklist_item_set_question (node, item->title[lang], error);
  if (!status && evidence)
    status = qms_checklist_item_set_evidence (node, evidence, error);
  return status ? status : add_acceptances (node, qms_verdicts_accepted (verdicts, item->id), error);
}

static QmsStatus
add_items (QmsNode *agency, const QmsVerdicts *verdicts, int lang, QmsError **error)
{
  QmsStatus status = QMS_OK;

  for (size_t i = 0; !status && i < qms_gen_n_checklist; i++)
    status = add_item (agency, &qms_gen_checklist[i], verdicts, lang, error);
  return status ? status : add_item (agency, &qms_checklist_other, verdicts, lang, error);
}

/* Name, code and file of the agency; the file's name stands for an agency whose system cannot be read. */
static QmsStatus
identify (QmsNode *agency, const QmsReport *report, QmsError **error)
{
  const QmsNode *own = report->document ? qms_system_get_agency (report->document->root) : NULL;
  const char *file = qms_report_file (report) ? qms_report_file (report) : "-";
  g_autofree char *shown = qms_display_text (file);
  const char *name = own && qms_agency_get_name (own) ? qms_agency_get_name (own) : shown;
  QmsStatus status = qms_inspected_agency_set_name (agency, name, error);

  if (!status && own && qms_agency_has_code (own))
    status = qms_inspected_agency_set_code (agency, qms_agency_get_code (own), error);
  return status ? status : qms_inspected_agency_set_file (agency, shown, error);
}

static QmsStatus
set_verdicts (QmsNode *agency, const QmsVerdicts *verdicts, size_t accepted, QmsError **error)
{
  QmsStatus status = qms_inspected_agency_set_verdict (agency, verdicts->whole, error);

  if (!status)
    status = qms_inspected_agency_set_standard_verdict (agency, verdicts->standard, error);
  if (!status)
    status = qms_inspected_agency_set_framework_verdict (agency, verdicts->framework, error);
  if (!status)
    status = qms_inspected_agency_set_law_verdict (agency, verdicts->law, error);
  if (!status)
    status = qms_inspected_agency_set_accepted (agency, (int64_t)accepted, error);
  if (!status && verdicts->remark)
    status = qms_inspected_agency_set_conclusion (agency, verdicts->remark, error);
  return status;
}

/* Of a file that holds nothing to judge no item was looked at: the reason stands in the remarks. */
static QmsStatus
add_agency (QmsNode *root, QmsInspecting *inspecting, const QmsReport *report, QmsError **error)
{
  g_auto (QmsVerdicts) verdicts;
  QmsNode *agency = qms_inspection_add_agencies (root, error);
  QmsStatus status = agency ? identify (agency, report, error) : QMS_ERROR_INTERNAL;

  qms_verdicts_draw (&verdicts, inspecting, report);
  if (!status)
    status = set_verdicts (agency, &verdicts, qms_report_suppressed_count (report), error);
  return status || !verdicts.assessed ? status : add_items (agency, &verdicts, inspecting->lang, error);
}

/* ---- all of them */

/* Whether a report is about an agency; adds to `skipped` why it is not. A file with nothing but suppressions stands beside
 * systems and is none. */
static bool
is_of_agency (const QmsReport *report, QmsError **skipped)
{
  const QmsNode *root = report->document ? report->document->root : NULL;
  QmsPlace place = { .file = qms_report_file (report), .line = root ? root->line : 0 };

  if (!root)
    return true;
  if (qms_document_expect (report->document, QMS_TYPE_SYSTEM, skipped))
    return false;
  if (!qms_system_is_empty (root) || !qms_system_has_suppressions (root))
    return true;
  qms_fail (skipped, QMS_MSG_SYSTEM_EMPTY, &place, NULL);
  return false;
}

QmsStatus
qms_inspection_draw (const QmsReport *const *reports, size_t count, const char *framework, int32_t least, int32_t lang,
                     QmsDocument **inspection, QmsError **skipped, QmsError **error)
{
  g_autoptr (QmsDocument) document = qms_document_new (QMS_TYPE_INSPECTION);
  g_autoptr (GHashTable) frameworks =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)qms_document_unref);
  QmsInspecting inspecting = { framework, frameworks, least, lang == QMS_LANG_EN ? QMS_LANG_EN : QMS_LANG_VI };
  QmsStatus status = QMS_OK;

  if ((count > 0 && !reports) || !inspection || least < QMS_SEVERITY_INFO || least > QMS_SEVERITY_ERROR)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", inspection ? "reports, least" : "inspection", NULL);
  for (size_t i = 0; !status && i < count; i++)
    if (is_of_agency (reports[i], skipped))
      status = add_agency (document->root, &inspecting, reports[i], error);
  if (!status)
    *inspection = g_steal_pointer (&document);
  return status;
}

size_t
qms_inspection_count (QmsDocument *inspection, int32_t verdict)
{
  const QmsNode *root = inspection ? inspection->root : NULL;
  size_t count = 0;

  for (size_t i = 0; root && i < qms_node_count (root, QMS_INSPECTION_AGENCIES); i++)
    count += qms_inspected_agency_get_verdict (qms_inspection_get_agencies (root, i)) == verdict;
  return count;
}

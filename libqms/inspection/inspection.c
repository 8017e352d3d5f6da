/* SPDX-License-Identifier: Apache-2.0 */
/* The inspection document: an agency for each report, its verdicts and the items of the checklist. */
#include "core/document.h"
#include "gen/rules.h"
#include "inspection/assessed.h"
#include "inspection/checklist.h"
#include "inspection/verdicts.h"

#include <qms/inspection.h>
#include <qms/model.h>

enum { SHOWN = 3 }; /* findings named as evidence of an item */

/* ---- one agency */

static char *
join_reasons (const GPtrArray *reasons, int lang)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (reasons->len, SHOWN); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *)reasons->pdata[i]);
  if (reasons->len > SHOWN)
    g_string_append_printf (text, lang == QMS_LANG_EN ? "\n… and %u more findings" : "\n… và %u phát hiện khác",
                            reasons->len - SHOWN);
  return g_string_free (text, FALSE);
}

static QmsStatus
add_item (QmsNode *agency, const QmsChecklistItem *item, const QmsVerdicts *verdicts, int lang, QmsError **error)
{
  const GPtrArray *reasons = g_hash_table_lookup (verdicts->reasons, item->id);
  QmsNode *node = qms_inspected_agency_add_checklist (agency, error);
  g_autofree char *evidence = reasons ? join_reasons (reasons, lang) : NULL;
  QmsStatus status = node ? qms_checklist_item_set_code (node, item->id, error) : QMS_ERROR_INTERNAL;

  if (!status)
    status = qms_checklist_item_set_verdict (node, qms_verdicts_item (verdicts, item->id), error);
  if (!status)
    status = qms_checklist_item_set_question (node, item->title[lang], error);
  if (!status && evidence)
    status = qms_checklist_item_set_evidence (node, evidence, error);
  return status;
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
set_verdicts (QmsNode *agency, const QmsVerdicts *verdicts, QmsError **error)
{
  QmsStatus status = qms_inspected_agency_set_verdict (agency, verdicts->whole, error);

  if (!status)
    status = qms_inspected_agency_set_standard_verdict (agency, verdicts->standard, error);
  if (!status)
    status = qms_inspected_agency_set_framework_verdict (agency, verdicts->framework, error);
  if (!status)
    status = qms_inspected_agency_set_law_verdict (agency, verdicts->law, error);
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
    status = set_verdicts (agency, &verdicts, error);
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

/* SPDX-License-Identifier: Apache-2.0 */
/* Verdicts drawn from validation reports: which items of the checklist a finding decides, and what follows for an agency. */
#include "core/document.h"
#include "framework/framework.h"
#include "inspection/checklist.h"
#include "rules/report.h"

#include <qms/inspection.h>
#include <qms/model.h>

#include <string.h>

enum { SHOWN = 3 }; /* findings named as evidence of an item */

typedef struct {
  const char *framework;  /* identifier given; NULL: the system's own */
  GHashTable *frameworks; /* identifier → resolved framework, NULL if there is none */
  int least;
} Inspection;

/* What the findings of one report come to. */
typedef struct {
  GHashTable *evidence;          /* identifier of an item → GPtrArray of the messages of its findings */
  bool standard, framework, law; /* whether something was found against it */
} Verdicts;

const QmsChecklistItem *
qms_checklist_find (const char *id)
{
  for (size_t i = 0; i < qms_gen_n_checklist; i++)
    if (g_strcmp0 (qms_gen_checklist[i].id, id) == 0)
      return &qms_gen_checklist[i];
  return NULL;
}

/* ---- items of a finding */

/* Parts A and E are about the system, the others about duties and procedures that acts set. */
static bool
is_of_standard (const char *item)
{
  return *item == 'A' || *item == 'E';
}

static const QmsNode *
framework_of (Inspection *inspection, const QmsReport *report)
{
  const QmsNode *root = report->document ? report->document->root : NULL;
  bool is_system = root && root->type->id == QMS_TYPE_SYSTEM;
  const char *id = inspection->framework ? inspection->framework : is_system ? qms_system_get_framework (root) : NULL;
  QmsDocument *framework = NULL;

  if (!id)
    return NULL;
  if (!g_hash_table_lookup_extended (inspection->frameworks, id, NULL, (gpointer *)&framework)) {
    qms_framework_load (id, &framework, NULL);
    g_hash_table_insert (inspection->frameworks, g_strdup (id), framework);
  }
  return framework ? framework->root : NULL;
}

/* Items that a framework says its requirement decides. */
static const char *
items_of_requirement (const QmsNode *framework, const char *id)
{
  for (size_t i = 0; framework && i < qms_framework_count_requirements (framework); i++) {
    const QmsNode *requirement = qms_framework_get_requirements (framework, i);

    if (g_strcmp0 (qms_requirement_get_id (requirement), id) == 0)
      return qms_requirement_get_items (requirement);
  }
  return NULL;
}

/* Identifiers of items, NULL-terminated. */
static char **
items_of (const QmsReport *report, size_t index, const QmsNode *framework)
{
  const QmsRule *rule = qms_report_rule (report, index);
  const char *requirement = qms_report_requirement (report, index);
  const char *more = requirement ? items_of_requirement (framework, requirement) : NULL;
  g_autoptr (GString) items = g_string_new (more);

  for (size_t i = 0; i < qms_rule_item_count (rule); i++)
    g_string_append_printf (items, "%s%s", items->len > 0 ? " " : "", qms_rule_item (rule, i));
  return items->len > 0 ? g_strsplit (items->str, " ", -1) : g_new0 (char *, 1);
}

/* ---- one report */

static void
note (Verdicts *verdicts, const char *item, const char *message)
{
  GPtrArray *messages = g_hash_table_lookup (verdicts->evidence, item);

  if (!messages) {
    messages = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (verdicts->evidence, g_strdup (item), messages);
  }
  g_ptr_array_add (messages, g_strdup (message));
  if (is_of_standard (item))
    verdicts->standard = true;
  else
    verdicts->law = true;
}

static void
note_finding (Verdicts *verdicts, const QmsReport *report, size_t index, const QmsNode *framework)
{
  const char *rule = qms_rule_id (qms_report_rule (report, index));
  g_autofree char *message = g_strdup_printf ("%s (%s)", qms_report_message (report, index, QMS_LANG_VI), rule);
  g_auto (GStrv) items = items_of (report, index, framework);

  for (char **item = items; *item; item++)
    note (verdicts, *item, message);
  if (qms_report_requirement (report, index))
    verdicts->framework = true;
  else if (!*items)
    verdicts->standard = true;
}

static void
note_report (Verdicts *verdicts, Inspection *inspection, const QmsReport *report)
{
  const QmsNode *framework = framework_of (inspection, report);

  for (size_t i = 0; i < qms_report_count (report); i++)
    if (qms_report_severity (report, i) >= inspection->least && !qms_report_is_suppressed (report, i))
      note_finding (verdicts, report, i, framework);
}

/* ---- the document */

static int32_t
verdict_of (bool found)
{
  return found ? QMS_VERDICT_NOT_CONFORMING : QMS_VERDICT_CONFORMING;
}

static char *
join_messages (const GPtrArray *messages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (messages->len, SHOWN); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *)messages->pdata[i]);
  if (messages->len > SHOWN)
    g_string_append_printf (text, "\n… và %u phát hiện khác", messages->len - SHOWN);
  return g_string_free (text, FALSE);
}

static QmsStatus
add_item (QmsNode *agency, const QmsChecklistItem *item, const GPtrArray *messages, QmsError **error)
{
  QmsNode *node = qms_inspected_agency_add_checklist (agency, error);
  g_autofree char *evidence = messages ? join_messages (messages) : NULL;
  QmsStatus status = node ? qms_checklist_item_set_code (node, item->id, error) : QMS_ERROR_INTERNAL;

  if (!status)
    status = qms_checklist_item_set_verdict (node, verdict_of (messages != NULL), error);
  if (!status)
    status = qms_checklist_item_set_question (node, item->title[QMS_LANG_VI], error);
  if (!status && evidence)
    status = qms_checklist_item_set_evidence (node, evidence, error);
  return status;
}

/* Name, code and file of the agency; the file's name stands for an agency whose system cannot be read. */
static QmsStatus
identify (QmsNode *agency, const QmsReport *report, QmsError **error)
{
  const QmsNode *root = report->document ? report->document->root : NULL;
  const QmsNode *own = root && root->type->id == QMS_TYPE_SYSTEM ? qms_system_get_agency (root) : NULL;
  const char *file = qms_report_file (report) ? qms_report_file (report) : "-";
  g_autofree char *shown = qms_display_text (file);
  const char *name = own && qms_agency_get_name (own) ? qms_agency_get_name (own) : shown;
  QmsStatus status = qms_inspected_agency_set_name (agency, name, error);

  if (!status && own && qms_agency_has_code (own))
    status = qms_inspected_agency_set_code (agency, qms_agency_get_code (own), error);
  return status ? status : qms_inspected_agency_set_file (agency, shown, error);
}

static QmsStatus
set_verdicts (QmsNode *agency, const Verdicts *verdicts, QmsError **error)
{
  bool found = verdicts->standard || verdicts->framework || verdicts->law;
  QmsStatus status = qms_inspected_agency_set_verdict (agency, verdict_of (found), error);

  if (!status)
    status = qms_inspected_agency_set_standard_verdict (agency, verdict_of (verdicts->standard), error);
  if (!status)
    status = qms_inspected_agency_set_framework_verdict (agency, verdict_of (verdicts->framework), error);
  if (!status)
    status = qms_inspected_agency_set_law_verdict (agency, verdict_of (verdicts->law), error);
  return status;
}

/* Of a file that could not be read nothing conforms, and no item was looked at: the reason stands in the remarks. */
static QmsStatus
add_unread (QmsNode *agency, const QmsReport *report, QmsError **error)
{
  const Verdicts nothing = { .standard = true, .framework = true, .law = true };
  QmsStatus status = set_verdicts (agency, &nothing, error);
  const char *why = qms_report_message (report, 0, QMS_LANG_VI);

  return status || !why ? status : qms_inspected_agency_set_conclusion (agency, why, error);
}

static QmsStatus
add_read (QmsNode *agency, Inspection *inspection, const QmsReport *report, QmsError **error)
{
  Verdicts verdicts = { .evidence = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                           (GDestroyNotify)g_ptr_array_unref) };
  QmsStatus status;

  note_report (&verdicts, inspection, report);
  status = set_verdicts (agency, &verdicts, error);
  for (size_t i = 0; !status && i < qms_gen_n_checklist; i++)
    status = add_item (agency, &qms_gen_checklist[i], g_hash_table_lookup (verdicts.evidence, qms_gen_checklist[i].id),
                       error);
  g_hash_table_unref (verdicts.evidence);
  return status;
}

static QmsStatus
add_agency (QmsNode *root, Inspection *inspection, const QmsReport *report, QmsError **error)
{
  QmsNode *agency = qms_inspection_add_agencies (root, error);
  QmsStatus status = agency ? identify (agency, report, error) : QMS_ERROR_INTERNAL;

  if (status)
    return status;
  return report->document ? add_read (agency, inspection, report, error) : add_unread (agency, report, error);
}

QmsStatus
qms_inspection_draw (const QmsReport *const *reports, size_t count, const char *framework, int32_t least,
                     QmsDocument **inspection, QmsError **error)
{
  g_autoptr (QmsDocument) document = qms_document_new (QMS_TYPE_INSPECTION);
  g_autoptr (GHashTable) frameworks =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)qms_document_unref);
  Inspection drawing = { .framework = framework, .frameworks = frameworks, .least = least };
  QmsStatus status = QMS_OK;

  if ((count > 0 && !reports) || !inspection || least < QMS_SEVERITY_INFO || least > QMS_SEVERITY_ERROR)
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", inspection ? "reports, least" : "inspection", NULL);
  for (size_t i = 0; !status && i < count; i++)
    status = add_agency (document->root, &drawing, reports[i], error);
  if (!status)
    *inspection = g_steal_pointer (&document);
  return status;
}

size_t
qms_inspection_conforming (QmsDocument *inspection)
{
  const QmsNode *root = inspection ? inspection->root : NULL;
  size_t conforming = 0;

  for (size_t i = 0; root && i < qms_node_count (root, QMS_INSPECTION_AGENCIES); i++)
    conforming += qms_inspected_agency_get_verdict (qms_inspection_get_agencies (root, i)) == QMS_VERDICT_CONFORMING;
  return conforming;
}

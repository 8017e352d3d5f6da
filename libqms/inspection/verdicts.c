/* SPDX-License-Identifier: Apache-2.0 */
/* Verdicts drawn from one report: which items of the checklist a finding decides, and what follows for the agency. */
#include "inspection/verdicts.h"

#include "core/document.h"
#include "framework/framework.h"
#include "gen/rules.h"
#include "inspection/assessed.h"
#include "inspection/checklist.h"

#include <string.h>

/* Parts A and E are about the system, the others about duties and procedures that acts set. */
static bool
is_of_standard (const char *item)
{
  return *item == 'A' || *item == 'E';
}

/* ---- items of a finding */

static const QmsNode *
framework_of (QmsInspecting *inspecting, const QmsReport *report)
{
  const char *id = inspecting->framework ? inspecting->framework : qms_system_get_framework (report->document->root);
  QmsDocument *framework = NULL;

  if (!report->held || !id)
    return NULL;
  if (!g_hash_table_lookup_extended (inspecting->frameworks, id, NULL, (gpointer *)&framework)) {
    qms_framework_load (id, &framework, NULL);
    g_hash_table_insert (inspecting->frameworks, g_strdup (id), framework);
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
  return g_strsplit (items->len > 0 ? items->str : qms_checklist_other.id, " ", -1);
}

/* "/heThong/mucTieu[MT-1] (line 12): message [QMS-HT-022]" */
static char *
reason_of (const QmsReport *report, size_t index, int lang)
{
  const char *path = qms_report_path (report, index);
  uint32_t line = qms_report_line (report, index);
  g_autofree char *place = line ? g_strdup_printf (lang == QMS_LANG_EN ? "line %u" : "dòng %u", line) : NULL;

  return g_strdup_printf ("%s%s%s%s%s%s [%s]", path ? path : "", path && place ? " (" : "", place ? place : "",
                          path && place ? ")" : "", path || place ? ": " : "", qms_report_message (report, index, lang),
                          qms_rule_id (qms_report_rule (report, index)));
}

/* ---- findings */

static void
note (QmsVerdicts *verdicts, const char *item, char *reason)
{
  GPtrArray *reasons = g_hash_table_lookup (verdicts->reasons, item);

  if (!reasons) {
    reasons = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (verdicts->reasons, g_strdup (item), reasons);
  }
  g_ptr_array_add (reasons, reason);
}

/* What a finding that belongs to no item is against. */
static int32_t *
verdict_by_category (QmsVerdicts *verdicts, const char *category)
{
  if (strcmp (category, "framework") == 0)
    return &verdicts->framework;
  return strcmp (category, "legal") == 0 ? &verdicts->law : &verdicts->standard;
}

static void
note_finding (QmsVerdicts *verdicts, const QmsReport *report, size_t index, const QmsNode *framework, int lang)
{
  const QmsRule *rule = qms_report_rule (report, index);
  g_auto (GStrv) items = items_of (report, index, framework);

  for (char **item = items; *item; item++) {
    note (verdicts, *item, reason_of (report, index, lang));
    if (strcmp (*item, qms_checklist_other.id) == 0)
      *verdict_by_category (verdicts, qms_rule_category (rule)) = QMS_VERDICT_NOT_CONFORMING;
    else
      *(is_of_standard (*item) ? &verdicts->standard : &verdicts->law) = QMS_VERDICT_NOT_CONFORMING;
  }
  if (qms_report_requirement (report, index))
    verdicts->framework = QMS_VERDICT_NOT_CONFORMING;
}

/* That the framework is unknown is no nonconformity: nothing is known of what it asks. */
static bool
is_unknown_framework (const QmsReport *report, size_t index)
{
  return qms_report_finding (report, index)->rule == &qms_gen_rules[QMS_RULE_FRAMEWORK_UNKNOWN];
}

static void
note_findings (QmsVerdicts *verdicts, const QmsInspecting *inspecting, const QmsReport *report,
               const QmsNode *framework)
{
  for (size_t i = 0; i < qms_report_count (report); i++) {
    if (is_unknown_framework (report, i))
      verdicts->remark = reason_of (report, i, inspecting->lang);
    else if (qms_report_severity (report, i) >= inspecting->least && !qms_report_is_suppressed (report, i))
      note_finding (verdicts, report, i, framework, inspecting->lang);
  }
}

/* ---- what follows */

static bool
is_assessed (const QmsVerdicts *verdicts, bool of_standard)
{
  for (size_t i = 0; i < qms_gen_n_checklist; i++)
    if (is_of_standard (qms_gen_checklist[i].id) == of_standard
        && g_hash_table_contains (verdicts->assessed, qms_gen_checklist[i].id))
      return true;
  return false;
}

static void
conclude (int32_t *verdict, bool assessed)
{
  if (*verdict != QMS_VERDICT_NOT_CONFORMING)
    *verdict = assessed ? QMS_VERDICT_CONFORMING : QMS_VERDICT_NOT_ASSESSED;
}

static int32_t
whole_of (const QmsVerdicts *verdicts)
{
  const int32_t parts[] = { verdicts->standard, verdicts->framework, verdicts->law };
  int32_t whole = QMS_VERDICT_CONFORMING;

  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] == QMS_VERDICT_NOT_CONFORMING)
      return parts[i];
    else if (parts[i] == QMS_VERDICT_NOT_ASSESSED)
      whole = parts[i];
  return whole;
}

static void
judge (QmsVerdicts *verdicts, QmsInspecting *inspecting, const QmsReport *report)
{
  const QmsNode *framework = framework_of (inspecting, report);

  verdicts->assessed = qms_assessed_items (report, framework);
  note_findings (verdicts, inspecting, report, framework);
  conclude (&verdicts->standard, is_assessed (verdicts, true));
  conclude (&verdicts->framework, framework != NULL);
  conclude (&verdicts->law, is_assessed (verdicts, false));
  verdicts->whole = whole_of (verdicts);
  if (!framework && !verdicts->remark)
    verdicts->remark = g_strdup (qms_gen_rules[QMS_MSG_FRAMEWORK_NOT_HELD].message[inspecting->lang]);
}

void
qms_verdicts_draw (QmsVerdicts *verdicts, QmsInspecting *inspecting, const QmsReport *report)
{
  *verdicts = (QmsVerdicts){
    .reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref),
    .whole = QMS_VERDICT_NOT_ASSESSED,
    .standard = QMS_VERDICT_NOT_ASSESSED,
    .framework = QMS_VERDICT_NOT_ASSESSED,
    .law = QMS_VERDICT_NOT_ASSESSED,
  };
  if (!report->document)
    verdicts->remark = reason_of (report, 0, inspecting->lang);
  else if (qms_system_is_empty (report->document->root))
    verdicts->remark = g_strdup (qms_gen_rules[QMS_MSG_SYSTEM_EMPTY].message[inspecting->lang]);
  else
    judge (verdicts, inspecting, report);
}

int32_t
qms_verdicts_item (const QmsVerdicts *verdicts, const char *id)
{
  if (g_hash_table_contains (verdicts->reasons, id))
    return QMS_VERDICT_NOT_CONFORMING;
  return id == qms_checklist_other.id || g_hash_table_contains (verdicts->assessed, id) ? QMS_VERDICT_CONFORMING
                                                                                        : QMS_VERDICT_NOT_ASSESSED;
}

void
qms_verdicts_clear (QmsVerdicts *verdicts)
{
  g_hash_table_unref (verdicts->reasons);
  g_clear_pointer (&verdicts->assessed, g_hash_table_unref);
  g_free (verdicts->remark);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Verdicts drawn from one report: which items of the checklist a finding decides, and what follows for the agency. */
#include "inspection/verdicts.h"

#include "core/document.h"
#include "framework/framework.h"
#include "framework/outcome.h"
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

  if (!report->held || !(inspecting->framework || qms_framework_is_shipped (id)))
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

static void
add_items (QmsVerdicts *verdicts, const GPtrArray *elements, const char *items)
{
  for (guint i = 0; i < elements->len; i++) {
    GString *known = g_hash_table_lookup (verdicts->answers, elements->pdata[i]);

    if (known)
      g_string_append_printf (known, " %s", items);
    else
      g_hash_table_insert (verdicts->answers, elements->pdata[i], g_string_new (items));
  }
}

/* Notes which elements answer to requirements that decide items. */
static void
find_answers (QmsVerdicts *verdicts, const QmsReport *report, const QmsNode *framework)
{
  const QmsNode *system = report->document->root, *agency = qms_system_get_agency (system);
  int32_t agency_type = agency ? qms_agency_get_type (agency) : 0;

  for (size_t i = 0; framework && i < qms_framework_count_requirements (framework); i++) {
    const QmsNode *requirement = qms_framework_get_requirements (framework, i);
    const char *items = qms_requirement_get_items (requirement);
    g_auto (QmsOutcome) outcome = { 0 };

    if (!items || !qms_requirement_applies (requirement, agency_type, report->today))
      continue;
    qms_outcome_find (&outcome, framework, requirement, system, report->today);
    add_items (verdicts, outcome.elements, items);
  }
}

/* That something still has to be filled in decides the items that the element at hand answers to; NULL if it is about
 * something else or answers to none. */
static const char *
items_of_unfilled (const QmsVerdicts *verdicts, const QmsFinding *finding)
{
  const GString *items = NULL;

  if (finding->rule != &qms_gen_rules[QMS_RULE_PLACEHOLDER_LEFT]
      && finding->rule != &qms_gen_rules[QMS_RULE_PARAMETER_LEFT])
    return NULL;
  for (const QmsNode *node = finding->node; node && !items; node = node->parent)
    items = g_hash_table_lookup (verdicts->answers, node);
  return items ? items->str : NULL;
}

/* Identifiers of items, each once, NULL-terminated; `*unmet` (may be NULL) tells whether a requirement is not met. */
static char **
items_of (const QmsVerdicts *verdicts, const QmsReport *report, size_t index, const QmsNode *framework, bool *unmet)
{
  const QmsRule *rule = qms_report_rule (report, index);
  const char *requirement = qms_report_requirement (report, index);
  const char *unfilled = items_of_unfilled (verdicts, qms_report_finding (report, index));
  const char *more = requirement ? items_of_requirement (framework, requirement) : unfilled;
  g_autoptr (GString) items = g_string_new (more);

  *unmet = requirement || unfilled;
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
reasons_free (gpointer data)
{
  QmsReasons *reasons = data;

  g_ptr_array_unref (reasons->shown);
  g_free (reasons);
}

static void
note (QmsVerdicts *verdicts, const char *item, const QmsReport *report, size_t index, int lang)
{
  QmsReasons *reasons = g_hash_table_lookup (verdicts->reasons, item);

  if (!reasons) {
    reasons = g_new0 (QmsReasons, 1);
    reasons->shown = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (verdicts->reasons, g_strdup (item), reasons);
  }
  if (reasons->count++ < QMS_REASONS_SHOWN)
    g_ptr_array_add (reasons->shown, reason_of (report, index, lang));
}

static void
note_accepted (QmsVerdicts *verdicts, const char *item, const QmsFinding *finding)
{
  GArray *all = g_hash_table_lookup (verdicts->accepted, item);
  char *key = g_strdup_printf ("%s %p", item, (const void *)finding->suppression);
  QmsAccepted accepted = { finding->rule, finding->suppression, 0 };
  gpointer line;

  if (!all) {
    all = g_array_new (FALSE, FALSE, sizeof (QmsAccepted));
    g_hash_table_insert (verdicts->accepted, g_strdup (item), all);
  }
  if (!g_hash_table_lookup_extended (verdicts->lines, key, NULL, &line)) {
    line = GUINT_TO_POINTER (all->len);
    g_array_append_val (all, accepted);
    g_hash_table_insert (verdicts->lines, g_strdup (key), line);
  }
  g_array_index (all, QmsAccepted, GPOINTER_TO_UINT (line)).count++;
  g_free (key);
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
  const QmsFinding *finding = qms_report_finding (report, index);
  bool unmet;
  g_auto (GStrv) items = items_of (verdicts, report, index, framework, &unmet);

  for (char **item = items; *item; item++) {
    if (g_strv_contains ((const char *const *)item + 1, *item))
      continue;
    if (finding->suppression) {
      note_accepted (verdicts, *item, finding);
      continue;
    }
    note (verdicts, *item, report, index, lang);
    if (strcmp (*item, qms_checklist_other.id) == 0)
      *verdict_by_category (verdicts, qms_rule_category (finding->rule)) = QMS_VERDICT_NOT_CONFORMING;
    else
      *(is_of_standard (*item) ? &verdicts->standard : &verdicts->law) = QMS_VERDICT_NOT_CONFORMING;
  }
  if (unmet && !finding->suppression)
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
    else if (qms_report_severity (report, i) >= inspecting->least || qms_report_is_suppressed (report, i))
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

static bool
lacks_findings (const QmsReport *report, int least)
{
  for (int severity = least; severity <= QMS_SEVERITY_ERROR; severity++)
    if (qms_report_left_out_count (report, severity) > 0)
      return true;
  return false;
}

static void
remark (QmsVerdicts *verdicts, int message, int lang)
{
  if (!verdicts->remark)
    verdicts->remark = g_strdup (qms_gen_rules[message].message[lang]);
}

static void
judge (QmsVerdicts *verdicts, QmsInspecting *inspecting, const QmsReport *report)
{
  const QmsNode *framework = framework_of (inspecting, report);

  verdicts->left_out = lacks_findings (report, inspecting->least);
  verdicts->assessed = qms_assessed_items (report, framework);
  find_answers (verdicts, report, framework);
  note_findings (verdicts, inspecting, report, framework);
  conclude (&verdicts->standard, is_assessed (verdicts, true) && !verdicts->left_out);
  conclude (&verdicts->framework, framework && !verdicts->left_out);
  conclude (&verdicts->law, is_assessed (verdicts, false) && !verdicts->left_out);
  verdicts->whole = whole_of (verdicts);
  if (verdicts->left_out)
    remark (verdicts, QMS_MSG_FINDINGS_LEFT_OUT, inspecting->lang);
  if (!framework)
    remark (verdicts, QMS_MSG_FRAMEWORK_NOT_HELD, inspecting->lang);
}

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

void
qms_verdicts_draw (QmsVerdicts *verdicts, QmsInspecting *inspecting, const QmsReport *report)
{
  *verdicts = (QmsVerdicts){
    .reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, reasons_free),
    .accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref),
    .lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .answers = g_hash_table_new_full (NULL, NULL, NULL, free_string),
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
  if (verdicts->left_out)
    return QMS_VERDICT_NOT_ASSESSED;
  return id == qms_checklist_other.id || g_hash_table_contains (verdicts->assessed, id) ? QMS_VERDICT_CONFORMING
                                                                                        : QMS_VERDICT_NOT_ASSESSED;
}

const GArray *
qms_verdicts_accepted (const QmsVerdicts *verdicts, const char *id)
{
  return g_hash_table_lookup (verdicts->accepted, id);
}

void
qms_verdicts_clear (QmsVerdicts *verdicts)
{
  g_hash_table_unref (verdicts->reasons);
  g_hash_table_unref (verdicts->accepted);
  g_hash_table_unref (verdicts->lines);
  g_hash_table_unref (verdicts->answers);
  g_clear_pointer (&verdicts->assessed, g_hash_table_unref);
  g_free (verdicts->remark);
}

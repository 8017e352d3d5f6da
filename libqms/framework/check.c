/* SPDX-License-Identifier: Apache-2.0 */
/* The check of a system against a framework's requirements. Nothing about one framework stands here. */
#include "core/title.h"
#include "framework/framework.h"
#include "framework/outcome.h"
#include "rules/engine.h"
#include "rules/facts.h"

typedef struct {
  QmsCheck *check;
  const QmsNode *requirement;
  const char *decision; /* that the requirement rests on */
  const char *cite;     /* the same with the clause */
  int severity;         /* QMS_SEVERITY_… */
} Asking;

/* Severity (QMS_SEVERITY_…) of what falls short of a requirement. */
static int
severity_of (const QmsNode *requirement)
{
  switch (qms_requirement_get_severity (requirement)) {
  case QMS_REQUIREMENT_SEVERITY_EXPECTED:
    return QMS_SEVERITY_WARNING;
  case QMS_REQUIREMENT_SEVERITY_RECOMMENDED:
    return QMS_SEVERITY_INFO;
  default:
    return QMS_SEVERITY_ERROR;
  }
}

/* The document that the requirement rests on; the framework itself if it names none. */
static const char *
decision_of (const QmsNode *framework, const QmsNode *requirement)
{
  const char *cites = qms_requirement_get_cites (requirement);

  return cites ? cites : qms_framework_get_title (framework);
}

/* That document with the clause of the standard that the requirement puts into practice. */
static char *
cite_of (const QmsNode *framework, const QmsNode *requirement)
{
  const QmsEnum *standards = qms_field_enum (qms_field_by_id (QMS_FRAMEWORK_STANDARD));
  const char *standard = qms_enum_value_label (standards, qms_framework_get_standard (framework), QMS_LANG_VI);
  const char *clause = qms_requirement_get_clause (requirement), *decision = decision_of (framework, requirement);

  return clause && standard ? g_strdup_printf ("%s (%s: %s)", decision, standard, clause) : g_strdup (decision);
}

static const char *
title_of (const QmsNode *requirement, int lang)
{
  const char *english = qms_requirement_get_title_en (requirement);

  return lang == QMS_LANG_EN && english ? english : qms_requirement_get_title (requirement);
}

enum { MAX_VALUES = 5, ALL = 100 };

/* Reports with up to two values besides those that every such message has. */
static void
report (const Asking *asking, int rule, const QmsNode *node, uint32_t field, QmsValue one, QmsValue other)
{
  const QmsNode *requirement = asking->requirement;
  QmsValue values[MAX_VALUES] = {
    qms_value_both ("title", title_of (requirement, QMS_LANG_VI), title_of (requirement, QMS_LANG_EN)),
    qms_value ("requirement", qms_requirement_get_id (requirement)),
    qms_value ("decision", asking->decision),
    one,
    other,
  };
  size_t count = MAX_VALUES;

  while (!values[count - 1].name)
    count--;
  qms_check_report_item (asking->check, rule, asking->severity, node, field, 0, asking->cite, values, count);
}

static const QmsValue no_value = { NULL, { NULL, NULL } };

/* ---- one function for each way to fall short */

static void
report_number (const Asking *asking, int rule, const QmsNode *node, int64_t number, const char *name, int64_t bound)
{
  g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *wanted = g_strdup_printf ("%" G_GINT64_FORMAT, bound);

  report (asking, rule, node, 0, qms_value ("found", found), qms_value (name, wanted));
}

static void
report_draft (const Asking *asking, const QmsNode *draft)
{
  g_autofree char *vi = qms_node_title (draft, QMS_LANG_VI), *en = qms_node_title (draft, QMS_LANG_EN);
  Asking mild = *asking;

  mild.severity = MIN (asking->severity, QMS_SEVERITY_WARNING);
  report (&mild, QMS_RULE_FRAMEWORK_ONLY_DRAFT, draft, 0, qms_value_both ("name", vi, en), no_value);
}

/* The newest is too old, or the earliest is still to come. */
static void
report_age (const Asking *asking, int rule, const QmsNode *node, int64_t day, int64_t months)
{
  g_auto (QmsWords) found = qms_words_day (day);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, months);

  report (asking, rule, node, 0, qms_value_words ("found", found), qms_value ("months", number));
}

static void
report_undated (const Asking *asking, const QmsNode *first, int64_t months)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, months);

  report (asking, QMS_RULE_FRAMEWORK_UNDATED, first, 0, qms_value ("months", number), no_value);
}

static void
report_order (const Asking *asking, const QmsOutcome *outcome)
{
  g_auto (QmsWords) found = qms_words_day (outcome->newest_day), other = qms_words_day (outcome->other_day);

  report (asking, QMS_RULE_FRAMEWORK_DATES_ORDER, outcome->newest, 0, qms_value_words ("found", found),
          qms_value_words ("other", other));
}

/* Each element that does not do, where all must; else the percentage. */
static void
report_coverage (const Asking *asking, const QmsOutcome *outcome, const QmsNode *system)
{
  int64_t all = outcome->elements->len, good = all - outcome->lacking->len;

  if (outcome->percent < ALL) {
    report_number (asking, QMS_RULE_FRAMEWORK_NOT_COVERED, system, good * ALL / all, "min", outcome->percent);
    return;
  }
  for (guint i = 0; i < outcome->lacking->len; i++) {
    g_autofree char *vi = qms_node_title (outcome->lacking->pdata[i], QMS_LANG_VI);
    g_autofree char *en = qms_node_title (outcome->lacking->pdata[i], QMS_LANG_EN);

    report (asking, QMS_RULE_FRAMEWORK_ELEMENT_LACKING, outcome->lacking->pdata[i], 0, qms_value_both ("name", vi, en),
            no_value);
  }
}

static void
report_unfilled (const Asking *asking, const QmsNode *element)
{
  for (size_t i = 0; i < qms_requirement_count_filled (asking->requirement); i++) {
    const char *name = qms_requirement_get_filled (asking->requirement, i);
    const QmsField *field = qms_type_field_by_name (element->type, name);

    if (qms_requirement_lacks (asking->requirement, element, i))
      report (asking, QMS_RULE_FRAMEWORK_FIELD_MISSING, element, field ? field->id : 0, qms_value ("field", name),
              no_value);
  }
}

static void
report_kind (const Asking *asking, const QmsOutcome *outcome, const QmsNode *system)
{
  switch (outcome->kind) {
  case QMS_OUTCOME_TOO_FEW:
    report_number (asking, QMS_RULE_FRAMEWORK_REQUIREMENT_MISSING, system, outcome->elements->len, "min", outcome->min);
    break;
  case QMS_OUTCOME_ONLY_DRAFT:
    report_draft (asking, outcome->drafts->pdata[0]);
    break;
  case QMS_OUTCOME_TOO_MANY:
    report_number (asking, QMS_RULE_FRAMEWORK_REQUIREMENT_TOO_MANY, outcome->elements->pdata[outcome->max],
                   outcome->elements->len, "max", outcome->max);
    break;
  case QMS_OUTCOME_TOO_OLD:
    report_age (asking, QMS_RULE_FRAMEWORK_TOO_OLD, outcome->newest, outcome->newest_day, outcome->months);
    break;
  case QMS_OUTCOME_ONLY_FUTURE:
    report_age (asking, QMS_RULE_FRAMEWORK_ONLY_FUTURE, outcome->next, outcome->next_day, outcome->months);
    break;
  case QMS_OUTCOME_UNDATED:
    report_undated (asking, outcome->elements->len > 0 ? outcome->elements->pdata[0] : system, outcome->months);
    break;
  case QMS_OUTCOME_NOT_COVERED:
    report_coverage (asking, outcome, system);
    break;
  case QMS_OUTCOME_OUT_OF_ORDER:
    report_order (asking, outcome);
    break;
  case QMS_OUTCOME_MET:
    break;
  }
}

void
qms_outcome_report (QmsCheck *check, const QmsNode *framework, const QmsNode *requirement, const QmsOutcome *outcome,
                    const QmsNode *system)
{
  g_autofree char *cite = cite_of (framework, requirement);
  Asking asking = { check, requirement, decision_of (framework, requirement), cite, severity_of (requirement) };

  report_kind (&asking, outcome, system);
  for (guint i = 0; i < outcome->elements->len; i++)
    report_unfilled (&asking, outcome->elements->pdata[i]);
}

/* ---- what has been said */

static void
note_miscounted (QmsCheck *check, const QmsNode *requirement)
{
  if (!check->miscounted)
    check->miscounted = g_ptr_array_new ();
  g_ptr_array_add (check->miscounted, (gpointer)requirement);
}

/* Whether a requirement chooses elements of a list by a field of theirs; 0: by any. */
static bool
chooses (const QmsNode *requirement, uint32_t list, uint32_t field)
{
  g_autoptr (GPtrArray) way = g_ptr_array_new ();
  const QmsType *type = qms_path_type (qms_requirement_get_path (requirement), way);
  const QmsField *last = type ? way->pdata[way->len - 1] : NULL;
  const char *name = qms_requirement_get_field (requirement);
  const QmsField *chosen = type && name ? qms_type_field_by_name (type, name) : NULL;

  return last && last->id == list && (field == 0 || (chosen && chosen->id == field));
}

bool
qms_check_framework_says (const QmsCheck *check, uint32_t list, uint32_t field)
{
  for (guint i = 0; check->miscounted && i < check->miscounted->len; i++)
    if (chooses (check->miscounted->pdata[i], list, field))
      return true;
  return false;
}

static void
note_draft (QmsCheck *check, gpointer draft)
{
  if (!check->drafts)
    check->drafts = g_hash_table_new (NULL, NULL);
  g_hash_table_add (check->drafts, draft);
}

bool
qms_check_framework_says_draft (const QmsCheck *check, const QmsNode *node)
{
  return check->drafts && g_hash_table_contains (check->drafts, node);
}

/* ---- what rules say */

/* Fields whose absence is a finding of a rule about their element. */
static const uint32_t dates_of_rules[] = { QMS_ANNUAL_PLAN_DATE, QMS_MANAGEMENT_REVIEW_DATE, QMS_SATISFACTION_TO };

/* Whether rules report that none of the elements has its date. */
static bool
is_left_to_rules (const QmsNode *requirement, const QmsOutcome *outcome)
{
  const char *name = qms_requirement_get_date_field (requirement);

  if (outcome->kind != QMS_OUTCOME_UNDATED || outcome->elements->len == 0)
    return false;
  for (size_t i = 0; i < G_N_ELEMENTS (dates_of_rules); i++) {
    const QmsNode *first = outcome->elements->pdata[0];
    const QmsField *date = qms_type_field (first->type, dates_of_rules[i]);

    if (date && g_strcmp0 (date->xml, name) == 0)
      return true;
  }
  return false;
}

/* ---- the requirements */

static void
check_requirement (QmsCheck *check, const QmsNode *framework, const QmsNode *requirement, const QmsNode *system)
{
  g_auto (QmsOutcome) outcome;

  qms_outcome_find (&outcome, framework, requirement, system, qms_check_today (check));
  if (is_left_to_rules (requirement, &outcome))
    outcome.kind = QMS_OUTCOME_MET;
  qms_outcome_report (check, framework, requirement, &outcome, system);
  if (outcome.kind == QMS_OUTCOME_TOO_FEW || outcome.kind == QMS_OUTCOME_TOO_MANY)
    note_miscounted (check, requirement);
  if (outcome.kind == QMS_OUTCOME_ONLY_DRAFT)
    note_draft (check, outcome.drafts->pdata[0]);
}

static void
check_standard (QmsCheck *check, const QmsNode *framework, const QmsNode *system)
{
  int32_t expected = qms_framework_get_standard (framework), found = qms_system_get_standard (system);
  QmsValue values[] = { qms_value ("framework", qms_framework_get_code (framework)),
                        qms_value_label ("expected", QMS_FRAMEWORK_STANDARD, expected),
                        qms_value_label ("found", QMS_SYSTEM_STANDARD, found) };

  if (expected && found && expected != found)
    qms_check_report_values (check, QMS_RULE_FRAMEWORK_STANDARD_MISMATCH, system, QMS_SYSTEM_STANDARD, values,
                             G_N_ELEMENTS (values));
}

void
qms_framework_check (QmsCheck *check, const QmsNode *framework, const QmsNode *system)
{
  const QmsNode *agency = qms_system_get_agency (system);
  int32_t agency_type = agency ? qms_agency_get_type (agency) : 0;

  check_standard (check, framework, system);
  for (size_t i = 0; i < qms_framework_count_requirements (framework); i++) {
    const QmsNode *requirement = qms_framework_get_requirements (framework, i);

    if (qms_requirement_applies (requirement, agency_type, qms_check_today (check)))
      check_requirement (check, framework, requirement, system);
  }
}

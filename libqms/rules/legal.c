/* SPDX-License-Identifier: Apache-2.0 */
/* Rules that hold what a system cites against the data about legal acts. An act that is not known gives no finding. */
#include "rules/engine.h"
#include "rules/facts.h"
#include "rules/legal.h"
#include "rules/procedure.h"

#include "framework/framework.h"
#include "legal/number.h"

#include <string.h>

static const char *
number_of (const QmsAct *act)
{
  return qms_legal_act_get_number (act->node);
}

/* Facts that are not confirmed make a note of what would be a warning. */
static int
severity_of (const QmsAct *act)
{
  return act->confirmed && !act->end_inferred ? 0 : QMS_SEVERITY_INFO;
}

static QmsValue
doubt_of (const QmsAct *act)
{
  if (!act->confirmed)
    return qms_value_both ("doubt", " (thông tin gián tiếp, cần tra cứu lại)", " (second-hand, to be looked up)");
  if (act->end_inferred)
    return qms_value_both ("doubt", " (suy ra từ ngày của văn bản thay thế)", " (inferred from its successor's date)");
  return qms_value ("doubt", "");
}

/* ", được thay thế bởi A, B", or nothing. */
static QmsWords
words_successor (const QmsAct *act)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  size_t count = qms_legal_act_count_replaced_by (act->node);

  for (size_t i = 0; i < count; i++)
    g_string_append_printf (numbers, "%s«%s»", i > 0 ? ", " : "", qms_legal_act_get_replaced_by (act->node, i));
  return (QmsWords){ { g_strconcat (count > 0 ? ", được thay thế bởi " : "", numbers->str, NULL),
                       g_strconcat (count > 0 ? ", replaced by " : "", numbers->str, NULL) } };
}

/* What an old procedure or the document's own list says already is not said again. */
static bool
is_settled (QmsCheck *check, const QmsNode *node)
{
  const QmsNode *parent = node->parent;

  if (node->type->id == QMS_TYPE_EXTERNAL_DOCUMENT)
    return qms_check_has_expired (check, node) || qms_filled (node, QMS_EXTERNAL_DOCUMENT_REPLACED_BY);
  if (parent && parent->type->id == QMS_TYPE_PROCEDURE && qms_procedure_has_status (parent)
      && qms_procedure_get_status (parent) > QMS_DOCUMENT_STATUS_IN_FORCE)
    return true;
  return node->type->id == QMS_TYPE_CITATION && qms_check_is_ended (check, qms_text (node, QMS_CITATION_NUMBER));
}

/* ---- acts and days */

void
qms_rule_act_ended (QmsCheck *check, const QmsNode *node)
{
  const QmsActPlace *place = qms_act_place (node);
  const QmsAct *act = qms_check_act (check, node);

  if (!act || check->today < act->end || is_settled (check, node))
    return;
  g_auto (QmsWords) date = qms_words_day (act->end);
  g_auto (QmsWords) successor = words_successor (act);
  QmsValue values[] = { qms_value ("number", number_of (act)), qms_value_words ("date", date),
                        qms_value_words ("successor", successor), doubt_of (act) };
  qms_check_report_item (check, QMS_RULE_ACT_ENDED, severity_of (act), node, place->number, 0, NULL, values,
                         G_N_ELEMENTS (values));
}

void
qms_rule_act_not_yet (QmsCheck *check, const QmsNode *node)
{
  const QmsActPlace *place = qms_act_place (node);
  const QmsAct *act = qms_check_act (check, node);

  if (!act || act->first == G_MININT64 || check->today >= act->first)
    return;
  g_auto (QmsWords) date = qms_words_day (act->first);
  QmsValue values[] = { qms_value ("number", number_of (act)), qms_value_words ("date", date), doubt_of (act) };
  qms_check_report_item (check, QMS_RULE_ACT_NOT_YET, severity_of (act), node, place->number, 0, NULL, values,
                         G_N_ELEMENTS (values));
}

/* ---- what documents say about an act */

typedef struct {
  uint32_t field;   /* of the node */
  int64_t expected; /* G_MININT64 or G_MAXINT64: not known */
  const char *what[2];
} ActDay;

/* Reports a day that is not the one of the data: by one rule if documents are known to give it, else by the other. */
static void
compare_day (QmsCheck *check, int rule, const QmsNode *node, const QmsAct *act, const ActDay *day)
{
  int64_t found;

  if (day->expected == G_MININT64 || day->expected == G_MAXINT64 || !qms_day (node, day->field, &found)
      || found == day->expected || qms_act_has_other_date (act, found) != (rule == QMS_RULE_ACT_DATE_DISPUTED))
    return;
  g_auto (QmsWords) given = qms_words_day (found);
  g_auto (QmsWords) known = qms_words_day (day->expected);
  QmsValue values[] = { qms_value ("number", number_of (act)), qms_value_both ("what", day->what[0], day->what[1]),
                        qms_value_words ("found", given), qms_value_words ("expected", known), doubt_of (act) };
  qms_check_report_item (check, rule, act->confirmed ? 0 : QMS_SEVERITY_INFO, node, day->field, 0, NULL, values,
                         G_N_ELEMENTS (values));
}

static void
compare_days (QmsCheck *check, int rule, const QmsNode *node)
{
  const QmsActPlace *place = qms_act_place (node);
  const QmsAct *act = qms_check_act (check, node);

  if (!act)
    return;
  ActDay days[] = {
    { place->date, act->issued, { "ngày ban hành", "date of issue" } },
    { place->effective,
      qms_legal_act_has_effective (act->node) ? act->first : G_MININT64,
      { "ngày có hiệu lực", "first day in force" } },
    { place->expiry,
      act->end_inferred ? G_MAXINT64 : act->end,
      { "ngày hết hiệu lực", "first day no longer in force" } },
  };
  for (size_t i = 0; i < G_N_ELEMENTS (days); i++)
    compare_day (check, rule, node, act, &days[i]);
}

void
qms_rule_act_date_differs (QmsCheck *check, const QmsNode *node)
{
  compare_days (check, QMS_RULE_ACT_DATE_DIFFERS, node);
}

void
qms_rule_act_date_disputed (QmsCheck *check, const QmsNode *node)
{
  compare_days (check, QMS_RULE_ACT_DATE_DISPUTED, node);
}

/* ---- procedures */

/* The change of the law that a procedure is held against: the latest that it should know. */
typedef struct {
  const QmsAct *act; /* NULL: none */
  int64_t day;
  bool ended; /* else it came into force in the place of another */
} Change;

static void
consider (Change *change, const QmsAct *act, int64_t day, bool ended, int64_t today)
{
  if (day <= today && (!change->act || day > change->day))
    *change = (Change){ act, day, ended };
}

static void
consider_all (QmsCheck *check, Change *change, QmsItems citations)
{
  for (size_t i = 0; i < citations.count; i++) {
    const QmsAct *act = qms_check_act (check, citations.slots[i].node);
    if (act && act->end != G_MAXINT64 && qms_legal_act_has_replaced_by (act->node))
      consider (change, act, act->end, true, check->today);
    else if (act && act->replaces && act->first != G_MININT64)
      consider (change, act, act->first, false, check->today);
  }
}

/* Day of the last issue or amendment; G_MININT64 if there is none. */
static int64_t
last_revision (const QmsNode *procedure)
{
  QmsItems amendments = qms_items (procedure, QMS_PROCEDURE_AMENDMENTS);
  int64_t last = G_MININT64, day;

  if (qms_day (procedure, QMS_PROCEDURE_ISSUE_DATE, &day))
    last = day;
  for (size_t i = 0; i < amendments.count; i++)
    if (qms_day (amendments.slots[i].node, QMS_AMENDMENT_DATE, &day))
      last = MAX (last, day);
  return last;
}

static void
report_change (QmsCheck *check, const QmsNode *procedure, int64_t revised, const Change *change)
{
  g_auto (QmsWords) last = qms_words_day (revised);
  g_auto (QmsWords) date = qms_words_day (change->day);
  QmsValue values[] = { qms_value ("title", qms_text (procedure, QMS_PROCEDURE_TITLE)),
                        qms_value ("number", number_of (change->act)),
                        change->ended ? qms_value_both ("change", "hết hiệu lực", "was replaced")
                                      : qms_value_both ("change", "có hiệu lực", "came into force"),
                        qms_value_words ("last", last),
                        qms_value_words ("date", date),
                        doubt_of (change->act) };

  qms_check_report_item (check, QMS_RULE_PROCEDURE_OLDER_THAN_ACT, severity_of (change->act), procedure,
                         QMS_PROCEDURE_ISSUE_DATE, 0, NULL, values, G_N_ELEMENTS (values));
}

/* Both what the procedure cites and what its administrative procedures rest on count. Most procedures are younger than
 * any change that the data know. */
void
qms_rule_procedure_older_than_act (QmsCheck *check, const QmsNode *procedure)
{
  int64_t revised = last_revision (procedure);
  const GPtrArray *settled;
  Change change = { NULL, 0, false };

  if (revised == G_MININT64 || revised >= qms_acts_last_change (qms_check_acts (check))
      || !qms_procedure_is_in_force (procedure))
    return;
  settled = qms_check_settled_by (check, procedure);
  consider_all (check, &change, qms_items (procedure, QMS_PROCEDURE_REFERENCES));
  for (guint i = 0; settled && i < settled->len; i++)
    consider_all (check, &change, qms_items (settled->pdata[i], QMS_ADMINISTRATIVE_PROCEDURE_LEGAL_BASES));
  if (change.act && revised < change.day)
    report_change (check, procedure, revised, &change);
}

void
qms_rule_external_list_lacks_act (QmsCheck *check, const QmsNode *procedure)
{
  QmsItems citations = qms_items (procedure, QMS_PROCEDURE_REFERENCES);

  for (size_t i = 0; i < citations.count; i++) {
    const QmsNode *citation = citations.slots[i].node;
    const char *number = qms_text (citation, QMS_CITATION_NUMBER);
    if (*number && !strstr (number, "[[") && qms_check_is_unlisted (check, citation))
      qms_check_report (check, QMS_RULE_EXTERNAL_LIST_LACKS_ACT, citation, QMS_CITATION_NUMBER, "number", number, NULL);
  }
}

/* ---- forms */

/* "; mẫu mới: «…»": the form of the same kind in the set that replaced the old one. */
static QmsWords
words_new_form (const QmsCheck *check, const QmsNode *form, const QmsAct *act)
{
  const QmsAct *next = qms_acts_next_forms (qms_check_acts (check), act);
  const QmsNode *new_form = qms_act_form (next, qms_form_get_kind (form));
  const char *name = new_form ? qms_form_get_name (new_form) : NULL;

  if (!name)
    return (QmsWords){ { g_strdup (""), NULL } };
  return (QmsWords){ { g_strdup_printf ("; mẫu mới: «%s»", name), g_strdup_printf ("; the new form is «%s»", name) } };
}

void
qms_rule_form_of_ended_act (QmsCheck *check, const QmsNode *form)
{
  const QmsAct *act = qms_check_act (check, form);

  if (!act || check->today < act->end || is_settled (check, form))
    return;
  g_auto (QmsWords) date = qms_words_day (act->end);
  g_auto (QmsWords) successor = words_successor (act);
  g_auto (QmsWords) new_form = words_new_form (check, form, act);
  QmsValue values[] = { qms_value ("form", qms_text (form, QMS_FORM_NAME)), qms_value ("basis", number_of (act)),
                        qms_value_words ("date", date), qms_value_words ("successor", successor),
                        qms_value_words ("new", new_form) };
  qms_check_report_item (check, QMS_RULE_FORM_OF_ENDED_ACT, severity_of (act), form, QMS_FORM_BASIS, 0, NULL, values,
                         G_N_ELEMENTS (values));
}

void
qms_rule_form_of_later_act (QmsCheck *check, const QmsNode *form)
{
  const QmsAct *act = qms_check_act (check, form);

  if (!act || act->first == G_MININT64 || check->today >= act->first)
    return;
  g_auto (QmsWords) date = qms_words_day (act->first);
  QmsValue values[] = { qms_value ("form", qms_text (form, QMS_FORM_NAME)), qms_value ("basis", number_of (act)),
                        qms_value_words ("date", date) };
  qms_check_report_item (check, QMS_RULE_FORM_OF_LATER_ACT, severity_of (act), form, QMS_FORM_BASIS, 0, NULL, values,
                         G_N_ELEMENTS (values));
}

/* ---- frameworks */

/* The framework of the run if it is the one that the system says it follows. */
static const QmsNode *
own_framework (const QmsCheck *check, const QmsNode *system)
{
  const char *named = qms_system_get_framework (system);

  if (!check->framework || g_strcmp0 (named, qms_framework_get_code (check->framework)) != 0)
    return NULL;
  return check->framework;
}

void
qms_rule_framework_succeeded (QmsCheck *check, const QmsNode *system)
{
  const QmsNode *framework = own_framework (check, system);
  const char *code = framework ? qms_framework_get_successor (framework) : NULL;
  g_autoptr (QmsDocument) successor = NULL;
  int64_t announced;

  if (!code || qms_framework_load (code, &successor, NULL) != QMS_OK)
    return;
  const QmsNode *decision = qms_framework_get_decision (successor->root);
  if (!decision || !qms_day (decision, QMS_CITATION_DATE, &announced) || announced > check->today)
    return;
  g_auto (QmsWords) date = qms_words_day (announced);
  QmsValue values[] = { qms_value ("framework", qms_text (framework, QMS_FRAMEWORK_CODE)),
                        qms_value ("successor", code), qms_value_words ("date", date) };
  qms_check_report_values (check, QMS_RULE_FRAMEWORK_SUCCEEDED, system, QMS_SYSTEM_FRAMEWORK, values,
                           G_N_ELEMENTS (values));
}

/* Its own last day counts before that of the decision that announced it. */
void
qms_rule_framework_not_in_force (QmsCheck *check, const QmsNode *system)
{
  const QmsNode *framework = own_framework (check, system);
  const QmsNode *decision = framework ? qms_framework_get_decision (framework) : NULL;
  const QmsAct *act = decision ? qms_check_act (check, decision) : NULL;
  int64_t end = act ? act->end : G_MAXINT64;

  if (framework)
    qms_day (framework, QMS_FRAMEWORK_EXPIRY_DATE, &end);
  if (check->today < end)
    return;
  g_auto (QmsWords) date = qms_words_day (end);
  g_auto (QmsWords) successor = act ? words_successor (act) : (QmsWords){ { g_strdup (""), NULL } };
  QmsValue values[] = { qms_value ("framework", qms_text (framework, QMS_FRAMEWORK_CODE)),
                        qms_value_words ("date", date), qms_value_words ("successor", successor) };
  qms_check_report_values (check, QMS_RULE_FRAMEWORK_NOT_IN_FORCE, system, QMS_SYSTEM_FRAMEWORK, values,
                           G_N_ELEMENTS (values));
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Rules that hold forms against the sets of forms that acts prescribe. */
#include "rules/engine.h"
#include "rules/legal.h"

/* The set that replaced the one of an act is not there yet: between the two, the data know of no set at all. */
static bool
is_in_gap (const QmsCheck *check, const QmsAct *next)
{
  return next && next->first != G_MININT64 && check->today < next->first;
}

/* "; đến 15/9/2025 mới có bộ mẫu mới, …" */
static QmsWords
words_gap (const QmsAct *next)
{
  g_auto (QmsWords) date = qms_words_day (next->first);

  return (QmsWords){ { g_strdup_printf ("; đến %s mới có bộ mẫu mới, dữ liệu không có bộ mẫu nào cho thời gian ở giữa",
                                        date.text[QMS_LANG_VI]),
                       g_strdup_printf ("; the new set is of %s only, and the data have none for the time between",
                                        date.text[QMS_LANG_EN]) } };
}

/* "; mẫu mới: «…»": the form of the same kind in the set that stands where the old one stood. */
static QmsWords
words_new_form (const QmsCheck *check, const QmsNode *form, const QmsAct *next)
{
  const QmsNode *new_form = qms_act_form (next, qms_form_get_kind (form));
  const char *name = new_form ? qms_form_get_name (new_form) : NULL, *number = next ? qms_act_number (next) : NULL;

  if (is_in_gap (check, next))
    return words_gap (next);
  if (!name)
    return (QmsWords){ { g_strdup (""), NULL } };
  return (QmsWords){ { g_strdup_printf ("; mẫu mới: «%s» của %s", name, number),
                       g_strdup_printf ("; the new form is «%s» of %s", name, number) } };
}

/* Nobody can be asked to use a set that is not known: in the gap the finding is a note. */
void
qms_rule_form_of_ended_act (QmsCheck *check, const QmsNode *form)
{
  const QmsAct *act = qms_check_act (check, form), *next;
  int severity;

  if (!act || check->today < act->end || qms_act_is_settled (check, form))
    return;
  next = qms_acts_forms_for (qms_check_acts (check), act, qms_form_get_kind (form), check->today);
  severity = is_in_gap (check, next) ? QMS_SEVERITY_INFO : qms_act_end_severity (check, act);
  g_auto (QmsWords) date = qms_words_day (act->end);
  g_auto (QmsWords) successor = qms_act_words_successor (act);
  g_auto (QmsWords) new_form = words_new_form (check, form, next);
  QmsValue values[] = { qms_value ("form", qms_text (form, QMS_FORM_NAME)),
                        qms_value ("basis", qms_act_number (act)),
                        qms_value_words ("date", date),
                        qms_value_words ("successor", successor),
                        qms_act_end_doubt (act),
                        qms_value_words ("new", new_form) };
  qms_check_report_item (check, QMS_RULE_FORM_OF_ENDED_ACT, severity, form, QMS_FORM_BASIS, 0, NULL, values,
                         G_N_ELEMENTS (values));
}

void
qms_rule_form_of_later_act (QmsCheck *check, const QmsNode *form)
{
  const QmsAct *act = qms_check_act (check, form);

  if (!act || act->first == G_MININT64 || check->today >= act->first)
    return;
  g_auto (QmsWords) date = qms_words_day (act->first);
  QmsValue values[] = { qms_value ("form", qms_text (form, QMS_FORM_NAME)), qms_value ("basis", qms_act_number (act)),
                        qms_value_words ("date", date) };
  qms_check_report_item (check, QMS_RULE_FORM_OF_LATER_ACT, qms_act_severity (act), form, QMS_FORM_BASIS, 0, NULL,
                         values, G_N_ELEMENTS (values));
}

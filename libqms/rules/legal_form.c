/* SPDX-License-Identifier: Apache-2.0 */
/* Rules that hold forms against the sets of forms that acts prescribe. */
#include "rules/engine.h"
#include "rules/legal.h"

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

  if (!act || check->today < act->end || qms_act_is_settled (check, form))
    return;
  g_auto (QmsWords) date = qms_words_day (act->end);
  g_auto (QmsWords) successor = qms_act_words_successor (act);
  g_auto (QmsWords) new_form = words_new_form (check, form, act);
  QmsValue values[] = { qms_value ("form", qms_text (form, QMS_FORM_NAME)), qms_value ("basis", qms_act_number (act)),
                        qms_value_words ("date", date), qms_value_words ("successor", successor),
                        qms_value_words ("new", new_form) };
  qms_check_report_item (check, QMS_RULE_FORM_OF_ENDED_ACT, qms_act_severity (act), form, QMS_FORM_BASIS, 0, NULL,
                         values, G_N_ELEMENTS (values));
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

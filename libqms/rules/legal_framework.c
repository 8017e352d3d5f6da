/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the framework that a system follows: for such agencies, in force, without a successor. */
#include "framework/framework.h"
#include "rules/engine.h"
#include "rules/legal.h"

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

/* «a», «b»: the types of agencies that it is for. */
static char *
list_types (const QmsNode *framework, int lang)
{
  GString *types = g_string_new (NULL);

  for (size_t i = 0; i < qms_framework_count_agency_types (framework); i++)
    g_string_append_printf (
        types, "%s«%s»", i > 0 ? ", " : "",
        qms_label (QMS_FRAMEWORK_AGENCY_TYPES, qms_framework_get_agency_types (framework, i), lang));
  return g_string_free (types, FALSE);
}

static bool
is_for (const QmsNode *framework, int32_t type)
{
  size_t count = qms_framework_count_agency_types (framework);

  for (size_t i = 0; i < count; i++)
    if (qms_framework_get_agency_types (framework, i) == type)
      return true;
  return count == 0;
}

void
qms_rule_framework_of_other_agencies (QmsCheck *check, const QmsNode *system)
{
  const QmsNode *framework = own_framework (check, system);
  int32_t type = qms_agency_get_type (qms_system_get_agency (system));

  if (!framework || !type || is_for (framework, type))
    return;
  g_auto (QmsWords) types = { { list_types (framework, QMS_LANG_VI), list_types (framework, QMS_LANG_EN) } };
  QmsValue values[] = { qms_value ("framework", qms_text (framework, QMS_FRAMEWORK_CODE)),
                        qms_value_words ("types", types), qms_value_label ("type", QMS_AGENCY_TYPE, type) };
  qms_check_report_values (check, QMS_RULE_FRAMEWORK_OF_OTHER_AGENCIES, system, QMS_SYSTEM_FRAMEWORK, values,
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
  g_auto (QmsWords) successor = act ? qms_act_words_successor (act) : (QmsWords){ { g_strdup (""), NULL } };
  QmsValue values[] = { qms_value ("framework", qms_text (framework, QMS_FRAMEWORK_CODE)),
                        qms_value_words ("date", date), qms_value_words ("successor", successor) };
  qms_check_report_values (check, QMS_RULE_FRAMEWORK_NOT_IN_FORCE, system, QMS_SYSTEM_FRAMEWORK, values,
                           G_N_ELEMENTS (values));
}

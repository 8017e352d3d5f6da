/* SPDX-License-Identifier: Apache-2.0 */
/* Plans: for each type, which slots need which generic check and which rules run, found out once. */
#include "rules/engine.h"

static bool
is_text (const QmsField *field)
{
  return field->kind == QMS_KIND_STRING || field->kind == QMS_KIND_TEXT;
}

static GRegex *
compile (const QmsField *field)
{
  g_autofree char *whole = g_strdup_printf ("^(?:%s)$", field->pattern);

  return g_regex_new (whole, G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, NULL);
}

static void
plan_field (QmsPlan *plan, const QmsType *type, const QmsField *field)
{
  uint64_t bit = (uint64_t)1 << field->slot;

  if (field->flags & QMS_FLAG_REQUIRED)
    plan->required |= bit;
  if (field->flags & (QMS_FLAG_HAS_MIN | QMS_FLAG_HAS_MAX))
    plan->ranged |= bit;
  if (is_text (field))
    plan->strings |= bit;
  if (field->kind == QMS_KIND_REF)
    plan->references |= bit;
  if (field->kind == QMS_KIND_NODE)
    plan->children |= bit;
  if (field->pattern) {
    if (!plan->patterns)
      plan->patterns = g_new0 (GRegex *, type->n_fields);
    plan->patterns[field->slot] = compile (field);
    plan->codes |= bit;
  }
}

static bool
is_advice (const QmsRuleCheck *check)
{
  return qms_gen_rules[check->rule].severity == QMS_SEVERITY_INFO;
}

static void
add_checks (QmsPlan *plan, unsigned type, bool advice)
{
  for (size_t i = 0; i < qms_gen_n_rule_checks; i++)
    if (qms_gen_rule_checks[i].type == type && is_advice (&qms_gen_rule_checks[i]) == advice)
      plan->checks[plan->n_checks++] = &qms_gen_rule_checks[i];
}

static void
plan_type (QmsPlan *plan, const QmsType *type)
{
  for (unsigned i = 0; i < type->n_fields; i++)
    plan_field (plan, type, &type->fields[i]);
  plan->checks = g_new0 (const QmsRuleCheck *, qms_gen_n_rule_checks);
  add_checks (plan, type->index, false);
  plan->n_meaning = plan->n_checks;
  add_checks (plan, type->index, true);
}

const QmsPlan *
qms_plans (void)
{
  static const QmsPlan *plans;

  if (g_once_init_enter (&plans)) {
    QmsPlan *made = g_new0 (QmsPlan, qms_gen_n_types);
    for (size_t i = 0; i < qms_gen_n_types; i++)
      plan_type (&made[i], qms_gen_types[i]);
    g_once_init_leave (&plans, made);
  }
  return plans;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about steps: rõ người, rõ việc, rõ cách làm, rõ thời gian, rõ trách nhiệm; first receipt, last return. */
#include "core/text.h"
#include "rules/facts.h"
#include "rules/index.h"
#include "rules/procedure.h"
#include "workflow/step.h"

char *
qms_step_name (const QmsNode *step)
{
  static const uint32_t names[] = { QMS_STEP_NUMBER, QMS_STEP_NAME, QMS_STEP_ID };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    if (qms_filled (step, names[i]))
      return g_strdup (qms_text (step, names[i]));
  return g_strdup_printf ("%zu", qms_node_index (step) + 1);
}

static void
report_step (QmsCheck *check, int rule, const QmsNode *step, uint32_t field)
{
  g_autofree char *name = qms_step_name (step);

  qms_check_report (check, rule, step, field, "step", name, NULL);
}

void
qms_rule_step_without_role (QmsCheck *check, const QmsNode *step)
{
  if (!qms_step_has_role (step) && !qms_step_has_unit (step))
    report_step (check, QMS_RULE_STEP_WITHOUT_ROLE, step, QMS_STEP_ROLE);
}

void
qms_rule_step_without_name (QmsCheck *check, const QmsNode *step)
{
  if (!qms_filled (step, QMS_STEP_NAME))
    report_step (check, QMS_RULE_STEP_WITHOUT_NAME, step, QMS_STEP_NAME);
}

void
qms_rule_step_without_method (QmsCheck *check, const QmsNode *step)
{
  if (!qms_filled (step, QMS_STEP_ACTION))
    report_step (check, QMS_RULE_STEP_WITHOUT_METHOD, step, QMS_STEP_ACTION);
}

/* A time in words, such as "theo kế hoạch", is a time. */
static bool
has_time (const QmsNode *step)
{
  QmsItems durations = qms_items (step, QMS_STEP_DURATIONS);

  for (size_t i = 0; i < durations.count; i++)
    if (qms_step_duration_has_value (durations.slots[i].node)
        || qms_filled (durations.slots[i].node, QMS_STEP_DURATION_NOTE))
      return true;
  return false;
}

void
qms_rule_step_without_time (QmsCheck *check, const QmsNode *step)
{
  if (!has_time (step) && !qms_step_is_stopped (step))
    report_step (check, QMS_RULE_STEP_WITHOUT_TIME, step, QMS_STEP_DURATIONS);
}

void
qms_rule_step_without_result (QmsCheck *check, const QmsNode *step)
{
  if (!qms_step_has_outputs (step) && !qms_step_is_stopped (step))
    report_step (check, QMS_RULE_STEP_WITHOUT_RESULT, step, QMS_STEP_OUTPUTS);
}

/* ---- scenarios */

enum { MAX_NAMED = 3 }; /* scenarios named in one message; keeps the run linear where a step lacks thousands */

static void
report_scenarios (QmsCheck *check, const QmsNode *step, const char *names)
{
  g_autofree char *name = qms_step_name (step);

  qms_check_report (check, QMS_RULE_STEP_SCENARIO_WITHOUT_TIME, step, QMS_STEP_DURATIONS, "step", name, "scenario",
                    names, NULL);
}

/* Reports the scenarios of the procedure that are not in `timed`. */
static void
expect_scenarios (QmsCheck *check, const QmsNode *step, GHashTable *timed)
{
  QmsItems scenarios = qms_items (step->parent, QMS_PROCEDURE_SCENARIOS);
  g_autoptr (GString) names = g_string_new (NULL);
  int missing = 0;

  for (size_t i = 0; i < scenarios.count && missing <= MAX_NAMED; i++) {
    const QmsNode *scenario = scenarios.slots[i].node;
    if (g_hash_table_contains (timed, qms_text (scenario, QMS_SCENARIO_ID)))
      continue;
    g_string_append_printf (names, "%s%s", missing > 0 ? ", " : "",
                            missing < MAX_NAMED ? qms_text (scenario, QMS_SCENARIO_NAME) : "…");
    missing++;
  }
  if (missing > 0)
    report_scenarios (check, step, names->str);
}

void
qms_rule_step_scenario_without_time (QmsCheck *check, const QmsNode *step)
{
  QmsItems durations = qms_items (step, QMS_STEP_DURATIONS);
  g_autoptr (GHashTable) timed = NULL;

  if (durations.count == 0 || !qms_node_has (step->parent, QMS_PROCEDURE_SCENARIOS))
    return;
  timed = g_hash_table_new (qms_text_hash, g_str_equal);
  for (size_t i = 0; i < durations.count; i++) {
    const char *scenario = qms_step_duration_get_scenario (durations.slots[i].node);
    if (!scenario)
      return;
    g_hash_table_add (timed, (gpointer)scenario);
  }
  expect_scenarios (check, step, timed);
}

/* ---- the order of steps */

void
qms_rule_step_number_repeated (QmsCheck *check, const QmsNode *procedure)
{
  qms_check_unique (check, QMS_RULE_STEP_NUMBER_REPEATED, qms_items (procedure, QMS_PROCEDURE_STEPS), QMS_STEP_NUMBER,
                    QMS_STEP_NAME, "number");
}

/* A step without a kind is not judged. */
static void
expect_kind (QmsCheck *check, const QmsNode *step, int32_t wanted, int rule)
{
  int32_t kind = qms_step_get_kind (step);
  QmsValue values[] = { qms_value_label ("kind", QMS_STEP_KIND, kind) };

  if (kind != 0 && kind != wanted)
    qms_check_report_values (check, rule, step, QMS_STEP_KIND, values, G_N_ELEMENTS (values));
}

/* The applicant's own steps may come before the receipt and after the return. Where steps have outcomes, the last one
 * need not be an end: see qms_rule_end_without_return. */
void
qms_rule_first_step_not_receipt (QmsCheck *check, const QmsNode *procedure)
{
  QmsItems steps = qms_items (procedure, QMS_PROCEDURE_STEPS);
  size_t first = 0;

  while (first < steps.count && qms_step_is_applicants (steps.slots[first].node))
    first++;
  if (first < steps.count && qms_procedure_is_tthc (procedure))
    expect_kind (check, steps.slots[first].node, QMS_STEP_KIND_RECEIPT, QMS_RULE_FIRST_STEP_NOT_RECEIPT);
}

void
qms_rule_last_step_not_return (QmsCheck *check, const QmsNode *procedure)
{
  QmsItems steps = qms_items (procedure, QMS_PROCEDURE_STEPS);
  size_t end = steps.count;

  while (end > 0 && qms_step_is_applicants (steps.slots[end - 1].node))
    end--;
  if (end > 0 && qms_procedure_is_tthc (procedure) && !qms_check_workflow (check, procedure))
    expect_kind (check, steps.slots[end - 1].node, QMS_STEP_KIND_RETURN, QMS_RULE_LAST_STEP_NOT_RETURN);
}

/* ---- parts of the procedure */

static void
expect_own (QmsCheck *check, const QmsNode *node, uint32_t field)
{
  const QmsNode *target = qms_node_has (node, field) ? qms_node_resolve (node, field) : NULL, *own = node;

  while (own && own->type->id != QMS_TYPE_PROCEDURE)
    own = own->parent;
  if (target && own && target->parent != own)
    qms_check_report (check, QMS_RULE_PART_OF_OTHER_PROCEDURE, node, field, "field",
                      qms_field_xml_name (qms_field_by_id (field)), "id", qms_node_id (target), "other",
                      qms_text (target->parent, QMS_PROCEDURE_TITLE), NULL);
}

void
qms_rule_part_of_other_procedure (QmsCheck *check, const QmsNode *node)
{
  static const uint32_t parts[] = { QMS_STEP_PHASE,       QMS_STEP_DURATION_SCENARIO, QMS_TIME_LIMIT_SCENARIO,
                                    QMS_TIME_LIMIT_PHASE, QMS_FORM_USE_FORM,          QMS_OUTCOME_TARGET,
                                    QMS_OUTCOME_SCENARIO, QMS_BRANCH_TARGET };

  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    if (QMS_FIELD_TYPE_ID (parts[i]) == node->type->id)
      expect_own (check, node, parts[i]);
}

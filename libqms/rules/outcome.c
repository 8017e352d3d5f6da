/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about the outcomes of a step: codes, names, kinds and where they lead. */
#include "core/text.h"
#include "rules/facts.h"
#include "rules/index.h"
#include "rules/procedure.h"
#include "workflow/graph.h"

void
qms_rule_outcome_code_repeated (QmsCheck *check, const QmsNode *step)
{
  qms_check_unique (check, QMS_RULE_OUTCOME_CODE_REPEATED, qms_items (step, QMS_STEP_OUTCOMES), QMS_OUTCOME_CODE,
                    QMS_OUTCOME_NAME, "code");
}

static const char *
code_of (const QmsNode *outcome)
{
  return qms_text (outcome, QMS_OUTCOME_CODE);
}

/* ---- saying more than the order of the steps */

static bool
leads_to_the_next (const QmsNode *step, const QmsNode *outcome)
{
  const QmsNode *next = qms_procedure_get_steps (step->parent, qms_node_index (step) + 1);

  if (!qms_outcome_has_target (outcome))
    return true;
  return next && g_strcmp0 (qms_step_get_id (next), qms_outcome_get_target (outcome)) == 0;
}

void
qms_rule_outcome_superfluous (QmsCheck *check, const QmsNode *step)
{
  QmsItems outcomes = qms_items (step, QMS_STEP_OUTCOMES);
  const QmsNode *only = outcomes.count == 1 ? outcomes.slots[0].node : NULL;
  int32_t kind = only ? qms_outcome_get_kind (only) : 0;

  if (only && (kind == 0 || kind == QMS_OUTCOME_KIND_PROCEED) && !qms_filled (only, QMS_OUTCOME_NAME)
      && !qms_outcome_has_branches (only) && !qms_outcome_has_scenario (only) && leads_to_the_next (step, only))
    qms_check_report (check, QMS_RULE_OUTCOME_SUPERFLUOUS, only, 0, "code", code_of (only), NULL);
}

void
qms_rule_outcome_without_name (QmsCheck *check, const QmsNode *step)
{
  QmsItems outcomes = qms_items (step, QMS_STEP_OUTCOMES);

  for (size_t i = 0; i < outcomes.count && outcomes.count > 1; i++) {
    const QmsNode *outcome = outcomes.slots[i].node;
    if (qms_filled (outcome, QMS_OUTCOME_NAME))
      continue;
    g_autofree char *name = qms_step_name (step);
    qms_check_report (check, QMS_RULE_OUTCOME_WITHOUT_NAME, outcome, QMS_OUTCOME_NAME, "step", name, "code",
                      code_of (outcome), NULL);
  }
}

/* ---- kinds */

static bool
is_last (int32_t kind)
{
  return kind == QMS_OUTCOME_KIND_REFUSE || kind == QMS_OUTCOME_KIND_STOP || kind == QMS_OUTCOME_KIND_WITHDRAW
         || kind == QMS_OUTCOME_KIND_FINISH;
}

static void
report_kind (QmsCheck *check, const QmsNode *outcome, const char *vi, const char *en)
{
  QmsValue values[] = { qms_value ("code", code_of (outcome)),
                        qms_value_label ("kind", QMS_OUTCOME_KIND, qms_outcome_get_kind (outcome)),
                        qms_value_both ("what", vi, en) };

  qms_check_report_values (check, QMS_RULE_OUTCOME_CONTRADICTS_KIND, outcome, QMS_OUTCOME_KIND, values,
                           G_N_ELEMENTS (values));
}

/* An outcome that ends the handling may still lead to the step that hands the refusal over. */
void
qms_rule_outcome_contradicts_kind (QmsCheck *check, const QmsNode *outcome)
{
  int32_t kind = qms_outcome_get_kind (outcome);
  size_t target = kind == QMS_OUTCOME_KIND_SEND_BACK && qms_outcome_has_target (outcome)
                      ? qms_node_index (qms_node_resolve (outcome, QMS_OUTCOME_TARGET))
                      : SIZE_MAX;

  if (is_last (kind) && qms_outcome_has_branches (outcome))
    report_kind (check, outcome, "mở các nhánh song song", "opens branches");
  else if (kind == QMS_OUTCOME_KIND_SEND_BACK && target > qms_node_index (outcome->parent))
    report_kind (check, outcome, "không dẫn về bước trước", "does not lead to an earlier step");
}

/* ---- where they lead */

static const QmsGraphOutcome *
compiled (QmsCheck *check, const QmsNode *outcome, const QmsWorkflow **workflow)
{
  *workflow = qms_check_workflow (check, outcome->parent->parent);
  return qms_graph_outcome (*workflow, qms_node_index (outcome->parent), qms_node_index (outcome));
}

static void
report_wait (QmsCheck *check, const QmsNode *outcome, const QmsNode *step)
{
  g_autofree char *name = qms_step_name (step);
  QmsValue values[] = { qms_value ("code", code_of (outcome)),
                        qms_value_label ("kind", QMS_OUTCOME_KIND, qms_outcome_get_kind (outcome)),
                        qms_value ("step", name) };

  qms_check_report_values (check, QMS_RULE_WAIT_ON_THE_CLOCK, outcome, QMS_OUTCOME_TARGET, values,
                           G_N_ELEMENTS (values));
}

void
qms_rule_wait_on_the_clock (QmsCheck *check, const QmsNode *outcome)
{
  int32_t kind = qms_outcome_get_kind (outcome);
  const QmsGraphOutcome *own;
  const QmsWorkflow *workflow;

  if (kind != QMS_OUTCOME_KIND_SUPPLEMENT && kind != QMS_OUTCOME_KIND_PAYMENT)
    return;
  own = compiled (check, outcome, &workflow);
  if (own && own->target != QMS_WORKFLOW_NONE && qms_workflow_step_counts (workflow, own->target))
    report_wait (check, outcome, qms_procedure_get_steps (outcome->parent->parent, own->target));
}

static bool
goes_elsewhere (const QmsWorkflow *workflow, const QmsGraphOutcome *outcome)
{
  for (size_t i = 0; i < outcome->n_branches; i++)
    if (workflow->steps[outcome->branches[i]].agency)
      return true;
  return outcome->target == QMS_WORKFLOW_NONE || workflow->steps[outcome->target].agency;
}

/* A hand-over that ends the handling here says in its name where the dossier goes. */
void
qms_rule_hand_over_without_agency (QmsCheck *check, const QmsNode *outcome)
{
  const QmsGraphOutcome *own;
  const QmsWorkflow *workflow;

  if (qms_outcome_get_kind (outcome) != QMS_OUTCOME_KIND_HAND_OVER)
    return;
  own = compiled (check, outcome, &workflow);
  if (own && !goes_elsewhere (workflow, own))
    qms_check_report (check, QMS_RULE_HAND_OVER_WITHOUT_AGENCY, outcome, QMS_OUTCOME_TARGET, "code", code_of (outcome),
                      NULL);
}

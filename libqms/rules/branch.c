/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about branches that run at the same time: whether they meet, whether they are left or entered on the way. */
#include "rules/facts.h"
#include "rules/index.h"
#include "rules/procedure.h"
#include "workflow/graph.h"

static const QmsNode *
procedure_of (const QmsNode *outcome)
{
  return outcome->parent->parent;
}

void
qms_rule_branch_alone (QmsCheck *check, const QmsNode *outcome)
{
  QmsItems branches = qms_items (outcome, QMS_OUTCOME_BRANCHES);
  const char *first = branches.count > 0 ? qms_text (branches.slots[0].node, QMS_BRANCH_TARGET) : NULL;
  size_t same = 0;

  for (size_t i = 0; i < branches.count; i++)
    same += g_str_equal (qms_text (branches.slots[i].node, QMS_BRANCH_TARGET), first);
  if (branches.count > 0 && same == branches.count)
    qms_check_report (check, QMS_RULE_BRANCH_ALONE, outcome, QMS_OUTCOME_BRANCHES, "code",
                      qms_text (outcome, QMS_OUTCOME_CODE), NULL);
}

/* ---- meeting */

/* Number of the first branch that cannot come to the meeting, from 1; 0 if all can. */
static size_t
lost_branch (const QmsWorkflow *workflow, const guint8 *meets, const QmsGraphOutcome *outcome)
{
  for (size_t i = 0; i < outcome->n_branches; i++) {
    size_t step = outcome->branches[i];
    if (step != outcome->target && !(meets[step] && workflow->steps[step].section == outcome->split))
      return i + 1;
  }
  return 0;
}

static void
report_lost (QmsCheck *check, const QmsNode *outcome, const char *step)
{
  g_autofree char *vi = step ? g_strdup_printf ("nhánh bắt đầu ở «%s» không về điểm gặp", step) : NULL;
  g_autofree char *en =
      step ? g_strdup_printf ("the one that begins at «%s» does not come to the meeting step", step) : NULL;
  QmsValue values[] = { qms_value ("code", qms_text (outcome, QMS_OUTCOME_CODE)),
                        qms_value_both ("what", step ? vi : "chưa ghi bước gặp nhau (den)",
                                        step ? en : "the meeting step (den) is not given") };

  qms_check_report_values (check, QMS_RULE_BRANCHES_NEVER_MEET, outcome, QMS_OUTCOME_TARGET, values,
                           G_N_ELEMENTS (values));
}

/* An outcome that closes a loop is not judged: its branches began elsewhere. */
void
qms_rule_branches_never_meet (QmsCheck *check, const QmsNode *outcome)
{
  const QmsNode *procedure = procedure_of (outcome);
  const QmsWorkflow *workflow = qms_check_workflow (check, procedure);
  const QmsGraphOutcome *own = qms_graph_outcome (workflow, qms_node_index (outcome->parent), qms_node_index (outcome));
  size_t lost;

  if (!own || own->lost || own->n_branches == 0 || own->back
      || !workflow->steps[qms_node_index (outcome->parent)].reachable)
    return;
  if (own->target == QMS_WORKFLOW_NONE) {
    report_lost (check, outcome, NULL);
    return;
  }
  lost = lost_branch (workflow, qms_check_meets (check, procedure), own);
  if (lost > 0) {
    g_autofree char *name = qms_step_name (qms_procedure_get_steps (procedure, own->branches[lost - 1]));
    report_lost (check, outcome, name);
  }
}

/* ---- leaving and entering */

/* Whether the outcome gives up a meeting that its step could come to. */
static bool
leaves (const QmsWorkflow *workflow, const guint8 *meets, size_t step, const QmsGraphOutcome *outcome)
{
  size_t section = workflow->steps[step].section, target = outcome->target;

  if (section == QMS_WORKFLOW_NONE || !meets[step])
    return false;
  if (target == QMS_WORKFLOW_NONE)
    return outcome->n_branches == 0;
  return target != qms_graph_meeting (workflow, section)
         && !(meets[target] && workflow->steps[target].section == section);
}

void
qms_rule_branch_left (QmsCheck *check, const QmsNode *outcome)
{
  const QmsNode *procedure = procedure_of (outcome);
  const QmsWorkflow *workflow = qms_check_workflow (check, procedure);
  size_t step = qms_node_index (outcome->parent);
  const QmsGraphOutcome *own = qms_graph_outcome (workflow, step, qms_node_index (outcome));

  if (!own || !workflow->steps[step].reachable || !leaves (workflow, qms_check_meets (check, procedure), step, own))
    return;
  g_autofree char *name = qms_step_name (outcome->parent);
  qms_check_report (check, QMS_RULE_BRANCH_LEFT, outcome, 0, "code", qms_text (outcome, QMS_OUTCOME_CODE), "step", name,
                    NULL);
}

void
qms_rule_branch_entered (QmsCheck *check, const QmsNode *procedure)
{
  const QmsWorkflow *workflow = qms_check_workflow (check, procedure);
  const guint8 *meets = qms_check_meets (check, procedure);

  for (size_t i = 0; workflow && i < workflow->n_steps; i++) {
    if (!workflow->steps[i].crossed || workflow->steps[i].section == QMS_WORKFLOW_NONE || !meets[i])
      continue;
    const QmsNode *node = qms_procedure_get_steps (procedure, i);
    g_autofree char *name = qms_step_name (node);
    qms_check_report (check, QMS_RULE_BRANCH_ENTERED, node, 0, "step", name, NULL);
  }
}

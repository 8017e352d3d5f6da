/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about branches that run at the same time: whether they meet, whether they are left or entered on the way. */
#include "rules/facts.h"
#include "rules/index.h"
#include "rules/procedure.h"
#include "workflow/way.h"

/* Ways whatever the scenario: what can meet in one of them is not at fault. */
static const QmsBests *
bests_of (QmsCheck *check, const QmsNode *procedure, QmsQuestion *question)
{
  const QmsBests *bests = qms_check_ways (check, procedure);

  *question = (QmsQuestion){ qms_check_workflow (check, procedure), QMS_GRAPH_EVERY, QMS_WORKFLOW_NONE, true };
  return bests;
}

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
lost_branch (const QmsQuestion *question, const QmsBests *bests, const QmsGraphOutcome *outcome)
{
  for (size_t i = 0; i < outcome->n_branches; i++) {
    size_t step = outcome->branches[i];
    bool meets = step == outcome->target
                 || (bests[step].meets.exists && question->workflow->steps[step].section == outcome->split);
    if (!meets)
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

/* An outcome that closes a loop is not followed: its branches are judged where they begin first. */
void
qms_rule_branches_never_meet (QmsCheck *check, const QmsNode *outcome)
{
  const QmsGraphOutcome *own;
  QmsQuestion question;
  const QmsBests *bests;
  size_t lost;

  if (!qms_outcome_has_branches (outcome))
    return;
  bests = bests_of (check, procedure_of (outcome), &question);
  own = qms_graph_outcome (question.workflow, qms_node_index (outcome->parent), qms_node_index (outcome));
  if (!own || own->back || own->n_branches == 0
      || !question.workflow->steps[qms_node_index (outcome->parent)].reachable)
    return;
  if (own->target == QMS_WORKFLOW_NONE)
    report_lost (check, outcome, NULL);
  else if ((lost = lost_branch (&question, bests, own)) > 0) {
    g_autofree char *name = qms_step_name (qms_procedure_get_steps (procedure_of (outcome), own->branches[lost - 1]));
    report_lost (check, outcome, name);
  }
}

/* ---- leaving and entering */

/* Whether an outcome gives up a meeting that the step could come to, or goes back to before the branches. */
static bool
leaves (const QmsQuestion *question, const QmsBests *bests, size_t step, size_t outcome)
{
  const QmsGraphStep *own = &question->workflow->steps[step];
  const QmsGraphOutcome *taken = &own->outcomes[outcome];

  if (own->section == QMS_WORKFLOW_NONE || !bests[step].meets.exists)
    return false;
  if (taken->back)
    return taken->n_branches == 0 && question->workflow->steps[taken->target].section != own->section;
  return !qms_question_by (question, bests, step, outcome).meets.exists;
}

void
qms_rule_branch_left (QmsCheck *check, const QmsNode *outcome)
{
  size_t step = qms_node_index (outcome->parent), index = qms_node_index (outcome);
  QmsQuestion question;
  const QmsBests *bests = bests_of (check, procedure_of (outcome), &question);

  if (!bests || !qms_graph_outcome (question.workflow, step, index) || !question.workflow->steps[step].reachable
      || !leaves (&question, bests, step, index))
    return;
  g_autofree char *name = qms_step_name (outcome->parent);
  qms_check_report (check, QMS_RULE_BRANCH_LEFT, outcome, 0, "code", qms_text (outcome, QMS_OUTCOME_CODE), "step", name,
                    NULL);
}

void
qms_rule_branch_entered (QmsCheck *check, const QmsNode *procedure)
{
  QmsQuestion question;
  const QmsBests *bests = bests_of (check, procedure, &question);

  for (size_t i = 0; bests && i < question.workflow->n_steps; i++) {
    const QmsGraphStep *step = &question.workflow->steps[i];
    if (!step->crossed || step->section == QMS_WORKFLOW_NONE || !bests[i].meets.exists)
      continue;
    const QmsNode *node = qms_procedure_get_steps (procedure, i);
    g_autofree char *name = qms_step_name (node);
    qms_check_report (check, QMS_RULE_BRANCH_ENTERED, node, 0, "step", name, NULL);
  }
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Rules about workflows as a whole: what is reached, what comes to an end. Procedures without outcomes pass at once. */
#include "core/text.h"
#include "rules/facts.h"
#include "rules/index.h"
#include "rules/procedure.h"
#include "workflow/graph.h"

enum { MAX_NAMED = 3, MOST_WORK = 4 * 1000 * 1000 };

static const QmsNode *
step_node (const QmsNode *procedure, size_t step)
{
  return qms_procedure_get_steps (procedure, step);
}

static void
report_step (QmsCheck *check, int rule, const QmsNode *procedure, size_t step)
{
  const QmsNode *node = step_node (procedure, step);
  g_autofree char *name = qms_step_name (node);

  qms_check_report (check, rule, node, 0, "step", name, NULL);
}

/* Silent where nobody knows where an outcome leads. */
void
qms_rule_step_unreachable (QmsCheck *check, const QmsNode *procedure)
{
  const QmsWorkflow *workflow = qms_check_workflow (check, procedure);

  for (size_t i = 0; workflow && workflow->n_lost == 0 && i < workflow->n_steps; i++)
    if (!workflow->steps[i].reachable)
      report_step (check, QMS_RULE_STEP_UNREACHABLE, procedure, i);
}

/* ---- loops without an exit */

static void
append_name (GString *names, const QmsNode *step, size_t count)
{
  g_autofree char *name = qms_step_name (step);

  if (count > MAX_NAMED)
    return;
  g_string_append (names, count > 0 ? ", " : "");
  if (count < MAX_NAMED)
    g_string_append_printf (names, "«%s»", name);
  else
    g_string_append (names, "…");
}

void
qms_rule_loop_without_exit (QmsCheck *check, const QmsNode *procedure)
{
  const QmsWorkflow *workflow = qms_check_workflow (check, procedure);
  g_autofree guint8 *ends = workflow ? qms_graph_reaches (workflow, QMS_GOAL_END) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  size_t first = 0, count = 0;

  for (size_t i = 0; workflow && i < workflow->n_steps; i++)
    if (workflow->steps[i].reachable && !ends[i]) {
      first = count == 0 ? i : first;
      append_name (names, step_node (procedure, i), count++);
    }
  if (count > 0)
    qms_check_report (check, QMS_RULE_LOOP_WITHOUT_EXIT, step_node (procedure, first), 0, "steps", names->str, NULL);
}

/* ---- scenarios */

typedef struct {
  const QmsWorkflow *workflow;
  size_t scenario;
  guint8 *reached;
  GArray *open; /* size_t */
  bool ends;
  size_t dead_end; /* the first step without an outcome; QMS_WORKFLOW_NONE: none */
} Tour;

static void
visit (Tour *tour, size_t step)
{
  if (step == QMS_WORKFLOW_NONE || tour->reached[step])
    return;
  tour->reached[step] = 1;
  g_array_append_val (tour->open, step);
}

static void
leave (Tour *tour, size_t step)
{
  const QmsGraphStep *own = &tour->workflow->steps[step];
  bool possible = false;

  for (size_t i = 0; i < own->n_outcomes; i++) {
    const QmsGraphOutcome *outcome = &own->outcomes[i];
    if (!qms_graph_possible (outcome, tour->scenario))
      continue;
    possible = true;
    tour->ends = tour->ends || qms_graph_ends (outcome) || outcome->lost;
    for (size_t j = 0; j < outcome->n_branches; j++)
      visit (tour, outcome->branches[j]);
    visit (tour, outcome->target);
  }
  if (!possible && tour->dead_end == QMS_WORKFLOW_NONE)
    tour->dead_end = step;
}

/* Goes everywhere that the scenario allows, loops included. */
static Tour
tour_scenario (const QmsWorkflow *workflow, size_t scenario)
{
  g_autofree guint8 *reached = g_malloc0 (workflow->n_steps + 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (size_t));
  Tour tour = { workflow, scenario, reached, open, false, QMS_WORKFLOW_NONE };

  visit (&tour, 0);
  for (guint i = 0; i < open->len; i++)
    leave (&tour, g_array_index (open, size_t, i));
  return tour;
}

static size_t
count_outcomes (const QmsWorkflow *workflow, bool *differ)
{
  size_t count = 0;

  *differ = false;
  for (size_t i = 0; i < workflow->n_steps; i++) {
    for (size_t j = 0; j < workflow->steps[i].n_outcomes; j++) {
      count += 1 + workflow->steps[i].outcomes[j].n_branches;
      *differ = *differ || workflow->steps[i].outcomes[j].scenario != QMS_WORKFLOW_NONE;
    }
  }
  return count;
}

/* Scenarios differ only if an outcome says so; a procedure with absurdly many of them is looked at in part. */
static size_t
scenarios_to_tour (const QmsWorkflow *workflow)
{
  bool differ;
  size_t outcomes = workflow ? count_outcomes (workflow, &differ) : 0;

  return outcomes > 0 && differ ? MIN (workflow->n_scenarios, MOST_WORK / outcomes) : 0;
}

void
qms_rule_step_dead_end (QmsCheck *check, const QmsNode *procedure)
{
  const QmsWorkflow *workflow = qms_check_workflow (check, procedure);
  size_t scenarios = scenarios_to_tour (workflow);

  for (size_t i = 0; i < scenarios; i++) {
    Tour tour = tour_scenario (workflow, i);
    if (tour.dead_end == QMS_WORKFLOW_NONE)
      continue;
    const QmsNode *step = step_node (procedure, tour.dead_end);
    g_autofree char *name = qms_step_name (step);
    qms_check_report (check, QMS_RULE_STEP_DEAD_END, step, QMS_STEP_OUTCOMES, "step", name, "scenario",
                      workflow->scenarios[i].name, NULL);
  }
}

/* Silent where a dead end, or a loop that no scenario leaves, has been reported. */
void
qms_rule_scenario_without_end (QmsCheck *check, const QmsNode *procedure)
{
  const QmsWorkflow *workflow = qms_check_workflow (check, procedure);
  size_t scenarios = scenarios_to_tour (workflow);
  g_autofree guint8 *ends = scenarios > 0 ? qms_graph_reaches (workflow, QMS_GOAL_END) : NULL;

  for (size_t i = 0; i < scenarios && ends[0]; i++) {
    Tour tour = tour_scenario (workflow, i);
    if (!tour.ends && tour.dead_end == QMS_WORKFLOW_NONE)
      qms_check_report (check, QMS_RULE_SCENARIO_WITHOUT_END, qms_procedure_get_scenarios (procedure, i), 0, "scenario",
                        workflow->scenarios[i].name, NULL);
  }
}

/* ---- ends and receipts */

static bool
ends_well (const QmsGraphStep *step)
{
  for (size_t i = 0; i < step->n_outcomes; i++) {
    int32_t kind = step->outcomes[i].kind;
    if (qms_graph_ends (&step->outcomes[i]) && kind != QMS_OUTCOME_KIND_REFUSE && kind != QMS_OUTCOME_KIND_STOP
        && kind != QMS_OUTCOME_KIND_WITHDRAW)
      return true;
  }
  return false;
}

/* Steps without a kind are not judged, nor what the applicant does at last. */
void
qms_rule_end_without_return (QmsCheck *check, const QmsNode *procedure)
{
  const QmsWorkflow *workflow = qms_procedure_is_tthc (procedure) ? qms_check_workflow (check, procedure) : NULL;

  for (size_t i = 0; workflow && i < workflow->n_steps; i++) {
    const QmsGraphStep *step = &workflow->steps[i];
    if (!step->reachable || step->stopped || step->kind == 0 || step->kind == QMS_STEP_KIND_RETURN || !ends_well (step))
      continue;
    const QmsNode *node = step_node (procedure, i);
    g_autofree char *name = qms_step_name (node);
    QmsValue values[] = { qms_value ("step", name), qms_value_label ("kind", QMS_STEP_KIND, step->kind) };
    qms_check_report_values (check, QMS_RULE_END_WITHOUT_RETURN, node, QMS_STEP_KIND, values, G_N_ELEMENTS (values));
  }
}

static void
report_receipt (QmsCheck *check, const QmsNode *step, const QmsNode *first)
{
  g_autofree char *name = qms_step_name (step), *other = qms_step_name (first);

  qms_check_report (check, QMS_RULE_RECEIPT_REPEATED, step, QMS_STEP_KIND, "step", name, "other", other, NULL);
}

/* Receipts are few; the first of each phase is kept. */
void
qms_rule_receipt_repeated (QmsCheck *check, const QmsNode *procedure)
{
  QmsItems steps = qms_items (procedure, QMS_PROCEDURE_STEPS);
  g_autoptr (GHashTable) receipts = NULL;

  for (size_t i = 0; i < steps.count; i++) {
    const QmsNode *step = steps.slots[i].node;
    if (qms_step_get_kind (step) != QMS_STEP_KIND_RECEIPT)
      continue;
    if (!receipts)
      receipts = g_hash_table_new (qms_text_hash, g_str_equal);
    const char *phase = qms_text (step, QMS_STEP_PHASE);
    const QmsNode *first = g_hash_table_lookup (receipts, phase);
    if (first)
      report_receipt (check, step, first);
    else
      g_hash_table_insert (receipts, (gpointer)phase, (gpointer)step);
  }
}

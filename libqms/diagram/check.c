/* SPDX-License-Identifier: Apache-2.0 */
/* What can be drawn, and why something else cannot. */
#include "core/error.h"
#include "core/node.h"
#include "diagram/diagram.h"
#include "gen/ids.h"
#include "gen/rules.h"
#include "workflow/graph.h"

#include <qms/model.h>

static QmsStatus
fail_lost (const QmsNode *procedure, const QmsWorkflow *workflow, size_t step, QmsError **error)
{
  const QmsNode *node = qms_procedure_get_steps (procedure, step);
  QmsPlace place = { qms_document_file (node->document), node->line, node->column, NULL };
  size_t outcome = 0;

  while (!workflow->steps[step].outcomes[outcome].lost)
    outcome++;
  return qms_graph_fail_lost (workflow, step, outcome, &place, error);
}

static bool
has_lost (const QmsGraphStep *step)
{
  for (size_t i = 0; i < step->n_outcomes; i++)
    if (step->outcomes[i].lost)
      return true;
  return false;
}

QmsStatus
qms_diagram_check (const QmsNode *procedure, const QmsWorkflow *workflow, QmsError **error)
{
  QmsPlace place = { qms_document_file (procedure->document), procedure->line, procedure->column, NULL };

  if (workflow->n_steps == 0)
    return qms_fail (error, QMS_MSG_BPMN_NO_STEPS, &place, "procedure", qms_node_id (procedure), NULL);
  for (size_t i = 0; i < workflow->n_steps && workflow->n_lost > 0; i++)
    if (has_lost (&workflow->steps[i]))
      return fail_lost (procedure, workflow, i, error);
  return QMS_OK;
}

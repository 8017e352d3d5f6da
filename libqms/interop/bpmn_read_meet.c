/* SPDX-License-Identifier: Apache-2.0 */
/* Where parallel branches meet: the first join that every branch reaches. */
#include "interop/bpmn_graph.h"

typedef struct {
  BpmnGraph *graph;
  guint *reached; /* by node: how many branches, counted from the first without a gap */
  size_t *budget;
} Search;

/* Marks what a branch reaches, of what all branches before it have reached. False: the budget is spent. */
static bool
walk (Search *self, guint from, guint branch)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_array_append_val (stack, from);
  g_hash_table_add (seen, GUINT_TO_POINTER (from));
  while (stack->len > 0) {
    guint node = g_array_index (stack, guint, stack->len - 1);
    const GArray *next = self->graph->next[node];
    g_array_set_size (stack, stack->len - 1);
    if (self->reached[node] == branch)
      self->reached[node]++;
    for (guint i = 0; i < next->len; i++) {
      guint target = g_array_index (next, BpmnLink, i).target;
      if ((*self->budget)-- == 0)
        return false;
      if (g_hash_table_add (seen, GUINT_TO_POINTER (target)))
        g_array_append_val (stack, target);
    }
  }
  return true;
}

static bool
is_better (const BpmnGraph *graph, guint node, guint best)
{
  bool joins = bpmn_node (graph->model, node)->kind == BPMN_AND;
  bool best_joins = best != BPMN_NONE && bpmn_node (graph->model, best)->kind == BPMN_AND;

  if (best == BPMN_NONE || joins != best_joins)
    return best == BPMN_NONE || joins;
  return graph->rank[node] < graph->rank[best];
}

guint
bpmn_graph_meeting (BpmnGraph *graph, guint split, size_t *budget)
{
  g_autofree guint *reached = *budget < graph->n_nodes ? NULL : g_new0 (guint, graph->n_nodes);
  Search self = { graph, reached, budget };
  const GArray *branches = graph->next[split];
  guint best = BPMN_NONE;

  if (!reached)
    return BPMN_NONE;
  *budget -= graph->n_nodes;
  for (guint i = 0; i < branches->len; i++)
    if (!walk (&self, g_array_index (branches, BpmnLink, i).target, i)) {
      *budget = 0;
      return BPMN_NONE;
    }
  for (guint node = 0; node < graph->n_nodes; node++)
    if (reached[node] == branches->len && bpmn_node (graph->model, node)->n_in > 1
        && graph->rank[node] > graph->rank[split] && is_better (graph, node, best))
      best = node;
  return best;
}

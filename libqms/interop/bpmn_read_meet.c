/* SPDX-License-Identifier: Apache-2.0 */
/* Where parallel branches meet: the first parallel join that every branch reaches, or the node that no way avoids. */
#include "interop/bpmn_graph.h"

/* Nodes wait in the order of their ranks, so that all ways to a node have been walked when its turn comes. Of more branches than
 * a mask has bits, the last ones share one. */
typedef struct {
  const BpmnGraph *graph;
  GHashTable *masks;  /* node → branches that reach it */
  GSequence *waiting; /* of nodes */
} Search;

enum { LAST_BIT = sizeof (gsize) * 8 - 2 };

static gint
compare_ranks (gconstpointer a, gconstpointer b, gpointer graph)
{
  const guint *rank = ((const BpmnGraph *)graph)->rank;
  guint left = rank[GPOINTER_TO_UINT (a)], right = rank[GPOINTER_TO_UINT (b)];

  return (left > right) - (left < right);
}

static void
reach (Search *self, guint node, gsize mask)
{
  gpointer key = GUINT_TO_POINTER (node);
  gsize known = GPOINTER_TO_SIZE (g_hash_table_lookup (self->masks, key));

  if (known == 0)
    g_sequence_insert_sorted (self->waiting, key, compare_ranks, (gpointer)self->graph);
  g_hash_table_insert (self->masks, key, GSIZE_TO_POINTER (known | mask));
}

static guint
next_waiting (Search *self)
{
  GSequenceIter *first = g_sequence_get_begin_iter (self->waiting);
  guint node = GPOINTER_TO_UINT (g_sequence_get (first));

  g_sequence_remove (first);
  return node;
}

/* Ways back lead to no meeting. */
static void
go_on (Search *self, guint node, gsize mask, size_t *budget)
{
  const GArray *next = self->graph->next[node];

  for (guint i = 0; i<next->len && * budget> 0; i++, --*budget) {
    guint target = g_array_index (next, BpmnLink, i).target;
    if (self->graph->rank[target] > self->graph->rank[node])
      reach (self, target, mask);
  }
}

static bool
is_meeting (const Search *self, guint node, gsize mask, gsize all)
{
  const BpmnNode *info = bpmn_node (self->graph->model, node);

  return mask == all && info->n_in > 1 && (info->kind == BPMN_AND || g_sequence_get_length (self->waiting) == 0);
}

static guint
search (Search *self, guint split, size_t *budget)
{
  const GArray *branches = self->graph->next[split];
  gsize all = 0;

  for (guint i = 0; i < branches->len; i++) {
    gsize bit = (gsize)1 << MIN (i, LAST_BIT);
    reach (self, g_array_index (branches, BpmnLink, i).target, bit);
    all |= bit;
  }
  while (g_sequence_get_length (self->waiting) > 0 && *budget > 0) {
    guint node = next_waiting (self);
    gsize mask = GPOINTER_TO_SIZE (g_hash_table_lookup (self->masks, GUINT_TO_POINTER (node)));
    if (is_meeting (self, node, mask, all))
      return node;
    go_on (self, node, mask, budget);
  }
  return BPMN_NONE;
}

guint
bpmn_graph_meeting (BpmnGraph *graph, guint split, size_t *budget)
{
  g_autoptr (GHashTable) masks = g_hash_table_new (NULL, NULL);
  g_autoptr (GSequence) waiting = g_sequence_new (NULL);
  Search self = { graph, masks, waiting };

  return search (&self, split, budget);
}

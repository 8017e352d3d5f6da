/* SPDX-License-Identifier: Apache-2.0 */
/* The flow of a process on one level: sub-processes are passed through, and what is no work leads on to what is. */
#include "interop/bpmn_graph.h"

#include "gen/ids.h"

#include <string.h>

static GArray *
new_links (void)
{
  return g_array_new (FALSE, FALSE, sizeof (BpmnLink));
}

static void
link_to (GArray *links, guint target, guint edge)
{
  BpmnLink link = { target, edge };

  g_array_append_val (links, link);
}

/* ---- links */

static bool
is_event (const BpmnNode *node, const char *definition)
{
  return bpmn_node_is_event (node, definition);
}

static const char *
link_name (const BpmnNode *node)
{
  return bpmn_value (node->definition, "name") ? bpmn_value (node->definition, "name") : node->name;
}

/* Catching link events by name. */
static GHashTable *
index_link_events (const BpmnModel *model)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < model->nodes->len; i++) {
    const BpmnNode *node = bpmn_node (model, i);
    if (node->kind == BPMN_CATCH && is_event (node, "linkEventDefinition") && link_name (node))
      g_hash_table_insert (index, (gpointer)link_name (node), GUINT_TO_POINTER (i + 1));
  }
  return index;
}

/* A flow that ends inside a sub-process goes on behind it. */
static void
link_out (BpmnGraph *self, guint from, const BpmnNode *node)
{
  if (node->container != BPMN_NONE && (node->out->len == 0 || node->kind == BPMN_END))
    link_to (self->next[from], bpmn_node (self->model, node->container)->exit, BPMN_NONE);
  for (guint i = 0; i < node->out->len && node->kind != BPMN_END; i++) {
    guint edge = g_array_index (node->out, guint, i);
    link_to (self->next[from], bpmn_edge (self->model, edge)->target, edge);
  }
}

static void
link_node (BpmnGraph *self, guint index, GHashTable *catching)
{
  const BpmnNode *node = bpmn_node (self->model, index);
  bool jumps = node->kind == BPMN_THROW && is_event (node, "linkEventDefinition") && link_name (node);
  guint landing = jumps ? GPOINTER_TO_UINT (g_hash_table_lookup (catching, link_name (node))) : 0;

  if (landing)
    link_to (self->next[index], landing - 1, BPMN_NONE);
  else if (node->kind != BPMN_GROUP)
    link_out (self, index, node);
}

/* Where a container begins: at its start events, else where nothing leads to. */
static void
find_entries (BpmnGraph *self)
{
  const BpmnModel *model = self->model;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < model->nodes->len; i++) {
      const BpmnNode *node = bpmn_node (model, i);
      GArray *entries = node->container == BPMN_NONE ? self->starts : self->next[node->container];
      bool begins = pass == 0 ? node->kind == BPMN_START
                              : node->n_in == 0 && node->kind != BPMN_BOUNDARY && node->kind != BPMN_EXIT
                                    && !is_event (node, "linkEventDefinition")
                                    && g_strcmp0 (bpmn_value (node->element, "isForCompensation"), "true") != 0;
      if (begins && (pass == 0 || entries->len == 0))
        link_to (entries, i, BPMN_NONE);
    }
}

/* Boundary events by their host; an error that a sub-process ends with goes on where it is caught. */
static void
attach (BpmnGraph *self)
{
  g_autoptr (GHashTable) catchers = g_hash_table_new (NULL, NULL); /* sub-process → boundary event and 1 */

  for (guint i = 0; i < self->n_nodes; i++) {
    const BpmnNode *node = bpmn_node (self->model, i);
    if (node->kind != BPMN_BOUNDARY || node->host == BPMN_NONE || is_event (node, "compensateEventDefinition"))
      continue;
    link_to (self->attached[node->host], i, BPMN_NONE);
    if (is_event (node, "errorEventDefinition"))
      g_hash_table_insert (catchers, GUINT_TO_POINTER (node->host), GUINT_TO_POINTER (i + 1));
  }
  for (guint i = 0; i < self->n_nodes; i++) {
    const BpmnNode *node = bpmn_node (self->model, i);
    gpointer caught = g_hash_table_lookup (catchers, GUINT_TO_POINTER (node->container));
    if (caught && node->kind == BPMN_END && is_event (node, "errorEventDefinition"))
      g_array_index (self->next[i], BpmnLink, 0).target = GPOINTER_TO_UINT (caught) - 1;
  }
}

/* ---- order */

static guint
count_links (const BpmnGraph *self, guint node)
{
  return self->next[node]->len + self->attached[node]->len;
}

/* Successor `k` of a node: where its flows lead, then its boundary events. */
static guint
successor (const BpmnGraph *self, guint node, guint k)
{
  guint count = self->next[node]->len;

  return k < count ? g_array_index (self->next[node], BpmnLink, k).target
                   : g_array_index (self->attached[node], BpmnLink, k - count).target;
}

typedef struct {
  guint node, left; /* successors that are still to be visited, the last one first */
} Visit;

static void
open_node (BpmnGraph *self, GArray *stack, guint node)
{
  Visit visit = { node, count_links (self, node) };

  if (self->seen[node])
    return;
  self->seen[node] = true;
  g_array_append_val (stack, visit);
}

/* Ranks what can be reached from `root` and has no rank: depth first, without recursion, the last finished in front. */
static void
visit (BpmnGraph *self, guint root)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Visit));
  g_autoptr (GArray) finished = g_array_new (FALSE, FALSE, sizeof (guint));

  open_node (self, stack, root);
  while (stack->len > 0) {
    Visit *top = &g_array_index (stack, Visit, stack->len - 1);
    if (top->left > 0) {
      open_node (self, stack, successor (self, top->node, --top->left));
    } else {
      g_array_append_val (finished, top->node);
      g_array_set_size (stack, stack->len - 1);
    }
  }
  for (guint i = finished->len; i-- > 0;)
    self->rank[g_array_index (finished, guint, i)] = self->n_ranked++;
}

/* The start that is a plain one, else the first. */
static guint
main_start (const BpmnGraph *self)
{
  for (guint i = 0; i < self->starts->len; i++) {
    guint node = g_array_index (self->starts, BpmnLink, i).target;
    if (bpmn_node (self->model, node)->kind == BPMN_START && !bpmn_node (self->model, node)->definition)
      return node;
  }
  return self->starts->len ? g_array_index (self->starts, BpmnLink, 0).target : 0;
}

static void
set_order (BpmnGraph *self)
{
  self->first = main_start (self);
  visit (self, self->first);
  self->n_reached = self->n_ranked;
  for (guint i = 0; i < self->starts->len; i++)
    visit (self, g_array_index (self->starts, BpmnLink, i).target);
  for (guint i = 0; i < self->n_nodes; i++)
    visit (self, i);
}

/* ---- what a node is for the flow */

/* A catch event of which nothing but event gateways asks is one of their answers. */
static void
find_answers (BpmnGraph *self)
{
  for (guint i = 0; i < self->n_nodes; i++) {
    const BpmnNode *node = bpmn_node (self->model, i);
    for (guint k = 0; node->kind == BPMN_EVENT_GATEWAY && k < self->next[i]->len; k++) {
      guint target = g_array_index (self->next[i], BpmnLink, k).target;
      if (bpmn_node (self->model, target)->kind == BPMN_CATCH && bpmn_node (self->model, target)->n_in == 1)
        self->answer[target] = true;
    }
  }
}

bool
bpmn_graph_is_step (const BpmnGraph *self, guint node)
{
  const BpmnNode *info = bpmn_node (self->model, node);

  return self->place[node] || info->kind == BPMN_ACTIVITY || info->kind == BPMN_EVENT_GATEWAY
         || (info->kind == BPMN_CATCH && !self->answer[node] && !is_event (info, "linkEventDefinition"));
}

static BpmnTurn
turn_of (const BpmnGraph *self, guint node)
{
  BpmnKind kind = bpmn_node (self->model, node)->kind;

  if (bpmn_graph_is_step (self, node))
    return BPMN_TURN_STEP;
  if (self->next[node]->len == 0)
    return BPMN_TURN_END;
  if (self->next[node]->len == 1)
    return BPMN_TURN_PASS;
  return kind == BPMN_XOR || kind == BPMN_OR ? BPMN_TURN_CHOICE : BPMN_TURN_SPLIT;
}

/* Each node is walked over once: those on the way learn where it leads. */
guint
bpmn_graph_land (BpmnGraph *self, guint node)
{
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));
  guint landing;

  while (self->landing[node] == BPMN_UNKNOWN && turn_of (self, node) == BPMN_TURN_PASS) {
    self->landing[node] = BPMN_WALKING;
    g_array_append_val (way, node);
    node = g_array_index (self->next[node], BpmnLink, 0).target;
  }
  landing = self->landing[node] == BPMN_UNKNOWN ? node : self->landing[node];
  if (landing == BPMN_WALKING) {
    bpmn_note (self->model->report, QMS_RULE_BPMN_EMPTY_LOOP, bpmn_node (self->model, node)->element, NULL, 0);
    landing = BPMN_NONE;
  }
  for (guint i = 0; i < way->len; i++)
    self->landing[g_array_index (way, guint, i)] = landing;
  return landing;
}

BpmnTurn
bpmn_graph_turn (const BpmnGraph *self, guint landing)
{
  return landing == BPMN_NONE ? BPMN_TURN_END : turn_of (self, landing);
}

/* Where branches meet must be a step: what follows a parallel join and is none makes the join one. */
static void
place_joins (BpmnGraph *self)
{
  g_autofree guint *by_rank = g_new (guint, self->n_nodes);

  for (guint i = 0; i < self->n_nodes; i++)
    by_rank[self->rank[i]] = i;
  for (guint i = self->n_nodes; i-- > 0;) {
    guint node = by_rank[i];
    const BpmnNode *info = bpmn_node (self->model, node);
    if (info->kind != BPMN_AND || info->n_in < 2 || self->next[node]->len == 0)
      continue;
    guint landing = bpmn_graph_land (self, g_array_index (self->next[node], BpmnLink, 0).target);
    self->place[node] = self->next[node]->len > 1 || bpmn_graph_turn (self, landing) != BPMN_TURN_STEP;
    self->landing[node] = self->place[node] ? BPMN_UNKNOWN : landing;
  }
  for (guint i = 0; i < self->n_nodes; i++)
    self->landing[i] = BPMN_UNKNOWN;
}

/* ---- the whole */

BpmnGraph *
bpmn_graph_new (const BpmnModel *model)
{
  BpmnGraph *self = g_new0 (BpmnGraph, 1);
  g_autoptr (GHashTable) catching = index_link_events (model);
  guint count = model->nodes->len;

  self->model = model;
  self->n_nodes = model->nodes->len;
  self->starts = new_links ();
  self->next = g_new (GArray *, count);
  self->attached = g_new (GArray *, count);
  self->rank = g_new0 (guint, count);
  self->landing = g_new (guint, count);
  self->seen = g_new0 (bool, count);
  self->answer = g_new0 (bool, count);
  self->place = g_new0 (bool, count);
  for (guint i = 0; i < count; i++) {
    self->next[i] = new_links ();
    self->attached[i] = new_links ();
    self->landing[i] = BPMN_UNKNOWN;
  }
  for (guint i = 0; i < self->n_nodes; i++)
    link_node (self, i, catching);
  find_entries (self);
  attach (self);
  set_order (self);
  find_answers (self);
  place_joins (self);
  return self;
}

void
bpmn_graph_free (BpmnGraph *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->n_nodes; i++) {
    g_array_unref (self->next[i]);
    g_array_unref (self->attached[i]);
  }
  g_array_unref (self->starts);
  g_free (self->next);
  g_free (self->attached);
  g_free (self->rank);
  g_free (self->landing);
  g_free (self->seen);
  g_free (self->answer);
  g_free (self->place);
  g_free (self);
}

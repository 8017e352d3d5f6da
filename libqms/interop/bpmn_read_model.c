/* SPDX-License-Identifier: Apache-2.0 */
/* Takes a process in: nodes first, then what refers to them. */
#include "core/text.h"
#include "interop/bpmn_model.h"

#include "gen/ids.h"

#include <string.h>

/* ---- references */

gpointer
bpmn_lookup (GHashTable *table, const char *reference)
{
  gpointer found = reference ? g_hash_table_lookup (table, reference) : NULL;
  const char *colon = reference ? strrchr (reference, ':') : NULL;

  return !found && colon ? g_hash_table_lookup (table, colon + 1) : found;
}

guint
bpmn_model_find (const BpmnModel *model, const char *reference)
{
  return GPOINTER_TO_UINT (bpmn_lookup (model->by_id, reference)) - 1;
}

static void
index_ids (const BpmnElement *element, GHashTable *ids)
{
  const char *id = bpmn_value (element, "id");

  if (id && strcmp (element->uri, BPMN_NAMESPACE) == 0 && !g_hash_table_contains (ids, id))
    g_hash_table_insert (ids, (gpointer)id, (gpointer)element);
  for (const BpmnElement *child = element->first; child; child = child->next)
    if (child->name)
      index_ids (child, ids);
}

static void
note_dangling (BpmnModel *self, const BpmnElement *at, const char *attribute, const char *value)
{
  g_autofree char *found = qms_message_quote (value ? value : "", value ? strlen (value) : 0);

  bpmn_note (self->report, QMS_RULE_BPMN_DANGLING, at,
             QMS_VALUES ({ "attribute", { attribute } }, { "value", { found } }));
}

/* ---- nodes */

bool
bpmn_node_is_event (const BpmnNode *node, const char *definition)
{
  return node->definition && bpmn_is (node->definition, definition);
}

/* What an event is about: written inside, or referred to. */
static const BpmnElement *
definition_of (const BpmnModel *self, const BpmnElement *event)
{
  g_autofree char *reference = NULL;

  for (const BpmnElement *child = event->first; child; child = child->next)
    if (child->name && g_str_has_suffix (child->name, "EventDefinition"))
      return child;
  reference = bpmn_text_of (bpmn_child (event, "eventDefinitionRef"));
  return bpmn_lookup (self->ids, reference);
}

static void
note_kept (BpmnModel *self, const BpmnElement *at, const char *vi, const char *en)
{
  bpmn_note (self->report, QMS_RULE_BPMN_NOT_REPRESENTABLE, at,
             QMS_VALUES ({ "what", { vi, en } },
                         { "kept", { "đã giữ nguyên văn kèm quy trình", "it is kept verbatim with the procedure" } }));
}

static guint
append_node (BpmnModel *self, const BpmnElement *element, BpmnKind kind, guint container)
{
  BpmnNode node = {
    .kind = kind,
    .element = element,
    .definition = definition_of (self, element),
    .name = bpmn_one_line (bpmn_value (element, "name")),
    .container = container,
    .lane = BPMN_NONE,
    .host = BPMN_NONE,
    .exit = BPMN_NONE,
    .out = g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

static guint
add_node (BpmnModel *self, const BpmnElement *element, BpmnKind kind, guint container)
{
  const char *id = bpmn_value (element, "id");
  guint index = append_node (self, element, kind, container);

  if (id && g_hash_table_contains (self->by_id, id))
    bpmn_note (self->report, QMS_RULE_BPMN_ID_REPEATED, element, QMS_VALUES ({ "id", { id } }));
  else if (id)
    g_hash_table_insert (self->by_id, (gpointer)id, GUINT_TO_POINTER (index + 1));
  return index;
}

static bool
is_event_sub_process (const BpmnElement *element)
{
  return g_strcmp0 (bpmn_value (element, "triggeredByEvent"), "true") == 0;
}

static void
add_nodes (BpmnModel *self, const BpmnElement *parent, guint container)
{
  BpmnKind kind;

  for (const BpmnElement *child = parent->first; child; child = child->next) {
    if (!bpmn_kind_of (child, &kind))
      continue;
    if (is_event_sub_process (child)) {
      note_kept (self, child, "tiểu quy trình theo sự kiện", "an event sub-process");
      continue;
    }
    if (bpmn_is (child, "transaction") || bpmn_is (child, "adHocSubProcess"))
      bpmn_note (
          self->report, QMS_RULE_BPMN_NOT_REPRESENTABLE, child,
          QMS_VALUES ({ "what", { "tiểu quy trình giao dịch hoặc tự do", "a transaction or ad-hoc sub-process" } },
                      { "kept", { "được coi là bước thường", "it is taken as ordinary work" } }));
    guint index = add_node (self, child, kind, container);
    if (kind != BPMN_GROUP)
      continue;
    add_nodes (self, child, index);
    guint exit = append_node (self, child, BPMN_EXIT, container);
    bpmn_node (self, index)->exit = exit;
  }
}

/* ---- flows */

static guint
end_of (BpmnModel *self, const BpmnElement *flow, const char *attribute)
{
  const char *reference = bpmn_value (flow, attribute);
  guint node = bpmn_model_find (self, reference);

  if (node == BPMN_NONE)
    note_dangling (self, flow, attribute, reference);
  return node;
}

static void
add_edge (BpmnModel *self, const BpmnElement *flow)
{
  BpmnEdge edge = {
    .element = flow,
    .source = end_of (self, flow, "sourceRef"),
    .target = end_of (self, flow, "targetRef"),
    .conditional = bpmn_child (flow, "conditionExpression") != NULL,
  };
  BpmnNode *source;

  if (edge.source == BPMN_NONE || edge.target == BPMN_NONE)
    return;
  if (bpmn_node (self, edge.source)->exit != BPMN_NONE)
    edge.source = bpmn_node (self, edge.source)->exit;
  source = bpmn_node (self, edge.source);
  edge.name = bpmn_one_line (bpmn_value (flow, "name"));
  edge.is_default =
      bpmn_value (flow, "id") && g_strcmp0 (bpmn_value (source->element, "default"), bpmn_value (flow, "id")) == 0;
  g_array_append_val (source->out, self->edges->len);
  g_array_append_val (self->edges, edge);
  bpmn_node (self, edge.target)->n_in++;
}

static void
add_edges (BpmnModel *self, const BpmnElement *parent)
{
  BpmnKind kind;

  for (const BpmnElement *child = parent->first; child; child = child->next)
    if (bpmn_is (child, "sequenceFlow"))
      add_edge (self, child);
    else if (bpmn_kind_of (child, &kind) && kind == BPMN_GROUP && !is_event_sub_process (child))
      add_edges (self, child);
}

static void
find_hosts (BpmnModel *self)
{
  for (guint i = 0; i < self->nodes->len; i++) {
    BpmnNode *node = bpmn_node (self, i);
    const char *reference = bpmn_value (node->element, "attachedToRef");
    if (node->kind != BPMN_BOUNDARY)
      continue;
    node->host = bpmn_model_find (self, reference);
    if (node->host == BPMN_NONE)
      note_dangling (self, node->element, "attachedToRef", reference);
  }
}

/* ---- lanes */

static void
add_lanes (BpmnModel *self, const BpmnElement *set, guint parent)
{
  for (const BpmnElement *at = set->first; at; at = at->next) {
    BpmnLane lane = { at, NULL, parent };
    guint index = self->lanes->len;
    if (!bpmn_is (at, "lane"))
      continue;
    lane.name = bpmn_one_line (bpmn_value (at, "name"));
    g_array_append_val (self->lanes, lane);
    for (BpmnElement *ref = bpmn_child (at, "flowNodeRef"); ref; ref = bpmn_next (ref, "flowNodeRef")) {
      g_autofree char *reference = bpmn_text_of (ref);
      guint node = bpmn_model_find (self, reference);
      if (node != BPMN_NONE)
        bpmn_node (self, node)->lane = index;
      else if (!bpmn_lookup (self->ids, reference))
        note_dangling (self, ref, "flowNodeRef", reference);
    }
    for (BpmnElement *inner = bpmn_child (at, "childLaneSet"); inner; inner = bpmn_next (inner, "childLaneSet"))
      add_lanes (self, inner, index);
  }
}

/* What stands in a sub-process stands in its lane; hosts pass theirs to boundary events. */
static void
pass_lanes_on (BpmnModel *self)
{
  for (guint i = 0; i < self->nodes->len; i++) {
    BpmnNode *node = bpmn_node (self, i);
    guint giver = node->host != BPMN_NONE ? node->host : node->container;
    if (node->lane == BPMN_NONE && giver != BPMN_NONE)
      node->lane = bpmn_node (self, giver)->lane;
  }
}

static void
add_lane_sets (BpmnModel *self, const BpmnElement *parent)
{
  BpmnKind kind;

  for (const BpmnElement *child = parent->first; child; child = child->next)
    if (bpmn_is (child, "laneSet"))
      add_lanes (self, child, BPMN_NONE);
    else if (bpmn_kind_of (child, &kind) && kind == BPMN_GROUP)
      add_lane_sets (self, child);
}

/* ---- pools and messages */

static void
add_pool (BpmnModel *self, const BpmnElement *participant)
{
  gpointer process = bpmn_lookup (self->ids, bpmn_value (participant, "processRef"));
  BpmnPool pool = { participant, bpmn_one_line (bpmn_value (participant, "name")) };

  g_array_append_val (self->pools, pool);
  g_hash_table_insert (self->pool_of, (gpointer)participant, GUINT_TO_POINTER (self->pools->len));
  if (process)
    g_hash_table_insert (self->pool_of, process, GUINT_TO_POINTER (self->pools->len));
  if (process == self->process && self->own_pool == BPMN_NONE)
    self->own_pool = self->pools->len - 1;
}

/* Pool in which an element stands, or which it is. */
static guint
pool_around (const BpmnModel *self, const BpmnElement *element)
{
  guint pool = 0;

  for (; element && pool == 0; element = element->parent)
    pool = GPOINTER_TO_UINT (g_hash_table_lookup (self->pool_of, element));
  return pool - 1;
}

static void
add_message (BpmnModel *self, const BpmnElement *flow)
{
  static const char *const attributes[] = { "sourceRef", "targetRef" };
  guint nodes[2], pools[2];

  for (size_t i = 0; i < 2; i++) {
    const char *reference = bpmn_value (flow, attributes[i]);
    const BpmnElement *end = bpmn_lookup (self->ids, reference);
    nodes[i] = bpmn_model_find (self, reference);
    pools[i] = pool_around (self, end);
    if (!end)
      note_dangling (self, flow, attributes[i], reference);
  }
  BpmnMessage message = { flow, nodes[0], nodes[1], pools[0], pools[1] };
  g_array_append_val (self->messages, message);
}

static void
add_collaborations (BpmnModel *self)
{
  const BpmnElement *root = self->tree->root;

  for (BpmnElement *at = bpmn_child (root, "collaboration"); at; at = bpmn_next (at, "collaboration"))
    for (BpmnElement *pool = bpmn_child (at, "participant"); pool; pool = bpmn_next (pool, "participant"))
      add_pool (self, pool);
  for (BpmnElement *at = bpmn_child (root, "collaboration"); at; at = bpmn_next (at, "collaboration"))
    for (BpmnElement *flow = bpmn_child (at, "messageFlow"); flow; flow = bpmn_next (flow, "messageFlow"))
      add_message (self, flow);
}

/* ---- the whole */

static void
clear_node (gpointer data)
{
  BpmnNode *node = data;

  g_free (node->name);
  g_array_unref (node->out);
}

static void
clear_edge (gpointer data)
{
  g_free (((BpmnEdge *)data)->name);
}

static void
clear_lane (gpointer data)
{
  g_free (((BpmnLane *)data)->name);
}

static void
clear_pool (gpointer data)
{
  g_free (((BpmnPool *)data)->name);
}

static GArray *
new_list (size_t size, GDestroyNotify clear)
{
  GArray *list = g_array_new (FALSE, FALSE, (guint)size);

  if (clear)
    g_array_set_clear_func (list, clear);
  return list;
}

static BpmnModel *
new_model (const BpmnTree *tree, QmsReport *report)
{
  BpmnModel *self = g_new0 (BpmnModel, 1);

  self->tree = tree;
  self->report = report;
  self->own_pool = BPMN_NONE;
  self->nodes = new_list (sizeof (BpmnNode), clear_node);
  self->edges = new_list (sizeof (BpmnEdge), clear_edge);
  self->lanes = new_list (sizeof (BpmnLane), clear_lane);
  self->pools = new_list (sizeof (BpmnPool), clear_pool);
  self->messages = new_list (sizeof (BpmnMessage), NULL);
  self->ids = g_hash_table_new (qms_text_hash, g_str_equal);
  self->by_id = g_hash_table_new (qms_text_hash, g_str_equal);
  self->pool_of = g_hash_table_new (NULL, NULL);
  return self;
}

void
bpmn_model_free (BpmnModel *model)
{
  if (!model)
    return;
  g_array_unref (model->nodes);
  g_array_unref (model->edges);
  g_array_unref (model->lanes);
  g_array_unref (model->pools);
  g_array_unref (model->messages);
  g_hash_table_unref (model->ids);
  g_hash_table_unref (model->by_id);
  g_hash_table_unref (model->pool_of);
  g_free (model);
}

BpmnModel *
bpmn_model_new (const BpmnTree *tree, QmsReport *report, QmsError **error)
{
  g_autoptr (BpmnModel) self = new_model (tree, report);
  QmsPlace place = { tree->file, tree->root->line, tree->root->column, NULL };

  index_ids (tree->root, self->ids);
  self->process = bpmn_choose_process (tree, self->ids, report);
  if (!self->process) {
    qms_fail (error, QMS_RULE_BPMN_NO_PROCESS, &place, NULL);
    return NULL;
  }
  add_nodes (self, self->process, BPMN_NONE);
  add_edges (self, self->process);
  find_hosts (self);
  add_lane_sets (self, self->process);
  pass_lanes_on (self);
  add_collaborations (self);
  return g_steal_pointer (&self);
}

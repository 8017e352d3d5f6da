/* SPDX-License-Identifier: Apache-2.0 */
/* Steps and their outcomes from the flow: gateways behind a step are its outcomes, those behind none become steps. */
#include "interop/bpmn_draft.h"
#include "interop/bpmn_graph.h"

#include "gen/ids.h"

#include <string.h>

/* More outcomes than the first number become a step of their own; more than the last are nobody's idea of a procedure. */
enum { MOST_OUTCOMES = 24, DEEPEST_CHOICE = 3, OUTCOME_LIMIT = 200 };

typedef struct {
  BpmnDraft *draft;
  BpmnGraph *graph;
  size_t budget; /* of the search for meeting nodes */
} Flow;

/* What has been passed between a step and where an outcome of it leads. */
typedef struct {
  const char *name, *condition;
  const BpmnElement *element;
  const BpmnElement *own; /* qms:outcome */
  guint depth;            /* choices */
} Way;

/* ---- steps */

static void
find_timers (const Flow *self, BpmnStep *step)
{
  const GArray *links = self->graph->attached[step->node];

  for (guint i = 0; i < links->len; i++) {
    guint node = g_array_index (links, BpmnLink, i).target;
    if (bpmn_node_is_event (bpmn_node (self->draft->model, node), "timerEventDefinition"))
      g_array_append_val (step->timers, node);
  }
}

static BpmnStep *
add_step (Flow *self, guint node)
{
  BpmnStep *step = bpmn_draft_step_of (self->draft, node);

  if (step)
    return step;
  step = bpmn_draft_add (self->draft, node);
  g_hash_table_insert (self->draft->step_of, GUINT_TO_POINTER (node), step);
  find_timers (self, step);
  bpmn_draft_detail (self->draft, step);
  return step;
}

/* A gateway or event that has to be a step of its own. */
static void
add_place (Flow *self, guint node)
{
  self->graph->place[node] = true;
  add_step (self, node);
}

static void
add_steps (Flow *self)
{
  for (guint i = 0; i < self->graph->n_nodes; i++)
    if (bpmn_graph_is_step (self->graph, i))
      add_step (self, i);
}

/* ---- ways */

static const char *
join_names (Flow *self, const char *first, const char *second)
{
  g_autofree char *joined = first && second ? g_strconcat (first, " – ", second, NULL) : NULL;

  return joined ? bpmn_keep (self->draft, joined) : first ? first : second;
}

/* The outcome that an element of the flow is marked as. */
static void
take_mark (Way *way, const BpmnElement *element)
{
  const BpmnElement *own = bpmn_own (element, "outcome");

  if (own && !way->own)
    way->own = own;
}

static Way
go_on (Flow *self, Way way, BpmnLink link)
{
  const BpmnModel *model = self->draft->model;
  const BpmnEdge *edge = link.edge == BPMN_NONE ? NULL : bpmn_edge (model, link.edge);
  const BpmnNode *node = bpmn_node (model, link.target);
  bool named = self->graph->answer[link.target] || node->kind == BPMN_BOUNDARY;

  if (edge) {
    way.name = join_names (self, way.name, bpmn_keep (self->draft, edge->name));
    way.element = way.element ? way.element : edge->element;
    take_mark (&way, edge->element);
    if (edge->conditional && !way.condition)
      way.condition = bpmn_take (self->draft, bpmn_text_of (bpmn_child (edge->element, "conditionExpression")));
  }
  if (named) {
    way.name = join_names (self, way.name, bpmn_keep (self->draft, node->name));
    way.element = node->element;
    take_mark (&way, node->element);
  }
  return way;
}

/* ---- outcomes */

static int
kind_of_end (Flow *self, guint node)
{
  static const char *const refused[] = {
    "từ chối", "không đủ điều kiện", "không giải quyết", "reject", "refus", "denied", "declin", NULL
  };
  static const char *const stopped[] = { "dừng", "chấm dứt", "hủy", "stop", "cancel", "abort", NULL };
  static const char *const withdrawn[] = { "rút hồ sơ", "withdr", NULL };
  const char *name = node == BPMN_NONE ? NULL : bpmn_node (self->draft->model, node)->name;

  if (bpmn_has_words (name, refused))
    return QMS_OUTCOME_KIND_REFUSE;
  if (bpmn_has_words (name, withdrawn))
    return QMS_OUTCOME_KIND_WITHDRAW;
  return bpmn_has_words (name, stopped) ? QMS_OUTCOME_KIND_STOP : QMS_OUTCOME_KIND_FINISH;
}

static bool
ends_handling (int kind)
{
  return kind >= QMS_OUTCOME_KIND_REFUSE && kind <= QMS_OUTCOME_KIND_FINISH;
}

static BpmnOutcome *
add_outcome (Flow *self, BpmnStep *step, const Way *way, guint landing)
{
  const BpmnElement *own = way->own;
  bool ends = bpmn_graph_turn (self->graph, landing) == BPMN_TURN_END;
  BpmnOutcome outcome = {
    .element = way->element,
    .own = own != NULL,
    .code = own ? bpmn_value (own, "code") : NULL,
    .name = bpmn_full_name (way->name, own ? bpmn_take (self->draft, bpmn_one_line (bpmn_value (own, "name"))) : NULL),
    .scenario = own ? bpmn_value (own, "scenario") : NULL,
    .condition = own ? NULL : way->condition,
    .kind = own ? bpmn_enum (QMS_OUTCOME_KIND, bpmn_value (own, "kind")) : 0,
    .target = ends ? BPMN_NONE : landing,
  };

  if (ends != ends_handling (outcome.kind))
    outcome.kind = ends ? kind_of_end (self, landing) : 0;
  g_array_append_val (step->outcomes, outcome);
  return bpmn_outcome (step, step->outcomes->len - 1);
}

/* A branch begins with a step: a gateway at its beginning becomes one. */
static void
begin_branch (Flow *self, guint landing, GArray *branches)
{
  BpmnTurn turn = bpmn_graph_turn (self->graph, landing);

  if (turn == BPMN_TURN_END)
    return;
  if (turn != BPMN_TURN_STEP)
    add_place (self, landing);
  g_array_append_val (branches, landing);
}

/* First nodes of the ways out of a split, each once; a way straight to the meeting is no branch. */
static GArray *
find_branches (Flow *self, guint split, guint meeting)
{
  const GArray *links = self->graph->next[split];
  GArray *branches = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < links->len; i++) {
    guint landing = bpmn_graph_land (self->graph, g_array_index (links, BpmnLink, i).target);
    if (landing != meeting && g_hash_table_add (seen, GUINT_TO_POINTER (landing)))
      begin_branch (self, landing, branches);
  }
  return branches;
}

/* The step at which the branches of a split meet. */
static guint
find_meeting (Flow *self, guint split)
{
  guint node = bpmn_graph_meeting (self->graph, split, &self->budget);
  guint landing = node == BPMN_NONE ? BPMN_NONE : bpmn_graph_land (self->graph, node);
  BpmnTurn turn = bpmn_graph_turn (self->graph, landing);

  if (turn == BPMN_TURN_END) {
    bpmn_note (self->draft->model->report, QMS_RULE_BPMN_NO_MEETING, bpmn_node (self->draft->model, split)->element,
               NULL, 0);
    return BPMN_NONE;
  }
  if (turn != BPMN_TURN_STEP)
    add_place (self, landing);
  return landing;
}

static void
add_split (Flow *self, BpmnStep *step, const Way *way, guint split)
{
  guint meeting = find_meeting (self, split);
  g_autoptr (GArray) branches = find_branches (self, split, meeting);
  BpmnOutcome *outcome = add_outcome (self, step, way, split);

  outcome->target = branches->len == 1 ? g_array_index (branches, guint, 0) : meeting;
  if (branches->len > 1)
    outcome->branches = g_steal_pointer (&branches);
}

static void lead (Flow *self, BpmnStep *step, Way way, BpmnLink link);

static void
add_choice (Flow *self, BpmnStep *step, Way way, guint choice)
{
  const GArray *links = self->graph->next[choice];

  if (way.depth == DEEPEST_CHOICE || step->outcomes->len + links->len > MOST_OUTCOMES) {
    add_place (self, choice);
    add_outcome (self, step, &way, choice);
    return;
  }
  way.depth++;
  for (guint i = 0; i < links->len; i++)
    lead (self, step, way, g_array_index (links, BpmnLink, i));
}

static void
note_limit (Flow *self, BpmnStep *step)
{
  if (step->full)
    return;
  step->full = true;
  bpmn_note (self->draft->model->report, QMS_RULE_BPMN_NOT_REPRESENTABLE, step->element,
             QMS_VALUES ({ "what", { "quá nhiều kết cục của một bước", "too many outcomes of a step" } },
                         { "kept", { "phần còn lại bị bỏ", "the rest is left out" } }));
}

/* Adds what one way out of a step leads to. */
static void
lead (Flow *self, BpmnStep *step, Way way, BpmnLink link)
{
  guint landing = bpmn_graph_land (self->graph, link.target);

  if (step->outcomes->len == OUTCOME_LIMIT) {
    note_limit (self, step);
    return;
  }
  way = go_on (self, way, link);
  switch (bpmn_graph_turn (self->graph, landing)) {
  case BPMN_TURN_CHOICE:
    add_choice (self, step, way, landing);
    break;
  case BPMN_TURN_SPLIT:
    add_split (self, step, &way, landing);
    break;
  default:
    add_outcome (self, step, &way, landing);
  }
}

/* Several flows out of an activity: a decision if one of them has a condition, else all at once. */
static bool
is_decision (const Flow *self, const BpmnStep *step)
{
  const BpmnModel *model = self->draft->model;
  const BpmnNode *node = bpmn_node (model, step->node);
  bool conditional = node->kind == BPMN_XOR || node->kind == BPMN_OR || node->kind == BPMN_EVENT_GATEWAY;

  for (guint i = 0; i < node->out->len && !conditional; i++) {
    const BpmnEdge *edge = bpmn_edge (model, g_array_index (node->out, guint, i));
    conditional = edge->conditional || edge->is_default;
  }
  return conditional;
}

static void
add_borders (Flow *self, BpmnStep *step, guint host)
{
  const GArray *links = self->graph->attached[host];

  for (guint i = 0; i < links->len; i++) {
    guint node = g_array_index (links, BpmnLink, i).target;
    if (bpmn_node (self->draft->model, node)->out->len > 0)
      lead (self, step, (Way){ 0 }, g_array_index (links, BpmnLink, i));
  }
}

static void
add_outcomes (Flow *self, BpmnStep *step)
{
  const GArray *links = self->graph->next[step->node];

  if (links->len == 0)
    add_outcome (self, step, &(Way){ 0 }, BPMN_NONE);
  else if (links->len > 1 && !is_decision (self, step))
    add_split (self, step, &(Way){ 0 }, step->node);
  else
    for (guint i = 0; i < links->len; i++)
      lead (self, step, (Way){ 0 }, g_array_index (links, BpmnLink, i));
  add_borders (self, step, step->node);
}

/* ---- the whole */

static gint
compare_ranks (gconstpointer a, gconstpointer b, gpointer graph)
{
  guint left = ((const BpmnGraph *)graph)->rank[(*(const BpmnStep *const *)a)->node];
  guint right = ((const BpmnGraph *)graph)->rank[(*(const BpmnStep *const *)b)->node];

  return (left > right) - (left < right);
}

static void
begin (Flow *self)
{
  guint landing = bpmn_graph_land (self->graph, self->graph->first);
  BpmnTurn turn = bpmn_graph_turn (self->graph, landing);

  if (turn == BPMN_TURN_CHOICE || turn == BPMN_TURN_SPLIT)
    add_place (self, landing);
}

/* Kinds that follow from where an outcome leads, of those that the model did not give. */
static void
set_kinds (Flow *self)
{
  const guint *rank = self->graph->rank;

  for (guint i = 0; i < self->draft->steps->len; i++) {
    BpmnStep *step = bpmn_step (self->draft, i);
    for (guint k = 0; k < step->outcomes->len; k++) {
      BpmnOutcome *outcome = bpmn_outcome (step, k);
      if (outcome->own || outcome->kind || outcome->target == BPMN_NONE)
        continue;
      if (rank[outcome->target] <= rank[step->node] && rank[step->node] < self->graph->n_reached)
        outcome->kind = QMS_OUTCOME_KIND_SEND_BACK;
    }
  }
}

static void
note_unreached (Flow *self)
{
  for (guint i = 0; i < self->draft->steps->len; i++) {
    const BpmnStep *step = bpmn_step (self->draft, i);
    if (self->graph->rank[step->node] >= self->graph->n_reached)
      bpmn_note (self->draft->model->report, QMS_RULE_BPMN_UNREACHED, step->element,
                 QMS_VALUES ({ "step", { step->name ? step->name : "" } }));
  }
}

static void
note_places (Flow *self)
{
  for (guint i = 0; i < self->draft->steps->len; i++) {
    const BpmnStep *step = bpmn_step (self->draft, i);
    if (self->graph->place[step->node])
      bpmn_note (self->draft->model->report, QMS_RULE_BPMN_STEP_ADDED, step->element,
                 QMS_VALUES ({ "step", { step->name ? step->name : "" } }));
  }
}

enum { MEETING_BUDGET = 2 * 1000 * 1000 };

void
bpmn_draft_flow (BpmnDraft *draft)
{
  g_autoptr (BpmnGraph) graph = bpmn_graph_new (draft->model);
  Flow self = { draft, graph, MEETING_BUDGET };

  add_steps (&self);
  begin (&self);
  for (guint i = 0; i < draft->steps->len; i++) /* grows as places are found */
    add_outcomes (&self, bpmn_step (draft, i));
  g_ptr_array_sort_with_data (draft->steps, compare_ranks, graph);
  set_kinds (&self);
  note_places (&self);
  note_unreached (&self);
}

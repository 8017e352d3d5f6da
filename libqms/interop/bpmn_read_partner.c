/* SPDX-License-Identifier: Apache-2.0 */
/* Those whom a process exchanges messages with: the applicant, whom it waits for, and other agencies, which have phases. */
#include "interop/bpmn_draft.h"

#include "gen/ids.h"

#include <string.h>

/* ---- phases */

static const char *
add_phase (BpmnDraft *draft, const char *name, const char *agency)
{
  BpmnPhase phase = { .name = name, .agency = agency };
  const char *known = g_hash_table_lookup (draft->phase_of, name);
  g_autofree char *id = known ? NULL : g_strdup_printf ("GD-%u", draft->phases->len + 1);

  if (known)
    return known;
  phase.id = bpmn_keep (draft, id);
  g_array_append_val (draft->phases, phase);
  g_hash_table_insert (draft->phase_of, (gpointer)name, (gpointer)phase.id);
  return phase.id;
}

static guint
outermost (const BpmnModel *model, guint node)
{
  guint group = bpmn_node (model, node)->container;

  while (group != BPMN_NONE && bpmn_node (model, group)->container != BPMN_NONE)
    group = bpmn_node (model, group)->container;
  return group;
}

static void
add_group_phases (BpmnDraft *draft)
{
  const BpmnModel *model = draft->model;

  for (guint i = 0; i < draft->steps->len; i++) {
    BpmnStep *step = bpmn_step (draft, i);
    guint group = outermost (model, step->node);
    const char *name = group == BPMN_NONE ? NULL : bpmn_node (model, group)->name;
    if (name && !step->phase)
      step->phase = add_phase (draft, bpmn_keep (draft, name), NULL);
  }
}

static void
note_groups (const BpmnDraft *draft)
{
  const BpmnModel *model = draft->model;

  for (guint i = 0; i < model->nodes->len; i++) {
    const BpmnNode *node = bpmn_node (model, i);
    if (node->kind == BPMN_GROUP)
      bpmn_note (model->report, QMS_RULE_BPMN_SUB_PROCESS, node->element,
                 QMS_VALUES ({ "name", { node->name ? node->name : "" } }));
  }
}

/* ---- messages */

/* The step that a node is or, of an answer to an event gateway, belongs to. */
static BpmnStep *
step_at (const BpmnDraft *draft, GHashTable *askers, guint node)
{
  gpointer asker = node == BPMN_NONE ? NULL : g_hash_table_lookup (askers, GUINT_TO_POINTER (node));

  return asker ? bpmn_draft_step_of (draft, GPOINTER_TO_UINT (asker) - 1) : bpmn_draft_step_of (draft, node);
}

/* Events behind event gateways → gateway and 1. */
static GHashTable *
index_askers (const BpmnModel *model)
{
  GHashTable *askers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < model->edges->len; i++) {
    const BpmnEdge *edge = bpmn_edge (model, i);
    if (bpmn_node (model, edge->source)->kind == BPMN_EVENT_GATEWAY
        && bpmn_node (model, edge->target)->kind == BPMN_CATCH)
      g_hash_table_insert (askers, GUINT_TO_POINTER (edge->target), GUINT_TO_POINTER (edge->source + 1));
  }
  return askers;
}

static bool
waits (const BpmnDraft *draft, const BpmnStep *step)
{
  BpmnKind kind = bpmn_node (draft->model, step->node)->kind;

  return kind == BPMN_CATCH || kind == BPMN_EVENT_GATEWAY || bpmn_is (step->element, "receiveTask");
}

static void
receive (BpmnDraft *draft, BpmnStep *step, const char *partner)
{
  if (!step || step->id || step->kind || !waits (draft, step))
    return;
  if (bpmn_is_applicant (partner)) {
    step->kind = QMS_STEP_KIND_AWAIT_SUPPLEMENT;
    return;
  }
  step->kind = QMS_STEP_KIND_AWAIT_AGENCY;
  if (!step->phase)
    step->phase = add_phase (draft, partner, partner);
}

static void
send (BpmnStep *step, const char *partner)
{
  if (step && step->kind == 0 && !step->id && !bpmn_is_applicant (partner))
    step->kind = QMS_STEP_KIND_TRANSFER;
}

static void
read_messages (BpmnDraft *draft)
{
  const BpmnModel *model = draft->model;
  g_autoptr (GHashTable) askers = index_askers (model);

  for (guint i = 0; i < model->messages->len; i++) {
    const BpmnMessage *message = &g_array_index (model->messages, BpmnMessage, i);
    bool comes =
        message->source == BPMN_NONE && message->source_pool != BPMN_NONE && message->source_pool != model->own_pool;
    bool goes =
        message->target == BPMN_NONE && message->target_pool != BPMN_NONE && message->target_pool != model->own_pool;
    const char *partner = comes  ? bpmn_pool (model, message->source_pool)->name
                          : goes ? bpmn_pool (model, message->target_pool)->name
                                 : NULL;
    if (partner && comes)
      receive (draft, step_at (draft, askers, message->target), bpmn_keep (draft, partner));
    else if (partner)
      send (step_at (draft, askers, message->source), partner);
  }
}

/* An outcome that leads to a wait asks for what is waited for. */
static void
set_kinds (BpmnDraft *draft)
{
  static const int kinds[] = {
    [QMS_STEP_KIND_AWAIT_SUPPLEMENT] = QMS_OUTCOME_KIND_SUPPLEMENT,
    [QMS_STEP_KIND_AWAIT_PAYMENT] = QMS_OUTCOME_KIND_PAYMENT,
    [QMS_STEP_KIND_AWAIT_AGENCY] = QMS_OUTCOME_KIND_HAND_OVER,
  };

  for (guint i = 0; i < draft->steps->len; i++)
    for (guint k = 0; k < bpmn_step (draft, i)->outcomes->len; k++) {
      BpmnOutcome *outcome = bpmn_outcome (bpmn_step (draft, i), k);
      const BpmnStep *target = bpmn_draft_step_of (draft, outcome->target);
      if (target && !outcome->own && outcome->kind == 0 && !outcome->branches
          && (size_t)target->kind < G_N_ELEMENTS (kinds))
        outcome->kind = kinds[target->kind];
    }
}

void
bpmn_draft_partners (BpmnDraft *draft)
{
  read_messages (draft);
  add_group_phases (draft);
  note_groups (draft);
  set_kinds (draft);
}

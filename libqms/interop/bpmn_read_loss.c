/* SPDX-License-Identifier: Apache-2.0 */
/* What a draft does not hold, or holds in another way than the file. */
#include "interop/bpmn_draft.h"

#include "gen/ids.h"

#include <string.h>

static const QmsValue left_out = { "kept", { "đã bỏ qua", "it is left out" } };
static const QmsValue as_choice = { "kept",
                                    { "được coi là một kết cục của bước", "it is taken as an outcome of the step" } };
static const QmsValue as_exclusive = { "kept", { "được coi là cổng chọn một", "it is taken as an exclusive gateway" } };
static const QmsValue as_step = { "kept", { "được coi là bước thường", "it is taken as an ordinary step" } };

static void
note (const BpmnDraft *draft, const BpmnElement *at, const char *vi, const char *en, QmsValue kept)
{
  bpmn_note (draft->model->report, QMS_RULE_BPMN_NOT_REPRESENTABLE, at, QMS_VALUES ({ "what", { vi, en } }, kept));
}

/* ---- nodes */

static void
note_gateway (const BpmnDraft *draft, const BpmnNode *node)
{
  if (node->kind == BPMN_OR && node->out->len > 1)
    note (draft, node->element, "cổng bao gồm hoặc phức hợp", "an inclusive or complex gateway", as_exclusive);
}

static void
note_boundary (const BpmnDraft *draft, const BpmnNode *node)
{
  if (node->kind != BPMN_BOUNDARY)
    return;
  if (bpmn_node_is_event (node, "compensateEventDefinition"))
    note (draft, node->element, "sự kiện bù hoàn", "a compensation event", left_out);
  else if (g_strcmp0 (bpmn_value (node->element, "cancelActivity"), "false") == 0)
    note (draft, node->element, "sự kiện biên không ngắt bước", "a boundary event that does not interrupt", as_choice);
}

static void
note_throw (const BpmnDraft *draft, const BpmnNode *node)
{
  bool tells = node->definition && !bpmn_node_is_event (node, "linkEventDefinition")
               && !bpmn_node_is_event (node, "messageEventDefinition");

  if (node->kind == BPMN_THROW && tells)
    note (draft, node->element, "sự kiện phát", "a throwing event", left_out);
}

static void
note_repetition (const BpmnDraft *draft, const BpmnNode *node)
{
  if (node->kind != BPMN_ACTIVITY && node->kind != BPMN_GROUP)
    return;
  if (bpmn_child (node->element, "multiInstanceLoopCharacteristics")
      || bpmn_child (node->element, "standardLoopCharacteristics"))
    note (draft, node->element, "việc lặp lại nhiều lần", "an activity that is repeated", as_step);
  if (g_strcmp0 (bpmn_value (node->element, "isForCompensation"), "true") == 0)
    note (draft, node->element, "việc bù hoàn", "an activity for compensation", as_step);
}

/* ---- steps */

static const char *
label (const BpmnStep *step)
{
  const char *id = bpmn_value (step->element, "id");

  return step->name ? step->name : id ? id : "";
}

static bool
has_somebody (const BpmnStep *step)
{
  const BpmnWho *marked = &step->marked, *lane = &step->lane;

  return marked->role || marked->unit || step->group || lane->role || lane->role_name || lane->unit;
}

static void
note_step (const BpmnDraft *draft, const BpmnStep *step)
{
  if (step->id)
    return; /* of the model: its rules judge it */
  if (!has_somebody (step))
    bpmn_note (draft->model->report, QMS_RULE_BPMN_NO_ROLE, step->element, QMS_VALUES ({ "step", { label (step) } }));
  if (step->durations->len == 0 && bpmn_node (draft->model, step->node)->kind == BPMN_ACTIVITY)
    bpmn_note (draft->model->report, QMS_RULE_BPMN_NO_DURATION, step->element,
               QMS_VALUES ({ "step", { label (step) } }));
}

/* ---- extensions that have no node to go to */

static guint
count_foreign (const BpmnElement *element)
{
  const BpmnElement *extensions = bpmn_child (element, "extensionElements");
  guint count = 0;

  for (const BpmnElement *at = extensions ? extensions->first : NULL; at; at = at->next)
    count += at->name && strcmp (at->uri, BPMN_OWN_NAMESPACE) != 0;
  return count;
}

static void
note_extensions (const BpmnDraft *draft)
{
  const BpmnModel *model = draft->model;
  guint count = 0;
  g_autofree char *vi = NULL, *en = NULL;

  for (guint i = 0; i < model->nodes->len; i++)
    if (!bpmn_draft_step_of (draft, i) && bpmn_node (model, i)->kind != BPMN_EXIT)
      count += count_foreign (bpmn_node (model, i)->element);
  for (guint i = 0; i < model->edges->len; i++)
    count += count_foreign (bpmn_edge (model, i)->element);
  for (guint i = 0; i < model->lanes->len; i++)
    count += count_foreign (bpmn_lane (model, i)->element);
  if (count == 0)
    return;
  vi = g_strdup_printf ("%u phần tử mở rộng của luồng, cổng, sự kiện, làn", count);
  en = g_strdup_printf ("%u extension elements of flows, gateways, events and lanes", count);
  note (draft, model->process, vi, en, left_out);
}

void
bpmn_draft_note_losses (const BpmnDraft *draft)
{
  for (guint i = 0; i < draft->model->nodes->len; i++) {
    const BpmnNode *node = bpmn_node (draft->model, i);
    note_gateway (draft, node);
    note_boundary (draft, node);
    note_throw (draft, node);
    note_repetition (draft, node);
  }
  for (guint i = 0; i < draft->steps->len; i++)
    note_step (draft, bpmn_step (draft, i));
  note_extensions (draft);
}

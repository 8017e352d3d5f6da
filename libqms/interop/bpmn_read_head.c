/* SPDX-License-Identifier: Apache-2.0 */
/* What a BPMN process says of the procedure as a whole. */
#include "interop/bpmn_draft.h"

#include <string.h>

static const char *
name_of (BpmnDraft *draft, const BpmnElement *element, const char *attribute)
{
  return bpmn_take (draft, bpmn_one_line (bpmn_value (element, attribute)));
}

static void
read_phases (BpmnDraft *draft, const BpmnElement *process)
{
  for (BpmnElement *at = bpmn_own (process, "phase"); at; at = bpmn_next_own (at, "phase")) {
    BpmnPhase phase = { bpmn_value (at, "id"), name_of (draft, at, "name"), name_of (draft, at, "agency"),
                        g_strcmp0 (bpmn_value (at, "offClock"), "true") == 0 };
    if (phase.id)
      g_array_append_val (draft->phases, phase);
  }
}

static void
read_scenarios (BpmnDraft *draft, const BpmnElement *process)
{
  for (BpmnElement *at = bpmn_own (process, "scenario"); at; at = bpmn_next_own (at, "scenario")) {
    BpmnScenario scenario = { bpmn_value (at, "id"), name_of (draft, at, "name") };
    if (scenario.id)
      g_array_append_val (draft->scenarios, scenario);
  }
}

static void
read_limits (BpmnDraft *draft, const BpmnElement *process)
{
  for (BpmnElement *at = bpmn_own (process, "deadline"); at; at = bpmn_next_own (at, "deadline")) {
    bool unread = false;
    BpmnLimit limit = {
      .value = bpmn_draft_time (draft, at, "value", "unit", &unread),
      .statutory = bpmn_draft_time (draft, at, "statutoryValue", "statutoryUnit", &unread),
      .scenario = bpmn_value (at, "scenario"),
      .phase = bpmn_value (at, "phase"),
      .channel = bpmn_value (at, "channel"),
      .note = bpmn_take (draft, bpmn_text_of (at)),
    };
    limit.unread = unread;
    g_array_append_val (draft->limits, limit);
  }
}

/* The name of the process, else of its pool, else its identifier. */
static const char *
title_of (BpmnDraft *draft, const BpmnElement *process)
{
  const BpmnModel *model = draft->model;
  const char *name = name_of (draft, process, "name");
  const char *pool = model->own_pool == BPMN_NONE ? NULL : bpmn_pool (model, model->own_pool)->name;

  name = bpmn_full_name (name, draft->head ? name_of (draft, draft->head, "title") : NULL);
  return name ? name : pool ? pool : name_of (draft, process, "id");
}

void
bpmn_draft_head (BpmnDraft *draft)
{
  const BpmnModel *model = draft->model;
  const BpmnElement *process = model->process;

  draft->head = bpmn_own (process, "procedure");
  draft->title = title_of (draft, process);
  draft->documentation = bpmn_take (draft, bpmn_text_of (bpmn_child (process, "documentation")));
  if (model->own_pool != BPMN_NONE) {
    const BpmnPool *pool = bpmn_pool (model, model->own_pool);
    const BpmnElement *own = bpmn_own (pool->element, "pool");
    draft->agency = bpmn_full_name (pool->name, own ? name_of (draft, own, "name") : NULL);
  }
  read_phases (draft, process);
  read_scenarios (draft, process);
  read_limits (draft, process);
}

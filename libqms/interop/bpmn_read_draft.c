/* SPDX-License-Identifier: Apache-2.0 */
/* The draft of a procedure: made in the order flow, details, head. */
#include "interop/bpmn_draft.h"

static void
clear_outcome (gpointer data)
{
  g_clear_pointer (&((BpmnOutcome *)data)->branches, g_array_unref);
}

static void
free_step (gpointer data)
{
  BpmnStep *step = data;

  g_array_unref (step->durations);
  g_array_unref (step->forms);
  g_array_unref (step->outcomes);
  g_array_unref (step->timers);
  g_free (step);
}

BpmnStep *
bpmn_draft_add (BpmnDraft *draft, guint node)
{
  BpmnStep *step = g_new0 (BpmnStep, 1);

  step->node = node;
  step->element = bpmn_node (draft->model, node)->element;
  step->durations = g_array_new (FALSE, FALSE, sizeof (BpmnDuration));
  step->forms = g_array_new (FALSE, FALSE, sizeof (BpmnForm));
  step->outcomes = g_array_new (FALSE, FALSE, sizeof (BpmnOutcome));
  g_array_set_clear_func (step->outcomes, clear_outcome);
  step->timers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (draft->steps, step);
  return step;
}

BpmnStep *
bpmn_draft_step_of (const BpmnDraft *draft, guint node)
{
  return node == BPMN_NONE ? NULL : g_hash_table_lookup (draft->step_of, GUINT_TO_POINTER (node));
}

const char *
bpmn_keep (BpmnDraft *draft, const char *text)
{
  return text ? g_string_chunk_insert (draft->strings, text) : NULL;
}

const char *
bpmn_take (BpmnDraft *draft, char *text)
{
  const char *kept = bpmn_keep (draft, text);

  g_free (text);
  return kept;
}

void
bpmn_draft_free (BpmnDraft *draft)
{
  if (!draft)
    return;
  g_string_chunk_free (draft->strings);
  g_hash_table_unref (draft->step_of);
  g_ptr_array_unref (draft->steps);
  g_array_unref (draft->phases);
  g_hash_table_unref (draft->phase_of);
  g_array_unref (draft->scenarios);
  g_array_unref (draft->limits);
  g_free (draft);
}

BpmnDraft *
bpmn_draft_new (const BpmnModel *model)
{
  BpmnDraft *draft = g_new0 (BpmnDraft, 1);

  draft->strings = g_string_chunk_new (4096);
  draft->model = model;
  draft->step_of = g_hash_table_new (NULL, NULL);
  draft->steps = g_ptr_array_new_with_free_func (free_step);
  draft->phases = g_array_new (FALSE, FALSE, sizeof (BpmnPhase));
  draft->phase_of = g_hash_table_new (g_str_hash, g_str_equal);
  draft->scenarios = g_array_new (FALSE, FALSE, sizeof (BpmnScenario));
  draft->limits = g_array_new (FALSE, FALSE, sizeof (BpmnLimit));
  bpmn_draft_head (draft);
  bpmn_draft_flow (draft);
  bpmn_draft_partners (draft);
  for (guint i = 0; i < draft->steps->len; i++)
    bpmn_draft_who (draft, bpmn_step (draft, i));
  bpmn_draft_annotate (draft);
  bpmn_draft_note_losses (draft);
  return draft;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Flows that were redrawn in a modeller, as outcomes. */
#include "interop/bpmn_merge.h"

#include <string.h>

/* ---- what followed what */

GArray *
bpmn_merge_followers (const QmsNode *procedure)
{
  GArray *followers = g_array_new (FALSE, FALSE, sizeof (BpmnFollower));
  size_t count = qms_node_count (procedure, QMS_PROCEDURE_STEPS);

  for (size_t i = 0; i < count; i++) {
    BpmnFollower follower = { qms_node_get_node_at (procedure, QMS_PROCEDURE_STEPS, i),
                              qms_node_get_node_at (procedure, QMS_PROCEDURE_STEPS, i + 1) };
    g_array_append_val (followers, follower);
  }
  return followers;
}

static QmsNode *
next_of (const QmsNode *step)
{
  return qms_node_get_node_at (qms_node_parent (step), QMS_PROCEDURE_STEPS, qms_node_index (step) + 1);
}

/* ---- which flows are the same */

/* What a node of a draft is in the procedure: its identifier there, or one of the file. */
static const char *
name_of (const BpmnDraft *draft, guint node)
{
  const BpmnStep *step = bpmn_draft_step_of (draft, node);

  if (!step)
    return NULL;
  return step->id ? step->id : bpmn_value (step->element, "id");
}

static bool
same_branches (const BpmnDraft *left, const BpmnOutcome *a, const BpmnDraft *right, const BpmnOutcome *b)
{
  guint count = a->branches ? a->branches->len : 0;
  bool same = count == (b->branches ? b->branches->len : 0);

  for (guint i = 0; same && i < count; i++)
    same = g_strcmp0 (name_of (left, g_array_index (a->branches, guint, i)),
                      name_of (right, g_array_index (b->branches, guint, i)))
           == 0;
  return same;
}

static bool
same_outcome (const BpmnDraft *left, const BpmnOutcome *a, const BpmnDraft *right, const BpmnOutcome *b)
{
  return a->own == b->own && a->kind == b->kind && g_strcmp0 (a->code, b->code) == 0
         && g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->scenario, b->scenario) == 0
         && g_strcmp0 (name_of (left, a->target), name_of (right, b->target)) == 0 && same_branches (left, a, right, b);
}

/* The outcome of a step with a code; of one without, the only one. */
static const BpmnOutcome *
find (const BpmnStep *step, const char *code)
{
  for (guint i = 0; i < step->outcomes->len; i++)
    if (g_strcmp0 (bpmn_outcome (step, i)->code, code) == 0)
      return bpmn_outcome (step, i);
  return NULL;
}

static bool
same_flow (const BpmnMerge *self, const BpmnStep *before, const BpmnStep *now)
{
  bool same = before->outcomes->len == now->outcomes->len;

  for (guint i = 0; same && i < now->outcomes->len; i++) {
    const BpmnOutcome *outcome = bpmn_outcome (now, i), *old = find (before, outcome->code);
    same = old && same_outcome (self->base, old, self->theirs, outcome);
  }
  return same;
}

/* ---- changes */

/* Identifier of a step of the procedure; one that has none gets it now that it is referred to. */
static const char *
id_of_node (const BpmnMerge *self, QmsNode *node, const char *wish)
{
  if (!qms_node_id (node)) {
    g_autofree char *id = bpmn_build_free_id (self->build, wish ? wish : "B1");
    bpmn_build_set (node, QMS_STEP_ID, id);
  }
  return qms_node_id (node);
}

static const char *
id_of (const void *data, guint node)
{
  const BpmnMerge *self = data;
  const BpmnStep *step = bpmn_draft_step_of (self->theirs, node);
  QmsNode *found = step ? g_hash_table_lookup (self->ids, step) : NULL;

  return found ? id_of_node (self, found, step->id) : NULL;
}

static void
set_target (const BpmnMerge *self, QmsNode *node, const BpmnOutcome *now)
{
  const char *id = now->target == BPMN_NONE ? NULL : id_of (self, now->target);

  if (id)
    bpmn_build_set (node, QMS_OUTCOME_TARGET, id);
  else
    qms_node_unset (node, QMS_OUTCOME_TARGET);
}

static void
set_branches (const BpmnMerge *self, QmsNode *node, const BpmnOutcome *now)
{
  qms_node_unset (node, QMS_OUTCOME_BRANCHES);
  for (guint i = 0; now->branches && i < now->branches->len; i++)
    bpmn_build_set (qms_node_add (node, QMS_OUTCOME_BRANCHES, QMS_APPEND, NULL), QMS_BRANCH_TARGET,
                    id_of (self, g_array_index (now->branches, guint, i)));
}

/* An outcome that was there before: only what differs is changed. */
static void
change_outcome (const BpmnMerge *self, const BpmnOutcome *before, const BpmnOutcome *now, QmsNode *node)
{
  if (g_strcmp0 (before->name, now->name) != 0)
    bpmn_build_set (node, QMS_OUTCOME_NAME, now->name);
  if (before->kind != now->kind && now->kind)
    qms_node_set_int (node, QMS_OUTCOME_KIND, now->kind, NULL);
  else if (before->kind != now->kind)
    qms_node_unset (node, QMS_OUTCOME_KIND);
  if (g_strcmp0 (before->scenario, now->scenario) != 0)
    bpmn_build_set (node, QMS_OUTCOME_SCENARIO, now->scenario);
  if (g_strcmp0 (name_of (self->base, before->target), name_of (self->theirs, now->target)) != 0)
    set_target (self, node, now);
  if (!same_branches (self->base, before, self->theirs, now))
    set_branches (self, node, now);
}

static GPtrArray *
detach_outcomes (QmsNode *node)
{
  GPtrArray *old = g_ptr_array_new ();

  for (size_t i = 0; i < qms_node_count (node, QMS_STEP_OUTCOMES); i++)
    g_ptr_array_add (old, qms_node_get_node_at (node, QMS_STEP_OUTCOMES, i));
  qms_node_unset (node, QMS_STEP_OUTCOMES);
  return old;
}

/* Whether a step needs no outcome: its only way leads to the step that follows in the list. */
static bool
follows_by_itself (const BpmnMerge *self, const BpmnStep *now, const QmsNode *node)
{
  const BpmnOutcome *only = now->outcomes->len == 1 ? bpmn_outcome (now, 0) : NULL;
  const BpmnStep *target = only ? bpmn_draft_step_of (self->theirs, only->target) : NULL;

  return only && bpmn_outcome_is_plain (only)
         && next_of (node) == (target ? g_hash_table_lookup (self->ids, target) : NULL);
}

/* Outcomes that are still there, in the order of the procedure: files have their flows in another. Returns the set of them. */
static GHashTable *
keep_outcomes (const BpmnMerge *self, const BpmnStep *before, const BpmnStep *now, const GPtrArray *old, QmsNode *node)
{
  GHashTable *kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; before && i < old->len; i++) {
    const char *code = qms_node_get_string (old->pdata[i], QMS_OUTCOME_CODE);
    const BpmnOutcome *was = code ? find (before, code) : NULL, *is = was ? find (now, code) : NULL;
    if (!is || !g_hash_table_add (kept, (gpointer)is))
      continue;
    qms_node_attach (node, QMS_STEP_OUTCOMES, QMS_APPEND, old->pdata[i], NULL);
    change_outcome (self, was, is, old->pdata[i]);
  }
  return kept;
}

static void
redraw (BpmnMerge *self, const BpmnStep *before, const BpmnStep *now, QmsNode *node)
{
  g_autoptr (GPtrArray) old = detach_outcomes (node);
  g_autoptr (GHashTable) kept = NULL;

  if (follows_by_itself (self, now, node))
    return;
  kept = keep_outcomes (self, before, now, old, node);
  for (guint i = 0; i < now->outcomes->len; i++) {
    BpmnOutcome outcome = *bpmn_outcome (now, i);
    if (g_hash_table_contains (kept, bpmn_outcome (now, i)))
      continue;
    if (outcome.target == BPMN_NONE && !outcome.branches && outcome.kind == 0)
      outcome.kind = QMS_OUTCOME_KIND_FINISH;
    bpmn_build_outcome (&outcome, node, id_of, self);
  }
}

/* ---- what followed by its place in the list */

static void
lead_on (const BpmnMerge *self, QmsNode *node, QmsNode *next)
{
  QmsNode *outcome = qms_node_add (node, QMS_STEP_OUTCOMES, QMS_APPEND, NULL);

  bpmn_build_set (outcome, QMS_OUTCOME_CODE, next ? "tiepTuc" : "hoanThanh");
  if (next)
    bpmn_build_set (outcome, QMS_OUTCOME_TARGET, id_of_node (self, next, NULL));
  else
    qms_node_set_int (outcome, QMS_OUTCOME_KIND, QMS_OUTCOME_KIND_FINISH, NULL);
}

static bool
ends_handling (const QmsNode *outcome)
{
  return qms_node_get_int (outcome, QMS_OUTCOME_KIND) >= QMS_OUTCOME_KIND_REFUSE;
}

static void
fix_follower (const BpmnMerge *self, QmsNode *node, QmsNode *next)
{
  size_t count = qms_node_count (node, QMS_STEP_OUTCOMES);

  if (next_of (node) == next)
    return;
  if (count == 0)
    lead_on (self, node, next);
  for (size_t i = 0; i < count; i++) {
    QmsNode *outcome = qms_node_get_node_at (node, QMS_STEP_OUTCOMES, i);
    if (qms_node_has (outcome, QMS_OUTCOME_TARGET) || ends_handling (outcome))
      continue;
    if (next)
      bpmn_build_set (outcome, QMS_OUTCOME_TARGET, id_of_node (self, next, NULL));
    else if (!qms_node_has (outcome, QMS_OUTCOME_BRANCHES))
      qms_node_set_int (outcome, QMS_OUTCOME_KIND, QMS_OUTCOME_KIND_FINISH, NULL);
  }
}

void
bpmn_merge_flows (BpmnMerge *self, const GArray *followers)
{
  g_autoptr (GHashTable) redrawn = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->theirs->steps->len; i++) {
    BpmnStep *now = bpmn_step (self->theirs, i);
    const BpmnStep *before = now->id ? g_hash_table_lookup (self->base_steps, now->id) : NULL;
    QmsNode *node = g_hash_table_lookup (self->ids, now);
    bool known = before && g_hash_table_lookup (self->nodes, now->id) == node;
    if (!node || (known && same_flow (self, before, now)))
      continue;
    redraw (self, known ? before : NULL, now, node);
    g_hash_table_add (redrawn, node);
    if (known)
      bpmn_merge_note (self, now->element, "luồng sau bước", "flows behind the step", now->name);
  }
  for (guint i = 0; i < followers->len; i++) {
    const BpmnFollower *follower = &g_array_index (followers, BpmnFollower, i);
    QmsNode *next = follower->next && qms_node_parent (follower->next) ? follower->next : NULL;
    if (qms_node_parent (follower->node) && !g_hash_table_contains (redrawn, follower->node))
      fix_follower (self, follower->node, next);
  }
}

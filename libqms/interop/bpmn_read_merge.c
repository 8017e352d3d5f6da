/* SPDX-License-Identifier: Apache-2.0 */
/* Steps that were renamed, given to others, added or removed in a modeller. */
#include "interop/bpmn_merge.h"

#include "core/text.h"

#include "gen/ids.h"

#include <qms/workflow.h>

#include <string.h>

void
bpmn_merge_note (const BpmnMerge *merge, const BpmnElement *at, const char *vi, const char *en, const char *name)
{
  g_autofree char *what_vi = g_strdup_printf ("%s «%s»", vi, name ? name : "");
  g_autofree char *what_en = g_strdup_printf ("%s «%s»", en, name ? name : "");

  bpmn_note (merge->build->report, QMS_RULE_BPMN_CHANGED, at, QMS_VALUES ({ "what", { what_vi, what_en } }));
}

/* ---- which step is which */

static GHashTable *
index_steps (const BpmnDraft *draft)
{
  GHashTable *index = g_hash_table_new (qms_text_hash, g_str_equal);

  for (guint i = 0; i < draft->steps->len; i++) {
    BpmnStep *step = bpmn_step (draft, i);
    if (step->id && !g_hash_table_contains (index, step->id))
      g_hash_table_insert (index, (gpointer)step->id, step);
  }
  return index;
}

/* Steps of the procedure by the identifiers that the export gave them. */
static void
index_nodes (BpmnMerge *self)
{
  QmsWorkflow *workflow = NULL;

  if (qms_workflow_new (self->procedure, &workflow, NULL) != QMS_OK)
    return;
  for (size_t i = 0; i < qms_workflow_steps (workflow); i++)
    g_hash_table_insert (self->nodes, g_strdup (qms_workflow_step_id (workflow, i)),
                         qms_node_get_node_at (self->procedure, QMS_PROCEDURE_STEPS, i));
  qms_workflow_unref (workflow);
}

/* A step of the file that stands for one of the procedure: the first with its mark, since copies in a modeller keep marks. */
static QmsNode *
node_of (const BpmnMerge *self, const BpmnStep *step)
{
  bool first = step->id && g_hash_table_lookup (self->their_steps, step->id) == step;

  return first && g_hash_table_contains (self->base_steps, step->id) ? g_hash_table_lookup (self->nodes, step->id)
                                                                     : NULL;
}

/* ---- fields of a step */

static bool
same (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

static bool
same_durations (const BpmnStep *a, const BpmnStep *b)
{
  bool equal = a->durations->len == b->durations->len;

  for (guint i = 0; equal && i < a->durations->len; i++) {
    const BpmnDuration *x = &g_array_index (a->durations, BpmnDuration, i);
    const BpmnDuration *y = &g_array_index (b->durations, BpmnDuration, i);
    equal = same (x->scenario, y->scenario) && same (x->value, y->value) && same (x->note, y->note);
  }
  return equal;
}

static bool
same_forms (const BpmnStep *a, const BpmnStep *b)
{
  bool equal = a->forms->len == b->forms->len;

  for (guint i = 0; equal && i < a->forms->len; i++) {
    const BpmnForm *x = &g_array_index (a->forms, BpmnForm, i), *y = &g_array_index (b->forms, BpmnForm, i);
    equal = x->out == y->out && same (x->form, y->form) && same (x->kind, y->kind) && same (x->name, y->name);
  }
  return equal;
}

static bool
same_who (const BpmnWho *a, const BpmnWho *b)
{
  return same (a->role, b->role) && same (a->unit, b->unit)
         && (a->role || a->unit || (same (a->role_name, b->role_name) && same (a->unit_name, b->unit_name)));
}

static void
change_action (BpmnMerge *self, const BpmnStep *before, const BpmnStep *now, QmsNode *node)
{
  g_autofree char *text = NULL;

  if (same (before->documentation, now->documentation))
    return;
  text = bpmn_without_lines (now->documentation, before->documentation, qms_node_get_string (node, QMS_STEP_ACTION));
  if (*text)
    bpmn_build_set (node, QMS_STEP_ACTION, text);
  else
    qms_node_unset (node, QMS_STEP_ACTION);
  bpmn_merge_note (self, now->element, "nội dung của bước", "text of the step", now->name);
}

static void
change_name (BpmnMerge *self, const BpmnStep *before, const BpmnStep *now, QmsNode *node)
{
  if (same (before->shown, now->shown))
    return;
  if (now->shown)
    bpmn_build_set (node, QMS_STEP_NAME, now->shown);
  else
    qms_node_unset (node, QMS_STEP_NAME);
  bpmn_merge_note (self, now->element, "tên bước", "name of the step", now->shown);
}

/* Whatever of lane, group and mark has changed. A profile may write the group that is marked. */
static void
change_who (BpmnMerge *self, const BpmnStep *before, const BpmnStep *now, QmsNode *node)
{
  static const BpmnWho nobody;
  bool lane = !same_who (&before->lane, &now->lane), group = !same (before->group, now->group);

  group = group && !same (now->group, now->marked.role);
  if (!lane && !group && same_who (&before->marked, &now->marked))
    return;
  if (lane || !group)
    qms_node_unset (node, QMS_STEP_UNIT);
  bpmn_build_who (self->build, lane ? &now->lane : group ? &nobody : &now->marked, lane ? NULL : now->group, now, node);
  bpmn_merge_note (self, now->element, "trách nhiệm của bước", "who does the step", now->name);
}

/* A lane that was given another name: its role is called so now. */
static void
change_role_name (BpmnMerge *self, const BpmnStep *before, const BpmnStep *now)
{
  QmsNode *role = now->lane.role ? qms_document_find (self->build->document, now->lane.role) : NULL;
  const char *name = now->lane.role_name;

  if (!name || !same (before->lane.role, now->lane.role) || same (before->lane.role_name, name) || !role
      || role->type->id != QMS_TYPE_ROLE || same (qms_node_get_string (role, QMS_ROLE_NAME), name))
    return;
  if (!same (qms_node_get_string (role, QMS_ROLE_NAME), before->lane.role_name)) {
    bpmn_build_compare_role (self->build, role, name);
    return;
  }
  bpmn_build_set (role, QMS_ROLE_NAME, name);
  bpmn_merge_note (self, now->element, "tên vai trò", "name of the role", name);
}

static void
change_marks (BpmnMerge *self, const BpmnStep *before, const BpmnStep *now, QmsNode *node)
{
  if (before->kind == now->kind && same (before->number, now->number) && same (before->phase, now->phase))
    return;
  if (before->kind != now->kind)
    qms_node_set_int (node, QMS_STEP_KIND, now->kind, NULL);
  if (!same (before->number, now->number))
    bpmn_build_set (node, QMS_STEP_NUMBER, now->number);
  if (!same (before->phase, now->phase))
    bpmn_build_set (node, QMS_STEP_PHASE, now->phase);
  bpmn_merge_note (self, now->element, "loại, số hoặc giai đoạn của bước", "kind, number or phase of the step",
                   now->name);
}

static void
change_step (BpmnMerge *self, const BpmnStep *before, const BpmnStep *now, QmsNode *node)
{
  change_name (self, before, now, node);
  change_action (self, before, now, node);
  change_marks (self, before, now, node);
  change_who (self, before, now, node);
  change_role_name (self, before, now);
  if (!same_durations (before, now)) {
    bpmn_build_durations (self->build, now, node);
    bpmn_merge_note (self, now->element, "thời gian của bước", "time of the step", now->name);
  }
  if (!same_forms (before, now)) {
    bpmn_build_forms (self->build, now, node);
    bpmn_merge_note (self, now->element, "biểu mẫu của bước", "forms of the step", now->name);
  }
  if (bpmn_drop_extras (now->element, before->element, node) + bpmn_keep_extras (now->element, before->element, node)
      > 0)
    bpmn_merge_note (self, now->element, "phần mở rộng của bước", "extensions of the step", now->name);
}

/* ---- the list of steps */

static void
remove_missing (BpmnMerge *self)
{
  for (guint i = 0; i < self->base->steps->len; i++) {
    const BpmnStep *step = bpmn_step (self->base, i);
    QmsNode *node = step->id ? g_hash_table_lookup (self->nodes, step->id) : NULL;
    if (!node || g_hash_table_contains (self->their_steps, step->id))
      continue;
    bpmn_merge_note (self, self->theirs->model->process, "đã xóa bước", "step removed", step->name);
    qms_node_remove (self->procedure, QMS_PROCEDURE_STEPS, qms_node_index (node), NULL);
    g_hash_table_remove (self->nodes, step->id);
  }
}

/* Notation that the export itself put there and that reads as a step, such as a gateway where branches meet. */
static GHashTable *
index_notation (const BpmnDraft *base)
{
  GHashTable *index = g_hash_table_new (qms_text_hash, g_str_equal);

  for (guint i = 0; i < base->steps->len; i++) {
    const char *id = bpmn_value (bpmn_step (base, i)->element, "id");
    if (!bpmn_step (base, i)->id && id)
      g_hash_table_add (index, (gpointer)id);
  }
  return index;
}

static bool
is_notation (GHashTable *notation, const BpmnStep *step)
{
  const char *id = bpmn_value (step->element, "id");

  return !step->id && id && g_hash_table_contains (notation, id);
}

/* A new step stands behind the one that it follows in the file. */
static void
change_and_add (BpmnMerge *self)
{
  g_autoptr (GHashTable) notation = index_notation (self->base);
  const QmsNode *last = NULL;

  for (guint i = 0; i < self->theirs->steps->len; i++) {
    BpmnStep *step = bpmn_step (self->theirs, i);
    QmsNode *node = node_of (self, step);
    if (is_notation (notation, step))
      continue;
    if (node) {
      change_step (self, g_hash_table_lookup (self->base_steps, step->id), step, node);
    } else {
      node = qms_node_add (self->procedure, QMS_PROCEDURE_STEPS, last ? qms_node_index (last) + 1 : 0, NULL);
      bpmn_build_step_id (self->build, step, node);
      bpmn_build_step (self->build, step, node);
      bpmn_merge_note (self, step->element, "bước mới", "new step", step->name);
    }
    g_hash_table_insert (self->ids, step, node);
    last = node;
  }
}

/* The first step is where the handling begins. */
static void
move_first (BpmnMerge *self)
{
  BpmnStep *first = bpmn_step (self->theirs, 0), *before = bpmn_step (self->base, 0);
  QmsNode *node = g_hash_table_lookup (self->ids, first);

  if (node && !same (first->id, before->id) && qms_node_index (node) > 0)
    qms_node_move (self->procedure, QMS_PROCEDURE_STEPS, qms_node_index (node), 0, NULL);
}

void
bpmn_merge (BpmnBuild *build, const BpmnDraft *base, const BpmnDraft *theirs, QmsNode *procedure)
{
  g_autoptr (GHashTable) base_steps = index_steps (base), their_steps = index_steps (theirs);
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) followers = bpmn_merge_followers (procedure);
  BpmnMerge self = { build, base, theirs, procedure, base_steps, their_steps, nodes, ids };

  build->procedure = procedure;
  index_nodes (&self);
  bpmn_merge_head (&self);
  remove_missing (&self);
  change_and_add (&self);
  move_first (&self);
  bpmn_merge_flows (&self, followers);
}

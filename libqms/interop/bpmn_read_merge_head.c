/* SPDX-License-Identifier: Apache-2.0 */
/* What was changed in a modeller of the procedure as a whole: title, limits, phases, scenarios, pools. */
#include "interop/bpmn_merge.h"

#include "core/text.h"
#include "gen/ids.h"

#include <string.h>

static bool
same (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

/* A change that is not made: the procedure stays as it was exported. */
static void
note_kept (const BpmnMerge *self, const BpmnElement *at, const char *vi, const char *en)
{
  bpmn_note (self->build->report, QMS_RULE_BPMN_NOT_REPRESENTABLE, at,
             QMS_VALUES ({ "what", { vi, en } }, { "kept", { "giữ bản cũ", "the old one is kept" } }));
}

/* ---- limits */

static bool
same_limits (const BpmnDraft *a, const BpmnDraft *b)
{
  bool equal = a->limits->len == b->limits->len;

  for (guint i = 0; equal && i < a->limits->len; i++) {
    const BpmnLimit *x = &g_array_index (a->limits, BpmnLimit, i), *y = &g_array_index (b->limits, BpmnLimit, i);
    equal = same (x->value, y->value) && same (x->statutory, y->statutory) && same (x->scenario, y->scenario)
            && same (x->phase, y->phase) && same (x->channel, y->channel) && same (x->note, y->note);
  }
  return equal;
}

/* ---- phases and scenarios */

/* Identifier → item; items begin with their identifier. */
static GHashTable *
index_items (const GArray *items)
{
  GHashTable *index = g_hash_table_new (qms_text_hash, g_str_equal);
  guint size = g_array_get_element_size ((GArray *)items);

  for (guint i = 0; i < items->len; i++) {
    char *item = items->data + (gsize)i * size;
    g_hash_table_insert (index, *(gpointer *)item, item);
  }
  return index;
}

/* The node of an item in the procedure. */
static QmsNode *
find_item (const BpmnMerge *self, uint32_t type, const char *id)
{
  QmsNode *node = qms_document_find (self->build->document, id);

  return node && node->type->id == type && qms_node_parent (node) == self->procedure ? node : NULL;
}

static void
change_phase (BpmnMerge *self, const BpmnPhase *before, const BpmnPhase *now)
{
  QmsNode *node = find_item (self, QMS_TYPE_PHASE, now->id);

  if (!node
      || (same (before->name, now->name) && same (before->agency, now->agency) && before->off_clock == now->off_clock))
    return;
  if (now->name)
    bpmn_build_set (node, QMS_PHASE_NAME, now->name);
  if (now->agency)
    bpmn_build_set (node, QMS_PHASE_AGENCY, now->agency);
  else
    qms_node_unset (node, QMS_PHASE_AGENCY);
  if (before->off_clock != now->off_clock)
    qms_node_set_int (node, QMS_PHASE_OFF_CLOCK, now->off_clock, NULL);
  bpmn_merge_note (self, self->theirs->model->process, "giai đoạn", "phase", now->name ? now->name : now->id);
}

static void
merge_phases (BpmnMerge *self)
{
  g_autoptr (GHashTable) base = index_items (self->base->phases), theirs = index_items (self->theirs->phases);
  const BpmnElement *process = self->theirs->model->process;

  for (guint i = 0; i < self->theirs->phases->len; i++) {
    const BpmnPhase *now = &g_array_index (self->theirs->phases, BpmnPhase, i);
    const BpmnPhase *before = g_hash_table_lookup (base, now->id);
    if (before) {
      change_phase (self, before, now);
      continue;
    }
    bpmn_build_phase (self->build, now);
    bpmn_merge_note (self, process, "giai đoạn mới", "new phase", now->name ? now->name : now->id);
  }
  for (guint i = 0; i < self->base->phases->len; i++)
    if (!g_hash_table_contains (theirs, g_array_index (self->base->phases, BpmnPhase, i).id))
      note_kept (self, process, "giai đoạn đã xóa", "a removed phase");
}

static void
change_scenario (BpmnMerge *self, const BpmnScenario *before, const BpmnScenario *now)
{
  QmsNode *node = find_item (self, QMS_TYPE_SCENARIO, now->id);

  if (!node || !now->name || same (before->name, now->name))
    return;
  bpmn_build_set (node, QMS_SCENARIO_NAME, now->name);
  bpmn_merge_note (self, self->theirs->model->process, "trường hợp", "scenario", now->name);
}

static void
merge_scenarios (BpmnMerge *self)
{
  g_autoptr (GHashTable) base = index_items (self->base->scenarios), theirs = index_items (self->theirs->scenarios);
  const BpmnElement *process = self->theirs->model->process;

  for (guint i = 0; i < self->theirs->scenarios->len; i++) {
    const BpmnScenario *now = &g_array_index (self->theirs->scenarios, BpmnScenario, i);
    const BpmnScenario *before = g_hash_table_lookup (base, now->id);
    if (before) {
      change_scenario (self, before, now);
      continue;
    }
    bpmn_build_scenario (self->build, now);
    bpmn_merge_note (self, process, "trường hợp mới", "new scenario", now->name ? now->name : now->id);
  }
  for (guint i = 0; i < self->base->scenarios->len; i++)
    if (!g_hash_table_contains (theirs, g_array_index (self->base->scenarios, BpmnScenario, i).id))
      note_kept (self, process, "trường hợp đã xóa", "a removed scenario");
}

/* ---- pools */

/* Name in full. Free with g_free. */
static char *
pool_name (const BpmnPool *pool)
{
  const BpmnElement *own = bpmn_own (pool->element, "pool");
  g_autofree char *full = own ? bpmn_one_line (bpmn_value (own, "name")) : NULL;

  return g_strdup (bpmn_full_name (pool->name, full));
}

/* Gives the nodes of a list that have the old name the new one; false if there are none. */
static bool
rename_in (QmsNode *parent, uint32_t list, uint32_t field, const char *old, const char *name)
{
  bool found = false;

  for (size_t i = 0; i < qms_node_count (parent, list); i++) {
    QmsNode *node = qms_node_get_node_at (parent, list, i);
    if (!same (qms_node_get_string (node, field), old))
      continue;
    bpmn_build_set (node, field, name);
    found = true;
  }
  return found;
}

/* The pool of the agency is called as the agency, others as the phases or roles of others. */
static bool
rename_party (BpmnMerge *self, bool own, const char *old, const char *name)
{
  QmsNode *agency = self->build->agency;
  bool phases, roles;

  if (own && same (qms_node_get_string (agency, QMS_AGENCY_NAME), old)) {
    bpmn_build_set (agency, QMS_AGENCY_NAME, name);
    return true;
  }
  if (own)
    return false;
  phases = rename_in (self->procedure, QMS_PROCEDURE_PHASES, QMS_PHASE_AGENCY, old, name);
  roles = rename_in (agency, QMS_AGENCY_ROLES, QMS_ROLE_NAME, old, name);
  return phases || roles;
}

static void
merge_pool (BpmnMerge *self, const BpmnPool *before, const BpmnPool *now, bool own)
{
  g_autofree char *old = pool_name (before), *name = pool_name (now);

  if (same (old, name))
    return;
  if (old && name && rename_party (self, own, old, name))
    bpmn_merge_note (self, now->element, "tên cơ quan hoặc bên liên quan", "name of an agency or party", name);
  else
    note_kept (self, now->element, "tên của vùng (pool) đã sửa", "a changed name of a pool");
}

/* Pools are the same if their elements have the same identifier. */
static void
merge_pools (BpmnMerge *self)
{
  const BpmnModel *base = self->base->model, *theirs = self->theirs->model;
  g_autoptr (GHashTable) known = g_hash_table_new (qms_text_hash, g_str_equal);

  for (guint i = 0; i < base->pools->len; i++) {
    const char *id = bpmn_value (bpmn_pool (base, i)->element, "id");
    if (id)
      g_hash_table_insert (known, (gpointer)id, bpmn_pool (base, i));
  }
  for (guint i = 0; i < theirs->pools->len; i++) {
    const char *id = bpmn_value (bpmn_pool (theirs, i)->element, "id");
    const BpmnPool *before = id ? g_hash_table_lookup (known, id) : NULL;
    if (before)
      merge_pool (self, before, bpmn_pool (theirs, i), i == theirs->own_pool);
  }
}

/* ---- the whole */

void
bpmn_merge_head (BpmnMerge *self)
{
  const BpmnElement *process = self->theirs->model->process;

  if (!same (self->base->title, self->theirs->title)) {
    bpmn_build_set (self->procedure, QMS_PROCEDURE_TITLE, self->theirs->title);
    bpmn_merge_note (self, process, "tên quy trình", "title of the procedure", self->theirs->title);
  }
  merge_phases (self);
  merge_scenarios (self);
  merge_pools (self);
  if (!same_limits (self->base, self->theirs)) {
    bpmn_build_limits (self->build, self->theirs, self->procedure);
    bpmn_merge_note (self, process, "thời hạn của quy trình", "time limits of the procedure", self->theirs->title);
  }
  if (!same (self->base->documentation, self->theirs->documentation))
    note_kept (self, process, "tài liệu của quy trình đã sửa", "changed documentation of the process");
  if (bpmn_drop_extras (process, self->base->model->process, self->procedure)
          + bpmn_keep_extras (process, self->base->model->process, self->procedure)
      > 0)
    bpmn_merge_note (self, process, "phần mở rộng của quy trình", "extensions of the procedure", self->theirs->title);
}

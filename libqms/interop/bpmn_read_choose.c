/* SPDX-License-Identifier: Apache-2.0 */
/* Which process of a BPMN file is imported: the executable one, else one with a pool and lanes, else the largest. */
#include "interop/bpmn_model.h"

#include "gen/ids.h"

#include <string.h>

static const struct {
  const char *name;
  BpmnKind kind;
} kinds[] = {
  { "task", BPMN_ACTIVITY },
  { "userTask", BPMN_ACTIVITY },
  { "manualTask", BPMN_ACTIVITY },
  { "businessRuleTask", BPMN_ACTIVITY },
  { "scriptTask", BPMN_ACTIVITY },
  { "serviceTask", BPMN_ACTIVITY },
  { "sendTask", BPMN_ACTIVITY },
  { "receiveTask", BPMN_ACTIVITY },
  { "callActivity", BPMN_ACTIVITY },
  { "adHocSubProcess", BPMN_ACTIVITY },
  { "subProcess", BPMN_GROUP },
  { "transaction", BPMN_GROUP },
  { "startEvent", BPMN_START },
  { "endEvent", BPMN_END },
  { "intermediateCatchEvent", BPMN_CATCH },
  { "intermediateThrowEvent", BPMN_THROW },
  { "boundaryEvent", BPMN_BOUNDARY },
  { "exclusiveGateway", BPMN_XOR },
  { "inclusiveGateway", BPMN_OR },
  { "complexGateway", BPMN_OR },
  { "parallelGateway", BPMN_AND },
  { "eventBasedGateway", BPMN_EVENT_GATEWAY },
};

static bool
has_content (const BpmnElement *element)
{
  BpmnKind kind;

  for (const BpmnElement *child = element->first; child; child = child->next)
    if (bpmn_kind_of (child, &kind))
      return true;
  return false;
}

bool
bpmn_kind_of (const BpmnElement *element, BpmnKind *kind)
{
  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (bpmn_is (element, kinds[i].name)) {
      *kind = kinds[i].kind;
      if (*kind == BPMN_GROUP && !has_content (element))
        *kind = BPMN_ACTIVITY;
      return true;
    }
  return false;
}

static guint
count_activities (const BpmnElement *element)
{
  guint count = 0;
  BpmnKind kind;

  for (const BpmnElement *child = element->first; child; child = child->next)
    if (bpmn_kind_of (child, &kind)) {
      count += kind == BPMN_ACTIVITY;
      count += kind == BPMN_GROUP ? count_activities (child) : 0;
    }
  return count;
}

static bool
is_true (const char *value)
{
  return value && (strcmp (value, "true") == 0 || strcmp (value, "1") == 0);
}

static bool
has_pool (const BpmnElement *process, GHashTable *pooled)
{
  return g_hash_table_contains (pooled, process);
}

/* Processes that a participant names. */
static GHashTable *
find_pooled (const BpmnTree *tree, GHashTable *ids)
{
  GHashTable *pooled = g_hash_table_new (NULL, NULL);

  for (BpmnElement *at = bpmn_child (tree->root, "collaboration"); at; at = bpmn_next (at, "collaboration"))
    for (BpmnElement *pool = bpmn_child (at, "participant"); pool; pool = bpmn_next (pool, "participant")) {
      gpointer process = bpmn_lookup (ids, bpmn_value (pool, "processRef"));
      if (process)
        g_hash_table_add (pooled, process);
    }
  return pooled;
}

static guint
rank (const BpmnElement *process, GHashTable *pooled)
{
  if (is_true (bpmn_value (process, "isExecutable")))
    return 2;
  return has_pool (process, pooled) && bpmn_child (process, "laneSet") ? 1 : 0;
}

static void
note_others (const BpmnTree *tree, const BpmnElement *chosen, QmsReport *report)
{
  for (BpmnElement *at = bpmn_child (tree->root, "process"); at; at = bpmn_next (at, "process")) {
    g_autofree char *name = bpmn_one_line (bpmn_value (at, "name")), *count = NULL;
    const char *id = bpmn_value (at, "id");
    if (at == chosen || !has_content (at))
      continue;
    count = g_strdup_printf ("%u", count_activities (at));
    bpmn_note (report, QMS_RULE_BPMN_OTHER_PROCESS, at,
               QMS_VALUES ({ "name",
                             { name ? name
                               : id ? id
                                    : "" } },
                           { "count", { count } }));
  }
}

const BpmnElement *
bpmn_choose_process (const BpmnTree *tree, GHashTable *ids, QmsReport *report)
{
  g_autoptr (GHashTable) pooled = find_pooled (tree, ids);
  const BpmnElement *best = NULL;
  guint best_rank = 0, best_size = 0;

  for (BpmnElement *at = bpmn_child (tree->root, "process"); at; at = bpmn_next (at, "process")) {
    guint size = count_activities (at), own_rank = rank (at, pooled);
    if (size > 0 && (!best || own_rank > best_rank || (own_rank == best_rank && size > best_size))) {
      best = at;
      best_rank = own_rank;
      best_size = size;
    }
  }
  if (best)
    note_others (tree, best, report);
  return best;
}

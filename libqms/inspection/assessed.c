/* SPDX-License-Identifier: Apache-2.0 */
/* Which items of the checklist could be judged: a rule that saw none of the things that it is about has said nothing. */
#include "inspection/assessed.h"

#include "core/document.h"
#include "framework/framework.h"
#include "framework/outcome.h"
#include "inspection/checklist.h"

bool
qms_system_is_empty (const QmsNode *system)
{
  for (unsigned slot = 0; slot < system->type->n_fields; slot++) {
    const QmsField *field = &system->type->fields[slot];

    if (field->kind == QMS_KIND_NODE && field->id != QMS_SYSTEM_SUPPRESSIONS && qms_node_present (system, slot))
      return false;
  }
  return true;
}

/* ---- what is there */

static void
mark_types (const QmsNode *node, bool *present)
{
  present[node->type->index] = true;
  for (unsigned slot = 0; slot < node->type->n_fields; slot++) {
    const QmsSlot *items;
    size_t count =
        node->type->fields[slot].kind == QMS_KIND_NODE ? qms_node_items (node, &node->type->fields[slot], &items) : 0;

    for (size_t i = 0; i < count; i++)
      mark_types (items[i].node, present);
  }
}

/* ---- who looks at it */

static void
add_items_of_rule (const QmsRuleCheck *check, GHashTable *items)
{
  for (const char *const *item = qms_gen_rules[check->rule].items; *item; item++)
    g_hash_table_add (items, g_strdup (*item));
}

/* There always are a system and an agency; what their rules look at may be missing all the same. */
static bool
is_always_there (unsigned type)
{
  return type == qms_type_by_id (QMS_TYPE_SYSTEM)->index || type == qms_type_by_id (QMS_TYPE_AGENCY)->index;
}

/* Adds to `decided` the items of all rules about something that may be absent; to `items` those of which something is there. */
static void
add_by_rules (const bool *present, GHashTable *decided, GHashTable *items)
{
  for (size_t i = 0; i < qms_gen_n_rule_checks; i++) {
    const QmsRuleCheck *check = &qms_gen_rule_checks[i];

    if (is_always_there (check->type))
      continue;
    add_items_of_rule (check, decided);
    if (present[check->type])
      add_items_of_rule (check, items);
  }
}

/* Items that only rules about the system as a whole decide: they go with the others. */
static void
add_remaining (GHashTable *decided, GHashTable *items)
{
  bool any = g_hash_table_size (items) > 0;

  for (size_t i = 0; any && i < qms_gen_n_checklist; i++)
    if (!g_hash_table_contains (decided, qms_gen_checklist[i].id))
      g_hash_table_add (items, g_strdup (qms_gen_checklist[i].id));
}

static void
add_by_framework (const QmsNode *framework, const QmsReport *report, GHashTable *items)
{
  const QmsNode *agency = qms_system_get_agency (report->document->root);
  int32_t agency_type = agency ? qms_agency_get_type (agency) : 0;

  for (size_t i = 0; i < qms_framework_count_requirements (framework); i++) {
    const QmsNode *requirement = qms_framework_get_requirements (framework, i);
    const char *decided = qms_requirement_get_items (requirement);
    g_auto (GStrv) names = g_strsplit (decided ? decided : "", " ", -1);

    if (!qms_requirement_applies (requirement, agency_type, report->today))
      continue;
    for (char **name = names; *name; name++)
      g_hash_table_add (items, g_strdup (*name));
  }
}

GHashTable *
qms_assessed_items (const QmsReport *report, const QmsNode *framework)
{
  GHashTable *items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree bool *present = g_new0 (bool, qms_gen_n_types);

  mark_types (report->document->root, present);
  if (framework)
    add_by_framework (framework, report, items);
  add_by_rules (present, decided, items);
  add_remaining (decided, items);
  return items;
}

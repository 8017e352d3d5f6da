/* SPDX-License-Identifier: Apache-2.0 */
/* Who does a step: our own mark, candidate groups, a potential owner, the lane, the pool. */
#include "interop/bpmn_draft.h"

#include <string.h>

static const char *
name_of (BpmnDraft *draft, const BpmnElement *element)
{
  return bpmn_take (draft, bpmn_one_line (bpmn_value (element, "name")));
}

static void
read_mark (BpmnDraft *draft, BpmnStep *step)
{
  const BpmnElement *role = bpmn_own (step->element, "role"), *unit = bpmn_own (step->element, "unit");

  step->marked.role = role ? bpmn_value (role, "ref") : NULL;
  step->marked.role_name = role ? name_of (draft, role) : NULL;
  step->marked.unit = unit ? bpmn_value (unit, "ref") : NULL;
  step->marked.unit_name = unit ? name_of (draft, unit) : NULL;
}

/* ---- groups */

/* A name; of "group(a)" what stands inside. Expressions are none. Free with g_free. */
static char *
group_name (char *text)
{
  char *end;

  g_strstrip (text);
  if (g_str_has_prefix (text, "group(") || g_str_has_prefix (text, "user(")) {
    text = strchr (text, '(') + 1;
    end = strrchr (text, ')');
    if (end)
      *end = '\0';
  }
  return *text && !strchr (text, '$') ? bpmn_one_line (text) : NULL;
}

/* The names of "a, b; c", one a line; NULL if there are none. */
static const char *
take_groups (BpmnDraft *draft, const char *text)
{
  g_auto (GStrv) parts = text ? g_strsplit_set (text, ",;", -1) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  for (char **part = parts; part && *part; part++) {
    g_autofree char *name = group_name (*part);
    if (name)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", name);
  }
  return names->len > 0 ? bpmn_keep (draft, names->str) : NULL;
}

/* candidateGroups as an attribute, or of <zeebe:assignmentDefinition>. */
static const char *
candidate_groups (const BpmnElement *element)
{
  const BpmnElement *extensions = bpmn_child (element, "extensionElements");
  const char *groups = bpmn_foreign_value (element, "candidateGroups");

  for (const BpmnElement *at = extensions ? extensions->first : NULL; at && !groups; at = at->next)
    if (at->name && strcmp (at->name, "assignmentDefinition") == 0)
      groups = bpmn_value (at, "candidateGroups");
  return groups;
}

/* Text of the expression, which some spell formalExpression, or the name of the resource. */
static char *
owner_of (const BpmnDraft *draft, const BpmnElement *owner)
{
  const BpmnElement *assignment = bpmn_child (owner, "resourceAssignmentExpression");
  const BpmnElement *resource;
  g_autofree char *reference = NULL;

  if (assignment)
    return bpmn_text_of (assignment);
  reference = bpmn_text_of (bpmn_child (owner, "resourceRef"));
  resource = bpmn_lookup (draft->model->ids, reference);
  return g_strdup (resource ? bpmn_value (resource, "name") : bpmn_value (owner, "name"));
}

static void
read_group (BpmnDraft *draft, BpmnStep *step)
{
  static const char *const owners[] = { "potentialOwner", "humanPerformer", "performer", "resourceRole" };

  step->group = take_groups (draft, candidate_groups (step->element));
  for (size_t i = 0; i < G_N_ELEMENTS (owners) && !step->group; i++) {
    const BpmnElement *owner = bpmn_child (step->element, owners[i]);
    g_autofree char *text = owner ? owner_of (draft, owner) : NULL;
    step->group = take_groups (draft, text);
  }
}

/* ---- lanes */

static void
read_pool (BpmnDraft *draft, BpmnStep *step)
{
  if (draft->model->own_pool != BPMN_NONE)
    step->lane.role_name = draft->agency;
}

static void
read_lane (BpmnDraft *draft, BpmnStep *step)
{
  const BpmnModel *model = draft->model;
  guint index = bpmn_node (model, step->node)->lane;
  const BpmnLane *lane = index == BPMN_NONE ? NULL : bpmn_lane (model, index);
  const BpmnElement *own = lane ? bpmn_own (lane->element, "lane") : NULL;
  const char *full = own ? name_of (draft, own) : NULL;

  if (!lane) {
    read_pool (draft, step);
  } else if (own) {
    step->lane.role = bpmn_value (own, "role");
    step->lane.unit = bpmn_value (own, "unit");
    step->lane.role_name = step->lane.role ? bpmn_full_name (lane->name, full) : NULL;
    step->lane.unit_name = step->lane.unit ? bpmn_full_name (lane->name, full) : NULL;
  } else {
    step->lane.role_name = lane->name;
    step->lane.unit_name = lane->parent == BPMN_NONE ? NULL : bpmn_lane (model, lane->parent)->name;
  }
}

void
bpmn_draft_who (BpmnDraft *draft, BpmnStep *step)
{
  read_mark (draft, step);
  read_group (draft, step);
  read_lane (draft, step);
}

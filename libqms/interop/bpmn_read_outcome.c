/* SPDX-License-Identifier: Apache-2.0 */
/* Outcomes of a draft as nodes. */
#include "interop/bpmn_build.h"

#include <string.h>

bool
bpmn_outcome_is_plain (const BpmnOutcome *outcome)
{
  bool ends = outcome->target == BPMN_NONE && outcome->kind == QMS_OUTCOME_KIND_FINISH;

  return !outcome->own && !outcome->name && !outcome->branches && !outcome->condition && (outcome->kind == 0 || ends);
}

static bool
is_taken (const QmsNode *step, const char *code)
{
  for (size_t i = 0; i < qms_node_count (step, QMS_STEP_OUTCOMES); i++)
    if (g_strcmp0 (qms_node_get_string (qms_node_get_node_at (step, QMS_STEP_OUTCOMES, i), QMS_OUTCOME_CODE), code)
        == 0)
      return true;
  return false;
}

/* A code that no outcome of the step has. Free with g_free. */
static char *
free_code (const BpmnOutcome *outcome, const QmsNode *step)
{
  const QmsEnum *kinds = qms_field_enum (qms_field_by_id (QMS_OUTCOME_KIND));
  int kind = outcome->kind ? outcome->kind : QMS_OUTCOME_KIND_PROCEED;
  g_autofree char *slug = outcome->code ? g_strdup (outcome->code) : bpmn_slug (outcome->name);
  const char *wish = *slug ? slug : qms_enum_value_xml (kinds, kind);
  char *code = g_strdup (wish);

  for (guint i = 2; is_taken (step, code); i++) {
    g_free (code);
    code = g_strdup_printf ("%s%u", wish, i);
  }
  return code;
}

QmsNode *
bpmn_build_outcome (const BpmnOutcome *outcome, QmsNode *step, BpmnIdOf id_of, const void *data)
{
  g_autofree char *code = free_code (outcome, step);
  QmsNode *node = qms_node_add (step, QMS_STEP_OUTCOMES, QMS_APPEND, NULL);

  bpmn_build_set (node, QMS_OUTCOME_CODE, code);
  bpmn_build_set (node, QMS_OUTCOME_NAME, outcome->name);
  if (outcome->kind)
    qms_node_set_int (node, QMS_OUTCOME_KIND, outcome->kind, NULL);
  if (outcome->target != BPMN_NONE)
    bpmn_build_set (node, QMS_OUTCOME_TARGET, id_of (data, outcome->target));
  for (guint i = 0; outcome->branches && i < outcome->branches->len; i++) {
    QmsNode *branch = qms_node_add (node, QMS_OUTCOME_BRANCHES, QMS_APPEND, NULL);
    bpmn_build_set (branch, QMS_BRANCH_TARGET, id_of (data, g_array_index (outcome->branches, guint, i)));
  }
  if (outcome->condition)
    bpmn_build_extend (node, "condition", outcome->condition);
  if (outcome->element)
    bpmn_keep_extras (outcome->element, NULL, node);
  return node;
}

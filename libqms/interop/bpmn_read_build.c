/* SPDX-License-Identifier: Apache-2.0 */
/* A draft as a procedure of a system. */
#include "interop/bpmn_build.h"
#include "core/kind.h"
#include "core/text.h"
#include "interop/bpmn_text.h"

#include <qms/bpmn.h>

#include <string.h>

void
bpmn_build_init (BpmnBuild *build, QmsDocument *document, QmsReport *report)
{
  *build = (BpmnBuild){ .document = document, .report = report };
  build->noted = g_hash_table_new (NULL, NULL);
  build->numbers = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  build->renamed = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, g_free);
}

void
bpmn_build_clear (BpmnBuild *build)
{
  g_clear_pointer (&build->roles, g_hash_table_unref);
  g_clear_pointer (&build->units, g_hash_table_unref);
  g_clear_pointer (&build->numbers, g_hash_table_unref);
  g_clear_pointer (&build->noted, g_hash_table_unref);
  g_clear_pointer (&build->renamed, g_hash_table_unref);
}

void
bpmn_build_set (QmsNode *node, uint32_t field, const char *text)
{
  if (text)
    qms_node_set_text (node, field, text, NULL);
}

void
bpmn_build_extend (QmsNode *node, const char *name, const char *text)
{
  qms_document_bind (node->document, "qms", QMS_BPMN_NAMESPACE);
  qms_node_set_extension (node, QMS_BPMN_NAMESPACE, name, text, NULL);
}

/* ---- identifiers */

char *
bpmn_build_free_id (BpmnBuild *build, const char *wish)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (build->numbers, wish));
  char *id = number ? NULL : g_strdup (wish);

  for (number = MAX (number, 1); !id || qms_document_find (build->document, id);) {
    g_free (id);
    id = g_strdup_printf ("%s-%u", wish, ++number);
  }
  g_hash_table_insert (build->numbers, g_strdup (wish), GUINT_TO_POINTER (number));
  return id;
}

void
bpmn_build_step_id (BpmnBuild *build, const BpmnStep *step, QmsNode *node)
{
  const char *own = bpmn_value (step->element, "id"), *wish = step->id ? step->id : own;
  g_autofree char *made = g_strdup_printf ("%s-B%zu", qms_node_id (build->procedure), qms_node_index (node) + 1);
  g_autofree char *id = bpmn_is_identifier (wish) && !qms_document_find (build->document, wish)
                            ? g_strdup (wish)
                            : bpmn_build_free_id (build, made);

  bpmn_build_set (node, QMS_STEP_ID, id);
}

/* The identifier that a phase, scenario or form of the draft has in the procedure. */
static const char *
renamed (const BpmnBuild *build, const char *id)
{
  const char *other = id ? g_hash_table_lookup (build->renamed, id) : NULL;

  return other ? other : id;
}

static void
set_own_id (BpmnBuild *build, QmsNode *node, uint32_t field, const char *wish)
{
  g_autofree char *made = g_strdup_printf ("%s-%s", qms_node_id (build->procedure), wish);
  g_autofree char *id =
      bpmn_build_free_id (build, bpmn_is_identifier (wish) && !qms_document_find (build->document, wish) ? wish : made);

  bpmn_build_set (node, field, id);
  g_hash_table_insert (build->renamed, g_strdup (wish), g_steal_pointer (&id));
}

/* ---- steps */

void
bpmn_build_durations (BpmnBuild *build, const BpmnStep *step, QmsNode *node)
{
  qms_node_unset (node, QMS_STEP_DURATIONS);
  for (guint i = 0; i < step->durations->len; i++) {
    const BpmnDuration *duration = &g_array_index (step->durations, BpmnDuration, i);
    QmsNode *item = qms_node_add (node, QMS_STEP_DURATIONS, QMS_APPEND, NULL);
    bpmn_build_set (item, QMS_STEP_DURATION_SCENARIO, renamed (build, duration->scenario));
    bpmn_build_set (item, QMS_STEP_DURATION_VALUE, duration->value);
    bpmn_build_set (item, QMS_STEP_DURATION_NOTE, duration->note);
  }
}

/* A form that the procedure does not list yet is added to its list. */
static const char *
form_id (BpmnBuild *build, const BpmnForm *form)
{
  const char *id = renamed (build, form->form);
  QmsNode *known = id ? qms_document_find (build->document, id) : NULL, *added;

  if (!id || (known && known->type->id == QMS_TYPE_FORM && qms_node_parent (known) == build->procedure))
    return id;
  added = qms_node_add (build->procedure, QMS_PROCEDURE_FORMS, QMS_APPEND, NULL);
  set_own_id (build, added, QMS_FORM_ID, form->form);
  bpmn_build_set (added, QMS_FORM_KIND, form->kind);
  bpmn_build_set (added, QMS_FORM_NAME, form->name ? form->name : form->form);
  return renamed (build, form->form);
}

void
bpmn_build_forms (BpmnBuild *build, const BpmnStep *step, QmsNode *node)
{
  qms_node_unset (node, QMS_STEP_INPUTS);
  qms_node_unset (node, QMS_STEP_OUTPUTS);
  for (guint i = 0; i < step->forms->len; i++) {
    const BpmnForm *form = &g_array_index (step->forms, BpmnForm, i);
    const char *id = form_id (build, form);
    QmsNode *use = qms_node_add (node, form->out ? QMS_STEP_OUTPUTS : QMS_STEP_INPUTS, QMS_APPEND, NULL);
    bpmn_build_set (use, QMS_FORM_USE_FORM, id);
    bpmn_build_set (use, QMS_FORM_USE_KIND, form->kind);
    if (!id)
      bpmn_build_set (use, QMS_FORM_USE_NAME, form->name);
  }
}

/* Kinds of tasks that the model does not tell apart are kept beside the step. */
static void
keep_task_kind (const BpmnStep *step, QmsNode *node)
{
  static const char *const usual[] = {
    "task", "userTask", "manualTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway", NULL
  };

  if (!step->id && !g_strv_contains (usual, step->element->name))
    bpmn_build_extend (node, "element", step->element->name);
}

/* The documentation of one of our steps says again what its elements say; the note stands in it only. */
static void
build_text (const BpmnStep *step, QmsNode *node)
{
  g_autofree char *added = step->id ? bpmn_step_documentation (node) : NULL;
  g_autofree char *text =
      added ? bpmn_without_lines (step->documentation, added, NULL) : g_strdup (step->documentation);
  g_autofree char *note = added ? bpmn_take_note (text) : NULL;

  bpmn_build_set (node, QMS_STEP_ACTION, text && *text ? text : NULL);
  bpmn_build_set (node, QMS_STEP_NOTE, step->note ? step->note : note);
}

void
bpmn_build_step (BpmnBuild *build, const BpmnStep *step, QmsNode *node)
{
  const char *id = bpmn_value (step->element, "id");
  const BpmnWho *who = step->marked.role || step->marked.unit ? &step->marked : &step->lane;

  bpmn_build_set (node, QMS_STEP_NUMBER, step->number);
  if (step->kind)
    qms_node_set_int (node, QMS_STEP_KIND, step->kind, NULL);
  bpmn_build_set (node, QMS_STEP_PHASE, renamed (build, step->phase));
  bpmn_build_set (node, QMS_STEP_NAME, step->name ? step->name : id);
  bpmn_build_who (build, who, who == &step->marked ? NULL : step->group, step, node);
  bpmn_build_durations (build, step, node);
  bpmn_build_forms (build, step, node);
  build_text (step, node);
  bpmn_keep_extras (step->element, NULL, node);
  keep_task_kind (step, node);
}

/* ---- outcomes */

typedef struct {
  const BpmnDraft *draft;
  GHashTable *nodes; /* step of the draft → node */
} Ids;

static const char *
id_of (const void *data, guint node)
{
  const Ids *ids = data;

  return qms_node_id (g_hash_table_lookup (ids->nodes, bpmn_draft_step_of (ids->draft, node)));
}

static void
build_outcomes (const Ids *ids, guint index)
{
  const BpmnStep *step = bpmn_step (ids->draft, index);
  const BpmnStep *next = index + 1 < ids->draft->steps->len ? bpmn_step (ids->draft, index + 1) : NULL;
  QmsNode *node = g_hash_table_lookup (ids->nodes, step);
  const BpmnOutcome *only = step->outcomes->len == 1 ? bpmn_outcome (step, 0) : NULL;

  if (only && bpmn_outcome_is_plain (only) && bpmn_draft_step_of (ids->draft, only->target) == next)
    return;
  for (guint i = 0; i < step->outcomes->len; i++) {
    BpmnOutcome outcome = *bpmn_outcome (step, i);
    if (outcome.target == BPMN_NONE && !outcome.branches && outcome.kind == 0)
      outcome.kind = QMS_OUTCOME_KIND_FINISH;
    bpmn_build_outcome (&outcome, node, id_of, ids);
  }
}

static void
build_steps (BpmnBuild *build, const BpmnDraft *draft)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new (NULL, NULL);
  Ids ids = { draft, nodes };

  for (guint i = 0; i < draft->steps->len; i++) {
    QmsNode *node = qms_node_add (build->procedure, QMS_PROCEDURE_STEPS, QMS_APPEND, NULL);
    bpmn_build_step_id (build, bpmn_step (draft, i), node);
    bpmn_build_step (build, bpmn_step (draft, i), node);
    g_hash_table_insert (nodes, bpmn_step (draft, i), node);
  }
  for (guint i = 0; i < draft->steps->len; i++)
    build_outcomes (&ids, i);
}

/* ---- the procedure itself */

void
bpmn_build_limits (BpmnBuild *build, const BpmnDraft *draft, QmsNode *procedure)
{
  qms_node_unset (procedure, QMS_PROCEDURE_TIME_LIMITS);
  for (guint i = 0; i < draft->limits->len; i++) {
    const BpmnLimit *limit = &g_array_index (draft->limits, BpmnLimit, i);
    QmsNode *item = qms_node_add (procedure, QMS_PROCEDURE_TIME_LIMITS, QMS_APPEND, NULL);
    bpmn_build_set (item, QMS_TIME_LIMIT_SCENARIO, renamed (build, limit->scenario));
    bpmn_build_set (item, QMS_TIME_LIMIT_PHASE, renamed (build, limit->phase));
    bpmn_build_set (item, QMS_TIME_LIMIT_CHANNEL, limit->channel);
    bpmn_build_set (item, QMS_TIME_LIMIT_VALUE, limit->value);
    bpmn_build_set (item, QMS_TIME_LIMIT_STATUTORY, limit->statutory);
    bpmn_build_set (item, QMS_TIME_LIMIT_NOTE, limit->note);
  }
}

void
bpmn_build_phase (BpmnBuild *build, const BpmnPhase *phase)
{
  QmsNode *item = qms_node_add (build->procedure, QMS_PROCEDURE_PHASES, QMS_APPEND, NULL);

  set_own_id (build, item, QMS_PHASE_ID, phase->id);
  bpmn_build_set (item, QMS_PHASE_AGENCY, phase->agency);
  bpmn_build_set (item, QMS_PHASE_NAME, phase->name ? phase->name : phase->id);
  if (phase->off_clock)
    qms_node_set_int (item, QMS_PHASE_OFF_CLOCK, 1, NULL);
}

void
bpmn_build_scenario (BpmnBuild *build, const BpmnScenario *scenario)
{
  QmsNode *item = qms_node_add (build->procedure, QMS_PROCEDURE_SCENARIOS, QMS_APPEND, NULL);

  set_own_id (build, item, QMS_SCENARIO_ID, scenario->id);
  bpmn_build_set (item, QMS_SCENARIO_NAME, scenario->name ? scenario->name : scenario->id);
}

static void
build_head (BpmnBuild *build, const BpmnDraft *draft)
{
  static const struct {
    const char *attribute;
    uint32_t field;
  } fields[] = { { "code", QMS_PROCEDURE_CODE },
                 { "kind", QMS_PROCEDURE_KIND },
                 { "edition", QMS_PROCEDURE_EDITION },
                 { "revision", QMS_PROCEDURE_REVISION } };
  const char *known = draft->head ? bpmn_value (draft->head, "id") : NULL;
  g_autofree char *slug = bpmn_slug (draft->title), *made = g_strdup_printf ("QT-%s", *slug ? slug : "1");
  g_autofree char *id = bpmn_build_free_id (build, bpmn_is_identifier (known) ? known : made);

  bpmn_build_set (build->procedure, QMS_PROCEDURE_ID, id);
  for (size_t i = 0; draft->head && i < G_N_ELEMENTS (fields); i++)
    bpmn_build_set (build->procedure, fields[i].field, bpmn_value (draft->head, fields[i].attribute));
  bpmn_build_set (build->procedure, QMS_PROCEDURE_TITLE, draft->title ? draft->title : "[[tên quy trình]]");
  if (!draft->head)
    bpmn_build_set (build->procedure, QMS_PROCEDURE_CONTENT, draft->documentation);
  bpmn_build_set (build->procedure, QMS_PROCEDURE_NOTES, draft->notes);
}

/* Sub-processes that begin by an event stand in no flow. */
static void
keep_event_sub_processes (BpmnBuild *build, const BpmnElement *element)
{
  BpmnKind kind;

  for (const BpmnElement *at = element->first; at; at = at->next)
    if (bpmn_kind_of (at, &kind) && g_strcmp0 (bpmn_value (at, "triggeredByEvent"), "true") == 0)
      bpmn_keep_element (at, build->procedure);
    else if (at->name && bpmn_is (at, "subProcess"))
      keep_event_sub_processes (build, at);
}

QmsNode *
bpmn_build_procedure (BpmnBuild *build, const BpmnDraft *draft)
{
  bpmn_build_agency (build, draft->agency);
  build->procedure = qms_node_add (build->document->root, QMS_SYSTEM_PROCEDURES, QMS_APPEND, NULL);
  build_head (build, draft);
  for (guint i = 0; i < draft->scenarios->len; i++)
    bpmn_build_scenario (build, &g_array_index (draft->scenarios, BpmnScenario, i));
  for (guint i = 0; i < draft->phases->len; i++)
    bpmn_build_phase (build, &g_array_index (draft->phases, BpmnPhase, i));
  bpmn_build_limits (build, draft, build->procedure);
  build_steps (build, draft);
  bpmn_keep_extras (draft->model->process, NULL, build->procedure);
  keep_event_sub_processes (build, draft->model->process);
  return build->procedure;
}

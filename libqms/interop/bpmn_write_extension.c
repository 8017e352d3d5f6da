/* SPDX-License-Identifier: Apache-2.0 */
/* Extension elements: what BPMN has no word for, under names of our own and of the engine. */
#include "core/extra.h"
#include "core/text.h"
#include "interop/bpmn_text.h"
#include "interop/bpmn_write.h"

#include <qms/model.h>

#include <string.h>

/* ---- what others have left in the model */

/* Foreign elements of a node come back where they were taken from, with the prefixes that they need. */
static void
append_foreign (GString *out, const QmsExtra *extra)
{
  const char *behind_name = extra->text + 1 + strlen (extra->name);

  g_string_append_len (out, extra->text, behind_name - extra->text);
  for (guint32 i = 0; i < extra->n_bindings; i++) {
    const QmsBinding *binding = &extra->bindings[i];
    g_string_append_printf (out, " xmlns%s%s=\"", *binding->prefix ? ":" : "", binding->prefix);
    qms_text_escape (binding->uri, true, out);
    g_string_append_c (out, '"');
  }
  g_string_append (out, behind_name);
}

#define BPMN_NAMESPACE "http://www.omg.org/spec/BPMN/20100524/MODEL"
#define CAMUNDA_NAMESPACE "http://camunda.org/schema/1.0/bpmn"

/* Elements of no namespace and of BPMN's own are not allowed here, and those of ours are written from the model. */
static bool
is_foreign (const QmsExtra *extra)
{
  return extra->kind == QMS_EXTRA_ELEMENT && extra->where == QMS_WHERE_END && *extra->uri
         && strcmp (extra->uri, BPMN_NAMESPACE) != 0 && strcmp (extra->uri, QMS_BPMN_NAMESPACE) != 0;
}

static void
write_foreign (QmsBpmnWriter *self, const QmsNode *node)
{
  for (const QmsExtra *extra = node->extra; extra; extra = extra->next)
    if (is_foreign (extra)) {
      g_autoptr (GString) element = g_string_new (NULL);
      append_foreign (element, extra);
      xmlTextWriterWriteRaw (self->xml, (const xmlChar *)element->str);
    }
}

/* ---- the process */

static void
write_scenarios (QmsBpmnWriter *self)
{
  for (size_t i = 0; i < qms_procedure_count_scenarios (self->procedure); i++) {
    const QmsNode *scenario = qms_procedure_get_scenarios (self->procedure, i);
    bpmn_open (self, "qms:scenario");
    bpmn_field (self, "id", scenario, QMS_SCENARIO_ID);
    bpmn_field (self, "name", scenario, QMS_SCENARIO_NAME);
    bpmn_close (self);
  }
}

static void
write_phases (QmsBpmnWriter *self)
{
  for (size_t i = 0; i < qms_procedure_count_phases (self->procedure); i++) {
    const QmsNode *phase = qms_procedure_get_phases (self->procedure, i);
    bpmn_open (self, "qms:phase");
    bpmn_field (self, "id", phase, QMS_PHASE_ID);
    bpmn_field (self, "name", phase, QMS_PHASE_NAME);
    bpmn_field (self, "agency", phase, QMS_PHASE_AGENCY);
    bpmn_field (self, "offClock", phase, QMS_PHASE_OFF_CLOCK);
    bpmn_close (self);
  }
}

static void
write_deadlines (QmsBpmnWriter *self)
{
  for (size_t i = 0; i < qms_procedure_count_time_limits (self->procedure); i++) {
    const QmsNode *limit = qms_procedure_get_time_limits (self->procedure, i);
    bpmn_open (self, "qms:deadline");
    bpmn_duration (self, "value", "unit", limit, QMS_TIME_LIMIT_VALUE);
    bpmn_duration (self, "statutoryValue", "statutoryUnit", limit, QMS_TIME_LIMIT_STATUTORY);
    bpmn_field (self, "scenario", limit, QMS_TIME_LIMIT_SCENARIO);
    bpmn_field (self, "phase", limit, QMS_TIME_LIMIT_PHASE);
    bpmn_field (self, "channel", limit, QMS_TIME_LIMIT_CHANNEL);
    bpmn_content (self, qms_time_limit_get_note (limit));
    bpmn_close (self);
  }
}

static void
write_head (QmsBpmnWriter *self)
{
  bpmn_open (self, "qms:procedure");
  bpmn_field (self, "id", self->procedure, QMS_PROCEDURE_ID);
  bpmn_field (self, "code", self->procedure, QMS_PROCEDURE_CODE);
  bpmn_field (self, "title", self->procedure, QMS_PROCEDURE_TITLE);
  bpmn_field (self, "kind", self->procedure, QMS_PROCEDURE_KIND);
  bpmn_field (self, "edition", self->procedure, QMS_PROCEDURE_EDITION);
  bpmn_field (self, "revision", self->procedure, QMS_PROCEDURE_REVISION);
  bpmn_field (self, "administrativeProcedure", bpmn_administrative (self->procedure),
              QMS_ADMINISTRATIVE_PROCEDURE_CODE);
  bpmn_close (self);
}

/* A CDATA section ends at "]]>", so one that holds it is divided between the brackets. */
static void
write_source (QmsBpmnWriter *self)
{
  g_auto (GStrv) parts = g_strsplit (self->source, "]]>", -1);

  bpmn_open (self, "qms:source");
  for (guint i = 0; parts[i]; i++) {
    g_autofree char *part = g_strconcat (i > 0 ? ">" : "", parts[i], parts[i + 1] ? "]]" : "", NULL);
    xmlTextWriterWriteCDATA (self->xml, (const xmlChar *)part);
  }
  bpmn_close (self);
}

void
bpmn_write_process_extension (QmsBpmnWriter *self)
{
  bpmn_open (self, "bpmn:extensionElements");
  write_head (self);
  write_scenarios (self);
  write_phases (self);
  write_deadlines (self);
  write_source (self);
  write_foreign (self, self->procedure);
  bpmn_close (self);
}

/* ---- pools and lanes */

void
bpmn_write_pool_extension (QmsBpmnWriter *self, const QmsPool *pool)
{
  bpmn_open (self, "bpmn:extensionElements");
  bpmn_open (self, "qms:pool");
  bpmn_attribute (self, "kind", !pool->black_box ? "own" : pool->above ? "applicant" : "agency");
  bpmn_attribute (self, "name", pool->name);
  bpmn_close (self);
  bpmn_close (self);
}

void
bpmn_write_lane_extension (QmsBpmnWriter *self, const QmsLane *lane)
{
  bpmn_open (self, "bpmn:extensionElements");
  bpmn_open (self, "qms:lane");
  bpmn_attribute (self, "role", lane->role);
  bpmn_attribute (self, "unit", lane->unit);
  bpmn_attribute (self, "name", lane->name);
  bpmn_close (self);
  bpmn_close (self);
}

/* ---- steps */

static void
write_reference (QmsBpmnWriter *self, const char *element, const QmsNode *step, uint32_t field, uint32_t name)
{
  const QmsNode *target;

  if (!qms_node_has (step, field))
    return;
  target = qms_node_resolve (step, field);
  bpmn_open (self, element);
  bpmn_field (self, "ref", step, field);
  bpmn_field (self, "name", target, name);
  bpmn_close (self);
}

static void
write_durations (QmsBpmnWriter *self, const QmsNode *step)
{
  for (size_t i = 0; i < qms_step_count_durations (step); i++) {
    const QmsNode *time = qms_step_get_durations (step, i);
    bpmn_open (self, "qms:duration");
    bpmn_duration (self, "value", "unit", time, QMS_STEP_DURATION_VALUE);
    bpmn_field (self, "scenario", time, QMS_STEP_DURATION_SCENARIO);
    bpmn_content (self, qms_step_duration_get_note (time));
    bpmn_close (self);
  }
}

static void
write_forms (QmsBpmnWriter *self, const QmsNode *step, uint32_t field, const char *direction)
{
  for (size_t i = 0; i < qms_node_count (step, field); i++) {
    const QmsNode *use = qms_node_get_node_at (step, field, i);
    const QmsNode *form = qms_form_use_has_form (use) ? qms_node_resolve (use, QMS_FORM_USE_FORM) : NULL;
    bool own_kind = qms_form_use_has_kind (use), own_name = qms_form_use_has_name (use);
    bpmn_open (self, "qms:form");
    bpmn_attribute (self, "direction", direction);
    bpmn_field (self, "ref", use, QMS_FORM_USE_FORM);
    bpmn_field (self, "kind", own_kind ? use : form, own_kind ? QMS_FORM_USE_KIND : QMS_FORM_KIND);
    bpmn_field (self, "name", own_name ? use : form, own_name ? QMS_FORM_USE_NAME : QMS_FORM_NAME);
    bpmn_close (self);
  }
}

static bool
has_camunda_properties (const QmsNode *step)
{
  for (const QmsExtra *extra = step->extra; extra; extra = extra->next)
    if (is_foreign (extra) && !strcmp (extra->uri, CAMUNDA_NAMESPACE) && g_str_has_suffix (extra->name, ":properties"))
      return true;
  return false;
}

/* What Camunda Modeler shows in its panel, unless the step has properties from elsewhere: there is one list of them. */
static void
write_camunda_properties (QmsBpmnWriter *self, const QmsNode *step)
{
  if (self->profile != QMS_BPMN_CAMUNDA7 || qms_step_count_durations (step) == 0 || has_camunda_properties (step))
    return;
  bpmn_open (self, "camunda:properties");
  for (size_t i = 0; i < qms_step_count_durations (step); i++) {
    const QmsNode *time = qms_step_get_durations (step, i);
    const char *scenario = qms_step_duration_get_scenario (time);
    g_autofree char *name = g_strconcat ("qms.duration", scenario ? "." : NULL, scenario, NULL);
    bpmn_open (self, "camunda:property");
    bpmn_attribute (self, "name", name);
    bpmn_field (self, "value", time, QMS_STEP_DURATION_VALUE);
    bpmn_close (self);
  }
  bpmn_close (self);
}

static void
write_step (QmsBpmnWriter *self, const QmsShape *shape, const QmsNode *step)
{
  bpmn_open (self, "qms:step");
  bpmn_attribute (self, "id", qms_workflow_step_id (self->diagram->workflow, shape->step));
  bpmn_field (self, "number", step, QMS_STEP_NUMBER);
  bpmn_field (self, "kind", step, QMS_STEP_KIND);
  bpmn_field (self, "phase", step, QMS_STEP_PHASE);
  bpmn_field (self, "name", step, QMS_STEP_NAME);
  bpmn_close (self);
  write_reference (self, "qms:role", step, QMS_STEP_ROLE, QMS_ROLE_NAME);
  write_reference (self, "qms:unit", step, QMS_STEP_UNIT, QMS_UNIT_NAME);
  write_durations (self, step);
  write_forms (self, step, QMS_STEP_INPUTS, "in");
  write_forms (self, step, QMS_STEP_OUTPUTS, "out");
  if (!qms_workflow_step_counts (self->diagram->workflow, shape->step)) {
    bpmn_open (self, "qms:clock");
    bpmn_attribute (self, "running", "false");
    bpmn_close (self);
  }
  write_camunda_properties (self, step);
  write_foreign (self, step);
}

/* ---- outcomes */

static void
write_outcome (QmsBpmnWriter *self, size_t step, size_t outcome)
{
  const QmsNode *node = bpmn_outcome_node (self, step, outcome);

  bpmn_open (self, "qms:outcome");
  bpmn_attribute (self, "step", qms_workflow_step_id (self->diagram->workflow, step));
  bpmn_field (self, "code", node, QMS_OUTCOME_CODE);
  bpmn_field (self, "kind", node, QMS_OUTCOME_KIND);
  bpmn_field (self, "scenario", node, QMS_OUTCOME_SCENARIO);
  bpmn_field (self, "name", node, QMS_OUTCOME_NAME);
  bpmn_close (self);
}

void
bpmn_write_shape_extension (QmsBpmnWriter *self, const QmsShape *shape)
{
  bool is_event = shape->kind == QMS_SHAPE_MESSAGE || shape->kind == QMS_SHAPE_TIMER;

  if (shape->step == QMS_WORKFLOW_NONE && !(is_event && shape->of_outcome != QMS_WORKFLOW_NONE))
    return;
  bpmn_open (self, "bpmn:extensionElements");
  if (shape->step != QMS_WORKFLOW_NONE)
    write_step (self, shape, bpmn_step_node (self, shape->step));
  else
    write_outcome (self, shape->of_step, shape->of_outcome);
  bpmn_close (self);
}

void
bpmn_write_flow_extension (QmsBpmnWriter *self, const QmsFlow *flow)
{
  if (flow->outcome == QMS_WORKFLOW_NONE)
    return;
  bpmn_open (self, "bpmn:extensionElements");
  write_outcome (self, flow->step, flow->outcome);
  bpmn_close (self);
}

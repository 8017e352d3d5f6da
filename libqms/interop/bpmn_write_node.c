/* SPDX-License-Identifier: Apache-2.0 */
/* A flow node: task, gateway or event, with what an engine needs to know of it. */
#include "core/extra.h"
#include "interop/bpmn_text.h"
#include "interop/bpmn_write.h"

#include <qms/model.h>

#include <string.h>

static const char *
element_of (QmsShapeKind kind)
{
  switch (kind) {
  case QMS_SHAPE_START:
    return "bpmn:startEvent";
  case QMS_SHAPE_END:
    return "bpmn:endEvent";
  case QMS_SHAPE_TASK:
    return "bpmn:userTask";
  case QMS_SHAPE_RECEIVE:
    return "bpmn:receiveTask";
  case QMS_SHAPE_XOR:
    return "bpmn:exclusiveGateway";
  case QMS_SHAPE_AND:
    return "bpmn:parallelGateway";
  case QMS_SHAPE_EVENT_GATEWAY:
    return "bpmn:eventBasedGateway";
  default:
    return "bpmn:intermediateCatchEvent";
  }
}

static void
write_ends (QmsBpmnWriter *self, const char *element, const GArray *flows)
{
  for (guint i = 0; flows && i < flows->len; i++)
    bpmn_text (self, element, g_array_index (self->diagram->flows, QmsFlow, g_array_index (flows, guint, i)).id);
}

static const char *
default_flow (const QmsBpmnWriter *self, guint shape)
{
  const GArray *flows = self->outgoing->pdata[shape];

  for (guint i = 0; flows && i < flows->len; i++) {
    const QmsFlow *flow = &g_array_index (self->diagram->flows, QmsFlow, g_array_index (flows, guint, i));
    if (flow->is_default)
      return flow->id;
  }
  return NULL;
}

/* ---- events */

/* Engines know calendar time only; the documentation says what is meant. */
static void
write_timer (QmsBpmnWriter *self, const QmsShape *shape)
{
  const QmsNode *step = bpmn_step_node (self, shape->of_step);
  g_autofree char *time = bpmn_timer_text (step);
  g_autofree char *name = bpmn_variable ("hetHan", qms_workflow_step_id (self->diagram->workflow, shape->of_step));
  g_autofree char *variable = g_strdup_printf ("${%s}", name);
  g_autofree char *id = g_strconcat (shape->id, "_timer", NULL);

  bpmn_open (self, "bpmn:timerEventDefinition");
  bpmn_attribute (self, "id", id);
  bpmn_open (self, "bpmn:timeDuration");
  bpmn_attribute (self, "xsi:type", "bpmn:tFormalExpression");
  bpmn_content (self, time ? time : variable);
  bpmn_close (self);
  bpmn_close (self);
}

static void
write_definition (QmsBpmnWriter *self, const QmsShape *shape)
{
  g_autofree char *message = bpmn_message_id (shape);
  g_autofree char *id = g_strconcat (shape->id, "_definition", NULL);

  if (shape->kind == QMS_SHAPE_TIMER)
    write_timer (self, shape);
  else if (shape->kind == QMS_SHAPE_MESSAGE || shape->terminates) {
    bpmn_open (self, shape->terminates ? "bpmn:terminateEventDefinition" : "bpmn:messageEventDefinition");
    bpmn_attribute (self, "id", id);
    bpmn_attribute (self, "messageRef", shape->terminates ? NULL : message);
    bpmn_close (self);
  }
}

/* ---- tasks */

static void
write_candidates (QmsBpmnWriter *self, const QmsShape *shape)
{
  const char *role =
      shape->kind == QMS_SHAPE_TASK ? qms_workflow_step_role (self->diagram->workflow, shape->step) : NULL;

  if (self->profile == QMS_BPMN_CAMUNDA7)
    bpmn_attribute (self, "camunda:candidateGroups", role);
  if (self->profile == QMS_BPMN_FLOWABLE)
    bpmn_attribute (self, "flowable:candidateGroups", role);
}

/* Whether a prefix means the same here as where the attribute was read. */
static bool
is_free_prefix (const QmsBinding *binding)
{
  static const QmsBinding shared[] = { { "camunda", "http://camunda.org/schema/1.0/bpmn" },
                                       { "flowable", "http://flowable.org/bpmn" } };
  static const char *const own[] = { "bpmn", "bpmndi", "dc", "di", "modeler", "qms", "xsi", NULL };

  for (size_t i = 0; i < G_N_ELEMENTS (shared); i++)
    if (strcmp (shared[i].prefix, binding->prefix) == 0)
      return strcmp (shared[i].uri, binding->uri) == 0;
  return !g_strv_contains (own, binding->prefix);
}

/* What others have left at the step. */
static void
write_foreign_attributes (QmsBpmnWriter *self, const QmsShape *shape)
{
  const QmsNode *step = bpmn_step_node (self, shape->step);

  for (const QmsExtra *extra = step ? step->extra : NULL; extra; extra = extra->next)
    if (extra->kind == QMS_EXTRA_ATTRIBUTE && extra->where == QMS_WHERE_TAG && extra->n_bindings == 1
        && is_free_prefix (extra->bindings))
      xmlTextWriterWriteAttributeNS (self->xml, (const xmlChar *)extra->bindings->prefix,
                                     (const xmlChar *)strchr (extra->name, ':') + 1,
                                     (const xmlChar *)extra->bindings->uri, (const xmlChar *)extra->text);
}

static void
write_owner (QmsBpmnWriter *self, const QmsShape *shape)
{
  const char *role =
      shape->kind == QMS_SHAPE_TASK ? qms_workflow_step_role (self->diagram->workflow, shape->step) : NULL;

  if (!role || self->profile != QMS_BPMN_GENERIC)
    return;
  bpmn_open (self, "bpmn:potentialOwner");
  bpmn_open (self, "bpmn:resourceAssignmentExpression");
  bpmn_text (self, "bpmn:formalExpression", role);
  bpmn_close (self);
  bpmn_close (self);
}

static void
write_documentation (QmsBpmnWriter *self, const QmsShape *shape)
{
  const QmsNode *step = bpmn_step_node (self, shape->kind == QMS_SHAPE_TIMER ? shape->of_step : shape->step);
  g_autofree char *text = step ? bpmn_step_documentation (step) : NULL;

  bpmn_text (self, "bpmn:documentation", text);
}

void
bpmn_write_node (QmsBpmnWriter *self, guint index)
{
  const QmsShape *shape = &g_array_index (self->diagram->shapes, QmsShape, index);
  bool is_task = shape->kind == QMS_SHAPE_TASK || shape->kind == QMS_SHAPE_RECEIVE;
  g_autofree char *message = bpmn_message_id (shape);

  bpmn_open (self, element_of (shape->kind));
  bpmn_attribute (self, "id", shape->id);
  bpmn_name (self, shape->name, is_task ? BPMN_NAME_TASK : BPMN_NAME_OTHER);
  bpmn_attribute (self, "default", shape->kind == QMS_SHAPE_XOR ? default_flow (self, index) : NULL);
  bpmn_attribute (self, "messageRef", shape->kind == QMS_SHAPE_RECEIVE ? message : NULL);
  write_candidates (self, shape);
  write_foreign_attributes (self, shape);
  write_documentation (self, shape);
  bpmn_write_shape_extension (self, shape);
  write_ends (self, "bpmn:incoming", self->incoming->pdata[index]);
  write_ends (self, "bpmn:outgoing", self->outgoing->pdata[index]);
  write_owner (self, shape);
  write_definition (self, shape);
  bpmn_close (self);
}

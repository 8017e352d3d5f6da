/* SPDX-License-Identifier: Apache-2.0 */
/* Messages, collaboration and process of a BPMN file. */
#include "interop/bpmn_text.h"
#include "interop/bpmn_write.h"

#include <qms/model.h>

#include <string.h>

/* ---- messages */

/* Engines find a message by its name, so it is unique. */
void
bpmn_write_messages (QmsBpmnWriter *self)
{
  for (guint i = 0; i < self->diagram->shapes->len; i++) {
    const QmsShape *shape = &g_array_index (self->diagram->shapes, QmsShape, i);
    g_autofree char *id = bpmn_message_id (shape);
    g_autofree char *visible = bpmn_short_name (shape->name, BPMN_NAME_OTHER);
    g_autofree char *name = g_strdup_printf ("%s (%s)", visible, shape->id);
    if (shape->kind != QMS_SHAPE_RECEIVE && shape->kind != QMS_SHAPE_MESSAGE)
      continue;
    bpmn_open (self, "bpmn:message");
    bpmn_attribute (self, "id", id);
    bpmn_attribute (self, "name", name);
    bpmn_close (self);
  }
}

/* ---- collaboration */

static void
write_pool (QmsBpmnWriter *self, const QmsPool *pool)
{
  g_autofree char *process = bpmn_process_id (self->procedure);

  bpmn_open (self, "bpmn:participant");
  bpmn_attribute (self, "id", pool->id);
  bpmn_name (self, pool->name, BPMN_NAME_POOL);
  bpmn_attribute (self, "processRef", pool->black_box ? NULL : process);
  bpmn_write_pool_extension (self, pool);
  bpmn_close (self);
}

static const char *
message_end (const QmsDiagram *diagram, guint shape, guint pool)
{
  return shape != QMS_DIAGRAM_NONE ? g_array_index (diagram->shapes, QmsShape, shape).id
                                   : g_array_index (diagram->pools, QmsPool, pool).id;
}

static void
write_message_flow (QmsBpmnWriter *self, const QmsMessage *message)
{
  bpmn_open (self, "bpmn:messageFlow");
  bpmn_attribute (self, "id", message->id);
  bpmn_name (self, message->name, BPMN_NAME_OTHER);
  bpmn_attribute (self, "sourceRef", message_end (self->diagram, message->source, message->source_pool));
  bpmn_attribute (self, "targetRef", message_end (self->diagram, message->target, message->target_pool));
  bpmn_close (self);
}

void
bpmn_write_collaboration (QmsBpmnWriter *self)
{
  bpmn_open (self, "bpmn:collaboration");
  bpmn_attribute (self, "id", "Collaboration");
  for (guint i = 0; i < self->diagram->pools->len; i++)
    write_pool (self, &g_array_index (self->diagram->pools, QmsPool, i));
  for (guint i = 0; i < self->diagram->messages->len; i++)
    write_message_flow (self, &g_array_index (self->diagram->messages, QmsMessage, i));
  bpmn_close (self);
}

/* ---- process */

static void
write_lanes (QmsBpmnWriter *self)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < self->diagram->lanes->len; i++)
    g_ptr_array_add (members, g_ptr_array_new ());
  for (guint i = 0; i < self->diagram->shapes->len; i++) {
    const QmsShape *shape = &g_array_index (self->diagram->shapes, QmsShape, i);
    g_ptr_array_add (members->pdata[shape->lane], (gpointer)shape->id);
  }
  bpmn_open (self, "bpmn:laneSet");
  bpmn_attribute (self, "id", "LaneSet");
  for (guint i = 0; i < self->diagram->lanes->len; i++) {
    const QmsLane *lane = &g_array_index (self->diagram->lanes, QmsLane, i);
    const GPtrArray *ids = members->pdata[i];
    bpmn_open (self, "bpmn:lane");
    bpmn_attribute (self, "id", lane->id);
    bpmn_name (self, lane->name, BPMN_NAME_POOL);
    bpmn_write_lane_extension (self, lane);
    for (guint j = 0; j < ids->len; j++)
      bpmn_text (self, "bpmn:flowNodeRef", ids->pdata[j]);
    bpmn_close (self);
  }
  bpmn_close (self);
}

/* "${ketQua_B1 == 'boSung'}": the expression language of engines, a variable per step. */
static void
write_condition (QmsBpmnWriter *self, const QmsFlow *flow)
{
  g_autofree char *variable = bpmn_variable ("ketQua", qms_workflow_step_id (self->diagram->workflow, flow->step));
  g_auto (GStrv) backslashes =
      g_strsplit (qms_workflow_outcome_code (self->diagram->workflow, flow->step, flow->outcome), "\\", -1);
  g_autofree char *doubled = g_strjoinv ("\\\\", backslashes);
  g_auto (GStrv) quotes = g_strsplit (doubled, "'", -1);
  g_autofree char *code = g_strjoinv ("\\'", quotes);
  g_autofree char *expression = g_strdup_printf ("${%s == '%s'}", variable, code);

  bpmn_open (self, "bpmn:conditionExpression");
  bpmn_attribute (self, "xsi:type", "bpmn:tFormalExpression");
  bpmn_content (self, expression);
  bpmn_close (self);
}

static void
write_flow (QmsBpmnWriter *self, const QmsFlow *flow)
{
  bpmn_open (self, "bpmn:sequenceFlow");
  bpmn_attribute (self, "id", flow->id);
  bpmn_name (self, flow->name, BPMN_NAME_OTHER);
  bpmn_attribute (self, "sourceRef", g_array_index (self->diagram->shapes, QmsShape, flow->source).id);
  bpmn_attribute (self, "targetRef", g_array_index (self->diagram->shapes, QmsShape, flow->target).id);
  bpmn_write_flow_extension (self, flow);
  if (flow->conditional)
    write_condition (self, flow);
  bpmn_close (self);
}

static void
write_process_attributes (QmsBpmnWriter *self)
{
  g_autofree char *id = bpmn_process_id (self->procedure);

  bpmn_attribute (self, "id", id);
  bpmn_name (self, self->diagram->title, BPMN_NAME_PROCESS);
  bpmn_attribute (self, "isExecutable", "true");
  if (self->profile == QMS_BPMN_CAMUNDA7)
    bpmn_attribute (self, "camunda:historyTimeToLive", "180");
}

void
bpmn_write_process (QmsBpmnWriter *self)
{
  g_autofree char *documentation = bpmn_process_documentation (self->procedure);

  bpmn_open (self, "bpmn:process");
  write_process_attributes (self);
  bpmn_text (self, "bpmn:documentation", documentation);
  bpmn_write_process_extension (self);
  write_lanes (self);
  for (guint i = 0; i < self->diagram->shapes->len; i++)
    bpmn_write_node (self, i);
  for (guint i = 0; i < self->diagram->flows->len; i++)
    write_flow (self, &g_array_index (self->diagram->flows, QmsFlow, i));
  bpmn_close (self);
}

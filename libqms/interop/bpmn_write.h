/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the BPMN writer share. */
#pragma once

#include "core/node.h"
#include "diagram/diagram.h"

#include <qms/bpmn.h>

#include <libxml/xmlwriter.h>

typedef struct {
  xmlTextWriter *xml;
  int profile; /* QMS_BPMN_… */
  const QmsNode *procedure;
  const char *source; /* the procedure as libqms writes it */
  const QmsDiagram *diagram;
  GPtrArray *incoming, *outgoing; /* by shape: GArray of indexes of flows */
} QmsBpmnWriter;

/* bpmn_write_xml.c: names are prefixed ("bpmn:task"); an attribute or element without a value is left out. */
void bpmn_open (QmsBpmnWriter *self, const char *name);
void bpmn_close (QmsBpmnWriter *self);
void bpmn_attribute (QmsBpmnWriter *self, const char *name, const char *value);
void bpmn_content (QmsBpmnWriter *self, const char *text);
void bpmn_text (QmsBpmnWriter *self, const char *name, const char *text);
/* A value of the model as libqms files have it. */
void bpmn_field (QmsBpmnWriter *self, const char *name, const QmsNode *node, uint32_t field);
/* Amount and unit of a duration, as two attributes. */
void bpmn_duration (QmsBpmnWriter *self, const char *value, const char *unit, const QmsNode *node, uint32_t field);
/* The visible name: attribute `name`, shortened. Nothing if it is empty. */
void bpmn_name (QmsBpmnWriter *self, const char *name, size_t limit);

/* bpmn_write_extension.c: <extensionElements>. */
void bpmn_write_process_extension (QmsBpmnWriter *self);
void bpmn_write_pool_extension (QmsBpmnWriter *self, const QmsPool *pool);
void bpmn_write_lane_extension (QmsBpmnWriter *self, const QmsLane *lane);
void bpmn_write_shape_extension (QmsBpmnWriter *self, const QmsShape *shape);
void bpmn_write_flow_extension (QmsBpmnWriter *self, const QmsFlow *flow);

/* bpmn_write_process.c: messages, collaboration, process. */
void bpmn_write_messages (QmsBpmnWriter *self);
void bpmn_write_collaboration (QmsBpmnWriter *self);
void bpmn_write_process (QmsBpmnWriter *self);
/* bpmn_write_node.c: a flow node. */
void bpmn_write_node (QmsBpmnWriter *self, guint shape);
/* bpmn_write_di.c: where everything is drawn. */
void bpmn_write_di (QmsBpmnWriter *self);

/* Identifiers of what the diagram does not name. Free with g_free. */
char *bpmn_message_id (const QmsShape *shape);
char *bpmn_process_id (const QmsNode *procedure);
/* Step, outcome of the procedure that a shape or flow stands for; NULL if none. */
const QmsNode *bpmn_step_node (const QmsBpmnWriter *self, size_t step);
const QmsNode *bpmn_outcome_node (const QmsBpmnWriter *self, size_t step, size_t outcome);

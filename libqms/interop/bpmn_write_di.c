/* SPDX-License-Identifier: Apache-2.0 */
/* The picture of a BPMN file: a shape or an edge for everything that is seen. */
#include "interop/bpmn_write.h"

static void
write_number (QmsBpmnWriter *self, const char *name, int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  bpmn_attribute (self, name, text);
}

static void
write_bounds (QmsBpmnWriter *self, const QmsBox *box)
{
  bpmn_open (self, "dc:Bounds");
  write_number (self, "x", box->x);
  write_number (self, "y", box->y);
  write_number (self, "width", box->width);
  write_number (self, "height", box->height);
  bpmn_close (self);
}

static void
write_label (QmsBpmnWriter *self, const QmsBox *label)
{
  if (label->width == 0)
    return;
  bpmn_open (self, "bpmndi:BPMNLabel");
  write_bounds (self, label);
  bpmn_close (self);
}

static void
write_shape (QmsBpmnWriter *self, const char *id, const char *flag, const QmsBox *box, const QmsBox *label)
{
  g_autofree char *own = g_strconcat (id, "_di", NULL);

  bpmn_open (self, "bpmndi:BPMNShape");
  bpmn_attribute (self, "id", own);
  bpmn_attribute (self, "bpmnElement", id);
  if (flag)
    bpmn_attribute (self, flag, "true");
  write_bounds (self, box);
  if (label)
    write_label (self, label);
  bpmn_close (self);
}

static void
write_edge (QmsBpmnWriter *self, const char *id, const GArray *points, const QmsBox *label)
{
  g_autofree char *own = g_strconcat (id, "_di", NULL);

  bpmn_open (self, "bpmndi:BPMNEdge");
  bpmn_attribute (self, "id", own);
  bpmn_attribute (self, "bpmnElement", id);
  for (guint i = 0; i < points->len; i++) {
    bpmn_open (self, "di:waypoint");
    write_number (self, "x", g_array_index (points, QmsPoint, i).x);
    write_number (self, "y", g_array_index (points, QmsPoint, i).y);
    bpmn_close (self);
  }
  write_label (self, label);
  bpmn_close (self);
}

static void
write_plane (QmsBpmnWriter *self)
{
  const QmsDiagram *diagram = self->diagram;

  for (guint i = 0; i < diagram->pools->len; i++) {
    const QmsPool *pool = &g_array_index (diagram->pools, QmsPool, i);
    write_shape (self, pool->id, "isHorizontal", &pool->box, NULL);
  }
  for (guint i = 0; i < diagram->lanes->len; i++) {
    const QmsLane *lane = &g_array_index (diagram->lanes, QmsLane, i);
    write_shape (self, lane->id, "isHorizontal", &lane->box, NULL);
  }
  for (guint i = 0; i < diagram->shapes->len; i++) {
    const QmsShape *shape = &g_array_index (diagram->shapes, QmsShape, i);
    write_shape (self, shape->id, shape->kind == QMS_SHAPE_XOR ? "isMarkerVisible" : NULL, &shape->box, &shape->label);
  }
  for (guint i = 0; i < diagram->flows->len; i++) {
    const QmsFlow *flow = &g_array_index (diagram->flows, QmsFlow, i);
    write_edge (self, flow->id, flow->points, &flow->label);
  }
  for (guint i = 0; i < diagram->messages->len; i++) {
    const QmsMessage *message = &g_array_index (diagram->messages, QmsMessage, i);
    write_edge (self, message->id, message->points, &message->label);
  }
}

void
bpmn_write_di (QmsBpmnWriter *self)
{
  bpmn_open (self, "bpmndi:BPMNDiagram");
  bpmn_attribute (self, "id", "Diagram");
  bpmn_open (self, "bpmndi:BPMNPlane");
  bpmn_attribute (self, "id", "Plane");
  bpmn_attribute (self, "bpmnElement", "Collaboration");
  write_plane (self);
  bpmn_close (self);
  bpmn_close (self);
}

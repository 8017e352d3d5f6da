/* SPDX-License-Identifier: Apache-2.0 */
/* A procedure as a BPMN 2.0 file. */
#include "core/error.h"
#include "core/node.h"
#include "gen/ids.h"
#include "interop/bpmn_text.h"
#include "interop/bpmn_write.h"
#include "workflow/graph.h"

#include <qms/model.h>

const QmsNode *
bpmn_step_node (const QmsBpmnWriter *self, size_t step)
{
  return step == QMS_WORKFLOW_NONE ? NULL : qms_procedure_get_steps (self->procedure, step);
}

const QmsNode *
bpmn_outcome_node (const QmsBpmnWriter *self, size_t step, size_t outcome)
{
  return outcome == QMS_WORKFLOW_NONE ? NULL : qms_step_get_outcomes (bpmn_step_node (self, step), outcome);
}

/* ---- flows of each shape */

static void
enter (GPtrArray *lists, guint shape, guint flow)
{
  if (!lists->pdata[shape])
    lists->pdata[shape] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val ((GArray *)lists->pdata[shape], flow);
}

static void
free_list (gpointer list)
{
  if (list)
    g_array_unref (list);
}

static void
index_flows (QmsBpmnWriter *self)
{
  g_ptr_array_set_size (self->incoming, (gint)self->diagram->shapes->len);
  g_ptr_array_set_size (self->outgoing, (gint)self->diagram->shapes->len);
  for (guint i = 0; i < self->diagram->flows->len; i++) {
    const QmsFlow *flow = &g_array_index (self->diagram->flows, QmsFlow, i);
    enter (self->incoming, flow->target, i);
    enter (self->outgoing, flow->source, i);
  }
}

/* ---- the file */

static void
write_namespaces (QmsBpmnWriter *self)
{
  bpmn_attribute (self, "xmlns:bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL");
  bpmn_attribute (self, "xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI");
  bpmn_attribute (self, "xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC");
  bpmn_attribute (self, "xmlns:di", "http://www.omg.org/spec/DD/20100524/DI");
  bpmn_attribute (self, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  bpmn_attribute (self, "xmlns:qms", QMS_BPMN_NAMESPACE);
  if (self->profile == QMS_BPMN_CAMUNDA7) {
    bpmn_attribute (self, "xmlns:camunda", "http://camunda.org/schema/1.0/bpmn");
    bpmn_attribute (self, "xmlns:modeler", "http://camunda.org/schema/modeler/1.0");
  }
  if (self->profile == QMS_BPMN_FLOWABLE)
    bpmn_attribute (self, "xmlns:flowable", "http://flowable.org/bpmn");
}

static void
write_definitions (QmsBpmnWriter *self)
{
  g_autofree char *process = bpmn_process_id (self->procedure);
  g_autofree char *target = g_strconcat (QMS_BPMN_NAMESPACE ":", process, NULL);

  bpmn_open (self, "bpmn:definitions");
  write_namespaces (self);
  bpmn_attribute (self, "id", "Definitions");
  bpmn_attribute (self, "targetNamespace", target);
  bpmn_attribute (self, "exporter", "libqms");
  bpmn_attribute (self, "exporterVersion", qms_version ());
  if (self->profile == QMS_BPMN_CAMUNDA7) {
    bpmn_attribute (self, "modeler:executionPlatform", "Camunda Platform");
    bpmn_attribute (self, "modeler:executionPlatformVersion", "7.24.0");
  }
  bpmn_write_messages (self);
  bpmn_write_collaboration (self);
  bpmn_write_process (self);
  bpmn_write_di (self);
  bpmn_close (self);
}

static char *
write_file (QmsBpmnWriter *self, size_t *size)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char *text;

  self->xml = xmlNewTextWriterMemory (buffer, 0);
  xmlTextWriterSetIndent (self->xml, 1);
  xmlTextWriterSetIndentString (self->xml, (const xmlChar *)"  ");
  xmlTextWriterStartDocument (self->xml, NULL, "UTF-8", NULL);
  write_definitions (self);
  xmlTextWriterEndDocument (self->xml);
  xmlFreeTextWriter (self->xml);
  *size = (size_t)xmlBufferLength (buffer);
  text = g_memdup2 (xmlBufferContent (buffer), *size + 1);
  xmlBufferFree (buffer);
  return text;
}

static char *
write_diagram (QmsBpmnWriter *self, const QmsWorkflow *workflow, size_t *size)
{
  g_autoptr (QmsDiagram) diagram = qms_diagram_new (self->procedure, workflow);
  g_autoptr (GPtrArray) incoming = g_ptr_array_new_with_free_func (free_list);
  g_autoptr (GPtrArray) outgoing = g_ptr_array_new_with_free_func (free_list);

  qms_diagram_layout (diagram);
  self->diagram = diagram;
  self->incoming = incoming;
  self->outgoing = outgoing;
  index_flows (self);
  return write_file (self, size);
}

static bool
is_profile (int32_t profile)
{
  return profile >= QMS_BPMN_GENERIC && profile <= QMS_BPMN_FLOWABLE;
}

QmsStatus
qms_bpmn_export (const QmsNode *procedure, int32_t profile, char **xml, size_t *size, QmsError **error)
{
  g_autoptr (QmsWorkflow) workflow = NULL;
  g_autofree char *source = NULL;
  QmsBpmnWriter self = { .profile = profile, .procedure = procedure };
  size_t length;
  QmsStatus status;

  if (!xml || !is_profile (profile))
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", xml ? "profile" : "xml", NULL);
  status = qms_workflow_new (procedure, &workflow, error);
  if (status == QMS_OK)
    status = qms_diagram_check (procedure, workflow, error);
  if (status == QMS_OK)
    status = bpmn_source_write (procedure, &source, error);
  if (status != QMS_OK)
    return status;
  self.source = source;
  *xml = write_diagram (&self, workflow, size ? size : &length);
  return QMS_OK;
}

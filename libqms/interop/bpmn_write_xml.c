/* SPDX-License-Identifier: Apache-2.0 */
/* Elements, attributes and values of a BPMN file. */
#include "interop/bpmn_text.h"
#include "interop/bpmn_write.h"

#include <string.h>

/* The text writer of libxml2 fails only for want of memory, where GLib ends the program anyway. */

static const xmlChar *
text_of (const char *text)
{
  return (const xmlChar *)text;
}

void
bpmn_open (QmsBpmnWriter *self, const char *name)
{
  xmlTextWriterStartElement (self->xml, text_of (name));
}

void
bpmn_close (QmsBpmnWriter *self)
{
  xmlTextWriterEndElement (self->xml);
}

void
bpmn_attribute (QmsBpmnWriter *self, const char *name, const char *value)
{
  if (value)
    xmlTextWriterWriteAttribute (self->xml, text_of (name), text_of (value));
}

void
bpmn_content (QmsBpmnWriter *self, const char *text)
{
  if (text && *text)
    xmlTextWriterWriteString (self->xml, text_of (text));
}

void
bpmn_text (QmsBpmnWriter *self, const char *name, const char *text)
{
  if (text && *text)
    xmlTextWriterWriteElement (self->xml, text_of (name), text_of (text));
}

void
bpmn_field (QmsBpmnWriter *self, const char *name, const QmsNode *node, uint32_t field)
{
  g_autofree char *value = node ? qms_node_get_text (node, field, 0) : NULL;

  bpmn_attribute (self, name, value);
}

void
bpmn_duration (QmsBpmnWriter *self, const char *value, const char *unit, const QmsNode *node, uint32_t field)
{
  g_autofree char *text = qms_node_get_text (node, field, 0);
  char *space = text ? strchr (text, ' ') : NULL;

  if (!space)
    return;
  *space = '\0';
  bpmn_attribute (self, value, text);
  bpmn_attribute (self, unit, space + 1);
}

void
bpmn_name (QmsBpmnWriter *self, const char *name, size_t limit)
{
  g_autofree char *visible = bpmn_short_name (name, limit);

  if (*visible)
    bpmn_attribute (self, "name", visible);
}

/* ---- names of what the diagram does not name */

char *
bpmn_message_id (const QmsShape *shape)
{
  return g_strconcat ("Message_", shape->id, NULL);
}

char *
bpmn_process_id (const QmsNode *procedure)
{
  const char *id = qms_node_id (procedure);

  return bpmn_variable ("QuyTrinh", id ? id : "");
}

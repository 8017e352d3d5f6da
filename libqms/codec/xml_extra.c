/* SPDX-License-Identifier: Apache-2.0 */
/* Where comments and foreign content stand while a file is read. */
#include "codec/xml_decoder.h"
#include "core/kind.h"
#include "core/text.h"

#include <string.h>

static void
add_pending (QmsDecoder *self, QmsExtra *extra)
{
  *self->pending_end = extra;
  self->pending_end = &extra->next;
}

void
qms_frame_append_extra (QmsFrame *frame, QmsExtra *extra)
{
  *frame->extras_end = extra;
  frame->extras_end = &extra->next;
}

/* Gives what waits to a node. */
void
qms_decoder_settle (QmsDecoder *self, QmsFrame *frame, QmsWhere where, unsigned slot, uint32_t item)
{
  for (QmsExtra *extra = self->pending, *next; extra; extra = next) {
    next = extra->next;
    extra->next = NULL;
    extra->where = (uint8_t)where;
    extra->slot = (uint8_t)slot;
    extra->item = item;
    qms_frame_append_extra (frame, extra);
  }
  self->pending = NULL;
  self->pending_end = &self->pending;
}

uint32_t
qms_frame_items (const QmsNode *node, const QmsField *field)
{
  const QmsSlot *items;

  return (uint32_t)qms_node_items (node, field, &items);
}

/* An extra in the middle of a text keeps its offset; one between elements waits for the next. */
void
qms_decoder_place_extra (QmsDecoder *self, QmsExtra *extra)
{
  QmsFrame *frame = self->n_frames ? qms_decoder_top (self) : NULL;
  const QmsType *type = frame ? frame->node->type : NULL;
  const QmsField *field = !frame ? NULL : frame->field;

  if (frame && !field && type->content_slot != QMS_NO_SLOT)
    field = &type->fields[type->content_slot];
  if (!field) {
    add_pending (self, extra);
    return;
  }
  extra->where = QMS_WHERE_FIELD_INSIDE;
  extra->slot = field->slot;
  extra->item = frame->field ? qms_frame_items (frame->node, field) : 0;
  extra->offset = (uint32_t)self->text->len;
  qms_frame_append_extra (frame, extra);
}

QmsExtra *
qms_decoder_new_extra (QmsDecoder *self, QmsExtraKind kind, const char *name, const char *text)
{
  QmsExtra *extra = qms_arena_alloc0 (self->document->arena, sizeof *extra);

  extra->kind = (uint8_t)kind;
  extra->name = name ? qms_arena_strndup (self->document->arena, name, strlen (name)) : NULL;
  extra->text = qms_arena_strndup (self->document->arena, text ? text : "", text ? strlen (text) : 0);
  return extra;
}

static uint32_t
length_of (const QmsField *field, QmsSlot value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  qms_kinds[field->kind].format (field, value, text);
  return (uint32_t)text->len;
}

/* White space in front is not part of the value and, in one line, neither are further spaces of a run. */
void
qms_decoder_shift_offsets (QmsDecoder *self, const QmsFrame *frame, const QmsField *field, QmsSlot value)
{
  const char *text = self->text->str;
  size_t i = strspn (text, " \t\r\n");
  uint32_t kept = 0, length = length_of (field, value);
  bool gap = false, one_line = field->kind != QMS_KIND_TEXT;

  for (QmsExtra *extra = *frame->beside; extra; extra = extra->next) {
    for (; i < extra->offset; i++) {
      bool space = g_ascii_isspace (text[i]);
      kept += !(space && gap && one_line);
      gap = space;
    }
    extra->offset = MIN (kept, length);
  }
}

void
qms_decoder_keep_value (QmsDecoder *self, const QmsFrame *frame, const QmsField *field)
{
  static const QmsBinding own = { "", QMS_NAMESPACE };
  QmsNode *node = frame->node;
  QmsExtra **end = qms_extra_release (frame->beside, field, qms_frame_items (node, field));
  g_autoptr (GString) text = g_string_new (NULL);
  QmsExtra *extra;

  g_string_append_printf (text, "<%s>", field->xml);
  qms_text_escape (self->text->str, false, text);
  g_string_append_printf (text, "</%s>", field->xml);
  extra = qms_extra_put (end, self->document, QMS_EXTRA_ELEMENT, QMS_WHERE_END);
  extra->name = field->xml;
  extra->uri = own.uri;
  extra->text = qms_arena_strndup (self->document->arena, text->str, text->len);
  extra->bindings = &own;
  extra->n_bindings = 1;
  qms_decoder_top (self)->extras_end = &extra->next;
}

/* What stands behind the whole content stands at the node's end, whatever its content becomes. */
void
qms_frame_settle_behind_content (const QmsFrame *frame, unsigned slot)
{
  const char *value = qms_node_present (frame->node, slot) ? frame->node->slots[slot].string : "";
  size_t length = strlen (value);

  for (QmsExtra *extra = *frame->beside; extra; extra = extra->next)
    if (extra->where == QMS_WHERE_FIELD_INSIDE && extra->offset >= length) {
      extra->where = QMS_WHERE_END;
      extra->slot = 0;
      extra->offset = 0;
    }
}

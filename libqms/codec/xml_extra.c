/* SPDX-License-Identifier: Apache-2.0 */
/* Where comments and foreign content stand while a file is read. */
#include "codec/xml_decoder.h"

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

/* Length that the first `length` bytes of a text have in the value: without white space in front and, in one line, with runs
 * of it collapsed. */
static uint32_t
length_in_value (const char *text, size_t length, bool one_line)
{
  size_t i = MIN (strspn (text, " \t\r\n"), length), kept = 0;

  for (bool gap = false; i < length; i++) {
    bool space = g_ascii_isspace (text[i]);
    kept += !(space && gap && one_line);
    gap = space;
  }
  return (uint32_t)kept;
}

/* The offsets of extras count from the text as it was read; make them count from the value. */
void
qms_decoder_shift_offsets (QmsDecoder *self, const QmsFrame *frame, const QmsField *field, const char *value)
{
  uint32_t length = (uint32_t)strlen (value);

  for (QmsExtra *extra = *frame->inside; extra; extra = extra->next) {
    extra->offset = length_in_value (self->text->str, extra->offset, field->kind != QMS_KIND_TEXT);
    extra->offset = MIN (extra->offset, length);
  }
}

/* What stands behind the whole content stands at the node's end, whatever its content becomes. */
void
qms_frame_settle_behind_content (const QmsFrame *frame, unsigned slot)
{
  const char *value = qms_node_present (frame->node, slot) ? frame->node->slots[slot].string : "";
  size_t length = strlen (value);

  for (QmsExtra *extra = *frame->inside; extra; extra = extra->next)
    if (extra->where == QMS_WHERE_FIELD_INSIDE && extra->offset >= length) {
      extra->where = QMS_WHERE_END;
      extra->slot = 0;
      extra->offset = 0;
    }
}

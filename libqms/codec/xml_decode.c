/* SPDX-License-Identifier: Apache-2.0 */
/* Events of the parser into nodes, driven by the tables. */
#include "codec/xml_decoder.h"
#include "core/kind.h"
#include "core/title.h"

#include "gen/ids.h"

#include <string.h>

/* ---- attributes */

static const QmsField *
find_attribute (QmsDecoder *self, const QmsType *type, const char *name, unsigned *hint)
{
  for (unsigned i = *hint, n = 0; n < type->n_attributes; n++, i++) {
    if (i >= type->n_attributes)
      i = 0;
    if (self->names[type->fields[i].xml_index] == name) {
      *hint = i + 1;
      return &type->fields[i];
    }
  }
  return NULL;
}

static void
enter_id (QmsDecoder *self, QmsNode *node, const QmsNode *scope, QmsPosition position)
{
  QmsNode *holder = qms_document_add_id (self->document, node, scope);
  g_autofree char *vi = NULL, *en = NULL;

  if (holder == node)
    return;
  vi = qms_node_whereabouts (holder, QMS_LANG_VI);
  en = qms_node_whereabouts (holder, QMS_LANG_EN);
  qms_decoder_report_at (self, position, QMS_RULE_DUPLICATE_ID,
                         QMS_VALUES ({ "id", { qms_node_id (node), NULL } }, { "where", { vi, en } }));
}

static void
append_attribute (QmsDecoder *self, QmsFrame *frame, QmsWhere where, unsigned slot, const QmsXmlAttribute *attribute)
{
  QmsExtra *extra = qms_foreign_attribute (attribute, self->document);

  extra->where = (uint8_t)where;
  extra->slot = (uint8_t)slot;
  if (where == QMS_WHERE_FIELD_TAG)
    extra->item = qms_frame_items (frame->node, &frame->node->type->fields[slot]);
  qms_frame_append_extra (frame, extra);
}

static void
set_attribute (QmsDecoder *self, QmsFrame *frame, const QmsField *field, const QmsXmlAttribute *attribute)
{
  QmsNode *node = frame->node;
  size_t length = (size_t)(attribute->value_end - attribute->value);
  QmsValueStatus status =
      qms_kinds[field->kind].parse (field, attribute->value, length, self->document->arena, &node->slots[field->slot]);

  if (status != QMS_VALUE_OK) {
    qms_decoder_report_value (self, qms_xml_position_of (self->parser, attribute->value), field, attribute->value,
                              length);
    append_attribute (self, frame, QMS_WHERE_TAG, 0, attribute); /* a lenient reader keeps it as it is */
    return;
  }
  node->present |= G_GUINT64_CONSTANT (1) << field->slot;
  if (field->kind == QMS_KIND_ID)
    enter_id (self, node, frame->scope, qms_xml_position_of (self->parser, attribute->value));
}

/* An attribute that is no field: foreign, or unknown. */
static void
other_attribute (QmsDecoder *self, QmsFrame *frame, const char *element, const QmsField *field,
                 const QmsXmlAttribute *attribute)
{
  if (!attribute->uri || attribute->uri == self->namespace)
    qms_decoder_report_unknown (
        self, qms_xml_position_of (self->parser, attribute->value), QMS_RULE_UNKNOWN_ATTRIBUTE, element,
        attribute->name, field ? NULL : qms_type_nearest (frame->node->type, QMS_FORM_ATTRIBUTE, attribute->name));
  append_attribute (self, frame, field ? QMS_WHERE_FIELD_TAG : QMS_WHERE_TAG, field ? field->slot : 0, attribute);
}

static void
bind_prefixes (QmsDecoder *self, const QmsXmlElement *element)
{
  for (size_t i = 0; i < element->n_namespaces; i++) {
    const QmsXmlNamespace *namespace = &element->namespaces[i];
    if (namespace->prefix && namespace->uri)
      qms_document_bind (self->document, namespace->prefix, namespace->uri);
  }
}

static void
read_attributes (QmsDecoder *self, QmsFrame *frame, const QmsXmlElement *element)
{
  unsigned hint = 0;

  for (size_t i = 0; i < element->n_attributes; i++) {
    const QmsXmlAttribute *attribute = &element->attributes[i];
    const QmsField *field = attribute->uri ? NULL : find_attribute (self, frame->node->type, attribute->name, &hint);
    if (field)
      set_attribute (self, frame, field, attribute);
    else
      other_attribute (self, frame, element->name, NULL, attribute);
  }
}

/* ---- stray text: reported once it is whole */

/* A lenient reader keeps the words as what they should have been: a comment. */
static void
keep_stray (QmsDecoder *self)
{
  g_autofree char *words = g_strstrip (g_strndup (self->text->str, self->text->len));
  g_autoptr (GString) comment = g_string_new (NULL);

  g_string_printf (comment, " %s ", words);
  while (strstr (comment->str, "--"))
    g_string_replace (comment, "--", "- -", 0);
  qms_decoder_place_extra (self, qms_decoder_new_extra (self, QMS_EXTRA_COMMENT, NULL, comment->str));
}

static void
flush_stray (QmsDecoder *self)
{
  g_autofree char *found = NULL;

  if (!self->stray)
    return;
  self->stray = false;
  found = qms_message_quote (self->text->str, self->text->len);
  if (self->reader->lenient)
    keep_stray (self);
  g_string_truncate (self->text, 0);
  qms_decoder_report_at (self, self->stray_from, QMS_RULE_STRAY_TEXT,
                         QMS_VALUES ({ "parent", { qms_frame_name (qms_decoder_top (self)), NULL } },
                                     { "value", { g_strstrip (found), NULL } }));
}

/* ---- elements */

static void
push_node (QmsDecoder *self, QmsNode *node, const QmsNode *scope, const QmsXmlElement *element)
{
  QmsFrame frame = { .node = node, .scope = scope, .extras_end = &node->extra };
  QmsPosition position = qms_xml_position (self->parser);

  node->line = position.line;
  node->column = position.column;
  frame.hint = node->type->n_attributes;
  qms_decoder_push (self, frame);
  qms_decoder_settle (self, qms_decoder_top (self), QMS_WHERE_BEFORE, 0, 0);
  bind_prefixes (self, element);
  read_attributes (self, qms_decoder_top (self), element);
  qms_decoder_top (self)->beside = qms_decoder_top (self)->extras_end;
  g_string_truncate (self->text, 0);
}

static void
start_child (QmsDecoder *self, const QmsField *field, const QmsXmlElement *element)
{
  QmsFrame *frame = qms_decoder_top (self);
  QmsNode *child = qms_node_new (self->document, field->target);
  bool opens = (field->target->flags & QMS_TYPE_FLAG_SCOPE) != 0;

  if (self->document->n_nodes > self->reader->limits[QMS_LIMIT_NODES]) {
    qms_decoder_report_limit (self, QMS_LIMIT_NODES);
    return;
  }
  qms_node_put_child (frame->node, field, child);
  push_node (self, child, opens ? child : frame->scope, element);
}

static void
start_scalar (QmsDecoder *self, const QmsField *field, const QmsXmlElement *element)
{
  QmsFrame frame = *qms_decoder_top (self);

  qms_decoder_settle (self, qms_decoder_top (self), QMS_WHERE_FIELD_BEFORE, field->slot,
                      qms_frame_items (frame.node, field));
  bind_prefixes (self, element);
  for (size_t i = 0; i < element->n_attributes; i++)
    other_attribute (self, qms_decoder_top (self), element->name, field, &element->attributes[i]);
  frame.field = field;
  frame.beside = frame.extras_end;
  frame.extras_end = qms_decoder_top (self)->extras_end;
  frame.position = qms_xml_position (self->parser);
  g_string_truncate (self->text, 0);
  qms_decoder_push (self, frame);
}

static const QmsField *
find_element (QmsDecoder *self, QmsFrame *frame, const char *name)
{
  const QmsType *type = frame->node->type;

  if (type->content_slot != QMS_NO_SLOT)
    return NULL;
  for (unsigned i = frame->hint, n = type->n_attributes; n < type->n_fields; n++, i++) {
    if (i >= type->n_fields)
      i = type->n_attributes;
    if (self->names[type->fields[i].xml_index] == name) {
      frame->hint = i;
      return &type->fields[i];
    }
  }
  return NULL;
}

static void
skip_or_keep (QmsDecoder *self, const QmsXmlElement *element)
{
  if (self->reader->lenient)
    qms_foreign_start (&self->foreign, element);
  else
    self->skip = 1;
}

static void
unknown_element (QmsDecoder *self, const QmsFrame *frame, const QmsXmlElement *element)
{
  const char *nearest = frame->field ? NULL : qms_type_nearest (frame->node->type, QMS_FORM_ELEMENT, element->name);

  qms_decoder_report_unknown (self, qms_xml_position (self->parser), QMS_RULE_UNKNOWN_ELEMENT, qms_frame_name (frame),
                              element->name, nearest);
  skip_or_keep (self, element);
}

static void
repeated_element (QmsDecoder *self, const QmsFrame *frame, const QmsXmlElement *element)
{
  qms_decoder_report (self, QMS_RULE_REPEATED_ELEMENT,
                      QMS_VALUES ({ "name", { element->name, NULL } }, { "parent", { qms_frame_name (frame), NULL } }));
  skip_or_keep (self, element);
}

static void
start_own (QmsDecoder *self, const QmsXmlElement *element)
{
  QmsFrame *frame = qms_decoder_top (self);
  const QmsField *field = frame->field ? NULL : find_element (self, frame, element->name);

  if (!field)
    unknown_element (self, frame, element);
  else if (!qms_field_list (field) && qms_node_present (frame->node, field->slot))
    repeated_element (self, frame, element);
  else if (field->kind == QMS_KIND_NODE)
    start_child (self, field, element);
  else
    start_scalar (self, field, element);
}

static char *
root_names (void)
{
  GString *names = g_string_new (NULL);

  for (size_t i = 0; i < qms_gen_n_types; i++)
    if (qms_gen_types[i]->flags & QMS_TYPE_FLAG_ROOT)
      g_string_append_printf (names, "%s<%s xmlns=\"" QMS_NAMESPACE "\">", names->len ? ", " : "",
                              qms_gen_types[i]->xml);
  return g_string_free (names, FALSE);
}

static void
start_root (QmsDecoder *self, const QmsXmlElement *element)
{
  const QmsType *type = element->uri == self->namespace ? qms_type_by_name (element->name) : NULL;
  g_autofree char *expected = root_names ();
  g_autofree char *name = qms_message_quote (element->name, strlen (element->name));
  g_autofree char *uri = element->uri ? qms_message_quote (element->uri, strlen (element->uri)) : NULL;
  g_autofree char *found = g_strdup_printf (uri ? "<%s xmlns=\"%s\">" : "<%s>", name, uri);

  if (type && (type->flags & QMS_TYPE_FLAG_ROOT) && strcmp (type->xml, element->name) == 0) {
    self->document->root = qms_node_new (self->document, type);
    push_node (self, self->document->root, self->document->root, element);
    return;
  }
  qms_decoder_report_fatal (self, QMS_RULE_WRONG_ROOT,
                            QMS_VALUES ({ "found", { found, NULL } }, { "expected", { expected, NULL } }));
}

static void
on_start (void *user, const QmsXmlElement *element)
{
  QmsDecoder *self = user;

  flush_stray (self);
  if (element->n_namespaces > self->reader->limits[QMS_LIMIT_NAMESPACES])
    qms_decoder_report_limit (self, QMS_LIMIT_NAMESPACES);
  else if (self->skip)
    self->skip++;
  else if (self->foreign.depth)
    qms_foreign_start (&self->foreign, element);
  else if (!self->n_frames)
    start_root (self, element);
  else if (element->uri == self->namespace)
    start_own (self, element);
  else
    qms_foreign_start (&self->foreign, element);
}

/* ---- ends */

static void
end_value (QmsDecoder *self, QmsFrame *frame, const QmsField *field, QmsPosition position)
{
  QmsSlot slot = { 0 };
  QmsValueStatus status =
      qms_kinds[field->kind].parse (field, self->text->str, self->text->len, self->document->arena, &slot);

  if (status != QMS_VALUE_OK) {
    qms_decoder_report_value (self, position, field, self->text->str, self->text->len);
    qms_decoder_keep_value (self, frame, field);
    return;
  }
  if (qms_kind_is_string (field->kind)) {
    memcpy ((char *)slot.string - sizeof position, &position, sizeof position);
    if (field->form == QMS_FORM_CONTENT && *slot.string == '\0')
      return; /* white space is no content */
  }
  if (*frame->beside)
    qms_decoder_shift_offsets (self, frame, field, slot);
  if (qms_field_list (field)) {
    qms_node_append_slot (frame->node, field, slot);
  } else {
    frame->node->slots[field->slot] = slot;
    frame->node->present |= G_GUINT64_CONSTANT (1) << field->slot;
  }
}

static void
end_scalar (QmsDecoder *self)
{
  QmsFrame frame = *qms_decoder_top (self);

  self->n_frames--;
  qms_decoder_top (self)->extras_end = frame.extras_end;
  end_value (self, &frame, frame.field, frame.position);
  g_string_truncate (self->text, 0);
}

static void
end_node (QmsDecoder *self)
{
  QmsFrame *frame = qms_decoder_top (self);
  const QmsType *type = frame->node->type;

  qms_decoder_settle (self, frame, QMS_WHERE_END, 0, 0);
  if (type->content_slot != QMS_NO_SLOT) {
    if (self->text->len)
      end_value (self, frame, &type->fields[type->content_slot],
                 (QmsPosition){ frame->node->line, frame->node->column });
    qms_frame_settle_behind_content (frame, type->content_slot);
  }
  g_string_truncate (self->text, 0);
  self->n_frames--;
}

static void
on_end (void *user)
{
  QmsDecoder *self = user;

  flush_stray (self);
  if (self->skip) {
    self->skip--;
  } else if (self->foreign.depth) {
    qms_foreign_end (&self->foreign);
    if (!self->foreign.depth)
      qms_decoder_place_extra (self, qms_foreign_take (&self->foreign, self->document));
  } else if (qms_decoder_top (self)->field) {
    end_scalar (self);
  } else {
    end_node (self);
  }
}

/* ---- text, comments, processing instructions */

static bool
is_blank (const char *text, size_t length)
{
  static const char indent[] = "\n                                ";
  const char *end = text + length;

  if (length < sizeof indent && memcmp (text, indent, length) == 0) /* nearly always */
    return true;
  while (text < end && (*text == ' ' || *text == '\n' || *text == '\t' || *text == '\r'))
    text++;
  return text == end;
}

/* Where the first word of a run of text begins; the parser stands behind the run. */
static QmsPosition
begin_of_word (QmsDecoder *self, const char *text, size_t length)
{
  QmsPosition position = qms_xml_here (self->parser);
  const char *end = text + length, *word = text;

  while (word < end && g_ascii_isspace (*word))
    word++;
  if (memchr (word, '\n', (size_t)(end - word)))
    return position;
  position.column -= MIN (position.column - 1, (uint32_t)g_utf8_strlen (word, end - word));
  return position;
}

static void
on_text (void *user, const char *text, size_t length)
{
  QmsDecoder *self = user;
  QmsFrame *frame;

  if (self->skip || !self->n_frames)
    return;
  frame = qms_decoder_top (self);
  if (self->foreign.depth) {
    qms_foreign_text (&self->foreign, text, length);
  } else if (frame->field || frame->node->type->content_slot != QMS_NO_SLOT || self->stray
             || !is_blank (text, length)) {
    bool stray = !frame->field && frame->node->type->content_slot == QMS_NO_SLOT;
    if (stray && !self->stray)
      self->stray_from = begin_of_word (self, text, length);
    self->stray = stray;
    g_string_append_len (self->text, text, (gssize)length);
  }
  if (MAX (self->text->len, self->foreign.text->len) > self->reader->limits[QMS_LIMIT_TEXT])
    qms_decoder_report_limit (self, QMS_LIMIT_TEXT);
}

static void
on_comment (void *user, const char *text)
{
  QmsDecoder *self = user;

  if (self->skip)
    return;
  if (self->foreign.depth)
    qms_foreign_comment (&self->foreign, text);
  else
    qms_decoder_place_extra (self, qms_decoder_new_extra (self, QMS_EXTRA_COMMENT, NULL, text));
}

static void
on_instruction (void *user, const char *target, const char *text)
{
  QmsDecoder *self = user;

  if (self->skip)
    return;
  if (self->foreign.depth)
    qms_foreign_instruction (&self->foreign, target, text);
  else
    qms_decoder_place_extra (self, qms_decoder_new_extra (self, QMS_EXTRA_PI, target, text));
}

const QmsXmlHandler qms_decoder_handler = { on_start, on_end, on_text, on_comment, on_instruction };

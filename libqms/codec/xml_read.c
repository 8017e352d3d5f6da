/* SPDX-License-Identifier: Apache-2.0 */
/* The XML reader: events of the parser into nodes, driven by the tables. */
#include "codec/guard.h"
#include "codec/reader.h"
#include "codec/xml_foreign.h"
#include "codec/xml_sax.h"
#include "core/kind.h"

#include "gen/ids.h"

#include <string.h>

/* An open element: a node, or a scalar field of the node below it on the stack. */
typedef struct {
  QmsNode *node;
  const QmsNode *scope;   /* of identifiers */
  const QmsField *field;  /* scalar whose text is read; NULL: the node itself */
  QmsExtra **extras_end;  /* where the node's next extra goes */
  QmsPosition position;   /* of the scalar's tag */
  QmsExtra **inside;      /* where the extras inside the text begin */
  unsigned hint;          /* slot of the last child found: where the next is likely */
} Frame;

typedef struct {
  const QmsReader *reader;
  QmsSource *source;
  const char *chunk;      /* what the parser has not yet been given */
  size_t chunk_size;
  size_t total;           /* bytes of input so far */
  QmsGuard guard;
  const char *file;
  QmsXmlParser *parser;
  QmsDocument *document;
  const char **names;     /* by xml_index: the parser's copy */
  const char *namespace;  /* the parser's copy of ours */
  Frame *frames;          /* of the open elements */
  size_t n_frames, room;
  GString *text;          /* of the scalar, or of a node with content */
  bool stray;             /* the text stands where none may; its problem is still to be reported … */
  QmsPosition stray_from; /* … about here */
  size_t skip;            /* elements open below one that was refused */
  QmsForeign foreign;
  QmsExtra *pending, **pending_end; /* extras that wait for what they stand before */
  size_t n_errors;
  QmsStatus status;       /* of the first problem */
  QmsError **error;
} Decoder;

static Frame *
top (Decoder *self)
{
  return &self->frames[self->n_frames - 1];
}

static void
push (Decoder *self, Frame frame)
{
  if (self->n_frames == self->room) {
    self->room = self->room * 2 + 8;
    self->frames = g_renew (Frame, self->frames, self->room);
  }
  self->frames[self->n_frames++] = frame;
}

/* ---- problems */

static void
report_at (Decoder *self, QmsPosition position, int rule, const QmsValue *values, size_t n_values)
{
  g_autofree char *path = self->n_frames ? qms_node_path (top (self)->node) : NULL;
  QmsPlace place = { self->file, position.line, position.column, path };
  QmsError **error = self->reader->lenient ? &self->document->diagnostics : self->error;

  if (++self->n_errors > self->reader->limits[QMS_LIMIT_ERRORS])
    return;
  qms_error_add (error, &qms_gen_rules[rule], &place, values, n_values);
  if (self->status == QMS_OK && !self->reader->lenient)
    self->status = qms_gen_rules[rule].status;
  if (self->n_errors == self->reader->limits[QMS_LIMIT_ERRORS] && !self->reader->lenient)
    qms_xml_stop (self->parser);
}

/* A problem that even a lenient reader cannot pass. */
static void
report_fatal (Decoder *self, int rule, const QmsValue *values, size_t n_values)
{
  QmsPosition position = qms_xml_position (self->parser);
  QmsPlace place = { self->file, position.line, position.column, NULL };

  self->status = qms_error_add (self->error, &qms_gen_rules[rule], &place, values, n_values);
  qms_xml_stop (self->parser);
}

static void
report_limit (Decoder *self, int limit)
{
  QmsPosition position = qms_xml_position (self->parser);
  QmsPlace place = { self->file, position.line, position.column, NULL };

  self->status = qms_fail_limit (self->reader, limit, &place, self->error);
  qms_xml_stop (self->parser);
}

static void
report (Decoder *self, int rule, const QmsValue *values, size_t n_values)
{
  report_at (self, qms_xml_position (self->parser), rule, values, n_values);
}

/* " (có phải «buoc»?)", or nothing. */
static char *
hint_text (const char *nearest, int lang)
{
  if (!nearest)
    return g_strdup ("");
  return g_strdup_printf (lang == QMS_LANG_EN ? " (did you mean «%s»?)" : " (có phải «%s»?)", nearest);
}

static void
report_unknown (Decoder *self, QmsPosition position, int rule, const char *parent, const char *name, const char *nearest)
{
  g_autofree char *vi = hint_text (nearest, QMS_LANG_VI), *en = hint_text (nearest, QMS_LANG_EN);

  report_at (self, position, rule,
             QMS_VALUES ({ "parent", { parent, NULL } }, { "name", { name, NULL } }, { "hint", { vi, en } }));
}

enum { LONGEST_QUOTE = 80 }; /* bytes of a value that a message quotes */

/* The beginning of a value, whole characters only. */
static char *
quote (const char *text, size_t length)
{
  g_autofree char *part = g_strndup (text, MIN (length, LONGEST_QUOTE));
  g_autofree char *valid = g_utf8_make_valid (part, -1);

  while (length > LONGEST_QUOTE && g_str_has_suffix (valid, "\357\277\275"))
    valid[strlen (valid) - 3] = '\0';
  return g_strconcat (valid, length > LONGEST_QUOTE ? "…" : "", NULL);
}

static void
report_value (Decoder *self, QmsPosition position, const QmsField *field, const char *text, size_t length)
{
  g_autofree char *vi = qms_field_expected (field, QMS_LANG_VI), *en = qms_field_expected (field, QMS_LANG_EN);
  g_autofree char *found = quote (text, length);

  report_at (self, position, QMS_RULE_BAD_VALUE,
             QMS_VALUES ({ "field", { field->xml, NULL } }, { "value", { found, NULL } }, { "expected", { vi, en } }));
}

/* ---- extras */

static void
add_pending (Decoder *self, QmsExtra *extra)
{
  *self->pending_end = extra;
  self->pending_end = &extra->next;
}

static void
append_extra (Frame *frame, QmsExtra *extra)
{
  *frame->extras_end = extra;
  frame->extras_end = &extra->next;
}

/* Gives what waits to a node. */
static void
settle_pending (Decoder *self, Frame *frame, QmsWhere where, unsigned slot, uint32_t item)
{
  for (QmsExtra *extra = self->pending, *next; extra; extra = next) {
    next = extra->next;
    extra->next = NULL;
    extra->where = (uint8_t)where;
    extra->slot = (uint8_t)slot;
    extra->item = item;
    append_extra (frame, extra);
  }
  self->pending = NULL;
  self->pending_end = &self->pending;
}

static uint32_t
items_so_far (const QmsNode *node, const QmsField *field)
{
  const QmsSlot *items;

  return (uint32_t)qms_node_items (node, field, &items);
}

/* An extra in the middle of a text keeps its offset; one between elements waits for the next. */
static void
place_extra (Decoder *self, QmsExtra *extra)
{
  Frame *frame = self->n_frames ? top (self) : NULL;
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
  extra->item = frame->field ? items_so_far (frame->node, field) : 0;
  extra->offset = (uint32_t)self->text->len;
  append_extra (frame, extra);
}

/* ---- attributes */

static const QmsField *
find_attribute (Decoder *self, const QmsType *type, const char *name, unsigned *hint)
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
enter_id (Decoder *self, QmsNode *node, const QmsNode *scope, QmsPosition position)
{
  QmsNode *holder = qms_document_add_id (self->document, node, scope);
  g_autofree char *line = NULL;

  if (holder == node)
    return;
  line = g_strdup_printf ("%u", holder->line);
  report_at (self, position, QMS_RULE_DUPLICATE_ID,
             QMS_VALUES ({ "id", { qms_node_id (node), NULL } }, { "line", { line, NULL } }));
}

static void
append_attribute (Decoder *self, Frame *frame, QmsWhere where, unsigned slot, const QmsXmlAttribute *attribute)
{
  QmsExtra *extra = qms_foreign_attribute (attribute, self->document);

  extra->where = (uint8_t)where;
  extra->slot = (uint8_t)slot;
  if (where == QMS_WHERE_FIELD_TAG)
    extra->item = items_so_far (frame->node, &frame->node->type->fields[slot]);
  append_extra (frame, extra);
}

static void
set_attribute (Decoder *self, Frame *frame, const QmsField *field, const QmsXmlAttribute *attribute)
{
  QmsNode *node = frame->node;
  size_t length = (size_t)(attribute->value_end - attribute->value);
  QmsValueStatus status = qms_kinds[field->kind].parse (field, attribute->value, length, self->document->arena,
                                                        &node->slots[field->slot]);

  if (status != QMS_VALUE_OK) {
    report_value (self, qms_xml_position_of (self->parser, attribute->value), field, attribute->value, length);
    append_attribute (self, frame, QMS_WHERE_TAG, 0, attribute); /* a lenient reader keeps it as it is */
    return;
  }
  node->present |= G_GUINT64_CONSTANT (1) << field->slot;
  if (field->kind == QMS_KIND_ID)
    enter_id (self, node, frame->scope, qms_xml_position_of (self->parser, attribute->value));
}

/* An attribute that is no field: foreign, or unknown. */
static void
other_attribute (Decoder *self, Frame *frame, const char *element, const QmsField *field, const QmsXmlAttribute *attribute)
{
  if (!attribute->uri || attribute->uri == self->namespace)
    report_unknown (self, qms_xml_position_of (self->parser, attribute->value), QMS_RULE_UNKNOWN_ATTRIBUTE, element,
                    attribute->name, field ? NULL : qms_type_nearest (frame->node->type, QMS_FORM_ATTRIBUTE, attribute->name));
  append_attribute (self, frame, field ? QMS_WHERE_FIELD_TAG : QMS_WHERE_TAG, field ? field->slot : 0, attribute);
}

static void
bind_prefixes (Decoder *self, const QmsXmlElement *element)
{
  for (size_t i = 0; i < element->n_namespaces; i++) {
    const QmsXmlNamespace *namespace = &element->namespaces[i];
    if (namespace->prefix && namespace->uri && namespace->uri != self->namespace)
      qms_document_bind (self->document, namespace->prefix, namespace->uri);
  }
}

static void
read_attributes (Decoder *self, Frame *frame, const QmsXmlElement *element)
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

/* Name of the open element, for messages. */
static const char *
open_name (const Frame *frame)
{
  const QmsField *field = frame->field ? frame->field : qms_node_parent_field (frame->node);

  return field ? field->xml : frame->node->type->xml;
}

static void
flush_stray (Decoder *self)
{
  g_autofree char *found = NULL;

  if (!self->stray)
    return;
  self->stray = false;
  found = quote (self->text->str, self->text->len);
  g_string_truncate (self->text, 0);
  report_at (self, self->stray_from, QMS_RULE_STRAY_TEXT,
             QMS_VALUES ({ "parent", { open_name (top (self)), NULL } }, { "value", { g_strstrip (found), NULL } }));
}

/* ---- elements */

static void
push_node (Decoder *self, QmsNode *node, const QmsNode *scope, const QmsXmlElement *element)
{
  Frame frame = { .node = node, .scope = scope, .extras_end = &node->extra };
  QmsPosition position = qms_xml_position (self->parser);

  node->line = position.line;
  node->column = position.column;
  frame.hint = node->type->n_attributes;
  push (self, frame);
  settle_pending (self, top (self), QMS_WHERE_BEFORE, 0, 0);
  bind_prefixes (self, element);
  read_attributes (self, top (self), element);
  top (self)->inside = top (self)->extras_end;
  g_string_truncate (self->text, 0);
}

static void
start_child (Decoder *self, const QmsField *field, const QmsXmlElement *element)
{
  Frame *frame = top (self);
  QmsNode *child = qms_node_new (self->document, field->target);
  bool opens = (field->target->flags & QMS_TYPE_FLAG_SCOPE) != 0;

  if (self->document->n_nodes > self->reader->limits[QMS_LIMIT_NODES]) {
    report_limit (self, QMS_LIMIT_NODES);
    return;
  }
  qms_node_put_child (frame->node, field, child);
  push_node (self, child, opens ? child : frame->scope, element);
}

static void
start_scalar (Decoder *self, const QmsField *field, const QmsXmlElement *element)
{
  Frame frame = *top (self);

  settle_pending (self, top (self), QMS_WHERE_FIELD_BEFORE, field->slot, items_so_far (frame.node, field));
  bind_prefixes (self, element);
  for (size_t i = 0; i < element->n_attributes; i++)
    other_attribute (self, top (self), element->name, field, &element->attributes[i]);
  frame.field = field;
  frame.extras_end = frame.inside = top (self)->extras_end;
  frame.position = qms_xml_position (self->parser);
  g_string_truncate (self->text, 0);
  push (self, frame);
}

static const QmsField *
find_element (Decoder *self, Frame *frame, const char *name)
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
skip_or_keep (Decoder *self, const QmsXmlElement *element)
{
  if (self->reader->lenient)
    qms_foreign_start (&self->foreign, element);
  else
    self->skip = 1;
}

static void
unknown_element (Decoder *self, const Frame *frame, const QmsXmlElement *element)
{
  const char *nearest = frame->field ? NULL : qms_type_nearest (frame->node->type, QMS_FORM_ELEMENT, element->name);

  report_unknown (self, qms_xml_position (self->parser), QMS_RULE_UNKNOWN_ELEMENT, open_name (frame), element->name, nearest);
  skip_or_keep (self, element);
}

static void
repeated_element (Decoder *self, const Frame *frame, const QmsXmlElement *element)
{
  report (self, QMS_RULE_REPEATED_ELEMENT,
          QMS_VALUES ({ "name", { element->name, NULL } }, { "parent", { open_name (frame), NULL } }));
  skip_or_keep (self, element);
}

static void
start_own (Decoder *self, const QmsXmlElement *element)
{
  Frame *frame = top (self);
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
      g_string_append_printf (names, "%s<%s xmlns=\"" QMS_NAMESPACE "\">", names->len ? ", " : "", qms_gen_types[i]->xml);
  return g_string_free (names, FALSE);
}

static void
start_root (Decoder *self, const QmsXmlElement *element)
{
  const QmsType *type = element->uri == self->namespace ? qms_type_by_name (element->name) : NULL;
  g_autofree char *expected = root_names ();
  g_autofree char *found = g_strdup_printf (element->uri ? "<%s xmlns=\"%s\">" : "<%s>", element->name, element->uri);

  if (type && (type->flags & QMS_TYPE_FLAG_ROOT) && strcmp (type->xml, element->name) == 0) {
    self->document->root = qms_node_new (self->document, type);
    push_node (self, self->document->root, self->document->root, element);
    return;
  }
  report_fatal (self, QMS_RULE_WRONG_ROOT, QMS_VALUES ({ "found", { found, NULL } }, { "expected", { expected, NULL } }));
}

static void
on_start (void *user, const QmsXmlElement *element)
{
  Decoder *self = user;

  flush_stray (self);
  if (element->n_namespaces > self->reader->limits[QMS_LIMIT_NAMESPACES])
    report_limit (self, QMS_LIMIT_NAMESPACES);
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
static void
shift_offsets (Decoder *self, const Frame *frame, const QmsField *field, const char *value)
{
  uint32_t length = (uint32_t)strlen (value);

  for (QmsExtra *extra = *frame->inside; extra; extra = extra->next) {
    extra->offset = length_in_value (self->text->str, extra->offset, field->kind != QMS_KIND_TEXT);
    extra->offset = MIN (extra->offset, length);
  }
}

static void
end_value (Decoder *self, Frame *frame, const QmsField *field, QmsPosition position)
{
  QmsSlot slot = { 0 };
  QmsValueStatus status
      = qms_kinds[field->kind].parse (field, self->text->str, self->text->len, self->document->arena, &slot);

  if (status != QMS_VALUE_OK) {
    report_value (self, position, field, self->text->str, self->text->len);
    return;
  }
  if (qms_kind_is_string (field->kind)) {
    memcpy ((char *)slot.string - sizeof position, &position, sizeof position);
    shift_offsets (self, frame, field, slot.string);
  }
  if (qms_field_list (field)) {
    qms_node_append_slot (frame->node, field, slot);
  } else {
    frame->node->slots[field->slot] = slot;
    frame->node->present |= G_GUINT64_CONSTANT (1) << field->slot;
  }
}

static void
end_scalar (Decoder *self)
{
  Frame frame = *top (self);

  self->n_frames--;
  top (self)->extras_end = frame.extras_end;
  end_value (self, &frame, frame.field, frame.position);
  g_string_truncate (self->text, 0);
}

/* What stands behind the whole content stands at the node's end, whatever its content becomes. */
static void
settle_behind_content (const Frame *frame, unsigned slot)
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

static void
end_node (Decoder *self)
{
  Frame *frame = top (self);
  const QmsType *type = frame->node->type;

  settle_pending (self, frame, QMS_WHERE_END, 0, 0);
  if (type->content_slot != QMS_NO_SLOT) {
    if (self->text->len)
      end_value (self, frame, &type->fields[type->content_slot], (QmsPosition){ frame->node->line, frame->node->column });
    settle_behind_content (frame, type->content_slot);
  }
  g_string_truncate (self->text, 0);
  self->n_frames--;
}

static void
on_end (void *user)
{
  Decoder *self = user;

  flush_stray (self);
  if (self->skip) {
    self->skip--;
  } else if (self->foreign.depth) {
    qms_foreign_end (&self->foreign);
    if (!self->foreign.depth)
      place_extra (self, qms_foreign_take (&self->foreign, self->document));
  } else if (top (self)->field) {
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
begin_of_word (Decoder *self, const char *text, size_t length)
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
  Decoder *self = user;
  Frame *frame;

  if (self->skip || !self->n_frames)
    return;
  frame = top (self);
  if (self->foreign.depth) {
    qms_foreign_text (&self->foreign, text, length);
  } else if (frame->field || frame->node->type->content_slot != QMS_NO_SLOT || self->stray || !is_blank (text, length)) {
    bool stray = !frame->field && frame->node->type->content_slot == QMS_NO_SLOT;
    if (stray && !self->stray)
      self->stray_from = begin_of_word (self, text, length);
    self->stray = stray;
    g_string_append_len (self->text, text, (gssize)length);
  }
  if (MAX (self->text->len, self->foreign.text->len) > self->reader->limits[QMS_LIMIT_TEXT])
    report_limit (self, QMS_LIMIT_TEXT);
}

static QmsExtra *
new_extra (Decoder *self, QmsExtraKind kind, const char *name, const char *text)
{
  QmsExtra *extra = qms_arena_alloc0 (self->document->arena, sizeof *extra);

  extra->kind = (uint8_t)kind;
  extra->name = name ? qms_arena_strndup (self->document->arena, name, strlen (name)) : NULL;
  extra->text = qms_arena_strndup (self->document->arena, text ? text : "", text ? strlen (text) : 0);
  return extra;
}

static void
on_comment (void *user, const char *text)
{
  Decoder *self = user;

  if (self->skip)
    return;
  if (self->foreign.depth)
    qms_foreign_comment (&self->foreign, text);
  else
    place_extra (self, new_extra (self, QMS_EXTRA_COMMENT, NULL, text));
}

static void
on_instruction (void *user, const char *target, const char *text)
{
  Decoder *self = user;

  if (self->skip)
    return;
  if (self->foreign.depth)
    qms_foreign_instruction (&self->foreign, target, text);
  else
    place_extra (self, new_extra (self, QMS_EXTRA_PI, target, text));
}

/* ---- the whole */

static const QmsXmlHandler handler = { on_start, on_end, on_text, on_comment, on_instruction };

static void
init (Decoder *self, const QmsReader *reader, QmsSource *source, QmsError **error)
{
  const char *file = source->name;

  *self = (Decoder){ .reader = reader, .source = source, .file = file, .error = error };
  self->parser = qms_xml_parser_new (&handler, self);
  self->document = qms_document_alloc ();
  self->document->file = file ? qms_arena_strndup (self->document->arena, file, strlen (file)) : NULL;
  qms_document_open_index (self->document);
  self->text = g_string_new (NULL);
  self->pending_end = &self->pending;
  qms_foreign_init (&self->foreign);
  self->namespace = qms_xml_intern (self->parser, QMS_NAMESPACE);
  self->names = g_new (const char *, qms_gen_n_names);
  for (size_t i = 0; i < qms_gen_n_names; i++)
    self->names[i] = qms_xml_intern (self->parser, qms_gen_names[i]);
}

static void
clear (Decoder *self)
{
  qms_document_unref (self->document);
  qms_xml_parser_free (self->parser);
  g_free (self->frames);
  g_string_free (self->text, TRUE);
  qms_foreign_clear (&self->foreign);
  g_free (self->names);
}

/* The error of the parser, in our words. */
static QmsStatus
syntax_error (Decoder *self)
{
  QmsPosition position;
  const char *detail;
  QmsXmlProblem problem = qms_xml_problem (self->parser, &position, &detail);
  QmsPlace place = { self->file, position.line, position.column, NULL };

  switch (problem) {
  case QMS_XML_DOCTYPE: return qms_fail (self->error, QMS_RULE_DOCTYPE, &place, NULL);
  case QMS_XML_ENCODING: return qms_fail (self->error, QMS_RULE_ENCODING, &place, "found", detail, NULL);
  default: return qms_fail (self->error, QMS_RULE_NOT_WELL_FORMED, &place, "detail", detail ? detail : "", NULL);
  }
}

/* ---- input: a chunk of the source at a time, guarded before the parser sees it */

static QmsStatus
next_chunk (Decoder *self)
{
  QmsPlace place = { self->file, 0, 0, NULL };
  QmsStatus status = qms_source_next (self->source, &self->chunk, &self->chunk_size, self->error);

  self->total += self->chunk_size;
  if (status == QMS_OK && self->total > self->reader->limits[QMS_LIMIT_BYTES])
    return qms_fail_limit (self->reader, QMS_LIMIT_BYTES, &place, self->error);
  return status == QMS_OK ? qms_guard_scan (&self->guard, self->chunk, self->chunk_size, self->file, self->error) : status;
}

static int
on_input (void *user, char *buffer, int room)
{
  Decoder *self = user;
  size_t count;

  if (self->chunk_size == 0)
    self->status = next_chunk (self);
  if (self->status != QMS_OK)
    return -1;
  count = MIN (self->chunk_size, (size_t)room);
  memcpy (buffer, self->chunk, count);
  self->chunk += count;
  self->chunk_size -= count;
  return (int)count;
}

/* The first chunk is at hand already: its beginning told the format. */
static QmsStatus
begin (Decoder *self, const char *chunk, size_t size)
{
  size_t mark;
  QmsStatus status = qms_guard_begin (chunk, size, self->file, &mark, self->error);

  self->total = size;
  self->chunk = chunk + mark;
  self->chunk_size = size - mark;
  qms_guard_init (&self->guard, self->reader);
  return status == QMS_OK ? qms_guard_scan (&self->guard, self->chunk, self->chunk_size, self->file, self->error) : status;
}

static QmsStatus
parse (Decoder *self)
{
  QmsPosition position;
  const char *detail;

  qms_xml_parse (self->parser, on_input);
  return qms_xml_problem (self->parser, &position, &detail) ? syntax_error (self) : self->status;
}

/* What stands after the root. */
static void
settle_epilogue (Decoder *self)
{
  Frame frame = { .node = self->document->root, .extras_end = &self->document->root->extra };

  while (*frame.extras_end)
    frame.extras_end = &(*frame.extras_end)->next;
  settle_pending (self, &frame, QMS_WHERE_AFTER, 0, 0);
}

QmsStatus
qms_xml_read (const QmsReader *reader, QmsSource *source, const char *chunk, size_t size, QmsDocument **document,
              QmsError **error)
{
  Decoder self;
  QmsStatus status;

  init (&self, reader, source, error);
  status = begin (&self, chunk, size);
  if (status == QMS_OK)
    status = parse (&self);
  if (status == QMS_OK) {
    settle_epilogue (&self);
    *document = g_steal_pointer (&self.document);
  }
  clear (&self);
  return status;
}

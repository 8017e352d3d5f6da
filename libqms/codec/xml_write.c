/* SPDX-License-Identifier: Apache-2.0 */
/* The XML writer: one document, one sequence of bytes. Fields in the order of the schema, two spaces a level. */
#include "codec/xml_write.h"

#include "core/kind.h"
#include "core/text.h"

#include <string.h>

typedef struct {
  GString *out;
  QmsDocument *document;
} Writer;

/* The extras of one node in the order in which they are written. */
typedef struct {
  GPtrArray *sorted; /* NULL if there are none */
  size_t next;
} Extras;

/* The next extra if it stands there; NULL otherwise. */
static const QmsExtra *
next_extra (Extras *extras, int where, unsigned slot, size_t item)
{
  const QmsExtra *extra;

  if (!extras->sorted || extras->next >= extras->sorted->len)
    return NULL;
  extra = g_ptr_array_index (extras->sorted, extras->next);
  if (extra->where != where || extra->slot != slot || extra->item != item)
    return NULL;
  extras->next++;
  return extra;
}

/* ---- pieces */

static void
new_line (Writer *self, unsigned depth)
{
  static const char spaces[] = "\n                                                                ";

  g_string_append_len (self->out, spaces, MIN (1 + 2 * (gssize)depth, (gssize)sizeof spaces - 1));
}

static void
append_name (Writer *self, const char *open, const char *name, char close)
{
  g_string_append (self->out, open);
  g_string_append (self->out, name);
  g_string_append_c (self->out, close);
}

static void
append_declaration (Writer *self, const char *prefix, const char *uri)
{
  g_string_append (self->out, *prefix ? " xmlns:" : " xmlns");
  g_string_append (self->out, prefix);
  g_string_append (self->out, "=\"");
  qms_text_escape (uri, true, self->out);
  g_string_append_c (self->out, '"');
}

/* Whether the root's declarations already say so. */
static bool
is_bound (const Writer *self, const QmsBinding *binding)
{
  const GArray *prefixes = self->document->prefixes;

  if (*binding->prefix == '\0')
    return strcmp (binding->uri, QMS_NAMESPACE) == 0;
  for (size_t i = 0; prefixes && i < prefixes->len; i++) {
    const QmsPrefix *known = &g_array_index (prefixes, QmsPrefix, i);
    if (strcmp (known->prefix, binding->prefix) == 0)
      return strcmp (known->uri, binding->uri) == 0;
  }
  return false;
}

/* A comment, processing instruction or foreign element. */
static void
append_extra (Writer *self, const QmsExtra *extra)
{
  switch (extra->kind) {
  case QMS_EXTRA_COMMENT:
    g_string_append_printf (self->out, "<!--%s-->", extra->text);
    break;
  case QMS_EXTRA_PI:
    g_string_append_printf (self->out, "<?%s%s%s?>", extra->name, *extra->text ? " " : "", extra->text);
    break;
  default:
    g_string_append (self->out, extra->text);
  }
}

/* Extras of one place, each on a line of its own; in a node with content, where white space would be content, in a row. */
static void
append_lines (Writer *self, Extras *extras, const QmsNode *node, int where, unsigned slot, size_t item, unsigned depth)
{
  const QmsExtra *extra;

  while ((extra = next_extra (extras, where, slot, item))) {
    if (where != QMS_WHERE_END || node->type->content_slot == QMS_NO_SLOT)
      new_line (self, depth);
    append_extra (self, extra);
  }
}

/* Foreign attributes of a tag; a prefix that the root does not bind is declared here, once. */
static void
append_attributes (Writer *self, Extras *extras, int where, unsigned slot, size_t item)
{
  const QmsExtra *extra;
  g_autoptr (GHashTable) declared = NULL;

  while ((extra = next_extra (extras, where, slot, item))) {
    const QmsBinding *binding = extra->n_bindings ? extra->bindings : NULL;
    if (binding && !is_bound (self, binding)) {
      if (!declared)
        declared = g_hash_table_new (qms_text_hash, g_str_equal);
      if (g_hash_table_add (declared, (gpointer)binding->prefix))
        append_declaration (self, binding->prefix, binding->uri);
    }
    g_string_append_printf (self->out, " %s=\"", extra->name);
    qms_text_escape (extra->text, true, self->out);
    g_string_append_c (self->out, '"');
  }
}

/* ---- values */

static void
append_value (Writer *self, const QmsField *field, QmsSlot slot, bool attribute)
{
  if (qms_kind_is_string (field->kind))
    qms_text_escape (slot.string, attribute, self->out);
  else
    qms_kinds[field->kind].format (field, slot, self->out); /* needs no escaping */
}

/* A value with comments and foreign elements in its midst. */
static void
append_mixed (Writer *self, Extras *extras, const QmsNode *node, const QmsField *field, QmsSlot slot, size_t item)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const QmsExtra *extra;
  size_t done = 0;

  if (qms_node_present (node, field->slot))
    qms_kinds[field->kind].format (field, slot, value);
  while ((extra = next_extra (extras, QMS_WHERE_FIELD_INSIDE, field->slot, item))) {
    size_t offset = MIN (extra->offset, value->len);
    g_autofree char *part = g_strndup (value->str + done, offset - done);
    qms_text_escape (part, false, self->out);
    append_extra (self, extra);
    done = offset;
  }
  qms_text_escape (value->str + done, false, self->out);
}

static bool
has_inside (const Extras *extras, const QmsField *field, size_t item)
{
  const QmsExtra *extra;

  if (!extras->sorted || extras->next >= extras->sorted->len)
    return false;
  extra = g_ptr_array_index (extras->sorted, extras->next);
  return extra->where == QMS_WHERE_FIELD_INSIDE && extra->slot == field->slot && extra->item == item;
}

static void
write_scalar (Writer *self, Extras *extras, const QmsNode *node, const QmsField *field, QmsSlot slot, size_t item,
              unsigned depth)
{
  if (extras->sorted)
    append_lines (self, extras, node, QMS_WHERE_FIELD_BEFORE, field->slot, item, depth);
  new_line (self, depth);
  g_string_append_c (self->out, '<');
  g_string_append (self->out, field->xml);
  if (extras->sorted)
    append_attributes (self, extras, QMS_WHERE_FIELD_TAG, field->slot, item);
  if (has_inside (extras, field, item)) {
    g_string_append_c (self->out, '>');
    append_mixed (self, extras, node, field, slot, item);
  } else if (qms_kind_is_string (field->kind) && *slot.string == '\0') {
    g_string_append (self->out, "/>");
    return;
  } else {
    g_string_append_c (self->out, '>');
    append_value (self, field, slot, false);
  }
  append_name (self, "</", field->xml, '>');
}

/* ---- nodes */

static void write_node (Writer *self, const QmsNode *node, const char *name, unsigned depth);

static void
write_field (Writer *self, Extras *extras, const QmsNode *node, const QmsField *field, unsigned depth)
{
  const QmsSlot *items;
  size_t count = qms_node_items (node, field, &items);

  for (size_t i = 0; i < count; i++) {
    if (field->kind == QMS_KIND_NODE)
      write_node (self, items[i].node, field->xml, depth);
    else
      write_scalar (self, extras, node, field, items[i], i, depth);
  }
}

static void
write_attributes (Writer *self, const QmsNode *node)
{
  const QmsType *type = node->type;

  for (size_t i = 0; i < type->n_attributes; i++) {
    if (!qms_node_present (node, (unsigned)i))
      continue;
    append_name (self, " ", type->fields[i].xml, '=');
    g_string_append_c (self->out, '"');
    append_value (self, &type->fields[i], node->slots[i], true);
    g_string_append_c (self->out, '"');
  }
}

static void
write_root_declarations (Writer *self)
{
  const GArray *prefixes = self->document->prefixes;

  append_declaration (self, "", QMS_NAMESPACE);
  for (size_t i = 0; prefixes && i < prefixes->len; i++)
    append_declaration (self, g_array_index (prefixes, QmsPrefix, i).prefix,
                        g_array_index (prefixes, QmsPrefix, i).uri);
}

/* Everything between the tags; false if there is nothing. */
static bool
write_inside (Writer *self, Extras *extras, const QmsNode *node, unsigned depth)
{
  const QmsType *type = node->type;
  gsize before = self->out->len;

  g_string_append_c (self->out, '>');
  if (type->content_slot != QMS_NO_SLOT) {
    const QmsField *field = &type->fields[type->content_slot];
    if (has_inside (extras, field, 0))
      append_mixed (self, extras, node, field, node->slots[field->slot], 0);
    else if (qms_node_present (node, field->slot))
      append_value (self, field, node->slots[field->slot], false);
  } else {
    for (size_t i = type->n_attributes; i < type->n_fields; i++)
      if (qms_node_present (node, (unsigned)i))
        write_field (self, extras, node, &type->fields[i], depth + 1);
  }
  append_lines (self, extras, node, QMS_WHERE_END, 0, 0, depth + 1);
  if (self->out->len > before + 1)
    return true;
  g_string_truncate (self->out, before);
  return false;
}

static void
write_node (Writer *self, const QmsNode *node, const char *name, unsigned depth)
{
  Extras extras = { qms_extra_sort (node), 0 };

  append_lines (self, &extras, node, QMS_WHERE_BEFORE, 0, 0, depth);
  new_line (self, depth);
  g_string_append_c (self->out, '<');
  g_string_append (self->out, name);
  if (depth == 0)
    write_root_declarations (self);
  write_attributes (self, node);
  if (extras.sorted)
    append_attributes (self, &extras, QMS_WHERE_TAG, 0, 0);
  if (write_inside (self, &extras, node, depth)) {
    if (node->type->content_slot == QMS_NO_SLOT)
      new_line (self, depth);
    append_name (self, "</", name, '>');
  } else {
    g_string_append (self->out, "/>");
  }
  append_lines (self, &extras, node, QMS_WHERE_AFTER, 0, 0, depth);
  g_clear_pointer (&extras.sorted, g_ptr_array_unref);
}

void
qms_xml_write (QmsDocument *document, GString *out)
{
  Writer self = { out, document };

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  write_node (&self, document->root, document->root->type->xml, 0);
  g_string_append_c (out, '\n');
}

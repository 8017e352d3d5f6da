/* SPDX-License-Identifier: Apache-2.0 */
/* Elements of a template as they stand, apart from identifiers that must not repeat. */
#include "render/docx_piece.h"

#include "core/text.h"

#include <string.h>

/* ---- writing */

static void
append_name (const char *prefix, const char *name, GString *out)
{
  g_string_append_printf (out, "%s%s%s", prefix, *prefix ? ":" : "", name);
}

static void
append_namespaces (const QmsXmlTreeNode *node, GString *out)
{
  for (size_t i = 0; i < node->n_namespaces; i++) {
    const QmsXmlNamespace *declared = &node->namespaces[i];
    g_string_append_printf (out, declared->prefix ? " xmlns:%s=\"" : " xmlns%s=\"",
                            declared->prefix ? declared->prefix : "");
    qms_text_escape (declared->uri ? declared->uri : "", true, out);
    g_string_append_c (out, '"');
  }
}

/* Word gives each paragraph an identifier, which nothing in the text needs and which would repeat. */
static bool
is_dropped (const QmsXmlTreeAttribute *attribute)
{
  return *attribute->prefix && (strcmp (attribute->name, "paraId") == 0 || strcmp (attribute->name, "textId") == 0);
}

static void
append_attribute (const QmsXmlTreeAttribute *attribute, GString *out)
{
  if (is_dropped (attribute))
    return;
  g_string_append_c (out, ' ');
  append_name (attribute->prefix, attribute->name, out);
  g_string_append (out, "=\"");
  qms_text_escape (attribute->value, true, out);
  g_string_append_c (out, '"');
}

static void
append_open (const QmsXmlTreeNode *node, GString *out)
{
  g_string_append_c (out, '<');
  append_name (node->prefix, node->name, out);
  append_namespaces (node, out);
  for (size_t i = 0; i < node->n_attributes; i++)
    append_attribute (&node->attributes[i], out);
  g_string_append (out, node->first ? ">" : "/>");
}

static void
append_close (const QmsXmlTreeNode *node, GString *out)
{
  g_string_append (out, "</");
  append_name (node->prefix, node->name, out);
  g_string_append_c (out, '>');
}

static void
append_whole (const QmsXmlTreeNode *node, GString *out)
{
  if (!node->name) {
    if (!node->comment)
      qms_text_escape (node->text, false, out);
    return;
  }
  append_open (node, out);
  for (const QmsXmlTreeNode *child = node->first; child; child = child->next)
    append_whole (child, out);
  if (node->first)
    append_close (node, out);
}

const char *
qms_docx_text (QmsDocxCompiler *self, const QmsXmlTreeNode *node)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (node)
    append_whole (node, out);
  return qms_arena_strndup (self->arena, out->str, out->len);
}

/* ---- identifiers */

/* The number of a picture or shape; NULL if the element has none. */
static const QmsXmlTreeAttribute *
picture_number (const QmsXmlTreeNode *node)
{
  if (strcmp (node->name, "docPr") != 0)
    return NULL;
  for (size_t i = 0; i < node->n_attributes; i++)
    if (strcmp (node->attributes[i].name, "id") == 0)
      return &node->attributes[i];
  return NULL;
}

static void
open_picture (QmsDocxCompiler *self, const QmsXmlTreeNode *node, const QmsXmlTreeAttribute *number, QmsPieces *out)
{
  g_autoptr (GString) text = g_string_new ("<");
  guint64 value = 0;
  QmsPiece *piece;

  append_name (node->prefix, node->name, text);
  append_namespaces (node, text);
  for (size_t i = 0; i < node->n_attributes; i++)
    if (&node->attributes[i] != number)
      append_attribute (&node->attributes[i], text);
  g_string_append (text, " id=\"");
  qms_piece_add_raw (self, out, text->str);
  piece = qms_piece_add (self, out, QMS_PIECE_FRESH);
  g_ascii_string_to_unsigned (number->value, 10, 0, G_MAXINT32 / 2, &value, NULL);
  *self->greatest = MAX (*self->greatest, (size_t)value);
  g_string_printf (text, "%" G_GUINT64_FORMAT, value);
  piece->text = qms_arena_strndup (self->arena, text->str, text->len);
  piece->number = (*self->singles)++;
  qms_piece_add_raw (self, out, node->first ? "\">" : "\"/>");
}

void
qms_docx_open (QmsDocxCompiler *self, const QmsXmlTreeNode *node, QmsPieces *out)
{
  const QmsXmlTreeAttribute *number = picture_number (node);
  g_autoptr (GString) text = NULL;

  if (number) {
    open_picture (self, node, number, out);
    return;
  }
  text = g_string_new (NULL);
  append_open (node, text);
  qms_piece_add_raw (self, out, text->str);
}

void
qms_docx_close (QmsDocxCompiler *self, const QmsXmlTreeNode *node, QmsPieces *out)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!node->first)
    return;
  append_close (node, text);
  qms_piece_add_raw (self, out, text->str);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Catches foreign elements as canonical text. */
#include "codec/xml_foreign.h"

#include "core/text.h"

#include <string.h>

typedef struct {
  const char *prefix; /* "" for the default namespace */
  size_t depth;
} Declared;

void
qms_foreign_init (QmsForeign *foreign)
{
  *foreign = (QmsForeign){
    .text = g_string_new (NULL),
    .names = g_ptr_array_new_with_free_func (g_free),
    .declared = g_array_new (FALSE, FALSE, sizeof (Declared)),
    .bindings = g_array_new (FALSE, FALSE, sizeof (QmsBinding)),
  };
}

void
qms_foreign_clear (QmsForeign *foreign)
{
  g_string_free (foreign->text, TRUE);
  g_ptr_array_unref (foreign->names);
  g_array_unref (foreign->declared);
  g_array_unref (foreign->bindings);
  g_free (foreign->name);
}

static const char *
or_empty (const char *text)
{
  return text ? text : "";
}

static char *
qualified (const char *prefix, const char *name)
{
  return prefix ? g_strconcat (prefix, ":", name, NULL) : g_strdup (name);
}

static void
close_tag (QmsForeign *foreign)
{
  if (foreign->tag_open)
    g_string_append_c (foreign->text, '>');
  foreign->tag_open = false;
}

/* ---- prefixes */

static bool
is_declared_inside (const QmsForeign *foreign, const char *prefix)
{
  for (size_t i = 0; i < foreign->declared->len; i++)
    if (strcmp (g_array_index (foreign->declared, Declared, i).prefix, prefix) == 0)
      return true;
  return false;
}

/* Notes that a prefix is used; if it was declared outside, the fragment depends on it. */
static void
use_prefix (QmsForeign *foreign, const char *prefix, const char *uri)
{
  QmsBinding binding = { prefix, uri };

  if (strcmp (prefix, "xml") == 0 || is_declared_inside (foreign, prefix))
    return;
  for (size_t i = 0; i < foreign->bindings->len; i++)
    if (strcmp (g_array_index (foreign->bindings, QmsBinding, i).prefix, prefix) == 0)
      return;
  g_array_append_val (foreign->bindings, binding);
}

static void
declare (QmsForeign *foreign, const QmsXmlNamespace *namespace)
{
  Declared declared = { or_empty (namespace->prefix), foreign->depth };

  g_array_append_val (foreign->declared, declared);
  g_string_append (foreign->text, namespace->prefix ? " xmlns:" : " xmlns");
  g_string_append (foreign->text, declared.prefix);
  g_string_append (foreign->text, "=\"");
  qms_text_escape (or_empty (namespace->uri), true, foreign->text);
  g_string_append_c (foreign->text, '"');
}

static void
forget_declarations (QmsForeign *foreign)
{
  while (foreign->declared->len > 0
         && g_array_index (foreign->declared, Declared, foreign->declared->len - 1).depth >= foreign->depth)
    g_array_set_size (foreign->declared, foreign->declared->len - 1);
}

/* ---- events */

static void
append_attribute (QmsForeign *foreign, const QmsXmlAttribute *attribute)
{
  g_autofree char *name = qualified (attribute->prefix, attribute->name);
  g_autofree char *value = g_strndup (attribute->value, (size_t)(attribute->value_end - attribute->value));

  if (attribute->prefix)
    use_prefix (foreign, attribute->prefix, attribute->uri);
  g_string_append_printf (foreign->text, " %s=\"", name);
  qms_text_escape (value, true, foreign->text);
  g_string_append_c (foreign->text, '"');
}

void
qms_foreign_start (QmsForeign *foreign, const QmsXmlElement *element)
{
  char *name = qualified (element->prefix, element->name);

  if (foreign->depth == 0) {
    foreign->uri = or_empty (element->uri);
    g_free (foreign->name);
    foreign->name = g_strdup (name);
  }
  close_tag (foreign);
  g_string_append_printf (foreign->text, "<%s", name);
  g_ptr_array_add (foreign->names, name);
  foreign->depth++;
  for (size_t i = 0; i < element->n_namespaces; i++)
    declare (foreign, &element->namespaces[i]);
  use_prefix (foreign, or_empty (element->prefix), or_empty (element->uri));
  for (size_t i = 0; i < element->n_attributes; i++)
    append_attribute (foreign, &element->attributes[i]);
  foreign->tag_open = true;
}

void
qms_foreign_end (QmsForeign *foreign)
{
  const char *name = g_ptr_array_index (foreign->names, foreign->names->len - 1);

  if (foreign->tag_open)
    g_string_append (foreign->text, "/>");
  else
    g_string_append_printf (foreign->text, "</%s>", name);
  foreign->tag_open = false;
  g_ptr_array_set_size (foreign->names, (gint)foreign->names->len - 1);
  forget_declarations (foreign);
  foreign->depth--;
}

void
qms_foreign_text (QmsForeign *foreign, const char *text, size_t length)
{
  g_autofree char *copy = g_strndup (text, length);

  close_tag (foreign);
  qms_text_escape (copy, false, foreign->text);
}

void
qms_foreign_comment (QmsForeign *foreign, const char *text)
{
  close_tag (foreign);
  g_string_append_printf (foreign->text, "<!--%s-->", text);
}

void
qms_foreign_instruction (QmsForeign *foreign, const char *target, const char *text)
{
  close_tag (foreign);
  g_string_append_printf (foreign->text, "<?%s%s%s?>", target, text && *text ? " " : "", or_empty (text));
}

/* ---- extras */

static const char *
keep (QmsDocument *document, const char *text)
{
  return qms_arena_strndup (document->arena, text, strlen (text));
}

static const QmsBinding *
keep_bindings (QmsDocument *document, const QmsBinding *bindings, size_t count)
{
  QmsBinding *kept = qms_arena_alloc (document->arena, count * sizeof *kept);

  for (size_t i = 0; i < count; i++)
    kept[i] = (QmsBinding){ keep (document, bindings[i].prefix), keep (document, bindings[i].uri) };
  return kept;
}

QmsExtra *
qms_foreign_take (QmsForeign *foreign, QmsDocument *document)
{
  QmsExtra *extra = qms_arena_alloc0 (document->arena, sizeof *extra);

  extra->kind = QMS_EXTRA_ELEMENT;
  extra->uri = keep (document, foreign->uri);
  extra->name = keep (document, foreign->name);
  extra->text = qms_arena_strndup (document->arena, foreign->text->str, foreign->text->len);
  extra->bindings = keep_bindings (document, (const QmsBinding *)(const void *)foreign->bindings->data, foreign->bindings->len);
  extra->n_bindings = foreign->bindings->len;
  qms_extra_settle (extra, document);
  g_string_truncate (foreign->text, 0);
  g_array_set_size (foreign->bindings, 0);
  return extra;
}

QmsExtra *
qms_foreign_attribute (const QmsXmlAttribute *attribute, QmsDocument *document)
{
  QmsExtra *extra = qms_arena_alloc0 (document->arena, sizeof *extra);
  QmsBinding binding = { or_empty (attribute->prefix), or_empty (attribute->uri) };
  g_autofree char *name = qualified (attribute->prefix, attribute->name);
  bool needs_binding = attribute->prefix && strcmp (attribute->prefix, "xml") != 0;

  extra->kind = QMS_EXTRA_ATTRIBUTE;
  extra->uri = keep (document, binding.uri);
  extra->name = keep (document, name);
  extra->text = qms_arena_strndup (document->arena, attribute->value, (size_t)(attribute->value_end - attribute->value));
  extra->n_bindings = needs_binding;
  extra->bindings = keep_bindings (document, &binding, extra->n_bindings);
  qms_extra_settle (extra, document);
  return extra;
}

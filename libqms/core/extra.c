/* SPDX-License-Identifier: Apache-2.0 */
/* Extras: comments and foreign content beside the nodes. */
#include "core/extra.h"

#include "core/document.h"
#include "core/error.h"
#include "core/text.h"

#include "gen/ids.h"

#include <string.h>

QmsExtra *
qms_extra_append (QmsNode *node, QmsExtraKind kind, QmsWhere where)
{
  QmsExtra *extra = qms_arena_alloc0 (node->document->arena, sizeof *extra), **end = &node->extra;

  extra->kind = (uint8_t)kind;
  extra->where = (uint8_t)where;
  while (*end)
    end = &(*end)->next;
  *end = extra;
  return extra;
}

static const char *
copy_string (QmsArena *arena, const char *text)
{
  return text ? qms_arena_strndup (arena, text, strlen (text)) : NULL;
}

void
qms_extra_copy (const QmsNode *from, QmsNode *to)
{
  QmsArena *arena = to->document->arena;
  QmsExtra **end = &to->extra;

  for (const QmsExtra *extra = from->extra; extra; extra = extra->next) {
    QmsExtra *copy = qms_arena_alloc (arena, sizeof *copy);
    QmsBinding *bindings = qms_arena_alloc (arena, extra->n_bindings * sizeof *bindings);
    *copy = *extra;
    copy->next = NULL;
    copy->uri = copy_string (arena, extra->uri);
    copy->name = copy_string (arena, extra->name);
    copy->text = copy_string (arena, extra->text);
    for (uint32_t i = 0; i < extra->n_bindings; i++)
      bindings[i] = (QmsBinding){ copy_string (arena, extra->bindings[i].prefix),
                                  copy_string (arena, extra->bindings[i].uri) };
    copy->bindings = bindings;
    *end = copy;
    end = &copy->next;
  }
}

static bool
equal_bindings (const QmsExtra *a, const QmsExtra *b)
{
  if (a->n_bindings != b->n_bindings)
    return false;
  for (uint32_t i = 0; i < a->n_bindings; i++)
    if (strcmp (a->bindings[i].prefix, b->bindings[i].prefix) != 0 || strcmp (a->bindings[i].uri, b->bindings[i].uri) != 0)
      return false;
  return true;
}

static bool
equal_one (const QmsExtra *a, const QmsExtra *b)
{
  return a->kind == b->kind && a->where == b->where && a->slot == b->slot && a->item == b->item && a->offset == b->offset
         && g_strcmp0 (a->uri, b->uri) == 0 && g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->text, b->text) == 0
         && equal_bindings (a, b);
}

bool
qms_extra_equal (const QmsNode *a, const QmsNode *b)
{
  const QmsExtra *left = a->extra, *right = b->extra;

  while (left && right && equal_one (left, right)) {
    left = left->next;
    right = right->next;
  }
  return !left && !right;
}

/* ---- one foreign element with text, as the public interface has it */

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon ? colon + 1 : name;
}

static bool
is_element (const QmsExtra *extra, const char *uri, const char *name)
{
  return extra->kind == QMS_EXTRA_ELEMENT && strcmp (extra->uri, uri) == 0 && strcmp (local_name (extra->name), name) == 0;
}

/* The five entities and character references of canonical text, undone. */
static char
unescape (const char **p)
{
  static const struct {
    const char *entity;
    char character;
  } entities[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&#13;", '\r' } };

  for (size_t i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (*p, entities[i].entity)) {
      *p += strlen (entities[i].entity);
      return entities[i].character;
    }
  return *(*p)++;
}

const char *
qms_node_extension (const QmsNode *node, const char *uri, const char *name)
{
  const QmsExtra *extra = node && uri && name ? node->extra : NULL;
  const char *p, *end;
  char *text, *out;

  while (extra && !is_element (extra, uri, name))
    extra = extra->next;
  if (!extra)
    return NULL;
  p = strchr (extra->text, '>');
  end = strrchr (extra->text, '<');
  if (p[-1] == '/')
    return "";
  text = out = qms_arena_alloc (node->document->arena, (size_t)(end - p));
  for (p++; p < end;)
    *out++ = unescape (&p);
  *out = '\0';
  return text;
}

static void
remove_element (QmsNode *node, const char *uri, const char *name)
{
  for (QmsExtra **link = &node->extra; *link;)
    if (is_element (*link, uri, name))
      *link = (*link)->next;
    else
      link = &(*link)->next;
}

static bool
is_nc_name (const char *name)
{
  if (!g_ascii_isalpha (*name) && *name != '_')
    return false;
  for (; *name; name++)
    if (!g_ascii_isalnum (*name) && !strchr ("_-.", *name))
      return false;
  return true;
}

static const char *
element_text (QmsNode *node, const char *qualified, const char *text)
{
  GString *out = g_string_new (NULL);
  const char *result;

  g_string_append_printf (out, "<%s>", qualified);
  qms_text_escape (text, false, out);
  g_string_append_printf (out, "</%s>", qualified);
  result = qms_arena_strndup (node->document->arena, out->str, out->len);
  g_string_free (out, TRUE);
  return result;
}

QmsStatus
qms_node_set_extension (QmsNode *node, const char *uri, const char *name, const char *text, QmsError **error)
{
  QmsArena *arena;
  QmsExtra *extra;
  QmsBinding *binding;
  const char *prefix;
  g_autofree char *qualified = NULL;

  if (!node || !uri || !*uri || strcmp (uri, QMS_NAMESPACE) == 0 || !name || !is_nc_name (name)
      || !qms_text_is_xml (uri, strlen (uri), NULL) || (text && !qms_text_is_xml (text, strlen (text), NULL)))
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "extension", NULL);
  remove_element (node, uri, name);
  if (!text)
    return QMS_OK;
  arena = node->document->arena;
  prefix = qms_document_prefix (node->document, uri, "ext");
  qualified = g_strdup_printf ("%s:%s", prefix, name);
  extra = qms_extra_append (node, QMS_EXTRA_ELEMENT, QMS_WHERE_END);
  extra->name = copy_string (arena, qualified);
  extra->text = element_text (node, qualified, text);
  binding = qms_arena_alloc (arena, sizeof *binding);
  *binding = (QmsBinding){ prefix, copy_string (arena, uri) };
  extra->uri = binding->uri;
  extra->bindings = binding;
  extra->n_bindings = 1;
  return QMS_OK;
}

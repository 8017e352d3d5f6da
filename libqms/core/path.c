/* SPDX-License-Identifier: Apache-2.0 */
/* Model paths: "/heThong/quyTrinh[QT-1]/buoc[2]/ten". */
#include "core/document.h"

#include <string.h>

/* Longer identifiers are named by position: a path stays short, however many findings have it. */
enum { MAX_ID = 200 };

static void
append_step (const QmsNode *node, GString *out)
{
  const QmsField *field = qms_node_parent_field (node);
  const char *id = qms_node_id (node);

  if (!field) {
    g_string_append_printf (out, "%s%s", node == node->document->root ? "/" : "", node->type->xml);
    return;
  }
  append_step (node->parent, out);
  g_string_append_printf (out, "/%s", field->xml);
  if (qms_field_list (field) && id && strnlen (id, MAX_ID + 1) <= MAX_ID)
    g_string_append_printf (out, "[%s]", id);
  else if (qms_field_list (field))
    g_string_append_printf (out, "[%u]", node->index + 1);
}

char *
qms_node_path (const QmsNode *node)
{
  GString *out;

  if (!node)
    return NULL;
  out = g_string_new (NULL);
  append_step (node, out);
  return g_string_free (out, FALSE);
}

/* One step of a path: a name and, in brackets, a position or an identifier. */
typedef struct {
  char *name;
  char *selector; /* NULL if none */
} Step;

static bool
split_step (char *text, Step *step)
{
  char *open = strchr (text, '['), *close = open ? strchr (open, ']') : NULL;

  step->name = text;
  step->selector = NULL;
  if (!open)
    return *text != '\0';
  if (!close || close[1] != '\0' || close == open + 1)
    return false;
  *open = *close = '\0';
  step->selector = open + 1;
  return *text != '\0';
}

/* Index that a position names; false if it names none of `count` items. */
static bool
parse_position (const char *selector, size_t count, size_t *index)
{
  guint64 position;

  if (count == 0 || !g_ascii_string_to_unsigned (selector, 10, 1, count, &position, NULL))
    return false;
  *index = (size_t)position - 1;
  return true;
}

/* A value has no identifier: in a list it may be chosen by position, elsewhere by nothing. */
static bool
is_value (const QmsNode *node, const QmsField *field, const char *selector)
{
  size_t index;

  return !selector || (qms_field_list (field) && parse_position (selector, qms_node_count (node, field->id), &index));
}

static QmsNode *
child_at (const QmsNode *node, const QmsField *field, const char *selector)
{
  const QmsSlot *items;
  size_t count = qms_node_items (node, field, &items), index;

  if (!selector)
    return qms_node_get_node (node, field->id);
  if (g_ascii_isdigit (*selector))
    return parse_position (selector, count, &index) ? items[index].node : NULL;
  for (size_t i = 0; i < count; i++)
    if (g_strcmp0 (qms_node_id (items[i].node), selector) == 0)
      return items[i].node;
  return NULL;
}

static bool
names_root (const char *name, const QmsType *root)
{
  return strcmp (name, root->xml) == 0 || strcmp (name, root->name) == 0;
}

/* The steps of a path below `root`, with the first of them; NULL if it begins elsewhere. Free with g_strfreev. */
static char **
split_path (const char *path, const QmsType *root, char ***first)
{
  g_auto (GStrv) steps = g_strsplit (*path == '/' ? path + 1 : path, "/", -1);

  *first = steps;
  if (*path != '/')
    return g_steal_pointer (&steps);
  if (!*steps || !names_root (*steps, root))
    return NULL;
  (*first)++;
  return g_steal_pointer (&steps);
}

static QmsNode *
follow (QmsNode *node, char **steps, const QmsField **field)
{
  for (; node && *steps; steps++) {
    Step step;
    const QmsField *next = split_step (*steps, &step) ? qms_type_field_by_name (node->type, step.name) : NULL;
    if (!next)
      return NULL;
    if (next->kind == QMS_KIND_NODE) {
      node = child_at (node, next, step.selector);
      continue;
    }
    if (!field || steps[1] || !is_value (node, next, step.selector))
      return NULL;
    *field = next;
    return node;
  }
  return node;
}

QmsNode *
qms_node_at (QmsNode *node, const char *path, const QmsField **field)
{
  g_auto (GStrv) steps = NULL;
  char **first;

  if (field)
    *field = NULL;
  if (!node || !path || !g_utf8_validate (path, -1, NULL))
    return NULL;
  if (*path == '/')
    node = node->document->root;
  steps = split_path (path, node->type, &first);
  return steps ? follow (node, first, field) : NULL;
}

bool
qms_path_is_possible (const QmsType *root, const char *path)
{
  char **step;
  g_auto (GStrv) steps = split_path (path, root, &step);
  const QmsType *type = root;

  for (; steps && *step; step++) {
    Step parts;
    const QmsField *field = type && split_step (*step, &parts) ? qms_type_field_by_name (type, parts.name) : NULL;
    if (!field)
      return false;
    type = field->kind == QMS_KIND_NODE ? field->target : NULL;
  }
  return steps && *path != '\0';
}

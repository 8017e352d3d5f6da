/* SPDX-License-Identifier: Apache-2.0 */
/* What is left of a procedure that another one takes up: values as lines for people, comments and foreign content. */
#include "core/extra.h"
#include "framework/migrate.h"

#include <string.h>

typedef struct {
  GString *lines;
  QmsNode *target;
  QmsExtra **end; /* where the target's next extra goes */
} Remains;

static void
add_line (Remains *remains, const char *prefix, const char *name, const char *value)
{
  g_string_append_printf (remains->lines, "%s%s%s: %s", remains->lines->len > 0 ? "\n" : "", prefix, name, value);
}

/* The field's own words: "Mã hiệu". Free with g_free. */
static char *
words_of (const QmsField *field)
{
  const char *doc = field->doc[QMS_LANG_VI];

  return g_strndup (doc, strcspn (doc, ".,;:"));
}

/* ---- comments and foreign content */

/* The place where it stood goes with its node; memory and prefixes are those of the same document. */
static void
move_extra (Remains *remains, const QmsExtra *extra)
{
  QmsExtra *kept = qms_extra_put (remains->end, remains->target->document, extra->kind, QMS_WHERE_END);

  kept->uri = extra->uri;
  kept->name = extra->name;
  kept->text = extra->text;
  kept->bindings = extra->bindings;
  kept->n_bindings = extra->n_bindings;
  remains->end = &kept->next;
}

/* The target's tag may have an attribute of that name: each becomes a line, with its namespace. */
static void
describe_attribute (Remains *remains, const char *prefix, const QmsExtra *extra)
{
  g_autofree char *name = *extra->uri ? g_strdup_printf ("%s (%s)", extra->name, extra->uri) : g_strdup (extra->name);

  add_line (remains, prefix, name, extra->text);
}

static void
keep_extras (Remains *remains, const char *prefix, const QmsNode *node)
{
  for (const QmsExtra *extra = node->extra; extra; extra = extra->next)
    if (extra->kind == QMS_EXTRA_ATTRIBUTE)
      describe_attribute (remains, prefix, extra);
    else
      move_extra (remains, extra);
}

/* ---- values */

static void keep_node (Remains *remains, const char *prefix, const QmsNode *node);

/* "Mã hiệu: QT-02", "Soạn thảo – Ngày ký: 2016-01-05": the values as files have them. */
static void
keep_field (Remains *remains, const char *prefix, const QmsNode *node, const QmsField *field)
{
  g_autofree char *words = words_of (field), *inner = g_strdup_printf ("%s%s – ", prefix, words);
  const QmsSlot *items;
  size_t count = qms_node_items (node, field, &items);

  for (size_t i = 0; i < count; i++) {
    g_autofree char *text = field->kind == QMS_KIND_NODE ? NULL : qms_node_get_text (node, field->id, i);
    if (text)
      add_line (remains, prefix, words, text);
    else
      keep_node (remains, inner, items[i].node);
  }
}

static void
keep_node (Remains *remains, const char *prefix, const QmsNode *node)
{
  for (unsigned slot = 0; slot < node->type->n_fields; slot++)
    keep_field (remains, prefix, node, &node->type->fields[slot]);
  keep_extras (remains, prefix, node);
}

/* Whether the target says the same, or took it over as such; a kind is what the migration is about. */
static bool
is_in_target (const QmsNode *target, const QmsNode *source, const QmsField *field)
{
  QmsSlot own = target->slots[field->slot], other = source->slots[field->slot];

  if (field->id == QMS_PROCEDURE_KIND || field->kind == QMS_KIND_TEXT)
    return true;
  if (qms_field_list (field))
    return field->kind == QMS_KIND_NODE;
  if (!qms_node_present (target, field->slot) || !qms_node_present (source, field->slot))
    return false;
  return field->kind == QMS_KIND_NODE ? qms_node_equal (own.node, other.node)
                                      : qms_kinds[field->kind].equal (own, other);
}

char *
qms_absorb_procedure (QmsNode *target, const QmsNode *source)
{
  Remains remains = { g_string_new (NULL), target, &target->extra };

  while (*remains.end)
    remains.end = &(*remains.end)->next;
  for (unsigned slot = 0; slot < source->type->n_fields; slot++)
    if (!is_in_target (target, source, &source->type->fields[slot]))
      keep_field (&remains, "", source, &source->type->fields[slot]);
  keep_extras (&remains, "", source);
  return g_string_free (remains.lines, FALSE);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Titles of nodes, found by the names that the model gives to such fields. */
#include "core/title.h"

#include "core/kind.h"

#include <string.h>

enum { MOST_CHARACTERS = 90, ALL_CHARACTERS = 0 };

/* Best first. */
static const char *const code_names[] = { "code", "number", NULL };
static const char *const title_names[] = { "title", "name", "statement", "what", "description", "subject", NULL };

static const char *
first_string (const QmsNode *node, const char *const *names)
{
  for (; *names; names++)
    for (unsigned slot = 0; slot < node->type->n_fields; slot++) {
      const QmsField *field = &node->type->fields[slot];

      if (strcmp (field->name, *names) == 0 && qms_kind_is_string (field->kind) && !qms_field_list (field)
          && qms_node_present (node, slot))
        return node->slots[slot].string;
    }
  return NULL;
}

/* Name of the first node that a reference of `node` leads to; NULL if there is none. */
static const char *
referred_name (const QmsNode *node)
{
  for (unsigned slot = 0; slot < node->type->n_fields; slot++) {
    const QmsField *field = &node->type->fields[slot];
    const QmsNode *target =
        field->kind == QMS_KIND_REF && !qms_field_list (field) ? qms_node_resolve (node, field->id) : NULL;

    if (target)
      return first_string (target, title_names);
  }
  return NULL;
}

const char *
qms_node_name (const QmsNode *node)
{
  const char *name = first_string (node, title_names);

  if (!name)
    name = referred_name (node);
  if (!name)
    name = first_string (node, code_names);
  return name ? name : qms_node_id (node);
}

/* Appends the first line, cut after so many characters. */
static void
append_line (GString *out, const char *text, glong most)
{
  size_t line = strcspn (text, "\r\n");

  if (most == ALL_CHARACTERS || g_utf8_strlen (text, (gssize)line) <= most) {
    g_string_append_len (out, text, (gssize)line);
    return;
  }
  g_string_append_len (out, text, g_utf8_offset_to_pointer (text, most) - text);
  g_string_append (out, "…");
}

/* What the field that holds the node is for, without the full stop. */
static void
append_purpose (GString *out, const QmsNode *node, int lang)
{
  const QmsField *field = qms_node_parent_field (node);
  const char *doc = field ? field->doc[lang] : node->type->doc[lang];

  append_line (out, doc, MOST_CHARACTERS);
  if (g_str_has_suffix (out->str, "."))
    g_string_truncate (out, out->len - 1);
}

char *
qms_node_whereabouts (const QmsNode *node, int lang)
{
  return node->line ? g_strdup_printf (lang == QMS_LANG_EN ? "line %u" : "dòng %u", node->line) : qms_node_path (node);
}

static char *
make_title (const QmsNode *node, int lang, glong most)
{
  const char *code = first_string (node, code_names), *title = first_string (node, title_names);
  GString *out = g_string_new (code);

  if (code && title)
    g_string_append_c (out, ' ');
  if (title)
    append_line (out, title, most);
  else if (!code)
    append_purpose (out, node, lang);
  return g_string_free (out, FALSE);
}

char *
qms_node_title (const QmsNode *node, int lang)
{
  return make_title (node, lang, MOST_CHARACTERS);
}

char *
qms_node_whole_title (const QmsNode *node, int lang)
{
  return make_title (node, lang, ALL_CHARACTERS);
}

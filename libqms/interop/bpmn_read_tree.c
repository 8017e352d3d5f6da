/* SPDX-License-Identifier: Apache-2.0 */
/* Reads BPMN into a tree. Diagrams (BPMNDI) are skipped: what a process means does not depend on how it is drawn. */
#include "core/text.h"
#include "interop/bpmn_tree.h"

#include "gen/ids.h"

#include <string.h>

#define DIAGRAM_NAMESPACE "http://www.omg.org/spec/BPMN/20100524/DI"

static QmsStatus
check_root (const BpmnTree *tree, QmsError **error)
{
  const BpmnElement *root = tree->root;
  QmsPlace place = { tree->file, root ? root->line : 0, root ? root->column : 0, NULL };
  g_autofree char *found = root ? qms_message_quote (root->name, strlen (root->name)) : g_strdup ("");

  if (root && bpmn_is (root, "definitions"))
    return QMS_OK;
  return qms_error_add (error, &qms_gen_rules[QMS_RULE_BPMN_ROOT], &place, QMS_VALUES ({ "found", { found } }));
}

BpmnTree *
bpmn_tree_read (const char *text, size_t size, const char *file, QmsError **error)
{
  g_autoptr (BpmnTree) tree = qms_xml_tree_read (bpmn_source_limits (), DIAGRAM_NAMESPACE, text, size, file, error);

  return tree && check_root (tree, error) == QMS_OK ? g_steal_pointer (&tree) : NULL;
}

/* ---- looking around */

static bool
is_in (const BpmnElement *element, const char *uri, const char *name)
{
  return element->name && strcmp (element->name, name) == 0 && strcmp (element->uri, uri) == 0;
}

bool
bpmn_is (const BpmnElement *element, const char *name)
{
  return is_in (element, BPMN_NAMESPACE, name);
}

static const char *
value_or_null (const char *value)
{
  return *value ? value : NULL;
}

const char *
bpmn_value (const BpmnElement *element, const char *name)
{
  for (size_t i = 0; i < element->n_attributes; i++)
    if (!*element->attributes[i].uri && strcmp (element->attributes[i].name, name) == 0)
      return value_or_null (element->attributes[i].value);
  return NULL;
}

const char *
bpmn_foreign_value (const BpmnElement *element, const char *name)
{
  for (size_t i = 0; i < element->n_attributes; i++)
    if (*element->attributes[i].uri && strcmp (element->attributes[i].uri, BPMN_NAMESPACE) != 0
        && strcmp (element->attributes[i].name, name) == 0)
      return value_or_null (element->attributes[i].value);
  return NULL;
}

static BpmnElement *
find (BpmnElement *from, const char *uri, const char *name)
{
  while (from && !is_in (from, uri, name))
    from = from->next;
  return from;
}

BpmnElement *
bpmn_child (const BpmnElement *element, const char *name)
{
  return find (element->first, BPMN_NAMESPACE, name);
}

BpmnElement *
bpmn_next (const BpmnElement *element, const char *name)
{
  return find (element->next, BPMN_NAMESPACE, name);
}

BpmnElement *
bpmn_own (const BpmnElement *element, const char *name)
{
  const BpmnElement *extensions = bpmn_child (element, "extensionElements");

  return extensions ? find (extensions->first, BPMN_OWN_NAMESPACE, name) : NULL;
}

BpmnElement *
bpmn_next_own (const BpmnElement *element, const char *name)
{
  return find (element->next, BPMN_OWN_NAMESPACE, name);
}

/* ---- texts */

static void
append_text (const BpmnElement *element, GString *out)
{
  for (const BpmnElement *child = element->first; child; child = child->next)
    if (child->name)
      append_text (child, out);
    else if (!child->comment)
      g_string_append (out, child->text);
}

char *
bpmn_text_of (const BpmnElement *element)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!element)
    return NULL;
  append_text (element, out);
  g_strstrip (out->str);
  return *out->str ? qms_text_to_nfc (out->str) : NULL;
}

char *
bpmn_one_line (const char *text)
{
  g_autofree char *normal = text ? qms_text_to_nfc (text) : NULL;
  g_auto (GStrv) words = normal ? g_strsplit_set (normal, " \t\r\n", -1) : NULL;
  GString *out = g_string_new (NULL);

  for (char **word = words; word && *word; word++)
    if (**word)
      g_string_append_printf (out, "%s%s", out->len ? " " : "", *word);
  return g_string_free (out, out->len == 0);
}

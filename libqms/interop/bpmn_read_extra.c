/* SPDX-License-Identifier: Apache-2.0 */
/* Foreign attributes and extension elements of a BPMN file, kept verbatim with the node that their element became. */
#include "codec/reader.h"
#include "codec/xml_foreign.h"
#include "core/text.h"
#include "interop/bpmn_build.h"

#include <string.h>

#define INSTANCE_NAMESPACE "http://www.w3.org/2001/XMLSchema-instance"

static const char *
or_null (const char *text)
{
  return *text ? text : NULL;
}

static QmsXmlAttribute
attribute_of (const BpmnAttribute *from)
{
  return (QmsXmlAttribute){ from->name, or_null (from->prefix), or_null (from->uri), from->value,
                            from->value + strlen (from->value) };
}

/* Properties that mirror what the model has are written anew on export. */
static bool
is_mirror (const BpmnElement *element)
{
  const char *name = element->name && strcmp (element->name, "property") == 0 ? bpmn_value (element, "name") : NULL;

  return name && g_str_has_prefix (name, "qms.");
}

static bool
is_empty_of_content (const BpmnElement *element)
{
  bool elements = false;

  for (const BpmnElement *at = element->first; at; at = at->next) {
    if (at->name && !is_mirror (at))
      return false;
    elements |= at->name != NULL;
  }
  return elements && strcmp (element->name, "properties") == 0;
}

static void
replay (QmsForeign *foreign, const BpmnElement *element)
{
  g_autofree QmsXmlAttribute *attributes = g_new (QmsXmlAttribute, element->n_attributes + 1);
  QmsXmlElement event = { element->name,         or_null (element->prefix), or_null (element->uri), attributes,
                          element->n_attributes, element->namespaces,       element->n_namespaces };

  for (size_t i = 0; i < element->n_attributes; i++)
    attributes[i] = attribute_of (&element->attributes[i]);
  qms_foreign_start (foreign, &event);
  for (const BpmnElement *at = element->first; at; at = at->next)
    if (at->name && !is_mirror (at))
      replay (foreign, at);
    else if (at->comment)
      qms_foreign_comment (foreign, at->text);
    else if (!at->name)
      qms_foreign_text (foreign, at->text, strlen (at->text));
  qms_foreign_end (foreign);
}

/* ---- what two files have alike */

static bool
is_blank (const BpmnElement *text)
{
  return text->text[strspn (text->text, " \t\r\n")] == '\0';
}

/* What an element says, whatever prefixes and white space it says it with. */
static void
append_key (const BpmnElement *element, GString *key)
{
  g_string_append_printf (key, "<%s %s", element->uri, element->name);
  for (size_t i = 0; i < element->n_attributes; i++)
    g_string_append_printf (key, "\n%s %s=%s", element->attributes[i].uri, element->attributes[i].name,
                            element->attributes[i].value);
  g_string_append_c (key, '>');
  for (const BpmnElement *at = element->first; at; at = at->next)
    if (at->name)
      append_key (at, key);
    else if (!at->comment && !is_blank (at))
      g_string_append (key, at->text);
  g_string_append (key, "</>");
}

static char *
key_of (const BpmnElement *element)
{
  GString *key = g_string_new (NULL);

  append_key (element, key);
  return g_string_free (key, FALSE);
}

static char *
key_of_attribute (const BpmnAttribute *attribute)
{
  return g_strconcat (attribute->uri, "\n", attribute->name, "\n", attribute->value, NULL);
}

/* Extension elements and attributes of an element; NULL: none. */
static GHashTable *
index_known (const BpmnElement *element)
{
  GHashTable *known = g_hash_table_new_full (qms_text_hash, g_str_equal, g_free, NULL);
  const BpmnElement *extensions = element ? bpmn_child (element, "extensionElements") : NULL;

  for (const BpmnElement *at = extensions ? extensions->first : NULL; at; at = at->next)
    if (at->name)
      g_hash_table_add (known, key_of (at));
  for (size_t i = 0; element && i < element->n_attributes; i++)
    g_hash_table_add (known, key_of_attribute (&element->attributes[i]));
  return known;
}

static bool
is_new (GHashTable *known, char *key)
{
  bool found = g_hash_table_contains (known, key);

  g_free (key);
  return !found;
}

/* ---- the extras of a node */

static QmsExtra **
end_of (QmsNode *node)
{
  QmsExtra **end = &node->extra;

  while (*end)
    end = &(*end)->next;
  return end;
}

static QmsExtra **
put (QmsExtra **end, QmsExtra *extra, QmsWhere where)
{
  extra->where = (uint8_t)where;
  *end = extra;
  return &extra->next;
}

static QmsExtra *
extra_of (const BpmnElement *element, QmsDocument *document)
{
  QmsForeign foreign;
  QmsExtra *extra;

  qms_foreign_init (&foreign);
  replay (&foreign, element);
  extra = qms_foreign_take (&foreign, document);
  qms_foreign_clear (&foreign);
  return extra;
}

void
bpmn_keep_element (const BpmnElement *element, QmsNode *node)
{
  put (end_of (node), extra_of (element, node->document), QMS_WHERE_END);
}

/* Neither of XML, BPMN or libqms itself, nor what an export writes from the model. */
static bool
is_kept_attribute (const BpmnAttribute *attribute)
{
  static const char *const spaces[] = {
    "", BPMN_NAMESPACE, BPMN_OWN_NAMESPACE, QMS_NAMESPACE, INSTANCE_NAMESPACE, NULL
  };
  static const char *const written[] = { "candidateGroups", "historyTimeToLive", NULL };

  return !g_strv_contains (spaces, attribute->uri) && !g_strv_contains (written, attribute->name);
}

static void
collect_prefixes (const BpmnElement *element, GHashTable *prefixes)
{
  g_hash_table_add (prefixes, (gpointer)element->prefix);
  for (size_t i = 0; i < element->n_attributes; i++)
    g_hash_table_add (prefixes, (gpointer)element->attributes[i].prefix);
  for (size_t i = 0; i < element->n_namespaces; i++)
    g_hash_table_add (prefixes, (gpointer)(element->namespaces[i].prefix ? element->namespaces[i].prefix : ""));
  for (const BpmnElement *at = element->first; at; at = at->next)
    if (at->name)
      collect_prefixes (at, prefixes);
}

/* A libqms file allows few declarations in one tag. */
static bool
has_few_prefixes (const BpmnElement *element)
{
  g_autoptr (GHashTable) prefixes = g_hash_table_new (g_str_hash, g_str_equal);

  collect_prefixes (element, prefixes);
  return g_hash_table_size (prefixes) <= bpmn_source_limits ()->limits[QMS_LIMIT_NAMESPACES];
}

static bool
is_kept_element (const BpmnElement *element)
{
  return element->name && strcmp (element->uri, BPMN_OWN_NAMESPACE) != 0 && strcmp (element->uri, QMS_NAMESPACE) != 0
         && !is_empty_of_content (element) && has_few_prefixes (element);
}

guint
bpmn_keep_extras (const BpmnElement *element, const BpmnElement *before, QmsNode *node)
{
  g_autoptr (GHashTable) known = index_known (before);
  const BpmnElement *extensions = bpmn_child (element, "extensionElements");
  QmsExtra **end = end_of (node);
  guint added = 0;

  for (size_t i = 0; i < element->n_attributes; i++)
    if (is_kept_attribute (&element->attributes[i]) && is_new (known, key_of_attribute (&element->attributes[i]))) {
      QmsXmlAttribute attribute = attribute_of (&element->attributes[i]);
      end = put (end, qms_foreign_attribute (&attribute, node->document), QMS_WHERE_TAG);
      added++;
    }
  for (const BpmnElement *at = extensions ? extensions->first : NULL; at; at = at->next)
    if (is_kept_element (at) && is_new (known, key_of (at))) {
      end = put (end, extra_of (at, node->document), QMS_WHERE_END);
      added++;
    }
  return added;
}

/* ---- what was taken out */

/* Extension elements that an export writes from the extras of a node, in their order. */
static bool
is_foreign_element (const BpmnElement *element)
{
  return element->name && *element->uri && strcmp (element->uri, BPMN_NAMESPACE) != 0
         && strcmp (element->uri, BPMN_OWN_NAMESPACE) != 0;
}

static bool
is_foreign_extra (const QmsExtra *extra)
{
  return extra->kind == QMS_EXTRA_ELEMENT && extra->where == QMS_WHERE_END && *extra->uri
         && strcmp (extra->uri, BPMN_NAMESPACE) != 0 && strcmp (extra->uri, BPMN_OWN_NAMESPACE) != 0;
}

static guint
drop_elements (GHashTable *kept, const BpmnElement *before, QmsNode *node)
{
  const BpmnElement *extensions = bpmn_child (before, "extensionElements");
  QmsExtra **link = &node->extra;
  guint dropped = 0;

  for (const BpmnElement *at = extensions ? extensions->first : NULL; at; at = at->next) {
    if (!is_foreign_element (at))
      continue;
    while (*link && !is_foreign_extra (*link))
      link = &(*link)->next;
    if (!*link)
      break;
    if (is_kept_element (at) && is_new (kept, key_of (at))) {
      *link = (*link)->next;
      dropped++;
    } else {
      link = &(*link)->next;
    }
  }
  return dropped;
}

static bool
is_extra_of (const QmsExtra *extra, const BpmnAttribute *attribute)
{
  const char *colon = strchr (extra->name, ':');

  return strcmp (colon ? colon + 1 : extra->name, attribute->name) == 0 && strcmp (extra->uri, attribute->uri) == 0;
}

static void
drop_attribute (const BpmnAttribute *attribute, QmsNode *node)
{
  for (QmsExtra **link = &node->extra; *link; link = &(*link)->next)
    if ((*link)->kind == QMS_EXTRA_ATTRIBUTE && (*link)->where == QMS_WHERE_TAG && is_extra_of (*link, attribute)) {
      *link = (*link)->next;
      return;
    }
}

guint
bpmn_drop_extras (const BpmnElement *element, const BpmnElement *before, QmsNode *node)
{
  g_autoptr (GHashTable) kept = index_known (element);
  guint dropped = drop_elements (kept, before, node);

  for (size_t i = 0; i < before->n_attributes; i++)
    if (is_kept_attribute (&before->attributes[i]) && is_new (kept, key_of_attribute (&before->attributes[i]))) {
      drop_attribute (&before->attributes[i], node);
      dropped++;
    }
  return dropped;
}

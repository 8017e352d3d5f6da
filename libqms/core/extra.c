/* SPDX-License-Identifier: Apache-2.0 */
/* Extras: comments and foreign content beside the nodes. */
#include "core/extra.h"

#include "core/document.h"
#include "core/error.h"
#include "core/kind.h"
#include "core/text.h"

#include "gen/ids.h"

#include <string.h>

QmsExtra *
qms_extra_put (QmsExtra **end, QmsDocument *document, QmsExtraKind kind, QmsWhere where)
{
  QmsExtra *extra = qms_arena_alloc0 (document->arena, sizeof *extra);

  extra->kind = (uint8_t)kind;
  extra->where = (uint8_t)where;
  *end = extra;
  return extra;
}

static const char *
copy_string (QmsArena *arena, const char *text)
{
  return text ? qms_arena_strndup (arena, text, strlen (text)) : NULL;
}

/* ---- prefixes */

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon ? colon + 1 : name;
}

/* Whether the root's tag declares a prefix, now or as of now. */
static bool
declares (QmsDocument *document, const QmsBinding *binding)
{
  return *binding->prefix ? qms_document_bind (document, binding->prefix, binding->uri)
                          : strcmp (binding->uri, QMS_NAMESPACE) == 0;
}

static void
append_declaration (const QmsBinding *binding, GString *out)
{
  g_string_append (out, *binding->prefix ? " xmlns:" : " xmlns");
  g_string_append_printf (out, "%s=\"", binding->prefix);
  qms_text_escape (binding->uri, true, out);
  g_string_append_c (out, '"');
}

/* Puts declarations behind the name of an element's start tag. */
static void
declare_inside (QmsExtra *extra, GString *declarations, QmsArena *arena)
{
  size_t head = 1 + strlen (extra->name);

  g_string_prepend_len (declarations, extra->text, (gssize)head);
  g_string_append (declarations, extra->text + head);
  extra->text = qms_arena_strndup (arena, declarations->str, declarations->len);
}

/* An attribute cannot declare its prefix, and a tag that did so would hide the root's: it gets one that is free. */
static QmsBinding
rename_attribute (QmsExtra *extra, QmsBinding binding, QmsDocument *document)
{
  const char *prefix = qms_document_prefix (document, binding.uri, binding.prefix);
  g_autofree char *name = g_strconcat (prefix, ":", local_name (extra->name), NULL);

  extra->name = copy_string (document->arena, name);
  return (QmsBinding){ prefix, binding.uri };
}

void
qms_extra_settle (QmsExtra *extra, QmsDocument *document)
{
  QmsBinding *kept = qms_arena_alloc (document->arena, extra->n_bindings * sizeof *kept);
  g_autoptr (GString) declarations = g_string_new (NULL);
  uint32_t n_kept = 0;

  for (uint32_t i = 0; i < extra->n_bindings; i++) {
    const QmsBinding *binding = &extra->bindings[i];
    if (declares (document, binding))
      kept[n_kept++] = *binding;
    else if (extra->kind == QMS_EXTRA_ATTRIBUTE)
      kept[n_kept++] = rename_attribute (extra, *binding, document);
    else
      append_declaration (binding, declarations);
  }
  extra->bindings = kept;
  extra->n_bindings = n_kept;
  if (declarations->len)
    declare_inside (extra, declarations, document->arena);
}

/* ---- copies */

static QmsExtra *
copy_one (const QmsExtra *extra, QmsDocument *document)
{
  QmsArena *arena = document->arena;
  QmsExtra *copy = qms_arena_alloc (arena, sizeof *copy);
  QmsBinding *bindings = qms_arena_alloc (arena, extra->n_bindings * sizeof *bindings);

  *copy = *extra;
  copy->next = NULL;
  copy->plain = NULL;
  copy->uri = copy_string (arena, extra->uri);
  copy->name = copy_string (arena, extra->name);
  copy->text = copy_string (arena, extra->text);
  for (uint32_t i = 0; i < extra->n_bindings; i++)
    bindings[i] =
        (QmsBinding){ copy_string (arena, extra->bindings[i].prefix), copy_string (arena, extra->bindings[i].uri) };
  copy->bindings = bindings;
  qms_extra_settle (copy, document);
  return copy;
}

void
qms_extra_copy (const QmsNode *from, QmsNode *to)
{
  QmsExtra **end = &to->extra;

  for (const QmsExtra *extra = from->extra; extra; extra = extra->next) {
    *end = copy_one (extra, to->document);
    end = &(*end)->next;
  }
}

/* ---- order and equality */

static bool
is_in_field (const QmsExtra *extra)
{
  return extra->where == QMS_WHERE_FIELD_BEFORE || extra->where == QMS_WHERE_FIELD_TAG
         || extra->where == QMS_WHERE_FIELD_INSIDE;
}

static int
compare_numbers (uint32_t a, uint32_t b)
{
  return (a > b) - (a < b);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const QmsExtra *left = *(const QmsExtra *const *)a, *right = *(const QmsExtra *const *)b;

  if (!is_in_field (left) || !is_in_field (right))
    return compare_numbers (left->where, right->where);
  if (left->slot != right->slot)
    return compare_numbers (left->slot, right->slot);
  if (left->item != right->item)
    return compare_numbers (left->item, right->item);
  if (left->where != right->where)
    return compare_numbers (left->where, right->where);
  return compare_numbers (left->offset, right->offset);
}

GPtrArray *
qms_extra_sort (const QmsNode *node)
{
  GPtrArray *sorted;

  if (!node->extra)
    return NULL;
  sorted = g_ptr_array_new ();
  for (QmsExtra *extra = node->extra; extra; extra = extra->next)
    g_ptr_array_add (sorted, extra);
  g_ptr_array_sort (sorted, compare_places); /* stable */
  return sorted;
}

static bool
equal_bindings (const QmsExtra *a, const QmsExtra *b)
{
  if (a->n_bindings != b->n_bindings)
    return false;
  for (uint32_t i = 0; i < a->n_bindings; i++)
    if (strcmp (a->bindings[i].prefix, b->bindings[i].prefix) != 0
        || strcmp (a->bindings[i].uri, b->bindings[i].uri) != 0)
      return false;
  return true;
}

static bool
equal_one (const QmsExtra *a, const QmsExtra *b)
{
  return a->kind == b->kind && a->where == b->where && a->slot == b->slot && a->item == b->item
         && a->offset == b->offset && g_strcmp0 (a->uri, b->uri) == 0 && g_strcmp0 (a->name, b->name) == 0
         && g_strcmp0 (a->text, b->text) == 0 && equal_bindings (a, b);
}

bool
qms_extra_equal (const QmsNode *a, const QmsNode *b)
{
  g_autoptr (GPtrArray) left = qms_extra_sort (a), right = qms_extra_sort (b);

  if (!left || !right || left->len != right->len)
    return !left && !right;
  for (guint i = 0; i < left->len; i++)
    if (!equal_one (g_ptr_array_index (left, i), g_ptr_array_index (right, i)))
      return false;
  return true;
}

/* ---- beside values that change */

static bool
is_beside (const QmsExtra *extra, const QmsField *field)
{
  return is_in_field (extra) && extra->slot == field->slot;
}

static void
put_at_end (QmsExtra *extra)
{
  extra->where = QMS_WHERE_END;
  extra->slot = 0;
  extra->item = extra->offset = 0;
}

QmsExtra **
qms_extra_release (QmsExtra **link, const QmsField *field, uint32_t item)
{
  for (QmsExtra *extra; (extra = *link);) {
    bool beside = is_beside (extra, field) && extra->item == item;
    if (beside && extra->kind == QMS_EXTRA_ATTRIBUTE) {
      *link = extra->next;
      continue;
    }
    if (beside)
      put_at_end (extra);
    link = &extra->next;
  }
  return link;
}

void
qms_extra_shift (QmsNode *node, const QmsField *field, uint32_t from, int by)
{
  for (QmsExtra *extra = node->extra; extra; extra = extra->next)
    if (is_beside (extra, field) && extra->item >= from)
      extra->item += (uint32_t)by;
}

void
qms_extra_move (QmsNode *node, const QmsField *field, uint32_t from, uint32_t to)
{
  for (QmsExtra *extra = node->extra; extra; extra = extra->next) {
    if (!is_beside (extra, field))
      continue;
    if (extra->item == from)
      extra->item = to;
    else if (extra->item > from && extra->item <= to)
      extra->item--;
    else if (extra->item >= to && extra->item < from)
      extra->item++;
  }
}

/* The offset, or the nearest before it at which a character begins. */
static uint32_t
fitting_offset (const GString *value, uint32_t offset)
{
  offset = (uint32_t)MIN (offset, value->len);
  while (offset > 0 && ((unsigned char)value->str[offset] & 0xC0) == 0x80)
    offset--;
  return offset;
}

void
qms_extra_fit (QmsNode *node, const QmsField *field)
{
  g_autoptr (GString) value = NULL;

  for (QmsExtra *extra = node->extra; extra; extra = extra->next) {
    if (extra->where != QMS_WHERE_FIELD_INSIDE || extra->slot != field->slot)
      continue;
    if (!value) {
      value = g_string_new (NULL);
      qms_kinds[field->kind].format (field, node->slots[field->slot], value);
    }
    extra->offset = fitting_offset (value, extra->offset);
    if (field->form == QMS_FORM_CONTENT && extra->offset == value->len)
      put_at_end (extra);
  }
}

void
qms_extra_drop_attribute (QmsNode *node, const char *name)
{
  for (QmsExtra **link = &node->extra; *link;)
    if ((*link)->where == QMS_WHERE_TAG && *(*link)->uri == '\0' && strcmp ((*link)->name, name) == 0)
      *link = (*link)->next;
    else
      link = &(*link)->next;
}

/* ---- one foreign element with text, as the public interface has it */

static bool
is_element (const QmsExtra *extra, const char *uri, const char *name)
{
  return extra->kind == QMS_EXTRA_ELEMENT && strcmp (extra->uri, uri) == 0
         && strcmp (local_name (extra->name), name) == 0;
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

/* Behind a tag, comment or processing instruction that begins at `p`. */
static const char *
skip_markup (const char *p)
{
  if (g_str_has_prefix (p, "<!--"))
    return strstr (p, "-->") + 3;
  if (g_str_has_prefix (p, "<?"))
    return strstr (p, "?>") + 2;
  for (; *p != '>'; p++)
    if (*p == '"')
      p = strchr (p + 1, '"');
  return p + 1;
}

/* The characters of an element's text, without markup. */
static const char *
plain_text (const char *text, QmsArena *arena)
{
  char *plain = qms_arena_alloc_bytes (arena, strlen (text) + 1), *out = plain;

  for (const char *p = text; *p;)
    if (*p == '<')
      p = skip_markup (p);
    else
      *out++ = unescape (&p);
  *out = '\0';
  return plain;
}

const char *
qms_node_extension (const QmsNode *node, const char *uri, const char *name)
{
  QmsExtra *extra = node && uri && name ? node->extra : NULL;

  while (extra && !is_element (extra, uri, name))
    extra = extra->next;
  if (extra && !extra->plain)
    extra->plain = plain_text (extra->text, node->document->arena);
  return extra ? extra->plain : NULL;
}

/* Returns where the next extra goes. */
static QmsExtra **
remove_element (QmsNode *node, const char *uri, const char *name)
{
  QmsExtra **link = &node->extra;

  while (*link)
    if (is_element (*link, uri, name))
      *link = (*link)->next;
    else
      link = &(*link)->next;
  return link;
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
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, *text ? "<%s>" : "<%s/>", qualified);
  qms_text_escape (text, false, out);
  if (*text)
    g_string_append_printf (out, "</%s>", qualified);
  return qms_arena_strndup (node->document->arena, out->str, out->len);
}

/* Neither ours nor one that XML reserves. */
static bool
is_foreign_namespace (const char *uri)
{
  static const char *const reserved[] = { "", QMS_NAMESPACE, "http://www.w3.org/XML/1998/namespace",
                                          "http://www.w3.org/2000/xmlns/", NULL };

  return !g_strv_contains (reserved, uri) && qms_text_is_xml (uri, strlen (uri), NULL);
}

static void
add_element (QmsNode *node, QmsExtra **end, const char *uri, const char *name, const char *text)
{
  QmsArena *arena = node->document->arena;
  QmsExtra *extra = qms_extra_put (end, node->document, QMS_EXTRA_ELEMENT, QMS_WHERE_END);
  QmsBinding *binding = qms_arena_alloc (arena, sizeof *binding);
  g_autofree char *qualified = NULL;

  *binding = (QmsBinding){ qms_document_prefix (node->document, uri, "ext"), copy_string (arena, uri) };
  qualified = g_strdup_printf ("%s:%s", binding->prefix, name);
  extra->uri = binding->uri;
  extra->name = copy_string (arena, qualified);
  extra->text = element_text (node, qualified, text);
  extra->bindings = binding;
  extra->n_bindings = 1;
  qms_extra_settle (extra, node->document);
}

QmsStatus
qms_node_set_extension (QmsNode *node, const char *uri, const char *name, const char *text, QmsError **error)
{
  QmsExtra **end;

  if (!node || !uri || !is_foreign_namespace (uri) || !name || !is_nc_name (name)
      || (text && !qms_text_is_xml (text, strlen (text), NULL)))
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", "extension", NULL);
  end = remove_element (node, uri, name);
  if (text)
    add_element (node, end, uri, name, text);
  return QMS_OK;
}

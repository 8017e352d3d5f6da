/* SPDX-License-Identifier: Apache-2.0 */
/* Resolves styles along "based on", each once. */
#include "word/styles.h"

#include "core/text.h"

#include <string.h>

enum { LONGEST_CHAIN = 32 };

struct QmsWordStyles {
  QmsXmlTree *tree;       /* NULL: no styles */
  GHashTable *elements;   /* id → QmsXmlTreeNode */
  GHashTable *resolved;   /* id → QmsWordStyle */
  const char *default_id; /* NULL if there is none */
};

const QmsWordStyle qms_word_plain_style = {
  QMS_WORD_INHERIT, QMS_WORD_INHERIT, QMS_WORD_INHERIT, QMS_WORD_INHERIT, QMS_WORD_INHERIT, false,
};

static void
index_styles (QmsWordStyles *self)
{
  const QmsXmlTreeNode *style = qms_word_child (self->tree->root, "style");

  for (; style; style = qms_word_next (style, "style")) {
    const char *id = qms_word_attribute (style, "styleId"), *type = qms_word_attribute (style, "type");
    const char *is_default = qms_word_attribute (style, "default");
    if (!id)
      continue;
    g_hash_table_insert (self->elements, (gpointer)id, (gpointer)style);
    if (is_default && *is_default != '0' && *is_default != 'f' && type && strcmp (type, "paragraph") == 0)
      self->default_id = id;
  }
}

QmsWordStyles *
qms_word_styles_new (const QmsPackage *package, const char *part, QmsError **error)
{
  g_autoptr (QmsWordStyles) self = g_new0 (QmsWordStyles, 1);

  self->elements = g_hash_table_new (qms_text_hash, g_str_equal);
  self->resolved = g_hash_table_new_full (qms_text_hash, g_str_equal, NULL, g_free);
  if (!part)
    return g_steal_pointer (&self);
  self->tree = qms_word_tree (package, part, error);
  if (!self->tree)
    return NULL;
  index_styles (self);
  return g_steal_pointer (&self);
}

void
qms_word_styles_free (QmsWordStyles *styles)
{
  if (!styles)
    return;
  g_hash_table_unref (styles->resolved);
  g_hash_table_unref (styles->elements);
  qms_xml_tree_free (styles->tree);
  g_free (styles);
}

/* ---- what a style says */

static void
override (int32_t *value, int32_t with)
{
  if (with != QMS_WORD_INHERIT)
    *value = with;
}

/* Word's own names, which it does not translate in the file: "toc 1", "heading 1". */
static void
apply_name (QmsWordStyle *to, const char *name)
{
  if (g_ascii_strncasecmp (name, "toc ", 4) == 0 || g_ascii_strncasecmp (name, "contents ", 9) == 0)
    to->contents = true;
  if (g_ascii_strncasecmp (name, "heading ", 8) == 0 && name[8] >= '1' && name[8] <= '9')
    to->outline = name[8] - '1';
}

static void
apply_paragraph (QmsWordStyle *to, const QmsXmlTreeNode *properties)
{
  const QmsXmlTreeNode *list = qms_word_child (properties, "numPr");

  override (&to->list, qms_word_number (list, "numId", QMS_WORD_INHERIT));
  override (&to->level, qms_word_number (list, "ilvl", QMS_WORD_INHERIT));
  override (&to->outline, qms_word_number (properties, "outlineLvl", QMS_WORD_INHERIT));
}

static void
apply_run (QmsWordStyle *to, const QmsXmlTreeNode *properties)
{
  override (&to->bold, qms_word_switch (properties, "b"));
  override (&to->hidden, qms_word_switch (properties, "vanish"));
}

static const QmsWordStyle *
resolve (QmsWordStyles *self, const char *id, int depth)
{
  const QmsXmlTreeNode *element = id ? g_hash_table_lookup (self->elements, id) : NULL;
  const QmsWordStyle *known = element ? g_hash_table_lookup (self->resolved, id) : &qms_word_plain_style;
  const char *name;
  QmsWordStyle *own;

  if (known || depth > LONGEST_CHAIN)
    return known ? known : &qms_word_plain_style;
  own = g_new (QmsWordStyle, 1);
  *own = *resolve (self, qms_word_value (element, "basedOn"), depth + 1);
  name = qms_word_value (element, "name");
  if (name)
    apply_name (own, name);
  apply_paragraph (own, qms_word_child (element, "pPr"));
  apply_run (own, qms_word_child (element, "rPr"));
  g_hash_table_replace (self->resolved, (gpointer)qms_word_attribute (element, "styleId"), own);
  return own;
}

const QmsWordStyle *
qms_word_style (QmsWordStyles *styles, const char *id)
{
  return resolve (styles, id ? id : styles->default_id, 0);
}

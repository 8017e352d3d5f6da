/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a document: its body, and the headers, footers and notes that belong to it. */
#include "word/block_reader.h"
#include "word/package_parts.h"

#include "core/text.h"
#include "gen/ids.h"

#include <string.h>

typedef struct {
  QmsWordText text; /* first: what the caller holds */
  QmsArena *arena;
  GPtrArray *arrays;
} Owner;

typedef struct {
  const QmsPackage *package;
  const char *main;
  QmsWordText *text;
  QmsBlockReader blocks;
  QmsPackageLinks *links; /* of the main part */
  bool even_pages;        /* have headers of their own */
  GHashTable *read;       /* names of parts that have been read */
  QmsError **error;
} Reading;

static QmsStatus
fail_root (const Reading *self, const char *part, const char *root)
{
  QmsPlace place = { .file = qms_package_file (self->package) };
  g_autofree char *found = qms_message_quote (root, strlen (root));

  return qms_fail (self->error, QMS_MSG_WORD_ROOT, &place, "part", part, "found", found, NULL);
}

static void
read_blocks (Reading *self, const QmsXmlTreeNode *element, GPtrArray *blocks)
{
  qms_block_read_all (&self->blocks, element, blocks);
  qms_block_end_fields (&self->blocks);
}

/* Begins to count at one. */
static void
begin_part (Reading *self)
{
  self->blocks.n_paragraphs = self->blocks.n_tables = 0;
  qms_word_numbering_restart (self->blocks.numbering);
}

/* ---- headers and footers */

typedef enum { DEFAULT_PAGE, FIRST_PAGE, EVEN_PAGE, N_PAGES } Page;

/* Parts that sections so far have named; one goes on with those of the one before. NULL: none. */
typedef struct {
  const char *header[N_PAGES], *footer[N_PAGES];
} Edges;

static void
keep_references (const Reading *self, const QmsXmlTreeNode *section, const char *name, const char *edges[N_PAGES])
{
  static const char *const pages[N_PAGES] = { "default", "first", "even" };
  const QmsXmlTreeNode *at = qms_word_child (section, name);

  for (; at; at = qms_word_next (at, name)) {
    const char *type = qms_word_attribute (at, "type"), *id = qms_word_attribute (at, "id");
    for (int page = 0; id && page < N_PAGES; page++)
      if (strcmp (type ? type : "default", pages[page]) == 0)
        edges[page] = qms_package_link (self->links, id);
  }
}

static QmsStatus
read_edge (Reading *self, const char *part, GPtrArray *blocks)
{
  g_autoptr (QmsXmlTree) tree = NULL;

  if (!part || !g_hash_table_add (self->read, (gpointer)part))
    return QMS_OK;
  tree = qms_word_tree (self->package, part, self->error);
  if (!tree)
    return QMS_ERROR_SYNTAX;
  begin_part (self);
  read_blocks (self, tree->root, blocks);
  return QMS_OK;
}

static QmsStatus
read_edges (Reading *self, const QmsXmlTreeNode *section, const char *const edges[N_PAGES], GPtrArray *blocks)
{
  QmsStatus status = QMS_OK;

  if (qms_word_switch (section, "titlePg") == 1)
    status = read_edge (self, edges[FIRST_PAGE], blocks);
  if (status == QMS_OK)
    status = read_edge (self, edges[DEFAULT_PAGE], blocks);
  if (status == QMS_OK && self->even_pages)
    status = read_edge (self, edges[EVEN_PAGE], blocks);
  return status;
}

static QmsStatus
read_section (Reading *self, const QmsXmlTreeNode *section, Edges *edges)
{
  QmsStatus status;

  keep_references (self, section, "headerReference", edges->header);
  keep_references (self, section, "footerReference", edges->footer);
  status = read_edges (self, section, edges->header, self->text->headers);
  return status == QMS_OK ? read_edges (self, section, edges->footer, self->text->footers) : status;
}

/* A section ends with the paragraph that describes it; the last one is described by the body. */
static QmsStatus
read_sections (Reading *self, const QmsXmlTreeNode *element, Edges *edges)
{
  QmsStatus status = QMS_OK;

  for (const QmsXmlTreeNode *at = element->first; at && status == QMS_OK; at = at->next) {
    const QmsXmlTreeNode *properties = at->name && qms_word_is (at, "p") ? qms_word_child (at, "pPr") : NULL;
    const QmsXmlTreeNode *section = qms_word_child (properties, "sectPr");
    if (at->name && qms_word_is (at, "sectPr"))
      section = at;
    if (section)
      status = read_section (self, section, edges);
    else if (at->name && (qms_word_is (at, "sdt") || qms_word_is (at, "sdtContent")))
      status = read_sections (self, at, edges);
  }
  return status;
}

/* ---- notes */

/* Not the lines that part notes from the text. */
static bool
is_note (const QmsXmlTreeNode *note)
{
  const char *type = qms_word_attribute (note, "type");

  return !type || strcmp (type, "normal") == 0;
}

static QmsStatus
read_notes (Reading *self, const char *type, const char *name)
{
  const char *part = qms_package_link_of_type (self->links, type);
  g_autoptr (QmsXmlTree) tree = part ? qms_word_tree (self->package, part, self->error) : NULL;

  if (!tree)
    return part ? QMS_ERROR_SYNTAX : QMS_OK;
  begin_part (self);
  for (const QmsXmlTreeNode *note = qms_word_child (tree->root, name); note; note = qms_word_next (note, name))
    if (is_note (note))
      read_blocks (self, note, self->text->notes);
  return QMS_OK;
}

/* ---- the whole */

static QmsStatus
read_settings (Reading *self)
{
  const char *part = qms_package_link_of_type (self->links, "settings");
  g_autoptr (QmsXmlTree) tree = part ? qms_word_tree (self->package, part, self->error) : NULL;

  if (!tree)
    return part ? QMS_ERROR_SYNTAX : QMS_OK;
  self->even_pages = qms_word_switch (tree->root, "evenAndOddHeaders") == 1;
  return QMS_OK;
}

static QmsStatus
read_main (Reading *self)
{
  g_autoptr (QmsXmlTree) tree = qms_word_tree (self->package, self->main, self->error);
  const QmsXmlTreeNode *body;
  Edges edges = { 0 };

  if (!tree)
    return QMS_ERROR_SYNTAX;
  if (!qms_word_is (tree->root, "document"))
    return fail_root (self, self->main, tree->root->name);
  body = qms_word_child (tree->root, "body");
  if (!body)
    return QMS_OK;
  read_blocks (self, body, self->text->body);
  return read_sections (self, body, &edges);
}

/* Reads what the text refers to. */
static bool
prepare (Reading *self)
{
  QmsBlockReader *blocks = &self->blocks;

  self->links = qms_package_links_read (self->package, self->main, self->error);
  if (!self->links)
    return false;
  blocks->styles = qms_word_styles_new (self->package, qms_package_link_of_type (self->links, "styles"), self->error);
  if (!blocks->styles)
    return false;
  blocks->numbering = qms_word_numbering_new (self->package, qms_package_link_of_type (self->links, "numbering"),
                                              blocks->styles, self->error);
  return blocks->numbering != NULL;
}

static QmsStatus
read_all (Reading *self)
{
  QmsStatus status;

  if (!self->main)
    return qms_package_fail_main (self->package, self->error);
  if (!prepare (self))
    return QMS_ERROR_SYNTAX;
  status = read_settings (self);
  if (status == QMS_OK)
    status = read_main (self);
  if (status == QMS_OK)
    status = read_notes (self, "footnotes", "footnote");
  return status == QMS_OK ? read_notes (self, "endnotes", "endnote") : status;
}

static Owner *
make_owner (QmsBlockReader *blocks)
{
  Owner *owner = g_new0 (Owner, 1);

  owner->arena = qms_arena_new ();
  owner->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  blocks->arena = owner->arena;
  blocks->arrays = owner->arrays;
  blocks->fields = g_array_new (FALSE, FALSE, sizeof (QmsWordField));
  owner->text.body = qms_block_array (blocks);
  owner->text.headers = qms_block_array (blocks);
  owner->text.footers = qms_block_array (blocks);
  owner->text.notes = qms_block_array (blocks);
  return owner;
}

static void
end_reading (Reading *self)
{
  g_array_unref (self->blocks.fields);
  qms_word_numbering_free (self->blocks.numbering);
  qms_word_styles_free (self->blocks.styles);
  g_hash_table_unref (self->read);
  qms_package_links_free (self->links);
}

QmsWordText *
qms_word_read (const QmsPackage *package, QmsError **error)
{
  Reading self = { .package = package, .main = qms_package_main (package), .error = error };
  g_autoptr (QmsWordText) text = &make_owner (&self.blocks)->text;
  QmsStatus status;

  self.text = text;
  self.read = g_hash_table_new (qms_text_hash, g_str_equal);
  status = read_all (&self);
  end_reading (&self);
  return status == QMS_OK ? g_steal_pointer (&text) : NULL;
}

void
qms_word_text_free (QmsWordText *text)
{
  Owner *owner = (Owner *)text;

  if (!owner)
    return;
  g_ptr_array_unref (owner->arrays);
  qms_arena_free (owner->arena);
  g_free (owner);
}

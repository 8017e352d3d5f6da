/* SPDX-License-Identifier: Apache-2.0 */
/* Reads templates, and says what they are for. */
#include "render/docx_template.h"

#include "core/text.h"
#include "gen/ids.h"
#include "render/docx_value.h"

#include <qms/model.h>
#include <string.h>

typedef struct {
  QmsTemplate *template;
  GPtrArray *declarations; /* of QmsTag */
  size_t tags;
  QmsError **error;
} Compiler;

/* Hands an error on; returns its status. */
static QmsStatus
hand_on (QmsError *why, QmsError **error)
{
  QmsStatus status = qms_error_status (why);

  qms_error_join (error, why);
  return status;
}

/* ---- parts */

static QmsStatus
fail_root (const QmsTemplate *template, const char *part, const QmsXmlTreeNode *root, QmsError **error)
{
  QmsPlace place = { template->file, 0, 0, NULL };
  g_autofree char *found = qms_message_quote (root->name, strlen (root->name));

  return qms_fail (error, QMS_MSG_WORD_ROOT, &place, "part", part, "found", found, NULL);
}

static QmsTemplatePart *
add_part (QmsTemplate *template, const char *name, const QmsXmlTreeNode *root)
{
  QmsTemplatePart *part = qms_arena_alloc0 (template->arena, sizeof *part), **end = &template->parts;
  g_autofree char *prefix = g_strconcat (root->prefix, *root->prefix ? ":" : "", NULL);

  part->name = qms_arena_strndup (template->arena, name, strlen (name));
  part->prefix = qms_arena_strndup (template->arena, prefix, strlen (prefix));
  while (*end)
    end = &(*end)->next;
  *end = part;
  return part;
}

static QmsStatus
compile_tree (Compiler *self, const char *name, const QmsXmlTreeNode *root)
{
  QmsTemplate *template = self->template;
  QmsTemplatePart *part = add_part (template, name, root);
  g_autoptr (GArray) atoms = qms_atoms_new ();
  QmsDocxCompiler compiler = {
    .arena = template->arena,
    .file = template->file,
    .part = part->name,
    .prefix = part->prefix,
    .tags = &self->tags,
    .singles = &template->singles,
    .greatest = &template->greatest,
    .declarations = self->declarations,
    .error = self->error,
  };

  qms_docx_compile_element (&compiler, root, atoms);
  part->pieces = qms_atoms_close (&compiler, atoms);
  return compiler.status;
}

static bool
is_text (const QmsXmlTreeNode *root)
{
  static const char *const names[] = { "document", "hdr", "ftr", "footnotes", "endnotes" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    if (qms_word_is (root, names[i]))
      return true;
  return false;
}

static QmsStatus
compile_part (Compiler *self, const char *name)
{
  const QmsTemplate *template = self->template;
  QmsError *why = NULL;
  g_autoptr (QmsXmlTree) tree = qms_word_tree (template->package, name, &why);

  if (!tree)
    return hand_on (why, self->error);
  if (!is_text (tree->root))
    return fail_root (template, name, tree->root, self->error);
  return compile_tree (self, name, tree->root);
}

static QmsStatus
compile_parts (Compiler *self)
{
  QmsError *why = NULL;
  g_autoptr (GPtrArray) names = qms_docx_part_names (self->template->package, &why);
  QmsStatus status = names ? QMS_OK : hand_on (why, self->error);

  for (guint i = 0; names && i < names->len && status == QMS_OK; i++)
    status = compile_part (self, names->pdata[i]);
  return status;
}

/* ---- what it is for */

static QmsStatus
fail_for (const QmsTag *tag, QmsError **error)
{
  return qms_tag_fail (tag, QMS_MSG_TEMPLATE_FOR, NULL, 0, error);
}

/* From the root down to nodes, of which only the last may be of a list. */
static QmsStatus
declare_path (QmsTemplate *template, QmsTag *tag, QmsError **error)
{
  const QmsType *root = tag->path->root && tag->path->steps ? qms_type_by_name (tag->path->steps->name) : NULL;
  QmsTagScope scope = { { .type = root }, NULL, root };
  QmsStatus status;

  if (!root || !(root->flags & QMS_TYPE_FLAG_ROOT) || template->path)
    return fail_for (tag, error);
  status = qms_tag_resolve (tag, &scope, error);
  if (status != QMS_OK)
    return status;
  for (const QmsTagStep *step = tag->path->steps; step; step = step->next)
    if (step->computed || step->selector || (step->next && qms_field_list (step->field)))
      return fail_for (tag, error);
  if (!tag->path->shape.type)
    return fail_for (tag, error);
  template->root = root;
  template->type = tag->path->shape.type;
  template->path = tag->path;
  return QMS_OK;
}

static char *
path_text (const QmsTemplate *template)
{
  GString *text = g_string_new ("/");

  g_string_append (text, template->root->xml);
  for (const QmsTagStep *step = template->path ? template->path->steps : NULL; step; step = step->next)
    g_string_append_printf (text, "/%s", step->field->xml);
  return g_string_free (text, FALSE);
}

static QmsStatus
declare (Compiler *self, QmsTagKind kind)
{
  QmsTemplate *template = self->template;
  QmsTagScope scope = { { .type = template->type }, NULL, template->root };
  QmsStatus status = QMS_OK;

  for (guint i = 0; i < self->declarations->len && status == QMS_OK; i++) {
    QmsTag *tag = self->declarations->pdata[i];
    if (tag->kind != kind)
      continue;
    if (kind == QMS_TAG_FOR)
      status = declare_path (template, tag, self->error);
    else if (kind == QMS_TAG_TITLE)
      template->title = tag->literal;
    else {
      status = qms_tag_resolve (tag, &scope, self->error);
      template->needs = tag->path;
    }
  }
  return status;
}

static QmsStatus
declare_all (Compiler *self)
{
  QmsTemplate *template = self->template;
  QmsStatus status;

  template->root = template->type = qms_type_by_id (QMS_TYPE_SYSTEM);
  template->title = "";
  status = declare (self, QMS_TAG_FOR);
  if (status == QMS_OK)
    status = declare (self, QMS_TAG_TITLE);
  if (status == QMS_OK)
    status = declare (self, QMS_TAG_NEEDS);
  g_autofree char *text = path_text (template);
  template->path_text = qms_arena_strndup (template->arena, text, strlen (text));
  return status;
}

static QmsStatus
finish_parts (Compiler *self)
{
  QmsTemplate *template = self->template;
  QmsTagScope scope = { { .type = template->type }, NULL, template->root };
  QmsStatus status = QMS_OK;

  for (QmsTemplatePart *part = template->parts; part && status == QMS_OK; part = part->next)
    status = qms_pieces_finish (template->arena, &part->pieces, &scope, self->error);
  return status;
}

/* ---- public */

QmsStatus
qms_template_read (const void *docx, size_t size, const char *name, QmsTemplate **result, QmsError **error)
{
  g_autoptr (GPtrArray) declarations = g_ptr_array_new ();
  Compiler self = { g_new0 (QmsTemplate, 1), declarations, 0, error };
  QmsTemplate *template = self.template;
  QmsError *why = NULL;
  QmsStatus status;

  if (!docx || !result) {
    qms_template_free (template);
    return qms_fail (error, QMS_MSG_ARGUMENT, NULL, "what", docx ? "result" : "docx", NULL);
  }
  template->file = g_strdup (name);
  template->arena = qms_arena_new ();
  template->package = qms_package_read (docx, size, name, &why);
  status = template->package ? compile_parts (&self) : hand_on (why, error);
  if (status == QMS_OK)
    status = declare_all (&self);
  if (status == QMS_OK)
    status = finish_parts (&self);
  if (status == QMS_OK)
    *result = template;
  else
    qms_template_free (template);
  return status;
}

void
qms_template_free (QmsTemplate *self)
{
  if (!self)
    return;
  qms_package_free (self->package);
  if (self->arena)
    qms_arena_free (self->arena);
  g_free (self->file);
  g_free (self);
}

const char *
qms_template_title (const QmsTemplate *self)
{
  return self ? self->title : NULL;
}

const char *
qms_template_path (const QmsTemplate *self)
{
  return self ? self->path_text : NULL;
}

const QmsType *
qms_template_type (const QmsTemplate *self)
{
  return self ? self->type : NULL;
}

/* Node whose field the last step of the path is; the root if there is none. */
static QmsNode *
holder_of (const QmsTemplate *self, QmsNode *root, const QmsField **field)
{
  const QmsTagStep *step = self->path ? self->path->steps : NULL;

  *field = NULL;
  for (; step && root; step = step->next) {
    *field = step->field;
    if (step->next)
      root = qms_node_get_node (root, step->field->id);
  }
  return root;
}

size_t
qms_template_target_count (const QmsTemplate *self, QmsNode *root)
{
  const QmsField *field;

  if (!self || !root || root->type != self->root)
    return 0;
  root = holder_of (self, root, &field);
  return field ? qms_node_count (root, field->id) : 1;
}

QmsNode *
qms_template_target (const QmsTemplate *self, QmsNode *root, size_t index)
{
  const QmsField *field;

  if (index >= qms_template_target_count (self, root))
    return NULL;
  root = holder_of (self, root, &field);
  return field ? qms_node_get_node_at (root, field->id, index) : root;
}

int32_t
qms_template_is_needed (const QmsTemplate *self, const QmsNode *node)
{
  QmsTagItem item = { .node = node };
  QmsTagFrame frame = { &item, 1, 1, NULL };
  QmsTagLookup lookup = { 0 };
  QmsTagTest test = { 0 };
  bool needed;

  if (!self || !node || node->type != self->type)
    return 0;
  if (!self->needs)
    return 1;
  lookup.root = node->document->root;
  lookup.arena = qms_arena_new ();
  test.left = (QmsTagPath *)self->needs;
  needed = qms_tag_holds (&lookup, &test, &frame);
  qms_tag_lookup_clear (&lookup);
  return needed;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Resolves tags: every name is looked up once, when the template is read. */
#include "render/docx_tag.h"

#include "core/kind.h"
#include "core/text.h"
#include "gen/ids.h"

#include <qms/model.h>
#include <string.h>

/* ---- errors */

static QmsStatus
fail_name (const QmsTag *tag, int message, const char *owner, const char *name, GPtrArray *known, QmsError **error)
{
  const char *nearest = qms_text_nearest (name, (const char *const *)known->pdata, known->len);
  g_autofree char *found = qms_message_quote (name, strlen (name));
  g_autofree char *vi = nearest ? g_strdup_printf ("; có phải «%s»?", nearest) : g_strdup ("");
  g_autofree char *en = nearest ? g_strdup_printf ("; did you mean «%s»?", nearest) : g_strdup ("");

  return qms_tag_fail (tag, message, QMS_VALUES ({ "owner", { owner } }, { "name", { found } }, { "near", { vi, en } }),
                       error);
}

static QmsStatus
fail_field (const QmsTag *tag, const QmsType *type, const char *name, QmsError **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (unsigned i = 0; i < type->n_fields; i++)
    g_ptr_array_add (known, (gpointer)type->fields[i].xml);
  qms_computed_names (type, known);
  return fail_name (tag, QMS_MSG_TEMPLATE_FIELD, type->xml, name, known, error);
}

static QmsStatus
fail_path (const QmsTag *tag, const char *vi, const char *en, QmsError **error)
{
  return qms_tag_fail (tag, QMS_MSG_TEMPLATE_PATH, QMS_VALUES ({ "what", { vi, en } }), error);
}

/* ---- where a path begins */

static const struct {
  const char *name;
  QmsTagFrameValue value;
  uint32_t field; /* that says what kind of value it is; 0: groups say */
} frame_values[] = {
  { "@number", QMS_FRAME_NUMBER, QMS_PROCEDURE_EDITION }, { "@count", QMS_FRAME_COUNT, QMS_PROCEDURE_EDITION },
  { "@first", QMS_FRAME_FIRST, QMS_POSITION_HEAD },       { "@last", QMS_FRAME_LAST, QMS_POSITION_HEAD },
  { "@key", QMS_FRAME_KEY, QMS_PROCEDURE_TITLE },         { "@items", QMS_FRAME_ITEMS, 0 },
  { "@date", QMS_FRAME_DATE, QMS_PROCEDURE_ISSUE_DATE },
};

static const QmsField *
field_of (uint32_t id)
{
  return qms_field_by_id (id);
}

/* Takes the first step of a path if it names a value of the place where the tag stands. */
static QmsStatus
begin_at_frame (const QmsTag *tag, QmsTagPath *path, const QmsTagScope *scope, bool *taken, QmsError **error)
{
  *taken = false;
  for (size_t i = 0; i < G_N_ELEMENTS (frame_values); i++) {
    if (strcmp (path->steps->name, frame_values[i].name) != 0)
      continue;
    QmsTagFrameValue value = frame_values[i].value;
    bool grouped = value == QMS_FRAME_KEY || value == QMS_FRAME_ITEMS;
    if (value != QMS_FRAME_DATE && !scope->outer)
      return fail_path (tag, "giá trị này chỉ có trong {{#each}}", "this value is there in {{#each}} only", error);
    if (grouped && !scope->shape.items)
      return fail_path (tag, "giá trị này chỉ có trong {{#each … by …}}",
                        "this value is there in {{#each … by …}} only", error);
    path->frame = value;
    path->shape =
        value == QMS_FRAME_ITEMS ? *scope->shape.items : (QmsTagShape){ .field = field_of (frame_values[i].field) };
    path->steps = path->steps->next;
    *taken = true;
    return QMS_OK;
  }
  return QMS_OK;
}

static QmsStatus
begin_at_root (const QmsTag *tag, QmsTagPath *path, const QmsTagScope *scope, QmsError **error)
{
  const QmsTagStep *first = path->steps;

  if (strcmp (first->name, scope->root->xml) != 0 && strcmp (first->name, scope->root->name) != 0) {
    g_autoptr (GPtrArray) known = g_ptr_array_new ();
    g_ptr_array_add (known, (gpointer)scope->root->xml);
    return fail_name (tag, QMS_MSG_TEMPLATE_FIELD, "/", first->name, known, error);
  }
  path->shape = (QmsTagShape){ .type = scope->root };
  path->steps = first->next;
  return QMS_OK;
}

static QmsStatus
begin (const QmsTag *tag, QmsTagPath *path, const QmsTagScope *scope, QmsError **error)
{
  bool taken;

  if (path->root)
    return begin_at_root (tag, path, scope, error);
  for (size_t i = 0; i < path->up; i++, scope = scope->outer)
    if (!scope->outer)
      return fail_path (tag, "«..» ra ngoài mọi {{#each}}", "«..» leads out of every {{#each}}", error);
  path->shape = scope->shape;
  if (!path->steps)
    return QMS_OK;
  return begin_at_frame (tag, path, scope, &taken, error);
}

/* ---- the steps */

static QmsTagShape
shape_of_field (const QmsField *field)
{
  return field->kind == QMS_KIND_NODE ? (QmsTagShape){ .type = field->target } : (QmsTagShape){ .field = field };
}

static QmsStatus
resolve_step (const QmsTag *tag, QmsTagStep *step, QmsTagShape *shape, QmsError **error)
{
  if (shape->field && shape->field->kind == QMS_KIND_REF && shape->field->target)
    *shape = (QmsTagShape){ .type = shape->field->target };
  if (shape->items)
    return fail_path (tag, "một nhóm chỉ có @key và @items", "a group has @key and @items only", error);
  if (!shape->type)
    return fail_path (tag, "giá trị này không có trường bên trong", "this value has no fields", error);
  step->computed = *step->name == '@' ? qms_computed_find (shape->type, step->name) : NULL;
  step->field = *step->name == '@' ? NULL : qms_type_field_by_name (shape->type, step->name);
  if (!step->computed && !step->field)
    return fail_field (tag, shape->type, step->name, error);
  if (step->selector && !(step->field && qms_field_list (step->field)))
    return fail_path (tag, "ngoặc vuông chỉ dùng cho danh sách", "brackets are for lists only", error);
  *shape = step->computed ? qms_computed_shape (step->computed) : shape_of_field (step->field);
  return QMS_OK;
}

static QmsStatus
resolve_path (const QmsTag *tag, QmsTagPath *path, const QmsTagScope *scope, QmsError **error)
{
  QmsStatus status = begin (tag, path, scope, error);

  for (QmsTagStep *step = path->steps; step && status == QMS_OK; step = step->next)
    status = resolve_step (tag, step, &path->shape, error);
  return status;
}

/* ---- conditions and formats */

/* A text compared with an enumeration must be one of its values. */
static QmsStatus
check_value (const QmsTag *tag, const QmsTagTest *test, QmsError **error)
{
  const QmsEnum *enumeration = test->left->shape.field ? test->left->shape.field->enumeration : NULL;
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  if (!enumeration || !test->text)
    return QMS_OK;
  for (unsigned i = 0; i < enumeration->n_values; i++) {
    if (strcmp (enumeration->values[i].xml, test->text) == 0)
      return QMS_OK;
    g_ptr_array_add (known, (gpointer)enumeration->values[i].xml);
  }
  return fail_name (tag, QMS_MSG_TEMPLATE_VALUE, test->left->shape.field->xml, test->text, known, error);
}

static QmsStatus
resolve_test (const QmsTag *tag, QmsTagTest *test, const QmsTagScope *scope, QmsError **error)
{
  QmsStatus status = resolve_path (tag, test->left, scope, error);

  if (status == QMS_OK && test->right)
    status = resolve_path (tag, test->right, scope, error);
  return status == QMS_OK ? check_value (tag, test, error) : status;
}

static QmsStatus
check_formats (const QmsTag *tag, QmsError **error)
{
  for (const QmsTagFormat *format = tag->formats; format; format = format->next)
    if (tag->path && !qms_tag_format_fits (format->id, &tag->path->shape))
      return qms_tag_fail (tag, QMS_MSG_TEMPLATE_FORMAT,
                           QMS_VALUES ({ "format", { qms_tag_format_name (format->id) } }), error);
  if (tag->kind == QMS_TAG_VALUE && tag->path && tag->path->shape.items)
    return fail_path (tag, "một nhóm không in ra được; hãy in @key", "a group cannot be printed; print @key", error);
  return QMS_OK;
}

/* ---- tags */

QmsTagShape
qms_tag_item (const QmsTag *tag)
{
  if (tag->by)
    return (QmsTagShape){ .items = &tag->path->shape };
  return tag->path->shape;
}

static QmsStatus
resolve_each (QmsTag *tag, const QmsTagScope *scope, QmsError **error)
{
  QmsTagScope inner = { tag->path->shape, scope, scope->root };
  QmsStatus status = QMS_OK;

  if (tag->test)
    status = resolve_test (tag, tag->test, &inner, error);
  if (status == QMS_OK && tag->by)
    status = resolve_path (tag, tag->by, &inner, error);
  return status;
}

QmsStatus
qms_tag_resolve (QmsTag *tag, const QmsTagScope *scope, QmsError **error)
{
  QmsStatus status = tag->path ? resolve_path (tag, tag->path, scope, error) : QMS_OK;

  if (status == QMS_OK && (tag->kind == QMS_TAG_EACH || tag->kind == QMS_TAG_CELLS))
    return resolve_each (tag, scope, error);
  if (status == QMS_OK && tag->test)
    return resolve_test (tag, tag->test, scope, error);
  return status == QMS_OK ? check_formats (tag, error) : status;
}

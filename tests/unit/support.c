/* SPDX-License-Identifier: Apache-2.0 */
/* What the unit tests share. */
#include "support.h"

#include "core/document.h"

#include <string.h>

static QmsDocument *
read_with (QmsReader *reader, const char *text)
{
  QmsDocument *document = NULL;
  QmsError *error = NULL;

  qms_reader_parse (reader, text, strlen (text), NULL, &document, &error);
  ck_assert_msg (!error, "%s at %u:%u of:\n%.1000s", qms_error_message (error, QMS_LANG_EN), qms_error_line (error),
                 qms_error_column (error), text);
  qms_reader_free (reader);
  return document;
}

QmsDocument *
read_text (const char *text)
{
  return read_with (qms_reader_new (), text);
}

QmsDocument *
read_leniently (const char *text)
{
  QmsReader *reader = qms_reader_new ();

  qms_reader_set_lenient (reader, 1);
  return read_with (reader, text);
}

char *
write_text (QmsDocument *document, int32_t format)
{
  char *text = NULL;
  size_t size = 0;

  ck_assert_int_eq (qms_document_write (document, format, &text, &size, NULL), QMS_OK);
  ck_assert_uint_eq (size, strlen (text));
  return text;
}

/* Check cannot show long texts: the first difference and what is around it will do. */
static void
assert_same_text (const char *found, const char *expected)
{
  enum { BEFORE = 200, SHOWN = 400 };
  size_t same = 0, from;

  while (found[same] && found[same] == expected[same])
    same++;
  from = same > BEFORE ? same - BEFORE : 0;
  ck_assert_msg (found[same] == expected[same], "at byte %zu found\n%.*s\n---- expected\n%.*s", same, SHOWN,
                 found + from, SHOWN, expected + from);
}

void
assert_written (QmsDocument *document, const char *expected)
{
  char *text = write_text (document, QMS_FORMAT_XML);

  assert_same_text (text, expected);
  qms_free (text);
}

/* The first place where two documents part, as a path. */
static char *
first_difference (QmsDocument *a, QmsDocument *b)
{
  QmsDiff *diff = NULL;
  char *path;

  qms_document_diff (a, b, &diff, NULL);
  path = g_strdup (qms_diff_path (diff, 0));
  qms_diff_free (diff);
  return path;
}

void
assert_comes_back (QmsDocument *document)
{
  char *text = write_text (document, QMS_FORMAT_XML);
  QmsDocument *back = read_text (text);

  g_autofree char *difference = first_difference (document, back);

  assert_written (back, text);
  ck_assert_msg (!difference, "%s does not come back equal", difference);
  ck_assert_int_eq (qms_node_equal (document->root, back->root), 1);
  qms_free (text);
  qms_document_unref (back);
}

void
assert_canonical (const char *text, const char *expected)
{
  QmsDocument *document = read_text (text);

  assert_written (document, expected);
  assert_comes_back (document);
  qms_document_unref (document);
}

void
assert_error (QmsStatus status, QmsError *error, QmsStatus expected, const char *id)
{
  ck_assert_int_eq (status, expected);
  ck_assert_int_eq (qms_error_status (error), expected);
  ck_assert_str_eq (qms_error_id (error), id);
  qms_error_free (error);
}

/* ---- soundness */

static void assert_node_sound (QmsNode *node, const QmsNode *scope, size_t *n_ids);

static void
assert_field_sound (QmsNode *node, const QmsField *field, const QmsNode *scope, size_t *n_ids)
{
  const QmsSlot *items;
  size_t count = qms_node_items (node, field, &items);

  ck_assert_uint_eq (qms_node_count (node, field->id), count);
  ck_assert_int_eq (qms_node_has (node, field->id), count > 0);
  ck_assert (!qms_node_present (node, field->slot) || count > 0);
  for (size_t i = 0; field->kind == QMS_KIND_NODE && i < count; i++) {
    ck_assert_ptr_eq (qms_node_parent (items[i].node), node);
    ck_assert_ptr_eq (qms_node_parent_field (items[i].node), field);
    ck_assert_uint_eq (qms_node_index (items[i].node), i);
    ck_assert_ptr_eq (qms_node_type (items[i].node), field->target);
    assert_node_sound (items[i].node, scope, n_ids);
  }
}

static void
assert_node_sound (QmsNode *node, const QmsNode *scope, size_t *n_ids)
{
  const char *id = qms_node_id (node);

  ck_assert_ptr_eq (qms_node_document (node), qms_node_document (scope));
  if (node->type->flags & QMS_TYPE_FLAG_SCOPE)
    scope = node;
  ck_assert_ptr_eq (qms_node_scope (node), scope);
  if (id) {
    ck_assert_ptr_eq (qms_document_lookup (node->document, scope, id), node);
    (*n_ids)++;
  }
  for (size_t i = 0; i < node->type->n_fields; i++)
    assert_field_sound (node, &node->type->fields[i], scope, n_ids);
}

void
assert_sound (QmsDocument *document)
{
  size_t n_ids = 0;

  ck_assert_ptr_null (qms_node_parent (document->root));
  assert_node_sound (document->root, document->root, &n_ids);
  ck_assert_uint_eq (document->ids ? g_hash_table_size (document->ids) : 0, n_ids);
}

int
count_seeds (int usual)
{
  const char *wanted = g_getenv ("QMS_TEST_SEEDS");
  guint64 count = (guint64)usual;

  if (wanted && !g_ascii_string_to_unsigned (wanted, 10, 1, G_MAXINT32, &count, NULL))
    g_error ("QMS_TEST_SEEDS must be a number from 1 on, not «%s»", wanted);
  return (int)count;
}

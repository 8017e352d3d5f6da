/* SPDX-License-Identifier: Apache-2.0 */
/* Promises that hold for every document, tried on random ones of every root type: reading, writing, copying, comparing,
 * editing. A failing test names its seed. */
#include "core/document.h"
#include "core/kind.h"
#include "random.h"
#include "support.h"

#include <qms/diff.h>

#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <string.h>

Suite *property_suite (void);

enum { MOST_SEEDS = 300, N_EDITS = 60 };

typedef void (*Check) (QmsDocument *document, guint32 seed);

/* Runs a check on the documents of one seed, one of each root type. */
static void
for_each_root (guint32 seed, Check check)
{
  for (size_t i = 0; i < qms_type_count (); i++) {
    const QmsType *type = qms_type_at (i);
    if (qms_type_is_root (type)) {
      QmsDocument *document = qms_random_document (seed, qms_type_id (type));
      check (document, seed);
      qms_document_unref (document);
    }
  }
}

static guint
below (GRand *random, guint limit)
{
  return (guint)g_rand_int_range (random, 0, (gint32)limit);
}

/* ---- reading and writing */

static void
check_round_trip (QmsDocument *document, guint32 seed G_GNUC_UNUSED)
{
  assert_comes_back (document);
}

START_TEST (what_is_written_is_read_back_equal_and_written_the_same)
{
  for_each_root ((guint32)_i, check_round_trip);
}
END_TEST

static void
check_json (QmsDocument *document, guint32 seed G_GNUC_UNUSED)
{
  char *xml = write_text (document, QMS_FORMAT_XML), *json = write_text (document, QMS_FORMAT_JSON);
  QmsDocument *from_xml = read_text (xml), *from_json = read_text (json);
  char *json_again = write_text (from_xml, QMS_FORMAT_JSON);

  assert_written (from_json, xml);
  ck_assert_int_eq (strcmp (json_again, json), 0);
  qms_free (xml);
  qms_free (json);
  qms_free (json_again);
  qms_document_unref (from_xml);
  qms_document_unref (from_json);
}

START_TEST (xml_and_json_say_the_same)
{
  for_each_root ((guint32)_i, check_json);
}
END_TEST

static xmlSchema *schema;

static void
open_schema (void)
{
  const char *text = qms_schema_text ("xsd");
  xmlSchemaParserCtxt *parser = xmlSchemaNewMemParserCtxt (text, (int)strlen (text));

  schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  ck_assert_ptr_nonnull (schema);
}

static void
close_schema (void)
{
  xmlSchemaFree (schema);
  xmlSchemaCleanupTypes ();
}

static void
check_schema (QmsDocument *document, guint32 seed G_GNUC_UNUSED)
{
  char *text = write_text (document, QMS_FORMAT_XML);
  xmlDoc *tree = xmlReadMemory (text, (int)strlen (text), NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOENT);
  xmlSchemaValidCtxt *validator = xmlSchemaNewValidCtxt (schema);

  ck_assert_ptr_nonnull (tree);
  ck_assert_msg (xmlSchemaValidateDoc (validator, tree) == 0, "does not match the XSD:\n%.1000s", text);
  xmlSchemaFreeValidCtxt (validator);
  xmlFreeDoc (tree);
  qms_free (text);
}

START_TEST (what_is_written_matches_the_xml_schema)
{
  for_each_root ((guint32)_i, check_schema);
}
END_TEST

/* ---- copying and comparing */

static void
check_no_difference (QmsDocument *a, QmsDocument *b)
{
  QmsDiff *diff = NULL;

  ck_assert_int_eq (qms_document_diff (a, b, &diff, NULL), QMS_OK);
  ck_assert_uint_eq (qms_diff_count (diff), 0);
  qms_diff_free (diff);
}

static void
check_equal (QmsDocument *document, guint32 seed)
{
  QmsDocument *twin = qms_random_document (seed, document->root->type->id);

  ck_assert_int_eq (qms_node_equal (document->root, twin->root), 1);
  check_no_difference (document, document);
  check_no_difference (document, twin);
  qms_document_unref (twin);
}

START_TEST (equal_documents_have_no_difference)
{
  for_each_root ((guint32)_i, check_equal);
}
END_TEST

static void
check_copy (QmsDocument *document, guint32 seed G_GNUC_UNUSED)
{
  char *before = write_text (document, QMS_FORMAT_XML);
  QmsNode *copy = qms_node_copy (document->root, document);
  bool empty = copy->present == 0;

  ck_assert_int_eq (qms_node_equal (document->root, copy), 1);
  for (size_t i = 0; i < copy->type->n_fields; i++)
    qms_node_unset (copy, copy->type->fields[i].id);
  assert_written (document, before);
  ck_assert_int_eq (qms_node_equal (document->root, copy), empty);
  qms_free (before);
}

START_TEST (a_copy_is_equal_and_changing_it_changes_nothing_else)
{
  for_each_root ((guint32)_i, check_copy);
}
END_TEST

/* A sample's system holds a copy of a whole document, with all that it uses. */
START_TEST (a_copy_in_another_document_outlives_its_origin)
{
  QmsDocument *origin = qms_random_document ((guint32)_i, QMS_TYPE_SYSTEM);
  QmsDocument *target = qms_random_document ((guint32)_i + 1, QMS_TYPE_FRAMEWORK);
  QmsNode *sample = qms_node_add (target->root, QMS_FRAMEWORK_SAMPLES, QMS_APPEND, NULL);
  QmsNode *copy = qms_node_copy (origin->root, target);

  qms_node_set_string (sample, QMS_SAMPLE_ID, "Mẫu-cuối", NULL);
  qms_document_unref (origin);
  copy->extra = NULL; /* what stands outside a root may not stand inside a document */
  ck_assert_int_eq (qms_node_attach (sample, QMS_SAMPLE_SYSTEM, 0, copy, NULL), QMS_OK);
  assert_sound (target);
  assert_comes_back (target);
  qms_document_unref (target);
}
END_TEST

/* ---- editing */

typedef struct {
  GRand *random;
  QmsDocument *document;
  GPtrArray *nodes; /* every node of the tree */
  GPtrArray *detached;
} Editor;

static void
collect (Editor *editor, QmsNode *node)
{
  g_ptr_array_add (editor->nodes, node);
  for (size_t i = 0; i < node->type->n_fields; i++) {
    const QmsField *field = &node->type->fields[i];
    const QmsSlot *items;
    size_t count = field->kind == QMS_KIND_NODE ? qms_node_items (node, field, &items) : 0;
    for (size_t j = 0; j < count; j++)
      collect (editor, items[j].node);
  }
}

static QmsNode *
random_node (Editor *editor)
{
  return g_ptr_array_index (editor->nodes, below (editor->random, editor->nodes->len));
}

/* A value of some field of that kind in the document: sure to be right in form. */
static char *
borrowed_text (Editor *editor, const QmsField *field)
{
  if (field->kind == QMS_KIND_ID)
    return g_strdup_printf ("Sửa_%u", g_rand_int (editor->random));
  for (guint i = 0; i < editor->nodes->len; i++) {
    const QmsNode *node = g_ptr_array_index (editor->nodes, i);
    if (node->type->id == QMS_FIELD_TYPE_ID (field->id) && qms_node_has (node, field->id))
      return qms_node_get_text (node, field->id, 0);
  }
  return g_strdup ("mượn");
}

static void
edit_scalar (Editor *editor, QmsNode *node, const QmsField *field)
{
  g_autofree char *text = borrowed_text (editor, field);

  if (below (editor->random, 3) == 0)
    qms_node_unset (node, field->id);
  else
    qms_node_set_text (node, field->id, text, NULL);
}

static void
edit_list (Editor *editor, QmsNode *node, const QmsField *field)
{
  guint count = (guint)qms_node_count (node, field->id);
  g_autofree char *text = borrowed_text (editor, field);

  switch (below (editor->random, 4)) {
  case 0:
    qms_node_insert_text (node, field->id, below (editor->random, count + 1), text, NULL);
    break;
  case 1:
    qms_node_remove (node, field->id, below (editor->random, count + 1), NULL);
    break;
  case 2:
    qms_node_move (node, field->id, below (editor->random, count + 1), below (editor->random, count + 1), NULL);
    break;
  default:
    qms_node_insert_text (node, field->id, QMS_APPEND, text, NULL);
  }
}

static void
detach_one (Editor *editor, QmsNode *node, const QmsField *field)
{
  guint count = (guint)qms_node_count (node, field->id);
  QmsNode *child = count ? qms_node_get_node_at (node, field->id, below (editor->random, count)) : NULL;

  if (child && qms_node_detach (child, NULL) == QMS_OK)
    g_ptr_array_add (editor->detached, child);
}

/* Back where one of its type may stand, if no identifier was taken meanwhile. */
static void
attach_one (Editor *editor, QmsNode *node, const QmsField *field)
{
  guint count = qms_field_list (field) ? (guint)qms_node_count (node, field->id) : 0;

  for (guint i = 0; i < editor->detached->len; i++) {
    QmsNode *child = g_ptr_array_index (editor->detached, i);
    if (child->type != field->target)
      continue;
    if (qms_node_attach (node, field->id, below (editor->random, count + 1), child, NULL) == QMS_OK)
      g_ptr_array_remove_index_fast (editor->detached, i);
    return;
  }
}

/* Nodes with identifiers stay detached: their identifiers are taken. */
static void
copy_one (Editor *editor, QmsNode *node, const QmsField *field)
{
  QmsNode *first = qms_node_get_node_at (node, field->id, 0);

  if (first)
    qms_node_attach (node, field->id, QMS_APPEND, qms_node_copy (first, editor->document), NULL);
}

static void
edit_children (Editor *editor, QmsNode *node, const QmsField *field)
{
  guint count = (guint)qms_node_count (node, field->id);

  switch (below (editor->random, 6)) {
  case 0:
    detach_one (editor, node, field);
    break;
  case 1:
    attach_one (editor, node, field);
    break;
  case 2:
    copy_one (editor, node, field);
    break;
  case 3:
    qms_node_add (node, field->id, qms_field_list (field) ? below (editor->random, count + 1) : 0, NULL);
    break;
  case 4:
    qms_node_move (node, field->id, below (editor->random, count + 1), below (editor->random, count + 1), NULL);
    break;
  default:
    qms_node_remove (node, field->id, below (editor->random, count + 1), NULL);
  }
}

static void
edit_once (Editor *editor)
{
  QmsNode *node = random_node (editor);
  const QmsField *field = &node->type->fields[below (editor->random, node->type->n_fields)];

  if (below (editor->random, 20) == 0)
    qms_node_set_extension (node, "urn:vidu:4", "ghi", below (editor->random, 2) ? "chữ & <>" : NULL, NULL);
  else if (field->kind == QMS_KIND_NODE)
    edit_children (editor, node, field);
  else if (qms_field_list (field))
    edit_list (editor, node, field);
  else
    edit_scalar (editor, node, field);
}

static void
check_edits (QmsDocument *document, guint32 seed)
{
  Editor editor = { g_rand_new_with_seed (seed), document, g_ptr_array_new (), g_ptr_array_new () };

  if (seed % 2)
    qms_document_find (document, "có-chỉ-mục"); /* with and without an index of identifiers */
  for (unsigned i = 0; i < N_EDITS; i++) {
    g_ptr_array_set_size (editor.nodes, 0);
    collect (&editor, document->root);
    edit_once (&editor);
  }
  assert_sound (document);
  assert_comes_back (document);
  g_ptr_array_unref (editor.nodes);
  g_ptr_array_unref (editor.detached);
  g_rand_free (editor.random);
}

START_TEST (after_any_edits_the_tree_is_sound_and_comes_back)
{
  for_each_root ((guint32)_i, check_edits);
}
END_TEST

Suite *
property_suite (void)
{
  int n_seeds = count_seeds (MOST_SEEDS);
  Suite *suite = suite_create ("property");
  TCase *cases = tcase_create ("property"), *schemas = tcase_create ("schema");

  tcase_add_loop_test (cases, what_is_written_is_read_back_equal_and_written_the_same, 0, n_seeds);
  tcase_add_loop_test (cases, xml_and_json_say_the_same, 0, n_seeds);
  tcase_add_loop_test (cases, equal_documents_have_no_difference, 0, n_seeds);
  tcase_add_loop_test (cases, a_copy_is_equal_and_changing_it_changes_nothing_else, 0, n_seeds);
  tcase_add_loop_test (cases, a_copy_in_another_document_outlives_its_origin, 0, n_seeds);
  tcase_add_loop_test (cases, after_any_edits_the_tree_is_sound_and_comes_back, 0, n_seeds);
  tcase_add_unchecked_fixture (schemas, open_schema, close_schema);
  tcase_add_loop_test (schemas, what_is_written_matches_the_xml_schema, 0, n_seeds);
  suite_add_tcase (suite, cases);
  suite_add_tcase (suite, schemas);
  return suite;
}

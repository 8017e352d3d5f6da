/* SPDX-License-Identifier: Apache-2.0 */
/* Nodes: reading, editing, lists, attaching and detaching, references, identifiers, extensions, copies. */
#include "core/document.h"
#include "support.h"

#include <string.h>

Suite *node_suite (void);

static QmsDocument *document;
static QmsNode *root;

static void
open_system (void)
{
  document = qms_document_new (QMS_TYPE_SYSTEM);
  root = qms_document_root (document);
}

static void
close_system (void)
{
  assert_sound (document);
  qms_document_unref (document);
}

static QmsNode *
add (QmsNode *node, uint32_t field)
{
  QmsNode *child = qms_node_add (node, field, QMS_APPEND, NULL);

  ck_assert_ptr_nonnull (child);
  return child;
}

static QmsNode *
add_procedure (const char *id)
{
  QmsNode *procedure = add (root, QMS_SYSTEM_PROCEDURES);

  ck_assert_int_eq (qms_node_set_string (procedure, QMS_PROCEDURE_ID, id, NULL), QMS_OK);
  return procedure;
}

static QmsNode *
add_step (QmsNode *procedure, const char *id)
{
  QmsNode *step = add (procedure, QMS_PROCEDURE_STEPS);

  ck_assert_int_eq (qms_node_set_string (step, QMS_STEP_ID, id, NULL), QMS_OK);
  return step;
}

/* ---- documents */

START_TEST (a_document_is_made_of_root_types_only)
{
  ck_assert_ptr_null (qms_document_new (QMS_TYPE_AGENCY));
  ck_assert_ptr_null (qms_document_new (0));
  ck_assert_ptr_null (qms_document_new (UINT32_MAX));
  ck_assert_ptr_eq (qms_node_type (root), qms_type_by_id (QMS_TYPE_SYSTEM));
}
END_TEST

START_TEST (a_document_lives_until_its_last_reference)
{
  QmsDocument *other = qms_document_new (QMS_TYPE_SYSTEM);

  ck_assert_ptr_eq (qms_document_ref (other), other);
  qms_document_unref (other);
  ck_assert_ptr_nonnull (qms_document_root (other));
  qms_document_unref (other);
  qms_document_unref (NULL);
  ck_assert_ptr_null (qms_document_ref (NULL));
}
END_TEST

START_TEST (nothing_asked_of_null_gives_nothing)
{
  ck_assert_ptr_null (qms_document_root (NULL));
  ck_assert_ptr_null (qms_document_file (NULL));
  ck_assert_ptr_null (qms_document_find (NULL, "A"));
  ck_assert_ptr_null (qms_document_find (document, NULL));
  ck_assert_ptr_null (qms_document_diagnostics (NULL));
  ck_assert_ptr_null (qms_node_type (NULL));
  ck_assert_ptr_null (qms_node_document (NULL));
  ck_assert_ptr_null (qms_node_parent (NULL));
  ck_assert_ptr_null (qms_node_parent_field (NULL));
  ck_assert_ptr_null (qms_node_id (NULL));
  ck_assert_ptr_null (qms_node_path (NULL));
  ck_assert_ptr_null (qms_node_at (NULL, "/heThong", NULL));
  ck_assert_ptr_null (qms_node_resolve (NULL, QMS_UNIT_PARENT));
  ck_assert_ptr_null (qms_node_copy (NULL, document));
  ck_assert_ptr_null (qms_node_copy (root, NULL));
  ck_assert_ptr_null (qms_node_extension (NULL, "urn:a", "a"));
  ck_assert_ptr_null (qms_node_get_string (NULL, QMS_UNIT_ID));
  ck_assert_uint_eq (qms_node_count (NULL, QMS_UNIT_ID), 0);
  ck_assert_uint_eq (qms_node_line (NULL), 0);
  ck_assert_int_eq (qms_node_set_string (NULL, QMS_UNIT_ID, "A", NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_unset (NULL, QMS_UNIT_ID), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_detach (NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (qms_node_add (NULL, QMS_SYSTEM_RISKS, 0, NULL));
  ck_assert_int_eq (qms_node_equal (NULL, NULL), 1);
  ck_assert_int_eq (qms_node_equal (root, NULL), 0);
}
END_TEST

START_TEST (a_field_of_another_type_is_refused)
{
  QmsError *error = NULL;
  QmsStatus status = qms_node_set_string (root, QMS_UNIT_ID, "A", &error);

  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-AP-002");
  ck_assert_int_eq (qms_node_set_string (root, 0, "A", NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_set_string (root, (QMS_TYPE_SYSTEM << 8) | 255, "A", NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_unset (root, UINT32_MAX), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_has (root, QMS_UNIT_ID), 0);
}
END_TEST

/* ---- values and presence */

START_TEST (a_value_is_present_from_set_to_unset)
{
  ck_assert_int_eq (qms_node_has (root, QMS_SYSTEM_FRAMEWORK), 0);
  ck_assert_int_eq (qms_node_set_string (root, QMS_SYSTEM_FRAMEWORK, "a", NULL), QMS_OK);
  ck_assert_int_eq (qms_node_has (root, QMS_SYSTEM_FRAMEWORK), 1);
  ck_assert_uint_eq (qms_node_count (root, QMS_SYSTEM_FRAMEWORK), 1);
  ck_assert_int_eq (qms_node_unset (root, QMS_SYSTEM_FRAMEWORK), QMS_OK);
  ck_assert_int_eq (qms_node_has (root, QMS_SYSTEM_FRAMEWORK), 0);
  ck_assert_ptr_null (qms_node_get_string (root, QMS_SYSTEM_FRAMEWORK));
  ck_assert_int_eq (qms_node_unset (root, QMS_SYSTEM_FRAMEWORK), QMS_OK);
}
END_TEST

START_TEST (a_string_outlives_the_buffer_it_was_set_from_and_its_replacement)
{
  char buffer[] = "một";
  const char *before;

  qms_node_set_string (root, QMS_SYSTEM_FRAMEWORK, buffer, NULL);
  memset (buffer, 'x', sizeof buffer - 1);
  before = qms_node_get_string (root, QMS_SYSTEM_FRAMEWORK);
  qms_node_set_string (root, QMS_SYSTEM_FRAMEWORK, "hai", NULL);
  ck_assert_str_eq (before, "một");
  ck_assert_str_eq (qms_node_get_string (root, QMS_SYSTEM_FRAMEWORK), "hai");
}
END_TEST

START_TEST (content_without_a_character_is_no_content)
{
  QmsNode *entry = add (root, QMS_SYSTEM_EXTERNAL_DOCUMENTS);

  ck_assert_int_eq (qms_node_set_string (entry, QMS_EXTERNAL_DOCUMENT_TITLE, "Luật", NULL), QMS_OK);
  ck_assert_int_eq (qms_node_set_string (entry, QMS_EXTERNAL_DOCUMENT_TITLE, "  ", NULL), QMS_OK);
  ck_assert_int_eq (qms_node_has (entry, QMS_EXTERNAL_DOCUMENT_TITLE), 0);
  assert_comes_back (document);
}
END_TEST

/* ---- lists of scalars */

static void
assert_commitments (QmsNode *policy, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (size_t i = 0; i < qms_node_count (policy, QMS_POLICY_COMMITMENTS); i++)
    g_string_append (found, qms_node_get_string_at (policy, QMS_POLICY_COMMITMENTS, i));
  ck_assert_str_eq (found->str, expected);
}

START_TEST (scalars_are_inserted_moved_and_removed)
{
  QmsNode *policy = add (root, QMS_SYSTEM_POLICY);

  qms_node_insert_text (policy, QMS_POLICY_COMMITMENTS, QMS_APPEND, "b", NULL);
  qms_node_insert_text (policy, QMS_POLICY_COMMITMENTS, 1, "d", NULL);
  qms_node_insert_text (policy, QMS_POLICY_COMMITMENTS, 0, "a", NULL);
  qms_node_insert_text (policy, QMS_POLICY_COMMITMENTS, 2, "c", NULL);
  assert_commitments (policy, "abcd");
  qms_node_move (policy, QMS_POLICY_COMMITMENTS, 0, 3, NULL);
  assert_commitments (policy, "bcda");
  qms_node_move (policy, QMS_POLICY_COMMITMENTS, 2, 1, NULL);
  assert_commitments (policy, "bdca");
  qms_node_move (policy, QMS_POLICY_COMMITMENTS, 1, 1, NULL);
  qms_node_remove (policy, QMS_POLICY_COMMITMENTS, 1, NULL);
  assert_commitments (policy, "bca");
  ck_assert_ptr_null (qms_node_get_string_at (policy, QMS_POLICY_COMMITMENTS, 3));
}
END_TEST

START_TEST (a_list_without_items_is_absent)
{
  QmsNode *policy = add (root, QMS_SYSTEM_POLICY);

  qms_node_insert_text (policy, QMS_POLICY_COMMITMENTS, 0, "a", NULL);
  qms_node_remove (policy, QMS_POLICY_COMMITMENTS, 0, NULL);
  ck_assert_int_eq (qms_node_has (policy, QMS_POLICY_COMMITMENTS), 0);
  qms_node_insert_text (policy, QMS_POLICY_COMMITMENTS, 0, "b", NULL);
  assert_commitments (policy, "b");
  qms_node_unset (policy, QMS_POLICY_COMMITMENTS);
  ck_assert_uint_eq (qms_node_count (policy, QMS_POLICY_COMMITMENTS), 0);
  qms_node_insert_text (policy, QMS_POLICY_COMMITMENTS, 0, "c", NULL);
  assert_commitments (policy, "c");
}
END_TEST

START_TEST (an_index_beyond_the_list_is_refused)
{
  QmsNode *policy = add (root, QMS_SYSTEM_POLICY);
  QmsError *error = NULL;
  QmsStatus status = qms_node_insert_text (policy, QMS_POLICY_COMMITMENTS, 1, "a", &error);

  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-AP-004");
  ck_assert_int_eq (qms_node_remove (policy, QMS_POLICY_COMMITMENTS, 0, NULL), QMS_ERROR_ARGUMENT);
  qms_node_insert_text (policy, QMS_POLICY_COMMITMENTS, 0, "a", NULL);
  ck_assert_int_eq (qms_node_remove (policy, QMS_POLICY_COMMITMENTS, QMS_APPEND, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_move (policy, QMS_POLICY_COMMITMENTS, 0, 1, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_move (policy, QMS_POLICY_COMMITMENTS, 1, 0, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_remove (policy, QMS_POLICY_STATEMENT, 0, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (qms_node_add (root, QMS_SYSTEM_RISKS, 1, NULL));
  ck_assert_ptr_null (qms_node_add (root, QMS_SYSTEM_AGENCY, 1, NULL));
  assert_commitments (policy, "a");
}
END_TEST

/* ---- children */

START_TEST (children_know_parent_field_and_index)
{
  QmsNode *second = add_procedure ("B"), *first = qms_node_add (root, QMS_SYSTEM_PROCEDURES, 0, NULL);

  ck_assert_ptr_eq (qms_node_parent (first), root);
  ck_assert_str_eq (qms_field_name (qms_node_parent_field (first)), "procedures");
  ck_assert_uint_eq (qms_node_index (first), 0);
  ck_assert_uint_eq (qms_node_index (second), 1);
  qms_node_move (root, QMS_SYSTEM_PROCEDURES, 0, 1, NULL);
  ck_assert_uint_eq (qms_node_index (first), 1);
  ck_assert_ptr_eq (qms_node_get_node_at (root, QMS_SYSTEM_PROCEDURES, 0), second);
}
END_TEST

START_TEST (adding_to_a_single_field_detaches_what_was_there)
{
  QmsNode *old = add (root, QMS_SYSTEM_AGENCY), *new;

  qms_node_set_string (add (old, QMS_AGENCY_UNITS), QMS_UNIT_ID, "VP", NULL);
  new = add (root, QMS_SYSTEM_AGENCY);
  ck_assert_ptr_eq (qms_node_get_node (root, QMS_SYSTEM_AGENCY), new);
  ck_assert_ptr_null (qms_node_parent (old));
  ck_assert_ptr_null (qms_node_parent_field (old));
  ck_assert_ptr_null (qms_document_find (document, "VP"));
  ck_assert_uint_eq (qms_node_count (old, QMS_AGENCY_UNITS), 1);
}
END_TEST

START_TEST (a_detached_node_stays_whole_and_comes_back)
{
  QmsNode *a = add_procedure ("A"), *b = add_procedure ("B"), *step = add_step (a, "A1");

  ck_assert_ptr_eq (qms_document_find (document, "A1"), step);
  ck_assert_int_eq (qms_node_detach (a, NULL), QMS_OK);
  ck_assert_ptr_null (qms_node_parent (a));
  ck_assert_ptr_eq (qms_node_parent (step), a);
  ck_assert_uint_eq (qms_node_index (b), 0);
  ck_assert_ptr_null (qms_document_find (document, "A"));
  ck_assert_ptr_null (qms_document_find (document, "A1"));
  assert_sound (document);
  ck_assert_int_eq (qms_node_attach (root, QMS_SYSTEM_PROCEDURES, QMS_APPEND, a, NULL), QMS_OK);
  ck_assert_uint_eq (qms_node_index (a), 1);
  ck_assert_ptr_eq (qms_document_find (document, "A1"), step);
}
END_TEST

static void
assert_not_attached (QmsNode *node, uint32_t field, QmsNode *child, const char *id)
{
  QmsError *error = NULL;
  QmsStatus status = qms_node_attach (node, field, QMS_APPEND, child, &error);

  assert_error (status, error, strcmp (id, "QMS-CT-006") ? QMS_ERROR_ARGUMENT : QMS_ERROR_REFERENCE, id);
}

START_TEST (only_a_detached_node_of_the_document_and_the_type_is_attached)
{
  QmsDocument *other = qms_document_new (QMS_TYPE_SYSTEM);
  QmsNode *foreign = add (qms_document_root (other), QMS_SYSTEM_PROCEDURES);
  QmsNode *a = add_procedure ("A"), *step = add_step (a, "A1");

  qms_node_detach (foreign, NULL);
  assert_not_attached (root, QMS_SYSTEM_PROCEDURES, foreign, "QMS-AP-005");
  assert_not_attached (root, QMS_SYSTEM_PROCEDURES, NULL, "QMS-AP-005");
  assert_not_attached (root, QMS_SYSTEM_PROCEDURES, a, "QMS-AP-005");
  qms_node_detach (step, NULL);
  assert_not_attached (root, QMS_SYSTEM_PROCEDURES, step, "QMS-AP-005");
  assert_not_attached (root, QMS_SYSTEM_FRAMEWORK, step, "QMS-AP-003");
  ck_assert_int_eq (qms_node_detach (step, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_detach (root, NULL), QMS_ERROR_ARGUMENT);
  qms_document_unref (other);
}
END_TEST

START_TEST (why_a_node_is_not_attached_is_told_in_both_languages)
{
  QmsNode *a = add_procedure ("A");
  QmsError *error = NULL;

  ck_assert_int_eq (qms_node_attach (root, QMS_SYSTEM_PROCEDURES, QMS_APPEND, a, &error), QMS_ERROR_ARGUMENT);
  ck_assert_str_eq (qms_error_message (error, QMS_LANG_VI),
                    "không đổi được chỗ của nút: nút còn nằm ở chỗ khác, phải tháo ra trước");
  ck_assert_str_eq (qms_error_message (error, QMS_LANG_EN),
                    "cannot change the place of the node: it has a place already, detach it first");
  qms_error_free (error);
}
END_TEST

START_TEST (a_node_cannot_hold_itself)
{
  QmsDocument *framework = qms_document_new (QMS_TYPE_FRAMEWORK);
  QmsNode *sample = add (qms_document_root (framework), QMS_FRAMEWORK_SAMPLES),
          *system = add (sample, QMS_SAMPLE_SYSTEM);

  assert_not_attached (sample, QMS_SAMPLE_SYSTEM, system, "QMS-AP-005");
  qms_node_detach (sample, NULL);
  assert_not_attached (qms_document_root (framework), QMS_FRAMEWORK_SAMPLES, qms_document_root (framework),
                       "QMS-AP-005");
  qms_document_unref (framework);
}
END_TEST

/* ---- identifiers and references */

START_TEST (an_identifier_is_found_once_set_changed_and_gone_once_unset)
{
  QmsNode *procedure = add_procedure ("A");

  ck_assert_ptr_eq (qms_document_find (document, "A"), procedure);
  ck_assert_int_eq (qms_node_set_string (procedure, QMS_PROCEDURE_ID, "A", NULL), QMS_OK);
  ck_assert_int_eq (qms_node_set_string (procedure, QMS_PROCEDURE_ID, "B", NULL), QMS_OK);
  ck_assert_ptr_null (qms_document_find (document, "A"));
  ck_assert_ptr_eq (qms_document_find (document, "B"), procedure);
  add_step (procedure, "B1");
  ck_assert_int_eq (qms_node_unset (procedure, QMS_PROCEDURE_ID), QMS_OK);
  ck_assert_ptr_null (qms_document_find (document, "B"));
  ck_assert_ptr_nonnull (qms_document_find (document, "B1"));
  ck_assert_ptr_null (qms_node_id (procedure));
}
END_TEST

START_TEST (an_identifier_that_is_taken_is_refused)
{
  QmsNode *a = add_procedure ("A"), *b = add_procedure ("B");
  QmsError *error = NULL;
  QmsStatus status = qms_node_set_string (b, QMS_PROCEDURE_ID, "A", &error);

  assert_error (status, error, QMS_ERROR_REFERENCE, "QMS-CT-006");
  ck_assert_str_eq (qms_node_id (b), "B");
  ck_assert_ptr_eq (qms_document_find (document, "A"), a);
}
END_TEST

START_TEST (the_holder_of_an_identifier_that_was_not_read_is_named_by_its_path)
{
  QmsError *error = NULL;

  add_procedure ("A");
  qms_node_set_string (add_procedure ("B"), QMS_PROCEDURE_ID, "A", &error);
  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_VI), "/heThong/quyTrinh[A]"));
  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_EN), "/heThong/quyTrinh[A]"));
  qms_error_free (error);
}
END_TEST

START_TEST (a_child_takes_over_the_identifiers_of_the_one_that_it_replaces)
{
  QmsNode *agency = qms_node_add (root, QMS_SYSTEM_AGENCY, 0, NULL), *copy, *unit;

  qms_node_set_string (qms_node_add (agency, QMS_AGENCY_UNITS, 0, NULL), QMS_UNIT_ID, "VP", NULL);
  copy = qms_node_copy (agency, document);
  unit = qms_node_get_node_at (copy, QMS_AGENCY_UNITS, 0);
  ck_assert_int_eq (qms_node_attach (root, QMS_SYSTEM_AGENCY, 0, copy, NULL), QMS_OK);
  ck_assert_ptr_eq (qms_document_find (document, "VP"), unit);
  assert_sound (document);
  qms_node_detach (copy, NULL);
  add_procedure ("VP");
  assert_not_attached (root, QMS_SYSTEM_AGENCY, copy, "QMS-CT-006");
}
END_TEST

START_TEST (attaching_a_tree_whose_identifiers_are_taken_is_refused)
{
  QmsNode *a = add_procedure ("A"), *b = add_procedure ("B");

  add_step (a, "S");
  qms_node_detach (a, NULL);
  add_step (b, "S");
  assert_not_attached (root, QMS_SYSTEM_PROCEDURES, a, "QMS-CT-006");
  ck_assert_ptr_null (qms_node_parent (a));
}
END_TEST

START_TEST (attaching_a_tree_that_uses_an_identifier_twice_is_refused)
{
  QmsNode *a = add_procedure ("A");

  qms_node_detach (a, NULL);
  add_step (a, "S");
  add_step (a, "S");
  assert_not_attached (root, QMS_SYSTEM_PROCEDURES, a, "QMS-CT-006");
  qms_node_set_string (qms_node_get_node_at (a, QMS_PROCEDURE_STEPS, 1), QMS_STEP_ID, "A", NULL);
  assert_not_attached (root, QMS_SYSTEM_PROCEDURES, a, "QMS-CT-006");
  qms_node_set_string (qms_node_get_node_at (a, QMS_PROCEDURE_STEPS, 1), QMS_STEP_ID, "T", NULL);
  ck_assert_int_eq (qms_node_attach (root, QMS_SYSTEM_PROCEDURES, 0, a, NULL), QMS_OK);
}
END_TEST

START_TEST (each_sample_system_has_identifiers_of_its_own)
{
  QmsDocument *framework = read_text (
      "<moHinhKhung xmlns=\"urn:libqms:1\"><yeuCau id=\"A\"/>"
      "<mau id=\"M1\"><heThong><coQuan><donVi id=\"A\"/><donVi id=\"B\" thuoc=\"A\"/></coQuan></heThong></mau>"
      "<mau id=\"M2\"><heThong><coQuan><donVi id=\"A\"/></coQuan></heThong></mau></moHinhKhung>");
  QmsNode *first = qms_node_at (qms_document_root (framework), "mau[M1]/heThong", NULL);
  QmsNode *unit = qms_node_at (first, "coQuan/donVi[B]", NULL);

  ck_assert_str_eq (qms_type_name (qms_node_type (qms_document_find (framework, "A"))), "requirement");
  ck_assert_ptr_eq (qms_node_resolve (unit, QMS_UNIT_PARENT), qms_node_at (first, "coQuan/donVi[A]", NULL));
  ck_assert_int_eq (qms_node_detach (first, NULL), QMS_OK);
  assert_sound (framework);
  ck_assert_int_eq (qms_node_attach (qms_document_find (framework, "M1"), QMS_SAMPLE_SYSTEM, 0, first, NULL), QMS_OK);
  assert_sound (framework);
  qms_document_unref (framework);
}
END_TEST

START_TEST (the_second_holder_of_an_identifier_is_found_once_the_first_gives_it_up)
{
  QmsDocument *lenient = read_leniently (SYSTEM ("<quyTrinh id=\"A\"/><quyTrinh id=\"A\"/>"));
  QmsNode *first = qms_node_get_node_at (qms_document_root (lenient), QMS_SYSTEM_PROCEDURES, 0);
  QmsNode *second = qms_node_get_node_at (qms_document_root (lenient), QMS_SYSTEM_PROCEDURES, 1);

  ck_assert_ptr_eq (qms_document_find (lenient, "A"), first);
  ck_assert_int_eq (qms_node_set_string (first, QMS_PROCEDURE_ID, "B", NULL), QMS_OK);
  ck_assert_ptr_eq (qms_document_find (lenient, "A"), second);
  assert_sound (lenient);
  qms_document_unref (lenient);
}
END_TEST

/* Looking for the next holder through the whole document, or in line behind the first, would take minutes. */
START_TEST (each_of_many_holders_of_one_identifier_gives_it_up_at_once)
{
  enum { MANY = 40000 };
  g_autoptr (GString) text = g_string_new ("<heThong xmlns=\"urn:libqms:1\">");
  QmsDocument *lenient;

  for (unsigned i = 0; i < MANY; i++)
    g_string_append (text, "<quyTrinh id=\"A\"/>");
  g_string_append (text, "</heThong>");
  lenient = read_leniently (text->str);
  for (size_t i = 0; i < MANY / 2; i++) {
    QmsNode *first = qms_node_get_node_at (qms_document_root (lenient), QMS_SYSTEM_PROCEDURES, i);
    QmsNode *last = qms_node_get_node_at (qms_document_root (lenient), QMS_SYSTEM_PROCEDURES, MANY - 1 - i);
    g_autofree char *id = g_strdup_printf ("B%zu", i);
    ck_assert_ptr_eq (qms_document_find (lenient, "A"), first);
    ck_assert_int_eq (qms_node_unset (last, QMS_PROCEDURE_ID), QMS_OK);
    ck_assert_int_eq (qms_node_set_string (first, QMS_PROCEDURE_ID, id, NULL), QMS_OK);
  }
  ck_assert_ptr_null (qms_document_find (lenient, "A"));
  ck_assert_uint_eq (g_hash_table_size (lenient->ids), MANY / 2);
  qms_document_unref (lenient);
}
END_TEST

START_TEST (a_reference_resolves_to_the_right_type_only)
{
  QmsNode *agency = add (root, QMS_SYSTEM_AGENCY), *unit = add (agency, QMS_AGENCY_UNITS),
          *sub = add (agency, QMS_AGENCY_UNITS);

  qms_node_set_string (unit, QMS_UNIT_ID, "VP", NULL);
  add_procedure ("QT");
  ck_assert_ptr_null (qms_node_resolve (sub, QMS_UNIT_PARENT));
  qms_node_set_string (sub, QMS_UNIT_PARENT, "VP", NULL);
  ck_assert_ptr_eq (qms_node_resolve (sub, QMS_UNIT_PARENT), unit);
  qms_node_set_string (sub, QMS_UNIT_PARENT, "QT", NULL);
  ck_assert_ptr_null (qms_node_resolve (sub, QMS_UNIT_PARENT));
  qms_node_set_string (sub, QMS_UNIT_PARENT, "XX", NULL);
  ck_assert_ptr_null (qms_node_resolve (sub, QMS_UNIT_PARENT));
  ck_assert_ptr_null (qms_node_resolve (unit, QMS_UNIT_ID));
}
END_TEST

/* ---- extensions */

START_TEST (an_extension_is_set_replaced_and_removed)
{
  ck_assert_ptr_null (qms_node_extension (root, "urn:a", "ghi"));
  ck_assert_int_eq (qms_node_set_extension (root, "urn:a", "ghi", "a <b> & \"c\"\r\n]]>", NULL), QMS_OK);
  ck_assert_str_eq (qms_node_extension (root, "urn:a", "ghi"), "a <b> & \"c\"\r\n]]>");
  ck_assert_ptr_null (qms_node_extension (root, "urn:b", "ghi"));
  ck_assert_int_eq (qms_node_set_extension (root, "urn:a", "ghi", "", NULL), QMS_OK);
  ck_assert_str_eq (qms_node_extension (root, "urn:a", "ghi"), "");
  assert_comes_back (document);
  ck_assert_int_eq (qms_node_set_extension (root, "urn:a", "ghi", NULL, NULL), QMS_OK);
  ck_assert_ptr_null (qms_node_extension (root, "urn:a", "ghi"));
}
END_TEST

START_TEST (extensions_of_several_namespaces_have_prefixes_of_their_own)
{
  qms_node_set_extension (root, "urn:a", "ghi", "1", NULL);
  qms_node_set_extension (root, "urn:b", "ghi", "2", NULL);
  assert_written (document, HEAD "<heThong xmlns=\"urn:libqms:1\" xmlns:ext=\"urn:a\" xmlns:ext2=\"urn:b\">\n"
                                 "  <ext:ghi>1</ext:ghi>\n"
                                 "  <ext2:ghi>2</ext2:ghi>\n"
                                 "</heThong>\n");
  assert_comes_back (document);
}
END_TEST

START_TEST (an_extension_beside_content_comes_back)
{
  QmsNode *entry = add (root, QMS_SYSTEM_EXTERNAL_DOCUMENTS);

  qms_node_set_string (entry, QMS_EXTERNAL_DOCUMENT_TITLE, "Luật", NULL);
  qms_node_set_extension (entry, "urn:a", "ghi", "1", NULL);
  assert_written (document, HEAD "<heThong xmlns=\"urn:libqms:1\" xmlns:ext=\"urn:a\">\n"
                                 "  <taiLieuBenNgoai>Luật<ext:ghi>1</ext:ghi></taiLieuBenNgoai>\n"
                                 "</heThong>\n");
  assert_comes_back (document);
  qms_node_unset (entry, QMS_EXTERNAL_DOCUMENT_TITLE);
  assert_comes_back (document);
}
END_TEST

static const struct {
  const char *xml, *text;
} extensions[] = {
  { "<v:ghi/>", "" },
  { "<v:ghi></v:ghi>", "" },
  { "<v:ghi a=\"1>2\">ba</v:ghi>", "ba" },
  { "<v:ghi a='\"/>'/>", "" },
  { "<v:ghi> a &lt;&gt;&amp;&#13;&quot; </v:ghi>", " a <>&\r\" " },
  { "<v:ghi><![CDATA[<a>&amp;]]></v:ghi>", "<a>&amp;" },
  { "<v:ghi>một<!-- > --><?hai > ?><v:con a=\">\">hai</v:con></v:ghi>", "mộthai" },
  { "<v:khac/><v:ghi>1</v:ghi><v:ghi>2</v:ghi>", "1" },
  { "<ghi xmlns=\"urn:vidu\">1</ghi>", "1" },
};

START_TEST (the_text_of_an_extension_is_its_characters_without_markup)
{
  g_autofree char *xml =
      g_strdup_printf ("<heThong xmlns=\"urn:libqms:1\" xmlns:v=\"urn:vidu\">%s</heThong>", extensions[_i].xml);
  QmsDocument *read = read_text (xml);

  ck_assert_pstr_eq (qms_node_extension (qms_document_root (read), "urn:vidu", "ghi"), extensions[_i].text);
  assert_comes_back (read);
  qms_document_unref (read);
}
END_TEST

START_TEST (asking_for_an_extension_again_gives_the_same_text)
{
  const char *text;

  qms_node_set_extension (root, "urn:a", "ghi", "a & b", NULL);
  text = qms_node_extension (root, "urn:a", "ghi");
  ck_assert_str_eq (text, "a & b");
  ck_assert_ptr_eq (qms_node_extension (root, "urn:a", "ghi"), text);
}
END_TEST

START_TEST (items_of_an_enumeration_are_read_as_numbers)
{
  QmsDocument *framework = qms_document_new (QMS_TYPE_FRAMEWORK);
  QmsNode *requirement
      = qms_node_add (qms_document_root (framework), QMS_FRAMEWORK_REQUIREMENTS, QMS_APPEND, NULL);

  qms_node_insert_text (requirement, QMS_REQUIREMENT_AGENCY_TYPES, QMS_APPEND, "bo", NULL);
  qms_node_insert_text (requirement, QMS_REQUIREMENT_AGENCY_TYPES, QMS_APPEND, "so", NULL);
  ck_assert_int_eq (qms_node_get_int_at (requirement, QMS_REQUIREMENT_AGENCY_TYPES, 0), QMS_AGENCY_TYPE_MINISTRY);
  ck_assert_int_ne (qms_node_get_int_at (requirement, QMS_REQUIREMENT_AGENCY_TYPES, 1), QMS_AGENCY_TYPE_MINISTRY);
  ck_assert_int_eq (qms_node_get_int_at (requirement, QMS_REQUIREMENT_AGENCY_TYPES, 2), 0);
  qms_document_unref (framework);
}
END_TEST

START_TEST (an_extension_that_xml_cannot_hold_is_refused)
{
  static const struct {
    const char *uri, *name, *text;
  } refused[] = {
    { NULL, "a", "" },
    { "", "a", "" },
    { "urn:libqms:1", "a", "" },
    { "urn:a", NULL, "" },
    { "urn:a", "", "" },
    { "urn:a", "a b", "" },
    { "urn:a", "1a", "" },
    { "urn:a", "a:b", "" },
    { "urn:a", "a", "\x01" },
    { "urn:a", "a", "\xFF" },
    { "urn:\x02", "a", "" },
    { "http://www.w3.org/XML/1998/namespace", "a", "" },
    { "http://www.w3.org/2000/xmlns/", "a", "" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (refused); i++)
    ck_assert_int_eq (qms_node_set_extension (root, refused[i].uri, refused[i].name, refused[i].text, NULL),
                      QMS_ERROR_ARGUMENT);
  assert_written (document, HEAD "<heThong xmlns=\"urn:libqms:1\"/>\n");
}
END_TEST

START_TEST (any_other_text_may_name_the_namespace_of_an_extension)
{
  static const char *const uris[] = { "http://vidu.vn/?a=1&b=2", "không phải URI", "a\"<>'", " a\t", "../a" };

  for (size_t i = 0; i < G_N_ELEMENTS (uris); i++)
    ck_assert_int_eq (qms_node_set_extension (root, uris[i], "ghi", "1", NULL), QMS_OK);
  assert_comes_back (document);
}
END_TEST

/* ---- what stands beside a value moves with it */

#define POLICY(inside)                                                                                                 \
  "<heThong xmlns=\"urn:libqms:1\" xmlns:v=\"urn:vidu\">\n  <chinhSach>\n" inside "  </chinhSach>\n</heThong>\n"

static QmsDocument *
read_policy (QmsNode **policy)
{
  QmsDocument *read = read_text (POLICY ("<!-- lời --><noiDung v:a=\"1\">mười<!-- giữa --> hai</noiDung>"
                                         "<!-- a --><camKet>a</camKet><!-- b --><camKet v:b=\"b\">b</camKet>"
                                         "<!-- c --><camKet>c</camKet><!-- cuối -->"));

  *policy = qms_node_get_node (qms_document_root (read), QMS_SYSTEM_POLICY);
  return read;
}

#define STATEMENT "    <!-- lời -->\n    <noiDung v:a=\"1\">mười<!-- giữa --> hai</noiDung>\n"
#define ITEM_A "    <!-- a -->\n    <camKet>a</camKet>\n"
#define ITEM_B "    <!-- b -->\n    <camKet v:b=\"b\">b</camKet>\n"
#define ITEM_C "    <!-- c -->\n    <camKet>c</camKet>\n"
#define LAST "    <!-- cuối -->\n"

static void
assert_policy (QmsDocument *read, const char *expected)
{
  assert_written (read, expected);
  assert_comes_back (read);
  qms_document_unref (read);
}

START_TEST (comments_beside_an_item_stay_with_it_when_others_come_before)
{
  QmsNode *policy;
  QmsDocument *read = read_policy (&policy);

  qms_node_insert_text (policy, QMS_POLICY_COMMITMENTS, 1, "mới", NULL);
  assert_policy (read, HEAD POLICY (STATEMENT ITEM_A "    <camKet>mới</camKet>\n" ITEM_B ITEM_C LAST));
}
END_TEST

START_TEST (comments_beside_an_item_move_with_it)
{
  QmsNode *policy;
  QmsDocument *read = read_policy (&policy);

  qms_node_move (policy, QMS_POLICY_COMMITMENTS, 0, 2, NULL);
  assert_written (read, HEAD POLICY (STATEMENT ITEM_B ITEM_C ITEM_A LAST));
  qms_node_move (policy, QMS_POLICY_COMMITMENTS, 2, 1, NULL);
  assert_policy (read, HEAD POLICY (STATEMENT ITEM_B ITEM_A ITEM_C LAST));
}
END_TEST

START_TEST (a_comment_outlives_the_item_beside_which_it_stood)
{
  QmsNode *policy;
  QmsDocument *read = read_policy (&policy);

  qms_node_remove (policy, QMS_POLICY_COMMITMENTS, 1, NULL);
  assert_policy (read, HEAD POLICY (STATEMENT ITEM_A ITEM_C "    <!-- b -->\n" LAST));
}
END_TEST

START_TEST (comments_outlive_all_items_and_do_not_go_to_new_ones)
{
  QmsNode *policy;
  QmsDocument *read = read_policy (&policy);

  qms_node_unset (policy, QMS_POLICY_COMMITMENTS);
  qms_node_insert_text (policy, QMS_POLICY_COMMITMENTS, 0, "mới", NULL);
  assert_policy (
      read, HEAD POLICY (STATEMENT "    <camKet>mới</camKet>\n    <!-- a -->\n    <!-- b -->\n    <!-- c -->\n" LAST));
}
END_TEST

START_TEST (comments_outlive_a_text_that_is_unset)
{
  QmsNode *policy;
  QmsDocument *read = read_policy (&policy);

  qms_node_unset (policy, QMS_POLICY_STATEMENT);
  assert_policy (read, HEAD POLICY (ITEM_A ITEM_B ITEM_C "    <!-- lời -->\n    <!-- giữa -->\n" LAST));
}
END_TEST

START_TEST (a_comment_inside_a_text_stays_between_two_characters_of_a_new_one)
{
  QmsNode *policy;
  QmsDocument *read = read_policy (&policy);

  qms_node_set_string (policy, QMS_POLICY_STATEMENT, "mườ", NULL);
  assert_comes_back (read);
  qms_node_set_string (policy, QMS_POLICY_STATEMENT, "hai mươi", NULL);
  assert_comes_back (read);
  qms_node_set_string (policy, QMS_POLICY_STATEMENT, "aaa\xF0\xA1\xA8\xB8\xF0\xA1\xA8\xB8", NULL);
  assert_comes_back (read);
  qms_node_set_string (policy, QMS_POLICY_STATEMENT, "", NULL);
  assert_policy (
      read,
      HEAD POLICY ("    <!-- lời -->\n    <noiDung v:a=\"1\"><!-- giữa --></noiDung>\n" ITEM_A ITEM_B ITEM_C LAST));
}
END_TEST

START_TEST (setting_a_field_replaces_the_bad_value_that_a_lenient_reader_kept)
{
  QmsDocument *lenient = read_leniently (SYSTEM ("<mucTieu id=\"A\" nam=\"hai\" chiTieu=\"ba\"/>"));
  QmsNode *objective = qms_document_find (lenient, "A");

  ck_assert_int_eq (qms_node_set_int (objective, QMS_OBJECTIVE_YEAR, 2026, NULL), QMS_OK);
  ck_assert_int_eq (qms_node_unset (objective, QMS_OBJECTIVE_TARGET), QMS_OK);
  assert_written (lenient, HEAD "<heThong xmlns=\"urn:libqms:1\">\n  <mucTieu id=\"A\" nam=\"2026\"/>\n</heThong>\n");
  qms_document_unref (lenient);
}
END_TEST

/* ---- copies */

START_TEST (a_copy_has_a_place_only_in_the_document_that_was_read)
{
  QmsDocument *read = read_text (SYSTEM ("<coQuan><donVi id=\"VP\"><ten>X</ten></donVi></coQuan>"));
  QmsNode *unit = qms_document_find (read, "VP"), *here = qms_node_copy (unit, read),
          *there = qms_node_copy (unit, document);
  const QmsField *name = qms_field_by_id (QMS_UNIT_NAME);

  ck_assert_uint_eq (qms_node_line (here), 1);
  ck_assert_uint_gt (qms_node_position (here, name, 0).column, qms_node_column (here));
  ck_assert_uint_eq (qms_node_line (there), 0);
  ck_assert_uint_eq (qms_node_column (there), 0);
  ck_assert_uint_eq (qms_node_position (there, name, 0).line, 0);
  qms_document_unref (read);
}
END_TEST

START_TEST (a_copy_is_equal_and_independent)
{
  QmsNode *a = add_procedure ("A"), *copy;

  add_step (a, "A1");
  qms_node_set_extension (a, "urn:a", "ghi", "1", NULL);
  copy = qms_node_copy (a, document);
  ck_assert_ptr_null (qms_node_parent (copy));
  ck_assert_int_eq (qms_node_equal (a, copy), 1);
  qms_node_set_string (copy, QMS_PROCEDURE_ID, "B", NULL);
  qms_node_set_string (qms_node_get_node_at (copy, QMS_PROCEDURE_STEPS, 0), QMS_STEP_ID, "B1", NULL);
  qms_node_set_extension (copy, "urn:a", "ghi", "2", NULL);
  ck_assert_str_eq (qms_node_id (a), "A");
  ck_assert_str_eq (qms_node_extension (a, "urn:a", "ghi"), "1");
  ck_assert_int_eq (qms_node_equal (a, copy), 0);
  ck_assert_int_eq (qms_node_attach (root, QMS_SYSTEM_PROCEDURES, 0, copy, NULL), QMS_OK);
  ck_assert_ptr_nonnull (qms_document_find (document, "B1"));
}
END_TEST

START_TEST (a_copy_outlives_the_document_that_it_was_made_from)
{
  QmsDocument *source = read_text ("<heThong xmlns=\"urn:libqms:1\" xmlns:v=\"urn:vidu\"><quyTrinh v:a=\"1\" id=\"A\">"
                                   "<!-- c --><buoc><noiDung>một<v:x/></noiDung></buoc></quyTrinh></heThong>");
  QmsNode *copy = qms_node_copy (qms_document_find (source, "A"), document);

  qms_document_unref (source);
  ck_assert_int_eq (qms_node_attach (root, QMS_SYSTEM_PROCEDURES, 0, copy, NULL), QMS_OK);
  assert_written (document, HEAD "<heThong xmlns=\"urn:libqms:1\" xmlns:v=\"urn:vidu\">\n"
                                 "  <quyTrinh id=\"A\" v:a=\"1\">\n"
                                 "    <!-- c -->\n"
                                 "    <buoc>\n"
                                 "      <noiDung>một<v:x/></noiDung>\n"
                                 "    </buoc>\n"
                                 "  </quyTrinh>\n"
                                 "</heThong>\n");
  assert_comes_back (document);
}
END_TEST

START_TEST (a_copy_keeps_its_namespaces_where_its_prefix_means_another)
{
  QmsDocument *source =
      read_text ("<heThong xmlns=\"urn:libqms:1\" xmlns:ext=\"urn:vidu\"><quyTrinh ext:a=\"1\" id=\"A\">"
                 "<ext:x ext:b=\"2\"/></quyTrinh></heThong>");
  QmsNode *copy = qms_node_copy (qms_document_find (source, "A"), document);

  qms_node_set_extension (root, "urn:a", "ghi", "1", NULL);
  qms_document_unref (source);
  source = read_text (
      "<heThong xmlns=\"urn:libqms:1\" xmlns:ext=\"urn:khac\"><ruiRo ext:a=\"1\" id=\"B\"><ext:x/></ruiRo></heThong>");
  ck_assert_int_eq (qms_node_attach (root, QMS_SYSTEM_PROCEDURES, 0, copy, NULL), QMS_OK);
  copy = qms_node_copy (qms_document_find (source, "B"), document);
  ck_assert_int_eq (qms_node_attach (root, QMS_SYSTEM_RISKS, 0, copy, NULL), QMS_OK);
  ck_assert_ptr_nonnull (qms_node_extension (copy, "urn:khac", "x"));
  assert_comes_back (document);
  qms_document_unref (source);
}
END_TEST

START_TEST (equality_looks_at_values_order_and_comments_but_not_at_places)
{
  static const struct {
    const char *a, *b;
    int equal;
  } pairs[] = {
    { SYSTEM ("<ruiRo id=\"A\"/>"), SYSTEM ("\n\n <ruiRo   id='A'></ruiRo>"), 1 },
    { SYSTEM ("<ruiRo id=\"A\"/>"), SYSTEM ("<ruiRo id=\"B\"/>"), 0 },
    { SYSTEM ("<ruiRo id=\"A\"/>"), SYSTEM ("<ruiRo/>"), 0 },
    { SYSTEM ("<ruiRo id=\"A\"/><ruiRo id=\"B\"/>"), SYSTEM ("<ruiRo id=\"B\"/><ruiRo id=\"A\"/>"), 0 },
    { SYSTEM ("<ruiRo/>"), SYSTEM ("<ruiRo/><ruiRo/>"), 0 },
    { SYSTEM ("<ruiRo/>"), SYSTEM ("<coHoi/>"), 0 },
    { SYSTEM ("<ruiRo/><coHoi/>"), SYSTEM ("<coHoi/><ruiRo/>"), 1 },
    { SYSTEM ("<!--a--><ruiRo/>"), SYSTEM ("<ruiRo/><!--a-->"), 0 },
    { SYSTEM ("<!--a-->"), SYSTEM ("<!--b-->"), 0 },
    { SYSTEM ("<!--a--><ruiRo/>"), SYSTEM ("<ruiRo/>"), 0 },
    { SYSTEM ("<phamVi><noiDung>một</noiDung></phamVi>"), SYSTEM ("<phamVi><noiDung> một\n</noiDung></phamVi>"), 1 },
    { SYSTEM ("<chinhSach><!--a--><camKet>a</camKet><!--b--><noiDung>n</noiDung></chinhSach>"),
      SYSTEM ("<chinhSach><!--b--><noiDung>n</noiDung><!--a--><camKet>a</camKet></chinhSach>"), 1 },
  };
  QmsDocument *a = read_text (pairs[_i].a), *b = read_text (pairs[_i].b);

  ck_assert_int_eq (qms_node_equal (qms_document_root (a), qms_document_root (b)), pairs[_i].equal);
  ck_assert_int_eq (qms_node_equal (qms_document_root (b), qms_document_root (a)), pairs[_i].equal);
  qms_document_unref (a);
  qms_document_unref (b);
}
END_TEST

enum { N_PAIRS = 12 };

/* ---- suite */

static void
add_editing (TCase *cases)
{
  tcase_add_test (cases, a_document_is_made_of_root_types_only);
  tcase_add_test (cases, a_document_lives_until_its_last_reference);
  tcase_add_test (cases, nothing_asked_of_null_gives_nothing);
  tcase_add_test (cases, a_field_of_another_type_is_refused);
  tcase_add_test (cases, a_value_is_present_from_set_to_unset);
  tcase_add_test (cases, a_string_outlives_the_buffer_it_was_set_from_and_its_replacement);
  tcase_add_test (cases, content_without_a_character_is_no_content);
  tcase_add_test (cases, scalars_are_inserted_moved_and_removed);
  tcase_add_test (cases, a_list_without_items_is_absent);
  tcase_add_test (cases, an_index_beyond_the_list_is_refused);
  tcase_add_test (cases, children_know_parent_field_and_index);
  tcase_add_test (cases, adding_to_a_single_field_detaches_what_was_there);
  tcase_add_test (cases, a_detached_node_stays_whole_and_comes_back);
  tcase_add_test (cases, only_a_detached_node_of_the_document_and_the_type_is_attached);
  tcase_add_test (cases, why_a_node_is_not_attached_is_told_in_both_languages);
  tcase_add_test (cases, a_node_cannot_hold_itself);
}

static void
add_identifiers (TCase *cases)
{
  tcase_add_test (cases, an_identifier_is_found_once_set_changed_and_gone_once_unset);
  tcase_add_test (cases, an_identifier_that_is_taken_is_refused);
  tcase_add_test (cases, the_holder_of_an_identifier_that_was_not_read_is_named_by_its_path);
  tcase_add_test (cases, a_child_takes_over_the_identifiers_of_the_one_that_it_replaces);
  tcase_add_test (cases, attaching_a_tree_whose_identifiers_are_taken_is_refused);
  tcase_add_test (cases, attaching_a_tree_that_uses_an_identifier_twice_is_refused);
  tcase_add_test (cases, each_sample_system_has_identifiers_of_its_own);
  tcase_add_test (cases, the_second_holder_of_an_identifier_is_found_once_the_first_gives_it_up);
  tcase_add_test (cases, each_of_many_holders_of_one_identifier_gives_it_up_at_once);
  tcase_add_test (cases, a_reference_resolves_to_the_right_type_only);
}

static void
add_extras (TCase *cases)
{
  tcase_add_test (cases, an_extension_is_set_replaced_and_removed);
  tcase_add_test (cases, extensions_of_several_namespaces_have_prefixes_of_their_own);
  tcase_add_test (cases, an_extension_beside_content_comes_back);
  tcase_add_loop_test (cases, the_text_of_an_extension_is_its_characters_without_markup, 0, G_N_ELEMENTS (extensions));
  tcase_add_test (cases, asking_for_an_extension_again_gives_the_same_text);
  tcase_add_test (cases, items_of_an_enumeration_are_read_as_numbers);
  tcase_add_test (cases, an_extension_that_xml_cannot_hold_is_refused);
  tcase_add_test (cases, any_other_text_may_name_the_namespace_of_an_extension);
  tcase_add_test (cases, comments_beside_an_item_stay_with_it_when_others_come_before);
  tcase_add_test (cases, comments_beside_an_item_move_with_it);
  tcase_add_test (cases, a_comment_outlives_the_item_beside_which_it_stood);
  tcase_add_test (cases, comments_outlive_all_items_and_do_not_go_to_new_ones);
  tcase_add_test (cases, comments_outlive_a_text_that_is_unset);
  tcase_add_test (cases, a_comment_inside_a_text_stays_between_two_characters_of_a_new_one);
  tcase_add_test (cases, setting_a_field_replaces_the_bad_value_that_a_lenient_reader_kept);
}

Suite *
node_suite (void)
{
  Suite *suite = suite_create ("node");
  TCase *cases = tcase_create ("node");

  tcase_add_checked_fixture (cases, open_system, close_system);
  add_editing (cases);
  add_identifiers (cases);
  add_extras (cases);
  tcase_add_test (cases, a_copy_has_a_place_only_in_the_document_that_was_read);
  tcase_add_test (cases, a_copy_is_equal_and_independent);
  tcase_add_test (cases, a_copy_outlives_the_document_that_it_was_made_from);
  tcase_add_test (cases, a_copy_keeps_its_namespaces_where_its_prefix_means_another);
  tcase_add_loop_test (cases, equality_looks_at_values_order_and_comments_but_not_at_places, 0, N_PAIRS);
  suite_add_tcase (suite, cases);
  return suite;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Model paths: what a node's path is, and what a path leads to. */
#include "support.h"

#include <string.h>

Suite *path_suite (void);

static QmsDocument *document;
static QmsNode *root;

static void
open_system (void)
{
  document = read_text (SYSTEM ("<coQuan><ten>Xã Ô</ten><donVi id=\"VP\"/><donVi id=\"Tư_pháp\"/></coQuan>"
                                "<chinhSach><camKet>a</camKet><camKet>b</camKet></chinhSach>"
                                "<hoSo/><hoSo/>"
                                "<quyTrinh id=\"QT-1\"><buoc/><buoc id=\"B2\"><noiDung>x</noiDung></buoc></quyTrinh>"));
  root = qms_document_root (document);
}

static void
close_system (void)
{
  qms_document_unref (document);
}

static const char *const node_paths[] = {
  "/heThong",
  "/heThong/coQuan",
  "/heThong/coQuan/donVi[VP]",
  "/heThong/coQuan/donVi[Tư_pháp]",
  "/heThong/hoSo[1]",
  "/heThong/hoSo[2]",
  "/heThong/quyTrinh[QT-1]",
  "/heThong/quyTrinh[QT-1]/buoc[1]",
  "/heThong/quyTrinh[QT-1]/buoc[B2]",
};

/* A path stays short however long the identifiers are: findings are many. */
START_TEST (a_long_identifier_is_named_by_its_position)
{
  g_autofree char *fits = g_strnfill (200, 'A');
  g_autofree char *text = g_strdup_printf ("<heThong xmlns='urn:libqms:1'><quyTrinh id='%s'/><quyTrinh id='B%s'/>"
                                           "</heThong>", fits, fits);
  QmsDocument *long_names = read_text (text);
  QmsNode *system = qms_document_root (long_names);
  g_autofree char *expected = g_strdup_printf ("/heThong/quyTrinh[%s]", fits);
  g_autofree char *first = qms_node_path (qms_system_get_procedures (system, 0)),
                  *second = qms_node_path (qms_system_get_procedures (system, 1));

  ck_assert_str_eq (first, expected);
  ck_assert_str_eq (second, "/heThong/quyTrinh[2]");
  ck_assert_ptr_eq (qms_node_at (system, second, NULL), qms_system_get_procedures (system, 1));
  qms_document_unref (long_names);
}
END_TEST

START_TEST (a_path_leads_to_the_node_whose_path_it_is)
{
  QmsNode *node = qms_node_at (root, node_paths[_i], NULL);
  g_autofree char *path = qms_node_path (node);

  ck_assert_ptr_nonnull (node);
  ck_assert_str_eq (path, node_paths[_i]);
}
END_TEST

static const struct {
  const char *path, *canonical; /* NULL: leads nowhere */
} spellings[] = {
  { "/system/agency/units[2]", "/heThong/coQuan/donVi[Tư_pháp]" },
  { "coQuan/donVi", "/heThong/coQuan/donVi[VP]" },
  { "quyTrinh[1]/buoc[2]", "/heThong/quyTrinh[QT-1]/buoc[B2]" },
  { "chinhSach/camKet[0]", NULL },
  { "chinhSach/camKet[3]", NULL },
  { "chinhSach/camKet[b]", NULL },
  { "coQuan/ten[1]", NULL },
  { "", "/heThong" },
  { "/", NULL },
  { "//", NULL },
  { "/heThong/", NULL },
  { "/moHinhKhung", NULL },
  { "coQuan//donVi", NULL },
  { "khongCo", NULL },
  { "hoSo[0]", NULL },
  { "hoSo[3]", NULL },
  { "hoSo[99999999999999999999]", NULL },
  { "hoSo[-1]", NULL },
  { "hoSo[1]x", NULL },
  { "hoSo[]", NULL },
  { "hoSo[1", NULL },
  { "hoSo]1[", NULL },
  { "[1]", NULL },
  { "quyTrinh[QT-2]", NULL },
  { "quyTrinh[QT-1]/ten", NULL },
  { "thangDiem", NULL },
  { "thangDiem/khoang[1]", NULL },
  { "coQuan/ten", NULL }, /* a value, and nobody asks for one */
  { "\xFF", NULL },
};

START_TEST (a_path_is_read_in_either_spelling_and_otherwise_leads_nowhere)
{
  QmsNode *node = qms_node_at (root, spellings[_i].path, NULL);
  g_autofree char *path = qms_node_path (node);

  ck_assert_pstr_eq (path, spellings[_i].canonical);
}
END_TEST

static const struct {
  const char *path, *holder, *field;
} values[] = {
  { "/heThong/coQuan/ten", "/heThong/coQuan", "name" },
  { "/heThong/coQuan/donVi[VP]/@id", NULL, NULL },
  { "/heThong/coQuan/donVi[VP]/id", "/heThong/coQuan/donVi[VP]", "id" },
  { "/heThong/chinhSach/camKet[2]", "/heThong/chinhSach", "commitments" },
  { "quyTrinh/buoc[B2]/noiDung", "/heThong/quyTrinh[QT-1]/buoc[B2]", "action" },
  { "coQuan/diaChi", "/heThong/coQuan", "address" }, /* absent, but there is such a field */
  { "coQuan/ten/x", NULL, NULL },
  { "coQuan", "/heThong/coQuan", NULL },
};

START_TEST (a_path_may_end_in_a_value)
{
  const QmsField *field = qms_field_by_id (QMS_UNIT_ID);
  QmsNode *node = qms_node_at (root, values[_i].path, &field);
  g_autofree char *path = qms_node_path (node);

  ck_assert_pstr_eq (path, values[_i].holder);
  ck_assert_pstr_eq (qms_field_name (field), values[_i].field);
}
END_TEST

START_TEST (the_path_of_a_detached_node_begins_with_its_type)
{
  QmsNode *procedure = qms_document_find (document, "QT-1"), *step = qms_document_find (document, "B2");
  g_autofree char *path = NULL;

  qms_node_detach (procedure, NULL);
  path = qms_node_path (step);
  ck_assert_str_eq (path, "quyTrinh/buoc[B2]");
  ck_assert_ptr_eq (qms_node_at (procedure, "buoc[B2]", NULL), step);
  ck_assert_ptr_eq (qms_node_at (step, "/heThong", NULL), root);
}
END_TEST

/* GLib complains aloud of a range without a number in it. */
START_TEST (a_position_in_an_empty_list_is_none_and_says_nothing)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL);
  ck_assert_ptr_null (qms_node_at (root, "ruiRo[1]", NULL));
}
END_TEST

Suite *
path_suite (void)
{
  Suite *suite = suite_create ("path");
  TCase *cases = tcase_create ("path");

  tcase_add_checked_fixture (cases, open_system, close_system);
  tcase_add_loop_test (cases, a_path_leads_to_the_node_whose_path_it_is, 0, G_N_ELEMENTS (node_paths));
  tcase_add_loop_test (cases, a_path_is_read_in_either_spelling_and_otherwise_leads_nowhere, 0,
                       G_N_ELEMENTS (spellings));
  tcase_add_loop_test (cases, a_path_may_end_in_a_value, 0, G_N_ELEMENTS (values));
  tcase_add_test (cases, the_path_of_a_detached_node_begins_with_its_type);
  tcase_add_test (cases, a_long_identifier_is_named_by_its_position);
  tcase_add_test (cases, a_position_in_an_empty_list_is_none_and_says_nothing);
  suite_add_tcase (suite, cases);
  return suite;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Differences of two documents. */
#include "support.h"

#include <qms/diff.h>

#include <string.h>

Suite *diff_suite (void);

/* One line a difference: its kind, path, value before and after. */
static char *
describe (QmsDocument *before, QmsDocument *after)
{
  static const char kinds[] = "?+-~>";
  GString *out = g_string_new (NULL);
  QmsDiff *diff = NULL;

  ck_assert_int_eq (qms_document_diff (before, after, &diff, NULL), QMS_OK);
  for (size_t i = 0; i < qms_diff_count (diff); i++) {
    const char *old = qms_diff_before (diff, i), *new = qms_diff_after (diff, i);
    g_string_append_printf (out, "%c %s", kinds[qms_diff_kind (diff, i)], qms_diff_path (diff, i));
    if (old || new)
      g_string_append_printf (out, " «%s» «%s»", old ? old : "", new ? new : "");
    g_string_append_c (out, '\n');
  }
  qms_diff_free (diff);
  return g_string_free (out, FALSE);
}

static const struct {
  const char *before, *after, *differences;
} pairs[] = {
  { SYSTEM (""), SYSTEM (""), "" },
  /* scalars */
  { SYSTEM ("<phamVi ngay=\"2025-01-01\"/>"), SYSTEM ("<phamVi ngay=\"2026-01-01\"/>"),
    "~ /heThong/phamVi/ngay «2025-01-01» «2026-01-01»\n" },
  { SYSTEM ("<phamVi/>"), SYSTEM ("<phamVi><noiDung>x</noiDung></phamVi>"), "+ /heThong/phamVi/noiDung «» «x»\n" },
  { SYSTEM ("<phamVi><noiDung>x</noiDung></phamVi>"), SYSTEM ("<phamVi/>"), "- /heThong/phamVi/noiDung «x» «»\n" },
  { SYSTEM ("<mucTieu chiTieu=\"98.50\"/>"), SYSTEM ("<mucTieu chiTieu=\"98.5\"/>"), "" },
  /* lists of scalars, by position */
  { SYSTEM ("<chinhSach><camKet>a</camKet><camKet>b</camKet></chinhSach>"),
    SYSTEM ("<chinhSach><camKet>a</camKet><camKet>c</camKet><camKet>b</camKet></chinhSach>"),
    "~ /heThong/chinhSach/camKet[2] «b» «c»\n+ /heThong/chinhSach/camKet[3] «» «b»\n" },
  /* single nodes */
  { SYSTEM (""), SYSTEM ("<coQuan><ten>X</ten></coQuan>"), "+ /heThong/coQuan\n" },
  { SYSTEM ("<coQuan><ten>X</ten></coQuan>"), SYSTEM (""), "- /heThong/coQuan\n" },
  /* lists of nodes, by identifier */
  { SYSTEM ("<ruiRo id=\"A\"/><ruiRo id=\"B\" mucDo=\"1\"/>"),
    SYSTEM ("<ruiRo id=\"C\"/><ruiRo id=\"B\" mucDo=\"2\"/>"),
    "- /heThong/ruiRo[A]\n+ /heThong/ruiRo[C]\n~ /heThong/ruiRo[B]/mucDo «1» «2»\n" },
  { SYSTEM ("<ruiRo id=\"A\"/><ruiRo id=\"B\"/><ruiRo id=\"C\"/>"),
    SYSTEM ("<ruiRo id=\"C\"/><ruiRo id=\"A\"/><ruiRo id=\"B\"/>"), "> /heThong/ruiRo[A]\n> /heThong/ruiRo[B]\n" },
  /* by code, where there is no identifier */
  { SYSTEM ("<thuTuc ma=\"1.000001\"/><thuTuc ma=\"1.000002\" soBoHoSo=\"1\"/>"),
    SYSTEM ("<thuTuc ma=\"1.000002\" soBoHoSo=\"2\"/>"),
    "- /heThong/thuTuc[1]\n~ /heThong/thuTuc[1]/soBoHoSo «1» «2»\n" },
  /* by position, where keys are missing or repeated */
  { SYSTEM ("<hoSo><ten>a</ten></hoSo><hoSo><ten>b</ten></hoSo>"), SYSTEM ("<hoSo><ten>b</ten></hoSo>"),
    "~ /heThong/hoSo[1]/ten «a» «b»\n- /heThong/hoSo[2]\n" },
  { SYSTEM ("<thuTuc ma=\"1.000001\"/><thuTuc ma=\"1.000001\"/>"), SYSTEM ("<thuTuc ma=\"1.000001\"/>"),
    "- /heThong/thuTuc[2]\n" },
  /* comments and foreign content */
  { SYSTEM ("<!--a--><phamVi/>"), SYSTEM ("<!--b--><phamVi/>"), "~ /heThong/phamVi/$extra\n" },
  { SYSTEM (""), SYSTEM ("<x xmlns=\"urn:x\"/>"), "~ /heThong/$extra\n" },
};

START_TEST (each_difference_is_told_once_with_its_path_and_values)
{
  QmsDocument *before = read_text (pairs[_i].before), *after = read_text (pairs[_i].after);
  g_autofree char *found = describe (before, after), *none = describe (after, after);

  ck_assert_str_eq (found, pairs[_i].differences);
  ck_assert_str_eq (none, "");
  qms_document_unref (before);
  qms_document_unref (after);
}
END_TEST

START_TEST (documents_of_different_roots_are_not_compared)
{
  QmsDocument *system = qms_document_new (QMS_TYPE_SYSTEM), *framework = qms_document_new (QMS_TYPE_FRAMEWORK);
  QmsDiff *diff = NULL;
  QmsError *error = NULL;
  QmsStatus status = qms_document_diff (system, framework, &diff, &error);

  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-AP-001");
  ck_assert_ptr_null (diff);
  ck_assert_int_eq (qms_document_diff (NULL, system, &diff, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_document_diff (system, system, NULL, NULL), QMS_ERROR_ARGUMENT);
  qms_document_unref (system);
  qms_document_unref (framework);
}
END_TEST

START_TEST (nothing_is_told_beyond_the_last_difference)
{
  ck_assert_uint_eq (qms_diff_count (NULL), 0);
  ck_assert_int_eq (qms_diff_kind (NULL, 0), 0);
  ck_assert_ptr_null (qms_diff_path (NULL, 0));
  ck_assert_ptr_null (qms_diff_before (NULL, 0));
  ck_assert_ptr_null (qms_diff_after (NULL, 0));
  qms_diff_free (NULL);
}
END_TEST

Suite *
diff_suite (void)
{
  Suite *suite = suite_create ("diff");
  TCase *cases = tcase_create ("diff");

  tcase_add_loop_test (cases, each_difference_is_told_once_with_its_path_and_values, 0, G_N_ELEMENTS (pairs));
  tcase_add_test (cases, documents_of_different_roots_are_not_compared);
  tcase_add_test (cases, nothing_is_told_beyond_the_last_difference);
  suite_add_tcase (suite, cases);
  return suite;
}

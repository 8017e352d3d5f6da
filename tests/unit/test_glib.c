/* SPDX-License-Identifier: Apache-2.0 */
/* GLib users' header: owned types clean up by themselves, errors become GErrors that keep their places, documents are bytes. */
#include <qms/glib.h>

#include <check.h>
#include <string.h>

Suite *glib_suite (void);

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

START_TEST (documents_go_through_bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) in =
      bytes_of ("<heThong xmlns=\"urn:libqms:1\"><coQuan><ten>UBND xã Hòa Mẫu</ten></coQuan></heThong>");
  g_autoptr (QmsDocument) document = qms_reader_parse_bytes (NULL, in, NULL, QMS_LANG_EN, &error);
  g_autoptr (GBytes) out = qms_document_write_bytes (document, QMS_FORMAT_XML, QMS_LANG_EN, &error);
  g_autoptr (QmsDocument) again = qms_reader_parse_bytes (NULL, out, NULL, QMS_LANG_EN, &error);

  g_assert_no_error (error);
  ck_assert_int_eq (qms_node_equal (qms_document_root (document), qms_document_root (again)), 1);
}
END_TEST

START_TEST (an_error_keeps_file_line_column_and_message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bytes_of ("<heThong xmlns=\"urn:libqms:1\">\n  <khongCo/>\n  <cungKhong/>\n</heThong>");

  ck_assert_ptr_null (qms_reader_parse_bytes (NULL, bytes, "xa.xml", QMS_LANG_EN, &error));
  ck_assert (g_error_matches (error, QMS_ERROR, QMS_ERROR_STRUCTURE));
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);
  ck_assert_uint_eq (g_strv_length (lines), 2);
  ck_assert (g_str_has_prefix (lines[0], "xa.xml:2:3: "));
  ck_assert (g_str_has_prefix (lines[1], "xa.xml:3:3: "));
  ck_assert_ptr_nonnull (strstr (lines[0], "khongCo"));
}
END_TEST

START_TEST (an_error_without_a_file_begins_with_its_path_or_message)
{
  g_autoptr (QmsDocument) document = qms_document_new (QMS_TYPE_SYSTEM);
  g_autoptr (GError) error = NULL;
  QmsError *problem = NULL;
  g_autofree char *message = NULL;

  QmsNode *scope = qms_node_add (qms_document_root (document), QMS_SYSTEM_SCOPE, 0, NULL);
  qms_node_set_text (scope, QMS_SCOPE_DATE, "hôm nay", &problem);
  ck_assert_ptr_nonnull (problem);
  message = g_strdup (qms_error_message (problem, QMS_LANG_VI));
  qms_propagate_error (&error, problem, QMS_LANG_VI);
  ck_assert_int_eq (error->code, QMS_ERROR_VALUE);
  ck_assert (g_str_has_suffix (error->message, message));
  ck_assert_ptr_null (strstr (error->message, "(null)"));
}
END_TEST

START_TEST (an_error_may_be_dropped_and_none_changes_nothing)
{
  g_autoptr (GBytes) bytes = bytes_of ("<");
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (qms_reader_parse_bytes (NULL, bytes, NULL, QMS_LANG_EN, NULL));
  qms_propagate_error (&error, NULL, QMS_LANG_EN);
  ck_assert_ptr_null (error);
}
END_TEST

START_TEST (a_reader_brings_its_limits)
{
  g_autoptr (QmsReader) reader = qms_reader_new ();
  g_autoptr (GBytes) bytes = bytes_of ("<heThong xmlns=\"urn:libqms:1\"/>");
  g_autoptr (GError) error = NULL;

  qms_reader_set_limit (reader, QMS_LIMIT_BYTES, 5);
  ck_assert_ptr_null (qms_reader_parse_bytes (reader, bytes, NULL, QMS_LANG_EN, &error));
  ck_assert (g_error_matches (error, QMS_ERROR, QMS_ERROR_LIMIT));
}
END_TEST

START_TEST (no_bytes_are_an_error_as_an_empty_file_is)
{
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (qms_reader_parse_bytes (NULL, bytes, NULL, QMS_LANG_EN, &error));
  ck_assert (g_error_matches (error, QMS_ERROR, QMS_ERROR_SYNTAX));
}
END_TEST

START_TEST (reports_are_bytes_and_texts_clean_up)
{
  g_autoptr (QmsDocument) document = qms_document_new (QMS_TYPE_SYSTEM);
  g_autoptr (QmsReport) report = NULL;
  g_autoptr (QmsText) text = NULL;
  g_autoptr (GError) error = NULL;
  size_t size = 0;

  ck_assert_int_eq (qms_document_validate (document, &report, NULL), QMS_OK);
  const QmsReport *reports[] = { report };
  ck_assert_int_eq (qms_report_write (reports, 1, "json", QMS_LANG_VI, 0, &text, &size, NULL), QMS_OK);
  g_autoptr (GBytes) found = qms_report_write_bytes (report, "json", QMS_LANG_VI, &error);
  ck_assert_mem_eq (g_bytes_get_data (found, NULL), text, size);
  ck_assert_ptr_null (qms_report_write_bytes (report, "yaml", QMS_LANG_VI, &error));
  ck_assert (g_error_matches (error, QMS_ERROR, QMS_ERROR_NOT_FOUND));
}
END_TEST

Suite *
glib_suite (void)
{
  Suite *suite = suite_create ("glib");
  TCase *tests = tcase_create ("glib");

  tcase_add_test (tests, documents_go_through_bytes);
  tcase_add_test (tests, an_error_keeps_file_line_column_and_message);
  tcase_add_test (tests, an_error_without_a_file_begins_with_its_path_or_message);
  tcase_add_test (tests, an_error_may_be_dropped_and_none_changes_nothing);
  tcase_add_test (tests, a_reader_brings_its_limits);
  tcase_add_test (tests, no_bytes_are_an_error_as_an_empty_file_is);
  tcase_add_test (tests, reports_are_bytes_and_texts_clean_up);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Saving: a file is replaced whole or not at all, and keeps its mode and its links. */
#include "support.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

Suite *save_suite (void);

static char *folder, *path;
static QmsDocument *document;
static mode_t old_mask;

static void
open_folder (void)
{
  folder = g_dir_make_tmp ("libqms-save-XXXXXX", NULL);
  ck_assert_ptr_nonnull (folder);
  path = g_build_filename (folder, "he-thong.xml", NULL);
  document = read_text (SYSTEM ("<phamVi ngay=\"2026-01-01\"/>"));
  old_mask = umask (022);
}

static void
close_folder (void)
{
  GDir *dir = g_dir_open (folder, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir));) {
    g_autofree char *file = g_build_filename (folder, name, NULL);
    g_remove (file);
  }
  g_dir_close (dir);
  ck_assert_int_eq (g_rmdir (folder), 0);
  g_free (folder);
  g_free (path);
  qms_document_unref (document);
  umask (old_mask);
}

static void
write_file (const char *file, const char *text, mode_t mode)
{
  ck_assert (g_file_set_contents (file, text, -1, NULL));
  ck_assert_int_eq (g_chmod (file, mode), 0);
}

static void
assert_file (const char *file, const char *expected, mode_t mode)
{
  g_autofree char *text = NULL;
  struct stat info;

  ck_assert (g_file_get_contents (file, &text, NULL, NULL));
  ck_assert_str_eq (text, expected);
  ck_assert_int_eq (lstat (file, &info), 0);
  ck_assert_uint_eq (info.st_mode & 07777, mode);
}

static void
assert_only_file (void)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  unsigned count = 0;

  while (g_dir_read_name (dir))
    count++;
  g_dir_close (dir);
  ck_assert_uint_eq (count, 1);
}

static const char *const text = HEAD "<heThong xmlns=\"urn:libqms:1\">\n  <phamVi ngay=\"2026-01-01\"/>\n</heThong>\n";

START_TEST (a_new_file_has_the_mode_that_the_mask_leaves)
{
  ck_assert_int_eq (qms_document_save (document, path, QMS_FORMAT_AUTO, NULL), QMS_OK);
  assert_file (path, text, 0644);
  assert_only_file ();
}
END_TEST

START_TEST (the_name_chooses_the_format_unless_one_is_given)
{
  g_autofree char *json = g_build_filename (folder, "a.json", NULL);

  ck_assert_int_eq (qms_document_save (document, json, QMS_FORMAT_AUTO, NULL), QMS_OK);
  assert_file (json, "{\n  \"$type\": \"system\",\n  \"scope\": {\n    \"date\": \"2026-01-01\"\n  }\n}\n", 0644);
  ck_assert_int_eq (qms_document_save (document, json, QMS_FORMAT_XML, NULL), QMS_OK);
  assert_file (json, text, 0644);
}
END_TEST

START_TEST (what_is_saved_loads_equal_and_knows_its_file)
{
  QmsDocument *loaded = NULL;

  ck_assert_int_eq (qms_document_save (document, path, QMS_FORMAT_AUTO, NULL), QMS_OK);
  ck_assert_int_eq (qms_document_load (path, &loaded, NULL), QMS_OK);
  ck_assert_int_eq (qms_node_equal (qms_document_root (document), qms_document_root (loaded)), 1);
  ck_assert_str_eq (qms_document_file (loaded), path);
  ck_assert_int_eq (qms_document_format (loaded), QMS_FORMAT_XML);
  ck_assert_int_eq (qms_document_format (document), QMS_FORMAT_XML);
  ck_assert_ptr_null (qms_document_file (document));
  qms_document_unref (loaded);
}
END_TEST

static const unsigned modes[] = { 0600, 0640, 0666, 0755, 0444 };

START_TEST (a_replaced_file_keeps_its_mode)
{
  write_file (path, "cũ", modes[_i]);
  ck_assert_int_eq (qms_document_save (document, path, QMS_FORMAT_AUTO, NULL), QMS_OK);
  assert_file (path, text, modes[_i]);
  assert_only_file ();
}
END_TEST

START_TEST (a_link_stays_and_its_target_is_replaced)
{
  g_autofree char *link = g_build_filename (folder, "link.xml", NULL), *target = NULL;

  write_file (path, "cũ", 0640);
  ck_assert_int_eq (symlink ("he-thong.xml", link), 0);
  ck_assert_int_eq (qms_document_save (document, link, QMS_FORMAT_AUTO, NULL), QMS_OK);
  target = g_file_read_link (link, NULL);
  ck_assert_pstr_eq (target, "he-thong.xml");
  assert_file (path, text, 0640);
}
END_TEST

START_TEST (a_link_to_a_file_that_is_not_there_yet_stays_and_the_file_is_made)
{
  g_autofree char *link = g_build_filename (folder, "link.xml", NULL), *target = NULL;

  ck_assert_int_eq (symlink ("he-thong.xml", link), 0);
  ck_assert_int_eq (qms_document_save (document, link, QMS_FORMAT_AUTO, NULL), QMS_OK);
  target = g_file_read_link (link, NULL);
  ck_assert_pstr_eq (target, "he-thong.xml");
  assert_file (path, text, 0644);
}
END_TEST

START_TEST (a_link_to_itself_is_refused)
{
  ck_assert_int_eq (symlink ("he-thong.xml", path), 0);
  ck_assert_int_eq (qms_document_save (document, path, QMS_FORMAT_AUTO, NULL), QMS_ERROR_IO);
}
END_TEST

START_TEST (a_save_that_fails_half_way_leaves_the_old_file)
{
  struct rlimit old, small = { 0 };
  QmsError *error = NULL;
  QmsStatus status;
  void (*handler) (int);

  write_file (path, "cũ", 0640);
  getrlimit (RLIMIT_FSIZE, &old);
  small = (struct rlimit){ 10, old.rlim_max };
  handler = signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  status = qms_document_save (document, path, QMS_FORMAT_AUTO, &error);
  setrlimit (RLIMIT_FSIZE, &old);
  signal (SIGXFSZ, handler);
  ck_assert_str_eq (qms_error_file (error), path);
  assert_error (status, error, QMS_ERROR_IO, "QMS-IO-003");
  assert_file (path, "cũ", 0640);
  assert_only_file ();
}
END_TEST

START_TEST (a_folder_that_may_not_be_written_leaves_the_old_file)
{
  QmsStatus status;

  write_file (path, "cũ", 0640);
  g_chmod (folder, 0500);
  status = qms_document_save (document, path, QMS_FORMAT_AUTO, NULL);
  g_chmod (folder, 0700);
  if (geteuid () != 0) { /* root may write everywhere */
    ck_assert_int_eq (status, QMS_ERROR_IO);
    assert_file (path, "cũ", 0640);
  }
  assert_only_file ();
}
END_TEST

START_TEST (a_folder_or_a_missing_one_is_refused)
{
  g_autofree char *missing = g_build_filename (folder, "khong-co", "a.xml", NULL);

  write_file (path, "cũ", 0600);
  ck_assert_int_eq (qms_document_save (document, folder, QMS_FORMAT_AUTO, NULL), QMS_ERROR_IO);
  ck_assert_int_eq (qms_document_save (document, missing, QMS_FORMAT_AUTO, NULL), QMS_ERROR_IO);
  assert_only_file ();
}
END_TEST

START_TEST (a_text_is_saved_like_a_document)
{
  QmsError *error = NULL;

  write_file (path, "cũ", 0640);
  ck_assert_int_eq (qms_save_text (path, text, strlen (text), NULL), QMS_OK);
  assert_file (path, text, 0640);
  assert_only_file ();
  ck_assert_int_eq (qms_save_text (folder, text, strlen (text), &error), QMS_ERROR_IO);
  ck_assert_str_eq (qms_error_message (error, QMS_LANG_VI), "không ghi được: đây là thư mục");
  qms_error_free (error);
  ck_assert_int_eq (qms_save_text (path, NULL, 0, NULL), QMS_ERROR_ARGUMENT);
}
END_TEST

START_TEST (a_device_is_written_and_not_replaced)
{
  struct stat info;

  ck_assert_int_eq (qms_document_save (document, "/dev/null", QMS_FORMAT_AUTO, NULL), QMS_OK);
  ck_assert_int_eq (stat ("/dev/null", &info), 0);
  ck_assert (S_ISCHR (info.st_mode));
}
END_TEST

START_TEST (a_link_to_a_pipe_is_written_to)
{
  g_autofree char *link = NULL;
  char buffer[256] = "";
  int ends[2];

  ck_assert_int_eq (pipe (ends), 0);
  link = g_strdup_printf ("/proc/self/fd/%d", ends[1]);
  if (g_file_test (link, G_FILE_TEST_EXISTS)) {
    ck_assert_int_eq (qms_document_save (document, link, QMS_FORMAT_XML, NULL), QMS_OK);
    ck_assert_int_gt (read (ends[0], buffer, sizeof buffer - 1), 0);
    ck_assert_str_eq (buffer, text);
  }
  close (ends[0]);
  close (ends[1]);
}
END_TEST

START_TEST (a_full_device_is_told)
{
  QmsError *error = NULL;
  QmsStatus status;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    return;
  status = qms_document_save (document, "/dev/full", QMS_FORMAT_AUTO, &error);
  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_EN), qms_errno_text (ENOSPC, QMS_LANG_EN)));
  assert_error (status, error, QMS_ERROR_IO, "QMS-IO-003");
}
END_TEST

START_TEST (arguments_that_are_missing_are_refused)
{
  char *out = NULL;

  ck_assert_int_eq (qms_document_save (NULL, path, QMS_FORMAT_AUTO, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_document_save (document, NULL, QMS_FORMAT_AUTO, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_document_save (document, path, 99, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_document_write (document, QMS_FORMAT_XML, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_document_write (NULL, QMS_FORMAT_XML, &out, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_document_write (document, 99, &out, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (out);
}
END_TEST

Suite *
save_suite (void)
{
  Suite *suite = suite_create ("save");
  TCase *cases = tcase_create ("save");

  tcase_add_checked_fixture (cases, open_folder, close_folder);
  tcase_add_test (cases, a_new_file_has_the_mode_that_the_mask_leaves);
  tcase_add_test (cases, the_name_chooses_the_format_unless_one_is_given);
  tcase_add_test (cases, what_is_saved_loads_equal_and_knows_its_file);
  tcase_add_loop_test (cases, a_replaced_file_keeps_its_mode, 0, G_N_ELEMENTS (modes));
  tcase_add_test (cases, a_link_stays_and_its_target_is_replaced);
  tcase_add_test (cases, a_link_to_a_file_that_is_not_there_yet_stays_and_the_file_is_made);
  tcase_add_test (cases, a_link_to_itself_is_refused);
  tcase_add_test (cases, a_save_that_fails_half_way_leaves_the_old_file);
  tcase_add_test (cases, a_folder_that_may_not_be_written_leaves_the_old_file);
  tcase_add_test (cases, a_folder_or_a_missing_one_is_refused);
  tcase_add_test (cases, a_device_is_written_and_not_replaced);
  tcase_add_test (cases, a_text_is_saved_like_a_document);
  tcase_add_test (cases, a_link_to_a_pipe_is_written_to);
  tcase_add_test (cases, a_full_device_is_told);
  tcase_add_test (cases, arguments_that_are_missing_are_refused);
  suite_add_tcase (suite, cases);
  return suite;
}

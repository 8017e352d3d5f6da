/* SPDX-License-Identifier: Apache-2.0 */
/* Packages: what is written comes back, and what lies about itself is refused. */
#include "word/package.h"

#include <qms.h>

#include <check.h>
#include <string.h>

Suite *package_suite (void);

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define LINKS(inside)                                                                                                  \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" inside "</Relationships>"
#define LINK(id, target, more) "<Relationship Id=\"" id "\" Type=\"" OFFICE id "\" Target=\"" target "\"" more "/>"

enum { LOCAL_FLAGS = 6, LOCAL_METHOD = 8, CENTRAL_FLAGS = 8, CENTRAL_METHOD = 10, CENTRAL_SIZE = 24, LOCAL_SIZE = 22 };

/* ---- helpers */

static void
put (QmsPackage *package, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  qms_package_put (package, name, bytes);
}

/* The least that is a package, with a part of that name besides. */
static QmsPackage *
package_with (const char *name, const char *text)
{
  QmsPackage *package = qms_package_new ("a.docx");

  put (package, "_rels/.rels", LINKS (LINK ("officeDocument", "word/document.xml", "")));
  put (package, "word/document.xml", "<a/>");
  put (package, name, text);
  put (package, "[Content_Types].xml", "<Types/>");
  return package;
}

/* Bytes of a written package, free to be changed. */
static char *
write_package (const QmsPackage *package, gsize *size)
{
  QmsError *error = NULL;
  GBytes *bytes = qms_package_write (package, &error);

  ck_assert_msg (bytes != NULL, "%s", error ? qms_error_message (error, QMS_LANG_EN) : "no error");
  return g_bytes_unref_to_data (bytes, size);
}

static void
expect_refusal (const void *data, size_t size, const char *id)
{
  QmsError *error = NULL;

  ck_assert_ptr_null (qms_package_read (data, size, "a.docx", &error));
  ck_assert_ptr_nonnull (error);
  ck_assert_msg (strcmp (qms_error_id (error), id) == 0, "%s", qms_error_message (error, QMS_LANG_EN));
  ck_assert_str_eq (qms_error_file (error), "a.docx");
  qms_error_free (error);
}

/* Replaces all that a file holds of `from` by `to`, which is as long. */
static void
replace (char *data, size_t size, const char *from, const char *to)
{
  char *at = data;

  ck_assert_uint_eq (strlen (from), strlen (to));
  while ((at = memmem (at, (size_t)(data + size - at), from, strlen (from))))
    memcpy (at, to, strlen (to));
}

/* Changes a byte of both headers of every part. */
static void
patch_headers (char *data, size_t size, size_t local, size_t central, char value)
{
  char *end = data + size;

  for (char *at = data; (at = memmem (at, (size_t)(end - at), "PK\3\4", 4)); at += 4)
    at[local] = value;
  for (char *at = data; (at = memmem (at, (size_t)(end - at), "PK\1\2", 4)); at += 4)
    at[central] = value;
}

/* ---- parts */

START_TEST (a_part_takes_the_place_of_one_of_its_name)
{
  g_autoptr (QmsPackage) package = package_with ("word/a.xml", "1");

  put (package, "WORD/A.xml", "2");
  ck_assert_uint_eq (qms_package_count (package), 4);
  ck_assert_str_eq (qms_package_name (package, 2), "word/a.xml");
  ck_assert_mem_eq (g_bytes_get_data (qms_package_part (package, "word/a.XML"), NULL), "2", 1);
  ck_assert_ptr_null (qms_package_part (package, "word/b.xml"));
  ck_assert_ptr_null (qms_package_part (package, NULL));
  ck_assert_ptr_null (qms_package_name (package, 4));
}
END_TEST

START_TEST (relationships_lead_to_parts)
{
  g_autoptr (QmsPackage) package = package_with ("a b.xml", "");
  g_autoptr (QmsPackageLinks) links = NULL, none = NULL;

  put (package, "word/media/i.png", "");
  put (package, "word/_rels/document.xml.rels",
       LINKS (LINK ("up", "../a%20b.xml", "") LINK ("absolute", "/word/document.xml", "")
                  LINK ("image", "./media/i.png", "") LINK ("out", "../../a.xml", "") LINK ("none", "b.xml", "")
                      LINK ("web", "a b.xml", " TargetMode=\"External\"")));
  links = qms_package_links_read (package, "word/document.xml", NULL);
  ck_assert_str_eq (qms_package_link (links, "up"), "a b.xml");
  ck_assert_str_eq (qms_package_link (links, "absolute"), "word/document.xml");
  ck_assert_str_eq (qms_package_link_of_type (links, "image"), "word/media/i.png");
  ck_assert_ptr_null (qms_package_link (links, "out"));
  ck_assert_ptr_null (qms_package_link (links, "none"));
  ck_assert_ptr_null (qms_package_link (links, "web"));
  ck_assert_ptr_null (qms_package_link_of_type (links, "styles"));
  none = qms_package_links_read (package, "a b.xml", NULL);
  ck_assert_ptr_null (qms_package_link (none, "up"));
  ck_assert_str_eq (qms_package_main (package), "word/document.xml");
}
END_TEST

/* ---- writing */

START_TEST (what_is_written_comes_back)
{
  g_autofree char *long_text = g_strnfill (200000, 'a');
  g_autoptr (QmsPackage) package = package_with ("word/a.xml", long_text);
  g_autoptr (QmsPackage) back = NULL;
  g_autofree char *data = NULL;
  gsize size;

  put (package, "word/none.xml", "");
  data = write_package (package, &size);
  ck_assert_uint_lt (size, 4000);
  back = qms_package_read (data, size, NULL, NULL);
  ck_assert_ptr_nonnull (back);
  ck_assert_ptr_null (qms_package_file (back));
  ck_assert_uint_eq (qms_package_count (back), qms_package_count (package));
  ck_assert_str_eq (qms_package_name (back, 0), "[Content_Types].xml");
  ck_assert_str_eq (qms_package_name (back, 1), "_rels/.rels");
  for (size_t i = 0; i < qms_package_count (back); i++)
    ck_assert (g_bytes_equal (qms_package_part (back, qms_package_name (back, i)),
                              qms_package_part (package, qms_package_name (back, i))));
}
END_TEST

START_TEST (equal_packages_are_equal_files)
{
  g_autoptr (QmsPackage) one = package_with ("word/a.xml", "1"), other = package_with ("word/a.xml", "1");
  gsize size, other_size;
  g_autofree char *data = write_package (one, &size), *same = write_package (other, &other_size);

  ck_assert_uint_eq (size, other_size);
  ck_assert_mem_eq (data, same, size);
}
END_TEST

START_TEST (headers_are_plain)
{
  g_autoptr (QmsPackage) package = package_with ("word/a.xml", "1");
  gsize size;
  g_autofree char *data = write_package (package, &size);
  static const char local[] = "PK\3\4\x14\0\0\0\x08\0\0\0\x21\0"; /* 2.0, no flags, deflated, midnight of 1980-01-01 */

  ck_assert_mem_eq (data, local, sizeof local - 1);
  ck_assert_mem_eq (data + 26, "\x13\0\0\0[Content_Types].xml", 23); /* a name, no extra field */
}
END_TEST

/* ---- what is no package */

START_TEST (other_kinds_of_documents_are_named)
{
  static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0W\0o\0r\0d\0";
  static const char locked[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

  expect_refusal (old, sizeof old, "QMS-WD-001");
  expect_refusal (locked, sizeof locked, "QMS-WD-002");
  expect_refusal ("{\\rtf1}", 7, "QMS-WD-003");
  expect_refusal ("%PDF-1.7", 8, "QMS-WD-003");
  expect_refusal ("<html>\x01\xff", 8, "QMS-WD-003");
  expect_refusal ("", 0, "QMS-XM-006");
}
END_TEST

static void
expect_lack (const char *missing)
{
  g_autoptr (QmsPackage) whole = package_with ("word/a.xml", "1"), rest = qms_package_new (NULL);
  g_autofree char *data = NULL;
  gsize size;

  for (size_t i = 0; i < qms_package_count (whole); i++)
    if (strcmp (qms_package_name (whole, i), missing) != 0)
      qms_package_put (rest, qms_package_name (whole, i), qms_package_part (whole, qms_package_name (whole, i)));
  data = write_package (rest, &size);
  expect_refusal (data, size, "QMS-WD-006");
}

START_TEST (a_package_has_types_and_a_main_part)
{
  expect_lack ("[Content_Types].xml");
  expect_lack ("_rels/.rels");
  expect_lack ("word/document.xml");
}
END_TEST

/* ---- what lies */

static void
expect_patched (size_t local, size_t central, char value, const char *id)
{
  g_autoptr (QmsPackage) package = package_with ("word/a.xml", "abc");
  gsize size;
  g_autofree char *data = write_package (package, &size);

  patch_headers (data, size, local, central, value);
  expect_refusal (data, size, id);
}

START_TEST (entries_of_other_kinds_are_refused)
{
  expect_patched (LOCAL_FLAGS, CENTRAL_FLAGS, 1, "QMS-WD-005");            /* encrypted */
  expect_patched (LOCAL_METHOD, CENTRAL_METHOD, 12, "QMS-WD-005");         /* bzip2 */
  expect_patched (LOCAL_METHOD, CENTRAL_METHOD, 14, "QMS-WD-005");         /* LZMA */
  expect_patched (LOCAL_SIZE + 3, CENTRAL_SIZE + 3, '\x7F', "QMS-WD-004"); /* 2 GB claimed */
  expect_patched (LOCAL_SIZE - 4, CENTRAL_SIZE - 4, '\x7F', "QMS-WD-004"); /* packed, claimed */
}
END_TEST

static void
expect_renamed (const char *name, const char *id)
{
  g_autoptr (QmsPackage) package = package_with ("word/xyz.xml", "abc");
  gsize size;
  g_autofree char *data = write_package (package, &size);

  replace (data, size, "word/xyz.xml", name);
  expect_refusal (data, size, id);
}

START_TEST (names_that_lead_out_are_refused)
{
  expect_renamed ("../a/xyz.xml", "QMS-WD-005");
  expect_renamed ("/ord/xyz.xml", "QMS-WD-005");
  expect_renamed ("w/../../z.ml", "QMS-WD-005");
  expect_renamed ("wo//xyz.xmls", "QMS-WD-005");
  expect_renamed ("C:rd/xyz.xml", "QMS-WD-005");
  expect_renamed ("word/\xE1\xBA\xA3.xml", "QMS-WD-005");
  expect_renamed ("word/x\nz.xml", "QMS-WD-005");
}
END_TEST

START_TEST (a_name_may_be_there_once)
{
  g_autoptr (QmsPackage) package = package_with ("word/document2xml", "abc");
  gsize size;
  g_autofree char *data = write_package (package, &size);

  replace (data, size, "word/document2xml", "WORD/document.xml");
  expect_refusal (data, size, "QMS-WD-005");
}
END_TEST

START_TEST (a_wrong_checksum_is_seen)
{
  g_autoptr (QmsPackage) package = package_with ("word/a.xml", "abc");
  gsize size;
  g_autofree char *data = write_package (package, &size);

  patch_headers (data, size, 14, 16, 'x');
  expect_refusal (data, size, "QMS-WD-004");
}
END_TEST

START_TEST (a_file_cut_short_is_refused_wherever_it_ends)
{
  g_autoptr (QmsPackage) package = package_with ("word/a.xml", "abc");
  gsize size;
  g_autofree char *data = write_package (package, &size);

  for (gsize length = 4; length < size; length++) {
    g_autofree char *cut = g_memdup2 (data, length);
    expect_refusal (cut, length, "QMS-WD-004");
  }
}
END_TEST

START_TEST (what_stands_before_the_archive_is_refused)
{
  g_autoptr (QmsPackage) package = package_with ("word/a.xml", "abc");
  gsize size;
  g_autofree char *data = write_package (package, &size), *behind = g_malloc (size + 2);

  memcpy (behind, "MZ", 2);
  memcpy (behind + 2, data, size);
  expect_refusal (behind, size + 2, "QMS-WD-003");
}
END_TEST

/* ---- limits */

START_TEST (too_many_parts_are_refused)
{
  g_autoptr (QmsPackage) package = package_with ("word/a.xml", "abc");
  g_autofree char *data = NULL;
  gsize size;

  for (int i = 0; i < QMS_PACKAGE_MAX_PARTS; i++) {
    g_autofree char *name = g_strdup_printf ("word/%d.xml", i);
    put (package, name, "");
  }
  data = write_package (package, &size);
  expect_refusal (data, size, "QMS-XM-004");
}
END_TEST

START_TEST (a_list_of_entries_without_end_is_not_read)
{
  enum { COUNT = 6 * QMS_PACKAGE_MAX_PARTS };
  g_autofree char *data = g_malloc (4 * (COUNT + 1));

  memcpy (data, "PK\3\4", 4);
  for (int i = 1; i <= COUNT; i++)
    memcpy (data + 4 * i, "PK\1\2", 4);
  expect_refusal (data, 4 * (COUNT + 1), "QMS-XM-004");
}
END_TEST

START_TEST (what_unpacks_to_too_much_is_refused)
{
  g_autofree char *blanks = g_strnfill (QMS_PACKAGE_MAX_XML + 1, ' ');
  g_autoptr (QmsPackage) package = package_with ("word/a.xml", blanks);
  gsize size;
  g_autofree char *data = write_package (package, &size);

  ck_assert_uint_lt (size, 100000);
  expect_refusal (data, size, "QMS-XM-004");
}
END_TEST

Suite *
package_suite (void)
{
  Suite *suite = suite_create ("package");
  TCase *tests = tcase_create ("package");

  tcase_add_test (tests, a_part_takes_the_place_of_one_of_its_name);
  tcase_add_test (tests, relationships_lead_to_parts);
  tcase_add_test (tests, what_is_written_comes_back);
  tcase_add_test (tests, equal_packages_are_equal_files);
  tcase_add_test (tests, headers_are_plain);
  tcase_add_test (tests, other_kinds_of_documents_are_named);
  tcase_add_test (tests, a_package_has_types_and_a_main_part);
  tcase_add_test (tests, entries_of_other_kinds_are_refused);
  tcase_add_test (tests, names_that_lead_out_are_refused);
  tcase_add_test (tests, a_name_may_be_there_once);
  tcase_add_test (tests, a_wrong_checksum_is_seen);
  tcase_add_test (tests, a_file_cut_short_is_refused_wherever_it_ends);
  tcase_add_test (tests, what_stands_before_the_archive_is_refused);
  tcase_add_test (tests, too_many_parts_are_refused);
  tcase_add_test (tests, a_list_of_entries_without_end_is_not_read);
  tcase_add_test (tests, what_unpacks_to_too_much_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* The coverage matrix: what answers to clauses and requirements, and what is missing. */
#include <qms.h>

#include <check.h>
#include <glib.h>
#include <stdbool.h>
#include <string.h>

Suite *coverage_suite (void);

#define COMMUNE QMS_SOURCE_DIR "/examples/xml/ubnd-xa.xml"

enum { YEAR = 2026, MONTH = 10, DAY = 1 };

static QmsDocument *
load (const char *path)
{
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_load (path, &document, NULL), QMS_OK);
  return document;
}

static QmsCoverage *
cover (QmsDocument *system)
{
  QmsCoverage *coverage = NULL;
  QmsError *error = NULL;

  qms_coverage_run (system, NULL, YEAR, MONTH, DAY, &coverage, &error);
  ck_assert_msg (!error, "%s", qms_error_message (error, QMS_LANG_EN));
  return coverage;
}

static size_t
find_row (const QmsCoverage *coverage, const char *id)
{
  for (size_t i = 0; i < qms_coverage_count (coverage); i++)
    if (strcmp (qms_coverage_id (coverage, i), id) == 0)
      return i;
  ck_abort_msg ("no row %s", id);
  return SIZE_MAX;
}

static QmsDocument *
parse_system (const char *inner)
{
  g_autofree char *text =
      g_strdup_printf ("<heThong xmlns='urn:libqms:1' moHinhKhung='bkhcn-101-2019'>%s</heThong>", inner);
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_parse (text, strlen (text), &document, NULL), QMS_OK);
  return document;
}

START_TEST (a_complete_system_leaves_no_clause_and_no_requirement_without_an_answer)
{
  QmsDocument *system = load (COMMUNE);
  QmsCoverage *coverage = cover (system);

  for (size_t i = 0; i < qms_coverage_count (coverage); i++) {
    int32_t state = qms_coverage_state (coverage, i);
    ck_assert_msg (state == QMS_COVERAGE_MET || state == QMS_COVERAGE_EXCLUDED, "%s: %d", qms_coverage_id (coverage, i),
                   state);
    ck_assert (state == QMS_COVERAGE_EXCLUDED || qms_coverage_evidence_count (coverage, i) > 0);
    ck_assert_str_ne (qms_coverage_title (coverage, i, QMS_LANG_EN), "");
  }
  ck_assert_uint_ge (qms_coverage_state_count (coverage, QMS_COVERAGE_CLAUSE, QMS_COVERAGE_MET), 45);
  ck_assert_uint_ge (qms_coverage_state_count (coverage, QMS_COVERAGE_REQUIREMENT, QMS_COVERAGE_MET), 35);
  ck_assert_uint_eq (qms_coverage_state_count (coverage, 0, QMS_COVERAGE_MISSING), 0);
  qms_coverage_free (coverage);
  qms_document_unref (system);
}
END_TEST

/* Takes the elements that answer to a row out of `system`; gives their paths. */
static GHashTable *
take_out (QmsDocument *system, const QmsCoverage *coverage, size_t row)
{
  GHashTable *paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (size_t i = qms_coverage_evidence_count (coverage, row); i-- > 0;) {
    char *path = qms_node_path (qms_coverage_evidence (coverage, row, i));
    ck_assert_int_eq (qms_node_detach (qms_node_at (qms_document_root (system), path, NULL), NULL), QMS_OK);
    g_hash_table_add (paths, g_strdup (path));
    qms_free (path);
  }
  return paths;
}

/* Whether all that answered to a row is gone: taken out itself, or with what held it. */
static bool
is_gone (const QmsCoverage *coverage, size_t row, GHashTable *paths)
{
  for (size_t i = 0; i < qms_coverage_evidence_count (coverage, row); i++) {
    bool gone = false;
    for (const QmsNode *node = qms_coverage_evidence (coverage, row, i); node && !gone; node = qms_node_parent (node)) {
      char *path = qms_node_path (node);
      gone = g_hash_table_contains (paths, path);
      qms_free (path);
    }
    if (!gone)
      return false;
  }
  return true;
}

START_TEST (what_is_taken_out_turns_exactly_the_rows_that_it_alone_answered_to_missing)
{
  QmsDocument *whole = load (COMMUNE);
  QmsCoverage *before = cover (whole);
  size_t count = qms_coverage_count (before);

  for (size_t row = 0; row < count; row++) {
    if (qms_coverage_state (before, row) != QMS_COVERAGE_MET)
      continue;
    QmsDocument *part = load (COMMUNE);
    GHashTable *paths = take_out (part, before, row);
    QmsCoverage *after = cover (part);

    for (size_t i = 0; i < qms_coverage_count (after); i++) {
      size_t old = find_row (before, qms_coverage_id (after, i));
      if (qms_coverage_state (before, old) == QMS_COVERAGE_MET)
        ck_assert_msg ((qms_coverage_state (after, i) == QMS_COVERAGE_MISSING) == is_gone (before, old, paths),
                       "%s without what answers to %s", qms_coverage_id (after, i), qms_coverage_id (before, row));
    }
    g_hash_table_unref (paths);
    qms_coverage_free (after);
    qms_document_unref (part);
  }
  qms_coverage_free (before);
  qms_document_unref (whole);
}
END_TEST

START_TEST (an_excluded_clause_shows_the_reason_and_covers_those_below_it)
{
  QmsDocument *system = parse_system ("<phamVi><noiDung>p</noiDung><ngoaiLe dieuKhoan='8.4'><lyDo>không thuê ngoài"
                                      "</lyDo></ngoaiLe></phamVi>");
  QmsCoverage *coverage = cover (system);
  size_t row = find_row (coverage, "8.4.2");

  ck_assert_int_eq (qms_coverage_state (coverage, row), QMS_COVERAGE_EXCLUDED);
  ck_assert_str_eq (qms_coverage_note (coverage, row), "không thuê ngoài");
  ck_assert_int_eq (qms_coverage_state (coverage, find_row (coverage, "8.3")), QMS_COVERAGE_MISSING);
  qms_coverage_free (coverage);
  qms_document_unref (system);
}
END_TEST

START_TEST (an_exclusion_without_a_reason_hides_no_other)
{
  QmsDocument *system = parse_system ("<phamVi><noiDung>p</noiDung><ngoaiLe dieuKhoan='8.3'/><ngoaiLe dieuKhoan='8.3'>"
                                      "<lyDo>không thiết kế</lyDo></ngoaiLe><ngoaiLe dieuKhoan='8.4'/></phamVi>");
  QmsCoverage *coverage = cover (system);

  ck_assert_int_eq (qms_coverage_state (coverage, find_row (coverage, "8.3")), QMS_COVERAGE_EXCLUDED);
  ck_assert_str_eq (qms_coverage_note (coverage, find_row (coverage, "8.3")), "không thiết kế");
  ck_assert_int_eq (qms_coverage_state (coverage, find_row (coverage, "8.4.1")), QMS_COVERAGE_MISSING);
  qms_coverage_free (coverage);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_clause_that_every_system_applies_is_not_excluded_and_the_row_warns)
{
  static const char *const formats[] = { "text", "json", "html", "csv" };
  QmsDocument *system = parse_system ("<phamVi><noiDung>p</noiDung><ngoaiLe dieuKhoan='9.2'><lyDo>bận</lyDo></ngoaiLe>"
                                      "</phamVi>");
  QmsCoverage *coverage = cover (system);
  size_t row = find_row (coverage, "9.2");
  const char *warning = qms_coverage_warning (coverage, row, QMS_LANG_EN);

  ck_assert_int_eq (qms_coverage_state (coverage, row), QMS_COVERAGE_MISSING);
  ck_assert_str_eq (warning,
                    "the scope leaves this clause out, but every system has to apply it; the reason given: bận");
  ck_assert_ptr_null (qms_coverage_warning (coverage, find_row (coverage, "4.1"), QMS_LANG_EN));
  ck_assert_ptr_null (qms_coverage_warning (coverage, SIZE_MAX, QMS_LANG_VI));
  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++) {
    char *text = NULL;
    ck_assert_int_eq (qms_coverage_write (coverage, formats[i], QMS_LANG_EN, &text, NULL, NULL), QMS_OK);
    ck_assert_msg (strstr (text, warning) != NULL, "%s", formats[i]);
    qms_free (text);
  }
  qms_coverage_free (coverage);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_clause_that_nothing_in_the_model_answers_says_that_it_may_be_excluded)
{
  QmsDocument *system = parse_system ("");
  QmsCoverage *coverage = cover (system);

  ck_assert_str_eq (qms_coverage_note (coverage, find_row (coverage, "8.3")), "phamVi/ngoaiLe[dieuKhoan=8.3]");
  for (size_t i = 0; i < qms_coverage_count (coverage); i++)
    ck_assert_str_ne (qms_coverage_note (coverage, i), "");
  qms_coverage_free (coverage);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_row_names_what_answers_by_path_and_title)
{
  QmsDocument *system = parse_system ("<quyTrinh id='Q' ma='QT 01' loai='danhGiaNoiBo'><ten>Đánh giá</ten></quyTrinh>");
  QmsCoverage *coverage = cover (system);
  size_t row = find_row (coverage, "9.2");
  char *title = qms_coverage_evidence_title (coverage, row, 0, QMS_LANG_VI);

  ck_assert_int_eq (qms_coverage_kind (coverage, row), QMS_COVERAGE_CLAUSE);
  ck_assert_uint_eq (qms_coverage_evidence_count (coverage, row), 1);
  ck_assert_ptr_eq (qms_coverage_evidence (coverage, row, 0), qms_document_find (system, "Q"));
  ck_assert_str_eq (title, "QT 01 Đánh giá");
  ck_assert_ptr_null (qms_coverage_evidence (coverage, row, 1));
  qms_free (title);
  qms_coverage_free (coverage);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_missing_row_says_where_an_answer_is_looked_for)
{
  QmsDocument *system = parse_system ("");
  QmsCoverage *coverage = cover (system);

  ck_assert_str_eq (qms_coverage_note (coverage, find_row (coverage, "4.1")), "vanDe, taiLieuNoiBo[loai=boiCanh]");
  ck_assert_str_eq (qms_coverage_note (coverage, find_row (coverage, "boi-canh")), "vanDe, taiLieuNoiBo[loai=boiCanh]");
  ck_assert_str_eq (qms_coverage_note (coverage, find_row (coverage, "niem-yet")), "niemYet[noi=truSo|boPhanMotCua]");
  ck_assert_str_eq (qms_coverage_note (coverage, find_row (coverage, "dang-tai")),
                    "niemYet[noi=vanPhongDienTu|phanMemMotCua]");
  qms_coverage_free (coverage);
  qms_document_unref (system);
}
END_TEST

/* State of a row for a system. */
static int32_t
state_for (const char *inner, const char *id)
{
  QmsDocument *system = parse_system (inner);
  QmsCoverage *coverage = cover (system);
  int32_t state = qms_coverage_state (coverage, find_row (coverage, id));

  qms_coverage_free (coverage);
  qms_document_unref (system);
  return state;
}

START_TEST (only_what_is_in_force_and_filled_in_answers)
{
#define PROCEDURE(status) "<quyTrinh id='Q' loai='danhGiaNoiBo'" status "><ten>Đánh giá</ten></quyTrinh>"
  static const char *const rows[] = { "9.2", "quy-trinh-danh-gia-noi-bo" };

  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++) {
    ck_assert_int_eq (state_for (PROCEDURE (""), rows[i]), QMS_COVERAGE_MET);
    ck_assert_int_eq (state_for (PROCEDURE (" trangThai='duThao'"), rows[i]), QMS_COVERAGE_PARTIAL);
    ck_assert_int_eq (state_for (PROCEDURE (" trangThai='baiBo'"), rows[i]), QMS_COVERAGE_MISSING);
  }
  ck_assert_int_eq (state_for ("<chinhSach><noiDung>Phục vụ</noiDung></chinhSach>", "5.2.1"), QMS_COVERAGE_MET);
  ck_assert_int_eq (state_for ("<chinhSach><noiDung>[[nội dung]]</noiDung></chinhSach>", "5.2.1"),
                    QMS_COVERAGE_PARTIAL);
  ck_assert_int_eq (state_for ("<chinhSach><noiDung>[[nội dung]]</noiDung></chinhSach>", "chinh-sach"),
                    QMS_COVERAGE_PARTIAL);
}
END_TEST

START_TEST (a_file_does_not_choose_which_framework_file_is_opened)
{
  static const char text[] =
      "<heThong xmlns='urn:libqms:1' moHinhKhung='" QMS_SOURCE_DIR "/tests/framework/dung.xml'/>";
  QmsDocument *system = NULL;
  QmsCoverage *coverage;
  char *written = NULL;

  ck_assert_int_eq (qms_document_parse (text, strlen (text), &system, NULL), QMS_OK);
  coverage = cover (system);
  ck_assert_uint_gt (qms_coverage_state_count (coverage, QMS_COVERAGE_CLAUSE, QMS_COVERAGE_MISSING), 0);
  for (size_t i = 0; i < qms_coverage_count (coverage); i++)
    ck_assert_int_eq (qms_coverage_kind (coverage, i), QMS_COVERAGE_CLAUSE);
  ck_assert_int_eq (qms_coverage_write (coverage, "text", QMS_LANG_EN, &written, NULL, NULL), QMS_OK);
  ck_assert_ptr_nonnull (strstr (written, "not held against the framework"));
  qms_free (written);
  qms_coverage_free (coverage);
  qms_document_unref (system);
}
END_TEST

START_TEST (what_lies_back_too_far_is_partial_and_says_so)
{
  QmsDocument *system = parse_system ("<danhGia id='D' denNgay='2020-01-01'/>");
  QmsCoverage *coverage = cover (system);
  size_t row = find_row (coverage, "cuoc-danh-gia");
  static const char *const formats[] = { "text", "json", "html", "csv" };

  ck_assert_int_eq (qms_coverage_state (coverage, row), QMS_COVERAGE_PARTIAL);
  ck_assert_ptr_nonnull (strstr (qms_coverage_lack (coverage, row, QMS_LANG_EN), "more than 12 months ago"));
  ck_assert_ptr_null (qms_coverage_lack (coverage, find_row (coverage, "cuoc-xem-xet"), QMS_LANG_EN));
  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++) {
    char *text = NULL;
    ck_assert_int_eq (qms_coverage_write (coverage, formats[i], QMS_LANG_EN, &text, NULL, NULL), QMS_OK);
    ck_assert_ptr_nonnull (strstr (text, "more than 12 months ago"));
    qms_free (text);
  }
  qms_coverage_free (coverage);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_system_of_2008_has_the_clauses_of_2008)
{
  QmsDocument *system = load (QMS_SOURCE_DIR "/examples/xml/so-2008.xml");
  QmsCoverage *coverage = cover (system);

  ck_assert_int_eq (qms_coverage_state (coverage, find_row (coverage, "8.5.3")), QMS_COVERAGE_MET);
  ck_assert_int_eq (qms_coverage_state (coverage, find_row (coverage, "7.3")), QMS_COVERAGE_EXCLUDED);
  qms_coverage_free (coverage);
  qms_document_unref (system);
}
END_TEST

START_TEST (clauses_are_sound_and_each_can_be_answered)
{
  static const char *const files[] = { "iso9001-2008", "iso9001-2015" };

  for (size_t i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_strdup_printf (QMS_SOURCE_DIR "/data/standards/%s.xml", files[i]);
    QmsDocument *document = load (path);
    QmsReport *report = NULL;
    ck_assert_int_eq (qms_document_validate (document, &report, NULL), QMS_OK);
    ck_assert_uint_eq (qms_report_count (report), 0);
    qms_report_free (report);
    qms_document_unref (document);
  }
}
END_TEST

/* ---- writing */

static char *
write_as (const QmsCoverage *coverage, const char *format)
{
  char *text = NULL;
  size_t size = 0;

  ck_assert_int_eq (qms_coverage_write (coverage, format, QMS_LANG_VI, &text, &size, NULL), QMS_OK);
  ck_assert_uint_eq (size, strlen (text));
  return text;
}

START_TEST (every_format_shows_the_same_and_escapes_what_it_holds)
{
  QmsDocument *system = parse_system (
      "<coQuan><ten>A &lt;b&gt;</ten></coQuan><quyTrinh id='Q' loai='danhGiaNoiBo'><ten>=1+1 \"x\" &lt;script&gt;</ten>"
      "</quyTrinh>");
  QmsCoverage *coverage = cover (system);
  char *text = write_as (coverage, "text"), *json = write_as (coverage, "json");
  char *html = write_as (coverage, "html"), *csv = write_as (coverage, "csv");

  ck_assert_ptr_nonnull (strstr (text, "/heThong/quyTrinh[Q]"));
  ck_assert_ptr_nonnull (strstr (json, "\"path\": \"/heThong/quyTrinh[Q]\""));
  ck_assert_ptr_nonnull (strstr (html, "=1+1 &quot;x&quot; &lt;script&gt;"));
  ck_assert_ptr_null (strstr (html, "<script"));
  ck_assert_ptr_nonnull (strstr (html, "A &lt;b&gt;"));
  ck_assert_ptr_nonnull (strstr (csv, "\"'=1+1 \"\"x\"\" <script>\"\r\n"));
  qms_free (text);
  qms_free (json);
  qms_free (html);
  qms_free (csv);
  qms_coverage_free (coverage);
  qms_document_unref (system);
}
END_TEST

/* Number of times that `word` stands in `text`. */
static size_t
count_of (const char *text, const char *word)
{
  size_t count = 0;

  for (const char *p = text; (p = strstr (p, word)); p += strlen (word))
    count++;
  return count;
}

START_TEST (no_row_is_left_out_of_json_whatever_its_titles_hold)
{
  g_autoptr (GString) inner = g_string_new ("<quyTrinh id='Q' loai='danhGiaNoiBo'><ten>");
  QmsDocument *system;
  QmsCoverage *coverage;
  char *json;

  for (int i = 0; i < 500; i++)
    g_string_append (inner, "ộ𠀋");
  g_string_append (inner, "</ten></quyTrinh>");
  system = parse_system (inner->str);
  coverage = cover (system);
  json = write_as (coverage, "json");
  ck_assert_uint_eq (count_of (json, "\"state\": "), qms_coverage_count (coverage));
  ck_assert_ptr_null (strstr (json, "…"));
  ck_assert_ptr_nonnull (strstr (json, "\"version\": 1"));
  ck_assert_ptr_nonnull (strstr (json, "\"day\": \"2026-10-01\""));
  qms_free (json);
  qms_coverage_free (coverage);
  qms_document_unref (system);
}
END_TEST

START_TEST (what_cannot_be_covered_is_refused)
{
  QmsDocument *system = parse_system (""), *framework = NULL;
  QmsCoverage *coverage = NULL;
  char *text = NULL;

  ck_assert_int_eq (qms_framework_load ("bkhcn-101-2019", &framework, NULL), QMS_OK);
  ck_assert_int_eq (qms_coverage_run (NULL, NULL, 0, 0, 0, &coverage, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_coverage_run (framework, NULL, 0, 0, 0, &coverage, NULL), QMS_ERROR_STRUCTURE);
  ck_assert_int_eq (qms_coverage_run (system, "khong-co", 0, 0, 0, &coverage, NULL), QMS_ERROR_NOT_FOUND);
  ck_assert_int_eq (qms_coverage_run (system, NULL, 2026, 2, 30, &coverage, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (coverage);
  ck_assert_int_eq (qms_coverage_run (system, NULL, 0, 0, 0, &coverage, NULL), QMS_OK);
  ck_assert_int_eq (qms_coverage_write (coverage, "pdf", 0, &text, NULL, NULL), QMS_ERROR_NOT_FOUND);
  ck_assert_uint_eq (qms_coverage_count (NULL), 0);
  qms_coverage_free (coverage);
  qms_document_unref (system);
  qms_document_unref (framework);
}
END_TEST

Suite *
coverage_suite (void)
{
  Suite *suite = suite_create ("coverage");
  TCase *matrix = tcase_create ("matrix"), *written = tcase_create ("written");

  tcase_set_timeout (matrix, 60);
  tcase_add_test (matrix, a_complete_system_leaves_no_clause_and_no_requirement_without_an_answer);
  tcase_add_test (matrix, what_is_taken_out_turns_exactly_the_rows_that_it_alone_answered_to_missing);
  tcase_add_test (matrix, an_excluded_clause_shows_the_reason_and_covers_those_below_it);
  tcase_add_test (matrix, an_exclusion_without_a_reason_hides_no_other);
  tcase_add_test (matrix, a_clause_that_every_system_applies_is_not_excluded_and_the_row_warns);
  tcase_add_test (matrix, a_clause_that_nothing_in_the_model_answers_says_that_it_may_be_excluded);
  tcase_add_test (matrix, a_row_names_what_answers_by_path_and_title);
  tcase_add_test (matrix, a_missing_row_says_where_an_answer_is_looked_for);
  tcase_add_test (matrix, only_what_is_in_force_and_filled_in_answers);
  tcase_add_test (matrix, a_file_does_not_choose_which_framework_file_is_opened);
  tcase_add_test (matrix, what_lies_back_too_far_is_partial_and_says_so);
  tcase_add_test (matrix, a_system_of_2008_has_the_clauses_of_2008);
  tcase_add_test (matrix, clauses_are_sound_and_each_can_be_answered);
  tcase_add_test (written, every_format_shows_the_same_and_escapes_what_it_holds);
  tcase_add_test (written, no_row_is_left_out_of_json_whatever_its_titles_hold);
  tcase_add_test (written, what_cannot_be_covered_is_refused);
  suite_add_tcase (suite, matrix);
  suite_add_tcase (suite, written);
  return suite;
}

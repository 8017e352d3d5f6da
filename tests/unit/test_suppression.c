/* SPDX-License-Identifier: Apache-2.0 */
/* Suppressions: what they cover, when they hold, and how reports show them. */
#include <check.h>
#include <glib.h>
#include <qms.h>
#include <string.h>

Suite *suppression_suite (void);

#define UNTIL "2026-12-31"
#define ACCEPTED(rule, path, until)                                                                                    \
  "<boQua quyTac='" rule "' duongDan='" path "' nguoiQuyetDinh='Chủ tịch' denNgay='" until "'>Đang cấp mã.</boQua>"
#define DOCUMENTS                                                                                                      \
  "<taiLieuNoiBo ngayBanHanh='2026-01-05'><ten>A</ten></taiLieuNoiBo>"                                                 \
  "<taiLieuNoiBo ngayBanHanh='2026-01-05'><ten>B</ten></taiLieuNoiBo>"

static QmsDocument *
parse (const char *inner)
{
  g_autofree char *text = g_strdup_printf ("<heThong xmlns=\"urn:libqms:1\">%s</heThong>", inner);
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_parse (text, strlen (text), &document, NULL), QMS_OK);
  return document;
}

/* Report on the system, with what stands beside it (may be NULL), on 1 October 2026. */
static QmsReport *
validate (const char *inner, const char *beside)
{
  QmsDocument *document = parse (inner), *other = beside ? parse (beside) : NULL;
  QmsValidator *validator = qms_validator_new ();
  QmsReport *report = NULL;

  ck_assert_int_eq (qms_validator_set_as_of (validator, 2026, 10, 1, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_set_suppressions (validator, other, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
  qms_validator_free (validator);
  qms_document_unref (document);
  qms_document_unref (other);
  return report;
}

/* Report on a system that holds only those suppressions, against the framework of 2019. */
static QmsReport *
validate_framework (const char *inner)
{
  QmsDocument *document = parse (inner);
  QmsValidator *validator = qms_validator_new ();
  QmsReport *report = NULL;

  ck_assert_int_eq (qms_validator_set_as_of (validator, 2026, 10, 1, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_set_framework (validator, "bkhcn-101-2019", NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
  qms_validator_free (validator);
  qms_document_unref (document);
  return report;
}

/* Index of the finding of a rule at a path; fails if there is none. */
static size_t
find (const QmsReport *report, const char *rule, const char *path)
{
  for (size_t i = 0; i < qms_report_count (report); i++)
    if (strcmp (qms_rule_id (qms_report_rule (report, i)), rule) == 0
        && (!path || g_str_has_prefix (qms_report_path (report, i), path)))
      return i;
  ck_abort_msg ("no %s at %s", rule, path ? path : "any place");
}

static size_t
total (const QmsReport *report)
{
  return qms_report_severity_count (report, QMS_SEVERITY_ERROR)
         + qms_report_severity_count (report, QMS_SEVERITY_WARNING)
         + qms_report_severity_count (report, QMS_SEVERITY_INFO);
}

START_TEST (a_suppressed_finding_stays_in_the_report_but_does_not_count)
{
  QmsReport *plain = validate (DOCUMENTS, NULL);
  QmsReport *report = validate (DOCUMENTS ACCEPTED ("QMS-HT-042", "/heThong/taiLieuNoiBo[1]", UNTIL), NULL);
  size_t first = find (report, "QMS-HT-042", "/heThong/taiLieuNoiBo[1]");
  size_t second = find (report, "QMS-HT-042", "/heThong/taiLieuNoiBo[2]");

  ck_assert_uint_eq (qms_report_count (report), qms_report_count (plain));
  ck_assert_uint_eq (total (report), total (plain) - 1);
  ck_assert_uint_eq (qms_report_suppressed_count (report), 1);
  ck_assert_int_eq (qms_report_is_suppressed (report, first), 1);
  ck_assert_int_eq (qms_report_suppression_is_in_file (report, first), 1);
  ck_assert_str_eq (qms_report_suppression_who (report, first), "Chủ tịch");
  ck_assert_str_eq (qms_report_suppression_until (report, first), UNTIL);
  ck_assert_str_eq (qms_report_suppression_reason (report, first), "Đang cấp mã.");
  ck_assert_int_eq (qms_report_is_suppressed (report, second), 0);
  ck_assert_ptr_null (qms_report_suppression_reason (report, second));
  qms_report_free (plain);
  qms_report_free (report);
}
END_TEST

START_TEST (a_path_without_an_index_covers_the_whole_list)
{
  QmsReport *report = validate (DOCUMENTS ACCEPTED ("QMS-HT-042", "/heThong/taiLieuNoiBo", UNTIL), NULL);

  ck_assert_uint_eq (qms_report_suppressed_count (report), 2);
  qms_report_free (report);
}
END_TEST

/* What was meant is never accepted, and saying "no finding needs it" would hide why. */
START_TEST (a_path_that_can_lead_nowhere_is_called_so)
{
  static const char *const paths[] = { "heThong", "//taiLieuNoiBo", "/heThong/", "/heThong//taiLieuNoiBo", "/",
                                       "/heThong/taiLieuNoiBo[]", "/moHinhKhung", "/heThong/taiLieuNoiBo/ten/x" };

  for (size_t i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *inner =
        g_strdup_printf ("%s<boQua quyTac='QMS-HT-042' duongDan='%s' nguoiQuyetDinh='Chủ tịch' denNgay='2026-12-31'>"
                         "Đang cấp mã.</boQua>",
                         DOCUMENTS, paths[i]);
    QmsReport *report = validate (inner, NULL);
    ck_assert_uint_eq (qms_report_suppressed_count (report), 0);
    find (report, "QMS-BQ-006", "/heThong/boQua[1]/duongDan");
    qms_report_free (report);
  }
}
END_TEST

START_TEST (a_name_that_begins_alike_is_not_covered)
{
  QmsReport *report = validate (DOCUMENTS ACCEPTED ("QMS-HT-042", "/heThong/taiLieu", UNTIL), NULL);

  ck_assert_uint_eq (qms_report_suppressed_count (report), 0);
  find (report, "QMS-BQ-006", NULL);
  qms_report_free (report);
}
END_TEST

START_TEST (an_expired_suppression_no_longer_holds)
{
  QmsReport *report = validate (DOCUMENTS ACCEPTED ("QMS-HT-042", "/heThong", "2026-09-30"), NULL);

  ck_assert_uint_eq (qms_report_suppressed_count (report), 0);
  find (report, "QMS-BQ-001", NULL);
  qms_report_free (report);
}
END_TEST

START_TEST (a_suppression_holds_on_its_last_day)
{
  QmsReport *report = validate (DOCUMENTS ACCEPTED ("QMS-HT-042", "/heThong", "2026-10-01"), NULL);

  ck_assert_uint_eq (qms_report_suppressed_count (report), 2);
  qms_report_free (report);
}
END_TEST

START_TEST (errors_of_structure_cannot_be_suppressed)
{
  QmsReport *report = validate ("<taiLieuNoiBo/>" ACCEPTED ("QMS-CT-011", "/heThong", UNTIL), NULL);

  ck_assert_int_eq (qms_report_is_suppressed (report, find (report, "QMS-CT-011", NULL)), 0);
  find (report, "QMS-BQ-003", NULL);
  qms_report_free (report);
}
END_TEST

START_TEST (a_file_beside_the_system_suppresses_too_and_need_not_match)
{
  QmsReport *report = validate (DOCUMENTS, ACCEPTED ("QMS-HT-042", "/heThong", UNTIL)
                                               ACCEPTED ("QMS-HT-043", "/heThong", UNTIL));
  size_t first = find (report, "QMS-HT-042", NULL);

  ck_assert_uint_eq (qms_report_suppressed_count (report), 2);
  ck_assert_int_eq (qms_report_suppression_is_in_file (report, first), 0);
  for (size_t i = 0; i < qms_report_count (report); i++)
    ck_assert_str_ne (qms_rule_id (qms_report_rule (report, i)), "QMS-BQ-002");
  qms_report_free (report);
}
END_TEST

/* ---- the file beside */

/* Report on the file beside, after the systems have been validated on 1 October 2026. */
static QmsReport *
validate_beside (const char *beside, const char *const *systems, size_t count)
{
  QmsDocument *other = parse (beside);
  QmsValidator *validator = qms_validator_new ();
  g_autofree QmsReport **reports = g_new0 (QmsReport *, count);
  QmsReport *report = NULL;

  ck_assert_int_eq (qms_validator_set_as_of (validator, 2026, 10, 1, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_set_suppressions (validator, other, NULL), QMS_OK);
  for (size_t i = 0; i < count; i++) {
    QmsDocument *document = parse (systems[i]);
    ck_assert_int_eq (qms_validator_run (validator, document, &reports[i], NULL), QMS_OK);
    qms_document_unref (document);
  }
  ck_assert_int_eq (qms_validator_run_suppressions (validator, (const QmsReport *const *)reports, count, &report, NULL),
                    QMS_OK);
  for (size_t i = 0; i < count; i++)
    qms_report_free (reports[i]);
  qms_validator_free (validator);
  qms_document_unref (other);
  return report;
}

/* Each line is a suppression that is of no use, and the rule that says so. */
START_TEST (useless_suppressions_beside_are_reported_where_they_stand)
{
  g_autofree char *beside = g_strconcat (
      "\n", ACCEPTED ("QMS-HT-042", "/heThong", UNTIL), "\n", ACCEPTED ("QMS-HT-042", "/heThong", "2026-09-30"), "\n",
      ACCEPTED ("QMS-HT-042", "/heThong/quyTrinh[KHONG-CO]", UNTIL), "\n", ACCEPTED ("QMS-HT-042", "/heThong/khong/co", UNTIL), "\n", ACCEPTED ("QMS-HT-999", "/heThong", UNTIL), "\n",
      ACCEPTED ("QMS-CT-011", "/heThong", UNTIL), "\n",
      "<boQua quyTac='QMS-HT-042' duongDan='/heThong' nguoiQuyetDinh='' denNgay='2026-12-31'>Đang cấp mã.</boQua>", NULL);
  static const char *const expected[] = { "QMS-BQ-001", "QMS-BQ-002", "QMS-BQ-006",
                                          "QMS-BQ-004", "QMS-BQ-003", "QMS-CT-011" };
  static const char *const systems[] = { DOCUMENTS };
  QmsReport *report = validate_beside (beside, systems, G_N_ELEMENTS (systems));

  ck_assert_uint_eq (qms_report_count (report), G_N_ELEMENTS (expected));
  for (size_t i = 0; i < G_N_ELEMENTS (expected); i++) {
    ck_assert_str_eq (qms_rule_id (qms_report_rule (report, i)), expected[i]);
    ck_assert_uint_eq (qms_report_line (report, i), i + 3);
  }
  qms_report_free (report);
}
END_TEST

START_TEST (a_suppression_beside_may_be_meant_for_any_of_the_systems)
{
  static const char *const systems[] = { DOCUMENTS, "", DOCUMENTS };
  QmsReport *report = validate_beside (ACCEPTED ("QMS-HT-042", "/heThong", UNTIL), systems, G_N_ELEMENTS (systems));

  ck_assert_uint_eq (qms_report_count (report), 0);
  qms_report_free (report);
  report = validate_beside (ACCEPTED ("QMS-HT-042", "/heThong", UNTIL), systems + 1, 1);
  ck_assert_uint_eq (qms_report_count (report), 1);
  find (report, "QMS-BQ-002", "/heThong/boQua[1]");
  qms_report_free (report);
}
END_TEST

START_TEST (without_a_file_beside_there_is_nothing_to_report)
{
  QmsValidator *validator = qms_validator_new ();
  QmsReport *report = NULL;

  ck_assert_int_eq (qms_validator_run_suppressions (validator, NULL, 0, &report, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_validator_run_suppressions (NULL, NULL, 0, &report, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (report);
  qms_validator_free (validator);
}
END_TEST

START_TEST (only_a_system_with_nothing_but_suppressions_stands_beside)
{
  static const struct {
    const char *text, *id, *found;
    unsigned line;
  } cases[] = {
    { "<vanBanPhapLuat xmlns=\"urn:libqms:1\"/>", "QMS-AP-012", "<vanBanPhapLuat>", 1 },
    { "<heThong xmlns=\"urn:libqms:1\">\n<coQuan><ten>A</ten></coQuan></heThong>", "QMS-BQ-005", "«coQuan»", 2 },
    { "\n<heThong xmlns=\"urn:libqms:1\" moHinhKhung=\"x\"/>", "QMS-BQ-005", "«moHinhKhung»", 2 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    QmsValidator *validator = qms_validator_new ();
    QmsDocument *document = NULL;
    QmsError *error = NULL;
    ck_assert_int_eq (qms_document_parse (cases[i].text, strlen (cases[i].text), &document, NULL), QMS_OK);
    ck_assert_int_eq (qms_validator_set_suppressions (validator, document, &error), QMS_ERROR_STRUCTURE);
    ck_assert_str_eq (qms_error_id (error), cases[i].id);
    ck_assert_uint_eq (qms_error_line (error), cases[i].line);
    ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_VI), cases[i].found));
    qms_error_free (error);
    qms_document_unref (document);
    qms_validator_free (validator);
  }
}
END_TEST

/* ---- paths */

#define PROCEDURE                                                                                                      \
  "<quyTrinh id='QT-1' loai='tthc'><ten>T</ten><buoc id='B1' so='1'><ten>Nhận</ten></buoc></quyTrinh>"

/* Findings have the path with identifiers; people may write positions, or the names of the C API. */
START_TEST (positions_and_identifiers_name_the_same_node)
{
  static const char *const paths[] = { "/heThong/quyTrinh[QT-1]",  "/heThong/quyTrinh[1]", "/system/procedures[1]",
                                       "/heThong/quyTrinh[QT-1]/lanBanHanh", "/heThong/quyTrinh[1]/lanBanHanh",
                                       "/system/procedures[1]/edition", "/heThong/quyTrinh", "/system/procedures" };
  QmsReport *plain = validate (PROCEDURE, NULL);
  size_t at = find (plain, "QMS-QT-006", "/heThong/quyTrinh[QT-1]/lanBanHanh");

  for (size_t i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *text = g_strdup_printf (PROCEDURE ACCEPTED ("QMS-QT-006", "%s", UNTIL), paths[i]);
    QmsReport *report = validate (text, NULL);
    ck_assert_msg (qms_report_is_suppressed (report, at) == 1, "%s does not match", paths[i]);
    qms_report_free (report);
  }
  qms_report_free (plain);
}
END_TEST

START_TEST (the_steps_of_a_procedure_are_named_below_its_position)
{
  static const char *const paths[] = { "/heThong/quyTrinh[QT-1]/buoc[B1]", "/heThong/quyTrinh[1]/buoc[1]",
                                       "/heThong/quyTrinh[1]/buoc[B1]", "/heThong/quyTrinh[1]/buoc" };

  for (size_t i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *text = g_strdup_printf (PROCEDURE ACCEPTED ("QMS-QT-013", "%s", UNTIL), paths[i]);
    QmsReport *report = validate (text, NULL);
    ck_assert_msg (qms_report_suppressed_count (report) > 0, "%s does not match", paths[i]);
    qms_report_free (report);
  }
}
END_TEST

START_TEST (a_second_suppression_of_the_same_is_of_no_use)
{
  QmsReport *report = validate (DOCUMENTS ACCEPTED ("QMS-HT-042", "/heThong", UNTIL)
                                    ACCEPTED ("QMS-HT-042", "/heThong", UNTIL),
                                NULL);

  ck_assert_uint_eq (qms_report_suppressed_count (report), 2);
  find (report, "QMS-BQ-002", "/heThong/boQua[2]");
  qms_report_free (report);
}
END_TEST

START_TEST (every_form_of_report_shows_the_reason)
{
  static const char *const marks[][2] = { { "text", "    accepted until 2026-12-31 by Chủ tịch: Đang cấp mã.\n" },
                                          { "json", "\"reason\": \"Đang cấp mã.\"" },
                                          { "ndjson", "\"suppressed\":{\"who\":\"Chủ tịch\"" },
                                          { "sarif", "\"kind\": \"inSource\"" },
                                          { "junit", "<skipped message=\"Đang cấp mã. (Chủ tịch, 2026-12-31)\"/>" } };
  QmsReport *report = validate (DOCUMENTS ACCEPTED ("QMS-HT-042", "/heThong", UNTIL), NULL);
  const QmsReport *reports[] = { report };

  for (size_t i = 0; i < G_N_ELEMENTS (marks); i++) {
    char *text = NULL;
    ck_assert_int_eq (qms_report_write (reports, 1, marks[i][0], QMS_LANG_EN, 0, &text, NULL, NULL), QMS_OK);
    ck_assert_msg (strstr (text, marks[i][1]) != NULL, "%s does not have %s:\n%s", marks[i][0], marks[i][1], text);
    qms_free (text);
  }
  qms_report_free (report);
}
END_TEST

START_TEST (an_acceptance_of_one_requirement_excuses_no_other)
{
#define OF_FRAMEWORK(which)                                                                                            \
  "<boQua quyTac='QMS-MH-001' duongDan='/heThong' " which                                                              \
  "nguoiQuyetDinh='Chủ tịch' denNgay='" UNTIL "'>Lùi sang tháng 11.</boQua>"
  QmsReport *one = validate_framework (OF_FRAMEWORK ("yeuCau='cuoc-danh-gia' "));
  QmsReport *all = validate_framework (OF_FRAMEWORK (""));

  ck_assert_uint_eq (qms_report_suppressed_count (one), 1);
  for (size_t i = 0; i < qms_report_count (one); i++)
    if (qms_report_is_suppressed (one, i))
      ck_assert_str_eq (qms_report_requirement (one, i), "cuoc-danh-gia");
  ck_assert_uint_eq (qms_report_suppressed_count (all), 0);
  find (all, "QMS-BQ-007", NULL);
  qms_report_free (one);
  qms_report_free (all);
}
END_TEST

Suite *
suppression_suite (void)
{
  Suite *suite = suite_create ("suppression");
  TCase *cases = tcase_create ("suppression");

  tcase_add_test (cases, a_suppressed_finding_stays_in_the_report_but_does_not_count);
  tcase_add_test (cases, a_path_without_an_index_covers_the_whole_list);
  tcase_add_test (cases, a_path_that_can_lead_nowhere_is_called_so);
  tcase_add_test (cases, a_name_that_begins_alike_is_not_covered);
  tcase_add_test (cases, an_expired_suppression_no_longer_holds);
  tcase_add_test (cases, a_suppression_holds_on_its_last_day);
  tcase_add_test (cases, errors_of_structure_cannot_be_suppressed);
  tcase_add_test (cases, a_file_beside_the_system_suppresses_too_and_need_not_match);
  tcase_add_test (cases, useless_suppressions_beside_are_reported_where_they_stand);
  tcase_add_test (cases, a_suppression_beside_may_be_meant_for_any_of_the_systems);
  tcase_add_test (cases, without_a_file_beside_there_is_nothing_to_report);
  tcase_add_test (cases, only_a_system_with_nothing_but_suppressions_stands_beside);
  tcase_add_test (cases, positions_and_identifiers_name_the_same_node);
  tcase_add_test (cases, the_steps_of_a_procedure_are_named_below_its_position);
  tcase_add_test (cases, a_second_suppression_of_the_same_is_of_no_use);
  tcase_add_test (cases, every_form_of_report_shows_the_reason);
  tcase_add_test (cases, an_acceptance_of_one_requirement_excuses_no_other);
  suite_add_tcase (suite, cases);
  return suite;
}

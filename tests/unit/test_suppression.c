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

START_TEST (a_name_that_begins_alike_is_not_covered)
{
  QmsReport *report = validate (DOCUMENTS ACCEPTED ("QMS-HT-042", "/heThong/taiLieu", UNTIL), NULL);

  ck_assert_uint_eq (qms_report_suppressed_count (report), 0);
  find (report, "QMS-BQ-002", NULL);
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

START_TEST (only_a_system_can_hold_suppressions)
{
  QmsValidator *validator = qms_validator_new ();
  QmsDocument *framework = qms_document_new (QMS_TYPE_FRAMEWORK);

  ck_assert_int_eq (qms_validator_set_suppressions (validator, framework, NULL), QMS_ERROR_ARGUMENT);
  qms_document_unref (framework);
  qms_validator_free (validator);
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

Suite *
suppression_suite (void)
{
  Suite *suite = suite_create ("suppression");
  TCase *cases = tcase_create ("suppression");

  tcase_add_test (cases, a_suppressed_finding_stays_in_the_report_but_does_not_count);
  tcase_add_test (cases, a_path_without_an_index_covers_the_whole_list);
  tcase_add_test (cases, a_name_that_begins_alike_is_not_covered);
  tcase_add_test (cases, an_expired_suppression_no_longer_holds);
  tcase_add_test (cases, a_suppression_holds_on_its_last_day);
  tcase_add_test (cases, errors_of_structure_cannot_be_suppressed);
  tcase_add_test (cases, a_file_beside_the_system_suppresses_too_and_need_not_match);
  tcase_add_test (cases, only_a_system_can_hold_suppressions);
  tcase_add_test (cases, every_form_of_report_shows_the_reason);
  suite_add_tcase (suite, cases);
  return suite;
}

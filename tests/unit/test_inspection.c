/* SPDX-License-Identifier: Apache-2.0 */
/* Inspections: verdicts drawn from validation reports. */
#include <qms.h>

#include <check.h>
#include <glib.h>
#include <stdbool.h>
#include <string.h>

Suite *inspection_suite (void);

#define COMMUNE QMS_SOURCE_DIR "/examples/xml/ubnd-xa.xml"

static QmsDocument *
load (const char *path)
{
  QmsDocument *document = NULL;

  ck_assert_int_eq (qms_document_load (path, &document, NULL), QMS_OK);
  return document;
}

static QmsReport *
validate (QmsDocument *document)
{
  QmsValidator *validator = qms_validator_new ();
  QmsReport *report = NULL;

  ck_assert_int_eq (qms_validator_set_as_of (validator, 2026, 10, 1, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
  qms_validator_free (validator);
  return report;
}

static QmsDocument *
draw (const QmsReport *report, int32_t least)
{
  QmsDocument *inspection = NULL;

  ck_assert_int_eq (qms_inspection_draw (&report, 1, NULL, least, QMS_LANG_VI, &inspection, NULL, NULL), QMS_OK);
  return inspection;
}

static const QmsNode *
agency_of (QmsDocument *inspection)
{
  return qms_inspection_get_agencies (qms_document_root (inspection), 0);
}

static const QmsNode *
item (QmsDocument *inspection, const char *code)
{
  const QmsNode *agency = agency_of (inspection);

  for (size_t i = 0; i < qms_inspected_agency_count_checklist (agency); i++)
    if (strcmp (qms_checklist_item_get_code (qms_inspected_agency_get_checklist (agency, i)), code) == 0)
      return qms_inspected_agency_get_checklist (agency, i);
  ck_abort_msg ("no item %s", code);
  return NULL;
}

START_TEST (a_conforming_system_conforms_in_every_item_that_has_something_to_look_at)
{
  QmsDocument *system = load (COMMUNE);
  QmsReport *report = validate (system);
  QmsDocument *inspection = draw (report, QMS_SEVERITY_WARNING);
  const QmsNode *agency = agency_of (inspection);

  ck_assert_uint_eq (qms_inspection_count (inspection, QMS_VERDICT_CONFORMING), 1);
  ck_assert_str_eq (qms_inspected_agency_get_name (agency),
                    qms_agency_get_name (qms_system_get_agency (qms_document_root (system))));
  ck_assert_uint_ge (qms_inspected_agency_count_checklist (agency), 44);
  for (size_t i = 0; i < qms_inspected_agency_count_checklist (agency); i++) {
    const QmsNode *item = qms_inspected_agency_get_checklist (agency, i);
    bool nothing = strcmp (qms_checklist_item_get_code (item), "B9") == 0; /* the commune has no consultant */
    ck_assert_int_eq (qms_checklist_item_get_verdict (item),
                      nothing ? QMS_VERDICT_NOT_ASSESSED : QMS_VERDICT_CONFORMING);
  }
  qms_document_unref (inspection);
  qms_report_free (report);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_requirement_that_is_not_met_counts_against_the_framework_and_its_item)
{
  QmsDocument *system = load (COMMUNE);
  QmsReport *report;
  QmsDocument *inspection;

  ck_assert_int_eq (qms_node_unset (qms_document_root (system), QMS_SYSTEM_AUDITS), QMS_OK);
  report = validate (system);
  inspection = draw (report, QMS_SEVERITY_WARNING);
  ck_assert_int_eq (qms_checklist_item_get_verdict (item (inspection, "A5")), QMS_VERDICT_NOT_CONFORMING);
  ck_assert_ptr_nonnull (strstr (qms_checklist_item_get_evidence (item (inspection, "A5")), "[QMS-MH-001]"));
  ck_assert_int_eq (qms_inspected_agency_get_standard_verdict (agency_of (inspection)), QMS_VERDICT_NOT_CONFORMING);
  ck_assert_int_eq (qms_inspected_agency_get_framework_verdict (agency_of (inspection)), QMS_VERDICT_NOT_CONFORMING);
  ck_assert_int_eq (qms_inspected_agency_get_law_verdict (agency_of (inspection)), QMS_VERDICT_CONFORMING);
  ck_assert_uint_eq (qms_inspection_count (inspection, QMS_VERDICT_CONFORMING), 0);
  qms_document_unref (inspection);
  qms_report_free (report);
  qms_document_unref (system);
}
END_TEST

START_TEST (findings_below_the_least_severity_do_not_count)
{
  QmsDocument *system = load (COMMUNE);
  QmsReport *report;
  QmsDocument *strict, *mild;

  ck_assert_int_eq (qms_node_unset (qms_document_root (system), QMS_SYSTEM_AUDITS), QMS_OK);
  report = validate (system);
  strict = draw (report, QMS_SEVERITY_WARNING);
  mild = draw (report, QMS_SEVERITY_ERROR);
  ck_assert_uint_eq (qms_inspection_count (strict, QMS_VERDICT_CONFORMING), 0);
  ck_assert_uint_eq (qms_inspection_count (mild, QMS_VERDICT_CONFORMING), 1);
  qms_document_unref (strict);
  qms_document_unref (mild);
  qms_report_free (report);
  qms_document_unref (system);
}
END_TEST

static void
accept_late_audit (QmsNode *system)
{
  QmsNode *accepted = qms_system_add_suppressions (system, NULL);

  ck_assert_int_eq (qms_suppression_set_rule (accepted, "QMS-MH-001", NULL), QMS_OK);
  ck_assert_int_eq (qms_suppression_set_requirement (accepted, "cuoc-danh-gia", NULL), QMS_OK);
  ck_assert_int_eq (qms_suppression_set_path (accepted, "/heThong", NULL), QMS_OK);
  ck_assert_int_eq (qms_suppression_set_who (accepted, "Chủ tịch UBND xã", NULL), QMS_OK);
  ck_assert_int_eq (qms_suppression_set_until (accepted, 2026, 12, 31, NULL), QMS_OK);
  ck_assert_int_eq (qms_suppression_set_reason (accepted, "Đánh giá lùi sang tháng 11", NULL), QMS_OK);
}

START_TEST (an_accepted_finding_does_not_count)
{
  QmsDocument *system = load (COMMUNE);
  QmsNode *root = qms_document_root (system);
  QmsReport *report;
  QmsDocument *inspection;

  ck_assert_int_eq (qms_node_unset (root, QMS_SYSTEM_AUDITS), QMS_OK);
  accept_late_audit (root);
  report = validate (system);
  inspection = draw (report, QMS_SEVERITY_WARNING);
  ck_assert_uint_eq (qms_inspection_count (inspection, QMS_VERDICT_CONFORMING), 1);
  qms_document_unref (inspection);
  qms_report_free (report);
  qms_document_unref (system);
}
END_TEST

START_TEST (what_is_accepted_says_who_until_when_and_why)
{
  QmsDocument *system = load (COMMUNE), *inspection;
  QmsNode *root = qms_document_root (system);
  static const char *const formats[] = { "text", "csv", "html" };
  const QmsNode *acceptance;
  QmsReport *report;

  ck_assert_int_eq (qms_node_unset (root, QMS_SYSTEM_AUDITS), QMS_OK);
  accept_late_audit (root);
  report = validate (system);
  inspection = draw (report, QMS_SEVERITY_WARNING);
  ck_assert_int_eq (qms_inspected_agency_get_accepted (agency_of (inspection)), 1);
  ck_assert_uint_eq (qms_checklist_item_count_accepted (item (inspection, "A5")), 1);
  ck_assert_uint_eq (qms_checklist_item_count_accepted (item (inspection, "A6")), 0);
  acceptance = qms_checklist_item_get_accepted (item (inspection, "A5"), 0);
  ck_assert_str_eq (qms_acceptance_get_requirement (acceptance), "cuoc-danh-gia");
  ck_assert_str_eq (qms_acceptance_get_who (acceptance), "Chủ tịch UBND xã");
  ck_assert_str_eq (qms_acceptance_get_reason (acceptance), "Đánh giá lùi sang tháng 11");
  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++) {
    char *text = NULL;
    ck_assert_int_eq (qms_inspection_write (inspection, formats[i], QMS_LANG_VI, &text, NULL, NULL), QMS_OK);
    ck_assert_ptr_nonnull (strstr (text, "QMS-MH-001 (cuoc-danh-gia), /heThong: Chủ tịch UBND xã chấp nhận đến "
                                         "31/12/2026, 1 phát hiện: Đánh giá lùi sang tháng 11"));
    qms_free (text);
  }
  qms_document_unref (inspection);
  qms_report_free (report);
  qms_document_unref (system);
}
END_TEST

START_TEST (notes_that_fill_a_report_do_not_hide_what_decides)
{
  QmsDocument *system = load (COMMUNE);
  QmsNode *root = qms_document_root (system);
  QmsValidator *validator = qms_validator_new ();
  QmsReport *none = NULL, *one = NULL;
  QmsDocument *blind, *seen;

  ck_assert_int_eq (qms_node_unset (root, QMS_SYSTEM_AUDITS), QMS_OK);
  ck_assert_int_eq (qms_validator_set_as_of (validator, 2026, 10, 1, NULL), QMS_OK);
  qms_validator_set_max_findings (validator, 0);
  ck_assert_int_eq (qms_validator_run (validator, system, &none, NULL), QMS_OK);
  qms_validator_set_max_findings (validator, 1);
  ck_assert_int_eq (qms_validator_run (validator, system, &one, NULL), QMS_OK);
  blind = draw (none, QMS_SEVERITY_WARNING);
  seen = draw (one, QMS_SEVERITY_WARNING);
  ck_assert_int_eq (qms_inspected_agency_get_verdict (agency_of (blind)), QMS_VERDICT_NOT_ASSESSED);
  ck_assert_int_eq (qms_checklist_item_get_verdict (item (blind, "A1")), QMS_VERDICT_NOT_ASSESSED);
  ck_assert (qms_inspected_agency_has_conclusion (agency_of (blind)));
  ck_assert_int_eq (qms_inspected_agency_get_verdict (agency_of (seen)), QMS_VERDICT_NOT_CONFORMING);
  ck_assert_int_eq (qms_checklist_item_get_verdict (item (seen, "A5")), QMS_VERDICT_NOT_CONFORMING);
  qms_document_unref (blind);
  qms_document_unref (seen);
  qms_report_free (none);
  qms_report_free (one);
  qms_validator_free (validator);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_new_system_has_confirmed_and_announced_nothing)
{
  static const char *const items[] = { "A1", "A14", "B2", "B3" };
  static const char *const rules[] = { "[QMS-VB-005]", "[QMS-MH-010]", "[QMS-MH-010]", "[QMS-MH-010]" };
  QmsDocument *system = NULL, *inspection;
  QmsReport *report;

  ck_assert_int_eq (qms_framework_instantiate ("bkhcn-101-2019", QMS_AGENCY_TYPE_COMMUNE, "UBND xã", &system, NULL),
                    QMS_OK);
  report = validate (system);
  inspection = draw (report, QMS_SEVERITY_WARNING);
  for (size_t i = 0; i < G_N_ELEMENTS (items); i++) {
    ck_assert_int_eq (qms_checklist_item_get_verdict (item (inspection, items[i])), QMS_VERDICT_NOT_CONFORMING);
    ck_assert_ptr_nonnull (strstr (qms_checklist_item_get_evidence (item (inspection, items[i])), rules[i]));
  }
  qms_document_unref (inspection);
  qms_report_free (report);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_file_that_cannot_be_read_is_not_assessed_and_says_why)
{
  QmsDocument *document = NULL, *inspection;
  QmsError *error = NULL;
  QmsReport *report;

  ck_assert_int_eq (qms_document_parse ("<x", 2, &document, &error), QMS_ERROR_SYNTAX);
  report = qms_report_from_error (error, "hỏng.xml");
  inspection = draw (report, QMS_SEVERITY_ERROR);
  ck_assert_str_eq (qms_inspected_agency_get_name (agency_of (inspection)), "hỏng.xml");
  ck_assert_int_eq (qms_inspected_agency_get_verdict (agency_of (inspection)), QMS_VERDICT_NOT_ASSESSED);
  ck_assert_uint_eq (qms_inspected_agency_count_checklist (agency_of (inspection)), 0);
  ck_assert_str_ne (qms_inspected_agency_get_conclusion (agency_of (inspection)), "");
  qms_document_unref (inspection);
  qms_report_free (report);
  qms_error_free (error);
}
END_TEST

/* ---- what cannot be judged */

/* Inspection of a system in a text; `lang` is that of its words. */
static QmsDocument *
inspect_text (const char *text, int32_t lang, QmsError **skipped)
{
  QmsDocument *document = NULL, *inspection = NULL;
  QmsReport *report;

  ck_assert_int_eq (qms_document_parse (text, strlen (text), &document, NULL), QMS_OK);
  report = validate (document);
  ck_assert_int_eq (qms_inspection_draw ((const QmsReport *const *)&report, 1, NULL, QMS_SEVERITY_WARNING, lang,
                                         &inspection, skipped, NULL),
                    QMS_OK);
  qms_report_free (report);
  qms_document_unref (document);
  return inspection;
}

START_TEST (a_file_that_is_no_system_is_no_agency)
{
  static const char *const texts[] = {
    "<vanBanPhapLuat xmlns='urn:libqms:1'/>",
    "<kiemTra xmlns='urn:libqms:1'/>",
    "<moHinhKhung xmlns='urn:libqms:1' ma='x'><ten>X</ten></moHinhKhung>",
    "<heThong xmlns='urn:libqms:1'><boQua quyTac='QMS-HT-050' duongDan='/heThong' nguoiQuyetDinh='CT' "
    "denNgay='2026-12-31'>x</boQua></heThong>",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++) {
    QmsError *skipped = NULL;
    QmsDocument *inspection = inspect_text (texts[i], QMS_LANG_VI, &skipped);

    ck_assert_uint_eq (qms_inspection_count_agencies (qms_document_root (inspection)), 0);
    ck_assert_msg (skipped && !qms_error_next (skipped), "%s", texts[i]);
    ck_assert_uint_eq (qms_error_line (skipped), 1);
    qms_error_free (skipped);
    qms_document_unref (inspection);
  }
}
END_TEST

START_TEST (of_an_empty_system_nothing_is_assessed)
{
  QmsDocument *inspection =
      inspect_text ("<heThong xmlns='urn:libqms:1' moHinhKhung='bkhcn-101-2019'/>", QMS_LANG_EN, NULL);

  ck_assert_int_eq (qms_inspected_agency_get_verdict (agency_of (inspection)), QMS_VERDICT_NOT_ASSESSED);
  ck_assert_str_eq (qms_inspected_agency_get_conclusion (agency_of (inspection)), "the file holds nothing of a system");
  ck_assert_uint_eq (qms_inspection_count (inspection, QMS_VERDICT_NOT_ASSESSED), 1);
  qms_document_unref (inspection);
}
END_TEST

START_TEST (without_a_known_framework_it_is_not_assessed_and_the_remarks_say_so)
{
  QmsDocument *system = load (COMMUNE), *inspection;
  QmsReport *report;
  const QmsNode *agency;

  ck_assert_int_eq (qms_system_set_framework (qms_document_root (system), "khong-co", NULL), QMS_OK);
  report = validate (system);
  inspection = draw (report, QMS_SEVERITY_WARNING);
  agency = agency_of (inspection);
  ck_assert_int_eq (qms_inspected_agency_get_verdict (agency), QMS_VERDICT_NOT_ASSESSED);
  ck_assert_int_eq (qms_inspected_agency_get_standard_verdict (agency), QMS_VERDICT_CONFORMING);
  ck_assert_int_eq (qms_inspected_agency_get_framework_verdict (agency), QMS_VERDICT_NOT_ASSESSED);
  ck_assert_int_eq (qms_checklist_item_get_verdict (item (inspection, "khac")), QMS_VERDICT_CONFORMING);
  ck_assert_ptr_nonnull (strstr (qms_inspected_agency_get_conclusion (agency), "[QMS-MH-004]"));
  qms_document_unref (inspection);
  qms_report_free (report);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_system_that_is_too_unsound_for_its_framework_is_not_held_against_it)
{
  QmsDocument *inspection = inspect_text ("<heThong xmlns='urn:libqms:1' moHinhKhung='BKHCN 101'><coQuan><ten>Xã</ten>"
                                          "</coQuan></heThong>",
                                          QMS_LANG_EN, NULL);
  const QmsNode *agency = agency_of (inspection);

  ck_assert_int_eq (qms_inspected_agency_get_standard_verdict (agency), QMS_VERDICT_NOT_CONFORMING);
  ck_assert_int_eq (qms_inspected_agency_get_framework_verdict (agency), QMS_VERDICT_NOT_ASSESSED);
  ck_assert_str_eq (qms_inspected_agency_get_conclusion (agency),
                    "not held against the framework: the root of the system has an error");
  qms_document_unref (inspection);
}
END_TEST

START_TEST (an_agency_with_a_name_and_nothing_else_conforms_to_nothing)
{
  QmsDocument *inspection = inspect_text (
      "<heThong xmlns='urn:libqms:1'><coQuan loai='ubndCapXa'><ten>Xã</ten></coQuan></heThong>", QMS_LANG_VI, NULL);
  const QmsNode *agency = agency_of (inspection);

  ck_assert_int_eq (qms_inspected_agency_get_law_verdict (agency), QMS_VERDICT_NOT_ASSESSED);
  for (size_t i = 0; i < qms_inspected_agency_count_checklist (agency); i++) {
    const QmsNode *line = qms_inspected_agency_get_checklist (agency, i);
    if (strcmp (qms_checklist_item_get_code (line), "khac") != 0)
      ck_assert_msg (qms_checklist_item_get_verdict (line) != QMS_VERDICT_CONFORMING, "%s",
                     qms_checklist_item_get_code (line));
  }
  qms_document_unref (inspection);
}
END_TEST

/* ---- reasons */

START_TEST (a_finding_that_decides_no_item_has_a_line_and_counts_as_its_category_says)
{
  QmsDocument *system = load (COMMUNE), *inspection;
  QmsReport *report;
  const QmsNode *agency;

  ck_assert_int_eq (qms_system_set_standard (qms_document_root (system), QMS_STANDARD_ISO9001_2008, NULL), QMS_OK);
  ck_assert_int_eq (qms_node_unset (qms_system_get_scope (qms_document_root (system)), QMS_SCOPE_EXCLUSIONS), QMS_OK);
  report = validate (system);
  inspection = draw (report, QMS_SEVERITY_WARNING);
  agency = agency_of (inspection);
  ck_assert_int_eq (qms_checklist_item_get_verdict (item (inspection, "khac")), QMS_VERDICT_NOT_CONFORMING);
  ck_assert_ptr_nonnull (strstr (qms_checklist_item_get_evidence (item (inspection, "khac")), "[QMS-MH-005]"));
  ck_assert_int_eq (qms_inspected_agency_get_framework_verdict (agency), QMS_VERDICT_NOT_CONFORMING);
  ck_assert_int_eq (qms_inspected_agency_get_standard_verdict (agency), QMS_VERDICT_CONFORMING);
  qms_document_unref (inspection);
  qms_report_free (report);
  qms_document_unref (system);
}
END_TEST

START_TEST (every_format_gives_message_rule_and_place_in_the_language_asked_for)
{
  static const char *const formats[] = { "text", "html", "csv" };
  QmsDocument *inspection =
      inspect_text ("<heThong xmlns='urn:libqms:1'>\n<coQuan><ten>Xã</ten></coQuan></heThong>", QMS_LANG_EN, NULL);
  const char *reason = "/heThong/hoSo (line 1): the system has no list of records [QMS-HT-050]";

  ck_assert_str_eq (qms_checklist_item_get_evidence (item (inspection, "A12")), reason);
  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++) {
    char *text = NULL;
    ck_assert_int_eq (qms_inspection_write (inspection, formats[i], QMS_LANG_EN, &text, NULL, NULL), QMS_OK);
    ck_assert_msg (strstr (text, reason) != NULL, "%s", formats[i]);
    ck_assert_msg (strstr (text, "names no framework that is known") != NULL, "%s", formats[i]);
    qms_free (text);
  }
  qms_document_unref (inspection);
}
END_TEST

START_TEST (further_findings_are_counted_in_the_language_asked_for)
{
  g_autoptr (GString) text = g_string_new ("<heThong xmlns='urn:libqms:1'>");
  QmsDocument *inspection;
  const char *evidence;

  for (int i = 0; i < 5; i++)
    g_string_append_printf (text, "<hoSo><ten>Sổ %d</ten></hoSo>", i);
  g_string_append (text, "</heThong>");
  inspection = inspect_text (text->str, QMS_LANG_EN, NULL);
  evidence = qms_checklist_item_get_evidence (item (inspection, "A12"));
  ck_assert_msg (g_str_has_suffix (evidence, "\n… and 7 more findings"), "%s", evidence);
  qms_document_unref (inspection);
}
END_TEST

START_TEST (agencies_of_one_name_are_told_by_their_files)
{
  QmsDocument *system = load (COMMUNE);
  QmsReport *report = validate (system);
  QmsDocument *inspection = draw (report, QMS_SEVERITY_WARNING);
  char *text = NULL, *html = NULL;

  ck_assert_int_eq (qms_inspection_write (inspection, "text", QMS_LANG_VI, &text, NULL, NULL), QMS_OK);
  ck_assert_int_eq (qms_inspection_write (inspection, "html", QMS_LANG_VI, &html, NULL, NULL), QMS_OK);
  ck_assert_ptr_nonnull (strstr (text, " (" COMMUNE "): Phù hợp\n"));
  ck_assert_ptr_nonnull (strstr (html, " <small>" COMMUNE "</small></th>"));
  qms_free (text);
  qms_free (html);
  qms_document_unref (inspection);
  qms_report_free (report);
  qms_document_unref (system);
}
END_TEST

/* ---- writing */

START_TEST (an_inspection_is_a_document_without_findings)
{
  QmsDocument *system = load (COMMUNE);
  QmsReport *report = validate (system), *own;
  QmsDocument *inspection = draw (report, QMS_SEVERITY_WARNING);

  own = validate (inspection);
  ck_assert_uint_eq (qms_report_count (own), 0);
  qms_report_free (own);
  qms_document_unref (inspection);
  qms_report_free (report);
  qms_document_unref (system);
}
END_TEST

START_TEST (tables_escape_what_they_hold)
{
  QmsDocument *document = NULL, *inspection;
  QmsError *error = NULL;
  QmsReport *report;
  char *html = NULL, *csv = NULL, *text = NULL;

  ck_assert_int_eq (qms_document_parse ("<x", 2, &document, &error), QMS_ERROR_SYNTAX);
  report = qms_report_from_error (error, "=<b>\"\033.xml");
  inspection = draw (report, QMS_SEVERITY_ERROR);
  ck_assert_int_eq (qms_inspection_write (inspection, "html", QMS_LANG_VI, &html, NULL, NULL), QMS_OK);
  ck_assert_int_eq (qms_inspection_write (inspection, "csv", QMS_LANG_VI, &csv, NULL, NULL), QMS_OK);
  ck_assert_int_eq (qms_inspection_write (inspection, "text", QMS_LANG_EN, &text, NULL, NULL), QMS_OK);
  ck_assert_ptr_nonnull (strstr (html, "=&lt;b&gt;&quot;"));
  ck_assert_ptr_null (strstr (html, "<b>"));
  ck_assert_ptr_nonnull (strstr (csv, "\"'=<b>\"\""));
  ck_assert_ptr_null (strchr (text, '\033'));
  ck_assert_ptr_nonnull (strstr (text, "Agencies: 1, conforming: 0, not conforming: 0, not assessed: 1"));
  qms_free (html);
  qms_free (csv);
  qms_free (text);
  qms_document_unref (inspection);
  qms_report_free (report);
  qms_error_free (error);
}
END_TEST

START_TEST (what_cannot_be_drawn_or_written_is_refused)
{
  QmsDocument *inspection = NULL, *system = load (COMMUNE);
  char *text = NULL;

  ck_assert_int_eq (qms_inspection_draw (NULL, 1, NULL, QMS_SEVERITY_ERROR, 0, &inspection, NULL, NULL),
                    QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_inspection_draw (NULL, 0, NULL, 0, 0, &inspection, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_inspection_write (system, "text", 0, &text, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_inspection_draw (NULL, 0, NULL, QMS_SEVERITY_ERROR, 0, &inspection, NULL, NULL), QMS_OK);
  ck_assert_int_eq (qms_inspection_write (inspection, "pdf", 0, &text, NULL, NULL), QMS_ERROR_NOT_FOUND);
  ck_assert_uint_eq (qms_inspection_count (inspection, QMS_VERDICT_CONFORMING), 0);
  ck_assert_uint_eq (qms_inspection_count (NULL, QMS_VERDICT_CONFORMING), 0);
  qms_document_unref (inspection);
  qms_document_unref (system);
}
END_TEST

Suite *
inspection_suite (void)
{
  Suite *suite = suite_create ("inspection");
  TCase *verdicts = tcase_create ("verdicts"), *open = tcase_create ("not assessed");
  TCase *reasons = tcase_create ("reasons"), *written = tcase_create ("written");

  tcase_add_test (verdicts, a_conforming_system_conforms_in_every_item_that_has_something_to_look_at);
  tcase_add_test (verdicts, a_requirement_that_is_not_met_counts_against_the_framework_and_its_item);
  tcase_add_test (verdicts, findings_below_the_least_severity_do_not_count);
  tcase_add_test (verdicts, an_accepted_finding_does_not_count);
  tcase_add_test (verdicts, what_is_accepted_says_who_until_when_and_why);
  tcase_add_test (verdicts, notes_that_fill_a_report_do_not_hide_what_decides);
  tcase_add_test (verdicts, a_new_system_has_confirmed_and_announced_nothing);
  tcase_add_test (verdicts, a_file_that_cannot_be_read_is_not_assessed_and_says_why);
  tcase_add_test (open, a_file_that_is_no_system_is_no_agency);
  tcase_add_test (open, of_an_empty_system_nothing_is_assessed);
  tcase_add_test (open, without_a_known_framework_it_is_not_assessed_and_the_remarks_say_so);
  tcase_add_test (open, a_system_that_is_too_unsound_for_its_framework_is_not_held_against_it);
  tcase_add_test (open, an_agency_with_a_name_and_nothing_else_conforms_to_nothing);
  tcase_add_test (reasons, a_finding_that_decides_no_item_has_a_line_and_counts_as_its_category_says);
  tcase_add_test (reasons, every_format_gives_message_rule_and_place_in_the_language_asked_for);
  tcase_add_test (reasons, further_findings_are_counted_in_the_language_asked_for);
  tcase_add_test (written, an_inspection_is_a_document_without_findings);
  tcase_add_test (written, tables_escape_what_they_hold);
  tcase_add_test (written, what_cannot_be_drawn_or_written_is_refused);
  tcase_add_test (written, agencies_of_one_name_are_told_by_their_files);
  suite_add_tcase (suite, verdicts);
  suite_add_tcase (suite, open);
  suite_add_tcase (suite, reasons);
  suite_add_tcase (suite, written);
  return suite;
}

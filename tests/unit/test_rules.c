/* SPDX-License-Identifier: Apache-2.0 */
/* The rule catalogue against its fixtures (tests/rules/<ID>/), and how the engine orders, limits and identifies
 * findings. */
#include <check.h>
#include <glib.h>
#include <qms.h>
#include <string.h>

#include "random.h"

/* ---- helpers */

static char *
fixture (const char *rule, const char *name)
{
  const char *folder = g_getenv ("QMS_TEST_RULES");

  return g_build_filename (folder ? folder : QMS_SOURCE_DIR "/tests/rules", rule, name, NULL);
}

/* The fixture of that name as XML or, for rules about other formats, in these; NULL if there is none. */
static char *
find_fixture (const char *rule, const char *stem)
{
  static const char *const endings[] = { ".xml", ".json", ".bpmn" };

  for (size_t i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strconcat (stem, endings[i], NULL);
    g_autofree char *path = fixture (rule, name);
    if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
      return g_steal_pointer (&path);
  }
  return NULL;
}

/* Fixtures are judged on this day, so that rules about dates stay the same. */
static QmsReport *
validate_with (QmsDocument *document, const char *framework, const char *legal)
{
  QmsValidator *validator = qms_validator_new ();
  QmsReport *report = NULL;

  ck_assert_int_eq (qms_validator_set_as_of (validator, 2026, 10, 1, NULL), QMS_OK);
  if (framework)
    ck_assert_int_eq (qms_validator_set_framework (validator, framework, NULL), QMS_OK);
  if (legal)
    ck_assert_int_eq (qms_validator_set_legal (validator, legal, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
  qms_validator_free (validator);
  return report;
}

static QmsReport *
validate (QmsDocument *document)
{
  return validate_with (document, NULL, NULL);
}

/* The system that stands between the tags of <heThong>. */
static QmsDocument *
parse (const char *inner)
{
  g_autofree char *text = g_strdup_printf ("<heThong xmlns=\"urn:libqms:1\">%s</heThong>", inner);
  QmsDocument *document = NULL;
  QmsError *error = NULL;

  qms_document_parse (text, strlen (text), &document, &error);
  ck_assert_msg (document != NULL, "%s", error ? qms_error_message (error, QMS_LANG_EN) : "");
  return document;
}

static QmsReport *
validate_text (const char *inner)
{
  QmsDocument *document = parse (inner);
  QmsReport *report = validate (document);

  qms_document_unref (document);
  return report;
}

/* Index of the first finding of a rule at or after `from`; -1 if there is none. */
static int
find_from (const QmsReport *report, const char *rule, size_t from)
{
  for (size_t i = from; i < qms_report_count (report); i++)
    if (strcmp (qms_rule_id (qms_report_rule (report, i)), rule) == 0
        || strcmp (qms_rule_slug (qms_report_rule (report, i)), rule) == 0)
      return (int)i;
  return -1;
}

static int
find (const QmsReport *report, const char *rule)
{
  return find_from (report, rule, 0);
}

static int
count (const QmsReport *report, const char *rule)
{
  int found = 0;

  for (int i = find (report, rule); i >= 0; i = find_from (report, rule, (size_t)i + 1))
    found++;
  return found;
}

static int
error_names (const QmsError *error, const char *rule)
{
  for (; error; error = qms_error_next (error))
    if (strcmp (qms_error_id (error), rule) == 0)
      return 1;
  return 0;
}

/* ---- the catalogue and its fixtures */

/* Whether the import of a BPMN file yields the rule; into the fixture "system" if there is one. `*read` tells whether the file
 * was read. */
static int
import_yields (const char *rule, const char *path, int *read)
{
  g_autofree char *into = find_fixture (rule, "system"), *bytes = NULL;
  gsize size = 0;
  QmsDocument *document = into ? NULL : qms_document_new (QMS_TYPE_SYSTEM);
  QmsReport *report = NULL;
  QmsError *error = NULL;
  int found;

  ck_assert (g_file_get_contents (path, &bytes, &size, NULL));
  if (into)
    ck_assert_int_eq (qms_document_load (into, &document, NULL), QMS_OK);
  *read = qms_bpmn_import (document, bytes, size, path, NULL, &report, &error) == QMS_OK;
  found = *read ? find (report, rule) >= 0 : error_names (error, rule);
  qms_report_free (report);
  qms_error_free (error);
  qms_document_unref (document);
  return found;
}

/* Whether the file yields the rule, as a finding or as the reason why it is refused. */
static int
yields (const char *rule, const char *path)
{
  g_autofree char *framework = find_fixture (rule, "framework");
  g_autofree char *legal = find_fixture (rule, "legal");
  QmsDocument *document = NULL;
  QmsError *error = NULL;
  QmsReport *report;
  int found;

  if (g_str_has_suffix (path, ".bpmn"))
    return import_yields (rule, path, &found);
  if (qms_document_load (path, &document, &error) != QMS_OK) {
    found = error_names (error, rule);
    qms_error_free (error);
    return found;
  }
  report = validate_with (document, framework, legal);
  found = find (report, rule) >= 0;
  qms_report_free (report);
  qms_document_unref (document);
  return found;
}

START_TEST (a_fail_file_yields_its_rule)
{
  const char *rule = qms_rule_id (qms_rule_at ((size_t)_i));
  g_autofree char *path = find_fixture (rule, "fail");

  ck_assert_msg (path != NULL, "%s has no fail file", rule);
  ck_assert_msg (yields (rule, path), "%s does not yield %s", path, rule);
}
END_TEST

START_TEST (a_pass_file_is_read_and_does_not_yield_its_rule)
{
  const char *rule = qms_rule_id (qms_rule_at ((size_t)_i));
  g_autofree char *path = find_fixture (rule, "pass");
  QmsDocument *document = NULL;
  int read = 0;

  ck_assert_msg (path != NULL, "%s has no pass file", rule);
  if (g_str_has_suffix (path, ".bpmn"))
    import_yields (rule, path, &read);
  else
    read = qms_document_load (path, &document, NULL) == QMS_OK;
  ck_assert_msg (read, "%s cannot be read", path);
  qms_document_unref (document);
  ck_assert_msg (!yields (rule, path), "%s yields %s", path, rule);
}
END_TEST

START_TEST (no_fixture_is_without_a_rule)
{
  g_autofree char *path = fixture (".", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  ck_assert_ptr_nonnull (folder);
  for (const char *name; (name = g_dir_read_name (folder)) != NULL;)
    ck_assert_msg (qms_rule_find (name) != NULL, "tests/rules/%s belongs to no rule", name);
}
END_TEST

START_TEST (rules_are_complete_and_sorted)
{
  const QmsRule *rule = qms_rule_at ((size_t)_i);

  if (_i > 0)
    ck_assert_str_lt (qms_rule_id (qms_rule_at ((size_t)_i - 1)), qms_rule_id (rule));
  for (int32_t lang = QMS_LANG_VI; lang <= QMS_LANG_EN; lang++) {
    ck_assert_str_ne (qms_rule_title (rule, lang), "");
    ck_assert_str_ne (qms_rule_why (rule, lang), "");
    ck_assert_str_ne (qms_rule_remedy (rule, lang), "");
  }
  ck_assert_int_ge (qms_rule_severity (rule), QMS_SEVERITY_INFO);
  ck_assert_int_le (qms_rule_severity (rule), QMS_SEVERITY_ERROR);
  ck_assert_ptr_eq (qms_rule_find (qms_rule_id (rule)), rule);
  ck_assert_ptr_eq (qms_rule_find (qms_rule_slug (rule)), rule);
  ck_assert_ptr_null (qms_rule_cite (rule, qms_rule_cite_count (rule)));
  ck_assert_str_ne (qms_rule_since (rule), "");
  ck_assert_str_ne (qms_rule_category (rule), "");
}
END_TEST

START_TEST (rules_know_the_inspection_items_that_they_decide)
{
  const QmsRule *rule = qms_rule_find ("QMS-HT-044");

  ck_assert_uint_eq (qms_rule_item_count (rule), 2);
  ck_assert_str_eq (qms_rule_item (rule, 0), "A11");
  ck_assert_str_eq (qms_rule_item (rule, 1), "B7");
  ck_assert_ptr_null (qms_rule_item (rule, 2));
  ck_assert_uint_eq (qms_rule_item_count (NULL), 0);
}
END_TEST

START_TEST (unknown_rules_are_not_found)
{
  ck_assert_ptr_null (qms_rule_find ("QMS-ZZ-999"));
  ck_assert_ptr_null (qms_rule_find (NULL));
  ck_assert_ptr_null (qms_rule_at (qms_rule_count ()));
}
END_TEST

/* ---- floors */

START_TEST (a_node_that_fails_its_structure_is_not_judged_further)
{
  QmsReport *broken = validate_text ("<quyTrinh id='Q' lanBanHanh='0'><ten>T</ten></quyTrinh>");
  QmsReport *sound = validate_text ("<quyTrinh id='Q' lanBanHanh='1'><ten>T</ten></quyTrinh>");

  ck_assert_int_eq (count (broken, "number-range"), 1);
  ck_assert_int_eq (count (broken, "procedure-without-steps"), 0);
  ck_assert_int_eq (count (sound, "procedure-without-steps"), 1);
  qms_report_free (broken);
  qms_report_free (sound);
}
END_TEST

START_TEST (a_node_with_a_dangling_reference_is_not_judged_further)
{
  QmsReport *report = validate_text ("<quyTrinh id='Q'><ten>T</ten><buoc so='1' vaiTro='X'/><buoc so='2'/></quyTrinh>");
  int index = find (report, "step-without-name");

  ck_assert_int_eq (count (report, "reference-dangling"), 1);
  ck_assert_int_eq (count (report, "step-without-name"), 1);
  ck_assert_str_eq (qms_report_path (report, (size_t)index), "/heThong/quyTrinh[Q]/buoc[2]/ten");
  qms_report_free (report);
}
END_TEST

START_TEST (the_samples_of_a_framework_are_not_judged_as_systems)
{
  const char text[] = "<moHinhKhung xmlns='urn:libqms:1' ma='m'><ten>M</ten><mau id='a'><heThong>"
                      "<quyTrinh id='Q' lanBanHanh='0'><ten>[[x]]</ten></quyTrinh></heThong></mau></moHinhKhung>";
  QmsDocument *document = NULL;
  QmsReport *report;

  ck_assert_int_eq (qms_document_parse (text, sizeof text - 1, &document, NULL), QMS_OK);
  report = validate (document);
  ck_assert_uint_eq (qms_report_count (report), 0);
  qms_report_free (report);
  qms_document_unref (document);
}
END_TEST

/* ---- reports */

START_TEST (findings_are_sorted_by_place_then_rule)
{
  QmsReport *report =
      validate_text ("<quyTrinh id='B'><ten>T</ten></quyTrinh>\n<quyTrinh id='A'><ten>T</ten></quyTrinh>");

  for (size_t i = 1; i < qms_report_count (report); i++) {
    uint32_t before = qms_report_line (report, i - 1), line = qms_report_line (report, i);
    ck_assert_uint_le (before, line);
    if (before == line && qms_report_column (report, i - 1) == qms_report_column (report, i))
      ck_assert_str_le (qms_rule_id (qms_report_rule (report, i - 1)), qms_rule_id (qms_report_rule (report, i)));
  }
  qms_report_free (report);
}
END_TEST

START_TEST (without_lines_findings_follow_the_tree)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  QmsNode *root = qms_document_root (document);
  QmsNode *second = qms_system_add_procedures (root, NULL);
  QmsNode *first = qms_node_add (root, QMS_SYSTEM_PROCEDURES, 0, NULL);
  QmsReport *report;
  int index;

  qms_procedure_set_id (first, "Q1", NULL);
  qms_procedure_set_title (first, "Một", NULL);
  qms_procedure_set_id (second, "Q2", NULL);
  qms_procedure_set_title (second, "Hai", NULL);
  report = validate (document);
  index = find (report, "procedure-without-steps");
  ck_assert_ptr_eq (qms_report_node (report, (size_t)index), first);
  ck_assert_ptr_eq (qms_report_node (report, (size_t)find_from (report, "procedure-without-steps", (size_t)index + 1)),
                    second);
  ck_assert_uint_eq (qms_report_line (report, (size_t)index), 0);
  qms_report_free (report);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_finding_stands_where_its_text_stands)
{
  QmsReport *report = validate_text ("<coQuan loai='ubndCapXa'>\n<ten>X</ten>\n  <diaChi>[[a]]</diaChi></coQuan>");
  size_t index = (size_t)find (report, "placeholder-left");

  ck_assert_uint_eq (qms_report_line (report, index), 3);
  ck_assert_uint_eq (qms_report_column (report, index), 3);
  ck_assert_str_eq (qms_report_path (report, index), "/heThong/coQuan/diaChi");
  ck_assert_str_eq (qms_report_message (report, index, QMS_LANG_EN), "«diaChi» still has to be filled in: [[a]]");
  ck_assert_str_eq (qms_report_message (report, index, QMS_LANG_VI), "«diaChi» còn chỗ phải điền: [[a]]");
  qms_report_free (report);
}
END_TEST

START_TEST (items_of_lists_are_told_apart)
{
  QmsReport *report = validate_text ("<chinhSach><camKet>a</camKet><camKet>[[b]]</camKet></chinhSach>");

  ck_assert_str_eq (qms_report_path (report, (size_t)find (report, "placeholder-left")),
                    "/heThong/chinhSach/camKet[2]");
  qms_report_free (report);
}
END_TEST

START_TEST (fingerprints_stay_when_lines_move)
{
  QmsReport *before = validate_text ("<coQuan loai='ubndCapXa'><ten>[[x]]</ten></coQuan>");
  QmsReport *moved = validate_text ("\n\n<coQuan   loai='ubndCapXa'>\n<ten>[[x]]</ten></coQuan>");
  QmsReport *other = validate_text ("<coQuan loai='ubndCapXa'><ten>[[y]]</ten></coQuan>");
  const char *fingerprint = qms_report_fingerprint (before, (size_t)find (before, "placeholder-left"));

  ck_assert_uint_eq (strlen (fingerprint), 16);
  ck_assert_uint_eq (strspn (fingerprint, "0123456789abcdef"), 16);
  ck_assert_str_eq (fingerprint, qms_report_fingerprint (moved, (size_t)find (moved, "placeholder-left")));
  ck_assert_str_ne (fingerprint, qms_report_fingerprint (other, (size_t)find (other, "placeholder-left")));
  qms_report_free (before);
  qms_report_free (moved);
  qms_report_free (other);
}
END_TEST

START_TEST (findings_beyond_the_greatest_number_are_counted)
{
  QmsDocument *document = parse ("<quyTrinh id='A'><ten>T</ten></quyTrinh><quyTrinh id='B'><ten>T</ten></quyTrinh>");
  QmsValidator *validator = qms_validator_new ();
  QmsReport *all = validate (document), *few = NULL;

  qms_validator_set_max_findings (validator, 2);
  qms_validator_set_as_of (validator, 2026, 10, 1, NULL);
  ck_assert_int_eq (qms_validator_run (validator, document, &few, NULL), QMS_OK);
  ck_assert_uint_eq (qms_report_count (few), 2);
  for (int32_t severity = QMS_SEVERITY_INFO; severity <= QMS_SEVERITY_ERROR; severity++)
    ck_assert_uint_eq (qms_report_severity_count (few, severity), qms_report_severity_count (all, severity));
  qms_report_free (all);
  qms_report_free (few);
  qms_validator_free (validator);
  qms_document_unref (document);
}
END_TEST

static size_t
count_of (const QmsReport *report, int32_t severity)
{
  size_t count = 0;

  for (size_t i = 0; i < qms_report_count (report); i++)
    count += qms_report_severity (report, i) == severity;
  return count;
}

START_TEST (mild_findings_give_way_to_severe_ones)
{
  QmsDocument *document = parse ("<quyTrinh id='A' trangThai='baiBo'><ten>T</ten></quyTrinh>"
                                 "<quyTrinh id='B'><ten>T</ten><buoc id='B1' vaiTro='KHONG-CO'/></quyTrinh>");
  QmsValidator *validator = qms_validator_new ();
  QmsReport *all = validate (document), *few = NULL;
  size_t errors = count_of (all, QMS_SEVERITY_ERROR), left_out = 0;

  ck_assert_uint_gt (errors, 0);
  ck_assert_uint_gt (qms_report_count (all), errors + 1);
  qms_validator_set_max_findings (validator, errors + 1);
  qms_validator_set_as_of (validator, 2026, 10, 1, NULL);
  ck_assert_int_eq (qms_validator_run (validator, document, &few, NULL), QMS_OK);
  ck_assert_uint_eq (qms_report_count (few), errors + 1);
  ck_assert_uint_eq (count_of (few, QMS_SEVERITY_ERROR), errors);
  ck_assert_uint_eq (count_of (few, QMS_SEVERITY_WARNING), 1);
  for (int32_t severity = QMS_SEVERITY_INFO; severity <= QMS_SEVERITY_ERROR; severity++)
    left_out += qms_report_left_out_count (few, severity);
  ck_assert_uint_eq (left_out, qms_report_count (all) - errors - 1);
  ck_assert_uint_eq (qms_report_left_out_count (few, QMS_SEVERITY_ERROR), 0);
  qms_report_free (all);
  qms_report_free (few);
  qms_validator_free (validator);
  qms_document_unref (document);
}
END_TEST

/* Whatever a document says, rules neither crash nor contradict themselves. */
START_TEST (any_document_gives_the_same_findings_twice)
{
  uint32_t root = _i % 2 ? QMS_TYPE_FRAMEWORK : QMS_TYPE_SYSTEM;
  QmsDocument *document = qms_random_document ((guint32)_i, root);
  QmsReport *first = validate (document), *second = validate (document);

  ck_assert_uint_eq (qms_report_count (first), qms_report_count (second));
  for (size_t i = 0; i < qms_report_count (first); i++) {
    ck_assert_str_eq (qms_report_fingerprint (first, i), qms_report_fingerprint (second, i));
    ck_assert_str_ne (qms_report_message (first, i, QMS_LANG_EN), "");
    ck_assert_int_eq (*qms_report_path (first, i), '/');
  }
  qms_report_free (first);
  qms_report_free (second);
  qms_document_unref (document);
}
END_TEST

/* A message that still has a {name} was not given that value. */
START_TEST (every_message_is_filled_in)
{
  const char *rule = qms_rule_id (qms_rule_at ((size_t)_i));
  g_autofree char *path = find_fixture (rule, "fail"), *framework = find_fixture (rule, "framework");
  g_autofree char *legal = find_fixture (rule, "legal");
  g_autoptr (GRegex) name = g_regex_new ("(?<!\\{)\\{[a-z_]+\\}(?!\\})", 0, 0, NULL);
  QmsDocument *document = NULL;
  QmsReport *report;

  if (qms_document_load (path, &document, NULL) != QMS_OK)
    return;
  report = validate_with (document, framework, legal);
  for (size_t i = 0; i < qms_report_count (report); i++)
    for (int32_t lang = QMS_LANG_VI; lang <= QMS_LANG_EN; lang++) {
      const char *message = qms_report_message (report, i, lang);
      ck_assert_msg (!g_regex_match (name, message, 0, NULL), "%s: %s", rule, message);
    }
  qms_report_free (report);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_report_outlives_its_document)
{
  QmsDocument *document = parse ("<coQuan><ten>[[x]]</ten></coQuan>");
  QmsReport *report = validate (document);

  qms_document_unref (document);
  ck_assert_ptr_eq (qms_node_type (qms_report_node (report, 0)), qms_type_by_id (QMS_TYPE_SYSTEM));
  qms_report_free (report);
}
END_TEST

START_TEST (an_empty_report_answers_nothing)
{
  ck_assert_uint_eq (qms_report_count (NULL), 0);
  ck_assert_ptr_null (qms_report_rule (NULL, 0));
  ck_assert_ptr_null (qms_report_message (NULL, 0, QMS_LANG_VI));
  ck_assert_ptr_null (qms_report_path (NULL, 0));
  ck_assert_ptr_null (qms_report_cite (NULL, 0));
  ck_assert_ptr_null (qms_report_fingerprint (NULL, 0));
  ck_assert_uint_eq (qms_report_severity_count (NULL, QMS_SEVERITY_ERROR), 0);
}
END_TEST

/* ---- the validator */

START_TEST (rules_about_dates_ask_the_chosen_day)
{
  QmsDocument *document = parse ("<taiLieuBenNgoai so='1' ngayHetHieuLuc='2025-07-01'>T</taiLieuBenNgoai>");
  QmsValidator *validator = qms_validator_new ();
  QmsReport *before = NULL, *after = NULL;

  ck_assert_int_eq (qms_validator_set_as_of (validator, 2025, 6, 30, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_run (validator, document, &before, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_set_as_of (validator, 2025, 7, 1, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_run (validator, document, &after, NULL), QMS_OK);
  ck_assert_int_eq (count (before, "external-expired"), 0);
  ck_assert_int_eq (count (after, "external-expired"), 1);
  qms_report_free (before);
  qms_report_free (after);
  qms_validator_free (validator);
  qms_document_unref (document);
}
END_TEST

/* Fixtures are judged on 1 October 2026: these dates lie 13 and 25 months back. */
START_TEST (the_framework_says_how_many_months_may_pass)
{
  static const char *const systems[] = { "<vanDe nguon='noiBo' ngayXemXet='%s'><moTa>Biên chế giảm.</moTa></vanDe>",
                                         "context-review-stale",
                                         "<taiLieuBenNgoai so='1' ngayCapNhat='%s'>T</taiLieuBenNgoai>",
                                         "external-check-stale",
                                         "<caiTien ngay='%s'><ten>T</ten></caiTien>",
                                         "improvement-not-recent" };

  for (size_t i = 0; i < G_N_ELEMENTS (systems); i += 2)
    for (int late = 0; late < 2; late++) {
      GString *inner = g_string_new (systems[i]);
      g_string_replace (inner, "%s", late ? "2024-09-01" : "2025-09-01", 0);
      QmsDocument *document = parse (inner->str);
      QmsReport *plain = validate (document);
      QmsReport *held = validate_with (document, QMS_SOURCE_DIR "/tests/framework/so-thang.xml", NULL);
      ck_assert_int_eq (count (plain, systems[i + 1]), 1);
      ck_assert_msg (count (held, systems[i + 1]) == late, "%s in %s", systems[i + 1], inner->str);
      qms_report_free (held);
      qms_report_free (plain);
      qms_document_unref (document);
      g_string_free (inner, TRUE);
    }
}
END_TEST

#define FIGURES                                                                                                        \
  "<khaoSatHaiLong tuNgay='2026-01-01' denNgay='2026-06-30' soPhieu='10' tyLe='90'/>"                                  \
  "<thongKeHoSo tuNgay='2026-01-01' denNgay='2026-06-30' dungHan='90' quaHan='10' xinLoi='10'/>"
#define OBJECTIVE(id, kind, comparison, target, words)                                                                 \
  "<mucTieu id='" id "' nam='2026'" kind " soSanh='" comparison "' chiTieu='" target "' donViTinh='%'><ten>" words     \
  "</ten></mucTieu>"

/* Words are asked only where no objective says its kind; a kind may have any words and any comparison. */
START_TEST (objectives_are_known_by_kind_then_by_words)
{
  static const struct {
    const char *objectives;
    int on_time, satisfaction;
  } cases[] = {
    { OBJECTIVE ("A", "", "toiThieu", "95", "Giải quyết đúng hạn"), 1, 0 },
    { OBJECTIVE ("A", "", "bang", "100", "Cập nhật quy trình đúng hạn"), 0, 0 },
    { OBJECTIVE ("A", " loai='khac'", "toiThieu", "95", "Báo cáo đúng hạn"), 0, 0 },
    { OBJECTIVE ("A", " loai='dungHan'", "bang", "100", "Không để dân chờ"), 1, 0 },
    { OBJECTIVE ("A", " loai='haiLong'", "toiThieu", "95", "Ý kiến tốt"), 0, 1 },
    { OBJECTIVE ("A", " loai='dungHan'", "toiThieu", "80", "Tỷ lệ chung")
          OBJECTIVE ("B", "", "toiThieu", "95", "Báo cáo đúng hạn"),
      0, 0 },
    { OBJECTIVE ("B", "", "toiThieu", "95", "Báo cáo đúng hạn")
          OBJECTIVE ("A", " loai='dungHan'", "toiThieu", "80", "Tỷ lệ chung"),
      0, 0 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *inner = g_strconcat (cases[i].objectives, FIGURES, NULL);
    QmsDocument *document = parse (inner);
    QmsReport *report = validate (document);
    ck_assert_msg (count (report, "on-time-below-objective") == cases[i].on_time, "%s", inner);
    ck_assert_msg (count (report, "survey-below-objective") == cases[i].satisfaction, "%s", inner);
    qms_report_free (report);
    qms_document_unref (document);
  }
}
END_TEST

START_TEST (a_day_that_does_not_exist_is_refused)
{
  QmsValidator *validator = qms_validator_new ();
  QmsError *error = NULL;

  ck_assert_int_eq (qms_validator_set_as_of (validator, 2026, 2, 29, &error), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_nonnull (error);
  qms_error_free (error);
  qms_validator_free (validator);
}
END_TEST

START_TEST (an_unknown_framework_is_refused_by_the_validator)
{
  QmsValidator *validator = qms_validator_new ();
  QmsError *error = NULL;

  ck_assert_int_eq (qms_validator_set_framework (validator, "khong-co", &error), QMS_ERROR_NOT_FOUND);
  ck_assert_int_eq (qms_validator_set_framework (validator, NULL, NULL), QMS_OK);
  qms_error_free (error);
  qms_validator_free (validator);
}
END_TEST

START_TEST (what_a_lenient_reader_let_pass_is_in_the_report)
{
  const char text[] = "<heThong xmlns='urn:libqms:1'><coQuann/></heThong>";
  QmsReader *reader = qms_reader_new ();
  QmsDocument *document = NULL;
  QmsReport *report;

  qms_reader_set_lenient (reader, 1);
  ck_assert_int_eq (qms_reader_parse (reader, text, sizeof text - 1, "x.xml", &document, NULL), QMS_OK);
  report = validate (document);
  ck_assert_int_eq (count (report, "unknown-element"), 1);
  qms_report_free (report);
  qms_document_unref (document);
  qms_reader_free (reader);
}
END_TEST

/* ---- new systems */

static QmsReport *
validate_new (const char *framework, const char *without)
{
  QmsDocument *document = NULL;
  QmsNode *root;
  QmsReport *report;

  ck_assert_int_eq (qms_framework_instantiate (framework, QMS_AGENCY_TYPE_COMMUNE, "UBND xã Mẫu", &document, NULL),
                    QMS_OK);
  root = qms_document_root (document);
  for (size_t i = qms_system_count_procedures (root); without && i-- > 0;) {
    g_autofree char *kind = qms_node_get_text (qms_system_get_procedures (root, i), QMS_PROCEDURE_KIND, 0);
    if (strcmp (kind, without) == 0)
      qms_node_detach (qms_system_get_procedures (root, i), NULL);
  }
  report = validate (document);
  qms_document_unref (document);
  return report;
}

static const struct {
  const char *framework, *kind, *decision;
} mandatory[] = {
  { "bkhcn-101-2019", "thongTinVanBan", "QĐ 101/QĐ-BKHCN" },
  { "bkhcn-101-2019", "ruiRoCoHoi", "QĐ 101/QĐ-BKHCN" },
  { "bkhcn-101-2019", "danhGiaNoiBo", "QĐ 101/QĐ-BKHCN" },
  { "bkhcn-101-2019", "khongPhuHop", "QĐ 101/QĐ-BKHCN" },
  { "bkhcn-101-2019", "xemXetLanhDao", "QĐ 101/QĐ-BKHCN" },
  { "bkhcn-2968-2010", "kiemSoatTaiLieu", "QĐ 2968/QĐ-BKHCN" },
  { "bkhcn-2968-2010", "kiemSoatHoSo", "QĐ 2968/QĐ-BKHCN" },
  { "bkhcn-2968-2010", "danhGiaNoiBo", "QĐ 2968/QĐ-BKHCN" },
  { "bkhcn-2968-2010", "sanPhamKhongPhuHop", "QĐ 2968/QĐ-BKHCN" },
  { "bkhcn-2968-2010", "hanhDongKhacPhuc", "QĐ 2968/QĐ-BKHCN" },
  { "bkhcn-2968-2010", "hanhDongPhongNgua", "QĐ 2968/QĐ-BKHCN" },
};

START_TEST (without_a_mandatory_procedure_a_new_system_has_exactly_one_error)
{
  QmsReport *whole = validate_new (mandatory[_i].framework, NULL);
  QmsReport *part = validate_new (mandatory[_i].framework, mandatory[_i].kind);
  int index = -1;

  ck_assert_uint_eq (qms_report_severity_count (whole, QMS_SEVERITY_ERROR), 0);
  ck_assert_uint_eq (qms_report_severity_count (part, QMS_SEVERITY_ERROR), 1);
  do
    index = find_from (part, "framework-requirement-missing", (size_t)(index + 1));
  while (index >= 0 && qms_report_severity (part, (size_t)index) != QMS_SEVERITY_ERROR);
  ck_assert_int_ge (index, 0);
  ck_assert_ptr_nonnull (strstr (qms_report_cite (part, (size_t)index), mandatory[_i].decision));
  qms_report_free (whole);
  qms_report_free (part);
}
END_TEST

/* ---- times: steps of two phases in days, as published, against what is declared (see docs) */

static const struct {
  const char *name;
  double phases[2][8];     /* ended by a negative number */
  const char *declared[3]; /* of the phases and of the whole; NULL if not declared */
  const char *unit;
  const char *outcome[3]; /* rule about each; NULL if the sum is exact */
  const char *sum[3];
} vectors[] = {
  { "TINH-01",
    { { 1, 12, 1, 1, -1 }, { 0.5, 2.5, 5, 0, -1 } },
    { "15", "8", "23" },
    "ngay",
    { NULL, NULL, NULL },
    { NULL, NULL, NULL } },
  { "TINH-02",
    { { 0.25, 0.5, 0.5, 1.5, 0.5, 0.5, -1 }, { 0.5, 3, 0.5, 1, 2, -1 } },
    { "5", NULL, "15" },
    "ngay",
    { "step-sum-under-limit", NULL, "step-sum-under-limit" },
    { "3.75", NULL, "10.75" } },
  { "TINH-03",
    { { 0.5, 1, 1, 1, 1, 0.5, -1 }, { 0.5, 1, 0.5, 0.5, 0.25, -1 } },
    { NULL, NULL, "15" },
    "ngay",
    { NULL, NULL, "step-sum-under-limit" },
    { NULL, NULL, "7.75" } },
  { "TINH-04",
    { { 0.5, 1, 0.5, 0.5, 2, -1 }, { 0.5, 2, 1, 0.5, 0, -1 } },
    { NULL, NULL, "7" },
    "ngay",
    { NULL, NULL, "step-sum-over-limit" },
    { NULL, NULL, "8.5" } },
  { "TINH-08",
    { { 1, 2, 1, 0.5, -1 }, { 0.5, 2, 0.5, 0.5, 0.5, 0, -1 } },
    { NULL, NULL, "10" },
    "ngayLamViec",
    { NULL, NULL, "step-sum-under-limit" },
    { NULL, NULL, "8.5" } },
  { "TINH-09",
    { { 0.5, 9, 2, 0.5, 0, -1 }, { -1 } },
    { NULL, NULL, "10" },
    "ngayLamViec",
    { NULL, NULL, "step-sum-over-limit" },
    { NULL, NULL, "12" } },
};

static void
append_steps (GString *text, size_t vector, size_t phase)
{
  for (size_t i = 0; vectors[vector].phases[phase][i] >= 0; i++) {
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd (number, sizeof number, "%g", vectors[vector].phases[phase][i]);
    g_string_append_printf (text, "<buoc giaiDoan='P%zu'><thoiGian giaTri='%s %s'/></buoc>", phase + 1, number,
                            vectors[vector].unit);
  }
}

static char *
procedure_of_vector (size_t vector)
{
  static const char *const parts[] = { "giaiDoan='P1'", "giaiDoan='P2'", "" };
  GString *text =
      g_string_new ("<quyTrinh id='Q'><ten>T</ten><giaiDoan id='P1'>1</giaiDoan><giaiDoan id='P2'>2</giaiDoan>");

  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    if (vectors[vector].declared[i])
      g_string_append_printf (text, "<thoiHan %s giaTri='%s %s'/>", parts[i], vectors[vector].declared[i],
                              vectors[vector].unit);
  append_steps (text, vector, 0);
  append_steps (text, vector, 1);
  g_string_append (text, "</quyTrinh>");
  return g_string_free (text, FALSE);
}

START_TEST (published_step_times_are_summed_exactly)
{
  g_autofree char *text = procedure_of_vector ((size_t)_i);
  QmsReport *report = validate_text (text);
  int expected = 0, found = count (report, "step-sum-over-limit") + count (report, "step-sum-under-limit");

  for (size_t i = 0; i < 3; i++)
    if (vectors[_i].outcome[i]) {
      g_autofree char *sum = g_strdup_printf ("the steps take %s ", vectors[_i].sum[i]);
      int index = find (report, vectors[_i].outcome[i]), match = 0;
      for (; index >= 0; index = find_from (report, vectors[_i].outcome[i], (size_t)index + 1))
        match += g_str_has_prefix (qms_report_message (report, (size_t)index, QMS_LANG_EN), sum);
      ck_assert_msg (match == 1, "%s: no finding with %s", vectors[_i].name, sum);
      expected++;
    }
  ck_assert_int_eq (found, expected);
  ck_assert_int_eq (count (report, "step-times-incomparable"), 0);
  qms_report_free (report);
}
END_TEST

#define TIMED(limits, steps)                                                                                           \
  "<quyTrinh id='Q'><ten>T</ten><truongHop id='A'>thường</truongHop><truongHop id='B'>vùng sâu</truongHop>" limits     \
      steps "</quyTrinh>"

START_TEST (each_scenario_is_summed_with_its_own_times)
{
  QmsReport *report = validate_text (
      TIMED ("<thoiHan truongHop='A' giaTri='3 ngayLamViec'/><thoiHan truongHop='B' giaTri='5 ngayLamViec'/>",
             "<buoc><thoiGian giaTri='1 ngayLamViec'/></buoc>"
             "<buoc><thoiGian giaTri='2 ngayLamViec'/><thoiGian truongHop='B' giaTri='5 ngayLamViec'/></buoc>"));
  int index = find (report, "step-sum-over-limit");

  ck_assert_int_eq (count (report, "step-sum-over-limit"), 1);
  ck_assert_int_eq (count (report, "step-sum-under-limit"), 0);
  ck_assert_str_eq (qms_report_message (report, (size_t)index, QMS_LANG_EN),
                    "the steps take 6 working days, more than the limit of 5 working days (scenario «vùng sâu»)");
  ck_assert_str_eq (qms_report_message (report, (size_t)index, QMS_LANG_VI),
                    "tổng thời gian các bước 6 ngày làm việc vượt thời hạn 5 ngày làm việc (trường hợp «vùng sâu»)");
  qms_report_free (report);
}
END_TEST

START_TEST (a_common_limit_holds_for_every_scenario)
{
  QmsReport *report = validate_text (TIMED ("<thoiHan giaTri='3 ngayLamViec'/>",
                                            "<buoc><thoiGian truongHop='A' giaTri='3 ngayLamViec'/>"
                                            "<thoiGian truongHop='B' giaTri='4 ngayLamViec'/></buoc>"));

  ck_assert_int_eq (count (report, "step-sum-over-limit"), 1);
  ck_assert_int_eq (count (report, "step-sum-under-limit"), 0);
  qms_report_free (report);
}
END_TEST

START_TEST (hours_and_working_days_add_up_to_the_minute)
{
  QmsReport *exact =
      validate_text (TIMED ("<thoiHan giaTri='1 ngayLamViec'/>", "<buoc><thoiGian giaTri='2 gioLamViec'/></buoc>"
                                                                 "<buoc><thoiGian giaTri='0.75 ngayLamViec'/></buoc>"));
  QmsReport *over =
      validate_text (TIMED ("<thoiHan giaTri='1 ngayLamViec'/>", "<buoc><thoiGian giaTri='2.1 gioLamViec'/></buoc>"
                                                                 "<buoc><thoiGian giaTri='0.75 ngayLamViec'/></buoc>"));
  int index = find (over, "step-sum-over-limit");

  ck_assert_int_eq (count (exact, "step-sum-over-limit") + count (exact, "step-sum-under-limit"), 0);
  ck_assert_int_ge (index, 0);
  ck_assert_ptr_nonnull (strstr (qms_report_message (over, (size_t)index, QMS_LANG_VI), " 1,0125 ngày làm việc "));
  qms_report_free (exact);
  qms_report_free (over);
}
END_TEST

START_TEST (working_and_calendar_days_are_not_compared)
{
  QmsReport *report =
      validate_text (TIMED ("<thoiHan giaTri='10 ngayLamViec'/>", "<buoc><thoiGian giaTri='20 ngay'/></buoc>"));

  ck_assert_int_eq (count (report, "step-times-incomparable"), 1);
  ck_assert_int_eq (count (report, "step-sum-over-limit") + count (report, "step-sum-under-limit"), 0);
  qms_report_free (report);
}
END_TEST

START_TEST (a_step_without_a_time_leaves_too_short_unsaid)
{
  QmsReport *report = validate_text (
      TIMED ("<thoiHan giaTri='10 ngayLamViec'/>", "<buoc><thoiGian giaTri='2 ngayLamViec'/></buoc><buoc/>"));

  ck_assert_int_eq (count (report, "step-sum-under-limit"), 0);
  qms_report_free (report);
}
END_TEST

START_TEST (the_applicants_steps_do_not_count)
{
  QmsReport *report =
      validate_text ("<coQuan><ten>X</ten><vaiTro id='N' loai='nguoiNop'><ten>Người nộp</ten></vaiTro></coQuan>"
                     "<quyTrinh id='Q'><ten>T</ten><thoiHan giaTri='2 ngayLamViec'/><buoc vaiTro='N'><thoiGian "
                     "giaTri='9 ngayLamViec'/></buoc>"
                     "<buoc><thoiGian giaTri='2 ngayLamViec'/></buoc></quyTrinh>");

  ck_assert_int_eq (count (report, "step-sum-over-limit"), 0);
  qms_report_free (report);
}
END_TEST

/* ---- texts */

START_TEST (vietnamese_in_nfc_is_clean)
{
  QmsReport *report =
      validate_text ("<coQuan loai='ubndCapXa'><ten>ẮẰẲẴẶ ắằẳẵặ ẤẦẨẪẬ đĐ ơƠ ưƯ ỳỵỷỹ – “a” … 5 m² ½ ° Œ</ten></coQuan>");

  ck_assert_int_eq (count (report, "text-not-nfc"), 0);
  ck_assert_int_eq (count (report, "text-private-character") + count (report, "text-invisible-character"), 0);
  qms_report_free (report);
}
END_TEST

/* Spellings of a number, its dates and articles decide whether two citations are of one act. */
START_TEST (acts_are_compared_by_what_they_are)
{
  static const struct {
    const char *text, *rule;
    int count;
  } cases[] = {
    { "<taiLieuBenNgoai so='7/2020/QĐ-UBND'/><taiLieuBenNgoai so='Quyết định số 07/2020/QĐ-UBND'/>",
      "external-number-repeated", 1 },
    { "<taiLieuBenNgoai so='9/QĐ-UBND' ngay='2019-01-01'/><taiLieuBenNgoai so='9/QĐ-UBND' ngay='2024-01-01'/>",
      "external-number-repeated", 0 },
    { "<quyTrinh id='Q'><ten>T</ten><vienDan so='7/2020/QĐ-UBND'/><vienDan so='QĐ 7/2020/qđ-ubnd'/></quyTrinh>",
      "citation-repeated", 1 },
    { "<quyTrinh id='Q'><ten>T</ten><vienDan so='Điều 1 QĐ 7/2020/QĐ-UBND'/><vienDan so='Điều 2 QĐ 7/2020/QĐ-UBND'/>"
      "</quyTrinh>",
      "citation-repeated", 0 },
    { "<quyTrinh id='Q'><ten>T</ten><vienDan so='7/2020/QĐ-UBND' dieuKhoan='Điều 1'/><vienDan so='QĐ 7/2020/QĐ-UBND' "
      "dieuKhoan='Điều 2'/></quyTrinh>",
      "citation-repeated", 0 },
    { "<taiLieuBenNgoai so='QĐ 07/2020/QĐ-UBND' ngayHetHieuLuc='2026-01-01'/><quyTrinh id='Q'><ten>T</ten>"
      "<vienDan so='Điều 2 Quyết định số 7/2020/QĐ-UBND'/></quyTrinh>",
      "citation-not-in-force", 1 },
  };
  QmsReport *report = validate_text (cases[_i].text);

  ck_assert_int_eq (count (report, cases[_i].rule), cases[_i].count);
  qms_report_free (report);
}
END_TEST

/* Findings are many; the text that each quotes may be long. */
START_TEST (a_finding_quotes_only_the_beginning_of_a_long_text)
{
  g_autofree char *title = g_strnfill (5000, 'x');
  g_autofree char *text =
      g_strdup_printf ("<taiLieuNoiBo ngayBanHanh='2026-01-05'><ten>Đ%s</ten></taiLieuNoiBo>", title);
  QmsReport *report = validate_text (text);

  ck_assert_int_eq (count (report, "document-without-code"), 1);
  for (size_t i = 0; i < qms_report_count (report); i++) {
    const char *message = qms_report_message (report, i, QMS_LANG_VI);
    ck_assert_uint_lt (strlen (message), 1200);
    ck_assert (g_utf8_validate (message, -1, NULL));
  }
  qms_report_free (report);
}
END_TEST

START_TEST (each_placeholder_is_listed)
{
  QmsReport *report = validate_text ("<coQuan><ten>[[a]] và [[b]] [[</ten></coQuan>");

  ck_assert_int_eq (count (report, "placeholder-left"), 2);
  qms_report_free (report);
}
END_TEST

/* ---- the suite */

static void
add_catalogue (Suite *suite)
{
  TCase *tests = tcase_create ("catalogue");
  int rules = (int)qms_rule_count ();

  tcase_set_timeout (tests, 60);
  tcase_add_loop_test (tests, a_fail_file_yields_its_rule, 0, rules);
  tcase_add_loop_test (tests, a_pass_file_is_read_and_does_not_yield_its_rule, 0, rules);
  tcase_add_loop_test (tests, rules_are_complete_and_sorted, 0, rules);
  tcase_add_loop_test (tests, every_message_is_filled_in, 0, rules);
  tcase_add_test (tests, no_fixture_is_without_a_rule);
  tcase_add_test (tests, unknown_rules_are_not_found);
  tcase_add_test (tests, rules_know_the_inspection_items_that_they_decide);
  suite_add_tcase (suite, tests);
}

static void
add_engine (Suite *suite)
{
  TCase *tests = tcase_create ("engine");

  tcase_add_test (tests, a_node_that_fails_its_structure_is_not_judged_further);
  tcase_add_test (tests, a_node_with_a_dangling_reference_is_not_judged_further);
  tcase_add_test (tests, the_samples_of_a_framework_are_not_judged_as_systems);
  tcase_add_test (tests, findings_are_sorted_by_place_then_rule);
  tcase_add_test (tests, without_lines_findings_follow_the_tree);
  tcase_add_test (tests, a_finding_stands_where_its_text_stands);
  tcase_add_test (tests, items_of_lists_are_told_apart);
  tcase_add_test (tests, fingerprints_stay_when_lines_move);
  tcase_add_test (tests, findings_beyond_the_greatest_number_are_counted);
  tcase_add_test (tests, mild_findings_give_way_to_severe_ones);
  tcase_add_loop_test (tests, any_document_gives_the_same_findings_twice, 0, 60);
  tcase_add_test (tests, a_report_outlives_its_document);
  tcase_add_test (tests, an_empty_report_answers_nothing);
  tcase_add_test (tests, rules_about_dates_ask_the_chosen_day);
  tcase_add_test (tests, the_framework_says_how_many_months_may_pass);
  tcase_add_test (tests, objectives_are_known_by_kind_then_by_words);
  tcase_add_test (tests, a_day_that_does_not_exist_is_refused);
  tcase_add_test (tests, an_unknown_framework_is_refused_by_the_validator);
  tcase_add_test (tests, what_a_lenient_reader_let_pass_is_in_the_report);
  tcase_add_loop_test (tests, without_a_mandatory_procedure_a_new_system_has_exactly_one_error, 0,
                       G_N_ELEMENTS (mandatory));
  suite_add_tcase (suite, tests);
}

static void
add_meaning (Suite *suite)
{
  TCase *tests = tcase_create ("meaning");

  tcase_add_loop_test (tests, published_step_times_are_summed_exactly, 0, G_N_ELEMENTS (vectors));
  tcase_add_test (tests, each_scenario_is_summed_with_its_own_times);
  tcase_add_test (tests, a_common_limit_holds_for_every_scenario);
  tcase_add_test (tests, hours_and_working_days_add_up_to_the_minute);
  tcase_add_test (tests, working_and_calendar_days_are_not_compared);
  tcase_add_test (tests, a_step_without_a_time_leaves_too_short_unsaid);
  tcase_add_test (tests, the_applicants_steps_do_not_count);
  tcase_add_test (tests, vietnamese_in_nfc_is_clean);
  tcase_add_loop_test (tests, acts_are_compared_by_what_they_are, 0, 6);
  tcase_add_test (tests, a_finding_quotes_only_the_beginning_of_a_long_text);
  tcase_add_test (tests, each_placeholder_is_listed);
  suite_add_tcase (suite, tests);
}

Suite *rules_suite (void);

Suite *
rules_suite (void)
{
  Suite *suite = suite_create ("rules");

  add_catalogue (suite);
  add_engine (suite);
  add_meaning (suite);
  return suite;
}

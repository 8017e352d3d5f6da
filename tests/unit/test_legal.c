/* SPDX-License-Identifier: Apache-2.0 */
/* Legal acts: numbers in every spelling, validity on a day, files of further acts. */
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <qms.h>
#include <string.h>

#include "core/kind.h"
#include "legal/acts.h"
#include "legal/number.h"
#include "support.h"

/* ---- numbers */

static const struct {
  const char *text, *key;
} spellings[] = {
  { "61/2018/NĐ-CP", "61/2018/ND-CP" },
  { "61/2018/nđ-cp", "61/2018/ND-CP" },
  { "61/2018/ND-CP", "61/2018/ND-CP" },
  { "61/2018/N\xC3\x90-CP", "61/2018/ND-CP" },
  { " 61 / 2018 / NĐ \xE2\x80\x93 CP ", "61/2018/ND-CP" },
  { "NĐ 61/2018/NĐ-CP", "61/2018/ND-CP" },
  { "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ", "61/2018/ND-CP" },
  { "Nghị định số 61/2018/NĐ-CP, khoản 2 Điều 8", "61/2018/ND-CP" },
  { "61/2018/NĐ-CP.", "61/2018/ND-CP" },
  { "TT 1/2018/TT-VPCP", "1/2018/TT-VPCP" },
  { "Thông tư 01/2018/TT-VPCP", "1/2018/TT-VPCP" },
  { "TCVN ISO 9001:2015", "9001:2015" },
  { "ISO\xC2\xA0"
    "9001:2015 (E)",
    "9001:2015" },
  { "Luật Tổ chức chính quyền địa phương số 72/2025/QH15", "72/2025/QH15" },
  { "Mẫu số 01, Phụ lục Thông tư số 01/2018/TT-VPCP", "1/2018/TT-VPCP" },
  { "Điều 10 Nghị định số 61/2018/NĐ-CP", "61/2018/ND-CP" },
  { "khoản 2 Điều 8, Nghị định 61/2018/NĐ-CP ngày 23/4/2018", "61/2018/ND-CP" },
  { "ban hành ngày 23/4/2018 theo QĐ 101/QĐ-BKHCN", "101/QD-BKHCN" },
  { "Mẫu 01/TP kèm theo Thông tư 04/2020/TT-BTP", "4/2020/TT-BTP" },
  { "NĐ 61/2018-NĐ-CP", "61/2018-ND-CP" },
  { "Kế hoạch số 12/KH", "12/KH" },
};

START_TEST (spellings_of_a_number_share_a_key)
{
  char key[QMS_NUMBER_MAX];

  ck_assert (qms_number_key (spellings[_i].text, key));
  ck_assert_str_eq (key, spellings[_i].key);
}
END_TEST

START_TEST (a_text_without_a_symbol_is_its_own_key)
{
  char one[QMS_NUMBER_MAX], other[QMS_NUMBER_MAX];

  ck_assert (qms_number_key ("Bộ luật  Lao động 2019", one));
  ck_assert (qms_number_key (" Bộ luật Lao động 2019 ", other));
  ck_assert_str_eq (one, other);
  ck_assert (qms_number_key ("BLDS 2015", other));
  ck_assert_str_eq (other, "BLDS 2015");
}
END_TEST

START_TEST (empty_and_endless_texts_have_no_key)
{
  g_autofree char *endless = g_strnfill (1000, '1'), *symbol = g_strconcat ("1/", endless, NULL);
  char key[QMS_NUMBER_MAX];

  ck_assert (!qms_number_key ("", key));
  ck_assert (!qms_number_key ("  ", key));
  ck_assert (!qms_number_key (endless, key));
  ck_assert (!qms_number_key (symbol, key));
}
END_TEST

/* Dates, articles and forms have figures as well. */
START_TEST (figures_alone_are_no_number)
{
  static const char *const texts[] = { "Luật ngày 16/6/2025", "Điều 10", "Mẫu số 01", "tháng 6/2025", "Mẫu 01/TP", "" };
  char key[QMS_NUMBER_MAX];

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    ck_assert (!qms_number_is_in (texts[i]));
  ck_assert (qms_number_is_in ("Nghị quyết số 80-NQ/TW"));
  ck_assert (qms_number_key ("Luật ngày 16/6/2025", key));
  ck_assert_str_ne (key, "16/6/2025");
}
END_TEST

START_TEST (a_part_of_an_act_is_told_from_the_act)
{
  char key[QMS_NUMBER_MAX];

  ck_assert (!qms_number_key_of_whole ("Điều 10 Nghị định số 61/2018/NĐ-CP", key));
  ck_assert (!qms_number_key_of_whole ("Điều 10", key));
  ck_assert (qms_number_key_of_whole ("Nghị định số 61/2018/NĐ-CP, Điều 10", key));
  ck_assert_str_eq (key, "61/2018/ND-CP");
  ck_assert (qms_number_key_of_whole ("09/2015/QĐ-TTg", key));
}
END_TEST

START_TEST (a_year_in_the_number_tells_the_act)
{
  ck_assert (qms_number_has_year ("61/2018/ND-CP"));
  ck_assert (qms_number_has_year ("9001:2015"));
  ck_assert (!qms_number_has_year ("101/QD-BKHCN"));
  ck_assert (!qms_number_has_year ("80-NQ/TW"));
}
END_TEST

/* ---- the acts that ship */

START_TEST (an_act_is_found_by_any_spelling)
{
  const QmsNode *act = qms_legal_find ("61/2018/NĐ-CP");

  ck_assert_ptr_nonnull (act);
  ck_assert_ptr_eq (qms_legal_find ("Nghị định số 61/2018/NĐ-CP"), act);
  ck_assert_ptr_eq (qms_legal_find ("nđ 61/2018/nd-cp"), act);
  ck_assert_str_eq (qms_legal_act_get_replaced_by (act, 0), "118/2025/NĐ-CP");
  ck_assert_int_eq (qms_legal_act_get_certainty (act), QMS_CERTAINTY_CONFIRMED);
  ck_assert_ptr_nonnull (qms_legal_find ("BLLĐ 2019"));
}
END_TEST

START_TEST (an_unknown_act_is_not_found)
{
  ck_assert_ptr_null (qms_legal_find ("61/2019/NĐ-CP"));
  ck_assert_ptr_null (qms_legal_find ("[[số, ký hiệu]]"));
  ck_assert_ptr_null (qms_legal_find (""));
  ck_assert_ptr_null (qms_legal_find (NULL));
}
END_TEST

START_TEST (the_day_decides_whether_an_act_is_in_force)
{
  const QmsNode *old = qms_legal_find ("01/2018/TT-VPCP"), *new_act = qms_legal_find ("118/2025/NĐ-CP");

  ck_assert_int_eq (qms_legal_status (old, 2019, 1, 5), QMS_ACT_NOT_YET);
  ck_assert_int_eq (qms_legal_status (old, 2019, 1, 6), QMS_ACT_IN_FORCE);
  ck_assert_int_eq (qms_legal_status (old, 2025, 6, 30), QMS_ACT_IN_FORCE);
  ck_assert_int_eq (qms_legal_status (old, 2025, 7, 1), QMS_ACT_EXPIRED);
  ck_assert_int_eq (qms_legal_status (new_act, 2025, 6, 30), QMS_ACT_NOT_YET);
  ck_assert_int_eq (qms_legal_status (new_act, 2025, 7, 1), QMS_ACT_IN_FORCE);
}
END_TEST

START_TEST (a_replaced_act_without_a_last_day_ends_with_its_successor)
{
  const QmsNode *act = qms_legal_find ("2343/QĐ-BTP");

  ck_assert_int_eq (qms_legal_status (act, 2024, 3, 6), QMS_ACT_IN_FORCE);
  ck_assert_int_eq (qms_legal_status (act, 2024, 3, 7), QMS_ACT_EXPIRED);
}
END_TEST

START_TEST (an_act_without_dates_has_an_unknown_status)
{
  ck_assert_int_eq (qms_legal_status (qms_legal_find ("367/2025/NĐ-CP"), 2026, 1, 1), QMS_ACT_UNKNOWN);
  ck_assert_int_eq (qms_legal_status (qms_legal_find ("118/2025/NĐ-CP"), 2026, 2, 30), QMS_ACT_UNKNOWN);
  ck_assert_int_eq (qms_legal_status (NULL, 2026, 1, 1), QMS_ACT_UNKNOWN);
}
END_TEST

START_TEST (an_act_of_an_own_document_has_the_status_of_its_data)
{
  QmsDocument *document =
      read_text ("<vanBanPhapLuat xmlns='urn:libqms:1'><vanBan so='5/2030/QĐ-UBND' tuNgay='2030-02-01'>"
                 "<ten>T</ten></vanBan></vanBanPhapLuat>");
  const QmsNode *act = qms_legal_acts_get_acts (qms_document_root (document), 0);

  ck_assert_int_eq (qms_legal_status (act, 2030, 1, 31), QMS_ACT_NOT_YET);
  ck_assert_int_eq (qms_legal_status (act, 2030, 2, 1), QMS_ACT_IN_FORCE);
  qms_document_unref (document);
}
END_TEST

/* 101/QĐ-BKHCN of another year is another act. */
START_TEST (a_number_without_a_year_is_told_by_the_date)
{
  const QmsActs *acts = qms_acts_shipped ();
  int64_t in_2019 = 17917, in_2024 = 19800, other = 15703;

  ck_assert_ptr_nonnull (qms_acts_find (acts, "QĐ 101/QĐ-BKHCN", in_2019));
  ck_assert_ptr_null (qms_acts_find (acts, "QĐ 101/QĐ-BKHCN", in_2024));
  ck_assert_ptr_nonnull (qms_acts_find (acts, "2968/QĐ-BKHCN", other)); /* 29/12/2012, as one article has it */
  ck_assert_ptr_nonnull (qms_acts_find (acts, "118/2025/NĐ-CP", in_2019));
}
END_TEST

/* ---- the data */

START_TEST (successors_and_amendments_are_acts_of_the_data)
{
  static const char *const numbers[] = { "93/2007/QĐ-TTg",  "09/2015/QĐ-TTg", "61/2018/NĐ-CP",  "01/2018/TT-VPCP",
                                         "107/2021/NĐ-CP",  "2343/QĐ-BTP",    "118/2025/NĐ-CP", "63/2010/NĐ-CP",
                                         "144/2006/QĐ-TTg", "20/2020/QĐ-TTg" };
  const QmsNode *act = qms_legal_find (numbers[_i]);

  ck_assert_ptr_nonnull (act);
  for (size_t i = 0; i < qms_legal_act_count_replaced_by (act); i++)
    ck_assert_ptr_nonnull (qms_legal_find (qms_legal_act_get_replaced_by (act, i)));
  for (size_t i = 0; i < qms_legal_act_count_amended_by (act); i++)
    ck_assert_ptr_nonnull (qms_legal_find (qms_legal_act_get_amended_by (act, i)));
}
END_TEST

/* The shipped file holds no finding, and each act says how sure it is. */
START_TEST (the_shipped_acts_are_valid)
{
  const char *path = QMS_SOURCE_DIR "/data/legal/acts.xml";
  QmsDocument *document = NULL;
  QmsReport *report = NULL;

  ck_assert_int_eq (qms_document_load (path, &document, NULL), QMS_OK);
  ck_assert_int_eq (qms_document_validate (document, &report, NULL), QMS_OK);
  ck_assert_uint_eq (qms_report_count (report), 0);
  for (size_t i = 0; i < qms_legal_acts_count_acts (qms_document_root (document)); i++) {
    const QmsNode *act = qms_legal_acts_get_acts (qms_document_root (document), i);
    ck_assert (qms_legal_act_has_certainty (act));
    ck_assert_str_eq (qms_legal_act_get_number (qms_legal_find (qms_legal_act_get_number (act))),
                      qms_legal_act_get_number (act));
  }
  qms_report_free (report);
  qms_document_unref (document);
}
END_TEST

/* ---- validating on a day, with further acts */

static char *
write_file (const char *text)
{
  char *path = NULL;
  int handle = g_file_open_tmp ("qms-legal-XXXXXX.xml", &path, NULL);

  ck_assert_int_ge (handle, 0);
  g_close (handle, NULL);
  ck_assert (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* Findings of the family on a day, a line each, in English. */
static char *
findings (const char *text, const char *legal, int year, int month, int day)
{
  QmsDocument *document = read_text (text);
  QmsValidator *validator = qms_validator_new ();
  QmsReport *report = NULL;
  GString *lines = g_string_new (NULL);

  ck_assert_int_eq (qms_validator_set_as_of (validator, year, month, day, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_set_legal (validator, legal, NULL), QMS_OK);
  ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
  for (size_t i = 0; i < qms_report_count (report); i++)
    if (strstr (qms_rule_id (qms_report_rule (report, i)), "-PL-"))
      g_string_append_printf (lines, "%s %s\n", qms_rule_slug (qms_report_rule (report, i)),
                              qms_report_message (report, i, QMS_LANG_EN));
  qms_report_free (report);
  qms_validator_free (validator);
  qms_document_unref (document);
  return g_string_free (lines, FALSE);
}

#define CITES(numbers) "<heThong xmlns='urn:libqms:1'><quyTrinh id='Q'><ten>T</ten>" numbers "</quyTrinh></heThong>"
#define CITE(number) "<vienDan so='" number "'>T</vienDan>"

START_TEST (only_the_acts_of_the_day_change_between_two_days)
{
  const char *text =
      CITES (CITE ("61/2018/NĐ-CP") CITE ("01/2018/TT-VPCP") CITE ("107/2021/NĐ-CP") CITE ("118/2025/NĐ-CP")
                 CITE ("03/2025/TT-VPCP") CITE ("63/2010/NĐ-CP") CITE ("19/2014/QĐ-TTg") CITE ("101/QĐ-BKHCN")
                     CITE ("19/2025/QĐ-TTg") CITE ("2343/QĐ-BTP") CITE ("09/2015/QĐ-TTg") CITE ("367/2025/NĐ-CP")
                         CITE ("45/2020/NĐ-CP") CITE ("999/2024/NĐ-CP"));
  g_autofree char *before = findings (text, NULL, 2025, 6, 30), *after = findings (text, NULL, 2025, 7, 1);

  ck_assert_str_eq (before,
                    "act-not-yet «118/2025/NĐ-CP» is issued or comes into force on 2025-07-01 only\n"
                    "act-not-yet «03/2025/TT-VPCP» is issued or comes into force on 2025-09-15 only\n"
                    "act-not-yet «19/2025/QĐ-TTg» is issued or comes into force on 2025-07-01 only (second-hand, to "
                    "be looked up)\n"
                    "act-ended «2343/QĐ-BTP» is not in force since 2024-03-07, replaced by «313/QĐ-BTP» (inferred "
                    "from its successor's date)\n"
                    "act-ended «09/2015/QĐ-TTg» is not in force since 2018-04-23, replaced by «61/2018/NĐ-CP» "
                    "(inferred from its successor's date)\n");
  ck_assert_str_eq (after,
                    "act-ended «61/2018/NĐ-CP» is not in force since 2025-07-01, replaced by «118/2025/NĐ-CP»\n"
                    "act-ended «01/2018/TT-VPCP» is not in force since 2025-07-01, replaced by «03/2025/TT-VPCP»\n"
                    "act-ended «107/2021/NĐ-CP» is not in force since 2025-07-01, replaced by «118/2025/NĐ-CP»\n"
                    "act-not-yet «03/2025/TT-VPCP» is issued or comes into force on 2025-09-15 only\n"
                    "act-ended «2343/QĐ-BTP» is not in force since 2024-03-07, replaced by «313/QĐ-BTP» (inferred "
                    "from its successor's date)\n"
                    "act-ended «09/2015/QĐ-TTg» is not in force since 2018-04-23, replaced by «61/2018/NĐ-CP» "
                    "(inferred from its successor's date)\n");
}
END_TEST

START_TEST (the_acts_of_a_file_go_before_those_that_ship)
{
  g_autofree char *path =
      write_file ("<vanBanPhapLuat xmlns='urn:libqms:1'><vanBan so='63/2010/NĐ-CP' denNgay='2024-12-31' "
                  "doChacChan='daXacNhan'><ten>T</ten><thayTheBoi>7/2024/NĐ-CP</thayTheBoi></vanBan>"
                  "</vanBanPhapLuat>");
  g_autofree char *shipped = findings (CITES (CITE ("63/2010/NĐ-CP")), NULL, 2025, 7, 1);
  g_autofree char *own = findings (CITES (CITE ("63/2010/NĐ-CP") CITE ("61/2018/NĐ-CP")), path, 2025, 7, 1);

  ck_assert_str_eq (shipped, "");
  ck_assert_str_eq (own, "act-ended «63/2010/NĐ-CP» is not in force since 2025-01-01, replaced by «7/2024/NĐ-CP»\n"
                         "act-ended «61/2018/NĐ-CP» is not in force since 2025-07-01, replaced by «118/2025/NĐ-CP»\n");
  g_unlink (path);
}
END_TEST

/* A number that is given anew every year: the date of the citation decides; of several that fit, the first. */
START_TEST (acts_of_one_number_are_told_apart_by_date)
{
  static const char text[] =
      "<vanBanPhapLuat xmlns=\"urn:libqms:1\">"
      "<vanBan so=\"9/QĐ-UBND\" ngay=\"2019-03-01\"><ten>A</ten><ngayKhac>2031-05-05</ngayKhac></vanBan>"
      "<vanBan so=\"9/QĐ-UBND\" ngay=\"2020-03-01\"><ten>B</ten></vanBan>"
      "<vanBan so=\"9/QĐ-UBND\" ngay=\"2020-04-01\"><ten>C</ten></vanBan>"
      "<vanBan so=\"9/QĐ-UBND\"><ten>D</ten></vanBan>"
      "<vanBan so=\"9/QĐ-UBND\" ngay=\"2031-01-01\"><ten>E</ten></vanBan>"
      "<vanBan so=\"10/QĐ-UBND\" ngay=\"2033-01-01\"><ten>F</ten><tenKhac>9/QĐ-UBND</tenKhac></vanBan>"
      "</vanBanPhapLuat>";
  static const struct {
    int32_t year, month, day;
    const char *title;
  } cases[] = { { 2019, 7, 1, "A" }, { 2020, 4, 1, "B" }, { 2031, 5, 5, "A" },
                { 2031, 5, 6, "D" }, { 2032, 1, 1, "D" }, { 2033, 1, 1, "D" } };
  g_autofree char *path = write_file (text);
  QmsActs *acts = NULL;

  ck_assert_int_eq (qms_acts_load (path, &acts, NULL), QMS_OK);
  g_unlink (path);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++) {
    int64_t day = qms_date_pack (cases[i].year, cases[i].month, cases[i].day).integer;
    ck_assert_str_eq (qms_legal_act_get_title (qms_acts_find (acts, "QĐ 9/QĐ-UBND", day)->node), cases[i].title);
  }
  ck_assert_str_eq (qms_legal_act_get_title (qms_acts_find (acts, "9/QĐ-UBND", G_MININT64)->node), "A");
  ck_assert_str_eq (qms_legal_act_get_title (qms_acts_find (acts, "10/QĐ-UBND", G_MININT64)->node), "F");
  ck_assert_ptr_null (qms_acts_find (acts, "10/QĐ-UBND", qms_date_pack (2034, 1, 1).integer));
  qms_acts_free (acts);
}
END_TEST

START_TEST (a_file_of_another_root_is_refused)
{
  g_autofree char *path = write_file ("<heThong xmlns='urn:libqms:1'/>");
  QmsValidator *validator = qms_validator_new ();
  QmsError *error = NULL;

  ck_assert_int_eq (qms_validator_set_legal (validator, path, &error), QMS_ERROR_STRUCTURE);
  ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_EN), "vanBanPhapLuat"));
  qms_error_free (error);
  ck_assert_int_eq (qms_validator_set_legal (validator, "khong-co.xml", NULL), QMS_ERROR_IO);
  ck_assert_int_eq (qms_validator_set_legal (NULL, path, NULL), QMS_ERROR_ARGUMENT);
  qms_validator_free (validator);
  g_unlink (path);
}
END_TEST

START_TEST (what_the_list_of_external_documents_says_is_not_said_again)
{
  g_autofree char *lines =
      findings ("<heThong xmlns='urn:libqms:1'><taiLieuBenNgoai so='61/2018/NĐ-CP' "
                "thayTheBoi='118/2025/NĐ-CP'>T</taiLieuBenNgoai><quyTrinh id='Q'><ten>T</ten>" CITE (
                    "61/2018/NĐ-CP") "</quyTrinh></heThong>",
                NULL, 2026, 1, 1);

  ck_assert_str_eq (lines, "");
}
END_TEST

START_TEST (a_form_of_the_old_set_names_the_new_form)
{
  g_autofree char *lines =
      findings ("<heThong xmlns='urn:libqms:1'><quyTrinh id='Q'><ten>T</ten><bieuMau id='B' loai='xinLoi' "
                "canCu='TT 01/2018/TT-VPCP'>Phiếu xin lỗi</bieuMau></quyTrinh></heThong>",
                NULL, 2026, 1, 1);

  ck_assert_str_eq (lines,
                    "form-of-ended-act «Phiếu xin lỗi» is prescribed by «01/2018/TT-VPCP», not in force since "
                    "2025-07-01, replaced by «03/2025/TT-VPCP»; the new form is «Văn bản xin lỗi và đề nghị gia hạn "
                    "thời gian giải quyết» of 03/2025/TT-VPCP\n");
}
END_TEST

/* Between the end of the old set and the new one no set is known: a note, which says so, and no form to take. */
START_TEST (between_two_sets_of_forms_nobody_is_told_which_to_use)
{
  static const int32_t days[][3] = { { 2025, 6, 30 }, { 2025, 7, 1 }, { 2025, 9, 14 }, { 2025, 9, 15 } };
  static const int32_t severities[] = { 0, QMS_SEVERITY_INFO, QMS_SEVERITY_INFO, QMS_SEVERITY_WARNING };
  QmsDocument *document = read_text (SYSTEM ("<quyTrinh id='Q'><ten>T</ten><bieuMau id='B' loai='xinLoi' "
                                             "canCu='TT 01/2018/TT-VPCP'>Phiếu xin lỗi</bieuMau></quyTrinh>"));
  QmsValidator *validator = qms_validator_new ();

  for (size_t i = 0; i < G_N_ELEMENTS (days); i++) {
    QmsReport *report = NULL;
    int32_t severity = 0;
    bool gap = false;
    ck_assert_int_eq (qms_validator_set_as_of (validator, days[i][0], days[i][1], days[i][2], NULL), QMS_OK);
    ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
    for (size_t j = 0; j < qms_report_count (report); j++)
      if (strcmp (qms_rule_slug (qms_report_rule (report, j)), "form-of-ended-act") == 0) {
        severity = qms_report_severity (report, j);
        gap = strstr (qms_report_message (report, j, QMS_LANG_VI), "không có bộ mẫu nào cho thời gian ở giữa") != NULL;
      }
    ck_assert_int_eq (severity, severities[i]);
    ck_assert_int_eq (gap, severity == QMS_SEVERITY_INFO);
    qms_report_free (report);
  }
  qms_validator_free (validator);
  qms_document_unref (document);
}
END_TEST

#define CITES_OLD CITES ("<vienDan so='09/2015/QĐ-TTg'>T</vienDan>")

/* Until the day by which an act had ended, its inferred end is a note; from then on nobody can be in doubt. */
START_TEST (an_inferred_end_counts_once_it_is_sure)
{
  static const int32_t years[] = { 2018, 2019 }, severities[] = { QMS_SEVERITY_INFO, QMS_SEVERITY_WARNING };

  for (size_t i = 0; i < G_N_ELEMENTS (years); i++) {
    QmsDocument *document = read_text (CITES_OLD);
    QmsValidator *validator = qms_validator_new ();
    QmsReport *report = NULL;
    size_t found = 0;
    ck_assert_int_eq (qms_validator_set_as_of (validator, years[i], years[i] == 2018 ? 12 : 1,
                                               years[i] == 2018 ? 31 : 1, NULL), QMS_OK);
    ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
    for (size_t j = 0; j < qms_report_count (report); j++)
      if (strcmp (qms_rule_slug (qms_report_rule (report, j)), "act-ended") == 0) {
        ck_assert_int_eq (qms_report_severity (report, j), severities[i]);
        ck_assert_ptr_nonnull (strstr (qms_report_message (report, j, QMS_LANG_EN), "(inferred from"));
        found++;
      }
    ck_assert_uint_eq (found, 1);
    qms_report_free (report);
    qms_validator_free (validator);
    qms_document_unref (document);
  }
}
END_TEST

START_TEST (the_latest_end_of_an_act_is_called_so)
{
  g_autofree char *path =
      write_file ("<vanBanPhapLuat xmlns='urn:libqms:1'><vanBan so='7/2020/QĐ-UBND' hetChamNhat='2024-12-31' "
                  "doChacChan='daXacNhan'><ten>T</ten></vanBan></vanBanPhapLuat>");
  g_autofree char *lines = findings (CITES (CITE ("7/2020/QĐ-UBND")), path, 2025, 7, 1);

  ck_assert_str_eq (lines, "act-ended «7/2020/QĐ-UBND» is not in force since 2025-01-01 (at the latest)\n");
  g_unlink (path);
}
END_TEST

/* The day of issue is not what is inferred. */
START_TEST (a_date_that_differs_is_not_called_inferred)
{
  g_autofree char *lines =
      findings (CITES ("<vienDan so='09/2015/QĐ-TTg' ngay='2015-03-26'>T</vienDan>"), NULL, 2017, 1, 1);

  ck_assert_str_eq (lines, "act-date-differs «09/2015/QĐ-TTg»: the date of issue is given as 2015-03-26, the legal data "
                           "have 2015-03-25\n");
}
END_TEST

/* The set of 2015 has no successor with forms: those in force are found by kind. */
START_TEST (a_form_whose_act_has_no_next_set_names_the_one_in_force)
{
  g_autofree char *lines =
      findings ("<heThong xmlns='urn:libqms:1'><quyTrinh id='Q'><ten>T</ten><bieuMau id='B' loai='kiemSoat' "
                "canCu='Mẫu số 05, Quyết định số 09/2015/QĐ-TTg'>Phiếu</bieuMau></quyTrinh></heThong>",
                NULL, 2026, 1, 1);

  ck_assert_str_eq (lines,
                    "form-of-ended-act «Phiếu» is prescribed by «09/2015/QĐ-TTg», not in force since 2018-04-23, replaced "
                    "by «61/2018/NĐ-CP» (inferred from its successor's date); the new form is «Phiếu kiểm soát quá trình "
                    "giải quyết hồ sơ» of 03/2025/TT-VPCP\n");
}
END_TEST

/* An announced successor does not end what is in force until its day comes. */
START_TEST (an_act_that_is_to_be_replaced_is_still_in_force)
{
  static const char text[] =
      "<heThong xmlns='urn:libqms:1'><taiLieuBenNgoai so='7/2020/QĐ-UBND' ngayHetHieuLuc='2027-01-01' "
      "thayTheBoi='8/2026/QĐ-UBND'>T</taiLieuBenNgoai><quyTrinh id='Q'><ten>T</ten>"
      "<vienDan so='Quyết định số 07/2020/QĐ-UBND'>T</vienDan></quyTrinh></heThong>";
  static const int32_t years[] = { 2026, 2027 };

  for (size_t i = 0; i < G_N_ELEMENTS (years); i++) {
    QmsDocument *document = read_text (text);
    QmsValidator *validator = qms_validator_new ();
    QmsReport *report = NULL;
    size_t found = 0;
    ck_assert_int_eq (qms_validator_set_as_of (validator, years[i], 1, 1, NULL), QMS_OK);
    ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
    for (size_t j = 0; j < qms_report_count (report); j++)
      found += strcmp (qms_rule_slug (qms_report_rule (report, j)), "citation-not-in-force") == 0;
    ck_assert_uint_eq (found, i);
    qms_report_free (report);
    qms_validator_free (validator);
    qms_document_unref (document);
  }
}
END_TEST

START_TEST (legal_data_with_an_error_are_refused)
{
  static const char *const acts[] = {
    "<vanBan so='1/2020/X' tuNgay='2020-01-01' denNgay='2010-01-01'><ten>T</ten></vanBan>",
    "<vanBan so='1/2020/X'><ten>T</ten><thayTheBoi>01/2020/x</thayTheBoi></vanBan>",
    "<vanBan ngay='2020-01-01'><ten>T</ten></vanBan>",
  };
  static const char *const why[] = { "QMS-PL-012", "QMS-PL-013", "QMS-CT-011" };

  for (size_t i = 0; i < G_N_ELEMENTS (acts); i++) {
    g_autofree char *text = g_strdup_printf ("<vanBanPhapLuat xmlns='urn:libqms:1'>\n%s</vanBanPhapLuat>", acts[i]);
    g_autofree char *path = write_file (text);
    QmsValidator *validator = qms_validator_new ();
    QmsError *error = NULL;
    ck_assert_int_eq (qms_validator_set_legal (validator, path, &error), QMS_ERROR_VALUE);
    ck_assert_ptr_nonnull (strstr (qms_error_message (error, QMS_LANG_VI), why[i]));
    ck_assert_uint_eq (qms_error_line (error), 2);
    qms_error_free (error);
    qms_validator_free (validator);
    g_unlink (path);
  }
}
END_TEST

/* An administrative procedure is brought up to date; the procedure that settles it is not. */
START_TEST (a_procedure_is_older_than_the_act_of_what_it_settles)
{
  g_autofree char *lines = findings (
      "<heThong xmlns='urn:libqms:1'><quyTrinh id='Q' ngayBanHanh='2024-01-01'><ten>T</ten></quyTrinh>"
      "<thuTuc ma='1.000656' quyTrinh='Q'><ten>T</ten><canCu so='118/2025/NĐ-CP'>T</canCu></thuTuc></heThong>",
      NULL, 2026, 1, 1);

  ck_assert_str_eq (lines,
                    "procedure-older-than-act «T» was last issued or amended on 2024-01-01, before «118/2025/NĐ-CP» "
                    "came into force on 2025-07-01\n");
}
END_TEST

Suite *legal_suite (void);

Suite *
legal_suite (void)
{
  Suite *suite = suite_create ("legal");
  TCase *tests = tcase_create ("legal");

  tcase_add_loop_test (tests, spellings_of_a_number_share_a_key, 0, G_N_ELEMENTS (spellings));
  tcase_add_test (tests, a_text_without_a_symbol_is_its_own_key);
  tcase_add_test (tests, empty_and_endless_texts_have_no_key);
  tcase_add_test (tests, figures_alone_are_no_number);
  tcase_add_test (tests, a_part_of_an_act_is_told_from_the_act);
  tcase_add_test (tests, a_year_in_the_number_tells_the_act);
  tcase_add_test (tests, an_act_is_found_by_any_spelling);
  tcase_add_test (tests, an_unknown_act_is_not_found);
  tcase_add_test (tests, the_day_decides_whether_an_act_is_in_force);
  tcase_add_test (tests, a_replaced_act_without_a_last_day_ends_with_its_successor);
  tcase_add_test (tests, an_act_without_dates_has_an_unknown_status);
  tcase_add_test (tests, an_act_of_an_own_document_has_the_status_of_its_data);
  tcase_add_test (tests, a_number_without_a_year_is_told_by_the_date);
  tcase_add_loop_test (tests, successors_and_amendments_are_acts_of_the_data, 0, 10);
  tcase_add_test (tests, the_shipped_acts_are_valid);
  tcase_add_test (tests, only_the_acts_of_the_day_change_between_two_days);
  tcase_add_test (tests, the_acts_of_a_file_go_before_those_that_ship);
  tcase_add_test (tests, acts_of_one_number_are_told_apart_by_date);
  tcase_add_test (tests, a_file_of_another_root_is_refused);
  tcase_add_test (tests, what_the_list_of_external_documents_says_is_not_said_again);
  tcase_add_test (tests, a_form_of_the_old_set_names_the_new_form);
  tcase_add_test (tests, between_two_sets_of_forms_nobody_is_told_which_to_use);
  tcase_add_test (tests, an_inferred_end_counts_once_it_is_sure);
  tcase_add_test (tests, the_latest_end_of_an_act_is_called_so);
  tcase_add_test (tests, a_date_that_differs_is_not_called_inferred);
  tcase_add_test (tests, a_form_whose_act_has_no_next_set_names_the_one_in_force);
  tcase_add_test (tests, an_act_that_is_to_be_replaced_is_still_in_force);
  tcase_add_test (tests, legal_data_with_an_error_are_refused);
  tcase_add_test (tests, a_procedure_is_older_than_the_act_of_what_it_settles);
  suite_add_tcase (suite, tests);
  return suite;
}

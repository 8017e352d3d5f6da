/* SPDX-License-Identifier: Apache-2.0 */
/* Measuring text and breaking it into lines. */
#include "diagram/font.h"
#include "diagram/wrap.h"

#include <check.h>
#include <string.h>

Suite *wrap_suite (void);

#define LONG_TEXT                                                                                                      \
  "Thẩm định hồ sơ, kiểm tra thực địa, lập biên bản và dự thảo văn bản trả lời công dân theo quy định của pháp luật"

static const char *
line (const QmsLines *lines, guint index)
{
  ck_assert_uint_lt (index, lines->lines->len);
  return lines->lines->pdata[index];
}

START_TEST (widths_are_those_of_the_font)
{
  ck_assert_int_eq (qms_font_advance ('A'), 1366);
  ck_assert_int_eq (qms_font_advance (0x1EA4), 1366);
  ck_assert_int_eq (qms_font_width ("AAA", 2048), 3 * 1366);
  ck_assert_int_eq (qms_font_width ("A", 12), 9);
  ck_assert_int_eq (qms_font_width ("", 12), 0);
}
END_TEST

START_TEST (composed_and_decomposed_text_break_alike)
{
  g_autofree char *apart = g_utf8_normalize (LONG_TEXT, -1, G_NORMALIZE_NFD);
  g_autoptr (QmsLines) one = qms_wrap (LONG_TEXT, 12, 120, 100), two = qms_wrap (apart, 12, 120, 100);

  ck_assert_str_ne (apart, LONG_TEXT);
  ck_assert_uint_eq (one->lines->len, two->lines->len);
  for (guint i = 0; i < one->lines->len; i++)
    ck_assert_str_eq (line (one, i), line (two, i));
}
END_TEST

START_TEST (characters_of_other_fonts_have_a_width_too)
{
  ck_assert (!qms_font_knows ("漢"));
  ck_assert_int_eq (qms_font_advance (0x6F22), QMS_FONT_EM);
  ck_assert_int_gt (qms_font_advance (0x1F600), QMS_FONT_EM);
}
END_TEST

START_TEST (lines_fit_and_hold_all_words)
{
  for (int width = 60; width < 400; width += 7) {
    g_autoptr (QmsLines) lines = qms_wrap (LONG_TEXT, 12, width, 100);
    g_autoptr (GString) joined = g_string_new (NULL);
    for (guint i = 0; i < lines->lines->len; i++) {
      ck_assert_int_le (qms_font_width (line (lines, i), 12), width);
      g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", line (lines, i));
    }
    ck_assert_str_eq (joined->str, LONG_TEXT);
    ck_assert (!lines->cut);
  }
}
END_TEST

START_TEST (text_beyond_the_last_line_becomes_an_ellipsis)
{
  g_autoptr (QmsLines) lines = qms_wrap (LONG_TEXT, 12, 120, 2);

  ck_assert_uint_eq (lines->lines->len, 2);
  ck_assert (lines->cut);
  ck_assert (g_str_has_suffix (line (lines, 1), "…"));
  ck_assert_int_le (qms_font_width (line (lines, 1), 12), 120);
}
END_TEST

START_TEST (long_words_break_between_characters)
{
  g_autoptr (GString) word = g_string_new (NULL);
  for (int i = 0; i < 20; i++)
    g_string_append (word, "x\xCC\x82"); /* with a mark, and no letter of its own */
  g_autoptr (QmsLines) lines = qms_wrap (word->str, 12, 31, 100);

  ck_assert_uint_eq (lines->lines->len, 4);
  for (guint i = 0; i < lines->lines->len; i++)
    ck_assert_int_eq (line (lines, i)[0], 'x');
}
END_TEST

START_TEST (a_picture_of_several_characters_stays_whole)
{
  const char *family = "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", *flags = "🇻🇳🇻🇳🇻🇳";
  g_autoptr (QmsLines) families = qms_wrap (family, 12, 10, 100), nations = qms_wrap (flags, 12, 10, 100);

  ck_assert_uint_eq (families->lines->len, 3);
  ck_assert_str_eq (line (families, 2), "👨‍👩‍👧");
  ck_assert_uint_eq (nations->lines->len, 3);
  ck_assert_str_eq (line (nations, 1), "🇻🇳");
}
END_TEST

START_TEST (lines_break_behind_hyphens_and_slashes)
{
  g_autoptr (QmsLines) lines = qms_wrap ("61/2018/NĐ-CP", 12, 50, 100);

  ck_assert_str_eq (line (lines, 0), "61/2018/");
  ck_assert_str_eq (line (lines, 1), "NĐ-CP");
}
END_TEST

START_TEST (white_space_and_controls_are_one_space)
{
  g_autoptr (QmsLines) lines = qms_wrap (" Tiếp \n\t nhận\r\n\xE2\x80\xAE hồ\xC2\xA0sơ ", 12, 500, 5);
  g_autoptr (QmsLines) blank = qms_wrap (" \n ", 12, 500, 5);

  ck_assert_uint_eq (lines->lines->len, 1);
  ck_assert_str_eq (line (lines, 0), "Tiếp nhận hồ\xC2\xA0sơ");
  ck_assert_uint_eq (blank->lines->len, 0);
}
END_TEST

START_TEST (even_lines_are_no_more_and_no_wider)
{
  for (int width = 60; width < 400; width += 13) {
    g_autoptr (QmsLines) plain = qms_wrap (LONG_TEXT, 12, width, 100),
                         even = qms_wrap_evenly (LONG_TEXT, 12, width, 100);
    ck_assert_uint_eq (even->lines->len, plain->lines->len);
    ck_assert_int_le (even->width, plain->width);
  }
  g_autoptr (QmsLines) lines = qms_wrap_evenly ("Kết quả kiểm tra hồ sơ?", 11, 100, 8);
  ck_assert_str_eq (line (lines, 0), "Kết quả kiểm");
  ck_assert_str_eq (line (lines, 1), "tra hồ sơ?");
}
END_TEST

Suite *
wrap_suite (void)
{
  Suite *suite = suite_create ("wrap");
  TCase *cases = tcase_create ("wrap");

  tcase_add_test (cases, widths_are_those_of_the_font);
  tcase_add_test (cases, composed_and_decomposed_text_break_alike);
  tcase_add_test (cases, characters_of_other_fonts_have_a_width_too);
  tcase_add_test (cases, lines_fit_and_hold_all_words);
  tcase_add_test (cases, text_beyond_the_last_line_becomes_an_ellipsis);
  tcase_add_test (cases, long_words_break_between_characters);
  tcase_add_test (cases, a_picture_of_several_characters_stays_whole);
  tcase_add_test (cases, lines_break_behind_hyphens_and_slashes);
  tcase_add_test (cases, white_space_and_controls_are_one_space);
  tcase_add_test (cases, even_lines_are_no_more_and_no_wider);
  suite_add_tcase (suite, cases);
  return suite;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Text: what XML can hold, NFC, escaping, likeness of names. */
#include "core/text.h"

#include <qms.h>

#include <check.h>
#include <string.h>

Suite *text_suite (void);

/* ---- characters */

typedef struct {
  const char *text;
  size_t length;
  size_t bad; /* offset of the first bad byte; the length if there is none */
} Characters;

static const Characters characters[] = {
  { "", 0, 0 },
  { "Ủy ban\t\r\n", 11, 11 },
  { "\xF0\xA1\xA8\xB8\xF0\x9F\x98\x80", 8, 8 },
  { "\x7F\xC2\x80", 3, 3 },
  { "\xEF\xBF\xBD\xEF\xB7\x90", 6, 6 },
  { "a\x01", 2, 1 },
  { "a\0b", 3, 1 },
  { "ab\x1F", 3, 2 },
  { "a\xEF\xBF\xBE", 4, 1 },
  { "ab\xEF\xBF\xBF", 5, 2 },
  { "\xC0\x80", 2, 0 },
  { "a\xED\xA0\x80", 4, 1 },
  { "a\xF4\x90\x80\x80", 5, 1 },
  { "a\xE1\xBB", 3, 1 },
  { "a\xFF", 2, 1 },
};

START_TEST (long_texts_become_nfc_as_a_whole)
{
  g_autoptr (GString) apart = g_string_new (NULL), composed = g_string_new (NULL);

  for (int i = 0; i < 20000; i++) {
    g_string_append (apart, "1 nga\xCC\x80y ");
    g_string_append (composed, "1 ng\xC3\xA0y ");
  }
  g_autofree char *normal = qms_text_to_nfc (apart->str), *wrong = qms_text_to_nfc ("a\xFF");
  ck_assert_str_eq (normal, composed->str);
  ck_assert_ptr_null (wrong);
}
END_TEST

START_TEST (characters_that_xml_cannot_hold_are_found_at_their_offset)
{
  const Characters *c = &characters[_i];
  size_t bad = 99;

  ck_assert_int_eq (qms_text_is_xml (c->text, c->length, &bad), c->bad == c->length);
  ck_assert_uint_eq (bad, c->bad);
  ck_assert_int_eq (qms_text_is_xml (c->text, c->length, NULL), c->bad == c->length);
}
END_TEST

/* ---- normal form C */

static void
assert_nfc_as_glib (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

  ck_assert_msg (qms_text_is_nfc (text) == (strcmp (normal, text) == 0), "U+%04X and U+%04X", g_utf8_get_char (text),
                 g_utf8_get_char (g_utf8_next_char (text)));
}

START_TEST (normal_form_is_told_as_glib_tells_it_for_every_character)
{
  enum { MARK_BELOW = 0x20E8, MARK_ABOVE = 0x20D0, LAST = 0x2FA1F };

  for (gunichar c = 1; c <= LAST; c++) {
    char text[24];
    int length;
    if (!g_unichar_validate (c) || (c >= 0x3400 && c <= 0x9FFF))
      continue;
    length = g_unichar_to_utf8 (MARK_ABOVE, text);
    length += g_unichar_to_utf8 (c, text + length);
    length += g_unichar_to_utf8 (MARK_BELOW, text + length);
    text[length] = '\0';
    assert_nfc_as_glib (text);
    text[g_unichar_to_utf8 (c, text)] = '\0';
    assert_nfc_as_glib (text);
  }
}
END_TEST

static void
assert_normal_as_glib (const char *text)
{
  g_autofree char *normal = qms_text_to_nfc (text), *whole = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);

  ck_assert_str_eq (normal, whole);
}

START_TEST (normal_form_of_a_long_text_is_that_of_its_whole)
{
  enum { LAST = 0xFFFD };
  static const char *const before[] = { "a", "\xE1\x84\x80", "\xEA\xB0\x80",
                                        "\xE0\xA7\x87" }; /* what Hangul and Bengali join */
  g_autofree char *filling = g_strnfill (1023, '.');

  for (gunichar c = 0x80; c <= LAST; c += c >= 0x3400 && c < 0xD700 ? 97 : 1) {
    char character[7] = "";
    if (!g_unichar_validate (c))
      continue;
    g_unichar_to_utf8 (c, character);
    g_autofree char *text = g_strdup_printf ("%s%s%s\xCC\x81", filling, before[c % G_N_ELEMENTS (before)], character);
    assert_normal_as_glib (text);
  }
}
END_TEST

static char *
letter_with_marks (size_t count)
{
  GString *text = g_string_new ("e");

  for (size_t i = 0; i < count; i++)
    g_string_append (text, "\xCC\xA3\xCC\x82\xCD\x84");
  return g_string_free (text, FALSE);
}

START_TEST (marks_without_end_take_their_order_in_time)
{
  g_autofree char *some = letter_with_marks (1000), *many = letter_with_marks (100000), *normal = NULL;
  gint64 begin = g_get_monotonic_time ();

  assert_normal_as_glib (some);
  normal = qms_text_to_nfc (many);
  ck_assert (g_str_has_prefix (normal, "ệ\xCC\xA3"));
  ck_assert (qms_text_is_nfc (normal));
  ck_assert_int_lt (g_get_monotonic_time () - begin, 10 * G_USEC_PER_SEC);
}
END_TEST

START_TEST (decomposed_vietnamese_is_composed)
{
  g_autofree char *composed = qms_text_to_nfc ("Ho\xCC\x80"
                                               "a xa\xCC\x83 Tie\xCC\x82\xCC\x81n");

  ck_assert_str_eq (composed, "Hòa xã Tiến");
  ck_assert (qms_text_is_nfc (composed));
  ck_assert (!qms_text_is_nfc ("Ho\xCC\x80"
                               "a"));
  ck_assert (qms_text_is_nfc (""));
}
END_TEST

/* ---- escaping */

START_TEST (text_and_attributes_are_escaped_each_in_its_way)
{
  static const char *const raw = "a<b>c&d\"e'f\tg\nh\ri ]]>";
  g_autoptr (GString) text = g_string_new ("^"), attribute = g_string_new ("^");

  qms_text_escape (raw, false, text);
  qms_text_escape (raw, true, attribute);
  ck_assert_str_eq (text->str, "^a&lt;b&gt;c&amp;d\"e'f\tg\nh&#13;i ]]&gt;");
  ck_assert_str_eq (attribute->str, "^a&lt;b>c&amp;d&quot;e'f&#9;g&#10;h&#13;i ]]>");
}
END_TEST

/* ---- likeness */

static const struct {
  const char *name, *nearest;
} likeness[] = {
  { "quyTirnh", "quyTrinh" }, /* neighbours swapped */
  { "quytrinh", "quyTrinh" }, /* case */
  { "quyTrin", "quyTrinh" },  { "buocs", "buoc" }, { "ma", "ma" },           { "mb", "ma" },
  { "xyzw", NULL },           { "", NULL },        { "hoanToanKhac", NULL },
};

START_TEST (the_nearest_name_is_one_that_a_slip_of_typing_explains)
{
  static const char *const names[] = { "quyTrinh", "buoc", "ma", "thuTuc" };
  const char *nearest = qms_nearest_name (likeness[_i].name, names, G_N_ELEMENTS (names));

  ck_assert_pstr_eq (nearest, likeness[_i].nearest);
}
END_TEST

START_TEST (a_name_too_long_to_compare_has_no_nearest)
{
  const char *names[] = { "quyTrinh" };
  g_autofree char *name = g_strnfill (1000, 'q');

  ck_assert_ptr_null (qms_nearest_name (name, names, 1));
  ck_assert_ptr_null (qms_nearest_name (NULL, names, 1));
  ck_assert_ptr_null (qms_nearest_name ("ma", NULL, 0));
}
END_TEST

/* ---- hashing */

/* As CPython 3.11 hashes bytes under a key of zeros. */
static const struct {
  size_t length; /* of the beginning of the alphabet */
  guint64 hash;
} siphashes[] = {
  { 1, 0x407448d2b89b1813 }, { 2, 0x555508cbc6add439 },  { 7, 0x6db12aae9070f506 },  { 8, 0x3f7b849c0b8e35ea },
  { 9, 0xf89b34a3d11eb6e5 }, { 15, 0x1fd27a29b0e9dc7a }, { 16, 0x94f60d3d29e6a312 }, { 17, 0x61c47e6da27eaccc },
};

START_TEST (siphash_gives_the_numbers_that_others_get)
{
  static const guint64 zeros[2] = { 0, 0 };

  ck_assert_uint_eq (qms_text_siphash ("abcdefghijklmnopqrs", siphashes[_i].length, zeros), siphashes[_i].hash);
}
END_TEST

START_TEST (another_key_gives_another_hash)
{
  static const guint64 keys[][2] = { { 1, 2 }, { 1, 3 } };

  ck_assert_uint_ne (qms_text_siphash ("quyTrinh", 8, keys[0]), qms_text_siphash ("quyTrinh", 8, keys[1]));
}
END_TEST

/* "az" and "bY" have one hash under g_str_hash, and so has every row of them. */
START_TEST (text_that_collides_by_design_elsewhere_does_not_here)
{
  ck_assert_uint_eq (g_str_hash ("azbY"), g_str_hash ("bYaz"));
  ck_assert_uint_eq (qms_text_hash ("azbY"), qms_text_hash ("azbY"));
  ck_assert (qms_text_hash ("azaz") != qms_text_hash ("bYbY") || qms_text_hash ("azbY") != qms_text_hash ("bYaz"));
}
END_TEST

static const struct {
  const char *text, *shown;
} displays[] = {
  { "UBND xã Hòa Mẫu", "UBND xã Hòa Mẫu" },
  { "một\nhai\tba", "một hai ba" },
  { "\033[31mđỏ", " [31mđỏ" },
  { "a\177b\302\233c", "a b c" }, /* DEL and the one-byte CSI, U+009B */
  { "x\342\200\256y", "x y" },    /* right-to-left override, U+202E */
  { "h\377i", "h\357\277\275i" }, /* a byte that is no UTF-8 */
};

START_TEST (text_for_a_terminal_cannot_steer_it)
{
  char *shown = qms_display_text (displays[_i].text);

  ck_assert_str_eq (shown, displays[_i].shown);
  qms_free (shown);
}
END_TEST

START_TEST (a_bare_name_has_letters_and_digits_only)
{
  static const char *const spellings[] = { "Mã số thủ tục (TTHC) 1", "MA SO THU TUC - TTHC1",
                                           "  Ma\xCC\x83 so\xCC\x82\xCC\x81\tthu\xCC\x89 tu\xCC\xA3"
                                           "c: tthc/1" };
  g_autofree char *stroke = qms_bare_name ("Đường đi, ĐƠN"), *nothing = qms_bare_name (" .-\xCC\x81");

  for (size_t i = 0; i < G_N_ELEMENTS (spellings); i++) {
    g_autofree char *bare = qms_bare_name (spellings[i]);
    ck_assert_str_eq (bare, "masothutuctthc1");
  }
  ck_assert_str_eq (stroke, "duongdidon");
  ck_assert_str_eq (nothing, "");
}
END_TEST

Suite *
text_suite (void)
{
  Suite *suite = suite_create ("text");
  TCase *cases = tcase_create ("text");

  tcase_set_timeout (cases, 60);
  tcase_add_test (cases, a_bare_name_has_letters_and_digits_only);
  tcase_add_test (cases, long_texts_become_nfc_as_a_whole);
  tcase_add_test (cases, normal_form_of_a_long_text_is_that_of_its_whole);
  tcase_add_test (cases, marks_without_end_take_their_order_in_time);
  tcase_add_loop_test (cases, characters_that_xml_cannot_hold_are_found_at_their_offset, 0, G_N_ELEMENTS (characters));
  tcase_add_test (cases, normal_form_is_told_as_glib_tells_it_for_every_character);
  tcase_add_test (cases, decomposed_vietnamese_is_composed);
  tcase_add_test (cases, text_and_attributes_are_escaped_each_in_its_way);
  tcase_add_loop_test (cases, the_nearest_name_is_one_that_a_slip_of_typing_explains, 0, G_N_ELEMENTS (likeness));
  tcase_add_test (cases, a_name_too_long_to_compare_has_no_nearest);
  tcase_add_loop_test (cases, siphash_gives_the_numbers_that_others_get, 0, G_N_ELEMENTS (siphashes));
  tcase_add_test (cases, another_key_gives_another_hash);
  tcase_add_test (cases, text_that_collides_by_design_elsewhere_does_not_here);
  tcase_add_loop_test (cases, text_for_a_terminal_cannot_steer_it, 0, G_N_ELEMENTS (displays));
  suite_add_tcase (suite, cases);
  return suite;
}

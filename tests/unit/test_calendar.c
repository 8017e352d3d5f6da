/* SPDX-License-Identifier: Apache-2.0 */
/* Calendars: the table of cases computed by hand, the promises of working time, what is refused. */
#include "core/kind.h"
#include "support.h"
#include "workflow/limit_text.h"

#include <stdio.h>
#include <string.h>

#define FOLDER QMS_SOURCE_DIR "/tests/calendar/"
#define CALENDAR(attributes, inside) "<lich xmlns=\"urn:libqms:1\" ma=\"x\"" attributes "><ten>x</ten>" inside "</lich>"
#define HOURS(from, to) "<buoi tu=\"" from "\" den=\"" to "\"/>"
#define WEEK                                                                                                           \
  "<gioLamViec tuThu=\"thuHai\" denThu=\"thuSau\">" HOURS ("08:00", "12:00") HOURS ("13:00", "17:00") "</gioLamViec>"

Suite *calendar_suite (void);

static QmsCalendar *
load_calendar (const char *name)
{
  QmsCalendar *calendar = NULL;

  ck_assert_int_eq (qms_calendar_load (name, &calendar, NULL), QMS_OK);
  return calendar;
}

static QmsCalendar *
compile_text (const char *text)
{
  QmsDocument *document = read_text (text);
  QmsCalendar *calendar = NULL;

  ck_assert_int_eq (qms_calendar_new (document, &calendar, NULL), QMS_OK);
  qms_document_unref (document);
  return calendar;
}

/* ---- times as text: "2026-02-13T15:30" */

static int64_t
at (const QmsCalendar *calendar, const char *text)
{
  int year, month, day, hour, minute;

  ck_assert_int_eq (sscanf (text, "%4d-%2d-%2dT%2d:%2d", &year, &month, &day, &hour, &minute), 5);
  return qms_date_pack (year, month, day).integer * 86400 + hour * 3600 + minute * 60
         - qms_calendar_utc_offset (calendar) * 60;
}

static char *
text_of (const QmsCalendar *calendar, int64_t seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds + qms_calendar_utc_offset (calendar) * 60);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M");
}

/* ---- what it says of itself and of days */

START_TEST (a_shipped_calendar_says_what_it_is)
{
  QmsCalendar *calendar = load_calendar ("vn");

  ck_assert_str_eq (qms_calendar_id (calendar), "vn");
  ck_assert_int_eq (qms_calendar_day_minutes (calendar), 480);
  ck_assert_int_eq (qms_calendar_utc_offset (calendar), 420);
  ck_assert_ptr_eq (qms_calendar_ref (calendar), calendar);
  qms_calendar_unref (calendar);
  ck_assert_int_eq (qms_calendar_is_working_day (calendar, 2026, 2, 10), 1);
  ck_assert_int_eq (qms_calendar_is_working_day (calendar, 2026, 2, 14), 0);
  ck_assert_int_eq (qms_calendar_is_working_day (calendar, 2026, 2, 30), -1);
  ck_assert_int_eq (qms_calendar_is_working_day (calendar, 1, 1, 1), 1);
  ck_assert_int_eq (qms_calendar_is_working_day (calendar, 9999, 12, 31), 1);
  qms_calendar_unref (calendar);
}
END_TEST

START_TEST (days_are_told_with_their_names)
{
  QmsCalendar *calendar = compile_text (CALENDAR (
      " duaTren=\"vn\"", "<ngayNghi ngay=\"2026-03-03\" loai=\"khac\" doChacChan=\"gianTiep\"><ten>Nghỉ bão</ten>"
                         "</ngayNghi><ngayLamBu ngay=\"2026-03-07\"><ten>Làm bù</ten></ngayLamBu>"));

  ck_assert_str_eq (qms_calendar_day_name (calendar, 2026, 3, 3), "Nghỉ bão");
  ck_assert_int_eq (qms_calendar_day_kind (calendar, 2026, 3, 3), QMS_DAY_OFF_KIND_OTHER);
  ck_assert_int_eq (qms_calendar_day_certainty (calendar, 2026, 3, 3), QMS_CERTAINTY_SECOND_HAND);
  ck_assert_str_eq (qms_calendar_day_name (calendar, 2026, 3, 7), "Làm bù");
  ck_assert_int_eq (qms_calendar_day_kind (calendar, 2026, 3, 7), 0);
  ck_assert_int_eq (qms_calendar_day_certainty (calendar, 2026, 3, 7), QMS_CERTAINTY_CONFIRMED);
  ck_assert_str_eq (qms_calendar_day_name (calendar, 2026, 2, 17), "Tết Nguyên đán");
  ck_assert_ptr_null (qms_calendar_day_name (calendar, 2026, 3, 4));
  ck_assert_int_eq (qms_calendar_day_kind (calendar, 2026, 3, 4), 0);
  ck_assert_int_eq (qms_calendar_day_certainty (calendar, 2026, 2, 30), 0);
  qms_calendar_unref (calendar);
}
END_TEST

START_TEST (getters_bear_no_calendar)
{
  ck_assert_ptr_null (qms_calendar_id (NULL));
  ck_assert_int_eq (qms_calendar_day_minutes (NULL), 0);
  ck_assert_int_eq (qms_calendar_utc_offset (NULL), 0);
  ck_assert_int_eq (qms_calendar_is_working_day (NULL, 2026, 1, 1), -1);
  ck_assert_ptr_null (qms_calendar_day_name (NULL, 2026, 1, 1));
  ck_assert_int_eq (qms_calendar_between (NULL, 0, 1000000), 0);
  qms_calendar_unref (NULL);
}
END_TEST

/* ---- the table: calendar, what, start, argument, expected, certainty */

enum { NAME, WHAT, START, ARGUMENT, EXPECTED, CERTAINTY, COLUMNS };

static QmsCalendar *
calendar_of_case (const char *name)
{
  if (strcmp (name, "mot-cua") == 0)
    return load_calendar (QMS_SOURCE_DIR "/examples/xml/lich-mot-cua.xml");
  return load_calendar (strcmp (name, "vn") == 0 ? name : FOLDER "sang-thu-bay.xml");
}

static QmsDuration
duration_of (const char *text)
{
  QmsSlot slot;

  ck_assert_int_eq (qms_kinds[QMS_KIND_DURATION].parse (NULL, text, strlen (text), NULL, &slot), QMS_VALUE_OK);
  return qms_duration_unpack (slot);
}

static QmsStatus
run_case (const QmsCalendar *calendar, char **fields, int64_t *end, int32_t *certainty)
{
  int64_t start = at (calendar, fields[START]);
  QmsDuration duration;

  if (strcmp (fields[WHAT], "same-day") == 0)
    return qms_calendar_same_day_due (calendar, start, end, certainty, NULL);
  if (strcmp (fields[WHAT], "add") == 0)
    return qms_calendar_add (calendar, start, g_ascii_strtoll (fields[ARGUMENT], NULL, 10), end, certainty, NULL);
  duration = duration_of (fields[ARGUMENT]);
  return qms_calendar_due (calendar, start, duration.amount.mantissa, duration.amount.scale, duration.unit, end,
                           certainty, NULL);
}

static void
check_case (const char *line)
{
  static const char *const certainties[] = { "sure", "unsure", "outside" };
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  QmsCalendar *calendar = calendar_of_case (fields[NAME]);
  g_autofree char *found = NULL;
  int32_t certainty = QMS_CALENDAR_SURE;
  int64_t end = 0;

  ck_assert_uint_eq (g_strv_length (fields), COLUMNS);
  if (strcmp (fields[WHAT], "between") == 0) {
    end = qms_calendar_between (calendar, at (calendar, fields[START]), at (calendar, fields[ARGUMENT]));
    ck_assert_msg (end == g_ascii_strtoll (fields[EXPECTED], NULL, 10), "%s: %d", line, (int)end);
  } else {
    ck_assert_int_eq (run_case (calendar, fields, &end, &certainty), QMS_OK);
    found = text_of (calendar, end);
    ck_assert_msg (strcmp (found, fields[EXPECTED]) == 0, "%s: %s", line, found);
    ck_assert_msg (strcmp (certainties[certainty], fields[CERTAINTY]) == 0, "%s: %s", line, certainties[certainty]);
  }
  qms_calendar_unref (calendar);
}

START_TEST (cases_computed_by_hand_hold)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  int count = 0;

  ck_assert (g_file_get_contents (FOLDER "cases.tsv", &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line && **line != '#') {
      check_case (*line);
      count++;
    }
  ck_assert_int_ge (count, 60);
}
END_TEST

/* ---- promises, over random moments and limits */

enum { ROUNDS = 20000 };

static const char *const promised[] = { "vn", FOLDER "sang-thu-bay.xml",
                                        QMS_SOURCE_DIR "/examples/xml/lich-mot-cua.xml" };

/* A minute between 2010 and 2034: before, within and after the years that are known. */
static int64_t
random_moment (GRand *random)
{
  return ((int64_t)40 * 365 * 1440 + g_rand_int_range (random, 0, 24 * 365 * 1440)) * 60;
}

static int64_t
added (const QmsCalendar *calendar, int64_t start, int64_t minutes)
{
  int64_t end = 0;

  ck_assert_int_eq (qms_calendar_add (calendar, start, minutes, &end, NULL, NULL), QMS_OK);
  return end;
}

START_TEST (adding_then_subtracting_is_the_identity)
{
  QmsCalendar *calendar = load_calendar (promised[_i]);
  GRand *random = g_rand_new_with_seed (1);

  for (int i = 0; i < ROUNDS; i++) {
    int64_t start = random_moment (random), minutes = g_rand_int_range (random, 1, 500000);
    int64_t later = added (calendar, start, minutes), earlier = added (calendar, start, -minutes);
    ck_assert_int_eq (qms_calendar_between (calendar, start, later), minutes);
    ck_assert_int_eq (qms_calendar_between (calendar, start, earlier), -minutes);
    if (added (calendar, start, 1) == start + 60)
      ck_assert_int_eq (added (calendar, later, -minutes), start);
    if (added (calendar, start, -1) == start - 60)
      ck_assert_int_eq (added (calendar, earlier, minutes), start);
  }
  g_rand_free (random);
  qms_calendar_unref (calendar);
}
END_TEST

START_TEST (time_between_is_additive)
{
  QmsCalendar *calendar = load_calendar (promised[_i]);
  GRand *random = g_rand_new_with_seed (2);

  for (int i = 0; i < ROUNDS; i++) {
    int64_t a = random_moment (random), b = random_moment (random), c = random_moment (random);
    int64_t whole = qms_calendar_between (calendar, a, c);
    ck_assert_int_eq (qms_calendar_between (calendar, a, b) + qms_calendar_between (calendar, b, c), whole);
    ck_assert_int_eq (qms_calendar_between (calendar, c, a), -whole);
    ck_assert_int_eq (a <= c, whole >= 0 && !(whole == 0 && a > c));
  }
  g_rand_free (random);
  qms_calendar_unref (calendar);
}
END_TEST

static int64_t
due_of (const QmsCalendar *calendar, int64_t start, int64_t hundredths, int32_t unit)
{
  int64_t due = 0;

  if (unit == QMS_DURATION_UNIT_MONTH || unit == QMS_DURATION_UNIT_YEAR)
    hundredths -= hundredths % 100;
  ck_assert_int_eq (qms_calendar_due (calendar, start, hundredths, 2, unit, &due, NULL, NULL), QMS_OK);
  return due;
}

START_TEST (due_dates_are_monotone)
{
  QmsCalendar *calendar = load_calendar (promised[_i]);
  GRand *random = g_rand_new_with_seed (3);

  for (int i = 0; i < ROUNDS; i++) {
    int64_t start = random_moment (random), limit = g_rand_int_range (random, 0, 3000);
    int32_t unit = g_rand_int_range (random, QMS_DURATION_UNIT_WORKING_HOUR, QMS_DURATION_UNIT_YEAR + 1);
    int64_t due = due_of (calendar, start, limit, unit);
    int64_t later = start + 60 * (int64_t)g_rand_int_range (random, 0, 10000);
    ck_assert_int_ge (due, start);
    ck_assert_int_ge (due_of (calendar, later, limit, unit), due);
    ck_assert_int_ge (due_of (calendar, start, limit + g_rand_int_range (random, 0, 300), unit), due);
  }
  g_rand_free (random);
  qms_calendar_unref (calendar);
}
END_TEST

START_TEST (same_day_dues_are_monotone)
{
  QmsCalendar *calendar = load_calendar (promised[_i]);
  GRand *random = g_rand_new_with_seed (4);

  for (int i = 0; i < ROUNDS; i++) {
    int64_t received = random_moment (random), first, second;
    int64_t later = received + 60 * (int64_t)g_rand_int_range (random, 0, 10000);
    ck_assert_int_eq (qms_calendar_same_day_due (calendar, received, &first, NULL, NULL), QMS_OK);
    ck_assert_int_eq (qms_calendar_same_day_due (calendar, later, &second, NULL, NULL), QMS_OK);
    ck_assert_int_gt (first, received);
    ck_assert_int_ge (second, first);
  }
  g_rand_free (random);
  qms_calendar_unref (calendar);
}
END_TEST

/* Whether the minute that begins then is worked in vn, without any sums. */
static bool
is_worked (const QmsCalendar *calendar, int64_t moment)
{
  int64_t local = moment + qms_calendar_utc_offset (calendar) * 60, minute = local / 60 % 1440;
  int year, month, day;

  qms_date_unpack ((QmsSlot){ .integer = local / 86400 }, &year, &month, &day);
  return qms_calendar_is_working_day (calendar, year, month, day) == 1 && minute >= 8 * 60 && minute < 17 * 60
         && minute / 60 != 12;
}

START_TEST (sums_agree_with_counting_minute_by_minute)
{
  QmsCalendar *calendar = load_calendar ("vn");
  GRand *random = g_rand_new_with_seed (5);

  for (int i = 0; i < 30; i++) {
    int64_t from = random_moment (random), to = from, counted = 0;
    for (int minute = 0; minute < 12000; minute++, to += 60)
      counted += is_worked (calendar, to);
    ck_assert_int_eq (qms_calendar_between (calendar, from, to), counted);
  }
  g_rand_free (random);
  qms_calendar_unref (calendar);
}
END_TEST

/* ---- limits as text */

static const struct {
  const char *text;
  int64_t mantissa;
  int32_t scale, unit; /* unit 0: no limit */
} texts[] = {
  { "5 ngayLamViec", 5, 0, QMS_DURATION_UNIT_WORKING_DAY },
  { "5 ngày làm việc", 5, 0, QMS_DURATION_UNIT_WORKING_DAY },
  { "05 ngày làm việc", 5, 0, QMS_DURATION_UNIT_WORKING_DAY },
  { " 5  Ngày   LÀM việc ", 5, 0, QMS_DURATION_UNIT_WORKING_DAY },
  { "5 nga\xCC\x80y làm việc", 5, 0, QMS_DURATION_UNIT_WORKING_DAY },
  { "5ngày", 5, 0, QMS_DURATION_UNIT_DAY },
  { "0,5 ngày", 5, 1, QMS_DURATION_UNIT_DAY },
  { "0.25 ngày làm việc", 25, 2, QMS_DURATION_UNIT_WORKING_DAY },
  { "4 giờ làm việc", 4, 0, QMS_DURATION_UNIT_WORKING_HOUR },
  { "1 working day", 1, 0, QMS_DURATION_UNIT_WORKING_DAY },
  { "2 working days", 2, 0, QMS_DURATION_UNIT_WORKING_DAY },
  { "3 tháng", 3, 0, QMS_DURATION_UNIT_MONTH },
  { "1 năm", 1, 0, QMS_DURATION_UNIT_YEAR },
  { "½ ngày làm việc", 5, 1, QMS_DURATION_UNIT_WORKING_DAY },
  { "1 ½ ngày", 15, 1, QMS_DURATION_UNIT_DAY },
  { "1/2 ngày", 5, 1, QMS_DURATION_UNIT_DAY },
  { "04\u00A0giờ làm\u00A0việc", 4, 0, QMS_DURATION_UNIT_WORKING_HOUR },
  { "02 (hai) ngày làm việc", 2, 0, QMS_DURATION_UNIT_WORKING_DAY },
  { "30 phút", 5, 1, QMS_DURATION_UNIT_HOUR },
  { "15 phút làm việc", 25, 2, QMS_DURATION_UNIT_WORKING_HOUR },
  { "90 minutes", 15, 1, QMS_DURATION_UNIT_HOUR },
  { "10 phút", 0, 0, 0 },
  { "0,5 phút", 0, 0, 0 },
  { "02 (2) ngày", 0, 0, 0 },
  { "1/25 ngày", 0, 0, 0 },
  { "5 ngàyx", 0, 0, 0 },
  { "không quá 05 ngày", 0, 0, 0 },
  { "", 0, 0, 0 },
  { "5", 0, 0, 0 },
  { "ngày", 0, 0, 0 },
  { "-5 ngày", 0, 0, 0 },
  { "1.000,5 ngày", 0, 0, 0 },
  { "5 tuần", 0, 0, 0 },
  { "5 ngày\xFF", 0, 0, 0 },
  { "99999999999999999999 ngày", 0, 0, 0 },
};

START_TEST (limits_are_read_as_people_write_them)
{
  int64_t mantissa = 42;
  int32_t scale = 42, unit = 0;
  QmsError *error = NULL;
  QmsStatus status = qms_limit_parse (texts[_i].text, &mantissa, &scale, &unit, &error);

  ck_assert_int_eq (unit, texts[_i].unit);
  if (unit == 0) {
    assert_error (status, error, QMS_ERROR_VALUE, "QMS-LI-908");
    return;
  }
  ck_assert_int_eq (status, QMS_OK);
  ck_assert_int_eq (mantissa, texts[_i].mantissa);
  ck_assert_int_eq (scale, texts[_i].scale);
  ck_assert_int_eq (qms_limit_parse (NULL, &mantissa, &scale, &unit, NULL), QMS_ERROR_ARGUMENT);
}
END_TEST

static const struct {
  const char *text;
  const char *limit; /* mantissa, scale, unit; NULL: none */
} sentences[] = {
  { "Không quá 05 ngày làm việc kể từ ngày nhận đủ hồ sơ", "5/0/2" },
  { "Nhận hồ sơ ngày 15 tháng 3. Thời hạn: 02 (hai) ngày làm việc, gia hạn 1 ngày", "2/0/2" },
  { "hai (02) ngày", "2/0/4" },
  { "(0,5 ngày)", "5/1/4" },
  { "khoảng 2-3 ngày", NULL },
  { "từ 2 đến 3 ngày", NULL },
  { "Thời gian: 2 ngày - 3 ngày", NULL },
  { "Thời gian: 2 giờ 30 phút", NULL },
  { "Thời gian: 3 ngày 4 giờ làm việc", NULL },
  { "Thời gian: 01 (một) ngày làm việc, trong đó chuyển hồ sơ 0,5 ngày", "1/0/2" },
  { "Thời hạn giải quyết 10 ngày; thời gian bước này: 2 giờ", "2/0/3" },
  { "1 ½ ngày làm việc", "15/1/2" },
  { "30 phút", "5/1/3" },
  { "Không quá 03 ngày (làm việc)", "3/0/2" },
  { "Thời gian: 1.000 ngày", NULL },
  { "Lưu hồ sơ 10 năm", NULL },
  { "Lưu hồ sơ 20 ngày", NULL },
  { "Thời hạn lưu 5 năm? Không. Thời gian: 2 giờ", "2/0/3" },
  { "Trong thời gian chờ, kiểm tra giấy tờ có giá trị 6 tháng", NULL },
  { "Người nộp từ 18 tuổi, cư trú 2 năm", NULL },
  { "time limit: 2 years", "2/0/6" },
  { "3 ngày hoặc 5 ngày", NULL },
  { "thời gian 2 ngày 4 giờ", NULL },
  { "2 ngày và 4 giờ", NULL },
  { "lúc 8 giờ 30 phút", NULL },
  { "hết hiệu lực ngày 03 tháng 4 năm 2026", NULL },
  { "từ 03 tháng 4", NULL },
  { "1.000,5 ngày", NULL },
  { "Mẫu số B2 ngày", NULL },
  { "§ ngày", NULL },
  { "", NULL },
};

START_TEST (the_limit_that_a_sentence_tells_is_found)
{
  QmsDuration limit;
  bool found = qms_limit_find (sentences[_i].text, &limit);
  g_autofree char *told =
      found ? g_strdup_printf ("%" G_GINT64_FORMAT "/%d/%d", limit.amount.mantissa, limit.amount.scale, limit.unit)
            : NULL;

  ck_assert_pstr_eq (told, sentences[_i].limit);
}
END_TEST

START_TEST (units_are_those_of_the_model_by_label_and_by_name)
{
  const QmsEnum *units = qms_duration_units ();

  for (size_t i = 0; i < qms_enum_value_count (units); i++) {
    int32_t unit = qms_enum_value_at (units, i);
    const char *words[] = { qms_enum_value_label (units, unit, QMS_LANG_VI),
                            qms_enum_value_label (units, unit, QMS_LANG_EN), qms_enum_value_xml (units, unit) };
    for (size_t j = 0; j < G_N_ELEMENTS (words); j++) {
      g_autofree char *text = g_strdup_printf ("7 %s", words[j]);
      QmsDuration limit;
      ck_assert_msg (qms_limit_read (text, &limit) && limit.unit == unit, "%s", text);
    }
  }
}
END_TEST

/* ---- extreme inputs */

START_TEST (moments_outside_the_years_are_refused)
{
  static const int64_t moments[] = { INT64_MIN, -62135596800 - 86400, 253402300799 + 86400, INT64_MAX };
  QmsCalendar *calendar = load_calendar ("vn");
  int64_t due = 42;
  QmsStatus status;
  QmsError *error;

  for (size_t i = 0; i < G_N_ELEMENTS (moments); i++) {
    error = NULL;
    status = qms_calendar_add (calendar, moments[i], 1, &due, NULL, &error);
    assert_error (status, error, QMS_ERROR_VALUE, "QMS-LI-906");
    error = NULL;
    status = qms_calendar_due (calendar, moments[i], 1, 0, QMS_DURATION_UNIT_DAY, &due, NULL, &error);
    assert_error (status, error, QMS_ERROR_VALUE, "QMS-LI-906");
    error = NULL;
    status = qms_calendar_same_day_due (calendar, moments[i], &due, NULL, &error);
    assert_error (status, error, QMS_ERROR_VALUE, "QMS-LI-906");
  }
  ck_assert_int_eq (due, 42);
  ck_assert_int_gt (qms_calendar_between (calendar, INT64_MIN, INT64_MAX), INT64_C (1000000000));
  ck_assert_int_eq (qms_calendar_between (calendar, INT64_MIN, INT64_MAX),
                    -qms_calendar_between (calendar, INT64_MAX, INT64_MIN));
  qms_calendar_unref (calendar);
}
END_TEST

START_TEST (answers_outside_the_years_are_refused)
{
  QmsCalendar *calendar = load_calendar ("vn");
  int64_t first = at (calendar, "0001-01-02T09:00"), last = at (calendar, "9999-12-30T16:00"), due = 42;
  QmsStatus status;
  QmsError *error = NULL;

  status = qms_calendar_add (calendar, first, -100000, &due, NULL, &error);
  assert_error (status, error, QMS_ERROR_VALUE, "QMS-LI-906");
  error = NULL;
  status = qms_calendar_add (calendar, last, 100000, &due, NULL, &error);
  assert_error (status, error, QMS_ERROR_VALUE, "QMS-LI-906");
  error = NULL;
  status = qms_calendar_due (calendar, last, 100, 0, QMS_DURATION_UNIT_YEAR, &due, NULL, &error);
  assert_error (status, error, QMS_ERROR_VALUE, "QMS-LI-906");
  error = NULL;
  status = qms_calendar_same_day_due (calendar, last, &due, NULL, &error);
  assert_error (status, error, QMS_ERROR_VALUE, "QMS-LI-906");
  ck_assert_int_eq (due, 42);
  qms_calendar_unref (calendar);
}
END_TEST

static const struct {
  int64_t mantissa;
  int32_t scale, unit;
  QmsStatus status;
} limits[] = {
  { INT64_MAX, 0, QMS_DURATION_UNIT_WORKING_DAY, QMS_ERROR_VALUE },
  { INT64_MIN, 0, QMS_DURATION_UNIT_WORKING_DAY, QMS_ERROR_VALUE },
  { -1, 0, QMS_DURATION_UNIT_WORKING_HOUR, QMS_ERROR_VALUE },
  { INT64_MAX, 18, QMS_DURATION_UNIT_WORKING_DAY, QMS_ERROR_VALUE },
  { 1, 16, QMS_DURATION_UNIT_WORKING_HOUR, QMS_ERROR_VALUE },
  { 1, 15, QMS_DURATION_UNIT_WORKING_HOUR, QMS_OK },
  { INT64_C (999999999999999), 15, QMS_DURATION_UNIT_HOUR, QMS_OK },
  { INT64_C (5000000000000000000), 18, QMS_DURATION_UNIT_WORKING_DAY, QMS_OK },
  { 1, 19, QMS_DURATION_UNIT_WORKING_DAY, QMS_ERROR_ARGUMENT },
  { 1, -1, QMS_DURATION_UNIT_WORKING_DAY, QMS_ERROR_ARGUMENT },
  { 1, 0, 0, QMS_ERROR_ARGUMENT },
  { 1, 0, 7, QMS_ERROR_ARGUMENT },
  { 100, 0, QMS_DURATION_UNIT_YEAR, QMS_OK },
  { 101, 0, QMS_DURATION_UNIT_YEAR, QMS_ERROR_VALUE },
  { 1200, 0, QMS_DURATION_UNIT_MONTH, QMS_OK },
  { 1201, 0, QMS_DURATION_UNIT_MONTH, QMS_ERROR_VALUE },
  { 15, 1, QMS_DURATION_UNIT_MONTH, QMS_ERROR_VALUE },
  { 1, 1, QMS_DURATION_UNIT_YEAR, QMS_ERROR_VALUE },
  { 25, 2, QMS_DURATION_UNIT_YEAR, QMS_OK },
  { 878401, 0, QMS_DURATION_UNIT_HOUR, QMS_ERROR_VALUE },
  { 87841, 0, QMS_DURATION_UNIT_WORKING_HOUR, QMS_ERROR_VALUE },
  { 36601, 0, QMS_DURATION_UNIT_DAY, QMS_ERROR_VALUE },
};

START_TEST (limits_are_checked)
{
  QmsCalendar *calendar = load_calendar ("vn");
  int64_t due = 42, start = at (calendar, "2026-03-02T09:00");

  ck_assert_int_eq (
      qms_calendar_due (calendar, start, limits[_i].mantissa, limits[_i].scale, limits[_i].unit, &due, NULL, NULL),
      limits[_i].status);
  ck_assert_int_eq (due == 42, limits[_i].status != QMS_OK);
  qms_calendar_unref (calendar);
}
END_TEST

START_TEST (minutes_beyond_ten_years_are_refused)
{
  QmsCalendar *calendar = load_calendar ("vn");
  int64_t end = 42;

  ck_assert_int_eq (qms_calendar_add (calendar, 0, INT64_MAX, &end, NULL, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_calendar_add (calendar, 0, INT64_MIN, &end, NULL, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_calendar_add (calendar, 0, 10 * 366 * 1440, &end, NULL, NULL), QMS_OK);
  ck_assert_int_eq (qms_calendar_add (calendar, 0, 10 * 366 * 1440 + 1, &end, NULL, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_calendar_add (NULL, 0, 1, &end, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_calendar_add (calendar, 0, 1, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_calendar_due (calendar, 0, 1, 0, QMS_DURATION_UNIT_DAY, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_calendar_same_day_due (NULL, 0, &end, NULL, NULL), QMS_ERROR_ARGUMENT);
  qms_calendar_unref (calendar);
}
END_TEST

START_TEST (offsets_move_the_day)
{
  QmsCalendar *east = compile_text (CALENDAR (" muiGio=\"+14:00\"", WEEK));
  QmsCalendar *west = compile_text (CALENDAR (" muiGio=\"-14:00\"", WEEK));
  int64_t moment = at (west, "2026-03-02T23:00"), due;

  ck_assert_int_eq (qms_calendar_utc_offset (east), 840);
  ck_assert_int_eq (qms_calendar_utc_offset (west), -840);
  ck_assert_int_eq (qms_calendar_due (west, moment, 1, 0, QMS_DURATION_UNIT_WORKING_DAY, &due, NULL, NULL), QMS_OK);
  ck_assert_int_eq (due, at (west, "2026-03-03T17:00"));
  ck_assert_int_eq (qms_calendar_due (east, moment, 1, 0, QMS_DURATION_UNIT_WORKING_DAY, &due, NULL, NULL), QMS_OK);
  ck_assert_int_eq (due, at (east, "2026-03-05T17:00"));
  qms_calendar_unref (east);
  qms_calendar_unref (west);
}
END_TEST

/* ---- calendars of one's own */

START_TEST (without_a_known_year_only_the_week_is_known)
{
  QmsCalendar *calendar = compile_text (CALENDAR ("", WEEK));
  int64_t due;
  int32_t certainty;

  ck_assert_int_eq (qms_calendar_day_minutes (calendar), 480);
  ck_assert_int_eq (qms_calendar_due (calendar, at (calendar, "2026-12-31T09:00"), 1, 0, QMS_DURATION_UNIT_WORKING_DAY,
                                      &due, &certainty, NULL),
                    QMS_OK);
  ck_assert_int_eq (due, at (calendar, "2027-01-01T17:00"));
  ck_assert_int_eq (certainty, QMS_CALENDAR_OUTSIDE);
  qms_calendar_unref (calendar);
}
END_TEST

static int32_t
certainty_on (const QmsCalendar *calendar, const char *moment)
{
  int64_t due;
  int32_t certainty = -1;

  ck_assert_int_eq (qms_calendar_add (calendar, at (calendar, moment), 1, &due, &certainty, NULL), QMS_OK);
  return certainty;
}

START_TEST (the_days_it_names_make_years_known)
{
  QmsCalendar *named = compile_text (CALENDAR ("", WEEK "<ngayNghi ngay=\"2029-12-31\" denNgay=\"2030-01-01\"/>"
                                                        "<ngayLamBu ngay=\"2031-01-04\" thayNgay=\"2029-12-31\"/>"));
  QmsCalendar *open = compile_text (CALENDAR (" denNam=\"2032\"", WEEK "<ngayNghi ngay=\"2029-01-01\"/>"));

  ck_assert_int_eq (certainty_on (named, "2029-01-02T09:00"), QMS_CALENDAR_SURE);
  ck_assert_int_eq (certainty_on (named, "2031-12-02T09:00"), QMS_CALENDAR_SURE);
  ck_assert_int_eq (certainty_on (named, "2028-01-03T09:00"), QMS_CALENDAR_OUTSIDE);
  ck_assert_int_eq (certainty_on (named, "2032-01-02T09:00"), QMS_CALENDAR_OUTSIDE);
  ck_assert_int_eq (qms_calendar_is_working_day (named, 2031, 1, 4), 1);
  ck_assert_int_eq (certainty_on (open, "2032-03-02T09:00"), QMS_CALENDAR_SURE);
  qms_calendar_unref (named);
  qms_calendar_unref (open);
}
END_TEST

START_TEST (years_are_joined_only_without_a_gap)
{
  QmsCalendar *next = compile_text (CALENDAR (" duaTren=\"vn\" tuNam=\"2028\" denNam=\"2028\"", ""));
  QmsCalendar *apart = compile_text (CALENDAR (" duaTren=\"vn\" tuNam=\"2030\" denNam=\"2030\"", ""));
  QmsCalendar *one_day = compile_text (CALENDAR (" duaTren=\"vn\"", "<ngayNghi ngay=\"2028-03-06\"/>"));

  ck_assert_int_eq (certainty_on (next, "2020-03-02T09:00"), QMS_CALENDAR_SURE);
  ck_assert_int_eq (certainty_on (next, "2028-03-06T09:00"), QMS_CALENDAR_SURE);
  ck_assert_int_eq (certainty_on (apart, "2020-03-02T09:00"), QMS_CALENDAR_OUTSIDE);
  ck_assert_int_eq (certainty_on (apart, "2030-03-06T09:00"), QMS_CALENDAR_SURE);
  ck_assert_int_eq (certainty_on (one_day, "2028-03-07T09:00"), QMS_CALENDAR_OUTSIDE);
  qms_calendar_unref (next);
  qms_calendar_unref (apart);
  qms_calendar_unref (one_day);
}
END_TEST

START_TEST (its_own_word_goes_before)
{
  QmsCalendar *calendar = compile_text (
      CALENDAR (" duaTren=\"vn\" muiGio=\"+08:00\" gioNhanTrongNgay=\"16:00\"",
                "<gioLamViec tuThu=\"thuSau\"/><gioLamViec tuThu=\"chuNhat\">" HOURS (
                    "08:00", "24:00") "</gioLamViec>"
                                      "<ngayLamBu ngay=\"2026-02-17\">" HOURS ("09:00", "10:00") "</ngayLamBu>"));
  int64_t due;

  ck_assert_int_eq (qms_calendar_utc_offset (calendar), 480);
  ck_assert_int_eq (qms_calendar_day_minutes (calendar), 480);
  ck_assert_int_eq (qms_calendar_is_working_day (calendar, 2026, 3, 6), 0);
  ck_assert_int_eq (qms_calendar_is_working_day (calendar, 2026, 3, 8), 1);
  ck_assert_int_eq (
      qms_calendar_between (calendar, at (calendar, "2026-02-17T00:00"), at (calendar, "2026-02-18T00:00")), 60);
  ck_assert_int_eq (
      qms_calendar_between (calendar, at (calendar, "2026-03-08T23:00"), at (calendar, "2026-03-09T08:00")), 60);
  ck_assert_int_eq (qms_calendar_same_day_due (calendar, at (calendar, "2026-03-02T15:30"), &due, NULL, NULL), QMS_OK);
  ck_assert_int_eq (due, at (calendar, "2026-03-02T17:00"));
  qms_calendar_unref (calendar);
}
END_TEST

START_TEST (after_the_hour_is_the_next_day_be_it_by_a_second)
{
  QmsCalendar *calendar = load_calendar ("vn");
  int64_t hour = at (calendar, "2026-03-02T15:00"), due;

  ck_assert_int_eq (qms_calendar_same_day_due (calendar, hour, &due, NULL, NULL), QMS_OK);
  ck_assert_int_eq (due, at (calendar, "2026-03-02T17:00"));
  ck_assert_int_eq (qms_calendar_same_day_due (calendar, hour + 1, &due, NULL, NULL), QMS_OK);
  ck_assert_int_eq (due, at (calendar, "2026-03-03T17:00"));
  qms_calendar_unref (calendar);
}
END_TEST

START_TEST (without_an_hour_the_whole_working_day_is_in_time)
{
  QmsCalendar *calendar = compile_text (CALENDAR ("", WEEK));
  int64_t due;

  ck_assert_int_eq (qms_calendar_same_day_due (calendar, at (calendar, "2026-03-02T16:59"), &due, NULL, NULL), QMS_OK);
  ck_assert_int_eq (due, at (calendar, "2026-03-02T17:00"));
  ck_assert_int_eq (qms_calendar_same_day_due (calendar, at (calendar, "2026-03-02T17:00"), &due, NULL, NULL), QMS_OK);
  ck_assert_int_eq (due, at (calendar, "2026-03-03T17:00"));
  qms_calendar_unref (calendar);
}
END_TEST

START_TEST (intervals_that_overlap_count_once)
{
  QmsCalendar *calendar = compile_text (CALENDAR ("", "<gioLamViec tuThu=\"thuHai\">" HOURS ("08:00", "11:00") HOURS (
                                                          "09:00", "10:00") HOURS ("10:00", "12:00") "</gioLamViec>"));

  ck_assert_int_eq (qms_calendar_day_minutes (calendar), 240);
  ck_assert_int_eq (
      qms_calendar_between (calendar, at (calendar, "2026-03-02T00:00"), at (calendar, "2026-03-03T00:00")), 240);
  qms_calendar_unref (calendar);
}
END_TEST

/* A Saturday worked for nothing in particular has the hours of the first weekday that has any. */
START_TEST (a_day_worked_takes_the_hours_of_a_weekday)
{
  QmsCalendar *calendar = compile_text (CALENDAR (
      "", "<gioLamViec tuThu=\"thuBa\">" HOURS (
              "08:00", "09:00") "</gioLamViec>"
                                "<gioLamViec tuThu=\"thuTu\">" HOURS (
                                    "08:00", "10:00") "</gioLamViec>"
                                                      "<ngayLamBu ngay=\"2026-03-07\"/>"
                                                      "<ngayLamBu ngay=\"2026-03-08\" thayNgay=\"2026-03-04\"/>"));

  ck_assert_int_eq (
      qms_calendar_between (calendar, at (calendar, "2026-03-07T00:00"), at (calendar, "2026-03-08T00:00")), 60);
  ck_assert_int_eq (
      qms_calendar_between (calendar, at (calendar, "2026-03-08T00:00"), at (calendar, "2026-03-09T00:00")), 120);
  qms_calendar_unref (calendar);
}
END_TEST

/* What is not confirmed matters only where it makes a difference. */
START_TEST (doubt_about_a_weekly_day_off_does_not_count)
{
  QmsCalendar *calendar = compile_text (CALENDAR ("", WEEK "<ngayNghi ngay=\"2026-03-07\" doChacChan=\"chuaXacNhan\"/>"
                                                           "<ngayNghi ngay=\"2026-03-15\" loai=\"chuaQuyetDinh\"/>"
                                                           "<ngayNghi ngay=\"2026-03-18\" loai=\"chuaQuyetDinh\"/>"));

  ck_assert_int_eq (certainty_on (calendar, "2026-03-06T17:00"), QMS_CALENDAR_SURE);
  ck_assert_int_eq (certainty_on (calendar, "2026-03-13T17:00"), QMS_CALENDAR_SURE);
  ck_assert_int_eq (certainty_on (calendar, "2026-03-17T17:00"), QMS_CALENDAR_UNSURE);
  ck_assert_int_eq (qms_calendar_is_working_day (calendar, 2026, 3, 18), 1);
  qms_calendar_unref (calendar);
}
END_TEST

/* ---- what is refused */

static const struct {
  const char *text, *id;
  QmsStatus status;
} refused[] = {
  { SYSTEM (""), "QMS-LI-901", QMS_ERROR_ARGUMENT },
  { CALENDAR (" duaTren=\"nowhere\"", WEEK), "QMS-LI-902", QMS_ERROR_NOT_FOUND },
  { CALENDAR ("", ""), "QMS-LI-903", QMS_ERROR_VALUE },
  { CALENDAR ("", "<ngayLamBu ngay=\"2026-01-10\"/>"), "QMS-LI-903", QMS_ERROR_VALUE },
  { CALENDAR ("", "<gioLamViec tuThu=\"thuHai\"/>"), "QMS-LI-903", QMS_ERROR_VALUE },
  { CALENDAR ("", "<gioLamViec>" HOURS ("08:00", "09:00") "</gioLamViec>"), "QMS-LI-903", QMS_ERROR_VALUE },
  { CALENDAR ("", "<gioLamViec tuThu=\"thuSau\" denThu=\"thuHai\">" HOURS ("08:00", "09:00") "</gioLamViec>"),
    "QMS-LI-903", QMS_ERROR_VALUE },
  { CALENDAR ("", "<gioLamViec tuThu=\"thuHai\" tinhNgay=\"false\">" HOURS ("08:00", "09:00") "</gioLamViec>"),
    "QMS-LI-903", QMS_ERROR_VALUE },
  { CALENDAR ("", "<gioLamViec tuThu=\"thuHai\">" HOURS ("09:00", "09:00") "</gioLamViec>"), "QMS-LI-904",
    QMS_ERROR_VALUE },
  { CALENDAR ("", "<gioLamViec tuThu=\"thuHai\">" HOURS ("8:00", "09:00") "</gioLamViec>"), "QMS-LI-904",
    QMS_ERROR_VALUE },
  { CALENDAR ("", "<gioLamViec tuThu=\"thuHai\">" HOURS ("08:60", "09:00") "</gioLamViec>"), "QMS-LI-904",
    QMS_ERROR_VALUE },
  { CALENDAR ("", "<gioLamViec tuThu=\"thuHai\">" HOURS ("08:00", "24:01") "</gioLamViec>"), "QMS-LI-904",
    QMS_ERROR_VALUE },
  { CALENDAR ("", "<gioLamViec tuThu=\"thuHai\"><buoi/></gioLamViec>"), "QMS-LI-904", QMS_ERROR_VALUE },
  { CALENDAR ("", WEEK "<ngayLamBu ngay=\"2026-01-10\"><buoi/></ngayLamBu>"), "QMS-LI-904", QMS_ERROR_VALUE },
  { CALENDAR (" muiGio=\"+14:01\"", WEEK), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR (" muiGio=\"07:00\"", WEEK), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR (" gioNhanTrongNgay=\"25:00\"", WEEK), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR (" phutMotNgay=\"0\"", WEEK), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR (" phutMotNgay=\"1441\"", WEEK), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR (" tuNam=\"1899\" denNam=\"2026\"", WEEK), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR (" tuNam=\"2026\" denNam=\"9999\"", WEEK), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR (" tuNam=\"2026\" denNam=\"2025\"", WEEK), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR (" denNam=\"2025\"", WEEK), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR ("", WEEK "<ngayNghi ngay=\"9999-01-01\"/>"), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR ("", WEEK "<ngayNghi/>"), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR ("", WEEK "<ngayNghi ngay=\"2026-01-02\" denNgay=\"2026-01-01\"/>"), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR ("", WEEK "<ngayNghi ngay=\"2026-01-02\" denNgay=\"2027-02-01\"/>"), "QMS-LI-905", QMS_ERROR_VALUE },
  { CALENDAR ("", WEEK "<ngayLamBu/>"), "QMS-LI-905", QMS_ERROR_VALUE },
};

START_TEST (calendars_that_cannot_be_computed_with_are_refused)
{
  QmsDocument *document = read_text (refused[_i].text);
  QmsCalendar *calendar = NULL;
  QmsStatus status;
  QmsError *error = NULL;

  status = qms_calendar_new (document, &calendar, &error);
  assert_error (status, error, refused[_i].status, refused[_i].id);
  ck_assert_ptr_null (calendar);
  qms_document_unref (document);
}
END_TEST

START_TEST (what_is_no_calendar_is_not_loaded)
{
  QmsCalendar *calendar = NULL;
  QmsStatus status;
  QmsError *error = NULL;

  status = qms_calendar_load ("nowhere", &calendar, &error);
  assert_error (status, error, QMS_ERROR_NOT_FOUND, "QMS-LI-902");
  error = NULL;
  status = qms_calendar_load (FOLDER "cases.tsv", &calendar, &error);
  assert_error (status, error, QMS_ERROR_UNSUPPORTED, "QMS-XM-007");
  ck_assert_int_eq (qms_calendar_load (NULL, &calendar, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_calendar_new (NULL, &calendar, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (calendar);
}
END_TEST

static TCase *
promises (void)
{
  TCase *tests = tcase_create ("promises");

  tcase_set_timeout (tests, 60);
  tcase_add_loop_test (tests, adding_then_subtracting_is_the_identity, 0, G_N_ELEMENTS (promised));
  tcase_add_loop_test (tests, time_between_is_additive, 0, G_N_ELEMENTS (promised));
  tcase_add_loop_test (tests, due_dates_are_monotone, 0, G_N_ELEMENTS (promised));
  tcase_add_loop_test (tests, same_day_dues_are_monotone, 0, G_N_ELEMENTS (promised));
  tcase_add_test (tests, sums_agree_with_counting_minute_by_minute);
  return tests;
}

static TCase *
extremes (void)
{
  TCase *tests = tcase_create ("extremes");

  tcase_add_test (tests, moments_outside_the_years_are_refused);
  tcase_add_test (tests, answers_outside_the_years_are_refused);
  tcase_add_loop_test (tests, limits_are_read_as_people_write_them, 0, G_N_ELEMENTS (texts));
  tcase_add_loop_test (tests, the_limit_that_a_sentence_tells_is_found, 0, G_N_ELEMENTS (sentences));
  tcase_add_test (tests, units_are_those_of_the_model_by_label_and_by_name);
  tcase_add_loop_test (tests, limits_are_checked, 0, G_N_ELEMENTS (limits));
  tcase_add_test (tests, minutes_beyond_ten_years_are_refused);
  tcase_add_test (tests, offsets_move_the_day);
  return tests;
}

static TCase *
own_calendars (void)
{
  TCase *tests = tcase_create ("own");

  tcase_add_test (tests, without_a_known_year_only_the_week_is_known);
  tcase_add_test (tests, the_days_it_names_make_years_known);
  tcase_add_test (tests, years_are_joined_only_without_a_gap);
  tcase_add_test (tests, its_own_word_goes_before);
  tcase_add_test (tests, without_an_hour_the_whole_working_day_is_in_time);
  tcase_add_test (tests, after_the_hour_is_the_next_day_be_it_by_a_second);
  tcase_add_test (tests, intervals_that_overlap_count_once);
  tcase_add_test (tests, a_day_worked_takes_the_hours_of_a_weekday);
  tcase_add_test (tests, doubt_about_a_weekly_day_off_does_not_count);
  tcase_add_loop_test (tests, calendars_that_cannot_be_computed_with_are_refused, 0, G_N_ELEMENTS (refused));
  tcase_add_test (tests, what_is_no_calendar_is_not_loaded);
  return tests;
}

Suite *
calendar_suite (void)
{
  Suite *suite = suite_create ("calendar");
  TCase *tests = tcase_create ("days");

  tcase_add_test (tests, a_shipped_calendar_says_what_it_is);
  tcase_add_test (tests, days_are_told_with_their_names);
  tcase_add_test (tests, getters_bear_no_calendar);
  tcase_add_test (tests, cases_computed_by_hand_hold);
  suite_add_tcase (suite, tests);
  suite_add_tcase (suite, promises ());
  suite_add_tcase (suite, extremes ());
  suite_add_tcase (suite, own_calendars ());
  return suite;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Calendars: the table of hand-computed cases, the promises of working time, what is refused. */
#include "support.h"

Suite *calendar_suite (void);

static QmsCalendar *
load_calendar (const char *name)
{
  QmsCalendar *calendar = NULL;

  ck_assert_int_eq (qms_calendar_load (name, &calendar, NULL), QMS_OK);
  return calendar;
}

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
  qms_calendar_unref (calendar);
}
END_TEST

/* Seconds of a local time such as "2026-02-13T15:30". */
static int64_t
at (const QmsCalendar *calendar, const char *text)
{
  g_autofree char *utc = g_strconcat (text, ":00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (utc, NULL);

  ck_assert_ptr_nonnull (time);
  return g_date_time_to_unix (time) - qms_calendar_utc_offset (calendar) * 60;
}

START_TEST (days_are_told_with_their_names)
{
  QmsDocument *document = read_text ("<lich xmlns=\"urn:libqms:1\" ma=\"x\" duaTren=\"vn\"><ten>x</ten>"
                                     "<ngayNghi ngay=\"2026-03-03\" loai=\"khac\" doChacChan=\"gianTiep\">"
                                     "<ten>Nghỉ bão</ten></ngayNghi></lich>");
  QmsCalendar *calendar = NULL;
  int64_t monday, due;
  int32_t certainty;

  ck_assert_int_eq (qms_calendar_new (document, &calendar, NULL), QMS_OK);
  qms_document_unref (document);
  ck_assert_str_eq (qms_calendar_day_name (calendar, 2026, 3, 3), "Nghỉ bão");
  ck_assert_int_eq (qms_calendar_day_kind (calendar, 2026, 3, 3), QMS_DAY_OFF_KIND_OTHER);
  ck_assert_int_eq (qms_calendar_day_certainty (calendar, 2026, 3, 3), QMS_CERTAINTY_SECOND_HAND);
  ck_assert_ptr_null (qms_calendar_day_name (calendar, 2026, 3, 4));
  monday = at (calendar, "2026-03-02T16:00");
  ck_assert_int_eq (qms_calendar_add (calendar, monday, 120, &due, &certainty, NULL), QMS_OK);
  ck_assert_int_eq (due, at (calendar, "2026-03-04T09:00"));
  ck_assert_int_eq (certainty, QMS_CALENDAR_UNSURE);
  ck_assert_int_eq (qms_calendar_between (calendar, monday, due), 120);
  ck_assert_int_eq (qms_calendar_due (calendar, monday, 1, 0, QMS_DURATION_UNIT_WORKING_DAY, &due, NULL, NULL), QMS_OK);
  ck_assert_int_eq (due, at (calendar, "2026-03-04T17:00"));
  ck_assert_int_eq (qms_calendar_same_day_due (calendar, monday, &due, NULL, NULL), QMS_OK);
  ck_assert_int_eq (due, at (calendar, "2026-03-04T17:00"));
  qms_calendar_unref (calendar);
}
END_TEST

Suite *
calendar_suite (void)
{
  Suite *suite = suite_create ("calendar");
  TCase *tests = tcase_create ("calendar");

  tcase_add_test (tests, a_shipped_calendar_says_what_it_is);
  tcase_add_test (tests, days_are_told_with_their_names);
  suite_add_tcase (suite, tests);
  return suite;
}

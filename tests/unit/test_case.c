/* SPDX-License-Identifier: Apache-2.0 */
/* Cases: each thing that can happen to one, due times, what files are refused, and that the log tells all. */
#include "core/document.h"
#include "random_workflow.h"
#include "support.h"
#include "workflow/case_replay.h"

#include <check.h>
#include <glib.h>
#include <qms.h>
#include <stdio.h>
#include <string.h>

/* ---- what the tests share */

enum { OFFSET = 7 * 60, MINUTE = 60, HOUR = 3600 };

/* A time of Vietnam as "2026-03-02 09:00". */
static int64_t
at (const char *text)
{
  int year, month, day, hour, minute;

  ck_assert_int_eq (sscanf (text, "%d-%d-%d %d:%d", &year, &month, &day, &hour, &minute), 5);
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, day, hour, minute, 0);
  return g_date_time_to_unix (time) - OFFSET * MINUTE;
}

static void
assert_time (int64_t time, const char *expected)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_utc (time + OFFSET * MINUTE);
  g_autofree char *text = g_date_time_format (local, "%Y-%m-%d %H:%M");

  ck_assert_str_eq (text, expected);
}

static void
assert_ok (QmsStatus status, QmsError *error)
{
  ck_assert_msg (status == QMS_OK, "%s", error ? qms_error_message (error, QMS_LANG_EN) : "failed");
}

/* Calls that must succeed. */
#define OK(call)                                                                                                       \
  do {                                                                                                                 \
    QmsError *problem = NULL;                                                                                          \
    assert_ok (call, problem);                                                                                         \
  } while (0)

#define STEPS(inside)                                                                                                  \
  SYSTEM ("<coQuan ma='H99.45'><ten>UBND xã Hòa Mẫu</ten>"                                                         \
          "<donVi id='DV-TT'><ten>Trung tâm</ten></donVi><chucVu id='CV-CT'><ten>Chủ tịch</ten></chucVu>"         \
          "<vaiTro id='VT-TN' donVi='DV-TT'><ten>Cán bộ tiếp nhận</ten></vaiTro>"                               \
          "<vaiTro id='VT-LD' chucVu='CV-CT'><ten>Lãnh đạo</ten></vaiTro>"                                         \
          "<vaiTro id='VT-NN' loai='nguoiNop'><ten>Người nộp</ten></vaiTro></coQuan>"                             \
          "<quyTrinh id='QT'><ten>Quy trình mẫu</ten>" inside "</quyTrinh>"                                            \
          "<thuTuc id='TT' ma='1.001193' quyTrinh='QT'><ten>Đăng ký khai sinh</ten>"                                \
          "<cachThuc kenh='trucTuyen'><thoiHan giaTri='2 ngayLamViec'/></cachThuc></thuTuc>")

#define TIME(value) "<thoiGian giaTri='" value "'/>"

/* Four steps in a row, within five working days. */
#define STRAIGHT                                                                                                       \
  STEPS ("<thoiHan giaTri='5 ngayLamViec'/>"                                                                           \
         "<buoc id='B1' loai='tiepNhan' vaiTro='VT-TN'><ten>Tiếp nhận</ten>" TIME (                                    \
             "4 gioLamViec") "</buoc>"                                                                                 \
                             "<buoc id='B2' loai='thamDinh' vaiTro='VT-TN'><ten>Thẩm định</ten>" TIME (                \
                                 "2 ngayLamViec") "</buoc>"                                                            \
                                                  "<buoc id='B3' loai='pheDuyet' vaiTro='VT-LD'><ten>Ký</ten>" TIME (  \
                                                      "1 ngayLamViec") "</buoc>"                                       \
                                                                       "<buoc id='B4' loai='traKetQua' "               \
                                                                       "vaiTro='VT-TN'><ten>Trả kết quả</ten></buoc>")

/* Outcomes, waits and two branches. */
#define FULL                                                                                                              \
  STEPS (                                                                                                                 \
      "<truongHop id='TH'>Phải xác minh</truongHop><thoiHan giaTri='5 ngayLamViec'/>"                                  \
      "<thoiHan truongHop='TH' kenh='trucTiep' giaTri='7 ngayLamViec'/>"                                                  \
      "<thoiHan truongHop='TH' giaTri='8 ngayLamViec'/>"                                                                  \
      "<buoc id='B1' loai='tiepNhan' vaiTro='VT-TN'><ten>Tiếp nhận</ten>"                                             \
      "<ketCuc ma='du' den='B3'/><ketCuc ma='thieu' loai='boSung' den='B2'/><ketCuc ma='tuChoi' "                         \
      "loai='tuChoi'/></buoc>"                                                                                            \
      "<buoc id='B2' loai='choBoSung' vaiTro='VT-NN'><ten>Chờ bổ sung</ten>"                                          \
      "<ketCuc ma='daBoSung' den='B1'/><ketCuc ma='quaHan' loai='dung'/></buoc>"                                          \
      "<buoc id='B3' loai='thamDinh' vaiTro='VT-TN'><ten>Thẩm định</ten>"                                            \
      "<ketCuc ma='hoi' den='B6'><nhanh den='B4'/><nhanh den='B5'/></ketCuc>"                                             \
      "<ketCuc ma='dat' den='B6'/><ketCuc ma='xacMinh' truongHop='TH' den='B6'/></buoc>"                                  \
      "<buoc id='B4' loai='layYKien' vaiTro='VT-LD'><ten>Ý kiến một</ten><ketCuc ma='xong' den='B6'/></buoc>"        \
      "<buoc id='B5' loai='layYKien' vaiTro='VT-LD'><ten>Ý kiến hai</ten><ketCuc ma='xong' den='B6'/>"                 \
      "<ketCuc ma='bac' loai='tuChoi'/></buoc>"                                                                           \
      "<buoc id='B6' loai='pheDuyet' vaiTro='VT-LD'><ten>Ký</ten>"                                                       \
      "<ketCuc ma='ky' den='B8'/><ketCuc ma='nopTien' loai='nghiaVuTaiChinh' den='B7'/></buoc>"                           \
      "<buoc id='B7' loai='choNghiaVuTaiChinh' vaiTro='VT-NN'><ten>Chờ nộp</ten><ketCuc ma='daNop' den='B8'/></buoc>" \
      "<buoc id='B8' loai='traKetQua' vaiTro='VT-TN'><ten>Trả kết quả</ten></buoc>")

static QmsDocument *
draft (const char *received)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_CASE_FILE);

  OK (qms_case_file_set_received (qms_document_root (document), at (received), OFFSET, &problem));
  return document;
}

/* Starts `document` on the procedure of a system. */
static QmsCase *
start_draft (QmsDocument *document, const char *text)
{
  QmsDocument *system = read_text (text);
  QmsNode *procedure = qms_document_find (system, "QT");
  QmsCase *opened = NULL;

  OK (qms_case_start (document, procedure, NULL, &opened, &problem));
  qms_document_unref (document);
  qms_document_unref (system);
  return opened;
}

static QmsCase *
start (const char *text, const char *received)
{
  return start_draft (draft (received), text);
}

static void
complete (QmsCase *opened, const char *step, const char *outcome, const char *time)
{
  OK (qms_case_complete (opened, step, outcome, at (time), NULL, NULL, &problem));
}

static const char *
step_id (const QmsCase *opened, size_t index)
{
  return qms_workflow_step_id (qms_case_workflow (opened), qms_case_open_step (opened, index));
}

/* The steps that are open, as "B1 B2". */
static void
assert_open (const QmsCase *opened, const char *expected)
{
  g_autoptr (GString) open = g_string_new (NULL);

  for (size_t i = 0; i < qms_case_open_steps (opened); i++)
    g_string_append_printf (open, "%s%s", i > 0 ? " " : "", step_id (opened, i));
  ck_assert_str_eq (open->str, expected);
}

static void
assert_due (const QmsCase *opened, const char *expected)
{
  int64_t due = 0;

  ck_assert_int_eq (qms_case_due (opened, &due, NULL), QMS_OK);
  assert_time (due, expected);
}

static size_t
find_step (const QmsCase *opened, const char *id)
{
  return qms_workflow_find (qms_case_workflow (opened), id);
}

static void
assert_step_due (const QmsCase *opened, const char *step, const char *expected)
{
  int64_t due = 0;

  ck_assert_int_eq (qms_case_step_due (opened, find_step (opened, step), &due), QMS_OK);
  assert_time (due, expected);
}

static const QmsNode *
file_of (const QmsCase *opened)
{
  return qms_document_root (qms_case_document (opened));
}

static const QmsNode *
last_event (const QmsCase *opened)
{
  return qms_case_file_get_log (file_of (opened), qms_case_file_count_log (file_of (opened)) - 1);
}

/* The document read again from `format`, opened; the old handle is freed. */
static QmsCase *
reopen (QmsCase *opened, int32_t format)
{
  QmsDocument *document = NULL;
  QmsCase *again = NULL;
  char *text = NULL;
  size_t size = 0;

  OK (qms_document_write (qms_case_document (opened), format, &text, &size, &problem));
  OK (qms_document_parse (text, size, &document, &problem));
  ck_assert (qms_node_equal (qms_document_root (document), file_of (opened)));
  OK (qms_case_open (document, NULL, &again, &problem));
  qms_document_unref (document);
  qms_free (text);
  qms_case_free (opened);
  return again;
}

/* ---- from receipt to result */

START_TEST (a_case_keeps_its_procedure_and_what_that_refers_to)
{
  QmsCase *opened = start (STRAIGHT, "2026-03-02 09:00");
  const QmsNode *file = file_of (opened);

  ck_assert_str_eq (qms_procedure_get_title (qms_case_file_get_procedure (file)), "Quy trình mẫu");
  ck_assert_uint_eq (qms_case_file_count_roles (file), 2);
  ck_assert_uint_eq (qms_case_file_count_units (file), 1);
  ck_assert_uint_eq (qms_case_file_count_positions (file), 1);
  ck_assert_ptr_nonnull (
      qms_node_resolve (qms_procedure_get_steps (qms_case_file_get_procedure (file), 0), QMS_STEP_ROLE));
  ck_assert_str_eq (qms_case_agency_get_code (qms_case_file_get_deciding_agency (file)), "H99.45");
  ck_assert_str_eq (qms_calendar_id (qms_case_calendar (opened)), "vn");
  qms_case_free (opened);
}
END_TEST

START_TEST (steps_follow_each_other_to_the_result)
{
  QmsCase *opened = start (STRAIGHT, "2026-03-02 09:00");

  assert_open (opened, "B1");
  ck_assert_int_eq (qms_case_status (opened), QMS_CASE_STATUS_RECEIVED);
  assert_due (opened, "2026-03-09 17:00");
  complete (opened, NULL, NULL, "2026-03-02 10:00");
  assert_open (opened, "B2");
  ck_assert_int_eq (qms_case_status (opened), QMS_CASE_STATUS_IN_PROGRESS);
  assert_step_due (opened, "B2", "2026-03-04 17:00");
  complete (opened, "B2", NULL, "2026-03-05 08:00");
  complete (opened, "B3", "", "2026-03-05 09:00");
  ck_assert_int_eq (qms_case_status (opened), QMS_CASE_STATUS_DONE);
  complete (opened, "B4", NULL, "2026-03-06 09:00");
  assert_open (opened, "");
  ck_assert_int_eq (qms_case_status (opened), QMS_CASE_STATUS_RETURNED);
  ck_assert (qms_case_is_ended (opened));
  ck_assert_int_eq (qms_case_timeliness (opened, at ("2027-01-04 08:00"), 0), QMS_TIMELINESS_EARLY);
  qms_case_free (opened);
}
END_TEST

START_TEST (the_log_says_what_each_step_took)
{
  QmsCase *opened = start (STRAIGHT, "2026-03-02 09:00");

  OK (qms_case_complete (opened, "B1", NULL, at ("2026-03-02 10:30"), "Chuyên viên 1", "Đủ giấy tờ", &problem));
  ck_assert_int_eq (qms_case_event_get_used (last_event (opened)), 90);
  ck_assert_int_eq (qms_case_event_get_result (last_event (opened)), QMS_TIMELINESS_EARLY);
  ck_assert_str_eq (qms_case_event_get_actor (last_event (opened)), "Chuyên viên 1");
  ck_assert_str_eq (qms_case_event_get_note (last_event (opened)), "Đủ giấy tờ");
  complete (opened, "B2", NULL, "2026-03-04 17:00");
  ck_assert_int_eq (qms_case_event_get_result (last_event (opened)), QMS_TIMELINESS_ON_TIME);
  complete (opened, "B3", NULL, "2026-03-09 08:00");
  ck_assert_int_eq (qms_case_event_get_result (last_event (opened)), QMS_TIMELINESS_OVERDUE);
  qms_case_free (opened);
}
END_TEST

START_TEST (the_day_that_it_is_due_on_is_on_time_until_the_moment_is_over)
{
  QmsCase *opened = start (STRAIGHT, "2026-03-02 09:00"), *late = start (STRAIGHT, "2026-03-02 09:00");

  for (size_t i = 0; i < 4; i++) {
    complete (opened, NULL, NULL, "2026-03-09 16:00");
    complete (late, NULL, NULL, "2026-03-09 17:01");
  }
  ck_assert_int_eq (qms_case_file_get_result (file_of (opened)), QMS_TIMELINESS_ON_TIME);
  ck_assert_int_eq (qms_case_file_get_result (file_of (late)), QMS_TIMELINESS_OVERDUE);
  qms_case_free (opened);
  qms_case_free (late);
}
END_TEST

/* ---- limits */

START_TEST (the_limit_is_that_of_scenario_and_channel)
{
  static const struct {
    const char *scenario, *due;
    int32_t channel;
  } cases[] = {
    { NULL, "2026-03-09 17:00", 0 },
    { "TH", "2026-03-12 17:00", QMS_CHANNEL_KIND_ONLINE },
    { "TH", "2026-03-11 17:00", QMS_CHANNEL_KIND_IN_PERSON },
  };
  QmsDocument *document = draft ("2026-03-02 09:00");
  QmsNode *file = qms_document_root (document);

  if (cases[_i].scenario)
    OK (qms_case_file_set_scenario (file, cases[_i].scenario, &problem));
  if (cases[_i].channel)
    OK (qms_case_file_set_channel (file, cases[_i].channel, &problem));
  QmsCase *opened = start_draft (document, FULL);
  assert_due (opened, cases[_i].due);
  qms_case_free (opened);
}
END_TEST

START_TEST (an_administrative_procedure_gives_code_name_and_the_limit_of_its_channel)
{
  QmsDocument *system = read_text (STEPS ("<buoc id='B1'><ten>Làm</ten></buoc>"));
  QmsDocument *document = draft ("2026-03-02 09:00");
  QmsCase *opened = NULL;

  OK (qms_case_file_set_channel (qms_document_root (document), QMS_CHANNEL_KIND_ONLINE, &problem));
  OK (qms_case_start (document, qms_document_find (system, "TT"), NULL, &opened, &problem));
  ck_assert_str_eq (qms_case_file_get_procedure_code (file_of (opened)), "1.001193");
  ck_assert_str_eq (qms_case_file_get_procedure_name (file_of (opened)), "Đăng ký khai sinh");
  assert_due (opened, "2026-03-04 17:00");
  qms_case_free (opened);
  qms_document_unref (document);
  qms_document_unref (system);
}
END_TEST

/* For all cases, for the scenario of the case, and for another. */
START_TEST (the_papers_are_those_that_are_asked_for_in_the_scenario)
{
  QmsDocument *system = read_text (SYSTEM (
      "<quyTrinh id='QT'><ten>Q</ten><truongHop id='T1'>Nộp  một bản</truongHop><buoc id='B1'/></quyTrinh>"
      "<thuTuc id='TT' quyTrinh='QT'><ten>T</ten><thanhPhanHoSo><giayTo><ten>Tờ khai</ten></giayTo></thanhPhanHoSo>"
      "<thanhPhanHoSo><truongHop>nộp một bản</truongHop><giayTo><ten>Bản sao</ten></giayTo></thanhPhanHoSo>"
      "<thanhPhanHoSo><truongHop>Khác</truongHop><giayTo><ten>Khác</ten></giayTo></thanhPhanHoSo></thuTuc>"));
  QmsDocument *document = draft ("2026-03-02 09:00"), *own = draft ("2026-03-02 09:00");
  QmsCase *opened = NULL, *set = NULL;

  OK (qms_case_file_set_scenario (qms_document_root (document), "T1", &problem));
  OK (qms_case_start (document, qms_document_find (system, "TT"), NULL, &opened, &problem));
  ck_assert_uint_eq (qms_case_file_count_papers (file_of (opened)), 2);
  ck_assert_str_eq (qms_dossier_item_get_name (qms_case_file_get_papers (file_of (opened), 1)), "Bản sao");
  ck_assert_ptr_nonnull (qms_case_file_add_papers (qms_document_root (own), NULL));
  OK (qms_case_start (own, qms_document_find (system, "TT"), NULL, &set, &problem));
  ck_assert_uint_eq (qms_case_file_count_papers (file_of (set)), 1);
  qms_case_free (set);
  qms_case_free (opened);
  qms_document_unref (own);
  qms_document_unref (document);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_same_day_case_is_due_the_next_day_if_it_comes_late)
{
  QmsDocument *early = draft ("2026-03-02 14:59"), *late = draft ("2026-03-02 15:01");

  OK (qms_case_file_set_same_day (qms_document_root (early), 1, &problem));
  OK (qms_case_file_set_same_day (qms_document_root (late), 1, &problem));
  QmsCase *first = start_draft (early, STRAIGHT), *second = start_draft (late, STRAIGHT);
  assert_due (first, "2026-03-02 17:00");
  assert_due (second, "2026-03-03 17:00");
  qms_case_free (first);
  qms_case_free (second);
}
END_TEST

START_TEST (a_case_without_a_limit_is_never_late)
{
  QmsCase *opened = start (STEPS ("<buoc id='B1'><ten>Làm</ten></buoc>"), "2026-03-02 09:00");

  ck_assert_int_eq (qms_case_due (opened, NULL, NULL), QMS_ERROR_NOT_FOUND);
  ck_assert_int_eq (qms_case_remaining (opened, 0, NULL), QMS_ERROR_NOT_FOUND);
  ck_assert_int_eq (qms_case_timeliness (opened, at ("2030-01-01 00:00"), 0), 0);
  ck_assert_int_eq (qms_case_step_timeliness (opened, 0, at ("2030-01-01 00:00"), 0), 0);
  qms_case_free (opened);
}
END_TEST

/* ---- the clock stops */

START_TEST (a_supplement_outside_the_procedure_stops_all_clocks)
{
  QmsCase *opened = start (STRAIGHT, "2026-03-02 09:00");
  int64_t left = 0;

  complete (opened, "B1", NULL, "2026-03-02 10:00");
  OK (qms_case_request_supplement (opened, at ("2026-03-03 08:00"), NULL, "Thiếu giấy", &problem));
  ck_assert_int_eq (qms_case_status (opened), QMS_CASE_STATUS_AWAITING_SUPPLEMENT);
  ck_assert (!qms_case_is_running (opened));
  ck_assert (!qms_case_step_is_running (opened, find_step (opened, "B2")));
  OK (qms_case_remaining (opened, at ("2026-04-20 08:00"), &left));
  ck_assert_int_gt (left, 0);
  ck_assert_int_eq (qms_case_timeliness (opened, at ("2026-04-20 08:00"), 0), QMS_TIMELINESS_IN_TIME);
  OK (qms_case_receive_supplement (opened, at ("2026-03-10 08:00"), NULL, NULL, &problem));
  ck_assert (qms_case_is_running (opened));
  assert_due (opened, "2026-03-17 17:00");
  assert_step_due (opened, "B2", "2026-03-11 17:00");
  complete (opened, "B2", NULL, "2026-03-10 09:00");
  ck_assert_int_eq (qms_case_event_get_used (last_event (opened)), 6 * 60 + 60);
  qms_case_free (opened);
}
END_TEST

START_TEST (by_the_other_rule_the_due_time_moves_by_the_time_stopped)
{
  QmsDocument *document = draft ("2026-03-02 09:00");

  OK (qms_case_file_set_deadline_rule (qms_document_root (document), QMS_DEADLINE_RULE_MOVED, &problem));
  QmsCase *opened = start_draft (document, STRAIGHT);
  OK (qms_case_request_supplement (opened, at ("2026-03-03 08:00"), NULL, "Thiếu giấy", &problem));
  OK (qms_case_receive_supplement (opened, at ("2026-03-05 08:00"), NULL, NULL, &problem));
  ck_assert_int_eq (qms_case_file_get_stopped (file_of (opened)), 2 * 480);
  assert_due (opened, "2026-03-11 17:00");
  qms_case_free (opened);
}
END_TEST

START_TEST (a_payment_moves_the_due_time)
{
  QmsCase *opened = start (STRAIGHT, "2026-03-02 09:00");

  OK (qms_case_request_payment (opened, at ("2026-03-03 08:00"), NULL, NULL, &problem));
  ck_assert_int_eq (qms_case_status (opened), QMS_CASE_STATUS_AWAITING_PAYMENT);
  OK (qms_case_receive_payment (opened, at ("2026-03-05 08:00"), NULL, NULL, &problem));
  assert_due (opened, "2026-03-11 17:00");
  ck_assert_int_eq (qms_case_used (opened, at ("2026-03-05 09:00")), 7 * 60 + 60);
  qms_case_free (opened);
}
END_TEST

START_TEST (waits_of_the_procedure_are_used_where_it_has_them)
{
  QmsCase *opened = start (FULL, "2026-03-02 09:00");

  OK (qms_case_request_supplement (opened, at ("2026-03-02 10:00"), NULL, "Thiếu giấy", &problem));
  assert_open (opened, "B2");
  ck_assert_int_eq (qms_case_status (opened), QMS_CASE_STATUS_AWAITING_SUPPLEMENT);
  ck_assert (!qms_case_is_running (opened));
  OK (qms_case_receive_supplement (opened, at ("2026-03-09 08:00"), NULL, NULL, &problem));
  assert_open (opened, "B1");
  assert_due (opened, "2026-03-16 17:00");
  complete (opened, "B1", "du", "2026-03-09 09:00");
  complete (opened, "B3", "dat", "2026-03-09 10:00");
  OK (qms_case_request_payment (opened, at ("2026-03-09 11:00"), NULL, NULL, &problem));
  assert_open (opened, "B7");
  ck_assert_int_eq (qms_case_status (opened), QMS_CASE_STATUS_AWAITING_PAYMENT);
  OK (qms_case_receive_payment (opened, at ("2026-03-10 11:00"), NULL, NULL, &problem));
  assert_open (opened, "B8");
  assert_due (opened, "2026-03-17 17:00");
  qms_case_free (opened);
}
END_TEST

START_TEST (nothing_is_done_while_the_applicant_is_awaited)
{
  QmsCase *opened = start (STRAIGHT, "2026-03-02 09:00");
  QmsError *error = NULL;
  QmsStatus status;

  OK (qms_case_request_supplement (opened, at ("2026-03-02 10:00"), NULL, NULL, &problem));
  status = qms_case_complete (opened, "B1", NULL, at ("2026-03-02 11:00"), NULL, NULL, &error);
  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-VV-107");
  error = NULL;
  status = qms_case_receive_payment (opened, at ("2026-03-02 11:00"), NULL, NULL, &error);
  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-VV-108");
  qms_case_free (opened);
}
END_TEST

START_TEST (nothing_more_is_asked_for_while_the_applicant_is_awaited)
{
  QmsCase *opened = start (FULL, "2026-03-02 09:00");
  QmsError *error = NULL;
  QmsStatus status;

  OK (qms_case_request_supplement (opened, at ("2026-03-02 10:00"), NULL, NULL, &problem));
  assert_open (opened, "B2");
  status = qms_case_request_payment (opened, at ("2026-03-02 11:00"), NULL, NULL, &error);
  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-VV-107");
  OK (qms_case_receive_supplement (opened, at ("2026-03-02 12:00"), NULL, NULL, &problem));
  assert_open (opened, "B1");
  qms_case_free (opened);
}
END_TEST

/* ---- branches */

START_TEST (a_meeting_step_opens_when_all_branches_have_come)
{
  QmsCase *opened = start (FULL, "2026-03-02 09:00");

  complete (opened, "B1", "du", "2026-03-02 10:00");
  complete (opened, "B3", "hoi", "2026-03-02 11:00");
  assert_open (opened, "B4 B5");
  complete (opened, "B5", "xong", "2026-03-03 08:00");
  assert_open (opened, "B4");
  complete (opened, "B4", NULL, "2026-03-03 09:00");
  assert_open (opened, "B6");
  qms_case_free (opened);
}
END_TEST

START_TEST (a_refusal_in_one_branch_ends_the_whole)
{
  QmsCase *opened = start (FULL, "2026-03-02 09:00");

  complete (opened, "B1", "du", "2026-03-02 10:00");
  complete (opened, "B3", "hoi", "2026-03-02 11:00");
  complete (opened, "B5", "bac", "2026-03-03 08:00");
  assert_open (opened, "");
  ck_assert_int_eq (qms_case_status (opened), QMS_CASE_STATUS_STOPPED);
  qms_case_free (opened);
}
END_TEST

START_TEST (what_comes_next_is_told_before_it_happens)
{
  QmsCase *opened = start (FULL, "2026-03-02 09:00");
  size_t b1 = find_step (opened, "B1"), b3 = find_step (opened, "B3");
  int32_t ends = 0;

  ck_assert_uint_eq (qms_case_next_count (opened, b1, 0, &ends), 1);
  ck_assert (!ends);
  ck_assert_uint_eq (qms_case_next (opened, b1, 0, 0), b3);
  ck_assert_uint_eq (qms_case_next (opened, b1, 0, 1), QMS_WORKFLOW_NONE);
  ck_assert_uint_eq (qms_case_next_count (opened, b1, 2, &ends), 0);
  ck_assert (ends);
  ck_assert_uint_eq (qms_case_next_count (opened, b3, 0, NULL), 0);
  complete (opened, "B1", "du", "2026-03-02 10:00");
  ck_assert_uint_eq (qms_case_next_count (opened, b3, 0, NULL), 2);
  ck_assert (qms_case_is_possible (opened, b3, 1));
  ck_assert (!qms_case_is_possible (opened, b3, 2));
  qms_case_free (opened);
}
END_TEST

/* ---- ends */

START_TEST (a_case_ends_as_it_was_ended)
{
  static const struct {
    QmsStatus (*end) (QmsCase *, int64_t, const char *, const char *, QmsError **);
    int32_t first, later;
  } ends[] = {
    { qms_case_refuse, QMS_CASE_STATUS_NOT_RECEIVED, QMS_CASE_STATUS_STOPPED },
    { qms_case_stop, QMS_CASE_STATUS_STOPPED, QMS_CASE_STATUS_STOPPED },
    { qms_case_withdraw, QMS_CASE_STATUS_WITHDRAWN, QMS_CASE_STATUS_WITHDRAWN },
  };
  QmsCase *first = start (STRAIGHT, "2026-03-02 09:00"), *later = start (STRAIGHT, "2026-03-02 09:00");

  OK (ends[_i].end (first, at ("2026-03-02 09:30"), NULL, "Lý do", &problem));
  complete (later, "B1", NULL, "2026-03-02 10:00");
  OK (qms_case_request_payment (later, at ("2026-03-02 10:30"), NULL, NULL, &problem));
  OK (ends[_i].end (later, at ("2026-03-02 11:00"), NULL, "Lý do", &problem));
  ck_assert_int_eq (qms_case_status (first), ends[_i].first);
  ck_assert_int_eq (qms_case_status (later), ends[_i].later);
  assert_open (later, "");
  qms_case_free (reopen (first, QMS_FORMAT_XML));
  qms_case_free (reopen (later, QMS_FORMAT_JSON));
}
END_TEST

START_TEST (nothing_happens_after_the_end)
{
  QmsCase *opened = start (STRAIGHT, "2026-03-02 09:00");
  QmsError *error = NULL;

  OK (qms_case_withdraw (opened, at ("2026-03-02 09:30"), NULL, NULL, &problem));
  size_t events = qms_case_file_count_log (file_of (opened));
  QmsStatus status = qms_case_complete (opened, "B1", NULL, at ("2026-03-02 11:00"), NULL, NULL, &error);
  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-VV-106");
  ck_assert_uint_eq (qms_case_file_count_log (file_of (opened)), events);
  qms_case_free (opened);
}
END_TEST

START_TEST (another_agency_and_another_date_move_no_step)
{
  QmsCase *opened = start (STRAIGHT, "2026-03-02 09:00");
  const QmsNode *agency;
  QmsError *error = NULL;

  OK (qms_case_hand_over (opened, "H99", "UBND tỉnh Hòa Mẫu", at ("2026-03-02 10:00"), NULL, NULL, &problem));
  agency = qms_case_file_get_deciding_agency (file_of (opened));
  ck_assert_str_eq (qms_case_agency_get_name (agency), "UBND tỉnh Hòa Mẫu");
  OK (qms_case_extend (opened, at ("2026-03-20 17:00"), at ("2026-03-03 10:00"), NULL, "Chờ xác minh", &problem));
  assert_due (opened, "2026-03-20 17:00");
  assert_open (opened, "B1");
  QmsStatus status = qms_case_extend (opened, at ("2026-03-19 17:00"), at ("2026-03-03 10:00"), NULL, NULL, &error);
  assert_error (status, error, QMS_ERROR_VALUE, "QMS-VV-112");
  qms_case_free (reopen (opened, QMS_FORMAT_XML));
}
END_TEST

/* ---- early or late */

START_TEST (an_open_case_is_in_time_due_soon_or_overdue)
{
  static const struct {
    const char *now;
    int32_t whole, step;
  } moments[] = {
    { "2026-03-02 09:30", QMS_TIMELINESS_IN_TIME, QMS_TIMELINESS_IN_TIME },
    { "2026-03-02 13:45", QMS_TIMELINESS_IN_TIME, QMS_TIMELINESS_DUE_SOON },
    { "2026-03-09 16:30", QMS_TIMELINESS_DUE_SOON, QMS_TIMELINESS_OVERDUE },
    { "2026-03-09 17:30", QMS_TIMELINESS_OVERDUE, QMS_TIMELINESS_OVERDUE },
  };
  QmsCase *opened = start (STRAIGHT, "2026-03-02 09:00");
  int64_t now = at (moments[_i].now), left = 0;

  ck_assert_int_eq (qms_case_timeliness (opened, now, 120), moments[_i].whole);
  ck_assert_int_eq (qms_case_step_timeliness (opened, 0, now, 120), moments[_i].step);
  OK (qms_case_step_remaining (opened, 0, now, &left));
  ck_assert_int_eq (left, 240 - qms_case_step_used (opened, 0, now));
  OK (qms_case_step_entered (opened, 0, &left));
  assert_time (left, "2026-03-02 09:00");
  qms_case_free (opened);
}
END_TEST

START_TEST (of_a_step_that_is_not_open_nothing_is_told)
{
  QmsCase *opened = start (STRAIGHT, "2026-03-02 09:00");
  int32_t unsure = -1;

  ck_assert_int_eq (qms_case_step_entered (opened, find_step (opened, "B2"), NULL), QMS_ERROR_NOT_FOUND);
  ck_assert_int_eq (qms_case_step_due (opened, QMS_WORKFLOW_NONE, NULL), QMS_ERROR_NOT_FOUND);
  ck_assert_int_eq (qms_case_step_used (opened, find_step (opened, "B2"), at ("2026-03-03 09:00")), 0);
  OK (qms_case_request_payment (opened, at ("2026-03-02 10:00"), NULL, NULL, &problem));
  ck_assert_uint_eq (qms_case_next_count (opened, find_step (opened, "B1"), 0, NULL), 0);
  OK (qms_case_due (opened, NULL, &unsure));
  ck_assert_int_eq (unsure, 0);
  qms_case_free (opened);
}
END_TEST

/* ---- what is refused */

START_TEST (a_call_that_cannot_be_says_why)
{
  static const struct {
    const char *step, *outcome, *time, *id;
    QmsStatus status;
  } calls[] = {
    { "B9", NULL, "2026-03-02 10:00", "QMS-VV-101", QMS_ERROR_NOT_FOUND },
    { "B3", "dat", "2026-03-02 10:00", "QMS-VV-102", QMS_ERROR_ARGUMENT },
    { "B1", "no", "2026-03-02 10:00", "QMS-VV-103", QMS_ERROR_NOT_FOUND },
    { "B1", NULL, "2026-03-02 10:00", "QMS-VV-104", QMS_ERROR_ARGUMENT },
    { "B1", "du", "2026-03-02 08:59", "QMS-VV-105", QMS_ERROR_VALUE },
  };
  QmsCase *opened = start (FULL, "2026-03-02 09:00");
  QmsError *error = NULL;
  char *text = NULL, *after = NULL;

  OK (qms_document_write (qms_case_document (opened), QMS_FORMAT_XML, &text, NULL, &problem));
  QmsStatus status =
      qms_case_complete (opened, calls[_i].step, calls[_i].outcome, at (calls[_i].time), NULL, NULL, &error);
  assert_error (status, error, calls[_i].status, calls[_i].id);
  OK (qms_document_write (qms_case_document (opened), QMS_FORMAT_XML, &after, NULL, &problem));
  ck_assert_str_eq (after, text);
  qms_free (text);
  qms_free (after);
  qms_case_free (opened);
}
END_TEST

START_TEST (a_case_does_not_go_on_to_a_step_that_is_not_there)
{
  QmsCase *opened = start (STEPS ("<buoc id='B1'><ten>Tiếp nhận</ten><ketCuc ma='x' den='B9'/>"
                                  "<ketCuc ma='tuChoi' loai='tuChoi' den='B8'/></buoc>"),
                           "2026-03-02 09:00");
  QmsError *error = NULL;
  int32_t ends = 1;

  QmsStatus status = qms_case_complete (opened, "B1", "x", at ("2026-03-02 10:00"), NULL, NULL, &error);
  assert_error (status, error, QMS_ERROR_REFERENCE, "QMS-LG-101");
  ck_assert_uint_eq (qms_case_next_count (opened, 0, 0, &ends), 0);
  ck_assert_int_eq (ends, 0);
  ck_assert (!qms_case_is_ended (opened));
  OK (qms_case_refuse (opened, at ("2026-03-02 10:00"), NULL, NULL, &problem));
  ck_assert_int_eq (qms_case_status (opened), QMS_CASE_STATUS_NOT_RECEIVED);
  qms_case_free (opened);
}
END_TEST

START_TEST (of_several_open_steps_one_is_to_be_named)
{
  QmsCase *opened = start (FULL, "2026-03-02 09:00");
  QmsError *error = NULL;

  complete (opened, "B1", "du", "2026-03-02 10:00");
  complete (opened, "B3", "hoi", "2026-03-02 11:00");
  QmsStatus status = qms_case_complete (opened, NULL, NULL, at ("2026-03-02 12:00"), NULL, NULL, &error);
  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-VV-123");
  qms_case_free (opened);
}
END_TEST

START_TEST (words_that_a_file_cannot_hold_change_nothing)
{
  QmsCase *opened = start (STRAIGHT, "2026-03-02 09:00");
  QmsError *error = NULL;

  ck_assert_int_ne (qms_case_complete (opened, NULL, NULL, at ("2026-03-02 10:00"), NULL, "\xff", &error), QMS_OK);
  ck_assert_ptr_nonnull (error);
  ck_assert_uint_eq (qms_case_file_count_log (file_of (opened)), 1);
  assert_open (opened, "B1");
  qms_error_free (error);
  qms_case_free (opened);
}
END_TEST

/* Starting with something missing. */
static void
assert_no_start (QmsDocument *document, const char *system_text, const char *id, QmsStatus expected,
                 const char *message)
{
  QmsDocument *system = read_text (system_text);
  QmsCase *opened = NULL;
  QmsError *error = NULL;
  QmsStatus status = qms_case_start (document, qms_document_find (system, id), NULL, &opened, &error);

  assert_error (status, error, expected, message);
  ck_assert_ptr_null (opened);
  qms_document_unref (document);
  qms_document_unref (system);
}

START_TEST (a_case_needs_receipt_steps_scenario_and_procedure)
{
  QmsDocument *elsewhere = draft ("2026-03-02 09:00");

  OK (qms_case_file_set_scenario (qms_document_root (elsewhere), "TH-9", &problem));
  assert_no_start (qms_document_new (QMS_TYPE_CASE_FILE), STRAIGHT, "QT", QMS_ERROR_ARGUMENT, "QMS-VV-117");
  assert_no_start (elsewhere, FULL, "QT", QMS_ERROR_REFERENCE, "QMS-VV-119");
  assert_no_start (draft ("2026-03-02 09:00"), STEPS (""), "QT", QMS_ERROR_VALUE, "QMS-VV-111");
  assert_no_start (draft ("2026-03-02 09:00"), SYSTEM ("<thuTuc id='TT' ma='1.001193'><ten>T</ten></thuTuc>"), "TT",
                   QMS_ERROR_REFERENCE, "QMS-VV-118");
  assert_no_start (draft ("2026-03-02 09:00"), STRAIGHT, "VT-TN", QMS_ERROR_ARGUMENT, "QMS-AP-001");
  assert_no_start (read_text (SYSTEM ("")), STRAIGHT, "QT", QMS_ERROR_ARGUMENT, "QMS-AP-001");
}
END_TEST

#define TWO(inside)                                                                                                    \
  STEPS ("<truongHop id='A'>Một</truongHop><truongHop id='B'>Hai</truongHop>" inside                                   \
         "<buoc id='B1'><ten>Tiếp nhận</ten></buoc>")

START_TEST (of_scenarios_that_differ_one_is_to_be_named)
{
  assert_no_start (draft ("2026-03-02 09:00"), TWO ("<thoiHan truongHop='A' giaTri='5 ngayLamViec'/>"), "QT",
                   QMS_ERROR_ARGUMENT, "QMS-VV-126");
  qms_case_free (start (TWO ("<thoiHan giaTri='5 ngayLamViec'/>"), "2026-03-02 09:00"));
}
END_TEST

START_TEST (null_is_answered)
{
  QmsCase *opened = NULL;

  ck_assert_int_eq (qms_case_open (NULL, NULL, &opened, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_case_complete (NULL, NULL, NULL, 0, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_case_extend (NULL, 1, 0, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_case_hand_over (NULL, NULL, "x", 0, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_case_receive_payment (NULL, 0, NULL, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_case_status (NULL), 0);
  ck_assert_uint_eq (qms_case_open_steps (NULL), 0);
  ck_assert_uint_eq (qms_case_open_step (NULL, 0), QMS_WORKFLOW_NONE);
  ck_assert_ptr_null (qms_case_document (NULL));
  ck_assert_int_eq (qms_case_used (NULL, 0), 0);
  qms_case_free (NULL);
}
END_TEST

/* ---- the log and the file */

/* A case with most kinds of events, as text. */
static char *
eventful (void)
{
  QmsCase *opened = start (FULL, "2026-03-02 09:00");
  char *text = NULL;

  complete (opened, "B1", "du", "2026-03-02 10:00");
  complete (opened, "B3", "hoi", "2026-03-02 11:00");
  OK (qms_case_request_supplement (opened, at ("2026-03-03 08:00"), NULL, "Thiếu giấy", &problem));
  OK (qms_case_receive_supplement (opened, at ("2026-03-04 08:00"), NULL, NULL, &problem));
  complete (opened, "B4", "xong", "2026-03-04 09:00");
  OK (qms_document_write (qms_case_document (opened), QMS_FORMAT_XML, &text, NULL, &problem));
  qms_case_free (opened);
  return text;
}

/* Replaces the first `from`; it must be there. */
static char *
changed (const char *text, const char *from, const char *to)
{
  const char *found = strstr (text, from);

  ck_assert_msg (found != NULL, "%s is not in %s", from, text);
  g_autofree char *before = g_strndup (text, (size_t)(found - text));
  return g_strconcat (before, to, found + strlen (from), NULL);
}

static const struct {
  const char *from, *to, *id;
} damages[] = {
  { "trangThai=\"dangXuLy\"", "trangThai=\"daTraKetQua\"", "QMS-VV-122" },
  { "hanTra=\"2026-03-11T17:00:00+07:00\"", "hanTra=\"2026-03-12T17:00:00+07:00\"", "QMS-VV-122" },
  { "phutDung=\"480\"", "phutDung=\"479\"", "QMS-VV-122" },
  { "<buocDangMo buoc=\"B5\"", "<buocDangMo buoc=\"B4\"", "QMS-VV-122" },
  { "luc=\"2026-03-02T11:00:00+07:00\"", "luc=\"2026-03-02T09:59:00+07:00\"", "QMS-VV-105" },
  { "ketCuc=\"hoi\"", "ketCuc=\"dat\"", "QMS-VV-121" },
  { "ketCuc=\"hoi\"", "ketCuc=\"khac\"", "QMS-VV-121" },
  { "ketCuc=\"hoi\"", "", "QMS-VV-121" },
  { "buoc=\"B3\" ketCuc", "buoc=\"B99\" ketCuc", "QMS-VV-121" },
  { "buoc=\"B3\" ketCuc", "ketCuc", "QMS-VV-121" },
  { "loai=\"tiepNhan\"", "loai=\"rut\"", "QMS-VV-121" },
  { "loai=\"daBoSung\"", "loai=\"daThucHienNghiaVu\"", "QMS-VV-121" },
  { "loai=\"daBoSung\"", "loai=\"tiepNhan\"", "QMS-VV-121" },
  { "phutDaDung=\"60\"", "phutDaDung=\"6000\"", "QMS-VV-121" },
  { "phutDaDung=\"60\"", "", "QMS-VV-121" },
  { "phutDaDung=\"60\"", "ketQua=\"quaHan\" phutDaDung=\"60\"", "QMS-VV-121" },
  { "trangThai=\"dangXuLy\"", "hanChuaChac=\"true\" trangThai=\"dangXuLy\"", "QMS-VV-122" },
  { "<buocDangMo", "<buocDangMo buoc=\"B6\" tu=\"2026-03-02T11:00:00+07:00\"/><buocDangMo", "QMS-VV-122" },
  { "<tiepTheo buoc=\"B4\"/>", "", "QMS-VV-121" },
  { "<tiepTheo buoc=\"B4\"/>", "<tiepTheo buoc=\"B6\"/>", "QMS-VV-121" },
  { "<tiepTheo buoc=\"B4\"/>", "<tiepTheo buoc=\"B4\" han=\"2026-03-01T11:00:00+07:00\"/>", "QMS-VV-121" },
  { "loai=\"daBoSung\" phutDung=\"480\"", "loai=\"daBoSung\" phutDung=\"99999\"", "QMS-VV-121" },
  { "phutDung=\"480\" hanTra=\"2026-03-11", "phutDung=\"480\" hanTra=\"2026-03-01", "QMS-VV-121" },
  { "loai=\"yeuCauBoSung\"", "loai=\"yeuCauBoSung\" hanTra=\"2026-03-11T17:00:00+07:00\"", "QMS-VV-121" },
  { "loai=\"yeuCauBoSung\"", "loai=\"yeuCauBoSung\" hanChuaChac=\"true\"", "QMS-VV-121" },
};

START_TEST (a_damaged_file_is_refused)
{
  char *text = eventful ();
  g_autofree char *damaged = changed (text, damages[_i].from, damages[_i].to);
  QmsDocument *document = read_text (damaged);
  QmsCase *opened = NULL;
  QmsError *error = NULL;

  QmsStatus status = qms_case_open (document, NULL, &opened, &error);
  ck_assert_uint_gt (qms_error_line (error), 0);
  assert_error (status, error, QMS_ERROR_VALUE, damages[_i].id);
  ck_assert_ptr_null (opened);
  qms_document_unref (document);
  qms_free (text);
}
END_TEST

START_TEST (a_case_without_procedure_or_log_is_refused)
{
  static const char *const texts[] = {
    "<hoSoTTHC xmlns='urn:libqms:1'/>",
    "<hoSoTTHC xmlns='urn:libqms:1'><quyTrinh id='QT'><ten>Q</ten></quyTrinh></hoSoTTHC>",
    "<hoSoTTHC xmlns='urn:libqms:1'><suKien luc='2026-03-02T09:00:00+07:00' loai='tiepNhan'/>"
    "<quyTrinh id='QT'><ten>Q</ten></quyTrinh></hoSoTTHC>",
  };
  QmsDocument *document = read_text (texts[_i]);
  QmsCase *opened = NULL;

  ck_assert_int_ne (qms_case_open (document, NULL, &opened, NULL), QMS_OK);
  ck_assert_ptr_null (opened);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_case_file_makes_nobody_read_files)
{
  char *text = eventful ();
  g_autofree char *elsewhere = changed (text, "lich=\"vn\"", "lich=\"" QMS_SOURCE_DIR "/data/calendars/vn.xml\"");
  QmsDocument *document = read_text (elsewhere);
  QmsCase *opened = NULL;

  ck_assert_int_eq (qms_case_open (document, NULL, &opened, NULL), QMS_ERROR_NOT_FOUND);
  qms_document_unref (document);
  qms_free (text);
}
END_TEST

/* A calendar of an agency's own, which rests on the one that comes with the library. */
static QmsCalendar *
own_calendar (void)
{
  QmsDocument *document =
      read_text ("<lich xmlns='urn:libqms:1' ma='lich-xa' duaTren='vn'><ten>Lịch của xã</ten></lich>");
  QmsCalendar *calendar = NULL;

  OK (qms_calendar_new (document, &calendar, &problem));
  qms_document_unref (document);
  return calendar;
}

START_TEST (a_case_goes_on_with_the_calendar_that_it_began_with)
{
  QmsDocument *system = read_text (STRAIGHT), *document = draft ("2026-03-02 09:00");
  QmsCalendar *own = own_calendar (), *other = NULL;
  QmsCase *opened = NULL, *again = NULL;
  QmsError *error = NULL;

  OK (qms_case_start (document, qms_document_find (system, "QT"), own, &opened, &problem));
  OK (qms_calendar_load ("vn", &other, &problem));
  QmsStatus status = qms_case_open (document, other, &again, &error);
  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-VV-124");
  error = NULL;
  status = qms_case_open (document, NULL, &again, &error);
  assert_error (status, error, QMS_ERROR_NOT_FOUND, "QMS-VV-125");
  OK (qms_case_open (document, own, &again, &problem));
  qms_case_free (again);
  qms_case_free (opened);
  qms_calendar_unref (own);
  qms_calendar_unref (other);
  qms_document_unref (document);
  qms_document_unref (system);
}
END_TEST

START_TEST (a_file_of_a_scenario_that_is_not_there_is_refused)
{
  char *text = eventful ();
  g_autofree char *elsewhere = changed (text, " lich=\"vn\"", " lich=\"vn\" truongHop=\"TH-9\"");
  QmsDocument *document = read_text (elsewhere);
  QmsCase *opened = NULL;
  QmsError *error = NULL;

  QmsStatus status = qms_case_open (document, NULL, &opened, &error);
  ck_assert_int_gt (qms_error_line (error), 0);
  assert_error (status, error, QMS_ERROR_REFERENCE, "QMS-VV-119");
  qms_document_unref (document);
  qms_free (text);
}
END_TEST

START_TEST (comments_in_a_case_stay)
{
  char *text = eventful (), *after = NULL;
  g_autofree char *commented = changed (text, "<buocDangMo", "<!-- ghi nhớ --><buocDangMo");
  QmsDocument *document = read_text (commented);
  QmsCase *opened = NULL;

  OK (qms_case_open (document, NULL, &opened, &problem));
  OK (qms_case_request_payment (opened, at ("2026-03-05 08:00"), NULL, NULL, &problem));
  OK (qms_document_write (document, QMS_FORMAT_XML, &after, NULL, &problem));
  ck_assert_ptr_nonnull (strstr (after, "<!-- ghi nhớ -->"));
  qms_free (after);
  qms_free (text);
  qms_case_free (opened);
  qms_document_unref (document);
}
END_TEST

START_TEST (a_long_log_of_loops_is_played)
{
  QmsCase *opened = start (
      STEPS ("<buoc id='B1'><ten>Chia</ten><ketCuc ma='chia' den='B3'><nhanh den='B2'/><nhanh den='B4'/></ketCuc>"
             "</buoc><buoc id='B2'><ten>Xét</ten><ketCuc ma='lai' loai='traLai' den='B1'/>"
             "<ketCuc ma='xong' den='B3'/></buoc><buoc id='B3'><ten>Gộp</ten><ketCuc ma='het' loai='hoanThanh'/>"
             "</buoc><buoc id='B4'><ten>Ý kiến</ten><ketCuc ma='xong' den='B3'/></buoc>"),
      "2026-03-02 09:00");

  for (int i = 0; i < 300; i++) {
    complete (opened, "B1", "chia", "2026-03-02 10:00");
    complete (opened, "B2", "lai", "2026-03-02 10:00");
  }
  assert_open (opened, "B1 B4");
  opened = reopen (opened, QMS_FORMAT_XML);
  complete (opened, "B1", "chia", "2026-03-02 10:00");
  complete (opened, "B2", "xong", "2026-03-02 10:00");
  assert_open (opened, "B4");
  complete (opened, "B4", NULL, "2026-03-02 10:00");
  assert_open (opened, "B3");
  qms_case_free (opened);
}
END_TEST

/* ---- random walks */

enum { SEEDS = 60, MOVES = 40 };

/* What must hold at all times; `due` is that of the last call. */
static void
assert_sane (QmsCase *opened, int64_t *due)
{
  const QmsNode *file = file_of (opened);
  int64_t now = INT64_MIN;

  if (qms_case_due (opened, &now, NULL) == QMS_OK) {
    ck_assert_int_ge (now, *due);
    *due = now;
  }
  ck_assert_int_eq (qms_case_is_ended (opened) != 0, qms_case_open_steps (opened) == 0);
  ck_assert_uint_eq (qms_case_file_count_open_steps (file), qms_case_open_steps (opened));
  g_autoptr (QmsCaseState) state = qms_case_begin (file, qms_case_workflow (opened));
  g_auto (QmsReplay) replay = qms_case_replay (file, state);
  ck_assert_msg (replay.result == QMS_REPLAY_GOOD, "%s, %s", replay.found ? replay.found : "",
                 replay.reason ? qms_error_message (replay.reason, QMS_LANG_EN) : "");
}

/* Something at random; it may be refused. */
static void
move_randomly (QmsCase *opened, GRand *random, int64_t time)
{
  const QmsWorkflow *workflow = qms_case_workflow (opened);
  size_t index = (size_t)g_rand_int_range (random, 0, (gint32)MAX (qms_case_open_steps (opened), 1));
  size_t step = qms_case_open_step (opened, index);
  int64_t used = qms_case_used (opened, time);

  switch (g_rand_int_range (random, 0, 20)) {
  case 0:
    qms_case_request_supplement (opened, time, NULL, "lý do", NULL);
    break;
  case 1:
  case 2:
    qms_case_receive_supplement (opened, time, NULL, NULL, NULL);
    break;
  case 3:
    if (qms_case_request_payment (opened, time, NULL, NULL, NULL) == QMS_OK && !qms_case_is_running (opened))
      ck_assert_int_eq (qms_case_used (opened, time + 100 * HOUR), used);
    break;
  case 4:
  case 5:
    qms_case_receive_payment (opened, time, NULL, NULL, NULL);
    break;
  case 6:
    qms_case_extend (opened, time + 400 * HOUR, time, NULL, "lý do", NULL);
    break;
  case 7:
    if (g_rand_int_range (random, 0, 8) == 0)
      qms_case_withdraw (opened, time, NULL, NULL, NULL);
    break;
  default:
    if (step != QMS_WORKFLOW_NONE)
      qms_case_complete (
          opened, qms_workflow_step_id (workflow, step),
          qms_workflow_outcome_code (
              workflow, step, (size_t)g_rand_int_range (random, 0, (gint32)qms_workflow_outcomes (workflow, step))),
          time, NULL, NULL, NULL);
  }
}

START_TEST (random_walks_keep_what_must_hold)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32)_i);
  QmsDocument *system = random_workflow ((guint32)_i), *document = draft ("2026-03-02 09:00");
  int64_t time = at ("2026-03-02 09:00"), due = INT64_MIN;
  QmsCase *opened = NULL;

  const QmsNode *procedure = qms_document_find (system, RANDOM_WORKFLOW_PROCEDURE);
  const QmsNode *scenario = qms_procedure_get_scenarios (procedure, 0);
  if (scenario)
    OK (qms_case_file_set_scenario (qms_document_root (document), qms_scenario_get_id (scenario), &problem));
  OK (qms_case_start (document, procedure, NULL, &opened, &problem));
  for (int i = 0; i < MOVES && !qms_case_is_ended (opened); i++) {
    time += g_rand_int_range (random, 0, 30 * HOUR);
    move_randomly (opened, random, time);
    assert_sane (opened, &due);
    if (i % 8 == 0)
      opened = reopen (opened, i % 16 == 0 ? QMS_FORMAT_XML : QMS_FORMAT_JSON);
  }
  qms_case_free (opened);
  qms_document_unref (document);
  qms_document_unref (system);
}
END_TEST

/* ---- forms */

/* The form as text in English. */
static char *
form_of (const QmsCase *opened, int32_t kind)
{
  char *text = NULL;
  size_t size = 0;

  OK (qms_case_form (opened, kind, "text", QMS_LANG_EN, &text, &size, &problem));
  ck_assert_uint_eq (strlen (text), size);
  return text;
}

static void
assert_form_says (const QmsCase *opened, int32_t kind, const char *expected)
{
  char *text = form_of (opened, kind);

  ck_assert_msg (strstr (text, expected) != NULL, "no «%s» in:\n%s", expected, text);
  qms_free (text);
}

START_TEST (a_form_has_the_number_of_its_day)
{
  static const struct {
    const char *received, *title;
    int32_t kind;
  } forms[] = {
    { "2019-03-04 09:00", "Phiếu kiểm soát quá trình giải quyết hồ sơ\nMẫu số 05 – 01/2018/TT-VPCP",
      QMS_FORM_KIND_CONTROL },
    { "2025-06-30 09:00", "Mẫu số 06 – 01/2018/TT-VPCP", QMS_FORM_KIND_REGISTER },
    { "2025-08-01 09:00", "Control slip\n(no prescribed form is known for this day)", QMS_FORM_KIND_CONTROL },
    { "2025-09-15 09:00", "Mẫu số 06 – 03/2025/TT-VPCP", QMS_FORM_KIND_CONTROL },
    { "2026-03-02 09:00", "Mẫu số 01 – 03/2025/TT-VPCP", QMS_FORM_KIND_RECEIPT },
  };
  QmsCase *opened = start (STRAIGHT, forms[_i].received);

  assert_form_says (opened, forms[_i].kind, forms[_i].title);
  qms_case_free (opened);
}
END_TEST

START_TEST (forms_tell_what_called_for_them)
{
  QmsCase *opened = start (FULL, "2026-03-02 09:00");

  assert_form_says (opened, QMS_FORM_KIND_RECEIPT, "Due: 2026-03-09 17:00");
  complete (opened, "B1", "du", "2026-03-02 10:00");
  OK (qms_case_request_supplement (opened, at ("2026-03-02 11:00"), NULL, "Thiếu bản sao", &problem));
  assert_form_says (opened, QMS_FORM_KIND_SUPPLEMENT, "Reason: Thiếu bản sao");
  OK (qms_case_extend (opened, at ("2026-03-20 17:00"), at ("2026-03-02 12:00"), NULL, "Chờ", &problem));
  assert_form_says (opened, QMS_FORM_KIND_APOLOGY,
                    "Old due time: 2026-03-09 17:00\nReason: Chờ\nNew due time: 2026-03-20 17:00");
  OK (qms_case_refuse (opened, at ("2026-03-03 12:00"), NULL, "Không đủ điều kiện", &problem));
  assert_form_says (opened, QMS_FORM_KIND_REFUSAL, "Reason: Không đủ điều kiện");
  assert_form_says (opened, QMS_FORM_KIND_REGISTER, "Status: Handling stopped");
  assert_form_says (opened, QMS_FORM_KIND_CONTROL, "Applicant → Cán bộ tiếp nhận (Trung tâm)");
  qms_case_free (opened);
}
END_TEST

START_TEST (a_form_that_nothing_called_for_is_refused)
{
  QmsCase *opened = start (FULL, "2026-03-02 09:00");
  QmsError *error = NULL;
  char *text = NULL;

  QmsStatus status = qms_case_form (opened, QMS_FORM_KIND_STOP, "json", QMS_LANG_VI, &text, NULL, &error);
  assert_error (status, error, QMS_ERROR_NOT_FOUND, "QMS-VV-115");
  ck_assert_int_eq (qms_case_form (opened, QMS_FORM_KIND_RESULT, "json", 0, &text, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_case_form (opened, QMS_FORM_KIND_CONTROL, "pdf", 0, &text, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_case_form (NULL, QMS_FORM_KIND_CONTROL, "text", 0, &text, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (text);
  qms_case_free (opened);
}
END_TEST

/* ---- codes */

START_TEST (codes_are_built_and_taken_apart)
{
  static const struct {
    const char *agency, *code;
    int32_t year, month, day;
    int64_t serial;
  } codes[] = {
    { "000.00.12.H54", "000.00.12.H54-230315-0007", 2023, 3, 15, 7 },
    { "H55.242", "H55.242-250801-0001", 2025, 8, 1, 1 },
    { "G22", "G22-240229-12345", 2024, 2, 29, 12345 },
  };
  char *code = NULL, *agency = NULL;
  int32_t year, month, day;
  int64_t serial;

  OK (qms_case_code_build (codes[_i].agency, codes[_i].year, codes[_i].month, codes[_i].day, codes[_i].serial, &code,
                           &problem));
  ck_assert_str_eq (code, codes[_i].code);
  OK (qms_case_code_parse (code, &agency, &year, &month, &day, &serial, &problem));
  ck_assert_str_eq (agency, codes[_i].agency);
  ck_assert_int_eq (year, codes[_i].year);
  ck_assert_int_eq (month, codes[_i].month);
  ck_assert_int_eq (day, codes[_i].day);
  ck_assert_int_eq (serial, codes[_i].serial);
  OK (qms_case_code_parse (code, NULL, NULL, NULL, NULL, NULL, &problem));
  qms_free (code);
  qms_free (agency);
}
END_TEST

START_TEST (what_is_no_code_is_refused)
{
  static const char *const codes[] = {
    "",
    "H54",
    "H54-230315",
    "H54-230315-1",
    "H54-23031-0001",
    "H54-2303155-0001",
    "h54-230315-0001",
    "H54.-230315-0001",
    "H54.1-230315-0001",
    "H54..12-230315-0001",
    "H541-230315-0001",
    "000.00.12.H5-230315-0001",
    "00.00.12.H54-230315-0001",
    "H54-230315-0001 ",
    "H54-230230-0001",
    "H54-231301-0001",
    "H54-230315-0000000000000000001",
    "-230315-0001",
    "Đ54-230315-0001",
  };

  ck_assert_int_eq (qms_case_code_parse (codes[_i], NULL, NULL, NULL, NULL, NULL, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_case_code_parse (NULL, NULL, NULL, NULL, NULL, NULL, NULL), QMS_ERROR_VALUE);
}
END_TEST

START_TEST (no_code_is_built_of_what_does_not_exist)
{
  char *code = NULL;

  ck_assert_int_eq (qms_case_code_build ("H5", 2026, 3, 2, 1, &code, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_case_code_build (NULL, 2026, 3, 2, 1, &code, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_case_code_build ("H54", 2026, 2, 29, 1, &code, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_case_code_build ("H54", 1999, 3, 2, 1, &code, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_case_code_build ("H54", 2026, 3, 2, 0, &code, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_case_code_build ("H54", 2026, 3, 2, 1, NULL, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_ptr_null (code);
}
END_TEST

Suite *case_suite (void);

#define LOOP(test, table) tcase_add_loop_test (tests, test, 0, G_N_ELEMENTS (table))

Suite *
case_suite (void)
{
  Suite *suite = suite_create ("case");
  TCase *tests = tcase_create ("case");

  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, a_case_keeps_its_procedure_and_what_that_refers_to);
  tcase_add_test (tests, steps_follow_each_other_to_the_result);
  tcase_add_test (tests, the_log_says_what_each_step_took);
  tcase_add_test (tests, the_day_that_it_is_due_on_is_on_time_until_the_moment_is_over);
  tcase_add_loop_test (tests, the_limit_is_that_of_scenario_and_channel, 0, 3);
  tcase_add_test (tests, an_administrative_procedure_gives_code_name_and_the_limit_of_its_channel);
  tcase_add_test (tests, the_papers_are_those_that_are_asked_for_in_the_scenario);
  tcase_add_test (tests, a_same_day_case_is_due_the_next_day_if_it_comes_late);
  tcase_add_test (tests, a_case_without_a_limit_is_never_late);
  tcase_add_test (tests, a_supplement_outside_the_procedure_stops_all_clocks);
  tcase_add_test (tests, by_the_other_rule_the_due_time_moves_by_the_time_stopped);
  tcase_add_test (tests, a_payment_moves_the_due_time);
  tcase_add_test (tests, waits_of_the_procedure_are_used_where_it_has_them);
  tcase_add_test (tests, nothing_is_done_while_the_applicant_is_awaited);
  tcase_add_test (tests, nothing_more_is_asked_for_while_the_applicant_is_awaited);
  tcase_add_test (tests, a_meeting_step_opens_when_all_branches_have_come);
  tcase_add_test (tests, a_refusal_in_one_branch_ends_the_whole);
  tcase_add_test (tests, what_comes_next_is_told_before_it_happens);
  tcase_add_loop_test (tests, a_case_ends_as_it_was_ended, 0, 3);
  tcase_add_test (tests, nothing_happens_after_the_end);
  tcase_add_test (tests, another_agency_and_another_date_move_no_step);
  tcase_add_loop_test (tests, an_open_case_is_in_time_due_soon_or_overdue, 0, 4);
  tcase_add_test (tests, of_a_step_that_is_not_open_nothing_is_told);
  tcase_add_loop_test (tests, a_call_that_cannot_be_says_why, 0, 5);
  tcase_add_test (tests, a_case_does_not_go_on_to_a_step_that_is_not_there);
  tcase_add_test (tests, of_several_open_steps_one_is_to_be_named);
  tcase_add_test (tests, words_that_a_file_cannot_hold_change_nothing);
  tcase_add_test (tests, a_case_needs_receipt_steps_scenario_and_procedure);
  tcase_add_test (tests, of_scenarios_that_differ_one_is_to_be_named);
  tcase_add_test (tests, null_is_answered);
  LOOP (a_damaged_file_is_refused, damages);
  tcase_add_loop_test (tests, a_case_without_procedure_or_log_is_refused, 0, 3);
  tcase_add_test (tests, a_case_file_makes_nobody_read_files);
  tcase_add_test (tests, a_case_goes_on_with_the_calendar_that_it_began_with);
  tcase_add_test (tests, a_file_of_a_scenario_that_is_not_there_is_refused);
  tcase_add_test (tests, comments_in_a_case_stay);
  tcase_add_test (tests, a_long_log_of_loops_is_played);
  tcase_add_loop_test (tests, random_walks_keep_what_must_hold, 0, SEEDS);
  tcase_add_loop_test (tests, a_form_has_the_number_of_its_day, 0, 5);
  tcase_add_test (tests, forms_tell_what_called_for_them);
  tcase_add_test (tests, a_form_that_nothing_called_for_is_refused);
  tcase_add_loop_test (tests, codes_are_built_and_taken_apart, 0, 3);
  tcase_add_loop_test (tests, what_is_no_code_is_refused, 0, 19);
  tcase_add_test (tests, no_code_is_built_of_what_does_not_exist);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Kinds of value: what each accepts, its canonical text, order, and the typed getters and setters. */
#include "core/kind.h"
#include "support.h"

#include <string.h>

Suite *kind_suite (void);

/* ---- text in, canonical text out */

typedef struct {
  uint32_t field;
  const char *text;
  const char *canonical; /* NULL: refused */
} Value;

static const Value values[] = {
  /* identifiers and references: an NCName */
  { QMS_UNIT_ID, " VP_1.a-b\n", "VP_1.a-b" },
  { QMS_UNIT_ID, "Đơn_vị", "Đơn_vị" },
  { QMS_UNIT_ID, "", NULL },
  { QMS_UNIT_ID, "1A", NULL },
  { QMS_UNIT_ID, "-A", NULL },
  { QMS_UNIT_ID, "A B", NULL },
  { QMS_UNIT_ID, "A:B", NULL },
  { QMS_UNIT_ID, "A/B", NULL },
  { QMS_UNIT_ID, "\xF0\x9F\x98\x80", NULL },
  { QMS_UNIT_ID, "A\xC3\x97", NULL },
  { QMS_UNIT_ID, "A\xE2\x80\xA8", NULL },
  { QMS_UNIT_ID, "e\xCC\x82", "e\xCC\x82" },
  { QMS_UNIT_ID,
    "\xCC\x82"
    "e",
    NULL },
  { QMS_UNIT_PARENT, "VP", "VP" },
  { QMS_UNIT_PARENT, "#VP", NULL },
  /* strings: one line */
  { QMS_AGENCY_NAME, " \t UBND \r\n xã  Ô ", "UBND xã Ô" },
  { QMS_AGENCY_NAME, "", "" },
  { QMS_AGENCY_NAME, "a\x01", NULL },
  { QMS_AGENCY_NAME, "a\xC3", NULL },
  { QMS_AGENCY_NAME, "\xC2\xA0", "\xC2\xA0" },
  { QMS_SYSTEM_FRAMEWORK, " bkhcn  101 ", "bkhcn 101" },
  /* texts keep their lines */
  { QMS_SCOPE_STATEMENT, "\n một\r\n\n  hai\t", "một\r\n\n  hai" },
  { QMS_SCOPE_STATEMENT, " ", "" },
  /* truth values */
  { QMS_POSITION_HEAD, " true ", "true" },
  { QMS_POSITION_HEAD, "false", "false" },
  { QMS_POSITION_HEAD, "True", NULL },
  { QMS_POSITION_HEAD, "1", NULL },
  { QMS_POSITION_HEAD, "", NULL },
  /* whole numbers; the range is a matter of rules */
  { QMS_OBJECTIVE_YEAR, "2026", "2026" },
  { QMS_OBJECTIVE_YEAR, "-0", "0" },
  { QMS_OBJECTIVE_YEAR, "007", "7" },
  { QMS_OBJECTIVE_YEAR, "-999999999999999999", "-999999999999999999" },
  { QMS_OBJECTIVE_YEAR, "1000000000000000000", NULL },
  { QMS_OBJECTIVE_YEAR, "99999999999999999999999999", NULL },
  { QMS_OBJECTIVE_YEAR, "+1", NULL },
  { QMS_OBJECTIVE_YEAR, "-", NULL },
  { QMS_OBJECTIVE_YEAR, "1.0", NULL },
  { QMS_OBJECTIVE_YEAR, "0x10", NULL },
  { QMS_OBJECTIVE_YEAR, "1 000", NULL },
  { QMS_FEE_AMOUNT, "999999999999999999", "999999999999999999" },
  { QMS_FEE_AMOUNT, "8.000", NULL },
  /* decimals are exact and without trailing zeros */
  { QMS_OBJECTIVE_TARGET, "98.50", "98.5" },
  { QMS_OBJECTIVE_TARGET, "100", "100" },
  { QMS_OBJECTIVE_TARGET, "1200.00", "1200" },
  { QMS_OBJECTIVE_TARGET, "0.0", "0" },
  { QMS_OBJECTIVE_TARGET, "-0.0", "0" },
  { QMS_OBJECTIVE_TARGET, "-0.05", "-0.05" },
  { QMS_OBJECTIVE_TARGET, "0.0000000000000001", "0.0000000000000001" },
  { QMS_OBJECTIVE_TARGET, "99999999999999999", "99999999999999999" },
  { QMS_OBJECTIVE_TARGET, "999999999999999999", NULL },
  { QMS_OBJECTIVE_TARGET, "-9.9999999999999999", "-9.9999999999999999" },
  { QMS_OBJECTIVE_TARGET, ".5", NULL },
  { QMS_OBJECTIVE_TARGET, "5.", NULL },
  { QMS_OBJECTIVE_TARGET, "-.5", NULL },
  { QMS_OBJECTIVE_TARGET, "1.2.3", NULL },
  { QMS_OBJECTIVE_TARGET, "98,5", NULL },
  { QMS_OBJECTIVE_TARGET, "1e3", NULL },
  { QMS_OBJECTIVE_TARGET, "--1", NULL },
  { QMS_OBJECTIVE_TARGET, "", NULL },
  /* dates that exist */
  { QMS_SCOPE_DATE, "2024-02-29", "2024-02-29" },
  { QMS_SCOPE_DATE, "2000-02-29", "2000-02-29" },
  { QMS_SCOPE_DATE, "1900-02-29", NULL },
  { QMS_SCOPE_DATE, "2025-02-29", NULL },
  { QMS_SCOPE_DATE, "0001-01-01", "0001-01-01" },
  { QMS_SCOPE_DATE, "9999-12-31", "9999-12-31" },
  { QMS_SCOPE_DATE, "0000-01-01", NULL },
  { QMS_SCOPE_DATE, "2025-13-01", NULL },
  { QMS_SCOPE_DATE, "2025-00-01", NULL },
  { QMS_SCOPE_DATE, "2025-04-31", NULL },
  { QMS_SCOPE_DATE, "2025-04-00", NULL },
  { QMS_SCOPE_DATE, "01/07/2025", NULL },
  { QMS_SCOPE_DATE, "2025-7-1", NULL },
  { QMS_SCOPE_DATE, "2025-07-01Z", NULL },
  /* durations: an amount and its unit */
  { QMS_RECORD_RETENTION, "0.50  ngayLamViec", "0.5 ngayLamViec" },
  { QMS_RECORD_RETENTION, "5\tnam", "5 nam" },
  { QMS_RECORD_RETENTION, "0 gio", "0 gio" },
  { QMS_RECORD_RETENTION, "123456789.012345 thang", "123456789.012345 thang" },
  { QMS_RECORD_RETENTION, "1234567890.012345 thang", NULL },
  { QMS_RECORD_RETENTION, "5", NULL },
  { QMS_RECORD_RETENTION, "nam", NULL },
  { QMS_RECORD_RETENTION, "5nam", NULL },
  { QMS_RECORD_RETENTION, "5 na", NULL },
  { QMS_RECORD_RETENTION, "5 năm", NULL },
  { QMS_RECORD_RETENTION, "-5 nam", NULL },
  { QMS_RECORD_RETENTION, "5 nam 3 thang", NULL },
  { QMS_RECORD_RETENTION, "", NULL },
  /* enumerations, as files write them */
  { QMS_AGENCY_TYPE, " ubndCapXa ", "ubndCapXa" },
  { QMS_AGENCY_TYPE, "commune", NULL },
  { QMS_AGENCY_TYPE, "ubndCapXaa", NULL },
  { QMS_AGENCY_TYPE, "ubndCap", NULL },
  { QMS_AGENCY_TYPE, "", NULL },
};

static QmsValueStatus
parse (const QmsField *field, const char *text, QmsArena *arena, QmsSlot *slot)
{
  return qms_field_parse (field, text, strlen (text), arena, slot);
}

START_TEST (each_kind_accepts_its_form_and_writes_it_canonically)
{
  const Value *value = &values[_i];
  const QmsField *field = qms_field_by_id (value->field);
  g_autoptr (GString) out = g_string_new (NULL);
  QmsArena *arena = qms_arena_new ();
  QmsSlot slot, again;

  ck_assert_msg ((parse (field, value->text, arena, &slot) == QMS_VALUE_OK) == (value->canonical != NULL), "«%s»",
                 value->text);
  if (value->canonical) {
    qms_kinds[field->kind].format (field, slot, out);
    ck_assert_str_eq (out->str, value->canonical);
    ck_assert_int_eq (parse (field, out->str, arena, &again), QMS_VALUE_OK);
    ck_assert (qms_kinds[field->kind].equal (slot, again));
  }
  qms_arena_free (arena);
}
END_TEST

/* ---- times; no field of the model has one yet, so the kind itself is asked */

static const struct {
  const char *text, *canonical;
  int64_t seconds;
  int offset;
} times[] = {
  { "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", 0, 0 },
  { "1970-01-01T07:00:00+07:00", "1970-01-01T07:00:00+07:00", 0, 420 },
  { " 2026-01-31T08:00:00+07:00\n", "2026-01-31T08:00:00+07:00", 1769821200, 420 },
  { "1969-12-31T23:59:59-00:00", "1969-12-31T23:59:59Z", -1, 0 },
  { "1969-12-31T09:59:59-14:00", "1969-12-31T09:59:59-14:00", -1, -840 },
  { "0001-01-02T00:00:00Z", "0001-01-02T00:00:00Z", -62135510400, 0 },
  { "9999-12-30T23:59:59Z", "9999-12-30T23:59:59Z", 253402214399, 0 },
  { "0001-01-01T00:00:00Z", NULL, 0, 0 },
  { "2026-02-30T08:00:00Z", NULL, 0, 0 },
  { "2026-01-31T24:00:00Z", NULL, 0, 0 },
  { "2026-01-31T23:60:00Z", NULL, 0, 0 },
  { "2026-01-31T23:59:60Z", NULL, 0, 0 },
  { "2026-01-31T08:00:00+14:01", NULL, 0, 0 },
  { "2026-01-31T08:00:00+07:60", NULL, 0, 0 },
  { "2026-01-31T08:00:00", NULL, 0, 0 },
  { "2026-01-31 08:00:00Z", NULL, 0, 0 },
  { "2026-01-31T08:00:00.5Z", NULL, 0, 0 },
  { "2026-01-31T08:00Z", NULL, 0, 0 },
  { "", NULL, 0, 0 },
};

START_TEST (a_time_keeps_its_instant_and_the_offset_that_it_was_written_with)
{
  const QmsKindInfo *kind = &qms_kinds[QMS_KIND_DATETIME];
  g_autoptr (GString) out = g_string_new (NULL);
  QmsSlot slot;
  int64_t seconds;
  int offset;

  ck_assert_int_eq (kind->parse (NULL, times[_i].text, strlen (times[_i].text), NULL, &slot) == QMS_VALUE_OK,
                    times[_i].canonical != NULL);
  if (!times[_i].canonical)
    return;
  qms_datetime_unpack (slot, &seconds, &offset);
  ck_assert_int_eq (seconds, times[_i].seconds);
  ck_assert_int_eq (offset, times[_i].offset);
  kind->format (NULL, slot, out);
  ck_assert_str_eq (out->str, times[_i].canonical);
}
END_TEST

START_TEST (times_are_ordered_by_their_instant)
{
  QmsSlot here = qms_datetime_pack (1000, 420), there = qms_datetime_pack (1000, -600),
          later = qms_datetime_pack (1001, 0);
  const QmsKindInfo *kind = &qms_kinds[QMS_KIND_DATETIME];

  ck_assert_int_eq (kind->compare (here, there), 0);
  ck_assert (!kind->equal (here, there));
  ck_assert_int_lt (kind->compare (there, later), 0);
}
END_TEST

START_TEST (every_day_of_the_calendar_packs_and_unpacks)
{
  GDate date;
  int64_t days = qms_date_pack (1, 1, 1).integer;

  g_date_clear (&date, 1);
  for (g_date_set_dmy (&date, 1, 1, 1); g_date_get_year (&date) < 9999; g_date_add_days (&date, 1), days++) {
    int year, month, day;
    qms_date_unpack ((QmsSlot){ .integer = days }, &year, &month, &day);
    if (year != g_date_get_year (&date) || month != (int)g_date_get_month (&date) || day != g_date_get_day (&date))
      ck_abort_msg ("%d-%d-%d", year, month, day);
    if (qms_date_pack (year, month, day).integer != days)
      ck_abort_msg ("%d-%d-%d", year, month, day);
  }
}
END_TEST

/* ---- order of decimals and durations */

static const struct {
  QmsDecimal left, right;
  int order;
} decimals[] = {
  { { 1, 0 }, { 10, 1 }, 0 },
  { { 5, 1 }, { 49, 2 }, 1 },
  { { -5, 1 }, { -49, 2 }, -1 },
  { { 0, 0 }, { 0, 17 }, 0 },
  { { 99999999999999999, 0 }, { 1, 17 }, 1 },
  { { -99999999999999999, 0 }, { 99999999999999999, 17 }, -1 },
  { { 99999999999999999, 17 }, { 1, 0 }, -1 },
};

START_TEST (decimals_of_different_scale_compare_exactly)
{
  ck_assert_int_eq (qms_decimal_compare (decimals[_i].left, decimals[_i].right), decimals[_i].order);
  ck_assert_int_eq (qms_decimal_compare (decimals[_i].right, decimals[_i].left), -decimals[_i].order);
}
END_TEST

START_TEST (durations_of_different_units_are_never_converted)
{
  QmsSlot hours = qms_duration_pack ((QmsDuration){ { 240, 1 }, QMS_DURATION_UNIT_HOUR });
  QmsSlot same = qms_duration_pack ((QmsDuration){ { 24, 0 }, QMS_DURATION_UNIT_HOUR });
  QmsSlot day = qms_duration_pack ((QmsDuration){ { 1, 0 }, QMS_DURATION_UNIT_DAY });
  const QmsKindInfo *kind = &qms_kinds[QMS_KIND_DURATION];

  ck_assert (kind->equal (hours, same));
  ck_assert_int_eq (kind->compare (hours, same), 0);
  ck_assert (!kind->equal (hours, day));
  ck_assert_int_ne (kind->compare (hours, day), 0);
}
END_TEST

/* ---- typed getters and setters */

typedef struct {
  QmsDocument *document;
  QmsNode *objective, *record, *scope, *fee, *position;
} Nodes;

static Nodes nodes;

static void
make_nodes (void)
{
  QmsNode *root, *procedure, *channel, *time;

  nodes.document = qms_document_new (QMS_TYPE_SYSTEM);
  root = qms_document_root (nodes.document);
  nodes.objective = qms_node_add (root, QMS_SYSTEM_OBJECTIVES, 0, NULL);
  nodes.record = qms_node_add (root, QMS_SYSTEM_RECORDS, 0, NULL);
  nodes.scope = qms_node_add (root, QMS_SYSTEM_SCOPE, 0, NULL);
  nodes.position = qms_node_add (qms_node_add (root, QMS_SYSTEM_AGENCY, 0, NULL), QMS_AGENCY_POSITIONS, 0, NULL);
  procedure = qms_node_add (root, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, 0, NULL);
  channel = qms_node_add (procedure, QMS_ADMINISTRATIVE_PROCEDURE_CHANNELS, 0, NULL);
  time = qms_node_add (channel, QMS_CHANNEL_TIMES, 0, NULL);
  nodes.fee = qms_node_add (time, QMS_CHANNEL_TIME_FEES, 0, NULL);
}

static void
drop_nodes (void)
{
  qms_document_unref (nodes.document);
}

START_TEST (numbers_at_the_edge_of_their_range_are_kept_and_beyond_it_refused)
{
  static const int64_t kept[] = { 0, -1, INT64_C (999999999999999999), INT64_C (-999999999999999999) };
  static const int64_t refused[] = { INT64_C (1000000000000000000), INT64_C (-1000000000000000000), INT64_MAX,
                                     INT64_MIN };

  for (size_t i = 0; i < G_N_ELEMENTS (kept); i++) {
    ck_assert_int_eq (qms_node_set_int (nodes.fee, QMS_FEE_AMOUNT, kept[i], NULL), QMS_OK);
    ck_assert_int_eq (qms_node_get_int (nodes.fee, QMS_FEE_AMOUNT), kept[i]);
  }
  for (size_t i = 0; i < G_N_ELEMENTS (refused); i++) {
    QmsError *error = NULL;
    QmsStatus status = qms_node_set_int (nodes.fee, QMS_FEE_AMOUNT, refused[i], &error);
    assert_error (status, error, QMS_ERROR_VALUE, "QMS-CT-003");
    ck_assert_int_eq (qms_node_get_int (nodes.fee, QMS_FEE_AMOUNT), kept[3]);
  }
}
END_TEST

START_TEST (truth_values_and_enumerations_refuse_other_numbers)
{
  ck_assert_int_eq (qms_node_set_int (nodes.position, QMS_POSITION_HEAD, 1, NULL), QMS_OK);
  ck_assert_int_eq (qms_node_set_int (nodes.position, QMS_POSITION_HEAD, 2, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_node_get_int (nodes.position, QMS_POSITION_HEAD), 1);
  ck_assert_int_eq (qms_node_set_int (nodes.objective, QMS_OBJECTIVE_RESULT, QMS_OBJECTIVE_RESULT_MET, NULL), QMS_OK);
  ck_assert_int_eq (qms_node_set_int (nodes.objective, QMS_OBJECTIVE_RESULT, 0, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_node_set_int (nodes.objective, QMS_OBJECTIVE_RESULT, INT64_C (0x100000001), NULL),
                    QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_node_get_int (nodes.objective, QMS_OBJECTIVE_RESULT), QMS_OBJECTIVE_RESULT_MET);
}
END_TEST

START_TEST (a_decimal_is_stored_without_trailing_zeros)
{
  int64_t mantissa = 0;
  int32_t scale = -1;

  ck_assert_int_eq (qms_node_get_decimal (nodes.objective, QMS_OBJECTIVE_TARGET, &mantissa, &scale),
                    QMS_ERROR_NOT_FOUND);
  ck_assert_int_eq (qms_node_set_decimal (nodes.objective, QMS_OBJECTIVE_TARGET, -9850, 2, NULL), QMS_OK);
  ck_assert_int_eq (qms_node_get_decimal (nodes.objective, QMS_OBJECTIVE_TARGET, &mantissa, &scale), QMS_OK);
  ck_assert_int_eq (mantissa, -985);
  ck_assert_int_eq (scale, 1);
  ck_assert_int_eq (qms_node_get_decimal (nodes.objective, QMS_OBJECTIVE_TARGET, NULL, NULL), QMS_OK);
}
END_TEST

START_TEST (decimals_and_durations_beyond_their_digits_are_refused)
{
  static const struct {
    int64_t mantissa;
    int32_t scale;
  } refused[] = {
    { 1, -1 },        { 1, 18 },        { INT64_C (100000000000000000), 0 }, { INT64_C (-100000000000000000), 0 },
    { INT64_MIN, 0 }, { INT64_MAX, 17 }
  };

  for (size_t i = 0; i < G_N_ELEMENTS (refused); i++) {
    int64_t mantissa = refused[i].mantissa;
    int32_t scale = refused[i].scale;
    ck_assert_int_eq (qms_node_set_decimal (nodes.objective, QMS_OBJECTIVE_TARGET, mantissa, scale, NULL),
                      QMS_ERROR_VALUE);
    ck_assert_int_eq (
        qms_node_set_duration (nodes.record, QMS_RECORD_RETENTION, mantissa, scale, QMS_DURATION_UNIT_DAY, NULL),
        QMS_ERROR_VALUE);
  }
  ck_assert_int_eq (qms_node_has (nodes.objective, QMS_OBJECTIVE_TARGET), 0);
  ck_assert_int_eq (qms_node_has (nodes.record, QMS_RECORD_RETENTION), 0);
}
END_TEST

START_TEST (a_duration_has_an_amount_that_is_not_negative_and_a_known_unit)
{
  int64_t mantissa;
  int32_t scale, unit;

  ck_assert_int_eq (
      qms_node_set_duration (nodes.record, QMS_RECORD_RETENTION, 50, 2, QMS_DURATION_UNIT_WORKING_DAY, NULL), QMS_OK);
  ck_assert_int_eq (qms_node_set_duration (nodes.record, QMS_RECORD_RETENTION, -1, 0, QMS_DURATION_UNIT_DAY, NULL),
                    QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_node_set_duration (nodes.record, QMS_RECORD_RETENTION, 1, 0, 7, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_node_set_duration (nodes.record, QMS_RECORD_RETENTION, 1, 0, 0, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_node_get_duration (nodes.record, QMS_RECORD_RETENTION, &mantissa, &scale, &unit), QMS_OK);
  ck_assert_int_eq (mantissa, 5);
  ck_assert_int_eq (scale, 1);
  ck_assert_int_eq (unit, QMS_DURATION_UNIT_WORKING_DAY);
}
END_TEST

START_TEST (a_date_that_does_not_exist_is_refused_and_the_old_one_stays)
{
  int32_t year, month, day;

  ck_assert_int_eq (qms_node_set_date (nodes.scope, QMS_SCOPE_DATE, 2024, 2, 29, NULL), QMS_OK);
  ck_assert_int_eq (qms_node_set_date (nodes.scope, QMS_SCOPE_DATE, 2025, 2, 29, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_node_set_date (nodes.scope, QMS_SCOPE_DATE, 10000, 1, 1, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_node_set_date (nodes.scope, QMS_SCOPE_DATE, 2025, INT32_MIN, INT32_MAX, NULL), QMS_ERROR_VALUE);
  ck_assert_int_eq (qms_node_get_date (nodes.scope, QMS_SCOPE_DATE, &year, &month, &day), QMS_OK);
  ck_assert_int_eq (year, 2024);
  ck_assert_int_eq (month, 2);
  ck_assert_int_eq (day, 29);
}
END_TEST

START_TEST (a_setter_of_another_kind_is_refused)
{
  QmsError *error = NULL;
  QmsStatus status = qms_node_set_int (nodes.scope, QMS_SCOPE_DATE, 1, &error);

  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-AP-003");
  ck_assert_int_eq (qms_node_set_int (nodes.scope, QMS_SCOPE_STATEMENT, 1, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_set_decimal (nodes.scope, QMS_SCOPE_DATE, 1, 0, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_set_duration (nodes.scope, QMS_SCOPE_DATE, 1, 0, 1, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_set_date (nodes.scope, QMS_SCOPE_STATEMENT, 2025, 1, 1, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_set_datetime (nodes.scope, QMS_SCOPE_DATE, 0, 0, NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_set_string (nodes.scope, QMS_SCOPE_DATE, "2025-01-01", NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_set_text (nodes.scope, QMS_SCOPE_EXCLUSIONS, "x", NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_set_text (nodes.scope, QMS_SCOPE_FIELDS_COVERED, "x", NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_insert_text (nodes.scope, QMS_SCOPE_STATEMENT, 0, "x", NULL), QMS_ERROR_ARGUMENT);
  ck_assert_int_eq (qms_node_set_text (nodes.scope, QMS_SCOPE_DATE, NULL, NULL), QMS_ERROR_ARGUMENT);
}
END_TEST

START_TEST (a_getter_of_another_kind_gives_nothing)
{
  int64_t number;
  int32_t year;

  qms_node_set_date (nodes.scope, QMS_SCOPE_DATE, 2025, 1, 1, NULL);
  ck_assert_ptr_null (qms_node_get_string (nodes.scope, QMS_SCOPE_DATE));
  ck_assert_int_eq (qms_node_get_int (nodes.scope, QMS_SCOPE_DATE), 0);
  ck_assert_ptr_null (qms_node_get_node (nodes.scope, QMS_SCOPE_DATE));
  ck_assert_int_eq (qms_node_get_decimal (nodes.scope, QMS_SCOPE_DATE, &number, NULL), QMS_ERROR_NOT_FOUND);
  ck_assert_int_eq (qms_node_get_datetime (nodes.scope, QMS_SCOPE_DATE, &number, NULL), QMS_ERROR_NOT_FOUND);
  ck_assert_int_eq (qms_node_get_date (nodes.scope, QMS_SCOPE_STATEMENT, &year, NULL, NULL), QMS_ERROR_NOT_FOUND);
  ck_assert_ptr_null (qms_node_get_text (nodes.scope, QMS_SCOPE_EXCLUSIONS, 0));
  ck_assert_ptr_null (qms_node_get_text (nodes.scope, QMS_SCOPE_DATE, 1));
}
END_TEST

START_TEST (a_refused_value_is_explained_with_what_was_expected)
{
  QmsError *error = NULL;

  ck_assert_int_eq (qms_node_set_text (nodes.objective, QMS_OBJECTIVE_RESULT, "Đạt", &error), QMS_ERROR_VALUE);
  ck_assert_str_eq (qms_error_message (error, QMS_LANG_VI),
                    "«ketQua» có giá trị «Đạt», cần một trong: dat, khongDat, chuaDenHan");
  ck_assert_str_eq (qms_error_message (error, QMS_LANG_EN),
                    "«ketQua» has the value «Đạt», expected one of: dat, khongDat, chuaDenHan");
  ck_assert_str_eq (qms_error_path (error), "/heThong/mucTieu[1]");
  qms_error_free (error);
}
END_TEST

static TCase *
typed_cases (void)
{
  TCase *cases = tcase_create ("typed");

  tcase_add_checked_fixture (cases, make_nodes, drop_nodes);
  tcase_add_test (cases, numbers_at_the_edge_of_their_range_are_kept_and_beyond_it_refused);
  tcase_add_test (cases, truth_values_and_enumerations_refuse_other_numbers);
  tcase_add_test (cases, a_decimal_is_stored_without_trailing_zeros);
  tcase_add_test (cases, decimals_and_durations_beyond_their_digits_are_refused);
  tcase_add_test (cases, a_duration_has_an_amount_that_is_not_negative_and_a_known_unit);
  tcase_add_test (cases, a_date_that_does_not_exist_is_refused_and_the_old_one_stays);
  tcase_add_test (cases, a_setter_of_another_kind_is_refused);
  tcase_add_test (cases, a_getter_of_another_kind_gives_nothing);
  tcase_add_test (cases, a_refused_value_is_explained_with_what_was_expected);
  return cases;
}

Suite *
kind_suite (void)
{
  Suite *suite = suite_create ("kind");
  TCase *cases = tcase_create ("kind");

  tcase_set_timeout (cases, 60);
  tcase_add_loop_test (cases, each_kind_accepts_its_form_and_writes_it_canonically, 0, G_N_ELEMENTS (values));
  tcase_add_loop_test (cases, a_time_keeps_its_instant_and_the_offset_that_it_was_written_with, 0,
                       G_N_ELEMENTS (times));
  tcase_add_test (cases, times_are_ordered_by_their_instant);
  tcase_add_test (cases, every_day_of_the_calendar_packs_and_unpacks);
  tcase_add_loop_test (cases, decimals_of_different_scale_compare_exactly, 0, G_N_ELEMENTS (decimals));
  tcase_add_test (cases, durations_of_different_units_are_never_converted);
  suite_add_tcase (suite, cases);
  suite_add_tcase (suite, typed_cases ());
  return suite;
}

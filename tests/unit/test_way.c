/* SPDX-License-Identifier: Apache-2.0 */
/* Ways through workflows and their times: by hand, against limits, and against trying out every way. */
#include "random_workflow.h"
#include "support.h"

Suite *way_suite (void);

#define NONE QMS_WORKFLOW_NONE
#define DAY (480 * INT64_C (1000000)) /* a working day in millionths of a minute */

enum { SEEDS = 1000, MOST_WAYS = 3000 };

static QmsWorkflow *
compile (QmsDocument *document, const char *id)
{
  QmsWorkflow *workflow = NULL;

  ck_assert_int_eq (qms_workflow_new (qms_document_find (document, id), &workflow, NULL), QMS_OK);
  return workflow;
}

/* The procedure with this inside. */
static QmsWorkflow *
compile_text (const char *inside)
{
  g_autofree char *text = g_strdup_printf (
      SYSTEM ("<coQuan><ten>Xã</ten><vaiTro id='A'><ten>A</ten></vaiTro><vaiTro id='B'><ten>B</ten></vaiTro>"
              "<vaiTro id='N' loai='nguoiNop'><ten>N</ten></vaiTro></coQuan>"
              "<quyTrinh id='Q'><ten>Q</ten>%s</quyTrinh>"),
      inside);
  QmsDocument *document = read_text (text);
  QmsWorkflow *workflow = compile (document, "Q");

  qms_document_unref (document);
  return workflow;
}

#define STEP(id, days, inside) "<buoc id='" id "'><thoiGian giaTri='" days " ngayLamViec'/>" inside "</buoc>"

/* A decision, then two branches of 3 and of 1 + 1 days. */
static const char branched[] =
    STEP ("B1", "1",
          "<ketCuc ma='hoi' den='B5'><nhanh den='B2'/><nhanh den='B3'/></ketCuc><ketCuc ma='tuChoi' loai='tuChoi'/>")
        STEP ("B2", "3", "<ketCuc ma='x' den='B5'/>") STEP ("B3", "1", "") STEP ("B4", "1", "<ketCuc ma='x' den='B5'/>")
            STEP ("B5", "2", "<ketCuc ma='lai' loai='traLai' den='B1'/><ketCuc ma='xong'/>") STEP ("B6", "1", "");

/* ---- by hand */

static char *
steps_of (const QmsWorkflow *workflow, const QmsWay *way)
{
  GString *steps = g_string_new (NULL);

  for (size_t i = 0; i < qms_way_steps (way); i++)
    g_string_append_printf (steps, "%s%s", i > 0 ? " " : "", qms_workflow_step_id (workflow, qms_way_step (way, i)));
  return g_string_free (steps, FALSE);
}

START_TEST (the_longest_way_follows_the_longest_branch_and_no_loop)
{
  QmsWorkflow *workflow = compile_text (branched);
  QmsWay *way = qms_way_new (workflow, NONE, NONE, QMS_WORKFLOW_LONGEST);
  g_autofree char *steps = steps_of (workflow, way);

  ck_assert_str_eq (steps, "B1 B2 B5 B6");
  ck_assert_int_eq (qms_way_time (way, QMS_WORKFLOW_WORKING), 7 * DAY);
  ck_assert_int_eq (qms_way_time (way, QMS_WORKFLOW_CALENDAR), 0);
  ck_assert_uint_eq (qms_way_outcome (way, 2), 1);
  ck_assert_uint_eq (qms_way_step (way, 4), NONE);
  qms_way_free (way);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (the_shortest_way_is_the_refusal_at_once)
{
  QmsWorkflow *workflow = compile_text (branched);
  QmsWay *way = qms_way_new (workflow, NONE, NONE, QMS_WORKFLOW_SHORTEST);

  ck_assert_uint_eq (qms_way_steps (way), 1);
  ck_assert_int_eq (qms_way_time (way, QMS_WORKFLOW_WORKING), DAY);
  ck_assert_uint_eq (qms_way_outcome (way, 0), 1);
  qms_way_free (way);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (paths_walk_branches_one_after_the_other_and_count_the_longest)
{
  QmsWorkflow *workflow = compile_text (branched);
  QmsPaths *paths = qms_paths_new (workflow, NONE, 10);

  ck_assert_uint_eq (qms_paths_count (paths), 2);
  ck_assert_int_eq (qms_paths_complete (paths), 1);
  ck_assert_uint_eq (qms_paths_steps (paths, 0), 6);
  ck_assert_uint_eq (qms_paths_step (paths, 0, 3), 3);
  ck_assert_uint_eq (qms_paths_branch (paths, 0, 0), 0);
  ck_assert_uint_eq (qms_paths_branch (paths, 0, 1), 1);
  ck_assert_uint_eq (qms_paths_branch (paths, 0, 3), 2);
  ck_assert_uint_eq (qms_paths_branch (paths, 0, 4), 0);
  ck_assert_uint_eq (qms_paths_outcome (paths, 0, 4), 1);
  ck_assert_int_eq (qms_paths_time (paths, 0, QMS_WORKFLOW_WORKING), 7 * DAY);
  ck_assert_int_eq (qms_paths_time (paths, 1, QMS_WORKFLOW_WORKING), DAY);
  qms_paths_free (paths);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (a_bound_cuts_the_paths_off_and_says_so)
{
  QmsWorkflow *workflow = compile_text (branched);
  QmsPaths *one = qms_paths_new (workflow, NONE, 1), *two = qms_paths_new (workflow, NONE, 2);

  ck_assert_uint_eq (qms_paths_count (one), 1);
  ck_assert_int_eq (qms_paths_complete (one), 0);
  ck_assert_int_eq (qms_paths_complete (two), 1);
  qms_paths_free (one);
  qms_paths_free (two);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (more_ways_than_can_be_counted_end_at_the_bound)
{
  GString *steps = g_string_new (NULL);

  for (int i = 0; i < 60; i++)
    g_string_append_printf (steps,
                            STEP ("D%d", "1", "<ketCuc ma='a'/><ketCuc ma='b' den='D%d'/>") STEP ("D%d", "1", ""),
                            2 * i, 2 * i + 2, 2 * i + 1);
  g_string_append (steps, STEP ("D120", "1", ""));
  QmsWorkflow *workflow = compile_text (steps->str);
  QmsPaths *paths = qms_paths_new (workflow, NONE, SIZE_MAX);

  ck_assert_int_eq (qms_paths_complete (paths), 0);
  ck_assert_uint_gt (qms_paths_count (paths), 1000);
  qms_paths_free (paths);
  qms_workflow_unref (workflow);
  g_string_free (steps, TRUE);
}
END_TEST

START_TEST (a_way_tells_who_has_the_dossier_for_how_long)
{
  QmsWorkflow *workflow = compile_text ("<buoc vaiTro='A'><thoiGian giaTri='1 ngayLamViec'/></buoc><buoc "
                                        "vaiTro='N'><thoiGian giaTri='9 ngayLamViec'/></buoc>"
                                        "<buoc vaiTro='A'><thoiGian giaTri='4 gioLamViec'/></buoc><buoc "
                                        "vaiTro='B'><thoiGian giaTri='2 ngay'/></buoc><buoc/>");
  QmsWay *way = qms_way_new (workflow, NONE, NONE, QMS_WORKFLOW_LONGEST);

  ck_assert_uint_eq (qms_way_hand_overs (way), 2);
  ck_assert_int_eq (qms_way_is_hand_over (way, 2), 0);
  ck_assert_int_eq (qms_way_is_hand_over (way, 3), 1);
  ck_assert_uint_eq (qms_way_roles (way), 3);
  ck_assert_str_eq (qms_way_role (way, 0), "A");
  ck_assert_int_eq (qms_way_role_time (way, 0, QMS_WORKFLOW_WORKING), DAY * 3 / 2);
  ck_assert_int_eq (qms_way_role_time (way, 1, QMS_WORKFLOW_CALENDAR), INT64_C (2880000000));
  ck_assert_ptr_null (qms_way_role (way, 2));
  qms_way_free (way);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (where_nothing_ends_there_is_no_way)
{
  QmsWorkflow *workflow =
      compile_text ("<thoiHan giaTri='1 ngayLamViec'/>" STEP ("B1", "1", "<ketCuc ma='x' den='B1'/>"));
  QmsTiming *timing = qms_timing_new (workflow);
  QmsPaths *paths = qms_paths_new (workflow, NONE, 5);

  ck_assert_ptr_null (qms_way_new (workflow, NONE, NONE, QMS_WORKFLOW_LONGEST));
  ck_assert_ptr_null (qms_way_new (workflow, NONE, NONE, 7));
  ck_assert_int_eq (qms_timing_verdict (timing, 0), QMS_TIMING_NO_WAY);
  ck_assert_uint_eq (qms_paths_count (paths), 0);
  qms_paths_free (paths);
  qms_timing_free (timing);
  qms_workflow_unref (workflow);
}
END_TEST

/* Of S2 and S3 the second leads back where ways of all scenarios are tried; T2 has no other way on. */
START_TEST (what_closes_a_loop_in_one_scenario_is_the_way_in_another)
{
  static const size_t ways[][3] = { { 0, 1, 2 }, { 0, 2, 1 } };
  QmsWorkflow *workflow = compile_text (
      "<truongHop id='T1'>Một</truongHop><truongHop id='T2'>Hai</truongHop>" STEP (
          "S1", "1", "<ketCuc ma='b' truongHop='T1' den='S2'/><ketCuc ma='c' truongHop='T2' den='S3'/>")
          STEP ("S2", "2", "<ketCuc ma='c' truongHop='T1' den='S3'/><ketCuc ma='x' truongHop='T2' loai='hoanThanh'/>")
              STEP ("S3", "4",
                    "<ketCuc ma='x' truongHop='T1' loai='hoanThanh'/><ketCuc ma='b' truongHop='T2' den='S2'/>"));
  QmsTiming *timing = qms_timing_new (workflow);

  ck_assert_int_eq (qms_workflow_outcome_is_back (workflow, 2, 1), 1);
  for (size_t i = 0; i < G_N_ELEMENTS (ways); i++) {
    QmsWay *way = qms_way_new (workflow, i, NONE, QMS_WORKFLOW_LONGEST);
    QmsPaths *paths = qms_paths_new (workflow, i, 5);
    ck_assert_uint_eq (qms_way_steps (way), 3);
    for (size_t j = 0; j < 3; j++)
      ck_assert_uint_eq (qms_way_step (way, j), ways[i][j]);
    ck_assert_uint_eq (qms_paths_count (paths), 1);
    ck_assert_int_eq (qms_timing_verdict (timing, i), QMS_TIMING_NO_LIMIT);
    qms_paths_free (paths);
    qms_way_free (way);
  }
  qms_timing_free (timing);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (a_procedure_of_very_many_steps_is_no_trouble)
{
  GString *steps = g_string_new ("<thoiHan giaTri='1 ngayLamViec'/>");
  QmsWorkflow *workflow;
  QmsWay *way;

  for (int i = 0; i < 50000; i++)
    g_string_append (steps, "<buoc><thoiGian giaTri='999999 ngay'/></buoc>");
  workflow = compile_text (steps->str);
  way = qms_way_new (workflow, NONE, NONE, QMS_WORKFLOW_LONGEST);
  ck_assert_uint_eq (qms_way_steps (way), 50000);
  ck_assert_int_eq (qms_way_time (way, QMS_WORKFLOW_CALENDAR), INT64_MAX);
  qms_way_free (way);
  qms_workflow_unref (workflow);
  g_string_free (steps, TRUE);
}
END_TEST

/* ---- limits */

static const struct {
  const char *limit, *steps;
  int32_t verdict;
  int64_t slack; /* in hundredths of a day; 1: not found */
} judged[] = {
  { "giaTri='3 ngayLamViec'", STEP ("A1", "1", "") STEP ("A2", "2", ""), QMS_TIMING_EQUAL, 0 },
  { "giaTri='4 ngayLamViec'", STEP ("A1", "1", "") STEP ("A2", "2.75", ""), QMS_TIMING_UNDER, 25 },
  { "giaTri='2 ngayLamViec'", STEP ("A1", "1", "") STEP ("A2", "2", ""), QMS_TIMING_OVER, -100 },
  { "giaTri='24 gioLamViec'", STEP ("A1", "1", "") STEP ("A2", "2", ""), QMS_TIMING_EQUAL, 0 },
  { "giaTri='3 ngay'", STEP ("A1", "1", ""), QMS_TIMING_INCOMPARABLE, 1 },
  { "giaTri='3 ngayLamViec'", STEP ("A1", "1", "") "<buoc/>", QMS_TIMING_INCOMPLETE, 200 },
  { "giaTri='3 ngayLamViec'", STEP ("A1", "4", "") "<buoc/>", QMS_TIMING_OVER, -100 },
  { "giaTri='3 ngayLamViec'", "", QMS_TIMING_INCOMPLETE, 300 },
  { "kenh='trucTuyen'", STEP ("A1", "1", ""), QMS_TIMING_NO_LIMIT, 1 },
  { "giaTri='2000000 ngay'", "<buoc><thoiGian giaTri='1 ngay'/></buoc>", QMS_TIMING_INCOMPARABLE, 1 },
};

START_TEST (the_longest_way_is_judged_exactly)
{
  g_autofree char *inside = g_strdup_printf ("<thoiHan %s/>%s", judged[_i].limit, judged[_i].steps);
  QmsWorkflow *workflow = compile_text (inside);
  QmsTiming *timing = qms_timing_new (workflow);
  int64_t slack = 0;
  QmsStatus status = qms_timing_slack (timing, 0, &slack, NULL);

  ck_assert_uint_eq (qms_timing_rows (timing), 1);
  ck_assert_int_eq (qms_timing_verdict (timing, 0), judged[_i].verdict);
  ck_assert_int_eq (status, judged[_i].slack == 1 ? QMS_ERROR_NOT_FOUND : QMS_OK);
  if (status == QMS_OK)
    ck_assert_int_eq (slack, judged[_i].slack * DAY / 100);
  qms_timing_free (timing);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (the_most_fitting_limit_counts_for_a_scenario_and_channel)
{
  static const struct {
    size_t scenario;
    int32_t channel;
    int64_t limit;
  } rows[] = { { 0, 0, 5 }, { 0, QMS_CHANNEL_KIND_ONLINE, 4 }, { 1, 0, 9 }, { 1, QMS_CHANNEL_KIND_ONLINE, 9 } };
  QmsWorkflow *workflow = compile_text (
      "<truongHop id='T1'>Một</truongHop><truongHop id='T2'>Hai</truongHop><thoiHan giaTri='5 ngayLamViec'/>"
      "<thoiHan kenh='trucTuyen' giaTri='4 ngayLamViec'/><thoiHan truongHop='T2' giaTri='9 ngayLamViec'/>" STEP (
          "A1", "1", ""));
  QmsTiming *timing = qms_timing_new (workflow);

  ck_assert_uint_eq (qms_timing_rows (timing), G_N_ELEMENTS (rows));
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++) {
    int64_t limit;
    ck_assert_int_eq (qms_timing_limit (timing, i, &limit, NULL, NULL), QMS_OK);
    ck_assert_int_eq (limit, rows[i].limit);
    ck_assert_uint_eq (qms_timing_scenario (timing, i), rows[i].scenario);
    ck_assert_int_eq (qms_timing_channel (timing, i), rows[i].channel);
    ck_assert_uint_eq (qms_timing_phase (timing, i), NONE);
  }
  qms_timing_free (timing);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (a_phase_off_the_clock_counts_for_itself_only)
{
  QmsWorkflow *workflow =
      compile_text ("<giaiDoan id='G1'>Một</giaiDoan><giaiDoan id='G2' khongTinhGio='true'>Hai</giaiDoan>"
                    "<thoiHan giaTri='1 ngayLamViec'/><thoiHan giaiDoan='G2' giaTri='2 ngayLamViec'/>"
                    "<buoc giaiDoan='G1'><thoiGian giaTri='1 ngayLamViec'/></buoc><buoc giaiDoan='G2'><thoiGian "
                    "giaTri='3 ngayLamViec'/></buoc>");
  QmsTiming *timing = qms_timing_new (workflow);

  ck_assert_uint_eq (qms_timing_rows (timing), 3);
  ck_assert_int_eq (qms_timing_complete (timing), 1);
  ck_assert_int_eq (qms_timing_verdict (timing, 0), QMS_TIMING_EQUAL);
  ck_assert_int_eq (qms_timing_verdict (timing, 1), QMS_TIMING_NO_LIMIT);
  ck_assert_int_eq (qms_timing_verdict (timing, 2), QMS_TIMING_OVER);
  ck_assert_int_eq (qms_timing_time (timing, 2, QMS_WORKFLOW_LONGEST, QMS_WORKFLOW_WORKING), 3 * DAY);
  ck_assert_int_eq (qms_timing_time (timing, 2, QMS_WORKFLOW_SHORTEST, QMS_WORKFLOW_WORKING), 3 * DAY);
  ck_assert_uint_eq (qms_timing_missing (timing, 0), 0);
  qms_timing_free (timing);
  qms_workflow_unref (workflow);
}
END_TEST

static const struct {
  const char *limit, *law;
  int64_t hundredths; /* NO_REDUCTION: not found */
} reductions[] = {
  { "12 ngayLamViec", "15 ngayLamViec", 2000 },
  { "10 ngayLamViec", "15 ngayLamViec", 3333 },
  { "5 ngayLamViec", "15 ngayLamViec", 6667 },
  { "15 ngayLamViec", "15 ngayLamViec", 0 },
  { "18 ngayLamViec", "15 ngayLamViec", -2000 },
  { "7.99 ngayLamViec", "8 ngayLamViec", 13 },
  { "4 gioLamViec", "1 ngayLamViec", 5000 },
  { "5 ngay", "10 ngayLamViec", INT64_MAX },
  { "5 ngay", "0 ngay", INT64_MAX },
  { "1 ngay", "999999 ngay", 10000 },
};

START_TEST (a_reduction_is_rounded_to_hundredths_of_a_percent)
{
  g_autofree char *inside = g_strdup_printf ("<thoiHan giaTri='%s' theoQuyDinh='%s'/>" STEP ("A1", "1", ""),
                                             reductions[_i].limit, reductions[_i].law);
  QmsWorkflow *workflow = compile_text (inside);
  QmsTiming *timing = qms_timing_new (workflow);
  int64_t found = INT64_MAX, mantissa;

  qms_timing_reduction (timing, 0, &found);
  ck_assert_int_eq (found, reductions[_i].hundredths);
  ck_assert_int_eq (qms_timing_statutory (timing, 0, &mantissa, NULL, NULL), QMS_OK);
  qms_timing_free (timing);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (absurdly_many_scenarios_and_phases_are_left_out_and_said_to_be)
{
  GString *inside = g_string_new (NULL);
  QmsWorkflow *workflow;
  QmsTiming *timing;

  for (int i = 0; i < 2000; i++)
    g_string_append_printf (inside, "<truongHop id='T%d'>T</truongHop><giaiDoan id='G%d'>G</giaiDoan><buoc/>", i, i);
  workflow = compile_text (inside->str);
  timing = qms_timing_new (workflow);
  ck_assert_int_eq (qms_timing_complete (timing), 0);
  ck_assert_uint_gt (qms_timing_rows (timing), 500);
  qms_timing_free (timing);
  qms_workflow_unref (workflow);
  g_string_free (inside, TRUE);
}
END_TEST

/* ---- written */

START_TEST (workflows_are_written_as_text_and_json)
{
  QmsDocument *document = random_workflow (3);
  const QmsNode *procedure = qms_document_find (document, RANDOM_WORKFLOW_PROCEDURE);
  QmsError *error = NULL;
  char *text = NULL;
  size_t size = 0;

  ck_assert_int_eq (qms_workflow_write (&procedure, 1, "text", QMS_LANG_EN, 3, &text, &size, NULL), QMS_OK);
  ck_assert_uint_eq (strlen (text), size);
  ck_assert_ptr_nonnull (strstr (text, "Longest way"));
  qms_free (text);
  ck_assert_int_eq (qms_workflow_write (&procedure, 1, "json", QMS_LANG_VI, 3, &text, NULL, NULL), QMS_OK);
  ck_assert_ptr_nonnull (strstr (text, "\"timing\""));
  qms_free (text);
  ck_assert_int_eq (qms_workflow_write (&procedure, 1, "yaml", QMS_LANG_VI, 3, &text, NULL, &error),
                    QMS_ERROR_NOT_FOUND);
  qms_error_free (error);
  ck_assert_int_eq (qms_workflow_write (NULL, 1, "json", QMS_LANG_VI, 3, &text, NULL, NULL), QMS_ERROR_ARGUMENT);
  qms_document_unref (document);
}
END_TEST

START_TEST (times_in_several_units_are_judged_each_by_itself)
{
  QmsWorkflow *workflow =
      compile_text ("<thoiHan giaTri='20 ngay'/><buoc id='B1'><ketCuc ma='a' den='B2'/><ketCuc ma='b' den='B3'/></buoc>"
                    "<buoc id='B2'><thoiGian giaTri='1 ngayLamViec'/><ketCuc ma='x' loai='hoanThanh'/></buoc>"
                    "<buoc id='B3'><thoiGian giaTri='60 ngay'/></buoc>");
  QmsTiming *timing = qms_timing_new (workflow);
  int64_t slack = 0, day = INT64_C (24) * 60 * 1000000;

  ck_assert_int_eq (qms_timing_time (timing, 0, QMS_WORKFLOW_LONGEST, QMS_WORKFLOW_CALENDAR), 60 * day);
  ck_assert_int_eq (qms_timing_time (timing, 0, QMS_WORKFLOW_LONGEST, QMS_WORKFLOW_WORKING), DAY);
  ck_assert_int_eq (qms_timing_time (timing, 0, QMS_WORKFLOW_SHORTEST, QMS_WORKFLOW_CALENDAR), 0);
  ck_assert_int_eq (qms_timing_time (timing, 0, QMS_WORKFLOW_SHORTEST, QMS_WORKFLOW_WORKING), 0);
  ck_assert_int_eq (qms_timing_verdict (timing, 0), QMS_TIMING_OVER);
  ck_assert_int_eq (qms_timing_slack (timing, 0, &slack, NULL), QMS_OK);
  ck_assert_int_eq (slack, -40 * day);
  qms_timing_free (timing);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (nothing_has_no_ways)
{
  QmsWorkflow *workflow = compile_text ("<buoc id='B1'/>");

  ck_assert_ptr_null (qms_way_new (workflow, 0, NONE, QMS_WORKFLOW_LONGEST));
  ck_assert_ptr_null (qms_way_new (workflow, NONE, 0, QMS_WORKFLOW_LONGEST));
  ck_assert_ptr_null (qms_paths_new (workflow, 0, 1));
  qms_workflow_unref (workflow);
  ck_assert_ptr_null (qms_way_new (NULL, NONE, NONE, QMS_WORKFLOW_LONGEST));
  ck_assert_ptr_null (qms_paths_new (NULL, NONE, 1));
  ck_assert_ptr_null (qms_timing_new (NULL));
  ck_assert_uint_eq (qms_timing_rows (NULL), 0);
  ck_assert_uint_eq (qms_paths_steps (NULL, 0), 0);
  ck_assert_uint_eq (qms_way_roles (NULL), 0);
  qms_way_free (NULL);
  qms_paths_free (NULL);
  qms_timing_free (NULL);
}
END_TEST

/* ---- against trying everything */

typedef struct {
  const QmsWorkflow *workflow;
  size_t scenario;
  bool too_many;
} Trial;

static int64_t
time_of (const Trial *trial, size_t step)
{
  int64_t mantissa;
  int32_t scale, unit;

  if (!qms_workflow_step_counts (trial->workflow, step)
      || qms_workflow_step_duration (trial->workflow, step, trial->scenario, &mantissa, &scale, &unit) != QMS_OK)
    return 0;
  for (; scale < 2; scale++)
    mantissa *= 10;
  return mantissa * (unit == QMS_DURATION_UNIT_WORKING_HOUR ? DAY / 800 : DAY / 100);
}

static GArray *try_from (Trial *trial, size_t step, size_t until);

/* All sums of one time of each. */
static GArray *
combine (Trial *trial, GArray *first, GArray *second, bool at_once)
{
  GArray *both = g_array_new (FALSE, FALSE, sizeof (int64_t));

  trial->too_many = trial->too_many || first->len * second->len > MOST_WAYS;
  for (guint i = 0; i < first->len && !trial->too_many; i++)
    for (guint j = 0; j < second->len; j++) {
      int64_t a = g_array_index (first, int64_t, i), b = g_array_index (second, int64_t, j);
      int64_t time = at_once ? MAX (a, b) : a + b;
      g_array_append_val (both, time);
    }
  g_array_unref (first);
  g_array_unref (second);
  return both;
}

static GArray *
try_outcome (Trial *trial, size_t step, size_t outcome, size_t until)
{
  size_t target = qms_workflow_outcome_target (trial->workflow, step, outcome);
  size_t branches = qms_workflow_outcome_branches (trial->workflow, step, outcome);
  GArray *times = NULL;

  for (size_t i = 0; i < branches; i++) {
    GArray *branch = try_from (trial, qms_workflow_outcome_branch (trial->workflow, step, outcome, i), target);
    times = times ? combine (trial, times, branch, true) : branch;
  }
  GArray *rest = try_from (trial, target, until);
  return times ? combine (trial, times, rest, false) : rest;
}

/* Times of all ways from a step until another (NONE: an end); branches of random workflows do not end. */
static GArray *
try_from (Trial *trial, size_t step, size_t until)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (int64_t));
  int64_t own = step == until ? 0 : time_of (trial, step);

  if (step == until)
    return g_array_append_val (times, own);
  for (size_t i = 0; i < qms_workflow_outcomes (trial->workflow, step) && !trial->too_many; i++) {
    size_t scenario = qms_workflow_outcome_scenario (trial->workflow, step, i);
    if (qms_workflow_outcome_is_back (trial->workflow, step, i) || (scenario != NONE && scenario != trial->scenario))
      continue;
    GArray *rest = try_outcome (trial, step, i, until);
    for (guint j = 0; j < rest->len; j++) {
      int64_t time = g_array_index (rest, int64_t, j) + own;
      g_array_append_val (times, time);
    }
    trial->too_many = trial->too_many || times->len > MOST_WAYS;
    g_array_unref (rest);
  }
  return times;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;

  return (left > right) - (left < right);
}

static int64_t
extreme_time (const QmsWorkflow *workflow, size_t scenario, int32_t extreme)
{
  QmsWay *way = qms_way_new (workflow, scenario, NONE, extreme);
  int64_t time = qms_way_time (way, QMS_WORKFLOW_WORKING);

  ck_assert_ptr_nonnull (way);
  qms_way_free (way);
  return time;
}

/* False if there are too many ways to try. */
static bool
assert_like_trial (const QmsWorkflow *workflow, size_t scenario)
{
  Trial trial = { workflow, scenario, false };
  GArray *times = try_from (&trial, 0, NONE);

  if (!trial.too_many) {
    QmsPaths *paths = qms_paths_new (workflow, scenario, MOST_WAYS);
    GArray *found = g_array_new (FALSE, FALSE, sizeof (int64_t));

    ck_assert_int_eq (qms_paths_complete (paths), 1);
    ck_assert_uint_eq (qms_paths_count (paths), times->len);
    for (size_t i = 0; i < times->len; i++) {
      int64_t time = qms_paths_time (paths, i, QMS_WORKFLOW_WORKING);
      g_array_append_val (found, time);
    }
    g_array_sort (times, compare_times);
    g_array_sort (found, compare_times);
    ck_assert_mem_eq (times->data, found->data, times->len * sizeof (int64_t));
    ck_assert_int_eq (extreme_time (workflow, scenario, QMS_WORKFLOW_SHORTEST), g_array_index (times, int64_t, 0));
    ck_assert_int_eq (extreme_time (workflow, scenario, QMS_WORKFLOW_LONGEST),
                      g_array_index (times, int64_t, times->len - 1));
    g_array_unref (found);
    qms_paths_free (paths);
  }
  g_array_unref (times);
  return !trial.too_many;
}

START_TEST (ways_are_those_that_trying_everything_finds)
{
  int tried = 0;

  for (guint32 seed = 0; seed < (guint32)count_seeds (SEEDS); seed++) {
    QmsDocument *document = random_workflow (seed);
    QmsWorkflow *workflow = compile (document, RANDOM_WORKFLOW_PROCEDURE);

    tried += assert_like_trial (workflow, NONE);
    for (size_t i = 0; i < qms_workflow_scenarios (workflow); i++)
      tried += assert_like_trial (workflow, i);
    qms_workflow_unref (workflow);
    qms_document_unref (document);
  }
  ck_assert_int_gt (tried, count_seeds (SEEDS));
}
END_TEST

/* The longest way is one way: what its steps take adds up to what it takes. */
START_TEST (the_steps_of_the_longest_way_add_up_to_its_time)
{
  for (guint32 seed = 0; seed < (guint32)count_seeds (SEEDS); seed++) {
    QmsDocument *document = random_workflow (seed);
    QmsWorkflow *workflow = compile (document, RANDOM_WORKFLOW_PROCEDURE);
    QmsWay *way = qms_way_new (workflow, NONE, NONE, QMS_WORKFLOW_LONGEST);
    Trial trial = { workflow, NONE, false };
    int64_t steps = 0, roles = 0;

    for (size_t i = 0; i < qms_way_steps (way); i++)
      steps += time_of (&trial, qms_way_step (way, i));
    for (size_t i = 0; i < qms_way_roles (way); i++)
      roles += qms_way_role_time (way, i, QMS_WORKFLOW_WORKING);
    ck_assert_int_eq (steps, qms_way_time (way, QMS_WORKFLOW_WORKING));
    ck_assert_int_eq (roles, steps);
    qms_way_free (way);
    qms_workflow_unref (workflow);
    qms_document_unref (document);
  }
}
END_TEST

START_TEST (rules_find_no_fault_in_sound_workflows)
{
  QmsValidator *validator = qms_validator_new ();

  for (guint32 seed = 0; seed < (guint32)count_seeds (SEEDS); seed++) {
    QmsDocument *document = random_workflow (seed);
    QmsReport *report = NULL;

    ck_assert_int_eq (qms_validator_run (validator, document, &report, NULL), QMS_OK);
    for (size_t i = 0; i < qms_report_count (report); i++)
      ck_assert_msg (!g_str_has_prefix (qms_rule_id (qms_report_rule (report, i)), "QMS-LG-")
                         || qms_report_severity (report, i) == QMS_SEVERITY_INFO,
                     "seed %u: %s", seed, qms_report_message (report, i, QMS_LANG_EN));
    qms_report_free (report);
    qms_document_unref (document);
  }
  qms_validator_free (validator);
}
END_TEST

Suite *
way_suite (void)
{
  Suite *suite = suite_create ("way");
  TCase *hand = tcase_create ("by hand"), *limits = tcase_create ("limits"), *trial = tcase_create ("trial");

  tcase_add_test (hand, the_longest_way_follows_the_longest_branch_and_no_loop);
  tcase_add_test (hand, the_shortest_way_is_the_refusal_at_once);
  tcase_add_test (hand, paths_walk_branches_one_after_the_other_and_count_the_longest);
  tcase_add_test (hand, a_bound_cuts_the_paths_off_and_says_so);
  tcase_add_test (hand, more_ways_than_can_be_counted_end_at_the_bound);
  tcase_add_test (hand, a_way_tells_who_has_the_dossier_for_how_long);
  tcase_add_test (hand, where_nothing_ends_there_is_no_way);
  tcase_add_test (hand, what_closes_a_loop_in_one_scenario_is_the_way_in_another);
  tcase_add_test (hand, a_procedure_of_very_many_steps_is_no_trouble);
  tcase_add_test (hand, workflows_are_written_as_text_and_json);
  tcase_add_test (hand, times_in_several_units_are_judged_each_by_itself);
  tcase_add_test (hand, nothing_has_no_ways);
  tcase_add_loop_test (limits, the_longest_way_is_judged_exactly, 0, G_N_ELEMENTS (judged));
  tcase_add_test (limits, the_most_fitting_limit_counts_for_a_scenario_and_channel);
  tcase_add_test (limits, a_phase_off_the_clock_counts_for_itself_only);
  tcase_add_loop_test (limits, a_reduction_is_rounded_to_hundredths_of_a_percent, 0, G_N_ELEMENTS (reductions));
  tcase_add_test (limits, absurdly_many_scenarios_and_phases_are_left_out_and_said_to_be);
  tcase_add_test (trial, ways_are_those_that_trying_everything_finds);
  tcase_add_test (trial, the_steps_of_the_longest_way_add_up_to_its_time);
  tcase_add_test (trial, rules_find_no_fault_in_sound_workflows);
  tcase_set_timeout (trial, 120);
  suite_add_tcase (suite, hand);
  suite_add_tcase (suite, limits);
  suite_add_tcase (suite, trial);
  return suite;
}

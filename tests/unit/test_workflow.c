/* SPDX-License-Identifier: Apache-2.0 */
/* Compiled workflows: what a procedure says, defaults written out, loops found. */
#include "random_workflow.h"
#include "support.h"

Suite *workflow_suite (void);

#define NONE QMS_WORKFLOW_NONE

/* A procedure with everything that a workflow can have. */
static const char full[] = SYSTEM (
    "<coQuan><ten>Xã</ten><donVi id='DV'><ten>Văn phòng</ten></donVi>"
    "<vaiTro id='TN' donVi='DV'><ten>Công chức tiếp nhận</ten></vaiTro>"
    "<vaiTro id='ND' loai='nguoiNop'><ten>Người nộp hồ sơ</ten></vaiTro>"
    "<vaiTro id='CA' loai='coQuanKhac'><ten>Công an xã</ten></vaiTro></coQuan>"
    "<quyTrinh id='Q' loai='tthc'><ten>Quy trình</ten>"
    "<truongHop id='TH1'>Không xác minh</truongHop><truongHop id='TH2'>Có xác minh</truongHop>"
    "<giaiDoan id='GD1'>Tại xã</giaiDoan><giaiDoan id='GD2' coQuan='Sở Tư pháp' khongTinhGio='true'>Tại sở</giaiDoan>"
    "<buoc id='B1' so='1' loai='tiepNhan' vaiTro='TN' donVi='DV' giaiDoan='GD1'><ten>Tiếp nhận</ten>"
    "<thoiGian giaTri='0.5 ngayLamViec'/><thoiGian truongHop='TH2' giaTri='4 gioLamViec'/>"
    "<dauVao bieuMau='BM1'/><ketQua loai='tiepNhan'>Giấy hẹn</ketQua>"
    "<ketCuc ma='thieu' loai='boSung' den='CHO'><ten>Thiếu giấy tờ</ten></ketCuc>"
    "<ketCuc ma='du'/><ketCuc ma='tra' loai='tuChoi'/><ketCuc ma='xacMinh' truongHop='TH2' den='KT'>"
    "<nhanh den='X1'/><nhanh den='X2'/></ketCuc></buoc>"
    "<buoc vaiTro='TN'><ten>Xem xét</ten><ketCuc ma='xong' den='KT'/></buoc>"
    "<buoc id='X1' vaiTro='CA'><ketCuc ma='x' den='KT'/></buoc><buoc id='X2' giaiDoan='GD2'><ketCuc ma='x' "
    "den='KT'/></buoc>"
    "<buoc id='CHO' loai='choBoSung' vaiTro='ND'><ketCuc ma='nop' den='B1'/><ketCuc ma='quaHan' loai='dung'/></buoc>"
    "<buoc id='KT' loai='traKetQua'/><bieuMau id='BM1' loai='donToKhai'>Tờ khai</bieuMau></quyTrinh>");

static QmsWorkflow *
compile (QmsDocument *document)
{
  QmsWorkflow *workflow = NULL;

  ck_assert_int_eq (qms_workflow_new (qms_document_find (document, "Q"), &workflow, NULL), QMS_OK);
  return workflow;
}

/* Of a text; the document is gone when it returns. */
static QmsWorkflow *
compile_text (const char *text)
{
  QmsDocument *document = read_text (text);
  QmsWorkflow *workflow = compile (document);

  qms_document_unref (document);
  return workflow;
}

START_TEST (a_workflow_says_of_its_steps_what_the_procedure_says)
{
  QmsWorkflow *workflow = compile_text (full);

  ck_assert_uint_eq (qms_workflow_steps (workflow), 6);
  ck_assert_uint_eq (qms_workflow_find (workflow, "X2"), 3);
  ck_assert_str_eq (qms_workflow_step_id (workflow, 0), "B1");
  ck_assert_str_eq (qms_workflow_step_number (workflow, 0), "1");
  ck_assert_str_eq (qms_workflow_step_name (workflow, 0), "Tiếp nhận");
  ck_assert_str_eq (qms_workflow_step_role (workflow, 0), "TN");
  ck_assert_str_eq (qms_workflow_step_role_name (workflow, 0), "Công chức tiếp nhận");
  ck_assert_str_eq (qms_workflow_step_unit (workflow, 0), "DV");
  ck_assert_str_eq (qms_workflow_step_unit_name (workflow, 0), "Văn phòng");
  ck_assert_str_eq (qms_workflow_step_phase (workflow, 0), "GD1");
  ck_assert_int_eq (qms_workflow_step_kind (workflow, 0), QMS_STEP_KIND_RECEIPT);
  ck_assert_uint_eq (qms_workflow_step_forms (workflow, 0, 0), 1);
  ck_assert_str_eq (qms_workflow_step_form (workflow, 0, 0, 0), "Tờ khai");
  ck_assert_int_eq (qms_workflow_step_form_kind (workflow, 0, 0, 0), QMS_FORM_KIND_APPLICATION);
  ck_assert_str_eq (qms_workflow_step_form (workflow, 0, 1, 0), "Giấy hẹn");
  ck_assert_ptr_null (qms_workflow_step_form (workflow, 0, 1, 1));
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (scenarios_and_phases_are_found_by_identifier)
{
  QmsWorkflow *workflow = compile_text (full);

  ck_assert_uint_eq (qms_workflow_scenarios (workflow), 2);
  ck_assert_uint_eq (qms_workflow_find_scenario (workflow, "TH2"), 1);
  ck_assert_str_eq (qms_workflow_scenario_id (workflow, 1), "TH2");
  ck_assert_str_eq (qms_workflow_scenario_name (workflow, 1), "Có xác minh");
  ck_assert_uint_eq (qms_workflow_phases (workflow), 2);
  ck_assert_uint_eq (qms_workflow_find_phase (workflow, "GD2"), 1);
  ck_assert_str_eq (qms_workflow_phase_id (workflow, 0), "GD1");
  ck_assert_str_eq (qms_workflow_phase_name (workflow, 0), "Tại xã");
  ck_assert_ptr_null (qms_workflow_phase_agency (workflow, 0));
  ck_assert_str_eq (qms_workflow_phase_agency (workflow, 1), "Sở Tư pháp");
  ck_assert_int_eq (qms_workflow_phase_counts (workflow, 0), 1);
  ck_assert_int_eq (qms_workflow_phase_counts (workflow, 1), 0);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (a_step_takes_the_time_of_the_scenario_or_the_common_one)
{
  QmsWorkflow *workflow = compile_text (full);
  int64_t mantissa;
  int32_t scale, unit;

  ck_assert_int_eq (qms_workflow_step_duration (workflow, 0, 1, &mantissa, &scale, &unit), QMS_OK);
  ck_assert_int_eq (unit, QMS_DURATION_UNIT_WORKING_HOUR);
  ck_assert_int_eq (qms_workflow_step_duration (workflow, 0, 0, &mantissa, &scale, &unit), QMS_OK);
  ck_assert (mantissa == 5 && scale == 1 && unit == QMS_DURATION_UNIT_WORKING_DAY);
  ck_assert_int_eq (qms_workflow_step_duration (workflow, 0, NONE, NULL, NULL, &unit), QMS_OK);
  ck_assert_int_eq (unit, QMS_DURATION_UNIT_WORKING_DAY);
  ck_assert_int_eq (qms_workflow_step_duration (workflow, 5, NONE, &mantissa, &scale, &unit), QMS_ERROR_NOT_FOUND);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (applicants_waits_and_phases_off_the_clock_do_not_count)
{
  QmsWorkflow *workflow = compile_text (full);

  ck_assert_int_eq (qms_workflow_step_counts (workflow, 0), 1);
  ck_assert_int_eq (qms_workflow_step_counts (workflow, 3), 0);
  ck_assert_int_eq (qms_workflow_step_counts (workflow, 4), 0);
  ck_assert_int_eq (qms_workflow_step_counts (workflow, 5), 1);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (another_agency_does_the_steps_of_its_phase_and_of_its_role)
{
  QmsWorkflow *workflow = compile_text (full);

  ck_assert_ptr_null (qms_workflow_step_agency (workflow, 0));
  ck_assert_str_eq (qms_workflow_step_agency (workflow, 2), "Công an xã");
  ck_assert_str_eq (qms_workflow_step_agency (workflow, 3), "Sở Tư pháp");
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (outcomes_lead_to_their_target_the_following_step_or_the_end)
{
  QmsWorkflow *workflow = compile_text (full);

  ck_assert_uint_eq (qms_workflow_outcomes (workflow, 0), 4);
  ck_assert_uint_eq (qms_workflow_find_outcome (workflow, 0, "du"), 1);
  ck_assert_uint_eq (qms_workflow_find_outcome (workflow, 0, "khac"), NONE);
  ck_assert_str_eq (qms_workflow_outcome_code (workflow, 0, 0), "thieu");
  ck_assert_str_eq (qms_workflow_outcome_name (workflow, 0, 0), "Thiếu giấy tờ");
  ck_assert_int_eq (qms_workflow_outcome_kind (workflow, 0, 0), QMS_OUTCOME_KIND_SUPPLEMENT);
  ck_assert_int_eq (qms_workflow_outcome_kind (workflow, 0, 1), QMS_OUTCOME_KIND_PROCEED);
  ck_assert_uint_eq (qms_workflow_outcome_target (workflow, 0, 0), 4);
  ck_assert_uint_eq (qms_workflow_outcome_target (workflow, 0, 1), 1);
  ck_assert_uint_eq (qms_workflow_outcome_target (workflow, 0, 2), NONE);
  ck_assert_uint_eq (qms_workflow_outcome_scenario (workflow, 0, 1), NONE);
  ck_assert_uint_eq (qms_workflow_outcome_scenario (workflow, 0, 3), 1);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (branches_have_first_steps_and_a_step_where_they_meet)
{
  QmsWorkflow *workflow = compile_text (full);

  ck_assert_uint_eq (qms_workflow_outcome_branches (workflow, 0, 3), 2);
  ck_assert_uint_eq (qms_workflow_outcome_branch (workflow, 0, 3, 0), 2);
  ck_assert_uint_eq (qms_workflow_outcome_branch (workflow, 0, 3, 1), 3);
  ck_assert_uint_eq (qms_workflow_outcome_branch (workflow, 0, 3, 2), NONE);
  ck_assert_uint_eq (qms_workflow_outcome_target (workflow, 0, 3), 5);
  ck_assert_uint_eq (qms_workflow_outcome_branches (workflow, 0, 0), 0);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (an_outcome_that_returns_to_an_earlier_step_closes_a_loop)
{
  QmsWorkflow *workflow = compile_text (full);

  ck_assert_int_eq (qms_workflow_outcome_is_back (workflow, 4, 0), 1);
  ck_assert_int_eq (qms_workflow_outcome_is_back (workflow, 0, 0), 0);
  ck_assert_int_eq (qms_workflow_outcome_is_back (workflow, 1, 0), 0);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (a_step_without_outcomes_goes_on_to_the_next_and_the_last_one_ends)
{
  QmsWorkflow *workflow = compile_text (SYSTEM ("<quyTrinh id='Q'><ten>Q</ten><buoc/><buoc/></quyTrinh>"));

  ck_assert_uint_eq (qms_workflow_outcomes (workflow, 0), 1);
  ck_assert_str_eq (qms_workflow_outcome_code (workflow, 0, 0), "");
  ck_assert_uint_eq (qms_workflow_outcome_target (workflow, 0, 0), 1);
  ck_assert_uint_eq (qms_workflow_outcome_target (workflow, 1, 0), NONE);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (steps_without_an_identifier_get_one_that_no_other_has)
{
  QmsWorkflow *workflow =
      compile_text (SYSTEM ("<quyTrinh id='Q'><ten>Q</ten><buoc/><buoc id='B1'/><buoc id='B4'/><buoc/></quyTrinh>"));

  ck_assert_str_eq (qms_workflow_step_id (workflow, 0), "B1-2");
  ck_assert_str_eq (qms_workflow_step_id (workflow, 3), "B4-2");
  ck_assert_uint_eq (qms_workflow_find (workflow, "B1"), 1);
  ck_assert_uint_eq (qms_workflow_find (workflow, "B4-2"), 3);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (an_outcome_that_leads_to_no_step_is_lost_and_ends_nothing)
{
  QmsWorkflow *workflow = compile_text (
      SYSTEM ("<quyTrinh id='Q'><ten>Q</ten><buoc id='B1' giaiDoan='GD9'><ketCuc ma='a' den='B9' truongHop='TH9'/>"
              "<ketCuc ma='b' den='B2'><nhanh den='B8'/><nhanh den='B2'/></ketCuc><ketCuc ma='c'/></buoc>"
              "<buoc id='B2'/></quyTrinh>"));
  QmsTiming *timing = qms_timing_new (workflow);
  QmsPaths *paths = qms_paths_new (workflow, NONE, 9);

  ck_assert_str_eq (qms_workflow_outcome_lost (workflow, 0, 0), "B9");
  ck_assert_str_eq (qms_workflow_outcome_lost (workflow, 0, 1), "B8");
  ck_assert_ptr_null (qms_workflow_outcome_lost (workflow, 0, 2));
  ck_assert_ptr_null (qms_workflow_outcome_lost (workflow, 0, 3));
  ck_assert_uint_eq (qms_workflow_outcome_scenario (workflow, 0, 0), NONE);
  ck_assert_uint_eq (qms_paths_count (paths), 1);
  ck_assert_uint_eq (qms_paths_outcome (paths, 0, 0), 2);
  ck_assert_int_eq (qms_timing_verdict (timing, 0), QMS_TIMING_NO_LIMIT);
  qms_paths_free (paths);
  qms_timing_free (timing);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (a_limit_is_not_judged_while_an_outcome_is_lost)
{
  QmsWorkflow *workflow =
      compile_text (SYSTEM ("<quyTrinh id='Q'><ten>Q</ten><thoiHan giaTri='5 ngayLamViec'/><buoc id='B1'>"
                            "<thoiGian giaTri='1 ngayLamViec'/><ketCuc ma='a' den='B9'/></buoc></quyTrinh>"));
  QmsTiming *timing = qms_timing_new (workflow);

  ck_assert_int_eq (qms_timing_verdict (timing, 0), QMS_TIMING_INCOMPLETE);
  ck_assert_int_eq (qms_timing_slack (timing, 0, NULL, NULL), QMS_ERROR_NOT_FOUND);
  qms_timing_free (timing);
  qms_workflow_unref (workflow);
}
END_TEST

START_TEST (what_is_no_procedure_is_refused)
{
  QmsDocument *document = read_text (full);
  QmsWorkflow *workflow = NULL;
  QmsError *error = NULL;
  QmsStatus status = qms_workflow_new (qms_document_root (document), &workflow, &error);

  assert_error (status, error, QMS_ERROR_ARGUMENT, "QMS-AP-001");
  ck_assert_ptr_null (workflow);
  qms_document_unref (document);
}
END_TEST

START_TEST (questions_out_of_range_have_no_answer)
{
  QmsWorkflow *workflow = compile_text (full);

  ck_assert_ptr_eq (qms_workflow_ref (workflow), workflow);
  qms_workflow_unref (workflow);
  ck_assert_ptr_null (qms_workflow_step_id (workflow, 6));
  ck_assert_ptr_null (qms_workflow_step_name (workflow, NONE));
  ck_assert_uint_eq (qms_workflow_outcome_target (workflow, 9, 0), NONE);
  ck_assert_uint_eq (qms_workflow_outcomes (NULL, 0), 0);
  ck_assert_uint_eq (qms_workflow_find (NULL, "B1"), NONE);
  ck_assert_uint_eq (qms_workflow_find (workflow, NULL), NONE);
  qms_workflow_unref (workflow);
  qms_workflow_unref (NULL);
}
END_TEST

/* ---- random workflows */

enum { SEEDS = 300 };

START_TEST (random_workflows_are_read_back_as_written_and_are_the_same_for_a_seed)
{
  for (guint32 seed = 0; seed < (guint32)count_seeds (SEEDS); seed++) {
    QmsDocument *document = random_workflow (seed), *again = random_workflow (seed);

    assert_comes_back (document);
    ck_assert (qms_node_equal (qms_document_root (document), qms_document_root (again)));
    qms_document_unref (again);
    qms_document_unref (document);
  }
}
END_TEST

Suite *
workflow_suite (void)
{
  Suite *suite = suite_create ("workflow");
  TCase *graph = tcase_create ("graph");

  tcase_add_test (graph, a_workflow_says_of_its_steps_what_the_procedure_says);
  tcase_add_test (graph, scenarios_and_phases_are_found_by_identifier);
  tcase_add_test (graph, a_step_takes_the_time_of_the_scenario_or_the_common_one);
  tcase_add_test (graph, applicants_waits_and_phases_off_the_clock_do_not_count);
  tcase_add_test (graph, another_agency_does_the_steps_of_its_phase_and_of_its_role);
  tcase_add_test (graph, outcomes_lead_to_their_target_the_following_step_or_the_end);
  tcase_add_test (graph, branches_have_first_steps_and_a_step_where_they_meet);
  tcase_add_test (graph, an_outcome_that_returns_to_an_earlier_step_closes_a_loop);
  tcase_add_test (graph, a_step_without_outcomes_goes_on_to_the_next_and_the_last_one_ends);
  tcase_add_test (graph, steps_without_an_identifier_get_one_that_no_other_has);
  tcase_add_test (graph, an_outcome_that_leads_to_no_step_is_lost_and_ends_nothing);
  tcase_add_test (graph, a_limit_is_not_judged_while_an_outcome_is_lost);
  tcase_add_test (graph, what_is_no_procedure_is_refused);
  tcase_add_test (graph, questions_out_of_range_have_no_answer);
  tcase_add_test (graph, random_workflows_are_read_back_as_written_and_are_the_same_for_a_seed);
  tcase_set_timeout (graph, 120);
  suite_add_tcase (suite, graph);
  return suite;
}

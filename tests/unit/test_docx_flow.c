/* SPDX-License-Identifier: Apache-2.0 */
/* Phases, outcomes of steps and order of execution come back from the Word document of the shipped template. */
#include <qms.h>

#include <qms/docx.h>
#include <qms/template.h>

#include <check.h>
#include <string.h>

Suite *docx_flow_suite (void);

#define LINKED "QT 08/KT"

/* The procedure of that code. */
static QmsNode *
procedure_of (QmsDocument *document, const char *code)
{
  QmsNode *system = qms_document_root (document);

  for (size_t i = 0; i < qms_system_count_procedures (system); i++) {
    QmsNode *procedure = qms_system_get_procedures (system, i);
    if (strcmp (qms_procedure_get_code (procedure), code) == 0)
      return procedure;
  }
  ck_abort_msg ("there is no procedure %s", code);
  return NULL;
}

/* A new system with what is read back of a procedure of the example. */
static QmsDocument *
there_and_back (QmsNode **before, QmsDocument **example)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  QmsTemplate *template = NULL;
  size_t size;
  char *docx = NULL;
  const void *data = qms_template_data ("procedure", &size);

  ck_assert_int_eq (qms_document_load (QMS_SOURCE_DIR "/examples/xml/lien-thong.xml", example, NULL), QMS_OK);
  *before = procedure_of (*example, LINKED);
  ck_assert_int_eq (qms_template_read (data, size, NULL, &template, NULL), QMS_OK);
  ck_assert_int_eq (qms_template_fill (template, *before, NULL, &docx, &size, NULL), QMS_OK);
  ck_assert_int_eq (qms_docx_import (document, docx, size, NULL, 0, NULL, NULL, NULL), QMS_OK);
  qms_template_free (template);
  qms_free (docx);
  return document;
}

START_TEST (phases_come_back_with_their_steps_and_limits)
{
  QmsDocument *example = NULL;
  QmsNode *before, *after, *phase;
  QmsDocument *document = there_and_back (&before, &example);

  after = procedure_of (document, LINKED);
  ck_assert_uint_eq (qms_procedure_count_phases (after), 3);
  for (size_t i = 0; i < 3; i++)
    ck_assert_str_eq (qms_phase_get_name (qms_procedure_get_phases (after, i)),
                      qms_phase_get_name (qms_procedure_get_phases (before, i)));
  phase = qms_procedure_get_phases (after, 2);
  ck_assert_str_eq (qms_phase_get_agency (phase), "Thuế cơ sở");
  ck_assert_int_eq (qms_phase_get_off_clock (phase), 1);
  ck_assert_ptr_eq (qms_node_resolve (qms_procedure_get_steps (after, 7), QMS_STEP_PHASE), phase);
  ck_assert_uint_eq (qms_procedure_count_time_limits (after), qms_procedure_count_time_limits (before));
  qms_document_unref (example);
  qms_document_unref (document);
}
END_TEST

/* Number of the step that an outcome leads to; "" if to none. */
static const char *
target_of (const QmsNode *outcome)
{
  const QmsNode *step = qms_node_resolve (outcome, QMS_OUTCOME_TARGET);

  return step ? qms_step_get_number (step) : "";
}

static void
assert_same_outcomes (const QmsNode *before, const QmsNode *after)
{
  ck_assert_uint_eq (qms_step_count_outcomes (after), qms_step_count_outcomes (before));
  for (size_t i = 0; i < qms_step_count_outcomes (before); i++) {
    const QmsNode *left = qms_step_get_outcomes (before, i), *right = qms_step_get_outcomes (after, i);
    ck_assert_str_eq (qms_outcome_get_name (right), qms_outcome_get_name (left));
    ck_assert_int_eq (qms_outcome_get_kind (right), qms_outcome_get_kind (left));
    ck_assert_str_eq (target_of (right), target_of (left));
    ck_assert_uint_eq (qms_outcome_count_branches (right), qms_outcome_count_branches (left));
  }
}

START_TEST (outcomes_lead_where_they_led)
{
  QmsDocument *example = NULL;
  QmsNode *before, *after;
  QmsDocument *document = there_and_back (&before, &example);

  after = procedure_of (document, LINKED);
  ck_assert_uint_eq (qms_procedure_count_steps (after), qms_procedure_count_steps (before));
  for (size_t i = 0; i < qms_procedure_count_steps (before); i++)
    assert_same_outcomes (qms_procedure_get_steps (before, i), qms_procedure_get_steps (after, i));
  qms_document_unref (example);
  qms_document_unref (document);
}
END_TEST

START_TEST (the_order_of_execution_comes_back_and_nothing_is_left_over)
{
  QmsDocument *example = NULL;
  QmsNode *before;
  QmsDocument *document = there_and_back (&before, &example);
  QmsNode *tthc = qms_system_get_administrative_procedures (qms_document_root (document), 0);

  ck_assert_uint_eq (qms_administrative_procedure_count_sequences (tthc), 1);
  ck_assert_uint_eq (qms_sequence_count_steps (qms_administrative_procedure_get_sequences (tthc, 0)), 4);
  ck_assert_ptr_null (qms_procedure_get_content (procedure_of (document, LINKED)));
  qms_document_unref (example);
  qms_document_unref (document);
}
END_TEST

Suite *
docx_flow_suite (void)
{
  Suite *suite = suite_create ("docx_flow");
  TCase *cases = tcase_create ("flow");

  tcase_add_test (cases, phases_come_back_with_their_steps_and_limits);
  tcase_add_test (cases, outcomes_lead_where_they_led);
  tcase_add_test (cases, the_order_of_execution_comes_back_and_nothing_is_left_over);
  suite_add_tcase (suite, cases);
  return suite;
}

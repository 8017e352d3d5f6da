/* SPDX-License-Identifier: Apache-2.0 */
/* Layout of diagrams: nothing lies on anything else, whatever the procedure. */
#include "diagram_check.h"
#include "random_workflow.h"
#include "support.h"

Suite *layout_suite (void);

static QmsDiagram *
lay_out (QmsDocument *document, const char *id, QmsWorkflow **workflow)
{
  const QmsNode *procedure = qms_document_find (document, id);

  ck_assert_int_eq (qms_workflow_new (procedure, workflow, NULL), QMS_OK);
  QmsDiagram *diagram = qms_diagram_new (procedure, *workflow);
  qms_diagram_layout (diagram);
  return diagram;
}

START_TEST (nothing_lies_on_anything_in_a_random_diagram)
{
  guint32 first = 10 * (guint32)_i;

  for (guint32 seed = first; seed < first + 10; seed++) {
    QmsDocument *document = random_workflow (seed);
    QmsWorkflow *workflow = NULL;
    QmsDiagram *diagram = lay_out (document, RANDOM_WORKFLOW_PROCEDURE, &workflow);
    g_autofree char *fault = diagram_check (diagram);
    ck_assert_msg (!fault, "seed %u: %s", seed, fault);
    qms_diagram_free (diagram);
    qms_workflow_unref (workflow);
    qms_document_unref (document);
  }
}
END_TEST

Suite *
layout_suite (void)
{
  Suite *suite = suite_create ("layout");
  TCase *cases = tcase_create ("layout");

  tcase_add_loop_test (cases, nothing_lies_on_anything_in_a_random_diagram, 0, 100);
  suite_add_tcase (suite, cases);
  return suite;
}

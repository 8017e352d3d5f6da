/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as BPMN. What is imported can be saved, exported and imported again as the same procedure. */
#include "fuzz.h"

#include <string.h>

static void
export_again (const QmsNode *procedure)
{
  char *xml = NULL;
  size_t size = 0;
  QmsNode *back = NULL;
  MUST (qms_bpmn_export (procedure, QMS_BPMN_GENERIC, &xml, &size, NULL) == QMS_OK);
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  MUST (qms_bpmn_import (document, xml, size, NULL, &back, NULL, NULL) == QMS_OK);
  MUST (qms_node_equal (procedure, back));
  qms_document_unref (document);
  qms_free (xml);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  QmsNode *procedure = NULL;
  QmsReport *report = NULL;
  QmsError *error = NULL;
  if (qms_bpmn_import (document, data, size, "input", &procedure, &report, &error) == QMS_OK) {
    MUST (qms_node_has (procedure, QMS_PROCEDURE_STEPS));
    for (size_t i = 0; i < qms_report_count (report); i++)
      MUST (*qms_report_message (report, i, QMS_LANG_VI) != '\0');
    fuzz_round_trip (document, QMS_FORMAT_XML);
    export_again (procedure);
  } else {
    MUST (error != NULL && report == NULL && procedure == NULL);
    MUST (!qms_node_has (qms_document_root (document), QMS_SYSTEM_PROCEDURES));
  }
  qms_report_free (report);
  qms_error_free (error);
  qms_document_unref (document);
  return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as a record of the national portal. What is imported can be saved, exported and imported again. */
#include "fuzz.h"

static void
export_again (const QmsNode *procedure)
{
  char *json = NULL;
  size_t size = 0, count = 0;
  MUST (qms_portal_export (procedure, &json, &size, NULL) == QMS_OK);
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  MUST (qms_portal_import (document, json, size, NULL, &count, NULL) == QMS_OK && count == 1);
  qms_document_unref (document);
  qms_free (json);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM);
  QmsNode *system = qms_document_root (document);
  QmsError *error = NULL;
  if (qms_portal_import (document, data, size, "input", NULL, &error) == QMS_OK) {
    size_t count = qms_node_count (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES);
    fuzz_round_trip (document, QMS_FORMAT_XML);
    for (size_t i = 0; i < count; i++)
      export_again (qms_node_get_node_at (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES, i));
  } else {
    MUST (error != NULL);
    MUST (!qms_node_has (system, QMS_SYSTEM_ADMINISTRATIVE_PROCEDURES));
  }
  qms_error_free (error);
  qms_document_unref (document);
  return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as XML. What is read, strictly or leniently, can be validated, written and read again. */
#include "fuzz.h"

static void
validate (QmsDocument *document)
{
  QmsReport *report = NULL;
  MUST (qms_document_validate (document, &report, NULL) == QMS_OK);
  for (size_t i = 0; i < qms_report_count (report); i++)
    MUST (qms_report_message (report, i, QMS_LANG_VI) != NULL && qms_report_rule (report, i) != NULL);
  qms_report_free (report);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  QmsDocument *strict = fuzz_read (data, size, QMS_FORMAT_XML, 0);
  QmsDocument *lenient = fuzz_read (data, size, QMS_FORMAT_XML, 1);
  MUST (strict == NULL || lenient != NULL);
  if (lenient != NULL) {
    validate (lenient);
    fuzz_round_trip (lenient, QMS_FORMAT_XML);
  }
  if (strict != NULL) {
    fuzz_round_trip (strict, QMS_FORMAT_XML);
    fuzz_round_trip (strict, QMS_FORMAT_JSON);
  }
  qms_document_unref (strict);
  qms_document_unref (lenient);
  return 0;
}

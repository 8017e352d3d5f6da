/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as JSON. What is read can be written and read again, as JSON and as XML. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  QmsDocument *document = fuzz_read (data, size, QMS_FORMAT_JSON, 0);
  if (document == NULL)
    return 0;
  fuzz_round_trip (document, QMS_FORMAT_JSON);
  fuzz_round_trip (document, QMS_FORMAT_XML);
  qms_document_unref (document);
  return 0;
}

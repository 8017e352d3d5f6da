/* SPDX-License-Identifier: Apache-2.0 */
/* Reading and the round trip, for the fuzz targets. */
#include "fuzz.h"

#include <string.h>

QmsDocument *
fuzz_read (const void *data, size_t size, int32_t format, int32_t lenient)
{
  QmsReader *reader = qms_reader_new ();
  QmsDocument *document = NULL;
  QmsError *error = NULL;
  qms_reader_set_format (reader, format);
  qms_reader_set_lenient (reader, lenient);
  QmsStatus status = qms_reader_parse (reader, data, size, "input", &document, &error);
  MUST ((status == QMS_OK) == (document != NULL));
  MUST ((status == QMS_OK) == (error == NULL));
  MUST (status == qms_error_status (error) && status != QMS_ERROR_INTERNAL);
  MUST (error == NULL || qms_error_message (error, QMS_LANG_VI)[0] != '\0');
  qms_error_free (error);
  qms_reader_free (reader);
  return document;
}

void
fuzz_round_trip (QmsDocument *document, int32_t format)
{
  char *first = NULL, *second = NULL;
  size_t size = 0, again = 0;
  MUST (qms_document_write (document, format, &first, &size, NULL) == QMS_OK);
  QmsDocument *back = fuzz_read (first, size, format, 1);
  MUST (back != NULL);
  MUST (qms_node_equal (qms_document_root (document), qms_document_root (back)));
  MUST (qms_document_write (back, format, &second, &again, NULL) == QMS_OK);
  MUST (size == again && memcmp (first, second, size) == 0);
  qms_document_unref (back);
  qms_free (first);
  qms_free (second);
}

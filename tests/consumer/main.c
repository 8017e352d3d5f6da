/* SPDX-License-Identifier: Apache-2.0 */
/* A program outside the project: makes a system, writes it and reads it back. */
#include <qms.h>

#include <stdio.h>
#include <string.h>

static QmsStatus
write_and_read (QmsDocument *document, QmsDocument **back)
{
  char *text = NULL;
  size_t size = 0;
  QmsStatus status = qms_document_write (document, QMS_FORMAT_XML, &text, &size, NULL);
  if (status == QMS_OK)
    status = qms_document_parse (text, size, back, NULL);
  qms_free (text);
  return status;
}

int
main (void)
{
  QmsDocument *document = qms_document_new (QMS_TYPE_SYSTEM), *back = NULL;
  QmsNode *agency = qms_node_add (qms_document_root (document), QMS_SYSTEM_AGENCY, 0, NULL);
  QmsStatus status = qms_node_set_string (agency, QMS_AGENCY_NAME, "UBND xã Thới Hưng", NULL);
  if (status == QMS_OK)
    status = write_and_read (document, &back);
  int equal = status == QMS_OK && qms_node_equal (qms_document_root (document), qms_document_root (back));
  printf ("libqms %s: %s\n", qms_version (), equal ? "equal" : "not equal");
  qms_document_unref (back);
  qms_document_unref (document);
  return !equal;
}

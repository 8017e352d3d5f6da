/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: a letter for the table, then any bytes as a spreadsheet's CSV. What is imported can be saved, and comes back from
 * its own table without a change. */
#include "fuzz.h"

#include <string.h>

static const char start[] =
    "<heThong xmlns=\"urn:libqms:1\"><coQuan><vaiTro id=\"CM\"><ten>Công chức</ten></vaiTro></coQuan>"
    "<ruiRo id=\"R1\" khaNang=\"3\"><moTa>Quá hạn</moTa></ruiRo><hoSo ma=\"H1\"><ten>Sổ</ten></hoSo>"
    "<quyTrinh id=\"Q1\" ma=\"QT 01\"><ten>Q</ten><hoSo><ten>Đơn</ten></hoSo></quyTrinh>"
    "<thuTuc id=\"T1\" ma=\"1.000001\"><ten>Một</ten><linhVuc ma=\"G1\">Hộ tịch</linhVuc></thuTuc>"
    "</heThong>";

static void
import_again (QmsDocument *document, const char *table)
{
  char *csv = NULL, *again = NULL;
  size_t size = 0, added = 0, changed = 0;

  MUST (qms_csv_export (qms_document_root (document), table, &csv, &size, NULL) == QMS_OK);
  MUST (qms_csv_import (document, table, csv, size, NULL, &added, &changed, NULL) == QMS_OK);
  MUST (added + changed == 0);
  MUST (qms_csv_export (qms_document_root (document), table, &again, NULL, NULL) == QMS_OK);
  MUST (strcmp (csv, again) == 0);
  qms_free (csv);
  qms_free (again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const tables[] = { "tthc", "risks", "records" };
  const char *table = tables[size > 0 ? data[0] % 3 : 0];
  QmsDocument *document = fuzz_read (start, strlen (start), QMS_FORMAT_XML, 0);
  QmsNode *before = qms_node_copy (qms_document_root (document), document);
  QmsError *error = NULL;

  if (size > 0 && qms_csv_import (document, table, data + 1, size - 1, "input", NULL, NULL, &error) == QMS_OK) {
    import_again (document, table);
    fuzz_round_trip (document, QMS_FORMAT_XML);
  } else if (size > 0) {
    MUST (error != NULL);
    MUST (qms_node_equal (before, qms_document_root (document)));
  }
  qms_error_free (error);
  qms_document_unref (document);
  return 0;
}

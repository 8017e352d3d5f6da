/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: the first line as a path, the rest as the text of the field that it names.
 *
 * A node that a path finds is found again by its own path; a text that is accepted comes back and is accepted again. */
#include "fuzz.h"

#include <string.h>

static const char text[]
    = "<heThong xmlns=\"urn:libqms:1\" moHinhKhung=\"bkhcn-101-2019\"><coQuan ma=\"H13.45\"><ten>A</ten><donVi id=\"DV-1\"><ten>B</ten>"
      "</donVi></coQuan><mucTieu id=\"MT-1\" nam=\"2026\" chiTieu=\"98.5\" tuNgay=\"2026-01-05\"><ten>C</ten></mucTieu>"
      "<quyTrinh id=\"QT-1\" loai=\"tthc\" ngayBanHanh=\"2026-01-05\"><ten>D</ten><buoc id=\"B1\"><ten>E</ten>"
      "<thoiGian giaTri=\"0.5 ngayLamViec\"/></buoc></quyTrinh></heThong>";

static void
set_and_get (QmsNode *node, const QmsField *field, const char *value)
{
  uint32_t id = qms_field_id (field);
  if (qms_field_kind (field) == QMS_KIND_NODE || qms_field_is_list (field) || qms_node_set_text (node, id, value, NULL) != QMS_OK)
    return;
  char *first = qms_node_get_text (node, id, 0);
  MUST (first != NULL && qms_node_set_text (node, id, first, NULL) == QMS_OK);
  char *second = qms_node_get_text (node, id, 0);
  MUST (strcmp (first, second) == 0);
  qms_free (first);
  qms_free (second);
}

static void
find_again (QmsNode *root, const QmsNode *node)
{
  char *path = qms_node_path (node);
  MUST (path != NULL && qms_node_at (root, path, NULL) == node);
  qms_free (path);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  char *input = malloc (size + 1);
  memcpy (input, data, size);
  input[size] = '\0';
  char *value = strchr (input, '\n');
  if (value != NULL)
    *value++ = '\0';
  QmsDocument *document = fuzz_read (text, sizeof text - 1, QMS_FORMAT_XML, 0);
  QmsNode *root = qms_document_root (document);
  const QmsField *field = NULL;
  QmsNode *node = qms_node_at (root, input, &field);
  if (node != NULL)
    find_again (root, node);
  if (node != NULL && field != NULL && value != NULL)
    set_and_get (node, field, value);
  fuzz_round_trip (document, QMS_FORMAT_XML);
  qms_document_unref (document);
  free (input);
  return 0;
}

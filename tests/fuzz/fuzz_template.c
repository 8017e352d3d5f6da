/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as the text of a Word template. What is taken fills into a document that is sound, twice the same. */
#include "fuzz.h"

#include "word/part.h"

#include <string.h>

#define TYPES "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
#define LINKS                                                                                                          \
  "<R><Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "      \
  "Target=\"d.xml\"/></R>"

static const char system_text[] =
    "<heThong xmlns=\"urn:libqms:1\"><coQuan ma=\"H1\"><ten>UBND &lt;xã&gt;</ten><vaiTro "
    "id=\"V\"><ten>Vai</ten></vaiTro></coQuan>"
    "<chinhSach ngay=\"2026-01-05\"><noiDung>Một\nHai</noiDung><camKet>A</camKet><camKet>B</camKet></chinhSach>"
    "<quyTrinh id=\"Q\" ma=\"QT\" loai=\"tthc\"><ten>Tên</ten><truongHop id=\"A\">a</truongHop><truongHop "
    "id=\"B\">b</truongHop>"
    "<buoc id=\"B1\" vaiTro=\"V\"><ten>x</ten><thoiGian giaTri=\"1 ngay\"/></buoc><buoc><ten>y</ten></buoc></quyTrinh>"
    "<thuTuc ma=\"1.1\" quyTrinh=\"Q\"><ten>T</ten><linhVuc>L</linhVuc></thuTuc></heThong>";

static void
put (QmsPackage *package, const char *name, const void *data, size_t size)
{
  GBytes *bytes = g_bytes_new (data, size);
  qms_package_put (package, name, bytes);
  g_bytes_unref (bytes);
}

static GBytes *
docx_of (const uint8_t *data, size_t size)
{
  g_autoptr (QmsPackage) package = qms_package_new ("input");
  put (package, "[Content_Types].xml", TYPES, strlen (TYPES));
  put (package, "_rels/.rels", LINKS, strlen (LINKS));
  put (package, "d.xml", data, size);
  return qms_package_write (package, NULL);
}

static void
check_sound (const char *docx, size_t size)
{
  g_autoptr (QmsPackage) package = qms_package_read (docx, size, NULL, NULL);
  MUST (package != NULL);
  g_autoptr (QmsXmlTree) tree = qms_word_tree (package, "d.xml", NULL);
  MUST (tree != NULL);
}

static void
fill (const QmsTemplate *template, const QmsNode *node)
{
  char *docx = NULL, *again = NULL;
  size_t size = 0, length = 0;
  QmsError *error = NULL;
  if (qms_template_fill (template, node, NULL, &docx, &size, &error) == QMS_OK) {
    check_sound (docx, size);
    MUST (qms_template_fill (template, node, NULL, &again, &length, NULL) == QMS_OK);
    MUST (size == length && memcmp (docx, again, size) == 0);
  } else
    MUST (error != NULL);
  qms_error_free (error);
  qms_free (docx);
  qms_free (again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static QmsDocument *document;
  g_autoptr (GBytes) bytes = docx_of (data, size);
  QmsTemplate *template = NULL;
  QmsError *error = NULL;
  gsize length;
  const void *docx = g_bytes_get_data (bytes, &length);
  if (!document)
    MUST (qms_document_parse (system_text, sizeof system_text - 1, &document, NULL) == QMS_OK);
  if (qms_template_read (docx, length, "input", &template, &error) == QMS_OK) {
    const QmsNode *node = qms_template_target (template, qms_document_root (document), 0);
    if (node)
      fill (template, node);
  } else
    MUST (error != NULL);
  qms_error_free (error);
  qms_template_free (template);
  return 0;
}

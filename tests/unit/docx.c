/* SPDX-License-Identifier: Apache-2.0 */
/* Small Word documents for tests. */
#include "docx.h"

#include "word/block.h"

#include <check.h>
#include <string.h>

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define FORMAT "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char types[] =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" FORMAT "document.main+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" ContentType=\"" FORMAT "header+xml\"/></Types>";

static const char links[] =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

void
docx_put (QmsPackage *package, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  qms_package_put (package, name, bytes);
}

char *
docx_root (const char *name, const char *inside)
{
  return g_strdup_printf ("<w:%s xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                          "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
                          "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "
                          "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
                          "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:r=\"" OFFICE "\">%s</w:%s>",
                          name, inside, name);
}

QmsPackage *
docx_package (const char *body)
{
  QmsPackage *package = qms_package_new ("mau.docx");
  g_autofree char *inside = g_strdup_printf ("<w:body>%s</w:body>", body), *document = docx_root ("document", inside);

  docx_put (package, "[Content_Types].xml", types);
  docx_put (package, "_rels/.rels", links);
  docx_put (package, "word/document.xml", document);
  return package;
}

GBytes *
docx_bytes (const QmsPackage *package)
{
  GBytes *bytes = qms_package_write (package, NULL);

  ck_assert_ptr_nonnull (bytes);
  return bytes;
}

char *
docx_part (const void *docx, size_t size, const char *name)
{
  g_autoptr (QmsPackage) package = qms_package_read (docx, size, NULL, NULL);
  gsize length;

  ck_assert_ptr_nonnull (package);
  ck_assert_ptr_nonnull (qms_package_part (package, name));
  const char *text = g_bytes_get_data (qms_package_part (package, name), &length);
  return g_strndup (text, length);
}

static void show (GString *out, const GPtrArray *blocks);

static void
show_table (GString *out, const QmsBlock *table)
{
  for (guint i = 0; i < table->rows->len; i++) {
    const QmsWordRow *row = table->rows->pdata[i];
    g_string_append_c (out, '{');
    for (guint j = 0; j < row->cells->len; j++) {
      const QmsWordCell *cell = row->cells->pdata[j];
      g_string_append (out, j ? "|" : "");
      show (out, cell->blocks);
      if (cell->columns > 1)
        g_string_append_printf (out, "+%zu", cell->columns - 1);
    }
    g_string_append_c (out, '}');
  }
}

static void
show (GString *out, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const QmsBlock *block = blocks->pdata[i];
    g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);
    g_autofree char *text = g_strjoinv ("⏎", lines);
    g_string_append (out, i ? "; " : "");
    if (block->kind == QMS_BLOCK_TABLE)
      show_table (out, block);
    g_string_append (out, text);
  }
}

char *
docx_shown (const void *docx, size_t size)
{
  g_autoptr (QmsPackage) package = qms_package_read (docx, size, NULL, NULL);
  g_autoptr (QmsWordText) text = package ? qms_word_read (package, NULL) : NULL;
  GString *out = g_string_new (NULL);

  ck_assert_ptr_nonnull (text);
  show (out, text->body);
  return g_string_free (out, FALSE);
}

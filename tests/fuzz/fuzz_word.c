/* SPDX-License-Identifier: Apache-2.0 */
/* Fuzz target: any bytes as the parts of a Word document, one after the other with a line "%%" between them: text, styles,
 * lists. What is read is clean. */
#include "fuzz.h"

#include "core/text.h"
#include "word/block.h"

#include <string.h>

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define LINK(type, target) "<Relationship Id=\"" type "\" Type=\"" OFFICE type "\" Target=\"" target "\"/>"

static void
put (QmsPackage *package, const char *name, const char *data, size_t size)
{
  GBytes *bytes = g_bytes_new (data, size);
  qms_package_put (package, name, bytes);
  g_bytes_unref (bytes);
}

static void
put_text (QmsPackage *package, const char *name, const char *text)
{
  put (package, name, text, strlen (text));
}

static QmsPackage *
package_of (const char *data, size_t size)
{
  static const char *const names[] = { "d.xml", "s.xml", "n.xml" };
  QmsPackage *package = qms_package_new ("input");
  const char *end = data + size;
  put_text (package, "_rels/.rels", "<R>" LINK ("officeDocument", "d.xml") "</R>");
  put_text (package, "_rels/d.xml.rels", "<R>" LINK ("styles", "s.xml") LINK ("numbering", "n.xml") LINK ("footer", "d.xml") "</R>");
  for (size_t i = 0; i < G_N_ELEMENTS (names) && data < end; i++) {
    const char *mark = memmem (data, (size_t)(end - data), "\n%%\n", 4);
    put (package, names[i], data, (size_t)((mark ? mark : end) - data));
    data = mark ? mark + 4 : end;
  }
  return package;
}

static void check_blocks (const GPtrArray *blocks);

static void
check_table (const QmsBlock *table)
{
  for (guint i = 0; i < table->rows->len; i++) {
    const QmsWordRow *row = table->rows->pdata[i];
    size_t column = 0;
    for (guint j = 0; j < row->cells->len; j++) {
      const QmsWordCell *cell = row->cells->pdata[j];
      MUST (cell->column >= column && cell->columns > 0 && cell->rows > 0);
      MUST (!cell->continued || cell->blocks->len == 0);
      column = cell->column + cell->columns;
      check_blocks (cell->blocks);
    }
    MUST (column <= table->columns);
  }
}

static void
check_blocks (const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const QmsBlock *block = blocks->pdata[i];
    MUST (block->index > 0);
    if (block->kind == QMS_BLOCK_TABLE) {
      check_table (block);
      continue;
    }
    MUST (*block->text != '\0' || block->number != NULL);
    MUST (qms_text_is_nfc (block->text) && strstr (block->text, "  ") == NULL && strstr (block->text, "\n\n") == NULL);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  QmsError *error = NULL;
  QmsPackage *package = package_of ((const char *)data, size);
  QmsWordText *text = qms_word_read (package, &error);
  MUST ((text == NULL) == (error != NULL));
  if (text != NULL) {
    check_blocks (text->body);
    check_blocks (text->headers);
    check_blocks (text->footers);
    check_blocks (text->notes);
  }
  qms_word_text_free (text);
  qms_error_free (error);
  qms_package_free (package);
  return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Word documents for tests from sketches that a person can read. */
#include "docx_sketch.h"

#include "docx.h"

#include <check.h>
#include <string.h>

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NUMBERED(list) "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" list "\"/></w:numPr>"

static const char numbering[] =
    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
    "<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
    "</w:lvlOverride></w:num>";

static void
add_run (GString *out, const char *text, gssize length, bool bold)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append_printf (out, "<w:r>%s<w:t xml:space=\"preserve\">%s</w:t></w:r>", bold ? "<w:rPr><w:b/></w:rPr>" : "",
                          escaped);
}

/* Word breaks texts where it likes. */
static void
add_text (GString *out, const char *text, bool bold, SketchDialect dialect)
{
  const char *middle = g_utf8_offset_to_pointer (text, g_utf8_strlen (text, -1) / 2);

  if (dialect == SKETCH_LIBREOFFICE) {
    add_run (out, text, -1, bold);
    return;
  }
  g_string_append (out, "<w:bookmarkStart w:id=\"1\" w:name=\"_GoBack\"/>");
  add_run (out, text, middle - text, bold);
  g_string_append (out, "<w:proofErr w:type=\"spellStart\"/><w:bookmarkEnd w:id=\"1\"/>");
  add_run (out, middle, -1, bold);
}

static void
add_paragraph (GString *out, const char *text, SketchDialect dialect)
{
  bool bold = *text == '*' && text[1] != ' ', numbered = *text == '#';

  text += bold || numbered;
  g_string_append_printf (out, "<w:p%s><w:pPr>%s</w:pPr>", dialect == SKETCH_WORD ? " w:rsidR=\"00A1B2C3\"" : "",
                          !numbered ? ""
                          : text[0] ? NUMBERED ("1")
                                    : NUMBERED ("2"));
  if (*text)
    add_text (out, text, bold, dialect);
  g_string_append (out, "</w:p>");
}

static void
add_cell (GString *out, const char *cell, SketchDialect dialect)
{
  bool merged = g_str_has_prefix (cell, "v:"), covered = strcmp (cell, "^") == 0;
  int columns = g_ascii_isdigit (*cell) && cell[1] == ':' ? *cell - '0' : 1;
  const char *text = merged || columns > 1 ? cell + 2 : covered ? "" : cell;
  g_auto (GStrv) paragraphs = NULL;
  g_autofree char *kept = NULL;
  g_auto (GStrv) slashes = g_strsplit (text, "//", -1);

  g_string_append_printf (out, "<w:tc><w:tcPr><w:gridSpan w:val=\"%d\"/>%s</w:tcPr>", columns,
                          merged    ? "<w:vMerge w:val=\"restart\"/>"
                          : covered ? "<w:vMerge/>"
                                    : "");
  kept = g_strjoinv ("\x01", slashes);
  paragraphs = g_strsplit (kept, "/", -1);
  for (guint i = 0; paragraphs[i]; i++)
    add_paragraph (out, g_strstrip (g_strdelimit (paragraphs[i], "\x01", '/')), dialect);
  if (!*text)
    add_paragraph (out, "", dialect);
  g_string_append (out, "</w:tc>");
}

static void
add_row (GString *out, const char *line, SketchDialect dialect)
{
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);

  g_string_append (out, "<w:tr>");
  for (guint i = 0; cells[i]; i++)
    add_cell (out, g_strstrip (cells[i]), dialect);
  g_string_append (out, "</w:tr>");
}

/* Free with g_free. */
static char *
body_of (const char *sketch, SketchDialect dialect)
{
  g_auto (GStrv) lines = g_strsplit (sketch, "\n", -1);
  GString *out = g_string_new (NULL);
  bool table = false;

  for (guint i = 0; lines[i]; i++) {
    bool row = strchr (lines[i], '|') != NULL;
    if (row != table)
      g_string_append (out, row ? "<w:tbl><w:tblPr/>" : "</w:tbl>");
    table = row;
    if (row)
      add_row (out, lines[i], dialect);
    else if (*lines[i])
      add_paragraph (out, lines[i], dialect);
  }
  return g_string_free (g_string_append (out, table ? "</w:tbl>" : ""), FALSE);
}

static void
put_root (QmsPackage *package, const char *part, const char *root, const char *inside)
{
  g_autofree char *text = docx_root (root, inside);

  docx_put (package, part, text);
}

GBytes *
sketch_docx (const char *sketch, const char *footer, SketchDialect dialect)
{
  g_autofree char *body = body_of (sketch, dialect), *foot = footer ? body_of (footer, dialect) : NULL;
  g_autofree char *whole = g_strconcat (
      body, foot ? "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/></w:sectPr>" : "", NULL);
  g_autoptr (QmsPackage) package = docx_package (whole);

  docx_put (package, "word/_rels/document.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            "<Relationship Id=\"rId1\" Type=\"" OFFICE "/numbering\" Target=\"numbering.xml\"/>"
            "<Relationship Id=\"rId2\" Type=\"" OFFICE "/footer\" Target=\"footer1.xml\"/></Relationships>");
  put_root (package, "word/numbering.xml", "numbering", numbering);
  put_root (package, "word/footer1.xml", "ftr", foot ? foot : "");
  return docx_bytes (package);
}

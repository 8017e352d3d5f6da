/* SPDX-License-Identifier: Apache-2.0 */
/* What a person sees in a Word document, in the ways in which Word and LibreOffice write it. */
#include "word/block.h"

#include <qms.h>

#include <check.h>
#include <string.h>

Suite *word_suite (void);

#define NAMESPACES                                                                                                     \
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                                          \
  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "                                   \
  "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                                          \
  "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "                                            \
  "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "                                   \
  "xmlns:v=\"urn:schemas-microsoft-com:vml\""
#define LINK(id, type, target)                                                                                         \
  "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" type       \
  "\" Target=\"" target "\"/>"
#define LINKS(inside)                                                                                                  \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" inside "</Relationships>"
#define P(inside) "<w:p>" inside "</w:p>"
#define T(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define LIST(level, id) "<w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" id "\"/></w:numPr>"
#define ITEM(level, id, text) P ("<w:pPr>" LIST (level, id) "</w:pPr>" T (text))
#define LEVEL(place, format, text, more)                                                                               \
  "<w:lvl w:ilvl=\"" place "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/>" more "<w:lvlText w:val=\"" text \
  "\"/></w:lvl>"
#define USE(id, list, more) "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" list "\"/>" more "</w:num>"
#define NUMBERS(inside) "<w:abstractNum w:abstractNumId=\"0\">" inside "</w:abstractNum>"
#define CELL(properties, inside) "<w:tc><w:tcPr>" properties "</w:tcPr>" inside "</w:tc>"
#define SPAN(count) "<w:gridSpan w:val=\"" count "\"/>"
#define TABLE(rows) "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>" rows "</w:tbl>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define INSTRUCTION(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"

/* ---- helpers */

static void
put (QmsPackage *package, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  qms_package_put (package, name, bytes);
}

static QmsPackage *
package_of (const char *body)
{
  QmsPackage *package = qms_package_new ("a.docx");
  g_autofree char *document = g_strdup_printf ("<w:document %s><w:body>%s</w:body></w:document>", NAMESPACES, body);

  put (package, "_rels/.rels", LINKS (LINK ("rId1", "officeDocument", "word/document.xml")));
  put (package, "word/document.xml", document);
  return package;
}

/* Gives the main document parts of the kinds that it may have, under their usual names. */
static void
put_parts (QmsPackage *package, const char *styles, const char *numbering)
{
  g_autofree char *both = g_strdup_printf ("<w:styles %s>%s</w:styles>", NAMESPACES, styles);
  g_autofree char *lists = g_strdup_printf ("<w:numbering %s>%s</w:numbering>", NAMESPACES, numbering);

  put (package, "word/_rels/document.xml.rels",
       LINKS (LINK ("rId1", "styles", "styles.xml") LINK ("rId2", "numbering", "/word/numbering.xml")));
  put (package, "word/styles.xml", both);
  put (package, "word/numbering.xml", lists);
}

static void show (GString *out, const GPtrArray *blocks);

static void
show_table (GString *out, const QmsBlock *table)
{
  for (guint i = 0; i < table->rows->len; i++) {
    const QmsWordRow *row = table->rows->pdata[i];
    g_string_append (out, row->heading ? "{h" : "{");
    for (guint j = 0; j < row->cells->len; j++) {
      const QmsWordCell *cell = row->cells->pdata[j];
      g_string_append_printf (out, "%s%zu", j ? "|" : "", cell->column);
      if (cell->columns > 1 || cell->rows > 1)
        g_string_append_printf (out, "+%zux%zu", cell->columns, cell->rows);
      g_string_append (out, cell->continued ? "^" : ":");
      show (out, cell->blocks);
    }
    g_string_append (out, "}");
  }
}

/* "a; [1.]b" for two paragraphs, {…} for each row of a table. */
static void
show (GString *out, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++) {
    const QmsBlock *block = blocks->pdata[i];
    if (i)
      g_string_append (out, "; ");
    if (block->kind == QMS_BLOCK_TABLE)
      show_table (out, block);
    else if (block->number)
      g_string_append_printf (out, "[%s]", block->number);
    g_string_append (out, block->text);
  }
}

static void
expect_blocks (const GPtrArray *blocks, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  show (out, blocks);
  ck_assert_str_eq (out->str, expected);
}

static QmsWordText *
read_package (QmsPackage *package)
{
  QmsError *error = NULL;
  QmsWordText *text = qms_word_read (package, &error);

  ck_assert_msg (text != NULL, "%s", error ? qms_error_message (error, QMS_LANG_EN) : "no error");
  return text;
}

static void
expect (const char *body, const char *expected)
{
  g_autoptr (QmsPackage) package = package_of (body);
  g_autoptr (QmsWordText) text = read_package (package);

  expect_blocks (text->body, expected);
}

static void
expect_with (const char *body, const char *styles, const char *numbering, const char *expected)
{
  g_autoptr (QmsPackage) package = package_of (body);
  g_autoptr (QmsWordText) text = NULL;

  put_parts (package, styles, numbering);
  text = read_package (package);
  expect_blocks (text->body, expected);
}

/* ---- text */

START_TEST (runs_that_word_splits_are_one_text)
{
  expect (P ("<w:r w:rsidR=\"00A1\"><w:t>Quy</w:t></w:r><w:proofErr w:type=\"spellStart\"/>" T (
              " tr") "<w:smartTag w:element=\"place\">" T ("ình") "</w:smartTag><w:bookmarkStart w:id=\"0\" "
                                                                  "w:name=\"a\"/>" T (" một cửa")),
          "Quy trình một cửa");
}
END_TEST

START_TEST (text_is_in_normal_form_c_also_across_runs)
{
  expect (P (T ("Hồ sơ") T ("e") T ("\xCC\x82\xCC\xA3")), "Hồ sơệ");
}
END_TEST

START_TEST (a_mark_kept_apart_by_a_character_without_width_joins_its_letter)
{
  expect (P (T ("e\xE2\x80\x8B\xCC\x82")), "ê");
}
END_TEST

START_TEST (blanks_of_every_kind_become_one)
{
  expect (P (T ("\xC2\xA0 a \xE2\x80\x83\xC2\xA0") "<w:r><w:tab/></w:r>" T ("b  ")), "a b");
}
END_TEST

START_TEST (what_nobody_sees_is_left_out)
{
  expect (P (T ("a\xE2\x80\x8B\xEF\xBB\xBF\xEF\x82\xB7\xC2\xAD")
                 T ("b") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"),
          "ab");
}
END_TEST

START_TEST (lines_of_a_paragraph_stay_apart)
{
  expect (P (T ("a ") "<w:r><w:br/></w:r><w:r><w:cr/></w:r>" T (" b") "<w:r><w:br w:type=\"page\"/></w:r>"), "a\nb");
}
END_TEST

START_TEST (blanks_at_the_ends_of_a_run_count_where_the_file_says_so)
{
  expect (P ("<w:r><w:t> a </w:t></w:r><w:r><w:t>b</w:t></w:r>"), "ab");
  expect (P ("<w:r><w:t xml:space=\"preserve\">a </w:t></w:r><w:r><w:t>b</w:t></w:r>"), "a b");
}
END_TEST

START_TEST (hyphens_and_symbols_are_characters)
{
  expect (P (T ("QT") "<w:r><w:noBreakHyphen/></w:r>" T (
              "01\xE2\x80\x91"
              "a ") "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>" T (" 5")),
          "QT-01-a ≥ 5");
}
END_TEST

START_TEST (a_fraction_typed_as_a_formula_is_read)
{
  expect (P ("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></"
             "m:oMath>" T (" ngày")),
          "1/2 ngày");
}
END_TEST

/* ---- revisions */

START_TEST (deleted_text_is_out_and_inserted_text_in)
{
  expect (P (T ("a") "<w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:ins>" T ("c") "</w:ins><w:moveFrom>" T (
              "d") "</w:moveFrom><w:moveTo>" T ("e") "</w:moveTo>"),
          "ace");
}
END_TEST

START_TEST (a_deleted_mark_joins_two_paragraphs)
{
  expect (P ("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" T ("a")) P (T ("b")), "ab");
}
END_TEST

START_TEST (deleted_rows_are_out)
{
  expect (
      TABLE ("<w:tr><w:trPr><w:del/></w:trPr>" CELL ("", P (T ("a"))) "</w:tr><w:tr>" CELL ("", P (T ("b"))) "</w:tr>"),
      "{0:b}");
}
END_TEST

START_TEST (formats_before_a_change_do_not_count)
{
  g_autoptr (QmsPackage) package =
      package_of (P ("<w:pPr><w:pPrChange><w:pPr><w:jc "
                     "w:val=\"center\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr>"
                     "</w:rPrChange></w:rPr><w:t>a</w:t></w:r>"));
  g_autoptr (QmsWordText) text = read_package (package);
  const QmsBlock *block = text->body->pdata[0];

  ck_assert (!block->bold);
}
END_TEST

/* ---- fields and tables of contents */

START_TEST (of_a_field_the_result_is_read)
{
  expect (P (T ("Trang ") FIELD ("begin") INSTRUCTION (" PAGE ") T ("x") FIELD ("separate") T ("3") FIELD ("end")
                 T ("/") "<w:fldSimple w:instr=\"NUMPAGES\">" T ("9") "</w:fldSimple>"),
          "Trang 3/9");
}
END_TEST

START_TEST (a_field_within_an_instruction_is_hidden_with_it)
{
  expect (P (FIELD ("begin") INSTRUCTION ("IF ") FIELD ("begin") INSTRUCTION ("PAGE") FIELD ("separate") T ("1")
                 FIELD ("end") FIELD ("separate") T ("a") FIELD ("end")),
          "a");
}
END_TEST

START_TEST (a_field_that_never_ends_hides_no_other_paragraph)
{
  expect (P (FIELD ("begin") T ("a")) P (T ("b")), "b");
}
END_TEST

static void
expect_contents (const char *body, const char *styles, const char *contents)
{
  g_autoptr (QmsPackage) package = package_of (body);
  g_autoptr (QmsWordText) text = NULL;

  put_parts (package, styles, "");
  text = read_package (package);
  ck_assert_uint_eq (text->body->len, strlen (contents));
  for (guint i = 0; i < text->body->len; i++)
    ck_assert_msg (((const QmsBlock *)text->body->pdata[i])->contents == (contents[i] == '1'), "paragraph %u", i + 1);
}

START_TEST (a_table_of_contents_is_known_by_its_field)
{
  expect_contents (P (T ("a")) P (FIELD ("begin") INSTRUCTION (" TOC \\o &quot;1-3&quot; ") FIELD ("separate")
                                      T ("1. Mục đích")) P (T ("2. Phạm vi")) P (FIELD ("end")) P (T ("b")),
                   "", "0110");
}
END_TEST

START_TEST (a_table_of_contents_is_known_by_its_control)
{
  expect_contents ("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
                   "Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" P (T ("Mục lục"))
                       P (T ("a")) "</w:sdtContent></w:sdt>" P (T ("b")),
                   "", "110");
}
END_TEST

START_TEST (a_line_of_contents_is_known_by_its_style_or_its_link)
{
  expect_contents (
      P ("<w:pPr><w:pStyle w:val=\"ML\"/></w:pPr>" T ("a"))
          P ("<w:hyperlink w:anchor=\"_Toc1\">" T ("b") "</w:hyperlink>")
              P (T ("xem ") "<w:hyperlink w:anchor=\"_Toc1\">" T ("b") "</w:hyperlink>"),
      "<w:style w:type=\"paragraph\" w:styleId=\"MLgoc\"><w:name w:val=\"toc 1\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"ML\"><w:name w:val=\"x\"/><w:basedOn w:val=\"MLgoc\"/></w:style>",
      "110");
}
END_TEST

/* ---- automatic numbers */

START_TEST (numbers_are_counted_level_by_level)
{
  expect_with (ITEM ("0", "1", "a") ITEM ("1", "1", "b") ITEM ("1", "1", "c") P (T ("d")) ITEM ("0", "1", "e")
                   ITEM ("1", "1", "f"),
               "",
               NUMBERS (LEVEL ("0", "decimal", "%1.", "") LEVEL ("1", "lowerLetter", "%1.%2)", "")) USE ("1", "0", ""),
               "[1.]a; [1.a)]b; [1.b)]c; d; [2.]e; [2.a)]f");
}
END_TEST

START_TEST (numbers_are_written_in_many_ways)
{
  expect_with (ITEM ("0", "1", "a") ITEM ("1", "1", "b") ITEM ("2", "1", "c") ITEM ("3", "1", "d") ITEM ("4", "1", "e")
                   ITEM ("5", "1", "f") ITEM ("6", "1", "g"),
               "",
               NUMBERS (LEVEL ("0", "upperRoman", "%1", "") LEVEL ("1", "decimalZero", "%2", "")
                            LEVEL ("2", "upperLetter", "%3", "") LEVEL ("3", "lowerRoman", "%1.%4", "<w:isLgl/>")
                                LEVEL ("4", "bullet", "\xEF\x82\xB7", "") LEVEL ("5", "bullet", "-", "")
                                    LEVEL ("6", "none", "Bước", "")) USE ("1", "0", ""),
               "[I]a; [01]b; [A]c; [1.1]d; [•]e; [-]f; [Bước]g");
}
END_TEST

START_TEST (lists_that_share_a_definition_go_on_unless_one_begins_anew)
{
  expect_with (ITEM ("0", "1", "a") ITEM ("0", "2", "b") ITEM ("0", "3", "c") ITEM ("0", "3", "d") ITEM ("0", "1", "e"),
               "",
               NUMBERS (LEVEL ("0", "decimal", "%1.", "")) USE ("1", "0", "") USE ("2", "0", "")
                   USE ("3", "0", "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"),
               "[1.]a; [2.]b; [5.]c; [6.]d; [7.]e");
}
END_TEST

START_TEST (a_use_may_write_a_level_in_its_own_way)
{
  expect_with (ITEM ("0", "1", "a") ITEM ("0", "2", "b"), "",
               NUMBERS (LEVEL ("0", "decimal", "%1.", "")) USE ("1", "0", "") USE (
                   "2", "0", "<w:lvlOverride w:ilvl=\"0\">" LEVEL ("0", "lowerLetter", "%1)", "") "</w:lvlOverride>"),
               "[1.]a; [b)]b");
}
END_TEST

START_TEST (a_level_may_go_on_when_a_higher_one_is_counted)
{
  expect_with (ITEM ("0", "1", "a") ITEM ("1", "1", "b") ITEM ("0", "1", "c") ITEM ("1", "1", "d"), "",
               NUMBERS (LEVEL ("0", "decimal", "%1.", "") LEVEL ("1", "decimal", "%2", "<w:lvlRestart w:val=\"0\"/>"))
                   USE ("1", "0", ""),
               "[1.]a; [1]b; [2.]c; [2]d");
}
END_TEST

START_TEST (a_number_may_come_from_the_style_and_be_taken_away)
{
  expect_with (
      P ("<w:pPr><w:pStyle w:val=\"B\"/></w:pPr>" T ("a")) P ("<w:pPr><w:pStyle w:val=\"B2\"/></w:pPr>" T ("b"))
          P ("<w:pPr><w:pStyle w:val=\"B\"/>" LIST ("0", "0") "</w:pPr>" T ("c"))
              P ("<w:pPr><w:pStyle w:val=\"B\"/><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr>" T ("d")),
      "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"B2\"><w:basedOn w:val=\"B\"/></w:style>",
      NUMBERS (LEVEL ("0", "decimal", "%1.", "") LEVEL ("1", "decimal", "%1.%2", "<w:pStyle w:val=\"B2\"/>"))
          USE ("1", "0", ""),
      "[1.]a; [1.1]b; c; [1.2]d");
}
END_TEST

START_TEST (a_list_may_stand_for_that_of_a_style)
{
  expect_with (ITEM ("0", "2", "a"),
               "<w:style w:type=\"numbering\" w:styleId=\"S\"><w:pPr><w:numPr><w:numId "
               "w:val=\"1\"/></w:numPr></w:pPr></w:style>",
               NUMBERS ("<w:styleLink w:val=\"S\"/>" LEVEL (
                   "0", "decimal", "Bước %1:", "")) "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink "
                                                    "w:val=\"S\"/></w:abstractNum>" USE ("1", "0", "")
                                                        USE ("2", "1", ""),
               "[Bước 1:]a");
}
END_TEST

START_TEST (a_cell_with_nothing_but_a_number_shows_it)
{
  expect_with (TABLE ("<w:tr>" CELL ("", ITEM ("0", "1", ""))
                          CELL ("", P ("")) "</w:tr><w:tr>" CELL ("", ITEM ("0", "1", "")) "</w:tr>"),
               "", NUMBERS (LEVEL ("0", "decimal", "%1", "")) USE ("1", "0", ""), "{0:[1]|1:}{0:[2]}");
}
END_TEST

/* ---- format */

static const QmsBlock *
only_block (const QmsWordText *text)
{
  ck_assert_uint_eq (text->body->len, 1);
  return text->body->pdata[0];
}

START_TEST (bold_is_what_is_bold_throughout)
{
  g_autoptr (QmsPackage) whole = package_of (P ("<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>" T (" ")));
  g_autoptr (QmsPackage) half = package_of (P ("<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>" T ("b")));
  g_autoptr (QmsWordText) bold = read_package (whole);
  g_autoptr (QmsWordText) plain = read_package (half);

  ck_assert (only_block (bold)->bold);
  ck_assert (!only_block (plain)->bold);
}
END_TEST

START_TEST (styles_give_format_and_level_of_headings)
{
  g_autoptr (QmsPackage) package = package_of (P ("<w:pPr><w:pStyle w:val=\"H\"/></w:pPr>" T ("a")));
  g_autoptr (QmsWordText) text = NULL;

  put_parts (
      package,
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 2\"/><w:basedOn "
      "w:val=\"N\"/><w:rPr><w:b/><w:i "
      "w:val=\"0\"/></w:rPr></w:style>",
      "");
  text = read_package (package);
  ck_assert (only_block (text)->bold);
  ck_assert_int_eq (only_block (text)->outline, 2);
}
END_TEST

START_TEST (styles_that_are_based_on_each_other_end_somewhere)
{
  expect_with (P ("<w:pPr><w:pStyle w:val=\"A\"/></w:pPr>" T ("a")),
               "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>"
               "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>",
               "", "a");
}
END_TEST

/* ---- tables */

START_TEST (merged_cells_say_what_they_cover)
{
  expect (TABLE ("<w:tr><w:trPr><w:tblHeader/></w:trPr>" CELL ("<w:vMerge w:val=\"restart\"/>", P (T ("a"))) CELL (
              SPAN ("2"), P (T ("b"))) "</w:tr>"
                                       "<w:tr>" CELL ("<w:vMerge/>", P (T ("ẩn"))) CELL ("", P (T ("c"))) CELL (
                                           "", P (T ("d"))) "</w:tr>"
                                                            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" CELL (
                                                                "", P (T ("e"))) "</w:tr>"),
          "{h0+1x2:a|1+2x1:b}{0^|1:c|2:d}{1:e}");
}
END_TEST

START_TEST (a_continuation_below_nothing_is_a_cell)
{
  expect (TABLE ("<w:tr>" CELL ("<w:vMerge w:val=\"continue\"/>", P (T ("a"))) "</w:tr>"), "{0:a}");
}
END_TEST

START_TEST (cells_that_no_column_is_left_for_are_read_into_the_last_one)
{
  expect (TABLE ("<w:tr>" CELL (SPAN ("62"), P (T ("a"))) CELL (SPAN ("9"), P (T ("b"))) CELL ("", P (T ("c"))) "</w:tr>"
                 "<w:tr><w:trPr><w:gridBefore w:val=\"99\"/></w:trPr>" CELL ("", P (T ("d"))) "</w:tr>"),
          "{0+62x1:a|62:b; c}{62:d}");
}
END_TEST

START_TEST (cells_joined_in_the_old_way_are_one)
{
  expect (TABLE ("<w:tr>" CELL ("<w:hMerge w:val=\"restart\"/>", P (T ("a"))) CELL ("<w:hMerge/>", P (""))
                     CELL ("", P (T ("b"))) "</w:tr>"),
          "{0+2x1:a|2:b}");
}
END_TEST

START_TEST (tables_may_stand_in_cells_and_cells_in_controls)
{
  expect (TABLE ("<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>" CELL (
              "", TABLE ("<w:tr>" CELL ("", P (T ("a"))) "</w:tr>") P (T ("b"))) "</w:sdtContent></w:sdt>"
                                                                                 "</w:tr></w:sdtContent></w:sdt>"),
          "{0:{0:a}; b}");
}
END_TEST

START_TEST (a_place_of_the_grid_leads_to_the_cell_that_covers_it)
{
  g_autoptr (QmsPackage) package =
      package_of (TABLE ("<w:tr>" CELL ("<w:vMerge w:val=\"restart\"/>" SPAN ("2"), P (T ("a")))
                             CELL ("", P (T ("b"))) "</w:tr><w:tr>" CELL ("<w:vMerge/>" SPAN ("2"), P ("")) "</w:tr>"));
  g_autoptr (QmsWordText) text = read_package (package);
  const QmsBlock *table = only_block (text);

  expect_blocks (qms_block_cell (table, 1, 1)->blocks, "a");
  expect_blocks (qms_block_cell (table, 0, 2)->blocks, "b");
  ck_assert_uint_eq (table->columns, 3);
  ck_assert_ptr_null (qms_block_cell (table, 1, 2));
  ck_assert_ptr_null (qms_block_cell (table, 2, 0));
}
END_TEST

START_TEST (paragraphs_and_tables_are_numbered_as_they_stand)
{
  g_autoptr (QmsPackage) package =
      package_of (P ("") TABLE ("<w:tr>" CELL ("", P (T ("a"))) "</w:tr>") P (T ("b")) TABLE (""));
  g_autoptr (QmsWordText) text = read_package (package);

  ck_assert_uint_eq (((const QmsBlock *)text->body->pdata[0])->index, 1);
  ck_assert_uint_eq (((const QmsBlock *)text->body->pdata[1])->index, 3);
  ck_assert_uint_eq (((const QmsBlock *)text->body->pdata[2])->index, 2);
}
END_TEST

/* ---- text boxes */

#define BOX(inside) "<w:txbxContent>" inside "</w:txbxContent>"

START_TEST (a_text_box_that_is_there_twice_is_read_once)
{
  g_autoptr (QmsPackage) package =
      package_of (P (T ("a") "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>" BOX (
          P (T ("b"))) "</wps:txbx></mc:Choice><mc:Fallback>"
                       "<w:pict><v:textbox>" BOX (
                           P (T ("b"))) "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" T ("c")));
  g_autoptr (QmsWordText) text = read_package (package);

  expect_blocks (text->body, "ac; b");
  ck_assert (!((const QmsBlock *)text->body->pdata[0])->boxed);
  ck_assert (((const QmsBlock *)text->body->pdata[1])->boxed);
}
END_TEST

START_TEST (a_text_box_of_old_is_read)
{
  expect (P ("<w:r><w:pict><v:textbox>" BOX (P (T ("b"))) "</v:textbox></w:pict></w:r>"), "b");
  expect (P ("<w:r><mc:AlternateContent><mc:Fallback>" T ("b") "</mc:Fallback></mc:AlternateContent></w:r>"), "b");
}
END_TEST

/* ---- headers, footers, notes */

#define REFERENCE(kind, type, id) "<w:" kind "Reference w:type=\"" type "\" r:id=\"" id "\"/>"

static void
put_edge (QmsPackage *package, const char *name, const char *text)
{
  g_autofree char *part = g_strdup_printf ("<w:ftr %s>" P (T ("%s")) "</w:ftr>", NAMESPACES, text);

  put (package, name, part);
}

static QmsPackage *
package_with_edges (const char *body, const char *settings)
{
  QmsPackage *package = package_of (body);
  g_autofree char *part = g_strdup_printf ("<w:settings %s>%s</w:settings>", NAMESPACES, settings);

  put (package, "word/_rels/document.xml.rels",
       LINKS (LINK ("h1", "header", "h1.xml") LINK ("f1", "footer", "f1.xml") LINK ("f2", "footer", "f2.xml") LINK (
           "f3", "footer", "f3.xml") LINK ("s", "settings", "settings.xml") LINK ("n", "footnotes", "notes.xml")));
  put (package, "word/settings.xml", part);
  put_edge (package, "word/h1.xml", "h1");
  put_edge (package, "word/f1.xml", "f1");
  put_edge (package, "word/f2.xml", "f2");
  put_edge (package, "word/f3.xml", "f3");
  put (package, "word/notes.xml",
       "<w:footnotes " NAMESPACES "><w:footnote w:type=\"separator\" w:id=\"0\">" P (
           T ("x")) "</w:footnote><w:footnote w:id=\"1\">" P (T ("chú thích")) "</w:footnote></w:footnotes>");
  return package;
}

START_TEST (headers_and_footers_of_all_sections_are_read_once)
{
  g_autoptr (QmsPackage) package = package_with_edges (
      P ("<w:pPr><w:sectPr>" REFERENCE ("header", "default", "h1") REFERENCE ("footer", "default", "f1")
             REFERENCE ("footer", "first", "f2") REFERENCE (
                 "footer", "even", "f3") "</w:sectPr></w:pPr>") "<w:sectPr>" REFERENCE ("footer", "default",
                                                                                        "f1") "<w:titlePg/></w:sectPr>",
      "");
  g_autoptr (QmsWordText) text = read_package (package);

  expect_blocks (text->headers, "h1");
  expect_blocks (text->footers, "f1; f2"); /* the first page's comes with the section that has one */
  expect_blocks (text->notes, "chú thích");
}
END_TEST

START_TEST (edges_of_even_pages_count_where_the_document_has_them)
{
  g_autoptr (QmsPackage) package =
      package_with_edges ("<w:sectPr>" REFERENCE ("footer", "even", "f3") "</w:sectPr>", "<w:evenAndOddHeaders/>");
  g_autoptr (QmsWordText) text = read_package (package);

  expect_blocks (text->footers, "f3");
}
END_TEST

/* ---- dialects and refusals */

START_TEST (strict_files_are_read)
{
  g_autoptr (QmsPackage) package = qms_package_new (NULL);
  g_autoptr (QmsWordText) text = NULL;

  put (package, "_rels/.rels",
       "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
       "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" "
       "Target=\"/d.xml\"/></Relationships>");
  put (package, "d.xml",
       "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>" P (
           T ("a")) "</w:body></w:document>");
  text = read_package (package);
  expect_blocks (text->body, "a");
}
END_TEST

static void
expect_refusal (QmsPackage *package, const char *id)
{
  QmsError *error = NULL;

  ck_assert_ptr_null (qms_word_read (package, &error));
  ck_assert_ptr_nonnull (error);
  ck_assert_str_eq (qms_error_id (error), id);
  qms_error_free (error);
}

START_TEST (what_is_no_word_text_is_refused)
{
  g_autoptr (QmsPackage) package = package_of (""), empty = qms_package_new (NULL);

  put (package, "word/document.xml", "<workbook/>");
  expect_refusal (package, "QMS-WD-007");
  put (package, "word/document.xml", "<w:document");
  expect_refusal (package, "QMS-XM-001");
  put (package, "word/document.xml", "<!DOCTYPE a><a/>");
  expect_refusal (package, "QMS-XM-003");
  put (package, "word/document.xml", "");
  expect_refusal (package, "QMS-XM-006");
  put (package, "word/_rels/document.xml.rels", "<a");
  expect_refusal (package, "QMS-XM-001");
  expect_refusal (empty, "QMS-WD-006");
}
END_TEST

START_TEST (a_damaged_part_is_named)
{
  g_autoptr (QmsPackage) package = package_of ("");
  QmsError *error = NULL;

  put_parts (package, "<w:style>", "");
  ck_assert_ptr_null (qms_word_read (package, &error));
  ck_assert_str_eq (qms_error_file (error), "a.docx/word/styles.xml");
  qms_error_free (error);
}
END_TEST

/* ---- the corpus */

#define CORPUS QMS_SOURCE_DIR "/../shared/corpus/docx"

static size_t
count_tables (const char *path)
{
  g_autofree char *name = g_build_filename (CORPUS, path, NULL), *bytes = NULL;
  g_autoptr (QmsPackage) package = NULL;
  g_autoptr (QmsWordText) text = NULL;
  gsize size, count = 0;

  ck_assert (g_file_get_contents (name, &bytes, &size, NULL));
  package = qms_package_read (bytes, size, path, NULL);
  ck_assert_ptr_nonnull (package);
  text = read_package (package);
  ck_assert_uint_gt (text->footers->len, 0);
  for (guint i = 0; i < text->body->len; i++)
    count += ((const QmsBlock *)text->body->pdata[i])->kind == QMS_BLOCK_TABLE;
  return count;
}

START_TEST (procedures_of_the_corpus_have_their_tables)
{
  GDir *folder = g_dir_open (CORPUS, 0, NULL);
  const char *name;

  if (!folder)
    return; /* the corpus is not part of the project */
  while ((name = g_dir_read_name (folder)))
    if (g_str_has_suffix (name, ".docx"))
      ck_assert_uint_ge (count_tables (name), 4);
  g_dir_close (folder);
}
END_TEST

Suite *
word_suite (void)
{
  Suite *suite = suite_create ("word");
  TCase *tests = tcase_create ("word");

  tcase_add_test (tests, runs_that_word_splits_are_one_text);
  tcase_add_test (tests, text_is_in_normal_form_c_also_across_runs);
  tcase_add_test (tests, a_mark_kept_apart_by_a_character_without_width_joins_its_letter);
  tcase_add_test (tests, blanks_of_every_kind_become_one);
  tcase_add_test (tests, what_nobody_sees_is_left_out);
  tcase_add_test (tests, lines_of_a_paragraph_stay_apart);
  tcase_add_test (tests, blanks_at_the_ends_of_a_run_count_where_the_file_says_so);
  tcase_add_test (tests, hyphens_and_symbols_are_characters);
  tcase_add_test (tests, a_fraction_typed_as_a_formula_is_read);
  tcase_add_test (tests, deleted_text_is_out_and_inserted_text_in);
  tcase_add_test (tests, a_deleted_mark_joins_two_paragraphs);
  tcase_add_test (tests, deleted_rows_are_out);
  tcase_add_test (tests, formats_before_a_change_do_not_count);
  tcase_add_test (tests, of_a_field_the_result_is_read);
  tcase_add_test (tests, a_field_within_an_instruction_is_hidden_with_it);
  tcase_add_test (tests, a_field_that_never_ends_hides_no_other_paragraph);
  tcase_add_test (tests, a_table_of_contents_is_known_by_its_field);
  tcase_add_test (tests, a_table_of_contents_is_known_by_its_control);
  tcase_add_test (tests, a_line_of_contents_is_known_by_its_style_or_its_link);
  tcase_add_test (tests, numbers_are_counted_level_by_level);
  tcase_add_test (tests, numbers_are_written_in_many_ways);
  tcase_add_test (tests, lists_that_share_a_definition_go_on_unless_one_begins_anew);
  tcase_add_test (tests, a_use_may_write_a_level_in_its_own_way);
  tcase_add_test (tests, a_level_may_go_on_when_a_higher_one_is_counted);
  tcase_add_test (tests, a_number_may_come_from_the_style_and_be_taken_away);
  tcase_add_test (tests, a_list_may_stand_for_that_of_a_style);
  tcase_add_test (tests, a_cell_with_nothing_but_a_number_shows_it);
  tcase_add_test (tests, bold_is_what_is_bold_throughout);
  tcase_add_test (tests, styles_give_format_and_level_of_headings);
  tcase_add_test (tests, styles_that_are_based_on_each_other_end_somewhere);
  tcase_add_test (tests, merged_cells_say_what_they_cover);
  tcase_add_test (tests, a_continuation_below_nothing_is_a_cell);
  tcase_add_test (tests, cells_that_no_column_is_left_for_are_read_into_the_last_one);
  tcase_add_test (tests, cells_joined_in_the_old_way_are_one);
  tcase_add_test (tests, tables_may_stand_in_cells_and_cells_in_controls);
  tcase_add_test (tests, a_place_of_the_grid_leads_to_the_cell_that_covers_it);
  tcase_add_test (tests, paragraphs_and_tables_are_numbered_as_they_stand);
  tcase_add_test (tests, a_text_box_that_is_there_twice_is_read_once);
  tcase_add_test (tests, a_text_box_of_old_is_read);
  tcase_add_test (tests, headers_and_footers_of_all_sections_are_read_once);
  tcase_add_test (tests, edges_of_even_pages_count_where_the_document_has_them);
  tcase_add_test (tests, strict_files_are_read);
  tcase_add_test (tests, what_is_no_word_text_is_refused);
  tcase_add_test (tests, a_damaged_part_is_named);
  tcase_add_test (tests, procedures_of_the_corpus_have_their_tables);
  suite_add_tcase (suite, tests);
  return suite;
}

# SPDX-License-Identifier: Apache-2.0
"""The checker finds each kind of fault, and the shipped templates have none. usage: test_check_docx.py"""
import glob
import io
import os
import sys
import unittest
import zipfile

import check_docx

HERE = os.path.dirname(os.path.abspath(__file__))
W = 'xmlns:w="%s" xmlns:r="%s" xmlns:wp="%s"' % (check_docx.WORD, check_docx.OFFICE, check_docx.DRAWING)
TYPES = ('<Types xmlns="%s"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="%s"/></Types>'
         % (check_docx.TYPES, check_docx.MAIN_TYPE))
LINKS = '<Relationships xmlns="%s"><Relationship Id="rId1" Type="%s/%s" Target="%s"/></Relationships>'
BODY = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
CELL = "<w:tc><w:p/></w:tc>"


def document(body):
    return "<w:document %s><w:body>%s<w:sectPr/></w:body></w:document>" % (W, body)


def numbering(content):
    return {"word/_rels/document.xml.rels": LINKS % (check_docx.LINKS, check_docx.OFFICE, "numbering", "numbering.xml"),
            "word/numbering.xml": "<w:numbering %s>%s</w:numbering>" % (W, content)}


def table(cells):
    return "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>%s</w:tr></w:tbl>" % cells


def package(body=BODY, types=TYPES, method=zipfile.ZIP_DEFLATED, **parts):
    out = io.BytesIO()
    whole = {"[Content_Types].xml": types, "_rels/.rels": LINKS % (check_docx.LINKS, check_docx.OFFICE, "officeDocument", "word/document.xml"),
             "word/document.xml": document(body), **parts.get("parts", {})}
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, text in whole.items():
            archive.writestr(name, text)
    return out.getvalue()


class Finds(unittest.TestCase):
    def expect(self, words, data, **options):
        found = check_docx.problems(data, **options)
        self.assertEqual([words in line for line in found], [True], found)

    def test_nothing_in_a_sound_package(self):
        self.assertEqual(check_docx.problems(package(BODY + table(CELL))), [])

    def test_what_is_no_archive(self):
        self.expect("zip", b"PK")

    def test_an_unknown_compression(self):
        self.assertIn("word/document.xml: compressed in a way that Word does not know", check_docx.problems(package(method=zipfile.ZIP_LZMA)))

    def test_a_part_without_a_type(self):
        self.expect("has no content type", package(parts={"word/a.png": "x"}))

    def test_a_type_without_a_part(self):
        self.expect("is no part", package(types=TYPES.replace("<Override", '<Override PartName="/a.xml" ContentType="a/b"/><Override')))

    def test_a_relationship_that_leads_nowhere(self):
        self.expect("which is no part", package(parts={"word/_rels/document.xml.rels": LINKS % (check_docx.LINKS, check_docx.OFFICE, "image", "a.png")}))

    def test_a_reference_without_a_relationship(self):
        self.expect("is no relationship", package('<w:p><w:hyperlink r:id="rId9"/></w:p>'))

    def test_drawings_with_one_number(self):
        self.expect("drawing 1 is there twice", package('<w:p><wp:docPr id="1"/><wp:docPr id="1"/></w:p>'))

    def test_a_bookmark_without_end(self):
        self.expect("bookmark 1 has no end", package('<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>'))

    def test_a_field_without_end(self):
        self.expect("pairs", package('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'))

    def test_properties_out_of_order(self):
        self.expect("<jc> stands before <pStyle>", package('<w:p><w:pPr><w:jc w:val="center"/><w:pStyle w:val="A"/></w:pPr></w:p>'))

    def test_a_cell_without_paragraph(self):
        self.expect("holds no paragraph", package(table("<w:tc/>")))

    def test_a_cell_that_ends_with_a_table(self):
        self.expect("ends with a table", package(table("<w:tc>%s</w:tc>" % table(CELL))))

    def test_a_row_that_is_too_wide(self):
        self.expect("covers 2 of 1", package(table(CELL + CELL)))

    def test_blanks_that_are_lost(self):
        self.expect("are lost", package("<w:p><w:r><w:t>a </w:t></w:r></w:p>"))

    def test_a_list_that_is_not_there(self):
        body = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr></w:p>'
        self.expect("the list 7 is not there", package(body, parts=numbering("")))

    def test_a_list_twice(self):
        self.expect("1 is there twice", package(parts=numbering('<w:abstractNum w:abstractNumId="1"/>' * 2)))

    def test_a_tag_that_was_not_filled(self):
        body = "<w:p><w:r><w:t>{{t</w:t></w:r><w:r><w:t>en}}</w:t></w:r></w:p>"
        self.assertEqual(check_docx.problems(package(body)), [])
        self.expect("the tag {{ten}} is left", package(body), filled=True)

    def test_a_text_without_a_last_section(self):
        data = package(parts={"word/document.xml": document(BODY).replace("<w:sectPr/>", "")})
        self.expect("last section", data)


class Templates(unittest.TestCase):
    def test_shipped_ones_are_sound(self):
        names = glob.glob(os.path.join(HERE, "..", "..", "data", "templates", "*.docx"))
        self.assertEqual({name: check_docx.problems(name) for name in names}, {name: [] for name in names})


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()

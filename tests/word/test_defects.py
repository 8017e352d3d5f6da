# SPDX-License-Identifier: Apache-2.0
"""Procedures as agencies keep them in Word, put into one system: validation finds what is wrong with them.

usage: test_defects.py QMS
"""
import collections
import glob
import html
import json
import os
import subprocess
import sys
import tempfile
import unittest
import zipfile

import check_docx

CORPUS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared", "corpus", "docx")
OFFICE = check_docx.OFFICE
LINKS = '<Relationships xmlns="%s">%%s</Relationships>' % check_docx.LINKS
TYPES = ('<Types xmlns="%s"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="%s"/></Types>'
         % (check_docx.TYPES, check_docx.MAIN_TYPE))


def link(identifier, kind, target):
    return '<Relationship Id="%s" Type="%s/%s" Target="%s"/>' % (identifier, OFFICE, kind, target)


def paragraph(text):
    """In Word's manner: runs split anywhere, with marks of the spelling checker between them."""
    half = len(text) // 2
    runs = ['<w:r w:rsidR="00AB12CD"><w:t xml:space="preserve">%s</w:t></w:r>' % html.escape(part) for part in (text[:half], text[half:])]
    return "<w:p>%s</w:p>" % '<w:proofErr w:type="spellStart"/>'.join(runs)


def row(*texts):
    return "<w:tr>%s</w:tr>" % "".join("<w:tc><w:tcPr/>%s</w:tc>" % "".join(map(paragraph, text.split("\n"))) for text in texts)


def table(*rows):
    return "<w:tbl><w:tblPr/><w:tblGrid>%s</w:tblGrid>%s</w:tbl>" % ("<w:gridCol/>" * len(rows[0]), "".join(row(*texts) for texts in rows))


def body(title, code, role, act):
    return "".join([
        table(("ỦY BAN NHÂN DÂN XÃ MẪU", "QUY TRÌNH\n" + title, "Mã hiệu: %s\nLần ban hành: 01\nNgày ban hành: 10/9/2025" % code)),
        paragraph("1. MỤC ĐÍCH"), paragraph("Quy định trình tự giải quyết."),
        paragraph("2. PHẠM VI"), paragraph("Áp dụng cho công chức của xã."),
        paragraph("3. TÀI LIỆU VIỆN DẪN"), paragraph("- Tiêu chuẩn quốc gia TCVN ISO 9001:2015."),
        paragraph("5. NỘI DUNG"), paragraph("Thời hạn giải quyết: 02 ngày làm việc"), paragraph("Căn cứ pháp lý:"), paragraph("- " + act),
        table(("TT", "Trình tự thực hiện", "Trách nhiệm", "Thời gian"), ("1", "Tiếp nhận hồ sơ", "Công chức một cửa", "½ ngày"),
              ("2", "Thẩm tra hồ sơ", role, "01 ngày"), ("3", "Trả kết quả", "Công chức một cửa", "½ ngày")),
        paragraph("7. HỒ SƠ LƯU"),
        table(("TT", "Tên hồ sơ", "Nơi lưu", "Thời gian lưu"), ("1", "Sổ đăng ký khai sinh", "Ủy ban nhân dân xã", "Vĩnh viễn"),
              ("2", "Giấy khai sinh (bản sao)", "Ủy ban nhân dân xã", "Vĩnh viễn"))])


def write(path, edition, *details):
    document = ('<w:document xmlns:w="%s" xmlns:r="%s"><w:body>%s<w:sectPr><w:footerReference w:type="default" r:id="rId1"/></w:sectPr></w:body></w:document>'
                % (check_docx.WORD, OFFICE, body(*details)))
    footer = '<w:ftr xmlns:w="%s">%s</w:ftr>' % (check_docx.WORD, table(("Ngày hiệu lực: 10/9/2025", "Lần ban hành: %s" % edition)))
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": LINKS % link("rId1", "officeDocument", "word/document.xml"), "word/document.xml": document,
             "word/_rels/document.xml.rels": LINKS % link("rId1", "footer", "footer1.xml"), "word/footer1.xml": footer}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def findings(files, directory):
    """Identifier of a rule → the messages of its findings, for the system of these files."""
    system = os.path.join(directory, "system.xml")
    subprocess.run([QMS, "import", "docx", *files, "-o", system], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    report = subprocess.run([QMS, "validate", "--lang", "en", "--format", "json", "--as-of", "2026-01-15", system], stdout=subprocess.PIPE, check=False).stdout
    found = collections.defaultdict(list)
    for finding in json.loads(report)["files"][0]["findings"]:
        found[finding["rule"]].append(finding["message"])
    return found


class Defects(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as directory:
            birth = write(os.path.join(directory, "a.docx"), "01", "Đăng ký khai sinh", "QT 01/HT", "Công chức Tư pháp - Hộ tịch",
                          "Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ.")
            death = write(os.path.join(directory, "b.docx"), "02", "Đăng ký khai tử", "QT 01/HT", "Công chức tư pháp hộ tich",
                          "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.")
            cls.found = findings([birth, death], directory)

    def expect(self, rule, *words):
        self.assertEqual(len(self.found[rule]), 1, self.found[rule])
        for word in words:
            self.assertIn(word, self.found[rule][0])

    def test_a_code_of_two_procedures(self):
        self.expect("QMS-QT-001", "QT 01/HT", "Đăng ký khai sinh")

    def test_a_records_table_that_was_copied(self):
        self.expect("QMS-QT-039", "Đăng ký khai tử", "khai sinh")

    def test_an_edition_in_the_footer_that_is_not_the_covers(self):
        self.expect("QMS-QT-038", "Đăng ký khai tử", "edition 1", "says 2")

    def test_a_role_that_is_spelt_in_two_ways(self):
        self.expect("QMS-HT-099", "Công chức Tư pháp - Hộ tịch", "Công chức tư pháp hộ tich")

    def test_an_act_that_is_out_of_date(self):
        self.expect("QMS-PL-001", "61/2018/NĐ-CP", "118/2025/NĐ-CP")


@unittest.skipUnless(os.path.isdir(CORPUS), "the corpus is not part of the project")
class Corpus(unittest.TestCase):
    def test_defects_of_real_procedures_are_found(self):
        with tempfile.TemporaryDirectory() as directory:
            found = findings(sorted(glob.glob(os.path.join(CORPUS, "*.docx"))), directory)
        self.assertEqual(len(found["QMS-QT-001"]), 5)   # codes shared by two procedures
        self.assertEqual(len(found["QMS-QT-038"]), 10)  # footers with another edition
        self.assertEqual(len(found["QMS-QT-039"]), 10)  # records of births in procedures about something else
        self.assertEqual(len(found["QMS-HT-099"]), 3)   # roles in several spellings


if __name__ == "__main__":
    QMS = os.path.abspath(sys.argv.pop(1))
    unittest.main()

#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The shipped templates, filled by the command: test_filled.py QMS

From every example system and from ones that hold next to nothing; each document is sound by tests/word/check_docx.py, and the
data stand in it."""

import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tests/word"))
import check_docx  # noqa: E402

QMS = None
MODEL = "{urn:libqms:1}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SYSTEMS = ["ubnd-xa.xml", "so.xml", "lien-thong.xml", "ubnd-xa-nho.xml", "so-2008.xml"]
LONG = "Thủ tục cấp, điều chỉnh, gia hạn giấy phép đối với tổ chức, cá nhân, " * 15

BARE = """<heThong xmlns="urn:libqms:1"><coQuan/><chinhSach/><mucTieu/><thangDiem><khoang/></thangDiem><ruiRo/><coHoi/>
<taiLieuNoiBo/><taiLieuBenNgoai/><hoSo/><quyTrinh id="Q"><buoc/><hoSo/><bieuMau/><suaDoi/><vienDan/><dinhNghia/></quyTrinh>
<thuTuc quyTrinh="Q"><thanhPhanHoSo/><cachThuc/></thuTuc><danhGia><phatHien/></danhGia><xemXet/><congBo/></heThong>"""
EMPTY = '<heThong xmlns="urn:libqms:1"/>'


def run(*arguments):
    result = subprocess.run([QMS, *map(str, arguments)], capture_output=True, text=True)
    if result.returncode != 0:
        raise AssertionError(f"qms {' '.join(map(str, arguments))}: {result.stderr}")
    return result.stdout


def names():
    return [line.split()[0] for line in run("export", "docx", "--list-templates").splitlines()]


def paragraphs(file, part="word/document.xml"):
    with zipfile.ZipFile(file) as package:
        root = ElementTree.fromstring(package.read(part))
    return ["".join(text.text or "" for text in paragraph.iter(f"{WORD}t")) for paragraph in root.iter(f"{WORD}p")]


class Filled(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, text):
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def fill(self, system, *options):
        file = self.folder / "filled.docx"
        run("export", "docx", system, *options, "-o", file)
        return file

    def check(self, file):
        self.assertEqual([], check_docx.problems(file, filled=True), file)

    def test_eleven_documents_are_listed(self):
        self.assertEqual(sorted(file.stem for file in (ROOT / "data/templates").glob("*.docx")), names())
        self.assertEqual(11, len(names()))

    def test_every_document_of_every_example_is_sound(self):
        for name in SYSTEMS:
            folder = self.folder / name
            run("export", "docx", ROOT / "examples/xml" / name, "--all", "-o", folder)
            files = sorted(folder.glob("*.docx"))
            self.assertGreater(len(files), 10, name)
            for file in files:
                self.check(file)

    def test_a_system_of_empty_elements_fills_every_template(self):
        bare = self.write("bare.xml", BARE)
        case = self.write("case.xml", '<hoSoTTHC xmlns="urn:libqms:1"><suKien/><buocDangMo/></hoSoTTHC>')
        for name in names():
            self.check(self.fill(case if name == "control-slip" else bare, "--template", name))

    def test_an_empty_system_fills_those_of_the_whole(self):
        empty = self.write("empty.xml", EMPTY)
        for name in ("policy", "objectives", "document-lists", "risk-register", "scope"):
            self.check(self.fill(empty, "--template", name))

    def test_names_of_a_thousand_letters_stand_whole(self):
        system = (ROOT / "examples/xml/lien-thong.xml").read_text(encoding="utf-8")
        for name in ("Đăng ký khai sinh", "Luật Hộ tịch"):
            system = system.replace(f">{name}<", f">{LONG.strip()}<")
        file = self.fill(self.write("long.xml", system), "--procedure", "QT 06/HCTP")
        self.check(file)
        self.assertIn(LONG.strip(), paragraphs(file))

    def test_the_procedure_has_its_seven_sections_and_steps_in_order(self):
        system = ROOT / "examples/xml/ubnd-xa.xml"
        lines = paragraphs(self.fill(system, "--procedure", "QT-TP-01"))
        sections = ["Mục đích", "Phạm vi", "Tài liệu viện dẫn", "Định nghĩa/viết tắt", "Nội dung quy trình", "Biểu mẫu",
                    "Hồ sơ cần lưu"]
        places = [lines.index(name) for name in sections]
        self.assertEqual(sorted(places), places)
        procedure = ElementTree.parse(system).find(f"{MODEL}quyTrinh[@id='QT-TP-01']")
        steps = [step.findtext(f"{MODEL}ten") for step in procedure.findall(f"{MODEL}buoc")]
        places = [lines.index(name) for name in steps]
        self.assertEqual(sorted(places), places)
        self.assertIn("Mã hiệu: QT-TP-01", lines)
        self.assertIn("Ngày ban hành: 02/03/2026", lines)

    def test_each_scenario_has_a_column_of_times(self):
        lines = paragraphs(self.fill(ROOT / "examples/xml/lien-thong.xml", "--procedure", "QT 08/KT"))
        self.assertIn("Thời gian: Không phải kiểm tra thực địa (10 ngày làm việc)", lines)
        self.assertIn("Thời gian: Phải kiểm tra thực địa (15 ngày làm việc)", lines)

    def test_the_scope_lists_every_administrative_procedure(self):
        system = ROOT / "examples/xml/ubnd-xa.xml"
        lines = paragraphs(self.fill(system, "--template", "scope"))
        codes = [node.get("ma") for node in ElementTree.parse(system).findall(f"{MODEL}thuTuc")]
        self.assertEqual(30, len(codes))
        self.assertLessEqual(set(codes), set(lines))
        self.assertIn("Hộ tịch (11 thủ tục)", lines)

    def test_a_control_slip_tells_who_gave_to_whom(self):
        text = "\n".join(paragraphs(self.fill(ROOT / "examples/cases/H99.45-260304-0001.xml", "--template", "control-slip")))
        self.assertIn("Mẫu số 06 (03/2025/TT-VPCP)", text)
        self.assertIn("Giao: tổ chức, cá nhân nộp hồ sơ", text)
        self.assertIn("Đang xử lý: Công chức tư pháp", text)


if __name__ == "__main__":
    QMS = sys.argv.pop(1)
    unittest.main()

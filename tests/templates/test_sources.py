#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The committed templates are, byte for byte, what data/templates/make.py writes; all of them are in the library."""

import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "data/templates"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Sources(unittest.TestCase):
    def test_make_writes_the_committed_files(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-B", TEMPLATES / "make.py", folder], check=True)
            made = {file.name: file.read_bytes() for file in Path(folder).glob("*.docx")}
        committed = {file.name: file.read_bytes() for file in TEMPLATES.glob("*.docx")}
        self.assertEqual(sorted(made), sorted(committed))
        for name, data in made.items():
            self.assertTrue(data == committed[name], f"{name} is not what make.py writes: run data/templates/make.py")

    def test_every_template_is_compiled_into_the_library(self):
        listed = (ROOT / "data/qms.gresource.xml").read_text()
        for file in TEMPLATES.glob("*.docx"):
            self.assertIn(f">templates/{file.name}<", listed)

    def test_tables_have_as_many_columns_as_their_grid(self):
        for file in TEMPLATES.glob("*.docx"):
            with zipfile.ZipFile(file) as package:
                document = ElementTree.fromstring(package.read("word/document.xml"))
            for table in document.iter(f"{WORD}tbl"):
                columns = len(table.findall(f"{WORD}tblGrid/{WORD}gridCol"))
                for row in table.findall(f"{WORD}tr"):
                    self.assertEqual(columns, sum(span(cell) for cell in row.findall(f"{WORD}tc")), file.name)

    def test_every_style_that_is_used_is_defined(self):
        for file in TEMPLATES.glob("*.docx"):
            with zipfile.ZipFile(file) as package:
                styles = ElementTree.fromstring(package.read("word/styles.xml"))
                known = {style.get(f"{WORD}styleId") for style in styles.findall(f"{WORD}style")}
                for name in package.namelist():
                    if name.startswith("word/") and name.endswith(".xml"):
                        self.assertLessEqual(used_styles(ElementTree.fromstring(package.read(name))), known, file.name)

    def test_tables_are_as_wide_as_the_page_and_no_wider(self):
        for file in TEMPLATES.glob("*.docx"):
            with zipfile.ZipFile(file) as package:
                document = ElementTree.fromstring(package.read("word/document.xml"))
            size, margin = document.find(f".//{WORD}pgSz"), document.find(f".//{WORD}pgMar")
            room = number(size, "w") - number(margin, "left") - number(margin, "right")
            for table in document.iter(f"{WORD}tbl"):
                width = sum(number(column, "w") for column in table.findall(f"{WORD}tblGrid/{WORD}gridCol"))
                self.assertAlmostEqual(width, room, delta=10, msg=file.name)


def number(element, name):
    return int(element.get(f"{WORD}{name}"))


def span(cell):
    said = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
    return 1 if said is None else number(said, "val")


def used_styles(root):
    return {style.get(f"{WORD}val") for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
            for style in root.iter(f"{WORD}{kind}")}


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])

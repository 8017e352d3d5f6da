#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The generated schemas agree with the model, the examples and what the command writes: test_schema.py QMS."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parent.parent.parent
XSD = ROOT / "data/schema/libqms-1.xsd"
JSON_SCHEMA = ROOT / "data/schema/libqms-1.schema.json"
EXAMPLES = ROOT / "examples/xml"
CONFORMING = [EXAMPLES / name for name in ("ubnd-xa-nho.xml", "quy-trinh-loi.xml", "thu-tuc-thieu.xml")]
SYSTEM = '<heThong xmlns="urn:libqms:1" xmlns:x="urn:example:other">{}</heThong>'

# An element of each kind of value, and texts that are and that are not of the kind.
SPELLINGS = {
    "<thuTuc ma='1.001193' trongNgay='{}'/>": ["true", "false", "1", "TRUE", " true ", ""],
    "<quyTrinh id='Q' lanBanHanh='{}'/>": ["1", "05", "+5", "1.0", "1e2", " 7 ", ""],
    "<mucTieu id='M' chiTieu='{}'/>": ["1", "-5", "0.50", "05", ".5", "5.", "+5", "1e3", "1,5", " 2 ", ""],
    "<chinhSach ngay='{}'/>": ["2026-01-31", "2026-02-30", "2026-1-1", "2026-01-31Z", " 2026-01-31 ", "0000-01-01", ""],
    "<quyTrinh id='Q'><thoiHan giaTri='{}'/></quyTrinh>": ["1 ngay", "1.50 ngay", " 1 ngay ", "-1 ngay", ".5 ngay",
                                                         "1ngay", "1 day", "1", ""],
    "<coQuan loai='{}'/>": ["ubndCapXa", " ubndCapXa ", "ubndcapxa", ""],
    "<quyTrinh id='{}'/>": ["a", "Đ1", "_a", "a.b", "1a", "-a", "a:b", "a b", "a/b", " a ", ""],
    "<thuTuc ma='1.001193'><cachThuc><thoiHan><phi soTien='{}'/></thoiHan></cachThuc></thuTuc>": ["0", "1000", "1.000"],
}

QMS = None  # the command, from the command line


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)


def xmllint(path):
    return run("xmllint", "--nonet", "--noout", "--schema", XSD, path)


def validator():
    return jsonschema.Draft202012Validator(json.loads(JSON_SCHEMA.read_text(encoding="utf-8")))


class Generated(unittest.TestCase):
    def test_files_are_current(self):
        result = run(sys.executable, ROOT / "schema/generate.py", "--check")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

    def test_command_prints_the_schemas(self):
        self.assertEqual(run(QMS, "schema", "xsd").stdout, XSD.read_text(encoding="utf-8"))
        self.assertEqual(run(QMS, "schema", "json").stdout, JSON_SCHEMA.read_text(encoding="utf-8"))


class XmlSchema(unittest.TestCase):
    def check(self, content):
        with tempfile.NamedTemporaryFile("w", suffix=".xml", encoding="utf-8") as file:
            file.write(SYSTEM.format(content))
            file.flush()
            return xmllint(file.name)

    def accept(self, content):
        result = self.check(content)
        self.assertEqual(result.returncode, 0, result.stderr)

    def refuse(self, content, expected):
        result = self.check(content)
        self.assertEqual(result.returncode, 3, "was accepted")
        self.assertIn(expected, result.stderr)

    def test_examples_are_valid(self):
        for path in CONFORMING:
            with self.subTest(path.name):
                result = xmllint(path)
                self.assertEqual(result.returncode, 0, result.stderr)

    def test_canonical_form_is_valid(self):
        for path in CONFORMING:
            with self.subTest(path.name), tempfile.TemporaryDirectory() as folder:
                copy = Path(folder) / "canonical.xml"
                copy.write_text(run(QMS, "format", path).stdout, encoding="utf-8")
                result = xmllint(copy)
                self.assertEqual(result.returncode, 0, result.stderr)

    def test_frameworks_are_valid(self):
        for path in sorted((ROOT / "data/frameworks").rglob("*.xml")):
            with self.subTest(path.name):
                result = xmllint(path)
                self.assertEqual(result.returncode, 0, result.stderr)

    def test_children_come_in_any_order(self):
        self.accept("<quyTrinh id='Q'><buoc/><ten>A</ten></quyTrinh><coQuan><ten>B</ten></coQuan>")

    def test_foreign_content_is_allowed_everywhere(self):
        self.accept("<x:e/><coQuan x:a='1'><x:e/><ten x:a='1'>A <x:b>c</x:b></ten></coQuan>")

    def test_words_may_hold_foreign_elements_beside_attributes(self):
        self.accept("<thuTuc ma='1.001193'><ten>A</ten><ketQua ma='K'>Giấy <x:b>khai</x:b> sinh</ketQua></thuTuc>")

    def test_unknown_element_is_refused(self):
        self.refuse("<quyTrinhs/>", "quyTrinhs")

    def test_unknown_attribute_is_refused(self):
        self.refuse("<coQuan tenGoi='A'/>", "tenGoi")

    def test_element_in_the_wrong_place_is_refused(self):
        self.refuse("<buoc/>", "buoc")

    def test_value_outside_an_enumeration_is_refused(self):
        self.refuse("<coQuan loai='ubndXa'/>", "ubndXa")

    def test_date_in_another_form_is_refused(self):
        self.refuse("<chinhSach ngay='05/01/2026'/>", "05/01/2026")

    def test_duration_without_unit_is_refused(self):
        self.refuse("<quyTrinh id='Q'><thoiHan giaTri='3'/></quyTrinh>", "giaTri")

    def test_code_off_its_pattern_is_refused(self):
        self.refuse("<thuTuc ma='1193'/>", "1193")

    def test_number_out_of_range_is_refused(self):
        self.refuse("<mucTieu id='M' nam='1889'/>", "1889")

    def test_missing_required_attribute_is_refused(self):
        self.refuse("<quyTrinh/>", "'id' is required")

    def test_words_between_elements_are_refused(self):
        self.refuse("<coQuan>A</coQuan>", "coQuan")


    def test_reader_and_schema_agree_on_spellings(self):
        for content, values in SPELLINGS.items():
            for value in values:
                with self.subTest(content.format(value)):
                    read = run(QMS, "format", "-", input=SYSTEM.format(content.format(value)))
                    valid = self.check(content.format(value)).returncode == 0
                    self.assertEqual(read.returncode == 0, valid, read.stderr)


class JsonSchema(unittest.TestCase):
    def errors(self, value):
        return [error.message for error in validator().iter_errors(value)]

    def refuse(self, value, expected):
        self.assertIn(expected, "\n".join(self.errors({"$type": "system", **value})))

    def test_schema_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(json.loads(JSON_SCHEMA.read_text(encoding="utf-8")))

    def test_examples_as_json_are_valid(self):
        for path in (EXAMPLES / "ubnd-xa-nho.xml",):
            with self.subTest(path.name), tempfile.TemporaryDirectory() as folder:
                target = Path(folder) / "system.json"
                result = run(QMS, "convert", path, target)
                self.assertEqual(result.returncode, 0, result.stderr)
                self.assertEqual(self.errors(json.loads(target.read_text(encoding="utf-8"))), [])

    def test_foreign_content_as_json_is_valid(self):
        source = SYSTEM.format("<!-- a --><x:e/><coQuan x:a='1'><ten x:a='1'>A <x:b>c</x:b></ten><?p q?></coQuan>")
        with tempfile.TemporaryDirectory() as folder:
            path, target = Path(folder) / "system.xml", Path(folder) / "system.json"
            path.write_text(source, encoding="utf-8")
            result = run(QMS, "convert", path, target)
            self.assertEqual(result.returncode, 0, result.stderr)
            value = json.loads(target.read_text(encoding="utf-8"))
        self.assertIn("$extra", value["agency"])
        self.assertEqual(self.errors(value), [])

    def test_root_type_is_asked_for(self):
        self.assertEqual(self.errors({}), ["'$type' is a required property"])

    def test_unknown_root_type_is_refused(self):
        self.refuse({"$type": "systems"}, "'systems' is not one of")

    def test_unknown_key_is_refused(self):
        self.refuse({"agenc": {}}, "'agenc' was unexpected")

    def test_xml_name_is_refused_as_key(self):
        self.refuse({"coQuan": {}}, "'coQuan' was unexpected")

    def test_value_outside_an_enumeration_is_refused(self):
        self.refuse({"standard": "iso9001_2015"}, "'iso9001_2015' is not one of")

    def test_number_as_string_is_refused(self):
        self.refuse({"objectives": [{"id": "M", "statement": "A", "year": "2026"}]}, "'2026' is not of type 'integer'")

    def test_missing_required_field_is_refused(self):
        self.refuse({"agency": {}}, "'name' is a required property")

    def test_duration_without_unit_is_refused(self):
        self.refuse({"procedures": [{"id": "Q", "title": "A", "time_limits": [{"value": "3"}]}]}, "'3' does not match")


if __name__ == "__main__":
    QMS = sys.argv.pop(1)
    unittest.main()

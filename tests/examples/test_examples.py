#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The complete example systems conform on their day and survive every form of the file: test_examples.py QMS."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import jsonschema

import systems

SCHEMAS = systems.ROOT / "data/schema"
QMS = None  # the command, from the command line


class Examples(unittest.TestCase):
    def test_there_is_nothing_to_find(self):
        for name, day in systems.SYSTEMS.items():
            with self.subTest(name):
                self.assertEqual(systems.findings(QMS, day, systems.path(name)), [])

    def test_they_are_canonical(self):
        for name in systems.SYSTEMS:
            with self.subTest(name):
                subprocess.run([QMS, "format", "--check", systems.path(name)], check=True)

    def test_they_pass_through_json_unchanged(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in systems.SYSTEMS:
                with self.subTest(name):
                    between, back = Path(folder, f"{name}.json"), Path(folder, f"{name}.xml")
                    subprocess.run([QMS, "convert", systems.path(name), between], check=True)
                    subprocess.run([QMS, "convert", between, back], check=True)
                    self.assertEqual(back.read_bytes(), systems.path(name).read_bytes())

    def test_they_follow_the_schema(self):
        schema = SCHEMAS / "libqms-1.xsd"
        for name in systems.SYSTEMS:
            with self.subTest(name):
                subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, systems.path(name)],
                               check=True, stderr=subprocess.DEVNULL)

    def test_they_follow_the_json_schema(self):
        schema = json.loads((SCHEMAS / "libqms-1.schema.json").read_text(encoding="utf-8"))
        for name in systems.SYSTEMS:
            with self.subTest(name):
                command = [QMS, "convert", "--to", "json", systems.path(name), "-"]
                written = subprocess.run(command, capture_output=True, check=True).stdout
                jsonschema.Draft202012Validator(schema).validate(json.loads(written))


if __name__ == "__main__":
    QMS = sys.argv.pop(1)
    unittest.main()

#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Forty-eight agencies, thirty-six of them conforming by construction: test_inspection.py QMS.

Each is an example system under another name; twelve are broken, each in one way of the table of mutations."""

import csv
import io
import json
import subprocess
import sys
import tempfile
import tomllib
import unittest
from pathlib import Path

import mutate
import systems

HERE = Path(__file__).resolve().parent
DAY = "2026-10-01"
NAMES = ("ubnd-xa", "so")
AGENCIES = 48
# What is broken, and the item of the checklist that it decides.
BROKEN = (
    ("QMS-MH-001 pho-bien", "A2"), ("QMS-HT-022", "A3"), ("QMS-MH-001 cuoc-danh-gia", "A5"),
    ("QMS-MH-001 cuoc-xem-xet", "A6"), ("QMS-MH-001 ke-hoach-nam", "A10"), ("QMS-RR-005", "A13"),
    ("QMS-MH-001 ban-chi-dao", "B1"), ("QMS-MH-001 xac-nhan-hieu-luc", "B2"), ("QMS-MH-001 thong-bao", "B4"),
    ("QMS-MH-001 niem-yet", "B5"), ("QMS-QT-013", "D3"), ("QMS-TT-014", "D9"),
)
QMS = None  # the command, from the command line


def steps():
    """What breaks a rule or requirement in the first example."""
    table = {}
    for file in sorted(HERE.glob("mutations/*.toml")):
        for mutation in tomllib.loads(file.read_text(encoding="utf-8")).get("mutation", []):
            if mutation.get("from", NAMES[0]) == NAMES[0] and "day" not in mutation:
                table.setdefault(mutation["breaks"], mutation["do"])
    return table


def generate(folder):
    """Writes the systems; gives the item that each broken one fails, by file name."""
    examples = [mutate.load(systems.path(name).read_text(encoding="utf-8")) for name in NAMES]
    broken, table = {}, steps()
    for number in range(AGENCIES):
        every = AGENCIES // len(BROKEN)
        spoilt = number % every == 0
        system = examples[0] if spoilt else examples[number % len(examples)]
        changes = [["text", "coQuan/ten", f"Cơ quan số {number:02}"], ["attribute", "coQuan", "ma", f"H99.{number:02}"]]
        file = f"{number:02}.xml"
        if spoilt:
            breaks, broken[file] = BROKEN[number // every]
            changes += table[breaks]
        Path(folder, file).write_text(mutate.dump(mutate.mutated(system, changes)), encoding="utf-8")
    return broken


def inspect(folder, *options):
    command = [QMS, "inspect", folder, "--as-of", DAY, "--lang", "en", "-j", "2", *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


class Inspection(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.broken = generate(cls.folder.name)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_thirty_six_of_forty_eight_conform(self):
        result = inspect(self.folder.name)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertEqual(result.stdout.splitlines()[-1], "Agencies: 48, conforming: 36, not conforming: 12, not assessed: 0")

    def test_each_broken_agency_fails_its_item(self):
        agencies = json.loads(inspect(self.folder.name, "--format", "json").stdout)["agencies"]
        self.assertEqual(len(agencies), AGENCIES)
        for agency in agencies:
            file = Path(agency["file"]).name
            failed = {item["code"] for item in agency["checklist"] if item["verdict"] == "chuaPhuHop"}
            with self.subTest(file):
                self.assertEqual(agency["verdict"] == "phuHop", file not in self.broken)
                self.assertIn(self.broken[file], failed) if file in self.broken else self.assertEqual(failed, set())

    def test_a_table_for_spreadsheets_has_a_line_for_each_item(self):
        rows = list(csv.DictReader(io.StringIO(inspect(self.folder.name, "--format", "csv").stdout)))
        items = {row["item"] for row in rows}
        self.assertEqual(len(rows), AGENCIES * len(items))
        self.assertTrue({"A1", "B10", "C3", "D12", "E5"} <= items)
        bad = {row["agency"] for row in rows if row["verdict"] == "Not conforming"}
        self.assertEqual(len(bad), len(BROKEN))

    def test_a_page_names_every_agency(self):
        page = inspect(self.folder.name, "--format", "html").stdout
        for number in range(AGENCIES):
            self.assertIn(f"Cơ quan số {number:02}", page)


if __name__ == "__main__":
    QMS = sys.argv.pop(1)
    unittest.main()

#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""qms workflow reports sums, ways and verdicts as they were added up by hand: test_workflow.py QMS.

expected.toml holds the table; the procedures are in the XML files of this folder and in examples/xml/lien-thong.xml."""

import json
import subprocess
import sys
import tomllib
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILES = [HERE / "thuc-te.xml", HERE / "tong-buoc.xml", HERE.parent.parent / "examples/xml/lien-thong.xml"]
QMS = None  # the command, from the command line


def reported():
    """What the command says, by identifier of the procedure."""
    procedures = {}
    for file in FILES:
        run = subprocess.run([QMS, "workflow", "--format", "json", "--paths", "50", file], capture_output=True, check=False)
        for procedure in json.loads(run.stdout):
            procedures[procedure["id"]] = procedure
    return procedures


def times(amounts):
    return " + ".join(amount["duration"] for amount in amounts)


def row(found):
    cells = [found.get("scenario", ""), found.get("phase", ""), found.get("channel", ""), times(found["longest"]),
             times(found["shortest"]), found.get("limit", ""), found["verdict"],
             found["slack"]["duration"] if "slack" in found else ""]
    return cells + ([found["reduction_percent"]] if "reduction_percent" in found else [])


def way(found, numbers):
    paths = [" ".join(numbers[place["step"]] for place in path["steps"]) for path in found["paths"]]
    return [found.get("scenario", ""), " ".join(numbers[step] for step in found["longest"]["steps"]),
            found["longest"]["hand_overs"], paths]


class Workflow(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.reported = reported()

    def test_sums_and_verdicts_are_those_added_up_by_hand(self):
        for expected in tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))["procedure"]:
            found = self.reported[expected["id"]]
            with self.subTest(expected["id"]):
                self.assertEqual([row(each) for each in found["timing"]], expected["rows"])

    def test_longest_ways_and_all_paths_are_those_found_by_hand(self):
        for expected in tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))["procedure"]:
            found = self.reported[expected["id"]]
            numbers = {step["id"]: step["number"] for step in found["steps"]}
            with self.subTest(expected["id"]):
                self.assertEqual([way(each, numbers) for each in found["ways"]], expected["ways"])
                self.assertTrue(all(each["paths_complete"] for each in found["ways"]))

    def test_exact_minutes_stand_beside_durations(self):
        rows = self.reported["V5"]["timing"]
        self.assertEqual(rows[0]["longest"], [{"working_minutes": "4080", "duration": "8.5 ngayLamViec"}])
        self.assertEqual(self.reported["V1"]["timing"][0]["longest"], [{"minutes": "33120", "duration": "23 ngay"}])

    def test_steps_without_a_time_are_counted(self):
        self.assertEqual(self.reported["P07"]["timing"][0]["steps_without_time"], 14)
        self.assertEqual(self.reported["P02"]["timing"][0]["steps_without_time"], 5)
        self.assertNotIn("steps_without_time", self.reported["P01"]["timing"][0])

    def test_the_load_of_a_role_is_the_time_of_its_steps_on_the_longest_way(self):
        roles = self.reported["QT-DD"]["ways"][0]["longest"]["roles"]
        loads = {role["role"]: times(role["time"]) for role in roles}
        self.assertEqual(loads, {"VT-TN": "1 ngayLamViec", "VT-KT": "0.5 ngayLamViec", "VT-DC": "4 ngayLamViec",
                                 "VT-DK": "3 ngayLamViec", "VT-LD": "1 ngayLamViec", "VT-VT": "0.5 ngayLamViec"})

    def test_procedures_without_steps_are_left_out(self):
        self.assertNotIn("P04", self.reported)
        self.assertNotIn("P12", self.reported)

    def test_exit_code_says_whether_a_limit_is_exceeded(self):
        for file, code in zip(FILES, (1, 1, 0)):
            self.assertEqual(subprocess.run([QMS, "workflow", file], capture_output=True, check=False).returncode, code)


if __name__ == "__main__":
    QMS = sys.argv.pop(1)
    unittest.main()

#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The complete example systems conform on their day, are canonical and follow the XSD: test_examples.py QMS."""

import subprocess
import sys
import unittest

import systems

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

    def test_they_follow_the_schema(self):
        schema = systems.ROOT / "data/schema/libqms-1.xsd"
        for name in systems.SYSTEMS:
            with self.subTest(name):
                subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, systems.path(name)],
                               check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    QMS = sys.argv.pop(1)
    unittest.main()

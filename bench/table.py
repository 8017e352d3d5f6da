#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the table of measurements as Markdown. usage: table.py BENCH QMS DIRECTORY [SMALL LARGE]"""
import os
import subprocess
import sys

import measure

MODES = ["null-sax", "qms-read", "qms-validate", "qms-write", "libxml2-dom", "libxml2-dom-xsd"]
NAMES = {"null-sax": "null SAX (libxml2, callbacks do nothing)", "qms-read": "**qms read**", "qms-validate": "**qms read + validate**",
         "qms-write": "**qms write**", "libxml2-dom": "libxml2 DOM", "libxml2-dom-xsd": "libxml2 DOM + generated XSD",
         "lxml-xsd": "lxml + generated XSD"}
COUNTED_WHEN_LARGE = MODES[:4]  # callgrind takes minutes for the others, and nothing hangs on them


def say(text):
    print(text, file=sys.stderr, flush=True)


def rows(bench, schema, path, size, rounds, counted):
    """One row for each mode: name, MB/s, ratio of time, instructions per byte (or None), peak MB."""
    here = os.path.dirname(os.path.abspath(__file__))
    commands = [[bench, mode, path] for mode in MODES]
    commands.append(["/usr/bin/python3", os.path.join(here, "lxml_xsd.py"), schema, path])
    say("timing %d rounds on %.1f MB" % (rounds, size / 1e6))
    timed = measure.alternate(commands, rounds)
    for mode, (seconds, kilobytes) in zip(MODES + ["lxml-xsd"], timed):
        count = None
        if mode in counted:
            say("counting instructions of %s on %.1f MB" % (mode, size / 1e6))
            count = measure.instructions(bench, mode, path) / size
        yield mode, size / 1e6 / seconds, timed[0][0] / seconds, count, kilobytes * 1024 / 1e6


def print_table(size, table):
    base = table[0][3]
    print("\n### %.1f MB\n" % (size / 1e6))
    print("| | MB/s | speed to null SAX | Ir/byte | Ir to null SAX | peak MB |")
    print("|---|---:|---:|---:|---:|---:|")
    for mode, speed, ratio, count, peak in table:
        ir = "– | –" if count is None else "%.2f | %.3f" % (count, count / base)
        print("| %s | %.0f | %.2f | %s | %.0f |" % (NAMES[mode], speed, ratio, ir, peak))


def main():
    bench, qms, directory = sys.argv[1:4]
    small, large = sys.argv[4:6] or ("1M", "100M")
    schema = os.path.join(directory, "qms.xsd")
    with open(schema, "wb") as out:
        subprocess.run([qms, "schema", "xsd"], stdout=out, check=True)
    for name, rounds, counted in ((small, 15, MODES), (large, 5, COUNTED_WHEN_LARGE)):
        path = os.path.join(directory, "system-%s.xml" % name)
        size = measure.generate(path, name)
        print_table(size, list(rows(bench, schema, path, size, rounds, counted)))


if __name__ == "__main__":
    main()

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


def figures(bench, schema, path, size, rounds, counted):
    """For each mode: MB/s, speed against null SAX, instructions per byte, the same against null SAX, peak MB; None: not counted."""
    here = os.path.dirname(os.path.abspath(__file__))
    commands = [[bench, mode, path] for mode in MODES]
    commands.append(["/usr/bin/python3", os.path.join(here, "lxml_xsd.py"), schema, path])
    say("timing %d rounds on %.0f MB" % (rounds, size / 1e6))
    timed = measure.alternate(commands, rounds)
    counts = {}
    for mode in counted:
        say("counting instructions of %s on %.0f MB" % (mode, size / 1e6))
        counts[mode] = measure.instructions(bench, mode, path) / size
    base_seconds, base_count = timed[0][0], counts["null-sax"]
    for mode, (seconds, kilobytes) in zip(NAMES, timed):
        count = counts.get(mode)
        yield (size / 1e6 / seconds, base_seconds / seconds, count, count and count / base_count, kilobytes * 1024 / 1e6)


def print_table(names, columns):
    """One row for each mode; a cell holds the figures of both sizes."""
    formats = ("%.0f", "%.2f", "%.1f", "%.3f", "%.0f")
    print("%s / %s | MB/s | speed ÷ null SAX | Ir/byte | Ir ÷ null SAX | peak MB" % names)
    print("---|---:|---:|---:|---:|---:")
    for name, *both in zip(NAMES.values(), *columns):
        cells = (" / ".join("–" if value is None else form % value for value in pair) for form, *pair in zip(formats, *both))
        print(" | ".join([name, *cells]))


def main():
    bench, qms, directory = sys.argv[1:4]
    small, large = sys.argv[4:6] or ("1M", "100M")
    schema = os.path.join(directory, "qms.xsd")
    with open(schema, "wb") as out:
        subprocess.run([qms, "schema", "xsd"], stdout=out, check=True)
    columns = []
    for name, rounds, counted in ((small, 15, MODES), (large, 5, COUNTED_WHEN_LARGE)):
        path = os.path.join(directory, "system-%s.xml" % name)
        size = measure.generate(path, name)
        columns.append(list(figures(bench, schema, path, size, rounds, counted)))
    print_table((small, large), columns)


if __name__ == "__main__":
    main()

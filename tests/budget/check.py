#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds libqms to its budgets, in instructions (which do not depend on the machine) and in memory.

usage: check.py speed|linear|memory BENCH DIRECTORY
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "bench"))
import measure  # noqa: E402

RATIOS = {"qms-read": 1.25, "qms-validate": 1.60, "qms-write": 0.35}  # of the instructions of a null SAX parse
DRIFT = 0.05         # Ir/byte of a large document against those of a small one
MEMORY_RATIO = 1.5   # peak against the size of the file


class Check:
    """Prints each number beside its bound and remembers whether all hold."""

    def __init__(self):
        self.failed = False

    def at_most(self, what, value, bound, detail):
        holds = value <= bound
        self.failed |= not holds
        print("%-4s %-34s %6.3f (at most %.3f)  %s" % ("ok" if holds else "FAIL", what, value, bound, detail))


def document(directory, size):
    path = os.path.join(directory, "system-%s.xml" % size)
    return path, measure.generate(path, size)


def speed(check, bench, directory):
    path, size = document(directory, "1M")
    base = measure.instructions(bench, "null-sax", path)
    for mode, bound in RATIOS.items():
        count = measure.instructions(bench, mode, path)
        check.at_most(mode + " / null SAX", count / base, bound, "%.2f and %.2f Ir/byte" % (count / size, base / size))


def linear(check, bench, directory):
    small, large = document(directory, "1M"), document(directory, "8M")
    for mode in RATIOS:
        counts = [measure.instructions(bench, mode, path) / size for path, size in (small, large)]
        check.at_most(mode + ", 8 MB against 1 MB", abs(counts[1] / counts[0] - 1), DRIFT, "%.2f and %.2f Ir/byte" % (counts[1], counts[0]))


def memory(check, bench, directory):
    path, size = document(directory, "100M")
    _, kilobytes = measure.run([bench, "qms-read", path])
    check.at_most("peak of qms-read / size of file", kilobytes * 1024 / size, MEMORY_RATIO, "%.0f MB" % (kilobytes * 1024 / 1e6))


def main():
    check = Check()
    {"speed": speed, "linear": linear, "memory": memory}[sys.argv[1]](check, *sys.argv[2:4])
    return check.failed


if __name__ == "__main__":
    sys.exit(main())

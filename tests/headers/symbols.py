#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the public headers with the shared library, their comments and the tests.

usage: symbols.py INCLUDE-DIRECTORY LIBRARY TESTS-DIRECTORY

The library exports what the headers mark QMS_API and nothing else; each such function stands below a comment, and a test in C
calls it. What the caller owns cleans up by itself for users of glib.h.
"""
import pathlib
import re
import subprocess
import sys

DECLARATION = re.compile(r"^QMS_API\b[^;(]*?\b(qms_\w+) \(", re.MULTILINE)


def public_functions(include):
    """Names of the functions marked QMS_API, with whether each is documented: a comment in the same paragraph, above it."""
    functions = {}
    for header in sorted(include.rglob("*.h")):
        for paragraph in re.split(r"\n\s*\n", header.read_text(encoding="utf-8")):
            for match in DECLARATION.finditer(paragraph):
                functions[match.group(1)] = "/*" in paragraph[:match.start()]
    return functions


def exported(library):
    lines = subprocess.run(["nm", "-D", "--defined-only", library], stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()
    symbols = [line.split() for line in lines]
    return {fields[-1].split("@")[0] for fields in symbols if fields[-2] != "A"}


def called(tests):
    words = set()
    for source in tests.rglob("*.c"):
        words.update(re.findall(r"\bqms_\w+", source.read_text(encoding="utf-8")))
    return words


def owned_without_cleanup(include, functions):
    """Types with a function that frees them or drops a reference, which glib.h does not name."""
    text = (include / "qms" / "glib.h").read_text(encoding="utf-8")
    frees = [name for name in functions if re.fullmatch(r"qms_\w+_(free|unref)", name)]
    return [name for name in frees if not re.search(r"CLEANUP_FUNC \(\w+, %s\)" % name, text)]


def main():
    include, library, tests = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    functions = public_functions(include)
    symbols, words = exported(library), called(tests)
    complaints = ["not exported: " + name for name in functions if name not in symbols]
    complaints += ["exported but not declared: " + name for name in sorted(symbols - functions.keys())]
    complaints += ["no comment: " + name for name, documented in functions.items() if not documented]
    complaints += ["no test calls: " + name for name in functions if name not in words]
    complaints += ["no autoptr in glib.h: " + name for name in owned_without_cleanup(include, functions)]
    print("\n".join(complaints + ["%d public functions, %d complaints" % (len(functions), len(complaints))]))
    return bool(complaints) or not functions


if __name__ == "__main__":
    sys.exit(main())

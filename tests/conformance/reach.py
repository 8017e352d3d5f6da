#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the public functions with what the conformance suite reaches: reach.py PROJECT-DIRECTORY [--table]

The runner of C (tests/conformance/*.c) is the reference: a function is reached if the operation of a case calls it, be it by a
helper or a typed accessor of model.h. Others need a line "FUNCTION: reason" in unreached.txt; a name may end in * for all that begin so.
Operations stand in docs/conformance.md, and each has a case. --table prints every function with the first case that reaches it.
"""
import fnmatch
import json
import pathlib
import re
import sys

DECLARATION = re.compile(r"^QMS_API\b[^;(]*?\b(qms_\w+) \(", re.MULTILINE)
DEFINITION = re.compile(r"^(?:static inline [\w *]*?)?(\w+) \([^;]*?\)\n\{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
ENTRY = re.compile(r'\{ "(\w+)", (op_\w+) \}')


def read(path):
    return path.read_text(encoding="utf-8")


def public_functions(project):
    return [name for header in sorted((project / "include").rglob("*.h")) for name in DECLARATION.findall(read(header))]


def bodies(texts):
    """Words of each function that the texts define; names that several files use are taken together."""
    found = {}
    for text in texts:
        for name, body in DEFINITION.findall(text):
            found.setdefault(name, set()).update(re.findall(r"\w+", body))
    return found


def called(function, known):
    """Everything that a function calls, also by others that are known."""
    todo, seen = [function], set()
    while todo:
        for word in known.get(todo.pop(), set()) - seen:
            seen.add(word)
            todo.append(word)
    return seen


def cases(folder):
    """Operations with the first case of each."""
    first = {"parse": "the input of every case"}
    for path in sorted(folder.glob("*.json")):
        for case in json.loads(read(path))["cases"]:
            for step in case["steps"]:
                first.setdefault(step["call"], f"{path.stem}: {case['name']}")
    return first


def reasons(path, public):
    """Function → why it is left out."""
    lines = [line.split(": ", 1) for line in read(path).splitlines() if line and not line.startswith("#")]
    return {name: reason for pattern, reason in lines for name in fnmatch.filter(public, pattern) or [pattern] if "*" not in name}


def documented(page):
    """Operations that stand in a table's first column; several may share a line."""
    cells = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", page.split("## Operations", 1)[1], re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"\w+", cell)}


def main():
    project = pathlib.Path(sys.argv[1])
    folder = project / "tests" / "conformance"
    sources = [read(path) for path in sorted(folder.glob("*.c"))]
    operations = dict(entry for text in sources for entry in ENTRY.findall(text))
    known = bodies([*sources, read(project / "include" / "qms" / "model.h")])
    public, first = public_functions(project), cases(folder)
    excused = reasons(folder / "unreached.txt", public)
    reached = {}
    for operation, case in first.items():
        for name in called(operations.get(operation, ""), known):
            reached.setdefault(name, f"{operation} ({case})")
    for name in called("run_step", known):
        reached.setdefault(name, "every step")
    page = documented(read(project / "docs" / "conformance.md"))
    complaints = [f"reached by no case: {name}" for name in public if name not in reached and name not in excused]
    complaints += [f"unreached.txt names what is reached or does not exist: {name}" for name in excused
                   if name in reached or name not in public]
    complaints += [f"not in docs/conformance.md: {name}" for name in operations if name not in page]
    complaints += [f"docs/conformance.md names no operation: {name}" for name in page - operations.keys()]
    complaints += [f"no case for: {name}" for name in operations if name not in first]
    if "--table" in sys.argv:
        print("\n".join(f"{name:40} {reached.get(name) or '– ' + excused.get(name, '')}" for name in public))
    print("\n".join([*complaints, f"{len(public)} public functions, {len(excused)} not reached for a reason, {len(complaints)} complaints"]))
    return bool(complaints)


if __name__ == "__main__":
    sys.exit(main())

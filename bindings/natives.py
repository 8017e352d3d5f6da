#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares what each binding knows of the library with the public headers: natives.py PROJECT-DIRECTORY

A binding declares every public function and calls it, or bindings/unbound.txt says why not, one a line:

    FUNCTION: BINDINGS: why not

FUNCTION may end in * for all that begin so; BINDINGS are folders, or "all". PostgreSQL is left out: it offers queries on documents, not
the library.
"""
import fnmatch
import pathlib
import re
import sys

DECLARATION = re.compile(r"^QMS_API\b[^;(]*?\b(qms_\w+) \(", re.MULTILINE)
# Folder → file of the declarations (None: they are C's), the files that call.
BINDINGS = {
    "python": (None, "src/*.c"),
    "node": ("lib/native.js", "lib/*.js"),
    "java": ("src/main/java/org/libqms/Lib.java", "src/main/java/org/libqms/*.java"),
    "php": ("src/libqms.h", "src/*.php"),
    "dotnet": ("src/Lib.cs", "src/*.cs"),
}


def read(path):
    return path.read_text(encoding="utf-8")


def names_in(text):
    """Functions that a text names, with or without qms_; what happens to a case is called by its word alone (`case_${what}`)."""
    words = set(re.findall(r"\w+", text))
    return words | {"qms_" + word for word in words} | {"qms_case_" + word for word in words}


def declared(text):
    """Names before a list of parameters, with or without qms_."""
    return {"qms_" + name for name in re.findall(r"\b(?:qms_)?(\w+) ?\(", text)}


def bound(folder, declarations, callers):
    text = "\n".join(read(path) for path in sorted(folder.glob(callers)) if path != folder / str(declarations))
    if not declarations:
        words = set(re.findall(r"\bqms_\w+", text))
        return words, words
    called, own = names_in(text), read(folder / declarations)
    return declared(own), called | names_in(own.split("`;")[-1] if declarations.endswith(".js") else "")


def excuses(path, public):
    """(function, binding) pairs that may be missing, and lines that say nothing."""
    pairs, idle = set(), []
    for line in read(path).splitlines():
        if not line or line.startswith("#"):
            continue
        pattern, folders, _ = line.split(": ", 2)
        names = fnmatch.filter(public, pattern)
        if not names and "*" not in pattern:
            idle.append(f"unbound.txt: there is no {pattern}")
        pairs.update((name, folder) for name in names for folder in (BINDINGS if folders == "all" else folders.split()))
    return pairs, idle


def main():
    project = pathlib.Path(sys.argv[1])
    public = sorted(name for header in (project / "include").rglob("*.h") for name in DECLARATION.findall(read(header)))
    excused, complaints = excuses(project / "bindings" / "unbound.txt", public)
    for folder, (declarations, callers) in BINDINGS.items():
        known, called = bound(project / "bindings" / folder, declarations, callers)
        missing = {name for name in public if name not in known or name not in called}
        complaints += [f"{folder} does not {'call' if name in known else 'declare'} {name}" for name in sorted(missing)
                       if (name, folder) not in excused]
        complaints += [f"unbound.txt: {folder} has {name}" for name in public if (name, folder) in excused and name not in missing]
    print("\n".join([*complaints, f"{len(public)} public functions, {len(BINDINGS)} bindings, {len(complaints)} complaints"]))
    return bool(complaints)


if __name__ == "__main__":
    sys.exit(main())

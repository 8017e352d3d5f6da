#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Generate everything that follows from the schema: C tables and accessors, XSD, JSON Schema, reference pages, typed façades.

  schema/generate.py          write the files
  schema/generate.py --check  compare them; exit 1 and name the stale ones

Needs Python 3.11 and its standard library, nothing else. The output is committed, so a build needs no Python.
"""

import sys
from pathlib import Path

import emit_c
import emit_csharp
import emit_docs
import emit_java
import emit_json_schema
import emit_php
import emit_python
import emit_typescript
import emit_xsd
from model import Model, SchemaError

ROOT = Path(__file__).resolve().parent.parent
EMITTERS = (emit_c, emit_csharp, emit_xsd, emit_json_schema, emit_docs, emit_java, emit_php, emit_python, emit_typescript)
# Folders in which every file is generated: one that no emitter names is stale.
OWNED = ("libqms/gen", "docs/reference", emit_java.FOLDER)


def outputs(model):
    files = {}
    for emitter in EMITTERS:
        for path, text in emitter.emit(model).items():
            if path in files:
                raise SchemaError(f"{path} is written twice")
            files[path] = text
    return files


def orphans(files):
    found = (path for folder in OWNED for path in (ROOT / folder).rglob("*") if path.is_file())
    return [path for path in found if str(path.relative_to(ROOT)) not in files]


def stale(files):
    for path, text in files.items():
        target = ROOT / path
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            yield path
    for path in orphans(files):
        yield str(path.relative_to(ROOT))


def write(files):
    for path in list(stale(files)):
        target = ROOT / path
        if path in files:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(files[path], encoding="utf-8")
            print(f"wrote {path}")
        else:
            target.unlink()
            print(f"removed {path}")


def main(arguments):
    try:
        files = outputs(Model.load(ROOT / "schema"))
    except SchemaError as error:
        sys.exit(f"generate.py: {error}")
    if arguments == ["--check"]:
        names = sorted(stale(files))
        for path in names:
            print(f"stale: {path} (run ./dev generate)")
        sys.exit(1 if names else 0)
    if arguments:
        sys.exit(__doc__)
    write(files)


if __name__ == "__main__":
    main(sys.argv[1:])

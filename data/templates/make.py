#!/usr/bin/python3 -B
# SPDX-License-Identifier: Apache-2.0
"""Writes the shipped .docx templates from their sources in sources/.

Usage: make.py [FOLDER]    (this folder when absent)"""

import importlib
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from layout.package import write  # noqa: E402


def main(folder):
    for source in sorted((HERE / "sources").glob("*.py")):
        module = importlib.import_module(f"sources.{source.stem}")
        write(module.document(), folder / f"{source.stem.replace('_', '-')}.docx")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)

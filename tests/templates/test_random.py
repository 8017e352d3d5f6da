#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Documents of random systems are such as Word takes: test_random.py FILL-RANDOM [COUNT]"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/word"))
import check_docx  # noqa: E402


def main(tool, count="25"):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([tool, "1", count, folder], check=True)
        files = sorted(Path(folder).glob("*.docx"))
        problems = [f"{file.name}: {problem}" for file in files for problem in check_docx.problems(file)]
    print(*problems[:20], sep="\n")
    if problems or len(files) < int(count):
        sys.exit(f"{len(files)} documents, {len(problems)} problems")


if __name__ == "__main__":
    main(*sys.argv[1:])

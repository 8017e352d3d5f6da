# SPDX-License-Identifier: Apache-2.0
"""The complete example systems, the day on which each conforms, and the command that checks them."""

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SYSTEMS = {"ubnd-xa": "2026-10-01", "so": "2026-10-01", "so-2008": "2017-06-01",
           "lien-thong": "2026-06-01"}


def path(name):
    return ROOT / "examples/xml" / f"{name}.xml"


def findings(qms, day, *paths):
    """What `qms validate` finds in the files on that day, one dictionary for each finding."""
    command = [qms, "validate", "--lang", "en", "--as-of", day, "--format", "ndjson", "--fail-on", "never", "-j", "2"]
    result = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)
    if result.returncode not in (0, 2):
        raise RuntimeError(result.stderr)
    return [json.loads(line) for line in result.stdout.splitlines()]

# SPDX-License-Identifier: Apache-2.0
"""python -m qms: run the command, from this package if it has it, else from the PATH (or QMS_COMMAND)."""

import os
import shutil
import sys
from pathlib import Path


def find_command():
    own = Path(__file__).parent / "_library" / "bin" / "qms"
    return os.environ.get("QMS_COMMAND") or (str(own) if own.is_file() else shutil.which("qms"))


def main():
    command = find_command()
    if not command:
        sys.exit("python -m qms: the command qms is not installed")
    os.execv(command, ["qms", *sys.argv[1:]])


if __name__ == "__main__":
    main()

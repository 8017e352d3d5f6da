#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The table of widths is what schema/font_widths.py makes of the font; skipped (77) where Debian's fonts-liberation2 is missing."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FONT = Path("/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf")

if not FONT.exists():
    print("fonts-liberation2 is not installed")
    sys.exit(77)
made = subprocess.run([sys.executable, "-B", ROOT / "schema/font_widths.py", FONT], capture_output=True, text=True, check=True).stdout
written = (ROOT / "libqms/diagram/font_widths.c").read_text()
# The formatter may break lines elsewhere.
if "".join(made.split()) != "".join(written.split()):
    sys.exit("libqms/diagram/font_widths.c is not what schema/font_widths.py writes")

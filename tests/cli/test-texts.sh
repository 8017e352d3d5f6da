# SPDX-License-Identifier: Apache-2.0
# Every text of the command has a Vietnamese one, and none is left over.
. "$(dirname "$0")/lib.sh"

python3 - "$SOURCE/cli" >report <<'END'
import pathlib
import re
import sys

LITERAL = r'((?:\s*"(?:[^"\\]|\\.)*")+)'


def joined(literals):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))


folder = pathlib.Path(sys.argv[1])
used = {"error", "warning", "info"}  # by cli_severity
for file in sorted(folder.glob("*.c")):
    used |= {joined(text) for text in re.findall(r"\bN?_ ?\(" + LITERAL + r"\)", file.read_text("utf-8"))}
table = re.findall(r"\{" + LITERAL + "," + LITERAL + r" \}", (folder / "texts.c").read_text("utf-8"))
known = {joined(english) for english, _ in table}
for text in sorted(used - known):
    print("no Vietnamese for:", text)
for text in sorted(known - used):
    print("not used:", text)
for english, vietnamese in table:
    if re.findall("%[a-z]+", joined(english)) != re.findall("%[a-z]+", joined(vietnamese)):
        print("placeholders differ:", joined(english))
END
empty report
finish

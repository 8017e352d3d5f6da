#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What the documents show is what the command does: test_documents.py QMS DOCUMENT…

A block marked `console` is a session: lines that begin with "$ " are run by one shell, in an empty folder that has the
project's examples/; the lines below a command are its output, and "…" stands for any text. Blocks of C compile, as a
program or as statements. Links to files of the project lead somewhere. The figures of all bindings are those of their own pages.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MARK = "@@command@@"
HERE = re.compile(r"<<'(\w+)'")  # the end of a here-document

QMS = None  # the command and the documents, from the command line
DOCUMENTS = []


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def parse(session):
    """Commands and what each is to print. A command goes on while its line ends in a backslash, and to the end of a here-document."""
    commands, open_line, end = [], False, None
    for line in session.splitlines():
        if line.startswith("$ ") and not end:
            commands.append(([line[2:]], []))
        elif open_line or end:
            commands[-1][0].append(line)
        else:
            commands[-1][1].append(line)
            continue
        here = HERE.search(line)
        end = here[1] if here else end if line != end else None
        open_line = line.endswith("\\")
    return [("\n".join(command), "\n".join(output)) for command, output in commands]


def script(commands):
    """A shell script that marks where the output of each command begins and hands $? on."""
    lines = []
    for command, _ in commands:
        lines.append(f"status=$?; echo '{MARK}'; (exit $status)")
        lines.append(command)
    return "\n".join(lines)


def run(commands, folder):
    path = f"{Path(QMS).resolve().parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    result = subprocess.run(["bash", "-c", script(commands)], cwd=folder, env=environment, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True, check=False)
    return [part.strip("\n") for part in result.stdout.split(MARK + "\n")[1:]]


def program(block):
    """A block of C as something that compiles."""
    if "#include" in block:
        return block
    return f"#include <qms.h>\nint\nmain (void)\n{{\n{block}}}\n"


def matches(expected, output):
    pattern = ".*".join(re.escape(part) for part in expected.split("…"))
    return re.fullmatch(pattern, output, re.DOTALL)


class Documents(unittest.TestCase):
    maxDiff = None

    def check_session(self, document):
        sessions = blocks(document.read_text(encoding="utf-8"), "console")
        commands = [command for session in sessions for command in parse(session)]
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(ROOT / "examples", Path(folder) / "examples")
            outputs = run(commands, folder)
        for (command, expected), output in zip(commands, outputs, strict=True):
            with self.subTest(command):
                self.assertTrue(matches(expected, output), f"\n$ {command}\n{output}\n-- expected --\n{expected}")

    def test_sessions(self):
        for document in DOCUMENTS:
            with self.subTest(document.name):
                self.check_session(document)

    def test_c_compiles(self):
        glib = subprocess.run(["pkg-config", "--cflags", "glib-2.0"], capture_output=True, text=True, check=True)
        flags = ["-std=c11", "-Wall", "-Wextra", "-Werror", f"-I{ROOT}/include", "-fsyntax-only", *glib.stdout.split()]
        command = ["cc", *flags, "-x", "c", "-"]
        for document in DOCUMENTS:
            for block in blocks(document.read_text(encoding="utf-8"), "c"):
                with self.subTest(document.name):
                    result = subprocess.run(command, input=program(block), capture_output=True, text=True,
                                            check=False)
                    self.assertEqual(result.returncode, 0, result.stderr)

    def test_links(self):
        for document in DOCUMENTS:
            for link in re.findall(r"\]\(([^):#]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8")):
                with self.subTest(f"{document.name}: {link}"):
                    self.assertTrue((document.parent / link).exists(), "no such file")

    def test_bindings_give_the_figures_of_their_own_pages(self):
        table = (ROOT / "docs" / "bindings.md").read_text(encoding="utf-8")
        rows = re.findall(r"^\| \[[^]]+\]\(\.\./(bindings/\w+/README\.md)\)(.* (?:ns|MB/s) .*)$", table, re.MULTILINE)
        self.assertTrue(rows)
        for page, row in rows:
            text = (ROOT / page).read_text(encoding="utf-8")
            for figure in re.findall(r"\| ([\d,]+ (?:ns|MB/s)) ", row):
                with self.subTest(f"{page}: {figure}"):
                    self.assertIn(f"| {figure} |", text)


if __name__ == "__main__":
    QMS, *names = sys.argv[1:]
    DOCUMENTS = [Path(name) for name in names]
    unittest.main(argv=sys.argv[:1])

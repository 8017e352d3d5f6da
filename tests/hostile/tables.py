# SPDX-License-Identifier: Apache-2.0
"""Hostile CSV: refused, or read within a second and 200 MB."""
import os

MB = 1 << 20
MEGABYTES = 200
LIMIT, OPEN, ENCODING, WORKBOOK, TWICE, COLUMN = "QMS-CV-205", "QMS-CV-203", "QMS-CV-201", "QMS-CV-202", "QMS-CV-212", "QMS-CV-206"


def repeat(before, unit, count, after=""):
    """Pieces of a long file that is never held as a whole; `unit` may be a function of the number."""
    yield before
    for start in range(0, count, 4096):
        numbers = range(start, min(start + 4096, count))
        yield "".join(map(unit, numbers)) if callable(unit) else unit * len(numbers)
    yield after


def cells(heading, line, count):
    """Rows whose one long cell is so many times a line."""
    yield "ma;%s\n" % heading
    for number in range(60):
        yield from repeat('1.%06d;"' % number, line, count, '5 ngày"\n')


REFUSED = (
    ("separators without end", "risks", lambda: repeat("id;moTa\n", ";", 31 * MB), LIMIT),
    ("a cell without end", "risks", lambda: repeat("id;moTa\nR1;", "x", 31 * MB), LIMIT),
    ("a quotation mark that nothing closes", "risks", lambda: repeat('id;moTa\nR1;"', "a\n", 15 * MB), OPEN),
    ("too many bytes", "risks", lambda: repeat("id\n", "\n", 32 * MB), LIMIT),
    ("too many rows", "risks", lambda: repeat("id\n", "R{}\n".format, 100001), LIMIT),
    ("lists of a million names", "tthc", lambda: cells("linhVuc", "a\n", 250000), LIMIT),
    ("time limits of blank lines", "tthc", lambda: cells("thoi han giai quyet: truc tiep", "\n", 500000), LIMIT),
    ("long headings", "risks", lambda: repeat("id;", "x" * 1024 + ";", 100), COLUMN),
    ("a heading without end", "risks", lambda: repeat("id;", "x", MB, "\n"), COLUMN),
    ("one key again and again", "risks", lambda: repeat("id\n", "R1\n", 100000), TWICE),
    ("a NUL", "risks", lambda: [b"id;moTa\nR1;a\0b\n"], ENCODING),
    ("windows-1258", "risks", lambda: ["id;moTa\nR1;Mô tả\n".encode("cp1258", "replace")], ENCODING),
    ("half a UTF-16 character", "risks", lambda: ["id\nR1\n".encode("utf-16")[:-1]], ENCODING),
    ("a workbook", "risks", lambda: [b"PK\3\4", b"\0" * MB], WORKBOOK),
)

READ = (
    ("blank rows", "risks", lambda: repeat("id\n", "\n", 31 * MB)),
    ("rows of separators", "risks", lambda: repeat("id;moTa\n", ";;\n", 4 * MB)),
    ("a hundred thousand rows", "risks", lambda: repeat("id;moTa;khaNang\n", "R{};m;3\n".format, 100000)),
)


def run(runner, directory, table, pieces):
    path = os.path.join(directory, "table.csv")
    with open(path, "wb") as out:
        for piece in pieces:
            out.write(piece.encode() if isinstance(piece, str) else piece)
    return runner.run("import", "csv", path, "--table", table, "--lang", "en", "-o", os.path.join(directory, "out.xml"))


def tables_that_are_refused(runner, directory):
    for name, table, pieces, says in REFUSED:
        runner.refused(name, run(runner, directory, table, pieces()), (says,), r".*table\.csv:\d+:\d+: ", MEGABYTES)


def tables_that_are_read(runner, directory):
    for name, table, pieces in READ:
        runner.accepted(name, run(runner, directory, table, pieces()), MEGABYTES)


TESTS = [tables_that_are_refused, tables_that_are_read]

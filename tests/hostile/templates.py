# SPDX-License-Identifier: Apache-2.0
"""Hostile templates: refused, or filled within a second and 200 MB."""
import os
import re

from docx import MEGABYTES, document, package, paragraph, row, save

FIELD, UNCLOSED, NO_END, DEEP, TAGS, REPEATS, CELLS = (
    "QMS-MU-003", "QMS-MU-007", "QMS-MU-008", "QMS-MU-014", "QMS-MU-016", "QMS-MU-017", "QMS-MU-013")
SYSTEM = '<heThong xmlns="urn:libqms:1"><chinhSach>%s</chinhSach></heThong>' % "".join(
    "<camKet>%d</camKet>" % number for number in range(100))
EACH, END = "{{#each /heThong/chinhSach/camKet}}", "{{/each}}"


def template(body):
    return package(more=[("word/document.xml", document(body))])


def table(rows):
    return "<w:tbl>%s</w:tbl>" % rows


def nested(count, inside):
    return paragraph(EACH) * count + inside + paragraph(END) * count


REFUSED = [
    ("10,001 tags", lambda: template(paragraph("{{coQuan/ten}}" * 10001)), [TAGS]),
    ("a million tags that do not close", lambda: template(paragraph("{{" * 500000)), [UNCLOSED]),
    ("100,000 sections that do not close", lambda: template(paragraph("{{#if coQuan}}") * 9000), [DEEP]),
    ("sections 65 deep", lambda: template(paragraph("{{#if coQuan}}" * 65 + "x" + "{{/if}}" * 65)), [DEEP]),
    ("a name of a megabyte", lambda: template(paragraph("{{%s}}" % ("a" * 900000))), [FIELD]),
    ("a path of a megabyte", lambda: template(paragraph("{{%s}}" % ("coQuan/" * 100000))), ["QMS-MU-00"]),
    ("100 items eight times in each other", lambda: template(nested(8, paragraph("x"))), [REPEATS]),
    ("the same without text", lambda: template(nested(30, "")), [REPEATS]),
    ("the same in rows", lambda: template(table(row(EACH * 8 + "x", END * 8))), [REPEATS]),
    ("64 columns divided", lambda: template(table(row(*["{{#cells chinhSach/camKet}}x{{/cells}}"] * 64))), [CELLS]),
    ("63 columns of 100 in rows of 100 of 100", lambda: template(table(
        row("a", *["{{#cells chinhSach/camKet}}x{{/cells}}"] * 62) + row(EACH * 3 + "a", *["b"] * 61, END * 3))), [REPEATS]),
    ("a section that begins in a table and ends behind it", lambda: template(table(row(EACH)) + paragraph(END)), [NO_END]),
]
FILLED = [
    ("9,000 tags in one text", lambda: template(paragraph("{{coQuan/ten}} x " * 9000))),
    ("200,000 braces", lambda: template(paragraph("{ }" * 200000))),
    ("a tag split into 20,000 runs", lambda: template("<w:p>%s</w:p>" % "".join(
        "<w:r><w:t>%s</w:t></w:r>" % letter for letter in "{{" + " " * 20000 + "coQuan/ten}}"))),
    ("20,000 rows without tags", lambda: template(table(row("x", "y") * 20000))),
    ("40 tables in each other", lambda: template("".join("<w:tbl><w:tr><w:tc>" for _ in range(15)) + paragraph("{{coQuan/ten}}") + "</w:tc></w:tr></w:tbl>" * 15)),
    ("100,000 bookmarks that do not end", lambda: template("<w:p>%s</w:p>" % "".join(
        '<w:bookmarkStart w:id="%d" w:name="b"/>' % number for number in range(100000)))),
]


def run(runner, directory, name, data):
    path, system = save(directory, name, data), os.path.join(directory, "system.xml")
    with open(system, "w", encoding="utf-8") as out:
        out.write(SYSTEM)
    arguments = [system, "--template", path, "-o", os.path.join(directory, "out.docx")]
    return path, runner.run("export", "docx", "--lang", "en", *arguments)


def templates_that_are_refused(runner, directory):
    for name, make, says in REFUSED:
        path, result = run(runner, directory, name, make())
        runner.refused("template: " + name, result, says, re.escape(path), MEGABYTES)


def templates_that_are_filled(runner, directory):
    for name, make in FILLED:
        _, result = run(runner, directory, name, make())
        runner.accepted("template: " + name, result, MEGABYTES)


TESTS = [templates_that_are_refused, templates_that_are_filled]

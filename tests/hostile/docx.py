# SPDX-License-Identifier: Apache-2.0
"""Hostile Word documents: refused, or read within a second and 200 MB."""
import io
import itertools
import os
import re
import struct
import zipfile
import zlib

MB = 1 << 20
MEGABYTES = 200
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
LIMIT, DAMAGED, ENTRY, LACKS = "QMS-XM-004", "QMS-WD-004", "QMS-WD-005", "QMS-WD-006"


def links(*targets):
    inside = "".join('<Relationship Id="r%d" Type="%s/%s" Target="%s"/>' % (number, OFFICE, kind, target) for number, (kind, target) in enumerate(targets))
    return '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>' % inside


def document(body):
    return '<w:document %s xmlns:r="%s"><w:body>%s</w:body></w:document>' % (WORD, OFFICE, body)


def paragraph(text):
    return "<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % text


def row(*texts):
    return "<w:tr>%s</w:tr>" % "".join("<w:tc>%s</w:tc>" % paragraph(text) for text in texts)


def procedure(body, rows=""):
    """A text that is recognised as a procedure, and more behind it."""
    steps = row("TT", "Trình tự", "Trách nhiệm", "Thời gian") + row("1", "Tiếp nhận", "Văn thư", "1 ngày") + rows
    return document("".join(map(paragraph, ["QUY TRÌNH", "1. MỤC ĐÍCH", "Thử", "2. PHẠM VI", "Thử", "5. NỘI DUNG"])) + "<w:tbl>%s</w:tbl>" % steps + body)


PACKAGE = {"[Content_Types].xml": TYPES, "_rels/.rels": links(("officeDocument", "word/document.xml")), "word/document.xml": procedure("")}
PARTS = {"word/_rels/document.xml.rels": links(("styles", "styles.xml"), ("numbering", "numbering.xml"), ("header", "header.xml"))}


def archive(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as target:
        for name, content in parts:
            target.writestr(name, content)
    return out.getvalue()


def package(body=None, more=(), without=()):
    parts = {name: content for name, content in {**PACKAGE, **dict(more)}.items() if name not in without}
    if body is not None:
        parts["word/document.xml"] = procedure(body)
    return archive(parts.items())


def styled(body, styles="", numbering=""):
    return package(body, {**PARTS, "word/styles.xml": "<w:styles %s>%s</w:styles>" % (WORD, styles), "word/header.xml": "<w:hdr %s/>" % WORD,
                          "word/numbering.xml": "<w:numbering %s>%s</w:numbering>" % (WORD, numbering)}.items())


def bomb(name, megabytes):
    """A part of so many megabytes of blanks, which takes a thousandth of that."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block, check, packed = b" " * MB, 0, []
    for _ in range(megabytes):
        packed.append(packer.compress(block))
        check = zlib.crc32(block, check)
    packed.append(packer.flush())
    return name.encode(), b"".join(packed), check, megabytes * MB


def with_bombs(*bombs):
    """Hand-made, since zipfile would take its time over what is unpacked."""
    entries = [*bombs, *((name.encode(), *deflated(content.encode())) for name, content in PACKAGE.items() if name.encode() not in [b[0] for b in bombs])]
    return hand_made(entries)


def deflated(content):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush(), zlib.crc32(content), len(content)


def hand_made(entries):
    out, central = bytearray(), bytearray()
    for name, packed, check, size in entries:
        common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, check, len(packed), size, len(name), 0)
        central += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + name
        out += b"PK\3\4" + common + name + packed
    return bytes(out + central + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(entries) & 0xFFFF, len(entries) & 0xFFFF, len(central), len(out), 0))


def patched(data, local, central, value):
    """The same bytes in the headers of the first entry."""
    data, at = bytearray(data), data.index(b"PK\1\2")
    data[local:local + len(value)] = data[at + central:at + central + len(value)] = value
    return bytes(data)


def renamed(name):
    return package(more=[("word/xyz.xml", "")]).replace(b"word/xyz.xml", name)


def endless_list():
    record = b"PK\1\2" + struct.pack("<H", 20) + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, 0, 0, 0, 1, 0) + struct.pack("<HHHII", 0, 0, 0, 0, 0) + b"a"
    whole = package()
    return whole + record * 1000000 + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, len(record) * 1000000, len(whole), 0)


def overlapping():
    """Entries that share their data, so that each byte of the file is unpacked a hundred times."""
    data = bytearray(package())
    at, end = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    central = bytes(data[at:end])
    return bytes(data[:at]) + central * 100 + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 300, 300, len(central) * 100, at, 0)


def container(name):
    return b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(512) + name.encode("utf-16-le") + bytes(512)


REFUSED = [
    ("old document", lambda: container("WordDocument"), ("QMS-WD-001", "soffice")),
    ("document with a password", lambda: container("EncryptedPackage"), ("QMS-WD-002",)),
    ("empty file", lambda: b"", ("QMS-XM-006",)),
    ("PDF", lambda: b"%PDF-1.7\n", ("QMS-WD-003", "PDF")),
    ("XML", lambda: b"<a/>", ("QMS-WD-003",)),
    ("no archive behind the mark", lambda: b"PK\3\4" + bytes(1000), (DAMAGED,)),
    ("cut in half", lambda: (lambda data: data[:len(data) // 2])(package("<w:p/>" * 10000)), (DAMAGED,)),
    ("no types", lambda: package(without=["[Content_Types].xml"]), (LACKS, "[Content_Types].xml")),
    ("no document.xml", lambda: package(without=["word/document.xml"]), (LACKS, "word/document.xml")),
    ("no relationships", lambda: package(without=["_rels/.rels"]), (LACKS,)),
    ("workbook", lambda: package(more=[("word/document.xml", "<workbook/>")]), ("QMS-WD-007", "workbook")),
    ("bomb of 300 MB", lambda: with_bombs(bomb("word/document.xml", 300)), (LIMIT,)),
    ("bomb of many parts", lambda: with_bombs(*(bomb("word/media/%d.png" % number, 30) for number in range(10))), (LIMIT,)),
    ("4 GB claimed", lambda: patched(package(), 22, 24, b"\xfe\xff\xff\xff"), (DAMAGED,)),
    ("4 GB claimed to be packed", lambda: patched(package(), 18, 20, b"\xfe\xff\xff\xff"), (DAMAGED,)),
    ("wrong checksum", lambda: patched(package(), 14, 16, b"abcd"), (DAMAGED,)),
    ("encrypted entry", lambda: patched(package(), 6, 8, b"\1"), (ENTRY, "encrypted")),
    ("LZMA", lambda: archive(PACKAGE.items(), zipfile.ZIP_LZMA), (ENTRY,)),
    ("path to the parent", lambda: renamed(b"../../xy.xml"), (ENTRY, "../../xy.xml")),
    ("path from the root", lambda: renamed(b"/etc/xyz.xml"), (ENTRY, "/etc/xyz.xml")),
    ("path of a drive", lambda: renamed(b"C:rd/xyz.xml"), (ENTRY,)),
    ("10,000 entries", lambda: package(more=[("word/%d.xml" % number, "") for number in range(10000)]), (LIMIT, "4000")),
    ("a million entries listed", endless_list, (LIMIT,)),
    ("200,000 rows", lambda: package("<w:tbl>%s</w:tbl>" % ("<w:tr><w:tc><w:p/></w:tc></w:tr>" * 200000)), (LIMIT,)),
    ("billion laughs", lambda: package(more=[("word/document.xml", '<!DOCTYPE a [<!ENTITY a "ha">]><a>&a;</a>')]), ("QMS-XM-003",)),
    ("external entity", lambda: package(more=[("word/document.xml", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')]), ("QMS-XM-003",)),
    ("depth 100,000", lambda: package("<w:p>" * 100000), (LIMIT,)),
    ("100,000 attributes", lambda: package("<w:p %s/>" % " ".join('a%d=""' % number for number in range(100000))), (LIMIT,)),
    ("UTF-16", lambda: package(more=[("word/document.xml", document("").encode("utf-16"))]), ("QMS-XM-002",)),
]


def cells(count, properties):
    return "<w:tbl><w:tr>%s</w:tr></w:tbl>" % ("<w:tc><w:tcPr>%s</w:tcPr></w:tc>" % properties * count)


def numbered(count, style="A"):
    return '<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>' % style * count


def wide(count, rows=0, properties="", text=""):
    """A table of steps whose two first rows have so many cells, and short rows below."""
    first = "".join("<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>" % (properties, paragraph(heading)) for heading in ("TT", "Trình tự", "Trách nhiệm", "Thời gian"))
    more = "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>" % (properties, text or "<w:p/>") * count
    body = "<w:tr>%s%s</w:tr>" % (first, more) * 2 + row("1", "Xem", "Văn thư", "1 ngày") * rows
    return package(more=[("word/document.xml", procedure("<w:tbl>%s</w:tbl>" % body, "<w:tr>%s</w:tr>" % more + row("2", "Xem", "Văn thư", "1 ngày")))])


LISTED = ('<w:style w:styleId="A" w:type="paragraph"><w:pPr>%s<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>')
LIST = ('<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">%s<w:lvlText w:val="%s"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')

READ = [
    ("10,000 steps", lambda: package(more=[("word/document.xml", procedure("", row("1", "Xem", "Văn thư", "1 ngày") * 10000))])),
    ("10,000 roles", lambda: package(more=[("word/document.xml", procedure("", "".join(row("1", "Xem", "Chức danh %d" % number, "1 ngày") for number in range(10000))))])),
    ("50,000 headings", lambda: package(paragraph("2. PHẠM VI") * 50000)),
    ("name with a NUL", lambda: renamed(b"word/xyz.\0ml")),
    ("entries that share their data", overlapping),
    ("packages in packages", lambda: package(more=[("word/embeddings/a.docx", package(more=[("a.zip", package())]))])),
    ("200,000 empty rows", lambda: package("<w:tbl>%s</w:tbl>" % ("<w:tr/>" * 200000))),
    ("90,000 cells in a row", lambda: package(cells(90000, '<w:gridSpan w:val="2147483647"/>'))),
    ("two rows of 25,000 empty cells", lambda: wide(25000)),
    ("400 wide cells over 2,000 short rows", lambda: wide(400, 2000, '<w:gridSpan w:val="63"/>')),
    ("63 columns over 8,000 short rows", lambda: wide(59, 8000)),
    ("20,000 cells that say something", lambda: wide(20000, 0, "", paragraph("Thời gian"))),
    ("a paragraph of 90,000 runs", lambda: package("<w:p>%s</w:p>" % ("<w:r><w:t>a</w:t></w:r>" * 90000))),
    ("50,000 fields in each other", lambda: package("<w:p>%s</w:p>" % ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>a</w:t></w:r>' * 50000))),
    ("70,000 paragraphs whose marks are deleted", lambda: package("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>" * 70000)),
    ("a megabyte of marks on a letter", lambda: package("<w:p><w:r><w:t>e%s</w:t></w:r></w:p>" % ("\u0323\u0302" * 250000))),
    ("100,000 styles based on each other", lambda: styled(
        numbered(1000, "s99999"),
        "".join('<w:style w:styleId="s%d" w:type="paragraph"><w:basedOn w:val="s%d"/></w:style>' % (number, number - 1) for number in range(100000)))),
    ("a style of 200,000 properties", lambda: styled(numbered(40000), LISTED % ("<w:a/>" * 200000), LIST % ("", "%1"))),
    ("a level of 200,000 properties", lambda: styled(numbered(40000), LISTED % "", LIST % ("<w:a/>" * 200000, "%1"))),
    ("a label of a megabyte", lambda: styled(numbered(40000), LISTED % "", LIST % ("", "%1" * 500000))),
    ("70,000 sections", lambda: styled('<w:p><w:pPr><w:sectPr><w:headerReference r:id="r2"/></w:sectPr></w:pPr></w:p>' * 70000)),
    ("100,000 relationships", lambda: package(more=[("word/_rels/document.xml.rels", links(*(("header", "h%d.xml" % number) for number in range(100000))))])),
]


def save(directory, name, data):
    path = os.path.join(directory, re.sub(r"\W+", "-", name) + ".docx")
    with open(path, "wb") as out:
        out.write(data)
    return path


def run(runner, directory, name, data):
    path = save(directory, name, data)
    return path, runner.run("import", "docx", "--lang", "en", path, "-o", os.path.join(directory, "out.xml"))


def packages_that_are_refused(runner, directory):
    for name, make, says in REFUSED:
        path, result = run(runner, directory, name, make())
        runner.refused("docx: " + name, result, says, re.escape(path), MEGABYTES)


def packages_that_are_read(runner, directory):
    for name, make in READ:
        _, result = run(runner, directory, name, make())
        runner.accepted("docx: " + name, result, MEGABYTES)


TESTS = [packages_that_are_refused, packages_that_are_read]

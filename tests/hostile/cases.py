# SPDX-License-Identifier: Apache-2.0
"""Inputs that must be refused: each with what the refusal must say, and where."""
import dataclasses
import gzip
import itertools

MB = 1 << 20
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
OPEN = '<heThong xmlns="urn:libqms:1">'
CLOSE = "</heThong>\n"


@dataclasses.dataclass
class Case:
    name: str
    data: object              # bytes, text or a function that yields pieces of either
    says: tuple               # what the message must contain
    place: object = None      # (line, column), line alone, or None if there is no telling one
    accepted: bool = False    # a control: legal, however odd

    def pieces(self):
        whole = self.data() if callable(self.data) else [self.data]
        for piece in whole:
            yield piece.encode() if isinstance(piece, str) else piece


def system(body):
    """A document around `body`, which starts in line 3, column 1."""
    return HEAD + OPEN + "\n" + body + "\n" + CLOSE


def repeat(before, unit, count, after):
    """Pieces of a long input that is never held as a whole; `unit` may be a function of the number."""
    def pieces():
        yield before
        for start in range(0, count, 4096):
            numbers = range(start, min(start + 4096, count))
            yield "".join(map(unit, numbers)) if callable(unit) else unit * len(numbers)
        yield after
    return pieces


def long_run(before, after, size, unit="x"):
    return repeat(before, unit * 1024, size // 1024 // len(unit), after)


def doctype(subset, body=""):
    return HEAD + "<!DOCTYPE heThong [" + subset + "]>\n" + OPEN + body + CLOSE


STRUCTURE = [
    Case("empty file", "", ("QMS-XM-006",)),
    Case("one byte that is markup", "<", ("QMS-XM-001",)),
    Case("one byte that is text", "x", ("QMS-XM-007",)),
    Case("white space only", " \n\n", ("QMS-XM-006",)),
    Case("wrong root", HEAD + "<html>\n</html>\n", ("QMS-XM-005", "<html>", "heThong"), (2, 1)),
    Case("root of an unknown namespace", HEAD + '<heThong xmlns="urn:libqms:2"/>\n', ("QMS-XM-005",), (2, 1)),
    Case("root without a namespace", HEAD + "<heThong/>\n", ("QMS-XM-005",), (2, 1)),
    Case("unknown element", system('  <quyTrin id="Q1"/>'), ("QMS-CT-001", "<quyTrin>", "quyTrinh"), (3, 3)),
    Case("unknown attribute", system('  <quyTrinh id="Q1" lan="1"><ten>A</ten></quyTrinh>'), ("QMS-CT-002", "lan"), 3),
    Case("value that its enumeration lacks", system('<quyTrinh id="Q1" loai="thutuc"><ten>A</ten></quyTrinh>'),
         ("QMS-CT-003", "loai", "thutuc", "tthc", "danhGiaNoiBo"), 3),
    Case("day that does not exist", system('<quyTrinh id="Q1" ngayBanHanh="2026-02-30"><ten>A</ten></quyTrinh>'),
         ("QMS-CT-003", "ngayBanHanh", "2026-02-30"), 3),
    Case("date in another form", system('<quyTrinh id="Q1" ngayBanHanh="05/01/2026"><ten>A</ten></quyTrinh>'),
         ("QMS-CT-003", "05/01/2026"), 3),
    Case("number out of range", system('<quyTrinh id="Q1" lanBanHanh="99999999999999999999"><ten>A</ten></quyTrinh>'),
         ("QMS-CT-003", "lanBanHanh"), 3),
    Case("duration without unit", system('<quyTrinh id="Q1"><ten>A</ten><thoiHan giaTri="5"/></quyTrinh>'), ("QMS-CT-003", "giaTri"), 3),
    Case("identifier that is no name", system('<quyTrinh id="1 2"><ten>A</ten></quyTrinh>'), ("QMS-CT-003", "id"), 3),
    Case("identifier used twice", system('<quyTrinh id="Q1"><ten>A</ten></quyTrinh>\n<quyTrinh id="Q1"><ten>B</ten></quyTrinh>'),
         ("QMS-CT-006", "Q1", "3"), 4),
    Case("element given twice", system("<coQuan><ten>A</ten><ten>B</ten></coQuan>"), ("QMS-CT-004", "<ten>"), 3),
    Case("text where none may be", system("lạc"), ("QMS-CT-005", "«lạc»"), (3, 1)),
]

SYNTAX = [
    Case("tags that do not match", system("<coQuan></quyTrinh>"), ("QMS-XM-001",), 3),
    Case("end tag missing", HEAD + OPEN + "\n<coQuan>\n", ("QMS-XM-001",), None),
    Case("attribute without quotes", system("<coQuan ma=1/>"), ("QMS-XM-001",), 3),
    Case("attribute given twice", system('<coQuan ma="1" ma="2"/>'), ("QMS-XM-001",), 3),
    Case("less-than sign in an attribute", system('<coQuan ma="<"/>'), ("QMS-XM-001",), 3),
    Case("two hyphens in a comment", system("<!-- a -- b -->"), ("QMS-XM-001",), 3),
    Case("end of a CDATA section in text", system("<coQuan><ten>]]></ten></coQuan>"), ("QMS-XM-001",), 3),
    Case("second root", HEAD + OPEN + CLOSE + OPEN + CLOSE, ("QMS-XM-001",), 3),
    Case("text after the root", HEAD + OPEN + CLOSE + "thừa", ("QMS-XM-001",), 3),
    Case("declaration that is not first", "\n" + HEAD + OPEN + CLOSE, ("QMS-XM-001",), None),
    Case("prefix without a namespace", system("<x:a/>"), ("QMS-XM-001",), 3),
    Case("200,000 prefixes without a namespace", repeat(HEAD + OPEN, lambda i: "<p%d:a/>" % i, 200000, CLOSE), ("QMS-XM-001",), 2),
    Case("prefix xml for another namespace", system('<coQuan xmlns:xml="urn:x"/>'), ("QMS-XM-001",), 3),
    Case("undefined entity", system("<coQuan><ten>a&nbsp;b</ten></coQuan>"), ("QMS-XM-001",), 3),
    Case("reference to a character beyond Unicode", system("<coQuan><ten>&#x110000;</ten></coQuan>"), ("QMS-XM-001",), 3),
    Case("reference to NUL", system("<coQuan><ten>&#0;</ten></coQuan>"), ("QMS-XM-001",), 3),
    Case("reference to a surrogate", system("<coQuan><ten>&#xD800;</ten></coQuan>"), ("QMS-XM-001",), 3),
]

ENCODING = [
    Case("UTF-16 declared", '<?xml version="1.0" encoding="UTF-16"?>\n' + OPEN + CLOSE, ("QMS-XM-002", "UTF-16")),
    Case("UTF-16, little-endian, with mark", (HEAD + OPEN + CLOSE).encode("utf-16"), ("QMS-XM-002", "UTF-16")),
    Case("UTF-16, big-endian, with mark", b"\xfe\xff" + (HEAD + OPEN + CLOSE).encode("utf-16-be"), ("QMS-XM-002", "UTF-16")),
    Case("UTF-16 without mark", (HEAD + OPEN + CLOSE).encode("utf-16-le"), ("QMS-XM-00",)),
    Case("UTF-32", (HEAD + OPEN + CLOSE).encode("utf-32"), ("QMS-XM-002",)),
    Case("windows-1258 declared", b'<?xml version="1.0" encoding="windows-1258"?>\n<heThong xmlns="urn:libqms:1"><coQuan><ten>\xd0\xf4ng</ten></coQuan></heThong>',
         ("QMS-XM-002", "windows-1258")),
    Case("ISO-8859-1 declared", '<?xml version="1.0" encoding="ISO-8859-1"?>\n' + OPEN + CLOSE, ("QMS-XM-002", "ISO-8859-1")),
    Case("UTF-7 declared", '<?xml version="1.0" encoding="UTF-7"?>\n' + OPEN + CLOSE, ("QMS-XM-002", "UTF-7")),
    Case("EBCDIC", '<?xml version="1.0" encoding="IBM037"?>'.encode("cp037"), ("QMS-XM-00",)),
    Case("byte that is not UTF-8", system("<coQuan><ten>").encode() + b"a\xffb</ten></coQuan></heThong>", ("QMS-XM-00",), None),
    Case("overlong UTF-8", HEAD.encode() + OPEN.encode() + b"\n<coQuan><ten>\xc0\xbc</ten></coQuan></heThong>", ("QMS-XM-00",), 3),
    Case("surrogate in UTF-8", HEAD.encode() + OPEN.encode() + b"\n<coQuan><ten>\xed\xa0\x80</ten></coQuan></heThong>", ("QMS-XM-00",), 3),
    Case("UTF-8 cut short", HEAD.encode() + OPEN.encode() + b"\n<coQuan><ten>\xe1\xba</ten></coQuan></heThong>", ("QMS-XM-00",), 3),
    Case("NUL in text", system("<coQuan><ten>a\0b</ten></coQuan>"), ("QMS-XM-00",), 3),
    Case("NUL in a tag", system('<coQuan ma="a\0b"/>'), ("QMS-XM-00",), 3),
    Case("NUL first", "\0", ("QMS-XM-007",)),
    Case("control character", system("<coQuan><ten>a\x01b</ten></coQuan>"), ("QMS-XM-00",), 3),
    Case("noncharacter U+FFFE", system("<coQuan><ten>a\ufffeb</ten></coQuan>"), ("QMS-XM-00",), 3),
    Case("gzip data", gzip.compress((HEAD + OPEN + CLOSE).encode(), mtime=0), ("QMS-XM-007", "gzip")),
    Case("zip data", b"PK\x03\x04" + bytes(64), ("QMS-XM-007", "zip")),
]

LAUGHS = '<!ENTITY a "ha">' + "".join('<!ENTITY %s "%s">' % (b, ("&%s;" % a) * 10) for a, b in itertools.pairwise("abcdefghijk"))

DOCTYPES = [
    Case("DOCTYPE alone", HEAD + "<!DOCTYPE heThong>\n" + OPEN + CLOSE, ("QMS-XM-003",), (2, 1)),
    Case("billion laughs", doctype(LAUGHS, "<coQuan><ten>&k;</ten></coQuan>"), ("QMS-XM-003",), (2, 1)),
    Case("quadratic entity", lambda: [doctype('<!ENTITY a "' + "x" * 100000 + '">', "<coQuan><ten>" + "&a;" * 20000 + "</ten></coQuan>")],
         ("QMS-XM-003",), (2, 1)),
    Case("external entity, file", doctype('<!ENTITY a SYSTEM "file:///etc/passwd">', "<coQuan><ten>&a;</ten></coQuan>"), ("QMS-XM-003",), (2, 1)),
    Case("external entity, network", doctype('<!ENTITY a SYSTEM "http://127.0.0.1:9/">', "<coQuan><ten>&a;</ten></coQuan>"), ("QMS-XM-003",), (2, 1)),
    Case("external DTD", HEAD + '<!DOCTYPE heThong SYSTEM "file:///etc/passwd">\n' + OPEN + CLOSE, ("QMS-XM-003",), (2, 1)),
    Case("parameter entity", doctype('<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;'), ("QMS-XM-003",), (2, 1)),
    Case("attribute default", doctype('<!ATTLIST heThong moHinhKhung CDATA "x">'), ("QMS-XM-003",), (2, 1)),
    Case("DOCTYPE after a comment", HEAD + "<!-- a -->\n<!DOCTYPE heThong>\n" + OPEN + CLOSE, ("QMS-XM-003",), (3, 1)),
]

FOREIGN = '<x:a xmlns:x="urn:x">'

LIMITS = [
    Case("100,000 attributes", repeat(HEAD + "<heThong", lambda i: ' a%d="1"' % i, 100000, "/>"), ("QMS-XM-004",), 2),
    Case("100,000 namespaces", repeat(HEAD + "<heThong", lambda i: ' xmlns:n%d="urn:%d"' % (i, i), 100000, "/>"), ("QMS-XM-004",), 2),
    Case("16 namespaces in one tag", system("<coQuan%s/>" % "".join(' xmlns:n%d="urn:%d"' % (i, i) for i in range(16))), ("QMS-XM-004",), 3),
    Case("depth 100,000", repeat(HEAD, "<a>", 100000, ""), ("QMS-XM-00",), 2),
    Case("depth 100,000 in foreign content", repeat(HEAD + OPEN + FOREIGN, "<x:a>", 100000, ""), ("QMS-XM-004",), 2),
    Case("depth 100,000 of a known element", repeat(HEAD + OPEN, "<coQuan>", 100000, ""), ("QMS-",), 2),
    Case("64 MB of text", long_run(HEAD + OPEN + "<coQuan><ten>", "</ten></coQuan></heThong>", 64 * MB), ("QMS-XM-004",), 2),
    Case("64 MB of white space", long_run(HEAD + OPEN, CLOSE, 64 * MB, " "), ("QMS-XM-004",), 2),
    Case("64 MB of attribute", long_run(HEAD + OPEN + '<coQuan ma="', '"/></heThong>', 64 * MB), ("QMS-XM-004",), 2),
    Case("64 MB of comment", long_run(HEAD + OPEN + "<!--", "--></heThong>", 64 * MB), ("QMS-XM-004",), 2),
    Case("64 MB of CDATA", long_run(HEAD + OPEN + "<coQuan><ten><![CDATA[", "]]></ten></coQuan></heThong>", 64 * MB), ("QMS-XM-004",), 2),
    Case("64 MB of processing instruction", long_run(HEAD + OPEN + "<?a ", "?></heThong>", 64 * MB), ("QMS-XM-004",), 2),
    Case("64 MB of text before the root", long_run(HEAD, OPEN + CLOSE, 64 * MB), ("QMS-XM-00",), None),
    Case("32 MB of tag without an end", long_run(HEAD + OPEN + "<coQuan ", "", 32 * MB), ("QMS-XM-004",), 2),
    Case("1 MB of name", long_run(HEAD + "<", "/>", MB), ("QMS-XM-00",), 2),
    Case("text in 64 MB of CDATA sections", repeat(HEAD + OPEN + "<coQuan><ten>", "<![CDATA[" + "x" * 1000 + "]]>", 65536, "</ten></coQuan></heThong>"),
         ("QMS-XM-004",), 2),
    Case("text in 64 MB cut by comments", repeat(HEAD + OPEN + "<coQuan><ten>", "x" * 1000 + "<!---->", 65536, "</ten></coQuan></heThong>"),
         ("QMS-XM-004",), 2),
]


JSON = [
    Case("JSON: brace alone", "{", ("QMS-JS-001",), 1),
    Case("JSON: cut short", '{"$type": "system",\n"agency": {"na', ("QMS-JS-001",), 2),
    Case("JSON: no type", "{}", ("QMS-JS-005", "system"), 1),
    Case("JSON: wrong type", '{"$type": "procedure"}', ("QMS-JS-005", "procedure", "system"), 1),
    Case("JSON: array as root", "[]", ("QMS-JS-004",), 1),
    Case("JSON: key that the model lacks", '{"$type": "system",\n "polcy": {}}', ("QMS-JS-003", "polcy", "policy"), (2, 2)),
    Case("JSON: value of a wrong kind", '{"$type": "system",\n "agency": "A"}', ("QMS-JS-004",), 2),
    Case("JSON: value that its enumeration lacks", '{"$type": "system",\n "standard": "iso"}', ("QMS-CT-003", "iso"), 2),
    Case("JSON: depth 100,000 of arrays", repeat('{"a":', "[", 100000, ""), ("QMS-XM-004",), 1),
    Case("JSON: depth 100,000 of objects", repeat("", '{"a":', 100000, ""), ("QMS-XM-004",), 1),
    Case("JSON: key given twice", '{"$type":"system",\n"agency":{"name":"A","name":"B"}}', ("QMS-JS-002", "name"), 2),
    Case("JSON: NUL in a string", '{"$type":"system","framework":"a\\u0000b"}', ("QMS-",), 1),
    Case("JSON: raw NUL", '{"$type":"system","framework":"a\0b"}', ("QMS-JS-001",), 1),
    Case("JSON: lone surrogate", '{"$type":"system","framework":"\\ud800"}', ("QMS-JS-001",), 1),
    Case("JSON: byte that is not UTF-8", b'{"$type":"system","framework":"a\xffb"}', ("QMS-",), 1),
    Case("JSON: text behind the end", '{"$type":"system"} x', ("QMS-JS-001",), 1),
    Case("JSON: number beyond all", '{"$type":"system","objectives":[{"id":"M","year":1e999,"statement":"A"}]}', ("QMS-JS-006",), 1),
    Case("JSON: not a number", '{"$type":"system","objectives":[{"id":"M","year":NaN,"statement":"A"}]}', ("QMS-JS-001",), 1),
    Case("JSON: 64 MB of string", long_run('{"$type":"system","framework":"', '"}', 64 * MB), ("QMS-XM-004",), 1),
    Case("JSON: a million values", repeat('{"$type":"system","scope":{"fields_covered":[', "0,", 1000000, "0]}}"), ("QMS-JS-004",), 1),
    Case("JSON: 64 MB of brackets", repeat('{"$type":"system","x":', "[],", 20000000, "0}"), ("QMS-",), 1),
]

def colliding(number):
    """One of 2^16 names that have a single hash under the function h = 33 h + c, which many tables use."""
    return "".join("bY" if number >> bit & 1 else "az" for bit in range(16))


ACCEPTED = [
    Case("32,000 identifiers with one hash", repeat(HEAD + OPEN, lambda i: '<quyTrinh id="%s"/>' % colliding(i), 32000, CLOSE), (), accepted=True),
    Case("JSON: 32,000 identifiers with one hash",
         repeat('{"$type":"system","procedures":[', lambda i: '%s{"id":"%s"}' % ("," if i else "", colliding(i)), 32000, "]}"), (), accepted=True),
    Case("a million empty comments", repeat(HEAD + OPEN, "<!---->", 1000000, CLOSE), (), accepted=True),
    Case("UTF-8 with mark", b"\xef\xbb\xbf" + (HEAD + OPEN + CLOSE).encode(), (), accepted=True),
    Case("XInclude, kept and never followed", system('<xi:include href="/etc/passwd" parse="text" xmlns:xi="http://www.w3.org/2001/XInclude"/>'), (),
         accepted=True),
]

CASES = STRUCTURE + SYNTAX + ENCODING + DOCTYPES + LIMITS + JSON + ACCEPTED

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds .docx files against the rules that Word insists on, where it would otherwise offer to repair them.

usage: check_docx.py [--filled] FILE...

Prints a line for each problem; exit status 1 if there is one. --filled: no tag {{…}} of a template may be left.
In tests: `check_docx.problems (path or bytes, filled=False)` gives the lines as a list.
"""
import collections
import io
import posixpath
import re
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

# The order of properties that the schema fixes.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap "
           "overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
           "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
           "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish "
           "oMath rPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout "
             "tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark cellIns cellDel cellMerge "
            "tcPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign "
              "noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
}
ORDER = {name: {child: place for place, child in enumerate(order.split())} for name, order in ORDER.items()}
FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tbl": "tblPr"}
BLOCKS = {"p", "tbl", "sdt"}


def w(name):
    return "{%s}%s" % (WORD, name)


def local(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def is_word(element, name):
    return element.tag == w(name)


def value(element):
    return element.get(w("val"))


def twice(values):
    return [item for item, count in collections.Counter(values).items() if count > 1]


class Checker:
    def __init__(self, data, filled):
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.filled, self.found, self.trees, self.known_links = filled, [], {}, {}

    def say(self, part, text, *values):
        self.found.append("%s: %s" % (part, text % values if values else text))

    # ---- the archive

    def archive_rules(self):
        entries = self.archive.infolist()
        if not entries or entries[0].filename != "[Content_Types].xml":
            self.say("zip", "[Content_Types].xml is not the first entry")
        for name in twice(entry.filename.lower() for entry in entries):
            self.say(name, "there twice")
        for entry in entries:
            self.entry_rules(entry)
        damaged = self.archive.testzip()
        if damaged:
            self.say(damaged, "wrong checksum")

    def entry_rules(self, entry):
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            self.say(entry.filename, "compressed in a way that Word does not know")
        if entry.flag_bits & 0x9:
            self.say(entry.filename, "encrypted, or its size stands behind the data")
        if entry.extra:
            self.say(entry.filename, "has extra fields in the archive")
        if entry.is_dir():
            self.say(entry.filename, "is a directory")
        if re.search(r"[^!-~]|\\|//|^/|(^|/)\.\.?(/|$)", entry.filename.replace(" ", "_")):
            self.say(entry.filename, "is no name of a part")

    # ---- content types and relationships

    def parse(self, name):
        try:
            tree = ElementTree.fromstring(self.archive.read(name))
        except (ElementTree.ParseError, KeyError) as error:
            self.say(name, "cannot be read: %s", error)
            return None
        self.trees[name] = tree
        return tree

    def content_types(self):
        tree = self.parse("[Content_Types].xml")
        defaults, overrides = {}, {}
        for child in tree if tree is not None else ():
            if child.tag == "{%s}Default" % TYPES:
                self.add_type(defaults, child.get("Extension", "").lower(), child.get("ContentType"))
            else:
                self.add_type(overrides, child.get("PartName", "").lstrip("/").lower(), child.get("ContentType"))
        return defaults, overrides

    def add_type(self, types, key, content_type):
        if key in types:
            self.say("[Content_Types].xml", "%s is there twice", key)
        types[key] = content_type

    def type_rules(self):
        defaults, overrides = self.content_types()
        names = {name.lower() for name in self.names}
        self.types = {name: overrides.get(name.lower(), defaults.get(name.rpartition(".")[2].lower())) for name in self.names}
        for name in sorted(overrides.keys() - names):
            self.say("[Content_Types].xml", "%s is no part", name)
        for name, content_type in self.types.items():
            if content_type is None and name != "[Content_Types].xml":
                self.say(name, "has no content type")

    @staticmethod
    def links_of(part):
        folder, base = posixpath.split(part)
        return posixpath.join(folder, "_rels", base + ".rels")

    def links(self, part):
        """Identifier → (type, target) of a part; "" is the package."""
        if part not in self.known_links:
            self.known_links[part] = self.read_links(part)
        return self.known_links[part]

    def read_links(self, part):
        name = self.links_of(part)
        found = {}
        if name not in self.names:
            return found
        for link in self.trees.get(name) if self.trees.get(name) is not None else ():
            identifier, target = link.get("Id"), link.get("Target")
            if identifier in found:
                self.say(name, "%s is there twice", identifier)
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), urllib.parse.unquote(target))).lstrip("/")
                if target.lower() not in {other.lower() for other in self.names}:
                    self.say(name, "%s leads to %s, which is no part", identifier, target)
            found[identifier] = (link.get("Type", "").rpartition("/")[2], target)
        return found

    def link_rules(self):
        for name in self.names:
            if name.endswith(".rels"):
                folder, base = posixpath.split(name)
                source = posixpath.join(posixpath.dirname(folder), base[:-len(".rels")])
                if source and source not in self.names:
                    self.say(name, "%s, whose relationships these are, is no part", source)
        mains = [target for kind, target in self.links("").values() if kind == "officeDocument"]
        if len(mains) != 1:
            self.say("_rels/.rels", "names %d main documents", len(mains))
            return None
        if self.types.get(mains[0]) != MAIN_TYPE:
            self.say(mains[0], "has the content type %s", self.types.get(mains[0]))
        return mains[0]

    # ---- parts

    def reference_rules(self, part, tree, links):
        for element in tree.iter():
            for name, identifier in element.attrib.items():
                if name.startswith("{%s}" % OFFICE) and identifier not in links:
                    self.say(part, "<%s> refers to %s, which is no relationship", local(element), identifier)

    def identifier_rules(self, part, tree):
        def all_of(tag, attribute):
            return [element.get(attribute) for element in tree.iter(tag) if element.get(attribute) is not None]
        for kind, values in (("drawing", all_of("{%s}docPr" % DRAWING, "id")), ("bookmark", all_of(w("bookmarkStart"), w("id"))),
                             ("bookmark name", all_of(w("bookmarkStart"), w("name"))),
                             ("paragraph", [element.get("{%s}paraId" % WORD_2010) for element in tree.iter(w("p")) if element.get("{%s}paraId" % WORD_2010)])):
            for identifier in twice(values):
                self.say(part, "%s %s is there twice", kind, identifier)
        starts, ends = all_of(w("bookmarkStart"), w("id")), all_of(w("bookmarkEnd"), w("id"))
        for identifier in sorted(set(starts) ^ set(ends)):
            self.say(part, "bookmark %s has no %s", identifier, "end" if identifier in starts else "beginning")

    def field_rules(self, part, tree):
        depth = 0
        for mark in tree.iter(w("fldChar")):
            depth += {"begin": 1, "end": -1}.get(mark.get(w("fldCharType")), 0)
            if depth < 0:
                break
        if depth:
            self.say(part, "fields do not begin and end in pairs")

    def order_rules(self, part, element):
        order = ORDER.get(local(element))
        if not order or not element.tag.startswith("{%s}" % WORD):
            return
        children = [local(child) for child in element if child.tag.startswith("{%s}" % WORD)]
        for before, after in zip(children, children[1:]):
            if order.get(before, -1) > order.get(after, len(order)):
                self.say(part, "<%s> stands before <%s> in <%s>", before, after, local(element))
        for name in children:
            if name not in order:
                self.say(part, "<%s> has no place in <%s>", name, local(element))
        for name in twice(name for name in children if not name.endswith("Reference")):
            self.say(part, "<%s> is twice in <%s>", name, local(element))

    def child_rules(self, part, element):
        if not isinstance(element.tag, str) or not element.tag.startswith("{%s}" % WORD):
            return
        name, children = local(element), [local(child) for child in element]
        first = FIRST.get(name)
        if first in children[1:]:
            self.say(part, "<%s> is not the first in <%s>", first, name)
        if name in ("tc", "txbxContent", "hdr", "ftr") and not BLOCKS & set(children):
            self.say(part, "<%s> holds no paragraph", name)
        elif name == "tc" and [child for child in children if child in BLOCKS][-1] == "tbl":
            self.say(part, "<tc> ends with a table, not with a paragraph")
        if name == "tr" and not {"tc", "sdt"} & set(children):
            self.say(part, "<tr> has no cell")
        if name == "tbl" and not ({"tblPr", "tblGrid"} <= set(children) and "tr" in children):
            self.say(part, "<tbl> lacks its properties, its grid or its rows")
        if name in ("p", "r") and any(is_word(child, name) for child in element):
            self.say(part, "<%s> in <%s>", name, name)

    def text_rules(self, part, tree):
        for text in tree.iter(w("t")):
            content = text.text or ""
            if content != content.strip(" \t\n") and text.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
                self.say(part, "blanks of «%s» are lost without xml:space", content)
        if self.filled:
            for paragraph in tree.iter(w("p")):
                whole = "".join(text.text or "" for text in paragraph.iter(w("t")))
                for tag in re.findall(r"\{\{.*?(?:\}\}|$)", whole):
                    self.say(part, "the tag %s is left", tag)

    def row_rules(self, part, tree):
        for table in tree.iter(w("tbl")):
            columns = len(table.findall("%s/%s" % (w("tblGrid"), w("gridCol"))))
            for row in table.findall(w("tr")):
                covered = sum(int(value(span)) for place in ("gridBefore", "gridAfter") for span in row.findall("%s/%s" % (w("trPr"), w(place))))
                for cell in row.findall(w("tc")):
                    span = cell.find("%s/%s" % (w("tcPr"), w("gridSpan")))
                    covered += 1 if span is None else int(value(span))
                if row.findall(w("tc")) and covered != columns:
                    self.say(part, "a row covers %d of %d columns", covered, columns)

    def ignorable_rules(self, part, tree):
        prefixes = tree.get("{%s}Ignorable" % COMPATIBILITY, "").split()
        begin = self.archive.read(part)[:65536].decode("utf-8", "replace")
        for prefix in prefixes:
            if "xmlns:%s=" % prefix not in begin:
                self.say(part, "the prefix %s is to be ignored, but has no namespace", prefix)

    def part_rules(self, part, tree):
        self.reference_rules(part, tree, self.links(part))
        self.identifier_rules(part, tree)
        self.field_rules(part, tree)
        self.text_rules(part, tree)
        self.row_rules(part, tree)
        self.ignorable_rules(part, tree)
        for element in tree.iter():
            self.order_rules(part, element)
            self.child_rules(part, element)

    # ---- what parts say of each other

    def related(self, main, kind):
        targets = [target for its_kind, target in self.links(main).values() if its_kind == kind]
        return self.trees.get(targets[0]) if targets else None

    def numbering_rules(self, main):
        tree = self.related(main, "numbering")
        tree = ElementTree.Element("none") if tree is None else tree
        lists = [element.get(w("abstractNumId")) for element in tree.findall(w("abstractNum"))]
        uses = [element.get(w("numId")) for element in tree.findall(w("num"))]
        for identifier in twice(lists) + twice(uses):
            self.say("numbering", "%s is there twice", identifier)
        for use in tree.findall(w("num")):
            if value(use.find(w("abstractNumId"))) not in lists:
                self.say("numbering", "the list %s of %s is not there", value(use.find(w("abstractNumId"))), use.get(w("numId")))
        kinds = [local(element) for element in tree if local(element) in ("abstractNum", "num")]
        if kinds != sorted(kinds):
            self.say("numbering", "a <num> stands before an <abstractNum>")
        self.used("numId", set(uses) | {"0"}, "the list %s is not there")

    def used(self, name, known, text):
        for part, tree in self.trees.items():
            for identifier in sorted({value(element) or "" for element in tree.iter(w(name))} - known):
                self.say(part, text, identifier)

    def style_rules(self, main):
        tree = self.related(main, "styles")
        if tree is None:
            return
        styles = [element.get(w("styleId")) for element in tree.findall(w("style"))]
        for identifier in twice(styles):
            self.say("styles", "%s is there twice", identifier)
        for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"):
            self.used(name, set(styles), "the style %s is not there")

    def note_rules(self, main):
        for kind in ("footnote", "endnote"):
            tree = self.related(main, kind + "s")
            known = set() if tree is None else {element.get(w("id")) for element in tree.findall(w(kind))}
            for reference in self.trees[main].iter(w(kind + "Reference")):
                if reference.get(w("id")) not in known:
                    self.say(main, "the %s %s is not there", kind, reference.get(w("id")))

    def body_rules(self, main):
        body = self.trees[main].find(w("body"))
        if self.trees[main].tag != w("document") or body is None:
            self.say(main, "is no Word text")
        elif not len(body) or local(body[-1]) != "sectPr":
            self.say(main, "does not end with the properties of its last section")

    def run(self):
        self.archive_rules()
        self.names = [name for name in self.archive.namelist() if not name.endswith("/")]
        for name in self.names:
            if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml":
                self.parse(name)
        self.type_rules()
        main = self.link_rules()
        for part, tree in list(self.trees.items()):
            if tree.tag.startswith("{%s}" % WORD):
                self.part_rules(part, tree)
        if main and self.trees.get(main) is not None:
            self.body_rules(main)
            self.numbering_rules(main)
            self.style_rules(main)
            self.note_rules(main)
        return self.found


def problems(source, filled=False):
    """Problems of a file (its path) or of its bytes."""
    if not isinstance(source, bytes):
        with open(source, "rb") as file:
            source = file.read()
    try:
        return Checker(source, filled).run()
    except zipfile.BadZipFile as error:
        return ["zip: %s" % error]


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--filled"]
    if not arguments:
        sys.exit(__doc__)
    found = [(name, line) for name in arguments for line in problems(name, "--filled" in sys.argv)]
    for name, line in found:
        print("%s: %s" % (name, line))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""A document: sections upright or across on A4, with headers and footers."""

from layout.body import paragraph, twips
from layout.package import NAMESPACES
from layout.xml import SECTION, element, properties

LONG, SHORT = 297, 210
# Margins of NĐ 30/2020/NĐ-CP in millimetres.
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15


class Document:
    """What package.write takes. Headers and footers are XML of their content; first_header is for the first page."""

    def __init__(self, title, header="", footer="", first_header=None, first_footer=None):
        self.title = title
        self.margins = [(name, kind, content) for name, kind, content in (
            ("header", "default", header), ("footer", "default", footer),
            ("header", "first", first_header), ("footer", "first", first_footer)) if content is not None]
        self.own_first = first_header is not None or first_footer is not None
        self.sections = []

    def add(self, *content, across=False):
        """A section; each begins a page."""
        self.sections.append(("".join(content), across))
        return self

    def relations(self):
        fixed = [("rId1", "styles", "styles"), ("rId2", "numbering", "numbering"), ("rId3", "settings", "settings"),
                 ("rId4", "fontTable", "fontTable")]
        return fixed + [(f"rId{number}", kind, part) for number, (kind, _, part, _) in self._numbered()]

    def margin_parts(self):
        tags = {"header": "hdr", "footer": "ftr"}
        for _, (kind, _, part, content) in self._numbered():
            name = tags[kind]
            inside = content or paragraph(kind.capitalize())
            yield part, f"<w:{name} {NAMESPACES}>{inside}</w:{name}>"

    def _numbered(self):
        counts = {}
        for number, (kind, place, content) in enumerate(self.margins, 5):
            counts[kind] = counts.get(kind, 0) + 1
            yield number, (kind, place, f"{kind}{counts[kind]}", content)

    def _section(self, across, first):
        width, height = (LONG, SHORT) if across else (SHORT, LONG)
        references = {"header": "", "footer": ""}
        for number, (kind, place, _, _) in self._numbered():
            references[kind] += f'<w:{kind}Reference w:type="{place}" r:id="rId{number}"/>'
        values = {"headerReference": references["header"], "footerReference": references["footer"]} if first else {}
        values |= {"type": "nextPage",
                   "pgSz": {"w": twips(width), "h": twips(height), "orient": "landscape" if across else None},
                   "pgMar": {"top": twips(TOP), "right": twips(RIGHT), "bottom": twips(BOTTOM), "left": twips(LEFT),
                             "header": twips(10), "footer": twips(8), "gutter": 0},
                   "cols": {"space": 708}}
        if self.own_first and first:
            values["titlePg"] = True
        return properties("sectPr", SECTION, {key: value for key, value in values.items() if value})

    def body_xml(self):
        """Sections end with a small paragraph: Word wants one behind a table."""
        out = []
        for number, (content, across) in enumerate(self.sections):
            section = self._section(across, number == 0)
            last = number == len(self.sections) - 1
            out.append(content + paragraph("HeadLine", sectPr=None if last else section) + (section if last else ""))
        return f"<w:document {NAMESPACES}>{element('body', ''.join(out))}</w:document>"

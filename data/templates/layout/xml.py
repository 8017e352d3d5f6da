# SPDX-License-Identifier: Apache-2.0
"""Elements of WordprocessingML as text; the children of property elements come in the order that the schema asks for."""

from xml.sax.saxutils import escape, quoteattr

PARAGRAPH = ("pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc "
             "outlineLvl rPr sectPr").split()
RUN = "rStyle rFonts b bCs i iCs caps color sz szCs u vertAlign lang".split()
TABLE = "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription".split()
CELL = "tcW gridSpan vMerge tcBorders shd noWrap vAlign".split()
SECTION = "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid".split()


def element(name, children="", **attributes):
    """<w:name w:attribute="…">children</w:name>; without children the short form. None leaves an attribute out."""
    said = "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items() if value is not None)
    return f"<w:{name}{said}>{children}</w:{name}>" if children else f"<w:{name}{said}/>"


def properties(name, order, values):
    """A property element; values maps names of children to what element() takes: True, text for w:val, or XML."""
    unknown = set(values) - set(order)
    if unknown:
        raise ValueError(f"{name}: no place known for {sorted(unknown)}")
    children = "".join(child(key, values[key]) for key in order if key in values)
    return element(name, children) if children else ""


def child(name, value):
    if value is True:
        return element(name)
    if isinstance(value, dict):
        return element(name, **value)
    if isinstance(value, str) and value.startswith("<"):
        return value if value.startswith(f"<w:{name}") else element(name, value)
    return element(name, val=value)


def text(value):
    """The content of a run: text with its blanks, tabs and line breaks."""
    out = []
    for number, line in enumerate(value.split("\n")):
        if number:
            out.append("<w:br/>")
        for place, piece in enumerate(line.split("\t")):
            if place:
                out.append("<w:tab/>")
            if piece:
                out.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(out)

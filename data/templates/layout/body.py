# SPDX-License-Identifier: Apache-2.0
"""What pages are made of: paragraphs, tables and the blocks that every official document has.

In texts **…** is bold, //…// is italic and [[PAGE]] is a field that Word counts; {{…}} is left to the engine."""

import re

from layout.xml import CELL, PARAGRAPH, RUN, TABLE, element, properties, text

MM = 1440 / 25.4
PORTRAIT_MM = 165
LANDSCAPE_MM = 252
SHADE = "F2F2F2"


def twips(millimetres):
    return round(millimetres * MM)


def field(code):
    begin, separate, end = (element("r", element("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return begin + instruction + separate + element("r", text("1")) + end


def runs(value):
    """Runs for a text with its marks."""
    out, bold, italic = [], False, False
    for piece in re.split(r"(\*\*|//|\[\[\w+\]\])", value):
        if piece == "**":
            bold = not bold
        elif piece == "//":
            italic = not italic
        elif piece.startswith("[["):
            out.append(field(piece.strip("[]")))
        elif piece:
            values = ({"b": True, "bCs": True} if bold else {}) | ({"i": True, "iCs": True} if italic else {})
            out.append(element("r", properties("rPr", RUN, values) + text(piece)))
    return "".join(out)


def paragraph(style, value="", **more):
    values = {"pStyle": style} | {key: setting for key, setting in more.items() if setting is not None}
    return element("p", properties("pPr", PARAGRAPH, values) + runs(value))


def body(value, **more):
    return paragraph("BodyText", value, **more)


def heading(level, value, **more):
    return paragraph(f"Heading{level}", value, **more)


def bullets(*values):
    return "".join(paragraph("ListBullet", value) for value in values)


def bullet_each(each, value="{{.}}", empty=None):
    return repeated(each, bullets(value), body(empty) if empty else None)


def repeated(each, content, empty=None):
    """Paragraphs or tables for each element of a list; empty stands where there is none."""
    other = tag("{{#else}}") + empty if empty else ""
    return tag("{{#each " + each + "}}") + content + other + tag("{{/each}}")


def shown_if(condition, content):
    return tag("{{#if " + condition + "}}") + content + tag("{{/if}}")


def tag(value):
    """A paragraph of nothing but tags: the engine takes it away."""
    return paragraph("Tag", value)


def purpose(title_of_kind, each=None, needs=None):
    """What the template is for, which the engine reads first."""
    return ((tag("{{@for " + each + "}}") if each else "") + tag("{{@title " + title_of_kind + "}}")
            + (tag("{{@needs " + needs + "}}") if needs else ""))


def title(value, subject=None):
    return paragraph("Title", value) + (paragraph("Subject", subject) if subject else "")


def gap(points=6):
    """A paragraph of a height: between two tables, which Word would join."""
    return paragraph("Normal", "", spacing={"before": 0, "after": 0, "line": points * 20, "lineRule": "exact"})


# ---- tables

def cell(width, content, span=1, align="left", shade=None, merge=None):
    values = {"tcW": {"w": twips(width), "type": "dxa"}, "vAlign": "center" if align == "middle" else "top"}
    if span > 1:
        values["gridSpan"] = span
    if merge:
        values["vMerge"] = True if merge == "continue" else merge
    if shade:
        values["shd"] = {"val": "clear", "color": "auto", "fill": shade}
    return element("tc", properties("tcPr", CELL, values) + content)


def row(cells, repeated=False, height=None):
    values = element("cantSplit")
    if height:
        values += element("trHeight", val=twips(height), hRule="atLeast")
    if repeated:
        values += element("tblHeader")
    return element("tr", element("trPr", values) + "".join(cells))


def grid(widths, rows, borders=True, caption=None):
    """A table of fixed columns in millimetres."""
    values = {"tblStyle": "TableGrid" if borders else "TableNormal", "tblW": {"w": twips(sum(widths)), "type": "dxa"},
              "jc": "center", "tblLayout": {"type": "fixed"},
              "tblLook": {"val": "04A0", "firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 0,
                          "noVBand": 1}}
    if caption:
        values["tblCaption"] = caption
    columns = element("tblGrid", "".join(element("gridCol", w=twips(width)) for width in widths))
    return element("tbl", properties("tblPr", TABLE, values) + columns + "".join(rows))


def head_cell(width, value, **more):
    return cell(width, paragraph("CellHead", value), align="middle", shade=SHADE, **more)


def each_row(widths, each, values, closed=True):
    """A row that repeats for each element of a list, or of lists in lists; a paragraph that begins with "^" is centred."""
    paths = [each] if isinstance(each, str) else each
    opening = "".join("{{#each " + path + "}}" for path in paths)
    closing = "{{/each}}" * (len(paths) - (not closed))
    last = len(values) - 1
    return row([cell(width, lines(value, opening if place == 0 else "", closing if place == last else ""))
                for place, (width, value) in enumerate(zip(widths, values))])


def lines(value, before="", after=""):
    """The paragraphs of a cell: parted by a blank line in the text, centred if they begin with "^"."""
    parts = value.split("\n\n")
    parts[-1] += after
    return "".join(paragraph("CellCentred" if part.startswith("^") else "Cell",
                             (before if place == 0 else "") + part.removeprefix("^")) for place, part in enumerate(parts))


def group_row(widths, value):
    """The name of a group of rows; it stays with the first of them."""
    return span_row(widths, value, style="CellGroup", shade=SHADE)


def span_row(widths, value, style="Cell", shade=None):
    """A row of one cell across the table; of nothing but tags the engine takes it away."""
    return row([cell(sum(widths), paragraph(style, value), span=len(widths), shade=shade)])


def head_row(widths, heads):
    return row([head_cell(width, head) for width, head in zip(widths, heads)], repeated=True)


def each_rows(widths, each, values, empty):
    """The row that repeats and, for a list without elements, a row with words in its place."""
    return [each_row(widths, each, values, closed=False), span_row(widths, "{{#else}}"),
            span_row(widths, empty, style="CellCentred"), span_row(widths, "{{/each}}")]


def columns_table(columns, each, empty="Không có", caption=None):
    """A table whose head repeats on every page and whose one row repeats for each element of a list.

    columns: (width, head, value). each: a path, or several for lists in lists. empty: what stands below the head if
    there is no element."""
    widths = [width for width, _, _ in columns]
    rows = [head_row(widths, [head for _, head, _ in columns]),
            *each_rows(widths, each, [value for _, _, value in columns], empty)]
    return grid(widths, rows, caption=caption)


def key_value_table(rows_of_text, left=55, width=PORTRAIT_MM):
    """Two columns: what it is, and its value."""
    rows = [row([cell(left, paragraph("Cell", f"**{key}**")), cell(width - left, lines(value))])
            for key, value in rows_of_text]
    return grid([left, width - left], rows)


# ---- blocks of official documents

def rule(column, length):
    """A line of a length in the middle of a column."""
    side = twips((column - length) / 2)
    border = element("pBdr", element("top", val="single", sz=6, space=1, color="auto"))
    return paragraph("HeadLine", "", pBdr=border, ind={"left": side, "right": side})


HEAD = "{{#each /heThong/coQuan/chucVu where nguoiDungDau}}{{ten}}{{/each}}"
AUTHORITY, AGENCY = "{{/heThong/coQuan/coQuanChuQuan}}", "{{/heThong/coQuan/ten}}"


def letterhead(number, date, width=PORTRAIT_MM, authority=AUTHORITY, agency=AGENCY):
    """Agency | name of the nation and motto, number | place and date."""
    left = round(width * 0.42)
    right = width - left
    issuer = (paragraph("Authority", authority) if authority else "") + paragraph("Agency", agency) + rule(left - 4, 24)
    nation = (paragraph("Nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph("Motto", "Độc lập - Tự do - Hạnh phúc")
              + rule(right - 4, 56))
    rows = [row([cell(left, issuer), cell(right, nation)]),
            row([cell(left, paragraph("Number", number)), cell(right, paragraph("PlaceDate", f"…………, {date}"))])]
    return grid([left, right], rows, borders=False)


def to(value):
    return paragraph("Receivers", f"- {value}")


TO_UNITS = to("Các đơn vị thuộc cơ quan;")
TO_POST = to("Niêm yết tại trụ sở, đăng trang thông tin điện tử (nếu có);")
TO_FILE = to("Lưu: VT, Ban Chỉ đạo ISO.")


def signature(signer, receivers, width=PORTRAIT_MM, before=()):
    """Receivers at the left, office of the signer at the right with room to sign."""
    left = round(width * 0.48)
    names = paragraph("ReceiversHead", "Nơi nhận:") + "".join(receivers)
    office = "".join(paragraph("Signer", line) for line in [*before, signer])
    room = paragraph("Signer", "", spacing={"before": twips(22), "after": 0})
    return gap(12) + grid([left, width - left], [row([cell(left, names), cell(width - left, office + room)])],
                          borders=False)


def signatures(offices, width=PORTRAIT_MM):
    """Offices side by side, each with room to sign; (what they do, their office)."""
    each = width / len(offices)
    cells = [cell(each, paragraph("Signer", act) + paragraph("CellCentred", office)
                  + paragraph("Signer", "", spacing={"before": twips(20), "after": 0})) for act, office in offices]
    return gap(12) + grid([each] * len(offices), [row(cells)], borders=False)


def footer_pages():
    """Page and number of pages, which Word counts."""
    return paragraph("Footer", "Trang [[PAGE]]/[[NUMPAGES]]", jc="center")


def contents(entries):
    """A table of contents that Word brings up to date; until then it lists the entries."""
    inside = "".join(paragraph("TOC1", entry) for entry in entries)
    begin = element("r", element("fldChar", fldCharType="begin"))
    begin += '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z </w:instrText></w:r>'
    begin += element("r", element("fldChar", fldCharType="separate"))
    end = element("p", element("r", element("fldChar", fldCharType="end")))
    first_end = inside.index("</w:pPr>") + len("</w:pPr>")
    inside = inside[:first_end] + begin + inside[first_end:] + end
    kind = element("sdtPr", element("docPartObj", element("docPartGallery", val="Table of Contents")
                                    + element("docPartUnique")))
    return element("sdt", kind + element("sdtContent", inside))

# SPDX-License-Identifier: Apache-2.0
"""Styles and lists of the shipped templates: Times New Roman 13, the headings of Word itself, tables with thin lines.

A consultant who restyles a template changes the styles; every paragraph has one."""

from layout.xml import PARAGRAPH, RUN, element, properties

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = {"ascii": "Times New Roman", "hAnsi": "Times New Roman", "eastAsia": "Times New Roman", "cs": "Times New Roman"}
LANGUAGE = {"val": "vi-VN", "eastAsia": "vi-VN", "bidi": "ar-SA"}


def run(bold=False, italic=False, caps=False, half_points=None, **more):
    """Run properties; sizes and weights also for complex scripts, so that no fallback changes them."""
    values = dict(more)
    if bold:
        values.update(b=True, bCs=True)
    if italic:
        values.update(i=True, iCs=True)
    if caps:
        values["caps"] = True
    if half_points:
        values.update(sz=half_points, szCs=half_points)
    return properties("rPr", RUN, values)


def style(ident, name, based="Normal", following=None, paragraph=None, run_properties="", default=False, quick=True):
    inside = [element("name", val=name)]
    if not default:
        inside.append(element("basedOn", val=based))
    if following:
        inside.append(element("next", val=following))
    if quick:
        inside.append(element("qFormat"))
    inside.append(properties("pPr", PARAGRAPH, paragraph or {}))
    inside.append(run_properties)
    return element("style", "".join(inside), type="paragraph", default=1 if default else None,
                   customStyle=None if name in BUILT_IN else 1, styleId=ident)


BUILT_IN = {"Normal", "Body Text", "heading 1", "heading 2", "heading 3", "Title", "toc 1", "header", "footer", "List Bullet"}
CENTRED = {"jc": "center"}


def spacing(before, after, line=None):
    return {"before": before, "after": after, "line": line, "lineRule": "auto" if line else None}


def border(side):
    return element("pBdr", element(side, val="single", sz=4, space=3, color="auto"))


def stops(**places):
    return element("tabs", "".join(element("tab", val=kind, pos=place) for kind, place in places.items()))


def heading(level, before, half_points, **more):
    return style(f"Heading{level}", f"heading {level}", following="BodyText",
                 paragraph={"keepNext": True, "keepLines": True, "spacing": spacing(before, 80),
                            "numPr": element("ilvl", val=level - 1) + element("numId", val=1),
                            "outlineLvl": level - 1},
                 run_properties=run(bold=True, half_points=half_points, **more))


PARAGRAPH_STYLES = [
    style("Normal", "Normal", default=True, paragraph={"widowControl": True}),
    style("BodyText", "Body Text", paragraph={"spacing": spacing(0, 120, 276), "ind": {"firstLine": 567}, "jc": "both"}),
    heading(1, 240, 26, caps=True),
    heading(2, 160, 26),
    heading(3, 120, 26),
    style("Title", "Title", following="BodyText", paragraph={"keepNext": True, "spacing": spacing(240, 60)} | CENTRED,
          run_properties=run(bold=True, caps=True, half_points=28)),
    style("Subject", "Trích yếu", following="BodyText", paragraph={"keepNext": True, "spacing": spacing(0, 240)} | CENTRED,
          run_properties=run(bold=True, half_points=28)),
    style("PartTitle", "Tiêu đề phần", following="BodyText",
          paragraph={"keepNext": True, "spacing": spacing(240, 120)} | CENTRED,
          run_properties=run(bold=True, caps=True, half_points=26)),
    style("CoverTitle", "Tên trên bìa", paragraph={"spacing": spacing(60, 0)} | CENTRED,
          run_properties=run(bold=True, half_points=28)),
    style("ListBullet", "List Bullet", based="BodyText",
          paragraph={"numPr": element("ilvl", val=0) + element("numId", val=2), "spacing": spacing(0, 60, 264),
                     "ind": {"left": 851, "hanging": 284, "firstLine": None}}),
    style("Authority", "Cơ quan chủ quản", paragraph=CENTRED, run_properties=run(caps=True, half_points=26)),
    style("Agency", "Cơ quan ban hành", paragraph=CENTRED, run_properties=run(bold=True, caps=True, half_points=26)),
    style("Nation", "Quốc hiệu", paragraph=CENTRED, run_properties=run(bold=True, half_points=25)),
    style("Motto", "Tiêu ngữ", paragraph=CENTRED, run_properties=run(bold=True, half_points=26)),
    style("HeadLine", "Đường kẻ", paragraph={"spacing": spacing(20, 60)}, run_properties=run(half_points=6)),
    style("FormNumber", "Số mẫu", paragraph={"jc": "right", "spacing": spacing(0, 120)}, run_properties=run(bold=True)),
    style("Number", "Số, ký hiệu", paragraph=CENTRED, run_properties=run(half_points=26)),
    style("PlaceDate", "Địa danh, thời gian", paragraph=CENTRED, run_properties=run(italic=True, half_points=26)),
    style("Cell", "Ô bảng", paragraph={"spacing": spacing(40, 40)}, run_properties=run(half_points=24)),
    style("CellCentred", "Ô bảng giữa", based="Cell", paragraph=CENTRED),
    style("CellHead", "Ô đầu bảng", based="Cell", paragraph={"keepNext": True} | CENTRED,
          run_properties=run(bold=True)),
    style("CellGroup", "Ô tên nhóm", based="Cell", paragraph={"keepNext": True}, run_properties=run(bold=True)),
    style("TableTitle", "Tên bảng", following="BodyText", paragraph={"keepNext": True, "spacing": spacing(120, 80)},
          run_properties=run(bold=True)),
    style("Tag", "Thẻ", run_properties=run(color="7F7F7F", half_points=20)),
    style("Note", "Chú thích", paragraph={"spacing": spacing(60, 60), "jc": "both"},
          run_properties=run(italic=True, half_points=24)),
    style("TOC1", "toc 1", paragraph={"tabs": element("tab", val="right", leader="dot", pos=9354),
                                      "spacing": spacing(40, 40)}, quick=False),
    style("Receivers", "Nơi nhận", paragraph={"keepLines": True}, run_properties=run(half_points=22)),
    style("ReceiversHead", "Tiêu đề nơi nhận", following="Receivers",
          run_properties=run(bold=True, italic=True, half_points=24)),
    style("Signer", "Chức vụ người ký", paragraph=CENTRED, run_properties=run(bold=True, caps=True, half_points=26)),
    style("Header", "header", run_properties=run(half_points=22), quick=False),
    style("Footer", "footer", run_properties=run(half_points=22), quick=False),
    style("PageTop", "Đầu trang quy trình", based="Header", paragraph={"pBdr": border("bottom"), "tabs": stops(right=9354)}),
    style("PageBottom", "Chân trang quy trình", based="Footer",
          paragraph={"pBdr": border("top"), "tabs": stops(center=4677, right=9354)}),
]


def line(side, kind="single"):
    return element(side, val=kind, sz=4, space=0, color="auto")


SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def margins(left_and_right):
    inside = "".join(element(side, w=width, type="dxa") for side, width in
                     (("top", 0), ("left", left_and_right), ("bottom", 0), ("right", left_and_right)))
    return element("tblCellMar", inside)


def table_style(ident, name, inside, default=False):
    return element("style", element("name", val=name) + inside, type="table", default=1 if default else None,
                   customStyle=None if default or name == "Table Grid" else 1, styleId=ident)


TABLE_STYLES = [
    table_style("TableNormal", "Normal Table",
                element("semiHidden") + element("tblPr", element("tblInd", w=0, type="dxa") + margins(108)), default=True),
    table_style("TableGrid", "Table Grid",
                element("basedOn", val="TableNormal")
                + element("tblPr", element("tblBorders", "".join(line(side) for side in SIDES)) + margins(85))),
]

DEFAULTS = element(
    "docDefaults",
    element("rPrDefault", properties("rPr", RUN, {"rFonts": FONT, "sz": 26, "szCs": 26, "lang": LANGUAGE}))
    + element("pPrDefault", properties("pPr", PARAGRAPH, {"spacing": spacing(0, 0, 240)})))

STYLES = f"<w:styles {NAMESPACE}>{DEFAULTS}{''.join(PARAGRAPH_STYLES + TABLE_STYLES)}</w:styles>"


def level(number, form, label, left, hanging, style_id=None):
    return element("lvl", element("start", val=1) + element("numFmt", val=form)
                   + (element("pStyle", val=style_id) if style_id else "")
                   + element("suff", val="space") * (form == "decimal")
                   + element("lvlText", val=label) + element("lvlJc", val="left")
                   + properties("pPr", PARAGRAPH, {"ind": {"left": left, "hanging": hanging}}), ilvl=number)


def numbering(ident, kind, levels):
    return element("abstractNum", element("multiLevelType", val=kind) + "".join(levels), abstractNumId=ident)


NUMBERING = (
    f"<w:numbering {NAMESPACE}>"
    + numbering(0, "multilevel", [level(0, "decimal", "%1.", 0, 0, "Heading1"),
                                  level(1, "decimal", "%1.%2.", 0, 0, "Heading2"),
                                  level(2, "decimal", "%1.%2.%3.", 0, 0, "Heading3")])
    + numbering(1, "hybridMultilevel", [level(0, "bullet", "-", 851, 284, "ListBullet")])
    + element("num", element("abstractNumId", val=0), numId=1)
    + element("num", element("abstractNumId", val=1), numId=2)
    + "</w:numbering>")

# SPDX-License-Identifier: Apache-2.0
"""The parts of a .docx besides its pages, and the zip that holds them: the same input gives the same bytes everywhere."""

import zipfile

from layout.styles import NUMBERING, STYLES

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
FORMAT = "application/vnd.openxmlformats-officedocument.wordprocessingml."

SETTINGS = (
    '<w:settings {0}><w:zoom w:percent="100"/><w:removePersonalInformation/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>').format(NAMESPACES)

FONTS = (
    f'<w:fonts {NAMESPACES}><w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/>'
    '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>')


def core(title):
    """Properties of the document: its title and language; no person, no time."""
    return ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>")


def relations(entries):
    lines = "".join(f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"/>' for ident, kind, target in entries)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'


def content_types(parts):
    defaults = ('<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>')
    lines = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts)
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{lines}</Types>'


def parts_of(document):
    """Name, content type and text of every part that is neither the list of types nor a list of relations."""
    word = [("document", "document.main", document.body_xml()), ("styles", "styles", STYLES),
            ("numbering", "numbering", NUMBERING), ("settings", "settings", SETTINGS), ("fontTable", "fontTable", FONTS)]
    parts = [(f"word/{name}.xml", f"{FORMAT}{kind}+xml", xml) for name, kind, xml in word]
    parts += [(f"word/{name}.xml", f"{FORMAT}{name.rstrip('0123456789')}+xml", xml)
              for name, xml in document.margin_parts()]
    parts.append(("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
                  core(document.title)))
    return parts


def members(document):
    """The files of the package in their order: the list of types first, as readers expect."""
    parts = parts_of(document)
    roots = [("rId1", f"{RELATIONS}/officeDocument", "word/document.xml"),
             ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
              "docProps/core.xml")]
    inner = [(ident, f"{RELATIONS}/{kind}", f"{target}.xml") for ident, kind, target in document.relations()]
    yield "[Content_Types].xml", content_types([part[:2] for part in parts])
    yield "_rels/.rels", relations(roots)
    yield parts[0][0], parts[0][2]
    yield "word/_rels/document.xml.rels", relations(inner)
    for name, _, xml in parts[1:]:
        yield name, xml


def write(document, file):
    """Stored, not deflated: what deflate yields differs from one zlib to the next, and the bytes are compared."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for name, xml in members(document):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            package.writestr(entry, (HEAD + xml).encode())

#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Writes libqms/diagram/font_widths.c: advance widths of a TrueType font, read from its cmap and hmtx tables.

Usage: font_widths.py FONT.ttf > libqms/diagram/font_widths.c

The font is Liberation Sans 2 (SIL Open Font License 1.1; Debian: fonts-liberation2), whose widths are those of Arial
and Helvetica by design, so that a measured line fits on nearly every machine. Only numbers are taken, no outlines.
"""
import struct
import sys

# Latin, combining marks, Greek, Cyrillic, Vietnamese, punctuation, currency, letterlike, arrows, mathematics, shapes.
BLOCKS = [(0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x45F), (0x1E00, 0x1EFF), (0x2010, 0x2027),
          (0x2030, 0x205E), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF)]
UNKNOWN = 0  # no glyph, so the fallback font decides


def tables(font):
    count = struct.unpack_from(">H", font, 4)[0]
    for i in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * i)
        yield tag.decode(), font[offset:offset + length]


def characters(cmap):
    """Character -> glyph, of the format 4 subtable for Unicode."""
    for i in range(struct.unpack_from(">H", cmap, 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHL", cmap, 4 + 8 * i)
        if (platform, encoding) == (3, 1) and struct.unpack_from(">H", cmap, offset)[0] == 4:
            return format4(cmap[offset:])
    raise SystemExit("no Unicode subtable of format 4")


def format4(table):
    count = struct.unpack_from(">H", table, 6)[0] // 2
    words = [struct.unpack_from(f">{count}H", table, 14 + 2 * count * i + (2 if i else 0)) for i in range(4)]
    ends, starts, deltas, offsets = words
    glyphs = {}
    for i, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = 16 + 6 * count + 2 * i + offset + 2 * (code - start)
                glyph = struct.unpack_from(">H", table, place)[0]
            if glyph:
                glyphs[code] = (glyph + delta) & 0xFFFF
    return glyphs


def widths(path):
    with open(path, "rb") as file:
        table = dict(tables(file.read()))
    if struct.unpack_from(">H", table["head"], 18)[0] != 2048:
        raise SystemExit("expected 2048 units per em")
    metrics = struct.unpack_from(">H", table["hhea"], 34)[0]
    advances = [struct.unpack_from(">H", table["hmtx"], 4 * i)[0] for i in range(metrics)]
    return {code: advances[min(glyph, metrics - 1)] for code, glyph in characters(table["cmap"]).items()}


def main():
    width = widths(sys.argv[1])
    print("/* SPDX-License-Identifier: Apache-2.0 */")
    print("/* Advance widths of Liberation Sans 2.1 (SIL Open Font License 1.1), which are those of Arial; 2048 units per em.")
    print(" * Written by schema/font_widths.py. */")
    print('#include "diagram/font.h"\n')
    for first, last in BLOCKS:
        print(f"static const uint16_t block_{first:04x}[] = {{")
        values = [str(width.get(code, UNKNOWN)) for code in range(first, last + 1)]
        for i in range(0, len(values), 16):
            print("  " + ", ".join(values[i:i + 16]) + ",")
        print("};\n")
    print("const QmsFontBlock qms_font_blocks[] = {")
    for first, last in BLOCKS:
        print(f"  {{ 0x{first:04X}, 0x{last:04X}, block_{first:04x} }},")
    print("};")
    print("const size_t qms_font_block_count = G_N_ELEMENTS (qms_font_blocks);")


main()

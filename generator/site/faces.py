"""The two faces in which cards are set: font files that come with the program, and their measures.

Cards are drawn on every machine with these files and no others, so that their bytes are the same
everywhere. Of a TrueType file only two tables are read: which characters it has, and how wide.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

from generator.pages.typesetting import Face

FOLDER = Path(__file__).parent / "fonts"
FAMILY = "Briefwright Card"
"""What the files call themselves; a name of their own, which no installed font has."""
_UNICODE_TABLE = 4
"""The format of the table from characters to glyphs in these files, by the OpenType standard."""


@cache
def read_face(style: str) -> Face:
    """The measures of a style, `regular` or `bold`."""
    content = (FOLDER / f"briefwright-card-{style}.ttf").read_bytes()
    tables = _find_tables(content)
    units = struct.unpack_from(">H", content, tables["head"] + 18)[0]
    advances = _read_advances(content, tables)
    glyphs = _read_glyphs(content, tables["cmap"])
    return Face({sign: advances[min(glyph, len(advances) - 1)] / units for sign, glyph in glyphs})


def _find_tables(content: bytes) -> dict[str, int]:
    """Where each table of the file begins."""
    number = struct.unpack_from(">H", content, 4)[0]
    found = (struct.unpack_from(">4s4xI4x", content, 12 + 16 * index) for index in range(number))
    return {tag.decode("ascii"): offset for tag, offset in found}


def _read_advances(content: bytes, tables: dict[str, int]) -> list[int]:
    """How wide each glyph is, in the font's units; all further ones are as wide as the last."""
    number = struct.unpack_from(">H", content, tables["hhea"] + 34)[0]
    pairs = struct.iter_unpack(">Hh", content[tables["hmtx"] : tables["hmtx"] + 4 * number])
    return [advance for advance, _ in pairs]


def _read_glyphs(content: bytes, start: int) -> list[tuple[str, int]]:
    """The glyph of each character, from the first table of the format that these files have."""
    number = struct.unpack_from(">H", content, start + 2)[0]
    for index in range(number):
        table = start + struct.unpack_from(">I", content, start + 4 + 8 * index + 4)[0]
        if struct.unpack_from(">H", content, table)[0] == _UNICODE_TABLE:
            return _read_segments(content, table)
    raise ValueError("the font has no table of characters of the known format")


def _read_segments(content: bytes, table: int) -> list[tuple[str, int]]:
    """Format 4: runs of characters, each with a shift or a place in a list of glyphs."""
    count = struct.unpack_from(">H", content, table + 6)[0] // 2
    ends, starts, shifts, places = (
        struct.unpack_from(f">{count}H", content, table + 14 + offset)
        for offset in (0, 2 + 2 * count, 2 + 4 * count, 2 + 6 * count)
    )
    found = []
    for segment in range(count):
        for code in range(starts[segment], min(ends[segment], 0xFFFE) + 1):
            glyph = code
            if places[segment]:
                here = table + 16 + 6 * count + 2 * segment
                at = here + places[segment] + 2 * (code - starts[segment])
                glyph = struct.unpack_from(">H", content, at)[0]
            if glyph:
                found.append((chr(code), (glyph + shifts[segment]) % 0x10000))
    return found

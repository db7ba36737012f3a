"""Makes a picture of text a third as large: one byte a pixel in place of four.

A card holds paper, ink and the shades between them, so its green channel alone says which shade a
pixel has. It becomes an index into a palette of those shades; nothing else of the picture changes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from generator.pages.share_card import INK, PAPER

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = ">IIBBBBB"
_RGBA, _INDEXED = (8, 6, 0, 0, 0), (8, 3, 0, 0, 0)
"""Depth, kind of colour, and three that are always 0, as the PNG standard numbers them."""
_CHANNELS, _GREEN = 4, 1
_LEVEL = 4
"""Of compression: 6 takes half as long again, for a picture that is a twentieth smaller."""
_PLAIN_FILTERS = b"\x00\x01"
"""The filters of a row that work on each channel by itself, from left to right alone."""


def shrink(picture: bytes) -> bytes:
    """The picture with a palette; as it is where it is built in a way that is not known here."""
    chunks = dict(_read_chunks(picture))
    width, height, *kind = struct.unpack(_HEADER, chunks[b"IHDR"])
    rows = zlib.decompress(chunks[b"IDAT"])
    length = 1 + _CHANNELS * width
    if tuple(kind) != _RGBA or set(rows[::length]) - set(_PLAIN_FILTERS):
        return picture
    starts = range(0, height * length, length)
    shades = b"".join(
        rows[start : start + 1] + rows[start + 1 + _GREEN : start + length : _CHANNELS]
        for start in starts
    )
    return b"".join(
        [
            _SIGNATURE,
            _write_chunk(b"IHDR", struct.pack(_HEADER, width, height, *_INDEXED)),
            _write_chunk(b"PLTE", bytes(value for shade in range(256) for value in _mix(shade))),
            _write_chunk(b"IDAT", zlib.compress(shades, _LEVEL)),
            _write_chunk(b"IEND", b""),
        ]
    )


def _mix(green: int) -> tuple[int, int, int]:
    """The shade between ink and paper that has this much green."""
    part = (green - INK[1]) / (PAPER[1] - INK[1])
    red, _, blue = (
        min(255, max(0, round(ink + part * (paper - ink))))
        for ink, paper in zip(INK, PAPER, strict=True)
    )
    return red, green, blue


def _read_chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of the file by their names; data that comes in several is put together."""
    data, place = b"", len(_SIGNATURE)
    while place < len(picture):
        length, name = struct.unpack_from(">I4s", picture, place)
        content = picture[place + 8 : place + 8 + length]
        if name == b"IDAT":
            data += content
        else:
            yield name, content
        place += 12 + length
    yield b"IDAT", data


def _write_chunk(name: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checksum

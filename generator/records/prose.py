"""Prose as it was read: the tokens of a contributor's Markdown and the marks found in it.

Knows citations, links to records and fenced blocks by kind and place. How Markdown is parsed is
`reading.prose`'s business; what it becomes on a page is `pages.prose`'s and
`pages.inline`'s.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from generator.address import Address
from generator.records.blocks import Block

_LEVEL = 1
"""Of compression: a fifth is left at the quickest, and hardly less at the others."""
RECORD_SCHEMES = {
    "article": "article",
    "brief": "brief",
    "event": "event",
    "metric": "metric",
    "obs": "observation",
    "source": "source",
    "topic": "topic",
}
"""The scheme of a link in prose, and the kind of record it leads to."""

OWN_SCHEMES = {
    "calc": '[a third](calc: "area-x / area-y")',
    "waived": '[forty](waived: "why it may stand without a source")',
}
"""The scheme of a link behind which a brief has a figure of its own, and how one is written."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text: 1-based line of the file, 1-based column."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Citation:
    """`[@article-id, quote-key]`: one article cited at one place."""

    article: str
    quote: str | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class RecordLink:
    """`[text](obs:id)`: a link to a record; its text is empty where the data fill it."""

    kind: str
    id: str
    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`[a third](calc: "a / b")`: a figure of the author's own, and how it is worked out."""

    text: str
    expression: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class WaivedFigure:
    """`[forty](waived: "why")`: a figure that rests on nothing here, and why it may stand."""

    text: str
    reason: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A fenced block: its name, its number among the prose's fences, its body and its place."""

    name: str
    index: int
    block: Block
    address: Address
    note: Prose | None = None
    """The block's own note, parsed, where it has one."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A contributor's text: its Markdown tokens, and the marks in it in order of appearance."""

    packed: bytes = b""
    """The tokens, as `pack_tokens` leaves them: they would fill the memory, and few are needed."""
    citations: tuple[Citation, ...] = ()
    links: tuple[RecordLink, ...] = ()
    blocks: tuple[PlacedBlock, ...] = ()
    arithmetic: tuple[Arithmetic, ...] = ()
    waived: tuple[WaivedFigure, ...] = ()
    word_count: int = 0
    is_sound: bool = True
    """Whether no fault was found in it; what a broken mark means, nobody can tell."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its Markdown tokens, in their order."""
        return _unpack(self.packed) if self.packed else ()


def pack_tokens(tokens: Iterable[Token]) -> bytes:
    """Tokens in the form in which `Prose` holds them."""
    return zlib.compress(pickle.dumps(tuple(tokens), pickle.HIGHEST_PROTOCOL), _LEVEL)


@lru_cache(maxsize=32)  # the texts of a brief, which several look through one after the other
def _unpack(packed: bytes) -> tuple[Token, ...]:
    tokens: tuple[Token, ...] = pickle.loads(zlib.decompress(packed))  # noqa: S301 - this program packed it
    return tokens

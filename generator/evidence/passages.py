"""The texts of a brief as sentences: plain words, with the links, citations and places in them.

A sentence holds what a reader takes together: a figure and the citation that stands behind it. A
row of a table is one passage; a title or heading is a passage that can hold no links.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from generator.address import Address, Keys
from generator.issues import Location
from generator.library.library import Library
from generator.library.tables import table_of_briefs
from generator.phrases.quantity import Span
from generator.records.brief import Brief
from generator.records.prose import Citation, Mark, Prose

_ABBREVIATION = re.compile(
    r"(?:(?<![\w’'])(?:[A-Za-z]|Mr|Mrs|Dr|St|No|Nos|vs|cf|ca|approx|e\.g|i\.e|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec|sq|cu|Gen|Col|Lt|кв|тис|тыс|млн|млрд|руб|грн|долл|дол|см|стр|ст|рр|гг|г|р"
    r"|bzw|Mio|Mrd|Tsd|Nr|z\.B|d\.h|u\.a|Abs|Art))\.$"
)
# It begins where a run of stops begins: tried at each of them, a line of dots would take minutes.
_END = re.compile(r"(?<![.!?…])[.!?…]+[”\"’')\]»]*(?=\s+[\"“«(\[„]?[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ0-9])")
_BREAKS = frozenset(["softbreak", "hardbreak"])


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that are a link: their span, the link's scheme and what stands behind it."""

    span: Span
    scheme: str
    target: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage, with positions relative to its own text."""

    text: str
    links: tuple[Linked, ...]
    citations: tuple[Citation, ...]
    places: tuple[tuple[int, Mark], ...]
    """Where pieces of the text stand in the file: position, and the mark of its first sign."""
    path: str
    is_heading: bool = False
    """Whether it is a title, heading or caption, which holds no links or citations."""
    is_field: bool = False
    """Whether it is a field of the front matter or of a block, which has one place for all."""
    origin: tuple[Address, Keys] | None = None
    """Where a title, label or caption stands: looked up only once an issue needs it."""

    def locate(self, position: int) -> Location:
        """The place in the file of a position in the text."""
        if self.origin is not None:
            return self.origin[0].locate(*self.origin[1])
        start, mark = 0, self.places[0][1] if self.places else Mark(0, 0)
        before = bisect_right(self.places, position, key=lambda place: place[0])
        if before:
            start, mark = self.places[before - 1]
        column = mark.column if self.is_field else mark.column + position - start
        return Location(self.path, mark.line, column)


@dataclass(slots=True)
class _Passage:
    """A passage in the making."""

    path: str
    is_heading: bool = False
    is_field: bool = False
    origin: tuple[Address, Keys] | None = None
    text: str = ""
    links: list[Linked] = field(default_factory=list)
    citations: list[tuple[int, Citation]] = field(default_factory=list)
    places: list[tuple[int, Mark]] = field(default_factory=list)

    def add(self, text: str, mark: Mark | None) -> None:
        if mark is not None:
            self.places.append((len(self.text), mark))
        self.text += text

    def split(self) -> Iterator[Sentence]:
        """The sentences; a citation behind the full stop still belongs to the one before it."""
        start = 0
        for end in [*_find_ends(self.text), len(self.text)]:
            begin = start + len(self.text[start:end]) - len(self.text[start:end].lstrip())
            if self.text[begin:end].strip():
                yield self._cut(begin, end, start)
            start = end

    def _cut(self, begin: int, end: int, start: int) -> Sentence:
        is_first = start == 0
        return Sentence(
            self.text[begin:end],
            tuple(
                Linked(
                    Span(max(one.span.start, begin) - begin, max(one.span.end, begin) - begin),
                    one.scheme,
                    one.target,
                    one.mark,
                )
                for one in self.links
                if self._is_within(one.span, start, end)
            ),
            tuple(
                cited
                for place, cited in self.citations
                if (begin < place or (is_first and place <= begin)) and place <= end
            ),
            self._places_in(begin, end),
            self.path,
            self.is_heading,
            self.is_field,
            self.origin,
        )

    def _is_within(self, span: Span, start: int, end: int) -> bool:
        """Whether a link is in a sentence; one without words may stand before its first word."""
        if span.start == span.end:
            return start <= span.start < end or span.start == end == len(self.text)
        return span.meets(Span(start, end))

    def _places_in(self, begin: int, end: int) -> tuple[tuple[int, Mark], ...]:
        inside = [(place - begin, mark) for place, mark in self.places if begin <= place < end]
        before = [(place, mark) for place, mark in self.places if place < begin]
        if before and (not inside or inside[0][0] > 0):
            place, mark = before[-1]
            shift = 0 if self.is_field else begin - place
            inside.insert(0, (0, Mark(mark.line, mark.column + shift)))
        return tuple(inside)


def _find_ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        if _ABBREVIATION.search(text[max(0, match.start() - 12) : match.start() + 1]) is None:
            yield match.end()


@table_of_briefs
def find_sentences(library: Library) -> Mapping[str, tuple[Sentence, ...]]:
    """Every sentence of each brief by its id: title, question, judgements, prose, captions."""
    return {
        id: _read_brief(brief, library.address("brief", id)) for id, brief in library.briefs.items()
    }


def _read_brief(brief: Brief, address: Address) -> tuple[Sentence, ...]:
    front, path = brief.front, address.path
    found = [*_plain(front.title, address, "title"), *_plain(front.question, address, "question")]
    found += _read_prose(brief.bottom_line, path)
    for index, key_figure in enumerate(front.key_figures):
        if key_figure.label:
            found += _plain(key_figure.label, address, "key-figures", index, "label")
    for judgement in brief.judgements:
        found += [*_read_prose(judgement.statement, path), *_read_prose(judgement.reason, path)]
    found += _read_prose(brief.body, path, is_field=False)
    for placed in brief.body.blocks:
        if placed.block.caption:
            found += _plain(placed.block.caption, placed.address, "caption")
        if placed.note is not None:
            found += _read_prose(placed.note, path)
    return tuple(found)


def _plain(text: str, address: Address, *keys: str | int) -> Iterator[Sentence]:
    passage = _Passage(address.path, is_heading=True, is_field=True, origin=(address, keys))
    passage.add(text, None)
    yield from passage.split()


def _read_prose(prose: Prose, path: str, *, is_field: bool = True) -> list[Sentence]:
    """The sentences of a text; a text with a fault has none until that is mended."""
    if not prose.is_sound:
        return []
    citations, sentences = iter(prose.citations), list[Sentence]()
    passage, is_row, is_heading = _Passage(path, is_field=is_field), False, False
    for token in prose.tokens:
        if token.type in ("tr_open", "heading_open"):
            is_row, is_heading = token.type == "tr_open", token.type == "heading_open"
            passage = _Passage(path, is_heading, is_field)
        elif token.type == "inline":
            if passage.text and is_row:
                passage.add(" | ", None)
            _read_children(token.children or [], passage, citations)
        if (token.type == "inline" and not is_row) or token.type == "tr_close":
            sentences += passage.split()
            passage, is_row, is_heading = _Passage(path, is_field=is_field), False, False
    return sentences


def _read_children(
    children: Sequence[Token], passage: _Passage, citations: Iterator[Citation]
) -> None:
    opened: list[tuple[int, Token]] = []
    for child in children:
        mark = child.meta.get("mark")
        if child.type in ("text", "code_inline"):
            passage.add(child.content, mark)
        elif child.type in _BREAKS:
            passage.text += " "
        elif child.type == "link_open":
            opened.append((len(passage.text), child))
        elif child.type == "link_close" and opened:
            start, link = opened.pop()
            scheme, _, target = str(link.attrs.get("href", "")).partition(":")
            title = str(link.attrs.get("title", ""))
            found = Linked(
                Span(start, len(passage.text)), scheme, target or title, link.meta["mark"]
            )
            passage.links.append(found)
        elif child.type == "citation":
            passage.text = passage.text.rstrip(" ")
            for _ in child.meta["cited"]:
                passage.citations.append((len(passage.text), next(citations)))

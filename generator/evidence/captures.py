"""Whether quotes are in the captured text of their article, word for word.

Looks and typography aside, nothing is let pass: no other case, no word more or less, no part of a
word or number. What the words prove is judged elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from generator.evidence.nearest import Difference, find_nearest
from generator.library.capture import Capture
from generator.library.library import Library
from generator.library.tables import table
from generator.phrases.quantity import Span
from generator.phrases.typography import NormalText, normalise
from generator.records.observation import SeriesRow

MAX_OMITTED = 1_000
"""How many signs `[...]` may stand for."""
MAX_STEPS = 10_000_000
"""Bounds the search for words that begin again at each of their own words."""
MAX_NEAREST = 50
"""How many missing quotes of one article are looked for in other words."""

_OMISSION = re.compile(r"\[ ?\.\.\. ?\]")
_NUMBER_GOES_BEFORE = re.compile(r"\d[.,']$")
_THOUSANDS_GO_BEFORE = re.compile(r"(?<![\d.,'])\d{1,3} $")
_THOUSANDS_GO_ON = re.compile(r" \d{3}(?!\d)")
_NUMBER_GOES_ON = re.compile(r"[.,']\d")
_NOT = re.compile(r"'t\b")
"""`can` is not in `can't`, as `ISW` is in `ISW's`."""


class QuoteVerdict(StrEnum):
    """How a quote stands to the captured text of its article."""

    IN_CAPTURE = "in capture"
    NOT_IN_CAPTURE = "not in capture"
    NO_CAPTURE = "no capture at hand"


@dataclass(frozen=True, slots=True)
class CaptureMatch:
    """Where a quote stands in a captured text; else what comes nearest to it."""

    span: Span | None = None
    """From its first word to its last; None if it is not there."""
    nearest: str = ""
    """The nearest passage as the capture prints it, on one line; empty if nothing is like it."""
    difference: Difference | None = None
    """The first words in which the two differ."""
    is_apart: bool = False
    """Whether each part is there, but not one after the other as `[...]` has it."""


@dataclass(frozen=True, slots=True)
class QuoteFinding:
    """The verdict on one quote, and how it came about if there was a capture."""

    verdict: QuoteVerdict
    match: CaptureMatch = CaptureMatch()


@table
def judge_quotes(library: Library) -> Mapping[tuple[str, str], QuoteFinding]:
    """The finding on each quote of each article, by the article's id and the quote's key."""
    found: dict[tuple[str, str], QuoteFinding] = {}
    for article in library.articles.values():
        texts = tuple(quote.text for quote in article.quotes.values())
        findings = _judge(texts, library.captures.get(article.id))
        for key, finding in zip(article.quotes, findings, strict=True):
            found[article.id, key] = finding
    return MappingProxyType(found)


@table
def judge_rows(library: Library) -> Mapping[str, QuoteFinding]:
    """The finding on the `row` of each observation of a series that has one, by its id."""
    rows: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for observation in library.observations.values():
        if isinstance(observation, SeriesRow) and observation.row:
            rows[observation.article][observation.id] = observation.row
    found: dict[str, QuoteFinding] = {}
    for article, texts in rows.items():
        findings = _judge(tuple(texts.values()), library.captures.get(article))
        found |= zip(texts, findings, strict=True)
    return MappingProxyType(found)


def _judge(texts: tuple[str, ...], capture: Capture | None) -> Sequence[QuoteFinding]:
    if capture is None:
        return [QuoteFinding(QuoteVerdict.NO_CAPTURE)] * len(texts)
    return _find_quotes(texts, capture.text)


@lru_cache(maxsize=4096)
def _find_quotes(texts: tuple[str, ...], capture: str) -> Sequence[QuoteFinding]:
    """Remembered, because checks, counts and pages all ask."""
    normal = normalise(capture)
    findings: list[QuoteFinding] = []
    missing = after = 0
    for text in texts:
        parts = split_at_omissions(text)
        # Rows mostly stand in the order of their file: each is looked for behind the last one.
        place = _find_parts(parts, normal.text, after)
        if place is None and after:
            place = _find_parts(parts, normal.text, 0)
        if place is not None:
            after = place.end
            match = CaptureMatch(normal.trace(place.start, place.end))
            findings.append(QuoteFinding(QuoteVerdict.IN_CAPTURE, match))
            continue
        missing += 1
        match = _find_near(parts, capture, normal) if missing <= MAX_NEAREST else CaptureMatch()
        findings.append(QuoteFinding(QuoteVerdict.NOT_IN_CAPTURE, match))
    return tuple(findings)


def find_quote(quote: str, capture: str) -> CaptureMatch:
    """Where a quote stands in a captured text, else the nearest passage and what differs."""
    return _find_quotes((quote,), capture)[0].match


def split_at_omissions(quote: str) -> list[str]:
    """The parts of a quote between its `[...]`, their typography levelled out."""
    parts = _OMISSION.split(normalise(quote).text)
    return [part for part in map(str.strip, parts) if part]


def _find_parts(parts: Sequence[str], text: str, start: int) -> Span | None:
    """The first place where the parts follow each other, from the first to the last."""
    if not parts:
        return None
    places: Iterator[Span] = (
        Span(at, at + len(parts[0])) for at in find_whole(parts[0], text, start)
    )
    for part in parts[1:]:
        places = _follow(places, part, text)
    return next(places, None)


def _follow(places: Iterator[Span], part: str, text: str) -> Iterator[Span]:
    """The places with a further part, whichever of its own follows one closely enough."""
    last, coming = None, next(places, None)
    if coming is None:
        return
    for start in find_whole(part, text, coming.end):
        while coming is not None and coming.end <= start:
            last, coming = coming, next(places, None)
        if last is not None and start - last.end <= MAX_OMITTED:
            yield Span(last.start, start + len(part))


def find_whole(part: str, text: str, start: int = 0) -> Iterator[int]:
    """Each place where the part stands in whole words and numbers."""
    for _ in range(MAX_STEPS // len(part)):
        start = text.find(part, start)
        if start < 0:
            return
        if _begins_whole(part, text, start) and _ends_whole(part, text, start + len(part)):
            yield start
        start += 1


def _begins_whole(part: str, text: str, start: int) -> bool:
    if not start or not _is_of_word(part[0]):
        return True
    before = text[max(0, start - 5) : start]
    if _is_of_word(before[-1]):
        return False
    if not part[0].isdigit():
        return True
    thousands = _THOUSANDS_GO_ON.match(f" {part}") and _THOUSANDS_GO_BEFORE.search(before)
    return not thousands and not _NUMBER_GOES_BEFORE.search(before)


def _ends_whole(part: str, text: str, end: int) -> bool:
    if end == len(text) or not _is_of_word(part[-1]):
        return True
    after = text[end : end + 5]
    if _is_of_word(after[0]) or _NOT.match(after):
        return False
    if not part[-1].isdigit():
        return True
    thousands = _THOUSANDS_GO_BEFORE.search(f"{part[-4:]} ") and _THOUSANDS_GO_ON.match(after)
    return not thousands and not _NUMBER_GOES_ON.match(after)


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or unicodedata.category(sign)[0] == "M"


def _find_near(parts: Sequence[str], capture: str, normal: NormalText) -> CaptureMatch:
    missing = [part for part in parts if next(find_whole(part, normal.text), None) is None]
    if not missing:
        return CaptureMatch(is_apart=bool(parts))
    passage = find_nearest(missing[0], normal.text)
    if passage is None:
        return CaptureMatch()
    printed = normal.trace(passage.span.start, passage.span.end).of(capture)
    return CaptureMatch(nearest=" ".join(printed.split()), difference=passage.difference)

"""Who a sentence says said it, and whether anything that it cites goes back to them.

Knows sources by name, short name and aliases, and the words that put a statement into somebody's
mouth. What articles relay is `chains`' knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.evidence.chains import find_links, find_origin
from generator.evidence.passages import Sentence
from generator.library.library import Library
from generator.phrases.quantity import Span

_VERBS = (
    r"(?:says?|said|reports?|reported|claims?|claimed|assess(?:es|ed)|writes?|wrote|states?|stated"
    r"|estimates?|estimated|announces?|announced|counts?|counted|puts?|gives?|gave|notes?|noted"
    r"|found|finds|published|publishes|argues?|argued|believes?|believed|thinks?|thought|has|had"
    r"|calculate[sd]?|concluded?s?|told|spoke|speaks|quotes?|quoted|cites?|cited|relays?|relayed)"
)
_BEHIND = re.compile(
    rf"(?:,? (?!which|who|that|and|but|or\b)[\w’'-]+){{0,2}}? {_VERBS}\b(?! not been| been)"
    r"|[’']s? (?:own )?(?:\w+ )?(?:count|figure|estimate|total|tally|assessment|report)s?\b"
    r"|[’']s? data\b"
)
_IN_FRONT = re.compile(
    r"\b(?:according to|as reported by|reports? by|counts? by|laut|nach Angaben von"
    r"|по данным|за даними)\s(?:the\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source to whom a sentence ascribes something, and where its name stands."""

    source: str
    span: Span


def find_attributions(sentence: Sentence, library: Library) -> Iterator[Attribution]:
    """Each source that a sentence makes say, report, count or claim something."""
    names, pattern = _read_names(library)
    if pattern is None:
        return
    for match in pattern.finditer(sentence.text):
        behind = _BEHIND.match(sentence.text, match.end())
        before = _IN_FRONT.search(sentence.text[max(0, match.start() - 24) : match.start()])
        if behind or before:
            yield Attribution(names[match[0]], Span(match.start(), match.end()))


@lru_cache(maxsize=2)
def _read_names(library: Library) -> tuple[Mapping[str, str], re.Pattern[str] | None]:
    """Each name of a source with its id, and one pattern for all; a name of two is nobody's."""
    owners: dict[str, set[str]] = {}
    for source in library.sources.values():
        for name in (source.name, source.short_name, *source.aliases):
            if name:
                owners.setdefault(name, set()).add(source.id)
    names = {name: next(iter(ids)) for name, ids in owners.items() if len(ids) == 1}
    if not names:
        return names, None
    longest_first = sorted(names, key=len, reverse=True)
    return names, re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def is_all_known(sentence: Sentence, library: Library) -> bool:
    """Whether every article and figure that a sentence rests on is on record."""
    figures = [link.target for link in sentence.links if link.scheme == "obs"]
    articles = [link.target for link in sentence.links if link.scheme == "article"]
    articles += [cited.article for cited in sentence.citations]
    return all(id in library.observations for id in figures) and all(
        id in library.articles for id in articles
    )


def find_voices(sentence: Sentence, library: Library) -> frozenset[str]:
    """Every source in the chains of what a sentence cites or links to."""
    articles = {cited.article for cited in sentence.citations}
    for link in sentence.links:
        if link.scheme == "obs":
            articles.add(library.article_of.get(link.target, ""))
        elif link.scheme == "article":
            articles.add(link.target)
    voices: set[str] = set()
    for id in articles:
        voices |= _voices_of(id, library)
    return frozenset(voices)


@lru_cache(maxsize=2)
def _read_voices(library: Library) -> dict[str, frozenset[str]]:
    """The voices that were asked for already, by article; forgotten with their library."""
    return {}


def _voices_of(id: str, library: Library) -> frozenset[str]:
    known = _read_voices(library)
    if id not in known:
        known[id] = _gather_voices(id, library)
    return known[id]


def _gather_voices(id: str, library: Library) -> frozenset[str]:
    article = library.articles.get(id)
    if article is None:
        return frozenset()
    voices = {article.outlet}
    voices |= {link.source for link in find_links(article, library) if link.source is not None}
    for observation in library.observations_of_article.get(id, ()):
        origin = find_origin(library.observations[observation], library)
        if origin is not None and origin.source is not None:
            voices.add(origin.source)
    return frozenset(voices)

"""Chains and origins: whom an article relays, and who said it first.

An article `reports` others; each of those may relay further. The origin of a figure is the
earliest *named* source on its chain; three articles with one origin are one piece of evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.library.library import Library
from generator.records.article import Article, Report
from generator.records.observation import Observation


@dataclass(frozen=True, slots=True)
class Link:
    """One step down a chain: how the one above relays this one."""

    verb: str
    source: str | None
    article: str | None
    speaker: str | None
    is_read: bool
    is_inferred: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """Who said it first: a named source, or people whom the articles do not name."""

    source: str | None
    unnamed: str | None = None
    via: str | None = None
    """The source that quotes the unnamed ones."""

    @property
    def key(self) -> str:
        """Equal for two figures of one origin; an unnamed origin counts by who relays it."""
        return self.source or f"unnamed via {self.via}"


Chain = tuple[Link, ...]


def find_chains(article: Article, library: Library) -> tuple[Chain, ...]:
    """Every branch of the chain below an article, each from its first link to its last.

    Links of one article are joined where one relays what another is `by`; where a relayed article
    has a record and this one says no more of it, its own links go on. A cycle ends the branch.
    """
    return tuple(_walk(article, article.outlet, library, frozenset([article.id])))


def _walk(
    article: Article, by: str, library: Library, seen: frozenset[str], passed: tuple[int, ...] = ()
) -> Iterator[Chain]:
    for index, report in enumerate(article.reports):
        if (report.by or article.outlet) != by or index in passed:
            continue
        link = _make_link(report)
        is_continued = False
        for rest in _continue(article, report, library, seen, (*passed, index)):
            is_continued = True
            yield (link, *rest)
        if not is_continued:
            yield (link,)


def _continue(
    article: Article,
    report: Report,
    library: Library,
    seen: frozenset[str],
    passed: tuple[int, ...],
) -> Iterator[Chain]:
    found = False
    if report.source is not None and report.source != (report.by or article.outlet):
        for rest in _walk(article, report.source, library, seen, passed):
            found = True
            yield rest
    relayed = library.articles.get(report.article or "")
    if not found and relayed is not None and relayed.id not in seen:
        yield from _walk(relayed, relayed.outlet, library, seen | {relayed.id})


def _make_link(report: Report) -> Link:
    return Link(
        str(report.verb),
        report.source,
        report.article,
        report.speaker,
        report.read,
        report.inferred,
    )


def find_origin(observation: Observation, library: Library) -> Origin | None:
    """The origin the record names, else the end of its article's first branch."""
    if observation.origin is not None:
        return Origin(observation.origin)
    article = library.articles.get(library.article_of.get(observation.id, ""))
    if article is None:
        return None
    chains = find_chains(article, library)
    return _end_of(chains[0], article.outlet) if chains else Origin(article.outlet)


def _end_of(chain: Chain, outlet: str) -> Origin:
    last = chain[-1]
    named = [outlet] + [link.source for link in chain if link.source is not None]
    if last.source is None:
        return Origin(None, last.speaker, named[-1])
    return Origin(named[-1])


def chain_to(observation: Observation, library: Library) -> Chain:
    """The branch of its article's chain that leads to the observation's origin, else the first."""
    article = library.articles.get(library.article_of.get(observation.id, ""))
    if article is None:
        return ()
    chains = find_chains(article, library)
    for chain in chains:
        for length, link in enumerate(chain, start=1):
            if observation.origin is not None and link.source == observation.origin:
                return chain[:length]
    if observation.origin == article.outlet or not chains:
        return ()
    return chains[0]


def count_origins(observations: list[Observation], library: Library) -> int:
    """How many distinct origins some observations have."""
    origins = (find_origin(observation, library) for observation in observations)
    return len({origin.key for origin in origins if origin is not None})

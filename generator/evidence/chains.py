"""Chains and origins: whom an article relays, and who said it first.

An article `reports` others; each of those may relay further. The origin of a figure is the
earliest *named* source on its chain; three articles with one origin are one piece of evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from generator.library.library import Library
from generator.library.tables import table
from generator.records.article import Article, Report
from generator.records.observation import Observation
from generator.records.vocabulary import Verb

MAX_LINKS = 20
MAX_BRANCHES = 50
"""No real chain comes near; where branches meet again, their number doubles with each link."""


@dataclass(frozen=True, slots=True)
class Link:
    """One step down a chain: how the one above relays this one."""

    verb: Verb
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
    """Every branch of the chain below an article, each once, from its first link to its last.

    Links of one article are joined where one relays what another is `by`; where a relayed article
    has a record and this one says no more of it, its own links go on. A cycle ends the branch,
    and so does `MAX_LINKS`; `is_tangled` tells where more than is given here was to be followed.
    """
    return tuple(dict.fromkeys(islice(_follow(article, library), MAX_BRANCHES)))


def is_tangled(article: Article, library: Library) -> bool:
    """Whether an article's chain is longer, or has more branches, than is followed."""
    branches = list(islice(_follow(article, library), MAX_BRANCHES + 1))
    return len(branches) > MAX_BRANCHES or any(len(chain) > MAX_LINKS for chain in branches)


def _follow(article: Article, library: Library) -> Iterator[Chain]:
    start = _Place(article, article.outlet, frozenset([article.id]), frozenset(), MAX_LINKS + 1)
    return _walk(start, library)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where on its way a walk down a chain stands."""

    article: Article
    by: str
    """The source whose links come next."""
    seen: frozenset[str]
    """The articles on the way here."""
    passed: frozenset[int]
    """The links of this article on the way here."""
    left: int
    """How many links may follow."""


def _walk(here: _Place, library: Library) -> Iterator[Chain]:
    for index, report in enumerate(here.article.reports):
        is_next = (report.by or here.article.outlet) == here.by and index not in here.passed
        if not is_next or here.left == 0:
            continue
        link = _make_link(report, library)
        beyond = replace(here, passed=here.passed | {index}, left=here.left - 1)
        is_end = True
        for rest in _continue(beyond, report, library):
            is_end = False
            yield (link, *rest)
        if is_end:
            yield (link,)


def _continue(here: _Place, report: Report, library: Library) -> Iterator[Chain]:
    """The ways on from a link: what this article says of them, else the relayed article itself."""
    is_told = False
    source = _find_source(report, library)
    if source is not None and source != here.by:
        for rest in _walk(replace(here, by=source), library):
            is_told = True
            yield rest
    relayed = library.articles.get(report.article or "")
    if not is_told and relayed is not None and relayed.id not in here.seen:
        seen = here.seen | {relayed.id}
        yield from _walk(_Place(relayed, relayed.outlet, seen, frozenset(), here.left), library)


def _find_source(report: Report, library: Library) -> str | None:
    """Who is relayed: as the link says, else the outlet of the article that it names."""
    relayed = library.articles.get(report.article or "")
    return report.source or (relayed.outlet if relayed else None)


def _make_link(report: Report, library: Library) -> Link:
    return Link(
        report.verb,
        _find_source(report, library),
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
    first = next(_follow(article, library), None)
    return _end_of(first, article.outlet) if first else Origin(article.outlet)


def _end_of(chain: Chain, outlet: str) -> Origin:
    last = chain[-1]
    named = [outlet] + [link.source for link in chain if link.source is not None]
    if last.source is None:
        return Origin(None, last.speaker, named[-1])
    return Origin(named[-1])


def find_ends(article: Article, library: Library) -> tuple[Origin, ...]:
    """Where the branches of an article's chain end; the article's own outlet if there is none."""
    chains = find_chains(article, library)
    ends = [_end_of(chain, article.outlet) for chain in chains] or [Origin(article.outlet)]
    return tuple(dict.fromkeys(ends))


def find_links(article: Article, library: Library) -> Iterator[Link]:
    """The links of every branch of an article's chain; where branches share one, it comes again."""
    return (link for chain in find_chains(article, library) for link in chain)


def is_followed(article: Article, library: Library) -> bool:
    """Whether an article's chain is known to its end: no tangle, no circle, no article missing."""
    chains = find_chains(article, library)
    named = {link.article for chain in chains for link in chain} - {None}
    is_circular = any(_is_circle(chain, article) for chain in chains)
    return named <= library.articles.keys() and not is_circular and not is_tangled(article, library)


def _is_circle(chain: Chain, article: Article) -> bool:
    """Whether a branch comes back to where it was; to another article of an outlet it may."""
    steps = [step for link in chain if (step := link.article or link.source)]
    return len(set(steps)) < len(steps) or not {article.id, article.outlet}.isdisjoint(steps)


def relays(one: Article, other: Article, library: Library) -> bool:
    """Whether the chain of one article leads to the other, whichever of them is the retelling.

    A link that names a source and no article leads to all that the source had published by then.
    """
    return _leads(one, other, library) or _leads(other, one, library)


def _leads(article: Article, other: Article, library: Library) -> bool:
    dates = article.issued, other.issued
    is_later = dates[0] is not None and dates[1] is not None and dates[1].earliest > dates[0].latest
    return any(
        link.article == other.id
        or (link.article is None and link.source == other.outlet and not is_later)
        for link in find_links(article, library)
    )


def chain_to(observation: Observation, library: Library) -> Chain:
    """The links from an observation's article to its origin; none where no branch leads there."""
    article = library.articles.get(library.article_of.get(observation.id, ""))
    if article is None:
        return ()
    if observation.origin is None:
        return next(_follow(article, library), ())
    for chain in find_chains(article, library):
        for length, link in enumerate(chain, start=1):
            if link.source == observation.origin:
                return chain[:length]
    return ()


def count_origins(origins: Iterable[Origin | None]) -> int:
    """How many distinct ones are among the origins of some figures."""
    return len({origin.key for origin in origins if origin is not None})


@table
def find_origins(library: Library) -> Mapping[str, Origin | None]:
    """The origin of each observation."""
    return {id: find_origin(found, library) for id, found in library.observations.items()}

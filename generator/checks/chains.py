"""Chains that hold: no cycle, gap or tangle, and every link names the outlet of what it relays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue import RULES
from generator.evidence.chains import MAX_BRANCHES, MAX_LINKS, is_tangled
from generator.issues import Issue, Location, show_value
from generator.library.library import Library
from generator.records.article import Article

Links = Mapping[str, Sequence[tuple[str, int]]]
"""For each id, the ids it leads to, each with the number of the link in its article."""


def check_chains(library: Library) -> Iterator[Issue]:
    """An issue for each link that can't be part of a chain."""
    yield from _check_cycles(library)
    yield from _check_tangles(library)
    for article in library.articles.values():
        yield from _check_circle_of_sources(article, library)
        yield from _check_mismatches(article, library)
        yield from _check_gaps(article, library)


def _locate_link(library: Library, article: str, index: int, field: str) -> Location:
    return library.address("article", article).locate("reports", index, field)


def _check_cycles(library: Library) -> Iterator[Issue]:
    links = {
        article.id: [
            (report.article, index)
            for index, report in enumerate(article.reports)
            if report.article is not None and report.article in library.articles
        ]
        for article in library.articles.values()
    }
    for way, index in find_cycles(links):
        place = _locate_link(library, way[-2], index, "article")
        yield _make_cycle_issue(way, place, "article")


def _check_circle_of_sources(article: Article, library: Library) -> Iterator[Issue]:
    """A source that, within one article, relays itself; with `article` it relays another text."""
    links: dict[str, list[tuple[str, int]]] = {}
    for index, report in enumerate(article.reports):
        if report.source is not None and report.article is None:
            links.setdefault(report.by or article.outlet, []).append((report.source, index))
    for way, index in find_cycles(links):
        place = _locate_link(library, article.id, index, "source")
        yield _make_cycle_issue(way, place, "source")


def _make_cycle_issue(way: Sequence[str], place: Location, kind: str) -> Issue:
    if not way[1:-1]:  # an id, and itself again
        message = f"the {kind} {show_value(way[0])} relays itself"
    else:
        message = f"the chain leads back to where it began: {show_way(way)}"
    return Issue(
        RULES["cyclic-chain"], place, message, "find out who said it first; delete the wrong link"
    )


def show_way(way: Sequence[str], shown: int = 6) -> str:
    """The ids on a way round, those in the middle of a long one left out."""
    steps = list(way) if len(way) <= shown else [*way[: shown - 2], "…", way[-1]]
    return " → ".join(f"`{id}`" for id in steps)


def find_cycles(links: Links) -> Iterator[tuple[tuple[str, ...], int]]:
    """Each link that closes a cycle: the way round, first id twice, and the link's number.

    Goes down every link once and keeps its own stack, for a chain may be longer than Python's.
    """
    done: set[str] = set()
    for start in links:
        if start in done:
            continue
        way: dict[str, Iterator[tuple[str, int]]] = {start: iter(links[start])}
        while way:
            here = next(reversed(way))
            target, index = next(way[here], ("", -1))
            if index < 0:
                done.add(here)
                del way[here]
            elif target in way:
                path = list(way)
                yield (*path[path.index(target) :], target), index
            elif target not in done:
                way[target] = iter(links.get(target, ()))


def _check_mismatches(article: Article, library: Library) -> Iterator[Issue]:
    for index, report in enumerate(article.reports):
        relayed = library.articles.get(report.article or "")
        if relayed is None or report.source in (None, relayed.outlet):
            continue
        message = f"the article `{relayed.id}` is by `{relayed.outlet}`, not by `{report.source}`"
        place = _locate_link(library, article.id, index, "source")
        help = f"write `source: {relayed.outlet}`, or give each its own link"
        yield Issue(RULES["chain-mismatch"], place, message, help)


def _check_gaps(article: Article, library: Library) -> Iterator[Issue]:
    reached = {article.outlet}
    for index, report in enumerate(article.reports):
        if report.by is not None and report.by not in reached:
            place = _locate_link(library, article.id, index, "by")
            message = f"no link above leads to `{report.by}`"
            help = f"put the link that relays `{report.by}` first, or leave `by` out"
            yield Issue(RULES["chain-gap"], place, message, help)
        relayed = library.articles.get(report.article or "")
        reached |= {report.source or ""} | ({relayed.outlet} if relayed else set())


def _check_tangles(library: Library) -> Iterator[Issue]:
    """An issue where a tangle begins; those who relay that article are not to blame."""
    articles = library.articles
    tangled = {id for id, article in articles.items() if is_tangled(article, library)}
    for id in sorted(tangled):
        if tangled.isdisjoint(report.article for report in articles[id].reports):
            place = library.address("article", id).locate("reports")
            message = (
                f"the chain has over {MAX_BRANCHES} branches, or one of over {MAX_LINKS} links"
            )
            help = "keep the links that lead to what you took from the article"
            yield Issue(RULES["tangled-chain"], place, message, help)

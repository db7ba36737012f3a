"""The briefs and pages that a change bears on, followed through citations, links and blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diff.evidence_diff import AffectedBrief, FigureChange, RecordChange
from generator.diff.touched import Differing, Ids
from generator.library.library import Library
from generator.library.references import find_brief_references
from generator.library.selection import select_events, select_observations
from generator.pages.context import FOLDERS
from generator.records.blocks import ChartBlock, TimelineBlock
from generator.records.brief import Brief

Keys = frozenset[tuple[str, str]]
"""Records by kind and id."""


def list_keys(records: Iterable[RecordChange], figures: Iterable[FigureChange]) -> Keys:
    """Both sides' ids of the records that differ, and of the figures that do or are judged so."""
    found = {(one.kind, id) for one in records for id in (one.before, one.after) if id}
    sides = (side for one in figures for side in (one.before, one.after) if side is not None)
    return frozenset(found | {("observation", side.id) for side in sides})


def find_affected(before: Library, after: Library, changed: Keys) -> Iterator[AffectedBrief]:
    """The briefs that are, name or show what changed, in the order of their ids."""
    for id in sorted({**before.briefs, **after.briefs}):
        sides = [(lib.briefs[id], lib) for lib in (after, before) if id in lib.briefs]
        by = {key for brief, library in sides for key in _list_shown(brief, library, changed)}
        is_changed = ("brief", id) in changed
        if by or is_changed:
            named = tuple(f"{kind}/{of}" for kind, of in sorted(by - {("brief", id)}))
            yield AffectedBrief(id, sides[0][0].front.title, is_changed, named)


def _list_shown(brief: Brief, library: Library, changed: Keys) -> Keys:
    found = changed.intersection(find_brief_references(brief))
    kinds = {kind for kind, _ in changed}
    for placed in brief.body.blocks:
        if isinstance(placed.block, TimelineBlock) and "event" in kinds:
            shown = ("event", [one.id for one in select_events(placed.block, library)])
        elif isinstance(placed.block, ChartBlock) and "observation" in kinds:
            shown = ("observation", [one.id for one in select_observations(placed.block, library)])
        else:
            continue
        found |= changed.intersection((shown[0], id) for id in shown[1])
    return found


def find_pages(
    before: Library, after: Library, changed: Keys, briefs: Iterable[AffectedBrief]
) -> tuple[str, ...]:
    """The addresses of the pages that show what changed; the lists of records among them."""
    found = {f"{FOLDERS['brief']}/{brief.id}/" for brief in briefs}
    for library in (before, after):
        for kind, id in changed:
            if id in library.by_kind[kind]:
                found.update(_list_pages(kind, id, library))
    return tuple(sorted(found))


def _list_pages(kind: str, id: str, library: Library) -> Iterator[str]:
    if kind in FOLDERS:
        yield _address(kind, id)
        yield f"{FOLDERS[kind]}/"
    if kind == "observation":
        yield from _list_pages_of_figure(id, library)
    elif kind == "event":
        yield "timeline/"
        yield from (_address("topic", topic) for topic in library.events[id].topics)
    elif kind == "correction":
        yield "corrections/"
    elif kind == "article":
        article = library.articles[id]
        yield _address("source", article.outlet)
        yield from (_address("topic", topic) for topic in article.topics)
    elif kind == "metric":
        yield from (_address("topic", topic) for topic in library.metrics[id].topics)


def _list_pages_of_figure(id: str, library: Library) -> Iterator[str]:
    article = library.articles.get(library.article_of[id])
    yield "figures/"
    yield _address("metric", library.observations[id].metric)
    if article is not None:
        yield _address("article", article.id)
        yield _address("source", article.outlet)


def _address(kind: str, id: str) -> str:
    return f"{FOLDERS[kind]}/{id}/"


def find_readers(before: Library, after: Library, touched: Ids, differing: Differing) -> Ids:
    """The briefs whose figures may be judged otherwise: they differ, or what they name does."""
    changed = {(kind, id) for kind, ids in differing.items() for id in ids}
    changed |= {("observation", id) for id in touched}
    return frozenset(
        id
        for library in (before, after)
        for id, brief in library.briefs.items()
        if id in differing["brief"] or not changed.isdisjoint(find_brief_references(brief))
    )

"""The conflicts that stand on one of two sides only: what contradicts what, subject by subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.diff.evidence_diff import Change, ConflictChange, Contender
from generator.evidence.conflicts import find_conflicts
from generator.evidence.dossier import name_source
from generator.evidence.recorded import word_number
from generator.library.library import Library

Pair = tuple[str, str]


def compare_conflicts(
    before: Library, after: Library, compared: frozenset[str], renamed: Mapping[str, str]
) -> Iterator[ConflictChange]:
    """The conflicts that appear, then those that vanish.

    Args:
        before: One side, with all observations of the metrics in question.
        after: The other.
        compared: The figures that could be read wherever they stand.
        renamed: The new ids of figures by their old ones.
    """
    old, new = _list_pairs(before, compared), _list_pairs(after, compared)
    followed = {_order(renamed.get(one, one), renamed.get(other, other)) for one, other in old}
    names = {new: old for old, new in renamed.items()}
    traced = {_order(names.get(one, one), names.get(other, other)) for one, other in new}
    yield from _tell(new - followed, after, Change.ADDED)
    yield from _tell(old - traced, before, Change.REMOVED)


def _order(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _list_pairs(library: Library, compared: frozenset[str]) -> set[Pair]:
    found = find_conflicts(library).items()
    pairs = {_order(id, other) for id, others in found for other in others}
    return {pair for pair in pairs if compared.issuperset(pair)}


def _tell(pairs: Iterable[Pair], library: Library, change: Change) -> Iterator[ConflictChange]:
    """One entry for each metric, period and place."""
    subjects: defaultdict[tuple[str, str, str], list[Pair]] = defaultdict(list)
    for pair in sorted(pairs):
        first = library.observations[pair[0]]
        subjects[first.metric, str(first.period), first.place].append(pair)
    for (metric, period, place), found in sorted(subjects.items()):
        ids = sorted({id for pair in found for id in pair})
        yield ConflictChange(
            change=change,
            metric=metric,
            name=library.metrics[metric].name,
            period=period,
            place=place,
            contenders=tuple(_describe(id, library) for id in ids),
            pairs=tuple(found),
        )


def _describe(id: str, library: Library) -> Contender:
    article, one = library.articles.get(library.article_of[id]), library.observations[id]
    outlet = name_source(article.outlet, library) if article is not None else ""
    unit = library.unit_of(one)
    return Contender(id, word_number(one), unit.symbol or unit.name, outlet)

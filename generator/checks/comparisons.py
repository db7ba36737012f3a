"""Comparisons whose rows measure the same: one period, one place, one metric or two akin.

The row that stands apart is named, not the whole block: what most rows share is what is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import RULES
from generator.evidence.conflicts import is_same_period, is_same_place
from generator.evidence.intervals import scale_of
from generator.issues import Issue
from generator.library.library import Library
from generator.records.blocks import CompareBlock
from generator.records.edtf_words import format_edtf
from generator.records.observation import Observation
from generator.records.prose import PlacedBlock


@dataclass(frozen=True, slots=True)
class _Aspect:
    """One thing that the rows of a comparison share."""

    verb: str
    preposition: str
    """With the space behind it; empty where none stands between the verb and the words."""
    word: Callable[[Observation, Library], str]
    is_same: Callable[[Observation, Observation, Library], bool]


def check_comparisons(library: Library) -> Iterator[Issue]:
    """An issue for each row that can't stand beside the others."""
    for brief in library.briefs.values():
        for placed in brief.body.blocks:
            if isinstance(placed.block, CompareBlock):
                yield from _check_rows(placed, placed.block, library)


def _check_rows(placed: PlacedBlock, block: CompareBlock, library: Library) -> Iterator[Issue]:
    """One issue for a row, for the first thing in which it stands apart."""
    found = ((index, library.observations.get(id)) for index, id in enumerate(block.observations))
    rows = {index: row for index, row in found if row is not None and library.is_measured(row)}
    judged: set[int] = set()
    for aspect in _ASPECTS if rows else ():
        typical = _find_typical(list(rows.values()), aspect, library)
        for index, row in rows.items():
            if index not in judged and not aspect.is_same(row, typical, library):
                judged.add(index)
                others = [other for at, other in rows.items() if at != index]
                yield Issue(
                    RULES["incomparable-rows"],
                    placed.address.locate("observations", index),
                    _say(row, others, typical, aspect, library),
                    "take it out, or list them in a `table` block, which compares nothing",
                )


def _find_typical(rows: Sequence[Observation], aspect: _Aspect, library: Library) -> Observation:
    """The first row that shares the aspect with as many others as any does."""

    def count_same(row: Observation) -> int:
        return sum(aspect.is_same(row, other, library) for other in rows)

    return max(rows, key=count_same)


def _say(
    row: Observation,
    others: Sequence[Observation],
    typical: Observation,
    aspect: _Aspect,
    library: Library,
) -> str:
    is_alone = all(aspect.is_same(other, typical, library) for other in others)
    rest = f"`{typical.id}`" if len(others) == 1 else "the others" if is_alone else "most others"
    mine, theirs = aspect.word(row, library), aspect.word(typical, library)
    return (
        f"`{row.id}` {aspect.verb} {aspect.preposition}{mine}, {rest} {aspect.preposition}{theirs}"
    )


def _word_metric(row: Observation, library: Library) -> str:
    return f"`{row.metric}`"


def _is_same_metric(one: Observation, other: Observation, library: Library) -> bool:
    """Whether the metrics are one, or either says that it may stand beside the other."""
    metrics = library.metrics
    return (
        one.metric == other.metric
        or one.metric in metrics[other.metric].comparable_with
        or other.metric in metrics[one.metric].comparable_with
    )


def _word_unit(row: Observation, library: Library) -> str:
    return library.unit_of(row).name


def _is_same_dimension(one: Observation, other: Observation, library: Library) -> bool:
    return scale_of(one, library)[0] == scale_of(other, library)[0]


def _word_place(row: Observation, library: Library) -> str:
    return f"`{row.place}`"


def _is_same_place(one: Observation, other: Observation, library: Library) -> bool:
    return is_same_place(one.place, other.place)


def _word_period(row: Observation, library: Library) -> str:
    return format_edtf(row.period)


def _is_same_period(one: Observation, other: Observation, library: Library) -> bool:
    return is_same_period(one.period, other.period)


_ASPECTS = (
    _Aspect("measures", "", _word_metric, _is_same_metric),
    _Aspect("is", "in ", _word_unit, _is_same_dimension),
    _Aspect("is", "of ", _word_place, _is_same_place),
    _Aspect("is", "of ", _word_period, _is_same_period),
)

"""What figures side by side have to share: their metric, unit, place and time.

The figure that stands apart is named, not all of them: what most share is what is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.evidence.conflicts import is_same_period, is_same_place
from generator.evidence.intervals import scale_of
from generator.library.library import Library
from generator.records.edtf_words import format_edtf
from generator.records.observation import Observation


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that figures side by side share."""

    verb: str
    preposition: str
    """With the space behind it; empty where none stands between the verb and the words."""
    word: Callable[[Observation, Library], str]
    is_same: Callable[[Observation, Observation, Library], bool]


def find_typical(rows: Sequence[Observation], aspect: Aspect, library: Library) -> Observation:
    """The first row that shares the aspect with as many others as any does."""

    def count_same(row: Observation) -> int:
        return sum(aspect.is_same(row, other, library) for other in rows)

    return max(rows, key=count_same)


def word_difference(
    row: Observation,
    others: Sequence[Observation],
    typical: Observation,
    aspect: Aspect,
    library: Library,
) -> str:
    """How a row differs from the typical one, in a sentence: `a` is of May, the others of June."""
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


METRIC = Aspect("measures", "", _word_metric, _is_same_metric)
UNIT = Aspect("is", "in ", _word_unit, _is_same_dimension)
PLACE = Aspect("is", "of ", _word_place, _is_same_place)
PERIOD = Aspect("is", "of ", _word_period, _is_same_period)

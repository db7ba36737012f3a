"""What a chart draws: which observations, for which days, and whose count each of them is.

A total or a difference is drawn beside those for as much time only: a year's total above months
would look like a jump. What was worked out from two values of one time is how far they lie apart,
and no third value. What is left out for that is counted, and the caller says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.evidence.chains import chain_to, find_origin
from generator.evidence.conflicts import is_same_period
from generator.evidence.intervals import scale_of
from generator.library.library import Library
from generator.library.selection import select_observations
from generator.library.tables import table
from generator.records.blocks import ChartBlock
from generator.records.edtf import OPEN_END, OPEN_START, EdtfDate
from generator.records.expression_parser import find_expression_ids
from generator.records.observation import Observation
from generator.records.vocabulary import MetricKind, ObservationStatus, Verb

_SUMS = frozenset([MetricKind.FLOW, MetricKind.CHANGE])
_LENGTHS = {1: "day", 7: "week"} | {
    days: length
    for length, spans in {
        "month": range(28, 32),
        "quarter": range(89, 93),
        "half-year": range(181, 185),
        "year": range(365, 367),
    }.items()
    for days in spans
}


@dataclass(frozen=True, slots=True)
class Span:
    """The days for which a value holds, counted as `date.toordinal` does."""

    start: int
    end: int
    """The day after the last."""

    @property
    def days(self) -> int:
        """How many there are."""
        return self.end - self.start

    @property
    def length(self) -> str:
        """`month`, `year` and their like, whatever their number of days; else that number."""
        return _LENGTHS.get(self.days, str(self.days))


@dataclass(frozen=True, slots=True)
class Voice:
    """Who counted: the origin of a figure, or whoever worked it out from the origin's data."""

    source: str | None
    on: str | None = None
    """Whose data it rests on, where that is somebody else."""


@dataclass(frozen=True, slots=True)
class Row:
    """One observation and where in time it is drawn."""

    observation: Observation
    span: Span


@dataclass(frozen=True)
class Charted:
    """What a chart draws, in the order of time, and how much was left out of it."""

    rows: tuple[Row, ...]
    other_lengths: int = 0
    """Totals for more or less time than those drawn."""
    worked_out: int = 0
    """Values worked out from others of the same metric and time."""
    undated: int = 0
    """Values for a time without a beginning or an end."""

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The distinct stretches of time for which there is a sound value, in their order."""
        sound = (row.span for row in self.rows if is_sound(row.observation))
        return tuple(sorted(set(sound), key=lambda span: (span.start, span.end)))

    @cached_property
    def usual_length(self) -> str:
        """The length of time that most of the spans have."""
        lengths = [span.length for span in self.spans]
        return max(sorted(set(lengths)), key=lengths.count) if lengths else ""


def is_sound(observation: Observation) -> bool:
    """Whether a value counts: what was garbled on its way, or is only planned, does not."""
    return observation.status not in (ObservationStatus.CORRUPT, ObservationStatus.PLANNED)


def find_charted(block: ChartBlock, library: Library) -> Charted:
    """What a block draws; observations that it names by id are all of them kept."""
    found = [one for one in select_observations(block, library) if library.is_measured(one)]
    if block.sources:
        named = frozenset(block.sources)
        found = [
            one
            for one in found
            if one.id in block.observations or named & _list_sources(one, library)
        ]
    return place_in_time(found, library, kept=frozenset(block.observations))


def place_in_time(
    observations: Iterable[Observation], library: Library, kept: frozenset[str] = frozenset()
) -> Charted:
    """The observations at their days, without those whose length of time most have not."""
    found = list(observations)
    told = [one for one in found if one.id in kept or not _is_worked_out(one, library)]
    placed = [(one, find_span(one, library)) for one in told]
    rows = [Row(one, span) for one, span in placed if span is not None]
    usual = _find_usual_length(rows, library)
    drawn = [row for row in rows if row.observation.id in kept or _fits(row, usual, library)]
    drawn.sort(key=lambda row: (row.span.start, row.span.end, row.observation.id))
    return Charted(
        tuple(drawn),
        other_lengths=len(rows) - len(drawn),
        worked_out=len(found) - len(told),
        undated=len(placed) - len(rows),
    )


def _is_worked_out(one: Observation, library: Library) -> bool:
    """Whether it says how two values of its metric for its own time relate."""
    ids = find_expression_ids(one.derived) if one.derived is not None else ()
    others = (library.observations.get(id) for id in dict.fromkeys(ids))
    same = [
        other
        for other in others
        if other is not None
        and other.metric == one.metric
        and is_same_period(other.period, one.period)
    ]
    return len(same) > 1


def drawn_period(observation: Observation, library: Library) -> EdtfDate:
    """The time for which a value is drawn: of a level since some day, the end."""
    period = observation.period
    is_level = library.metrics[observation.metric].kind is MetricKind.STOCK
    return period.end if is_level and period.end is not None else period


def find_span(observation: Observation, library: Library) -> Span | None:
    """When a value holds; none where that has no beginning or no end."""
    period = drawn_period(observation, library)
    if period.earliest == OPEN_START or period.latest == OPEN_END:
        return None
    first, last = date.fromisoformat(period.earliest), date.fromisoformat(period.latest)
    return Span(first.toordinal(), last.toordinal() + 1)


def find_voice(observation: Observation, library: Library) -> Voice:
    """Who counted it, by the chain from its article to its origin."""
    origin = find_origin(observation, library)
    by: str | None = library.articles[library.article_of[observation.id]].outlet
    for link in chain_to(observation, library):
        if link.verb is Verb.ANALYSES_DATA_OF and origin is not None:
            return Voice(by, origin.source)
        by = link.source or by
    return Voice(origin.source if origin is not None else None)


@table
def find_voices(library: Library) -> Mapping[str, Voice]:
    """Who counted each observation; the same for all of one article and origin."""
    found: dict[tuple[str, str | None], Voice] = {}
    voices = {}
    for one in library.observations.values():
        key = library.article_of[one.id], one.origin
        if key not in found:
            found[key] = find_voice(one, library)
        voices[one.id] = found[key]
    return voices


@table
def find_series(library: Library) -> Mapping[str, list[Observation]]:
    """For each observation, what counts of the same voice, metric, place, basis and dimension.

    It is itself among them, unless it is withdrawn.
    """
    voices = find_voices(library)
    series: defaultdict[tuple[object, ...], list[Observation]] = defaultdict(list)
    found = {}
    for one in library.observations.values():
        dimension, _ = scale_of(one, library)
        found[one.id] = series[voices[one.id], one.metric, one.place, one.basis, dimension]
        if one.withdrawn is None:
            found[one.id].append(one)
    return found


def _list_sources(one: Observation, library: Library) -> frozenset[str]:
    voice = find_voice(one, library)
    outlet = library.articles[library.article_of[one.id]].outlet
    return frozenset(source for source in (outlet, voice.source, voice.on) if source)


def is_sum(observation: Observation, library: Library) -> bool:
    """Whether a value is as large as its time is long."""
    return library.metrics[observation.metric].kind in _SUMS


def _find_usual_length(rows: Sequence[Row], library: Library) -> str | None:
    """The length of time of which the most distinct stretches have a sound value."""
    spans = {
        row.span for row in rows if is_sum(row.observation, library) and is_sound(row.observation)
    }
    counted = Counter(span.length for span in spans)
    return min(counted, key=lambda length: (-counted[length], length)) if counted else None


def _fits(row: Row, usual: str | None, library: Library) -> bool:
    return not is_sum(row.observation, library) or row.span.length == usual

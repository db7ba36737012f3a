"""What a chart shows, before anything is drawn: marks, who counted, ranges, lines and gaps.

Equal values of one voice are one mark, however many articles repeat it. Nothing is averaged, and
nothing is said of a time for which there is no figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.evidence.chains import chain_to
from generator.evidence.charted import Charted, Row, Span, Voice, is_sound
from generator.library.library import Library
from generator.pages.chart_scale import ValueAxis, choose_values
from generator.pages.converted import convert_number
from generator.pages.cross_references import CrossReferences
from generator.records.measure import Unit
from generator.records.observation import Observation
from generator.records.vocabulary import ChartKind, MetricKind, ObservationStatus, Qualifier

NAMED_SERIES = 7
"""How many voices have a shape of their own; all others share one more."""

SeriesKey = tuple[Voice, str, str]
"""Who counted what where: voice, metric and place."""


class Standing(StrEnum):
    """How a mark is to be taken."""

    SOUND = "sound"
    OFF = "off"
    """Another mark of the chart contradicts it, or its record says that it is disputed."""
    CORRUPT = "corrupt"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of one voice."""

    lead: Observation
    """The figure that the mark leads to, the nearest to its origin."""
    articles: int
    """How many articles give the value."""
    series: int
    """The shape, from 0; `NAMED_SERIES` for all others."""
    key: SeriesKey
    span: Span
    low: Decimal
    high: Decimal
    value: Decimal | None
    """None where only a range is stated."""
    standing: Standing

    @property
    def is_counted(self) -> bool:
        """Whether it belongs to the range of values."""
        return self.standing in (Standing.SOUND, Standing.OFF)


@dataclass(frozen=True, slots=True)
class Band:
    """The lowest and the highest value for one stretch of time, where there are several."""

    span: Span
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that is drawn or said of a chart."""

    kind: ChartKind
    unit: Unit
    series: tuple[SeriesKey, ...]
    """In the order of their shapes; from `NAMED_SERIES` on they share the last."""
    marks: tuple[Mark, ...]
    bands: tuple[Band, ...]
    lines: tuple[tuple[Mark, ...], ...]
    """Marks of one voice whose times follow each other without a gap."""
    charted: Charted
    is_level: bool
    """Whether the values are levels at a time, and not sums or rates over it."""

    @property
    def axis(self) -> ValueAxis:
        """The axis of values, which what was garbled does not stretch."""
        marks = [mark for mark in self.marks if mark.standing is not Standing.CORRUPT]
        ends = [end for mark in marks for end in (mark.low, mark.high)]
        return choose_values(ends, from_zero=self.kind is ChartKind.BAR)

    @property
    def counted(self) -> list[Mark]:
        """The marks that are neither corrupt nor planned."""
        return [mark for mark in self.marks if mark.is_counted]


def describe_chart(kind: ChartKind, charted: Charted, cross: CrossReferences) -> Chart:
    """The chart of some rows, of which at least one is sound."""
    library = cross.library
    first = next(row.observation for row in charted.rows if is_sound(row.observation))
    unit = library.units[library.metrics[first.metric].unit]
    keys = {row.observation.id: find_key(row.observation, cross) for row in charted.rows}
    series = _order_series(charted.rows, keys, library)
    marks = tuple(_make_marks(charted.rows, keys, series, unit, cross))
    lines = tuple(_join(marks, charted.usual_length)) if kind is ChartKind.LINE else ()
    is_level = library.metrics[first.metric].kind is MetricKind.STOCK
    return Chart(kind, unit, series, marks, tuple(_find_bands(marks)), lines, charted, is_level)


def find_key(one: Observation, cross: CrossReferences) -> SeriesKey:
    """Who counted it, what it is and where it holds."""
    return cross.voice_of(one), one.metric, one.place


def _order_series(
    rows: Iterable[Row], keys: dict[str, SeriesKey], library: Library
) -> tuple[SeriesKey, ...]:
    """Those with values for the most stretches of time first."""
    spans: defaultdict[SeriesKey, set[Span]] = defaultdict(set)
    for row in rows:
        spans[keys[row.observation.id]].add(row.span)

    def most_first(key: SeriesKey) -> tuple[int, str, str, str, str]:
        voice, metric, place = key
        return -len(spans[key]), voice.source or "", voice.on or "", metric, place

    return tuple(sorted(spans, key=most_first))


def _make_marks(
    rows: Iterable[Row],
    keys: dict[str, SeriesKey],
    series: Sequence[SeriesKey],
    unit: Unit,
    cross: CrossReferences,
) -> Iterable[Mark]:
    library = cross.library
    shapes = {key: min(number, NAMED_SERIES) for number, key in enumerate(series)}
    drawn = frozenset(keys)
    claims: defaultdict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        one = row.observation
        said = (one.low, one.value, one.high, one.qualifier, library.unit_of(one).id)
        claim = (keys[one.id], row.span, one.basis, *said, _find_standing(one, drawn, cross))
        claims[claim].append(row)
    for group in claims.values():
        lead = min(group, key=lambda row: _distance(row.observation, library))
        one, key = lead.observation, keys[lead.observation.id]
        ends = [end for end in (one.low, one.value, one.high) if end is not None]
        low, high = (convert_number(end, one, unit, library) for end in (min(ends), max(ends)))
        value = None if one.value is None else convert_number(one.value, one, unit, library)
        articles = len({library.article_of[row.observation.id] for row in group})
        standing = _find_standing(one, drawn, cross)
        yield Mark(one, articles, shapes[key], key, lead.span, low, high, value, standing)


def _distance(one: Observation, library: Library) -> tuple[int, str]:
    """How far an observation's article is from its origin."""
    return len(chain_to(one, library)), one.id


def _find_standing(one: Observation, drawn: frozenset[str], cross: CrossReferences) -> Standing:
    if one.status is ObservationStatus.CORRUPT:
        return Standing.CORRUPT
    if one.status is ObservationStatus.PLANNED:
        return Standing.PLANNED
    is_contradicted = not drawn.isdisjoint(cross.conflicts.get(one.id, ()))
    is_off = is_contradicted or one.status is ObservationStatus.DISPUTED
    return Standing.OFF if is_off else Standing.SOUND


def _find_bands(marks: Iterable[Mark]) -> Iterable[Band]:
    """A range for each stretch of time with several values of one metric and place."""
    groups: defaultdict[tuple[object, ...], list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.is_counted:
            groups[(mark.span, *mark.key[1:])].append(mark)
    for group in groups.values():
        low, high = min(mark.low for mark in group), max(mark.high for mark in group)
        if low < high and len(group) > 1:
            yield Band(group[0].span, low, high)


def _join(marks: Iterable[Mark], length: str) -> Iterable[tuple[Mark, ...]]:
    """Runs of marks of one voice, basis and length that follow each other directly."""
    runs: defaultdict[tuple[object, ...], defaultdict[Span, list[Mark]]]
    runs = defaultdict(lambda: defaultdict(list))
    for mark in marks:
        if mark.is_counted and mark.span.length == length:
            runs[mark.key, mark.lead.basis][mark.span].append(mark)
    for run in runs.values():
        joined: list[Mark] = []
        for mark in filter(None, map(_choose_joined, run.values())):
            if joined and joined[-1].span.end != mark.span.start:
                yield from _keep(joined)
                joined = []
            joined.append(mark)
        yield from _keep(joined)


def _choose_joined(marks: Sequence[Mark]) -> Mark | None:
    """The value of a time that a line leads through: the only one, or the only exact one.

    None where they contradict each other, or a range alone is stated.
    """
    exact = [mark for mark in marks if mark.lead.qualifier is Qualifier.EXACT]
    chosen = marks if len(marks) == 1 else exact
    is_clear = len(chosen) == 1 and (len(marks) == 1 or not any(map(_is_off, marks)))
    return chosen[0] if is_clear and chosen[0].value is not None else None


def _is_off(mark: Mark) -> bool:
    return mark.standing is Standing.OFF


def _keep(run: list[Mark]) -> Iterable[tuple[Mark, ...]]:
    """A single mark is no line."""
    if len(run) > 1:
        yield tuple(run)

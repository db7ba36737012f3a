"""Charts that have something to show, all of which may stand on one scale.

What a chart selects was named by nobody, so one issue for a block says enough: the first value
that stands apart, for the first thing in which it does.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import RULES
from generator.checks.aspects import METRIC, PLACE, UNIT, Aspect, find_typical, word_difference
from generator.checks.dates import is_reversed
from generator.evidence.charted import Charted, Row, find_charted, find_span, is_sound, is_sum
from generator.issues import Issue, Location
from generator.library.library import Library
from generator.limits import CHART_VALUES, CHARTS
from generator.records.blocks import ChartBlock
from generator.records.brief import Brief
from generator.records.observation import Observation
from generator.records.prose import PlacedBlock
from generator.records.vocabulary import ChartKind

FEWEST_FOR_A_LINE = 2


def check_charts(library: Library) -> Iterator[Issue]:
    """At most one issue for each chart, and one for a brief with too many."""
    for brief in library.briefs.values():
        charts = [placed for placed in brief.body.blocks if isinstance(placed.block, ChartBlock)]
        if len(charts) > CHARTS:
            yield _say_too_many(brief, charts)
        for placed in charts[:CHARTS]:
            yield from _check_chart(placed, library)


def _check_chart(placed: PlacedBlock, library: Library) -> Iterator[Issue]:
    block = placed.block
    if not isinstance(block, ChartBlock) or _is_judged_already(block, library):
        return
    charted = find_charted(block, library)
    if len(charted.rows) > CHART_VALUES:
        message = f"the chart would have {len(charted.rows):,} values, over {CHART_VALUES:,}"
        help = "narrow it by `from` and `to`, or by `sources`"
        yield Issue(RULES["too-large"], placed.address.locate(), message, help)
        return
    apart = next(_find_apart(charted, block, library), None)
    if apart is not None:
        yield Issue(RULES["incomparable-chart"], _locate(placed, block, apart[0]), *apart[1:])
    elif not (library.broken or library.incomplete):  # what could not be read may be what it shows
        yield from _check_enough(placed, block, charted)


def _is_judged_already(block: ChartBlock, library: Library) -> bool:
    """Whether other checks say what keeps it from being drawn."""
    metrics = any(
        metric is None or metric.unit not in library.units
        for metric in map(library.metrics.get, block.metric_ids)
    )
    named = any(id not in library.observations for id in block.observations)
    return metrics or named or "observation" in library.incomplete or is_reversed(block)


def _find_apart(
    charted: Charted, block: ChartBlock, library: Library
) -> Iterator[tuple[Observation, str, str]]:
    """Each observation that stands apart, what is wrong with it, and what to do."""
    rows = [row.observation for row in charted.rows]
    for aspect, help in _list_aspects(block) if rows else ():
        typical = find_typical(rows, aspect, library)
        for row in rows:
            if not aspect.is_same(row, typical, library):
                others = [other for other in rows if other is not row]
                yield row, word_difference(row, others, typical, aspect, library), help


def _list_aspects(block: ChartBlock) -> Iterator[tuple[Aspect, str]]:
    apart = "draw them in charts of their own"
    yield METRIC, apart
    yield _KIND, apart
    yield UNIT, apart
    if len(block.places) <= 1:  # several are drawn apart
        yield PLACE, "name the place in `places`; several named there are drawn apart"
    yield _LENGTH, "take it out: it would look like a jump"


def _word_kind(row: Observation, library: Library) -> str:
    return f"a {library.metrics[row.metric].kind.value}"


def _is_same_kind(one: Observation, other: Observation, library: Library) -> bool:
    return library.metrics[one.metric].kind is library.metrics[other.metric].kind


def _word_length(row: Observation, library: Library) -> str:
    span = find_span(row, library)
    length = span.length if span is not None else "unknown"
    return f"{length} days" if length.isdecimal() else f"a {length}"


def _is_same_length(one: Observation, other: Observation, library: Library) -> bool:
    spans = find_span(one, library), find_span(other, library)
    if not is_sum(one, library) or spans[0] is None or spans[1] is None:
        return True
    return spans[0].length == spans[1].length


_KIND = Aspect("is", "", _word_kind, _is_same_kind)
_LENGTH = Aspect("is a total", "for ", _word_length, _is_same_length)


def _locate(placed: PlacedBlock, block: ChartBlock, row: Observation) -> Location:
    if row.id in block.observations:
        return placed.address.locate("observations", block.observations.index(row.id))
    return placed.address.locate()


def _check_enough(placed: PlacedBlock, block: ChartBlock, charted: Charted) -> Iterator[Issue]:
    spans = charted.spans
    if not any(map(_is_counted, charted.rows)):
        message = "no observation on record is one that this chart selects"
        help = "widen `from` and `to`, or look at `places` and `sources`"
    elif block.kind is ChartKind.LINE and len(spans) < FEWEST_FOR_A_LINE:
        message = "all values are for one period, through which no line leads"
        help = "leave out `kind`, or widen `from` and `to`"
    else:
        return
    yield Issue(RULES["empty-chart"], placed.address.locate(), message, help)


def _is_counted(row: Row) -> bool:
    return is_sound(row.observation)


def _say_too_many(brief: Brief, charts: list[PlacedBlock]) -> Issue:
    message = f"the brief `{brief.id}` has {len(charts)} charts, over {CHARTS}"
    place = charts[CHARTS].address.locate()
    return Issue(RULES["too-large"], place, message, "leave the most telling ones")

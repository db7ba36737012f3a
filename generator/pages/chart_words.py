"""What a chart says in words: who counted, what a mark is, and what the whole of it shows.

The sentences say what an eye would see, and what it could not: which times have no figure, which
values contradict each other, and what was left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from generator.evidence.charted import Charted, Span, drawn_period
from generator.pages.chart_model import Chart, Mark, SeriesKey, Standing
from generator.pages.chart_scale import find_gaps
from generator.pages.cross_references import CrossReferences
from generator.pages.date_words import word_date
from generator.pages.dates import keep_dates_whole
from generator.pages.languages import name_of
from generator.pages.names import name_place
from generator.pages.wording import (
    count,
    format_number,
    join_words,
    name_unit,
    word_unit,
    word_value,
)
from generator.records.edtf import parse_edtf
from generator.records.measure import Unit
from generator.speech import gettext as _
from generator.speech import mark, ngettext

_STANDINGS = {
    Standing.OFF: mark("contradicted, or disputed"),
    Standing.CORRUPT: mark("corrupt at the source"),
    Standing.PLANNED: mark("planned or forecast"),
}
_SCALES = {1_000: mark("thousand %(unit)s"), 1_000_000: mark("million %(unit)s")}


def name_series(key: SeriesKey, chart: Chart, cross: CrossReferences) -> str:
    """Who counted; metric and place too, where the chart has several."""
    voice, metric, place = key
    sources = cross.library.sources
    name = sources[voice.source].label if voice.source else _("A source that is not named")
    if voice.on and voice.on != voice.source:
        name = _("%(source)s, on data of %(other)s", source=name, other=sources[voice.on].label)
    if len({other[1] for other in chart.series}) > 1:
        name += f": {name_of(cross.library.metrics[metric])}"
    if len({other[2] for other in chart.series}) > 1:
        name += f" ({name_place(place, cross.library)})"
    return name


def word_mark(one: Mark, chart: Chart, cross: CrossReferences) -> str:
    """A mark for those who point at it or hear it: value, time, who counted, how it stands."""
    value = word_value(one.lead, cross.library)
    who = name_series(one.key, chart, cross)
    said = f"{value}, {_name_time(one, cross)}: {who}"
    if one.articles > 1:
        said += f"; {count(one.articles, 'article', 'articles')}"
    return f"{said}; {_(_STANDINGS[one.standing])}" if one.standing in _STANDINGS else said


def name_scale(chart: Chart) -> str:
    """What the axis of values counts: `thousand people`, `km² a day`."""
    unit, scale = name_unit(chart.unit), _SCALES.get(chart.axis.divisor)
    return _(scale, unit=unit) if scale else unit


def summarise(chart: Chart, cross: CrossReferences) -> str:
    """What the chart shows, in a few sentences."""
    return keep_dates_whole(" ".join(_say_all(chart, cross)))


def _say_all(chart: Chart, cross: CrossReferences) -> Iterator[str]:
    yield _say_extent(chart)
    yield from _say_ends(chart, cross)
    yield from _say_differences(chart)
    yield from _say_gaps(find_gaps(chart.charted.spans))
    yield from _say_corrupt(chart, cross)
    yield from _say_left_out(chart.charted)
    if not chart.axis.has_zero:
        yield _("The axis of values does not begin at zero.")


def _say_extent(chart: Chart) -> str:
    marks = chart.counted
    first = date.fromordinal(min(one.span.start for one in marks))
    last = date.fromordinal(max(one.span.end for one in marks) - 1)
    return _(
        "%(values)s for %(times)s, %(first)s to %(last)s.",
        values=count(len(marks), "value", "values"),
        times=_count_times(chart.charted.spans),
        first=_name_month(first),
        last=_name_month(last),
    )


def _count_times(spans: Sequence[Span]) -> str:
    """Months of the calendar where all are such: one that a day is missing of is no other month."""
    if any(span.length != "month" for span in spans):
        return count(len(spans), "period", "periods")
    months = {date.fromordinal(span.start).strftime("%Y-%m") for span in spans}
    return count(len(months), "month", "months")


def _say_ends(chart: Chart, cross: CrossReferences) -> Iterator[str]:
    lowest = min(chart.counted, key=lambda one: (one.low, one.span.start))
    highest = max(chart.counted, key=lambda one: (one.high, -one.span.start))
    if lowest.low < highest.high:
        yield _(
            "Lowest %(low)s (%(then)s), highest %(high)s (%(when)s).",
            low=_word_end(lowest.low, chart.unit),
            then=_name_time(lowest, cross),
            high=_word_end(highest.high, chart.unit),
            when=_name_time(highest, cross),
        )


def _name_time(one: Mark, cross: CrossReferences) -> str:
    return word_date(drawn_period(one.lead, cross.library), "short")


def _name_month(day: date) -> str:
    return word_date(parse_edtf(f"{day.year:04}-{day.month:02}"))


def _word_end(number: Decimal, unit: Unit) -> str:
    return format_number(number) + word_unit(unit, number)


def _say_differences(chart: Chart) -> Iterator[str]:
    if chart.bands:
        yield _(
            "Several values are on record for %(times)s; a band reaches from the lowest to the "
            "highest.",
            times=_count_times([band.span for band in chart.bands]),
        )
    off = sum(one.standing is Standing.OFF for one in chart.marks)
    if off:
        yield ngettext(
            "≠ %(number)s value is contradicted or disputed.",
            "≠ %(number)s values are contradicted or disputed.",
            off,
        )


def _say_gaps(gaps: Sequence[Span]) -> Iterator[str]:
    """Times without a figure, those that follow each other as one."""
    runs: list[tuple[int, int]] = []
    for gap in gaps:
        if runs and runs[-1][1] == gap.start:
            runs[-1] = runs[-1][0], gap.end
        else:
            runs.append((gap.start, gap.end))
    if runs:
        times = join_words([_name_run(*run) for run in runs])
        yield _("No figure for %(times)s.", times=times)


def _name_run(start: int, end: int) -> str:
    first, last = date.fromordinal(start), date.fromordinal(end - 1)
    months = f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
    return word_date(parse_edtf(months[0] if months[0] == months[1] else "/".join(months)))


def _say_corrupt(chart: Chart, cross: CrossReferences) -> Iterator[str]:
    corrupt = [one for one in chart.marks if one.standing is Standing.CORRUPT]
    if corrupt:
        values = join_words([word_value(one.lead, cross.library) for one in corrupt])
        yield _("× Corrupt at the source, and in no range: %(values)s.", values=values)


def _say_left_out(charted: Charted) -> Iterator[str]:
    reasons = (
        (charted.other_lengths, _("Not drawn, for another length of time: %(figures)s.")),
        (charted.worked_out, _("Not drawn, worked out from others of one time: %(figures)s.")),
        (charted.undated, _("Not drawn, without a beginning or an end: %(figures)s.")),
    )
    for number, said in reasons:
        if number:
            yield said % {"figures": count(number, "figure", "figures")}

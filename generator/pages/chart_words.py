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
from generator.pages.dates import keep_dates_whole
from generator.pages.names import name_place
from generator.pages.wording import count, format_number, join_words, word_unit, word_value
from generator.records.edtf import parse_edtf
from generator.records.edtf_words import format_edtf
from generator.records.measure import Unit

_STANDINGS = {
    Standing.SOUND: "",
    Standing.OFF: "; contradicted or disputed",
    Standing.CORRUPT: "; corrupt at the source",
    Standing.PLANNED: "; planned or forecast",
}


def name_series(key: SeriesKey, chart: Chart, cross: CrossReferences) -> str:
    """Who counted; metric and place too, where the chart has several."""
    voice, metric, place = key
    sources = cross.library.sources
    name = sources[voice.source].label if voice.source else "A source that is not named"
    if voice.on and voice.on != voice.source:
        name += f", on data of {sources[voice.on].label}"
    if len({other[1] for other in chart.series}) > 1:
        name += f": {cross.library.metrics[metric].name}"
    if len({other[2] for other in chart.series}) > 1:
        name += f" ({name_place(place, cross.library)})"
    return name


def word_mark(mark: Mark, chart: Chart, cross: CrossReferences) -> str:
    """A mark for those who point at it or hear it: value, time, who counted, how it stands."""
    value = word_value(mark.lead, cross.library)
    told = f" in {count(mark.articles, 'article')}" if mark.articles > 1 else ""
    who = name_series(mark.key, chart, cross)
    period = _name_time(mark, cross)
    return f"{value}, {period}: {who}{told}{_STANDINGS[mark.standing]}"


def name_scale(chart: Chart) -> str:
    """What the axis of values counts: `thousand people`, `km² a day`."""
    unit = chart.unit.symbol or chart.unit.name
    return f"{chart.axis.word} {unit}".strip()


def summarise(chart: Chart, cross: CrossReferences) -> str:
    """What the chart shows, in a few sentences."""
    return keep_dates_whole(" ".join(_say_all(chart, cross)))


def _say_all(chart: Chart, cross: CrossReferences) -> Iterator[str]:
    yield _say_extent(chart, cross)
    yield from _say_differences(chart)
    yield from _say_gaps(find_gaps(chart.charted.spans))
    yield from _say_corrupt(chart, cross)
    yield from _say_left_out(chart.charted)
    if not chart.axis.has_zero:
        yield "The axis of values does not begin at zero."


def _say_extent(chart: Chart, cross: CrossReferences) -> str:
    marks, spans = chart.counted, chart.charted.spans
    lowest, highest = min(marks, key=_low_first), max(marks, key=_low_last)
    first, last = (min(marks, key=_start), max(marks, key=_end))
    times = _count_times(spans)
    extent = f"{count(len(marks), 'value')} for {times}, {_name_extent(first, last)}."
    if lowest is highest:
        return extent
    ends = (
        f"Lowest {_word_end(lowest.low, chart.unit)} ({_name_time(lowest, cross)})",
        f"highest {_word_end(highest.high, chart.unit)} ({_name_time(highest, cross)})",
    )
    return f"{extent} {', '.join(ends)}."


def _low_first(mark: Mark) -> tuple[Decimal, int]:
    return mark.low, mark.span.start


def _low_last(mark: Mark) -> tuple[Decimal, int]:
    return mark.high, -mark.span.start


def _start(mark: Mark) -> int:
    return mark.span.start


def _end(mark: Mark) -> int:
    return mark.span.end


def _count_times(spans: Sequence[Span]) -> str:
    """Months of the calendar where all are such: one that a day is missing of is no other month."""
    if any(span.length != "month" for span in spans):
        return count(len(spans), "period")
    return count(len({date.fromordinal(span.start).strftime("%Y-%m") for span in spans}), "month")


def _name_time(mark: Mark, cross: CrossReferences) -> str:
    return format_edtf(drawn_period(mark.lead, cross.library), "short")


def _name_extent(first: Mark, last: Mark) -> str:
    start, end = date.fromordinal(first.span.start), date.fromordinal(last.span.end - 1)
    return f"{_name_month(start)} to {_name_month(end)}"


def _name_month(day: date) -> str:
    return format_edtf(parse_edtf(f"{day.year:04}-{day.month:02}"))


def _word_end(number: Decimal, unit: Unit) -> str:
    return format_number(number) + word_unit(unit, number)


def _say_differences(chart: Chart) -> Iterator[str]:
    if chart.bands:
        several = len({band.span for band in chart.bands})
        yield (
            f"Several values are on record for {several} of them; a band reaches from the lowest "
            "to the highest."
        )
    off = [mark for mark in chart.marks if mark.standing is Standing.OFF]
    if off:
        verb = "contradicts another or is" if len(off) == 1 else "contradict each other or are"
        yield f"≠ {count(len(off), 'value')} {verb} disputed."


def _say_gaps(gaps: Sequence[Span]) -> Iterator[str]:
    """Times without a figure, those that follow each other as one."""
    runs: list[tuple[int, int]] = []
    for gap in gaps:
        if runs and runs[-1][1] == gap.start:
            runs[-1] = runs[-1][0], gap.end
        else:
            runs.append((gap.start, gap.end))
    if runs:
        yield f"No figure for {join_words([_name_run(*run) for run in runs])}."


def _name_run(start: int, end: int) -> str:
    first, last = date.fromordinal(start), date.fromordinal(end - 1)
    months = f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
    return format_edtf(parse_edtf(months[0] if months[0] == months[1] else "/".join(months)))


def _say_corrupt(chart: Chart, cross: CrossReferences) -> Iterator[str]:
    corrupt = [mark for mark in chart.marks if mark.standing is Standing.CORRUPT]
    if corrupt:
        values = join_words([word_value(mark.lead, cross.library) for mark in corrupt])
        verb = "is" if len(corrupt) == 1 else "are"
        yield f"× {values} {verb} corrupt at the source, and in no range."


def _say_left_out(charted: Charted) -> Iterator[str]:
    reasons = (
        (charted.other_lengths, "for another length of time"),
        (charted.worked_out, "worked out from others for the same time"),
        (charted.undated, "without a beginning or an end"),
    )
    for number, reason in reasons:
        if number:
            yield f"Not drawn: {count(number, 'figure')} {reason}."

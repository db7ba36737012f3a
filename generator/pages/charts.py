"""Charts as parts of a page: the drawings, what they say in words, and the data below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.evidence.charted import Charted, find_charted, place_in_time
from generator.evidence.intervals import scale_of
from generator.evidence.units import measure_of
from generator.library.library import Library
from generator.limits import CHART_VALUES
from generator.pages.chart_drawing import FRAMES, draw_chart, measure
from generator.pages.chart_key import list_signs
from generator.pages.chart_model import (
    Chart,
    Mark,
    describe_chart,
    find_key,
)
from generator.pages.chart_plot import Frame
from generator.pages.chart_words import name_scale, name_series, summarise, word_mark
from generator.pages.context import PageContext, page_of
from generator.pages.cross_references import CrossReferences
from generator.pages.date_words import word_date
from generator.pages.dates import keep_dates_whole
from generator.pages.figures import word_scope
from generator.pages.languages import name_of, show_recorded
from generator.pages.markup import Markup, escape, join
from generator.pages.names import name_place
from generator.pages.templates import fill
from generator.pages.wording import count, join_words, word_value
from generator.records.blocks import ChartBlock
from generator.records.measure import Metric
from generator.records.observation import Observation
from generator.records.vocabulary import ChartKind

FEWEST_PERIODS = 3
"""A metric's page has a chart from so many on that are equally long."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One of the drawings of a chart."""

    name: Markup
    size: Markup
    """Its width and height, as a view box has them."""
    inside: Markup


@dataclass(frozen=True, slots=True)
class DataRow:
    """One observation in the table below a chart."""

    value: str
    href: Markup
    period: str
    who: str
    outlet: str
    scope: Markup


@dataclass(frozen=True, slots=True)
class ChartPart:
    """Where on a page a chart stands."""

    anchor: str
    data: str
    """The address of the file with its data, for a link on the page."""
    page: PageContext
    cross: CrossReferences

    def render_block(self, block: ChartBlock) -> Markup:
        """A chart of a brief, with its data in a table."""
        charted = find_charted(block, self.page.library)
        chart = describe_chart(block.kind, charted, self.cross)
        title = (
            self.page.show_authored(block.caption)
            if block.caption
            else show_recorded(_name_chart(chart, self.page.library))
        )
        rows = [_describe_row(row.observation, chart, self) for row in charted.rows]
        return self._render(chart, title, rows, level=3)

    def render_metric(self, metric: Metric) -> Markup:
        """What is on record of a metric for one place; empty where it would be no chart."""
        charted = _choose_rows(self.cross.stood_by(metric.id), metric, self.page.library)
        if charted is None:
            return Markup("")
        chart = describe_chart(ChartKind.LINE, charted, self.cross)
        longest = max((len(line) for line in chart.lines), default=0)
        if longest < FEWEST_PERIODS or len(chart.bands) * 2 > len(charted.spans):
            chart = describe_chart(ChartKind.DOTS, charted, self.cross)
        return self._render(
            chart, show_recorded(_name_chart(chart, self.page.library)), [], level=2
        )

    def _render(
        self, chart: Chart, title: Markup, rows: Sequence[DataRow], *, level: int
    ) -> Markup:
        cross = self.cross
        observations = [row.observation for row in chart.charted.rows]
        return fill(
            "_chart",
            anchor=Markup(self.anchor),
            title=title,
            level=level,
            unit=name_scale(chart),
            key=list_signs(chart, cross),
            drawings=[self._draw(chart, frame) for frame in FRAMES],
            summary=summarise(chart, cross),
            sources=_link_sources(chart, self.page),
            articles=count(cross.count_articles(observations), "article", "articles"),
            origins=count(cross.count_origins(observations), "origin", "origins"),
            data=Markup(self.data),
            rows=rows,
        )

    def _draw(self, chart: Chart, frame: Frame) -> Drawing:
        def describe(one: Mark) -> tuple[str, str]:
            return self.address_of(one.lead.id), word_mark(one, chart, self.cross)

        width, height = measure(chart, frame)
        inside = draw_chart(chart, frame, describe)
        return Drawing(Markup(frame.name), Markup(f"{width} {height}"), inside)

    def address_of(self, id: str) -> str:
        """Where a mark leads: to the figure on this page, else to its metric's page."""
        if id in self.page.figure_numbers:
            return f"#fig-{id}"
        return self.page.link_to(page_of("observation", id, self.page.library))


def _choose_rows(
    observations: Iterable[Observation], metric: Metric, library: Library
) -> Charted | None:
    """Those of the place with the most periods, if these are enough and not too many."""
    dimension = measure_of(library.units[metric.unit]).base
    by_place: dict[str, list[Observation]] = {}
    for one in observations:
        if scale_of(one, library)[0] == dimension:
            by_place.setdefault(one.place, []).append(one)
    charts = {place: place_in_time(found, library) for place, found in by_place.items()}
    if not charts:
        return None
    best = min(charts, key=lambda place: (-len(charts[place].spans), place))
    charted = charts[best]
    alike = [span for span in charted.spans if span.length == charted.usual_length]
    is_fit = len(alike) >= FEWEST_PERIODS and len(charted.rows) <= CHART_VALUES
    return charted if is_fit else None


def _name_chart(chart: Chart, library: Library) -> str:
    metrics = dict.fromkeys(name_of(library.metrics[key[1]]) for key in chart.series)
    places = dict.fromkeys(name_place(key[2], library) for key in chart.series)
    where = f", {next(iter(places))}" if len(places) == 1 else ""
    return join_words(list(metrics)) + where


def _link_sources(chart: Chart, page: PageContext) -> Markup:
    """Everybody whose count is drawn, each once, as links in HTML."""
    named = (source for key in chart.series for source in (key[0].source, key[0].on) if source)
    return join([_link_source(source, page) for source in dict.fromkeys(named)])


def _link_source(id: str, page: PageContext) -> Markup:
    target = page.link_to(page_of("source", id, page.library))
    return Markup(f'<a href="{target}">{escape(page.library.sources[id].label)}</a>')


def _describe_row(one: Observation, chart: Chart, part: ChartPart) -> DataRow:
    page = part.page
    article = page.library.articles[page.library.article_of[one.id]]
    return DataRow(
        value=word_value(one, page.library),
        href=Markup(part.address_of(one.id)),
        period=keep_dates_whole(word_date(one.period, "short")),
        who=name_series(find_key(one, part.cross), chart, part.cross),
        outlet=page.library.sources[article.outlet].label,
        scope=word_scope(one, page.library),
    )

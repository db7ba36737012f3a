"""A metric's page: what it counts, and every observation of it with source, origin and words."""

from __future__ import annotations

from generator.pages.charts import ChartPart
from generator.pages.context import PageContext, page_of
from generator.pages.cross_references import CrossReferences
from generator.pages.data_files import data_file_of
from generator.pages.figures import describe_figure
from generator.pages.front import (
    Front,
    list_years,
    name_sources,
    render_page,
    source_of,
    topic_names,
)
from generator.pages.languages import name_of, show_name, show_recorded
from generator.pages.lists import list_briefs
from generator.pages.markup import Markup, escape, join
from generator.pages.names import METRIC_KINDS
from generator.pages.record_links import link_metric, link_topic
from generator.pages.staleness import word_shelf_life
from generator.pages.templates import fill
from generator.pages.verdicts import count_verdicts
from generator.pages.wording import count, name_unit
from generator.records.measure import Metric
from generator.speech import gettext as _


def render_metric(metric: Metric, cross: CrossReferences) -> str:
    """The whole page."""
    library = cross.library
    page = PageContext(library, page_of("metric", metric.id, library))
    observations = cross.by_metric.get(metric.id, [])
    stood_by = cross.stood_by(metric.id)
    data = page.link_to(data_file_of(metric.id))
    body = fill(
        "metric",
        name=show_name(metric),
        description=metric.description,
        note=metric.note,
        unit=show_recorded(name_unit(library.units[metric.unit])),
        kind=_(METRIC_KINDS[metric.kind]),
        direction=metric.direction,
        shelf_life=word_shelf_life(metric.shelf_life) if metric.shelf_life else "",
        topics=join([link_topic(id, page) for id in metric.topics]),
        comparable=join([link_metric(id, page) for id in metric.comparable_with]),
        articles=count(cross.count_articles(stood_by), "article", "articles"),
        origins=cross.count_origins(stood_by),
        number=len(stood_by),
        withdrawn=len(observations) - len(stood_by),
        verdicts=count_verdicts(cross.findings[one.id].verdict for one in stood_by),
        rows=[describe_figure(one, page, cross) for one in observations],
        briefs=list_briefs(cross.briefs_of_metric.get(metric.id, []), page),
        shows_metric=False,
        data=Markup(data),
        chart=ChartPart("chart", data, page, cross).render_metric(metric),
        subject=Markup(_("Article")),
        label=Markup(_("all observations of: %(metric)s", metric=escape(name_of(metric)))),
        record=Markup(metric.id),
    )
    return render_page(_front(metric, cross), body)


def _front(metric: Metric, cross: CrossReferences) -> Front:
    return Front(
        title=name_of(metric),
        description=_(
            "%(metric)s: what it counts, and every observation on record with its source, origin "
            "and words.",
            metric=name_of(metric),
        ),
        kind="metric",
        source=source_of("metric", metric.id, cross.library),
        years=list_years(cross.stood_by(metric.id)),
        sources=name_sources(cross.stood_by(metric.id), cross),
        topics=topic_names(metric.topics, cross.library),
    )

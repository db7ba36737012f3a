"""The lists of all briefs, articles, sources, metrics and topics."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.front import Front, render_page
from generator.pages.latest import describe_briefs
from generator.pages.lists import Group, group_by_year
from generator.pages.markup import Markup, escape, link
from generator.pages.names import SOURCE_KINDS
from generator.pages.record_links import link_metric, link_topic
from generator.pages.templates import fill
from generator.pages.wording import count, name_unit
from generator.records.measure import Metric, Topic
from generator.records.source import Source


def render_brief_index(cross: CrossReferences) -> str:
    """All briefs, the last published first."""
    page = PageContext(cross.library, "briefs/index.md")
    briefs = describe_briefs(cross.briefs, page, cross)
    lead = f"{count(len(briefs), 'brief')}, the last published first."
    return _render("Briefs", lead, "index_briefs", briefs=briefs)


def render_article_index(cross: CrossReferences) -> str:
    """All articles by year of publication, newest first."""
    page = PageContext(cross.library, "articles/index.md")
    groups = group_by_year(cross.articles, page)
    lead = f"{count(len(cross.articles), 'article')} on record, newest first. "
    lead += "Those who publish them are listed under Sources."
    return _render("Articles", lead, "index", groups=groups)


def render_source_index(cross: CrossReferences) -> str:
    """All sources by what they are."""
    page = PageContext(cross.library, "sources/index.md")
    kinds: dict[str, list[Source]] = {kind.value: [] for kind in SOURCE_KINDS}
    for source in sorted(cross.library.sources.values(), key=lambda one: one.name.casefold()):
        kinds[source.kind.value].append(source)
    groups = [
        Group(f"kind-{kind.value}", heading, _list_sources(kinds[kind.value], page, cross))
        for kind, (_, heading) in SOURCE_KINDS.items()
        if kinds[kind.value]
    ]
    lead = f"{count(len(cross.library.sources), 'source')}: publishers, and those whom they relay."
    return _render("Sources", lead, "index", groups=groups, is_short=True)


def render_metric_index(cross: CrossReferences) -> str:
    """All metrics under the topic that each names first."""
    page = PageContext(cross.library, "metrics/index.md")
    library = cross.library
    groups = []
    for topic in [*library.topics.values(), None]:
        found = [one for one in library.metrics.values() if _is_first_topic(one, topic)]
        if found:
            id, name = (topic.id, topic.name) if topic else ("other", "Other")
            groups.append(Group(f"topic-{id}", name, list_metrics(found, page, cross)))
    lead = f"{count(len(library.metrics), 'metric')}: what is measured, whoever says it."
    return _render("Metrics", lead, "index", groups=groups)


def render_topic_index(cross: CrossReferences) -> str:
    """All topics with what belongs to them."""
    page = PageContext(cross.library, "topics/index.md")
    topics = [
        Markup(f"{link_topic(topic.id, page)}: {escape(topic.description)}")
        for topic in cross.library.topics.values()
    ]
    lead = "The subjects under which briefs, metrics, events and articles are filed."
    return _render("Topics", lead, "index", groups=[Group("", "", topics)])


def list_metrics(
    metrics: Iterable[Metric], page: PageContext, cross: CrossReferences
) -> list[Markup]:
    """Metrics by name, with unit and how many observations of how many origins they have."""
    ordered = sorted(metrics, key=lambda metric: metric.name.casefold())
    return [_show_metric(metric, page, cross) for metric in ordered]


def _show_metric(metric: Metric, page: PageContext, cross: CrossReferences) -> Markup:
    observations = cross.stood_by(metric.id)
    unit = name_unit(cross.library.units[metric.unit])
    parts = [unit, count(len(observations), "observation")]
    parts.append(count(cross.count_origins(observations), "origin"))
    return Markup(f"{link_metric(metric.id, page)}: {escape(', '.join(parts))}")


def _list_sources(
    sources: Iterable[Source], page: PageContext, cross: CrossReferences
) -> list[Markup]:
    return [_show_source(source, page, cross) for source in sources]


def _show_source(source: Source, page: PageContext, cross: CrossReferences) -> Markup:
    articles = len(cross.articles_of.get(source.id, []))
    relaying = len(cross.relayed_source.get(source.id, []))
    figures = len(cross.by_origin.get(source.id, []))
    parts = [count(articles, "article")] if articles else []
    parts += [f"relayed by others in {count(relaying, 'article')}"] if relaying else []
    parts += [f"origin of {count(figures, 'figure')}"] if figures else []
    name = link(source.name, page.link_to_record("source", source.id))
    is_known_short = source.short_name and source.short_name not in source.name
    short = f" ({escape(source.label)})" if is_known_short else ""
    return Markup(f"{name}{short}" + (f": {escape(', '.join(parts))}" if parts else ""))


def _is_first_topic(metric: Metric, topic: Topic | None) -> bool:
    first = metric.topics[0] if metric.topics else None
    return first == (topic.id if topic else None)


def _render(title: str, lead: str, template: str, **values: object) -> str:
    has_contents = template == "index" and title != "Topics"
    front = Front(title, lead, "index", has_contents=has_contents)
    values = {"is_short": False, **values}
    return render_page(front, fill(template, title=title, lead=lead, **values))

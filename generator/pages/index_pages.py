"""The lists of all briefs, articles, sources, metrics and topics."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.front import Front, render_page
from generator.pages.languages import show_recorded
from generator.pages.latest import describe_briefs
from generator.pages.lists import Group, group_by_year
from generator.pages.markup import Markup, escape, link
from generator.pages.names import SOURCE_KINDS
from generator.pages.record_links import link_metric, link_topic
from generator.pages.templates import fill
from generator.pages.wording import count, name_unit
from generator.records.measure import Metric, Topic
from generator.records.source import Source
from generator.records.vocabulary import SourceKind
from generator.speech import gettext as _
from generator.speech import ngettext


def render_brief_index(cross: CrossReferences) -> str:
    """All briefs, the last published first."""
    page = PageContext(cross.library, "briefs/index.md")
    briefs = describe_briefs(cross.briefs, page, cross)
    lead = ngettext(
        "%(number)s\u00a0brief, the last published first.",
        "%(number)s\u00a0briefs, the last published first.",
        len(briefs),
    )
    return _render(_("Briefs"), lead, "index_briefs", has_contents=False, briefs=briefs)


def render_article_index(cross: CrossReferences) -> str:
    """All articles by year of publication, newest first."""
    page = PageContext(cross.library, "articles/index.md")
    groups = group_by_year(cross.articles, page)
    lead = ngettext(
        "%(number)s\u00a0article on record, newest first. "
        "Those who publish them are listed under Sources.",
        "%(number)s\u00a0articles on record, newest first. "
        "Those who publish them are listed under Sources.",
        len(cross.articles),
    )
    return _render(_("Articles"), lead, "index", groups=groups)


def render_source_index(cross: CrossReferences) -> str:
    """All sources by what they are."""
    page = PageContext(cross.library, "sources/index.md")
    kinds: dict[SourceKind, list[Source]] = {kind: [] for kind in SOURCE_KINDS}
    for source in sorted(cross.library.sources.values(), key=lambda one: one.name.casefold()):
        kinds[source.kind].append(source)
    groups = [
        Group(f"kind-{kind}", escape(_(heading)), _list_sources(kinds[kind], page, cross))
        for kind, (_name, heading) in SOURCE_KINDS.items()
        if kinds[kind]
    ]
    lead = ngettext(
        "%(number)s\u00a0source: publishers, and those whom they relay.",
        "%(number)s\u00a0sources: publishers, and those whom they relay.",
        len(cross.library.sources),
    )
    return _render(_("Sources"), lead, "index", groups=groups, is_short=True)


def render_metric_index(cross: CrossReferences) -> str:
    """All metrics under the topic that each names first."""
    page = PageContext(cross.library, "metrics/index.md")
    library = cross.library
    groups = []
    for topic in [*library.topics.values(), None]:
        found = [one for one in library.metrics.values() if _is_first_topic(one, topic)]
        if found:
            id = topic.id if topic else "other"
            name = show_recorded(topic.name) if topic else escape(_("Other"))
            groups.append(Group(f"topic-{id}", name, list_metrics(found, page, cross)))
    lead = ngettext(
        "%(number)s\u00a0metric: what is measured, whoever says it.",
        "%(number)s\u00a0metrics: what is measured, whoever says it.",
        len(library.metrics),
    )
    return _render(_("Metrics"), lead, "index", groups=groups)


def render_topic_index(cross: CrossReferences) -> str:
    """All topics with what belongs to them."""
    page = PageContext(cross.library, "topics/index.md")
    topics = [
        Markup(f"{link_topic(topic.id, page)}: {show_recorded(topic.description)}")
        for topic in cross.library.topics.values()
    ]
    lead = _("The subjects under which briefs, metrics, events and articles are filed.")
    groups = [Group("", Markup(""), topics)]
    return _render(_("Topics"), lead, "index", has_contents=False, groups=groups)


def list_metrics(
    metrics: Iterable[Metric], page: PageContext, cross: CrossReferences
) -> list[Markup]:
    """Metrics by name, with unit and how many observations of how many origins they have."""
    ordered = sorted(metrics, key=lambda metric: metric.name.casefold())
    return [_show_metric(metric, page, cross) for metric in ordered]


def _show_metric(metric: Metric, page: PageContext, cross: CrossReferences) -> Markup:
    observations = cross.stood_by(metric.id)
    unit = name_unit(cross.library.units[metric.unit])
    parts = [unit, count(len(observations), "observation", "observations")]
    parts.append(count(cross.count_origins(observations), "origin", "origins"))
    return Markup(f"{link_metric(metric.id, page)}: {escape(', '.join(parts))}")


def _list_sources(
    sources: Iterable[Source], page: PageContext, cross: CrossReferences
) -> list[Markup]:
    return [_show_source(source, page, cross) for source in sources]


def _show_source(source: Source, page: PageContext, cross: CrossReferences) -> Markup:
    articles = len(cross.articles_of.get(source.id, []))
    relaying = len(cross.relayed_source.get(source.id, []))
    figures = len(cross.by_origin.get(source.id, []))
    parts = [count(articles, "article", "articles")] if articles else []
    if relaying:
        parts.append(
            ngettext(
                "relayed by others in %(number)s\u00a0article",
                "relayed by others in %(number)s\u00a0articles",
                relaying,
            )
        )
    if figures:
        parts.append(
            ngettext(
                "origin of %(number)s\u00a0figure", "origin of %(number)s\u00a0figures", figures
            )
        )
    name = link(source.name, page.link_to_record("source", source.id))
    is_known_short = source.short_name and source.short_name not in source.name
    short = f" ({escape(source.label)})" if is_known_short else ""
    return Markup(f"{name}{short}" + (f": {escape(', '.join(parts))}" if parts else ""))


def _is_first_topic(metric: Metric, topic: Topic | None) -> bool:
    first = metric.topics[0] if metric.topics else None
    return first == (topic.id if topic else None)


def _render(
    title: str, lead: str, template: str, *, has_contents: bool = True, **values: object
) -> str:
    front = Front(title, lead, "index", has_contents=has_contents)
    values = {"is_short": False, **values}
    return render_page(front, fill(template, title=title, lead=lead, **values))

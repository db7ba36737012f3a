"""The lists of all briefs, articles, sources, metrics and topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.collation import collate
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.front import Front, render_page
from generator.pages.languages import name_of, show_name, show_recorded
from generator.pages.latest import ListedBrief, describe_briefs
from generator.pages.lists import Group, group_by_year
from generator.pages.markup import Markup, escape, join, link
from generator.pages.names import SOURCE_KINDS
from generator.pages.record_links import link_metric, link_topic
from generator.pages.templates import fill
from generator.pages.wording import count, name_unit
from generator.records.brief import Brief
from generator.records.measure import Metric, Topic
from generator.records.source import Source
from generator.records.vocabulary import SourceKind
from generator.speech import gettext as _
from generator.speech import ngettext


@dataclass(frozen=True, slots=True)
class BriefsOfYear:
    """The briefs that were published in a year."""

    year: str
    briefs: list[ListedBrief]


def render_brief_index(cross: CrossReferences) -> str:
    """All briefs under their years, the last published first."""
    page = PageContext(cross.library, "briefs/index.md")
    years: dict[str, list[Brief]] = {}
    for brief in cross.briefs:
        years.setdefault(brief.front.published.earliest[:4], []).append(brief)
    groups = [
        BriefsOfYear(year, describe_briefs(briefs, page, cross)) for year, briefs in years.items()
    ]
    topics = Counter(topic for brief in cross.briefs for topic in brief.front.topics)
    lead = ngettext(
        "%(number)s\u00a0brief, the last published first.",
        "%(number)s\u00a0briefs, the last published first.",
        len(cross.briefs),
    )
    ways = _("By topic: %(topics)s.", topics=_link_topics(topics, page)) if topics else ""
    return _render(_("Briefs"), lead, "index_briefs", ways=Markup(ways), years=groups)


def render_article_index(cross: CrossReferences) -> str:
    """All articles by year of publication, newest first."""
    page = PageContext(cross.library, "articles/index.md")
    groups = group_by_year(cross.articles, page)
    lead = ngettext(
        "%(number)s\u00a0article on record, newest first.",
        "%(number)s\u00a0articles on record, newest first.",
        len(cross.articles),
    )
    topics = Counter(topic for article in cross.articles for topic in article.topics)
    ways = _(
        'By source: <a href="%(sources)s">all sources</a>.',
        sources=page.link_to("sources/index.md"),
    )
    if topics:
        ways += " " + _("By topic: %(topics)s.", topics=_link_topics(topics, page))
    return _render(_("Articles"), lead, "index", ways=Markup(ways), groups=groups)


def render_source_index(cross: CrossReferences) -> str:
    """All sources by what they are."""
    page = PageContext(cross.library, "sources/index.md")
    kinds: dict[SourceKind, list[Source]] = {kind: [] for kind in SOURCE_KINDS}
    for source in sorted(cross.library.sources.values(), key=lambda one: collate(one.name)):
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
    target = page.link_to("articles/index.md")
    ways = _('What they published, by date: <a href="%(articles)s">articles</a>.', articles=target)
    return _render(_("Sources"), lead, "index", ways=Markup(ways), groups=groups, is_short=True)


def render_metric_index(cross: CrossReferences) -> str:
    """All metrics under the topic that each names first."""
    page = PageContext(cross.library, "metrics/index.md")
    library = cross.library
    groups = []
    for topic in [*library.topics.values(), None]:
        found = [one for one in library.metrics.values() if _is_first_topic(one, topic)]
        if found:
            id = topic.id if topic else "other"
            name = show_name(topic) if topic else escape(_("Other"))
            groups.append(Group(f"topic-{id}", name, list_metrics(found, page, cross)))
    lead = ngettext(
        "%(number)s\u00a0metric: what is measured, whoever says it.",
        "%(number)s\u00a0metrics: what is measured, whoever says it.",
        len(library.metrics),
    )
    target = page.link_to("figures/index.md")
    ways = _('Every value of all of them: <a href="%(figures)s">figures</a>.', figures=target)
    return _render(_("Metrics"), lead, "index", ways=Markup(ways), groups=groups)


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
    ordered = sorted(metrics, key=lambda metric: collate(name_of(metric)))
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


def _link_topics(counts: Counter[str], page: PageContext) -> Markup:
    """The topics by name, each with how many there are."""
    topics = page.library.topics
    ordered = sorted(counts, key=lambda id: collate(name_of(topics[id])))
    return join([Markup(f"{link_topic(id, page)} ({counts[id]})") for id in ordered])


def _is_first_topic(metric: Metric, topic: Topic | None) -> bool:
    first = metric.topics[0] if metric.topics else None
    return first == (topic.id if topic else None)


def _render(
    title: str, lead: str, template: str, *, has_contents: bool = True, **values: object
) -> str:
    front = Front(title, lead, "index", has_contents=has_contents)
    values = {"is_short": False, "ways": "", **values}
    return render_page(front, fill(template, title=title, lead=lead, **values))

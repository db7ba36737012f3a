"""A topic's page: its briefs, metrics, events and articles."""

from __future__ import annotations

from generator.library.selection import find_events_of_topic
from generator.pages.context import PageContext, page_of
from generator.pages.cross_references import CrossReferences
from generator.pages.front import Front, render_page, source_of
from generator.pages.index_pages import list_metrics
from generator.pages.languages import name_of, show_name
from generator.pages.latest import describe_briefs
from generator.pages.lists import group_by_year
from generator.pages.markup import Markup
from generator.pages.templates import fill
from generator.pages.timelines import render_events
from generator.records.measure import Topic


def render_topic(topic: Topic, cross: CrossReferences) -> str:
    """The whole page."""
    page = PageContext(cross.library, page_of("topic", topic.id, cross.library))
    briefs = [cross.library.briefs[id] for id in cross.brief_ids_of_topic.get(topic.id, ())]
    articles = cross.articles_of_topic.get(topic.id, [])
    metrics = cross.metrics_of_topic.get(topic.id, [])
    events = find_events_of_topic(cross.library).get(topic.id, [])
    body = fill(
        "topic",
        name=show_name(topic),
        description=topic.description,
        briefs=describe_briefs(briefs, page, cross),
        metrics=list_metrics(metrics, page, cross),
        events=render_events(events, page) if events else Markup(""),
        years=group_by_year(articles, page),
    )
    return render_page(_front(topic, cross), body)


def _front(topic: Topic, cross: CrossReferences) -> Front:
    return Front(
        title=name_of(topic),
        description=topic.description,
        kind="topic",
        source=source_of("topic", topic.id, cross.library),
        topics=(topic.name,),
        has_contents=True,
    )

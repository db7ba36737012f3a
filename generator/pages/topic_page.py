"""A topic's page: its briefs, metrics, events and articles."""

from __future__ import annotations

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
    briefs = [brief for brief in cross.briefs if topic.id in brief.front.topics]
    articles = [article for article in cross.articles if topic.id in article.topics]
    metrics = [metric for metric in cross.library.metrics.values() if topic.id in metric.topics]
    events = [event for event in cross.events if topic.id in event.topics]
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

"""Every generated page of the site, from a library that the checks have found sound.

A pure function: what a page says depends on the records and on the day given, and on nothing else.
Writing the pages to disk, and building a site from them, is `site`'s business.
"""

from __future__ import annotations

from generator.library.library import Library
from generator.pages.article_page import render_article
from generator.pages.brief_page import render_brief
from generator.pages.changes import PATH as CORRECTIONS
from generator.pages.context import page_of
from generator.pages.corrections_page import render_corrections
from generator.pages.cross_references import CrossReferences
from generator.pages.drawn import Draw, draw_nothing
from generator.pages.figures_page import render_figures
from generator.pages.home_page import PATH as HOME
from generator.pages.home_page import render_home
from generator.pages.index_pages import (
    render_article_index,
    render_brief_index,
    render_metric_index,
    render_source_index,
    render_topic_index,
)
from generator.pages.metric_page import render_metric
from generator.pages.source_page import render_source
from generator.pages.timeline_page import PATH as TIMELINE
from generator.pages.timeline_page import render_timeline
from generator.pages.topic_page import render_topic
from generator.records.edtf import EdtfDate
from generator.speech import ENGLISH, speaking


def render_pages(
    library: Library, as_of: EdtfDate, language: str = ENGLISH, draw: Draw = draw_nothing
) -> dict[str, str]:
    """The Markdown of every page by its path in `docs/`, in the order of the paths.

    Args:
        library: What the pages say.
        as_of: The day for which they are written.
        language: The language of the site; a brief's page speaks the brief's where it can.
        draw: What draws the charts.
    """
    with speaking(language):
        return _render_pages(CrossReferences(library, as_of, draw), as_of)


def _render_pages(cross: CrossReferences, as_of: EdtfDate) -> dict[str, str]:
    pages = {
        HOME: render_home(cross),
        TIMELINE: render_timeline(cross),
        CORRECTIONS: render_corrections(cross),
        "articles/index.md": render_article_index(cross),
        "briefs/index.md": render_brief_index(cross),
        "metrics/index.md": render_metric_index(cross),
        "sources/index.md": render_source_index(cross),
        "topics/index.md": render_topic_index(cross),
        **render_figures(cross),
        **_render_records(cross, as_of),
    }
    return dict(sorted(pages.items()))


def _render_records(cross: CrossReferences, as_of: EdtfDate) -> dict[str, str]:
    library = cross.library
    pages = {}
    for article in library.articles.values():
        pages[page_of("article", article.id, library)] = render_article(article, cross)
    for brief in library.briefs.values():
        pages[page_of("brief", brief.id, library)] = render_brief(brief, cross, as_of)
    for metric in library.metrics.values():
        pages[page_of("metric", metric.id, library)] = render_metric(metric, cross)
    for source in library.sources.values():
        pages[page_of("source", source.id, library)] = render_source(source, cross)
    for topic in library.topics.values():
        pages[page_of("topic", topic.id, library)] = render_topic(topic, cross)
    return pages

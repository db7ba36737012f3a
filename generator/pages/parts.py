"""What a site consists of, part by part: each is made by itself, from a library.

A part is a record with a page of its own, or something made of many records: a list, the timeline,
the home page. What a part makes are pages (Markdown, by their path in `docs/`) and files (by their
path on the site). Which parts have to be made again is `site`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.evidence.charted import find_charted
from generator.library.library import Library
from generator.pages.article_page import render_article
from generator.pages.blocks import anchor_blocks
from generator.pages.brief_page import render_brief
from generator.pages.changes import PATH as CORRECTIONS
from generator.pages.context import FOLDERS, page_of
from generator.pages.corrections_page import render_corrections
from generator.pages.cross_references import CrossReferences
from generator.pages.data_files import chart_file_of, data_file_of, write_observations
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
from generator.pages.titles import PATH as TITLES
from generator.pages.titles import write_titles
from generator.pages.topic_page import render_topic
from generator.records.blocks import ChartBlock
from generator.records.brief import Brief

Pages = dict[str, str]
Files = dict[str, bytes]


class Part(NamedTuple):
    """One part: a record by kind and id, or `site` and the name of what is made of many."""

    kind: str
    id: str


SITE = "site"
"""The kind of the parts that are no record's."""

_LISTS: Mapping[str, Callable[[CrossReferences], Pages]] = {
    "home": lambda cross: {HOME: render_home(cross)},
    "timeline": lambda cross: {TIMELINE: render_timeline(cross)},
    "corrections": lambda cross: {CORRECTIONS: render_corrections(cross)},
    "articles": lambda cross: {"articles/index.md": render_article_index(cross)},
    "briefs": lambda cross: {"briefs/index.md": render_brief_index(cross)},
    "metrics": lambda cross: {"metrics/index.md": render_metric_index(cross)},
    "sources": lambda cross: {"sources/index.md": render_source_index(cross)},
    "topics": lambda cross: {"topics/index.md": render_topic_index(cross)},
    "figures": render_figures,
    "titles": lambda cross: {},
}


@dataclass(slots=True)
class Made:
    """What a part consists of."""

    pages: Pages = field(default_factory=dict)
    files: Files = field(default_factory=dict)


def list_parts(library: Library) -> list[Part]:
    """Every part of the site, those that take longest first."""
    kinds = ("brief", "metric", "topic", "article", "source")
    records = [Part(kind, id) for kind in kinds for id in library.by_kind[kind]]
    return [*(Part(SITE, name) for name in _LISTS), *records]


def make_part(part: Part, cross: CrossReferences) -> Made:
    """The pages and the files of one part.

    Raises:
        KeyError: There is no such part.
    """
    return Made(render_part(part, cross), make_files(part, cross))


def render_part(part: Part, cross: CrossReferences) -> Pages:
    """The pages of one part."""
    if part.kind == SITE:
        return _LISTS[part.id](cross)
    return {page_of(part.kind, part.id, cross.library): _render_record(part, cross)}


def _render_record(part: Part, cross: CrossReferences) -> str:
    library = cross.library
    if part.kind == "article":
        return render_article(library.articles[part.id], cross)
    if part.kind == "brief":
        return render_brief(library.briefs[part.id], cross)
    if part.kind == "metric":
        return render_metric(library.metrics[part.id], cross)
    if part.kind == "source":
        return render_source(library.sources[part.id], cross)
    return render_topic(library.topics[part.id], cross)


def make_files(part: Part, cross: CrossReferences) -> Files:
    """The files of one part that are no pages."""
    if part == (SITE, "titles"):
        return {TITLES: write_titles(cross.library)}
    if part.kind == "metric" and part.id in cross.by_metric:
        return {data_file_of(part.id): write_observations(cross.by_metric[part.id], cross)}
    if part.kind == "brief":
        return _make_chart_data(cross.library.briefs[part.id], cross)
    return {}


def _make_chart_data(brief: Brief, cross: CrossReferences) -> Files:
    anchors = anchor_blocks(brief.body)
    files = {}
    for placed in brief.body.blocks:
        if isinstance(placed.block, ChartBlock):
            rows = find_charted(placed.block, cross.library).rows
            path = chart_file_of(brief.id, anchors[placed.index])
            files[path] = write_observations((row.observation for row in rows), cross)
    return files


def folders() -> frozenset[str]:
    """The folders of `docs/` in which only generated pages stand."""
    return frozenset(FOLDERS.values())

"""Briefs in a list: title, answer, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.pages.brief_figures import list_figures
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.dates import show_date
from generator.pages.inline import render_opening
from generator.pages.languages import foreign_attributes
from generator.pages.markup import Markup
from generator.pages.record_links import link_brief
from generator.pages.wording import count
from generator.records.brief import Brief


@dataclass(frozen=True, slots=True)
class ListedBrief:
    """One brief, ready for its place in a list."""

    id: str
    title: Markup
    answer: Markup
    cut_off: Markup
    size: str


def describe_briefs(
    briefs: Iterable[Brief], page: PageContext, cross: CrossReferences
) -> list[ListedBrief]:
    """The briefs in the order given."""
    return [_describe(brief, page, cross) for brief in briefs]


def _describe(brief: Brief, page: PageContext, cross: CrossReferences) -> ListedBrief:
    used = [cross.library.observations[id] for id in sorted(list_figures(brief))]
    figures = count(len(used), "figure", "figures")
    language = foreign_attributes(brief.front.language)
    return ListedBrief(
        id=brief.id,
        title=link_brief(brief.id, page),
        answer=render_opening(
            brief.bottom_line, replace(page, language=language, as_of=cross.as_of)
        ),
        cut_off=show_date(brief.front.cut_off, "short"),
        size=f"{figures}, {count(cross.count_origins(used), 'origin', 'origins')}",
    )

"""The page on which one looks a number up: every figure on record in one plain table.

A row is short and leads to where everything about the figure stands. Up to `LIMIT` figures are on
one page. Of more, there is a page for each year or, where a year has too many, for each of its
months: nobody waits for a table of megabytes, and no row changes its page when others are added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.pages.collation import collate
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.found_figures import describe_found
from generator.pages.front import Front, render_page
from generator.pages.languages import name_of
from generator.pages.lists import Group
from generator.pages.markup import Markup, link
from generator.pages.templates import fill
from generator.pages.timelines import period_of, year_of
from generator.pages.wording import count
from generator.records.edtf import EdtfDate
from generator.records.observation import Observation
from generator.speech import gettext as _
from generator.speech import mark, ngettext

Key = TypeVar("Key")

INDEX = "figures/index.md"
LIMIT = 1_000
"""How many rows a page may have; see the decision on it for what they weigh."""
DESCRIPTION = mark(
    "Every figure on record with its period, place, source, origin, words and check."
)


@dataclass(frozen=True, slots=True)
class Part:
    """The figures of a year or month, on a page of their own."""

    path: str
    heading: str
    observations: tuple[Observation, ...]


def render_figures(cross: CrossReferences) -> dict[str, str]:
    """The page of all figures or, where they are too many, its parts and the list of them."""
    every = tuple(one for found in cross.by_metric.values() for one in found)
    if len(every) <= LIMIT:
        return {INDEX: _render_table(Part(INDEX, "", every), cross)}
    parts = _divide(every)
    pages = {part.path: _render_table(part, cross) for part in parts}
    return {INDEX: _render_list(parts, len(every), PageContext(cross.library, INDEX)), **pages}


def _divide(every: Sequence[Observation]) -> list[Part]:
    """By the year in which a period begins, the latest first, and a year too long by its months."""
    parts = []
    for year, found in _group(every, year_of).items():
        if len(found) <= LIMIT:
            parts.append(Part(f"figures/{year}.md", year, tuple(found)))
        else:
            parts += [
                Part(f"figures/{month.removeprefix('month-')}.md", heading, tuple(of_month))
                for (month, heading), of_month in _group(found, period_of).items()
            ]
    return parts


def _group(
    observations: Iterable[Observation], name: Callable[[EdtfDate], Key]
) -> dict[Key, list[Observation]]:
    """The observations by what their periods are called, the latest first."""
    groups: dict[Key, list[Observation]] = {}
    for one in sorted(observations, key=lambda one: one.period.sort_key, reverse=True):
        groups.setdefault(name(one.period), []).append(one)
    return groups


def _render_list(parts: Sequence[Part], total: int, page: PageContext) -> str:
    items = [
        Markup(
            f"{link(part.heading, page.link_to(part.path))}: "
            f"{count(len(part.observations), 'figure', 'figures')}"
        )
        for part in parts
    ]
    lead = ngettext(
        "%(number)s\u00a0figure, by the time in which the period of each begins.",
        "%(number)s\u00a0figures, by the time in which the period of each begins.",
        total,
    )
    title, groups = _("Figures"), [Group("", Markup(""), items)]
    body = fill("index", title=title, lead=lead, groups=groups, is_short=True, ways="")
    return render_page(Front(title, _(DESCRIPTION), "index"), body)


def _render_table(part: Part, cross: CrossReferences) -> str:
    page = PageContext(cross.library, part.path)
    rows = [describe_found(one, page, cross) for one in _order(part.observations, cross)]
    title = _("Figures")
    if part.heading:
        title = _("Figures, %(period)s", period=part.heading)
    body = fill(
        "figures",
        period=part.heading,
        size=count(len(rows), "figure", "figures"),
        origins=count(cross.count_origins(part.observations), "origin", "origins"),
        rows=rows,
    )
    return render_page(Front(title, _(DESCRIPTION), "figures"), body)


def _order(observations: Sequence[Observation], cross: CrossReferences) -> list[Observation]:
    """By metric, under each the latest period first, so that the table serves without a script."""
    metrics = cross.library.metrics
    latest = sorted(observations, key=lambda one: (one.period.sort_key, one.id), reverse=True)
    return sorted(latest, key=lambda one: (collate(name_of(metrics[one.metric])), one.metric))

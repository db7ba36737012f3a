"""What changed after publication, for readers: corrections of figures, and revisions of briefs.

Where something was wrong, what was said stays readable beside what is said now.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.evidence.corrections import order_corrections
from generator.evidence.text_mark import mark_text, recorded_mark
from generator.pages.context import PageContext, page_of
from generator.pages.dates import show_date
from generator.pages.languages import show_name, show_recorded, show_text
from generator.pages.markup import Markup, join, link
from generator.pages.record_links import link_brief, link_title
from generator.pages.templates import fill
from generator.records.article import Article
from generator.records.brief import Brief, Revision
from generator.records.correction import Correction
from generator.records.observation import Observation
from generator.speech import gettext as _

PATH = "corrections.md"


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One correction or revision; `was` and `now` are empty where only words changed."""

    anchor: Markup
    when: Markup
    about: Markup
    """What was changed; empty on the page of the brief that was."""
    was: Markup
    now: Markup
    why: Markup
    """How the mistake came about or, of a revision, what changed."""


def show_changes(brief: Brief, page: PageContext) -> Markup:
    """The sections of a brief's page on what changed in it; that on corrections is always there."""
    # Numbered from the oldest, so that a later change leaves each its anchor.
    revisions = [
        describe_revision(revision, brief, Markup(f"change-{number}"), Markup(""))
        for number, revision in enumerate(brief.front.revisions, 1)
    ]
    return fill(
        "_changes",
        corrections=_describe_corrections(brief, page),
        revisions=revisions[::-1],
        is_unrecorded=_is_changed_unrecorded(brief),
        all_corrections=Markup(page.link_to(PATH)),
    )


def _describe_corrections(brief: Brief, page: PageContext) -> list[ShownChange]:
    """The corrections of what a brief said, newest first."""
    found = order_corrections(page.library)[::-1]
    return [describe_correction(one, page) for one in found if _concerns(one, brief, page)]


def _concerns(correction: Correction, brief: Brief, page: PageContext) -> bool:
    """Whether the brief is named, or uses the figure and may have said what was wrong."""
    is_used = correction.observation in page.figure_numbers
    was_out = brief.front.published.earliest <= correction.date.latest
    return brief.id in correction.briefs or (is_used and was_out)


def describe_article_corrections(article: Article, page: PageContext) -> list[ShownChange]:
    """The corrections of an article's record and of the figures read from it, newest first."""
    ids = {*page.library.observations_of_article.get(article.id, ())}
    return [
        describe_correction(one, page)
        for one in order_corrections(page.library)[::-1]
        if one.article == article.id or one.observation in ids
    ]


def describe_correction(correction: Correction, page: PageContext) -> ShownChange:
    """One correction, with what it is about."""
    return ShownChange(
        anchor=Markup(f"correction-{correction.id}"),
        when=show_date(correction.date),
        about=_show_target(correction, page),
        was=show_recorded(correction.was),
        now=show_recorded(correction.now_),
        why=show_recorded(correction.why),
    )


def _show_target(correction: Correction, page: PageContext) -> Markup:
    library = page.library
    parts = []
    if correction.observation is not None:
        parts.append(_link_figure(library.observations[correction.observation], page))
    if correction.article is not None and not _is_here("article", correction.article, page):
        parts.append(link_title(library.articles[correction.article], page))
    elsewhere = [id for id in correction.briefs if not _is_here("brief", id, page)]
    return join([*parts, *(link_brief(id, page) for id in elsewhere)], "; ")


def _is_here(kind: str, id: str, page: PageContext) -> bool:
    """Whether this is the record's own page."""
    return page.path == page_of(kind, id, page.library)


def _link_figure(observation: Observation, page: PageContext) -> Markup:
    """The figure by its metric and period, leading to its row."""
    is_here = observation.id in page.figure_numbers
    row = page.link_to_record("observation", observation.id)
    target = f"#fig-{observation.id}" if is_here else row
    metric = page.library.metrics[observation.metric]
    return Markup(f"{link(show_name(metric), target)}, {show_date(observation.period)}")


def describe_revision(
    revision: Revision, brief: Brief, anchor: Markup, about: Markup
) -> ShownChange:
    """One change of a brief's words."""
    return ShownChange(
        anchor=anchor,
        when=show_date(revision.date),
        about=about,
        was=Markup(""),
        now=Markup(""),
        why=show_text(revision.change, brief.front.language),
    )


def _is_changed_unrecorded(brief: Brief) -> bool:
    """Whether the words are no longer those of the last mark on record."""
    recorded = recorded_mark(brief)
    return recorded is not None and recorded != mark_text(brief)


def show_corrections(observation: Observation, page: PageContext) -> Markup:
    """The corrections of a figure as a note in its row, oldest first; empty if it has none."""
    ids = page.library.referring("observation", observation.id, by="correction")
    found = [one for one in order_corrections(page.library) if one.id in ids] if ids else []
    return join([_word_correction(one, page) for one in found], " ")


def _word_correction(correction: Correction, page: PageContext) -> Markup:
    target = page.link_to(f"{PATH}#correction-{correction.id}")
    said = _(
        '<a href="%(target)s">Corrected</a> %(date)s: was %(was)s, is %(now)s.',
        target=target,
        date=show_date(correction.date, "short"),
        was=f"<del>{show_recorded(correction.was)}</del>",
        now=f"<ins>{show_recorded(correction.now_)}</ins>",
    )
    return Markup(f"{said} {show_recorded(correction.why)}")

"""The home page: what this is, the latest briefs, and why one might trust it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.front import Front, render_page
from generator.pages.latest import describe_briefs
from generator.pages.markup import join
from generator.pages.newest import list_new_corrections, list_new_figures
from generator.pages.record_links import link_topic
from generator.pages.templates import fill
from generator.pages.verdicts import CHECKED
from generator.records.vocabulary import ObservationStatus
from generator.speech import format_count, ngettext
from generator.speech import gettext as _

PATH = "index.md"
LATEST = 5


@dataclass(frozen=True, slots=True)
class Tally:
    """One count of the library."""

    what: str
    number: str


def render_home(cross: CrossReferences) -> str:
    """The whole page."""
    page = PageContext(cross.library, PATH)
    topics = [link_topic(id, page) for id in cross.library.topics]
    front = Front(
        title=_("Research briefs in which every figure shows its source"),
        description=_("Research briefs in which every figure shows its source."),
        kind="home",
    )
    body = fill(
        "home",
        topics=join(topics, "; "),
        briefs=describe_briefs(cross.briefs[:LATEST], page, cross),
        is_cut=len(cross.briefs) > LATEST,
        figures=list_new_figures(page, cross),
        corrections=list_new_corrections(page),
        corrected=ngettext(
            "%(number)s\u00a0correction so far.",
            "%(number)s\u00a0corrections so far.",
            len(cross.library.corrections),
        ),
        tallies=_count_library(cross),
    )
    return render_page(front, body)


def _count_library(cross: CrossReferences) -> list[Tally]:
    library = cross.library
    statuses = [observation.status for observation in library.observations.values()]
    disputed = statuses.count(ObservationStatus.DISPUTED)
    corrupt = statuses.count(ObservationStatus.CORRUPT)
    checked = sum(finding.verdict in CHECKED for finding in cross.findings.values())
    counts = [
        (ngettext("brief", "briefs", len(library.briefs)), len(library.briefs)),
        (
            _(
                "figures, %(checked)s found in their words or computed again",
                checked=format_count(checked),
            ),
            len(library.observations),
        ),
        (_("figures disputed, %(corrupt)s corrupt", corrupt=format_count(corrupt)), disputed),
        (_("articles on record"), len(library.articles)),
        (_("publishers and origins"), len(library.sources)),
    ]
    return [Tally(what, format_count(number)) for what, number in counts]

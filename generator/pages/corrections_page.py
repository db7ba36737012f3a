"""The page of all corrections, and of all changes that briefs went through after publication."""

from __future__ import annotations

from collections.abc import Iterator

from generator.evidence.corrections import order_corrections
from generator.pages.changes import PATH, ShownChange, describe_correction, describe_revision
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.front import Front, render_page
from generator.pages.markup import Markup
from generator.pages.record_links import link_brief
from generator.pages.templates import fill
from generator.records.edtf import EdtfDate
from generator.speech import gettext as _


def render_corrections(cross: CrossReferences) -> str:
    """The whole page."""
    page = PageContext(cross.library, PATH)
    dated = [*_list_corrections(page), *_list_revisions(page)]
    dated.sort(key=lambda item: item[0].sort_key)
    front = Front(
        title=_("Corrections"),
        description=_(
            "What was wrong and was put right, and what briefs say otherwise than before."
        ),
        kind="corrections",
    )
    return render_page(front, fill("corrections", changes=[change for _, change in dated[::-1]]))


def _list_corrections(page: PageContext) -> Iterator[tuple[EdtfDate, ShownChange]]:
    for correction in order_corrections(page.library):
        yield correction.date, describe_correction(correction, page)


def _list_revisions(page: PageContext) -> Iterator[tuple[EdtfDate, ShownChange]]:
    for brief in page.library.briefs.values():
        for number, revision in enumerate(brief.front.revisions, 1):
            anchor, about = Markup(f"change-{brief.id}-{number}"), link_brief(brief.id, page)
            yield revision.date, describe_revision(revision, brief, anchor, about)

"""Corrections: what was wrong, what it is now, why, and when it was put right."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.base import ArticleId, BriefId, Line, ObservationId, Record, Slug, Text
from generator.records.edtf import EdtfDate


class Correction(Record):
    """One mistake of ours that was put right; it stays on record for good."""

    id: Slug
    """A short name with the day in it, such as `2026-11-25-advance-december`; it never changes."""

    date: EdtfDate
    """The day on which it was put right."""

    observation: ObservationId | None = None
    """The figure that was wrong, if it was one."""

    article: ArticleId | None = None
    """The article whose record was wrong, if it was one."""

    briefs: tuple[BriefId, ...] = ()
    """The briefs that said what was wrong."""

    was: Line
    """What stood there, in the words or digits that a reader saw."""

    # With `_`, because the core may not name what sounds like the clock.
    now_: Annotated[Line, Field(alias="now")]
    """What stands there now; `withdrawn` if nothing does."""

    why: Text
    """How the mistake came about or was found, in a sentence."""

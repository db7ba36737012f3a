"""Events: what happened when."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.base import ArticleId, Place, Record, Slug, Text, TopicId
from generator.records.edtf import EdtfDate


class Event(Record):
    """One dated occurrence, told in our own words, with the articles it rests on."""

    id: Slug
    """A short name that never changes, such as `ev-2024-10-25-key-rate-21`."""

    date: EdtfDate
    """When it happened, as an EDTF date and no more exactly than the articles say."""

    description: Text
    """One sentence in your own words, in the present tense."""

    place: Place | None = None
    """Where it happened, as an ISO 3166 code."""

    topics: tuple[TopicId, ...] = ()
    """The topics whose timelines it belongs to."""

    articles: Annotated[tuple[ArticleId, ...], Field(min_length=1)]
    """The articles that report it, at least one."""

    note: Text | None = None
    """What a reader should know, and what you are unsure of."""

"""Articles: where it was said, in which words, and whom it relays (a CSL item and its chain)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.records.base import (
    ArticleId,
    Language,
    Line,
    Record,
    ShortForm,
    Slug,
    SourceId,
    Text,
    TopicId,
    Url,
)
from generator.records.edtf import EdtfDate
from generator.records.observation import Observation
from generator.records.vocabulary import ArticleType, IssuedBasis, TitleBasis, Verb


class Quote(ShortForm):
    """A short verbatim phrase of an article that carries a figure or a statement."""

    short_field = "text"

    text: Text
    """The words exactly as printed, in their language, at most 25; `[...]` marks an omission."""

    language: Language | None = None
    """The language of the words, where it is not the article's."""

    translation: Text | None = None
    """Our English translation of words in another language."""

    locator: Line | None = None
    """Where in the article it stands, such as `paragraph 4` or `p. 12`."""


class Report(Record):
    """One link of the chain: who relays whom."""

    by: SourceId | None = None
    """Who relays; the article's own outlet if left out."""

    verb: Verb
    """How: `reports`, `cites`, `quotes`, `republishes`, `translates`, `analyses-data-of`."""

    source: SourceId | None = None
    """Who is relayed."""

    article: ArticleId | None = None
    """Which of their publications, where it has a record."""

    speaker: Line | None = None
    """The person or people, in the article's words: a spokesperson, or those it does not name."""

    read: bool = False
    """True if the curator read what is relayed, not only the article that relays it."""

    inferred: bool = False
    """True if the article does not name the link and the curator concluded it."""

    @model_validator(mode="after")
    def _check_relayed(self) -> Self:
        if self.source is None and self.speaker is None:
            raise PydanticCustomError(
                "missing-field", "needs a `source` or a `speaker`: who is relayed?"
            )
        return self


class Article(Record):
    """One publication, with the words and figures taken from it."""

    id: Slug
    """Equal to the file's name: outlet, date and a word, such as `isw-2025-01-09-assessment`."""

    type: ArticleType
    """What it is, in CSL's words: `article-newspaper`, `report`, `dataset`, `webpage`."""

    title: Line
    """The title as printed; if it was not seen, a description in your words (see `title-basis`)."""

    title_basis: TitleBasis = TitleBasis.SEEN
    """`seen`, `address` (rebuilt from the web address) or `described` (our words)."""

    translated_title: Line | None = None
    """Our English translation of a title in another language."""

    authors: tuple[Line, ...] = ()
    """The authors as named in the byline, each on its own."""

    outlet: SourceId
    """Who published it: the id of a source."""

    issued: EdtfDate | None = None
    """When it was published, no more exactly than you know: `2025-01-10`, `2025-01~`."""

    issued_basis: IssuedBasis = IssuedBasis.SEEN
    """Where the date comes from: `seen` on the page, `address`, or `inferred`."""

    accessed: EdtfDate | None = None
    """When the curator read it."""

    url: Url | None = None
    """The publisher's own address; leave it out if it was not seen."""

    archive_url: Url | None = None
    """An archived copy, such as one in the Wayback Machine."""

    seen_at: tuple[Url, ...] = ()
    """Where it was read, if not at `url`: a mirror, a re-post."""

    language: Language
    """The language of the article: `en`, `uk`, `ru`."""

    topics: tuple[TopicId, ...] = ()
    """The topics it bears on."""

    reports: tuple[Report, ...] = ()
    """Whom it relays, link by link."""

    quotes: Mapping[Slug, Quote] = Field(default_factory=dict)
    """The words used from it, each under a short key of your choice."""

    observations: tuple[Observation, ...] = ()
    """The figures read from it, each with the key of the quote that carries it."""

    capture_sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] | None = None
    """The SHA-256 of the captured text in `captures/`; the text itself is never committed."""

    note: Text | None = None
    """What a reader should know about it, and what you are unsure of."""

"""Briefs: what we conclude. The front matter as a model, the whole with its prose parsed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from generator.records.base import (
    Language,
    Line,
    ObservationId,
    Record,
    ShortForm,
    Slug,
    Text,
    TopicId,
)
from generator.records.edtf import EdtfDate
from generator.records.prose import Arithmetic, Citation, Prose, RecordLink, WaivedFigure
from generator.records.vocabulary import Confidence, Likelihood

TextMark = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$", examples=["3f9a0c2b7d41"])]
"""Twelve hexadecimal digits that change with the brief's words."""


class KeyFigure(ShortForm):
    """A figure shown as a card at the head of a brief."""

    short_field = "observation"

    observation: ObservationId
    """The observation it shows."""

    label: Line | None = None
    """What the card says above the number, if not the metric's name."""


class KeyJudgement(Record):
    """One conclusion; its likelihood and our confidence are kept apart, as ICD 203 asks."""

    statement: Text
    """What we conclude, in one sentence, without a word of likelihood or confidence in it."""

    likelihood: Likelihood
    """How probable it is: one of ICD 203's seven words, such as `very-likely`."""

    confidence: Confidence
    """How much the sources and the reasoning can bear: `low`, `moderate` or `high`."""

    reason: Text
    """Why: what it rests on and what would change it, with citations."""


class Waiver(Record):
    """One rule set aside in a brief, for a reason that every reader of the page is told."""

    rule: Line
    """The id of the rule, as the issue names it: `unacknowledged-conflict`, `single-origin`."""

    about: Slug | None = None
    """What the issue is about, by its id: an observation, an article, or a source as the origin."""

    reason: Text
    """Why the rule does not hold here, in a sentence."""


class Revision(Record):
    """A change to what a brief says, after it was published."""

    date: EdtfDate
    """The day of the change."""

    change: Text
    """What says something else now, and why, for those who read it before."""

    text: TextMark | None = None
    """The mark of the brief's words after this change, as `brief check` gives it."""


class FrontMatter(Record):
    """The head of a brief in `data/briefs/`, above its prose."""

    id: Slug
    """Equal to the file's name; it becomes the page's address and never changes."""

    title: Line
    """The headline, in plain text."""

    question: Line
    """The question that the brief answers, in one sentence."""

    bottom_line: Text
    """The answer in two or three sentences, with citations and links to figures."""

    cut_off: EdtfDate
    """The last day of the evidence considered."""

    published: EdtfDate
    """The day of first publication."""

    published_text: TextMark | None = None
    """The mark of the brief's words as first published, as `brief check` gives it."""

    updated: EdtfDate | None = None
    """The day of the last change to what it says."""

    revisions: tuple[Revision, ...] = ()
    """What was changed after publication, oldest first."""

    authors: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Who wrote it."""

    topics: Annotated[tuple[TopicId, ...], Field(min_length=1)]
    """The topics it bears on, the main one first."""

    language: Language = "en"
    """The language it is written in."""

    key_figures: Annotated[tuple[KeyFigure, ...], Field(max_length=6)] = ()
    """The figures shown as cards: ids of observations, four at best."""

    key_judgements: tuple[KeyJudgement, ...] = ()
    """The conclusions, each with likelihood, confidence and reason."""

    waivers: tuple[Waiver, ...] = ()
    """The rules set aside in this brief, each with its reason."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A key judgement with its two texts parsed."""

    record: KeyJudgement
    statement: Prose
    reason: Prose


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief: its front matter and every text of it, parsed."""

    front: FrontMatter
    bottom_line: Prose
    judgements: tuple[Judgement, ...]
    body: Prose

    @property
    def id(self) -> str:
        """The brief's id."""
        return self.front.id

    @property
    def texts(self) -> tuple[Prose, ...]:
        """Every text, in the order of the page; the notes of blocks come last."""
        parts = [self.bottom_line]
        for judgement in self.judgements:
            parts += [judgement.statement, judgement.reason]
        notes = (placed.note for placed in self.body.blocks if placed.note is not None)
        return (*parts, self.body, *notes)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation, in the order of the page."""
        return tuple(citation for text in self.texts for citation in text.citations)

    @property
    def links(self) -> tuple[RecordLink, ...]:
        """Every link to a record, in the order of the page."""
        return tuple(link for text in self.texts for link in text.links)

    @property
    def arithmetic(self) -> tuple[Arithmetic, ...]:
        """Every figure that the brief works out itself, in the order of the page."""
        return tuple(figure for text in self.texts for figure in text.arithmetic)

    @property
    def waived(self) -> tuple[WaivedFigure, ...]:
        """Every figure that its author lets stand for a reason, in the order of the page."""
        return tuple(figure for text in self.texts for figure in text.waived)

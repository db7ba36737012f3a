"""What differs between two libraries, as values: the shape of an evidence diff.

Each change has both its sides, so that the diff of the same two libraries the other way round is
this one with its sides exchanged. How it is found, and how it is told, is left to others.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What became of something."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    RENAMED = "renamed"
    """It has another id, and is the same otherwise."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field by its name in the record, `quotes.rate.text`; empty where it was or is not there."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One side of an observation, in the words of its records."""

    id: str
    metric: str
    """The id of its metric."""
    name: str
    """The name of its metric; the id where that is not on record."""
    value: str
    """The number with its limit: `about 9`, `10 to 12`."""
    unit: str
    period: str
    place: str
    basis: str
    quote: str
    """The words that it was read from; empty without any."""
    derived: str
    article: str
    outlet: str
    """Who published the article."""
    origin: str
    """Who said it first."""
    verdict: str
    reason: str
    withdrawn: str
    corrections: tuple[str, ...]
    """The ids of the corrections of it."""


def _judge_change(before: object, after: object) -> Change:
    if before is None:
        return Change.ADDED
    return Change.REMOVED if after is None else Change.CHANGED


@dataclass(frozen=True, slots=True)
class FigureChange:
    """An observation that differs, or whose verdict does."""

    before: Figure | None
    after: Figure | None
    fields: tuple[FieldChange, ...] = ()
    """What differs in its record, article, origin or words; nothing if its verdict alone does."""

    @property
    def change(self) -> Change:
        """What became of it."""
        if self.before and self.after and self.before.id != self.after.id:
            return Change.RENAMED
        return _judge_change(self.before, self.after)

    @property
    def figure(self) -> Figure:
        """The figure as it is now, else as it was."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change has at least one side")
        return found

    @property
    def is_value_changed(self) -> bool:
        """Whether readers saw a number that is another now, or is withdrawn."""
        return any(one.field in {"value", "unit", "withdrawn"} for one in self.fields)

    @property
    def is_verdict_changed(self) -> bool:
        """Whether it was judged otherwise before."""
        return bool(self.before and self.after and self.before.verdict != self.after.verdict)

    @property
    def new_corrections(self) -> tuple[str, ...]:
        """The corrections of it that were not on record before."""
        known = self.before.corrections if self.before else ()
        return tuple(id for id in self.figure.corrections if id not in known)

    @property
    def is_correction_missing(self) -> bool:
        """Whether a number that was published changed, and no new correction tells of it."""
        return self.before is not None and self.is_value_changed and not self.new_corrections


@dataclass(frozen=True, slots=True)
class TypedSide:
    """One side of a figure in the text of a brief."""

    text: str
    rests_on: str
    """The id of the observation or article that it rests on, or the reason given; may be empty."""
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class TypedChange:
    """A figure typed in a brief that differs, or whose verdict does."""

    brief: str
    before: TypedSide | None
    after: TypedSide | None

    @property
    def change(self) -> Change:
        """What became of it."""
        return _judge_change(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Contender:
    """One of the values that contradict each other."""

    id: str
    value: str
    unit: str
    outlet: str


@dataclass(frozen=True, slots=True)
class ConflictChange:
    """Values of one subject that contradict each other on one of the two sides only."""

    change: Change
    """`added` or `removed`."""
    metric: str
    name: str
    """The name of the metric."""
    period: str
    place: str
    contenders: tuple[Contender, ...]
    pairs: tuple[tuple[str, str], ...]
    """Which contradicts which, by their ids."""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record of another kind that differs."""

    kind: str
    before: str
    """Its id; empty where it was not there."""
    after: str
    title: str
    fields: tuple[FieldChange, ...] = ()

    @property
    def change(self) -> Change:
        """What became of it."""
        if self.before and self.after and self.before != self.after:
            return Change.RENAMED
        return _judge_change(self.before or None, self.after or None)

    @property
    def id(self) -> str:
        """Its id as it is now, else as it was."""
        return self.after or self.before


@dataclass(frozen=True, slots=True, order=True)
class AffectedBrief:
    """A brief that a change bears on."""

    id: str
    title: str
    is_changed: bool
    """Whether the brief itself differs."""
    by: tuple[str, ...]
    """The records that differ and that it names or shows, as `kind/id`."""


@dataclass(frozen=True, slots=True, order=True)
class Uncompared:
    """A record that could not be read on one side, so that nobody can tell what became of it."""

    kind: str
    id: str
    side: str
    """`before` or `after`: where it could not be read."""


@dataclass(frozen=True, slots=True)
class EvidenceDiff:
    """All that differs between two libraries, in the order of kinds and ids."""

    figures: tuple[FigureChange, ...] = ()
    typed: tuple[TypedChange, ...] = ()
    conflicts: tuple[ConflictChange, ...] = ()
    records: tuple[RecordChange, ...] = ()
    briefs: tuple[AffectedBrief, ...] = ()
    pages: tuple[str, ...] = ()
    """The addresses of the pages that show what changed, below that of the site."""
    uncompared: tuple[Uncompared, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the evidence is the same, as far as it could be read."""
        return not (self.figures or self.typed or self.conflicts or self.records)

    def list_figures(self, change: Change) -> tuple[FigureChange, ...]:
        """The figures of which this became; of those changed, only where the record differs."""
        found = (one for one in self.figures if one.change is change)
        return tuple(one for one in found if one.fields or change is not Change.CHANGED)

    @property
    def verdicts(self) -> tuple[FigureChange, ...]:
        """The figures that are judged otherwise than before."""
        return tuple(one for one in self.figures if one.is_verdict_changed)

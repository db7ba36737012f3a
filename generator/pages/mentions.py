"""What a page's text has mentioned so far, so that evidence stands at a figure's first mention.

A text is written from top to bottom; where a block of it ends, the evidence of what it was the
first to mention is due. What the evidence looks like is the business of `evidence_blocks`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

WORKED_OUT = "calc"
NOT_SOURCED = "waived"
"""The schemes of a link behind which a brief has a figure of its own."""


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """A figure that no record holds: worked out in the brief, or not sourced for a reason."""

    scheme: str
    anchor: str
    """The id of its evidence, such as `calc-1`."""
    number: int
    """Its number on paper, behind those of the figures on record."""
    text: str
    """What the prose says, as Markdown."""
    words: str
    """The expression or the reason, as its author wrote it."""


@dataclass
class Mentions:
    """The figures that a page has mentioned, and those whose evidence is due."""

    first_number: dict[str, int]
    """The number of the page's first own figure of each scheme."""
    own: list[OwnFigure] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _due: list[str | OwnFigure] = field(default_factory=list)

    def mention(self, observation: str) -> bool:
        """Whether this is the first mention; then its evidence is due."""
        is_first = observation not in self._seen
        if is_first:
            self._seen.add(observation)
            self._due.append(observation)
        return is_first

    def add_own(self, scheme: str, text: str, words: str) -> OwnFigure:
        """A figure of the brief's own, whose evidence is due."""
        index = sum(figure.scheme == scheme for figure in self.own)
        number = self.first_number[scheme] + index
        figure = OwnFigure(scheme, f"{scheme}-{index + 1}", number, text, words)
        self.own.append(figure)
        self._due.append(figure)
        return figure

    def take_due(self) -> list[str | OwnFigure]:
        """The observations and own figures whose evidence is due; it is no longer, after this."""
        due, self._due = self._due, []
        return due

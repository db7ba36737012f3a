"""The fenced blocks of a brief: what their YAML bodies may say."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.records.base import EventId, Line, ObservationId, Record, Text, TopicId
from generator.records.edtf import EdtfDate

ObservationIds = Annotated[tuple[ObservationId, ...], Field(min_length=1, max_length=200)]


class FiguresBlock(Record):
    """A row of cards, one for each observation."""

    observations: ObservationIds
    """The observations to show, in this order."""

    caption: Line | None = None
    """A heading above the cards."""


class TableBlock(Record):
    """A table of observations: value, period, source and quote."""

    observations: ObservationIds
    """The observations to list, in this order."""

    caption: Line | None = None
    """The table's caption."""


class CompareBlock(Record):
    """Values that disagree, side by side, each with its chain, origin and words."""

    observations: Annotated[tuple[ObservationId, ...], Field(min_length=2, max_length=50)]
    """The observations to compare: at least two."""

    caption: Line | None = None
    """The comparison's heading."""

    note: Text | None = None
    """What explains the difference, in a sentence or two; citations are allowed."""


class TimelineBlock(Record):
    """Events in order: those named, and those of the topics within the dates."""

    events: tuple[EventId, ...] = ()
    """Events by id."""

    topics: tuple[TopicId, ...] = ()
    """Every event of these topics."""

    from_: Annotated[EdtfDate | None, Field(alias="from")] = None
    """Only events that may have ended on or after this date."""

    to: EdtfDate | None = None
    """Only events that may have begun on or before this date."""

    caption: Line | None = None
    """A heading above the timeline."""

    @model_validator(mode="after")
    def _check_selection(self) -> Self:
        if not (self.events or self.topics or self.from_ or self.to):
            raise PydanticCustomError(
                "missing-field", "needs `events`, `topics`, or a date in `from` or `to`"
            )
        return self


Block = FiguresBlock | TableBlock | CompareBlock | TimelineBlock

BLOCKS: dict[str, type[Block]] = {
    "compare": CompareBlock,
    "figures": FiguresBlock,
    "table": TableBlock,
    "timeline": TimelineBlock,
}
"""The word behind the fence, and what its body must be."""

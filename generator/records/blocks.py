"""The fenced blocks of a brief: what their YAML bodies may say."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.records.base import (
    EventId,
    Line,
    MetricId,
    ObservationId,
    Place,
    Record,
    SourceId,
    Text,
    TopicId,
)
from generator.records.edtf import EdtfDate
from generator.records.vocabulary import ChartKind

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


class ChartBlock(Record):
    """Values over time: those of a metric, or of metrics that may stand beside each other."""

    metric: MetricId | None = None
    """The metric whose observations to draw."""

    metrics: Annotated[tuple[MetricId, ...], Field(max_length=6)] = ()
    """The metrics, where there are several; each names another in `comparable-with`."""

    observations: Annotated[tuple[ObservationId, ...], Field(max_length=200)] = ()
    """Observations by id; without a metric, these alone."""

    from_: Annotated[EdtfDate | None, Field(alias="from")] = None
    """Only values for periods that end on or after the first day of this date."""

    to: EdtfDate | None = None
    """Only values for periods that end on or before the last day of this date."""

    places: Annotated[tuple[Place, ...], Field(max_length=6)] = ()
    """Only values for these places; several are drawn apart and never as one line."""

    sources: Annotated[tuple[SourceId, ...], Field(max_length=20)] = ()
    """Only values that one of these sources published, or said first."""

    kind: ChartKind = ChartKind.DOTS
    """`dots` (a mark for each value), `line` (months that follow each other are joined), `bar`
    (from zero) or `range` (from the lowest to the highest value of each period)."""

    caption: Line | None = None
    """The heading of the chart; the name of its metric if left out."""

    @model_validator(mode="after")
    def _check_selection(self) -> Self:
        if not (self.metric or self.metrics or self.observations):
            raise PydanticCustomError("missing-field", "needs a `metric`, or `observations`")
        return self

    @property
    def metric_ids(self) -> tuple[str, ...]:
        """The metrics whose observations are drawn, each once."""
        named = (self.metric, *self.metrics) if self.metric else self.metrics
        return tuple(dict.fromkeys(named))


Block = FiguresBlock | TableBlock | CompareBlock | TimelineBlock | ChartBlock

BLOCKS: dict[str, type[Block]] = {
    "chart": ChartBlock,
    "compare": CompareBlock,
    "figures": FiguresBlock,
    "table": TableBlock,
    "timeline": TimelineBlock,
}
"""The word behind the fence, and what its body must be."""

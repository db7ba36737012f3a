"""Observations: one value of a metric, beside the words it was read from (SDMX's observation)."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.records.base import (
    ArticleId,
    Line,
    MetricId,
    Number,
    ObservationExpression,
    Place,
    Record,
    Slug,
    SourceId,
    Text,
    UnitId,
)
from generator.records.edtf import EdtfDate
from generator.records.vocabulary import ObservationStatus, Qualifier


class Observation(Record):
    """One figure: what was measured, when, where, how much, and in which words it was said."""

    id: Slug
    """A short, readable name that never changes, such as `advance-2024-12-isw`."""

    metric: MetricId
    """What is measured: the id of a metric in `data/metrics.yml`."""

    period: EdtfDate
    """When it holds, as an EDTF date: `2024-12`, `2024-12-19`, `2022-02-24/2024-12-31`."""

    place: Place
    """Where it holds, as ISO 3166 codes: `UA`, or `UA+RU-KRS` for Ukraine and Kursk Oblast."""

    basis: Line = "not stated"
    """What is counted, such as `killed and wounded`; figures are comparable on one basis only."""

    value: Number | None = None
    """The number, in plain digits (`1500`, `18.1`); leave it out where the source gives a range."""

    low: Number | None = None
    """The lower end of a range or interval."""

    high: Number | None = None
    """The upper end of a range or interval."""

    qualifier: Qualifier = Qualifier.EXACT
    """How the source limits the number: `over 1,500` is `over`, `some 1,500` is `approximately`."""

    unit: UnitId | None = None
    """The unit, where the source uses another than its metric's own."""

    quote: Slug | None = None
    """The key of the quote, among the article's `quotes`, that carries the number."""

    stated: Line | None = None
    """What the quote prints, such as `1,620 square miles`, where `value` is that in another unit
    or per another time."""

    derived: ObservationExpression | None = None
    """How the number was worked out when no source prints it: `+ - * /`, brackets and `round(x, 1)`
    over numbers and ids of observations, such as `area-2024-12-isw / days`; `days` and `months`
    are the length of its own period."""

    waived: Line | None = None
    """Why the figure stands although its quote does not carry it as recorded: `the quote leaves out
    “per day”`. Every reader is told the reason."""

    origin: SourceId | None = None
    """Who measured or claimed it first, where the article relays more than one origin."""

    status: ObservationStatus = ObservationStatus.REPORTED
    """`reported` (faithfully, which is not: true), `disputed`, `corrupt` in transmission,
    `uncertain`, or `planned`: a plan, target or forecast of what had not happened yet."""

    withdrawn: Line | None = None
    """Why the figure is no longer stood by; it stays on its metric’s page, struck through,
    and no brief may use it."""

    note: Text | None = None
    """What a reader should know about this figure, and what you are unsure of."""

    @model_validator(mode="after")
    def _check_range(self) -> Self:
        if (self.low is None) != (self.high is None):
            raise PydanticCustomError("bad-range", "a range needs both `low` and `high`")
        if self.value is None and self.low is None:
            raise PydanticCustomError("missing-field", "needs a `value`, or `low` and `high`")
        if self.low is not None and self.high is not None:
            if self.low > self.high:
                raise PydanticCustomError("bad-range", "`low` is greater than `high`")
            if self.value is not None and not self.low <= self.value <= self.high:
                raise PydanticCustomError("bad-range", "`value` lies outside `low` and `high`")
        return self


class SeriesRow(Observation):
    """One row of a CSV file in `data/series/`: an observation that names its article itself."""

    article: ArticleId
    """The article, usually a data set, that the row was read from."""

    row: Line | None = None
    """The row or numbers as the data file prints them, where there is no quote in prose."""

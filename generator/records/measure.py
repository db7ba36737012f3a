"""What is measured, in which unit, where: metrics (SDMX's indicator), units (UCUM), places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from generator.records.base import (
    SHELF_LIFE_PATTERN,
    Language,
    Line,
    MetricId,
    Record,
    ShortForm,
    Slug,
    Text,
    TopicId,
    UnitId,
)
from generator.records.vocabulary import MetricKind


class Metric(Record):
    """What is measured, in one unit, whoever says it."""

    id: Slug
    """The short name that observations point to, such as `area-gained-daily-rate`."""

    name: Line
    """The name as a table's heading, such as `Rate of Russian advance`."""

    names: Mapping[Language, Line] = Field(default_factory=dict)
    """The name in other languages, for pages that speak them, by language."""

    description: Text
    """What exactly it counts and what it leaves out."""

    unit: UnitId
    """The unit of its values, unless an observation names another."""

    kind: MetricKind
    """`stock` (a level at a date), `flow` (a sum over the period), `rate` (per day, per cent) or
    `change` (the difference from the period before)."""

    direction: Line | None = None
    """What a higher value means, such as `higher is faster`."""

    topics: tuple[TopicId, ...] = ()
    """The topics it belongs to."""

    comparable_with: tuple[MetricId, ...] = ()
    """Other metrics whose values may stand beside it, with care."""

    shelf_life: (
        Annotated[str, Field(pattern=SHELF_LIFE_PATTERN, examples=["P90D", "P1Y"])] | None
    ) = None
    """How long a value stays news, as an ISO 8601 duration: `P30D`, `P3M`, `P1Y`."""

    note: Text | None = None
    """What a reader should know before using it."""


class UnitName(ShortForm):
    """A unit as another language writes it behind a number, in the plural categories of CLDR."""

    short_field = "other"

    one: Line | None = None
    """What stands behind 1 and, in some languages, behind 21."""

    few: Line | None = None
    """What stands behind 2 to 4, where a language has a form for them."""

    many: Line | None = None
    """What stands behind 5 and more, where a language has a form for them."""

    other: Line
    """What stands behind a number that no other field is for, and in the head of a table."""


class Unit(Record):
    """A unit as it is written beside a number."""

    id: Slug
    """The short name that metrics point to, such as `km2-per-day`."""

    name: Line
    """The plural in words, such as `square kilometres per day`."""

    names: Mapping[Language, UnitName] = Field(default_factory=dict)
    """How other languages write it, for pages that speak them, by language."""

    singular: Line | None = None
    """The singular in words, where it differs."""

    symbol: Line | None = None
    """What stands behind a number in tables, such as `km²` or `%`; the name if left out."""

    ucum: Line | None = None
    """The UCUM code, where there is one: `km2/d`, `{person}`."""


class PlaceName(Record):
    """The name of a region; countries need none."""

    id: Slug
    """The ISO 3166-2 code in lower case, such as `ru-krs`."""

    name: Line
    """The name in English, such as `Kursk Oblast`."""

    names: Mapping[Language, Line] = Field(default_factory=dict)
    """The name in other languages, for pages that speak them, by language."""


class Topic(Record):
    """A subject under which readers look."""

    id: Slug
    """The short name that records point to, such as `rate-of-advance`."""

    name: Line
    """The name as a heading."""

    names: Mapping[Language, Line] = Field(default_factory=dict)
    """The name in other languages, for pages that speak them, by language."""

    description: Text
    """One or two sentences on what belongs here."""

"""Values that disagree, side by side: each with who says it, its origin, its basis and its words.

No mean is given and no value is called right. A range is given only where all units convert into
the first one's; what was corrupted on its way stays out of it. `retellings` words who differs from
what they relay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.evidence.intervals import scale_of
from generator.library.library import Library
from generator.pages.chain_view import show_path
from generator.pages.context import PageContext
from generator.pages.converted import convert_number
from generator.pages.cross_references import CrossReferences
from generator.pages.date_words import word_date
from generator.pages.figures import FigureRow, describe_figure
from generator.pages.inline import render_inline
from generator.pages.languages import show_name, show_recorded
from generator.pages.markup import Markup, escape, join
from generator.pages.names import name_status
from generator.pages.retellings import word_retellings
from generator.pages.strip import Look, StripValue, draw_strip
from generator.pages.templates import fill
from generator.pages.wording import (
    format_range,
    join_words,
    name_unit,
    spell_count,
    split_value,
    word_unit,
)
from generator.records.blocks import CompareBlock
from generator.records.measure import Unit
from generator.records.observation import Observation
from generator.records.prose import Prose
from generator.records.vocabulary import ObservationStatus
from generator.speech import gettext as _

_SIGNS = {ObservationStatus.DISPUTED: "≠ ", ObservationStatus.CORRUPT: "× "}


@dataclass(frozen=True, slots=True)
class ComparedValue:
    """One row of a comparison."""

    figure: FigureRow
    value: str
    standing: str
    is_off: bool
    path: Markup


def render_comparison(
    block: CompareBlock,
    note: Prose | None,
    anchor: str,
    page: PageContext,
    cross: CrossReferences,
) -> Markup:
    """The comparison as a block of its own."""
    observations = [page.library.observations[id] for id in block.observations]
    sound = [one for one in observations if one.status is not ObservationStatus.CORRUPT]
    unit = _shared_unit(observations, page)
    first = page.library.unit_of(observations[0])
    is_convertible = len({scale_of(one, page.library)[0] for one in observations}) == 1
    if is_convertible:
        observations.sort(key=lambda one: convert_number(_lowest(one), one, first, page.library))
    return fill(
        "_comparison",
        anchor=Markup(anchor),
        title=_title(block, observations, cross, page),
        unit=show_recorded(unit) if unit else Markup(_("Value")),
        rows=[_describe_value(one, unit is not None, page, cross) for one in observations],
        range=_range(sound, first, page.library) if is_convertible and sound else "",
        left_out=len(observations) - len(sound),
        strip=_draw(observations, first, page.library) if is_convertible else Markup(""),
        origins=cross.count_origins(observations),
        differences=word_retellings(observations, page, cross),
        note=render_inline(note, page) if note is not None else "",
    )


def _draw(observations: Sequence[Observation], unit: Unit, library: Library) -> Markup:
    """The values on one axis, in the unit of the first."""
    return draw_strip(
        [
            StripValue(
                low=convert_number(_lowest(one), one, unit, library),
                high=convert_number(_highest(one), one, unit, library),
                label=split_value(one, unit).short,
                look=_look_of(one),
            )
            for one in observations
        ]
    )


def _look_of(one: Observation) -> Look:
    marked = {ObservationStatus.DISPUTED: Look.OFF, ObservationStatus.CORRUPT: Look.CORRUPT}
    return marked.get(one.status, Look.COMPUTED if one.derived else Look.FOUND)


def _describe_value(
    observation: Observation, is_same_unit: bool, page: PageContext, cross: CrossReferences
) -> ComparedValue:
    figure = describe_figure(observation, page, cross)
    return ComparedValue(
        figure=figure,
        value=figure.value if is_same_unit else figure.full_value,
        standing=_SIGNS.get(observation.status, "") + name_status(observation.status),
        is_off=observation.status is ObservationStatus.DISPUTED,
        path=show_path(observation, page),
    )


def _shared_unit(observations: Sequence[Observation], page: PageContext) -> str | None:
    units = {page.library.unit_of(one).id: page.library.unit_of(one) for one in observations}
    return name_unit(next(iter(units.values()))) if len(units) == 1 else None


def _title(
    block: CompareBlock,
    observations: Sequence[Observation],
    cross: CrossReferences,
    page: PageContext,
) -> Markup:
    if block.caption:
        return page.show_authored(block.caption)
    metrics = dict.fromkeys(show_name(page.library.metrics[one.metric]) for one in observations)
    periods = dict.fromkeys(word_date(one.period) for one in observations)
    subject = Markup(join_words([*metrics]))
    if len(periods) == 1:
        subject = join([subject, escape(next(iter(periods)))])
    values = spell_count(len(observations), "value", "values")
    origins = spell_count(cross.count_origins(observations), "origin", "origins")
    return Markup(f"{subject}: {values}, {origins}")


def _range(observations: Sequence[Observation], unit: Unit, library: Library) -> str:
    """From the lowest end to the highest, in the unit."""
    low = min(convert_number(_lowest(one), one, unit, library) for one in observations)
    high = max(convert_number(_highest(one), one, unit, library) for one in observations)
    is_converted = any(library.unit_of(one).id != unit.id for one in observations)
    said = format_range(low, high) + word_unit(unit)
    return _("%(range)s, converted and rounded", range=said) if is_converted else said


def _lowest(one: Observation) -> Decimal:
    return next(number for number in (one.low, one.value) if number is not None)


def _highest(one: Observation) -> Decimal:
    return next(number for number in (one.high, one.value) if number is not None)

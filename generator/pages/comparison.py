"""Values that disagree, side by side: each with who says it, its origin, its basis and its words.

No mean is given and no value is called right. A range is given only where all values share a unit;
what was corrupted on its way stays out of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.pages.chain_view import show_path
from generator.pages.context import PageContext
from generator.pages.cross_references import CrossReferences
from generator.pages.figures import FigureRow, describe_figure
from generator.pages.markup import Markup, escape
from generator.pages.prose import attach_citations
from generator.pages.templates import fill
from generator.pages.wording import format_range, name_unit, spell_count, word_unit
from generator.records.blocks import CompareBlock
from generator.records.edtf_words import format_edtf
from generator.records.observation import Observation
from generator.records.vocabulary import ObservationStatus

_CITATION = re.compile(r"\s*\[@([^\]]+)\]")

STANDINGS = {
    ObservationStatus.DISPUTED: "≠ disputed",
    ObservationStatus.CORRUPT: "× corrupt at the source",
    ObservationStatus.UNCERTAIN: "uncertain",
    ObservationStatus.PLANNED: "planned, not yet so",
}
"""What stands below a value that its record itself doubts."""


@dataclass(frozen=True, slots=True)
class ComparedValue:
    """One row of a comparison."""

    figure: FigureRow
    value: str
    standing: str
    is_off: bool
    path: Markup


def render_comparison(
    block: CompareBlock, anchor: str, page: PageContext, cross: CrossReferences
) -> Markup:
    """The comparison as a block of its own."""
    observations = [page.library.observations[id] for id in block.observations]
    sound = [one for one in observations if one.status is not ObservationStatus.CORRUPT]
    unit = _shared_unit(observations, page)
    if unit is not None:
        observations.sort(key=_lowest)
    return fill(
        "_comparison",
        anchor=Markup(anchor),
        title=_title(block, observations, cross, page),
        unit=unit or "Value",
        rows=[_describe_value(one, unit is not None, page, cross) for one in observations],
        range=_range(sound, page) if unit is not None and sound else "",
        left_out=len(observations) - len(sound),
        origins=cross.count_origins(observations),
        note=_show_note(block.note, page),
    )


def _describe_value(
    observation: Observation, is_same_unit: bool, page: PageContext, cross: CrossReferences
) -> ComparedValue:
    figure = describe_figure(observation, page, cross)
    return ComparedValue(
        figure=figure,
        value=figure.value if is_same_unit else figure.full_value,
        standing=STANDINGS.get(observation.status, ""),
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
) -> str:
    if block.caption:
        return block.caption
    metrics = dict.fromkeys(page.library.metrics[one.metric].name for one in observations)
    periods = dict.fromkeys(format_edtf(one.period) for one in observations)
    subject = " and ".join(metrics) + (f", {next(iter(periods))}" if len(periods) == 1 else "")
    values = spell_count(len(observations), "value")
    return f"{subject}: {values}, {spell_count(cross.count_origins(observations), 'origin')}"


def _range(observations: Sequence[Observation], page: PageContext) -> str:
    low, high = min(map(_lowest, observations)), max(map(_highest, observations))
    return format_range(low, high) + word_unit(page.library.unit_of(observations[0]))


def _lowest(one: Observation) -> Decimal:
    return next(number for number in (one.low, one.value) if number is not None)


def _highest(one: Observation) -> Decimal:
    return next(number for number in (one.high, one.value) if number is not None)


def _show_note(note: str | None, page: PageContext) -> Markup:
    """The author's note with its citations; a mark that cites nothing known stays as text."""
    pieces = _CITATION.split(note or "")
    parts = [_cite(p, page) if index % 2 else _escape_run(p) for index, p in enumerate(pieces)]
    return Markup(attach_citations("".join(parts).strip()))


def _escape_run(piece: str) -> str:
    """Escapes a piece of a sentence, keeping the spaces that join it to its neighbours."""
    head, tail = " " * piece[:1].isspace(), " " * piece[-1:].isspace()
    return head + escape(piece) + tail


def _cite(cited: str, page: PageContext) -> str:
    ids = [part.strip().lstrip("@").split(",")[0].strip() for part in cited.split(";")]
    if any(id not in page.library.articles for id in ids):
        return escape(f" [@{cited}]")
    return "".join(f"[^{id}]" for id in dict.fromkeys(ids))

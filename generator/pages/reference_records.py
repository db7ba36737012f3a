"""What the reference page of the records shows: each kind, its parts, its fields, an example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.pages.markup import Markup
from generator.pages.own_words import show_code, show_example, show_html
from generator.pages.record_fields import (
    FieldRow,
    describe_fields,
    may_be_bare,
    split_name,
)
from generator.records.article import Quote, Report
from generator.records.base import Record
from generator.records.blocks import BLOCKS
from generator.records.brief import KeyFigure, KeyJudgement, Revision, Waiver
from generator.records.examples import EXAMPLES, IN_ROWS
from generator.records.measure import UnitName
from generator.records.observation import Observation, SeriesRow
from generator.records.schema import RECORD_SCHEMAS, RecordSchema

_PARTS: Mapping[str, tuple[type[Record], ...]] = {
    "article": (Quote, Report, Observation),
    "brief": (KeyFigure, KeyJudgement, Revision, Waiver),
    "unit": (UnitName,),
}
_NAMES = {
    "KeyFigure": "Key figure",
    "KeyJudgement": "Key judgement",
    "Report": "Link of a chain",
    "UnitName": "Unit in another language",
}
_PLURALS = {
    "article": "Articles",
    "brief": "Briefs",
    "correction": "Corrections",
    "event": "Events",
    "link": "Links",
    "metric": "Metrics",
    "observation": "Series",
    "place": "Places",
    "source": "Sources",
    "topic": "Topics",
    "unit": "Units",
}


@dataclass(frozen=True, slots=True)
class PartView:
    """A record that stands inside another one, or a fenced block."""

    anchor: Markup
    name: str
    sentence: Markup
    fields: list[FieldRow]


@dataclass(frozen=True, slots=True)
class RecordView:
    """One kind of record as the page shows it."""

    anchor: Markup
    name: str
    stands_in: Markup
    sentence: Markup
    schema: Markup
    example: Markup
    fields: list[FieldRow]
    parts: list[PartView]


def describe_records() -> list[RecordView]:
    """Every kind of record, in the order in which records build on each other."""
    sections = _find_sections()
    return [_view_record(described, sections) for described in RECORD_SCHEMAS]


def describe_blocks() -> list[PartView]:
    """Every fenced block."""
    sections = _find_sections()
    return [_view_part(model, f"{name}-block", sections) for name, model in BLOCKS.items()]


def _find_sections() -> dict[str, str]:
    """The anchor of each model's section, by the model's name."""
    kinds = {described.model.__name__: described.kind for described in RECORD_SCHEMAS}
    parts = {
        part.__name__: f"{kind}-{split_name(part.__name__, '-')}"
        for kind, models in _PARTS.items()
        for part in models
    }
    return kinds | parts | {"SeriesRow": "series"}


def _view_record(described: RecordSchema, sections: Mapping[str, str]) -> RecordView:
    anchor = sections[described.model.__name__]
    shared = frozenset(
        info.alias or name
        for name, info in Observation.model_fields.items()
        if described.model is SeriesRow
    )
    return RecordView(
        anchor=Markup(anchor),
        name=_PLURALS[described.kind],
        stands_in=show_code(described.stands_in),
        sentence=show_html(described.model.__doc__ or ""),
        schema=show_code(f"data/schema/{described.file}"),
        example=_show_record(described.kind),
        fields=describe_fields(described.model, anchor, sections, shared),
        parts=[_view_part(part, sections[part.__name__], sections) for part in _parts(described)],
    )


def _parts(described: RecordSchema) -> tuple[type[Record], ...]:
    return _PARTS.get(described.kind, ())


def _show_record(kind: str) -> Markup:
    text = EXAMPLES[kind]
    if kind == "brief":
        return show_example(f"---\n{text}---\n", "yaml")
    return show_example(text, "" if kind in IN_ROWS else "yaml")


def _view_part(model: type[Record], anchor: str, sections: Mapping[str, str]) -> PartView:
    block = anchor.removesuffix("-block") if anchor.endswith("-block") else ""
    name = f"The block {block}" if block else _NAMES.get(model.__name__, model.__name__)
    sentence = show_html(model.__doc__ or "")
    if may_be_bare(model):
        first = next(iter(model.model_fields))
        sentence = Markup(f"{sentence} Its {show_code(first)} alone may stand for the whole.")
    return PartView(
        anchor=Markup(anchor),
        name=name,
        sentence=sentence,
        fields=describe_fields(model, anchor, sections),
    )

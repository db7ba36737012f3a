"""What the pages of records show: each kind, its parts and fields, a good example and bad ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.pages.markup import Markup
from generator.pages.own_words import show_code, show_example, show_html, show_line
from generator.pages.record_fields import (
    FieldRow,
    describe_fields,
    may_be_bare,
    split_name,
)
from generator.records.article import Quote, Report
from generator.records.bad_examples import BAD_EXAMPLES, BadExample
from generator.records.base import Record
from generator.records.blocks import BLOCKS
from generator.records.brief import KeyFigure, KeyJudgement, Revision, Waiver
from generator.records.examples import EXAMPLES, IN_ROWS, PROSE
from generator.records.measure import UnitName
from generator.records.observation import Observation, SeriesRow
from generator.records.schema import RECORD_SCHEMAS, RecordSchema

_PARTS: Mapping[str, tuple[type[Record], ...]] = {
    "article": (Quote, Report),
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
_OBSERVATION = RecordSchema(
    "observation", "article.json", Observation, "An observation", "data/articles/<year>/<id>.yml"
)
"""It stands in an article's file and has no schema file of its own, but a page."""


@dataclass(frozen=True, slots=True)
class PartView:
    """A record that stands inside another one, or a fenced block."""

    anchor: Markup
    name: str
    sentence: Markup
    fields: list[FieldRow]


@dataclass(frozen=True, slots=True)
class SlipView:
    """A slip, and what the check prints."""

    slip: Markup
    good: Markup
    bad: Markup
    """Empty where something is left out."""
    said: Markup


@dataclass(frozen=True, slots=True)
class RecordView:
    """One kind of record as its page shows it."""

    anchor: Markup
    """The name of its page."""
    source: str
    """The file in which its fields are described."""
    name: str
    stands_in: Markup
    sentence: Markup
    schema: Markup
    example: Markup
    fields: list[FieldRow]
    parts: list[PartView]
    slips: list[SlipView]


def describe_records() -> list[RecordView]:
    """Every kind of record, in the order in which records build on each other."""
    pages = [one for schema in RECORD_SCHEMAS for one in _with_observation(schema)]
    return [_view_record(described) for described in pages]


def _with_observation(schema: RecordSchema) -> tuple[RecordSchema, ...]:
    return (schema, _OBSERVATION) if schema.kind == "article" else (schema,)


def describe_blocks() -> list[PartView]:
    """Every fenced block."""
    return [_view_part(model, f"{name}-block", {}) for name, model in BLOCKS.items()]


def _name_page(described: RecordSchema) -> str:
    return "series" if described.model is SeriesRow else described.kind


def _find_sections(kind: str) -> dict[str, str]:
    """The address of each model's section, as seen from the page of a kind, by the model's name."""
    parts = {part.__name__: f"#{_anchor_part(kind, part)}" for part in _PARTS.get(kind, ())}
    return {**parts, "Observation": "../observation/"}


def _anchor_part(kind: str, part: type[Record]) -> str:
    return f"{kind}-{split_name(part.__name__, '-')}"


def _view_record(described: RecordSchema) -> RecordView:
    page = _name_page(described)
    sections = _find_sections(page)
    shared = frozenset(
        info.alias or name
        for name, info in Observation.model_fields.items()
        if described.model is SeriesRow
    )
    return RecordView(
        anchor=Markup(page),
        source=described.model.__module__.replace(".", "/") + ".py",
        name="Observations" if described is _OBSERVATION else _PLURALS[described.kind],
        stands_in=show_code(described.stands_in),
        sentence=show_html(described.model.__doc__ or ""),
        schema=show_code(f"data/schema/{described.file}"),
        example=_show_record("article" if described is _OBSERVATION else described.kind),
        fields=describe_fields(described.model, page, sections, shared),
        parts=[
            _view_part(part, _anchor_part(page, part), sections) for part in _PARTS.get(page, ())
        ],
        slips=[_view_slip(slip, _language_of(described)) for slip in BAD_EXAMPLES.get(page, ())],
    )


def _language_of(described: RecordSchema) -> str:
    return "" if described.kind in IN_ROWS and described is not _OBSERVATION else "yaml"


def _view_slip(slip: BadExample, language: str) -> SlipView:
    return SlipView(
        slip=show_line(slip.slip),
        good=show_example(slip.good, language),
        bad=show_example(slip.bad, language) if slip.bad else Markup(""),
        said=show_example(slip.said, "text"),
    )


def _show_record(kind: str) -> Markup:
    text = EXAMPLES[kind]
    if kind == "brief":
        return show_example(f"---\n{text}---\n\n{PROSE}", "markdown")
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

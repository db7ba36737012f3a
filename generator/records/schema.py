"""JSON Schemas of all kinds of records, for completion, hover texts and marks in an editor.

Made from the models. An editor gives YAML scalars a type (`value: 9` is an integer to it) where
the reader keeps the text, so each field also takes the numbers and booleans that it can be spelt
as. Left to `brief check` is what one field alone does not tell: fields that go together, ids that
exist, days that no calendar has.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.records.article import Article
from generator.records.base import NUMBER_PATTERN, SLUG_PATTERN, Record
from generator.records.brief import FrontMatter
from generator.records.correction import Correction
from generator.records.edtf import PATTERN as EDTF_PATTERN
from generator.records.event import Event
from generator.records.examples import EXAMPLES, IN_ROWS
from generator.records.link import Link
from generator.records.measure import Metric, PlaceName, Topic, Unit
from generator.records.observation import SeriesRow
from generator.records.source import Source

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PATTERN_HELP = {
    SLUG_PATTERN: "Use lower-case letters a-z, digits and hyphens.",
    NUMBER_PATTERN: "Write plain digits, with a point before decimals: 1500, 18.1.",
    EDTF_PATTERN: "Write a date as 2024-12-01, 2024-12, 2025-01~ or 2024-11/2024-12.",
}
"""What an editor says in place of a pattern, under VS Code's keyword for it."""


@dataclass(frozen=True, slots=True)
class RecordSchema:
    """A kind of record, the model it follows, and the schema file that describes it."""

    kind: str
    file: str
    model: type[Record]
    title: str
    stands_in: str
    """Where records of the kind are written."""
    is_list: bool = False


RECORD_SCHEMAS: tuple[RecordSchema, ...] = (
    RecordSchema(
        "source", "sources.json", Source, "Sources: who says", "data/sources.yml", is_list=True
    ),
    RecordSchema(
        "article",
        "article.json",
        Article,
        "An article: where it was said",
        "data/articles/<year>/<id>.yml",
    ),
    RecordSchema(
        "observation",
        "series.json",
        SeriesRow,
        "A row of a series: one observation",
        "data/series/<name>.csv",
    ),
    RecordSchema(
        "metric",
        "metrics.json",
        Metric,
        "Metrics: what is measured",
        "data/metrics.yml",
        is_list=True,
    ),
    RecordSchema(
        "unit", "units.json", Unit, "Units: how it is measured", "data/units.yml", is_list=True
    ),
    RecordSchema(
        "place",
        "places.json",
        PlaceName,
        "Places: names of regions",
        "data/places.yml",
        is_list=True,
    ),
    RecordSchema(
        "topic",
        "topics.json",
        Topic,
        "Topics: where readers look",
        "data/topics.yml",
        is_list=True,
    ),
    RecordSchema(
        "event",
        "events.json",
        Event,
        "Events: what happened when",
        "data/events/<year>.yml",
        is_list=True,
    ),
    RecordSchema(
        "brief",
        "brief.json",
        FrontMatter,
        "The front matter of a brief",
        "data/briefs/<year>/<id>.md",
    ),
    RecordSchema(
        "correction",
        "corrections.json",
        Correction,
        "Corrections: what was wrong, and what is right",
        "data/corrections.yml",
        is_list=True,
    ),
    RecordSchema(
        "link",
        "links.json",
        Link,
        "A row of the links: an address that did not answer",
        "data/links.csv",
    ),
)
"""Every kind of record and its schema, in the order in which records build on each other."""


class _Generator(GenerateJsonSchema):
    """Leaves out what tells a contributor nothing: titles made of names, nulls, empty defaults."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        json = super().default_schema(schema)
        return {k: v for k, v in json.items() if k != "default" or v not in (None, [], {})}


def make_schemas() -> dict[str, dict[str, Any]]:
    """Every schema by the name of its file in `data/schema/`."""
    return {described.file: _make_schema(described) for described in RECORD_SCHEMAS}


def describe_model(model: type[Record]) -> dict[str, Any]:
    """The schema of one record of a model."""
    schema = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    _fit_for_editors(schema)
    return schema


def _make_schema(described: RecordSchema) -> dict[str, Any]:
    record = describe_model(described.model)
    head = {"$schema": DIALECT, "title": described.title}
    examples = [read_example(described.kind)]
    if not described.is_list:
        return {**head, **_without(record, "title"), "examples": examples}
    definitions = {**record.pop("$defs", {}), described.model.__name__: record}
    items = {"$ref": f"#/$defs/{described.model.__name__}"}
    return {**head, "type": "array", "items": items, "examples": examples, "$defs": definitions}


def _without(mapping: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in mapping.items() if name != key}


def _fit_for_editors(node: Any) -> None:
    """Lets texts take the numbers and booleans they can be spelt as; explains the patterns."""
    if isinstance(node, list):
        for item in node:
            _fit_for_editors(item)
    elif isinstance(node, dict):
        _fit_mapping(node)
        for name, item in node.items():
            if name not in ("examples", "propertyNames"):
                _fit_for_editors(item)


def _fit_mapping(node: dict[str, Any]) -> None:
    if "enum" in node:
        node.pop("title", None)
    elif node.get("type") == "string":
        _fit_text(node)
    elif "patternProperties" in node:
        node["additionalProperties"] = False


def _fit_text(node: dict[str, Any]) -> None:
    pattern = node.get("pattern", "")
    spelt = {"number": "2024", "boolean": "true"}
    others = [name for name, sample in spelt.items() if re.search(pattern, sample)]
    if others and "format" not in node:
        node["type"] = ["string", *others]
    if pattern in _PATTERN_HELP:
        node["patternErrorMessage"] = _PATTERN_HELP[pattern]


def read_example(kind: str) -> Any:
    """The example of a kind as plain values, all scalars text."""
    text = EXAMPLES[kind]
    if kind in IN_ROWS:
        return next(csv.DictReader(text.splitlines()))
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 (the base loader makes only text)
